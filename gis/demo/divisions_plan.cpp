// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/divisions_plan.h"

#include <algorithm>
#include <cmath>

#include "gis/terrain/row_bands.h"
#include "gis/terrain/shade.h"

namespace gis::demo {
namespace {

constexpr int kMostStep = 4000;  // cost of one step at most
constexpr double kFlat = 10;     // cost of one level step
constexpr double kClimb_per_m = 0.7;

double crossingCost(double river_km2) { return river_km2 < 30 ? 0 : std::min(120.0, 4 * std::sqrt(river_km2)); }

}  // namespace

bool Plan::contains(MapXY p) const {
  return size.contains(static_cast<int>(std::floor((p.x_m - top_left.x_m) / cell_m)),
                       static_cast<int>(std::floor((top_left.y_m - p.y_m) / cell_m)));
}

std::size_t Plan::cellAt(MapXY p) const {
  const auto column = static_cast<int>(std::floor((p.x_m - top_left.x_m) / cell_m));
  const auto row = static_cast<int>(std::floor((top_left.y_m - p.y_m) / cell_m));
  return size.at(std::clamp(column, 0, size.columns - 1), std::clamp(row, 0, size.rows - 1));
}

Plan makePlan(const Relief& relief) {
  const Ground& ground = relief.ground;
  const terrain::GridSize fine = sizeOf(ground);
  Plan plan;
  const int factor = std::max(1, static_cast<int>(std::lround(plan.cell_m / ground.cell_m)));
  plan.size = {ground.columns / factor, ground.rows / factor};
  plan.top_left = ground.top_left;
  const std::size_t n = plan.size.count();
  plan.elevation_m.resize(n);
  plan.slope_deg.resize(n);
  plan.above_river_m.resize(n);
  plan.river_km2.resize(n);
  plan.water.assign(n, 0);
  const double cell_km2 = ground.cell_m * ground.cell_m / 1e6;
  terrain::forRowBands(plan.size.rows, [&](int from, int to) {
    for (int row = from; row < to; ++row)
      for (int column = 0; column < plan.size.columns; ++column) {
        const std::size_t cell = plan.size.at(column, row);
        const int middle_column = column * factor + factor / 2;
        const int middle_row = row * factor + factor / 2;
        const std::size_t middle = fine.at(middle_column, middle_row);
        plan.elevation_m[cell] = ground.elevation_m[middle];
        plan.above_river_m[cell] = relief.above_river_m[middle];
        const terrain::Gradient g =
            terrain::gradientAt(fine, ground.elevation_m, ground.cell_m, middle_column, middle_row);
        const double rise = std::sqrt(g.east_ratio * g.east_ratio + g.north_ratio * g.north_ratio);
        plan.slope_deg[cell] = static_cast<float>(std::atan(rise) * 57.29577951308232);
        std::uint32_t most = 0;
        for (int r = row * factor; r < (row + 1) * factor; ++r)
          for (int c = column * factor; c < (column + 1) * factor; ++c)
            most = std::max(most, ground.upstream_cells[fine.at(c, r)]);
        plan.river_km2[cell] = static_cast<float>(most * cell_km2);
      }
  });
  return plan;
}

Plan coarser(const Plan& plan) {
  Plan half;
  half.size = {plan.size.columns / 2, plan.size.rows / 2};
  half.cell_m = plan.cell_m * 2;
  half.top_left = plan.top_left;
  for (int row = 0; row < half.size.rows; ++row)
    for (int column = 0; column < half.size.columns; ++column) {
      const std::size_t a = plan.size.at(2 * column, 2 * row);
      const auto w = static_cast<std::size_t>(plan.size.columns);
      half.elevation_m.push_back(plan.elevation_m[a]);
      half.slope_deg.push_back(plan.slope_deg[a]);
      half.above_river_m.push_back(plan.above_river_m[a]);
      half.river_km2.push_back(std::max(std::max(plan.river_km2[a], plan.river_km2[a + 1]),
                                        std::max(plan.river_km2[a + w], plan.river_km2[a + w + 1])));
      half.water.push_back(plan.water[a]);
    }
  return half;
}

std::vector<std::uint32_t> growRegions(const Plan& plan, std::span<const Seed> seeds,
                                       std::span<const std::uint32_t> fence) {
  struct Front {
    std::uint32_t cell;
    std::uint32_t seed;
    std::int32_t cost;
  };
  // Whole-number costs in a ring of buckets (Dial 1969).
  std::vector<std::vector<Front>> ring(kMostStep + 1);
  std::vector<std::uint32_t> label(plan.size.count(), 0);
  const double scale = plan.cell_m / 150;
  std::size_t waiting = 0;
  for (std::uint32_t s = 0; s < seeds.size(); ++s) {
    ring[0].push_back({static_cast<std::uint32_t>(seeds[s].cell), s, 0});
    ++waiting;
  }
  std::vector<std::int32_t> best(plan.size.count(), std::numeric_limits<std::int32_t>::max());
  constexpr std::array<int, 4> kSides = {1, 3, 5, 7};
  for (std::int32_t cost = 0; waiting > 0; ++cost) {
    auto& bucket = ring[static_cast<std::size_t>(cost % (kMostStep + 1))];
    for (std::size_t i = 0; i < bucket.size(); ++i) {
      const Front front = bucket[i];
      --waiting;
      if (label[front.cell] != 0) continue;
      label[front.cell] = seeds[front.seed].label;
      const int column = plan.size.columnOf(front.cell);
      const int row = plan.size.rowOf(front.cell);
      for (const int side : kSides) {
        const auto d = static_cast<std::size_t>(side);
        if (!plan.size.contains(column + terrain::kD8Column[d], row + terrain::kD8Row[d])) continue;
        const std::size_t n = plan.size.at(column + terrain::kD8Column[d], row + terrain::kD8Row[d]);
        if (label[n] != 0 || fence[n] == 0 || fence[n] != fence[front.cell]) continue;
        const double climb = std::fabs(static_cast<double>(plan.elevation_m[n] - plan.elevation_m[front.cell]));
        const double step =
            (kFlat * scale + kClimb_per_m * climb + crossingCost(plan.river_km2[n])) * seeds[front.seed].weight;
        const auto next = cost + static_cast<std::int32_t>(std::clamp(step, 1.0, kMostStep * 1.0));
        if (next >= best[n]) continue;
        best[n] = next;
        ring[static_cast<std::size_t>(next % (kMostStep + 1))].push_back(
            {static_cast<std::uint32_t>(n), front.seed, next});
        ++waiting;
      }
    }
    bucket.clear();
  }
  return label;
}

double siteQuality(const Plan& plan, std::size_t cell) {
  const double above = plan.above_river_m[cell];
  if (plan.water[cell] != 0 || plan.river_km2[cell] > 4 || above < 1.5) return 0;
  const double slope = plan.slope_deg[cell] / 6;
  const double gentle = 1 / (1 + slope * slope);
  const double height = above / 60;
  const double near = 1 / (1 + height * height);
  const double low = std::clamp(1.35 - plan.elevation_m[cell] / 3500.0, 0.3, 1.0);
  return gentle * (0.25 + 0.75 * near) * low;
}

}  // namespace gis::demo
