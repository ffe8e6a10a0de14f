// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/lazy_panel.h"

#include <QCoreApplication>
#include <QEvent>
#include <QVBoxLayout>

namespace app {

LazyPanel::LazyPanel(PanelDefinition room, PanelContext& context) : m_room(std::move(room)), m_context(context) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  setFocusPolicy(Qt::TabFocus);
  setWindowTitle(QCoreApplication::translate("Rooms", m_room.name));
}

void LazyPanel::showEvent(QShowEvent* event) {
  if (!m_panel) {
    m_panel = m_room.make(m_context);
    layout()->addWidget(m_panel);
    setWindowTitle(m_panel->windowTitle());
    connect(m_panel, &QWidget::windowTitleChanged, this, &QWidget::setWindowTitle);
    setMinimumWidth(m_panel->minimumWidth());
    setFocusProxy(m_panel);
  }
  QWidget::showEvent(event);
}

void LazyPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange && !m_panel)
    setWindowTitle(QCoreApplication::translate("Rooms", m_room.name));
  QWidget::changeEvent(event);
}

void LazyPanel::focusInEvent(QFocusEvent* event) {
  if (m_panel) m_panel->setFocus();
  QWidget::focusInEvent(event);
}

}  // namespace app
