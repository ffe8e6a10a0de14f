// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/furniture/sheet.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>

#include "layers/core/frame.h"
#include "layers/furniture/scale_bar.h"

namespace layers {

namespace {

void paintLegendBeside(QPainter& painter, const FurnitureLook& look, const Furniture& furniture, const QRectF& room) {
  // 0.7 of the usual size is type of 2 mm: still read in the hand.
  constexpr double kSmallest = 0.7, kStep = 0.1;
  FurnitureLook smaller = look;
  for (double part = 1; part > kSmallest - kStep / 2; part -= kStep) {
    smaller.size_ratio = look.size_ratio * part;
    const LegendBox box(furniture.legend, furniture.legend_words, smaller, room.size());
    const bool fits = box.hidden() == 0 && box.size().width() <= room.width();
    if (!fits && part - kStep > kSmallest - kStep / 2) continue;
    painter.save();
    painter.setClipRect(room, Qt::IntersectClip);
    box.paint(painter, room.topLeft());
    painter.restore();
    return;
  }
}

}  // namespace

QColor sheetColour(Theme theme) { return theme == Theme::kDark ? groundColour(theme) : QColor(Qt::white); }

void paintSheet(QPainter& painter, const FurnitureLook& look, const Furniture& furniture, const FurniturePlace& place,
                const MapView& view, const QString& scale_text, const SheetPlaces& places) {
  const QRectF &map = places.map, &sheet = places.sheet;
  Furniture on_map = furniture;
  on_map.scale_bar = false;
  if (!places.legend.isEmpty()) {
    on_map.legend.clear();
    paintLegendBeside(painter, look, furniture, places.legend);
  }
  on_map.title.clear(), on_map.times.clear(), on_map.source.clear();
  paintFurniture(painter, look, on_map, place, view, map);

  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(look.ink(), look.px(0.8), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
  painter.drawRect(map);
  painter.setPen(QPen(look.ink(), look.px(2.4), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
  const double out_px = look.px(5);
  // One border around all that belongs together.
  const QRectF inside = map.united(places.legend);
  painter.drawRect(inside.adjusted(-out_px, -out_px, out_px, out_px));

  painter.setPen(look.ink());
  if (!furniture.title.isEmpty()) {
    const QFont font = look.font(26, true);
    painter.setFont(font);
    // Above the border, its letters spread a little as titles of maps are.
    const QRectF room(inside.left(), sheet.top() + look.px(14), inside.width(),
                      map.top() - out_px - sheet.top() - look.px(18));
    painter.drawText(room, Qt::AlignCenter,
                     QFontMetricsF(font).elidedText(furniture.title, Qt::ElideRight, room.width()));
  }
  const double top_px = map.bottom() + out_px + look.px(6), line_px = look.px(17);
  painter.setFont(look.font(13, true));
  painter.drawText(QRectF(map.left(), top_px, look.px(160), line_px), Qt::AlignLeft | Qt::AlignVCenter, scale_text);
  QStringList lines{furniture.times, furniture.source};
  lines.removeAll(QString());
  const QFont small = look.font(11);
  painter.setFont(small);
  const double left_px = map.left() + look.px(260), width_px = inside.right() - left_px;
  for (qsizetype i = 0; i < lines.size(); ++i)
    painter.drawText(QRectF(left_px, top_px + line_px * static_cast<double>(i), width_px, line_px),
                     Qt::AlignRight | Qt::AlignVCenter,
                     QFontMetricsF(small).elidedText(lines[i], Qt::ElideMiddle, width_px));
  painter.restore();
  if (furniture.scale_bar)
    paintScaleBar(painter, look, view.metres_per_px / place.local.scale_ratio, furniture.legend_words.language,
                  {map.left() + look.px(4), top_px + line_px + look.px(29)});
}

}  // namespace layers
