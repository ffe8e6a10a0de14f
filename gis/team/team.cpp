// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/team/team.h"

#include <unordered_map>

namespace gis::team {

std::string_view stateName(TeamState state) {
  constexpr std::string_view kNames[] = {"", "standby", "tasked", "on_the_way", "on_site", "resting"};
  return kNames[static_cast<int>(state)];
}

std::optional<TeamState> stateNamed(std::string_view name) {
  for (const TeamState state : kTeamStates)
    if (stateName(state) == name) return state;
  return std::nullopt;
}

Result<void> checkTeamEvent(const TeamEvent& event) {
  if (event.actor.empty()) return fail(ErrorCode::kInvalidArgument, "author", "who says so is needed");
  const bool busy =
      event.state == TeamState::kTasked || event.state == TeamState::kOnTheWay || event.state == TeamState::kOnSite;
  if (busy && event.task.empty())
    return fail(ErrorCode::kInvalidArgument, "task", "a team that is tasked needs a task in words");
  return {};
}

std::vector<TeamStanding> standingsOf(const std::vector<Team>& teams, const std::vector<TeamEvent>& events) {
  std::vector<TeamStanding> standings;
  std::unordered_map<std::string, std::size_t> place_of;
  for (const Team& team : teams) {
    place_of.emplace(team.uuid, standings.size());
    TeamStanding standing;
    standing.team = team;
    standings.push_back(std::move(standing));
  }
  for (const TeamEvent& event : events) {
    const auto found = place_of.find(event.team_uuid);
    if (found == place_of.end()) continue;
    TeamStanding& standing = standings[found->second];
    standing.state = event.state;
    standing.task = event.task, standing.place = event.place, standing.actor = event.actor;
    standing.goal = event.where;
    standing.since_utc_ms = event.at_utc_ms;
  }
  return standings;
}

}  // namespace gis::team
