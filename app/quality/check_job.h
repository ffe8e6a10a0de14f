// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/edit/edit_change.h"
#include "gis/quality/check_run_store.h"
#include "gis/quality/quality_check.h"
#include "gis/quality/quality_fix_store.h"

namespace app {

// A check with what was counted before it.
struct CheckOutcome {
  gis::CheckReport report;
  std::vector<gis::CheckCounts> before;  // the latest first
};

// Asks all rules of a workspace and keeps the counts in it where it can be written. Synchronous; for a job. Fails as
// gis::checkQuality and gis::Workspace::open do.
gis::Result<CheckOutcome> runCheck(const std::filesystem::path& folder, const std::string& author,
                                   const gis::CancelToken& cancel, const gis::Progress& progress);

// What a rule's fix would change now.
gis::Result<std::vector<gis::RowFix>> previewFix(const std::filesystem::path& folder, const gis::QualityRule& rule,
                                                 const std::string& county_code, const gis::CancelToken& cancel);

// Changes it, as one step titled `title`, and yields the outcome of a new check.
gis::Result<CheckOutcome> applyFix(const std::filesystem::path& folder, const gis::QualityRule& rule,
                                   const std::vector<gis::RowFix>& fixes, const gis::EditAuthor& author,
                                   const std::string& title, const gis::CancelToken& cancel,
                                   const gis::Progress& progress);

}  // namespace app
