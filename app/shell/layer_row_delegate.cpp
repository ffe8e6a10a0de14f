// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/layer_row_delegate.h"

#include <QApplication>
#include <QPainter>

#include "app/settings/theme.h"

namespace app {

namespace {

constexpr double kHintSizeRatio = 0.85;

QString hintOf(const QModelIndex& index) { return index.data(LayerRowDelegate::kHintRole).toString(); }

}  // namespace

void LayerRowDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const {
  QStyledItemDelegate::initStyleOption(option, index);
  // An empty second line keeps the place that the hint is drawn in.
  if (!hintOf(index).isEmpty()) option->text += QString(QChar::LineSeparator) + QLatin1Char(' ');
}

void LayerRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
  QStyledItemDelegate::paint(painter, option, index);
  const QString hint = hintOf(index);
  if (hint.isEmpty()) return;
  QStyleOptionViewItem filled = option;
  initStyleOption(&filled, index);
  const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
  const QRect text = style->subElementRect(QStyle::SE_ItemViewItemText, &filled, option.widget);
  const int margin_px = style->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, option.widget) + 1;
  const QRect line(text.left() + margin_px, text.center().y() + 1, text.width() - 2 * margin_px,
                   filled.fontMetrics.height());
  QFont font = filled.font;
  font.setPixelSize(std::max(1, static_cast<int>(std::lround(font.pixelSize() * kHintSizeRatio))));
  painter->save();
  painter->setFont(font);
  painter->setPen(currentColours().text_faint);
  painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                    QFontMetrics(font).elidedText(hint, Qt::ElideRight, line.width()));
  painter->restore();
}

}  // namespace app
