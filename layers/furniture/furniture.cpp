// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/furniture/furniture.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <optional>

#include "layers/furniture/scale_bar.h"

namespace layers {
namespace {

constexpr double kLabelPx = 10, kEdgePx = 12, kTitlePx = 20, kNotePx = 11;

// Where a line crosses x = at (or y = at), as the other coordinate.
std::optional<double> crossing(const QPolygonF& line, bool vertical_edge, double at) {
  for (qsizetype i = 1; i < line.size(); ++i) {
    const QPointF a = vertical_edge ? line[i - 1] : line[i - 1].transposed();
    const QPointF b = vertical_edge ? line[i] : line[i].transposed();
    if ((a.x() - at) * (b.x() - at) > 0 || a.x() == b.x()) continue;
    return a.y() + (b.y() - a.y()) * (at - a.x()) / (b.x() - a.x());
  }
  return std::nullopt;
}

enum class LabelEdges { kTopLeft, kBottomRight };

void paintGridLabels(QPainter& painter, const FurnitureLook& look, const MapGrid& grid, const QRectF& map,
                     LabelEdges edges, const QColor& colour) {
  const QFont font = look.font(kLabelPx);
  const QFontMetricsF metrics(font);
  painter.setFont(font);
  const double pad_px = look.px(3), height_px = metrics.height();
  double free_from_px = -1e9;  // along the edge: labels never touch each other
  GridAxis axis = GridAxis::kEasting;
  for (const GridLine& line : grid.lines) {
    if (line.axis != axis) axis = line.axis, free_from_px = 1e9;
    const bool up = axis == GridAxis::kEasting;
    const double width_px = metrics.horizontalAdvance(line.label) + 2 * pad_px;
    const double edge_px =
        up ? (edges == LabelEdges::kTopLeft ? 0.0 : map.height()) : (edges == LabelEdges::kTopLeft ? 0.0 : map.width());
    const auto at = crossing(line.points, !up, edge_px);
    if (!at) continue;
    QRectF box;
    if (up) {
      box = {map.left() + *at - width_px / 2, edges == LabelEdges::kTopLeft ? map.top() : map.bottom() - height_px,
             width_px, height_px};
      if (box.left() < std::max(free_from_px, map.left()) || box.right() > map.right()) continue;
      free_from_px = box.right() + pad_px;
    } else {
      box = {edges == LabelEdges::kTopLeft ? map.left() : map.right() - width_px, map.top() + *at - height_px / 2,
             width_px, height_px};
      // Parallels come from the south upwards; the corners belong to the labels of the meridians.
      if (box.bottom() > std::min(free_from_px, map.bottom() - height_px) || box.top() < map.top() + height_px)
        continue;
      free_from_px = box.top() - pad_px;
    }
    painter.fillRect(box, look.paper());
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignCenter, line.label);
  }
}

void paintLines(QPainter& painter, const FurnitureLook& look, const MapGrid& grid, const QRectF& map, QColor colour) {
  painter.setPen(QPen(colour, look.px(1)));
  for (const GridLine& line : grid.lines) painter.drawPolyline(line.points.translated(map.topLeft()));
}

QColor opaque(QColor colour) {
  colour.setAlpha(255);
  return colour;
}

// Lines of words on one plate, the last one at the bottom.
void paintNotes(QPainter& painter, const FurnitureLook& look, const QStringList& lines, QPointF bottom_left) {
  const QFont font = look.font(kNotePx);
  const QFontMetricsF metrics(font);
  double width_px = 0;
  for (const QString& line : lines) width_px = std::max(width_px, metrics.horizontalAdvance(line));
  const double line_px = look.px(16), pad_px = look.px(6);
  const double height_px = line_px * static_cast<double>(lines.size()) + pad_px;
  const QRectF plate(bottom_left.x(), bottom_left.y() - height_px, width_px + 2 * pad_px, height_px);
  paintPlate(painter, look, plate);
  painter.setFont(font);
  painter.setPen(look.ink());
  for (qsizetype i = 0; i < lines.size(); ++i)
    painter.drawText(QRectF(plate.left() + pad_px, plate.top() + pad_px / 2 + line_px * static_cast<double>(i),
                            plate.width(), line_px),
                     Qt::AlignLeft | Qt::AlignVCenter, lines[i]);
}

}  // namespace

FurniturePlace placeOf(const Furniture& furniture, const MapView& view, const gis::Projector* to_map) {
  FurniturePlace place;
  if (furniture.kilometre_grid) place.kilometre_grid = kilometreGrid(view);
  if (!to_map) return place;
  if (furniture.graticule) place.graticule = graticule(view, *to_map);
  place.local = gis::localScaleAt(*to_map, view.centre).value_or(gis::LocalScale{});
  return place;
}

void paintGrids(QPainter& painter, const FurnitureLook& look, const FurniturePlace& place, const QRectF& map) {
  if (place.graticule.empty() && place.kilometre_grid.empty()) return;
  painter.save();
  painter.setClipRect(map, Qt::IntersectClip);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  paintLines(painter, look, place.kilometre_grid, map, look.kilometreGrid());
  paintLines(painter, look, place.graticule, map, look.graticule());
  paintGridLabels(painter, look, place.kilometre_grid, map, LabelEdges::kBottomRight, look.ink());
  paintGridLabels(painter, look, place.graticule, map, LabelEdges::kTopLeft, opaque(look.graticule()));
  painter.restore();
}

QRectF paintMark(QPainter& painter, const FurnitureLook& look, const QString& text, QPointF bottom_right) {
  const QFont font = look.font(12, true);
  const QFontMetricsF metrics(font);
  const QSizeF size(metrics.horizontalAdvance(text) + look.px(16), metrics.height() + look.px(6));
  const QRectF box(bottom_right.x() - size.width(), bottom_right.y() - size.height(), size.width(), size.height());
  paintPlate(painter, look, box);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  // Not one of the four warning colours: they belong to warnings alone.
  painter.setPen(QPen(look.faintInk(), look.px(1)));
  painter.setBrush(Qt::NoBrush);
  painter.drawRoundedRect(box, look.px(4), look.px(4));
  painter.setFont(font);
  painter.setPen(look.ink());
  painter.drawText(box, Qt::AlignCenter, text);
  painter.restore();
  return box;
}

void paintFurniture(QPainter& painter, const FurnitureLook& look, const Furniture& furniture,
                    const FurniturePlace& place, const MapView& view, const QRectF& map) {
  paintGrids(painter, look, place, map);
  const bool labels_around = !place.graticule.empty() || !place.kilometre_grid.empty();
  const double inset_px = look.px(kEdgePx + (labels_around ? 16 : 0));
  const double right_px = look.px(kEdgePx + (place.kilometre_grid.empty() ? 0 : 34));
  const double left_px = look.px(kEdgePx + (place.graticule.empty() ? 0 : 46));
  if (!furniture.title.isEmpty()) {
    const QFont font = look.font(kTitlePx, true);
    const QFontMetricsF metrics(font);
    const double width_px =
        std::min(map.width() - 2 * left_px, metrics.horizontalAdvance(furniture.title) + look.px(28));
    const QRectF box(map.center().x() - width_px / 2, map.top() + inset_px, width_px, metrics.height() + look.px(6));
    paintPlate(painter, look, box);
    painter.setFont(font);
    painter.setPen(look.ink());
    painter.drawText(box, Qt::AlignCenter, metrics.elidedText(furniture.title, Qt::ElideRight, width_px - look.px(12)));
  }
  if (furniture.north_arrow)
    paintNorthArrow(painter, look, place.local.convergence_deg,
                    {map.right() - right_px - look.px(20), map.top() + inset_px + look.px(20)});
  double bottom_px = map.bottom() - inset_px;
  if (furniture.scale_bar) {
    paintScaleBar(painter, look, view.metres_per_px / place.local.scale_ratio, furniture.legend_words.language,
                  {map.left() + left_px + look.px(10), bottom_px - look.px(6)});
    bottom_px -= look.px(40);
  }
  QStringList notes{furniture.times, furniture.source};
  notes.removeAll(QString());
  if (!notes.isEmpty()) paintNotes(painter, look, notes, {map.left() + left_px, bottom_px});
  QPointF corner(map.right() - right_px, map.bottom() - inset_px);
  if (!furniture.mark.isEmpty()) corner.ry() = paintMark(painter, look, furniture.mark, corner).top() - look.px(8);
  if (!furniture.legend.empty()) {
    const double under_arrow_px = map.top() + inset_px + look.px(furniture.north_arrow ? 52 : 0);
    const LegendBox box(furniture.legend, furniture.legend_words, look,
                        {map.width() * 0.45, corner.y() - under_arrow_px});
    box.paint(painter, corner - QPointF(box.size().width(), box.size().height()));
  }
}

}  // namespace layers
