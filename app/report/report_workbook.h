// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>

#include "app/report/report.h"
#include "gis/core/error.h"

namespace app {

// Writes a report as an Excel file: a first sheet with title, summary, figures and provenance, then one sheet a
// table, its heading frozen, filterable, numbers as numbers. The file gets
// its name when it is whole; one of that name is replaced. Fails with kNotFound (no such folder), kPermissionDenied,
// kDiskFull, kIoFailed, kInvalidArgument (a folder). Any thread.
gis::Result<void> writeReportWorkbook(const std::filesystem::path& file, const Report& report);

// .pdf gives a document, everything else a workbook.
gis::Result<void> writeReport(const std::filesystem::path& file, const Report& report);

}  // namespace app
