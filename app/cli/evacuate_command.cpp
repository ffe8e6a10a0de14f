// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>
#include <fstream>
#include <iterator>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/evacuate_text.h"
#include "app/cli/interrupt.h"
#include "app/cli/road_options.h"
#include "app/settings/app_settings.h"
#include "gis/cap/cap_reader.h"
#include "gis/core/clock.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace evacuation = gis::evacuation;

// Somebody is left without a place, or a village is cut off: an answer, and one a script wants to know of.
constexpr int kExitSomebodyLeft = 3;

struct EvacuateArguments {
  std::string workspace, hazard, closures, at, vehicle = "bus", title, author, number;
  std::vector<std::string> villages, moved, refused, counted, arrived;
  std::string words;
  double reach_m = 0, off_road_m = 2000;
  bool whole = false, drill = false, end = false, all = false;
};

gis::Result<std::string> evacuateFile(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return gis::fail(gis::ErrorCode::kNotFound, file);
  return std::string{std::istreambuf_iterator<char>(in), {}};
}

gis::Result<std::optional<std::int64_t>> evacuateMoment(const std::string& text) {
  if (text.empty()) return std::optional<std::int64_t>();
  const auto utc_ms = gis::readCapTime("at", text);
  if (!utc_ms)
    return gis::fail(gis::ErrorCode::kInvalidArgument, text, "a time like 2026-07-20T18:00:00+08:00 expected");
  return std::optional(*utc_ms);
}

std::string evacuateAuthor(const EvacuateArguments& arguments) {
  std::string author = arguments.author.empty() ? AppSettings().author().name : arguments.author;
  return author.empty() ? "fengsui" : author;
}

gis::Result<std::vector<gis::NamedClosure>> evacuateClosures(const EvacuateArguments& arguments,
                                                             const gis::Workspace& workspace) {
  if (arguments.closures.empty()) return std::vector<gis::NamedClosure>();
  const auto to_map = gis::Projector::create("EPSG:4490", workspace.facts().map_crs);
  if (!to_map) return std::unexpected(to_map.error());
  const auto text = evacuateFile(arguments.closures);
  if (!text) return std::unexpected(text.error());
  return gis::namedClosuresFromGeoJson(*text, arguments.closures, *to_map);
}

gis::Result<gis::Footprint> evacuateHazard(const EvacuateArguments& arguments, const gis::ExposureIndex& index) {
  if (arguments.hazard.empty() == arguments.villages.empty())
    return gis::fail(gis::ErrorCode::kInvalidArgument, "evacuate", "one of --hazard and --village expected");
  if (!arguments.villages.empty()) return gis::districtFootprint(index, arguments.villages);
  const auto text = evacuateFile(arguments.hazard);
  if (!text) return std::unexpected(text.error());
  auto footprint = gis::footprintFromGeoJson(*text, arguments.reach_m);
  if (footprint) footprint->named(arguments.hazard);
  return footprint;
}

struct EvacuateGround {
  gis::Workspace workspace;
  std::shared_ptr<const gis::ExposureIndex> index;
  evacuation::PlanAsked asked;
};

gis::Result<EvacuateGround> evacuateGround(const EvacuateArguments& arguments, gis::OpenMode mode,
                                           const gis::CancelToken& cancel) {
  auto workspace = gis::Workspace::open(arguments.workspace, mode);
  if (!workspace) return std::unexpected(std::move(workspace.error()));
  if (mode == gis::OpenMode::kReadWrite && workspace->readOnlyReason())
    return std::unexpected(*workspace->readOnlyReason());
  auto index = gis::ExposureIndex::load(*workspace, {}, cancel);
  if (!index) return std::unexpected(std::move(index.error()));
  auto hazard = evacuateHazard(arguments, **index);
  if (!hazard) return std::unexpected(std::move(hazard.error()));
  auto closures = evacuateClosures(arguments, *workspace);
  if (!closures) return std::unexpected(std::move(closures.error()));
  const auto at = evacuateMoment(arguments.at);
  if (!at) return std::unexpected(at.error());
  evacuation::PlanAsked asked;
  asked.hazard = std::move(*hazard);
  asked.rule = arguments.whole ? evacuation::PeopleRule::kWholeVillage : evacuation::PeopleRule::kInside;
  asked.vehicle = arguments.vehicle;
  asked.closures = std::move(*closures);
  asked.is_drill = arguments.drill;
  asked.as_of_utc_ms = *at;
  asked.off_road_m = arguments.off_road_m;
  return EvacuateGround{std::move(*workspace), std::move(*index), std::move(asked)};
}

int showEvacuationPlan(const EvacuateArguments& arguments, const CommandContext& context) {
  const Interrupt interrupt;
  const auto ground = evacuateGround(arguments, gis::OpenMode::kRead, interrupt.token());
  if (!ground) return context.fail(ground.error());
  const auto made = evacuation::planOfWorkspace(ground->workspace, ground->index, ground->asked, interrupt.token());
  if (!made) return context.fail(made.error());
  if (context.form() == OutputForm::kJson)
    context.print(evacuationPlanJson(*made));
  else
    context.out() << evacuationPlanText(*made);
  return made->plan.left.empty() ? kExitDone : kExitSomebodyLeft;
}

// What the commands that write share: clock, identifiers, store.
struct EvacuateDesk {
  gis::FixedClock clock;
  gis::UuidSource uuids;
  evacuation::EvacuationStore store;
  explicit EvacuateDesk(const gis::Workspace& workspace)
      : clock(gis::presentUtcMs(workspace.db(), gis::SystemClock())),
        uuids(std::make_shared<gis::SystemClock>()),
        store(workspace.db(), clock, uuids) {}
};

int printEvacuation(const evacuation::Evacuation& one, const CommandContext& context) {
  const auto standing = evacuation::standingOf(one.plan, one.events);
  if (!standing) return context.fail(standing.error());
  if (context.form() == OutputForm::kJson)
    context.print(evacuationJson(one, *standing));
  else
    context.out() << evacuationText(one, *standing);
  return kExitDone;
}

int startEvacuation(const EvacuateArguments& arguments, const CommandContext& context) {
  const Interrupt interrupt;
  const auto ground = evacuateGround(arguments, gis::OpenMode::kReadWrite, interrupt.token());
  if (!ground) return context.fail(ground.error());
  const auto made = evacuation::planOfWorkspace(ground->workspace, ground->index, ground->asked, interrupt.token());
  if (!made) return context.fail(made.error());
  const std::string& words = ground->asked.hazard.origin;
  const auto ordered = evacuation::orderedPlan(*made, gis::footprintToGeoJson(ground->asked.hazard), words);
  EvacuateDesk desk(ground->workspace);
  const auto started = desk.store.start(ordered, arguments.title.empty() ? words : arguments.title, arguments.drill,
                                        evacuateAuthor(arguments));
  if (!started) return context.fail(started.error());
  return printEvacuation(*started, context);
}

// "VILLAGE=PEOPLE" or "VILLAGE@SHELTER=PEOPLE"; villages by code or name, shelters by uuid or name.
gis::Result<evacuation::EvacuationEvent> typedTick(const std::string& text, evacuation::EventKind kind,
                                                   const evacuation::OrderedPlan& plan) {
  const auto wrong = [&] {
    return gis::fail(
        gis::ErrorCode::kInvalidArgument, text,
        kind == evacuation::EventKind::kArrived ? "VILLAGE@SHELTER=PEOPLE expected" : "VILLAGE=PEOPLE expected");
  };
  const std::size_t equals = text.rfind('=');
  if (equals == std::string::npos) return wrong();
  std::string village = text.substr(0, equals), shelter;
  if (const std::size_t at = village.find('@'); at != std::string::npos)
    shelter = village.substr(at + 1), village.resize(at);
  evacuation::EvacuationEvent event;
  event.kind = kind;
  const std::string number = text.substr(equals + 1);
  const auto [end, trouble] = std::from_chars(number.data(), number.data() + number.size(), event.people);
  if (trouble != std::errc() || end != number.data() + number.size() || number.empty()) return wrong();
  event.village_code = village;
  for (const evacuation::OrderedVillage& one : plan.villages)
    if (one.name == village) event.village_code = one.code;
  event.shelter_uuid = shelter;
  for (const evacuation::OrderedShelter& one : plan.shelters)
    if (one.name == shelter) event.shelter_uuid = one.uuid;
  return event;
}

gis::Result<std::vector<evacuation::EvacuationEvent>> typedTicks(const EvacuateArguments& arguments,
                                                                 const evacuation::OrderedPlan& plan) {
  std::vector<evacuation::EvacuationEvent> events;
  const std::pair<const std::vector<std::string>*, evacuation::EventKind> lists[] = {
      {&arguments.counted, evacuation::EventKind::kCounted},
      {&arguments.moved, evacuation::EventKind::kMoved},
      {&arguments.refused, evacuation::EventKind::kRefused},
      {&arguments.arrived, evacuation::EventKind::kArrived}};
  for (const auto& [texts, kind] : lists)
    for (const std::string& text : *texts) {
      auto event = typedTick(text, kind, plan);
      if (!event) return std::unexpected(std::move(event.error()));
      events.push_back(std::move(*event));
    }
  if (arguments.end) events.push_back({0, 0, evacuation::EventKind::kEnded, "", "", 0, "", ""});
  if (events.empty())
    return gis::fail(gis::ErrorCode::kInvalidArgument, "tick",
                     "one of --moved, --refused, --arrived, --counted and --end expected");
  for (evacuation::EvacuationEvent& event : events)
    event.actor = evacuateAuthor(arguments), event.words = arguments.words;
  return events;
}

int tickEvacuation(const EvacuateArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kReadWrite);
  if (!workspace) return context.fail(workspace.error());
  if (workspace->readOnlyReason()) return context.fail(*workspace->readOnlyReason());
  EvacuateDesk desk(*workspace);
  const auto before = desk.store.find(arguments.number, arguments.drill);
  if (!before) return context.fail(before.error());
  const auto events = typedTicks(arguments, before->plan);
  if (!events) return context.fail(events.error());
  for (const evacuation::EvacuationEvent& event : *events)
    if (const auto added = desk.store.add(before->uuid, event); !added) return context.fail(added.error());
  const auto now = desk.store.find(before->uuid, arguments.drill);
  return now ? printEvacuation(*now, context) : context.fail(now.error());
}

int showEvacuation(const EvacuateArguments& arguments, bool only_residual, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const auto at = evacuateMoment(arguments.at);
  if (!at) return context.fail(at.error());
  EvacuateDesk desk(*workspace);
  if (arguments.all) {
    const auto every = desk.store.all(arguments.drill, *at);
    if (!every) return context.fail(every.error());
    Json list = Json::array();
    for (const evacuation::Evacuation& one : *every) {
      const auto standing = evacuation::standingOf(one.plan, one.events);
      if (!standing) return context.fail(standing.error());
      list.push_back(evacuationJson(one, *standing));
    }
    context.print({{"evacuations", std::move(list)}});
    return kExitDone;
  }
  const auto one = desk.store.find(arguments.number, arguments.drill, *at);
  if (!one) return context.fail(one.error());
  if (!only_residual) return printEvacuation(*one, context);
  const auto standing = evacuation::standingOf(one->plan, one->events);
  if (!standing) return context.fail(standing.error());
  Json whole = evacuationJson(*one, *standing), rows = Json::array();
  for (const Json& village : whole["villages"])
    if (village["residual"].get<std::int64_t>() > 0) rows.push_back(village);
  const std::int64_t residual = standing->totals().residual();
  context.print({{"number", one->number}, {"drill", one->is_drill}, {"residual", residual}, {"villages", rows}});
  return residual == 0 ? kExitDone : kExitSomebodyLeft;
}

int showIsolated(const EvacuateArguments& arguments, const CommandContext& context) {
  const Interrupt interrupt;
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const auto closures = evacuateClosures(arguments, *workspace);
  if (!closures) return context.fail(closures.error());
  const auto index = gis::ExposureIndex::load(*workspace, {}, interrupt.token());
  if (!index) return context.fail(index.error());
  const auto found = evacuation::isolatedVillages(*workspace, **index, *closures, arguments.vehicle,
                                                  arguments.off_road_m, interrupt.token());
  if (!found) return context.fail(found.error());
  const Json json = isolatedJson(*found, *closures);
  if (context.form() == OutputForm::kJson) {
    context.print(json);
  } else {
    for (const Json& one : json["isolated"])
      context.out() << one["name"].get<std::string>() << '\t' << one["people"].get<std::int64_t>() << '\t'
                    << one["cut_by"].dump() << '\n';
  }
  return found->places.isolated.empty() ? kExitDone : kExitSomebodyLeft;
}

int removeDrillEvacuations(const EvacuateArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kReadWrite);
  if (!workspace) return context.fail(workspace.error());
  if (workspace->readOnlyReason()) return context.fail(*workspace->readOnlyReason());
  EvacuateDesk desk(*workspace);
  const auto removed = desk.store.removeDrills();
  if (!removed) return context.fail(removed.error());
  context.print({{"removed", *removed}});
  return kExitDone;
}

void addEvacuateWorkspace(CLI::App& command, EvacuateArguments& arguments, CommandContext& context) {
  command
      .add_option("--workspace", arguments.workspace,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  command.add_flag("--drill", arguments.drill,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "a drill; never mixed with what is real")));
  addCommonOptions(command, context);
}

void addEvacuateRoads(CLI::App& command, EvacuateArguments& arguments) {
  addClosuresOption(command, arguments.closures);
  addVehicleOption(command, arguments.vehicle);
  addOffRoadOption(command, arguments.off_road_m);
}

void addEvacuateMoment(CLI::App& command, EvacuateArguments& arguments) {
  command.add_option("--at", arguments.at,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "as it was known at a time, 2026-07-20T18:00:00+08:00")));
}

void addEvacuateHazard(CLI::App& command, EvacuateArguments& arguments) {
  command.add_option("--hazard", arguments.hazard,
                     cliText(QT_TRANSLATE_NOOP(
                         "CommandLine", "GeoJSON of the area that is left; classes are dangers, the worst first")));
  command.add_option("--village", arguments.villages,
                     cliText(QT_TRANSLATE_NOOP("CommandLine",
                                               "villages in place of an area, by their 12 digits; may be "
                                               "given several times")));
  command
      .add_option("--reach-m", arguments.reach_m,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "what lies around points and lines of the file")))
      ->check(CLI::Range(0.0, 1e6))
      ->capture_default_str();
  command.add_flag("--whole-villages", arguments.whole,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "all of a village of which anybody lives inside")));
  addEvacuateRoads(command, arguments);
  addEvacuateMoment(command, arguments);
}

using EvacuateArgumentsPtr = std::shared_ptr<EvacuateArguments>;

void addEvacuateNumber(CLI::App& command, EvacuateArguments& arguments) {
  command.add_option("--evacuation", arguments.number,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "its number; without it the newest that has not ended")));
}

void addTick(CLI::App& evacuate, const EvacuateArgumentsPtr& arguments, CommandContext& context) {
  CLI::App* tick = evacuate.add_subcommand(
      "tick",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "who has moved, refused or arrived, as numbers that stand from now")));
  addEvacuateWorkspace(*tick, *arguments, context);
  addEvacuateNumber(*tick, *arguments);
  tick->add_option("--moved", arguments->moved,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "VILLAGE=PEOPLE that have left")));
  tick->add_option("--refused", arguments->refused,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "VILLAGE=PEOPLE that will not leave")));
  tick->add_option("--arrived", arguments->arrived,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "VILLAGE@SHELTER=PEOPLE that are there")));
  tick->add_option(
      "--counted", arguments->counted,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "VILLAGE=PEOPLE that are to move, when there are more or fewer")));
  tick->add_option("--words", arguments->words, cliText(QT_TRANSLATE_NOOP("CommandLine", "a remark")));
  tick->add_option("--author", arguments->author, cliText(QT_TRANSLATE_NOOP("CommandLine", "who says so")));
  tick->add_flag("--end", arguments->end,
                 cliText(QT_TRANSLATE_NOOP("CommandLine", "the evacuation has ended; its shelters are free again")));
  tick->callback([arguments, &context] { context.exit_code = tickEvacuation(*arguments, context); });
}

void addShowing(CLI::App& evacuate, const EvacuateArgumentsPtr& arguments, CommandContext& context) {
  CLI::App* status = evacuate.add_subcommand(
      "status", cliText(QT_TRANSLATE_NOOP("CommandLine", "where an evacuation stands, village by village")));
  CLI::App* residual =
      evacuate.add_subcommand("residual", cliText(QT_TRANSLATE_NOOP("CommandLine", "villages where people still are")));
  for (CLI::App* one : {status, residual}) {
    addEvacuateWorkspace(*one, *arguments, context);
    addEvacuateNumber(*one, *arguments);
    addEvacuateMoment(*one, *arguments);
  }
  status->add_flag("--all", arguments->all, cliText(QT_TRANSLATE_NOOP("CommandLine", "all evacuations, as JSON")));
  status->callback([arguments, &context] { context.exit_code = showEvacuation(*arguments, false, context); });
  residual->callback([arguments, &context] { context.exit_code = showEvacuation(*arguments, true, context); });
}

}  // namespace

void addEvacuateCommand(CLI::App& program, CommandContext& context) {
  const auto arguments = std::make_shared<EvacuateArguments>();
  CLI::App* evacuate = program.add_subcommand(
      "evacuate",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "who leaves an area for which shelter, and how far they are")));
  evacuate->require_subcommand(0, 1);
  // Without a subcommand: the plan. Each subcommand has the workspace itself.
  evacuate->add_option("--workspace", arguments->workspace,
                       cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")));
  evacuate->add_flag("--drill", arguments->drill,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "a drill; never mixed with what is real")));
  addCommonOptions(*evacuate, context);
  addEvacuateHazard(*evacuate, *arguments);
  evacuate->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Exit codes: 0 everybody has a place, 1 failed, 2 wrong usage, 3 somebody is left or cut off.\nExample:\n"
      "  fengsui evacuate --workspace ~/city --hazard flood.geojson --closures closed.geojson --json")));
  CLI::App* start = evacuate->add_subcommand(
      "start", cliText(QT_TRANSLATE_NOOP("CommandLine", "orders the evacuation: the plan is kept and ticked off")));
  addEvacuateWorkspace(*start, *arguments, context);
  addEvacuateHazard(*start, *arguments);
  start->add_option("--title", arguments->title, cliText(QT_TRANSLATE_NOOP("CommandLine", "what it is called")));
  start->add_option("--author", arguments->author, cliText(QT_TRANSLATE_NOOP("CommandLine", "who orders it")));
  start->callback([arguments, &context] { context.exit_code = startEvacuation(*arguments, context); });
  addTick(*evacuate, arguments, context);
  addShowing(*evacuate, arguments, context);
  CLI::App* isolated = evacuate->add_subcommand(
      "isolated", cliText(QT_TRANSLATE_NOOP("CommandLine", "villages that closures cut off, and which closure does")));
  addEvacuateWorkspace(*isolated, *arguments, context);
  addEvacuateRoads(*isolated, *arguments);
  isolated->get_option("--closures")->required();
  isolated->callback([arguments, &context] { context.exit_code = showIsolated(*arguments, context); });
  CLI::App* remove = evacuate->add_subcommand(
      "remove-drills", cliText(QT_TRANSLATE_NOOP("CommandLine", "takes away all drills; what is real stays")));
  addEvacuateWorkspace(*remove, *arguments, context);
  remove->callback([arguments, &context] { context.exit_code = removeDrillEvacuations(*arguments, context); });
  evacuate->callback([evacuate, arguments, &context] {
    if (!evacuate->get_subcommands().empty()) return;
    context.exit_code = showEvacuationPlan(*arguments, context);
  });
}

}  // namespace app
