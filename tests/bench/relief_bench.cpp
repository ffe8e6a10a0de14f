// SPDX-License-Identifier: GPL-3.0-or-later
// Milliseconds a tile of the relief and of a grey picture at the scales of the peers' comparison: `cold` opens the file
// and draws a 1920 x 1080 view for the first time, `warm` draws it again. A 5000 x 5000 DEM in degrees, drawn in
// metres.
#include <benchmark/benchmark.h>
#include <gdal.h>
#include <ogr_srs_api.h>
#include <unistd.h>

#include <QGuiApplication>
#include <cmath>
#include <filesystem>
#include <vector>

#include "gis/geo/gdal_session.h"
#include "gis/raster/raster_writer.h"
#include "layers/core/frame.h"
#include "layers/core/tile_surface.h"
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

// Grey bytes with overviews, as a ready-made hillshade is kept.
const std::filesystem::path& greyFile() {
  static const std::filesystem::path file = [] {
    const gis::GdalSession session;
    const auto path = benchFile("_grey.tif");
    const char* options[] = {"TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", nullptr};
    const gis::GdalDataset grey(
        GDALCreate(GDALGetDriverByName("GTiff"), path.c_str(), kSide, kSide, 1, GDT_Byte, const_cast<char**>(options)));
    double transform[] = {112.2, kCell_deg, 0, 37.1, 0, -kCell_deg};
    GDALSetGeoTransform(grey.get(), transform);
    OGRSpatialReferenceH srs = OSRNewSpatialReference(nullptr);
    OSRImportFromEPSG(srs, 4490);
    GDALSetSpatialRef(grey.get(), srs);
    OSRDestroySpatialReference(srs);
    std::vector<std::uint8_t> line(kSide);
    for (int y = 0; y < kSide; ++y) {
      for (int x = 0; x < kSide; ++x)
        line[static_cast<std::size_t>(x)] =
            static_cast<std::uint8_t>(181 + 60 * std::sin(x * 0.11 + 3 * std::sin(y * 0.02)) * std::cos(y * 0.07));
      if (GDALRasterIO(GDALGetRasterBand(grey.get(), 1), GF_Write, 0, y, kSide, 1, line.data(), kSide, 1, GDT_Byte, 0,
                       0) != CE_None)
        std::abort();
    }
    int overviews[] = {2, 4, 8, 16};
    if (GDALBuildOverviews(grey.get(), "AVERAGE", 4, overviews, 0, nullptr, nullptr, nullptr) != CE_None) std::abort();
    return path;
  }();
  return file;
}

using Open = gis::Result<layers::LayerStatePtr> (*)();
gis::Result<layers::LayerStatePtr> relief() { return layers::openHillshade(demFile(), kMapCrs); }
gis::Result<layers::LayerStatePtr> grey() { return layers::openRasterLayer(greyFile(), kMapCrs); }

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
    layers::TileSurface surface(image);
    state.paint(surface, {tile, layers::Theme::kDark, 1, QStringLiteral("zh"), {}});
    benchmark::DoNotOptimize(image.constBits());
  }
}

void countTiles(benchmark::State& run, std::size_t tiles) {
  run.counters["s_per_tile"] =
      benchmark::Counter(static_cast<double>(tiles), benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void cold(benchmark::State& run, Open open) {
  const double metres_per_px = static_cast<double>(run.range(0)) / 10;
  std::size_t tiles = 0;
  if (!open()) return run.SkipWithError("the file cannot be opened");
  for (auto _ : run) {
    const auto state = open();
    if (!state) return run.SkipWithError(state.error().detail.c_str());
    const auto views = tileViews(**state, metres_per_px);
    paintAll(**state, views);
    tiles += views.size();
  }
  countTiles(run, tiles);
}

void warm(benchmark::State& run, Open open) {
  const auto state = open();
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
void scales(benchmark::internal::Benchmark* each) {
  each->Arg(1100)->Arg(300)->Arg(132)->Arg(26)->Unit(benchmark::kMillisecond);
}
BENCHMARK_CAPTURE(cold, relief, relief)->Apply(scales)->Iterations(2);
BENCHMARK_CAPTURE(warm, relief, relief)->Apply(scales);
BENCHMARK_CAPTURE(cold, grey, grey)->Apply(scales)->Iterations(2);
BENCHMARK_CAPTURE(warm, grey, grey)->Apply(scales);

struct RemoveFiles {
  ~RemoveFiles() {
    std::error_code ignored;
    for (const char* name : {"_dem.tif", "_grey.tif"}) std::filesystem::remove(benchFile(name), ignored);
  }
} const g_remove_files;

}  // namespace
