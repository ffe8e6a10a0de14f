// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_furniture.h"

#include <QApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

#include "app/map/measure_text.h"
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

double scaleBarLengthM(double metres_per_px, double at_most_px) {
  const double most_m = metres_per_px * at_most_px;
  if (!(most_m > 0) || !std::isfinite(most_m)) return 0;
  const double power = std::pow(10, std::floor(std::log10(most_m)));
  for (const double step : {5.0, 2.0, 1.0})
    if (step * power <= most_m) return step * power;
  return power;
}

void paintScaleBar(QPainter& painter, const layers::MapView& view, QPointF bottom_left) {
  const ThemeColours& c = currentColours();
  const double length_m = scaleBarLengthM(view.metres_per_px, dp(140));
  if (length_m <= 0) return;
  const double width_px = length_m / view.metres_per_px;
  const QString text = roundLengthText(length_m);
  painter.save();
  painter.setFont(chipFont());
  painter.setRenderHint(QPainter::Antialiasing, false);
  const double height_px = dp(6);
  const QRectF plate(bottom_left.x() - dp(8), bottom_left.y() - dp(30), width_px + dp(16), dp(36));
  painter.setPen(Qt::NoPen);
  painter.setBrush(veil(c.surface, 190));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.drawRoundedRect(plate, dp(4), dp(4));
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(c.text);
  painter.drawText(QRectF(plate.left(), plate.top() + dp(2), plate.width(), dp(18)), Qt::AlignCenter, text);
  painter.setPen(QPen(c.text, dp(2), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
  painter.drawPolyline(QPolygonF{QPointF(bottom_left.x(), bottom_left.y() - height_px), bottom_left,
                                 QPointF(bottom_left.x() + width_px, bottom_left.y()),
                                 QPointF(bottom_left.x() + width_px, bottom_left.y() - height_px)});
  painter.restore();
}

void paintNorthArrow(QPainter& painter, QPointF centre) {
  const ThemeColours& c = currentColours();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(veil(c.surface, 190));
  painter.drawEllipse(centre, dp(20), dp(20));
  const double w_px = dp(5), h_px = dp(11);
  const QPointF tip = centre + QPointF(0, -h_px + dp(4)), base = centre + QPointF(0, h_px);
  painter.setBrush(c.text);
  painter.drawPolygon(QPolygonF{tip, centre + QPointF(-w_px, h_px + dp(3)), base});
  painter.setBrush(c.text_faint);
  painter.drawPolygon(QPolygonF{tip, centre + QPointF(w_px, h_px + dp(3)), base});
  QFont font = chipFont();
  font.setBold(true);
  font.setPixelSize(dp(10));
  painter.setFont(font);
  painter.setPen(c.text);
  painter.drawText(QRectF(centre.x() - dp(10), centre.y() - dp(20), dp(20), dp(13)), Qt::AlignCenter,
                   QStringLiteral("N"));
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
