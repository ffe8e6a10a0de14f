// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stocks_plan_command.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iterator>
#include <memory>

#include "app/cli/interrupt.h"
#include "app/cli/road_options.h"
#include "app/cli/stocks_file_trouble.h"
#include "app/cli/stocks_plan_text.h"
#include "gis/cap/cap_reader.h"
#include "gis/core/clock.h"
#include "gis/dispatch/dispatch_reader.h"
#include "gis/geo/coordinate_text.h"
#include "gis/network/road_network.h"
#include "gis/sending/closed_place.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace dispatch = gis::dispatch;

// Something that was asked for cannot be brought: an answer, and one a script wants to know of.
constexpr int kExitShort = 3;
constexpr double kMsPerMinute = 60'000, kMsPerPlanHour = 3'600'000;

struct StocksPlanArguments {
  std::filesystem::path workspace, requests, closures, footprint, stock;
  std::string item, to, now;
  std::string vehicle = "truck";
  std::vector<double> hours{1, 2, 4};
  double loading_min = 30, off_road_m = 2000;
  double payload_kg = 10'000, volume_m3 = 40;
  bool leave_out_late = false, geometry = false, once = false;
};

gis::Result<std::string> planFileText(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return gis::fail(gis::ErrorCode::kNotFound, file.string());
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

// What both commands start from.
struct PlanGround {
  gis::Workspace workspace;
  gis::Projector to_map;
  gis::Vehicle vehicle;
  std::vector<gis::NamedClosure> closures;
  dispatch::DispatchTask task;
  dispatch::DispatchOptions options;
  ItemNames item_names;
};

gis::Result<std::vector<gis::NamedClosure>> planClosures(const std::filesystem::path& file,
                                                         const gis::Projector& to_map) {
  if (file.empty()) return std::vector<gis::NamedClosure>();
  const auto text = planFileText(file);
  if (!text) return std::unexpected(text.error());
  return gis::namedClosuresFromGeoJson(*text, file.string(), to_map);
}

// The footprint of a hazard: every road piece that lies in it is closed.
gis::Result<void> addFootprint(const std::filesystem::path& file, const gis::Projector& to_map,
                               std::vector<gis::NamedClosure>& closures) {
  if (file.empty()) return {};
  const auto text = planFileText(file);
  if (!text) return std::unexpected(text.error());
  const auto places = gis::sending::closedByFootprint(*text, file.string(), file.stem().string());
  if (!places) return std::unexpected(places.error());
  auto more = gis::sending::closuresOf(*places, to_map);
  if (!more) return std::unexpected(std::move(more.error()));
  std::ranges::move(*more, std::back_inserter(closures));
  return {};
}

gis::Result<dispatch::DispatchOptions> planOptions(const StocksPlanArguments& arguments,
                                                   const gis::Workspace& workspace) {
  dispatch::DispatchOptions options;
  options.now_utc_ms = gis::presentUtcMs(workspace.db(), gis::SystemClock());
  if (!arguments.now.empty()) {
    const auto now = gis::readCapTime("now", arguments.now);
    if (!now)
      return gis::fail(gis::ErrorCode::kInvalidArgument, arguments.now,
                       "a time like 2026-07-20T18:00:00+08:00 expected");
    options.now_utc_ms = *now;
  }
  options.loading_ms = std::llround(arguments.loading_min * kMsPerMinute);
  options.late = arguments.leave_out_late ? dispatch::LatePolicy::kLeaveOut : dispatch::LatePolicy::kSendLate;
  options.rounds = arguments.once ? dispatch::TruckRounds::kOnce : dispatch::TruckRounds::kAgain;
  options.hired = {{"hired", arguments.payload_kg, arguments.volume_m3, 0}};
  return options;
}

gis::Result<PlanGround> planGround(const StocksPlanArguments& arguments, const StockSource& ledger) {
  auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(std::move(workspace.error()));
  auto to_map = gis::Projector::create("EPSG:4490", workspace->facts().map_crs);
  if (!to_map) return std::unexpected(std::move(to_map.error()));
  auto vehicle = gis::vehicleNamed(workspace->folder(), arguments.vehicle);
  if (!vehicle) return std::unexpected(std::move(vehicle.error()));
  auto closures = planClosures(arguments.closures, *to_map);
  if (!closures) return std::unexpected(std::move(closures.error()));
  if (auto added = addFootprint(arguments.footprint, *to_map, *closures); !added)
    return std::unexpected(std::move(added.error()));
  auto options = planOptions(arguments, *workspace);
  if (!options) return std::unexpected(std::move(options.error()));
  dispatch::DispatchTask task;
  gis::Result<ItemNames> filled;
  if (!arguments.stock.empty()) {
    const auto text = planFileText(arguments.stock);
    if (!text) return std::unexpected(text.error());
    const auto read = dispatch::readStock(*text, arguments.stock.string(), *to_map, task);
    if (!read) return std::unexpected(read.error());
  } else if (ledger) {
    filled = ledger(*workspace, *to_map, task);
  } else {
    filled = gis::fail(gis::ErrorCode::kNoData, "--stock", "a file of depots and stock is needed");
  }
  if (!filled) return std::unexpected(std::move(filled.error()));
  return PlanGround{std::move(*workspace), std::move(*to_map),  std::move(*vehicle), std::move(*closures),
                    std::move(task),       std::move(*options), std::move(*filled)};
}

// As the task calls it; a name that nobody knows stays, and the plan says that nobody has such a thing.
std::string plannedItem(const PlanGround& ground, const std::string& name) {
  const auto known = ground.item_names.find(name);
  return known == ground.item_names.end() ? name : known->second;
}

// Milliseconds since the last asking.
class PlanStopwatch {
 public:
  double lap() {
    const auto now = std::chrono::steady_clock::now();
    const double ms = std::chrono::duration<double, std::milli>(now - m_since).count();
    m_since = now;
    return std::round(ms * 10) / 10;
  }

 private:
  std::chrono::steady_clock::time_point m_since = std::chrono::steady_clock::now();
};

Json planAssumptions(const PlanGround& ground, const CommandContext& context) {
  return {{"now", gis::formatUtc(ground.options.now_utc_ms)},
          {"loading_min", static_cast<double>(ground.options.loading_ms) / kMsPerMinute},
          {"late", ground.options.late == dispatch::LatePolicy::kLeaveOut ? "left_out" : "sent_late"},
          {"vehicle", ground.vehicle.id},
          {"speeds_unverified", ground.vehicle.unverified},
          {"speeds_source", context.m_language == "zh" ? ground.vehicle.source_zh : ground.vehicle.source}};
}

int runPlan(const StocksPlanArguments& arguments, const StockSource& ledger, const CommandContext& context) {
  const Interrupt interrupt;
  auto ground = planGround(arguments, ledger);
  if (!ground) return failOfStocks(context, ground.error());
  const auto text = planFileText(arguments.requests);
  if (!text) return failOfStocks(context, text.error());
  auto requests = dispatch::readRequests(*text, arguments.requests.string(), ground->to_map);
  if (!requests) return failOfStocks(context, requests.error());
  ground->task.requests = std::move(*requests);
  for (dispatch::Request& request : ground->task.requests) request.item = plannedItem(*ground, request.item);
  if (const auto checked = dispatch::checkTask(ground->task, ground->options); !checked)
    return failOfStocks(context, checked.error());

  PlanStopwatch watch;
  const auto graph = gis::loadRoadNetwork(ground->workspace, interrupt.token());
  if (!graph) return failOfStocks(context, graph.error());
  const double load_ms = watch.lap();
  const auto roads = dispatch::roadsOf(ground->task, *graph, ground->vehicle, arguments.off_road_m, interrupt.token());
  const double open_ms = watch.lap();
  const auto table = roads.under(ground->closures, interrupt.token());
  if (!table) return failOfStocks(context, table.error());
  const double closures_ms = watch.lap();
  const auto plan = dispatch::planDispatch(ground->task, *table, ground->options, interrupt.token());
  if (!plan) return failOfStocks(context, plan.error());
  const double plan_ms = watch.lap();

  const bool is_short =
      std::ranges::any_of(plan->answers, [](const dispatch::RequestAnswer& answer) { return answer.short_by > 0; });
  if (context.form() == OutputForm::kJson) {
    Json json = planAssumptions(*ground, context);
    json["load_ms"] = load_ms, json["open_roads_ms"] = open_ms;
    json["closures_ms"] = closures_ms, json["plan_ms"] = plan_ms;
    json.update(planJson(ground->task, *table, *plan, ground->to_map,
                         arguments.geometry ? WayGeometry::kLine : WayGeometry::kNone));
    context.print(json);
  } else {
    context.out() << planText(ground->task, *table, *plan);
  }
  return is_short ? kExitShort : kExitDone;
}

int runReach(const StocksPlanArguments& arguments, const StockSource& ledger, const CommandContext& context) {
  const Interrupt interrupt;
  const auto ground = planGround(arguments, ledger);
  if (!ground) return failOfStocks(context, ground.error());
  const auto typed = gis::parseCoordinate(arguments.to, ground->workspace.facts().map_crs);
  if (!typed) return failOfStocks(context, typed.error());
  const auto at = ground->to_map.forward({typed->position.lon_deg, typed->position.lat_deg});
  if (!at || !std::isfinite(at->x)) return failOfStocks(context, {gis::ErrorCode::kOutOfRange, arguments.to, "", {}});
  std::vector<std::int64_t> limits_ms;
  for (const double hours : arguments.hours) limits_ms.push_back(std::llround(hours * kMsPerPlanHour));
  const auto graph = gis::loadRoadNetwork(ground->workspace, interrupt.token());
  if (!graph) return failOfStocks(context, graph.error());
  const auto reach =
      dispatch::reachOf(ground->task, plannedItem(*ground, arguments.item), {at->x, at->y}, limits_ms, *graph,
                        ground->vehicle, ground->closures, ground->options, arguments.off_road_m, interrupt.token());
  if (!reach) return failOfStocks(context, reach.error());
  if (context.form() == OutputForm::kJson) {
    Json json = planAssumptions(*ground, context);
    json["item"] = plannedItem(*ground, arguments.item);
    json.update(reachJson(ground->task, *reach, ground->closures));
    context.print(json);
  } else {
    context.out() << reachText(ground->task, *reach);
  }
  return reach->place_has_road ? kExitDone : kExitShort;
}

void addPlanGround(CLI::App& command, StocksPlanArguments& arguments, bool has_ledger) {
  command
      .add_option("--workspace", arguments.workspace,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  command
      .add_option("--stock", arguments.stock,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "JSON: depots and what they have, in place of the ledger")))
      ->required(!has_ledger);
  addClosuresOption(command, arguments.closures);
  command.add_option("--footprint", arguments.footprint,
                     cliText(QT_TRANSLATE_NOOP(
                         "CommandLine", "GeoJSON: a hazard's footprint, which closes every road that lies in it")));
  addVehicleOption(command, arguments.vehicle);
  command
      .add_option("--loading-min", arguments.loading_min,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "minutes from the order to the departure")))
      ->check(CLI::Range(0.0, 10000.0))
      ->capture_default_str();
  addOffRoadOption(command, arguments.off_road_m);
  command
      .add_option("--payload-kg", arguments.payload_kg,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "payload of the trucks of depots that name none")))
      ->check(CLI::Range(1.0, 1e6))
      ->capture_default_str();
  command
      .add_option("--volume-m3", arguments.volume_m3,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "and their loading space")))
      ->check(CLI::Range(0.1, 1e4))
      ->capture_default_str();
  command.add_option("--now", arguments.now,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "the moment of the order, 2026-07-20T18:00:00+08:00")));
}

}  // namespace

void addStocksPlanCommands(CLI::App& stocks, CommandContext& context, StockSource ledger) {
  const auto arguments = std::make_shared<StocksPlanArguments>();
  CLI::App* plan = stocks.add_subcommand(
      "plan", cliText(QT_TRANSLATE_NOOP("CommandLine", "who sends what by which road, round what is closed")));
  plan->add_option("--requests", arguments->requests,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "JSON: place, item, quantity, deadline and priority each")))
      ->required();
  addPlanGround(*plan, *arguments, static_cast<bool>(ledger));
  plan->add_flag("--leave-out-late", arguments->leave_out_late,
                 cliText(QT_TRANSLATE_NOOP("CommandLine", "send nothing that would come after its deadline")));
  plan->add_flag("--once", arguments->once,
                 cliText(QT_TRANSLATE_NOOP("CommandLine", "no truck of a depot that names its trucks goes twice")));
  plan->add_flag("--geometry", arguments->geometry,
                 cliText(QT_TRANSLATE_NOOP("CommandLine", "with the lines of the ways, in JSON")));
  addCommonOptions(*plan, context);
  plan->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Exit codes: 0 everything asked for is sent, 1 failed, 2 wrong usage, 3 something is short.\nExample:\n"
      "  fengsui stocks plan --workspace ~/city --requests requests.json --closures flood.geojson --json")));
  plan->callback([arguments, &context, ledger] { context.exit_code = runPlan(*arguments, ledger, context); });

  CLI::App* reach = stocks.add_subcommand(
      "reach", cliText(QT_TRANSLATE_NOOP("CommandLine", "what of an item can be at a place within some hours")));
  reach->add_option("--item", arguments->item, cliText(QT_TRANSLATE_NOOP("CommandLine", "the item")))->required();
  reach
      ->add_option("--to", arguments->to,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "destination, LON,LAT or any other form of a position")))
      ->required();
  reach
      ->add_option("--hours", arguments->hours,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "within how many hours; may be given several times")))
      ->check(CLI::Range(0.0, 1000.0))
      ->capture_default_str();
  addPlanGround(*reach, *arguments, static_cast<bool>(ledger));
  addCommonOptions(*reach, context);
  reach->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Example:\n  fengsui stocks reach --workspace ~/city --item 帐篷 --to 113.11,36.19 --hours 2 --json")));
  reach->callback([arguments, &context, ledger] { context.exit_code = runReach(*arguments, ledger, context); });
}

}  // namespace app
