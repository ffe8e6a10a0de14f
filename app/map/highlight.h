// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPainterPath>

#include "gis/vector/map_columns.h"
#include "layers/core/map_view.h"

namespace app {

// The outline of one feature for the selection highlight, in map metres about `origin`, thinned to what the resolution
// can show. Points become empty paths: the canvas draws a ring at them.
struct Highlight {
  gis::GeometryKind kind = gis::GeometryKind::kNone;
  gis::MapXY origin;
  QPainterPath path;
  std::vector<gis::MapXY> points;
};
Highlight highlightOf(const gis::MapColumns& columns, std::uint32_t feature, double metres_per_px);
void paintHighlight(QPainter& painter, const layers::MapView& view, const Highlight& highlight);

}  // namespace app
