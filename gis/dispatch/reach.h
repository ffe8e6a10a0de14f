// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/dispatch/dispatch_plan.h"

namespace gis::dispatch {

// One depot that has the item, seen from a place.
struct ReachRow {
  std::size_t depot = 0;
  std::int64_t usable = 0;
  DepotStand stand = DepotStand::kNotNeeded;    // that, or kCutOff, kNoWay, kNoRoad, kTooHeavy
  std::optional<std::int64_t> arrive_after_ms;  // loading and driving from now
  std::vector<std::size_t> closures;            // with kCutOff
};

struct ReachBand {
  std::int64_t within_ms = 0;
  std::int64_t units = 0;  // that can be there by then, all depots together
  std::size_t depots = 0;
};

struct Reach {
  bool place_has_road = true;
  std::vector<ReachBand> bands;  // one a limit, in their order
  std::vector<ReachRow> rows;    // the soonest first, those that cannot come last
};

// What of an item can be at a place within some hours (loading counted). One search, from the place. Fails as
// checkTask() does, with kUnknownName (no depot lists the item), kCancelled. Any thread.
Result<Reach> reachOf(const DispatchTask& task, const std::string& item, MapXY at,
                      const std::vector<std::int64_t>& limits_ms, RoadGraphPtr graph, const Vehicle& vehicle,
                      std::vector<NamedClosure> closures, const DispatchOptions& options, double off_road_m = 2000,
                      const CancelToken& cancel = {});

}  // namespace gis::dispatch
