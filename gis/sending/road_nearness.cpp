// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/sending/road_nearness.h"

#include <memory>

#include "gis/dispatch/dispatch_roads.h"

namespace gis::sending {

std::vector<std::optional<std::int64_t>> driveTimesTo(const RoadGraphPtr& graph, const Vehicle& vehicle, MapXY to,
                                                      const std::vector<MapXY>& from,
                                                      const std::vector<Closure>& closures, const CancelToken& cancel) {
  std::vector<std::optional<std::int64_t>> times(from.size());
  if (!graph || from.empty()) return times;
  std::vector<NamedClosure> named;
  for (const Closure& closure : closures) named.push_back({{}, closure});
  const auto table = dispatch::DispatchRoads(graph, vehicle, from, {to}, 2000, cancel).under(std::move(named), cancel);
  if (!table) return times;
  for (std::size_t i = 0; i < from.size(); ++i) times[i] = table->driveMs(i, 0);
  return times;
}

}  // namespace gis::sending
