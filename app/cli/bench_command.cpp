// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <algorithm>
#include <memory>

#include "app/bench/measuring.h"
#include "app/cli/bench_report.h"
#include "app/cli/command_context.h"
#include "app/cli/interrupt.h"
#include "app/cli/map_picture.h"
#include "app/cli/size_text.h"
#include "app/text/error_text.h"

namespace app {
namespace {

// Of both benchmarks.
struct BenchArguments {
  BenchSource source;
  std::filesystem::path view_file;
  std::vector<std::string> views;
  std::string size = "1920x1080";
  std::string theme;  // empty: dark for a workspace, light for files
  int threads = 0;
};

struct MapArguments : BenchArguments {
  int repeats = 9;
  bool profile = false;
  std::filesystem::path picture_folder;
};

struct PanArguments : BenchArguments {
  PanOptions options;
};

SizePx sizeOf(const BenchArguments& arguments) { return parseSize(arguments.size).value_or(SizePx{1920, 1080}); }

layers::Theme themeOf(const BenchArguments& arguments) {
  if (arguments.theme.empty()) return arguments.source.data.empty() ? layers::Theme::kDark : layers::Theme::kLight;
  return arguments.theme == "light" ? layers::Theme::kLight : layers::Theme::kDark;
}

// A view that a workspace knows by name: full, a box in degrees, a place.
gis::Result<BenchView> namedView(const BenchArguments& arguments, const std::string& name) {
  PictureOptions picture;
  picture.workspace = arguments.source.workspace;
  picture.view = name;
  const SizePx size = sizeOf(arguments);
  picture.width_px = size.width_px, picture.height_px = size.height_px;
  const auto view = viewOf(picture);
  if (!view) return std::unexpected(view.error());
  return BenchView{name, {*view}};
}

// The views of a file or of a workspace, before anything is loaded; empty: the usual ones.
gis::Result<std::vector<BenchView>> wantedViews(const BenchArguments& arguments) {
  const SizePx size = sizeOf(arguments);
  std::vector<BenchView> views;
  if (!arguments.view_file.empty()) {
    auto all = readBenchViews(arguments.view_file, size.width_px, size.height_px);
    if (!all || arguments.views.empty()) return all;
    for (const std::string& name : arguments.views) {
      const auto found = std::ranges::find(*all, name, &BenchView::name);
      if (found == all->end())
        return gis::fail(gis::ErrorCode::kUnknownName, name, arguments.view_file.string() + " has no such view");
      views.push_back(*found);
    }
  } else if (!arguments.source.workspace.empty()) {
    for (const std::string& name : arguments.views) {
      auto view = namedView(arguments, name);
      if (!view) return std::unexpected(std::move(view.error()));
      views.push_back(std::move(*view));
    }
  }
  return views;
}

gis::Result<std::vector<BenchView>> usualOnes(const BenchArguments& arguments, const BenchContent& content) {
  const SizePx size = sizeOf(arguments);
  const std::vector<BenchView> all = usualViews(content, size.width_px, size.height_px);
  if (arguments.views.empty()) return all;
  std::vector<BenchView> views;
  for (const std::string& name : arguments.views) {
    const auto found = std::ranges::find(all, name, &BenchView::name);
    if (found == all.end()) return gis::fail(gis::ErrorCode::kUnknownName, name);
    views.push_back(*found);
  }
  return views;
}

// Loads and settles what is looked at. `views` is filled.
gis::Result<BenchContent> prepare(const BenchArguments& arguments, JobPools& pools, const gis::CancelToken& cancel,
                                  std::vector<BenchView>& views) {
  auto wanted = wantedViews(arguments);
  if (!wanted) return std::unexpected(std::move(wanted.error()));
  auto content = loadBenchContent(arguments.source, pools, cancel);
  if (!content) return content;
  if (wanted->empty()) wanted = usualOnes(arguments, *content);
  if (!wanted) return std::unexpected(std::move(wanted.error()));
  views = std::move(*wanted);
  return content;
}

gis::Result<void> savePicture(const std::filesystem::path& folder, const ViewTimes& times) {
  const QString name = QString::fromStdString(folder.string());
  const QString file = QDir(name).filePath(QString::fromStdString(times.name) + QStringLiteral(".png"));
  if (!QDir().mkpath(name) || !times.picture.save(file))
    return gis::fail(gis::ErrorCode::kPermissionDenied, file.toStdString());
  return {};
}

int cancelled(const CommandContext& context) { return context.fail({gis::ErrorCode::kCancelled, "", "", {}}); }

int benchMap(const MapArguments& arguments, const CommandContext& context) {
  const Interrupt interrupt;
  const gis::CancelToken& cancel = interrupt.token();
  JobPools pools(arguments.threads);
  const Stopwatch watch;
  std::vector<BenchView> views;
  const auto content = prepare(arguments, pools, cancel, views);
  if (!content) return context.fail(content.error());
  const SizePx size = sizeOf(arguments);
  MapBenchReport report{pools.threads(Pool::kDrawing), size.width_px, size.height_px, 0, content->peak_memory_mib, {}};
  const layers::FrameRequest request = content->frame(themeOf(arguments), context.m_language);
  drawFrame(request, views.front().steps.front(), pools, cancel);
  report.first_picture_ms = watch.elapsedMs();
  for (const BenchView& view : views) {
    ViewReport one;
    one.times = measureView(*content, request, view, arguments.repeats, pools, cancel);
    report.peak_memory_mib = std::max(report.peak_memory_mib, one.times.peak_memory_mib);
    if (cancel.cancelled()) return cancelled(context);
    if (!arguments.picture_folder.empty())
      if (const auto saved = savePicture(arguments.picture_folder, one.times); !saved)
        return context.fail(saved.error());
    one.times.picture = {};
    report.views.push_back(std::move(one));
  }
  // Afterwards, so that the views' memory is theirs.
  for (std::size_t i = 0; i < views.size(); ++i) {
    constexpr int kQuestions = 100;
    report.views[i].asking = measureAsking(*content, views[i].steps.front(), kQuestions);
    report.views[i].layers = profileView(*content, request, views[i], ProfileDepth::kLayers, cancel);
    if (arguments.profile)
      report.views[i].parts = profileView(*content, request, views[i], ProfileDepth::kStyleLayers, cancel);
    if (cancel.cancelled()) return cancelled(context);
  }
  if (context.form() == OutputForm::kJson)
    context.print(mapBenchJson(report, *content));
  else
    printMapBench(report, *content, context.out());
  for (const gis::Warning& warning : content->warnings) context.tell(warningSentence(warning));
  return kExitDone;
}

int benchPan(const PanArguments& arguments, const CommandContext& context) {
  const Interrupt interrupt;
  JobPools pools(arguments.threads);
  std::vector<BenchView> views;
  const auto content = prepare(arguments, pools, interrupt.token(), views);
  if (!content) return context.fail(content.error());
  PanOptions options = arguments.options;
  const SizePx size = sizeOf(arguments);
  options.width_px = size.width_px, options.height_px = size.height_px;
  options.theme = themeOf(arguments);
  const PanReport report = measurePanning(*content, views, options, pools, interrupt.token());
  if (interrupt.token().cancelled()) return cancelled(context);
  if (context.form() == OutputForm::kJson)
    context.print(panBenchJson(report, options));
  else
    printPanBench(report, context.out());
  return kExitDone;
}

void addSharedOptions(CLI::App& command, BenchArguments& arguments, CommandContext& context) {
  auto* source = command.add_option_group("source");
  source->add_option("--workspace", arguments.source.workspace,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")));
  source->add_option(
      "--data", arguments.source.data,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of GeoPackages, drawn in the style of --styles instead")));
  source->require_option(1);
  command.add_option("--styles", arguments.source.styles,
                     cliText(QT_TRANSLATE_NOOP("CommandLine",
                                               "folder with catalogue.json and a style for each layer of --data; else "
                                               "the style the comparison with other programs uses")));
  command.add_option(
      "--views", arguments.view_file,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "JSON file of named boxes in metres of the map; else usual views")));
  command
      .add_option("--view", arguments.views,
                  cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "names from --views; of a workspace also full, a box west,south,east,north "
                                            "in degrees, or places' names or codes; may be given several times")))
      ->take_all();
  command
      .add_option("--size", arguments.size,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "size of the picture in pixels, e.g. 1920x1080")))
      ->check(
          [](const std::string& text) { return parseSize(text) ? std::string() : text + " is no size like 1920x1080"; })
      ->capture_default_str();
  command
      .add_option("--threads", arguments.threads,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "threads that draw; 0: one for each core")))
      ->check(CLI::Range(0, 64))
      ->capture_default_str();
  command
      .add_option("--layers", arguments.source.layer_ids,
                  cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "ids of the layers to draw, separated by commas, or all; else those "
                                            "that a new workspace shows")))
      ->delimiter(',');
  command.add_flag("--from-rows", arguments.source.from_rows,
                   cliText(QT_TRANSLATE_NOOP(
                       "CommandLine", "make the layers of a workspace from its rows, not from what its cache has")));
  command.add_option("--theme", arguments.theme, cliText(QT_TRANSLATE_NOOP("CommandLine", "dark or light")))
      ->check(CLI::IsMember({"dark", "light"}));
  addCommonOptions(command, context);
}

void addMapBench(CLI::App& bench, CommandContext& context) {
  CLI::App* map = bench.add_subcommand(
      "map",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "whole pictures, every tile drawn anew from the data in memory")));
  const auto arguments = std::make_shared<MapArguments>();
  addSharedOptions(*map, *arguments, context);
  map->add_option("--repeat", arguments->repeats,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "how often each view is drawn after the first time")))
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  map->add_flag("--profile", arguments->profile,
                cliText(QT_TRANSLATE_NOOP("CommandLine", "tell what each style layer costs, too; takes longer")));
  map->add_option("--pictures", arguments->picture_folder,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "folder to write each view's picture to (PNG)")));
  map->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                        "Times depend on the computer and on what else it does: compare runs made "
                                        "in turns, not single figures.\n"
                                        "Examples:\n"
                                        "  fengsui bench map --workspace ~/city --view full --view 140431\n"
                                        "  fengsui bench map --data peers/data --views peers/views.json --json")));
  map->callback([arguments, &context] { context.exit_code = benchMap(*arguments, context); });
}

void addPanBench(CLI::App& bench, CommandContext& context) {
  CLI::App* pan = bench.add_subcommand(
      "pan", cliText(QT_TRANSLATE_NOOP("CommandLine",
                                       "how long the window is busy while the map is dragged and zoomed, 60 frames a "
                                       "second, without a display")));
  const auto arguments = std::make_shared<PanArguments>();
  addSharedOptions(*pan, *arguments, context);
  pan->add_option("--frames", arguments->options.frames,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "frames of each movement (60 are a second)")))
      ->check(CLI::Range(4, 6000))
      ->capture_default_str();
  pan->add_option("--busy-cores", arguments->options.busy_cores,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "cores that something else keeps busy meanwhile")))
      ->check(CLI::Range(0, 64))
      ->capture_default_str();
  pan->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                        "Each view is dragged, dragged fast, and zoomed by the wheel with the window's "
                                        "own map. \"bare px\" counts pixels "
                                        "without any tile; \"stand-in\" frames with older or scaled tiles; CPU times "
                                        "leave out what others did meanwhile.\n"
                                        "Example:\n  fengsui bench pan --workspace ~/city --busy-cores 1")));
  pan->callback([arguments, &context] { context.exit_code = benchPan(*arguments, context); });
}

}  // namespace

void addBenchCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "bench", cliText(QT_TRANSLATE_NOOP("CommandLine", "measure how fast the map is drawn on this computer")));
  command->require_subcommand(1);
  addMapBench(*command, context);
  addPanBench(*command, context);
}

}  // namespace app
