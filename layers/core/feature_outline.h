// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPainterPath>
#include <cstdint>

#include "gis/vector/map_columns.h"
#include "layers/core/map_view.h"

namespace layers {

// The box of a feature of a layer, map metres. Any thread.
gis::MapBox featureBox(const gis::MapColumns& columns, std::uint32_t feature);

// A polygon of a layer on the screen, by the even-odd rule, for what is drawn by QPainter; vertices nearer than 0.6 px
// to the one before are left out. Any thread.
QPainterPath featureOutline(const gis::MapColumns& columns, std::uint32_t feature, const MapView& view);

}  // namespace layers
