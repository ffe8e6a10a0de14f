// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/road_net.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <queue>

#include "gis/demo/road_grid.h"

namespace gis::demo {
namespace {

constexpr float kUnreached = std::numeric_limits<float>::infinity();
constexpr std::array<int, 8> kNetStepColumn{1, 1, 0, -1, -1, -1, 0, 1};
constexpr std::array<int, 8> kNetStepRow{0, 1, 1, 1, 0, -1, -1, -1};

// What one step costs, in metres of flat road: steepness grows with its square, bridges with the river, and a road
// that exists already is cheap to follow.
double stepCost(const RoadGrid& grid, int from, int to, double length_m) {
  const auto f = static_cast<std::size_t>(from), t = static_cast<std::size_t>(to);
  const double rise_ratio = std::abs(static_cast<double>(grid.elevation_m[t] - grid.elevation_m[f])) / length_m;
  const double steep = rise_ratio / 0.06;
  double cost = length_m * (1 + steep * steep) * static_cast<double>(grid.noise_ratio[t]);
  if (grid.crossing_km2[t] > 0 && grid.crossing_km2[f] <= 0) cost += 150 + 40 * std::sqrt(grid.crossing_km2[t]);
  if (grid.crossing_km2[t] > 0 && grid.crossing_km2[f] > 0) cost *= 2.5;  // not along the river bed
  const auto usable = [](std::int8_t road_class) { return road_class != RoadGrid::kNoRoad && road_class != 0; };
  if (usable(grid.road_class[t]) && usable(grid.road_class[f])) cost *= 0.35;
  return cost;
}

struct Spread {
  std::vector<float> cost;
  std::vector<std::int32_t> owner;   // index of the seat that reaches the cell cheapest
  std::vector<std::int32_t> parent;  // cell before, -1 at a seat
};

// Dijkstra from all seats at once; ties go to the lower cell, so the result is repeatable.
Spread spreadFrom(const RoadGrid& grid, const std::vector<int>& seats, const CancelToken& cancel) {
  const std::size_t n = grid.elevation_m.size();
  Spread s{std::vector<float>(n, kUnreached), std::vector<std::int32_t>(n, -1), std::vector<std::int32_t>(n, -1)};
  using Item = std::pair<float, int>;
  std::priority_queue<Item, std::vector<Item>, std::greater<>> queue;
  for (std::size_t i = 0; i < seats.size(); ++i) {
    const auto cell = static_cast<std::size_t>(seats[i]);
    if (s.owner[cell] >= 0) continue;
    s.cost[cell] = 0;
    s.owner[cell] = static_cast<std::int32_t>(i);
    queue.push({0.0F, seats[i]});
  }
  std::size_t popped = 0;
  while (!queue.empty()) {
    const auto [cost, cell] = queue.top();
    queue.pop();
    const auto c = static_cast<std::size_t>(cell);
    if (cost > s.cost[c]) continue;
    if ((++popped & 0xFFFF) == 0 && cancel.cancelled()) return s;
    const int column = cell % grid.columns, row = cell / grid.columns;
    for (std::size_t k = 0; k < 8; ++k) {
      const int to_column = column + kNetStepColumn[k], to_row = row + kNetStepRow[k];
      if (to_column < 0 || to_row < 0 || to_column >= grid.columns || to_row >= grid.rows) continue;
      const int to = to_row * grid.columns + to_column;
      const double length_m = grid.step_m * (k % 2 == 0 ? 1.0 : std::numbers::sqrt2);
      const auto next = static_cast<float>(static_cast<double>(cost) + stepCost(grid, cell, to, length_m));
      const auto t = static_cast<std::size_t>(to);
      if (next < s.cost[t]) {
        s.cost[t] = next;
        s.owner[t] = s.owner[c];
        s.parent[t] = cell;
        queue.push({next, to});
      }
    }
  }
  return s;
}

// The cheapest meeting of two neighbouring seats' areas.
struct Meeting {
  float cost;
  int seat_a, seat_b;
  int cell_a, cell_b;
};

std::vector<Meeting> meetings(const RoadGrid& grid, const Spread& s) {
  std::map<std::pair<int, int>, Meeting> best;
  for (int row = 0; row < grid.rows; ++row)
    for (int column = 0; column < grid.columns; ++column) {
      const int cell = row * grid.columns + column;
      const int owner = s.owner[static_cast<std::size_t>(cell)];
      for (std::size_t k = 0; k < 4; ++k) {
        const int to_column = column + kNetStepColumn[k], to_row = row + kNetStepRow[k];
        if (to_column < 0 || to_column >= grid.columns || to_row >= grid.rows) continue;
        const int to = to_row * grid.columns + to_column;
        const int other = s.owner[static_cast<std::size_t>(to)];
        if (owner < 0 || other < 0 || owner == other) continue;
        const float cost = s.cost[static_cast<std::size_t>(cell)] + s.cost[static_cast<std::size_t>(to)];
        const bool keep = owner < other;
        const std::pair<int, int> key = keep ? std::pair(owner, other) : std::pair(other, owner);
        const Meeting found = keep ? Meeting{cost, owner, other, cell, to} : Meeting{cost, other, owner, to, cell};
        const auto [it, fresh] = best.try_emplace(key, found);
        if (!fresh && cost < it->second.cost) it->second = found;
      }
    }
  std::vector<Meeting> all;
  for (const auto& entry : best) all.push_back(entry.second);
  std::stable_sort(all.begin(), all.end(), [](const Meeting& a, const Meeting& b) { return a.cost < b.cost; });
  return all;
}

class TownGroups {
 public:
  explicit TownGroups(std::size_t n) : m_parent(n) { std::iota(m_parent.begin(), m_parent.end(), 0); }
  int find(int i) {
    while (m_parent[static_cast<std::size_t>(i)] != i) {
      auto& p = m_parent[static_cast<std::size_t>(i)];
      p = m_parent[static_cast<std::size_t>(p)];
      i = p;
    }
    return i;
  }
  bool join(int a, int b) {
    a = find(a), b = find(b);
    if (a == b) return false;
    m_parent[static_cast<std::size_t>(std::max(a, b))] = std::min(a, b);
    return true;
  }

 private:
  std::vector<int> m_parent;
};

// The two expressways that cross the city; the numbers and the counties are facts (the national expressway plan), where
// they run here is not.
struct Expressway {
  int road_no;
  std::array<std::string_view, 5> counties;
};
constexpr std::array kExpressways{Expressway{55, {"140429", "140423", "140403", "140404", ""}},
                                  Expressway{22, {"140426", "140406", "140405", "140431", ""}}};

struct NetPart {
  int level;            // divisions of this level are joined
  double detour_ratio;  // beside the spanning tree, ways up to this times its dearest-at-a-seat cost are built
  int best_class, plain_class;
};

void layWay(RoadGrid& grid, RoadSteps& steps, const Spread& s, int cell, int road_class, int road_no) {
  int at = cell;
  while (at >= 0) {
    auto& here = grid.road_class[static_cast<std::size_t>(at)];
    here = std::min(here, static_cast<std::int8_t>(road_class));
    const int before = s.parent[static_cast<std::size_t>(at)];
    if (before >= 0) {
      const auto [it, fresh] =
          steps.try_emplace({std::min(at, before), std::max(at, before)}, RoadStep{road_class, road_no});
      if (!fresh && road_class < it->second.road_class) it->second = {road_class, road_no};
    }
    at = before;
  }
}

void layStep(RoadSteps& steps, int a, int b, int road_class, int road_no) {
  const auto [it, fresh] = steps.try_emplace({std::min(a, b), std::max(a, b)}, RoadStep{road_class, road_no});
  if (!fresh && road_class < it->second.road_class) it->second = {road_class, road_no};
}

}  // namespace

Result<RoadNet> makeRoadNet(const Ground& ground, const std::vector<Division>& divisions,
                            const std::vector<RiverReach>& reaches, std::uint64_t seed, const CancelToken& cancel) {
  RoadGrid grid = makeRoadGrid(ground, reaches, seed);
  RoadSteps steps;
  std::map<int, MapXY> seat_of_cell;
  for (const Expressway& way : kExpressways) {
    std::vector<int> seats;
    for (const Division& division : divisions)
      if (std::find(way.counties.begin(), way.counties.end(), division.code.substr(0, 6)) != way.counties.end() &&
          division.level == 3 && grid.cellAt(division.seat) >= 0)
        seats.push_back(grid.cellAt(division.seat));
    const Spread s = spreadFrom(grid, seats, cancel);
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "roads");
    TownGroups groups(seats.size());
    for (const Meeting& meeting : meetings(grid, s)) {
      if (!groups.join(meeting.seat_a, meeting.seat_b)) continue;
      layWay(grid, steps, s, meeting.cell_a, 0, way.road_no);
      layWay(grid, steps, s, meeting.cell_b, 0, way.road_no);
      layStep(steps, meeting.cell_a, meeting.cell_b, 0, way.road_no);
    }
  }
  int road_no = 100;
  constexpr std::array kParts{NetPart{3, 1.7, 1, 2}, NetPart{4, 1.15, 3, 3}, NetPart{5, 0.8, 4, 5}};
  for (const NetPart& part : kParts) {
    std::vector<int> seats;
    for (const Division& division : divisions) {
      if (division.level != part.level) continue;
      const int cell = grid.cellAt(division.seat);
      if (cell < 0) continue;
      if (!seat_of_cell.try_emplace(cell, division.seat).second && part.level == 5) continue;
      seats.push_back(cell);
    }
    const Spread s = spreadFrom(grid, seats, cancel);
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "roads");
    TownGroups groups(seats.size());
    std::vector<float> tree_cost(seats.size(), 0);
    std::vector<const Meeting*> chosen;
    const std::vector<Meeting> all = meetings(grid, s);
    for (const Meeting& meeting : all) {
      if (!groups.join(meeting.seat_a, meeting.seat_b)) continue;
      chosen.push_back(&meeting);
      for (const int seat : {meeting.seat_a, meeting.seat_b})
        tree_cost[static_cast<std::size_t>(seat)] = std::max(tree_cost[static_cast<std::size_t>(seat)], meeting.cost);
    }
    const std::size_t tree_size = chosen.size();
    for (const Meeting& meeting : all) {
      if (std::find(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(tree_size), &meeting) !=
          chosen.begin() + static_cast<std::ptrdiff_t>(tree_size))
        continue;
      const float limit = std::min(tree_cost[static_cast<std::size_t>(meeting.seat_a)],
                                   tree_cost[static_cast<std::size_t>(meeting.seat_b)]);
      if (static_cast<double>(meeting.cost) <= part.detour_ratio * static_cast<double>(limit))
        chosen.push_back(&meeting);
    }
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      const Meeting& way = *chosen[i];
      const int road_class = i % 3 == 0 ? part.best_class : part.plain_class;
      ++road_no;
      layWay(grid, steps, s, way.cell_a, road_class, road_no);
      layWay(grid, steps, s, way.cell_b, road_class, road_no);
      layStep(steps, way.cell_a, way.cell_b, road_class, road_no);
    }
  }
  RoadNet net;
  const bool small = ground.cell_m > 60;
  net.pieces = traceRoads(grid, steps, seat_of_cell, small ? 1500 : 190, net.next_node);
  return net;
}

}  // namespace gis::demo
