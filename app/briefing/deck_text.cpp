// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/deck_text.h"

#include <QFontMetricsF>

namespace app {

QFont deckFont(int size_pt, bool bold) {
  QFont font(QStringLiteral("Noto Sans CJK SC"));
  font.setPixelSize(size_pt);
  font.setBold(bold);
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

double deckTextWidth(const QString& text, int size_pt, bool bold) {
  return QFontMetricsF(deckFont(size_pt, bold)).horizontalAdvance(text);
}

double deckTextHeight(const QString& text, int size_pt, double width_pt, bool bold) {
  constexpr double kAnyHeight_pt = 10'000;
  return QFontMetricsF(deckFont(size_pt, bold))
      .boundingRect(QRectF(0, 0, width_pt, kAnyHeight_pt), Qt::TextWordWrap, text)
      .height();
}

QString deckElided(const QString& text, int size_pt, double width_pt, bool bold) {
  return QFontMetricsF(deckFont(size_pt, bold)).elidedText(text, Qt::ElideRight, width_pt);
}

int deckFittingSize(const QString& text, const std::vector<int>& sizes_pt, double width_pt, double height_pt,
                    bool bold) {
  for (const int size_pt : sizes_pt)
    if (deckTextHeight(text, size_pt, width_pt, bold) <= height_pt) return size_pt;
  return sizes_pt.back();
}

}  // namespace app
