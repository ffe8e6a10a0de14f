// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <cmath>
#include <fstream>
#include <iterator>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/input_text.h"
#include "app/cli/interrupt.h"
#include "app/cli/road_options.h"
#include "gis/geo/coordinate_text.h"
#include "gis/geo/projector.h"
#include "gis/network/road_network.h"
#include "gis/network/route.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

// No way leads there: an answer, and one a script wants to know of.
constexpr int kExitUnreachable = 3;

struct RouteArguments {
  std::filesystem::path workspace;
  std::string from, to;
  std::string vehicle = "fire_engine";
  std::filesystem::path closures;
  std::vector<std::int64_t> closed_rows;
  double off_road_m = 5000;
};

double routeRounded(double value, double steps) { return std::round(value * steps) / steps; }

Json lonLat(const gis::Projector& to_map, gis::MapXY at) {
  const auto back = to_map.inverse({at.x_m, at.y_m});
  return back ? Json::array({routeRounded(back->x, 1e7), routeRounded(back->y, 1e7)}) : Json(nullptr);
}

gis::Result<std::vector<gis::Closure>> closuresOf(const std::filesystem::path& file, const gis::Projector& to_map) {
  if (file.empty()) return std::vector<gis::Closure>();
  std::ifstream in(file, std::ios::binary);
  if (!in) return gis::fail(gis::ErrorCode::kNotFound, file.string());
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return gis::closuresFromGeoJson(text, file.string(), to_map);
}

gis::Result<gis::MapXY> pointOf(const std::string& text, const std::string& map_crs, const gis::Projector& to_map) {
  const auto typed = gis::parseCoordinate(text, map_crs);
  if (!typed) return std::unexpected(typed.error());
  const auto at = to_map.forward({typed->position.lon_deg, typed->position.lat_deg});
  if (!at || !std::isfinite(at->x)) return gis::fail(gis::ErrorCode::kOutOfRange, text);
  return gis::MapXY{at->x, at->y};
}

Json routeJson(const gis::Route& route, const gis::Projector& to_map) {
  auto steps = Json::array();
  for (const gis::RouteStep& step : route.steps)
    steps.push_back({{"name", step.name},
                     {"road_class", step.road_class},
                     {"dist_m", routeRounded(step.dist_m, 10)},
                     {"duration_s", routeRounded(step.duration_s, 10)}});
  auto line = Json::array();
  for (const gis::MapXY& p : route.line) line.push_back(lonLat(to_map, p));
  return {{"dist_km", routeRounded(route.dist_m / 1000, 1000)},
          {"duration_min", routeRounded(route.duration_ms / 60000.0, 100)},
          {"from_off_road_m", routeRounded(route.from.off_road_m, 10)},
          {"to_off_road_m", routeRounded(route.to.off_road_m, 10)},
          {"steps", std::move(steps)},
          {"geometry", {{"type", "LineString"}, {"coordinates", std::move(line)}}}};
}

int route(const RouteArguments& arguments, const CommandContext& context) {
  const Interrupt interrupt;
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const std::string map_crs = workspace->facts().map_crs;
  const auto to_map = gis::Projector::create("EPSG:4490", map_crs);
  if (!to_map) return context.fail(to_map.error());
  const auto from = pointOf(arguments.from, map_crs, *to_map);
  if (!from) return context.fail(from.error());
  const auto to = pointOf(arguments.to, map_crs, *to_map);
  if (!to) return context.fail(to.error());
  const auto vehicle = gis::vehicleNamed(workspace->folder(), arguments.vehicle);
  if (!vehicle) return context.fail(vehicle.error());
  const auto closures = closuresOf(arguments.closures, *to_map);
  if (!closures) return context.fail(closures.error());

  const auto began = std::chrono::steady_clock::now();
  const auto since = [&began] {
    return std::round(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count() *
                      10) /
           10;
  };
  const auto graph = gis::loadRoadNetwork(*workspace, interrupt.token());
  if (!graph) return context.fail(graph.error());
  const double load_ms = since();
  std::vector<gis::ClosedRow> rows;
  for (const std::int64_t fid : arguments.closed_rows) rows.push_back({gis::RoadSource::kRoad, fid});
  const gis::RoadTravel travel(*graph, *vehicle, gis::closedStretches(**graph, *closures, rows));
  const auto start = travel.place(*from, arguments.off_road_m), end = travel.place(*to, arguments.off_road_m);
  std::optional<gis::Route> found;
  if (start && end) found = travel.route(*start, *end, interrupt.token());
  if (interrupt.token().cancelled()) return context.fail({gis::ErrorCode::kCancelled, "route", "", {}});
  const double search_ms = since() - load_ms;

  const char* reason = !start ? "no_road_near_from" : !end ? "no_road_near_to" : "no_way";
  if (context.form() == OutputForm::kJson) {
    Json json = {{"reachable", found.has_value()},
                 {"vehicle", vehicle->id},
                 {"speeds_unverified", vehicle->unverified},
                 {"speeds_source", context.m_language == "zh" ? vehicle->source_zh : vehicle->source},
                 {"closed_stretches", travel.closed().size()},
                 {"load_ms", load_ms},
                 {"search_ms", routeRounded(search_ms, 10)}};
    if (found)
      json.update(routeJson(*found, *to_map));
    else
      json["reason"] = reason;
    context.print(json);
    return found ? kExitDone : kExitUnreachable;
  }
  if (!found) {
    context.tell(!start || !end
                     ? QCoreApplication::translate("CommandLine", "No passable road within %1 m of the place.")
                           .arg(arguments.off_road_m)
                     : QCoreApplication::translate(
                           "CommandLine",
                           "There is no way: every road between the places is closed or impassable for this vehicle."));
    return kExitUnreachable;
  }
  context.out() << QCoreApplication::translate("CommandLine", "%1 km, %2 minutes")
                       .arg(found->dist_m / 1000, 0, 'f', 1)
                       .arg(found->duration_ms / 60000.0, 0, 'f', 0)
                       .toStdString()
                << '\n';
  for (const gis::RouteStep& step : found->steps)
    context.out() << "  "
                  << (step.name.empty()
                          ? QCoreApplication::translate("CommandLine", "road without a name").toStdString()
                          : step.name)
                  << "  "
                  << QCoreApplication::translate("CommandLine", "%1 km, %2 minutes")
                         .arg(step.dist_m / 1000, 0, 'f', 1)
                         .arg(step.duration_s / 60, 0, 'f', 0)
                         .toStdString()
                  << '\n';
  if (found->to.off_road_m > 50)
    context.out() << "  "
                  << QCoreApplication::translate("CommandLine", "then %1 m off the road")
                         .arg(found->to.off_road_m, 0, 'f', 0)
                         .toStdString()
                  << '\n';
  return kExitDone;
}

}  // namespace

void addRouteCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "route", cliText(QT_TRANSLATE_NOOP("CommandLine", "the fastest way by road, round what is closed")));
  const auto arguments = std::make_shared<RouteArguments>();
  command
      ->add_option("--workspace", arguments->workspace,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  command
      ->add_option("--from", arguments->from,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "start, LON,LAT or any other form of a position")))
      ->required();
  command
      ->add_option("--to", arguments->to, cliText(QT_TRANSLATE_NOOP("CommandLine", "destination, in the same forms")))
      ->required();
  command
      ->add_option("--vehicle", arguments->vehicle,
                   cliText(QT_TRANSLATE_NOOP(
                       "CommandLine",
                       "fire_engine, troop_carrier, truck, bus, car, foot, or one of the workspace's vehicles.json")))
      ->capture_default_str();
  addClosuresOption(*command, arguments->closures);
  command->add_option("--close-road", arguments->closed_rows,
                      cliText(QT_TRANSLATE_NOOP(
                          "CommandLine", "close a row of the road table by its fid; may be given several times")));
  addOffRoadOption(*command, arguments->off_road_m);
  addCommonOptions(*command, context);
  command->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Exit codes: 0 a way was found, 1 failed, 2 wrong usage, 3 there is no way.\nExample:\n"
      "  fengsui route --workspace ~/city --from 113.11,36.19 --to 112.34,36.50 --closures flood.geojson --json")));
  command->callback([arguments, &context] { context.exit_code = route(*arguments, context); });
}

}  // namespace app
