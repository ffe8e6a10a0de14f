// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/ring_orientation.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace gis {

namespace {

// So many rings of one feature are looked at one against the other; more in one sweep.
constexpr std::size_t kFewRings = 24;

struct Ring {
  std::span<float> xy;
  float min_x, min_y, max_x, max_y;
  std::size_t size() const { return xy.size() / 2; }
  double x(std::size_t i) const { return static_cast<double>(xy[2 * i]); }
  double y(std::size_t i) const { return static_cast<double>(xy[2 * i + 1]); }
  // The middle of the first edge, not a vertex: rings of one feature may touch at vertices.
  double probeX() const { return (x(0) + x(1)) / 2; }
  double probeY() const { return (y(0) + y(1)) / 2; }
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

// Whether the edge from vertex j to vertex i crosses the ray that leaves (x, y) eastwards.
bool crosses(const Ring& ring, std::size_t j, std::size_t i, double x, double y) {
  return (ring.y(i) > y) != (ring.y(j) > y) &&
         x < (ring.x(j) - ring.x(i)) * (y - ring.y(i)) / (ring.y(j) - ring.y(i)) + ring.x(i);
}

bool holds(const Ring& ring, double x, double y) {
  if (x < static_cast<double>(ring.min_x) || x > static_cast<double>(ring.max_x) ||
      y < static_cast<double>(ring.min_y) || y > static_cast<double>(ring.max_y))
    return false;
  bool inside = false;
  for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++)
    if (crosses(ring, j, i, x, y)) inside = !inside;
  return inside;
}

// For each ring, whether an odd number of the others lie around it.
std::vector<bool> nestedOddly(const std::vector<Ring>& rings) {
  std::vector<bool> odd(rings.size());
  for (std::size_t r = 0; r < rings.size(); ++r)
    for (std::size_t other = 0; other < rings.size(); ++other)
      if (other != r && holds(rings[other], rings[r].probeX(), rings[r].probeY())) odd[r] = !odd[r];
  return odd;
}

// The same for many rings (a forest with a hundred thousand clearings): probes from south to north, against the edges
// that reach as far north as the probe. Odd nesting is an odd number of crossings, whichever rings they are of.
std::vector<bool> nestedOddlyBySweep(const std::vector<Ring>& rings) {
  struct Edge {
    std::uint32_t ring, to;
    std::size_t from(const Ring& of) const { return to == 0 ? of.size() - 1 : to - 1; }
  };
  std::vector<Edge> edges;
  for (std::uint32_t r = 0; r < rings.size(); ++r)
    for (std::uint32_t i = 0; i < rings[r].size(); ++i) edges.push_back({r, i});
  const auto low = [&](const Edge& e) {
    return std::min(rings[e.ring].y(e.to), rings[e.ring].y(e.from(rings[e.ring])));
  };
  const auto high = [&](const Edge& e) {
    return std::max(rings[e.ring].y(e.to), rings[e.ring].y(e.from(rings[e.ring])));
  };
  std::ranges::sort(edges, {}, low);
  std::vector<std::uint32_t> order(rings.size());
  std::iota(order.begin(), order.end(), 0U);
  std::ranges::sort(order, {}, [&](std::uint32_t r) { return rings[r].probeY(); });

  std::vector<bool> odd(rings.size());
  std::vector<Edge> active;
  std::size_t next = 0;
  for (const std::uint32_t r : order) {
    const double x = rings[r].probeX(), y = rings[r].probeY();
    for (; next < edges.size() && low(edges[next]) <= y; ++next) active.push_back(edges[next]);
    std::erase_if(active, [&](const Edge& e) {
      if (high(e) < y) return true;
      const Ring& ring = rings[e.ring];
      if (e.ring != r && crosses(ring, e.from(ring), e.to, x, y)) odd[r] = !odd[r];
      return false;
    });
  }
  return odd;
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
  if (rings.size() == 1) {
    if (signedArea(rings.front()) < 0) turn(rings.front());
    return;
  }
  const std::vector<bool> hole = rings.size() <= kFewRings ? nestedOddly(rings) : nestedOddlyBySweep(rings);
  for (std::size_t r = 0; r < rings.size(); ++r)
    if ((signedArea(rings[r]) < 0) != hole[r]) turn(rings[r]);
}

}  // namespace gis
