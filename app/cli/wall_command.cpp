// SPDX-License-Identifier: GPL-3.0-or-later
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/interrupt.h"
#include "app/cli/map_picture.h"
#include "app/cli/moment_option.h"
#include "app/cli/size_text.h"
#include "app/wall_page/wall_painter.h"
#include "gis/flood/flood_local_day.h"
#include "gis/store/moment.h"

namespace app {
namespace {

struct WallArguments {
  std::filesystem::path workspace, output;
  std::string page, at, size = "1920x1080", theme = "dark";
};

gis::Result<std::size_t> pageNamed(const std::vector<gis::WallPage>& pages, const std::string& name) {
  for (std::size_t i = 0; i < pages.size(); ++i)
    if (pages[i].id == name || std::to_string(i + 1) == name) return i;
  std::string known;
  for (const gis::WallPage& page : pages) known += (known.empty() ? "" : ", ") + page.id;
  return gis::fail(gis::ErrorCode::kUnknownName, name, "pages: " + known);
}

int wall(const WallArguments& arguments, const CommandContext& context) {
  const auto pages = gis::wallPages();
  if (!pages) return context.fail(pages.error());
  const auto index = pageNamed(*pages, arguments.page);
  if (!index) return context.fail(index.error());
  std::optional<std::int64_t> at_utc_ms;
  if (!arguments.at.empty()) {
    at_utc_ms = gis::flood::readTime(arguments.at);
    if (!at_utc_ms) return context.fail({gis::ErrorCode::kInvalidArgument, "--at", arguments.at, {}});
  }
  const std::filesystem::path place = at_utc_ms ? gis::atMoment(arguments.workspace, *at_utc_ms) : arguments.workspace;
  WallPicture picture;
  auto answer = gis::answerWallPage((*pages)[*index], place, gis::SystemClock());
  if (!answer) return context.fail(answer.error());
  picture.answer = std::move(*answer);
  const SizePx size = parseSize(arguments.size).value_or(SizePx{1920, 1080});
  const QSizeF screen(size.width_px, size.height_px);
  const QRectF map = wallMapRect(screen);
  PictureOptions options;
  options.workspace = arguments.workspace;
  options.at_utc_ms = at_utc_ms;
  // On 2160 lines symbols and names are as large on the wall as on 1080.
  options.device_ratio = std::max(1.0, size.height_px / 1080.0);
  options.width_px = static_cast<int>(map.width() / options.device_ratio);
  options.height_px = static_cast<int>(map.height() / options.device_ratio);
  options.theme = arguments.theme == "light" ? layers::Theme::kLight : layers::Theme::kDark;
  options.language = context.m_language;
  const Interrupt interrupt;
  auto scene = loadScene(options, interrupt.token());
  if (!scene) return context.fail(scene.error());
  picture.theme = options.theme;
  picture.view = scene->value.view;
  picture.map = layers::paintFrame(scene->value.frame, scene->value.view, interrupt.token());
  picture.points = wallPoints(picture.answer, picture.view, scene->value.map_crs);
  picture.city = scene->value.source;
  picture.page = static_cast<int>(*index), picture.pages = static_cast<int>(pages->size());
  QImage image(size.width_px, size.height_px, QImage::Format_RGB32);
  {
    QPainter painter(&image);
    paintWall(painter, screen, picture);
  }
  if (!image.save(QString::fromStdString(arguments.output.string())))
    return context.fail({gis::ErrorCode::kIoFailed, arguments.output.string(), "the picture could not be written", {}});
  if (context.form() == OutputForm::kJson) {
    auto figures = nlohmann::ordered_json::array();
    for (const gis::WallAnswer::Figure& figure : picture.answer.figures)
      figures.push_back(
          {{"title", context.m_language == "en" ? figure.title.en : figure.title.zh}, {"value", figure.row.value}});
    context.print({{"output", arguments.output.string()},
                   {"page", picture.answer.page_id},
                   {"now", gis::formatUtc(picture.answer.now_utc_ms)},
                   {"is_frozen", picture.answer.is_frozen},
                   {"is_drill", picture.answer.is_drill},
                   {"figures", std::move(figures)}});
  }
  return kExitDone;
}

}  // namespace

void addWallCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "wall", cliText(QT_TRANSLATE_NOOP("CommandLine", "a page of the wall as a picture, without a display")));
  const auto arguments = std::make_shared<WallArguments>();
  command
      ->add_option("--workspace", arguments->workspace,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  command
      ->add_option(
          "--page", arguments->page,
          cliText(QT_TRANSLATE_NOOP("CommandLine", "number or name: force, calls, worst, water, stocks, moved")))
      ->required();
  addMomentOption(*command, arguments->at);
  command->add_option("--size", arguments->size,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "size of the picture in pixels, e.g. 1920x1080")));
  command->add_option("--theme", arguments->theme, cliText(QT_TRANSLATE_NOOP("CommandLine", "dark or light")))
      ->check(CLI::IsMember({"dark", "light"}));
  command
      ->add_option("-o,--output", arguments->output,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "file of the picture (png)")))
      ->required();
  addCommonOptions(*command, context);
  command->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Example:\n  fengsui wall --workspace ~/city --page calls --at \"2026-07-26 02:35\" -o wall.png")));
  command->callback([arguments, &context] { context.exit_code = wall(*arguments, context); });
}

}  // namespace app
