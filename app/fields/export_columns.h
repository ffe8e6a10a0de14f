// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/fields/table_fields.h"
#include "gis/store/code_store.h"
#include "gis/table/table_export.h"

namespace app {

// The columns of an export as the table shows them: labels with units, names of codes, numbers in the unit shown. For
// any thread; the fields and codes are copied.
std::vector<gis::ExportColumn> exportColumns(const TableFields& fields, const gis::CodeLists& codes,
                                             const std::vector<std::size_t>& columns, const QString& language);

}  // namespace app
