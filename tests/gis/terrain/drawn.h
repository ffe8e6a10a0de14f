// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <limits>
#include <string>
#include <vector>

#include "gis/terrain/d8.h"

// Terrains drawn with characters: a digit is a height, '.' no data, letters continue after 9 (a = 10).
struct Drawn {
  gis::terrain::GridSize size;
  std::vector<float> height_m;
};

inline Drawn drawn(const std::vector<std::string>& rows) {
  Drawn d;
  d.size = {static_cast<int>(rows.front().size()), static_cast<int>(rows.size())};
  for (const std::string& row : rows)
    for (const char c : row)
      d.height_m.push_back(c == '.'   ? std::numeric_limits<float>::quiet_NaN()
                           : c >= 'a' ? static_cast<float>(c - 'a' + 10)
                                      : static_cast<float>(c - '0'));
  return d;
}

// Flow codes as arrows on a keypad: 6 = east, 9 = north-east, 8 = north ..., 5 = leaves the grid.
inline std::vector<std::string> arrows(const gis::terrain::GridSize& size, const std::vector<std::uint8_t>& flow_to) {
  static const std::string kKeys = "569874123";
  std::vector<std::string> rows;
  for (int row = 0; row < size.rows; ++row) {
    rows.emplace_back();
    for (int column = 0; column < size.columns; ++column) rows.back() += kKeys[flow_to[size.at(column, row)]];
  }
  return rows;
}

template <class T>
std::vector<std::string> digits(const gis::terrain::GridSize& size, const std::vector<T>& values) {
  std::vector<std::string> rows;
  for (int row = 0; row < size.rows; ++row) {
    rows.emplace_back();
    for (int column = 0; column < size.columns; ++column) {
      const auto v = static_cast<int>(values[size.at(column, row)]);
      rows.back() += static_cast<char>(v < 10 ? '0' + v : 'a' + v - 10);
    }
  }
  return rows;
}
