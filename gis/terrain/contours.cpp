// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/terrain/contours.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace gis::terrain {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// A piece of line across one square, from one side to another. A side belongs to two squares; each line enters the one
// by the side through which it left the other.
struct Piece {
  std::int32_t level = 0;
  std::uint32_t from = 0;  // 2 * cell for the side to the east, 2 * cell + 1 for the side to the south
  std::uint32_t to = 0;
};

class Squares {
 public:
  Squares(GridSize size, std::span<const float> z, double interval_m) : m_size(size), m_z(z), m_interval(interval_m) {}

  std::vector<Piece> pieces() const {
    std::vector<Piece> all;
    for (int row = 0; row + 1 < m_size.rows; ++row)
      for (int column = 0; column + 1 < m_size.columns; ++column) addSquare(column, row, all);
    return all;
  }

  // Where a level crosses a side; always from the north-western end, so that both squares get the same place.
  std::array<float, 2> crossing(std::uint32_t side, std::int32_t level) const {
    const std::size_t cell = side / 2;
    const bool south = side % 2 == 1;
    const double a = m_z[cell], b = m_z[cell + (south ? static_cast<std::size_t>(m_size.columns) : 1)];
    const double t = (level * m_interval - a) / (b - a);
    const double x = m_size.columnOf(cell) + 0.5 + (south ? 0 : t), y = m_size.rowOf(cell) + 0.5 + (south ? t : 0);
    return {static_cast<float>(x), static_cast<float>(y)};
  }

 private:
  void addSquare(int column, int row, std::vector<Piece>& all) const {
    // Clockwise from the north-west, as are the sides: north, east, south, west.
    const std::array<std::size_t, 4> at = {m_size.at(column, row), m_size.at(column + 1, row),
                                           m_size.at(column + 1, row + 1), m_size.at(column, row + 1)};
    const std::array<float, 4> z = {m_z[at[0]], m_z[at[1]], m_z[at[2]], m_z[at[3]]};
    const auto [low, high] = std::minmax({z[0], z[1], z[2], z[3]});
    // False also where a height is NaN or beyond counting.
    constexpr double kMostLevels = 1e6;
    if (!(std::isfinite(z[0]) && std::isfinite(z[1]) && std::isfinite(z[2]) && std::isfinite(z[3]))) return;
    if (!(std::abs(low) / m_interval < kMostLevels && std::abs(high) / m_interval < kMostLevels)) return;
    const auto first = static_cast<std::int32_t>(std::floor(low / m_interval)) + 1;
    const auto last = static_cast<std::int32_t>(std::floor(high / m_interval));
    const std::array<std::uint32_t, 4> sides = {
        static_cast<std::uint32_t>(2 * at[0]), static_cast<std::uint32_t>(2 * at[1] + 1),
        static_cast<std::uint32_t>(2 * at[3]), static_cast<std::uint32_t>(2 * at[0] + 1)};
    for (std::int32_t level = first; level <= last; ++level) addLevel(level, z, sides, all);
  }

  void addLevel(std::int32_t level, const std::array<float, 4>& z, const std::array<std::uint32_t, 4>& sides,
                std::vector<Piece>& all) const {
    const double height = level * m_interval;
    std::array<bool, 4> above{};
    for (std::size_t i = 0; i < 4; ++i) above[i] = z[i] >= height;
    // Going clockwise, high ground begins on one side and ends on another. A piece begins where it ends; with two such
    // stretches (a saddle) it leads to the next beginning when the middle is high, else back to its own.
    std::array<std::uint32_t, 2> begins{}, ends{};
    std::size_t begin_count = 0, end_count = 0;
    for (std::size_t i = 0; i < 4; ++i) {
      const bool here = above[i], next = above[(i + 1) % 4];
      if (!here && next) begins[begin_count++] = sides[i];
      if (here && !next) ends[end_count++] = sides[i];
    }
    if (begin_count == 1) all.push_back({level, ends[0], begins[0]});
    if (begin_count != 2) return;
    // Beginnings and ends take turns; which comes first depends on the first corner.
    const bool begins_first = !above[0];
    const bool middle_high = (static_cast<double>(z[0]) + z[1] + z[2] + z[3]) / 4 >= height;
    const bool straight = middle_high != begins_first;
    all.push_back({level, ends[0], straight ? begins[0] : begins[1]});
    all.push_back({level, ends[1], straight ? begins[1] : begins[0]});
  }

  GridSize m_size;
  std::span<const float> m_z;
  double m_interval;
};

// The ring around a summit that is exactly as high as a level.
bool isPoint(const ContourLine& line) {
  for (std::size_t i = 2; i < line.xy_cells.size(); ++i)
    if (line.xy_cells[i] != line.xy_cells[i - 2]) return false;
  return true;
}

}  // namespace

std::vector<ContourLine> contourLines(GridSize size, std::span<const float> elevation_m, double interval_m) {
  std::vector<ContourLine> lines;
  if (size.columns < 2 || size.rows < 2 || !(interval_m > 0) || elevation_m.size() < size.count()) return lines;
  const Squares squares(size, elevation_m, interval_m);
  std::vector<Piece> pieces = squares.pieces();
  const auto before = [](const Piece& a, const Piece& b) {
    return a.level != b.level ? a.level < b.level : a.from < b.from;
  };
  std::sort(pieces.begin(), pieces.end(), before);
  // Which piece goes on from which; a side is left once and entered once at each level.
  std::vector<std::uint32_t> next(pieces.size(), kNone);
  std::vector<bool> has_previous(pieces.size(), false), used(pieces.size(), false);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece wanted{pieces[i].level, pieces[i].to, 0};
    const auto found = std::lower_bound(pieces.begin(), pieces.end(), wanted, before);
    if (found == pieces.end() || found->level != wanted.level || found->from != wanted.from) continue;
    next[i] = static_cast<std::uint32_t>(found - pieces.begin());
    has_previous[next[i]] = true;
  }
  const auto follow = [&](std::size_t start) {
    ContourLine line;
    line.elevation_m = static_cast<float>(pieces[start].level * interval_m);
    const auto add = [&](std::uint32_t side) {
      const auto at = squares.crossing(side, pieces[start].level);
      line.xy_cells.insert(line.xy_cells.end(), at.begin(), at.end());
    };
    add(pieces[start].from);
    std::size_t i = start;
    for (;;) {
      used[i] = true;
      add(pieces[i].to);
      if (next[i] == kNone || used[next[i]]) break;
      i = next[i];
    }
    line.closed = next[i] == start;
    if (!isPoint(line)) lines.push_back(std::move(line));
  };
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (!has_previous[i]) follow(i);
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (!used[i]) follow(i);
  return lines;
}

void smoothLine(ContourLine& line, int times) {
  for (; times > 0 && line.xy_cells.size() > 4; --times) {
    const std::vector<float>& from = line.xy_cells;
    std::vector<float> to;
    to.reserve(from.size() * 2);
    if (!line.closed) to.insert(to.end(), {from[0], from[1]});
    for (std::size_t i = 0; i + 3 < from.size(); i += 2)
      for (const float t : {0.25F, 0.75F}) {
        to.push_back(from[i] + (from[i + 2] - from[i]) * t);
        to.push_back(from[i + 1] + (from[i + 3] - from[i + 1]) * t);
      }
    if (line.closed)
      to.insert(to.end(), {to[0], to[1]});
    else
      to.insert(to.end(), {from[from.size() - 2], from[from.size() - 1]});
    line.xy_cells = std::move(to);
  }
}

}  // namespace gis::terrain
