// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/geo/projector.h"

namespace gis {

// How a map lies on the ellipsoid at one place.
struct LocalScale {
  double scale_ratio = 1;      // metres on the map for one metre on the ground, eastward
  double convergence_deg = 0;  // where true north points, clockwise from the map's up (子午线收敛角, opposite sign)
};

// Measured on geodesics of 200 m through the place, so that it holds for every projection PROJ knows; error below
// 1e-7. `to_map` goes from degrees (EPSG:4490) to the map. Fails with kOutOfRange where the map has no such place.
Result<LocalScale> localScaleAt(const Projector& to_map, MapXY where);

}  // namespace gis
