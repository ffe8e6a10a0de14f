// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/office/document.h"

#include <algorithm>

namespace gis::office {

std::vector<PlacedCell> placedCells(const Table& table) {
  const int columns = static_cast<int>(table.widths_mm.size()), rows = static_cast<int>(table.rows.size());
  std::vector<bool> taken(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), false);
  const auto at = [&](int row, int column) { return static_cast<std::size_t>(row * columns + column); };
  std::vector<PlacedCell> placed;
  for (int row = 0; row < rows; ++row) {
    int column = 0;
    for (const Cell& cell : table.rows[static_cast<std::size_t>(row)]) {
      while (column < columns && taken[at(row, column)]) ++column;
      if (cell.columns < 1 || cell.rows < 1 || column + cell.columns > columns || row + cell.rows > rows) return {};
      for (int r = row; r < row + cell.rows; ++r)
        for (int c = column; c < column + cell.columns; ++c) {
          if (taken[at(r, c)]) return {};
          taken[at(r, c)] = true;
        }
      placed.push_back({row, column, &cell});
      column += cell.columns;
    }
  }
  return std::ranges::all_of(taken, [](bool one) { return one; }) ? placed : std::vector<PlacedCell>();
}

}  // namespace gis::office
