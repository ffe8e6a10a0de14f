// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/team/nearest_teams.h"

#include <algorithm>
#include <cmath>

namespace gis::team {

Result<NearTeams> nearestTeams(const RoadTravel& travel, double off_road_km_per_h, const std::vector<MapXY>& teams,
                               MapXY place, std::size_t most, const CancelToken& cancel) {
  const auto goal = travel.place(place);
  if (!goal) return fail(ErrorCode::kNoData, "road", "no passable road within 5 km of the place");
  std::vector<std::optional<RoadPlace>> starts;
  std::vector<RoadPlace> until;
  for (const MapXY& at : teams) {
    starts.push_back(travel.place(at));
    if (starts.back()) until.push_back(*starts.back());
  }
  const TravelTree tree = travel.search(*goal, TravelDirection::kTowards, kImpassable - 1, until, cancel);
  if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "teams");
  constexpr double kMsAMetreAtOneKmPerH = 3600;
  NearTeams near;
  for (std::size_t t = 0; t < teams.size(); ++t) {
    const auto ms = starts[t] ? tree.timeTo(*starts[t]) : std::nullopt;
    if (!ms) {
      near.cut_off.push_back(t);
      continue;
    }
    const double off_m = goal->off_road_m + starts[t]->off_road_m;
    const double off_ms = off_road_km_per_h > 0 ? off_m * kMsAMetreAtOneKmPerH / off_road_km_per_h : 0;
    near.reached.push_back({t, std::int64_t{*ms} + std::llround(off_ms), 0, {}});
  }
  std::ranges::stable_sort(near.reached, {}, &NearTeam::drive_ms);
  if (near.reached.size() > most) near.reached.resize(most);
  for (NearTeam& one : near.reached)
    if (auto route = tree.routeTo(*starts[one.team])) one.dist_m = route->dist_m, one.line = std::move(route->line);
  return near;
}

}  // namespace gis::team
