// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/footprint/sketch_painter.h"

#include <QPainter>
#include <QPainterPath>
#include <QPainterPathStroker>
#include <cmath>

#include "app/settings/theme.h"

namespace app {
namespace {

constexpr double kFarPx = 20'000;  // beyond, a painter's numbers are no use

QPolygonF onScreen(const std::vector<gis::MapXY>& line, const layers::MapView& view) {
  QPolygonF points;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const gis::PixelXY px = view.toPixel(line[i]);
    const QPointF at(std::clamp(px.x_px, -kFarPx, kFarPx), std::clamp(px.y_px, -kFarPx, kFarPx));
    if (points.isEmpty() || i + 1 == line.size() || (at - points.back()).manhattanLength() >= 1) points << at;
  }
  return points;
}

QPainterPath pathOf(const MapSketch::Piece& piece, const layers::MapView& view) {
  QPainterPath path;
  path.setFillRule(Qt::OddEvenFill);
  if (!(piece.reach_m > 0)) {
    for (const auto& ring : piece.lines) {
      path.addPolygon(onScreen(ring, view));
      path.closeSubpath();
    }
    return path;
  }
  const double reach_px = piece.reach_m / view.metres_per_px;
  path.setFillRule(Qt::WindingFill);
  for (const auto& line : piece.lines) {
    const QPolygonF points = onScreen(line, view);
    if (points.isEmpty()) continue;
    if (line.size() == 1) {
      path.addEllipse(points.front(), reach_px, reach_px);
      continue;
    }
    QPainterPath middle;
    middle.addPolygon(points);
    QPainterPathStroker stroker;
    stroker.setWidth(std::max(1.0, 2 * reach_px));
    stroker.setCapStyle(Qt::RoundCap);
    stroker.setJoinStyle(Qt::RoundJoin);
    path.addPath(stroker.createStroke(middle));
  }
  // One border about all, instead of one about each.
  return piece.lines.size() <= 8 ? path.simplified() : path;
}

}  // namespace

void paintSketch(QPainter& painter, const layers::MapView& view, const MapSketch& sketch) {
  const ThemeColours& colours = currentColours();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (auto piece = sketch.pieces.rbegin(); piece != sketch.pieces.rend(); ++piece) {
    const QPainterPath path = pathOf(*piece, view);
    const QColor line = piece->colour.isValid() ? piece->colour : colours.accent;
    QColor fill = line;
    fill.setAlpha(40);
    painter.fillPath(path, fill);
    painter.strokePath(path, QPen(colours.ground, dp(4), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(path, QPen(line, dp(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  }
  painter.restore();
}

}  // namespace app
