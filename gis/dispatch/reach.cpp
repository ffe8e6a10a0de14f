// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/dispatch/reach.h"

#include <algorithm>

namespace gis::dispatch {

Result<Reach> reachOf(const DispatchTask& task, const std::string& item, MapXY at,
                      const std::vector<std::int64_t>& limits_ms, RoadGraphPtr graph, const Vehicle& vehicle,
                      std::vector<NamedClosure> closures, const DispatchOptions& options, double off_road_m,
                      const CancelToken& cancel) {
  if (std::ranges::none_of(task.stock, [&](const StockLine& line) { return line.item == item; }))
    return fail(ErrorCode::kUnknownName, item, "no depot lists this item");
  // A wish for all there is makes every depot answer.
  DispatchTask wish{task.depots, task.stock, {}};
  wish.requests.push_back({"reach", "", at, item, kMostUnits, {}, 1});
  if (auto checked = checkTask(wish, options); !checked) return std::unexpected(std::move(checked.error()));
  auto roads = roadsOf(wish, std::move(graph), vehicle, off_road_m, cancel).under(std::move(closures), cancel);
  if (!roads) return std::unexpected(std::move(roads.error()));
  Reach reach;
  reach.place_has_road = roads->placeHasRoad(0);
  for (const DepotNote& note : depotNotes(wish, *roads, options, 0)) {
    ReachRow row{note.depot, note.usable, note.stand, {}, note.closures};
    if (row.stand == DepotStand::kNotNeeded && note.drive_ms) row.arrive_after_ms = options.loading_ms + *note.drive_ms;
    reach.rows.push_back(std::move(row));
  }
  for (const std::int64_t limit_ms : limits_ms) {
    ReachBand band{limit_ms, 0, 0};
    for (const ReachRow& row : reach.rows)
      if (row.arrive_after_ms && *row.arrive_after_ms <= limit_ms) band.units += row.usable, ++band.depots;
    reach.bands.push_back(band);
  }
  return reach;
}

}  // namespace gis::dispatch
