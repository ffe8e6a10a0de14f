// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/dispatch/dispatch_roads.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace gis::dispatch {
namespace {

constexpr double kBesideRoadM = 50;
constexpr double kMsPerHour = 3'600'000;

// Spots asked about, each once, and where on a road they are.
struct Spots {
  std::vector<std::size_t> spot_of;  // by depot or place
  std::vector<MapXY> at;
  std::vector<std::optional<RoadPlace>> on_road;

  explicit Spots(const std::vector<MapXY>& asked) {
    std::map<std::pair<double, double>, std::size_t> known;
    for (const MapXY& p : asked) {
      const auto [found, added] = known.emplace(std::pair(p.x_m, p.y_m), at.size());
      if (added) at.push_back(p);
      spot_of.push_back(found->second);
    }
  }
  void put(const RoadTravel& travel, double off_road_m) {
    on_road.clear();
    for (const MapXY& p : at) on_road.push_back(travel.place(p, off_road_m));
  }
  std::vector<RoadPlace> reachable() const {
    std::vector<RoadPlace> places;
    for (const auto& place : on_road)
      if (place) places.push_back(*place);
    return places;
  }
};

// One tree a root. Kept trees belong to the open roads, whose travel they refer to.
struct Ways {
  std::shared_ptr<const RoadTravel> travel;
  Spots depots, places;
  bool from_depots = true;
  std::vector<std::shared_ptr<const TravelTree>> trees;  // by root; null: the root has no road

  const Spots& roots() const { return from_depots ? depots : places; }
  const Spots& targets() const { return from_depots ? places : depots; }
  TravelDirection direction() const { return from_depots ? TravelDirection::kAway : TravelDirection::kTowards; }

  std::pair<const TravelTree*, const RoadPlace*> between(std::size_t depot, std::size_t place) const {
    const std::size_t d = depots.spot_of[depot], p = places.spot_of[place];
    const std::size_t root = from_depots ? d : p, target = from_depots ? p : d;
    const auto& on_road = targets().on_road[target];
    return {trees[root].get(), on_road ? &*on_road : nullptr};
  }
  std::optional<TravelMs> roadMs(std::size_t depot, std::size_t place) const {
    const auto [tree, target] = between(depot, place);
    return tree && target ? tree->timeTo(*target) : std::nullopt;
  }
  std::optional<Route> route(std::size_t depot, std::size_t place) const {
    const auto [tree, target] = between(depot, place);
    return tree && target ? tree->routeTo(*target) : std::nullopt;
  }
  std::optional<std::int64_t> driveMs(std::size_t depot, std::size_t place, double off_road_km_per_h) const {
    const auto road_ms = roadMs(depot, place);
    if (!road_ms) return std::nullopt;
    const double off_m =
        depots.on_road[depots.spot_of[depot]]->off_road_m + places.on_road[places.spot_of[place]]->off_road_m;
    const double off_ms = off_road_km_per_h > 0 ? off_m / 1000 / off_road_km_per_h * kMsPerHour : 0;
    return std::int64_t{*road_ms} + std::llround(off_ms);
  }
  std::shared_ptr<const TravelTree> search(std::size_t root, const std::vector<RoadPlace>& until,
                                           const CancelToken& cancel) const {
    const auto& from = roots().on_road[root];
    if (!from || until.empty()) return nullptr;
    return std::make_shared<const TravelTree>(travel->search(*from, direction(), kImpassable - 1, until, cancel));
  }
};

bool overlaps(const RouteLeg& leg, const ClosedStretch& stretch) {
  return leg.edge == stretch.edge && std::min(leg.from_ratio, leg.to_ratio) <= stretch.to_ratio &&
         std::max(leg.from_ratio, leg.to_ratio) >= stretch.from_ratio;
}

// By edge, from the first to the last closed place, as closedStretches() has it for all closures together.
std::vector<ClosedStretch> joined(const std::vector<std::vector<ClosedStretch>>& by_closure) {
  std::map<std::uint32_t, ClosedStretch> by_edge;
  for (const auto& stretches : by_closure)
    for (const ClosedStretch& stretch : stretches) {
      ClosedStretch& whole = by_edge.emplace(stretch.edge, stretch).first->second;
      whole.from_ratio = std::min(whole.from_ratio, stretch.from_ratio);
      whole.to_ratio = std::max(whole.to_ratio, stretch.to_ratio);
    }
  std::vector<ClosedStretch> closed;
  for (const auto& [edge, stretch] : by_edge) closed.push_back(stretch);
  return closed;
}

// A tree of the open roads stays as it is when every closed place is farther from its root than every target: a way to
// a target passes no place that is farther than the target itself. A root inside a closed place is touched, whatever
// the distance of its ends.
bool untouched(const TravelTree& tree, const RoadPlace& root, const std::vector<RoadPlace>& targets,
               const std::vector<ClosedStretch>& closed) {
  TravelMs farthest = 0;
  for (const RoadPlace& target : targets)
    if (const auto ms = tree.timeTo(target)) farthest = std::max(farthest, *ms);
  return std::ranges::none_of(closed, [&](const ClosedStretch& stretch) {
    if (overlaps({root.edge, root.ratio, root.ratio}, stretch)) return true;
    return std::ranges::any_of(std::initializer_list<double>{stretch.from_ratio, stretch.to_ratio}, [&](double ratio) {
      const auto ms = tree.timeTo({stretch.edge, ratio, {}, {}, 0});
      return ms && *ms <= farthest;
    });
  });
}

}  // namespace

struct DispatchRoads::Open {
  RoadGraphPtr graph;
  Vehicle vehicle;
  double off_road_m;
  Ways ways;
};

struct RoadTable::Data {
  std::shared_ptr<const DispatchRoads::Open> open;
  Ways ways;
  std::vector<NamedClosure> closures;
  std::vector<std::vector<ClosedStretch>> stretches;  // by closure
  std::size_t searches = 0;
};

DispatchRoads::DispatchRoads(RoadGraphPtr graph, const Vehicle& vehicle, std::vector<MapXY> depots,
                             std::vector<MapXY> places, double off_road_m, const CancelToken& cancel) {
  const auto travel = std::make_shared<const RoadTravel>(graph, vehicle);
  if (!(vehicle.off_road_km_per_h > 0)) off_road_m = std::min(off_road_m, kBesideRoadM);
  auto open = std::make_shared<Open>(
      Open{std::move(graph), vehicle, off_road_m, Ways{travel, Spots(depots), Spots(places), true, {}}});
  Ways& ways = open->ways;
  ways.depots.put(*travel, off_road_m);
  ways.places.put(*travel, off_road_m);
  ways.from_depots = ways.depots.at.size() <= ways.places.at.size();
  const auto until = ways.targets().reachable();
  for (std::size_t r = 0; r < ways.roots().at.size() && !cancel.cancelled(); ++r)
    ways.trees.push_back(ways.search(r, until, cancel));
  ways.trees.resize(ways.roots().at.size());
  m_open = std::move(open);
}

Result<RoadTable> DispatchRoads::under(std::vector<NamedClosure> closures, const CancelToken& cancel) const {
  auto data = std::make_shared<RoadTable::Data>(RoadTable::Data{m_open, m_open->ways, std::move(closures), {}, 0});
  Ways& ways = data->ways;
  for (const NamedClosure& one : data->closures)
    data->stretches.push_back(closedStretches(*m_open->graph, {one.closure}));
  const auto closed = joined(data->stretches);
  if (!closed.empty()) {
    ways.travel = std::make_shared<const RoadTravel>(m_open->graph, m_open->vehicle, closed);
    ways.depots.put(*ways.travel, m_open->off_road_m);
    ways.places.put(*ways.travel, m_open->off_road_m);
    const auto open_targets = m_open->ways.targets().reachable(), until = ways.targets().reachable();
    for (std::size_t r = 0; r < ways.trees.size() && !cancel.cancelled(); ++r) {
      if (!ways.trees[r] || untouched(*ways.trees[r], *m_open->ways.roots().on_road[r], open_targets, closed)) continue;
      ways.trees[r] = ways.search(r, until, cancel);
      ++data->searches;
    }
  }
  if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "dispatch");
  RoadTable table;
  table.m_data = std::move(data);
  return table;
}

bool RoadTable::depotHasRoad(std::size_t depot) const {
  const Spots& spots = m_data->ways.depots;
  return spots.on_road[spots.spot_of[depot]].has_value();
}

bool RoadTable::placeHasRoad(std::size_t place) const {
  const Spots& spots = m_data->ways.places;
  return spots.on_road[spots.spot_of[place]].has_value();
}

std::optional<std::int64_t> RoadTable::driveMs(std::size_t depot, std::size_t place) const {
  return m_data->ways.driveMs(depot, place, m_data->open->vehicle.off_road_km_per_h);
}

std::optional<std::int64_t> RoadTable::openDriveMs(std::size_t depot, std::size_t place) const {
  return m_data->open->ways.driveMs(depot, place, m_data->open->vehicle.off_road_km_per_h);
}

std::optional<Route> RoadTable::route(std::size_t depot, std::size_t place) const {
  return m_data->ways.route(depot, place);
}

std::vector<std::size_t> RoadTable::closuresOn(std::size_t depot, std::size_t place) const {
  std::vector<std::size_t> found;
  const auto way = m_data->open->ways.route(depot, place);
  if (!way) return found;
  std::map<std::uint32_t, std::vector<RouteLeg>> legs;
  for (const RouteLeg& leg : way->legs) legs[leg.edge].push_back(leg);
  // A place that lies on the closed stretch itself is no leg when the way is of no length there.
  for (const RoadPlace& end : {way->from, way->to}) legs[end.edge].push_back({end.edge, end.ratio, end.ratio});
  for (std::size_t c = 0; c < m_data->stretches.size(); ++c)
    if (std::ranges::any_of(m_data->stretches[c], [&](const ClosedStretch& stretch) {
          const auto on_edge = legs.find(stretch.edge);
          return on_edge != legs.end() &&
                 std::ranges::any_of(on_edge->second, [&](const RouteLeg& leg) { return overlaps(leg, stretch); });
        }))
      found.push_back(c);
  return found;
}

const std::vector<NamedClosure>& RoadTable::closures() const { return m_data->closures; }
std::size_t RoadTable::searches() const { return m_data->searches; }

}  // namespace gis::dispatch
