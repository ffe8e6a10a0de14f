// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/river_trace.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace gis::flood {
namespace {

// The way from the traced reach to the near end of each other one.
struct Way {
  double way_m = 0;
  TravelTime travel;
};

TravelTime part(const TravelTime& whole, double ratio) {
  return {whole.likely_h * ratio, whole.quick_h * ratio, whole.slow_h * ratio};
}

}  // namespace

void placeByRivers(RiverBasin& rivers) {
  const ReachLocator locator(rivers.network);
  for (Riverside& r : rivers.riverside) {
    // A reservoir or gauge stands at a river, not at the gully beside it.
    const double least_km2 = r.kind == RiversideKind::kVillage ? 0 : 2;
    r.place = locator.nearest(r.at, r.kind == RiversideKind::kVillage ? kVillageReachM : 1500, least_km2);
  }
  for (Basin& basin : rivers.basins) {
    // The outlet lies on its reach; of the reaches that meet there its own drains about as much.
    const auto at = locator.nearest(basin.outlet, 300, 0.5 * basin.area_km2);
    if (at) basin.reach = at->reach;
    if (!at) continue;
    std::size_t best = at->reach;
    const auto miss = [&](std::size_t r) {
      return std::abs(std::log(rivers.network.reaches()[r].upstream_km2 / basin.area_km2));
    };
    for (const std::uint32_t up : rivers.network.upstreamOf(at->reach))
      if (miss(up) < miss(best)) best = up;
    basin.reach = best;
  }
}

Result<RiverTrace> traceRiver(const RiverBasin& rivers, std::size_t reach, Direction direction, const TravelRule& rule,
                              double bank_m) {
  const auto& all = rivers.network.reaches();
  if (reach >= all.size()) return fail(ErrorCode::kUnknownName, "river_reach");
  const bool up = direction == Direction::kUpstream;
  RiverTrace trace;
  trace.reaches = up ? rivers.network.upstream(reach) : rivers.network.downstream(reach);
  std::map<std::size_t, Way> ways;
  std::vector<TravelTime> own(all.size());
  for (const std::size_t r : trace.reaches) {
    const auto time = travelTime(all[r], rule);
    if (!time) return std::unexpected(Error(time.error()).via("reach " + std::to_string(all[r].no)));
    own[r] = *time;
    Way way;
    if (r != reach) {
      // Upstream: the reach below has been seen; downstream: the one before in the list.
      const std::size_t before = up ? rivers.network.downstreamOf(r) : trace.reaches[ways.size() - 1];
      way = ways[before];
      way.way_m += all[before].length_m;
      way.travel += own[before];
    }
    ways[r] = way;
    trace.river_length_m += all[r].length_m;
    if (way.way_m + all[r].length_m > trace.longest_m) {
      trace.longest_m = way.way_m + all[r].length_m;
      trace.longest_travel = way.travel;
      trace.longest_travel += own[r];
    }
  }
  trace.area_km2 = all[up ? reach : trace.reaches.back()].upstream_km2;
  for (std::size_t i = 0; i < rivers.riverside.size(); ++i) {
    const Riverside& side = rivers.riverside[i];
    if (!side.place) continue;
    const auto way = ways.find(side.place->reach);
    if (way == ways.end()) continue;
    const bool village = side.kind == RiversideKind::kVillage;
    if (!up && village && side.place->offset_m > bank_m) continue;
    const double length_m = all[side.place->reach].length_m;
    const double along_m = std::clamp(side.place->along_m, 0.0, length_m);
    const double in_reach_m = up ? length_m - along_m : along_m;
    TracedPlace place{i, way->second.way_m + in_reach_m, way->second.travel};
    place.travel += part(own[side.place->reach], in_reach_m / length_m);
    if (village) trace.people += side.people;
    (village                                  ? trace.villages
     : side.kind == RiversideKind::kReservoir ? trace.reservoirs
                                              : trace.gauges)
        .push_back(place);
  }
  for (auto* list : {&trace.villages, &trace.reservoirs, &trace.gauges})
    std::ranges::stable_sort(*list, {}, &TracedPlace::way_m);
  for (std::size_t b = 0; b < rivers.basins.size(); ++b)
    if (ways.contains(rivers.basins[b].reach)) trace.basins.push_back(b);
  return trace;
}

}  // namespace gis::flood
