// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds a tile of the relief and of a grey picture at the scales of the peers' comparison: `cold` opens the file
// and draws a 1920 x 1080 view for the first time, `warm` draws it again. A 5000 x 5000 DEM in degrees, drawn in
// metres.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <QGuiApplication>
#include <QPainter>
#include <cmath>
#include <filesystem>
#include <vector>

#include "gis/raster/raster_writer.h"
#include "layers/core/frame.h"
#include "layers/raster/raster_layers.h"

namespace {

constexpr const char* kMapCrs = "EPSG:4547";
constexpr int kSide = 5000;
constexpr double kCell_deg = 1.0 / 3600;

std::filesystem::path benchFile(const char* name) {
  return std::filesystem::temp_directory_path() / ("fengsui_relief_" + std::to_string(::getpid()) + name);
}

// Ridges of several sizes: as steep as a mountain county.
float heightAt(int x, int y) {
  double z_m = 1000;
  for (int octave = 0; octave < 6; ++octave) {
    const double f = 0.004 * std::exp2(octave);
    z_m += 320 / std::exp2(octave) * std::sin(x * f + 1.3 * octave + std::sin(y * f * 0.7)) *
           std::cos(y * f * 0.9 + octave);
  }
  return static_cast<float>(z_m);
}

const std::filesystem::path& demFile() {
  static const std::filesystem::path file = [] {
    std::vector<float> z;
    z.reserve(static_cast<std::size_t>(kSide) * kSide);
    for (int y = 0; y < kSide; ++y)
      for (int x = 0; x < kSide; ++x) z.push_back(heightAt(x, y));
    const auto path = benchFile("_dem.tif");
    if (!gis::writeDem(path, z, kSide, kSide, {112.2, 37.1}, kCell_deg, "EPSG:4490")) std::abort();
    return path;
  }();
  return file;
}

std::vector<layers::MapView> tileViews(const layers::LayerState& state, double metres_per_px) {
  layers::MapView view{state.extent().centre(), metres_per_px, 1920, 1080, 1};
  std::vector<layers::MapView> views;
  for (const layers::TileKey& tile : layers::tilesFor(layers::snapped(view)))
    views.push_back({tile.box().centre(), metres_per_px, layers::kTileSizePx, layers::kTileSizePx, 1});
  return views;
}

void paintAll(const layers::LayerState& state, const std::vector<layers::MapView>& tiles) {
  QImage image(layers::kTileSizePx, layers::kTileSizePx, QImage::Format_ARGB32_Premultiplied);
  for (const layers::MapView& tile : tiles) {
    image.fill(Qt::black);
    QPainter painter(&image);
    state.paint(painter, {tile, layers::Theme::kDark, 1, QStringLiteral("zh"), {}});
    painter.end();
    benchmark::DoNotOptimize(image.constBits());
  }
}

void countTiles(benchmark::State& run, std::size_t tiles) {
  run.counters["s_per_tile"] =
      benchmark::Counter(static_cast<double>(tiles), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void reliefCold(benchmark::State& run) {
  const double metres_per_px = static_cast<double>(run.range(0)) / 10;
  std::size_t tiles = 0;
  demFile();
  for (auto _ : run) {
    const auto state = layers::openHillshade(demFile(), kMapCrs);
    if (!state) return run.SkipWithError(state.error().detail.c_str());
    const auto views = tileViews(**state, metres_per_px);
    paintAll(**state, views);
    tiles += views.size();
  }
  countTiles(run, tiles);
}

void reliefWarm(benchmark::State& run) {
  const auto state = layers::openHillshade(demFile(), kMapCrs);
  if (!state) return run.SkipWithError(state.error().detail.c_str());
  const auto views = tileViews(**state, static_cast<double>(run.range(0)) / 10);
  paintAll(**state, views);
  std::size_t tiles = 0;
  for (auto _ : run) {
    paintAll(**state, views);
    tiles += views.size();
  }
  run.counters["tiles"] = static_cast<double>(views.size());
  countTiles(run, tiles);
}

// Decimetres a pixel: the whole city, a county, a town at 1:50,000, a village at 1:10,000.
BENCHMARK(reliefCold)->Arg(1100)->Arg(300)->Arg(132)->Arg(26)->Unit(benchmark::kMillisecond)->Iterations(2);
BENCHMARK(reliefWarm)->Arg(1100)->Arg(300)->Arg(132)->Arg(26)->Unit(benchmark::kMillisecond);

}  // namespace
