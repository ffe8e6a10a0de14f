// SPDX-License-Identifier: GPL-3.0-or-later
// The peers' analyses (peers/analysis) on the same files, by gis/footprint: prints "fengsui TASK MEDIAN_MS # RESULT".
//   bench_exposure DATA_FOLDER [ROUNDS]
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <numeric>

#include "gis/footprint/footprint_of_features.h"
#include "gis/footprint/polygon_locator.h"
#include "gis/footprint/prepared_footprint.h"
#include "gis/vector/gdal_reader.h"

namespace {

constexpr const char* kMap = "EPSG:4547";
using Columns = std::shared_ptr<const gis::MapColumns>;

Columns read(const std::string& folder, const std::string& name) {
  auto layers = gis::readVectorLayer(folder + "/" + name + ".gpkg");
  if (!layers) fmt::print("{}: {}\n", name, layers.error().detail), std::exit(1);
  auto built = gis::buildMapColumns(std::move(layers->value.front()), kMap);
  if (!built) fmt::print("{}: {}\n", name, built.error().detail), std::exit(1);
  return built->value;
}

void measure(const char* task, int rounds, const std::function<std::string()>& work) {
  std::vector<double> ms;
  std::string result;
  for (int i = 0; i < rounds; ++i) {
    const auto began = std::chrono::steady_clock::now();
    result = work();
    ms.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
  }
  std::ranges::sort(ms);
  fmt::print("fengsui {} {:.1f}   # min {:.1f} max {:.1f} n={} {}\n", task, ms[ms.size() / 2], ms.front(), ms.back(),
             rounds, result);
}

gis::BoxF boxFor(const gis::MapColumns& columns, const gis::MapBox& box) {
  return {static_cast<float>(box.min_x_m - columns.origin.x_m) - 0.1f,
          static_cast<float>(box.min_y_m - columns.origin.y_m) - 0.1f,
          static_cast<float>(box.max_x_m - columns.origin.x_m) + 0.1f,
          static_cast<float>(box.max_y_m - columns.origin.y_m) + 0.1f};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return fmt::print("bench_exposure DATA_FOLDER [ROUNDS]\n"), 2;
  const std::string folder = argv[1];
  const int rounds = argc > 2 ? std::max(1, std::atoi(argv[2])) : 5;
  const Columns buildings = read(folder, "buildings"), counties = read(folder, "counties"),
                parcels = read(folder, "parcels"), census = read(folder, "census"), faults = read(folder, "faults");
  measure("count_by_county", rounds, [&] {
    const auto areas = gis::PolygonLocator::make(counties);
    std::vector<std::int64_t> count(areas->count(), 0);
    for (std::uint32_t i = 0; i < buildings->featureCount(); ++i)
      if (const auto part = areas->at(gis::centreOf(*buildings, i)); part >= 0) ++count[static_cast<std::size_t>(part)];
    std::ranges::sort(count);
    return fmt::format("sum {} largest {}", std::accumulate(count.begin(), count.end(), std::int64_t{0}), count.back());
  });
  const gis::AttributeColumn* population = census->features->find("pop");
  measure("pop_in_parcels", rounds, [&] {
    const auto areas = gis::PolygonLocator::make(parcels);
    std::vector<std::int64_t> people(areas->count(), 0);
    for (std::uint32_t i = 0; i < census->featureCount(); ++i)
      if (const auto part = areas->at(census->at(i)); part >= 0)
        people[static_cast<std::size_t>(part)] += population->type == gis::AttributeType::kReal
                                                      ? static_cast<std::int64_t>(population->reals[i])
                                                      : population->integers[i];
    return fmt::format("sum {}", std::accumulate(people.begin(), people.end(), std::int64_t{0}));
  });
  gis::FeatureSet all;
  all.append(0, static_cast<std::uint32_t>(faults->featureCount()));
  const auto about = [&] {
    const auto footprint = gis::footprintOfFeatures(*faults, kMap, all, 500);
    return std::move(*gis::PreparedFootprint::make(*footprint, kMap));
  };
  const auto candidates = [&](const gis::PreparedFootprint& area) {
    std::vector<std::uint32_t> found;
    buildings->index.query(boxFor(*buildings, area.box()), found);
    return found;
  };
  measure("buffer_select", rounds, [&] {
    const auto area = about();
    std::int64_t count = 0;
    for (const std::uint32_t i : candidates(area)) count += area.classTouching(*buildings, i) >= 0;
    return fmt::format("{}", count);
  });
  measure("buffer_intersect", rounds, [&] {
    const auto area = about();
    std::int64_t count = 0;
    std::vector<double> sum(1, 0.0);
    for (const std::uint32_t i : candidates(area)) count += area.clip(*buildings, i, sum) > 0;
    return fmt::format("{} area_m2 {:.0f}", count, sum[0]);
  });
  return 0;
}
