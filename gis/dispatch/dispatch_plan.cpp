// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/dispatch/dispatch_plan.h"

#include <algorithm>
#include <array>
#include <map>

#include "gis/dispatch/item_plan.h"
#include "gis/dispatch/truck_limit.h"

namespace gis::dispatch {
namespace {

// One way for a depot and a spot.
class WayBook {
 public:
  WayBook(const DispatchTask& task, const RoadTable& roads, std::vector<Way>& ways)
      : m_task(task), m_roads(roads), m_ways(ways) {}
  std::size_t wayOf(std::size_t depot, std::size_t request) {
    const MapXY at = m_task.requests[request].at;
    const auto [known, added] = m_known.emplace(std::tuple(depot, at.x_m, at.y_m), m_ways.size());
    if (added) m_ways.push_back({depot, request, m_roads.route(depot, request).value_or(Route{})});
    return known->second;
  }

 private:
  const DispatchTask& m_task;
  const RoadTable& m_roads;
  std::vector<Way>& m_ways;
  std::map<std::tuple<std::size_t, double, double>, std::size_t> m_known;
};

// Weight and volume of one unit, by depot and item.
class UnitBook {
 public:
  explicit UnitBook(const DispatchTask& task) {
    for (const StockLine& line : task.stock) m_units.emplace(std::pair(line.depot, line.item), &line);
  }
  const StockLine& of(const std::string& depot, const std::string& item) const {
    return *m_units.at(std::pair(depot, item));
  }

 private:
  std::map<std::pair<std::string, std::string>, const StockLine*> m_units;
};

bool isMoreUrgent(const Request& a, const Request& b) {
  if (a.priority != b.priority) return a.priority < b.priority;
  if (a.deadline_utc_ms.has_value() != b.deadline_utc_ms.has_value()) return a.deadline_utc_ms.has_value();
  return a.deadline_utc_ms && *a.deadline_utc_ms < *b.deadline_utc_ms;
}

Result<std::vector<Trip>> tripsFrom(std::size_t depot, const DispatchTask& task, const DispatchPlan& plan,
                                    const DispatchOptions& options, const UnitBook& units) {
  std::vector<std::size_t> mine;
  for (std::size_t s = 0; s < plan.shipments.size(); ++s)
    if (plan.shipments[s].depot == depot) mine.push_back(s);
  std::ranges::stable_sort(mine, [&](std::size_t a, std::size_t b) {
    return isMoreUrgent(task.requests[plan.shipments[a].request], task.requests[plan.shipments[b].request]);
  });
  std::vector<Load> loads;
  for (const std::size_t s : mine) {
    const Shipment& shipment = plan.shipments[s];
    const StockLine& unit = units.of(task.depots[depot].id, task.requests[shipment.request].item);
    loads.push_back({s, shipment.way, shipment.units, unit.weight_kg, unit.volume_m3, shipment.drive_ms});
  }
  return loadTrucks(depot, trucksOf(task.depots[depot], options), std::move(loads), options.now_utc_ms,
                    options.loading_ms);
}

// Trucks decide when goods arrive.
void tellArrivals(const DispatchTask& task, DispatchPlan& plan) {
  for (const Trip& trip : plan.trips)
    for (const LoadedUnits& load : trip.loads) {
      Shipment& shipment = plan.shipments[load.shipment];
      shipment.arrive_utc_ms = std::max(shipment.arrive_utc_ms, trip.arrive_utc_ms);
      const auto& deadline = task.requests[shipment.request].deadline_utc_ms;
      if (deadline && trip.arrive_utc_ms > *deadline) shipment.late_units += load.units;
    }
  for (const Shipment& shipment : plan.shipments) {
    RequestAnswer& answer = plan.answers[shipment.request];
    answer.late += shipment.late_units;
    const auto& deadline = task.requests[shipment.request].deadline_utc_ms;
    if (!deadline || shipment.arrive_utc_ms <= *deadline) continue;
    for (DepotNote& note : answer.depots)
      if (note.depot == shipment.depot) note.late_by_ms = shipment.arrive_utc_ms - *deadline;
  }
}

constexpr int kMostTruckTries = 40;

Result<DispatchPlan> planWithTrucks(const DispatchTask& task, const RoadTable& roads, const DispatchOptions& options,
                                    const CancelToken& cancel) {
  DispatchPlan plan;
  plan.answers.resize(task.requests.size());
  for (std::size_t d = 0; d < task.depots.size(); ++d)
    if (!roads.depotHasRoad(d)) plan.depots_without_road.push_back(d);
  std::map<std::string, std::vector<std::size_t>> by_item;
  for (std::size_t r = 0; r < task.requests.size(); ++r) by_item[task.requests[r].item].push_back(r);
  for (const auto& [item, requests] : by_item)
    if (auto planned = ItemPlan(task, roads, options, item, requests).addTo(plan, cancel); !planned)
      return std::unexpected(std::move(planned.error()));

  std::ranges::sort(plan.shipments, {}, [](const Shipment& s) { return std::pair(s.request, s.depot); });
  WayBook ways(task, roads, plan.ways);
  for (Shipment& shipment : plan.shipments) shipment.way = ways.wayOf(shipment.depot, shipment.request);
  const UnitBook units(task);
  for (std::size_t d = 0; d < task.depots.size(); ++d) {
    auto trips = tripsFrom(d, task, plan, options, units);
    if (!trips) return std::unexpected(std::move(trips.error()).via("depot " + task.depots[d].id));
    std::ranges::move(*trips, std::back_inserter(plan.trips));
  }
  return plan;
}

// Each try takes what found no room off what that depot may send: it ends, at the latest with nothing to send.
Result<DispatchPlan> planInOneRound(const DispatchTask& task, const RoadTable& roads, const DispatchOptions& options,
                                    const CancelToken& cancel) {
  DispatchTask limited = task;
  auto plan = planWithTrucks(limited, roads, options, cancel);
  for (int i = 0; plan && i < kMostTruckTries; ++i) {
    const DepotUnits behind = secondRounds(task, *plan);
    if (behind.empty()) break;
    const DepotUnits carried = firstRounds(task, *plan);
    DepotUnits most;
    for (const auto& [cell, units] : behind) most[cell] = carried.contains(cell) ? carried.at(cell) : 0;
    limited = limitedTo(std::move(limited), most);
    plan = planWithTrucks(limited, roads, options, cancel);
  }
  if (!plan) return plan;
  dropSecondRounds(task, *plan);
  tellTruckLimits(task, limited, roads, *plan);
  return plan;
}

}  // namespace

Result<DispatchPlan> planDispatch(const DispatchTask& task, const RoadTable& roads, const DispatchOptions& options,
                                  const CancelToken& cancel) {
  if (auto checked = checkTask(task, options); !checked) return std::unexpected(std::move(checked.error()));
  auto plan = options.rounds == TruckRounds::kOnce ? planInOneRound(task, roads, options, cancel)
                                                   : planWithTrucks(task, roads, options, cancel);
  if (plan) tellArrivals(task, *plan);
  return plan;
}

std::vector<DepotNote> depotNotes(const DispatchTask& task, const RoadTable& roads, const DispatchOptions& options,
                                  std::size_t request) {
  const std::vector<std::size_t> requests{request};
  return ItemPlan(task, roads, options, task.requests[request].item, requests).answerFor(request).depots;
}

DispatchRoads roadsOf(const DispatchTask& task, RoadGraphPtr graph, const Vehicle& vehicle, double off_road_m,
                      const CancelToken& cancel) {
  std::vector<MapXY> depots, places;
  for (const Depot& depot : task.depots) depots.push_back(depot.at);
  for (const Request& request : task.requests) places.push_back(request.at);
  return DispatchRoads(std::move(graph), vehicle, std::move(depots), std::move(places), off_road_m, cancel);
}

const char* nameOf(SendReason reason) {
  constexpr std::array kNames{"nearest", "nearer_emptied", "nearer_cut_off", "nearer_too_heavy", "nearer_no_truck"};
  return kNames[static_cast<std::size_t>(reason)];
}

const char* nameOf(DepotStand stand) {
  constexpr std::array kNames{"sends",  "emptied", "not_needed", "too_late", "cut_off",
                              "no_way", "no_road", "too_heavy",  "no_truck"};
  return kNames[static_cast<std::size_t>(stand)];
}

const char* nameOf(ShortReason reason) {
  constexpr std::array kNames{"none",   "nobody_has", "no_road_at_place", "cut_off", "too_late",
                              "no_way", "too_heavy",  "not_enough",       "no_truck"};
  return kNames[static_cast<std::size_t>(reason)];
}

}  // namespace gis::dispatch
