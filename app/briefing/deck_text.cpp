// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/deck_text.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

#include "app/print/searchable_font.h"

namespace app {

namespace {

// Office programs set Chinese and Latin letters or digits that meet a little apart; we do not, but leave room for it,
// so that a line of ours is not two of theirs.
double gaps_pt(const QString& text, int size_pt) {
  constexpr double kGap_em = 0.25;
  const auto wide = [](QChar c) { return c.unicode() >= 0x2e80; };
  int count = 0;
  QChar before;
  for (const QChar c : text) {
    if (c.isSpace()) continue;
    count += !before.isNull() && wide(before) != wide(c);
    before = c;
  }
  return count * kGap_em * size_pt;
}

}  // namespace

QFont deckFont(int size_pt, bool bold) {
  QFont font(QStringLiteral("Noto Sans CJK SC"));
  font.setPixelSize(size_pt);
  font.setBold(bold);
  font.setHintingPreference(QFont::PreferNoHinting);
  keepSearchable(font);
  return font;
}

double deckTextWidth(const QString& text, int size_pt, bool bold) {
  return QFontMetricsF(deckFont(size_pt, bold)).horizontalAdvance(text) + gaps_pt(text, size_pt);
}

double deckTextHeight(const QString& text, int size_pt, double width_pt, bool bold) {
  constexpr double kAnyHeight_pt = 10'000;
  const QFontMetricsF metrics(deckFont(size_pt, bold));
  // The room for gaps is taken from each line in equal parts.
  const double lines = std::max(1.0, std::ceil(metrics.horizontalAdvance(text) / std::max(1.0, width_pt)));
  const double usable_pt = std::max(width_pt / 2, width_pt - gaps_pt(text, size_pt) / lines);
  return metrics.boundingRect(QRectF(0, 0, usable_pt, kAnyHeight_pt), Qt::TextWordWrap, text).height();
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
