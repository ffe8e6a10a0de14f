// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/evacuation/evacuation_store.h"
#include "gis/evacuation/plan_of_workspace.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"
#include "gis/team/nearest_teams.h"
#include "gis/team/team_store.h"

namespace app {

struct EvacuationRow {
  gis::evacuation::Evacuation order;
  gis::evacuation::EvacuationStanding standing;
};

// Evacuations and teams of a workspace as the panel shows them: read at once, then only looked at. Any thread.
struct EvacuationView {
  bool is_there = false;                   // the workspace has the tables
  std::vector<EvacuationRow> evacuations;  // real ones first, then drills; the newest first
  std::vector<gis::team::TeamStanding> teams, drill_teams;
  const EvacuationRow* find(const std::string& uuid) const;
};
using EvacuationViewPtr = std::shared_ptr<const EvacuationView>;

// Fails as the workspace and the stores do, and with kCancelled.
gis::Result<EvacuationViewPtr> readEvacuations(const std::filesystem::path& folder, const gis::CancelToken& cancel);

// What work on the open evacuations gets. The clock stands at the present of the workspace.
struct OpenEvacuations {
  const gis::Workspace& workspace;
  const gis::Clock& clock;
  gis::evacuation::EvacuationStore& evacuations;
  const gis::team::TeamStore& teams;
};
// Opens the workspace for writing, does the work, closes it; for a job.
gis::Result<void> writeEvacuations(const std::filesystem::path& folder,
                                   const std::function<gis::Result<void>(const OpenEvacuations&)>& work);

// A hazard as a person chose it: an area, or villages that stand for their own ground.
struct HazardChosen {
  gis::Footprint footprint;
  std::vector<gis::DivisionClass> divisions;  // asked when the footprint has no class
  QString words;
};
struct PlanWish {
  HazardChosen hazard;
  gis::evacuation::PeopleRule rule = gis::evacuation::PeopleRule::kInside;
  std::filesystem::path closures;             // GeoJSON; empty: none
  std::vector<gis::NamedClosure> drawn = {};  // clicked on the map, besides
  bool is_drill = false;
};
struct PlanShown {
  gis::Footprint hazard;
  QString words;
  bool is_drill = false;
  gis::evacuation::PlanMade made;
};
using PlanShownPtr = std::shared_ptr<const PlanShown>;
// `index` may be null: the census is read then. Fails as its parts do.
gis::Result<PlanShownPtr> makePlan(const std::filesystem::path& folder, std::shared_ptr<const gis::ExposureIndex> index,
                                   const PlanWish& wish, const gis::CancelToken& cancel);

// The teams nearest to a place of the map, as indexes into `teams`.
gis::Result<gis::team::NearTeams> findNearest(const std::filesystem::path& folder,
                                              const std::vector<gis::team::TeamStanding>& teams, gis::MapXY place,
                                              const gis::CancelToken& cancel);

}  // namespace app
