// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <functional>

#include "gis/core/coords.h"

namespace layers {

// Edge of a block in cells.
inline constexpr int kBlockCells = 256;

// One block of a ladder: level 0 has the raster's own cells; columns and rows are counted from its north-western
// corner, rows grow southward.
struct BlockKey {
  int level = 0;
  int column = 0;
  int row = 0;
  friend bool operator==(const BlockKey&, const BlockKey&) = default;
};
struct BlockKeyHash {
  std::size_t operator()(const BlockKey& key) const {
    const auto part = [](int v) { return static_cast<std::size_t>(static_cast<unsigned>(v)); };
    return std::hash<std::size_t>()((part(key.level) << 58) ^ (part(key.column) << 29) ^ part(key.row));
  }
};

// The resolutions a raster is kept in: its own cell (as it is on the map), twice that, four times, ... down to one
// that fits a quarter of a block. A view takes the step nearest to its pixel, so that a step serves many scales and
// every tile of a frame reads the same cells.
class BlockLadder {
 public:
  // `extent` is not empty, cell_m > 0.
  BlockLadder(const gis::MapBox& extent, double cell_m);

  int levels() const { return m_levels; }
  double cellM(int level) const;
  // The coarsest level whose cells are at most a fifth larger than a pixel; level 0 when the raster is enlarged.
  int levelFor(double pixel_m) const;
  int blockColumns(int level) const;
  int blockRows(int level) const;
  // What a block covers, with cells around.
  gis::MapBox box(const BlockKey& key, int margin_cells = 0) const;
  // A place in cells of a level: cell n reaches from n to n + 1, rows grow southward.
  double columnAt(int level, double x_m) const { return (x_m - m_extent.min_x_m) / cellM(level); }
  double rowAt(int level, double y_m) const { return (m_extent.max_y_m - y_m) / cellM(level); }

 private:
  gis::MapBox m_extent;
  double m_cell_m;
  int m_levels = 1;
};

}  // namespace layers
