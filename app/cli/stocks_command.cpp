// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>
#include <fstream>
#include <map>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/edit_text.h"
#include "app/cli/input_text.h"
#include "app/cli/stocks_file_trouble.h"
#include "app/cli/stocks_ledger_copy.h"
#include "app/cli/stocks_ledger_source.h"
#include "app/cli/stocks_requisition.h"
#include "app/cli/stocks_setting.h"
#include "app/cli/stocks_sheet.h"
#include "app/settings/app_settings.h"
#include "app/stocks_text/stock_state_text.h"
#include "gis/core/uuid.h"
#include "gis/stocks/calendar_day.h"
#include "gis/stocks/expiry.h"
#include "gis/stocks/levels_store.h"
#include "gis/stocks/move_wish.h"
#include "gis/stocks/stocks_prepare.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace stocks = gis::stocks;

struct StocksArguments {
  std::filesystem::path workspace, file;
  std::string at, depot, item, number, reason, author;
  int days = 180;
  bool lots = false, is_short = false;
};

// "2026-05-01" (to its end) or "2026-05-01T08:00:00Z".
gis::Result<std::optional<std::int64_t>> momentOf(const std::string& text) {
  if (text.empty()) return std::optional<std::int64_t>();
  if (const auto day = stocks::dayNumber(text)) return stocks::endOfDayUtcMs(*day);
  const QDateTime moment = QDateTime::fromString(QString::fromStdString(text), Qt::ISODate);
  if (!moment.isValid() || !text.contains('T'))
    return gis::fail(gis::ErrorCode::kInvalidArgument, text,
                     "a day like 2026-05-01 or 2026-05-01T08:00:00Z is expected");
  return moment.toMSecsSinceEpoch();
}

// What the arguments name; 0: all.
gis::Result<std::pair<std::int64_t, std::int64_t>> namedCells(const StocksArguments& arguments,
                                                              const stocks::Directory& directory) {
  const stocks::Depot* depot = directory.depotNamed(arguments.depot);
  const stocks::Item* item = directory.itemNamed(arguments.item);
  if (!arguments.depot.empty() && !depot)
    return gis::fail(gis::ErrorCode::kUnknownName, arguments.depot, "no depot has this name");
  if (!arguments.item.empty() && !item)
    return gis::fail(gis::ErrorCode::kUnknownName, arguments.item, "no item of the catalogue has this name");
  return std::pair{depot ? depot->id : 0, item ? item->id : 0};
}

struct OpenStocks {
  gis::Workspace workspace;
  stocks::Directory directory;
};

gis::Result<OpenStocks> openStocks(const std::filesystem::path& folder) {
  auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto directory = stocks::CatalogueStore(workspace->db()).directory();
  if (!directory) return std::unexpected(directory.error());
  return OpenStocks{std::move(*workspace), std::move(*directory)};
}

std::string expiredWords(std::int64_t quantity) {
  return QCoreApplication::translate("CommandLine", "of these expired: %1").arg(quantity).toStdString();
}

int showBalance(const StocksArguments& arguments, const CommandContext& context) {
  const auto open = openStocks(arguments.workspace);
  if (!open) return failOfStocks(context, open.error());
  const auto at_utc_ms = momentOf(arguments.at);
  if (!at_utc_ms) return failOfStocks(context, at_utc_ms.error());
  const auto named = namedCells(arguments, open->directory);
  if (!named) return failOfStocks(context, named.error());
  const auto balance = stocks::BalanceStore(open->workspace.db()).balance(*at_utc_ms);
  if (!balance) return failOfStocks(context, balance.error());
  // By depot, item and state; with --lots by lot and owner as well. What has expired by that day is usable in the books
  // until it is scrapped, and is said apart.
  using Cell = std::tuple<std::int64_t, std::int64_t, int, std::int64_t, std::int64_t>;
  std::map<Cell, std::int64_t> sums, expired;
  const std::string day =
      stocks::dayOf(*at_utc_ms ? **at_utc_ms : gis::presentUtcMs(open->workspace.db(), gis::SystemClock()));
  for (const stocks::CellBalance& cell : *balance) {
    if ((named->first != 0 && cell.depot_id != named->first) || (named->second != 0 && cell.item_id != named->second))
      continue;
    const Cell key{cell.depot_id, cell.item_id, static_cast<int>(cell.state), arguments.lots ? cell.lot_id : 0,
                   arguments.lots ? cell.owner_id : 0};
    sums[key] += cell.quantity;
    const auto lot = open->directory.lots.find(cell.lot_id);
    if (lot != open->directory.lots.end() && stocks::isExpired(lot->second, day)) expired[key] += cell.quantity;
  }
  auto rows = Json::array();
  for (const auto& [key, quantity] : sums) {
    const auto& [depot_id, item_id, state, lot_id, owner_id] = key;
    const stocks::Depot* depot = open->directory.depot(depot_id);
    const stocks::Item* item = open->directory.item(item_id);
    if (!depot || !item) continue;
    const std::string state_name(stocks::stateName(static_cast<stocks::State>(state)));
    Json row{{"depot", depot->name},  {"depot_code", depot->code}, {"item", item->name_zh}, {"item_code", item->code},
             {"unit", item->unit_zh}, {"state", state_name},       {"quantity", quantity},  {"expired", expired[key]}};
    std::string lot_text = expired[key] == 0 ? std::string() : "  " + expiredWords(expired[key]);
    if (arguments.lots) {
      const stocks::Lot& lot = open->directory.lots.at(lot_id);
      row["lot"] = lot.lot_no;
      row["expires_on"] = lot.expires_on.empty() ? Json(nullptr) : Json(lot.expires_on);
      row["owner"] = open->directory.owners.at(owner_id);
      row["donor"] = lot.donor;
      lot_text += fmt::format("  {}  {}", lot.lot_no, lot.expires_on);
    }
    rows.push_back(std::move(row));
    if (context.form() != OutputForm::kJson)
      context.out() << fmt::format("{}  {}  {} {}  {}{}\n", depot->name, item->name_zh, quantity, item->unit_zh,
                                   stockStateText(static_cast<stocks::State>(state)).toStdString(), lot_text);
  }
  if (context.form() == OutputForm::kJson)
    context.print({{"at", *at_utc_ms ? Json(gis::formatUtc(**at_utc_ms)) : Json(nullptr)}, {"rows", std::move(rows)}});
  return kExitDone;
}

Json levelJson(const stocks::Coverage& row) {
  if (!row.level) return nullptr;
  const stocks::Level& level = *row.level;
  Json json{{"minimum", level.minimum}, {"target", level.target}, {"maximum", level.maximum}};
  if (level.typed)
    json["reason"] = level.reason;
  else
    json["method"] = {{"people", level.people},           {"people_source", level.people_source},
                      {"per_1000", level.per_1000_count}, {"daily", level.is_daily},
                      {"in_season", level.in_season},     {"norm_source", level.norm_source}};
  return json;
}

int showLevels(const StocksArguments& arguments, const CommandContext& context) {
  const auto open = openStocks(arguments.workspace);
  if (!open) return failOfStocks(context, open.error());
  const auto named = namedCells(arguments, open->directory);
  if (!named) return failOfStocks(context, named.error());
  const gis::Database& db = open->workspace.db();
  const auto input = stocks::LevelsStore(db).input();
  if (!input) return failOfStocks(context, input.error());
  const auto balance = stocks::BalanceStore(db).balance();
  if (!balance) return failOfStocks(context, balance.error());
  const std::string day = stocks::dayOf(gis::presentUtcMs(db, gis::SystemClock()));
  const auto coverage = stocks::coverageOf(open->directory, *balance, *input, day);
  auto rows = Json::array(), expiring = Json::array();
  for (const stocks::Coverage& row : coverage) {
    const stocks::Depot* depot = open->directory.depot(row.depot_id);
    const stocks::Item* item = open->directory.item(row.item_id);
    if (!depot || !item || (named->first != 0 && row.depot_id != named->first) ||
        (named->second != 0 && row.item_id != named->second) || (arguments.is_short && row.shortOf() == 0))
      continue;
    if (context.form() != OutputForm::kJson)
      context.out() << fmt::format("{}  {}  {}/{} {}\n", depot->name, item->name_zh, row.usable,
                                   row.level ? row.level->minimum : 0, item->unit_zh);
    rows.push_back({{"depot", depot->name},
                    {"item", item->name_zh},
                    {"item_code", item->code},
                    {"unit", item->unit_zh},
                    {"usable", row.usable},
                    {"reserved", row.reserved},
                    {"in_transit", row.on_the_road},
                    {"damaged", row.damaged},
                    {"expired", row.expired},
                    {"on_loan", row.on_loan},
                    {"level", levelJson(row)},
                    {"short", row.shortOf()},
                    {"covers_days", row.coverage_d ? Json(*row.coverage_d) : Json(nullptr)},
                    {"covers_ratio", row.coverage_ratio ? Json(*row.coverage_ratio) : Json(nullptr)}});
  }
  for (const stocks::ExpiringLot& lot : stocks::expiringWithin(open->directory, *balance, day, arguments.days)) {
    const stocks::Depot* depot = open->directory.depot(lot.depot_id);
    const stocks::Item* item = open->directory.item(lot.item_id);
    if (!depot || !item || (named->first != 0 && lot.depot_id != named->first) ||
        (named->second != 0 && lot.item_id != named->second))
      continue;
    expiring.push_back({{"depot", depot->name},
                        {"item", item->name_zh},
                        {"lot", open->directory.lots.at(lot.lot_id).lot_no},
                        {"quantity", lot.quantity},
                        {"unit", item->unit_zh},
                        {"expires_on", lot.expires_on},
                        {"days_left", lot.days_left}});
  }
  if (context.form() == OutputForm::kJson)
    context.print({{"day", day}, {"rows", std::move(rows)}, {"expiring", std::move(expiring)}});
  else
    context.tell(QCoreApplication::translate("CommandLine", "%1 lots expire within %2 days or have expired.")
                     .arg(expiring.size())
                     .arg(arguments.days));
  return kExitDone;
}

Json movesJson(const std::vector<stocks::Movement>& moves) {
  auto list = Json::array();
  for (const stocks::Movement& move : moves)
    list.push_back({{"number", move.number},
                    {"uuid", move.uuid},
                    {"kind", stocks::kindName(move.draft.kind)},
                    {"at", gis::formatUtc(move.draft.at_utc_ms)},
                    {"lines", move.draft.lines.size()}});
  return list;
}

int bookMoves(const StocksArguments& arguments, const CommandContext& context) {
  const auto workspace = openForEditing(arguments.workspace);
  if (!workspace) return failOfStocks(context, workspace.error());
  const auto clock = std::make_shared<gis::FixedClock>(gis::presentUtcMs(workspace->db(), gis::SystemClock()));
  gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
  stocks::LedgerStore ledger(workspace->db(), *clock, uuids);
  std::string author = arguments.author.empty() ? AppSettings().author().name : arguments.author;
  if (author.empty()) author = "fengsui";
  std::vector<stocks::Movement> booked;
  if (!arguments.number.empty()) {
    const auto old = ledger.movementNamed(arguments.number);
    if (!old) return failOfStocks(context, old.error());
    auto back = ledger.reverse(old->id, author, arguments.reason);
    if (!back) return failOfStocks(context, back.error());
    booked.push_back(std::move(*back));
  } else {
    std::ifstream in(arguments.file, std::ios::binary);
    if (!in) return failOfStocks(context, {gis::ErrorCode::kNotFound, arguments.file.string(), {}, {}});
    const std::string text = readInput(in);
    if (parseJson(text).is_discarded())
      return failOfStocks(context, {gis::ErrorCode::kInvalidArgument, arguments.file.string(), "no JSON", {}});
    auto wishes = stocks::readWishes(text);
    if (!wishes) return failOfStocksFile(context, wishes.error());
    for (stocks::MoveWish& wish : *wishes)
      if (wish.author.empty()) wish.author = author;
    auto done = stocks::bookWishes(workspace->db(), ledger, *wishes, clock->nowUtcMs());
    if (!done) return failOfStocks(context, done.error());
    booked = std::move(*done);
  }
  if (context.form() == OutputForm::kJson)
    context.print({{"booked", movesJson(booked)}});
  else
    for (const stocks::Movement& move : booked) context.out() << move.number << '\n';
  return kExitDone;
}

int prepareBooks(const StocksArguments& arguments, const CommandContext& context) {
  const auto workspace = openForEditing(arguments.workspace);
  if (!workspace) return failOfStocks(context, workspace.error());
  const gis::Database& db = workspace->db();
  gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
  const std::string author = arguments.author.empty() ? AppSettings().author().name : arguments.author;
  const auto made = stocks::prepareStocks(db, uuids, author, "地质灾害隐患点威胁人口与沿河危险断面人口之和",
                                          gis::presentUtcMs(db, gis::SystemClock()));
  if (!made) return failOfStocks(context, made.error());
  if (context.form() == OutputForm::kJson)
    context.print({{"items", made->items}, {"depots", made->depots}, {"levels_of_depots", made->bases}});
  else
    context.tell(
        QCoreApplication::translate("CommandLine", "%1 items, %2 depots and the people of %3 depots were added.")
            .arg(made->items)
            .arg(made->depots)
            .arg(made->bases));
  return kExitDone;
}

int checkBooks(const StocksArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return failOfStocks(context, workspace.error());
  const auto wrong = stocks::BalanceStore(workspace->db()).audit();
  if (!wrong) return failOfStocks(context, wrong.error());
  auto list = Json::array();
  for (const stocks::Discrepancy& one : *wrong)
    list.push_back(
        {{"cell", one.cell_id},
         {"running", one.running},
         {"summed", one.summed},
         {"checkpoint", one.checkpoint_utc_ms == 0 ? Json(nullptr) : Json(gis::formatUtc(one.checkpoint_utc_ms))}});
  if (context.form() == OutputForm::kJson)
    context.print({{"right", wrong->empty()}, {"findings", std::move(list)}});
  else
    context.tell(wrong->empty()
                     ? QCoreApplication::translate("CommandLine", "The stock is the sum of its movements.")
                     : QCoreApplication::translate("CommandLine", "%1 quantities are not the sum of their movements.")
                           .arg(wrong->size()));
  return wrong->empty() ? kExitDone : kExitFailed;
}

void addStocksWorkspace(CLI::App& command, StocksArguments& arguments) {
  command
      .add_option("--workspace", arguments.workspace,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
}

void addStocksFilter(CLI::App& command, StocksArguments& arguments) {
  command.add_option("--depot", arguments.depot,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "only of this depot, by name or code")));
  command.add_option("--item", arguments.item,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "only of this item, by name, code or barcode")));
}

// Returns the command of the levels.
CLI::App* addShowing(CLI::App& command, CommandContext& context, const std::shared_ptr<StocksArguments>& arguments) {
  CLI::App* balance =
      command.add_subcommand("balance", cliText(QT_TRANSLATE_NOOP("CommandLine", "what is where, now or on any day")));
  addStocksWorkspace(*balance, *arguments);
  addStocksFilter(*balance, *arguments);
  balance->add_option(
      "--at", arguments->at,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "the end of a day, 2026-05-01, or a moment; now unless given")));
  balance->add_flag("--lots", arguments->lots, cliText(QT_TRANSLATE_NOOP("CommandLine", "by lot and owner")));
  addCommonOptions(*balance, context);
  balance->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine", "Example:\n  fengsui stocks balance --workspace ~/city --at 2025-07-26 --item 棉被 --json")));
  balance->callback([arguments, &context] { context.exit_code = showBalance(*arguments, context); });

  CLI::App* levels = command.add_subcommand(
      "levels", cliText(QT_TRANSLATE_NOOP("CommandLine", "what should be there, what is short, what expires")));
  levels->add_option("--workspace", arguments->workspace,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")));
  addStocksFilter(*levels, *arguments);
  levels->add_flag("--short", arguments->is_short,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "only what is below its minimum")));
  levels
      ->add_option("--days", arguments->days,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "lots that expire within so many days")))
      ->check(CLI::Range(0, 36500))
      ->capture_default_str();
  addCommonOptions(*levels, context);
  levels->footer(
      cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui stocks levels --workspace ~/city --short --json")));
  levels->callback([arguments, levels, &context] {
    // "levels set" asks for its own workspace.
    if (!levels->get_subcommands().empty()) return;
    if (arguments->workspace.empty()) throw CLI::RequiredError("--workspace");
    context.exit_code = showLevels(*arguments, context);
  });

  CLI::App* audit = command.add_subcommand(
      "audit", cliText(QT_TRANSLATE_NOOP("CommandLine", "whether the stock is the sum of its movements")));
  addStocksWorkspace(*audit, *arguments);
  addCommonOptions(*audit, context);
  audit->footer(
      cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui stocks audit --workspace ~/city --json")));
  audit->callback([arguments, &context] { context.exit_code = checkBooks(*arguments, context); });
  return levels;
}

void addBooking(CLI::App& command, CommandContext& context, const std::shared_ptr<StocksArguments>& arguments) {
  CLI::App* move = command.add_subcommand(
      "move", cliText(QT_TRANSLATE_NOOP("CommandLine", "book movements of a JSON file, all of them or none")));
  move->add_option(
          "FILE", arguments->file,
          cliText(QT_TRANSLATE_NOOP("CommandLine", "kind, depot, lines with item and quantity; or a list under moves")))
      ->required();
  CLI::App* prepare = command.add_subcommand(
      "prepare",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "add the catalogue, the depots of the census, people at risk")));
  CLI::App* reverse = command.add_subcommand(
      "reverse", cliText(QT_TRANSLATE_NOOP("CommandLine", "take back what a movement did; both stay in the books")));
  reverse
      ->add_option("NUMBER", arguments->number,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "number or uuid of the movement")))
      ->required();
  reverse->add_option("--reason", arguments->reason, cliText(QT_TRANSLATE_NOOP("CommandLine", "why")))->required();
  for (CLI::App* one : {prepare, move, reverse}) {
    addStocksWorkspace(*one, *arguments);
    one->add_option("--author", arguments->author,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "who does it; the system's user unless given")));
    addCommonOptions(*one, context);
  }
  prepare->callback([arguments, &context] { context.exit_code = prepareBooks(*arguments, context); });
  prepare->footer(
      cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui stocks prepare --workspace ~/city --json")));
  for (CLI::App* one : {move, reverse})
    one->callback([arguments, &context] { context.exit_code = bookMoves(*arguments, context); });
  move->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                         "Example of FILE:\n  {\"kind\": \"issue\", \"depot\": "
                                         "\"沁源县应急物资储备库（演示）\",\n   \"lines\": [{\"item\": "
                                         "\"棉被\", \"quantity\": \"3包\"}]}\nKinds: opening, purchase, donation, "
                                         "rotation, transfer, issue, return, loan, "
                                         "count, scrap, reserve, release, dispatch, receipt, loss, grade, kit.")));
  reverse->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine", "Example:\n  fengsui stocks reverse FF20260501a1b2c3 --reason 录错 --workspace ~/city")));
}

}  // namespace

void addStocksCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "stocks", cliText(QT_TRANSLATE_NOOP("CommandLine", "reserve stocks: balance, movements, levels, requisitions")));
  command->require_subcommand(1);
  const auto arguments = std::make_shared<StocksArguments>();
  CLI::App* levels = addShowing(*command, context, arguments);
  addStocksSettingCommands(*command, *levels, context);
  addStocksLedgerCopyCommands(*command, context);
  addBooking(*command, context, arguments);
  addStocksSheetCommands(*command, context);
  addStocksRequisitionCommand(*command, context);
  addStocksPlanCommands(*command, context, stockOfLedger);
}

}  // namespace app
