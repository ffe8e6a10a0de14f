// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/sheet_header.h"

#include <algorithm>
#include <set>

namespace gis {

namespace {

constexpr std::size_t kLongestTitle = 12;  // rows before the names

std::string trimmed(std::string text) {
  for (char& c : text)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  const std::size_t from = text.find_first_not_of(' ');
  if (from == std::string::npos) return {};
  return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

bool isNumber(const std::string& text) {
  const std::string word = trimmed(text);
  return !word.empty() && word.find_first_not_of("0123456789.+-eE,%") == std::string::npos &&
         word.find_first_of("0123456789") != std::string::npos;
}

std::string cellAt(const SheetRows& rows, std::size_t row, std::size_t column) {
  return row < rows.size() && column < rows[row].size() ? trimmed(rows[row][column]) : std::string();
}

std::size_t widthOf(const SheetRows& rows) {
  std::size_t width = 0;
  for (const auto& row : rows) width = std::max(width, row.size());
  return width;
}

struct RowLook {
  std::size_t filled = 0;
  std::size_t numbers = 0;
};

RowLook lookAt(const SheetRows& rows, std::size_t row, std::size_t width) {
  RowLook look;
  for (std::size_t column = 0; column < width; ++column) {
    const std::string cell = cellAt(rows, row, column);
    look.filled += cell.empty() ? 0 : 1;
    look.numbers += isNumber(cell) ? 1 : 0;
  }
  return look;
}

// A column's own name below the name of its group leaves a gap below the names that need no group.
bool continuesHeader(const SheetRows& rows, std::size_t row, std::size_t width) {
  const RowLook look = lookAt(rows, row, width);
  if (look.filled == 0 || look.numbers > 0) return false;
  bool fills_gap = false, leaves_gap = false;
  for (std::size_t column = 0; column < width; ++column) {
    const bool above = !cellAt(rows, row - 1, column).empty(), here = !cellAt(rows, row, column).empty();
    fills_gap = fills_gap || (!above && here);
    leaves_gap = leaves_gap || (above && !here);
  }
  return fills_gap && (leaves_gap || look.filled > lookAt(rows, row - 1, width).filled);
}

std::string letterOf(std::size_t column) {
  std::string letters;
  for (std::size_t n = column + 1; n > 0; n = (n - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (n - 1) % 26));
  return letters;
}

}  // namespace

HeaderRows guessHeader(const SheetRows& first_rows) {
  const std::size_t width = widthOf(first_rows);
  for (std::size_t row = 0; row < std::min(first_rows.size(), kLongestTitle); ++row) {
    const RowLook look = lookAt(first_rows, row, width);
    if (look.filled == 0 || (look.filled == 1 && width > 1)) continue;
    // A note like "制表日期 2026" above the names is short; a first row of values is not.
    if (look.numbers > 0) {
      if (look.filled * 2 <= width && row + 1 < first_rows.size() && lookAt(first_rows, row + 1, width).numbers == 0)
        continue;
      return {static_cast<int>(row), 0};
    }
    return {static_cast<int>(row), continuesHeader(first_rows, row + 1, width) ? 2 : 1};
  }
  return {0, first_rows.empty() ? 0 : 1};
}

std::vector<std::string> columnNames(const SheetRows& first_rows, const HeaderRows& header) {
  std::vector<std::string> names;
  std::set<std::string> taken;
  const std::size_t width = widthOf(first_rows);
  std::string group;
  for (std::size_t column = 0; column < width; ++column) {
    std::string name;
    for (int i = 0; i < header.rows; ++i) {
      const std::string part = cellAt(first_rows, static_cast<std::size_t>(header.skipped + i), column);
      if (i == 0) {
        const bool last = header.rows == 1;
        if (!part.empty() || last) group = part;
        name = group;
      } else if (part.empty() && cellAt(first_rows, static_cast<std::size_t>(header.skipped), column).empty()) {
        name.clear();  // nothing in either row: no name, not the group's again
      } else if (!part.empty()) {
        name += (name.empty() ? "" : " ") + part;
      }
    }
    if (name.empty()) name = letterOf(column);
    std::string different = name;
    for (int n = 2; !taken.insert(different).second; ++n) different = name + " " + std::to_string(n);
    names.push_back(std::move(different));
  }
  return names;
}

}  // namespace gis
