// SPDX-License-Identifier: GPL-3.0-or-later
// A made net of 150,700 pieces of road, 3,000 villages with 250 people each, 300 shelters, a flooded strip.
#include <benchmark/benchmark.h>

#include <memory>

#include "gis/core/random.h"
#include "gis/evacuation/evacuation_plan.h"
#include "tests/bench/made_roads.h"

namespace gis::evacuation {
namespace {

constexpr std::size_t kVillages = 3000, kShelters = 300;

// `room_ratio`: places for one person; below 1 somebody stays without.
EvacuationTask madeTask(double room_ratio) {
  Random random(11);
  const double wide_m = kBlockM * (kSide - 1);
  const auto somewhere = [&] { return MapXY{random.uniform(0, wide_m), random.uniform(0, wide_m)}; };
  EvacuationTask task;
  std::int64_t people = 0;
  for (std::size_t v = 0; v < kVillages; ++v) {
    Village village;
    village.code = std::to_string(v), village.at = somewhere();
    village.people = static_cast<std::int64_t>(random.uniform(50, 450));
    village.danger = static_cast<int>(v % 3);
    people += village.people;
    task.villages.push_back(std::move(village));
  }
  for (std::size_t s = 0; s < kShelters; ++s) {
    Shelter shelter;
    shelter.uuid = std::to_string(s), shelter.at = somewhere();
    shelter.capacity =
        static_cast<std::int64_t>(static_cast<double>(people) / kShelters * room_ratio * random.uniform(0.5, 1.5));
    task.shelters.push_back(std::move(shelter));
  }
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
  vehicle.off_road_km_per_h = 4;
  return vehicle;
}

// What a person waits for: from the task to the plan, with closures and who is cut off.
void BM_PlanOnRoads(benchmark::State& state) {
  const RoadGraphPtr graph = madeRoads();
  const EvacuationTask task = madeTask(static_cast<double>(state.range(0)) / 100);
  for (auto _ : state) {
    const auto plan = planOnRoads(task, graph, truck(), madeFlood());
    if (!plan) return state.SkipWithError(plan.error().detail.c_str());
    std::int64_t split = 0;
    for (const KeptVillage& village : plan->villages) split += village.split != SplitReason::kNone;
    state.counters["split"] = static_cast<double>(split);
    state.counters["left"] = static_cast<double>(plan->people - plan->placed);
    state.counters["extra_percent"] =
        100.0 * static_cast<double>(plan->extra_person_ms) / static_cast<double>(plan->optimum_person_ms);
  }
}
BENCHMARK(BM_PlanOnRoads)->Arg(150)->Arg(105)->Arg(80)->Unit(benchmark::kMillisecond);

void BM_TravelTimes(benchmark::State& state) {
  const RoadGraphPtr graph = madeRoads();
  const EvacuationTask task = madeTask(1);
  std::vector<MapXY> villages, shelters;
  for (const Village& village : task.villages) villages.push_back(*village.at);
  for (const Shelter& shelter : task.shelters) shelters.push_back(shelter.at);
  const RoadTravel travel(graph, truck(), stretchesOf(*graph, madeFlood()));
  for (auto _ : state) benchmark::DoNotOptimize(travelMatrix(travel, villages, shelters));
}
BENCHMARK(BM_TravelTimes)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace gis::evacuation
