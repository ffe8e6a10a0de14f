// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>

#include "app/report/report.h"
#include "gis/core/error.h"

namespace app {

// Writes a report as a PDF on A4, for people who sign and file it: rows of tables whole on their page with the heading
// line again above them, numbers and short names unbroken, the mark on top and page numbers at the bottom of every
// page. The file gets its name when it is whole. Fails as PendingFile does. Needs a QGuiApplication for its fonts; any
// thread.
gis::Result<void> writeReportDocument(const std::filesystem::path& file, const Report& report);

}  // namespace app
