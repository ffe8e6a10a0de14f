// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/relief.h"

#include <algorithm>
#include <cmath>

#include "gis/demo/relief_noise.h"
#include "gis/demo/relief_target.h"
#include "gis/terrain/fill.h"
#include "gis/terrain/flow.h"
#include "gis/terrain/row_bands.h"

namespace gis::demo {
namespace {

using terrain::GridSize;

// The made area in EPSG:4547: the city (111.98-113.73 E, 35.82-37.12 N) with a margin, in whole 600 m cells.
constexpr MapXY kTopLeft = {312000, 4114800};
constexpr double kWidth_m = 171000;
constexpr double kHeight_m = 156600;
constexpr float kStep_m = 1.0F / 64;  // heights are whole multiples
constexpr float kBank_m = 3;

struct Wear {
  int rounds = 1;
  double pull_ratio = 0.2;   // how strongly ridges return to the target each round
  double power = 0.6;        // stream power, 1/sqrt(km2) * km
  double hillslope_km2 = 0;  // streams start above this area
  double creep_ratio = 0.1;  // diffusion of slopes
  double cut_ratio = 0;      // deepest cut, as a part of the steepest step to a neighbour; 0 = any depth
};

struct Tree {
  std::vector<std::uint8_t> flow_to;
  std::vector<std::uint32_t> order;
  std::vector<std::uint32_t> upstream_cells;
};

Tree drain(ReliefLevel& level) {
  terrain::fillDepressions(level.size, level.height_m, terrain::FillMode::kEpsilon);
  Tree tree;
  tree.flow_to = terrain::flowDirections(level.size, level.height_m);
  tree.order = terrain::downstreamOrder(level.size, tree.flow_to);
  tree.upstream_cells = terrain::upstreamCells(level.size, tree.flow_to, tree.order);
  return tree;
}

void creep(ReliefLevel& level, double ratio) {
  const std::vector<float> old = level.height_m;
  const GridSize size = level.size;
  const auto weight = static_cast<float>(ratio / 4);
  terrain::forRowBands(size.rows, [&](int from, int to) {
    for (int row = std::max(1, from); row < std::min(size.rows - 1, to); ++row)
      for (int column = 1; column < size.columns - 1; ++column) {
        const std::size_t c = size.at(column, row);
        const auto w = static_cast<std::size_t>(size.columns);
        level.height_m[c] = old[c] + weight * (old[c - 1] + old[c + 1] + old[c - w] + old[c + w] - 4 * old[c]);
      }
  });
}

// How deep a cell may be cut: little on plains, through the sill of a gorge in the mountains. Without this the large
// rivers would go on sinking towards their outlets.
float lowest(const ReliefLevel& level, std::span<const float> target, std::size_t cell, double cut_ratio) {
  const int column = level.size.columnOf(cell);
  const int row = level.size.rowOf(cell);
  if (column == 0 || row == 0 || column == level.size.columns - 1 || row == level.size.rows - 1) return target[cell];
  float steepest = 0;
  for (int d = 1; d <= 8; ++d)
    steepest =
        std::max(steepest,
                 std::fabs(target[terrain::d8Receiver(cell, static_cast<std::uint8_t>(d), level.size)] - target[cell]));
  return target[cell] - 1.5F - static_cast<float>(cut_ratio) * steepest;
}

// One implicit step of stream power along the tree, from the outlets upwards: every cell ends above its receiver.
void carve(ReliefLevel& level, const Tree& tree, const Wear& wear, std::span<const float> target,
           std::span<const float> beds, std::span<const float> banks) {
  const double cell_km = level.cell_m / 1000;
  const double head_km = std::sqrt(wear.hillslope_km2);
  const double pull = wear.pull_ratio / (1 + wear.pull_ratio);
  for (auto it = tree.order.rbegin(); it != tree.order.rend(); ++it) {
    const std::size_t cell = *it;
    const std::uint8_t code = tree.flow_to[cell];
    if (code == 0) continue;
    const float below = level.height_m[terrain::d8Receiver(cell, code, level.size)];
    float& h = level.height_m[cell];
    if (!beds.empty() && !std::isnan(beds[cell])) {
      h = std::max(beds[cell], below + 0.01F);
      continue;
    }
    const double free = h + pull * (static_cast<double>(target[cell]) - static_cast<double>(h));
    const double side_km = std::sqrt(static_cast<double>(tree.upstream_cells[cell])) * cell_km;
    const double force = wear.power * std::max(0.0, side_km - head_km) / (cell_km * terrain::kD8Length[code]);
    float worn = static_cast<float>((free + force * static_cast<double>(below)) / (1 + force));
    if (wear.cut_ratio > 0) worn = std::max(worn, lowest(level, target, cell, wear.cut_ratio));
    h = std::max(worn, below + 0.002F);
    if (!banks.empty() && h < banks[cell]) h = banks[cell];
  }
}

// The banks beside pinned rivers, NaN elsewhere: no side valley may cut through them and steal the river.
std::vector<float> banksOf(const ReliefLevel& level, const std::vector<float>& beds) {
  std::vector<float> banks(beds.size(), std::numeric_limits<float>::quiet_NaN());
  for (std::size_t cell = 0; cell < beds.size(); ++cell) {
    if (std::isnan(beds[cell])) continue;
    const int column = level.size.columnOf(cell);
    const int row = level.size.rowOf(cell);
    for (std::size_t d = 1; d <= 8; ++d) {
      if (!level.size.contains(column + terrain::kD8Column[d], row + terrain::kD8Row[d])) continue;
      const std::size_t n = level.size.at(column + terrain::kD8Column[d], row + terrain::kD8Row[d]);
      if (std::isnan(beds[n]) && !(banks[n] <= beds[cell] + kBank_m)) banks[n] = beds[cell] + kBank_m;
    }
  }
  return banks;
}

void wearDown(ReliefLevel& level, const Wear& wear, const std::vector<float>& beds) {
  const std::vector<float> target = level.height_m;
  std::vector<float> banks;
  if (!beds.empty()) {
    banks = banksOf(level, beds);
    for (std::size_t cell = 0; cell < beds.size(); ++cell) {
      if (!std::isnan(beds[cell])) level.height_m[cell] = beds[cell];
      if (level.height_m[cell] < banks[cell]) level.height_m[cell] = banks[cell];
    }
  }
  for (int round = 0; round < wear.rounds; ++round) {
    if (wear.creep_ratio > 0 && round > 0) creep(level, wear.creep_ratio);
    const Tree tree = drain(level);
    carve(level, tree, wear, target, beds, banks);
  }
}

// Streams whose valleys get a flat floor.
constexpr double kStream_km2 = 2;

// Heights above the stream that each cell drains to. Valley floors on the way: near its stream the ground is pressed
// down, the deeper the larger the stream. The order along every flow path is kept, so the tree stays valid. Then
// heights become whole steps, each at least one above its receiver.
std::vector<float> finishValleys(ReliefLevel& level, const Tree& tree) {
  const double cell_km2 = level.cell_m * level.cell_m / 1e6;
  const auto stream_cells = static_cast<std::uint32_t>(kStream_km2 / cell_km2);
  std::vector<float> above(level.size.count(), 0);  // first the bed that a cell drains to, in the end the height above
  std::vector<float> depth(level.size.count(), 0);
  std::vector<float>& h = level.height_m;
  std::vector<float> made(level.size.count(), 0);
  for (auto it = tree.order.rbegin(); it != tree.order.rend(); ++it) {
    const std::size_t cell = *it;
    const std::uint8_t code = tree.flow_to[cell];
    const std::size_t down = terrain::d8Receiver(cell, code, level.size);
    const std::uint32_t area = tree.upstream_cells[cell];
    if (area >= stream_cells || code == 0) {
      depth[cell] = static_cast<float>(1.3 * std::sqrt(std::sqrt(area * cell_km2)));
      made[cell] = std::round(h[cell] / kStep_m) * kStep_m;
      if (code != 0) made[cell] = std::max(made[cell], made[down] + kStep_m);
      above[cell] = h[cell];
      continue;
    }
    depth[cell] = depth[down];
    above[cell] = above[down];
    const float rise = std::max(0.0F, h[cell] - above[cell]);
    const float pressed = above[cell] + rise * rise / (rise + depth[cell]);
    made[cell] = std::max(std::round(pressed / kStep_m) * kStep_m, made[down] + kStep_m);
  }
  for (std::size_t cell = 0; cell < h.size(); ++cell) {
    above[cell] = std::max(0.0F, made[cell] - above[cell]);
    h[cell] = made[cell];
  }
  return above;
}

}  // namespace

std::uint32_t reliefSeed(const DemoOptions& options) {
  return static_cast<std::uint32_t>(options.seed * 2654435761U + 97);
}

Result<Relief> makeRelief(const DemoOptions& options, const Facts& facts, const CancelToken& cancel,
                          const Progress& progress) {
  const std::uint32_t seed = reliefSeed(options);
  std::vector<std::vector<SpotHeight>> courses;
  for (const RiverFact& river : facts.rivers) courses.push_back(windingCourse(lineOf(river), seed));
  const auto stopped = [&](double done_ratio) {
    if (progress) progress(done_ratio);
    return cancel.cancelled();
  };

  ReliefLevel level = targetSurface(facts, seed, kTopLeft, kWidth_m, kHeight_m, 900);
  level = refine(
      level,
      {.cell_m = 600, .warp_m = 300, .detail_ratio = 0.35, .detail_floor_m = 8, .octaves = 2, .seed = seed + 1000});
  std::vector<float> beds = riverBeds(courses, level);
  wearDown(level, {.rounds = 22, .pull_ratio = 0.12, .power = 0.6, .hillslope_km2 = 0, .creep_ratio = 0.1}, beds);
  if (stopped(0.1)) return fail(ErrorCode::kCancelled, "relief");

  level = refine(
      level,
      {.cell_m = 300, .warp_m = 450, .detail_ratio = 0.15, .detail_floor_m = 4, .octaves = 2, .seed = seed + 2000});
  beds = riverBeds(courses, level);
  wearDown(
      level,
      {.rounds = 5, .pull_ratio = 0.15, .power = 0.40, .hillslope_km2 = 0.05, .creep_ratio = 0.1, .cut_ratio = 1.5},
      beds);
  if (stopped(0.2)) return fail(ErrorCode::kCancelled, "relief");

  level = refine(
      level,
      {.cell_m = 150, .warp_m = 220, .detail_ratio = 0.12, .detail_floor_m = 2, .octaves = 2, .seed = seed + 3000});
  wearDown(
      level,
      {.rounds = 2, .pull_ratio = 0.15, .power = 0.35, .hillslope_km2 = 0.03, .creep_ratio = 0.1, .cut_ratio = 0.8},
      {});
  if (stopped(0.35)) return fail(ErrorCode::kCancelled, "relief");

  if (options.scale == Scale::kCity) {
    level = refine(
        level,
        {.cell_m = 75, .warp_m = 110, .detail_ratio = 0.10, .detail_floor_m = 1, .octaves = 2, .seed = seed + 4000});
    wearDown(
        level,
        {.rounds = 2, .pull_ratio = 0.15, .power = 0.2, .hillslope_km2 = 0.02, .creep_ratio = 0.1, .cut_ratio = 0.6},
        {});
    if (stopped(0.5)) return fail(ErrorCode::kCancelled, "relief");
    level = refine(
        level,
        {.cell_m = 30, .warp_m = 45, .detail_ratio = 0.06, .detail_floor_m = 0.5, .octaves = 1, .seed = seed + 5000});
  }

  Tree tree = drain(level);
  if (stopped(0.9)) return fail(ErrorCode::kCancelled, "relief");
  Relief relief;
  relief.above_river_m = finishValleys(level, tree);
  relief.downstream_order = std::move(tree.order);
  relief.ground.columns = level.size.columns;
  relief.ground.rows = level.size.rows;
  relief.ground.cell_m = level.cell_m;
  relief.ground.top_left = level.top_left;
  relief.ground.elevation_m = std::move(level.height_m);
  relief.ground.flow_to = std::move(tree.flow_to);
  relief.ground.upstream_cells = std::move(tree.upstream_cells);
  if (stopped(1)) return fail(ErrorCode::kCancelled, "relief");
  return relief;
}

}  // namespace gis::demo
