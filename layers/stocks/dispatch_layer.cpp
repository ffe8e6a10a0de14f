// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/stocks/dispatch_layer.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "layers/core/tile_surface.h"

namespace layers {
namespace {

constexpr double kPlacePx = 6.5, kWayNamedBelow_m_per_px = 120;

struct DispatchLook {
  QColor way, chosen_way, casing, ground, edge, filled, lacks, closed;
};

// None of the colours of warnings: ways are cyan, what lacks is magenta, closed ground is the ink's grey, hatched.
const DispatchLook& dispatchLook(Theme theme) {
  static const DispatchLook dark{QColor("#35c4d7"), QColor("#f2fbff"), QColor(0, 0, 0, 170), QColor("#1e2933"),
                                 QColor("#e4edf4"), QColor("#3dbfae"), QColor("#ff6ea9"),    QColor("#d7dee6")};
  static const DispatchLook light{QColor("#04788c"), QColor("#10202c"), QColor(255, 255, 255, 210), QColor("#ffffff"),
                                  QColor("#2f4252"), QColor("#0b857a"), QColor("#b3125f"),          QColor("#44525f")};
  return theme == Theme::kDark ? dark : light;
}

QPolygonF onScreen(const MapView& view, const std::vector<gis::MapXY>& line) {
  QPolygonF made;
  for (const gis::MapXY& p : line) {
    const gis::PixelXY at = view.toPixel(p);
    const QPointF px(at.x_px, at.y_px);
    if (made.isEmpty() || (px - made.last()).manhattanLength() >= 0.6) made << px;
  }
  return made;
}

void paintClosed(QPainter& painter, const MapView& view, const DispatchDrawing::Closed& closed, QColor colour,
                 double scale) {
  QPainterPath path;
  path.setFillRule(Qt::OddEvenFill);
  const double reach_px = std::max(closed.reach_m / view.metres_per_px, 4 * scale);
  for (const auto& part : closed.parts) {
    const QPolygonF line = onScreen(view, part);
    if (closed.reach_m <= 0) {
      path.addPolygon(line);
      path.closeSubpath();
    } else if (line.size() == 1) {
      path.addEllipse(line.first(), reach_px, reach_px);
    } else {
      QPainterPath along;
      along.addPolygon(line);
      QPainterPathStroker stroker;
      stroker.setWidth(2 * reach_px);
      stroker.setCapStyle(Qt::RoundCap);
      stroker.setJoinStyle(Qt::RoundJoin);
      path.addPath(stroker.createStroke(along).simplified());
    }
  }
  QColor hatch = colour;
  hatch.setAlpha(190);
  painter.setPen(QPen(colour, 1.6 * scale));
  painter.setBrush(QBrush(hatch, Qt::BDiagPattern));
  painter.drawPath(path);
}

void paintPlace(QPainter& painter, QPointF at, double half_px, DispatchDrawing::Served served, bool chosen,
                const DispatchLook& look) {
  using Served = DispatchDrawing::Served;
  const QColor edge = served == Served::kWhole ? look.edge : look.lacks;
  painter.setPen(QPen(edge, chosen ? 3.2 : 1.8));
  painter.setBrush(look.ground);
  const QRectF box(at.x() - half_px, at.y() - half_px, 2 * half_px, 2 * half_px);
  painter.drawEllipse(box);
  painter.setPen(Qt::NoPen);
  painter.setBrush(served == Served::kWhole ? look.filled : look.lacks);
  const QRectF inner = box.adjusted(2, 2, -2, -2);
  if (served == Served::kWhole) painter.drawEllipse(inner);
  if (served == Served::kPart) painter.drawPie(inner, 180 * 16, 180 * 16);
  if (served == Served::kNothing) {
    painter.setPen(QPen(look.lacks, 1.8));
    painter.drawLine(inner.topLeft() + QPointF(1, 1), inner.bottomRight() - QPointF(1, 1));
    painter.drawLine(inner.topRight() + QPointF(-1, 1), inner.bottomLeft() + QPointF(1, -1));
  }
}

BilingualText servedTitle(DispatchDrawing::Served served) {
  switch (served) {
    case DispatchDrawing::Served::kWhole:
      return {QStringLiteral("全部满足"), QStringLiteral("gets all it asked for")};
    case DispatchDrawing::Served::kPart:
      return {QStringLiteral("部分满足"), QStringLiteral("gets a part")};
    case DispatchDrawing::Served::kNothing:
      return {QStringLiteral("未能满足"), QStringLiteral("gets nothing")};
  }
  return {};
}

}  // namespace

DispatchLayer::DispatchLayer(DispatchDrawing drawing) : m_drawing(std::move(drawing)) {
  std::ranges::stable_sort(m_drawing.ways, {}, &DispatchDrawing::Way::chosen);
  std::ranges::stable_sort(m_drawing.places, {}, &DispatchDrawing::Place::served);  // what lacks lies on top
  for (const auto& way : m_drawing.ways)
    for (const gis::MapXY& p : way.line) m_extent.add(p);
  for (const auto& place : m_drawing.places) m_extent.add(place.at);
  for (const auto& closed : m_drawing.closed) {
    gis::MapBox box;
    for (const auto& part : closed.parts)
      for (const gis::MapXY& p : part) box.add(p);
    if (!box.empty()) m_extent.add(box.grown(closed.reach_m));
  }
  if (m_drawing.asked) m_extent.add(*m_drawing.asked);
}

void DispatchLayer::paint(TileSurface& surface, const PaintContext& context) const {
  const MapView& view = context.view;
  if (m_extent.empty() || !m_extent.intersects(view.box().grown(30 * context.symbol_scale * view.metres_per_px)))
    return;
  QPainter& painter = surface.painter();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  const DispatchLook& look = dispatchLook(context.theme);
  const double s = context.symbol_scale;
  for (const auto& closed : m_drawing.closed) {
    if (context.cancel.cancelled()) break;
    paintClosed(painter, view, closed, look.closed, s);
  }
  painter.setBrush(Qt::NoBrush);
  for (const auto& way : m_drawing.ways) {
    if (context.cancel.cancelled()) break;
    const QPolygonF line = onScreen(view, way.line);
    painter.setPen(QPen(look.casing, (way.chosen ? 8 : 5) * s, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setPen(QPen(way.chosen ? look.chosen_way : look.way, (way.chosen ? 4.5 : 2.4) * s, Qt::SolidLine,
                        Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
  }
  for (const auto& place : m_drawing.places) {
    const gis::PixelXY at = view.toPixel(place.at);
    paintPlace(painter, QPointF(at.x_px, at.y_px), kPlacePx * s, place.served, place.chosen, look);
  }
  if (m_drawing.asked) {
    const gis::PixelXY at = view.toPixel(*m_drawing.asked);
    painter.setPen(QPen(look.edge, 2.4 * s));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(at.x_px, at.y_px), 9 * s, 9 * s);
    painter.drawEllipse(QPointF(at.x_px, at.y_px), 2 * s, 2 * s);
  }
  painter.restore();
}

std::vector<LabelCandidate> DispatchLayer::labels(const PaintContext& context) const {
  std::vector<LabelCandidate> labels;
  const DispatchLook& look = dispatchLook(context.theme);
  for (const auto& place : m_drawing.places) {
    const bool lacks = place.served != DispatchDrawing::Served::kWhole;
    if (!lacks && !place.chosen && context.view.metres_per_px > kWayNamedBelow_m_per_px) continue;
    if (!context.view.box().contains(place.at)) continue;
    LabelCandidate label;
    label.text = place.name;
    label.where = place.at;
    label.priority = place.chosen ? 950 : lacks ? 860 : 400;
    label.bold = lacks || place.chosen;
    label.colour = lacks ? look.lacks : look.edge;
    label.halo = look.ground;
    label.offset_y_px = (kPlacePx + 8) * context.symbol_scale;
    labels.push_back(std::move(label));
  }
  return labels;
}

std::vector<LegendEntry> DispatchLayer::legend(const PaintContext& context) const {
  std::vector<LegendEntry> entries;
  const DispatchLook& look = dispatchLook(context.theme);
  const auto entry = [&](BilingualText name, long long count, const auto& draw) {
    QImage swatch(20, 14, QImage::Format_ARGB32_Premultiplied);
    swatch.fill(Qt::transparent);
    QPainter painter(&swatch);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
    painter.end();
    entries.push_back({std::move(name), swatch, count});
  };
  using Served = DispatchDrawing::Served;
  for (const Served served : {Served::kWhole, Served::kPart, Served::kNothing})
    if (const auto count = std::ranges::count(m_drawing.places, served, &DispatchDrawing::Place::served); count > 0)
      entry(servedTitle(served), count,
            [&](QPainter& painter) { paintPlace(painter, QPointF(10, 7), 6, served, false, look); });
  if (!m_drawing.ways.empty())
    entry({QStringLiteral("运输路线"), QStringLiteral("way of the goods")},
          static_cast<long long>(m_drawing.ways.size()), [&](QPainter& painter) {
            painter.setPen(QPen(look.way, 3));
            painter.drawLine(1, 7, 19, 7);
          });
  if (!m_drawing.closed.empty())
    entry({QStringLiteral("道路中断"), QStringLiteral("roads closed")}, static_cast<long long>(m_drawing.closed.size()),
          [&](QPainter& painter) {
            painter.setPen(QPen(look.closed, 1.4));
            painter.setBrush(QBrush(look.closed, Qt::BDiagPattern));
            painter.drawRect(1, 1, 18, 12);
          });
  return entries;
}

}  // namespace layers
