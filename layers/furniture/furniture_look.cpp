// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/furniture/furniture_look.h"

#include <QPainter>

#include "layers/core/label_font.h"

namespace layers {
namespace {

QColor pick(Theme theme, QColor dark, QColor light) { return theme == Theme::kDark ? dark : light; }

}  // namespace

QColor FurnitureLook::ink() const { return pick(theme, QColor(0xe6, 0xec, 0xf2), QColor(0x1b, 0x23, 0x2b)); }
QColor FurnitureLook::faintInk() const { return pick(theme, QColor(0x9a, 0xa8, 0xb5), QColor(0x55, 0x62, 0x6e)); }
QColor FurnitureLook::paper() const { return pick(theme, QColor(0x18, 0x20, 0x29, 235), QColor(255, 255, 255, 238)); }
QColor FurnitureLook::graticule() const {
  return pick(theme, QColor(0x7f, 0xb4, 0xd8, 130), QColor(0x1f, 0x6b, 0x9c, 130));
}
QColor FurnitureLook::kilometreGrid() const {
  return pick(theme, QColor(0xd8, 0xc8, 0xa8, 95), QColor(0x4a, 0x40, 0x30, 95));
}
QFont FurnitureLook::font(double size_px, bool bold) const { return labelFont(px(size_px), bold); }

void paintPlate(QPainter& painter, const FurnitureLook& look, const QRectF& box) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(look.paper());
  painter.drawRoundedRect(box, look.px(4), look.px(4));
  painter.restore();
}

}  // namespace layers
