// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>

#include "gis/core/coords.h"

namespace gis {

// Measuring on the CGCS2000 ellipsoid (a = 6378137 m, 1/f = 298.257222101): exact shortest lines and the areas they
// enclose, not the map's lengths. Accuracy about 15 nm. Coordinates that are not finite give NaN. Pure; any thread.
// Source: C. F. F. Karney, Algorithms for geodesics, J. Geodesy 87 (2013), in PROJ's geodesic.h.
struct GeodesicLine {
  double dist_m;
  double azimuth_deg;      // at the first point, clockwise from north, -180..180
  double end_azimuth_deg;  // forward azimuth at the second point
};
GeodesicLine geodesicBetween(LonLat from, LonLat to);
LonLat geodesicDestination(LonLat from, double azimuth_deg, double dist_m);
// Length of a line along its vertices; 0 for fewer than two.
double geodesicLengthM(std::span<const LonLat> line);

struct GeodesicArea {
  double area_m2;  // positive when the ring runs counter-clockwise
  double perimeter_m;
};
// The ring may repeat its first vertex at the end or not. Self-crossing rings count overlaps with their sign.
GeodesicArea geodesicArea(std::span<const LonLat> ring);

}  // namespace gis
