// SPDX-License-Identifier: GPL-3.0-or-later
#include <benchmark/benchmark.h>

#include <vector>

#include "gis/core/random.h"
#include "gis/vector/map_columns.h"

namespace {

// Small buildings of six corners, scattered over a city.
gis::FeatureColumns buildings(std::uint32_t count) {
  gis::Random random(7);
  gis::FeatureColumns c;
  c.kind = gis::GeometryKind::kPolygon;
  c.crs = "EPSG:4490";
  c.part_start = c.feature_start = {0};
  gis::AttributeColumn storeys{"storeys", gis::AttributeType::kInteger, {}, {}, {}, {}};
  for (std::uint32_t i = 0; i < count; ++i) {
    const double x = random.uniform(111.98, 113.73), y = random.uniform(35.8, 37.14);
    for (const auto& [dx, dy] : {std::pair{0, 0}, {2, 0}, {2, 1}, {1, 1}, {1, 2}, {0, 2}, {0, 0}}) {
      c.xy.push_back(x + dx * 1e-4);
      c.xy.push_back(y + dy * 1e-4);
    }
    c.part_start.push_back((i + 1) * 7);
    c.feature_start.push_back(i + 1);
    c.fid.push_back(i);
    storeys.integers.push_back(random.below(30));
  }
  c.attributes.push_back(storeys);
  return c;
}

void buildColumns(benchmark::State& state) {
  const gis::FeatureColumns source = buildings(static_cast<std::uint32_t>(state.range(0)));
  for (auto _ : state) {
    state.PauseTiming();
    gis::FeatureColumns columns = source;
    state.ResumeTiming();
    benchmark::DoNotOptimize(gis::buildMapColumns(std::move(columns), "EPSG:4547"));
  }
}
BENCHMARK(buildColumns)->Arg(10000)->Arg(300000)->Unit(benchmark::kMillisecond);

void queryWindow(benchmark::State& state) {
  const auto map = gis::buildMapColumns(buildings(300000), "EPSG:4547")->value;
  std::vector<std::uint32_t> items;
  const auto half = static_cast<float>(state.range(0)) / 2;
  for (auto _ : state) {
    items.clear();
    map->index.query(gis::BoxF{-half, -half, half, half}, items);
    benchmark::DoNotOptimize(items.data());
  }
  state.counters["found"] = static_cast<double>(items.size());
}
BENCHMARK(queryWindow)->Arg(1000)->Arg(20000)->Arg(300000);

void askNear(benchmark::State& state) {
  const auto map = gis::buildMapColumns(buildings(300000), "EPSG:4547")->value;
  for (auto _ : state) benchmark::DoNotOptimize(gis::findNear(*map, map->origin, 500));
}
BENCHMARK(askNear);

}  // namespace
