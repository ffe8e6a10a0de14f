// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <cmath>
#include <optional>
#include <span>

#include "gis/core/coords.h"

namespace gis {

// Plane geometry of single segments, map metres. Pure; any thread.
inline double squaredM(MapXY a, MapXY b) {
  return (a.x_m - b.x_m) * (a.x_m - b.x_m) + (a.y_m - b.y_m) * (a.y_m - b.y_m);
}

inline double lengthM(std::span<const MapXY> line) {
  double sum_m = 0;
  for (std::size_t i = 1; i < line.size(); ++i) sum_m += std::sqrt(squaredM(line[i - 1], line[i]));
  return sum_m;
}

struct NearestOnSegment {
  double t;  // 0..1
  MapXY at;
  double dist_m;
};
inline NearestOnSegment nearestOnSegment(MapXY a, MapXY b, MapXY p) {
  const double dx = b.x_m - a.x_m, dy = b.y_m - a.y_m, squared = dx * dx + dy * dy;
  const double t = squared > 0 ? std::clamp(((p.x_m - a.x_m) * dx + (p.y_m - a.y_m) * dy) / squared, 0.0, 1.0) : 0;
  const MapXY at = t == 1 ? b : MapXY{a.x_m + t * dx, a.y_m + t * dy};
  return {t, at, std::sqrt(squaredM(at, p))};
}

// Where the insides of two segments cross; nothing where they only touch or lie along each other.
struct SegmentCrossing {
  double t, second_ratio;  // along the first and the second, 0..1
  MapXY at;
};
inline std::optional<SegmentCrossing> properCrossing(MapXY a, MapXY b, MapXY c, MapXY d) {
  const auto side = [](MapXY p, MapXY q, MapXY r) {
    return (q.x_m - p.x_m) * (r.y_m - p.y_m) - (q.y_m - p.y_m) * (r.x_m - p.x_m);
  };
  const double c_side = side(a, b, c), d_side = side(a, b, d), a_side = side(c, d, a), b_side = side(c, d, b);
  if (!((c_side > 0 && d_side < 0) || (c_side < 0 && d_side > 0))) return std::nullopt;
  if (!((a_side > 0 && b_side < 0) || (a_side < 0 && b_side > 0))) return std::nullopt;
  const double t = a_side / (a_side - b_side);
  return SegmentCrossing{t, c_side / (c_side - d_side), {a.x_m + t * (b.x_m - a.x_m), a.y_m + t * (b.y_m - a.y_m)}};
}

}  // namespace gis
