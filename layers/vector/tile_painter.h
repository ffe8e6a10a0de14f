// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPainter>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/vector/map_columns.h"
#include "layers/vector/icon_set.h"
#include "layers/vector/resolved_paint.h"
#include "layers/vector/tile_geometry.h"

namespace layers {

// Everything of a layer that its painter looks at besides the resolved paints. References stay valid while painting.
struct PaintedLayer {
  const gis::MapColumns& columns;
  std::span<const std::uint32_t> class_of;      // one a feature
  std::span<const std::uint8_t> part_reversed;  // 1 where a ring has to be turned round for the non-zero rule
  const IconSet& icons;
  std::function<std::string(std::uint32_t)> side_of;  // dip direction of a feature for one-sided marks; may be empty
};

// Paints one style layer of one tile: `paints` has one entry a class. Polls `cancel` every few hundred features.
void paintStyleLayer(QPainter& painter, const PaintedLayer& layer, StyleLayerType type,
                     std::span<const ResolvedPaint> paints, const MapView& tile, const gis::CancelToken& cancel);

// The farthest a class sticks out of its geometry, device-independent pixels.
double reachOf(StyleLayerType type, std::span<const ResolvedPaint> paints);

// A brush of one of our patterns ("diagonal", "cross", "dots"); a plain brush for any other name.
QBrush patternBrush(const std::string& pattern, const QColor& colour, double device_ratio);

}  // namespace layers
