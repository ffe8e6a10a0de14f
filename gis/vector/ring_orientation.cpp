// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/ring_orientation.h"

#include <algorithm>
#include <vector>

namespace gis {

namespace {

struct Ring {
  std::span<float> xy;
  float min_x, min_y, max_x, max_y;
  std::size_t size() const { return xy.size() / 2; }
  double x(std::size_t i) const { return static_cast<double>(xy[2 * i]); }
  double y(std::size_t i) const { return static_cast<double>(xy[2 * i + 1]); }
};

Ring ringOf(std::span<float> xy) {
  Ring ring{xy, xy[0], xy[1], xy[0], xy[1]};
  for (std::size_t i = 0; i < xy.size(); i += 2) {
    ring.min_x = std::min(ring.min_x, xy[i]), ring.max_x = std::max(ring.max_x, xy[i]);
    ring.min_y = std::min(ring.min_y, xy[i + 1]), ring.max_y = std::max(ring.max_y, xy[i + 1]);
  }
  return ring;
}

double signedArea(const Ring& ring) {
  double twice = 0;
  const double x0 = ring.x(0), y0 = ring.y(0);
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
    twice += (ring.x(j) - x0) * (ring.y(i) - y0) - (ring.x(i) - x0) * (ring.y(j) - y0);
  return twice / 2;
}

bool holds(const Ring& ring, double x, double y) {
  if (x < static_cast<double>(ring.min_x) || x > static_cast<double>(ring.max_x) ||
      y < static_cast<double>(ring.min_y) || y > static_cast<double>(ring.max_y))
    return false;
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
    if ((ring.y(i) > y) != (ring.y(j) > y) &&
        x < (ring.x(j) - ring.x(i)) * (y - ring.y(i)) / (ring.y(j) - ring.y(i)) + ring.x(i))
      inside = !inside;
  return inside;
}

void turn(Ring& ring) {
  for (std::size_t i = 0, j = ring.size() - 1; i < j; ++i, --j) {
    std::swap(ring.xy[2 * i], ring.xy[2 * j]);
    std::swap(ring.xy[2 * i + 1], ring.xy[2 * j + 1]);
  }
}

}  // namespace

void orientRings(std::span<float> xy_m, std::span<const std::uint32_t> part_start) {
  std::vector<Ring> rings;
  for (std::size_t part = 0; part + 1 < part_start.size(); ++part) {
    const std::size_t first = part_start[part], end = part_start[part + 1];
    if (end - first >= 3) rings.push_back(ringOf(xy_m.subspan(first * 2, (end - first) * 2)));
  }
  for (Ring& ring : rings) {
    std::size_t depth = 0;
    // The middle of the first edge, not a vertex: rings of one feature may touch at vertices.
    if (rings.size() > 1)
      for (const Ring& other : rings)
        if (&other != &ring && holds(other, (ring.x(0) + ring.x(1)) / 2, (ring.y(0) + ring.y(1)) / 2)) ++depth;
    if ((signedArea(ring) < 0) != (depth % 2 == 1)) turn(ring);
  }
}

}  // namespace gis
