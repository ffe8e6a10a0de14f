// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/network/closure.h"
#include "gis/network/road_graph.h"
#include "gis/network/vehicle.h"

namespace gis::sending {

// Driving time from each place to one, round what is closed; nothing: no way, or farther than 2 km from a passable
// road. The stretch off the road counts at the vehicle's pace. One search. Any thread.
std::vector<std::optional<std::int64_t>> driveTimesTo(const RoadGraphPtr& graph, const Vehicle& vehicle, MapXY to,
                                                      const std::vector<MapXY>& from,
                                                      const std::vector<Closure>& closures = {},
                                                      const CancelToken& cancel = {});

}  // namespace gis::sending
