// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_line.h"
#include "app/keep/backup_text.h"
#include "gis/keep/backup_store.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

struct BackupArguments {
  std::filesystem::path workspace;
  std::filesystem::path file;
  bool list = false;
  bool preview = false;
};

Json backupJson(const gis::Backup& backup) {
  return {{"file", backup.file.string()},
          {"made", gis::formatUtc(backup.at_utc_ms)},
          {"reason", gis::backupReasonName(backup.reason)},
          {"bytes", backup.bytes},
          {"rows", backup.rows}};
}

QString backupLine(const gis::Backup& backup) {
  constexpr double kMegabyte = 1e6;
  return QCoreApplication::translate("CommandLine", "%1  %2  %3 MB  %4")
      .arg(backupTimeText(backup.at_utc_ms), QString::fromStdString(backup.file.filename().string()))
      .arg(static_cast<double>(backup.bytes) / kMegabyte, 0, 'f', 1)
      .arg(backupReasonText(backup.reason));
}

int listBackups(const BackupArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  const auto backups = gis::listBackups(workspace ? workspace->folder() : arguments.workspace);
  if (!backups) return context.fail(backups.error());
  if (!workspace && backups->empty()) return context.fail(workspace.error());
  auto rows = Json::array();
  for (const gis::Backup& backup : *backups) {
    rows.push_back(backupJson(backup));
    if (context.form() == OutputForm::kText) context.out() << backupLine(backup).toStdString() << '\n';
  }
  if (context.form() == OutputForm::kJson)
    context.print({{"backups", std::move(rows)}});
  else if (backups->empty())
    context.out() << QCoreApplication::translate("CommandLine", "There is no copy yet.").toStdString() << '\n';
  return kExitDone;
}

int backup(const BackupArguments& arguments, const CommandContext& context) {
  if (arguments.list) return listBackups(arguments, context);
  const Interrupt interrupt;
  const auto made = gis::backUpWorkspace(arguments.workspace, gis::BackupReason::kByHand, gis::SystemClock(),
                                         interrupt.token(), progressOn(context.err()));
  if (!made) return context.fail(made.error());
  if (!*made) return kExitDone;  // by hand there always is one
  if (context.form() == OutputForm::kJson)
    context.print(backupJson(**made));
  else
    context.out() << backupLine(**made).toStdString() << '\n';
  return kExitDone;
}

int verify(const BackupArguments& arguments, const CommandContext& context) {
  const Interrupt interrupt;
  std::vector<std::filesystem::path> files{arguments.file};
  if (arguments.file.empty()) {
    const auto backups = gis::listBackups(arguments.workspace);
    if (!backups) return context.fail(backups.error());
    files = {arguments.workspace / "workspace.gpkg"};
    for (const gis::Backup& one : *backups) files.push_back(one.file);
  }
  auto rows = Json::array();
  bool all_whole = true;
  for (const std::filesystem::path& file : files) {
    const auto check = gis::verifyBackup(file, interrupt.token());
    if (!check && check.error().code == gis::ErrorCode::kCancelled) return context.fail(check.error());
    const std::string trouble = !check ? check.error().detail : check->trouble;
    const bool whole = check && trouble.empty() && check->tables_that_differ.empty();
    all_whole = all_whole && whole;
    Json row = {{"file", file.string()}, {"whole", whole}};
    if (check) row["digests_compared"] = check->has_note;
    if (check) row["pictures"] = check->pictures;
    if (check && !check->pictures_missing.empty()) row["pictures_missing"] = check->pictures_missing;
    if (!trouble.empty()) row["trouble"] = trouble;
    if (check && !check->tables_that_differ.empty()) row["tables_that_differ"] = check->tables_that_differ;
    rows.push_back(std::move(row));
    if (context.form() == OutputForm::kJson) continue;
    QString said = whole ? QCoreApplication::translate("CommandLine", "%1: whole")
                         : QCoreApplication::translate("CommandLine", "%1: NOT whole. %2");
    said = said.arg(QString::fromStdString(file.filename().string()));
    if (!whole) {
      QStringList why{QString::fromStdString(trouble)};
      if (check)
        for (const std::string& table : check->tables_that_differ) why << QString::fromStdString(table);
      why.removeAll(QString());
      said = said.arg(why.join(QStringLiteral(", ")));
    }
    context.out() << said.toStdString() << '\n';
    if (!check) continue;
    if (const QString pictures = pictureText(*check); !pictures.isEmpty())
      context.out() << "  " << pictures.toStdString() << '\n';
  }
  if (context.form() == OutputForm::kJson) context.print({{"whole", all_whole}, {"files", std::move(rows)}});
  return all_whole ? kExitDone : kExitFailed;
}

int restore(const BackupArguments& arguments, const CommandContext& context) {
  const Interrupt interrupt;
  // A bare name is one of the workspace's own copies.
  std::filesystem::path file = arguments.file;
  std::error_code ec;
  if (file.is_relative() && !std::filesystem::exists(file, ec)) file = arguments.workspace / "backups" / file;
  if (arguments.preview) {
    const auto differences = gis::previewRestore(arguments.workspace, file, interrupt.token());
    if (!differences) return context.fail(differences.error());
    auto rows = Json::array();
    for (const gis::TableDifference& one : *differences) {
      rows.push_back({{"table", one.table},
                      {"rows_now", one.rows_now},
                      {"rows_then", one.rows_then},
                      {"only_now", one.only_now},
                      {"only_then", one.only_then},
                      {"changed", one.changed}});
      if (context.form() == OutputForm::kText) context.out() << differenceText(one).toStdString() << '\n';
    }
    if (context.form() == OutputForm::kJson)
      context.print({{"tables", std::move(rows)}});
    else if (differences->empty())
      context.out()
          << QCoreApplication::translate("CommandLine", "The copy and the workspace are the same.").toStdString()
          << '\n';
    return kExitDone;
  }
  const auto aside =
      gis::restoreBackup(arguments.workspace, file, gis::SystemClock(), interrupt.token(), progressOn(context.err()));
  if (!aside) return context.fail(aside.error());
  if (context.form() == OutputForm::kJson)
    context.print({{"restored", file.string()}, {"before", aside->string()}});
  else
    context.out() << QCoreApplication::translate("CommandLine",
                                                 "Restored from %1; what was there before is kept in %2.")
                         .arg(QString::fromStdString(file.string()), QString::fromStdString(aside->string()))
                         .toStdString()
                  << '\n';
  return kExitDone;
}

}  // namespace

void addBackupCommands(CLI::App& program, CommandContext& context) {
  const auto arguments = std::make_shared<BackupArguments>();
  const auto workspaceOption = [&](CLI::App& command) {
    return command.add_option("--workspace", arguments->workspace,
                              cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")));
  };
  CLI::App* back_up = program.add_subcommand(
      "backup",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "copy the workspace's database into backups/, or list the copies")));
  workspaceOption(*back_up)->required();
  back_up->add_flag("--list", arguments->list,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "tell which copies there are, newest first")));
  addCommonOptions(*back_up, context);
  back_up->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Copies by hand are kept until somebody removes them; of the others 24 hourly, 14 daily and 6 monthly ones.\n"
      "Example:\n  fengsui backup --workspace ~/city")));
  back_up->callback([=, &context] { context.exit_code = backup(*arguments, context); });

  CLI::App* check = program.add_subcommand(
      "verify", cliText(QT_TRANSLATE_NOOP("CommandLine", "prove that a workspace and its copies are whole")));
  CLI::Option* of_workspace = workspaceOption(*check);
  CLI::Option* of_file =
      check->add_option("FILE", arguments->file, cliText(QT_TRANSLATE_NOOP("CommandLine", "one copy instead of all")));
  of_workspace->excludes(of_file);
  addCommonOptions(*check, context);
  check->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                          "Exit code 1 when one of them is not whole.\n"
                                          "Example:\n  fengsui verify --workspace ~/city --json")));
  check->callback([=, &context] {
    if (arguments->workspace.empty() && arguments->file.empty()) throw CLI::RequiredError("--workspace");
    context.exit_code = verify(*arguments, context);
  });

  CLI::App* back = program.add_subcommand(
      "restore", cliText(QT_TRANSLATE_NOOP("CommandLine", "put a copy in the place of the workspace's database")));
  workspaceOption(*back)->required();
  back->add_option("COPY", arguments->file,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "the copy: its name in backups/, or a path")))
      ->required();
  back->add_flag("--preview", arguments->preview,
                 cliText(QT_TRANSLATE_NOOP("CommandLine", "only tell what would change, table by table")));
  addCommonOptions(*back, context);
  back->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "What is there now is copied first, so that a restore can be taken back.\n"
      "Example:\n  fengsui restore workspace-20261124T024500Z-hourly.gpkg --workspace ~/city --preview")));
  back->callback([=, &context] { context.exit_code = restore(*arguments, context); });
}

}  // namespace app
