// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/network/route.h"

namespace gis::evacuation {

// Milliseconds from every village to every shelter on roads that are open; kImpassable where there is no way.
struct TravelMatrix {
  std::size_t villages = 0, shelters = 0;
  std::vector<TravelMs> ms;                                            // village after village
  std::vector<std::optional<RoadPlace>> village_roads, shelter_roads;  // none: no passable road near

  TravelMs at(std::size_t village, std::size_t shelter) const { return ms[village * shelters + shelter]; }
};

struct TravelOptions {
  double off_road_m = 2000;      // how far a place may lie from a passable road
  double off_road_km_per_h = 4;  // and how fast people get from one to the other; 0: it takes no time
};

// One search from each shelter (Dijkstra, gis/network) in a graph that was made small before: junctions that are no
// village or shelter and have at most three neighbours are taken out, the ways through them becoming one way each,
// which changes no travel time (node elimination; the vertex "contraction" of R. Geisberger et al., Contraction
// Hierarchies, WEA 2008, without its order). tests/bench/evacuation_bench.cpp measures it.
// Closures are those of `travel`. Fails with kCancelled. Any thread.
Result<TravelMatrix> travelMatrix(const RoadTravel& travel, const std::vector<MapXY>& villages,
                                  const std::vector<MapXY>& shelters, const TravelOptions& options = {},
                                  const CancelToken& cancel = {});

}  // namespace gis::evacuation
