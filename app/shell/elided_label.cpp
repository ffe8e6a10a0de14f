// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/elided_label.h"

#include <QEvent>

namespace app {

ElidedLabel::ElidedLabel(Qt::TextElideMode mode, QWidget* parent) : QLabel(parent), m_mode(mode) {
  setTextFormat(Qt::PlainText);
  setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setWhole(const QString& text) {
  m_whole = text;
  updateGeometry();
  cut();
}

void ElidedLabel::cut() {
  const QString shown = fontMetrics().elidedText(m_whole, m_mode, contentsRect().width());
  setText(shown);
  setToolTip(shown == m_whole ? QString() : m_whole);
}

QSize ElidedLabel::sizeHint() const { return {fontMetrics().horizontalAdvance(m_whole) + 2, fontMetrics().height()}; }

QSize ElidedLabel::minimumSizeHint() const { return {fontMetrics().averageCharWidth() * 4, fontMetrics().height()}; }

void ElidedLabel::resizeEvent(QResizeEvent* event) {
  QLabel::resizeEvent(event);
  cut();
}

void ElidedLabel::changeEvent(QEvent* event) {
  QLabel::changeEvent(event);
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) cut();
}

}  // namespace app
