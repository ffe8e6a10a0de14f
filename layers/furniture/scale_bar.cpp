// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/furniture/scale_bar.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>
#include <cmath>

namespace layers {
namespace {

constexpr double kWidestPx = 160, kBarPx = 5, kTextPx = 12, kTextLinePx = 16;
constexpr int kParts = 4;

}  // namespace

double scaleBarLengthM(double metres_per_px, double at_most_px) {
  const double most_m = metres_per_px * at_most_px;
  if (!(most_m > 0) || !std::isfinite(most_m)) return 0;
  const double power = std::pow(10, std::floor(std::log10(most_m)));
  for (const double step : {5.0, 2.0, 1.0})
    if (step * power <= most_m) return step * power;
  return power;
}

QString barLengthText(double length_m, const QString& language) {
  const bool far = length_m >= 1000;
  const BilingualText text = far ? BilingualText{QStringLiteral("%1 公里"), QStringLiteral("%1 km")}
                                 : BilingualText{QStringLiteral("%1 米"), QStringLiteral("%1 m")};
  return text.text(language).arg(far ? length_m / 1000 : length_m, 0, 'g', 6);
}

QRectF scaleBarPlate(const FurnitureLook& look, double ground_m_per_px, const QString& language, QPointF bottom_left) {
  const double length_m = scaleBarLengthM(ground_m_per_px, look.px(kWidestPx));
  if (length_m <= 0) return {};
  const double bar_px = look.px(kBarPx), text_px = look.px(kTextLinePx);
  const double text_width_px = QFontMetricsF(look.font(kTextPx)).horizontalAdvance(barLengthText(length_m, language));
  // The words stand over the ends of the bar; the last one reaches beyond it.
  return {bottom_left.x() - look.px(10), bottom_left.y() - bar_px - text_px - look.px(5),
          length_m / ground_m_per_px + look.px(20) + text_width_px / 2, bar_px + text_px + look.px(11)};
}

void paintScaleBar(QPainter& painter, const FurnitureLook& look, double ground_m_per_px, const QString& language,
                   QPointF bottom_left) {
  const double length_m = scaleBarLengthM(ground_m_per_px, look.px(kWidestPx));
  if (length_m <= 0) return;
  const double width_px = length_m / ground_m_per_px, bar_px = look.px(kBarPx), text_px = look.px(kTextLinePx);
  const QString text = barLengthText(length_m, language);
  const QFont font = look.font(kTextPx);
  painter.save();
  paintPlate(painter, look, scaleBarPlate(look, ground_m_per_px, language, bottom_left));
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.setPen(QPen(look.ink(), look.px(1)));
  painter.setBrush(Qt::NoBrush);
  const QRectF bar(bottom_left.x(), bottom_left.y() - bar_px, width_px, bar_px);
  QColor light = look.paper();
  light.setAlpha(255);
  for (int i = 0; i < kParts; ++i)
    painter.fillRect(QRectF(bar.left() + bar.width() * i / kParts, bar.top(), bar.width() / kParts, bar.height()),
                     i % 2 == 0 ? look.ink() : light);
  painter.drawRect(bar);
  painter.setFont(font);
  const auto word = [&](double at_ratio, const QString& what) {
    const double x_px = bar.left() + bar.width() * at_ratio;
    painter.drawText(QRectF(x_px - look.px(60), bar.top() - text_px - look.px(2), look.px(120), text_px),
                     Qt::AlignCenter, what);
  };
  word(0, QStringLiteral("0"));
  word(1, text);
  painter.restore();
}

void paintNorthArrow(QPainter& painter, const FurnitureLook& look, double north_deg, QPointF centre) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(look.paper());
  painter.drawEllipse(centre, look.px(20), look.px(20));
  painter.translate(centre);
  painter.rotate(north_deg);
  const double w_px = look.px(5), h_px = look.px(11);
  const QPointF tip(0, -h_px + look.px(4)), base(0, h_px);
  painter.setBrush(look.ink());
  painter.drawPolygon(QPolygonF{tip, QPointF(-w_px, h_px + look.px(3)), base});
  painter.setBrush(look.faintInk());
  painter.drawPolygon(QPolygonF{tip, QPointF(w_px, h_px + look.px(3)), base});
  painter.setFont(look.font(10, true));
  painter.setPen(look.ink());
  painter.drawText(QRectF(-look.px(10), -look.px(20), look.px(20), look.px(13)), Qt::AlignCenter, QStringLiteral("N"));
  painter.restore();
}

}  // namespace layers
