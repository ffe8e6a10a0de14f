// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/weather/warning_layer.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "layers/core/tile_surface.h"

namespace layers {
namespace {

constexpr double kSignPx = 30;
constexpr double kHatchPx = 11;

}  // namespace

QColor warningColour(int colour) {
  constexpr QRgb kColours[] = {qRgb(230, 0, 18), qRgb(243, 152, 0), qRgb(255, 241, 0), qRgb(0, 104, 183)};
  return QColor(kColours[colour >= 1 && colour <= 4 ? colour - 1 : 3]);
}

std::string warningIcon(const std::string& type_code) {
  const std::string name = "warn-" + type_code;
  return IconSet::has(name) ? name : "warn-other";
}

WarningLayer::WarningLayer(std::vector<WarnedShape> shapes) : m_shapes(std::move(shapes)) {
  for (const WarnedShape& shape : m_shapes)
    for (const auto& ring : shape.rings)
      for (const gis::MapXY& p : ring) m_extent.add(p);
}

void WarningLayer::paint(TileSurface& surface, const PaintContext& context) const {
  const MapView& view = context.view;
  if (m_extent.empty() || !m_extent.intersects(view.box().grown(kSignPx * 4 * view.metres_per_px))) return;
  QPainter& painter = surface.painter();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const double s = context.symbol_scale;
  for (const WarnedShape& shape : m_shapes) {
    if (context.cancel.cancelled()) break;
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const auto& ring : shape.rings) {
      QPolygonF polygon;
      for (const gis::MapXY& p : ring) {
        const gis::PixelXY at = view.toPixel(p);
        polygon << QPointF(at.x_px, at.y_px);
      }
      path.addPolygon(polygon);
    }
    const QRectF seen = path.boundingRect().intersected(QRectF(-4, -4, view.width_px + 8, view.height_px + 8));
    if (seen.isEmpty()) continue;
    const QColor colour = warningColour(shape.colour);
    QColor wash = colour;
    wash.setAlpha(50);
    painter.fillPath(path, wash);
    // Hatching that is fixed to the ground: tiles meet.
    painter.save();
    painter.setClipPath(path);
    painter.setPen(QPen(QColor(colour.red(), colour.green(), colour.blue(), 170), 2 * s));
    const gis::MapXY corner = view.toMap({0, 0});
    const double step = kHatchPx * s;
    const double phase = std::fmod((corner.x_m + corner.y_m) / view.metres_per_px, step);
    for (double x = seen.left() - seen.bottom() - step; x < seen.right() - seen.top() + step;) {
      const double line = std::floor((x + phase) / step) * step - phase;
      painter.drawLine(QPointF(line + seen.top(), seen.top()), QPointF(line + seen.bottom(), seen.bottom()));
      x = line + step * 1.0001;
    }
    painter.restore();
    painter.strokePath(path, QPen(QColor(0, 0, 0, 130), 4 * s));
    painter.strokePath(path, QPen(colour, 2.5 * s));
  }
  for (const WarnedShape& shape : m_shapes) {
    const gis::PixelXY at = view.toPixel(shape.sign_at);
    const double size = kSignPx * s;
    double x = at.x_px - size * static_cast<double>(shape.signs.size()) / 2;
    for (const WarnedShape::Sign& sign : shape.signs) {
      const QImage image =
          m_icons.image(warningIcon(sign.type_code), size, view.device_ratio, warningColour(sign.colour));
      painter.drawImage(QRectF(x, at.y_px - size / 2, size, size), image);
      x += size + 2;
    }
  }
  painter.restore();
}

}  // namespace layers
