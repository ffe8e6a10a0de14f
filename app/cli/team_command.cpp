// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <fstream>
#include <iterator>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/interrupt.h"
#include "app/cli/road_options.h"
#include "app/settings/app_settings.h"
#include "gis/cap/cap_reader.h"
#include "gis/core/clock.h"
#include "gis/evacuation/plan_of_workspace.h"
#include "gis/geo/coordinate_text.h"
#include "gis/network/road_network.h"
#include "gis/store/workspace_present.h"
#include "gis/team/nearest_teams.h"
#include "gis/team/team_store.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace team = gis::team;

struct TeamArguments {
  std::string workspace, at, name, state, task, place, where, author, to, closures, vehicle = "truck";
  int most = 5;
  bool drill = false, free_only = false;
};

Json teamJson(const team::TeamStanding& standing) {
  const gis::LonLat where = standing.where();
  return {{"uuid", standing.team.uuid},
          {"name", standing.team.name},
          {"division", standing.team.division_code},
          {"kind", standing.team.kind},
          {"members", standing.team.members},
          {"vehicles", standing.team.vehicles},
          {"leader", standing.team.leader},
          {"state", team::stateName(standing.state)},
          {"task", standing.task},
          {"place", standing.place},
          {"since", standing.since_utc_ms ? Json(gis::formatUtc(standing.since_utc_ms)) : Json()},
          {"by", standing.actor},
          {"lon_deg", where.lon_deg},
          {"lat_deg", where.lat_deg}};
}

gis::Result<gis::Workspace> teamWorkspace(const TeamArguments& arguments, gis::OpenMode mode) {
  auto workspace = gis::Workspace::open(arguments.workspace, mode);
  if (workspace && mode == gis::OpenMode::kReadWrite && workspace->readOnlyReason())
    return std::unexpected(*workspace->readOnlyReason());
  return workspace;
}

gis::Result<std::vector<team::TeamStanding>> teamStandings(const TeamArguments& arguments,
                                                           const gis::Workspace& workspace) {
  std::optional<std::int64_t> at_utc_ms;
  if (!arguments.at.empty()) {
    const auto typed = gis::readCapTime("at", arguments.at);
    if (!typed)
      return gis::fail(gis::ErrorCode::kInvalidArgument, arguments.at,
                       "a time like 2026-07-20T18:00:00+08:00 expected");
    at_utc_ms = *typed;
  }
  return team::TeamStore(workspace.db(), gis::SystemClock()).standings(arguments.drill, at_utc_ms);
}

int listTeams(const TeamArguments& arguments, const CommandContext& context) {
  const auto workspace = teamWorkspace(arguments, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  if (!arguments.state.empty() && !team::stateNamed(arguments.state))
    return context.fail({gis::ErrorCode::kInvalidArgument,
                         arguments.state,
                         "standby, tasked, on_the_way, on_site or resting expected",
                         {}});
  const auto standings = teamStandings(arguments, *workspace);
  if (!standings) return context.fail(standings.error());
  Json rows = Json::array();
  for (const team::TeamStanding& one : *standings) {
    if (!arguments.state.empty() && team::stateName(one.state) != arguments.state) continue;
    if (context.form() == OutputForm::kText)
      context.out() << one.team.name << '\t' << team::stateName(one.state) << '\t' << one.task << '\t' << one.place
                    << '\n';
    rows.push_back(teamJson(one));
  }
  if (context.form() == OutputForm::kJson) context.print({{"drill", arguments.drill}, {"teams", std::move(rows)}});
  return kExitDone;
}

gis::Result<gis::LonLat> typedPlace(const std::string& text, const gis::Workspace& workspace) {
  const auto typed = gis::parseCoordinate(text, workspace.facts().map_crs);
  if (!typed) return std::unexpected(typed.error());
  return gis::LonLat{typed->position.lon_deg, typed->position.lat_deg};
}

int setTeam(const TeamArguments& arguments, const CommandContext& context) {
  const auto workspace = teamWorkspace(arguments, gis::OpenMode::kReadWrite);
  if (!workspace) return context.fail(workspace.error());
  const gis::FixedClock clock(gis::presentUtcMs(workspace->db(), gis::SystemClock()));
  const team::TeamStore store(workspace->db(), clock);
  const auto which = store.find(arguments.name);
  if (!which) return context.fail(which.error());
  const auto state = team::stateNamed(arguments.state);
  if (!state)
    return context.fail({gis::ErrorCode::kInvalidArgument,
                         arguments.state,
                         "standby, tasked, on_the_way, on_site or resting expected",
                         {}});
  team::TeamEvent event;
  event.team_uuid = which->uuid, event.state = *state;
  event.task = arguments.task, event.place = arguments.place, event.is_drill = arguments.drill;
  event.actor = arguments.author.empty() ? AppSettings().author().name : arguments.author;
  if (event.actor.empty()) event.actor = "fengsui";
  if (!arguments.where.empty()) {
    const auto where = typedPlace(arguments.where, *workspace);
    if (!where) return context.fail(where.error());
    event.where = *where;
  }
  const auto added = store.add(event);
  if (!added) return context.fail(added.error());
  context.print(teamJson(team::standingsOf({*which}, {*added}).front()));
  return kExitDone;
}

gis::Result<std::vector<gis::ClosedStretch>> teamClosures(const TeamArguments& arguments, const gis::RoadGraph& graph,
                                                          const gis::Projector& to_map) {
  if (arguments.closures.empty()) return std::vector<gis::ClosedStretch>();
  std::ifstream in(arguments.closures, std::ios::binary);
  if (!in) return gis::fail(gis::ErrorCode::kNotFound, arguments.closures);
  const auto closures =
      gis::closuresFromGeoJson(std::string{std::istreambuf_iterator<char>(in), {}}, arguments.closures, to_map);
  if (!closures) return std::unexpected(closures.error());
  return gis::closedStretches(graph, *closures);
}

int nearestTo(const TeamArguments& arguments, const CommandContext& context) {
  const Interrupt interrupt;
  const auto workspace = teamWorkspace(arguments, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const auto to_map = gis::Projector::create("EPSG:4490", workspace->facts().map_crs);
  if (!to_map) return context.fail(to_map.error());
  const auto place = typedPlace(arguments.to, *workspace);
  if (!place) return context.fail(place.error());
  const auto at = to_map->forward({place->lon_deg, place->lat_deg});
  if (!at || !std::isfinite(at->x)) return context.fail({gis::ErrorCode::kOutOfRange, arguments.to, "", {}});
  const auto vehicle = gis::vehicleNamed(workspace->folder(), arguments.vehicle);
  if (!vehicle) return context.fail(vehicle.error());
  auto standings = teamStandings(arguments, *workspace);
  if (!standings) return context.fail(standings.error());
  if (arguments.free_only) std::erase_if(*standings, [](const team::TeamStanding& one) { return !one.isFree(); });
  if (standings->empty()) return context.fail({gis::ErrorCode::kNoData, "rescue_team", "no team", {}});
  const auto graph = gis::loadRoadNetwork(*workspace, interrupt.token());
  if (!graph) return context.fail(graph.error());
  auto closed = teamClosures(arguments, **graph, *to_map);
  if (!closed) return context.fail(closed.error());
  std::vector<gis::MapXY> teams;
  for (const team::TeamStanding& one : *standings) {
    const auto xy = to_map->forward({one.where().lon_deg, one.where().lat_deg});
    teams.push_back(xy ? gis::MapXY{xy->x, xy->y} : gis::MapXY{});
  }
  const gis::RoadTravel travel(*graph, *vehicle, std::move(*closed));
  const auto near = team::nearestTeams(travel, vehicle->off_road_km_per_h, teams, {at->x, at->y},
                                       static_cast<std::size_t>(arguments.most), interrupt.token());
  if (!near) return context.fail(near.error());
  Json rows = Json::array();
  for (const team::NearTeam& one : near->reached) {
    Json row = teamJson((*standings)[one.team]);
    row["drive_min"] = static_cast<double>(one.drive_ms) / 60'000;
    row["road_km"] = one.dist_m / 1000;
    if (context.form() == OutputForm::kText)
      context.out() << (*standings)[one.team].team.name << '\t' << row["drive_min"].get<double>() << " min\n";
    rows.push_back(std::move(row));
  }
  if (context.form() == OutputForm::kJson)
    context.print({{"vehicle", vehicle->id},
                   {"speeds_unverified", vehicle->unverified},
                   {"teams", std::move(rows)},
                   {"cut_off", near->cut_off.size()}});
  return near->reached.empty() ? kExitUndecided : kExitDone;
}

void addTeamWorkspace(CLI::App& command, TeamArguments& arguments, CommandContext& context) {
  command
      .add_option("--workspace", arguments.workspace,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  command.add_flag("--drill", arguments.drill,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "a drill; never mixed with what is real")));
  addCommonOptions(command, context);
}

}  // namespace

void addTeamCommand(CLI::App& program, CommandContext& context) {
  const auto arguments = std::make_shared<TeamArguments>();
  CLI::App* teams = program.add_subcommand(
      "team", cliText(QT_TRANSLATE_NOOP("CommandLine", "rescue teams: what they do, and who is there first")));
  teams->require_subcommand(1);
  CLI::App* list = teams->add_subcommand(
      "list", cliText(QT_TRANSLATE_NOOP("CommandLine", "all teams of the census with their state")));
  addTeamWorkspace(*list, *arguments, context);
  list->add_option("--at", arguments->at,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "as it was known at a time, 2026-07-20T18:00:00+08:00")));
  list->add_option("--state", arguments->state, cliText(QT_TRANSLATE_NOOP("CommandLine", "only those in this state")));
  list->callback([arguments, &context] { context.exit_code = listTeams(*arguments, context); });
  CLI::App* set = teams->add_subcommand(
      "set", cliText(QT_TRANSLATE_NOOP("CommandLine", "a team's state, task and place from now on")));
  set->add_option("team", arguments->name, cliText(QT_TRANSLATE_NOOP("CommandLine", "its name or uuid")))->required();
  set->add_option("state", arguments->state,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "standby, tasked, on_the_way, on_site or resting")))
      ->required();
  addTeamWorkspace(*set, *arguments, context);
  set->add_option("--task", arguments->task, cliText(QT_TRANSLATE_NOOP("CommandLine", "what it is to do")));
  set->add_option("--place", arguments->place, cliText(QT_TRANSLATE_NOOP("CommandLine", "where, in words")));
  set->add_option("--at-place", arguments->where,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "where, LON,LAT or any other form of a position")));
  set->add_option("--author", arguments->author, cliText(QT_TRANSLATE_NOOP("CommandLine", "who says so")));
  set->callback([arguments, &context] { context.exit_code = setTeam(*arguments, context); });
  CLI::App* nearest = teams->add_subcommand(
      "nearest", cliText(QT_TRANSLATE_NOOP("CommandLine", "who is at a place first, on roads that are open")));
  addTeamWorkspace(*nearest, *arguments, context);
  nearest
      ->add_option("--to", arguments->to,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "destination, LON,LAT or any other form of a position")))
      ->required();
  addClosuresOption(*nearest, arguments->closures);
  addVehicleOption(*nearest, arguments->vehicle);
  nearest->add_option("--most", arguments->most, cliText(QT_TRANSLATE_NOOP("CommandLine", "how many teams")))
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  nearest->add_flag("--free", arguments->free_only, cliText(QT_TRANSLATE_NOOP("CommandLine", "only teams on standby")));
  nearest->callback([arguments, &context] { context.exit_code = nearestTo(*arguments, context); });
}

}  // namespace app
