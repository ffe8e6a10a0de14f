// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "gis/demo/ground.h"

namespace gis::demo {

// Small catchments (小流域): `wanted` outlets on reaches that drain about 12-70 km2 inside the city, none inside
// another's catchment, spread over the city; each polygon is the D8 catchment of its outlet. Outlets lie on the lower
// end of a reach. Repeatable. `city` are the city's rings.
std::vector<Catchment> makeCatchments(const Ground& ground, const std::vector<RiverReach>& reaches,
                                      const std::vector<Ring>& city, std::size_t wanted);

}  // namespace gis::demo
