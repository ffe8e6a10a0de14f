// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stocks_requisition.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "app/cli/edit_text.h"
#include "app/cli/stocks_file_trouble.h"
#include "app/settings/app_settings.h"
#include "gis/core/uuid.h"
#include "gis/stocks/catalogue_store.h"
#include "gis/stocks/requisition_store.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace stocks = gis::stocks;

struct RequisitionArguments {
  std::filesystem::path workspace;
  std::string number, step, words, author, place, unit, basis, to_depot, plate, driver;
  std::vector<std::string> lines, depots, lost, damaged;
};

// A workspace with everything that a requisition asks of it.
struct RequisitionDesk {
  gis::Workspace workspace;
  stocks::Directory directory;
  std::shared_ptr<gis::FixedClock> clock;
  gis::UuidSource uuids{std::make_shared<gis::SystemClock>()};
};

gis::Result<RequisitionDesk> openDesk(const RequisitionArguments& arguments, bool writes) {
  auto workspace =
      writes ? openForEditing(arguments.workspace) : gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto directory = stocks::CatalogueStore(workspace->db()).directory();
  if (!directory) return std::unexpected(directory.error());
  auto clock = std::make_shared<gis::FixedClock>(gis::presentUtcMs(workspace->db(), gis::SystemClock()));
  return RequisitionDesk{std::move(*workspace), std::move(*directory), std::move(clock)};
}

Json requisitionJson(const stocks::Requisition& requisition, const stocks::RequisitionStanding& standing,
                     const stocks::Directory& directory) {
  auto items = Json::array(), events = Json::array(), may = Json::array();
  for (const stocks::RequisitionProgress& item : standing.items) {
    const stocks::Item* known = directory.itemNamed(item.item_code);
    items.push_back({{"item", known ? known->name_zh : item.item_code},
                     {"unit", known ? known->unit_zh : ""},
                     {"requested", item.requested},
                     {"approved", item.approved},
                     {"picked", item.picked},
                     {"dispatched", item.dispatched},
                     {"received", item.received},
                     {"damaged", item.damaged},
                     {"lost", item.lost},
                     {"in_transit", item.onTheRoad()}});
  }
  for (const stocks::RequisitionEvent& event : requisition.events)
    events.push_back({{"seq", event.seq},
                      {"at", gis::formatUtc(event.at_utc_ms)},
                      {"step", stocks::stepName(event.step)},
                      {"actor", event.actor},
                      {"words", event.words},
                      {"moves", event.moves}});
  for (const stocks::RequisitionStep step : stocks::mayFollow(standing.state)) may.push_back(stocks::stepName(step));
  return {{"number", requisition.number},
          {"uuid", requisition.uuid},
          {"state", stocks::requisitionStateName(standing.state)},
          {"unit", requisition.head.unit},
          {"place", requisition.head.place},
          {"basis", requisition.head.basis},
          {"order_no", standing.order_no},
          {"items", std::move(items)},
          {"events", std::move(events)},
          {"may_follow", std::move(may)}};
}

int tellRequisition(const stocks::Requisition& requisition, const RequisitionDesk& desk,
                    const CommandContext& context) {
  const auto standing = stocks::standingOf(requisition.events);
  if (!standing) return failOfStocks(context, standing.error());
  const Json json = requisitionJson(requisition, *standing, desk.directory);
  if (context.form() == OutputForm::kJson) {
    context.print(json);
    return kExitDone;
  }
  context.out() << fmt::format("{}  {}  {}  {}\n", requisition.number, stocks::requisitionStateName(standing->state),
                               requisition.head.place, standing->order_no);
  for (const stocks::RequisitionProgress& item : standing->items)
    context.out() << fmt::format("  {}  {} / {} / {} / {} / {}  -{}\n", item.item_code, item.requested, item.approved,
                                 item.picked, item.dispatched, item.received, item.lost);
  return kExitDone;
}

int listRequisitions(const RequisitionArguments& arguments, const CommandContext& context) {
  auto desk = openDesk(arguments, false);
  if (!desk) return failOfStocks(context, desk.error());
  stocks::RequisitionStore store(desk->workspace.db(), *desk->clock, desk->uuids);
  const auto all = store.all();
  if (!all) return failOfStocks(context, all.error());
  auto list = Json::array();
  for (const stocks::Requisition& one : *all) {
    const auto standing = stocks::standingOf(one.events);
    if (!standing) return failOfStocks(context, standing.error());
    if (context.form() == OutputForm::kJson)
      list.push_back(requisitionJson(one, *standing, desk->directory));
    else
      context.out() << fmt::format("{}  {}  {}\n", one.number, stocks::requisitionStateName(standing->state),
                                   one.head.place);
  }
  if (context.form() == OutputForm::kJson) context.print({{"requisitions", std::move(list)}});
  return kExitDone;
}

int showRequisition(const RequisitionArguments& arguments, const CommandContext& context) {
  auto desk = openDesk(arguments, false);
  if (!desk) return failOfStocks(context, desk.error());
  const auto found = stocks::RequisitionStore(desk->workspace.db(), *desk->clock, desk->uuids).find(arguments.number);
  if (!found) return failOfStocks(context, found.error());
  return tellRequisition(*found, *desk, context);
}

// "棉被=30" or "棉被=3包": an item and how much of it.
gis::Result<stocks::RequisitionLine> requisitionLine(const std::string& text, const stocks::Directory& directory) {
  const auto at = text.rfind('=');
  if (at == std::string::npos)
    return gis::fail(gis::ErrorCode::kInvalidArgument, text, "an item and a quantity like 棉被=30 are expected");
  const stocks::Item* item = directory.itemNamed(text.substr(0, at));
  if (!item)
    return gis::fail(gis::ErrorCode::kUnknownName, text.substr(0, at), "no item of the catalogue has this name");
  const auto quantity = stocks::quantityOf(*item, text.substr(at + 1));
  if (!quantity) return std::unexpected(quantity.error());
  return stocks::RequisitionLine{item->code, *quantity, 0, 0, 0, 0, 0};
}

gis::Result<std::vector<stocks::RequisitionLine>> requisitionLines(const std::vector<std::string>& texts,
                                                                   const stocks::Directory& directory) {
  std::vector<stocks::RequisitionLine> lines;
  for (const std::string& text : texts) {
    auto line = requisitionLine(text, directory);
    if (!line) return std::unexpected(line.error());
    lines.push_back(std::move(*line));
  }
  return lines;
}

std::string actorOf(const RequisitionArguments& arguments) {
  if (!arguments.author.empty()) return arguments.author;
  const std::string name = AppSettings().author().name;
  return name.empty() ? "fengsui" : name;
}

int enterRequisition(const RequisitionArguments& arguments, const CommandContext& context) {
  auto desk = openDesk(arguments, true);
  if (!desk) return failOfStocks(context, desk.error());
  const auto lines = requisitionLines(arguments.lines, desk->directory);
  if (!lines) return failOfStocks(context, lines.error());
  stocks::RequisitionHead head;
  head.unit = arguments.unit, head.place = arguments.place, head.basis = arguments.basis;
  if (!arguments.to_depot.empty()) {
    const stocks::Depot* depot = desk->directory.depotNamed(arguments.to_depot);
    if (!depot)
      return failOfStocks(context, {gis::ErrorCode::kUnknownName, arguments.to_depot, "no depot has this name", {}});
    head.to_depot_id = depot->id;
  }
  const auto made =
      stocks::RequisitionStore(desk->workspace.db(), *desk->clock, desk->uuids).enter(head, *lines, actorOf(arguments));
  if (!made) return failOfStocks(context, made.error());
  return tellRequisition(*made, *desk, context);
}

// Spreads what was lost or damaged of an item over the lines that are on the road.
void spread(std::vector<stocks::RequisitionLine>& lines, const stocks::RequisitionLine& what,
            std::int64_t stocks::RequisitionLine::*field) {
  std::int64_t left = what.quantity;
  for (stocks::RequisitionLine& line : lines) {
    if (line.item_code != what.item_code || left == 0) continue;
    const std::int64_t taken = std::min(left, line.quantity - line.lost - line.damaged);
    line.*field += taken;
    left -= taken;
  }
  if (left > 0 && !lines.empty()) lines.front().*field += left;  // more than was sent: the check says so
}

// The lines of a step when none are given: all that was asked for, proposed lots, all that was picked or is on the
// road.
gis::Result<std::vector<stocks::RequisitionLine>> usualLines(const RequisitionArguments& arguments,
                                                             RequisitionDesk& desk, stocks::RequisitionStore& store,
                                                             const stocks::Requisition& requisition,
                                                             stocks::RequisitionStep step) {
  const auto standing = stocks::standingOf(requisition.events);
  if (!standing) return std::unexpected(standing.error());
  std::vector<stocks::RequisitionLine> lines;
  if (step == stocks::RequisitionStep::kApproved)
    for (const stocks::RequisitionProgress& item : standing->items)
      lines.push_back({item.item_code, item.requested, 0, 0, 0, 0, 0});
  if (step == stocks::RequisitionStep::kDispatched) lines = standing->picked;
  if (step == stocks::RequisitionStep::kReceived) {
    lines = standing->on_the_road;
    for (const auto& [texts, field] : {std::pair{&arguments.lost, &stocks::RequisitionLine::lost},
                                       std::pair{&arguments.damaged, &stocks::RequisitionLine::damaged}}) {
      const auto what = requisitionLines(*texts, desk.directory);
      if (!what) return std::unexpected(what.error());
      for (const stocks::RequisitionLine& one : *what) spread(lines, one, field);
    }
  }
  if (step == stocks::RequisitionStep::kPicked) {
    std::vector<std::int64_t> depots;
    for (const std::string& name : arguments.depots) {
      const stocks::Depot* depot = desk.directory.depotNamed(name);
      if (!depot) return gis::fail(gis::ErrorCode::kUnknownName, name, "no depot has this name");
      depots.push_back(depot->id);
    }
    return store.proposePick(requisition.uuid, depots);
  }
  return lines;
}

int advanceRequisition(const RequisitionArguments& arguments, const CommandContext& context) {
  const auto step = stocks::stepNamed(arguments.step);
  if (!step) return failOfStocks(context, {gis::ErrorCode::kUnknownName, arguments.step, {}, {}});
  auto desk = openDesk(arguments, true);
  if (!desk) return failOfStocks(context, desk.error());
  stocks::RequisitionStore store(desk->workspace.db(), *desk->clock, desk->uuids);
  const auto found = store.find(arguments.number);
  if (!found) return failOfStocks(context, found.error());
  auto lines = arguments.lines.empty() || *step != stocks::RequisitionStep::kApproved
                   ? usualLines(arguments, *desk, store, *found, *step)
                   : requisitionLines(arguments.lines, desk->directory);
  if (!lines) return failOfStocks(context, lines.error());
  stocks::RequisitionEvent event;
  event.step = *step;
  event.actor = actorOf(arguments);
  event.words = arguments.words;
  event.lines = std::move(*lines);
  event.transport.plate = arguments.plate;
  event.transport.driver = arguments.driver;
  const auto after = store.advance(found->uuid, std::move(event));
  if (!after) return failOfStocks(context, after.error());
  return tellRequisition(*after, *desk, context);
}

void addRequisitionWorkspace(CLI::App& command, CommandContext& context, RequisitionArguments& arguments) {
  command
      .add_option("--workspace", arguments.workspace,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  addCommonOptions(command, context);
}

void addRequisitionWriting(CLI::App& command, CommandContext& context,
                           const std::shared_ptr<RequisitionArguments>& arguments) {
  CLI::App* enter =
      command.add_subcommand("enter", cliText(QT_TRANSLATE_NOOP("CommandLine", "ask for stock for a place")));
  enter
      ->add_option("--line", arguments->lines,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "item and quantity, 棉被=30 or 棉被=3包; several times")))
      ->required();
  enter->add_option("--place", arguments->place, cliText(QT_TRANSLATE_NOOP("CommandLine", "where it is to go")));
  enter->add_option(
      "--to", arguments->to_depot,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "a depot that receives it; used on arrival unless given")));
  enter->add_option("--unit", arguments->unit, cliText(QT_TRANSLATE_NOOP("CommandLine", "who asks")));
  enter->add_option("--basis", arguments->basis,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "on what ground: event, response level, paper")));
  enter->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                          "Example:\n  fengsui stocks requisition enter --place 王和镇中心小学 --line "
                                          "棉被=60 --workspace ~/city")));

  CLI::App* advance = command.add_subcommand(
      "advance", cliText(QT_TRANSLATE_NOOP("CommandLine", "the next step, with the movements that belong to it")));
  advance->add_option("NUMBER", arguments->number, cliText(QT_TRANSLATE_NOOP("CommandLine", "its number or uuid")))
      ->required();
  advance
      ->add_option("--step", arguments->step,
                   cliText(QT_TRANSLATE_NOOP("CommandLine",
                                             "approved, rejected, picked, dispatched, received, closed or cancelled")))
      ->check(CLI::IsMember({"approved", "rejected", "picked", "dispatched", "received", "closed", "cancelled"}))
      ->required();
  advance->add_option("--line", arguments->lines,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "what is approved; all unless given")));
  advance->add_option("--depot", arguments->depots,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "depots to pick from, in this order")));
  advance->add_option("--lost", arguments->lost,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "of what arrives: lost on the way, 棉被=2")));
  advance->add_option("--damaged", arguments->damaged,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "of what arrives: damaged, 棉被=1")));
  advance->add_option("--words", arguments->words, cliText(QT_TRANSLATE_NOOP("CommandLine", "a note; the reason")));
  advance->add_option("--plate", arguments->plate, cliText(QT_TRANSLATE_NOOP("CommandLine", "number of the lorry")));
  advance->add_option("--driver", arguments->driver, cliText(QT_TRANSLATE_NOOP("CommandLine", "who drives")));
  advance->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Example:\n  fengsui stocks requisition advance SL20260501a1b2c3 --step approved --author 王局长 "
      "--workspace ~/city")));
  for (CLI::App* one : {enter, advance}) {
    one->add_option("--author", arguments->author,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "who does it; the system's user unless given")));
    addRequisitionWorkspace(*one, context, *arguments);
  }
  enter->callback([arguments, &context] { context.exit_code = enterRequisition(*arguments, context); });
  advance->callback([arguments, &context] { context.exit_code = advanceRequisition(*arguments, context); });
}

}  // namespace

void addStocksRequisitionCommand(CLI::App& stocks_command, CommandContext& context) {
  CLI::App* command = stocks_command.add_subcommand(
      "requisition", cliText(QT_TRANSLATE_NOOP("CommandLine", "from asking to receipt: list, show, enter, advance")));
  command->require_subcommand(1);
  const auto arguments = std::make_shared<RequisitionArguments>();
  CLI::App* list =
      command->add_subcommand("list", cliText(QT_TRANSLATE_NOOP("CommandLine", "requisitions, newest first")));
  addRequisitionWorkspace(*list, context, *arguments);
  list->footer(cliText(
      QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui stocks requisition list --workspace ~/city --json")));
  list->callback([arguments, &context] { context.exit_code = listRequisitions(*arguments, context); });
  CLI::App* show =
      command->add_subcommand("show", cliText(QT_TRANSLATE_NOOP("CommandLine", "one requisition and what happened")));
  show->add_option("NUMBER", arguments->number, cliText(QT_TRANSLATE_NOOP("CommandLine", "its number or uuid")))
      ->required();
  addRequisitionWorkspace(*show, context, *arguments);
  show->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine", "Example:\n  fengsui stocks requisition show SL20260501a1b2c3 --workspace ~/city --json")));
  show->callback([arguments, &context] { context.exit_code = showRequisition(*arguments, context); });
  addRequisitionWriting(*command, context, arguments);
}

}  // namespace app
