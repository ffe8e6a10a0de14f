// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/evacuation/travel_matrix.h"

#include <algorithm>
#include <cmath>

#include "gis/evacuation/small_graph.h"

namespace gis::evacuation {
namespace {

// Places on the road by edge, each a node of its own.
struct PlaceOnEdge {
  std::uint32_t edge;
  double ratio;
  std::uint32_t node;
};

// Nodes of the roads, then one for each place.
SmallGraph graphWithPlaces(const RoadTravel& travel, std::vector<PlaceOnEdge> places) {
  const RoadGraph& roads = travel.graph();
  const std::uint32_t junctions = roads.arcs.nodeCount();
  SmallGraph graph(junctions + static_cast<std::uint32_t>(places.size()));
  for (const PlaceOnEdge& place : places) graph.keep(place.node);
  std::ranges::sort(places, [](const PlaceOnEdge& a, const PlaceOnEdge& b) {
    return a.edge != b.edge ? a.edge < b.edge : a.ratio < b.ratio;
  });
  std::size_t next = 0;
  for (std::uint32_t e = 0; e < roads.edges.size(); ++e) {
    std::uint32_t node = roads.edges[e].from;
    double ratio = 0;
    const auto lead = [&](double to_ratio, std::uint32_t to) {
      graph.join(node, to, travel.along(e, ratio, to_ratio), travel.along(e, to_ratio, ratio));
      node = to, ratio = to_ratio;
    };
    for (; next < places.size() && places[next].edge == e; ++next) lead(places[next].ratio, places[next].node);
    lead(1, roads.edges[e].to);
  }
  return graph;
}

TravelMs offRoadMs(const RoadPlace& place, const TravelOptions& options) {
  if (!(options.off_road_km_per_h > 0)) return 0;
  constexpr double kMsAMetreAtOneKmPerH = 3600;
  return static_cast<TravelMs>(
      std::min(1e9, std::round(place.off_road_m * kMsAMetreAtOneKmPerH / options.off_road_km_per_h)));
}

std::vector<std::optional<RoadPlace>> onRoads(const RoadTravel& travel, const std::vector<MapXY>& at,
                                              double off_road_m) {
  std::vector<std::optional<RoadPlace>> places;
  // A place that is not known is no number.
  for (const MapXY& one : at)
    places.push_back(std::isfinite(one.x_m) && std::isfinite(one.y_m) ? travel.place(one, off_road_m) : std::nullopt);
  return places;
}

}  // namespace

Result<TravelMatrix> travelMatrix(const RoadTravel& travel, const std::vector<MapXY>& villages,
                                  const std::vector<MapXY>& shelters, const TravelOptions& options,
                                  const CancelToken& cancel) {
  TravelMatrix matrix;
  matrix.villages = villages.size(), matrix.shelters = shelters.size();
  matrix.ms.assign(villages.size() * shelters.size(), kImpassable);
  matrix.village_roads = onRoads(travel, villages, options.off_road_m);
  matrix.shelter_roads = onRoads(travel, shelters, options.off_road_m);
  std::vector<PlaceOnEdge> places;
  std::uint32_t node = travel.graph().arcs.nodeCount();
  const std::uint32_t first_village = node;
  for (const auto* sites : {&matrix.village_roads, &matrix.shelter_roads})
    for (const auto& site : *sites) {
      if (site) places.push_back({site->edge, site->ratio, node});
      ++node;  // a place without a road is a node that nothing leads to
    }
  const std::uint32_t first_shelter = first_village + static_cast<std::uint32_t>(villages.size());
  // Node numbers run over all places, also those without a road.
  const SmallGraph graph = graphWithPlaces(travel, std::move(places)).reduced(node);
  for (std::size_t s = 0; s < shelters.size(); ++s) {
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "evacuation");
    const auto& shelter = matrix.shelter_roads[s];
    if (!shelter) continue;
    const TravelMs off_ms = offRoadMs(*shelter, options);
    const std::vector<TravelMs> ms = graph.towards(first_shelter + static_cast<std::uint32_t>(s), cancel);
    for (std::size_t v = 0; v < villages.size(); ++v) {
      const TravelMs road_ms = ms[first_village + v];
      if (road_ms == kImpassable || !matrix.village_roads[v]) continue;
      const std::uint64_t all = std::uint64_t{road_ms} + off_ms + offRoadMs(*matrix.village_roads[v], options);
      matrix.ms[v * shelters.size() + s] = static_cast<TravelMs>(std::min<std::uint64_t>(all, kImpassable - 1));
    }
  }
  if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "evacuation");
  return matrix;
}

}  // namespace gis::evacuation
