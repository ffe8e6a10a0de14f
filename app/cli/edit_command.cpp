// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/edit_text.h"
#include "app/settings/app_settings.h"
#include "gis/edit/undo.h"

namespace app {
namespace {

struct EditArguments {
  std::filesystem::path workspace;
  std::string table;
  std::string row;
  std::vector<std::string> cells;
  std::string author;
  std::string reason;
  std::size_t limit = 20;
};

gis::EditAuthor authorOf(const EditArguments& arguments) {
  gis::EditAuthor author = AppSettings().author();
  if (!arguments.author.empty()) author.name = arguments.author;
  return author;
}

// One edit as the command line asks for it, with everything that it needs.
int edit(const EditArguments& arguments, const CommandContext& context, const char* title,
         const std::function<gis::Result<void>(gis::RowEditor&, const std::string& uuid)>& work) {
  const auto workspace = openForEditing(arguments.workspace);
  if (!workspace) return context.fail(workspace.error());
  const auto uuid = rowUuid(workspace->db(), arguments.table, arguments.row);
  if (!uuid) return context.fail(uuid.error());
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  const gis::StepPlan plan{authorOf(arguments), gis::StepKind::kEdit,
                           QCoreApplication::translate("CommandLine", title).toStdString(), arguments.reason};
  const auto step = gis::RowEditor::edit(workspace->db(), uuids, *clock, plan,
                                         [&](gis::RowEditor& rows) { return work(rows, *uuid); });
  if (!step) return context.fail(step.error());
  if (context.form() == OutputForm::kJson)
    context.print(
        {{"row", *uuid}, {"step", step->empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(*step)}});
  else
    context.out() << (step->empty() ? QCoreApplication::translate("CommandLine", "Nothing was different.")
                                    : QCoreApplication::translate("CommandLine", "Saved."))
                         .toStdString()
                  << '\n';
  return kExitDone;
}

int set(const EditArguments& arguments, const CommandContext& context) {
  gis::RowCells cells;
  for (const std::string& word : arguments.cells) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos)
      return context.fail({gis::ErrorCode::kInvalidArgument, word, "column=value expected", {}});
    cells[word.substr(0, equals)] = word.substr(equals + 1);
  }
  return edit(arguments, context, QT_TRANSLATE_NOOP("CommandLine", "Row changed"),
              [&](gis::RowEditor& rows, const std::string& uuid) { return rows.set(arguments.table, uuid, cells); });
}

int takeBack(const EditArguments& arguments, const CommandContext& context, bool undoing) {
  const auto workspace = openForEditing(arguments.workspace);
  if (!workspace) return context.fail(workspace.error());
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  const auto step = undoing ? gis::undo(workspace->db(), uuids, *clock, authorOf(arguments))
                            : gis::redo(workspace->db(), uuids, *clock, authorOf(arguments));
  if (!step) return context.fail(step.error());
  if (context.form() == OutputForm::kJson)
    context.print(stepJson(*step));
  else
    context.out() << (undoing ? QCoreApplication::translate("CommandLine", "Taken back: %1 (%2)")
                              : QCoreApplication::translate("CommandLine", "Done again: %1 (%2)"))
                         .arg(QString::fromStdString(step->title), localTimeText(step->at_utc_ms))
                         .toStdString()
                  << '\n';
  return kExitDone;
}

int log(const EditArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  gis::EditLogStore store(workspace->db());
  auto steps = store.steps(0, SIZE_MAX);
  if (!steps) return context.fail(steps.error());
  const std::size_t first = steps->size() > arguments.limit ? steps->size() - arguments.limit : 0;
  auto rows = nlohmann::ordered_json::array();
  for (std::size_t i = first; i < steps->size(); ++i) {
    const gis::EditStep& step = (*steps)[i].step;
    if (context.form() == OutputForm::kJson)
      rows.push_back(stepJson(step));
    else
      context.out() << localTimeText(step.at_utc_ms).toStdString() << "  " << step.author.name << "  "
                    << gis::stepKindName(step.kind) << "  " << step.title
                    << (step.reason.empty() ? "" : "  " + step.reason) << '\n';
  }
  if (context.form() == OutputForm::kJson) context.print({{"steps", std::move(rows)}});
  return kExitDone;
}

void addWorkspace(CLI::App& command, EditArguments& arguments) {
  command
      .add_option("--workspace", arguments.workspace,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
}

void addAuthor(CLI::App& command, EditArguments& arguments) {
  command.add_option("--author", arguments.author,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "who does it; the system's user unless given")));
}

void addRow(CLI::App& command, EditArguments& arguments) {
  command.add_option("TABLE", arguments.table, cliText(QT_TRANSLATE_NOOP("CommandLine", "table of the workspace")))
      ->required();
  command.add_option("ROW", arguments.row, cliText(QT_TRANSLATE_NOOP("CommandLine", "the row's uuid or fid")))
      ->required();
}

}  // namespace

void addEditCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "edit", cliText(QT_TRANSLATE_NOOP("CommandLine", "change rows of the census, undo, redo, list what was done")));
  command->require_subcommand(1);
  const auto arguments = std::make_shared<EditArguments>();
  CLI::App* set_command =
      command->add_subcommand("set", cliText(QT_TRANSLATE_NOOP("CommandLine", "set cells of one row")));
  addRow(*set_command, *arguments);
  set_command
      ->add_option("CELLS", arguments->cells, cliText(QT_TRANSLATE_NOOP("CommandLine", "column=value, one or more")))
      ->required();
  CLI::App* remove_command = command->add_subcommand(
      "remove", cliText(QT_TRANSLATE_NOOP("CommandLine", "remove one row; undo brings it back")));
  addRow(*remove_command, *arguments);
  for (CLI::App* sub : {set_command, remove_command})
    sub->add_option("--why", arguments->reason,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "the reason, for the history")));
  CLI::App* undo_command = command->add_subcommand(
      "undo", cliText(QT_TRANSLATE_NOOP("CommandLine", "take back the last step of this seat")));
  CLI::App* redo_command =
      command->add_subcommand("redo", cliText(QT_TRANSLATE_NOOP("CommandLine", "do again what was undone last")));
  CLI::App* log_command =
      command->add_subcommand("log", cliText(QT_TRANSLATE_NOOP("CommandLine", "list the last steps of everybody")));
  log_command->add_option("--limit", arguments->limit, cliText(QT_TRANSLATE_NOOP("CommandLine", "how many")))
      ->capture_default_str();
  for (CLI::App* sub : {set_command, remove_command, undo_command, redo_command, log_command}) {
    addWorkspace(*sub, *arguments);
    addCommonOptions(*sub, context);
  }
  for (CLI::App* sub : {set_command, remove_command, undo_command, redo_command}) addAuthor(*sub, *arguments);
  command->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Every change is logged with who, when, old, new and why, and saved when the command ends with 0.\n"
      "Examples:\n  fengsui edit set depot 3 keeper=王建国 phone=0355-3010001 --why 换人 --workspace ~/city\n"
      "  fengsui edit undo --workspace ~/city")));
  set_command->callback([=, &context] { context.exit_code = set(*arguments, context); });
  remove_command->callback([=, &context] {
    context.exit_code =
        edit(*arguments, context, QT_TRANSLATE_NOOP("CommandLine", "Row removed"),
             [&](gis::RowEditor& rows, const std::string& uuid) { return rows.remove(arguments->table, uuid); });
  });
  undo_command->callback([=, &context] { context.exit_code = takeBack(*arguments, context, true); });
  redo_command->callback([=, &context] { context.exit_code = takeBack(*arguments, context, false); });
  log_command->callback([=, &context] { context.exit_code = log(*arguments, context); });
}

}  // namespace app
