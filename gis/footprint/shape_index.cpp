// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/footprint/shape_index.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "gis/footprint/plane.h"

namespace gis {
namespace {

constexpr std::size_t kRowFromEdges = 4;  // edges a row, about
constexpr int kMostRows = 8192;
constexpr std::size_t kGridFromEdges = 128;  // fewer are asked one by one
constexpr int kMostCells = 384;              // on a side
constexpr double kCellsOfReach = 3;          // cells in a reach
constexpr int kArcSteps = 128;               // corners of a circle that stands for a reach
constexpr std::size_t kMostCheckedEdges = 4096;
constexpr int kSamples = 8;  // on a side of a border cell, for the area of a long reach

MapBox boxOf(MapXY a, MapXY b) {
  MapBox box;
  box.add(a), box.add(b);
  return box;
}

}  // namespace

ShapeIndex ShapeIndex::area(std::span<const std::vector<MapXY>> rings) {
  ShapeIndex shape;
  for (const auto& ring : rings) {
    if (ring.empty()) continue;
    shape.m_witnesses.push_back(ring.front());
    for (std::size_t i = 0; i < ring.size(); ++i) shape.m_box.add(ring[i]);
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
      if (ring[i] == ring[i + 1]) continue;
      const bool up = ring[i].y_m <= ring[i + 1].y_m;
      shape.m_edges.push_back(up ? Edge{ring[i], ring[i + 1], 1} : Edge{ring[i + 1], ring[i], -1});
    }
  }
  shape.indexRows();
  shape.markAreaCells();
  if (shape.isLarge()) shape.addUpRings(rings);
  return shape;
}

bool ShapeIndex::isLarge() const { return m_edges.size() > kMostCheckedEdges; }

void ShapeIndex::addUpRings(std::span<const std::vector<MapXY>> rings) {
  struct Ring {
    MapBox box;
    double area_m2 = 0;
  };
  std::vector<Ring> known(rings.size());
  for (std::size_t i = 0; i < rings.size(); ++i) {
    for (const MapXY p : rings[i]) known[i].box.add(p);
    for (std::size_t k = 0; k + 1 < rings[i].size(); ++k)
      known[i].area_m2 += turn(m_box.centre(), rings[i][k], rings[i][k + 1]) / 2;
  }
  for (std::size_t i = 0; i < rings.size(); ++i) {
    if (rings[i].empty()) continue;
    const MapXY p = rings[i].front();
    bool hole = false;
    for (std::size_t k = 0; k < rings.size(); ++k) {
      if (k == i || !known[k].box.contains(p)) continue;
      for (std::size_t v = 0; v + 1 < rings[k].size(); ++v) {
        const MapXY a = rings[k][v], b = rings[k][v + 1];
        if ((a.y_m <= p.y_m) != (b.y_m <= p.y_m) && (turn(a, b, p) > 0) == (b.y_m > a.y_m)) hole = !hole;
      }
    }
    m_large_area_m2 += (hole ? -1 : 1) * std::abs(known[i].area_m2);
  }
}

ShapeIndex ShapeIndex::reach(std::vector<Segment> segments) {
  ShapeIndex shape;
  shape.m_is_reach = true;
  shape.m_segments = std::move(segments);
  for (const Segment& s : shape.m_segments) {
    shape.m_box.add(boxOf(s.a, s.b).grown(s.reach_m));
    shape.m_witnesses.push_back(s.a);
  }
  shape.markReachCells();
  return shape;
}

int ShapeIndex::rowOf(double y_m) const {
  const int rows = static_cast<int>(m_row_start.size()) - 1;
  return std::clamp(static_cast<int>((y_m - m_box.min_y_m) / m_row_m), 0, rows - 1);
}

void ShapeIndex::indexRows() {
  const int rows = std::clamp(static_cast<int>(m_edges.size() / kRowFromEdges), 1, kMostRows);
  m_row_m = std::max(m_box.height_m() / rows, 1e-9);
  m_row_start.assign(static_cast<std::size_t>(rows) + 1, 0);
  for (const Edge& edge : m_edges)
    for (int row = rowOf(edge.a.y_m); row <= rowOf(edge.b.y_m); ++row) ++m_row_start[static_cast<std::size_t>(row) + 1];
  for (std::size_t row = 0; row + 1 < m_row_start.size(); ++row) m_row_start[row + 1] += m_row_start[row];
  m_row_edges.resize(m_row_start.back());
  std::vector<std::uint32_t> next(m_row_start.begin(), m_row_start.end() - 1);
  for (std::uint32_t i = 0; i < m_edges.size(); ++i)
    for (int row = rowOf(m_edges[i].a.y_m); row <= rowOf(m_edges[i].b.y_m); ++row)
      m_row_edges[next[static_cast<std::size_t>(row)]++] = i;
}

// Edges that reach into a height, at least once each.
template <class Visit>
void ShapeIndex::visitEdges(double min_y_m, double max_y_m, Visit&& visit) const {
  const int first = rowOf(min_y_m), last = rowOf(max_y_m);
  for (int row = first; row <= last; ++row)
    for (std::uint32_t k = m_row_start[static_cast<std::size_t>(row)];
         k < m_row_start[static_cast<std::size_t>(row) + 1]; ++k) {
      const Edge& edge = m_edges[m_row_edges[k]];
      // Each edge once: in the first row that it shares with the height.
      if (std::max(rowOf(edge.a.y_m), first) == row && !visit(edge)) return;
    }
}

bool ShapeIndex::castRay(MapXY p) const {
  bool in = false;
  const auto row = static_cast<std::size_t>(rowOf(p.y_m));
  for (std::uint32_t k = m_row_start[row]; k < m_row_start[row + 1]; ++k) {
    const Edge& edge = m_edges[m_row_edges[k]];
    if (edge.a.y_m <= p.y_m && p.y_m < edge.b.y_m) {
      const double side =
          (edge.b.x_m - edge.a.x_m) * (p.y_m - edge.a.y_m) - (p.x_m - edge.a.x_m) * (edge.b.y_m - edge.a.y_m);
      if (side > 0) in = !in;
    }
  }
  return in;
}

std::array<int, 4> ShapeIndex::cellsOf(const MapBox& box) const {
  const auto at = [](double from, double cell, int count) {
    return std::clamp(static_cast<int>(std::floor(from / cell)), 0, count - 1);
  };
  return {at(box.min_x_m - m_box.min_x_m, m_grid.cell_x_m, m_grid.columns),
          at(box.min_y_m - m_box.min_y_m, m_grid.cell_y_m, m_grid.rows),
          at(box.max_x_m - m_box.min_x_m, m_grid.cell_x_m, m_grid.columns),
          at(box.max_y_m - m_box.min_y_m, m_grid.cell_y_m, m_grid.rows)};
}

void ShapeIndex::markAreaCells() {
  if (m_edges.size() < kGridFromEdges) return;
  const int side = std::clamp(static_cast<int>(std::sqrt(static_cast<double>(m_edges.size())) * 1.5), 8, kMostCells);
  m_grid = {side, side, std::max(m_box.width_m() / side, 1e-9), std::max(m_box.height_m() / side, 1e-9), {}};
  m_grid.cells.assign(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), kOut);
  const auto cell = [&](int x, int y) -> Cell& {
    return m_grid.cells[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) + static_cast<std::size_t>(x)];
  };
  for (const Edge& edge : m_edges) {
    const auto [x0, y0, x1, y1] = cellsOf(boxOf(edge.a, edge.b).grown(1e-6));
    for (int y = y0; y <= y1; ++y) {
      // The part of the edge within this row of cells.
      const double low = m_box.min_y_m + y * m_grid.cell_y_m - 1e-6, high = low + m_grid.cell_y_m + 2e-6;
      MapXY a = edge.a, b = edge.b;
      const double rise = b.y_m - a.y_m;
      const auto at = [&](double level) {
        return edge.a.x_m + (edge.b.x_m - edge.a.x_m) * ((level - edge.a.y_m) / rise);
      };
      if (rise > 0 && a.y_m < low) a = {at(low), low};
      if (rise > 0 && b.y_m > high) b = {at(high), high};
      const auto span = cellsOf(boxOf(a, b).grown(1e-6));
      for (int x = std::max(x0, span[0]); x <= std::min(x1, span[2]); ++x) cell(x, y) = kBorder;
    }
  }
  for (int y = 0; y < side; ++y) {
    bool known = false, in = false;
    for (int x = 0; x < side; ++x) {
      if (cell(x, y) == kBorder) {
        known = false;
        continue;
      }
      if (!known)
        in = castRay({m_box.min_x_m + (x + 0.5) * m_grid.cell_x_m, m_box.min_y_m + (y + 0.5) * m_grid.cell_y_m});
      known = true;
      cell(x, y) = in ? kIn : kOut;
    }
  }
}

void ShapeIndex::markReachCells() {
  double least = m_segments.empty() ? 1 : m_segments.front().reach_m;
  for (const Segment& s : m_segments) least = std::min(least, s.reach_m);
  const double extent = std::max(m_box.width_m(), m_box.height_m());
  const double wanted =
      m_segments.size() == 1 && m_segments[0].a == m_segments[0].b ? extent / 48 : least / kCellsOfReach;
  const double size = std::max(wanted, extent / 1024);
  m_grid.columns = std::max(1, static_cast<int>(std::ceil(m_box.width_m() / size)));
  m_grid.rows = std::max(1, static_cast<int>(std::ceil(m_box.height_m() / size)));
  m_grid.cell_x_m = m_grid.cell_y_m = size;
  const std::size_t count = static_cast<std::size_t>(m_grid.columns) * static_cast<std::size_t>(m_grid.rows);
  m_grid.cells.assign(count, kOut);
  const double half_diagonal = size * std::numbers::sqrt2 / 2 + 1e-6;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> near;  // cell, segment
  for (std::uint32_t i = 0; i < m_segments.size(); ++i) {
    const Segment& s = m_segments[i];
    const auto [x0, y0, x1, y1] = cellsOf(boxOf(s.a, s.b).grown(s.reach_m));
    for (int y = y0; y <= y1; ++y)
      for (int x = x0; x <= x1; ++x) {
        const auto at = static_cast<std::uint32_t>(y * m_grid.columns + x);
        if (m_grid.cells[at] == kIn) continue;
        const double distance =
            distanceToSegment({m_box.min_x_m + (x + 0.5) * size, m_box.min_y_m + (y + 0.5) * size}, s.a, s.b);
        if (distance + half_diagonal <= s.reach_m) {
          m_grid.cells[at] = kIn;
        } else if (distance - half_diagonal <= s.reach_m) {
          m_grid.cells[at] = kBorder;
          near.emplace_back(at, i);
        }
      }
  }
  std::erase_if(near, [&](const auto& pair) { return m_grid.cells[pair.first] == kIn; });
  m_cell_start.assign(count + 1, 0);
  for (const auto& pair : near) ++m_cell_start[pair.first + 1];
  for (std::size_t i = 0; i < count; ++i) m_cell_start[i + 1] += m_cell_start[i];
  m_cell_segments.resize(near.size());
  std::vector<std::uint32_t> next(m_cell_start.begin(), m_cell_start.end() - 1);
  for (const auto& [at, segment] : near) m_cell_segments[next[at]++] = segment;
}

// Segments whose border may lie in a box, once each; stops when `visit` says false.
template <class Visit>
void ShapeIndex::visitSegments(const MapBox& box, Visit&& visit) const {
  const auto [x0, y0, x1, y1] = cellsOf(box);
  if (x0 == x1 && y0 == y1) {
    const auto at = static_cast<std::size_t>(y0 * m_grid.columns + x0);
    for (std::uint32_t k = m_cell_start[at]; k < m_cell_start[at + 1]; ++k)
      if (!visit(m_segments[m_cell_segments[k]])) return;
    return;
  }
  std::vector<std::uint32_t> found;
  for (int y = y0; y <= y1; ++y)
    for (int x = x0; x <= x1; ++x) {
      const auto at = static_cast<std::size_t>(y * m_grid.columns + x);
      found.insert(found.end(), m_cell_segments.begin() + m_cell_start[at],
                   m_cell_segments.begin() + m_cell_start[at + 1]);
    }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
  for (const std::uint32_t i : found)
    if (!visit(m_segments[i])) return;
}

bool ShapeIndex::contains(MapXY p) const {
  if (!m_box.contains(p)) return false;
  if (m_grid.columns > 0) {
    const auto at = cellsOf({p.x_m, p.y_m, p.x_m, p.y_m});
    const auto index = static_cast<std::size_t>(at[1] * m_grid.columns + at[0]);
    if (m_grid.cells[index] != kBorder) return m_grid.cells[index] == kIn;
    if (m_is_reach) {
      for (std::uint32_t k = m_cell_start[index]; k < m_cell_start[index + 1]; ++k) {
        const Segment& s = m_segments[m_cell_segments[k]];
        if (distanceToSegment(p, s.a, s.b) <= s.reach_m) return true;
      }
      return false;
    }
  }
  return castRay(p);
}

BoxRelation ShapeIndex::relation(const MapBox& box) const {
  if (!m_box.intersects(box)) return BoxRelation::kOutside;
  const bool within = box.min_x_m >= m_box.min_x_m && box.max_x_m <= m_box.max_x_m && box.min_y_m >= m_box.min_y_m &&
                      box.max_y_m <= m_box.max_y_m;
  if (m_grid.columns > 0) {
    const auto [x0, y0, x1, y1] = cellsOf(box);
    bool in = false, out = !within, border = false;
    for (int y = y0; y <= y1 && !(in && out); ++y)
      for (int x = x0; x <= x1; ++x) {
        const Cell cell = m_grid.cells[static_cast<std::size_t>(y * m_grid.columns + x)];
        in |= cell == kIn, out |= cell == kOut, border |= cell == kBorder;
      }
    if (in && out) return BoxRelation::kMixed;
    if (!border) return in ? BoxRelation::kInside : BoxRelation::kOutside;
    if (!within || (x1 - x0 + 1) * (y1 - y0 + 1) > 16) return BoxRelation::kMixed;
  } else if (!within && m_edges.size() > kGridFromEdges) {
    return BoxRelation::kMixed;
  }
  const MapXY corners[4] = {
      {box.min_x_m, box.min_y_m}, {box.max_x_m, box.min_y_m}, {box.max_x_m, box.max_y_m}, {box.min_x_m, box.max_y_m}};
  if (m_is_reach) {
    bool near = false, inside = false, in_cell = false;
    const auto [x0, y0, x1, y1] = cellsOf(box);
    for (int y = y0; y <= y1; ++y)
      for (int x = x0; x <= x1; ++x) in_cell |= m_grid.cells[static_cast<std::size_t>(y * m_grid.columns + x)] == kIn;
    visitSegments(box, [&](const Segment& s) {
      inside = std::ranges::all_of(corners, [&](MapXY p) { return distanceToSegment(p, s.a, s.b) <= s.reach_m; });
      near |= distanceToBox(box, s.a, s.b) <= s.reach_m;
      return !inside;
    });
    return inside ? BoxRelation::kInside : near || in_cell ? BoxRelation::kMixed : BoxRelation::kOutside;
  }
  bool crossed = false;
  visitEdges(box.min_y_m, box.max_y_m, [&](const Edge& edge) {
    crossed = segmentMeetsBox(edge.a, edge.b, box);
    return !crossed;
  });
  if (crossed) return BoxRelation::kMixed;
  return castRay(corners[0]) ? BoxRelation::kInside : BoxRelation::kOutside;
}

bool ShapeIndex::touches(MapXY a, MapXY b) const {
  if (contains(a) || (!(a == b) && contains(b))) return true;
  const MapBox box = boxOf(a, b);
  if (!m_box.intersects(box)) return false;
  bool met = false;
  if (m_is_reach) {
    const auto [x0, y0, x1, y1] = cellsOf(box);
    // A long segment may pass through a cell that lies inside as a whole.
    for (int y = y0; y <= y1; ++y)
      for (int x = x0; x <= x1; ++x)
        if (m_grid.cells[static_cast<std::size_t>(y * m_grid.columns + x)] == kIn) {
          const MapBox cell{m_box.min_x_m + x * m_grid.cell_x_m, m_box.min_y_m + y * m_grid.cell_y_m,
                            m_box.min_x_m + (x + 1) * m_grid.cell_x_m, m_box.min_y_m + (y + 1) * m_grid.cell_y_m};
          if (segmentMeetsBox(a, b, cell)) return true;
        }
    visitSegments(box, [&](const Segment& s) {
      met = distanceBetweenSegments(a, b, s.a, s.b) <= s.reach_m;
      return !met;
    });
    return met;
  }
  visitEdges(box.min_y_m, box.max_y_m, [&](const Edge& edge) {
    met = segmentsMeet(a, b, edge.a, edge.b);
    return !met;
  });
  return met;
}

void ShapeIndex::cuts(MapXY a, MapXY b, std::vector<double>& at_ratio) const {
  const MapBox box = boxOf(a, b);
  if (!m_box.intersects(box)) return;
  if (m_is_reach) {
    visitSegments(box, [&](const Segment& s) {
      if (const auto span = insideReach(a, b, s.a, s.b, s.reach_m))
        at_ratio.push_back(span->first), at_ratio.push_back(span->second);
      return true;
    });
    return;
  }
  visitEdges(box.min_y_m, box.max_y_m, [&](const Edge& edge) {
    if (const auto at = crossingRatio(a, b, edge.a, edge.b)) at_ratio.push_back(*at);
    return true;
  });
}

namespace {

void addClipped(const MapBox& box, MapXY a, MapXY b, std::int32_t owner, std::int8_t direction,
                std::vector<SweepEdge>& to) {
  if (std::min(a.x_m, b.x_m) >= box.max_x_m) return;
  const double y0 = std::max(a.y_m, box.min_y_m), y1 = std::min(b.y_m, box.max_y_m);
  if (!(y0 < y1)) return;
  const auto at = [&](double y) {
    return y == a.y_m ? a.x_m : y == b.y_m ? b.x_m : a.x_m + (b.x_m - a.x_m) * ((y - a.y_m) / (b.y_m - a.y_m));
  };
  double x0 = at(y0), x1 = at(y1);
  if (std::max(x0, x1) <= box.min_x_m) x0 = x1 = box.min_x_m;
  to.push_back({x0, y0, x1, y1, owner, direction});
}

}  // namespace

void ShapeIndex::edges(const MapBox& box, std::int32_t owner, std::vector<SweepEdge>& to) const {
  if (!m_is_reach) {
    visitEdges(box.min_y_m, box.max_y_m, [&](const Edge& edge) {
      addClipped(box, edge.a, edge.b, owner, edge.direction, to);
      return true;
    });
    return;
  }
  const auto add = [&](MapXY a, MapXY b) {
    if (a.y_m < b.y_m) addClipped(box, a, b, owner, 1, to);
    if (b.y_m < a.y_m) addClipped(box, b, a, owner, -1, to);
  };
  // Cells inside as a whole know no segments: they stand for themselves.
  const auto [x0, y0, x1, y1] = cellsOf(box);
  for (int y = y0; y <= y1; ++y)
    for (int x = x0; x <= x1; ++x) {
      if (m_grid.cells[static_cast<std::size_t>(y * m_grid.columns + x)] != kIn) continue;
      const double left = m_box.min_x_m + x * m_grid.cell_x_m, low = m_box.min_y_m + y * m_grid.cell_y_m;
      const double right = left + m_grid.cell_x_m, high = low + m_grid.cell_y_m;
      add({right, low}, {right, high});
      add({left, high}, {left, low});
    }
  visitSegments(box, [&](const Segment& s) {
    if (distanceToBox(box, s.a, s.b) > s.reach_m) return true;
    const double along = std::atan2(s.b.y_m - s.a.y_m, s.b.x_m - s.a.x_m);
    const double step = 2 * std::numbers::pi / kArcSteps;
    const auto corner = [&](MapXY centre, double angle) {
      return MapXY{centre.x_m + s.reach_m * std::cos(angle), centre.y_m + s.reach_m * std::sin(angle)};
    };
    // Anticlockwise: half a circle about b, then half a one about a.
    const MapXY first = corner(s.b, along - std::numbers::pi / 2);
    MapXY last = first;
    for (int i = 1; i < kArcSteps + 2; ++i) {
      const bool about_b = i <= kArcSteps / 2;
      const int k = about_b ? i : i - 1;
      const MapXY next = corner(about_b ? s.b : s.a, along - std::numbers::pi / 2 + k * step);
      add(last, next);
      last = next;
    }
    add(last, first);
    return true;
  });
}

double ShapeIndex::areaM2() const {
  if (isLarge()) return m_large_area_m2;
  if (!m_is_reach) {
    std::vector<SweepEdge> all;
    edges(m_box.grown(1), 0, all);
    const SweepRule rules[] = {SweepRule::kEvenOdd};
    const std::int32_t classes[] = {0};
    double area[] = {0};
    sweepAreas(all, kNoMask, rules, classes, area);
    return area[0];
  }
  if (m_segments.size() == 1) {
    const Segment& s = m_segments.front();
    return std::numbers::pi * s.reach_m * s.reach_m + 2 * s.reach_m * std::hypot(s.b.x_m - s.a.x_m, s.b.y_m - s.a.y_m);
  }
  const double cell_m2 = m_grid.cell_x_m * m_grid.cell_y_m;
  double area = 0;
  for (int y = 0; y < m_grid.rows; ++y)
    for (int x = 0; x < m_grid.columns; ++x) {
      const Cell cell = m_grid.cells[static_cast<std::size_t>(y * m_grid.columns + x)];
      if (cell == kIn) area += cell_m2;
      if (cell != kBorder) continue;
      int in = 0;
      for (int i = 0; i < kSamples * kSamples; ++i)
        in += contains({m_box.min_x_m + (x + (i % kSamples + 0.5) / kSamples) * m_grid.cell_x_m,
                        m_box.min_y_m + (y + (i / kSamples + 0.5) / kSamples) * m_grid.cell_y_m});
      area += cell_m2 * in / (kSamples * kSamples);
    }
  return area;
}

double ShapeIndex::distanceM(MapXY p) const {
  if (contains(p)) return 0;
  double nearest = INFINITY;
  for (const Segment& s : m_segments) nearest = std::min(nearest, distanceToSegment(p, s.a, s.b) - s.reach_m);
  for (const Edge& edge : m_edges) nearest = std::min(nearest, distanceToSegment(p, edge.a, edge.b));
  return std::max(0.0, nearest);
}

bool ShapeIndex::crossesItself() const {
  if (m_is_reach || m_edges.size() > kMostCheckedEdges) return false;
  for (const Edge& edge : m_edges) {
    bool crossed = false;
    visitEdges(edge.a.y_m, edge.b.y_m, [&](const Edge& other) {
      crossed = &other != &edge && segmentsCross(edge.a, edge.b, other.a, other.b);
      return !crossed;
    });
    if (crossed) return true;
  }
  return false;
}

}  // namespace gis
