// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gis::briefing {

using FactCell = std::variant<std::monostate, std::string, std::int64_t, double>;

// The answer to a block's question: named columns and their rows. These columns have a meaning of their own: `tone` (1
// red, 2 orange, 3 yellow, 4 blue as the national warning colours; 0 or nothing: plain), `lon_deg` and `lat_deg` of
// what is marked on a map, `label` beside its mark, `district` (a division's code) that is tinted. Values.
struct FactTable {
  std::vector<std::string> columns;
  std::vector<std::vector<FactCell>> rows;
  std::int64_t as_of_utc_ms = 0;  // of the newest thing in it; 0: as the question

  // Where a column stands; -1: there is none.
  int columnOf(std::string_view name) const;
  // Nothing for a row or column that is not there.
  FactCell cell(std::size_t row, std::string_view column) const;
  std::string text(std::size_t row, std::string_view column) const;
  // A number, however it is kept; NaN: none.
  double number(std::size_t row, std::string_view column) const;
  // 1 to 4, else 0.
  int tone(std::size_t row) const;
};

// A cell as it is read: numbers with `decimals` digits (thousands by commas), nothing as "—". Decimals -1: a whole
// number without, any other with one digit.
std::string cellText(const FactCell& cell, int decimals = -1);

// A sentence with the row's values put in for {column}, {column:decimals}.
std::string filledIn(std::string_view sentence, const FactTable& table, std::size_t row);

}  // namespace gis::briefing
