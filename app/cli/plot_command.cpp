// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/edit_text.h"
#include "app/settings/app_settings.h"
#include "gis/edit/row_editor.h"
#include "gis/plotting/plot_exchange.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

struct PlotArguments {
  std::filesystem::path workspace;
  std::filesystem::path file;
  std::string format = "geojson";
  std::string sheet;
};

gis::Result<gis::PlotBook> bookOf(const PlotArguments& arguments) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto book = gis::PlotStore(workspace->db()).book();
  if (!book) return std::unexpected(book.error());
  return std::move(book->value);
}

int listPlots(const PlotArguments& arguments, const CommandContext& context) {
  const auto book = bookOf(arguments);
  if (!book) return context.fail(book.error());
  auto sheets = Json::array();
  for (const gis::PlotSheet& sheet : book->sheets) {
    auto objects = Json::array();
    for (const gis::PlotObject& object : book->objects)
      if (object.sheet_uuid == sheet.uuid)
        objects.push_back({{"uuid", object.uuid},
                           {"kind", gis::plotKindName(object.kind)},
                           {"label", object.label},
                           {"points", object.points.size()}});
    if (context.form() == OutputForm::kText)
      context.out() << QCoreApplication::translate("CommandLine", "%1: %2 objects")
                           .arg(QString::fromStdString(sheet.name))
                           .arg(objects.size())
                           .toStdString()
                    << '\n';
    sheets.push_back({{"uuid", sheet.uuid}, {"name", sheet.name}, {"visible", sheet.visible}, {"objects", objects}});
  }
  if (context.form() == OutputForm::kJson)
    context.print({{"sheets", std::move(sheets)}});
  else if (book->sheets.empty())
    context.out() << QCoreApplication::translate("CommandLine", "Nothing is plotted.").toStdString() << '\n';
  return kExitDone;
}

int write(const PlotArguments& arguments, const CommandContext& context) {
  const auto book = bookOf(arguments);
  if (!book) return context.fail(book.error());
  const std::string text = arguments.format == "kml" ? gis::plotsAsKml(*book) : gis::plotsAsGeoJson(*book);
  if (arguments.file.empty()) {
    context.out() << text << '\n';
    return kExitDone;
  }
  if (const auto written = gis::writeTextFile(arguments.file, text); !written) return context.fail(written.error());
  if (context.form() == OutputForm::kJson)
    context.print({{"file", arguments.file.string()}, {"objects", book->objects.size()}});
  return kExitDone;
}

int read(const PlotArguments& arguments, const CommandContext& context) {
  auto objects = gis::plotsFromGeoJsonFile(arguments.file);
  if (!objects) return context.fail(objects.error());
  const auto workspace = openForEditing(arguments.workspace);
  if (!workspace) return context.fail(workspace.error());
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  const std::string name = arguments.sheet.empty() ? arguments.file.stem().string() : arguments.sheet;
  const gis::StepPlan plan{AppSettings().author(), gis::StepKind::kImport,
                           QCoreApplication::translate("CommandLine", "Plotting imported").toStdString()};
  const auto step = gis::RowEditor::edit(workspace->db(), uuids, *clock, plan, [&](gis::RowEditor& rows) {
    return gis::addPlots(rows, name, objects->value);
  });
  if (!step) return context.fail(step.error());
  for (const gis::Warning& warning : objects->warnings)
    if (context.form() == OutputForm::kText)
      context.tell(QString::fromStdString(warning.subject + ": " + warning.detail));
  if (context.form() == OutputForm::kJson)
    context.print({{"sheet", name}, {"objects", objects->value.size()}, {"skipped", objects->warnings.size()}});
  else
    context.out() << QCoreApplication::translate("CommandLine", "%1: %2 objects")
                         .arg(QString::fromStdString(name))
                         .arg(objects->value.size())
                         .toStdString()
                  << '\n';
  return kExitDone;
}

}  // namespace

void addPlotCommand(CLI::App& program, CommandContext& context) {
  CLI::App* plot = program.add_subcommand(
      "plot", cliText(QT_TRANSLATE_NOOP("CommandLine", "situation plotting: list, export, import")));
  plot->require_subcommand(1);
  const auto arguments = std::make_shared<PlotArguments>();
  CLI::App* list_command =
      plot->add_subcommand("list", cliText(QT_TRANSLATE_NOOP("CommandLine", "sheets and what is on them")));
  CLI::App* export_command = plot->add_subcommand(
      "export", cliText(QT_TRANSLATE_NOOP("CommandLine", "write everything that is plotted as GeoJSON or KML")));
  export_command->add_option("--format", arguments->format, cliText(QT_TRANSLATE_NOOP("CommandLine", "geojson or kml")))
      ->check(CLI::IsMember({"geojson", "kml"}))
      ->capture_default_str();
  export_command->add_option("-o,--output", arguments->file,
                             cliText(QT_TRANSLATE_NOOP("CommandLine", "file to write; standard output if none")));
  CLI::App* import_command = plot->add_subcommand(
      "import", cliText(QT_TRANSLATE_NOOP("CommandLine", "add the objects of a GeoJSON file as a new sheet")));
  import_command->add_option("FILE", arguments->file, cliText(QT_TRANSLATE_NOOP("CommandLine", "GeoJSON file")))
      ->required();
  import_command->add_option("--sheet", arguments->sheet,
                             cliText(QT_TRANSLATE_NOOP("CommandLine", "name of the sheet; the file's if none")));
  for (CLI::App* command : {list_command, export_command, import_command}) {
    command
        ->add_option("--workspace", arguments->workspace,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
        ->required();
    addCommonOptions(*command, context);
  }
  plot->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine", "Example:\n  fengsui plot export --workspace ~/city --format kml -o situation.kml")));
  list_command->callback([=, &context] { context.exit_code = listPlots(*arguments, context); });
  export_command->callback([=, &context] { context.exit_code = write(*arguments, context); });
  import_command->callback([=, &context] { context.exit_code = read(*arguments, context); });
}

}  // namespace app
