// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/network/named_closure.h"
#include "gis/network/route.h"

namespace gis::evacuation {

// A place that the closures cut off from the main part of the roads (孤岛村).
struct Isolated {
  std::size_t place = 0;              // in what was asked
  std::vector<std::size_t> closures;  // those on its fastest way out, were nothing closed
};

struct IsolatedPlaces {
  std::vector<Isolated> isolated;         // in the order asked
  std::vector<std::size_t> without_road;  // no passable road near, closures aside
};

// The main part is the largest set of junctions that hang together on roads a vehicle may still use in some direction.
// A place that was cut off before anything was closed is not counted here. Fails with kCancelled. Any thread.
Result<IsolatedPlaces> isolatedPlaces(RoadGraphPtr graph, const Vehicle& vehicle,
                                      const std::vector<NamedClosure>& closures, const std::vector<MapXY>& places,
                                      double off_road_m = 2000, const CancelToken& cancel = {});

// For each place, the closures on its fastest way to the nearest of the goals, were nothing closed. One search; to the
// edge: a closure elsewhere on the first or last piece of road counts. Empty where there is no such way. Any thread.
std::vector<std::vector<std::size_t>> closuresOnWays(const RoadTravel& open, const std::vector<NamedClosure>& closures,
                                                     const std::vector<MapXY>& places, const std::vector<MapXY>& goals,
                                                     double off_road_m = 2000);

// All closures together, as RoadTravel takes them.
std::vector<ClosedStretch> stretchesOf(const RoadGraph& graph, const std::vector<NamedClosure>& closures);

}  // namespace gis::evacuation
