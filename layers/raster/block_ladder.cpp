// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/raster/block_ladder.h"

#include <algorithm>
#include <cmath>

namespace layers {
namespace {

constexpr int kMostLevels = 24;
constexpr int kSmallestPictureCells = kBlockCells / 4;

int blocksFor(double length_m, double cell_m) {
  return std::max(1, static_cast<int>(std::ceil(std::min(length_m / (cell_m * kBlockCells), 1e8))));
}

}  // namespace

BlockLadder::BlockLadder(const gis::MapBox& extent, double cell_m) : m_extent(extent), m_cell_m(cell_m) {
  const double longest_m = std::max(extent.width_m(), extent.height_m());
  while (m_levels < kMostLevels && longest_m / cellM(m_levels - 1) > kSmallestPictureCells) ++m_levels;
}

double BlockLadder::cellM(int level) const { return std::ldexp(m_cell_m, level); }

int BlockLadder::levelFor(double pixel_m) const {
  constexpr double kLargerThanPixelRatio = 1.2;
  int level = 0;
  while (level + 1 < m_levels && cellM(level + 1) <= pixel_m * kLargerThanPixelRatio) ++level;
  return level;
}

int BlockLadder::blockColumns(int level) const { return blocksFor(m_extent.width_m(), cellM(level)); }
int BlockLadder::blockRows(int level) const { return blocksFor(m_extent.height_m(), cellM(level)); }

gis::MapBox BlockLadder::box(const BlockKey& key, int margin_cells) const {
  const double cell_m = cellM(key.level);
  const auto edge = [&](int block, int beyond_cells) {
    return (static_cast<double>(block) * kBlockCells + beyond_cells) * cell_m;
  };
  return {m_extent.min_x_m + edge(key.column, -margin_cells), m_extent.max_y_m - edge(key.row + 1, margin_cells),
          m_extent.min_x_m + edge(key.column + 1, margin_cells), m_extent.max_y_m - edge(key.row, -margin_cells)};
}

}  // namespace layers
