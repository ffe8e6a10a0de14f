// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <filesystem>

#include "gis/core/error.h"
#include "gis/quality/check_run_store.h"
#include "gis/quality/quality_check.h"

namespace app {

// Writes a check as a PDF on A4, for people who sign and file it: the sums, the rules by county with the change since
// `before` (null: the first check), and for each rule what to do and its first rows. The file gets its name when it is
// whole. Fails as PendingFile does. Needs a QGuiApplication for its fonts; any thread.
gis::Result<void> writeCheckDocument(const std::filesystem::path& file, const gis::CheckReport& report,
                                     const gis::CheckCounts* before, const QString& city, const QString& language);

}  // namespace app
