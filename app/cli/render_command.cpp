// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/interrupt.h"
#include "app/cli/map_picture.h"
#include "app/cli/page_options.h"
#include "app/cli/size_text.h"
#include "app/text/error_text.h"

namespace app {
namespace {

struct RenderArguments {
  PictureOptions picture;
  std::string size = "1920x1080";
  PageOptions page;
  std::string theme;
  std::string at;
  std::filesystem::path output;
};

// Fails before anything is read: a mistyped name of the file should not wait for the map.
int render(RenderArguments& arguments, const CommandContext& context) {
  if (!arguments.at.empty()) {
    const QDateTime at = QDateTime::fromString(QString::fromStdString(arguments.at), Qt::ISODate);
    if (!at.isValid())
      return context.fail(
          {gis::ErrorCode::kInvalidArgument, arguments.at, "a time like 2026-05-01T08:00 expected", {}});
    arguments.picture.at_utc_ms = at.toMSecsSinceEpoch();
  }
  const SizePx size = parseSize(arguments.size).value_or(SizePx{1920, 1080});
  const PagePlan plan = planOf(arguments.page, size.width_px, size.height_px);
  const layers::MapView empty = plan.emptyView();
  PictureOptions& options = arguments.picture;
  options.width_px = empty.width_px, options.height_px = empty.height_px, options.device_ratio = plan.device_ratio;
  // On paper the light theme, unless somebody asked for the dark one.
  const bool light = arguments.theme.empty() ? plan.framed : arguments.theme == "light";
  options.theme = light ? layers::Theme::kLight : layers::Theme::kDark;
  options.language = context.m_language;
  const Interrupt interrupt;
  auto file = PictureFile::create(arguments.output, plan, QString::fromStdString(arguments.page.title));
  if (!file) return context.fail(file.error());
  auto scene = loadScene(options, interrupt.token());
  if (!scene) return context.fail(scene.error());
  const std::vector<std::string> drawn = scene->value.layers;
  const MapPrint print = printOf(arguments.page, plan, std::move(scene->value));
  if (const auto done = printMap(print, plan, **file, interrupt.token()); !done) return context.fail(done.error());

  for (const gis::Warning& warning : scene->warnings) context.tell(warningSentence(warning));
  if (context.form() == OutputForm::kJson) {
    auto warnings = nlohmann::ordered_json::array();
    for (const gis::Warning& warning : scene->warnings) warnings.push_back(warningJson(warning));
    context.print({{"output", arguments.output.string()},
                   {"width_px", plan.sheet_px.width()},
                   {"height_px", plan.sheet_px.height()},
                   {"dpi", plan.dpi},
                   {"metres_per_px", print.view.metres_per_px / plan.device_ratio},
                   {"scale_denominator", print.scale_denominator},
                   {"centre_x_m", print.view.centre.x_m},
                   {"centre_y_m", print.view.centre.y_m},
                   {"layers", drawn},
                   {"warnings", std::move(warnings)}});
  }
  return kExitDone;
}

}  // namespace

void addRenderCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "render", cliText(QT_TRANSLATE_NOOP("CommandLine", "draw the map into a picture, without a display")));
  const auto arguments = std::make_shared<RenderArguments>();
  PictureOptions& picture = arguments->picture;
  auto* source = command->add_option_group("source");
  source->add_option("--workspace", picture.workspace,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")));
  source->add_option("--data", picture.data,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "any vector or raster file instead of a workspace")));
  source->require_option(1);
  command
      ->add_option(
          "--view", picture.view,
          cliText(QT_TRANSLATE_NOOP(
              "CommandLine",
              "full, a box west,south,east,north in degrees, or a bookmark's name, or a place's name or code")))
      ->capture_default_str();
  command
      ->add_option("--size", arguments->size,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "size of the picture in pixels, e.g. 1920x1080")))
      ->check(
          [](const std::string& text) { return parseSize(text) ? std::string() : text + " is no size like 1920x1080"; })
      ->capture_default_str();
  command
      ->add_option("-o,--output", arguments->output,
                   cliText(QT_TRANSLATE_NOOP("CommandLine",
                                             "file to write; its ending decides the format (png, pdf, jpg, bmp)")))
      ->required();
  command
      ->add_option("--theme", arguments->theme,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "dark or light; a sheet is light unless said otherwise")))
      ->check(CLI::IsMember({"dark", "light"}));
  command
      ->add_option("--layers", picture.layer_ids,
                   cliText(QT_TRANSLATE_NOOP("CommandLine",
                                             "ids of the layers to draw, separated by commas, or all; else those "
                                             "that a new workspace shows")))
      ->delimiter(',');
  command
      ->add_option("--at", arguments->at,
                   cliText(QT_TRANSLATE_NOOP("CommandLine",
                                             "the map as it was then, by the log of changes: 2026-05-01T08:00, or with "
                                             "Z for UTC")))
      ->excludes("--data");
  addPageOptions(*command, arguments->page);
  addRampOptions(*command, picture.raster_look);
  command->add_option("--style", picture.style,
                      cliText(QT_TRANSLATE_NOOP("CommandLine",
                                                "style file, or folder of them, in place of the built-in looks of "
                                                "their layers; see `fengsui style check`")));
  addCommonOptions(*command, context);
  command->footer(cliText(
      QT_TRANSLATE_NOOP("CommandLine",
                        "Draws with the code of the window.\n"
                        "Examples:\n"
                        "  fengsui render --workspace ~/city --view full --size 1920x1080 -o map.png\n"
                        "  fengsui render --workspace ~/city --view 140431 --theme light --lang en -o county.png\n"
                        "  fengsui render --workspace ~/city --view 140431 --page A3 --landscape --graticule --legend "
                        "-o county.pdf\n"
                        "  fengsui render --data roads.shp --view 113.0,36.0,113.3,36.3 -o roads.png")));
  command->callback([arguments, &context] { context.exit_code = render(*arguments, context); });
}

}  // namespace app
