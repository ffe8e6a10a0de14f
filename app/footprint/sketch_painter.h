// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/footprint/map_sketch.h"
#include "layers/core/map_view.h"

class QPainter;

namespace app {

// Draws a sketch over the map: soft fills, clear borders. Corners closer than a pixel are left out, so that a district
// of tens of thousands costs a millisecond.
void paintSketch(QPainter& painter, const layers::MapView& view, const MapSketch& sketch);

}  // namespace app
