// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/evacuation/plan_of_workspace.h"

#include <chrono>
#include <limits>

#include "gis/evacuation/evacuation_store.h"
#include "gis/evacuation/hazard_villages.h"
#include "gis/geo/projector.h"
#include "gis/network/road_network.h"

namespace gis::evacuation {
namespace {

class PlanWatch {
 public:
  double lapMs() {
    const auto now = std::chrono::steady_clock::now();
    const double ms = std::chrono::duration<double, std::milli>(now - m_since).count();
    m_since = now;
    return ms;
  }

 private:
  std::chrono::steady_clock::time_point m_since = std::chrono::steady_clock::now();
};

Result<void> markTaken(const Workspace& workspace, const PlanAsked& asked, EvacuationTask& task) {
  const auto clock = std::make_shared<SystemClock>();
  UuidSource uuids(clock);
  EvacuationStore store(workspace.db(), *clock, uuids);
  const auto taken = store.taken(asked.is_drill, asked.as_of_utc_ms);
  if (!taken) {
    if (taken.error().code == ErrorCode::kOlderSchema) return {};
    return std::unexpected(taken.error());
  }
  for (Shelter& shelter : task.shelters)
    if (const auto one = taken->find(shelter.uuid); one != taken->end()) shelter.taken = one->second;
  return {};
}

Result<std::vector<OrderedClosure>> closuresInDegrees(const std::vector<NamedClosure>& closures,
                                                      const std::string& map_crs) {
  std::vector<OrderedClosure> made;
  if (closures.empty()) return made;
  const auto to_map = Projector::create("EPSG:4490", map_crs);
  if (!to_map) return std::unexpected(to_map.error());
  for (const NamedClosure& one : closures) {
    OrderedClosure closure{one.name, one.closure.kind, {}};
    for (const std::vector<MapXY>& part : one.closure.parts) {
      closure.parts.emplace_back();
      for (const MapXY at : part) {
        const auto where = to_map->inverse({at.x_m, at.y_m});
        if (!where) return std::unexpected(where.error());
        closure.parts.back().push_back({where->x, where->y});
      }
    }
    made.push_back(std::move(closure));
  }
  return made;
}

}  // namespace

OrderedPlan orderedPlan(const PlanMade& made, std::string hazard_geojson, std::string hazard_words) {
  OrderedPlan ordered =
      orderedPlan(made.task, made.plan, made.closures, std::move(hazard_geojson), std::move(hazard_words));
  ordered.closures = made.closures_lonlat;
  return ordered;
}

Result<PlanMade> planOfWorkspace(const Workspace& workspace, std::shared_ptr<const ExposureIndex> index,
                                 const PlanAsked& asked, const CancelToken& cancel) {
  PlanWatch watch;
  PlanMade made;
  auto vehicle = vehicleNamed(workspace.folder(), asked.vehicle);
  if (!vehicle) return std::unexpected(std::move(vehicle.error()));
  made.vehicle = std::move(*vehicle);
  made.closures = asked.closures;
  auto in_degrees = closuresInDegrees(asked.closures, workspace.facts().map_crs);
  if (!in_degrees) return std::unexpected(std::move(in_degrees.error()));
  made.closures_lonlat = std::move(*in_degrees);
  auto task = evacuationTask(workspace, std::move(index), asked.hazard, asked.rule, cancel);
  if (!task) return std::unexpected(std::move(task.error()));
  made.task = std::move(*task);
  if (auto marked = markTaken(workspace, asked, made.task); !marked) return std::unexpected(marked.error());
  made.villages_ms = watch.lapMs();
  const auto graph = loadRoadNetwork(workspace, cancel);
  if (!graph) return std::unexpected(graph.error());
  made.roads_ms = watch.lapMs();
  auto plan = planOnRoads(made.task, *graph, made.vehicle, made.closures, asked.off_road_m, cancel);
  if (!plan) return std::unexpected(std::move(plan.error()));
  made.plan = std::move(*plan);
  made.plan_ms = watch.lapMs();
  if (asked.with_ways)
    made.ways = planWays(made.plan, made.task, *graph, made.vehicle, made.closures, asked.off_road_m, cancel);
  if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "evacuation");
  return made;
}

Result<IsolatedVillages> isolatedVillages(const Workspace& workspace, const ExposureIndex& index,
                                          const std::vector<NamedClosure>& closures, const std::string& vehicle,
                                          double off_road_m, const CancelToken& cancel) {
  const auto drives = vehicleNamed(workspace.folder(), vehicle);
  if (!drives) return std::unexpected(drives.error());
  auto villages = allVillages(workspace, index);
  if (!villages) return std::unexpected(std::move(villages.error()));
  const auto graph = loadRoadNetwork(workspace, cancel);
  if (!graph) return std::unexpected(graph.error());
  std::vector<MapXY> at;
  constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
  for (const Village& village : *villages) at.push_back(village.at.value_or(MapXY{kUnknown, kUnknown}));
  auto places = isolatedPlaces(*graph, *drives, closures, at, off_road_m, cancel);
  if (!places) return std::unexpected(std::move(places.error()));
  return IsolatedVillages{std::move(*villages), std::move(*places)};
}

}  // namespace gis::evacuation
