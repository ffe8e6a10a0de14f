// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "gis/core/random.h"
#include "gis/demo/road_grid.h"

namespace gis::demo {
namespace {

double lengthOf(const std::vector<MapXY>& line) {
  double length_m = 0;
  for (std::size_t i = 1; i < line.size(); ++i)
    length_m += std::hypot(line[i].x_m - line[i - 1].x_m, line[i].y_m - line[i - 1].y_m);
  return length_m;
}

// Cuts corners (Chaikin 1974), ends kept.
std::vector<MapXY> smoothed(const std::vector<MapXY>& line) {
  if (line.size() < 3) return line;
  std::vector<MapXY> out{line.front()};
  for (std::size_t i = 0; i + 1 < line.size(); ++i) {
    const MapXY a = line[i], b = line[i + 1];
    if (i > 0) out.push_back({a.x_m * 0.75 + b.x_m * 0.25, a.y_m * 0.75 + b.y_m * 0.25});
    if (i + 2 < line.size()) out.push_back({a.x_m * 0.25 + b.x_m * 0.75, a.y_m * 0.25 + b.y_m * 0.75});
  }
  out.push_back(line.back());
  return out;
}

// A chain of cells as a soft line: every second inner cell is left out, so that lattice stairs vanish.
std::vector<MapXY> softLine(const RoadGrid& grid, const std::vector<int>& chain, const std::map<int, MapXY>& seats) {
  const auto place = [&](int cell) {
    const auto it = seats.find(cell);
    return it == seats.end() ? grid.centreOf(cell) : it->second;
  };
  std::vector<MapXY> line;
  for (std::size_t i = 0; i < chain.size(); ++i)
    if (i == 0 || i + 1 == chain.size() || i % 2 == 0) line.push_back(place(chain[i]));
  return smoothed(smoothed(line));
}

struct Neighbour {
  int cell;
  RoadStep step;
};
using Adjacency = std::map<int, std::vector<Neighbour>>;

bool isNode(const Adjacency& adjacency, const std::map<int, MapXY>& seats, int cell) {
  const auto& around = adjacency.at(cell);
  return around.size() != 2 || seats.contains(cell) || around[0].step.road_class != around[1].step.road_class;
}

std::string codeFor(int road_class, int road_no) {
  constexpr std::array kLetter{"G", "S", "S", "X", "Y", "C", "C"};
  if (road_class == 0) return fmt::format("G{}", road_no);
  return fmt::format("{}{:03}", kLetter[static_cast<std::size_t>(road_class)], road_no % 1000);
}

}  // namespace

int RoadGrid::cellAt(MapXY p) const {
  const int column = static_cast<int>(std::floor((p.x_m - top_left.x_m) / step_m));
  const int row = static_cast<int>(std::floor((top_left.y_m - p.y_m) / step_m));
  if (column < 0 || row < 0 || column >= columns || row >= rows) return -1;
  return row * columns + column;
}

RoadGrid makeRoadGrid(const Ground& ground, const std::vector<RiverReach>& reaches, std::uint64_t seed) {
  const double wanted_m = ground.cell_m > 60 ? 300 : 120;
  const int every = std::max(1, static_cast<int>(std::lround(wanted_m / ground.cell_m)));
  RoadGrid grid;
  grid.columns = ground.columns / every;
  grid.rows = ground.rows / every;
  grid.step_m = ground.cell_m * every;
  grid.top_left = ground.top_left;
  const std::size_t n = static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows);
  grid.elevation_m.resize(n);
  grid.crossing_km2.assign(n, 0);
  grid.noise_ratio.resize(n);
  grid.road_class.assign(n, RoadGrid::kNoRoad);
  Random random(seed, 0x70ad);
  for (int row = 0; row < grid.rows; ++row)
    for (int column = 0; column < grid.columns; ++column) {
      const auto i =
          static_cast<std::size_t>(row) * static_cast<std::size_t>(grid.columns) + static_cast<std::size_t>(column);
      const auto from = static_cast<std::size_t>(row * every + every / 2) * static_cast<std::size_t>(ground.columns) +
                        static_cast<std::size_t>(column * every + every / 2);
      grid.elevation_m[i] = ground.elevation_m[from];
      grid.noise_ratio[i] = static_cast<float>(random.uniform(0.75, 1.35));
    }
  for (const RiverReach& reach : reaches) {
    if (reach.upstream_km2 < 20) continue;
    for (std::size_t i = 1; i < reach.line.size(); ++i) {
      const MapXY a = reach.line[i - 1], b = reach.line[i];
      const int parts = std::max(1, static_cast<int>(std::hypot(b.x_m - a.x_m, b.y_m - a.y_m) / (grid.step_m * 0.4)));
      for (int k = 0; k <= parts; ++k) {
        const double t = static_cast<double>(k) / parts;
        const int cell = grid.cellAt({a.x_m + (b.x_m - a.x_m) * t, a.y_m + (b.y_m - a.y_m) * t});
        if (cell < 0) continue;
        auto& crossing = grid.crossing_km2[static_cast<std::size_t>(cell)];
        crossing = std::max(crossing, static_cast<float>(reach.upstream_km2));
      }
    }
  }
  return grid;
}

std::vector<RoadPiece> traceRoads(const RoadGrid& grid, const RoadSteps& steps, const std::map<int, MapXY>& seats,
                                  double piece_m, int& next_node) {
  Adjacency adjacency;
  for (const auto& [ends, step] : steps) {
    adjacency[ends.first].push_back({ends.second, step});
    adjacency[ends.second].push_back({ends.first, step});
  }
  std::map<int, int> node_of_cell;
  const auto nodeOf = [&](int cell) {
    const auto [it, fresh] = node_of_cell.try_emplace(cell, next_node);
    if (fresh) ++next_node;
    return it->second;
  };
  std::vector<RoadPiece> pieces;
  std::set<std::pair<int, int>> done;
  const auto follow = [&](int start, const Neighbour& first) {
    if (done.contains(std::minmax(start, first.cell))) return;
    std::vector<int> chain{start, first.cell};
    done.insert(std::minmax(start, first.cell));
    while (chain.back() != start && !isNode(adjacency, seats, chain.back())) {
      const auto& around = adjacency.at(chain.back());
      const int next = around[0].cell == chain[chain.size() - 2] ? around[1].cell : around[0].cell;
      done.insert(std::minmax(chain.back(), next));
      chain.push_back(next);
    }
    // Equal stretches of cells, so that a bridge belongs to one piece only.
    const double chain_m = grid.step_m * static_cast<double>(chain.size() - 1);
    const auto parts =
        std::min<std::size_t>(chain.size() - 1, static_cast<std::size_t>(std::max(1.0, std::ceil(chain_m / piece_m))));
    const std::vector<MapXY> soft = softLine(grid, chain, seats);
    int from_node = nodeOf(chain.front());
    for (std::size_t k = 0; k < parts; ++k) {
      const std::size_t from = k * (soft.size() - 1) / parts, to = (k + 1) * (soft.size() - 1) / parts;
      if (from == to) continue;
      RoadPiece piece;
      piece.line.assign(soft.begin() + static_cast<std::ptrdiff_t>(from),
                        soft.begin() + static_cast<std::ptrdiff_t>(to) + 1);
      piece.length_m = lengthOf(piece.line);
      piece.from_node = from_node;
      piece.to_node = to == soft.size() - 1 ? nodeOf(chain.back()) : next_node++;
      from_node = piece.to_node;
      piece.road_class = first.step.road_class;
      piece.road_code = codeFor(piece.road_class, first.step.road_no);
      for (std::size_t i = 1; i < piece.line.size() && !piece.bridge; ++i) {
        const int a = grid.cellAt(piece.line[i - 1]), b = grid.cellAt(piece.line[i]);
        piece.bridge = a >= 0 && b >= 0 && grid.crossing_km2[static_cast<std::size_t>(a)] <= 0 &&
                       grid.crossing_km2[static_cast<std::size_t>(b)] > 0;
      }
      if (piece.length_m > 0) pieces.push_back(std::move(piece));
    }
  };
  for (const auto& [cell, around] : adjacency) {
    if (!isNode(adjacency, seats, cell)) continue;
    for (const Neighbour& neighbour : around) follow(cell, neighbour);
  }
  for (const auto& [cell, around] : adjacency)  // rings without a junction
    for (const Neighbour& neighbour : around) follow(cell, neighbour);
  return pieces;
}

}  // namespace gis::demo
