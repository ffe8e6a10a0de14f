// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/risk/district_finder.h"

#include <cmath>
#include <numbers>

namespace gis::risk {
namespace {

constexpr double kRadiusKm = 6371.0088;
constexpr double kPerDegree = std::numbers::pi / 180;

}  // namespace

double roughKm(LonLat a, LonLat b) {
  const double north = (b.lat_deg - a.lat_deg) * kPerDegree;
  const double east = (b.lon_deg - a.lon_deg) * kPerDegree * std::cos((a.lat_deg + b.lat_deg) / 2 * kPerDegree);
  return kRadiusKm * std::hypot(north, east);
}

void DistrictFinder::add(FeatureColumns outline) {
  Outline made{std::move(outline), {}};
  const auto& xy = made.rings.xy;
  for (std::size_t i = 0; i + 1 < xy.size(); i += 2) made.box.add({xy[i], xy[i + 1]});
  m_outlines.push_back(std::move(made));
}

int DistrictFinder::at(LonLat p) const {
  for (std::size_t k = 0; k < m_outlines.size(); ++k) {
    const Outline& outline = m_outlines[k];
    const LonLatBox& box = outline.box;
    if (box.empty() || p.lon_deg < box.west_deg || p.lon_deg > box.east_deg || p.lat_deg < box.south_deg ||
        p.lat_deg > box.north_deg)
      continue;
    bool inside = false;
    const auto& xy = outline.rings.xy;
    const auto& parts = outline.rings.part_start;
    for (std::size_t part = 0; part + 1 < parts.size(); ++part)
      for (std::size_t i = parts[part]; i + 1 < parts[part + 1]; ++i) {
        const double x0 = xy[2 * i], y0 = xy[2 * i + 1], x1 = xy[2 * i + 2], y1 = xy[2 * i + 3];
        if ((y0 > p.lat_deg) != (y1 > p.lat_deg) && p.lon_deg < x0 + (p.lat_deg - y0) / (y1 - y0) * (x1 - x0))
          inside = !inside;
      }
    if (inside) return static_cast<int>(k);
  }
  return -1;
}

double DistrictFinder::areaKm2(std::size_t district) const {
  const Outline& outline = m_outlines[district];
  if (outline.box.empty()) return 0;
  const double east = std::cos(outline.box.centre().lat_deg * kPerDegree);
  const auto& xy = outline.rings.xy;
  const auto& parts = outline.rings.part_start;
  double sum = 0;
  for (std::size_t part = 0; part + 1 < parts.size(); ++part)
    for (std::size_t i = parts[part]; i + 1 < parts[part + 1]; ++i)
      sum += xy[2 * i] * xy[2 * i + 3] - xy[2 * i + 2] * xy[2 * i + 1];
  return std::abs(sum) / 2 * kPerDegree * kPerDegree * kRadiusKm * kRadiusKm * east;
}

}  // namespace gis::risk
