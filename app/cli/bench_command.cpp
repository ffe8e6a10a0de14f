// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <fstream>
#include <memory>
#include <thread>

#include "app/cli/command_context.h"
#include "app/cli/map_picture.h"
#include "app/cli/size_text.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;

double msSince(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

struct BenchArguments {
  PictureOptions picture;
  std::vector<std::string> views{"full"};
  std::string size = "1920x1080";
  std::string theme = "dark";
  int repeat = 9;
  unsigned threads = 0;
};

// One whole picture from nothing but the data in memory, tile by tile on `threads` threads, then its labels: what the
// window does after every tile was thrown away.
struct FrameCost {
  double tiles_ms = 0;
  double labels_ms = 0;
  std::size_t tiles = 0;
  std::size_t labels = 0;
  double all() const { return tiles_ms + labels_ms; }
};

FrameCost drawOnce(const layers::FrameRequest& frame, const layers::MapView& view, unsigned threads) {
  FrameCost cost;
  const std::vector<layers::TileKey> tiles = layers::tilesFor(view);
  std::vector<QImage> pictures(tiles.size());
  const auto start = Clock::now();
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < tiles.size(); i = next++) pictures[i] = layers::paintTile(frame, tiles[i], {});
  };
  std::vector<std::jthread> others;
  for (unsigned i = 1; i < threads; ++i) others.emplace_back(work);
  work();
  others.clear();
  QImage whole(view.width_px, view.height_px, QImage::Format_ARGB32_Premultiplied);
  {
    QPainter painter(&whole);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    for (std::size_t i = 0; i < tiles.size(); ++i) {
      const layers::DevicePoint place = layers::tilePlace(view, tiles[i]);
      painter.drawImage(place.column, place.row, pictures[i]);
    }
  }
  cost.tiles_ms = msSince(start);
  const auto labelling = Clock::now();
  const auto labels = layers::placeLabels(frame, view, {});
  layers::paintLabels(whole, view, labels, frame.symbol_scale, *frame.glyphs);
  cost.labels_ms = msSince(labelling);
  cost.tiles = tiles.size();
  cost.labels = labels.size();
  return cost;
}

// Highest memory the program has held so far; nothing where the system does not say.
std::optional<double> peakMib() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmHWM:")) return std::stod(line.substr(6)) / 1024;
  return std::nullopt;
}

double percentile(std::vector<double> values, double part) {
  std::ranges::sort(values);
  return values[static_cast<std::size_t>(std::ceil(part * static_cast<double>(values.size()))) - 1];
}

// What each layer costs by itself, all tiles on one thread.
Json perLayer(const layers::FrameRequest& frame, const std::vector<std::string>& ids, const layers::MapView& view) {
  Json json = Json::object();
  for (std::size_t i = 0; i < frame.layers.size() && i < ids.size(); ++i) {
    layers::FrameRequest alone = frame;
    alone.layers = {frame.layers[i]};
    const auto start = Clock::now();
    for (const layers::TileKey& tile : layers::tilesFor(view)) layers::paintTile(alone, tile, {});
    json[ids[i]] = std::round(msSince(start) * 100) / 100;
  }
  return json;
}

int benchMap(BenchArguments& arguments, const CommandContext& context) {
  if (const auto size = parseSize(arguments.size))
    arguments.picture.width_px = size->width_px, arguments.picture.height_px = size->height_px;
  arguments.picture.theme = arguments.theme == "light" ? layers::Theme::kLight : layers::Theme::kDark;
  arguments.picture.language = context.m_language;
  const unsigned threads =
      arguments.threads > 0 ? arguments.threads : std::max(1U, std::thread::hardware_concurrency());
  Json views = Json::array();
  arguments.picture.view = arguments.views.front();
  const auto loading = Clock::now();
  auto scene = loadScene(arguments.picture);
  if (!scene) return context.fail(scene.error());
  const double load_ms = msSince(loading);
  layers::FrameRequest& frame = scene->value.frame;
  frame.glyphs = std::make_shared<layers::GlyphAtlas>();
  for (const std::string& name : arguments.views) {
    arguments.picture.view = name;
    const auto wanted = viewOf(arguments.picture);
    if (!wanted) return context.fail(wanted.error());
    const layers::MapView view = layers::snapped(*wanted);
    const FrameCost first = drawOnce(frame, view, threads);
    std::vector<double> all, tiles, labels;
    for (int i = 0; i < arguments.repeat; ++i) {
      const FrameCost cost = drawOnce(frame, view, threads);
      all.push_back(cost.all()), tiles.push_back(cost.tiles_ms), labels.push_back(cost.labels_ms);
    }
    views.push_back({{"view", name},
                     {"scale_denominator", std::round(layers::scaleDenominator(view.metres_per_px))},
                     {"metres_per_px", view.metres_per_px},
                     {"first_ms", first.all()},
                     {"warm_median_ms", percentile(all, 0.5)},
                     {"warm_p95_ms", percentile(all, 0.95)},
                     {"tiles_median_ms", percentile(tiles, 0.5)},
                     {"labels_median_ms", percentile(labels, 0.5)},
                     {"tiles", first.tiles},
                     {"labels", first.labels},
                     {"thread_ms_by_layer", perLayer(frame, scene->value.layers, view)}});
  }
  long long features = 0;
  for (const layers::FrameLayer& layer : scene->value.frame.layers)
    features += std::max(0LL, layer.state->featureCount());
  Json json = {{"threads", threads},
               {"width_px", arguments.picture.width_px},
               {"height_px", arguments.picture.height_px},
               {"features", features},
               {"load_ms", load_ms},
               {"views", std::move(views)}};
  if (const auto peak = peakMib()) json["peak_memory_mib"] = std::round(*peak);
  if (context.form() == OutputForm::kJson) {
    context.print(json);
    return kExitDone;
  }
  std::ostream& out = context.out();
  out << QCoreApplication::translate("CommandLine", "%1 features, %2 threads, read and built in %3 ms")
             .arg(features)
             .arg(threads)
             .arg(load_ms, 0, 'f', 0)
             .toStdString()
      << '\n';
  for (const Json& view : json["views"]) {
    out << QCoreApplication::translate("CommandLine", "%1 (1:%2): first %3 ms, warm %4 ms (p95 %5), of it labels %6 ms")
               .arg(QString::fromStdString(view["view"].get<std::string>()))
               .arg(view["scale_denominator"].get<double>(), 0, 'f', 0)
               .arg(view["first_ms"].get<double>(), 0, 'f', 1)
               .arg(view["warm_median_ms"].get<double>(), 0, 'f', 1)
               .arg(view["warm_p95_ms"].get<double>(), 0, 'f', 1)
               .arg(view["labels_median_ms"].get<double>(), 0, 'f', 1)
               .toStdString()
        << '\n';
    for (const auto& [layer, ms] : view["thread_ms_by_layer"].items())
      if (ms.get<double>() >= 0.5) out << "    " << layer << ' ' << ms.get<double>() << " ms\n";
  }
  return kExitDone;
}

}  // namespace

void addBenchCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "bench", cliText(QT_TRANSLATE_NOOP("CommandLine", "measure how fast the map is drawn on this computer")));
  command->require_subcommand(1);
  CLI::App* map = command->add_subcommand(
      "map",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "whole pictures, every tile drawn anew from the data in memory")));
  const auto arguments = std::make_shared<BenchArguments>();
  map->add_option("--workspace", arguments->picture.workspace,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  map->add_option("--view", arguments->views,
                  cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "views to draw: full, a box west,south,east,north in degrees, or places' "
                                            "names or codes; may be given several times")))
      ->take_all();
  map->add_option("--size", arguments->size,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "size of the picture in pixels, e.g. 1920x1080")))
      ->check(
          [](const std::string& text) { return parseSize(text) ? std::string() : text + " is no size like 1920x1080"; })
      ->capture_default_str();
  map->add_option("--repeat", arguments->repeat,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "how often each view is drawn after the first time")))
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  map->add_option("--threads", arguments->threads,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "threads that draw; 0: one for each core")))
      ->check(CLI::Range(0, 64))
      ->capture_default_str();
  map->add_option("--layers", arguments->picture.layer_ids,
                  cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "ids of the layers to draw, separated by commas, or all; else those "
                                            "that a new workspace shows")))
      ->delimiter(',');
  map->add_option("--theme", arguments->theme, cliText(QT_TRANSLATE_NOOP("CommandLine", "dark or light")))
      ->check(CLI::IsMember({"dark", "light"}))
      ->capture_default_str();
  addCommonOptions(*map, context);
  map->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                        "Times depend on the computer and on what else it does: compare runs made "
                                        "in turns, not single figures.\n"
                                        "Example:\n  fengsui bench map --workspace ~/city --view full --view 140431")));
  map->callback([arguments, &context] { context.exit_code = benchMap(*arguments, context); });
}

}  // namespace app
