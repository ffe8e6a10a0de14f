// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>

#include "gis/vector/map_columns.h"

namespace layers {

// Where the name of a polygon stands best: the point of its largest ring that is farthest from the border (Mapbox,
// polylabel: quadtree search to a fiftieth of the ring's size). Empty for rings without area.
std::optional<gis::MapXY> polygonLabelPoint(const gis::MapColumns& columns, std::uint32_t feature);

}  // namespace layers
