// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/fire/fire_layer.h"

#include <QPainter>
#include <QPainterPath>
#include <cmath>
#include <numbers>

#include "layers/core/tile_surface.h"

namespace layers {
namespace {

// No class of fire risk is magenta, and no class is striped: whoever sees no red or green tells it by the stripes.
constexpr QRgb kSeen = qRgba(230, 40, 230, 125), kSeenStripe = qRgba(255, 255, 255, 170), kHidden = qRgba(0, 0, 0, 70);
constexpr int kStripes = 48;  // across the picture

// The stripes go with the cells, so that tiles fit together.
QRgb seenColour(int x, int y, int period) { return (x + y) % period < (period + 2) / 3 ? kSeenStripe : kSeen; }

const QColor kWay(0, 190, 200), kOpen(224, 64, 208), kClosed(40, 170, 130);

QPointF pixelOf(const MapView& view, gis::MapXY p) {
  const gis::PixelXY at = view.toPixel(p);
  return {at.x_px, at.y_px};
}

QPolygonF polygonOf(const MapView& view, const std::vector<gis::MapXY>& line) {
  QPolygonF made;
  made.reserve(static_cast<int>(line.size()));
  for (const gis::MapXY& p : line) made << pixelOf(view, p);
  return made;
}

bool near(const MapView& view, const std::vector<gis::MapXY>& line) {
  gis::MapBox box;
  for (const gis::MapXY& p : line) box.add(p);
  return box.intersects(view.box().grown(20 * view.metres_per_px));
}

void paintFire(QPainter& painter, QPointF at, double scale) {
  painter.setPen(QPen(Qt::white, 2 * scale));
  painter.setBrush(QColor(200, 40, 120));
  QPainterPath flame;
  flame.moveTo(at + QPointF(0, -11) * scale);
  flame.cubicTo(at + QPointF(7, -4) * scale, at + QPointF(9, 2) * scale, at + QPointF(5, 7) * scale);
  flame.cubicTo(at + QPointF(2, 10) * scale, at + QPointF(-2, 10) * scale, at + QPointF(-5, 7) * scale);
  flame.cubicTo(at + QPointF(-9, 2) * scale, at + QPointF(-3, -2) * scale, at + QPointF(0, -11) * scale);
  painter.drawPath(flame);
}

}  // namespace

QColor fireGradeColour(int grade) {
  constexpr QRgb kColours[] = {qRgb(138, 146, 155), qRgb(74, 154, 102), qRgb(74, 151, 215),
                               qRgb(207, 180, 58),  qRgb(247, 154, 60), qRgb(224, 53, 87)};
  return QColor(kColours[grade >= 1 && grade <= 5 ? grade : 0]);
}

QImage seenSwatch(int side_px) {
  QImage made(side_px, side_px, QImage::Format_ARGB32);
  for (int y = 0; y < side_px; ++y)
    for (int x = 0; x < side_px; ++x) made.setPixel(x, y, seenColour(x, y, std::max(4, side_px / 3)));
  return made;
}

FireLayer::FireLayer(FireDrawing drawing) : m_drawing(std::move(drawing)) {
  const FireDrawing& d = m_drawing;
  double reach_m = d.sector ? d.sector->radius_m : 0;
  for (const double r : d.rings_m) reach_m = std::max(reach_m, r);
  if (d.fire) {
    gis::MapBox box;
    box.add(*d.fire);
    m_extent.add(box.grown(reach_m));
  }
  for (const auto& way : d.ways)
    for (const gis::MapXY& p : way.line) m_extent.add(p);
  for (const auto& mesh : d.meshes)
    for (const gis::MapXY& p : mesh.ring) m_extent.add(p);
  for (const auto& gap : d.gaps) m_extent.add(gap.end);
  for (const auto& area : d.areas)
    for (const auto& ring : area.rings)
      for (const gis::MapXY& p : ring) m_extent.add(p);
  if (d.seen) {
    m_extent.add(d.seen->box);
    m_seen = QImage(d.seen->cells.size(), QImage::Format_ARGB32);
    const int period = std::max(4, m_seen.width() / kStripes);
    for (int y = 0; y < m_seen.height(); ++y) {
      const uchar* from = d.seen->cells.constScanLine(y);
      auto* to = reinterpret_cast<QRgb*>(m_seen.scanLine(y));
      for (int x = 0; x < m_seen.width(); ++x)
        to[x] = from[x] == 255 ? seenColour(x, y, period) : from[x] == 0 ? kHidden : 0;
    }
    m_seen = m_seen.convertToFormat(QImage::Format_ARGB32_Premultiplied);
  }
}

void FireLayer::paint(TileSurface& surface, const PaintContext& context) const {
  const MapView& view = context.view;
  if (m_extent.empty() || !m_extent.intersects(view.box().grown(40 * view.metres_per_px))) return;
  QPainter& painter = surface.painter();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const double s = context.symbol_scale;
  const QColor ink = context.theme == Theme::kDark ? QColor(235, 240, 245) : QColor(30, 36, 44);
  for (const FireDrawing::Area& area : m_drawing.areas) {
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const auto& ring : area.rings) path.addPolygon(polygonOf(view, ring));
    QColor fill = fireGradeColour(area.grade);
    painter.setPen(QPen(fill, 2 * s));
    fill.setAlpha(110);
    painter.fillPath(path, fill);
    painter.strokePath(path, painter.pen());
  }
  if (m_drawing.seen) {
    const gis::MapBox& box = m_drawing.seen->box;
    const QRectF where(pixelOf(view, {box.min_x_m, box.max_y_m}), pixelOf(view, {box.max_x_m, box.min_y_m}));
    painter.drawImage(where, m_seen);
  }
  for (const FireDrawing::Mesh& mesh : m_drawing.meshes) {
    if (context.cancel.cancelled()) break;
    if (!near(view, mesh.ring)) continue;
    const QColor colour = mesh.closed ? kClosed : kOpen;
    QColor fill = colour;
    fill.setAlpha(mesh.chosen ? 110 : 40);
    painter.setPen(QPen(colour, (mesh.chosen ? 3 : 1.2) * s));
    painter.setBrush(fill);
    painter.drawPolygon(polygonOf(view, mesh.ring));
  }
  for (const FireDrawing::Gap& gap : m_drawing.gaps) {
    if (!near(view, {gap.end, gap.close_at})) continue;
    painter.setPen(QPen(kOpen, 3 * s, Qt::DotLine));
    if (gap.length_m > 0) painter.drawLine(pixelOf(view, gap.end), pixelOf(view, gap.close_at));
    painter.setPen(QPen(Qt::white, 1.2 * s));
    painter.setBrush(kOpen);
    painter.drawEllipse(pixelOf(view, gap.end), 3.5 * s, 3.5 * s);
  }
  for (const FireDrawing::Way& way : m_drawing.ways) {
    if (!near(view, way.line)) continue;
    const QPolygonF line = polygonOf(view, way.line);
    painter.setPen(QPen(QColor(0, 0, 0, 140), (way.chosen ? 7 : 4) * s, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setPen(QPen(kWay, (way.chosen ? 4.5 : 2) * s, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
  }
  if (m_drawing.fire) {
    const QPointF at = pixelOf(view, *m_drawing.fire);
    const double per_m = m_drawing.map_scale_ratio / view.metres_per_px;
    if (m_drawing.sector) {
      const double r = m_drawing.sector->radius_m * per_m;
      const double start = 90 - m_drawing.sector->towards_deg - m_drawing.sector->half_deg;
      painter.setPen(QPen(QColor(200, 40, 120), 1.5 * s));
      painter.setBrush(QColor(200, 40, 120, 60));
      painter.drawPie(QRectF(at.x() - r, at.y() - r, 2 * r, 2 * r), static_cast<int>(std::lround(start * 16)),
                      static_cast<int>(std::lround(m_drawing.sector->half_deg * 32)));
    }
    painter.setBrush(Qt::NoBrush);
    for (const double radius_m : m_drawing.rings_m) {
      painter.setPen(QPen(ink, 1.5 * s, Qt::DashLine));
      painter.drawEllipse(at, radius_m * per_m, radius_m * per_m);
    }
    paintFire(painter, at, s);
  }
  if (m_drawing.observer) {
    painter.setPen(QPen(Qt::white, 2 * s));
    painter.setBrush(QColor(150, 20, 150));
    painter.drawEllipse(pixelOf(view, *m_drawing.observer), 6 * s, 6 * s);
  }
  painter.restore();
}

std::vector<LabelCandidate> FireLayer::labels(const PaintContext& context) const {
  std::vector<LabelCandidate> made;
  const auto add = [&](gis::MapXY where, const QString& text, int priority) {
    LabelCandidate label;
    label.text = text;
    label.where = where;
    label.priority = priority;
    label.bold = true;
    label.colour = context.theme == Theme::kDark ? Qt::white : QColor(30, 36, 44);
    label.halo = context.theme == Theme::kDark ? QColor(0, 0, 0, 190) : QColor(255, 255, 255, 220);
    label.halo_px = 2;
    if (context.view.box().contains(where)) made.push_back(std::move(label));
  };
  if (m_drawing.fire)
    for (const double r : m_drawing.rings_m)
      add({m_drawing.fire->x_m, m_drawing.fire->y_m + r * m_drawing.map_scale_ratio},
          QStringLiteral("%1 km").arg(r / 1000), 900'000);
  if (context.view.metres_per_px < 12)
    for (const FireDrawing::Gap& gap : m_drawing.gaps)
      if (gap.length_m > 0)
        add({(gap.end.x_m + gap.close_at.x_m) / 2, (gap.end.y_m + gap.close_at.y_m) / 2},
            QStringLiteral("%1 m").arg(gap.length_m, 0, 'f', 0), 800'000);
  return made;
}

}  // namespace layers
