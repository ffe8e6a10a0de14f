// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/core/feature_outline.h"

#include <QPolygonF>

namespace layers {
namespace {

constexpr double kFinestPx = 0.6;

}  // namespace

gis::MapBox featureBox(const gis::MapColumns& columns, std::uint32_t feature) {
  const gis::BoxF& box = columns.index.box(feature);
  return {columns.origin.x_m + static_cast<double>(box.min_x_m), columns.origin.y_m + static_cast<double>(box.min_y_m),
          columns.origin.x_m + static_cast<double>(box.max_x_m), columns.origin.y_m + static_cast<double>(box.max_y_m)};
}

QPainterPath featureOutline(const gis::MapColumns& columns, std::uint32_t feature, const MapView& view) {
  QPainterPath path;
  path.setFillRule(Qt::OddEvenFill);
  for (std::uint32_t part = columns.feature_start[feature]; part < columns.feature_start[feature + 1]; ++part) {
    QPolygonF ring;
    for (std::uint32_t v = columns.part_start[part]; v < columns.part_start[part + 1]; ++v) {
      const gis::PixelXY px = view.toPixel(columns.at(v));
      const QPointF at(px.x_px, px.y_px);
      if (ring.isEmpty() || (at - ring.last()).manhattanLength() >= kFinestPx) ring << at;
    }
    if (ring.size() > 2) path.addPolygon(ring);
    path.closeSubpath();
  }
  return path;
}

}  // namespace layers
