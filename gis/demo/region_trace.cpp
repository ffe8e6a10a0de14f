// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/region_trace.h"

#include <algorithm>
#include <cmath>

namespace gis::demo {
namespace {

constexpr std::array<int, 4> kStepColumn = {1, 0, -1, 0};
constexpr std::array<int, 4> kStepRow = {0, -1, 0, 1};
constexpr double kMostShift_ratio = 0.3;  // of a cell
constexpr double kThin_ratio = 0.1;

double cross(MapXY o, MapXY a, MapXY b) {
  return (a.x_m - o.x_m) * (b.y_m - o.y_m) - (a.y_m - o.y_m) * (b.x_m - o.x_m);
}

double distanceToSegment(MapXY p, MapXY a, MapXY b) {
  const double dx = b.x_m - a.x_m;
  const double dy = b.y_m - a.y_m;
  const double length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? ((p.x_m - a.x_m) * dx + (p.y_m - a.y_m) * dy) / length2 : 0;
  t = std::clamp(t, 0.0, 1.0);
  const double ex = p.x_m - a.x_m - t * dx;
  const double ey = p.y_m - a.y_m - t * dy;
  return std::sqrt(ex * ex + ey * ey);
}

bool same(MapXY a, MapXY b) { return a.x_m == b.x_m && a.y_m == b.y_m; }

// Segments that meet anywhere but at a common end.
bool collide(MapXY a, MapXY b, MapXY c, MapXY d) {
  const bool ac = same(a, c);
  const bool ad = same(a, d);
  const bool bc = same(b, c);
  const bool bd = same(b, d);
  if ((ac && bd) || (ad && bc)) return true;
  if (ac || ad || bc || bd) {
    // One common end: they collide when they leave it in the same direction.
    const MapXY o = ac || ad ? a : b;
    const MapXY p = ac || ad ? b : a;
    const MapXY q = ac || bc ? d : c;
    if (cross(o, p, q) != 0) return false;
    return (p.x_m - o.x_m) * (q.x_m - o.x_m) + (p.y_m - o.y_m) * (q.y_m - o.y_m) > 0;
  }
  const double d1 = cross(a, b, c);
  const double d2 = cross(a, b, d);
  const double d3 = cross(c, d, a);
  const double d4 = cross(c, d, b);
  if (d1 == 0 && d2 == 0) {
    return std::max(std::min(a.x_m, b.x_m), std::min(c.x_m, d.x_m)) <=
               std::min(std::max(a.x_m, b.x_m), std::max(c.x_m, d.x_m)) &&
           std::max(std::min(a.y_m, b.y_m), std::min(c.y_m, d.y_m)) <=
               std::min(std::max(a.y_m, b.y_m), std::max(c.y_m, d.y_m));
  }
  return ((d1 <= 0) != (d2 < 0) || d1 == 0 || d2 == 0) && (d1 <= 0 || d2 <= 0) && (d1 >= 0 || d2 >= 0) &&
         (d3 <= 0 || d4 <= 0) && (d3 >= 0 || d4 >= 0);
}

}  // namespace

double ringArea_m2(const Ring& ring) {
  double twice = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) twice += cross(ring.front(), ring[i], ring[i + 1]);
  return twice / 2;
}

double ringsArea_km2(const std::vector<Ring>& rings) {
  double sum = 0;
  for (const Ring& ring : rings) sum += ringArea_m2(ring);
  return sum / 1e6;
}

bool ringsContain(const std::vector<Ring>& rings, MapXY p) {
  bool inside = false;
  for (const Ring& ring : rings)
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      const MapXY a = ring[i];
      const MapXY b = ring[i + 1];
      if ((a.y_m > p.y_m) == (b.y_m > p.y_m)) continue;
      if (p.x_m < a.x_m + (p.y_m - a.y_m) / (b.y_m - a.y_m) * (b.x_m - a.x_m)) inside = !inside;
    }
  return inside;
}

std::vector<MapXY> thinned(const std::vector<MapXY>& line, double tolerance_m) {
  if (line.size() < 3) return line;
  std::vector<char> keep(line.size(), 0);
  keep.front() = keep.back() = 1;
  std::vector<std::pair<std::size_t, std::size_t>> spans = {{0, line.size() - 1}};
  if (same(line.front(), line.back())) {
    // A closed line: hold the farthest point too, or it would shrink to nothing.
    std::size_t far = 0;
    double most = -1;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const double d = distanceToSegment(line[i], line.front(), line.front());
      if (d > most) most = d, far = i;
    }
    keep[far] = 1;
    spans = {{0, far}, {far, line.size() - 1}};
  }
  while (!spans.empty()) {
    const auto [from, to] = spans.back();
    spans.pop_back();
    double most = tolerance_m;
    std::size_t far = 0;
    for (std::size_t i = from + 1; i < to; ++i) {
      const double d = distanceToSegment(line[i], line[from], line[to]);
      if (d > most) most = d, far = i;
    }
    if (far == 0) continue;
    keep[far] = 1;
    spans.emplace_back(from, far);
    spans.emplace_back(far, to);
  }
  std::vector<MapXY> thin;
  for (std::size_t i = 0; i < line.size(); ++i)
    if (keep[i]) thin.push_back(line[i]);
  return thin;
}

RegionTrace::RegionTrace(const LabelRaster& raster) : m_cell_m(raster.cell_m), m_top_left(raster.top_left) {
  trace(raster);
  smooth();
  while (undoCrossings()) {
  }
}

void RegionTrace::trace(const LabelRaster& raster) {
  const int columns = raster.size.columns;
  const int rows = raster.size.rows;
  const auto label = [&](int column, int row) -> std::uint32_t {
    return raster.size.contains(column, row) ? raster.label[raster.size.at(column, row)] : 0;
  };
  const terrain::GridSize corners = {columns + 1, rows + 1};
  // Cells left and right of the unit edge that leaves corner (c, r) in a direction.
  const auto sides = [&](int c, int r, int step) -> std::pair<std::uint32_t, std::uint32_t> {
    switch (step) {
      case 0:
        return {label(c, r - 1), label(c, r)};
      case 1:
        return {label(c - 1, r - 1), label(c, r - 1)};
      case 2:
        return {label(c - 1, r), label(c - 1, r - 1)};
      default:
        return {label(c, r), label(c - 1, r)};
    }
  };
  // Bits 0..3: a border leaves the corner in that direction; bits 4..7: already traced.
  std::vector<std::uint8_t> edges(corners.count(), 0);
  std::vector<std::uint32_t> used;
  for (int r = 0; r <= rows; ++r)
    for (int c = 0; c <= columns; ++c) {
      const std::uint32_t nw = label(c - 1, r - 1);
      const std::uint32_t ne = label(c, r - 1);
      const std::uint32_t sw = label(c - 1, r);
      const std::uint32_t se = label(c, r);
      if (nw == ne && nw == sw && nw == se) continue;
      const int bits = (ne != se ? 1 : 0) | (nw != ne ? 2 : 0) | (nw != sw ? 4 : 0) | (sw != se ? 8 : 0);
      edges[corners.at(c, r)] = static_cast<std::uint8_t>(bits);
      used.push_back(static_cast<std::uint32_t>(corners.at(c, r)));
    }
  const auto degree = [&](std::size_t corner) {
    const int e = edges[corner] & 15;
    return (e & 1) + (e >> 1 & 1) + (e >> 2 & 1) + (e >> 3 & 1);
  };
  const auto place = [&](double c, double r) -> MapXY {
    return {m_top_left.x_m + c * m_cell_m, m_top_left.y_m - r * m_cell_m};
  };
  const auto follow = [&](std::size_t start, int first) {
    Arc arc;
    int c = corners.columnOf(start);
    int r = corners.rowOf(start);
    std::tie(arc.left, arc.right) = sides(c, r, first);
    arc.from = static_cast<std::uint32_t>(start);
    arc.first_step = first;
    const bool loop = degree(start) == 2;
    if (!loop) arc.raw.push_back(place(c, r));
    for (int step = first;;) {
      const std::size_t corner = corners.at(c, r);
      edges[corner] = static_cast<std::uint8_t>(edges[corner] | (16 << step));
      arc.raw.push_back(place(c + 0.5 * kStepColumn[static_cast<std::size_t>(step)],
                              r + 0.5 * kStepRow[static_cast<std::size_t>(step)]));
      c += kStepColumn[static_cast<std::size_t>(step)];
      r += kStepRow[static_cast<std::size_t>(step)];
      const std::size_t next = corners.at(c, r);
      const int back = (step + 2) % 4;
      edges[next] = static_cast<std::uint8_t>(edges[next] | (16 << back));
      if (next == start || degree(next) != 2) {
        arc.to = static_cast<std::uint32_t>(next);
        arc.last_step = step;
        if (loop)
          arc.raw.push_back(arc.raw.front());
        else
          arc.raw.push_back(place(c, r));
        break;
      }
      for (int s = 0; s < 4; ++s)
        if (s != back && (edges[next] >> s & 1) != 0) {
          step = s;
          break;
        }
    }
    m_arcs.push_back(std::move(arc));
  };
  for (const bool loops : {false, true})
    for (const std::uint32_t corner : used)
      for (int step = 0; step < 4; ++step)
        if ((degree(corner) == 2) == loops && (edges[corner] >> step & 1) != 0 &&
            (edges[corner] >> (4 + step) & 1) == 0)
          follow(corner, step);
}

void RegionTrace::smooth() {
  for (Arc& arc : m_arcs) {
    std::vector<MapXY> line = arc.raw;
    const std::size_t n = line.size();
    const bool loop = same(line.front(), line.back());
    for (int pass = 0; pass < 3 && n > 3; ++pass) {
      const std::vector<MapXY> old = line;
      const auto at = [&](std::size_t i) { return old[i]; };
      const auto move = [&](std::size_t i, MapXY before, MapXY after) {
        const double limit = kMostShift_ratio * m_cell_m;
        const double x = (before.x_m + 2 * at(i).x_m + after.x_m) / 4;
        const double y = (before.y_m + 2 * at(i).y_m + after.y_m) / 4;
        line[i] = {std::clamp(x, arc.raw[i].x_m - limit, arc.raw[i].x_m + limit),
                   std::clamp(y, arc.raw[i].y_m - limit, arc.raw[i].y_m + limit)};
      };
      for (std::size_t i = 1; i + 1 < n; ++i) move(i, at(i - 1), at(i + 1));
      if (loop) {
        move(0, at(n - 2), at(1));
        line.back() = line.front();
      }
    }
    arc.line = thinned(line, kThin_ratio * m_cell_m);
    if (loop && arc.line.size() < 5) arc.line = arc.raw;
  }
}

// Arcs whose smoothed lines touch others go back to their raw course through the middles of cell edges, which never
// touch. True when something changed.
bool RegionTrace::undoCrossings() {
  struct Piece {
    std::uint64_t bin;
    std::uint32_t arc;
    std::uint32_t index;
  };
  std::vector<Piece> pieces;
  const double bin_m = 2 * m_cell_m;
  const auto bin = [&](double v) { return static_cast<std::int64_t>(std::floor(v / bin_m)); };
  for (std::uint32_t a = 0; a < m_arcs.size(); ++a)
    for (std::uint32_t i = 0; i + 1 < m_arcs[a].line.size(); ++i) {
      const MapXY p = m_arcs[a].line[i];
      const MapXY q = m_arcs[a].line[i + 1];
      for (std::int64_t y = bin(std::min(p.y_m, q.y_m)); y <= bin(std::max(p.y_m, q.y_m)); ++y)
        for (std::int64_t x = bin(std::min(p.x_m, q.x_m)); x <= bin(std::max(p.x_m, q.x_m)); ++x)
          pieces.push_back({static_cast<std::uint64_t>(y) << 32 | static_cast<std::uint32_t>(x), a, i});
    }
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return std::tie(a.bin, a.arc, a.index) < std::tie(b.bin, b.arc, b.index);
  });
  std::vector<char> bad(m_arcs.size(), 0);
  for (std::size_t first = 0; first < pieces.size();) {
    std::size_t end = first;
    while (end < pieces.size() && pieces[end].bin == pieces[first].bin) ++end;
    for (std::size_t i = first; i < end; ++i)
      for (std::size_t k = i + 1; k < end; ++k) {
        const auto& p = m_arcs[pieces[i].arc].line;
        const auto& q = m_arcs[pieces[k].arc].line;
        if (collide(p[pieces[i].index], p[pieces[i].index + 1], q[pieces[k].index], q[pieces[k].index + 1]))
          bad[pieces[i].arc] = bad[pieces[k].arc] = 1;
      }
    first = end;
  }
  bool changed = false;
  for (std::size_t a = 0; a < m_arcs.size(); ++a) {
    if (!bad[a] || m_arcs[a].line.size() == m_arcs[a].raw.size()) continue;
    m_arcs[a].line = m_arcs[a].raw;
    changed = true;
  }
  return changed;
}

std::vector<std::vector<Ring>> RegionTrace::rings(std::span<const std::uint32_t> group_of_label,
                                                  std::uint32_t group_count) const {
  struct Side {
    std::uint32_t group;
    std::uint32_t from;
    std::uint32_t arc;
    bool forward;
    bool taken;
  };
  std::vector<Side> sides;
  for (std::uint32_t a = 0; a < m_arcs.size(); ++a) {
    const std::uint32_t left = group_of_label[m_arcs[a].left];
    const std::uint32_t right = group_of_label[m_arcs[a].right];
    if (left == right) continue;
    if (left != 0) sides.push_back({left, m_arcs[a].from, a, true, false});
    if (right != 0) sides.push_back({right, m_arcs[a].to, a, false, false});
  }
  std::sort(sides.begin(), sides.end(), [](const Side& a, const Side& b) {
    return std::tie(a.group, a.from, a.arc, b.forward) < std::tie(b.group, b.from, b.arc, a.forward);
  });
  std::vector<std::vector<Ring>> out(group_count);
  std::vector<std::vector<Ring>> holes(group_count);
  for (Side& start : sides) {
    if (start.taken) continue;
    Ring ring;
    for (Side* side = &start; side != nullptr && !side->taken;) {
      side->taken = true;
      const Arc& arc = m_arcs[side->arc];
      if (side->forward)
        ring.insert(ring.end(), arc.line.begin() + (ring.empty() ? 0 : 1), arc.line.end());
      else
        ring.insert(ring.end(), arc.line.rbegin() + (ring.empty() ? 0 : 1), arc.line.rend());
      const std::uint32_t node = side->forward ? arc.to : arc.from;
      const int heading = side->forward ? arc.last_step : (arc.first_step + 2) % 4;
      // Of the sides that leave here, the one that turns most to the left keeps touching pieces apart.
      Side* next = nullptr;
      int best = 9;
      const Side key = {side->group, node, 0, true, false};
      auto it = std::lower_bound(sides.begin(), sides.end(), key, [](const Side& a, const Side& b) {
        return std::tie(a.group, a.from) < std::tie(b.group, b.from);
      });
      for (; it != sides.end() && it->group == side->group && it->from == node; ++it) {
        const Arc& other = m_arcs[it->arc];
        const int leaving = it->forward ? other.first_step : (other.last_step + 2) % 4;
        const int turn = (heading + 1 - leaving + 8) % 4;  // 0 left, 1 straight, 2 right
        if (turn < best && (!it->taken || &*it == &start)) best = turn, next = &*it;
      }
      side = next;
    }
    (ringArea_m2(ring) > 0 ? out : holes)[start.group - 1].push_back(std::move(ring));
  }
  for (std::size_t g = 0; g < out.size(); ++g)
    for (Ring& hole : holes[g]) out[g].push_back(std::move(hole));
  return out;
}

}  // namespace gis::demo
