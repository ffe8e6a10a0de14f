// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <map>

#include "app/risk_report/risk_report.h"
#include "gis/core/cancel.h"
#include "gis/edit/edit_change.h"

namespace app {

enum class KeepRun { kNo, kYes };

// Reads the districts and computes their risk; keeps the run for the trend when asked and when the workspace can be
// written. Synchronous; for a job.
gis::Result<RiskOutcome> runRisk(const std::filesystem::path& folder, gis::risk::RiskLevel level, KeepRun keep,
                                 const std::string& author, const gis::CancelToken& cancel,
                                 const gis::Progress& progress);

// Changes weights (by their row's uuid) as one step that undo takes back.
gis::Result<void> setWeights(const std::filesystem::path& folder, const std::map<std::string, double>& values,
                             const gis::EditAuthor& author, const std::string& title);

}  // namespace app
