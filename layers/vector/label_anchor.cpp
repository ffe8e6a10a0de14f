// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/label_anchor.h"

#include <cmath>
#include <numbers>
#include <queue>
#include <span>
#include <vector>

namespace layers {
namespace {

struct RingView {
  std::span<const float> xy;  // relative to the columns' origin
  std::size_t size() const { return xy.size() / 2; }
  double x(std::size_t i) const { return static_cast<double>(xy[i * 2]); }
  double y(std::size_t i) const { return static_cast<double>(xy[i * 2 + 1]); }
};

RingView ringOf(const gis::MapColumns& columns, std::uint32_t part) {
  const std::size_t first = columns.part_start[part], end = columns.part_start[part + 1];
  return {std::span(columns.xy_m).subspan(first * 2, (end - first) * 2)};
}

double signedArea(const RingView& ring) {
  double twice = 0;
  const std::size_t n = ring.size();
  if (n < 3) return 0;
  const double x0 = ring.x(0), y0 = ring.y(0);
  for (std::size_t i = 0, j = n - 1; i < n; j = i++)
    twice += (ring.x(j) - x0) * (ring.y(i) - y0) - (ring.x(i) - x0) * (ring.y(j) - y0);
  return twice / 2;
}

// Distance to the border, negative outside.
double borderDistance(const RingView& ring, double x, double y) {
  double nearest2 = std::numeric_limits<double>::infinity();
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
    const double ax = ring.x(j), ay = ring.y(j), bx = ring.x(i), by = ring.y(i);
    if ((by > y) != (ay > y) && x < (ax - bx) * (y - by) / (ay - by) + bx) inside = !inside;
    const double dx = bx - ax, dy = by - ay, length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(((x - ax) * dx + (y - ay) * dy) / length2, 0.0, 1.0) : 0.0;
    const double ex = x - (ax + t * dx), ey = y - (ay + t * dy);
    nearest2 = std::min(nearest2, ex * ex + ey * ey);
  }
  return (inside ? 1 : -1) * std::sqrt(nearest2);
}

struct Cell {
  double x, y, half, distance;
  double best() const { return distance + half * std::numbers::sqrt2; }
  bool operator<(const Cell& other) const { return best() < other.best(); }
};

// A ring of thousands of corners, with steps that the precision asked for does not see.
std::vector<float> thinned(const RingView& ring, double step_m) {
  std::vector<float> xy = {ring.xy[0], ring.xy[1]};
  for (std::size_t i = 1; i < ring.size(); ++i)
    if (std::abs(ring.x(i) - static_cast<double>(xy[xy.size() - 2])) +
            std::abs(ring.y(i) - static_cast<double>(xy.back())) >=
        step_m)
      xy.insert(xy.end(), {ring.xy[i * 2], ring.xy[i * 2 + 1]});
  return xy;
}

}  // namespace

std::optional<gis::MapXY> polygonLabelPoint(const gis::MapColumns& columns, std::uint32_t feature) {
  RingView ring;
  double largest = 0;
  for (std::uint32_t part = columns.feature_start[feature]; part < columns.feature_start[feature + 1]; ++part) {
    const RingView candidate = ringOf(columns, part);
    const double area = std::abs(signedArea(candidate));
    if (area > largest) largest = area, ring = candidate;
  }
  if (!(largest > 0) || !std::isfinite(largest)) return std::nullopt;
  double min_x = ring.x(0), max_x = min_x, min_y = ring.y(0), max_y = min_y;
  for (std::size_t i = 1; i < ring.size(); ++i) {
    min_x = std::min(min_x, ring.x(i)), max_x = std::max(max_x, ring.x(i));
    min_y = std::min(min_y, ring.y(i)), max_y = std::max(max_y, ring.y(i));
  }
  const double side = std::min(max_x - min_x, max_y - min_y), precision = std::max(max_x - min_x, max_y - min_y) / 50;
  if (!(side > 0) || !std::isfinite(precision)) return std::nullopt;
  constexpr std::size_t kManyCorners = 256;
  constexpr double kStepsPerPrecision = 4;
  std::vector<float> fewer;
  if (ring.size() > kManyCorners) {
    fewer = thinned(ring, precision / kStepsPerPrecision);
    if (fewer.size() >= 6) ring.xy = fewer;
  }
  std::priority_queue<Cell> queue;
  const auto cell = [&](double x, double y, double half) { return Cell{x, y, half, borderDistance(ring, x, y)}; };
  constexpr int kMostCellsPerSide = 64, kMostSteps = 2000;
  const double step = std::max(side, std::max(max_x - min_x, max_y - min_y) / kMostCellsPerSide);
  for (double x = min_x; x < max_x; x += step)
    for (double y = min_y; y < max_y; y += step) queue.push(cell(x + step / 2, y + step / 2, step / 2));
  Cell best = cell((min_x + max_x) / 2, (min_y + max_y) / 2, 0);
  for (int steps = 0; !queue.empty() && steps < kMostSteps; ++steps) {
    const Cell at = queue.top();
    queue.pop();
    if (at.distance > best.distance) best = at;
    if (at.best() - best.distance <= precision) break;
    const double half = at.half / 2;
    for (const double dx : {-half, half})
      for (const double dy : {-half, half}) queue.push(cell(at.x + dx, at.y + dy, half));
  }
  return gis::MapXY{columns.origin.x_m + best.x, columns.origin.y_m + best.y};
}

}  // namespace layers
