// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/exposure_land.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace gis::demo {

bool insideRings(const std::vector<Ring>& rings, MapXY p) {
  bool inside = false;
  for (const Ring& ring : rings)
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
      const MapXY a = ring[i], b = ring[j];
      if ((a.y_m > p.y_m) != (b.y_m > p.y_m) && p.x_m < (b.x_m - a.x_m) * (p.y_m - a.y_m) / (b.y_m - a.y_m) + a.x_m)
        inside = !inside;
    }
  return inside;
}

double ringAreaM2(std::span<const MapXY> ring) {
  double twice = 0;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
    twice += (ring[j].x_m - ring[0].x_m) * (ring[i].y_m - ring[0].y_m) -
             (ring[i].x_m - ring[0].x_m) * (ring[j].y_m - ring[0].y_m);
  return twice / 2;
}

double distanceM(MapXY a, MapXY b) {
  return std::sqrt((a.x_m - b.x_m) * (a.x_m - b.x_m) + (a.y_m - b.y_m) * (a.y_m - b.y_m));
}

double lineLengthM(std::span<const MapXY> line) {
  double length_m = 0;
  for (std::size_t i = 1; i < line.size(); ++i) length_m += distanceM(line[i - 1], line[i]);
  return length_m;
}

LineIndex::LineIndex(MapBox extent, double bin_m)
    : m_extent(extent),
      m_bin_m(bin_m),
      m_columns(static_cast<int>(extent.width_m() / bin_m) + 1),
      m_rows(static_cast<int>(extent.height_m() / bin_m) + 1) {}

void LineIndex::add(std::span<const MapXY> line, int tag) {
  for (std::size_t i = 1; i < line.size(); ++i) m_segments.push_back({line[i - 1], line[i], tag});
}

void LineIndex::build() {
  const auto each = [&](const Segment& s, auto&& put) {
    const auto clampTo = [](double v, int n) { return std::clamp(static_cast<int>(v), 0, n - 1); };
    const int c0 = clampTo((std::min(s.a.x_m, s.b.x_m) - m_extent.min_x_m) / m_bin_m, m_columns);
    const int c1 = clampTo((std::max(s.a.x_m, s.b.x_m) - m_extent.min_x_m) / m_bin_m, m_columns);
    const int r0 = clampTo((std::min(s.a.y_m, s.b.y_m) - m_extent.min_y_m) / m_bin_m, m_rows);
    const int r1 = clampTo((std::max(s.a.y_m, s.b.y_m) - m_extent.min_y_m) / m_bin_m, m_rows);
    for (int r = r0; r <= r1; ++r)
      for (int c = c0; c <= c1; ++c) put(static_cast<std::size_t>(r) * m_columns + c);
  };
  m_bin_start.assign(static_cast<std::size_t>(m_columns) * m_rows + 1, 0);
  for (const Segment& s : m_segments) each(s, [&](std::size_t bin) { ++m_bin_start[bin + 1]; });
  for (std::size_t i = 1; i < m_bin_start.size(); ++i) m_bin_start[i] += m_bin_start[i - 1];
  m_bin_segment.resize(m_bin_start.back());
  std::vector<std::uint32_t> next(m_bin_start.begin(), m_bin_start.end() - 1);
  for (std::uint32_t i = 0; i < m_segments.size(); ++i)
    each(m_segments[i], [&](std::size_t bin) { m_bin_segment[next[bin]++] = i; });
}

template <class Visit>
void LineIndex::visit(const MapBox& box, Visit&& each) const {
  if (!box.intersects(m_extent)) return;
  const auto clampTo = [](double v, int n) { return std::clamp(static_cast<int>(v), 0, n - 1); };
  const int c0 = clampTo((box.min_x_m - m_extent.min_x_m) / m_bin_m, m_columns);
  const int c1 = clampTo((box.max_x_m - m_extent.min_x_m) / m_bin_m, m_columns);
  const int r0 = clampTo((box.min_y_m - m_extent.min_y_m) / m_bin_m, m_rows);
  const int r1 = clampTo((box.max_y_m - m_extent.min_y_m) / m_bin_m, m_rows);
  for (int r = r0; r <= r1; ++r)
    for (int c = c0; c <= c1; ++c) {
      const std::size_t bin = static_cast<std::size_t>(r) * m_columns + c;
      for (std::uint32_t i = m_bin_start[bin]; i < m_bin_start[bin + 1]; ++i) each(m_segments[m_bin_segment[i]]);
    }
}

LineIndex::Hit LineIndex::nearest(MapXY p, double reach_m) const {
  Hit hit{reach_m, -1, {}, {}};
  MapBox box;
  box.add(p);
  visit(box.grown(reach_m), [&](const Segment& s) {
    const double dx = s.b.x_m - s.a.x_m, dy = s.b.y_m - s.a.y_m;
    const double square = dx * dx + dy * dy;
    if (square <= 0) return;
    const double t = std::clamp(((p.x_m - s.a.x_m) * dx + (p.y_m - s.a.y_m) * dy) / square, 0.0, 1.0);
    const MapXY at{s.a.x_m + t * dx, s.a.y_m + t * dy};
    const double dist_m = distanceM(p, at);
    if (dist_m < hit.dist_m) {
      const double length_m = std::sqrt(square);
      hit = {dist_m, s.tag, at, {dx / length_m, dy / length_m}};
    }
  });
  return hit;
}

bool LineIndex::crosses(MapXY a, MapXY b) const {
  const auto side = [](MapXY p, MapXY q, MapXY r) {
    return (q.x_m - p.x_m) * (r.y_m - p.y_m) - (q.y_m - p.y_m) * (r.x_m - p.x_m);
  };
  bool found = false;
  MapBox box;
  box.add(a);
  box.add(b);
  visit(box, [&](const Segment& s) {
    if (!found && side(a, b, s.a) * side(a, b, s.b) <= 0 && side(s.a, s.b, a) * side(s.a, s.b, b) <= 0) found = true;
  });
  return found;
}

namespace {

MapBox extentOf(const City& city) {
  MapBox box;
  const Ground& ground = city.ground;
  box.add(ground.top_left);
  box.add(
      MapXY{ground.top_left.x_m + ground.columns * ground.cell_m, ground.top_left.y_m - ground.rows * ground.cell_m});
  return box;
}

}  // namespace

LandMap::LandMap(const City& city)
    : m_city(&city), m_extent(extentOf(city)), m_roads(m_extent, 300), m_rivers(m_extent, 300) {
  const auto cells = static_cast<std::size_t>(city.ground.columns) * city.ground.rows;
  std::unordered_map<std::string, int> by_code;
  for (int i = 0; i < static_cast<int>(city.divisions.size()); ++i) {
    by_code[city.divisions[i].code] = i;
    if (city.divisions[i].level == 5) m_villages.push_back(i);
  }
  for (const Division& division : city.divisions) {
    const auto parent = by_code.find(division.parent_code);
    m_parent.push_back(parent == by_code.end() ? -1 : parent->second);
  }
  m_village_cell.assign(cells, -1);
  for (std::size_t v = 0; v < m_villages.size(); ++v)
    burn(city.divisions[m_villages[v]].rings,
         [&](std::size_t cell) { m_village_cell[cell] = static_cast<std::int16_t>(v); });
  m_reservoir_cell.assign(cells, 0);
  for (const Reservoir& reservoir : city.reservoirs)
    burn(reservoir.rings, [&](std::size_t cell) { m_reservoir_cell[cell] = 1; });
  for (std::size_t i = 0; i < city.roads.size(); ++i) m_roads.add(city.roads[i].line, static_cast<int>(i));
  m_roads.build();
  for (std::size_t i = 0; i < city.reaches.size(); ++i) m_rivers.add(city.reaches[i].line, static_cast<int>(i));
  m_rivers.build();
  m_seat_columns = static_cast<int>(m_extent.width_m() / m_seat_bin_m) + 1;
  m_seat_rows = static_cast<int>(m_extent.height_m() / m_seat_bin_m) + 1;
  m_seat_bins.resize(static_cast<std::size_t>(m_seat_columns) * m_seat_rows);
  for (int v : m_villages) {
    const MapXY seat = city.divisions[v].seat;
    const int c = std::clamp(static_cast<int>((seat.x_m - m_extent.min_x_m) / m_seat_bin_m), 0, m_seat_columns - 1);
    const int r = std::clamp(static_cast<int>((seat.y_m - m_extent.min_y_m) / m_seat_bin_m), 0, m_seat_rows - 1);
    m_seat_bins[static_cast<std::size_t>(r) * m_seat_columns + c].push_back(v);
  }
}

void LandMap::burn(const std::vector<Ring>& rings, const std::function<void(std::size_t)>& set) const {
  const Ground& ground = m_city->ground;
  MapBox box;
  for (const Ring& ring : rings)
    for (const MapXY& p : ring) box.add(p);
  if (box.empty()) return;
  const int first = std::max(0, static_cast<int>((ground.top_left.y_m - box.max_y_m) / ground.cell_m) - 1);
  const int last = std::min(ground.rows - 1, static_cast<int>((ground.top_left.y_m - box.min_y_m) / ground.cell_m) + 1);
  if (last < first) return;
  std::vector<std::vector<double>> hits(static_cast<std::size_t>(last - first) + 1);
  for (const Ring& ring : rings)
    for (std::size_t i = 1; i < ring.size(); ++i) {
      const MapXY a = ring[i - 1], b = ring[i];
      const double top = std::max(a.y_m, b.y_m), bottom = std::min(a.y_m, b.y_m);
      const int r0 = std::max(first, static_cast<int>((ground.top_left.y_m - top) / ground.cell_m) - 1);
      const int r1 = std::min(last, static_cast<int>((ground.top_left.y_m - bottom) / ground.cell_m) + 1);
      for (int r = r0; r <= r1; ++r) {
        const double y = ground.top_left.y_m - (r + 0.5) * ground.cell_m;
        if ((a.y_m > y) != (b.y_m > y))
          hits[static_cast<std::size_t>(r - first)].push_back(a.x_m + (y - a.y_m) * (b.x_m - a.x_m) / (b.y_m - a.y_m));
      }
    }
  for (int r = first; r <= last; ++r) {
    auto& row = hits[static_cast<std::size_t>(r - first)];
    std::sort(row.begin(), row.end());
    for (std::size_t i = 0; i + 1 < row.size(); i += 2) {
      const int c0 = std::max(0, static_cast<int>(std::ceil((row[i] - ground.top_left.x_m) / ground.cell_m - 0.5)));
      const int c1 = std::min(ground.columns - 1,
                              static_cast<int>(std::floor((row[i + 1] - ground.top_left.x_m) / ground.cell_m - 0.5)));
      for (int c = c0; c <= c1; ++c) set(static_cast<std::size_t>(r) * ground.columns + c);
    }
  }
}

std::size_t LandMap::cellOf(MapXY p, bool& inside) const {
  const Ground& ground = m_city->ground;
  const double column = std::floor((p.x_m - ground.top_left.x_m) / ground.cell_m);
  const double row = std::floor((ground.top_left.y_m - p.y_m) / ground.cell_m);
  inside = column >= 0 && row >= 0 && column < ground.columns && row < ground.rows;
  if (!inside) return 0;
  return static_cast<std::size_t>(row) * ground.columns + static_cast<std::size_t>(column);
}

int LandMap::villageAt(MapXY p) const {
  bool inside = false;
  const std::size_t cell = cellOf(p, inside);
  return inside && m_village_cell[cell] >= 0 ? m_villages[static_cast<std::size_t>(m_village_cell[cell])] : -1;
}

const std::string& LandMap::codeAt(MapXY p) const {
  const int village = villageAt(p);
  return m_city->divisions[village < 0 ? 0 : static_cast<std::size_t>(village)].code;
}

int LandMap::countyOf(int division) const {
  while (division >= 0 && m_city->divisions[division].level > 3) division = m_parent[division];
  return division;
}

int LandMap::townOf(int division) const {
  while (division >= 0 && m_city->divisions[division].level > 4) division = m_parent[division];
  return division;
}

bool LandMap::reservoirAt(MapXY p) const {
  bool inside = false;
  const std::size_t cell = cellOf(p, inside);
  return inside && m_reservoir_cell[cell] != 0;
}

int LandMap::nearestVillage(MapXY p, double* dist_m) const {
  const int c = std::clamp(static_cast<int>((p.x_m - m_extent.min_x_m) / m_seat_bin_m), 0, m_seat_columns - 1);
  const int r = std::clamp(static_cast<int>((p.y_m - m_extent.min_y_m) / m_seat_bin_m), 0, m_seat_rows - 1);
  int best = -1;
  double best_m = 1e12;
  const int most = std::max(m_seat_columns, m_seat_rows);
  for (int ring = 0; ring <= most; ++ring) {
    if (best >= 0 && best_m < (ring - 1) * m_seat_bin_m) break;
    for (int dr = -ring; dr <= ring; ++dr)
      for (int dc = -ring; dc <= ring; ++dc) {
        if (std::max(std::abs(dr), std::abs(dc)) != ring) continue;
        if (r + dr < 0 || c + dc < 0 || r + dr >= m_seat_rows || c + dc >= m_seat_columns) continue;
        for (int v : m_seat_bins[static_cast<std::size_t>(r + dr) * m_seat_columns + (c + dc)]) {
          const double d = distanceM(p, m_city->divisions[v].seat);
          if (d < best_m) best_m = d, best = v;
        }
      }
  }
  if (dist_m) *dist_m = best_m;
  return best;
}

double LandMap::heightAt(MapXY p) const {
  const Ground& ground = m_city->ground;
  const int c = std::clamp(static_cast<int>((p.x_m - ground.top_left.x_m) / ground.cell_m), 0, ground.columns - 1);
  const int r = std::clamp(static_cast<int>((ground.top_left.y_m - p.y_m) / ground.cell_m), 0, ground.rows - 1);
  return ground.elevation_m[static_cast<std::size_t>(r) * ground.columns + c];
}

double LandMap::slopeDegAt(MapXY p) const {
  const double slope_deg = m_city->ground.slopeDegAt(p);
  return std::isfinite(slope_deg) ? slope_deg : 0;
}

MapXY LandMap::downhillAt(MapXY p, double span_m) const {
  const double gx = heightAt({p.x_m + span_m, p.y_m}) - heightAt({p.x_m - span_m, p.y_m});
  const double gy = heightAt({p.x_m, p.y_m + span_m}) - heightAt({p.x_m, p.y_m - span_m});
  const double size = std::sqrt(gx * gx + gy * gy);
  if (size < 1e-6) return {};
  return {-gx / size, -gy / size};
}

}  // namespace gis::demo
