// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/pyramid/pyramid.h"
#include "gis/vector/map_columns.h"
#include "layers/core/map_view.h"
#include "layers/core/tile_surface.h"
#include "layers/vector/icon_set.h"
#include "layers/vector/resolved_paint.h"

namespace layers {

// Classes that look alike at one zoom: they are covered together and coloured once, so that nothing of one look shows
// through itself.
struct PaintGroup {
  ResolvedPaint paint;
  QImage sprite;   // of circles and icons: device pixels, premultiplied
  QImage pattern;  // of hatched fills: device pixels, its side divides a tile
};

struct PaintGroups {
  static constexpr std::uint32_t kHidden = 0xffffffff;
  // Every feature is painted alike: a border that two of them share needs to be drawn once.
  bool oneForAll() const {
    return groups.size() == 1 && std::ranges::find(group_of_class, kHidden) == group_of_class.end();
  }
  std::vector<std::uint32_t> group_of_class;
  std::vector<PaintGroup> groups;  // first painted first
  double reach_px = 0;             // the farthest anything sticks out of its geometry, device-independent pixels
};

// `paints` has one entry a class, or none when the style layer does not show.
PaintGroups groupPaints(StyleLayerType type, std::span<const ResolvedPaint> paints, const IconSet& icons,
                        double device_ratio);

// Everything of a layer that its painter looks at besides the paints. References stay valid while painting.
struct PaintedLayer {
  const gis::MapColumns& columns;
  const gis::Pyramid& pyramid;
  std::span<const std::uint32_t> class_of;            // one a feature
  std::function<std::string(std::uint32_t)> side_of;  // dip direction of a feature for one-sided marks; may be empty
};

// Paints one style layer of one tile. Polls `cancel` every few hundred features.
void paintStyleLayer(TileSurface& surface, const PaintedLayer& layer, StyleLayerType type, const PaintGroups& groups,
                     const MapView& tile, const gis::CancelToken& cancel);

// One of our hatches ("diagonal", "cross", "dots") as a picture that repeats; null for any other name.
QImage patternPicture(const std::string& pattern, const QColor& colour, double device_ratio);
// A brush of it, or a plain one.
QBrush patternBrush(const std::string& pattern, const QColor& colour, double device_ratio);

}  // namespace layers
