// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "gis/vector/map_columns.h"
#include "layers/core/map_view.h"
#include "layers/vector/tile_geometry.h"

namespace layers {

// Where the name of a polygon stands best: the point of its largest ring that is farthest from the border (Mapbox,
// polylabel: quadtree search to a fiftieth of the ring's size). Empty for rings without area.
std::optional<gis::MapXY> polygonLabelPoint(const gis::MapColumns& columns, std::uint32_t feature);

// A place for a name on the part of a line inside a view: the middle of the longest piece, the line's direction there
// (clockwise from horizontal, -90..90) and how long that piece is. `geometry` is that of the view.
struct LineLabelPlace {
  gis::MapXY where;
  double angle_deg = 0;
  double length_px = 0;
};
std::optional<LineLabelPlace> lineLabelPlace(const gis::MapColumns& columns, std::uint32_t feature, const MapView& view,
                                             TileGeometry& geometry);

// One a part, 1 where a ring must be reversed so that shells wind one way and holes the other (by how many other rings
// of the feature hold it). Lets many polygons be filled as one path under the non-zero rule.
std::vector<std::uint8_t> ringsToReverse(const gis::MapColumns& columns);

}  // namespace layers
