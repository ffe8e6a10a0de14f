// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <ostream>
#include <vector>

#include "app/fields/table_fields.h"
#include "gis/store/code_store.h"
#include "gis/table/table_data_store.h"

namespace app {

// Rows as CSV (RFC 4180): column names, values as they are stored.
void writeCsv(std::ostream& out, const gis::TableSchema& schema, const std::vector<std::size_t>& columns,
              const std::vector<gis::TableRow>& rows);
// Rows for a person at a terminal: labels, names of codes, columns as wide as they need to be.
void writeColumns(std::ostream& out, const TableFields& fields, const gis::CodeLists& codes,
                  const std::vector<std::size_t>& columns, const std::vector<gis::TableRow>& rows,
                  const QString& language);

}  // namespace app
