// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench_report.h"

#include <algorithm>
#include <cmath>

namespace app {
namespace {

using Json = nlohmann::ordered_json;

QString said(const char* english) { return QCoreApplication::translate("CommandLine", english); }

// To a hundredth: more digits are noise.
double benchRounded(double value) { return std::round(value * 100) / 100; }

QString number(double value) { return QString::number(value, 'f', value < 10 ? 1 : 0); }

// Characters of Chinese take two columns of a terminal.
int benchColumnsOf(const QString& text) {
  int columns = 0;
  for (const QChar c : text) columns += c.unicode() >= 0x2E80 ? 2 : 1;
  return columns;
}

// The first cell left, the others right.
void printRow(std::ostream& out, const QStringList& cells) {
  constexpr int kFirst = 22, kOther = 11;
  QString line;
  for (qsizetype i = 0; i < cells.size(); ++i) {
    const int width = i == 0 ? kFirst : kOther;
    const QString space(std::max(1, width - benchColumnsOf(cells[i])), QLatin1Char(' '));
    line += i == 0 ? cells[i] + space : space + cells[i];
  }
  out << line.toStdString() << '\n';
}

long long featuresOf(const BenchContent& content) {
  long long features = 0;
  for (const BenchLayer& layer : content.layers) features += std::max(0LL, layer.state->featureCount());
  return features;
}

Json costsJson(const std::vector<PartCost>& costs) {
  Json list = Json::array();
  for (const PartCost& cost : costs)
    list.push_back({{"layer", cost.layer_id},
                    {"style_layer", cost.part_id},
                    {"type", cost.type},
                    {"thread_ms", benchRounded(cost.thread_ms)}});
  return list;
}

// Tiles and labels of a layer together.
Json byLayer(const std::vector<PartCost>& costs) {
  Json json = Json::object();
  for (const PartCost& cost : costs)
    json[cost.layer_id] = benchRounded(json.value(cost.layer_id, 0.0) + cost.thread_ms);
  return json;
}

Json viewJson(const ViewReport& report) {
  const ViewTimes& times = report.times;
  Json frames = Json::array();
  for (const double frame_ms : times.frames_ms) frames.push_back(benchRounded(frame_ms));
  Json json = {{"view", times.name},
               {"steps", times.steps},
               {"metres_per_px", times.metres_per_px},
               {"scale_denominator", std::round(layers::scaleDenominator(times.metres_per_px))},
               {"first_ms", benchRounded(times.first_ms)},
               {"warm_median_ms", benchRounded(times.median_ms)},
               {"warm_p95_ms", benchRounded(times.p95_ms)},
               {"warm_ms", std::move(frames)},
               {"tiles_thread_ms", benchRounded(times.tiles_thread_ms)},
               {"labels_thread_ms", benchRounded(times.labels_thread_ms)},
               {"features", times.features},
               {"vertices", times.vertices},
               {"tiles", times.tiles},
               {"labels", times.labels},
               {"peak_memory_mib", benchRounded(times.peak_memory_mib)},
               {"identify_median_ms", benchRounded(report.asking.identify_median_ms)},
               {"identify_p95_ms", benchRounded(report.asking.identify_p95_ms)},
               {"box_select_median_ms", benchRounded(report.asking.box_median_ms)},
               {"box_select_p95_ms", benchRounded(report.asking.box_p95_ms)},
               {"select_view_ms", benchRounded(report.asking.whole_view_ms)},
               {"select_view_features", report.asking.whole_view_features},
               {"thread_ms_by_layer", byLayer(report.layers)}};
  if (!report.parts.empty()) json["thread_ms_by_style_layer"] = costsJson(report.parts);
  return json;
}

Json legJson(const FrameStatistics& leg) {
  return {{"leg", leg.name},
          {"frames", leg.frames},
          {"median_ms", benchRounded(leg.median_ms)},
          {"p95_ms", benchRounded(leg.p95_ms)},
          {"p99_ms", benchRounded(leg.p99_ms)},
          {"longest_ms", benchRounded(leg.longest_ms)},
          {"longest_block_ms", benchRounded(leg.longest_block_ms)},
          {"cpu_p95_ms", benchRounded(leg.cpu_p95_ms)},
          {"cpu_p99_ms", benchRounded(leg.cpu_p99_ms)},
          {"late_frames", leg.late_frames},
          {"stand_in_frames", leg.stand_in_frames},
          {"frames_with_uncovered", leg.frames_with_uncovered},
          {"uncovered_px", leg.uncovered_px}};
}

void printLeg(std::ostream& out, const FrameStatistics& leg) {
  printRow(out, {QString::fromStdString(leg.name), QString::number(leg.frames), QString::number(leg.median_ms, 'f', 1),
                 QString::number(leg.p95_ms, 'f', 1), QString::number(leg.p99_ms, 'f', 1),
                 QString::number(leg.longest_ms, 'f', 1), QString::number(leg.longest_block_ms, 'f', 1),
                 QString::number(leg.cpu_p99_ms, 'f', 1), QString::number(leg.late_frames),
                 QString::number(leg.stand_in_frames), QString::number(leg.uncovered_px)});
}

}  // namespace

Json mapBenchJson(const MapBenchReport& report, const BenchContent& content) {
  Json views = Json::array(), layers = Json::array();
  for (const ViewReport& view : report.views) views.push_back(viewJson(view));
  for (const BenchLayer& layer : content.layers)
    layers.push_back({{"layer", layer.id},
                      {"features", layer.state->featureCount()},
                      {"read_ms", benchRounded(layer.read_ms)},
                      {"project_ms", benchRounded(layer.project_ms)},
                      {"build_ms", benchRounded(layer.build_ms)}});
  return {{"threads", report.threads},
          {"width_px", report.width_px},
          {"height_px", report.height_px},
          {"map_crs", content.map_crs},
          {"features", featuresOf(content)},
          {"load_ms", benchRounded(content.open_ms)},
          {"first_picture_ms", benchRounded(report.first_picture_ms)},
          {"load_peak_memory_mib", benchRounded(content.peak_memory_mib)},
          {"peak_memory_mib", benchRounded(report.peak_memory_mib)},
          {"left_out", content.left_out},
          {"layers", std::move(layers)},
          {"views", std::move(views)}};
}

void printMapBench(const MapBenchReport& report, const BenchContent& content, std::ostream& out) {
  out << said(QT_TRANSLATE_NOOP("CommandLine",
                                "%1 features, %2 threads; read and built in %3 ms, first picture after %4 ms, at most "
                                "%5 MiB of memory"))
             .arg(featuresOf(content))
             .arg(report.threads)
             .arg(number(content.open_ms), number(report.first_picture_ms), number(report.peak_memory_mib))
             .toStdString()
      << '\n';
  if (!content.left_out.empty()) {
    QStringList names;
    for (const std::string& name : content.left_out) names << QString::fromStdString(name);
    out << said(QT_TRANSLATE_NOOP("CommandLine", "Left out: %1")).arg(names.join(QStringLiteral(", "))).toStdString()
        << '\n';
  }
  printRow(out,
           {said(QT_TRANSLATE_NOOP("CommandLine", "layer")), said(QT_TRANSLATE_NOOP("CommandLine", "read ms")),
            said(QT_TRANSLATE_NOOP("CommandLine", "project ms")), said(QT_TRANSLATE_NOOP("CommandLine", "build ms"))});
  for (const BenchLayer& layer : content.layers)
    printRow(out, {QString::fromStdString(layer.id), number(layer.read_ms), number(layer.project_ms),
                   number(layer.build_ms)});
  out << '\n';
  printRow(out, {said(QT_TRANSLATE_NOOP("CommandLine", "view")), QStringLiteral("1:"),
                 said(QT_TRANSLATE_NOOP("CommandLine", "first ms")), said(QT_TRANSLATE_NOOP("CommandLine", "warm ms")),
                 said(QT_TRANSLATE_NOOP("CommandLine", "p95 ms")), said(QT_TRANSLATE_NOOP("CommandLine", "features")),
                 said(QT_TRANSLATE_NOOP("CommandLine", "vertices")), said(QT_TRANSLATE_NOOP("CommandLine", "tiles")),
                 said(QT_TRANSLATE_NOOP("CommandLine", "labels")), QStringLiteral("MiB")});
  for (const ViewReport& view : report.views) {
    const ViewTimes& times = view.times;
    printRow(out,
             {QString::fromStdString(times.name), number(std::round(layers::scaleDenominator(times.metres_per_px))),
              number(times.first_ms), number(times.median_ms), number(times.p95_ms), QString::number(times.features),
              QString::number(times.vertices), QString::number(times.tiles), QString::number(times.labels),
              number(times.peak_memory_mib)});
  }
  out << '\n';
  printRow(out,
           {said(QT_TRANSLATE_NOOP("CommandLine", "asked, ms")), said(QT_TRANSLATE_NOOP("CommandLine", "identify")),
            QStringLiteral("p95"), said(QT_TRANSLATE_NOOP("CommandLine", "box")), QStringLiteral("p95"),
            said(QT_TRANSLATE_NOOP("CommandLine", "whole view")), said(QT_TRANSLATE_NOOP("CommandLine", "chosen"))});
  const auto fine = [](double ms) { return QString::number(ms, 'f', 2); };
  for (const ViewReport& view : report.views)
    printRow(out, {QString::fromStdString(view.times.name), fine(view.asking.identify_median_ms),
                   fine(view.asking.identify_p95_ms), fine(view.asking.box_median_ms), fine(view.asking.box_p95_ms),
                   fine(view.asking.whole_view_ms), QString::number(view.asking.whole_view_features)});
  for (const ViewReport& view : report.views) {
    out << '\n'
        << said(QT_TRANSLATE_NOOP("CommandLine", "%1, thread time in ms:"))
               .arg(QString::fromStdString(view.times.name))
               .toStdString()
        << '\n';
    constexpr double kWorthALineMs = 0.2;
    for (const PartCost& cost : view.parts.empty() ? view.layers : view.parts)
      if (cost.thread_ms >= kWorthALineMs)
        printRow(out, {QStringLiteral("  ") + QString::fromStdString(cost.layer_id),
                       QString::fromStdString(cost.part_id.empty() ? "-" : cost.part_id),
                       QString::fromStdString(cost.type), number(cost.thread_ms)});
  }
}

Json panBenchJson(const PanReport& report, const PanOptions& options) {
  Json legs = Json::array();
  for (const FrameStatistics& leg : report.legs) legs.push_back(legJson(leg));
  return {{"width_px", options.width_px},
          {"height_px", options.height_px},
          {"busy_cores", options.busy_cores},
          {"first_pixels_ms", benchRounded(report.first_pixels_ms)},
          {"complete_view_ms", benchRounded(report.complete_view_ms)},
          {"all", legJson(report.all)},
          {"legs", std::move(legs)}};
}

void printPanBench(const PanReport& report, std::ostream& out) {
  out << said(QT_TRANSLATE_NOOP("CommandLine", "From the loaded data: first pixels after %1 ms, complete after %2 ms"))
             .arg(number(report.first_pixels_ms), number(report.complete_view_ms))
             .toStdString()
      << '\n';
  printRow(out,
           {said(QT_TRANSLATE_NOOP("CommandLine", "busy ms a frame")), said(QT_TRANSLATE_NOOP("CommandLine", "frames")),
            said(QT_TRANSLATE_NOOP("CommandLine", "median")), QStringLiteral("p95"), QStringLiteral("p99"),
            said(QT_TRANSLATE_NOOP("CommandLine", "longest")), said(QT_TRANSLATE_NOOP("CommandLine", "block")),
            said(QT_TRANSLATE_NOOP("CommandLine", "CPU p99")), said(QT_TRANSLATE_NOOP("CommandLine", "late")),
            said(QT_TRANSLATE_NOOP("CommandLine", "stand-in")), said(QT_TRANSLATE_NOOP("CommandLine", "bare px"))});
  for (const FrameStatistics& leg : report.legs) printLeg(out, leg);
  printLeg(out, report.all);
}

}  // namespace app
