// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include "app/cli/command_context.h"
#include "app/text/style_text.h"
#include "gis/store/table_columns.h"
#include "gis/store/workspace.h"
#include "layers/vector/style_export.h"
#include "layers/vector/style_files.h"

namespace app {
namespace {

struct StyleCheckArguments {
  std::vector<std::filesystem::path> paths;
  std::filesystem::path workspace;
};

// The columns that styles are held to: those of a workspace where one is named, else those of our own schema, beside
// which a style may be meant for tables of somebody else.
gis::Result<layers::KnownTables> knownTables(const std::filesystem::path& folder) {
  gis::Result<gis::TableColumns> tables{gis::TableColumns{}};
  if (folder.empty()) {
    tables = gis::ownTableColumns();
  } else {
    const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
    if (!workspace) return std::unexpected(workspace.error());
    tables = gis::tableColumns(workspace->db());
  }
  if (!tables) return std::unexpected(tables.error());
  return layers::KnownTables{std::move(*tables), !folder.empty()};
}

nlohmann::ordered_json problemJson(const layers::StyleProblem& problem) {
  nlohmann::ordered_json json = {{"file", problem.file}, {"line", problem.line},         {"column", problem.column},
                                 {"path", problem.path}, {"expected", problem.expected}, {"message", ""}};
  json["message"] = styleProblemText(problem.expected, problem.found).toStdString();
  if (!problem.found.empty()) json["found"] = problem.found;
  return json;
}

// One line a problem, as editors and compilers have it: a click goes there.
void printProblem(const layers::StyleProblem& problem, std::ostream& out) {
  out << problem.file << ':' << problem.line << ':' << problem.column << ": ";
  if (!problem.path.empty()) out << problem.path << ": ";
  out << styleProblemText(problem.expected, problem.found).toStdString() << '\n';
}

int checkStyle(const StyleCheckArguments& arguments, const CommandContext& context) {
  const auto known = knownTables(arguments.workspace);
  if (!known) return context.fail(known.error());
  std::vector<layers::StyleProblem> problems;
  std::vector<gis::Error> unreadable;
  int files = 0;
  for (const std::filesystem::path& path : arguments.paths) {
    const auto found = layers::styleFilesAt(path);
    if (!found) {
      unreadable.push_back(found.error());
      continue;
    }
    for (const std::filesystem::path& file : *found) {
      ++files;
      const auto text = layers::readStyleText(file);
      if (!text) {
        unreadable.push_back(text.error());
        continue;
      }
      const auto more = layers::checkStyleFile(*text, file.string(), &*known);
      problems.insert(problems.end(), more.begin(), more.end());
    }
  }
  if (context.form() == OutputForm::kJson) {
    auto rows = nlohmann::ordered_json::array(), errors = nlohmann::ordered_json::array();
    for (const layers::StyleProblem& problem : problems) rows.push_back(problemJson(problem));
    for (const gis::Error& error : unreadable) errors.push_back(errorJson(error));
    context.print({{"files", files}, {"problems", std::move(rows)}, {"unreadable", std::move(errors)}});
  } else {
    for (const layers::StyleProblem& problem : problems) printProblem(problem, context.out());
    for (const gis::Error& error : unreadable) context.fail(error);
    context.tell(QCoreApplication::translate("CommandLine", "%1 style files checked, %2 problems.")
                     .arg(files)
                     .arg(problems.size()));
  }
  return problems.empty() && unreadable.empty() ? kExitDone : kExitFailed;
}

void addCheck(CLI::App& style, CommandContext& context) {
  CLI::App* command = style.add_subcommand(
      "check", cliText(QT_TRANSLATE_NOOP("CommandLine", "tell everything that is wrong in style files, line by line")));
  const auto arguments = std::make_shared<StyleCheckArguments>();
  command
      ->add_option("FILE", arguments->paths,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "style files, or folders of them (.json)")))
      ->required();
  command->add_option(
      "--workspace", arguments->workspace,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "look up tables and columns in this workspace, not in a new one")));
  addCommonOptions(*command, context);
  command->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Looks at JSON, keys, values, colours, expressions, icons, zooms, columns and code tables. One problem a line:\n"
      "file:line:column: place in the file: what is wrong. Exit code 0: none, 1: some, 2: wrong usage.\n"
      "Examples:\n  fengsui style check depot.json\n  fengsui style check my-styles --workspace ~/city --json")));
  command->callback([arguments, &context] { context.exit_code = checkStyle(*arguments, context); });
}

struct ExportArguments {
  std::filesystem::path workspace;
};

int exportTo(const ExportArguments& arguments, const CommandContext& context) {
  const gis::SystemClock clock;
  const auto written = layers::exportBuiltInStyles(arguments.workspace, &clock);
  if (!written) return context.fail(written.error());
  if (context.form() == OutputForm::kJson)
    context.print({{"workspace", arguments.workspace.string()}, {"styles", *written}});
  else
    context.out() << QCoreApplication::translate("CommandLine", "%1 styles written into %2.")
                         .arg(QString::number(*written), QString::fromStdString(arguments.workspace.string()))
                         .toStdString()
                  << '\n';
  return kExitDone;
}

void addExport(CLI::App& style, CommandContext& context) {
  CLI::App* command = style.add_subcommand(
      "export", cliText(QT_TRANSLATE_NOOP("CommandLine", "write the looks into a workspace for other programs")));
  const auto arguments = std::make_shared<ExportArguments>();
  command
      ->add_option("--workspace", arguments->workspace,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  addCommonOptions(*command, context);
  command->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Fills the table layer_styles with SLD and with QGIS's own form, so that QGIS and others show the tables of\n"
      "workspace.gpkg as the light map does. Styles that others keep there stay.\n"
      "Example:\n  fengsui style export --workspace ~/city")));
  command->callback([arguments, &context] { context.exit_code = exportTo(*arguments, context); });
}

}  // namespace

void addStyleCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "style", cliText(QT_TRANSLATE_NOOP(
                   "CommandLine", "check the styles that the map is drawn with, or hand them to other programs")));
  command->require_subcommand(1);
  command->footer(cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui style check my-styles")));
  addCheck(*command, context);
  addExport(*command, context);
}

}  // namespace app
