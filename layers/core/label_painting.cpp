// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include "layers/core/frame.h"
#include "layers/core/label_font.h"

namespace layers {

QFont labelFont(double size_px, bool bold) {
  QFont font;
  font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                    QStringLiteral("Microsoft YaHei"), QStringLiteral("WenQuanYi Micro Hei"),
                    QStringLiteral("sans-serif")});
  font.setPixelSize(std::max(1, static_cast<int>(std::lround(size_px))));
  font.setBold(bold);
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

void paintLabels(QPainter& painter, const MapView& view, const std::vector<PlacedLabel>& labels, double symbol_scale) {
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  for (const PlacedLabel& placed : labels) {
    const LabelCandidate& label = placed.label;
    const double size_px = label.size_px * symbol_scale;
    const QFont font = labelFont(size_px, label.bold);
    const gis::PixelXY at = view.toPixel(placed.anchor);
    QPainterPath letters;
    letters.addText(QPointF(-QFontMetricsF(font).horizontalAdvance(label.text) / 2, size_px * kBaselineRatio), font,
                    label.text);
    painter.save();
    painter.translate(at.x_px, at.y_px + label.offset_y_px * symbol_scale);
    if (label.angle_deg != 0) painter.rotate(label.angle_deg);
    if (label.halo_px > 0 && label.halo.alpha() > 0)
      painter.strokePath(
          letters, QPen(label.halo, 2 * label.halo_px * symbol_scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(letters, label.colour);
    painter.restore();
  }
  painter.restore();
}

}  // namespace layers
