// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/geodesic.h"

#include <geodesic.h>

namespace gis {

namespace {

const geod_geodesic& cgcs2000() {
  static const geod_geodesic ellipsoid = [] {
    geod_geodesic g;
    geod_init(&g, 6378137.0, 1 / 298.257222101);
    return g;
  }();
  return ellipsoid;
}

}  // namespace

GeodesicLine geodesicBetween(LonLat from, LonLat to) {
  GeodesicLine line{};
  geod_inverse(&cgcs2000(), from.lat_deg, from.lon_deg, to.lat_deg, to.lon_deg, &line.dist_m, &line.azimuth_deg,
               &line.end_azimuth_deg);
  return line;
}

LonLat geodesicDestination(LonLat from, double azimuth_deg, double dist_m) {
  LonLat to;
  geod_direct(&cgcs2000(), from.lat_deg, from.lon_deg, azimuth_deg, dist_m, &to.lat_deg, &to.lon_deg, nullptr);
  return to;
}

double geodesicLengthM(std::span<const LonLat> line) {
  double length_m = 0;
  for (std::size_t i = 1; i < line.size(); ++i) length_m += geodesicBetween(line[i - 1], line[i]).dist_m;
  return length_m;
}

GeodesicArea geodesicArea(std::span<const LonLat> ring) {
  geod_polygon polygon;
  geod_polygon_init(&polygon, 0);
  const std::size_t count = ring.size() > 1 && ring.front() == ring.back() ? ring.size() - 1 : ring.size();
  for (std::size_t i = 0; i < count; ++i)
    geod_polygon_addpoint(&cgcs2000(), &polygon, ring[i].lat_deg, ring[i].lon_deg);
  GeodesicArea result{};
  geod_polygon_compute(&cgcs2000(), &polygon, 0, 1, &result.area_m2, &result.perimeter_m);
  return result;
}

}  // namespace gis
