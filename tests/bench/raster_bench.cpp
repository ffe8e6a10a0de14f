// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cmath>
#include <filesystem>
#include <vector>

#include "gis/raster/hillshade.h"
#include "gis/raster/raster_reader.h"
#include "gis/raster/raster_writer.h"

namespace {

std::vector<float> hills(int side) {
  std::vector<float> z;
  for (int y = 0; y < side; ++y)
    for (int x = 0; x < side; ++x)
      z.push_back(
          static_cast<float>(900 + 300 * std::sin(x * 0.003) * std::cos(y * 0.004) + 5 * std::sin(x * 0.9 + y)));
  return z;
}

std::filesystem::path demFile() {
  return std::filesystem::temp_directory_path() / ("fengsui_bench_" + std::to_string(::getpid()) + ".tif");
}

void writeTerrain(benchmark::State& state) {
  const int side = static_cast<int>(state.range(0));
  const std::vector<float> z = hills(side);
  for (auto _ : state)
    if (!gis::writeDem(demFile(), z, side, side, {300000, 4130000}, 30, "EPSG:4547"))
      state.SkipWithError("not written");
  std::filesystem::remove(demFile());
}
BENCHMARK(writeTerrain)->Arg(1000)->Arg(5000)->Unit(benchmark::kMillisecond)->Iterations(1);

void readTile(benchmark::State& state, const char* map_crs) {
  const std::vector<float> z = hills(3000);
  if (!gis::writeDem(demFile(), z, 3000, 3000, {300000, 4130000}, 30, "EPSG:4547")) state.SkipWithError("not written");
  {
    const auto reader = gis::RasterReader::open(demFile(), map_crs);
    const gis::MapXY c = reader->extent().centre();
    for (auto _ : state)
      benchmark::DoNotOptimize(reader->readValues({c.x_m - 7680, c.y_m - 7680, c.x_m + 7680, c.y_m + 7680}, 512, 512));
  }
  std::filesystem::remove(demFile());
}
BENCHMARK_CAPTURE(readTile, same_system, "EPSG:4547")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(readTile, warped, "EPSG:4546")->Unit(benchmark::kMillisecond);

void shadeTile(benchmark::State& state) {
  const std::vector<float> z = hills(512);
  gis::HillshadeOptions options;
  options.light = state.range(0) == 0 ? gis::HillshadeLight::kSingle : gis::HillshadeLight::kMultidirectional;
  for (auto _ : state) benchmark::DoNotOptimize(gis::hillshade(z, 512, 512, 30, options));
}
BENCHMARK(shadeTile)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

}  // namespace
