// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/snap.h"

#include <algorithm>
#include <cmath>

namespace gis {

namespace {

BoxF boxAround(MapXY local, double radius_m) {
  const double inf = std::numeric_limits<float>::infinity();
  const auto down = [&](double x) { return std::nextafter(static_cast<float>(x), static_cast<float>(-inf)); };
  const auto up = [&](double x) { return std::nextafter(static_cast<float>(x), static_cast<float>(inf)); };
  return {down(local.x_m - radius_m), down(local.y_m - radius_m), up(local.x_m + radius_m), up(local.y_m + radius_m)};
}

MapXY onEdge(MapXY a, MapXY b, MapXY p) {
  const double ex = b.x_m - a.x_m, ey = b.y_m - a.y_m;
  const double length2 = ex * ex + ey * ey;
  const double t = length2 > 0 ? std::clamp(((p.x_m - a.x_m) * ex + (p.y_m - a.y_m) * ey) / length2, 0.0, 1.0) : 0.0;
  return {a.x_m + t * ex, a.y_m + t * ey};
}

}  // namespace

std::optional<SnapHit> snapTo(const MapColumns& columns, MapXY where, double radius_m, SnapEdges edges,
                              const std::function<bool(std::uint32_t feature)>& skip) {
  if (!(radius_m > 0) || !std::isfinite(where.x_m) || !std::isfinite(where.y_m)) return std::nullopt;
  std::vector<std::uint32_t> items;
  columns.index.query(boxAround({where.x_m - columns.origin.x_m, where.y_m - columns.origin.y_m}, radius_m), items);
  std::optional<SnapHit> vertex, edge;
  const auto consider = [&](std::optional<SnapHit>& best, MapXY at, SnapKind kind, std::uint32_t feature) {
    const double distance_m = std::hypot(at.x_m - where.x_m, at.y_m - where.y_m);
    if (distance_m <= radius_m && (!best || distance_m < best->distance_m)) best = {at, kind, feature, distance_m};
  };
  for (const std::uint32_t item : items) {
    if (skip && skip(item)) continue;
    for (std::uint32_t part = columns.feature_start[item]; part < columns.feature_start[item + 1]; ++part)
      for (std::uint32_t v = columns.part_start[part]; v < columns.part_start[part + 1]; ++v) {
        consider(vertex, columns.at(v), SnapKind::kVertex, item);
        if (edges == SnapEdges::kYes && columns.kind != GeometryKind::kPoint && v + 1 < columns.part_start[part + 1])
          consider(edge, onEdge(columns.at(v), columns.at(v + 1), where), SnapKind::kEdge, item);
      }
  }
  return vertex ? vertex : edge;
}

}  // namespace gis
