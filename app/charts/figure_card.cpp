// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/charts/figure_card.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QStyle>
#include <QVBoxLayout>

#include "app/settings/theme.h"

namespace app {

FigureCard::FigureCard(QWidget* parent) : QFrame(parent), m_name(new QLabel), m_value(new QLabel) {
  setProperty("role", "card");
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(10), dp(6), dp(10), dp(6));
  column->setSpacing(dp(2));
  m_name->setProperty("role", "faint");
  m_value->setProperty("role", "title");
  // Cards are as wide as the panel allows: long names take a second line.
  m_name->setWordWrap(true);
  m_name->setMinimumWidth(0);
  m_value->setWordWrap(true);  // a number with its end cut off is another number
  m_value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
  column->addWidget(m_name);
  column->addWidget(m_value);
}

void FigureCard::show(const QString& name, const QString& value, bool needs_action) {
  m_name->setText(name);
  m_value->setText(value);
  m_value->setProperty("role", needs_action ? "title-danger" : "title");
  m_value->style()->unpolish(m_value);
  m_value->style()->polish(m_value);
  setAccessibleName(QStringLiteral("%1 %2").arg(name, value));
  setToolTip(accessibleName());
}

void FigureCard::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) emit clicked();
}

void FigureCard::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
    emit clicked();
  else
    QFrame::keyPressEvent(event);
}

}  // namespace app
