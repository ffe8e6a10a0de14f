// SPDX-License-Identifier: GPL-3.0-or-later
// What ShapeTool draws over the map; what it does is in shape_tool.cpp.
#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "app/settings/theme.h"
#include "app/shape/shape_tool.h"

namespace app {

namespace {

constexpr double kMostHandles = 1500;  // in the view: more is a carpet that hides the shape
constexpr double kLeastPaintedEdgePx = 28;

QPointF pointOf(const layers::MapView& view, gis::MapXY at) {
  const gis::PixelXY px = view.toPixel(at);
  return {px.x_px, px.y_px};
}

QPainterPath pathOf(const layers::MapView& view, const std::vector<std::vector<gis::MapXY>>& parts,
                    gis::GeometryKind kind) {
  QPainterPath path;
  path.setFillRule(Qt::OddEvenFill);
  for (const auto& part : parts) {
    if (part.empty()) continue;
    path.moveTo(pointOf(view, part.front()));
    for (std::size_t i = 1; i < part.size(); ++i) path.lineTo(pointOf(view, part[i]));
    if (kind == gis::GeometryKind::kPolygon) path.closeSubpath();
  }
  return path;
}

// A light line under a coloured one stands out on any ground.
void strokeTwice(QPainter& painter, const QPainterPath& path, const QColor& colour, double width_px,
                 Qt::PenStyle style) {
  QColor halo = currentColours().ground;
  halo.setAlpha(200);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(halo, width_px + dp(2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPath(path);
  painter.setPen(QPen(colour, width_px, style, Qt::RoundCap, Qt::RoundJoin));
  painter.drawPath(path);
}

}  // namespace

void ShapeTool::paintShape(QPainter& painter, const layers::MapView& view, const Placed& parts, gis::GeometryKind kind,
                           bool first) const {
  const ThemeColours& colours = currentColours();
  const QColor colour = m_crossing && first ? colours.danger : colours.accent;
  if (kind == gis::GeometryKind::kPoint) {
    for (const auto& part : parts)
      for (const gis::MapXY& at : part) {
        painter.setPen(QPen(colours.ground, dp(4)));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(pointOf(view, at), dp(9), dp(9));
        painter.setPen(QPen(colour, dp(2)));
        painter.drawEllipse(pointOf(view, at), dp(9), dp(9));
      }
    return;
  }
  const QPainterPath path = pathOf(view, parts, kind);
  if (kind == gis::GeometryKind::kPolygon) {
    QColor fill = colour;
    fill.setAlpha(first ? 40 : 60);
    painter.fillPath(path, fill);
  }
  strokeTwice(painter, path, colour, dp(2), first ? Qt::SolidLine : Qt::DashLine);
}

void ShapeTool::paintHandles(QPainter& painter, const layers::MapView& view) const {
  if (m_mode != ShapeMode::kEdit || m_waiting) return;
  const ThemeColours& colours = currentColours();
  const gis::MapBox seen = view.box();
  std::size_t in_view = 0;
  for (const auto& part : m_placed)
    for (const gis::MapXY& vertex : part) in_view += seen.contains(vertex) ? 1 : 0;
  if (in_view <= kMostHandles) {
    for (std::size_t part = 0; part < m_placed.size(); ++part) {
      const auto& vertices = m_placed[part];
      const std::size_t edges = m_shape.kind == gis::GeometryKind::kPolygon ? vertices.size()
                                : m_shape.kind == gis::GeometryKind::kLine  ? vertices.size() - 1
                                                                            : 0;
      painter.setPen(QPen(colours.accent, dp(1)));
      painter.setBrush(colours.ground);
      for (std::size_t i = 0; i < edges; ++i) {
        const QPointF a = pointOf(view, vertices[i]), b = pointOf(view, vertices[(i + 1) % vertices.size()]);
        if (std::hypot(a.x() - b.x(), a.y() - b.y()) < dp(kLeastPaintedEdgePx)) continue;
        painter.drawEllipse((a + b) / 2, dp(3), dp(3));
      }
      for (std::size_t i = 0; i < vertices.size(); ++i) {
        if (!seen.contains(vertices[i])) continue;
        const bool chosen = m_chosen == gis::VertexAt{part, i};
        const bool hovered = m_hovered == gis::VertexAt{part, i};
        const double side = dp(chosen || hovered ? 11 : 8);
        const QPointF at = pointOf(view, vertices[i]);
        painter.setPen(QPen(chosen ? colours.text : colours.ground, dp(chosen ? 2 : 1)));
        painter.setBrush(colours.accent);
        painter.drawRect(QRectF(at.x() - side / 2, at.y() - side / 2, side, side));
      }
    }
  }
  if (const auto centre = cross()) {
    const QPointF at = pointOf(view, *centre);
    painter.setPen(QPen(colours.accent, dp(1.5)));
    painter.setBrush(colours.ground);
    painter.drawEllipse(at, dp(8), dp(8));
    painter.drawLine(at - QPointF(dp(5), 0), at + QPointF(dp(5), 0));
    painter.drawLine(at - QPointF(0, dp(5)), at + QPointF(0, dp(5)));
  }
}

void ShapeTool::paintDrawing(QPainter& painter, const layers::MapView& view) const {
  if (m_mode == ShapeMode::kEdit) return;
  const ThemeColours& colours = currentColours();
  std::vector<gis::MapXY> line;
  std::vector<gis::LonLat> degrees;
  for (const SetVertex& vertex : m_vertices)
    if (const auto at = m_document.toMap(vertex.at)) line.push_back(*at), degrees.push_back(vertex.at);
  const std::size_t set = line.size();
  if (m_pointer && !m_vertices.empty()) {
    line.push_back(m_snap ? m_snap->at : *m_pointer);
    if (const auto at = m_document.toLonLat(line.back())) degrees.push_back(*at);
  }
  const bool ring = m_mode == ShapeMode::kHole || (m_mode == ShapeMode::kDraw && m_kind == gis::GeometryKind::kPolygon);
  const bool crosses = ring && gis::crossingOfLast(degrees).has_value();
  const QColor colour = crosses ? colours.danger : colours.accent;
  if (line.size() > 1) {
    const QPainterPath path =
        pathOf(view, {line}, ring && line.size() > 2 ? gis::GeometryKind::kPolygon : gis::GeometryKind::kLine);
    if (ring && line.size() > 2) {
      QColor fill = colour;
      fill.setAlpha(50);
      painter.fillPath(path, fill);
    }
    strokeTwice(painter, path, colour, dp(2), m_mode == ShapeMode::kSplit ? Qt::DashLine : Qt::SolidLine);
  }
  painter.setPen(QPen(colours.ground, dp(1)));
  painter.setBrush(colours.accent);
  for (std::size_t i = 0; i < set; ++i) painter.drawEllipse(pointOf(view, line[i]), dp(4), dp(4));
}

void ShapeTool::paintPieces(QPainter& painter, const layers::MapView& view) const {
  const ThemeColours& colours = currentColours();
  QFont font = painter.font();
  font.setPixelSize(dp(15));
  font.setBold(true);
  painter.setFont(font);
  for (std::size_t n = 0; n < m_pieces.size(); ++n) {
    const auto& [kind, parts] = m_pieces[n];
    const QPainterPath path = pathOf(view, parts, kind);
    if (kind == gis::GeometryKind::kPolygon) {
      QColor fill = n % 2 == 0 ? colours.accent : colours.text;
      fill.setAlpha(n % 2 == 0 ? 90 : 50);
      painter.fillPath(path, fill);
    }
    strokeTwice(painter, path, n % 2 == 0 ? colours.accent : colours.text, dp(2), Qt::SolidLine);
    const QPointF middle = kind == gis::GeometryKind::kLine ? path.pointAtPercent(0.5) : path.boundingRect().center();
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.ground);
    painter.drawEllipse(middle, dp(12), dp(12));
    painter.setPen(colours.text);
    painter.drawText(QRectF(middle.x() - dp(12), middle.y() - dp(12), dp(24), dp(24)), Qt::AlignCenter,
                     QString::number(n + 1));
  }
}

void ShapeTool::paint(QPainter& painter, const layers::MapView& view) const {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (const auto& [kind, parts] : m_others) paintShape(painter, view, parts, kind, false);
  if (!m_pieces.empty()) {
    paintPieces(painter, view);
  } else if (!m_placed.empty()) {
    paintShape(painter, view, m_placed, m_shape.kind, true);
    paintHandles(painter, view);
  }
  paintDrawing(painter, view);
  const ThemeColours& colours = currentColours();
  if (m_snap) {
    const QPointF at = pointOf(view, m_snap->at);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colours.text, dp(2)));
    if (m_snap->kind == gis::SnapKind::kVertex)
      painter.drawRect(QRectF(at.x() - dp(7), at.y() - dp(7), dp(14), dp(14)));
    else
      painter.drawEllipse(at, dp(7), dp(7));
  }
  if (m_crossing) {
    const QPointF at = pointOf(view, *m_crossing);
    painter.setPen(QPen(colours.danger, dp(3)));
    painter.drawLine(at - QPointF(dp(7), dp(7)), at + QPointF(dp(7), dp(7)));
    painter.drawLine(at - QPointF(dp(7), -dp(7)), at + QPointF(dp(7), -dp(7)));
  }
  painter.restore();
}

}  // namespace app
