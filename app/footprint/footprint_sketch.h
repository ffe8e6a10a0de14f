// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/core/map_document.h"
#include "app/footprint/map_sketch.h"
#include "gis/footprint/footprint.h"

namespace app {

// A footprint as the map shows it, several classes in one hue, the first the strongest. Corners that the map
// does not have are left out. About a microsecond a corner: footprints of more than `at_most` corners give an empty
// one.
MapSketch sketchOf(const gis::Footprint& footprint, const MapDocument& document, std::size_t at_most = 60'000);

// What surrounds a footprint on the map.
gis::MapBox boxOf(const MapSketch& sketch);

}  // namespace app
