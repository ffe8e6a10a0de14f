// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "gis/core/coords.h"

namespace gis {

// Points and segments of the plane, metres. Pure.

inline double distanceToSegment(MapXY p, MapXY a, MapXY b) {
  const double dx = b.x_m - a.x_m, dy = b.y_m - a.y_m, length2 = dx * dx + dy * dy;
  const double t = length2 > 0 ? std::clamp(((p.x_m - a.x_m) * dx + (p.y_m - a.y_m) * dy) / length2, 0.0, 1.0) : 0;
  return std::sqrt((p.x_m - a.x_m - t * dx) * (p.x_m - a.x_m - t * dx) +
                   (p.y_m - a.y_m - t * dy) * (p.y_m - a.y_m - t * dy));
}

// Twice the area of a triangle, positive when it turns anticlockwise.
inline double turn(MapXY a, MapXY b, MapXY c) {
  return (b.x_m - a.x_m) * (c.y_m - a.y_m) - (b.y_m - a.y_m) * (c.x_m - a.x_m);
}

// Have two segments a point in common, ends included?
inline bool segmentsMeet(MapXY a, MapXY b, MapXY c, MapXY d) {
  if (std::max(a.x_m, b.x_m) < std::min(c.x_m, d.x_m) || std::max(c.x_m, d.x_m) < std::min(a.x_m, b.x_m) ||
      std::max(a.y_m, b.y_m) < std::min(c.y_m, d.y_m) || std::max(c.y_m, d.y_m) < std::min(a.y_m, b.y_m))
    return false;
  const double t1 = turn(a, b, c), t2 = turn(a, b, d), t3 = turn(c, d, a), t4 = turn(c, d, b);
  return ((t1 <= 0 && t2 >= 0) || (t1 >= 0 && t2 <= 0)) && ((t3 <= 0 && t4 >= 0) || (t3 >= 0 && t4 <= 0));
}

// Do they cross in the inside of both?
inline bool segmentsCross(MapXY a, MapXY b, MapXY c, MapXY d) {
  const double t1 = turn(a, b, c), t2 = turn(a, b, d), t3 = turn(c, d, a), t4 = turn(c, d, b);
  return ((t1 < 0 && t2 > 0) || (t1 > 0 && t2 < 0)) && ((t3 < 0 && t4 > 0) || (t3 > 0 && t4 < 0));
}

// Where c-d meets a-b, as a part of a-b.
inline std::optional<double> crossingRatio(MapXY a, MapXY b, MapXY c, MapXY d) {
  if (!segmentsMeet(a, b, c, d)) return std::nullopt;
  const double at_a = turn(c, d, a), at_b = turn(c, d, b);
  if (at_a == at_b) return std::nullopt;  // along each other
  return std::clamp(at_a / (at_a - at_b), 0.0, 1.0);
}

inline double distanceBetweenSegments(MapXY a, MapXY b, MapXY c, MapXY d) {
  if (!(a == b) && !(c == d) && segmentsMeet(a, b, c, d)) return 0;
  return std::min(std::min(distanceToSegment(a, c, d), distanceToSegment(b, c, d)),
                  std::min(distanceToSegment(c, a, b), distanceToSegment(d, a, b)));
}

inline bool segmentMeetsBox(MapXY a, MapXY b, const MapBox& box) {
  if (box.contains(a) || box.contains(b)) return true;
  if (std::max(a.x_m, b.x_m) < box.min_x_m || std::min(a.x_m, b.x_m) > box.max_x_m ||
      std::max(a.y_m, b.y_m) < box.min_y_m || std::min(a.y_m, b.y_m) > box.max_y_m)
    return false;
  const double t[4] = {turn(a, b, {box.min_x_m, box.min_y_m}), turn(a, b, {box.max_x_m, box.min_y_m}),
                       turn(a, b, {box.max_x_m, box.max_y_m}), turn(a, b, {box.min_x_m, box.max_y_m})};
  const auto [least, most] = std::minmax({t[0], t[1], t[2], t[3]});
  return least <= 0 && most >= 0;
}

inline double distanceToBox(const MapBox& box, MapXY a, MapXY b) {
  if (segmentMeetsBox(a, b, box)) return 0;
  const MapXY c0{box.min_x_m, box.min_y_m}, c1{box.max_x_m, box.min_y_m}, c2{box.max_x_m, box.max_y_m},
      c3{box.min_x_m, box.max_y_m};
  return std::min(std::min(distanceBetweenSegments(a, b, c0, c1), distanceBetweenSegments(a, b, c1, c2)),
                  std::min(distanceBetweenSegments(a, b, c2, c3), distanceBetweenSegments(a, b, c3, c0)));
}

// The part of p-q (as ratios) that lies within a reach of a-b. A reach is convex, so it is one part.
inline std::optional<std::pair<double, double>> insideReach(MapXY p, MapXY q, MapXY a, MapXY b, double reach_m) {
  double first = 2, last = -1;
  const auto take = [&](double from, double to) {
    from = std::max(from, 0.0), to = std::min(to, 1.0);
    if (from <= to) first = std::min(first, from), last = std::max(last, to);
  };
  const double dx = q.x_m - p.x_m, dy = q.y_m - p.y_m, length2 = dx * dx + dy * dy;
  if (!(length2 > 0)) return std::nullopt;
  for (const MapXY c : {a, b}) {
    const double fx = p.x_m - c.x_m, fy = p.y_m - c.y_m;
    const double half = fx * dx + fy * dy, rest = half * half - length2 * (fx * fx + fy * fy - reach_m * reach_m);
    if (rest < 0) continue;
    take((-half - std::sqrt(rest)) / length2, (-half + std::sqrt(rest)) / length2);
  }
  const double ux = b.x_m - a.x_m, uy = b.y_m - a.y_m, axis = std::hypot(ux, uy);
  if (axis > 0) {
    // The rectangle along a-b, as two strips.
    double from = 0, to = 1;
    const auto strip = [&](double start, double change, double low, double high) {
      if (change == 0) {
        if (start < low || start > high) from = 2;
        return;
      }
      const double t0 = (low - start) / change, t1 = (high - start) / change;
      from = std::max(from, std::min(t0, t1)), to = std::min(to, std::max(t0, t1));
    };
    strip(((p.x_m - a.x_m) * ux + (p.y_m - a.y_m) * uy) / axis, (dx * ux + dy * uy) / axis, 0, axis);
    strip(((p.y_m - a.y_m) * ux - (p.x_m - a.x_m) * uy) / axis, (dy * ux - dx * uy) / axis, -reach_m, reach_m);
    take(from, to);
  }
  if (first > last) return std::nullopt;
  return std::pair(first, last);
}

}  // namespace gis
