// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "gis/callout/callout_run.h"
#include "gis/core/uuid.h"
#include "gis/drill/drill_clock.h"
#include "gis/drill/drill_script.h"
#include "gis/drill/drill_store.h"
#include "gis/store/workspace.h"

namespace gis::drill {

// Where a step finds what it needs. Lives as long as the drill; one thread.
struct DrillStage {
  Workspace workspace;  // of the drill
  std::shared_ptr<DrillClock> clock;
  UuidSource uuids;
  std::uint64_t seed = 1;
  std::filesystem::path script_folder;                          // files that a step names lie beside the script
  std::map<std::string, std::string> made;                      // the script's names -> identifiers in the workspace
  std::map<std::string, std::unique_ptr<CalloutRun>> callouts;  // by the script's name
  std::map<std::string, std::vector<RoadRow>> closed;           // likewise: rows with their states before
};

// What a step made, as JSON for the log: numbers with their units, identifiers; no telephone numbers.
using StepWork = Result<nlohmann::json> (*)(DrillStage& stage, const DrillStep& step);

// One kind of step (剧情类型): what it may say and what it does, through the same functions as reality.
struct DrillStepKind {
  StepRules rules;
  StepWork run;
};

// All kinds. A room adds its own by one line here: {"evacuation", {...fields}, &startEvacuation}.
const std::vector<DrillStepKind>& drillStepKinds();
// Their rules alone, for reading a script.
const std::vector<StepRules>& drillStepRules();

// The groups of kinds, each in its file.
std::vector<DrillStepKind> weatherStepKinds();  // note, rain, water, warning, cap_file, cancel
std::vector<DrillStepKind> callStepKinds();     // callout, raise, callout_end
std::vector<DrillStepKind> roadStepKinds();     // closure, reopening
std::vector<DrillStepKind> answerStepKinds();   // incident, figures, grade, response, evacuation, moved, report
std::vector<DrillStepKind> stockStepKinds();    // requisition, approval, picking, dispatch, receipt

}  // namespace gis::drill
