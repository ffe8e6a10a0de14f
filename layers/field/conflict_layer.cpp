// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/field/conflict_layer.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "layers/core/label_font.h"
#include "layers/core/tile_surface.h"

namespace layers {

namespace {

constexpr double kHalfPx = 11;
constexpr double kLetterPx = 13;
constexpr int kMany = 9;
const QColor kDark(0xB3, 0x88, 0xFF), kLight(0x6A, 0x3F, 0xC4);

void paintSign(QPainter& painter, QPointF at, double half, int count, Theme theme) {
  const QColor colour = theme == Theme::kDark ? kDark : kLight;
  const QColor rim = theme == Theme::kDark ? QColor(16, 20, 26) : QColor(255, 255, 255);
  const QPolygonF diamond(
      {at + QPointF(0, -half), at + QPointF(half, 0), at + QPointF(0, half), at + QPointF(-half, 0)});
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(rim, half / 4, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
  painter.setBrush(colour);
  painter.drawPolygon(diamond);
  const QString text = count == 1 ? QStringLiteral("?") : count > kMany ? QStringLiteral("9+") : QString::number(count);
  const double size = kLetterPx * half / kHalfPx;
  const QFont font = labelFont(size, true);
  QPainterPath letters;
  letters.addText(0, 0, font, text);
  const QRectF box = letters.boundingRect();
  letters.translate(at - box.center());
  painter.fillPath(letters, rim);
}

}  // namespace

ConflictLayer::ConflictLayer(std::vector<gis::MapXY> places) : m_count(places.size()) {
  int number = 0;
  for (const gis::MapXY& at : places) {
    const auto same = std::ranges::find_if(m_signs, [&](const Sign& sign) { return sign.at == at; });
    if (same != m_signs.end())
      ++same->count;
    else
      m_signs.push_back({at, 1, number});
    ++number;
    m_extent.add(at);
  }
}

void ConflictLayer::paint(TileSurface& surface, const PaintContext& context) const {
  const double half = kHalfPx * context.symbol_scale;
  const gis::MapBox near = context.view.box().grown(2 * half * context.view.metres_per_px);
  for (const Sign& sign : m_signs) {
    if (!near.contains(sign.at)) continue;
    const gis::PixelXY px = context.view.toPixel(sign.at);
    paintSign(surface.painter(), QPointF(px.x_px, px.y_px), half, sign.count, context.theme);
  }
}

std::vector<LegendEntry> ConflictLayer::legend(const PaintContext& context) const {
  QImage swatch(20, 14, QImage::Format_ARGB32_Premultiplied);
  swatch.fill(Qt::transparent);
  QPainter painter(&swatch);
  paintSign(painter, QPointF(10, 7), 6, 1, context.theme);
  painter.end();
  return {{{QStringLiteral("冲突待裁决"), QStringLiteral("Conflict to decide")}, swatch, featureCount()}};
}

std::vector<Hit> ConflictLayer::identify(gis::MapXY where, double radius_m, double metres_per_px) const {
  const int number = nearest(where, std::max(radius_m, kHalfPx * metres_per_px));
  if (number < 0) return {};
  Hit hit;
  hit.fid = number;
  hit.feature = Hit::kNotInColumns;
  return {hit};
}

BilingualText ConflictLayer::sentence(const Hit&) const {
  return {QStringLiteral("同一条记录在两处改得不一样，采用哪一个要由人裁决：打开“外业”（Shift+F6），"
                         "在冲突列表中选中这一条，再选定采用的值。裁决后紫色标记消失。"),
          QStringLiteral("Two seats changed the same row in different ways, and a person has to say which holds: open "
                         "“Field” (Shift+F6), choose this one in the list of conflicts and take one of its values. "
                         "The purple sign goes away when it is decided.")};
}

int ConflictLayer::nearest(gis::MapXY where, double radius_m) const {
  int best = -1;
  for (const Sign& sign : m_signs) {
    const double dist_m = std::hypot(sign.at.x_m - where.x_m, sign.at.y_m - where.y_m);
    if (dist_m <= radius_m) radius_m = dist_m, best = sign.first;
  }
  return best;
}

}  // namespace layers
