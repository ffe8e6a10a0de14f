// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/highlight.h"

#include <QPainter>
#include <cmath>

#include "app/settings/theme.h"

namespace app {

Highlight highlightOf(const gis::MapColumns& columns, std::uint32_t feature, double metres_per_px) {
  Highlight result{columns.kind, columns.origin, {}, {}};
  if (feature >= columns.featureCount()) return result;
  const double least_m = metres_per_px * 0.7;
  for (std::uint32_t part = columns.feature_start[feature]; part < columns.feature_start[feature + 1]; ++part) {
    const std::uint32_t first = columns.part_start[part], end = columns.part_start[part + 1];
    if (columns.kind == gis::GeometryKind::kPoint) {
      for (std::uint32_t v = first; v < end; ++v) result.points.push_back(columns.at(v));
      continue;
    }
    QPointF last;
    for (std::uint32_t v = first; v < end; ++v) {
      const QPointF p(static_cast<double>(columns.xy_m[v * 2]), -static_cast<double>(columns.xy_m[v * 2 + 1]));
      if (v == first) {
        result.path.moveTo(p);
      } else if (v + 1 == end || std::abs(p.x() - last.x()) + std::abs(p.y() - last.y()) >= least_m) {
        result.path.lineTo(p);
      } else {
        continue;
      }
      last = p;
    }
    if (columns.kind == gis::GeometryKind::kPolygon) result.path.closeSubpath();
  }
  return result;
}

void paintHighlight(QPainter& painter, const layers::MapView& view, const Highlight& highlight) {
  const ThemeColours& c = currentColours();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (const gis::MapXY& p : highlight.points) {
    const gis::PixelXY px = view.toPixel(p);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(c.ground, dp(6)));
    painter.drawEllipse(QPointF(px.x_px, px.y_px), dp(13), dp(13));
    painter.setPen(QPen(c.accent, dp(3)));
    painter.drawEllipse(QPointF(px.x_px, px.y_px), dp(13), dp(13));
  }
  if (!highlight.path.isEmpty()) {
    const gis::PixelXY origin = view.toPixel(highlight.origin);
    QTransform transform;
    transform.translate(origin.x_px, origin.y_px);
    transform.scale(1 / view.metres_per_px, 1 / view.metres_per_px);
    const QPainterPath path = transform.map(highlight.path);
    if (highlight.kind == gis::GeometryKind::kPolygon) painter.fillPath(path, c.accent_soft);
    painter.strokePath(path, QPen(c.ground, dp(6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(path, QPen(c.accent, dp(3), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  }
  painter.restore();
}

}  // namespace app
