// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/edit_text.h"
#include "gis/edit/census_row_store.h"
#include "gis/edit/table_then.h"

namespace app {
namespace {

struct HistoryArguments {
  std::filesystem::path workspace;
  std::string table;
  std::string row;
  std::string at;
};

// The row as it was at a moment: its cells, or nothing when it was not there.
std::optional<gis::RowCells> cellsThen(const std::optional<gis::RowCells>& now, const gis::RowThen& then) {
  switch (then.presence) {
    case gis::RowThen::Presence::kNotThere:
      return std::nullopt;
    case gis::RowThen::Presence::kThere:
      return then.cells;
    case gis::RowThen::Presence::kAsNow:
      break;
  }
  std::optional<gis::RowCells> cells = now;
  if (cells)
    for (const auto& [column, value] : then.cells) (*cells)[column] = value;
  return cells;
}

int printThen(const HistoryArguments& arguments, const CommandContext& context, const gis::Database& db,
              const std::string& uuid, const std::vector<gis::DatedChange>& changes) {
  const QDateTime at = QDateTime::fromString(QString::fromStdString(arguments.at), Qt::ISODate);
  if (!at.isValid())
    return context.fail({gis::ErrorCode::kInvalidArgument, arguments.at, "a time like 2026-05-01T08:00 expected", {}});
  auto rows = gis::CensusRowStore::open(db);
  if (!rows) return context.fail(rows.error());
  const auto now = rows->read(arguments.table, uuid);
  if (!now) return context.fail(now.error());
  const auto then = cellsThen(*now, gis::rowThen(changes, at.toMSecsSinceEpoch()));
  if (context.form() == OutputForm::kJson) {
    nlohmann::ordered_json cells = nullptr;
    if (then) {
      cells = nlohmann::ordered_json::object();
      for (const auto& [column, value] : *then) cells[column] = cellJson(value);
    }
    context.print({{"table", arguments.table}, {"row", uuid}, {"at", arguments.at}, {"cells", std::move(cells)}});
  } else if (!then) {
    context.out() << QCoreApplication::translate("CommandLine", "The row was not there.").toStdString() << '\n';
  } else {
    for (const auto& [column, value] : *then) context.out() << column << " = " << cellText(value).toStdString() << '\n';
  }
  return kExitDone;
}

void printChange(const gis::DatedChange& dated, std::ostream& out) {
  const gis::EditChange& change = dated.change;
  out << localTimeText(dated.at_utc_ms).toStdString() << "  " << dated.author.name << "  ";
  if (change.column == gis::kRowCame)
    out << QCoreApplication::translate("CommandLine", "row added").toStdString();
  else if (change.column == gis::kRowWent)
    out << QCoreApplication::translate("CommandLine", "row removed").toStdString();
  else
    out << change.column << ": " << cellText(change.old_value).toStdString() << " → "
        << cellText(change.new_value).toStdString();
  if (!dated.reason.empty()) out << "  （" << dated.reason << "）";
  out << '\n';
}

int history(const HistoryArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const auto uuid = rowUuid(workspace->db(), arguments.table, arguments.row);
  if (!uuid) return context.fail(uuid.error());
  gis::EditLogStore log(workspace->db());
  const auto changes = log.changesOfRow(*uuid);
  if (!changes) return context.fail(changes.error());
  if (!arguments.at.empty()) return printThen(arguments, context, workspace->db(), *uuid, *changes);
  if (context.form() == OutputForm::kJson) {
    auto rows = nlohmann::ordered_json::array();
    for (const gis::DatedChange& dated : *changes) rows.push_back(changeJson(dated));
    context.print({{"table", arguments.table}, {"row", *uuid}, {"changes", std::move(rows)}});
  } else if (changes->empty()) {
    context.out() << QCoreApplication::translate("CommandLine", "This row was never changed here.").toStdString()
                  << '\n';
  } else {
    for (const gis::DatedChange& dated : *changes) printChange(dated, context.out());
  }
  return kExitDone;
}

}  // namespace

void addHistoryCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "history", cliText(QT_TRANSLATE_NOOP("CommandLine", "who changed a row of the census, when, what and why")));
  const auto arguments = std::make_shared<HistoryArguments>();
  command->add_option("TABLE", arguments->table, cliText(QT_TRANSLATE_NOOP("CommandLine", "table of the workspace")))
      ->required();
  command->add_option("ROW", arguments->row, cliText(QT_TRANSLATE_NOOP("CommandLine", "the row's uuid or fid")))
      ->required();
  command
      ->add_option("--workspace", arguments->workspace,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  command->add_option(
      "--at", arguments->at,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "show the row as it was then: 2026-05-01T08:00, or with Z for UTC")));
  addCommonOptions(*command, context);
  command->footer(
      cliText(QT_TRANSLATE_NOOP("CommandLine",
                                "Example:\n  fengsui history depot 3 --workspace ~/city\n"
                                "  fengsui history depot 3 --at 2026-07-26T02:35 --workspace ~/city --json")));
  command->callback([arguments, &context] { context.exit_code = history(*arguments, context); });
}

}  // namespace app
