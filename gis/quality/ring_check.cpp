// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/quality/ring_check.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace gis {
namespace {

struct Edge {
  LonLat from, to;
  std::size_t number = 0;  // along its ring
  std::size_t ring = 0;
  std::size_t ring_edges = 0;
  double west() const { return std::min(from.lon_deg, to.lon_deg); }
  double east() const { return std::max(from.lon_deg, to.lon_deg); }
};

LonLat vertex(const FeatureColumns& columns, std::size_t i) { return {columns.xy[2 * i], columns.xy[2 * i + 1]}; }

std::vector<Edge> edgesOf(const FeatureColumns& polygon) {
  std::vector<Edge> edges;
  for (std::size_t ring = 0; ring + 1 < polygon.part_start.size(); ++ring) {
    const std::size_t first = edges.size();
    for (std::size_t i = polygon.part_start[ring]; i + 1 < polygon.part_start[ring + 1]; ++i)
      if (vertex(polygon, i) != vertex(polygon, i + 1))
        edges.push_back({vertex(polygon, i), vertex(polygon, i + 1), edges.size() - first, ring, 0});
    for (std::size_t i = first; i < edges.size(); ++i) edges[i].ring_edges = edges.size() - first;
  }
  return edges;
}

// Twice the area of a triangle, with its sign.
double side(LonLat a, LonLat b, LonLat c) {
  return (b.lon_deg - a.lon_deg) * (c.lat_deg - a.lat_deg) - (b.lat_deg - a.lat_deg) * (c.lon_deg - a.lon_deg);
}

bool opposite(double a, double b) { return (a > 0 && b < 0) || (a < 0 && b > 0); }

// A common point inside both edges. Touching with a vertex is none.
bool cross(const Edge& a, const Edge& b) {
  return opposite(side(a.from, a.to, b.from), side(a.from, a.to, b.to)) &&
         opposite(side(b.from, b.to, a.from), side(b.from, b.to, a.to));
}

// Neighbours along a ring that run back over one another: a spike.
bool spike(const Edge& a, const Edge& b) {
  if (a.ring != b.ring || a.to != b.from || a.ring_edges < 3) return false;
  const double ax = a.to.lon_deg - a.from.lon_deg, ay = a.to.lat_deg - a.from.lat_deg;
  const double bx = b.to.lon_deg - b.from.lon_deg, by = b.to.lat_deg - b.from.lat_deg;
  return side(a.from, a.to, b.to) == 0 && ax * bx + ay * by < 0;
}

struct Plane {
  LonLat middle;
  double east_m_per_deg;
  double north_m_per_deg;
  double x(LonLat p) const { return (p.lon_deg - middle.lon_deg) * east_m_per_deg; }
  double y(LonLat p) const { return (p.lat_deg - middle.lat_deg) * north_m_per_deg; }
};

// Radii of curvature in the meridian and the prime vertical, CGCS2000.
Plane planeAt(LonLat middle) {
  constexpr double kA = 6378137, kE2 = 0.00669438002290;
  constexpr double kRadPerDeg = std::numbers::pi / 180;
  const double sine = std::sin(middle.lat_deg * kRadPerDeg);
  const double w2 = 1 - kE2 * sine * sine;
  const double prime_m = kA / std::sqrt(w2);
  return {middle, prime_m * std::cos(middle.lat_deg * kRadPerDeg) * kRadPerDeg, prime_m * (1 - kE2) / w2 * kRadPerDeg};
}

Plane planeOf(const FeatureColumns& columns) {
  LonLatBox box;
  for (std::size_t i = 0; i < columns.vertexCount(); ++i) box.add(vertex(columns, i));
  return planeAt(box.centre());
}

}  // namespace

std::size_t crossingsOf(const FeatureColumns& polygon) {
  std::vector<Edge> edges = edgesOf(polygon);
  std::size_t found = 0;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    const std::size_t next =
        i + 1 < edges.size() && edges[i + 1].ring == edges[i].ring ? i + 1 : i + 1 - edges[i].ring_edges;
    if (spike(edges[i], edges[next])) ++found;
  }
  std::ranges::sort(edges, {}, &Edge::west);
  std::vector<const Edge*> open;
  for (const Edge& edge : edges) {
    std::erase_if(open, [&](const Edge* other) { return other->east() < edge.west(); });
    for (const Edge* other : open) {
      const auto [south, north] = std::minmax(edge.from.lat_deg, edge.to.lat_deg);
      if (std::max(other->from.lat_deg, other->to.lat_deg) < south) continue;
      if (std::min(other->from.lat_deg, other->to.lat_deg) > north) continue;
      if (cross(edge, *other)) ++found;
    }
    open.push_back(&edge);
  }
  return found;
}

double flatLengthM(const FeatureColumns& lines) {
  const Plane plane = planeOf(lines);
  double length_m = 0;
  for (std::size_t part = 0; part + 1 < lines.part_start.size(); ++part)
    for (std::size_t i = lines.part_start[part]; i + 1 < lines.part_start[part + 1]; ++i) {
      const LonLat a = vertex(lines, i), b = vertex(lines, i + 1);
      length_m += std::hypot(plane.x(b) - plane.x(a), plane.y(b) - plane.y(a));
    }
  return length_m;
}

double flatAreaM2(const FeatureColumns& polygon) {
  const Plane plane = planeOf(polygon);
  std::vector<double> areas_m2;
  for (std::size_t ring = 0; ring + 1 < polygon.part_start.size(); ++ring) {
    double twice_m2 = 0;
    for (std::size_t i = polygon.part_start[ring]; i + 1 < polygon.part_start[ring + 1]; ++i) {
      const LonLat a = vertex(polygon, i), b = vertex(polygon, i + 1);
      twice_m2 += plane.x(a) * plane.y(b) - plane.x(b) * plane.y(a);
    }
    areas_m2.push_back(std::abs(twice_m2) / 2);
  }
  // Even-odd: a ring counts as a hole when its first vertex lies in an odd number of the others.
  double area_m2 = 0;
  for (std::size_t ring = 0; ring < areas_m2.size(); ++ring) {
    const LonLat p = vertex(polygon, polygon.part_start[ring]);
    bool hole = false;
    for (std::size_t other = 0; other < areas_m2.size(); ++other) {
      if (other == ring || areas_m2[other] <= areas_m2[ring]) continue;
      for (std::size_t i = polygon.part_start[other]; i + 1 < polygon.part_start[other + 1]; ++i) {
        const LonLat a = vertex(polygon, i), b = vertex(polygon, i + 1);
        if ((a.lat_deg > p.lat_deg) == (b.lat_deg > p.lat_deg)) continue;
        const double t = (p.lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg);
        if (p.lon_deg < a.lon_deg + t * (b.lon_deg - a.lon_deg)) hole = !hole;
      }
    }
    area_m2 += hole ? -areas_m2[ring] : areas_m2[ring];
  }
  return area_m2;
}

double metresOutside(LonLat place, const FeatureColumns& polygon) {
  const Plane plane = planeAt(place);
  bool inside = false;
  double nearest_m2 = std::numeric_limits<double>::infinity();
  for (std::size_t ring = 0; ring + 1 < polygon.part_start.size(); ++ring)
    for (std::size_t i = polygon.part_start[ring]; i + 1 < polygon.part_start[ring + 1]; ++i) {
      const LonLat a = vertex(polygon, i), b = vertex(polygon, i + 1);
      const double ax = plane.x(a), ay = plane.y(a), dx = plane.x(b) - ax, dy = plane.y(b) - ay;
      if ((ay > 0) != (ay + dy > 0) && ax - ay / dy * dx > 0) inside = !inside;
      const double length_m2 = dx * dx + dy * dy;
      const double t = length_m2 > 0 ? std::clamp(-(ax * dx + ay * dy) / length_m2, 0.0, 1.0) : 0;
      const double x = ax + t * dx, y = ay + t * dy;
      nearest_m2 = std::min(nearest_m2, x * x + y * y);
    }
  return inside ? 0 : std::sqrt(nearest_m2);
}

}  // namespace gis
