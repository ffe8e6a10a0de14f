// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <filesystem>

#include "gis/core/error.h"
#include "gis/quality/check_run_store.h"
#include "gis/quality/quality_check.h"

namespace app {

// Writes a check as an Excel file: a sheet of rules by county with the change since `before` (null: the first check),
// and a sheet of all rows found, filterable. The file gets its name when it is whole; one of that name is replaced.
// Fails with kNotFound (no such folder), kPermissionDenied, kDiskFull, kIoFailed. Any thread that may translate.
gis::Result<void> writeCheckWorkbook(const std::filesystem::path& file, const gis::CheckReport& report,
                                     const gis::CheckCounts* before, const QString& language);

}  // namespace app
