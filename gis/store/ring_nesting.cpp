// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/ring_nesting.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "gis/core/coords.h"

namespace gis {
namespace {

enum class Side { kOutside, kInside, kOn };

Side sideOf(std::span<const double> ring, double x, double y) {
  bool inside = false;
  for (std::size_t i = 0; i + 3 < ring.size(); i += 2) {
    const double x0 = ring[i], y0 = ring[i + 1], x1 = ring[i + 2], y1 = ring[i + 3];
    const double cross = (x1 - x0) * (y - y0) - (x - x0) * (y1 - y0);
    if (cross == 0 && std::min(x0, x1) <= x && x <= std::max(x0, x1) && std::min(y0, y1) <= y && y <= std::max(y0, y1))
      return Side::kOn;
    if ((y0 > y) != (y1 > y) && (cross > 0) == (y1 > y0)) inside = !inside;
  }
  return inside ? Side::kInside : Side::kOutside;
}

// Rings may touch in vertices or share edges, so the first vertex or edge middle off the other ring's line decides.
bool contains(std::span<const double> outer, std::span<const double> inner) {
  for (std::size_t i = 0; i + 1 < inner.size(); i += 2) {
    const Side side = sideOf(outer, inner[i], inner[i + 1]);
    if (side != Side::kOn) return side == Side::kInside;
  }
  for (std::size_t i = 0; i + 3 < inner.size(); i += 2) {
    const Side side = sideOf(outer, (inner[i] + inner[i + 2]) / 2, (inner[i + 1] + inner[i + 3]) / 2);
    if (side != Side::kOn) return side == Side::kInside;
  }
  return false;
}

double doubleArea(std::span<const double> ring) {
  double sum = 0;
  for (std::size_t i = 0; i + 3 < ring.size(); i += 2)
    sum += (ring[i] - ring[0]) * (ring[i + 3] - ring[1]) - (ring[i + 2] - ring[0]) * (ring[i + 1] - ring[1]);
  return std::abs(sum);
}

}  // namespace

std::vector<std::vector<std::size_t>> nestRings(const GeometryView& g) {
  const std::size_t n = g.partCount();
  if (n == 1) return {{0}};
  std::vector<LonLatBox> boxes(n);
  std::vector<double> areas(n);
  for (std::size_t i = 0; i < n; ++i) {
    const auto ring = g.part(i);
    for (std::size_t k = 0; k < ring.size(); k += 2) boxes[i].add({ring[k], ring[k + 1]});
    areas[i] = doubleArea(ring);
  }
  const auto boxInside = [&](std::size_t inner, std::size_t outer) {
    return boxes[outer].west_deg <= boxes[inner].west_deg && boxes[inner].east_deg <= boxes[outer].east_deg &&
           boxes[outer].south_deg <= boxes[inner].south_deg && boxes[inner].north_deg <= boxes[outer].north_deg;
  };
  std::vector<std::vector<std::size_t>> around(n);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = 0; k < n; ++k)
      if (k != i && areas[k] > areas[i] && boxInside(i, k) && contains(g.part(k), g.part(i))) around[i].push_back(k);

  std::vector<std::size_t> polygon_of(n, n);
  std::vector<std::vector<std::size_t>> polygons;
  for (std::size_t i = 0; i < n; ++i) {
    if (around[i].size() % 2 != 0) continue;
    polygon_of[i] = polygons.size();
    polygons.push_back({i});
  }
  for (std::size_t i = 0; i < n; ++i) {
    if (around[i].size() % 2 == 0) continue;
    std::size_t parent = n;
    for (const std::size_t k : around[i])
      if (polygon_of[k] < n && (parent == n || areas[k] < areas[parent])) parent = k;
    if (parent < n)
      polygons[polygon_of[parent]].push_back(i);
    else
      polygons.push_back({i});  // crossing rings: keep it rather than lose it
  }
  return polygons;
}

}  // namespace gis
