// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/evacuation/evacuation_log.h"
#include "gis/evacuation/evacuation_plan.h"
#include "gis/exposure/exposure.h"
#include "gis/footprint/footprint.h"
#include "gis/network/vehicle.h"
#include "gis/store/workspace.h"

namespace gis::evacuation {

// A question: who leaves this area, where to.
struct PlanAsked {
  Footprint hazard;
  PeopleRule rule = PeopleRule::kInside;
  std::string vehicle = "bus";  // of gis/network's vehicles
  std::vector<NamedClosure> closures = {};
  bool is_drill = false;                          // drills find the shelters as drills left them
  std::optional<std::int64_t> as_of_utc_ms = {};  // shelters as they were taken then
  double off_road_m = 2000;
  bool with_ways = false;  // the lines of the ways as well
};

struct PlanMade {
  EvacuationTask task;
  EvacuationPlan plan;
  std::vector<NamedClosure> closures;
  std::vector<OrderedClosure> closures_lonlat;  // the same in degrees, as an order keeps them
  std::vector<std::vector<MapXY>> ways;         // by row, when asked for
  Vehicle vehicle;
  double villages_ms = 0, roads_ms = 0, plan_ms = 0;  // how long each took
};

// The one way from a workspace to a plan, for the window and the command line. A workspace without the tables of
// evacuations has empty shelters. Fails with kUnknownName (the vehicle; detail: those that are known) and as
// evacuationTask(), loadRoadNetwork() and planOnRoads() do. The workspace's thread.
Result<PlanMade> planOfWorkspace(const Workspace& workspace, std::shared_ptr<const ExposureIndex> index,
                                 const PlanAsked& asked, const CancelToken& cancel = {});

// A plan as it is ordered, with what closes roads.
OrderedPlan orderedPlan(const PlanMade& made, std::string hazard_geojson, std::string hazard_words);

// Who is cut off by closures, of all villages with people.
struct IsolatedVillages {
  std::vector<Village> villages;
  IsolatedPlaces places;  // refers to `villages`
};
Result<IsolatedVillages> isolatedVillages(const Workspace& workspace, const ExposureIndex& index,
                                          const std::vector<NamedClosure>& closures, const std::string& vehicle,
                                          double off_road_m = 2000, const CancelToken& cancel = {});

}  // namespace gis::evacuation
