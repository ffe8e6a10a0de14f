// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <vector>

#include "gis/core/random.h"
#include "gis/geo/coordinate_text.h"
#include "gis/geo/geodesic.h"
#include "gis/geo/projector.h"

namespace {

std::vector<double> cityPoints(std::size_t count) {
  gis::Random random(7);
  std::vector<double> xy;
  for (std::size_t i = 0; i < count; ++i) {
    xy.push_back(random.uniform(111.98, 113.73));
    xy.push_back(random.uniform(35.8, 37.14));
  }
  return xy;
}

void projectInBulk(benchmark::State& state) {
  const auto projector = gis::Projector::create("EPSG:4490", "EPSG:4547");
  const std::vector<double> points = cityPoints(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    std::vector<double> xy = points;
    projector->forwardAll(xy);
    benchmark::DoNotOptimize(xy.data());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(projectInBulk)->Arg(1000)->Arg(100000)->Arg(7200000)->Unit(benchmark::kMillisecond);

void projectOneByOne(benchmark::State& state) {
  const auto projector = gis::Projector::create("EPSG:4490", "EPSG:4547");
  const std::vector<double> points = cityPoints(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state)
    for (std::size_t i = 0; i < points.size(); i += 2)
      benchmark::DoNotOptimize(projector->forward({points[i], points[i + 1]}));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(projectOneByOne)->Arg(100000)->Unit(benchmark::kMillisecond);

void makeProjector(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(gis::Projector::create("EPSG:4490", "EPSG:4547"));
}
BENCHMARK(makeProjector)->Unit(benchmark::kMillisecond);

void measureGeodesics(benchmark::State& state) {
  const std::vector<double> points = cityPoints(1000);
  for (auto _ : state)
    for (std::size_t i = 2; i < points.size(); i += 2)
      benchmark::DoNotOptimize(gis::geodesicBetween({points[i - 2], points[i - 1]}, {points[i], points[i + 1]}));
  state.SetItemsProcessed(state.iterations() * 999);
}
BENCHMARK(measureGeodesics);

void readTypedCoordinate(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(gis::parseCoordinate("东经113度6分48.8秒,北纬36度11分28秒"));
}
BENCHMARK(readTypedCoordinate);

}  // namespace
