// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stocks_sheet.h"

#include <fmt/format.h>

#include <memory>

#include "app/cli/edit_text.h"
#include "app/cli/stocks_file_trouble.h"
#include "app/settings/app_settings.h"
#include "app/stocks_text/sheet_file.h"
#include "gis/core/uuid.h"
#include "gis/stocks/calendar_day.h"
#include "gis/stocks/stock_sheet.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace stocks = gis::stocks;

struct SheetArguments {
  std::filesystem::path workspace, file;
  std::string kind = "opening", owner, author, reason;
  bool dry_run = false;
};

Json sheetFindingJson(const stocks::SheetFinding& finding) {
  return {{"row", finding.row},
          {"problem", stocks::problemName(finding.problem)},
          {"column", stocks::sheetHeading(finding.column, false)},
          {"value", finding.value}};
}

int importSheet(const SheetArguments& arguments, const CommandContext& context) {
  const auto workspace = arguments.dry_run ? gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead)
                                           : openForEditing(arguments.workspace);
  if (!workspace) return failOfStocks(context, workspace.error());
  const gis::Database& db = workspace->db();
  const auto directory = stocks::CatalogueStore(db).directory();
  if (!directory) return failOfStocks(context, directory.error());
  const auto rows = stocks::readStockSheet(arguments.file);
  if (!rows) return failOfStocks(context, rows.error());
  const auto clock = gis::FixedClock(gis::presentUtcMs(db, gis::SystemClock()));
  const std::string owner = arguments.owner.empty() ? workspace->facts().city_name_zh : arguments.owner;
  const auto sheet = stocks::checkSheet(*rows, *directory, owner, stocks::dayOf(clock.nowUtcMs()));
  auto findings = Json::array(), numbers = Json::array();
  for (const stocks::SheetFinding& finding : sheet.findings) {
    findings.push_back(sheetFindingJson(finding));
    if (context.form() != OutputForm::kJson)
      context.out() << fmt::format("{}  {}  {}: {}\n", finding.row, stocks::problemName(finding.problem),
                                   stocks::sheetHeading(finding.column, context.m_language != "en"), finding.value);
  }
  const bool books = !arguments.dry_run && sheet.findings.empty();
  if (books) {
    gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
    stocks::LedgerStore ledger(db, clock, uuids);
    stocks::MoveDraft head;
    head.kind = stocks::kindNamed(arguments.kind).value_or(stocks::MoveKind::kOpening);
    head.author = arguments.author.empty() ? AppSettings().author().name : arguments.author;
    if (head.author.empty()) head.author = "fengsui";
    head.reason = arguments.reason;
    const auto booked = stocks::bookSheet(db, ledger, sheet, head);
    if (!booked) return failOfStocks(context, booked.error());
    for (const stocks::Movement& move : *booked) numbers.push_back(move.number);
  }
  if (context.form() == OutputForm::kJson)
    context.print({{"rows", rows->size()},
                   {"good", sheet.entries.size()},
                   {"dry_run", arguments.dry_run},
                   {"booked", std::move(numbers)},
                   {"findings", std::move(findings)}});
  else if (books)
    context.tell(QCoreApplication::translate("CommandLine", "%1 rows are booked in %2 movements.")
                     .arg(sheet.entries.size())
                     .arg(numbers.size()));
  else
    context.tell(QCoreApplication::translate("CommandLine", "%1 of %2 rows are good; nothing was booked.")
                     .arg(sheet.entries.size())
                     .arg(rows->size()));
  return sheet.findings.empty() ? kExitDone : kExitUndecided;
}

// Quantities and prices are numbers in the sheet, all else is text.
std::vector<gis::CellValue> sheetCells(const stocks::SheetRow& row) {
  std::vector<gis::CellValue> cells;
  for (int column = 0; column < stocks::kSheetColumnCount; ++column) {
    const auto which = static_cast<stocks::SheetColumn>(column);
    const std::string& text = row.at(which);
    if (which == stocks::SheetColumn::kQuantity)
      cells.emplace_back(std::int64_t{std::stoll(text)});
    else if (which == stocks::SheetColumn::kPrice && !text.empty())
      cells.emplace_back(std::stod(text));
    else
      cells.emplace_back(text);
  }
  return cells;
}

int exportSheet(const SheetArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return failOfStocks(context, workspace.error());
  const auto directory = stocks::CatalogueStore(workspace->db()).directory();
  if (!directory) return failOfStocks(context, directory.error());
  const auto balance = stocks::BalanceStore(workspace->db()).balance();
  if (!balance) return failOfStocks(context, balance.error());
  std::vector<std::string> headings;
  for (int column = 0; column < stocks::kSheetColumnCount; ++column)
    headings.emplace_back(stocks::sheetHeading(static_cast<stocks::SheetColumn>(column), context.m_language != "en"));
  const auto rows = stocks::sheetOf(*directory, *balance);
  std::vector<std::vector<gis::CellValue>> cells;
  for (const stocks::SheetRow& row : rows) cells.push_back(sheetCells(row));
  if (auto done = writeSheetFile(arguments.file, "库存", headings, cells); !done)
    return failOfStocks(context, done.error());
  if (context.form() == OutputForm::kJson)
    context.print({{"file", arguments.file.string()}, {"rows", rows.size()}});
  else
    context.tell(QCoreApplication::translate("CommandLine", "%1 rows are in %2.")
                     .arg(rows.size())
                     .arg(QString::fromStdString(arguments.file.string())));
  return kExitDone;
}

}  // namespace

void addStocksSheetCommands(CLI::App& command, CommandContext& context) {
  const auto arguments = std::make_shared<SheetArguments>();
  CLI::App* reading = command.add_subcommand(
      "import", cliText(QT_TRANSLATE_NOOP("CommandLine", "book a sheet of stock, all of its rows or none")));
  CLI::App* writing =
      command.add_subcommand("export", cliText(QT_TRANSLATE_NOOP("CommandLine", "write the stock as a sheet")));
  for (CLI::App* one : {reading, writing}) {
    one->add_option("FILE", arguments->file, cliText(QT_TRANSLATE_NOOP("CommandLine", "the sheet, .xlsx or .csv")))
        ->required();
    one->add_option("--workspace", arguments->workspace,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
        ->required();
    addCommonOptions(*one, context);
  }
  reading->add_flag("--dry-run", arguments->dry_run,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "only say what would be booked")));
  reading
      ->add_option("--kind", arguments->kind,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "opening, purchase or donation")))
      ->check(CLI::IsMember({"opening", "purchase", "donation"}))
      ->capture_default_str();
  reading->add_option("--owner", arguments->owner,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "owner of rows that name none; the city unless given")));
  reading->add_option("--author", arguments->author,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "who does it; the system's user unless given")));
  reading->add_option("--reason", arguments->reason, cliText(QT_TRANSLATE_NOOP("CommandLine", "why")));
  reading->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Columns: depot, item, quantity; if wanted lot, unit, made on, expires on, owner, donor, price, state.\nExit "
      "codes: 0 done, 1 failed, 2 wrong usage, 3 rows that cannot be booked.\nExample:\n  fengsui stocks import "
      "库存.xlsx --workspace ~/city --dry-run --json")));
  writing->footer(
      cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui stocks export stock.xlsx --workspace ~/city")));
  reading->callback([arguments, &context] { context.exit_code = importSheet(*arguments, context); });
  writing->callback([arguments, &context] { context.exit_code = exportSheet(*arguments, context); });
}

}  // namespace app
