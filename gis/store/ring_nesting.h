// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <vector>

#include "gis/store/geometry_view.h"

namespace gis {

// Sorts the rings of an even-odd polygon into polygons with holes, as Simple Features wants them: each list is an
// outer ring and then its holes, by part number; polygons in the order of their outer rings. A ring inside an odd
// number of others is a hole of the smallest of those around it that is not a hole itself. Rings must not cross.
std::vector<std::vector<std::size_t>> nestRings(const GeometryView& polygon);

}  // namespace gis
