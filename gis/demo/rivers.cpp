// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/rivers.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "gis/demo/region_trace.h"
#include "gis/demo/relief_target.h"

namespace gis::demo {
namespace {

using terrain::d8Receiver;
using terrain::GridSize;

class Network {
 public:
  Network(const Relief& relief, const Plan& plan, const std::vector<std::uint8_t>& inside)
      : m_ground(relief.ground),
        m_size(sizeOf(relief.ground)),
        m_factor(std::max(1, relief.ground.columns / plan.size.columns)),
        m_plan_size(plan.size),
        m_inside(inside) {}

  RiverNet build(std::size_t wanted) {
    findThreshold(wanted);
    cut();
    return std::move(m_net);
  }

 private:
  bool inside(std::size_t cell) const {
    return m_inside[m_plan_size.at(m_size.columnOf(cell) / m_factor, m_size.rowOf(cell) / m_factor)] != 0;
  }
  bool channel(std::size_t cell) const { return m_ground.upstream_cells[cell] >= m_net.channel_cells && inside(cell); }
  template <class Visit>
  void forDonors(std::size_t cell, Visit visit) const {
    const int column = m_size.columnOf(cell);
    const int row = m_size.rowOf(cell);
    for (int d = 1; d <= 8; ++d) {
      const auto i = static_cast<std::size_t>(d);
      if (!m_size.contains(column + terrain::kD8Column[i], row + terrain::kD8Row[i])) continue;
      const std::size_t n = d8Receiver(cell, static_cast<std::uint8_t>(d), m_size);
      if (m_ground.flow_to[n] == terrain::d8Opposite(d)) visit(n);
    }
  }

  // A cell starts a reach when 0 or 2 and more of its donors are channels. Counting with the area of the cell itself,
  // its largest and its second donor gives the number of reaches for any threshold at once.
  void findThreshold(std::size_t wanted) {
    const double cell_km2 = m_ground.cell_m * m_ground.cell_m / 1e6;
    const auto least = static_cast<std::uint32_t>(std::max(4.0, 0.06 / cell_km2));
    std::vector<std::uint32_t> own, largest, second;
    for (std::size_t cell = 0; cell < m_ground.upstream_cells.size(); ++cell) {
      if (m_ground.upstream_cells[cell] < least || !inside(cell)) continue;
      m_candidates.push_back(static_cast<std::uint32_t>(cell));
      std::uint32_t a = 0;
      std::uint32_t b = 0;
      forDonors(cell, [&](std::size_t donor) {
        const std::uint32_t area = m_ground.upstream_cells[donor];
        if (area < least || !inside(donor)) return;
        if (area > a)
          b = a, a = area;
        else
          b = std::max(b, area);
      });
      own.push_back(m_ground.upstream_cells[cell]);
      if (a > 0) largest.push_back(a);
      if (b > 0) second.push_back(b);
    }
    const auto reaches = [&](std::uint32_t threshold) {
      const auto atLeast = [&](const std::vector<std::uint32_t>& v) {
        return std::count_if(v.begin(), v.end(), [&](std::uint32_t x) { return x >= threshold; });
      };
      return atLeast(own) - atLeast(largest) + atLeast(second);
    };
    std::uint32_t low = least;
    std::uint32_t high = static_cast<std::uint32_t>(60 / cell_km2);
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      if (reaches(middle) > static_cast<std::ptrdiff_t>(wanted))
        low = middle + 1;
      else
        high = middle;
    }
    m_net.channel_cells = low;
  }

  void cut() {
    std::erase_if(m_candidates,
                  [&](std::uint32_t cell) { return m_ground.upstream_cells[cell] < m_net.channel_cells; });
    const auto inflows = [&](std::size_t cell) {
      int n = 0;
      forDonors(cell, [&](std::size_t donor) { n += channel(donor) ? 1 : 0; });
      return n;
    };
    std::map<std::uint32_t, std::size_t> reach_at;
    for (const std::uint32_t start : m_candidates) {
      if (inflows(start) == 1) continue;
      std::vector<std::uint32_t> cells = {start};
      for (;;) {
        const std::size_t here = cells.back();
        if (m_ground.flow_to[here] == 0) break;
        const std::size_t next = d8Receiver(here, m_ground.flow_to[here], m_size);
        cells.push_back(static_cast<std::uint32_t>(next));
        if (!channel(next) || inflows(next) != 1) break;
      }
      if (cells.size() < 2) continue;
      reach_at[start] = m_net.cells.size();
      m_net.cells.push_back(std::move(cells));
    }
    m_net.reaches.resize(m_net.cells.size());
    for (std::size_t i = 0; i < m_net.cells.size(); ++i) {
      RiverReach& reach = m_net.reaches[i];
      const auto& cells = m_net.cells[i];
      reach.reach_no = static_cast<int>(i) + 1;
      const auto next = reach_at.find(cells.back());
      if (next != reach_at.end()) reach.downstream_no = static_cast<int>(next->second) + 1;
      reach.line = lineThrough(cells);
      for (std::size_t k = 0; k + 1 < reach.line.size(); ++k) {
        const double dx = reach.line[k + 1].x_m - reach.line[k].x_m;
        const double dy = reach.line[k + 1].y_m - reach.line[k].y_m;
        reach.length_m += std::sqrt(dx * dx + dy * dy);
      }
      reach.from_elevation_m = static_cast<double>(m_ground.elevation_m[cells.front()]);
      reach.to_elevation_m = static_cast<double>(m_ground.elevation_m[cells.back()]);
      const std::size_t last = reach.downstream_no ? cells[cells.size() - 2] : cells.back();
      reach.upstream_km2 = m_ground.upstream_cells[last] * m_ground.cell_m * m_ground.cell_m / 1e6;
    }
    order();
  }

  // Cell middles with corners rounded; each vertex stays in its own cell, so heights along the line still fall.
  std::vector<MapXY> lineThrough(const std::vector<std::uint32_t>& cells) const {
    std::vector<MapXY> raw;
    for (const std::uint32_t cell : cells) raw.push_back(m_ground.centreOf(m_size.columnOf(cell), m_size.rowOf(cell)));
    std::vector<MapXY> line = raw;
    for (std::size_t i = 1; i + 1 < raw.size(); ++i) {
      const double limit = 0.49 * m_ground.cell_m;
      line[i].x_m += std::clamp((raw[i - 1].x_m + raw[i + 1].x_m - 2 * raw[i].x_m) / 4, -limit, limit);
      line[i].y_m += std::clamp((raw[i - 1].y_m + raw[i + 1].y_m - 2 * raw[i].y_m) / 4, -limit, limit);
    }
    return thinned(line, 0.15 * m_ground.cell_m);
  }

  void order() {
    std::vector<std::size_t> by_area(m_net.reaches.size());
    for (std::size_t i = 0; i < by_area.size(); ++i) by_area[i] = i;
    const auto area = [&](std::size_t i) { return m_ground.upstream_cells[m_net.cells[i].front()]; };
    std::sort(by_area.begin(), by_area.end(),
              [&](std::size_t a, std::size_t b) { return area(a) != area(b) ? area(a) < area(b) : a < b; });
    std::vector<int> highest(by_area.size(), 0), count(by_area.size(), 0);
    for (const std::size_t i : by_area) {
      RiverReach& reach = m_net.reaches[i];
      reach.strahler = std::max(1, highest[i] + (count[i] >= 2 ? 1 : 0));
      reach.level = reach.strahler >= 3 ? 3 : 4;
      if (!reach.downstream_no) continue;
      const auto down = static_cast<std::size_t>(*reach.downstream_no - 1);
      if (reach.strahler > highest[down])
        highest[down] = reach.strahler, count[down] = 1;
      else if (reach.strahler == highest[down])
        ++count[down];
    }
  }

  const Ground& m_ground;
  GridSize m_size;
  int m_factor;
  GridSize m_plan_size;
  const std::vector<std::uint8_t>& m_inside;
  std::vector<std::uint32_t> m_candidates;
  RiverNet m_net;
};

double cellDistance(MapXY a, MapXY b) {
  return std::sqrt((a.x_m - b.x_m) * (a.x_m - b.x_m) + (a.y_m - b.y_m) * (a.y_m - b.y_m));
}

// Names reaches along the hand-placed courses.
class Namer {
 public:
  explicit Namer(RiverNet& net) : m_net(net), m_upstream(net.reaches.size()) {
    for (std::size_t i = 0; i < net.reaches.size(); ++i)
      if (net.reaches[i].downstream_no)
        m_upstream[static_cast<std::size_t>(*net.reaches[i].downstream_no - 1)].push_back(i);
  }

  void name(const Facts& facts, std::uint32_t seed) {
    for (const RiverFact& river : facts.rivers) {
      if (river.name.empty()) continue;
      const std::vector<SpotHeight> course = windingCourse(lineOf(river), seed);
      const bool joined = std::any_of(facts.rivers.begin(), facts.rivers.end(), [&](const RiverFact& other) {
        return &other != &river && other.points.back() == river.points.front();
      });
      follow(river, course, joined);
    }
  }

 private:
  // The unnamed reach with the most water within reach of a point, or none.
  std::optional<std::size_t> largestNear(MapXY p, double radius_m) const {
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < m_net.reaches.size(); ++i) {
      const RiverReach& reach = m_net.reaches[i];
      if (!reach.name.empty() || (best && reach.upstream_km2 <= m_net.reaches[*best].upstream_km2)) continue;
      if (std::any_of(reach.line.begin(), reach.line.end(), [&](MapXY v) { return cellDistance(v, p) < radius_m; }))
        best = i;
    }
    return best;
  }

  void follow(const RiverFact& river, const std::vector<SpotHeight>& course, bool joined) {
    std::optional<std::size_t> found;
    // Sources may lie outside the network: try farther and farther down.
    for (const double along : {joined ? 0.02 : 0.15, 0.3, 0.45, 0.6, 0.75}) {
      const MapXY p = course[static_cast<std::size_t>(along * static_cast<double>(course.size() - 1))].at;
      for (const double radius_m : {700.0, 1500.0})
        if (!found) found = largestNear(p, radius_m);
    }
    if (!found) return;
    if (!joined) found = head(*found);
    for (std::optional<std::size_t> at = found; at && m_net.reaches[*at].name.empty();) {
      RiverReach& reach = m_net.reaches[*at];
      reach.name = river.name;
      reach.level = std::min(river.rank, 3);
      at = reach.downstream_no ? std::optional(static_cast<std::size_t>(*reach.downstream_no - 1)) : std::nullopt;
    }
  }

  // Up the largest unnamed branch to the source.
  std::size_t head(std::size_t at) const {
    for (;;) {
      std::optional<std::size_t> next;
      for (const std::size_t up : m_upstream[at])
        if (m_net.reaches[up].name.empty() &&
            (!next || m_net.reaches[up].upstream_km2 > m_net.reaches[*next].upstream_km2))
          next = up;
      if (!next) return at;
      at = *next;
    }
  }

  RiverNet& m_net;
  std::vector<std::vector<std::size_t>> m_upstream;
};

}  // namespace

RiverNet makeRivers(const Relief& relief, const Plan& plan, const std::vector<std::uint8_t>& inside, const Facts& facts,
                    std::size_t wanted, std::uint32_t seed) {
  RiverNet net = Network(relief, plan, inside).build(wanted);
  Namer(net).name(facts, seed);
  return net;
}

}  // namespace gis::demo
