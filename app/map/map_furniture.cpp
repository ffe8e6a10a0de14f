// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_furniture.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>

#include "app/settings/theme.h"

namespace app {

namespace {

QFont chipFont() {
  QFont font = QApplication::font();
  font.setPixelSize(dp(12));
  return font;
}

QColor veil(const QColor& colour, int alpha) { return QColor(colour.red(), colour.green(), colour.blue(), alpha); }

}  // namespace

QSizeF chipSize(const QString& text) {
  const QFontMetricsF metrics(chipFont());
  return {metrics.horizontalAdvance(text) + dp(16), metrics.height() + dp(6)};
}

void paintChip(QPainter& painter, QPointF centre, const QString& text, ChipLook look) {
  const ThemeColours& c = currentColours();
  const QSizeF size = chipSize(text);
  const QRectF box(centre.x() - size.width() / 2, centre.y() - size.height() / 2, size.width(), size.height());
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setFont(chipFont());
  QColor fill = veil(c.surface, 225), edge = c.strong_line, ink = c.text;
  if (look == ChipLook::kStrong) fill = c.accent, edge = c.accent, ink = c.on_accent;
  if (look == ChipLook::kCaution) edge = c.caution, ink = c.caution;
  painter.setPen(QPen(edge, 1));
  painter.setBrush(fill);
  painter.drawRoundedRect(box, dp(4), dp(4));
  painter.setPen(ink);
  painter.drawText(box, Qt::AlignCenter, text);
  painter.restore();
}

void paintMark(QPainter& painter, QPointF at) {
  const ThemeColours& c = currentColours();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  for (const auto& [colour, width_px] : {std::pair{c.ground, dp(5)}, std::pair{c.accent, dp(2)}}) {
    painter.setPen(QPen(colour, width_px, Qt::SolidLine, Qt::RoundCap));
    painter.drawEllipse(at, dp(11), dp(11));
    for (const QPointF d : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
      painter.drawLine(at + d * dp(7), at + d * dp(16));
  }
  painter.restore();
}

}  // namespace app
