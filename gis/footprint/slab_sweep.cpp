// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/footprint/slab_sweep.h"

#include <algorithm>
#include <cmath>

namespace gis {
namespace {

struct Crossing {
  double low_m, high_m;  // x at the slab's two ends
  const SweepEdge* edge;
};

double xAt(const SweepEdge& edge, double y_m) {
  if (y_m <= edge.y0_m) return edge.x0_m;
  if (y_m >= edge.y1_m) return edge.x1_m;
  return edge.x0_m + (edge.x1_m - edge.x0_m) * ((y_m - edge.y0_m) / (edge.y1_m - edge.y0_m));
}

class Sweep {
 public:
  Sweep(std::int32_t mask, std::span<const SweepRule> rules, std::span<const std::int32_t> owner_class,
        std::span<double> by_class)
      : m_mask(mask), m_rules(rules), m_class(owner_class), m_by_class(by_class), m_count(rules.size()) {}

  void slab(const std::vector<const SweepEdge*>& active, double y0_m, double y1_m) {
    m_row.clear();
    for (const SweepEdge* edge : active) m_row.push_back({xAt(*edge, y0_m), xAt(*edge, y1_m), edge});
    std::ranges::sort(m_row, [](const Crossing& a, const Crossing& b) {
      return a.low_m != b.low_m ? a.low_m < b.low_m : a.high_m < b.high_m;
    });
    // Edges that change places in between: their crossings cut the slab further.
    m_breaks.clear();
    for (std::size_t i = 0; i < m_row.size(); ++i)
      for (std::size_t k = i + 1; k < m_row.size(); ++k) {
        if (m_row[i].high_m <= m_row[k].high_m) continue;
        const double gap_low = m_row[k].low_m - m_row[i].low_m, gap_high = m_row[i].high_m - m_row[k].high_m;
        if (gap_low + gap_high <= 0) continue;
        const double y = y0_m + (y1_m - y0_m) * (gap_low / (gap_low + gap_high));
        if (y > y0_m && y < y1_m) m_breaks.push_back(y);
      }
    if (m_breaks.empty()) return row(y1_m - y0_m);
    std::ranges::sort(m_breaks);
    m_breaks.push_back(y1_m);
    double from = y0_m;
    for (const double to : m_breaks) {
      if (!(to > from)) continue;
      m_row.clear();
      for (const SweepEdge* edge : active) m_row.push_back({xAt(*edge, from), xAt(*edge, to), edge});
      std::ranges::sort(m_row, {}, [](const Crossing& c) { return c.low_m + c.high_m; });
      row(to - from);
      from = to;
    }
  }

 private:
  bool inside(std::size_t owner) const {
    return m_rules[owner] == SweepRule::kUnion ? m_count[owner] > 0 : (m_count[owner] & 1) != 0;
  }

  void row(double height_m) {
    std::ranges::fill(m_count, 0);
    for (std::size_t i = 0; i + 1 < m_row.size(); ++i) {
      const SweepEdge& edge = *m_row[i].edge;
      const auto owner = static_cast<std::size_t>(edge.owner);
      // Going right, an edge that runs down is entered, one that runs up is left, for anticlockwise rings.
      m_count[owner] += m_rules[owner] == SweepRule::kUnion ? -edge.direction : 1;
      const double width = (m_row[i + 1].low_m - m_row[i].low_m + m_row[i + 1].high_m - m_row[i].high_m) / 2;
      if (width <= 0 || (m_mask != kNoMask && !inside(static_cast<std::size_t>(m_mask)))) continue;
      std::int32_t first = -1;
      for (std::size_t o = 0; o < m_count.size(); ++o)
        if (static_cast<std::int32_t>(o) != m_mask && inside(o) && (first < 0 || m_class[o] < first))
          first = m_class[o];
      if (first >= 0) m_by_class[static_cast<std::size_t>(first)] += width * height_m;
    }
  }

  std::int32_t m_mask;
  std::span<const SweepRule> m_rules;
  std::span<const std::int32_t> m_class;
  std::span<double> m_by_class;
  std::vector<int> m_count;
  std::vector<Crossing> m_row;
  std::vector<double> m_breaks;
};

}  // namespace

void sweepAreas(std::vector<SweepEdge>& edges, std::int32_t mask, std::span<const SweepRule> rules,
                std::span<const std::int32_t> owner_class, std::span<double> by_class) {
  if (edges.empty()) return;
  std::ranges::sort(edges, {}, &SweepEdge::y0_m);
  std::vector<double> levels;
  levels.reserve(edges.size() * 2);
  for (const SweepEdge& edge : edges) levels.push_back(edge.y0_m), levels.push_back(edge.y1_m);
  std::ranges::sort(levels);
  levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
  Sweep sweep(mask, rules, owner_class, by_class);
  std::vector<const SweepEdge*> active;
  std::size_t next = 0;
  for (std::size_t i = 0; i + 1 < levels.size(); ++i) {
    std::erase_if(active, [&](const SweepEdge* edge) { return edge->y1_m <= levels[i]; });
    while (next < edges.size() && edges[next].y0_m <= levels[i]) active.push_back(&edges[next++]);
    if (active.size() > 1) sweep.slab(active, levels[i], levels[i + 1]);
  }
}

}  // namespace gis
