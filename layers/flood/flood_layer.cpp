// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/flood/flood_layer.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

#include "layers/core/tile_surface.h"

namespace layers {
namespace {

constexpr double kMarkPx = 9;  // half the size of a red mark
constexpr int kAreaAlpha = 46;
constexpr int kAboveAllNames = 900'000;

QPointF pixel(const MapView& view, gis::MapXY at) {
  const gis::PixelXY px = view.toPixel(at);
  return {px.x_px, px.y_px};
}

QPolygonF pixels(const MapView& view, const std::vector<gis::MapXY>& line) {
  QPolygonF made;
  made.reserve(static_cast<int>(line.size()));
  // Vertices closer than what can be seen are passed over, the last one is kept.
  constexpr double kSeenPx = 0.8;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const QPointF at = pixel(view, line[i]);
    if (made.isEmpty() || i + 1 == line.size() || (at - made.back()).manhattanLength() > kSeenPx) made << at;
  }
  return made;
}

double halfSize(int severity, double scale) { return (kMarkPx - (3 - severity) * 1.5) * scale; }

// Villages are discs, rivers triangles, reservoirs squares on a corner: told apart without colour, too.
QPainterPath shapeOf(FloodMarkKind kind, QPointF at, double half) {
  QPainterPath path;
  switch (kind) {
    case FloodMarkKind::kVillage:
      path.addEllipse(at, half, half);
      break;
    case FloodMarkKind::kRiver:
      path.addPolygon(QPolygonF({at + QPointF(0, -1.15 * half), at + QPointF(1.1 * half, 0.85 * half),
                                 at + QPointF(-1.1 * half, 0.85 * half)}));
      path.closeSubpath();
      break;
    case FloodMarkKind::kReservoir:
      path.addPolygon(QPolygonF({at + QPointF(0, -1.2 * half), at + QPointF(1.2 * half, 0), at + QPointF(0, 1.2 * half),
                                 at + QPointF(-1.2 * half, 0)}));
      path.closeSubpath();
      break;
  }
  return path;
}

void paintMark(QPainter& painter, const FloodMark& mark, QPointF at, double scale) {
  const QPainterPath shape = shapeOf(mark.kind, at, halfSize(mark.severity, scale));
  painter.strokePath(shape, QPen(QColor(10, 14, 18, 190), 4.5 * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.strokePath(shape, QPen(Qt::white, 2.5 * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  painter.fillPath(shape, floodWarningColour(mark.severity));
}

BilingualText markName(FloodMarkKind kind, int severity) {
  switch (kind) {
    case FloodMarkKind::kVillage:
      return severity == 3 ? BilingualText{QStringLiteral("立即转移"), QStringLiteral("Move at once")}
                           : BilingualText{QStringLiteral("准备转移"), QStringLiteral("Prepare to move")};
    case FloodMarkKind::kRiver:
      return severity == 3 ? BilingualText{QStringLiteral("超保证水位"), QStringLiteral("Above the guaranteed stage")}
                           : BilingualText{QStringLiteral("超警戒水位"), QStringLiteral("Above the warning stage")};
    case FloodMarkKind::kReservoir:
      break;
  }
  return severity == 3   ? BilingualText{QStringLiteral("超校核洪水位"), QStringLiteral("Above the check level")}
         : severity == 2 ? BilingualText{QStringLiteral("超正常蓄水位"), QStringLiteral("Above the normal level")}
                         : BilingualText{QStringLiteral("超汛限水位"), QStringLiteral("Above the flood limit")};
}

BilingualText lineName(FloodLineKind kind) {
  return kind == FloodLineKind::kUpstream ? BilingualText{QStringLiteral("上游"), QStringLiteral("Upstream")}
         : kind == FloodLineKind::kDownstream
             ? BilingualText{QStringLiteral("下游"), QStringLiteral("Downstream")}
             : BilingualText{QStringLiteral("所选河段"), QStringLiteral("Chosen reach")};
}

}  // namespace

QColor floodWarningColour(int severity) {
  return severity >= 3   ? QColor(0xD7, 0x26, 0x3D)
         : severity == 2 ? QColor(0xF2, 0x7C, 0x1E)
         : severity == 1 ? QColor(0xF4, 0xC2, 0x0D)
                         : QColor(0x2B, 0x6C, 0xD9);
}

QColor floodLineColour(FloodLineKind kind, Theme theme) {
  const bool dark = theme == Theme::kDark;
  switch (kind) {
    case FloodLineKind::kUpstream:
      return dark ? QColor(0x35, 0xD0, 0xBA) : QColor(0x0B, 0x87, 0x76);
    case FloodLineKind::kDownstream:
      return dark ? QColor(0xC8, 0x8B, 0xF5) : QColor(0x7A, 0x33, 0xB8);
    case FloodLineKind::kStart:
      break;
  }
  return dark ? QColor(0xFF, 0xFF, 0xFF) : QColor(0x10, 0x16, 0x1D);
}

FloodLayer::FloodLayer(FloodPicture picture) : m_picture(std::move(picture)) {
  for (const FloodArea& area : m_picture.areas) {
    gis::MapBox box;
    for (const auto& ring : area.rings)
      for (const gis::MapXY& at : ring) box.add(at);
    m_area_boxes.push_back(box);
    m_extent.add(box);
  }
  for (const FloodLine& line : m_picture.lines) {
    gis::MapBox box;
    for (const gis::MapXY& at : line.line) box.add(at);
    m_line_boxes.push_back(box);
    m_extent.add(box);
  }
  for (const FloodMark& mark : m_picture.marks) m_extent.add(mark.at);
  // Red lies above orange above yellow.
  std::ranges::stable_sort(m_picture.marks, {}, &FloodMark::severity);
}

void FloodLayer::paint(TileSurface& surface, const PaintContext& context) const {
  const double scale = context.symbol_scale;
  const gis::MapBox wanted = context.view.box().grown(24 * scale * context.view.metres_per_px);
  QPainter& painter = surface.painter();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (std::size_t i = 0; i < m_picture.areas.size(); ++i) {
    if (context.cancel.cancelled()) return painter.restore();
    if (!m_area_boxes[i].intersects(wanted)) continue;
    QPainterPath path;
    path.setFillRule(Qt::OddEvenFill);
    for (const auto& ring : m_picture.areas[i].rings) path.addPolygon(pixels(context.view, ring)), path.closeSubpath();
    QColor fill = floodLineColour(m_picture.areas[i].kind, context.theme);
    painter.strokePath(path, QPen(fill, 1.2 * scale));
    fill.setAlpha(kAreaAlpha);
    painter.fillPath(path, fill);
  }
  for (const bool casing : {true, false})
    for (std::size_t i = 0; i < m_picture.lines.size(); ++i) {
      if (context.cancel.cancelled()) return painter.restore();
      const FloodLine& line = m_picture.lines[i];
      if (!m_line_boxes[i].intersects(wanted)) continue;
      const QColor colour = casing
                                ? (context.theme == Theme::kDark ? QColor(8, 12, 16, 200) : QColor(255, 255, 255, 220))
                                : floodLineColour(line.kind, context.theme);
      painter.setPen(
          QPen(colour, (line.width_px + (casing ? 2 : 0)) * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
      painter.drawPolyline(pixels(context.view, line.line));
    }
  for (const FloodMark& mark : m_picture.marks)
    if (wanted.contains(mark.at)) paintMark(painter, mark, pixel(context.view, mark.at), scale);
  painter.restore();
}

std::vector<LabelCandidate> FloodLayer::labels(const PaintContext& context) const {
  std::vector<LabelCandidate> names;
  const gis::MapBox box = context.view.box();
  const bool dark = context.theme == Theme::kDark;
  for (const FloodMark& mark : m_picture.marks) {
    if (mark.name.isEmpty() || !box.contains(mark.at)) continue;
    LabelCandidate name;
    name.text = mark.name;
    name.where = mark.at;
    name.priority = kAboveAllNames + mark.severity;
    name.size_px = 12.5;
    name.bold = mark.severity == 3;
    name.colour = dark ? QColor(0xF4, 0xF7, 0xFA) : QColor(0x14, 0x1A, 0x21);
    name.halo = dark ? QColor(0x10, 0x16, 0x1D) : QColor(Qt::white);
    name.halo_px = 2;
    name.offset_y_px = halfSize(mark.severity, 1) + 9;
    names.push_back(std::move(name));
  }
  return names;
}

std::vector<LegendEntry> FloodLayer::legend(const PaintContext& context) const {
  constexpr int kWidth = 20, kHeight = 14;
  std::vector<LegendEntry> entries;
  const auto swatch = [&](auto&& draw) {
    QImage image(kWidth, kHeight, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter);
    return image;
  };
  for (const FloodMarkKind kind : {FloodMarkKind::kVillage, FloodMarkKind::kRiver, FloodMarkKind::kReservoir})
    for (int severity = 3; severity >= 1; --severity) {
      const auto count = std::ranges::count_if(
          m_picture.marks, [&](const FloodMark& m) { return m.kind == kind && m.severity == severity; });
      if (count == 0) continue;
      entries.push_back({markName(kind, severity), swatch([&](QPainter& p) {
                           paintMark(p, {{}, kind, severity, {}}, {kWidth / 2.0, kHeight / 2.0}, 0.55);
                         }),
                         count});
    }
  for (const FloodLineKind kind : {FloodLineKind::kStart, FloodLineKind::kUpstream, FloodLineKind::kDownstream}) {
    const auto count = std::ranges::count(m_picture.lines, kind, &FloodLine::kind);
    if (count == 0) continue;
    entries.push_back({lineName(kind), swatch([&](QPainter& p) {
                         p.setPen(QPen(floodLineColour(kind, context.theme), 3, Qt::SolidLine, Qt::RoundCap));
                         p.drawLine(2, kHeight / 2, kWidth - 2, kHeight / 2);
                       }),
                       count});
  }
  return entries;
}

}  // namespace layers
