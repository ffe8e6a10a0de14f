// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stocks_setting.h"

#include <fstream>
#include <iterator>
#include <memory>

#include "app/cli/edit_text.h"
#include "app/cli/stocks_file_trouble.h"
#include "app/settings/app_settings.h"
#include "app/stocks_text/catalogue_sheet_file.h"
#include "gis/stocks/catalogue_sheet.h"
#include "gis/stocks/kit_work.h"
#include "gis/stocks/master_data.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace stocks = gis::stocks;

enum class Setting { kItems, kDepots, kLevels };

struct SettingArguments {
  std::filesystem::path workspace, file;
  std::string author, reason;
  stocks::KitWish kit;
  bool dry_run = false;
};

std::string settingAuthor(const SettingArguments& arguments) {
  std::string author = arguments.author.empty() ? AppSettings().author().name : arguments.author;
  return author.empty() ? "fengsui" : author;
}

int runSetting(Setting setting, const SettingArguments& arguments, const CommandContext& context) {
  const auto workspace = openForEditing(arguments.workspace);
  if (!workspace) return failOfStocks(context, workspace.error());
  std::ifstream in(arguments.file, std::ios::binary);
  if (!in) return failOfStocks(context, {gis::ErrorCode::kNotFound, arguments.file.string(), {}, {}});
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const gis::Database& db = workspace->db();
  const std::int64_t now_utc_ms = gis::presentUtcMs(db, gis::SystemClock());
  const std::string author = settingAuthor(arguments);
  Json answer;
  if (setting == Setting::kLevels) {
    const auto set = stocks::setLevels(db, text, author, now_utc_ms);
    if (!set) return failOfStocksFile(context, set.error());
    answer["set"] = *set;
  } else {
    gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
    const auto codes = setting == Setting::kItems ? stocks::setItems(db, text, author, now_utc_ms)
                                                  : stocks::setDepots(db, uuids, text, author, now_utc_ms);
    if (!codes) return failOfStocksFile(context, codes.error());
    answer["set"] = codes->size(), answer["codes"] = *codes;
  }
  if (context.form() == OutputForm::kJson)
    context.print(answer);
  else
    context.tell(QCoreApplication::translate("CommandLine", "%1 set.").arg(answer["set"].get<int>()));
  return kExitDone;
}

int importItems(const SettingArguments& arguments, const CommandContext& context) {
  const auto workspace = openForEditing(arguments.workspace);
  if (!workspace) return failOfStocks(context, workspace.error());
  const auto sheet = stocks::readCatalogueSheet(arguments.file);
  if (!sheet) return failOfStocks(context, sheet.error());
  const auto taken =
      stocks::takeCatalogueSheet(workspace->db(), *sheet, settingAuthor(arguments),
                                 gis::presentUtcMs(workspace->db(), gis::SystemClock()), arguments.dry_run);
  if (!taken) return failOfStocks(context, taken.error());
  if (context.form() == OutputForm::kJson)
    context.print(
        {{"dry_run", arguments.dry_run}, {"added", taken->added}, {"changed", taken->changed}, {"same", taken->same}});
  else
    context.tell(QCoreApplication::translate("CommandLine", "%1 items are new, %2 changed, %3 as they were.")
                     .arg(taken->added)
                     .arg(taken->changed)
                     .arg(taken->same));
  return kExitDone;
}

int exportItems(const SettingArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return failOfStocks(context, workspace.error());
  const auto directory = stocks::CatalogueStore(workspace->db()).directory();
  if (!directory) return failOfStocks(context, directory.error());
  if (auto done = writeCatalogueSheet(*directory, arguments.file, context.m_language != "en"); !done)
    return failOfStocks(context, done.error());
  if (context.form() == OutputForm::kJson)
    context.print({{"file", arguments.file.string()}, {"rows", directory->items.size()}});
  else
    context.tell(QCoreApplication::translate("CommandLine", "%1 rows are in %2.")
                     .arg(directory->items.size())
                     .arg(QString::fromStdString(arguments.file.string())));
  return kExitDone;
}

int runKits(bool builds, const SettingArguments& arguments, const CommandContext& context) {
  const auto workspace = openForEditing(arguments.workspace);
  if (!workspace) return failOfStocks(context, workspace.error());
  const gis::Database& db = workspace->db();
  const gis::FixedClock clock(gis::presentUtcMs(db, gis::SystemClock()));
  gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
  stocks::LedgerStore ledger(db, clock, uuids);
  stocks::KitWish wish = arguments.kit;
  wish.author = settingAuthor(arguments), wish.reason = arguments.reason;
  std::vector<stocks::Movement> booked;
  if (builds) {
    auto made = stocks::buildKits(db, ledger, wish, clock.nowUtcMs());
    if (!made) return failOfStocks(context, made.error());
    booked.push_back(std::move(*made));
  } else {
    auto made = stocks::openKits(db, ledger, wish, clock.nowUtcMs());
    if (!made) return failOfStocks(context, made.error());
    booked = std::move(*made);
  }
  auto list = Json::array();
  for (const stocks::Movement& move : booked) list.push_back({{"number", move.number}, {"uuid", move.uuid}});
  if (context.form() == OutputForm::kJson)
    context.print({{"kits", wish.kits}, {"booked", std::move(list)}});
  else
    for (const stocks::Movement& move : booked) context.out() << move.number << '\n';
  return kExitDone;
}

void addSettingBasics(CLI::App& command, CommandContext& context, SettingArguments& arguments) {
  command
      .add_option("--workspace", arguments.workspace,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  command.add_option("--author", arguments.author,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "who does it; the system's user unless given")));
  addCommonOptions(command, context);
}

void addSet(CLI::App& parent, CommandContext& context, Setting setting, const char* says, const char* example) {
  const auto arguments = std::make_shared<SettingArguments>();
  CLI::App* set = parent.add_subcommand("set", cliText(says));
  set->add_option("FILE", arguments->file,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "JSON: one or a list; what is not named stays as it is")))
      ->required();
  addSettingBasics(*set, context, *arguments);
  set->footer(std::string(cliText(QT_TRANSLATE_NOOP("CommandLine", "Example of FILE:"))) + "\n  " + example);
  set->callback([arguments, setting, &context] { context.exit_code = runSetting(setting, *arguments, context); });
}

void addItemSheets(CLI::App& item, CommandContext& context) {
  const auto arguments = std::make_shared<SettingArguments>();
  CLI::App* reading = item.add_subcommand(
      "import", cliText(QT_TRANSLATE_NOOP("CommandLine", "take over items from a sheet, all of its rows or none")));
  CLI::App* writing =
      item.add_subcommand("export", cliText(QT_TRANSLATE_NOOP("CommandLine", "write the catalogue as a sheet")));
  for (CLI::App* one : {reading, writing}) {
    one->add_option("FILE", arguments->file, cliText(QT_TRANSLATE_NOOP("CommandLine", "the sheet, .xlsx or .csv")))
        ->required();
    addSettingBasics(*one, context, *arguments);
  }
  reading->add_flag("--dry-run", arguments->dry_run,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "only say what would change")));
  reading->callback([arguments, &context] { context.exit_code = importItems(*arguments, context); });
  writing->callback([arguments, &context] { context.exit_code = exportItems(*arguments, context); });
}

void addKits(CLI::App& parent, CommandContext& context, bool builds) {
  const auto arguments = std::make_shared<SettingArguments>();
  CLI::App* command = parent.add_subcommand(
      builds ? "build" : "open",
      cliText(builds ? QT_TRANSLATE_NOOP("CommandLine", "put kits together: their parts become kits")
                     : QT_TRANSLATE_NOOP("CommandLine", "take kits apart: they become their parts again")));
  command->add_option("N", arguments->kit.kits, cliText(QT_TRANSLATE_NOOP("CommandLine", "how many kits")))->required();
  command->add_option("--kit", arguments->kit.kit, cliText(QT_TRANSLATE_NOOP("CommandLine", "which kit")))->required();
  command->add_option("--depot", arguments->kit.depot, cliText(QT_TRANSLATE_NOOP("CommandLine", "in which depot")))
      ->required();
  if (!builds)
    command->add_option("--lot", arguments->kit.lot,
                        cliText(QT_TRANSLATE_NOOP("CommandLine", "of this lot; what expires first unless given")));
  command->add_option("--reason", arguments->reason, cliText(QT_TRANSLATE_NOOP("CommandLine", "why")));
  addSettingBasics(*command, context, *arguments);
  command->callback([arguments, builds, &context] { context.exit_code = runKits(builds, *arguments, context); });
}

}  // namespace

void addStocksSettingCommands(CLI::App& stocks, CLI::App& levels, CommandContext& context) {
  CLI::App* item = stocks.add_subcommand("item", cliText(QT_TRANSLATE_NOOP("CommandLine", "items of the catalogue")));
  CLI::App* depot =
      stocks.add_subcommand("depot", cliText(QT_TRANSLATE_NOOP("CommandLine", "depots and their trucks")));
  CLI::App* kit = stocks.add_subcommand("kit", cliText(QT_TRANSLATE_NOOP("CommandLine", "kits, built and opened")));
  for (CLI::App* one : {item, depot, kit}) one->require_subcommand(1);
  addSet(*item, context, Setting::kItems, QT_TRANSLATE_NOOP("CommandLine", "add or change items"),
         R"({"code": "10301", "weight_kg": 2.5, "norm": {"per_1000": 1000, "source": "合同"}})");
  addItemSheets(*item, context);
  addSet(
      *depot, context, Setting::kDepots, QT_TRANSLATE_NOOP("CommandLine", "add or change depots and their trucks"),
      R"({"code": "CK1", "keeper": "李梅", "trucks": [{"kind": "5 t", "payload_kg": 5000, "volume_m3": 20, "trucks": 2}]})");
  addSet(levels, context, Setting::kLevels,
         QT_TRANSLATE_NOOP("CommandLine", "levels by hand with their reason, or the people a depot is there for"),
         R"({"depot": "CK1", "item": "棉被", "minimum": 100, "target": 120, "maximum": 150, "reason": "山区"})");
  addKits(*kit, context, true);
  addKits(*kit, context, false);
}

}  // namespace app
