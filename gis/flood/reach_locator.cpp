// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/reach_locator.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gis::flood {
namespace {

constexpr double kMetresPerLatDeg = 110990;  // at 36 degrees on the CGCS2000 ellipsoid
constexpr double kCell_m = 1000;

int cellOf(double m) { return static_cast<int>(std::floor(m / kCell_m)); }

}  // namespace

ReachLocator::ReachLocator(const RiverNetwork& network) : m_network(&network) {
  LonLatBox box;
  for (const Reach& reach : network.reaches())
    for (const LonLat& p : reach.line) box.add(p);
  if (!box.empty()) m_middle = box.centre();
  m_metres_per_lon_deg = 111320 * std::cos(m_middle.lat_deg * std::numbers::pi / 180);
  for (std::size_t r = 0; r < network.reaches().size(); ++r) {
    const auto& line = network.reaches()[r].line;
    for (std::size_t v = 0; v + 1 < line.size(); ++v) {
      const MapXY a = metresOf(line[v]), b = metresOf(line[v + 1]);
      for (int x = cellOf(std::min(a.x_m, b.x_m)); x <= cellOf(std::max(a.x_m, b.x_m)); ++x)
        for (int y = cellOf(std::min(a.y_m, b.y_m)); y <= cellOf(std::max(a.y_m, b.y_m)); ++y)
          m_cells[{x, y}].push_back({static_cast<std::uint32_t>(r), static_cast<std::uint32_t>(v)});
    }
  }
}

MapXY ReachLocator::metresOf(LonLat at) const {
  return {(at.lon_deg - m_middle.lon_deg) * m_metres_per_lon_deg, (at.lat_deg - m_middle.lat_deg) * kMetresPerLatDeg};
}

std::optional<ReachPlace> ReachLocator::nearest(LonLat at, double reach_m, double least_km2) const {
  const MapXY p = metresOf(at);
  std::optional<ReachPlace> best;
  double best_m = reach_m;
  std::uint32_t best_vertex = 0;
  double best_t = 0;
  const auto look = [&](int x, int y) {
    const auto cell = m_cells.find({x, y});
    if (cell == m_cells.end()) return;
    for (const Segment& s : cell->second) {
      const Reach& reach = m_network->reaches()[s.reach];
      if (reach.upstream_km2 < least_km2) continue;
      const MapXY a = metresOf(reach.line[s.vertex]), b = metresOf(reach.line[s.vertex + 1]);
      const double dx = b.x_m - a.x_m, dy = b.y_m - a.y_m, square = dx * dx + dy * dy;
      const double t = square > 0 ? std::clamp(((p.x_m - a.x_m) * dx + (p.y_m - a.y_m) * dy) / square, 0.0, 1.0) : 0.0;
      const double dist_m = std::hypot(p.x_m - a.x_m - t * dx, p.y_m - a.y_m - t * dy);
      if (dist_m > best_m || (best && dist_m == best_m)) continue;
      best_m = dist_m;
      best = ReachPlace{s.reach, dist_m, 0};
      best_vertex = s.vertex, best_t = t;
    }
  };
  const int cx = cellOf(p.x_m), cy = cellOf(p.y_m);
  const int rings = static_cast<int>(std::ceil(reach_m / kCell_m)) + 1;
  for (int ring = 0; ring <= rings; ++ring) {
    if ((ring - 1) * kCell_m > best_m) break;  // nothing further out can be nearer
    for (int x = cx - ring; x <= cx + ring; ++x)
      for (int y = cy - ring; y <= cy + ring; ++y)
        if (std::max(std::abs(x - cx), std::abs(y - cy)) == ring) look(x, y);
  }
  if (!best) return best;
  const auto& line = m_network->reaches()[best->reach].line;
  for (std::size_t v = 0; v <= best_vertex; ++v) {
    const MapXY a = metresOf(line[v]), b = metresOf(line[v + 1]);
    best->along_m += std::hypot(b.x_m - a.x_m, b.y_m - a.y_m) * (v == best_vertex ? best_t : 1);
  }
  return best;
}

}  // namespace gis::flood
