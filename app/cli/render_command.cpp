// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>
#include <QImageWriter>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/map_picture.h"
#include "app/cli/size_text.h"
#include "app/text/error_text.h"

namespace app {
namespace {

struct RenderArguments {
  PictureOptions picture;
  std::string size = "1920x1080";
  std::string theme = "dark";
  std::filesystem::path output;
};

gis::Result<void> save(const QImage& image, const std::filesystem::path& file) {
  const QString name = QString::fromStdString(file.string());
  QImageWriter writer(name);
  if (writer.write(image)) return {};
  const bool no_folder = !QFileInfo(QFileInfo(name).absolutePath()).isDir();
  const auto code = no_folder                                                ? gis::ErrorCode::kNotFound
                    : writer.error() == QImageWriter::UnsupportedFormatError ? gis::ErrorCode::kUnsupportedFormat
                    : writer.error() == QImageWriter::DeviceError            ? gis::ErrorCode::kPermissionDenied
                                                                             : gis::ErrorCode::kIoFailed;
  return gis::fail(code, no_folder ? file.parent_path().string() : file.string(), writer.errorString().toStdString());
}

int render(RenderArguments& arguments, const CommandContext& context) {
  const auto size = parseSize(arguments.size);
  if (size) arguments.picture.width_px = size->width_px, arguments.picture.height_px = size->height_px;
  arguments.picture.theme = arguments.theme == "light" ? layers::Theme::kLight : layers::Theme::kDark;
  arguments.picture.language = context.m_language;
  const auto picture = drawPicture(arguments.picture);
  if (!picture) return context.fail(picture.error());
  if (const auto saved = save(picture->value.image, arguments.output); !saved) return context.fail(saved.error());

  for (const gis::Warning& warning : picture->warnings) context.tell(warningSentence(warning));
  const layers::MapView& view = picture->value.view;
  if (context.form() == OutputForm::kJson) {
    auto warnings = nlohmann::ordered_json::array();
    for (const gis::Warning& warning : picture->warnings) warnings.push_back(warningJson(warning));
    context.print({{"output", arguments.output.string()},
                   {"width_px", view.width_px},
                   {"height_px", view.height_px},
                   {"metres_per_px", view.metres_per_px},
                   {"scale_denominator", layers::scaleDenominator(view.metres_per_px)},
                   {"centre_x_m", view.centre.x_m},
                   {"centre_y_m", view.centre.y_m},
                   {"layers", picture->value.layers},
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
      ->add_option("--view", picture.view,
                   cliText(QT_TRANSLATE_NOOP(
                       "CommandLine", "full, a box west,south,east,north in degrees, or a place's name or code")))
      ->capture_default_str();
  command
      ->add_option("--size", arguments->size,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "size of the picture in pixels, e.g. 1920x1080")))
      ->check(
          [](const std::string& text) { return parseSize(text) ? std::string() : text + " is no size like 1920x1080"; })
      ->capture_default_str();
  command
      ->add_option(
          "-o,--output", arguments->output,
          cliText(QT_TRANSLATE_NOOP("CommandLine", "file to write; its ending decides the format (png, jpg, bmp)")))
      ->required();
  command->add_option("--theme", arguments->theme, cliText(QT_TRANSLATE_NOOP("CommandLine", "dark or light")))
      ->check(CLI::IsMember({"dark", "light"}))
      ->capture_default_str();
  command
      ->add_option("--layers", picture.layer_ids,
                   cliText(QT_TRANSLATE_NOOP("CommandLine",
                                             "ids of the layers to draw, separated by commas, or all; else those "
                                             "that a new workspace shows")))
      ->delimiter(',');
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
                        "  fengsui render --data roads.shp --view 113.0,36.0,113.3,36.3 -o roads.png")));
  command->callback([arguments, &context] { context.exit_code = render(*arguments, context); });
}

}  // namespace app
