// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis::team {

// code_team_state.
enum class TeamState { kStandby = 1, kTasked = 2, kOnTheWay = 3, kOnSite = 4, kResting = 5 };
inline constexpr TeamState kTeamStates[] = {TeamState::kStandby, TeamState::kTasked, TeamState::kOnTheWay,
                                            TeamState::kOnSite, TeamState::kResting};
// "standby", "tasked", "on_the_way", "on_site", "resting".
std::string_view stateName(TeamState state);
std::optional<TeamState> stateNamed(std::string_view name);

// A team of the census (table rescue_team).
struct Team {
  std::int64_t fid = 0;
  std::string uuid, name, division_code;
  int kind = 0;  // code_team_kind
  int members = 0, vehicles = 0;
  std::string leader, phone;
  LonLat base;  // where it is at home
};

// What somebody said of a team. Append-only: a correction is another event.
struct TeamEvent {
  std::int64_t seq = 0;  // given by the store
  std::string team_uuid;
  std::int64_t at_utc_ms = 0;  // given by the store
  TeamState state = TeamState::kStandby;
  std::string task, place;
  std::optional<LonLat> where;  // of `place`
  std::string actor;
  bool is_drill = false;
};

// Where a team stands at a moment. Nothing was ever said of it: standby at its base, since nobody knows when.
struct TeamStanding {
  Team team;
  TeamState state = TeamState::kStandby;
  std::string task, place, actor;
  std::optional<LonLat> goal;     // of `place`
  std::int64_t since_utc_ms = 0;  // 0: not known
  // Where it is as far as is known: at its goal when it is on site, else at its base.
  LonLat where() const { return state == TeamState::kOnSite && goal ? *goal : team.base; }
  // May be given a task: it has none and does not rest.
  bool isFree() const { return state == TeamState::kStandby; }
};

// Whether an event may be added: a name of who says it, a task for a team that is tasked, on the way or on site. Fails
// with kInvalidArgument. Pure.
Result<void> checkTeamEvent(const TeamEvent& event);

// Standings at a moment from events in the order they were added; events of unknown teams are passed over. Pure.
std::vector<TeamStanding> standingsOf(const std::vector<Team>& teams, const std::vector<TeamEvent>& events);

}  // namespace gis::team
