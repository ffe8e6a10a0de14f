// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace gis::terrain {

// Size of a raster in cells; cell (column, row) is stored at row * columns + column, row 0 in the north.
struct GridSize {
  int columns = 0;
  int rows = 0;
  std::size_t count() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
  std::size_t at(int column, int row) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column);
  }
  // 32-bit division: cells are counted in 32 bits everywhere, and it is several times quicker.
  int columnOf(std::size_t cell) const {
    return static_cast<int>(static_cast<std::uint32_t>(cell) % static_cast<std::uint32_t>(columns));
  }
  int rowOf(std::size_t cell) const {
    return static_cast<int>(static_cast<std::uint32_t>(cell) / static_cast<std::uint32_t>(columns));
  }
  bool contains(int column, int row) const { return column >= 0 && row >= 0 && column < columns && row < rows; }
  friend bool operator==(const GridSize&, const GridSize&) = default;
};

// D8 codes: the neighbour that takes a cell's water, as in TauDEM: 1 = east, then counter-clockwise
// (2 north-east, 3 north, 4 north-west, 5 west, 6 south-west, 7 south, 8 south-east).
//   4 3 2
//   5 . 1
//   6 7 8
// 0 = the water leaves the grid (or the cell has no data).
inline constexpr std::array<int, 9> kD8Column = {0, 1, 1, 0, -1, -1, -1, 0, 1};
inline constexpr std::array<int, 9> kD8Row = {0, 0, -1, -1, -1, 0, 1, 1, 1};
// Distance to the neighbour in cell widths.
inline constexpr std::array<double, 9> kD8Length = {
    0, 1, 1.4142135623730951, 1, 1.4142135623730951, 1, 1.4142135623730951, 1, 1.4142135623730951};
// The code that points back.
constexpr int d8Opposite(int code) { return code == 0 ? 0 : (code + 3) % 8 + 1; }

// Index offset of a neighbour in a raster of that width.
inline std::ptrdiff_t d8Offset(int code, const GridSize& size) {
  const auto i = static_cast<std::size_t>(code);
  return static_cast<std::ptrdiff_t>(kD8Row[i]) * size.columns + kD8Column[i];
}
// The cell that takes this cell's water; the cell itself for code 0.
inline std::size_t d8Receiver(std::size_t cell, std::uint8_t code, const GridSize& size) {
  return static_cast<std::size_t>(static_cast<std::ptrdiff_t>(cell) + d8Offset(code, size));
}

}  // namespace gis::terrain
