// SPDX-License-Identifier: GPL-3.0-or-later
// A made net of 150,700 pieces of road, 24 depots, 30 requests for 12 items, a flooded strip.
#include <benchmark/benchmark.h>

#include <memory>

#include "gis/core/random.h"
#include "gis/dispatch/dispatch_plan.h"
#include "tests/bench/made_roads.h"

namespace gis::dispatch {
namespace {

constexpr std::size_t kDepots = 24, kRequests = 30, kItems = 12;

DispatchTask madeTask() {
  Random random(11);
  const double wide_m = kBlockM * (kSide - 1);
  const auto somewhere = [&] { return MapXY{random.uniform(0, wide_m), random.uniform(0, wide_m)}; };
  DispatchTask task;
  for (std::size_t d = 0; d < kDepots; ++d) {
    task.depots.push_back({"D" + std::to_string(d), "", somewhere(), {}});
    for (std::size_t i = 0; i < kItems; ++i)
      task.stock.push_back({task.depots.back().id, "item " + std::to_string(i),
                            static_cast<std::int64_t>(random.uniform(0, 300)), 20, 0.1});
  }
  for (std::size_t r = 0; r < kRequests * kItems; ++r)
    task.requests.push_back({"R" + std::to_string(r),
                             "",
                             somewhere(),
                             "item " + std::to_string(r % kItems),
                             static_cast<std::int64_t>(random.uniform(1, 200)),
                             {},
                             static_cast<int>(1 + r % 3)});
  // The items of a place are asked for together.
  for (std::size_t r = 0; r < task.requests.size(); ++r) task.requests[r].at = task.requests[r / kItems * kItems].at;
  return task;
}

std::vector<NamedClosure> madeFlood() {
  const double wide_m = kBlockM * (kSide - 1), middle_m = wide_m / 2;
  Closure strip{GeometryKind::kPolygon, {{}}, 0};
  for (int i = 0; i <= 200; ++i) strip.parts[0].push_back({wide_m * 0.9 * i / 200, middle_m + 400 + i % 7 * 40.0});
  for (int i = 200; i >= 0; --i) strip.parts[0].push_back({wide_m * 0.9 * i / 200, middle_m - 400 - i % 5 * 40.0});
  return {{"flood", strip}};
}

Vehicle truck() {
  Vehicle vehicle;
  vehicle.speed_km_per_h = {80, 60, 50, 40, 30, 20, 15, 0};
  vehicle.off_road_km_per_h = 2;
  return vehicle;
}

void BM_OpenRoads(benchmark::State& state) {
  const RoadGraphPtr graph = madeRoads();
  const DispatchTask task = madeTask();
  for (auto _ : state) benchmark::DoNotOptimize(roadsOf(task, graph, truck()));
}
BENCHMARK(BM_OpenRoads)->Unit(benchmark::kMillisecond);

// What a person waits for after drawing a closure.
void BM_PlanAfterAClosure(benchmark::State& state) {
  const RoadGraphPtr graph = madeRoads();
  const DispatchTask task = madeTask();
  const DispatchRoads roads = roadsOf(task, graph, truck());
  for (auto _ : state) {
    const auto table = roads.under(madeFlood());
    const auto plan = planDispatch(task, *table, {});
    if (!plan) state.SkipWithError("no plan");
    benchmark::DoNotOptimize(plan);
  }
}
BENCHMARK(BM_PlanAfterAClosure)->Unit(benchmark::kMillisecond);

void BM_PlanAlone(benchmark::State& state) {
  const RoadGraphPtr graph = madeRoads();
  const DispatchTask task = madeTask();
  const auto table = roadsOf(task, graph, truck()).under(madeFlood());
  for (auto _ : state) benchmark::DoNotOptimize(planDispatch(task, *table, {}));
}
BENCHMARK(BM_PlanAlone)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace gis::dispatch
