// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/stock_figure.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QStyle>
#include <QVBoxLayout>

#include "app/settings/theme.h"

namespace app {

StockFigure::StockFigure(QWidget* parent) : QFrame(parent), m_name(new QLabel), m_value(new QLabel) {
  setProperty("role", "card");
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::PointingHandCursor);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(dp(8), dp(4), dp(8), dp(4));
  column->setSpacing(0);
  m_name->setProperty("role", "faint");
  m_value->setProperty("role", "title");
  column->addWidget(m_name);
  column->addWidget(m_value);
}

void StockFigure::show(const QString& name, const QString& value, bool needs_action) {
  m_name->setText(name);
  m_value->setText(value);
  m_value->setProperty("role", needs_action ? "title-danger" : "title");
  m_value->style()->unpolish(m_value);
  m_value->style()->polish(m_value);
  setAccessibleName(QStringLiteral("%1 %2").arg(name, value));
}

QString StockFigure::value() const { return m_value->text(); }

void StockFigure::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) emit clicked();
}

void StockFigure::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
    emit clicked();
  else
    QFrame::keyPressEvent(event);
}

}  // namespace app
