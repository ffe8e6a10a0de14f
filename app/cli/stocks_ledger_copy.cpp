// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stocks_ledger_copy.h"

#include <filesystem>
#include <memory>

#include "app/cli/edit_text.h"
#include "app/cli/stocks_file_trouble.h"
#include "app/settings/app_settings.h"
#include "app/stocks_text/ledger_copy_file.h"
#include "app/stocks_text/stock_detail_text.h"
#include "gis/core/clock.h"
#include "gis/stocks/ledger_copy_store.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace stocks = gis::stocks;

struct LedgerCopyArguments {
  std::filesystem::path workspace, file;
  std::string seat, uuid, decision, author;
  bool all = false;
};

enum class CopyWork { kExport, kMerge, kQuestions, kDecide };

int writeCopy(const LedgerCopyArguments& arguments, stocks::LedgerCopyStore& store, const CommandContext& context) {
  if (const auto done = writeLedgerCopy(store, arguments.file, arguments.seat); !done)
    return failOfStocks(context, done.error());
  std::error_code ignored;
  if (context.form() == OutputForm::kJson)
    context.print({{"file", arguments.file.string()}, {"bytes", std::filesystem::file_size(arguments.file, ignored)}});
  else
    context.tell(QCoreApplication::translate("CommandLine", "The ledger was written to %1.")
                     .arg(QString::fromStdString(arguments.file.string())));
  return kExitDone;
}

int mergeCopy(const LedgerCopyArguments& arguments, stocks::LedgerCopyStore& store, const CommandContext& context) {
  const auto merged = mergeLedgerCopy(store, arguments.file);
  if (!merged) return failOfStocks(context, merged.error());
  if (context.form() == OutputForm::kJson)
    context.print({{"moves", merged->moves},
                   {"requisitions", merged->requisitions},
                   {"steps", merged->steps},
                   {"known", merged->known},
                   {"questions", merged->questions},
                   {"items", merged->items},
                   {"edited_items", merged->edited_items},
                   {"depots", merged->depots},
                   {"levels", merged->levels}});
  else
    context.tell(QCoreApplication::translate("CommandLine",
                                             "%1 movements and %2 steps are new, %3 records were known; %4 "
                                             "questions for a person.")
                     .arg(merged->moves)
                     .arg(merged->steps)
                     .arg(merged->known)
                     .arg(merged->questions));
  if (context.form() != OutputForm::kJson && merged->levels > 0)
    context.tell(QCoreApplication::translate("CommandLine", "Levels or people changed: %1.").arg(merged->levels));
  if (context.form() != OutputForm::kJson && merged->edited_items > 0)
    context.tell(QCoreApplication::translate("CommandLine", "Items edited: %1.").arg(merged->edited_items));
  return kExitDone;
}

int listQuestions(const LedgerCopyArguments& arguments, stocks::LedgerCopyStore& store, const CommandContext& context) {
  const auto questions = store.questions(!arguments.all);
  if (!questions) return failOfStocks(context, questions.error());
  auto list = Json::array();
  for (const stocks::LedgerQuestion& one : *questions) {
    if (context.form() != OutputForm::kJson)
      context.out() << one.uuid << "  " << one.seat << "  " << questionText(one).toStdString() << '\n';
    list.push_back({{"uuid", one.uuid},
                    {"kind", one.kind},
                    {"seat", one.seat},
                    {"why", one.why},
                    {"came", gis::formatUtc(one.came_utc_ms)},
                    {"decided", one.decided_utc_ms == 0 ? Json(nullptr) : Json(gis::formatUtc(one.decided_utc_ms))},
                    {"decision", one.decision},
                    {"record", Json::parse(one.content, nullptr, false)}});
  }
  if (context.form() == OutputForm::kJson) context.print({{"questions", std::move(list)}});
  return kExitDone;
}

int runCopy(CopyWork work, const LedgerCopyArguments& arguments, const CommandContext& context) {
  const bool writes = work == CopyWork::kMerge || work == CopyWork::kDecide;
  const auto workspace =
      writes ? openForEditing(arguments.workspace) : gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return failOfStocks(context, workspace.error());
  const gis::FixedClock clock(gis::presentUtcMs(workspace->db(), gis::SystemClock()));
  gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
  stocks::LedgerCopyStore store(workspace->db(), clock, uuids);
  if (work == CopyWork::kExport) return writeCopy(arguments, store, context);
  if (work == CopyWork::kMerge) return mergeCopy(arguments, store, context);
  if (work == CopyWork::kQuestions) return listQuestions(arguments, store, context);
  const std::string who = arguments.author.empty() ? AppSettings().author().name : arguments.author;
  if (auto done = store.decide(arguments.uuid, arguments.decision, who.empty() ? "fengsui" : who); !done)
    return failOfStocks(context, done.error());
  if (context.form() == OutputForm::kJson) context.print({{"decided", arguments.uuid}});
  return kExitDone;
}

CLI::App* addCopyWork(CLI::App& ledger, CommandContext& context, CopyWork work, const char* name, const char* says,
                      const std::shared_ptr<LedgerCopyArguments>& arguments) {
  CLI::App* command = ledger.add_subcommand(name, cliText(says));
  command
      ->add_option("--workspace", arguments->workspace,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  addCommonOptions(*command, context);
  command->callback([arguments, work, &context] { context.exit_code = runCopy(work, *arguments, context); });
  return command;
}

}  // namespace

void addStocksLedgerCopyCommands(CLI::App& stocks, CommandContext& context) {
  const auto arguments = std::make_shared<LedgerCopyArguments>();
  CLI::App* ledger = stocks.add_subcommand(
      "ledger", cliText(QT_TRANSLATE_NOOP("CommandLine", "two copies of the books brought together")));
  ledger->require_subcommand(1);
  CLI::App* write =
      addCopyWork(*ledger, context, CopyWork::kExport, "export",
                  QT_TRANSLATE_NOOP("CommandLine", "write the books as a file for another copy"), arguments);
  write->add_option("FILE", arguments->file, cliText(QT_TRANSLATE_NOOP("CommandLine", "the file")))->required();
  write->add_option("--seat", arguments->seat,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "whose copy this is, as the other side calls it")));
  CLI::App* merge = addCopyWork(
      *ledger, context, CopyWork::kMerge, "merge",
      QT_TRANSLATE_NOOP("CommandLine", "take over such a file; what is not covered becomes a question"), arguments);
  merge->add_option("FILE", arguments->file, cliText(QT_TRANSLATE_NOOP("CommandLine", "the file")))->required();
  CLI::App* questions =
      addCopyWork(*ledger, context, CopyWork::kQuestions, "questions",
                  QT_TRANSLATE_NOOP("CommandLine", "what only a person can decide after that"), arguments);
  questions->add_flag("--all", arguments->all,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "those that are decided as well")));
  CLI::App* decide = addCopyWork(*ledger, context, CopyWork::kDecide, "decide",
                                 QT_TRANSLATE_NOOP("CommandLine", "say what was done about one"), arguments);
  decide->add_option("UUID", arguments->uuid, cliText(QT_TRANSLATE_NOOP("CommandLine", "which question")))->required();
  decide->add_option("--words", arguments->decision, cliText(QT_TRANSLATE_NOOP("CommandLine", "what was done")))
      ->required();
  decide->add_option("--author", arguments->author,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "who does it; the system's user unless given")));
}

}  // namespace app
