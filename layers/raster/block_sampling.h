// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

#include "layers/raster/block_cache.h"

namespace layers {

// Which cells a row (or column) of pixels is mixed from: for each pixel its first cell and four weights that add up to
// kWhole. Bilinear when cells are enlarged; when they are reduced the triangle grows with the step, so that no cell is
// passed over.
struct AxisTaps {
  static constexpr int kTaps = 4;
  static constexpr int kWhole = 256;
  struct Pixel {
    int first = 0;
    std::array<std::uint16_t, kTaps> weights{};
  };
  std::vector<Pixel> pixels;
  int first_cell = 0;  // the range of all cells with a weight
  int end_cell = 0;
  int used_taps = 1;  // no pixel needs more
};

// `start_cells` is where the first pixel's centre lies (cell n from n to n + 1), `step_cells` from one pixel to the
// next.
AxisTaps tapsFor(double start_cells, double step_cells, int count);

// The blocks under a tile, all of one level. A block that is missing counts as empty.
template <class Cell>
struct BlockGrid {
  int first_column = 0, first_row = 0;  // of blocks
  int columns = 0, rows = 0;
  std::vector<std::shared_ptr<const RasterBlock<Cell>>> blocks;

  bool empty() const {
    return std::ranges::all_of(blocks, [](const auto& block) { return !block || block->cells.empty(); });
  }
  // A row of kBlockCells cells of one block column, null where nothing is known.
  const Cell* row(int block_column, int cell_row) const {
    const int block_row = cell_row / kBlockCells - first_row;
    if (cell_row < 0 || block_row < 0 || block_row >= rows) return nullptr;
    const auto& block = blocks[static_cast<std::size_t>(block_row) * static_cast<std::size_t>(columns) +
                               static_cast<std::size_t>(block_column - first_column)];
    if (!block || block->cells.empty()) return nullptr;
    return block->cells.data() + static_cast<std::size_t>(cell_row - (first_row + block_row) * kBlockCells) *
                                     static_cast<std::size_t>(kBlockCells);
  }
};

// Four 8-bit channels, 16 bits apart, so that all are weighted by one multiplication: weights of 256 in all leave no
// carry (255 * 256 + 128 < 65536).
struct Channels {
  std::uint64_t bits = 0;
  void add(Channels other, std::uint16_t weight) { bits += other.bits * weight; }
  void settle() { bits = ((bits + 0x0080'0080'0080'0080) >> 8) & 0x00ff'00ff'00ff'00ff; }
  // out = the rows, weighted; `count` of each.
  static void mixRows(Channels* out, std::size_t count, const std::array<const Channels*, AxisTaps::kTaps>& rows,
                      const std::array<std::uint16_t, AxisTaps::kTaps>& weights);
  std::uint32_t channel(int i) const { return static_cast<std::uint32_t>(bits >> (16 * i)) & 0xffff; }
};

// The same with two channels, grey and how much of it is known.
struct GreyChannels {
  std::uint32_t bits = 0;
  void add(GreyChannels other, std::uint16_t weight) { bits += other.bits * weight; }
  void settle() { bits = ((bits + 0x0080'0080) >> 8) & 0x00ff'00ff; }
  static void mixRows(GreyChannels* out, std::size_t count,
                      const std::array<const GreyChannels*, AxisTaps::kTaps>& rows,
                      const std::array<std::uint16_t, AxisTaps::kTaps>& weights);
  std::uint32_t grey() const { return bits & 0xffff; }
  std::uint32_t known() const { return bits >> 16; }
};

// A number and how much of it is known, 0..1.
struct WeightedValue {
  float value = 0;
  float known_ratio = 0;
  void add(WeightedValue other, std::uint16_t weight) {
    value += other.value * static_cast<float>(weight), known_ratio += other.known_ratio * static_cast<float>(weight);
  }
  void settle() { value *= 1.0F / AxisTaps::kWhole, known_ratio *= 1.0F / AxisTaps::kWhole; }
  static void mixRows(WeightedValue* out, std::size_t count,
                      const std::array<const WeightedValue*, AxisTaps::kTaps>& rows,
                      const std::array<std::uint16_t, AxisTaps::kTaps>& weights);
};

// Mixes cells to pixels, first down, then across. `expand(Cell) -> Mix` reads a cell, `put(column, row, Mix)` takes a
// pixel. Whole numbers throughout for Channels: the same bytes on every processor.
template <class Mix, class Cell, class Expand, class Put>
void sampleBlocks(const BlockGrid<Cell>& grid, const AxisTaps& across, const AxisTaps& down, const Expand& expand,
                  const Put& put) {
  const int begin = std::max(across.first_cell, grid.first_column * kBlockCells);
  const int end = std::min(across.end_cell, (grid.first_column + grid.columns) * kBlockCells);
  // Room for the taps beyond the last cell, whose weight is 0.
  const auto width = static_cast<std::size_t>(across.end_cell - across.first_cell + AxisTaps::kTaps);
  std::vector<Mix> line(width);
  // The rows read last: the next row of pixels needs most of them again.
  struct Row {
    std::optional<int> cell_row;
    std::vector<Mix> cells;
  };
  std::array<Row, AxisTaps::kTaps> rows;
  const auto rowAt = [&](int cell_row) {
    Row& row = rows[static_cast<std::size_t>((cell_row % AxisTaps::kTaps + AxisTaps::kTaps) % AxisTaps::kTaps)];
    if (row.cell_row == cell_row) return row.cells.data();
    row.cell_row = cell_row;
    row.cells.assign(width, Mix{});
    for (int from = begin; from < end;) {
      const int block = from / kBlockCells, until = std::min(end, (block + 1) * kBlockCells);
      if (const Cell* cells = grid.row(block, cell_row)) {
        Mix* out = row.cells.data() + (from - across.first_cell);
        const Cell* cell = cells + (from - block * kBlockCells);
        for (int i = 0; i < until - from; ++i) out[i] = expand(cell[i]);
      }
      from = until;
    }
    return row.cells.data();
  };
  for (std::size_t y = 0; y < down.pixels.size(); ++y) {
    std::array<const Mix*, AxisTaps::kTaps> above{};
    for (int tap = 0; tap < AxisTaps::kTaps; ++tap)
      if (down.pixels[y].weights[static_cast<std::size_t>(tap)] != 0)
        above[static_cast<std::size_t>(tap)] = rowAt(down.pixels[y].first + tap);
    Mix::mixRows(line.data(), width, above, down.pixels[y].weights);
    const auto mixAcross = [&](auto taps) {
      int x = 0;
      for (const AxisTaps::Pixel& pixel : across.pixels) {
        const Mix* cells = line.data() + (pixel.first - across.first_cell);
        Mix sum;
        for (int tap = 0; tap < taps; ++tap) sum.add(cells[tap], pixel.weights[static_cast<std::size_t>(tap)]);
        sum.settle();
        put(x++, static_cast<int>(y), sum);
      }
    };
    switch (across.used_taps) {
      case 1:
        mixAcross(std::integral_constant<int, 1>());
        break;
      case 2:
        mixAcross(std::integral_constant<int, 2>());
        break;
      case 3:
        mixAcross(std::integral_constant<int, 3>());
        break;
      default:
        mixAcross(std::integral_constant<int, AxisTaps::kTaps>());
    }
  }
}

}  // namespace layers
