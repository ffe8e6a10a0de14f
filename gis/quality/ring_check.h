// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <span>

#include "gis/core/coords.h"
#include "gis/vector/feature_columns.h"

namespace gis {

// How often edges of a polygon's rings cross or lie on one another where they must not (OGC 06-103r4, clause 6.1.11.1:
// rings are simple and touch in points at most). Neighbouring edges of a ring share their vertex; a ring that touches
// itself or another in a vertex is let pass, because the census borders do. `columns` holds one polygon feature or
// several, counted together. A sweep over the edges by x: n log n for borders as they are. Pure; any thread.
std::size_t crossingsOf(const FeatureColumns& polygon);

// Length and area in metres and square metres, on a plane that touches the ellipsoid CGCS2000 at the middle of the
// geometry: off by less than 1e-4 within 50 km of it, which is enough for telling whether a stored figure can be right.
double flatLengthM(const FeatureColumns& lines);
double flatAreaM2(const FeatureColumns& polygon);

// Metres from a place to a polygon; 0 inside. The same plane, about the place.
double metresOutside(LonLat place, const FeatureColumns& polygon);

}  // namespace gis
