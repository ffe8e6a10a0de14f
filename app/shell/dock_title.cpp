// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/dock_title.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {

DockTitle::DockTitle(QDockWidget* dock)
    : QWidget(dock), m_dock(dock), m_text(new QLabel), m_float(new QToolButton), m_close(new QToolButton) {
  setAttribute(Qt::WA_StyledBackground);
  setProperty("role", "docktitle");
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(dp(12), dp(4), dp(4), dp(4));
  row->setSpacing(dp(2));
  m_text->setProperty("role", "second");
  row->addWidget(m_text, 1);
  for (QToolButton* button : {m_float, m_close}) {
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);
    row->addWidget(button);
  }
  connect(dock, &QWidget::windowTitleChanged, m_text, &QLabel::setText);
  connect(m_float, &QToolButton::clicked, dock, [dock] { dock->setFloating(!dock->isFloating()); });
  connect(m_close, &QToolButton::clicked, dock, &QWidget::close);
  refresh();
}

void DockTitle::refresh() {
  m_text->setText(m_dock->windowTitle());
  m_float->setToolTip(tr("Float or dock this panel"));
  m_close->setToolTip(tr("Close this panel"));
  const auto icon = [this](const char* name) {
    return QIcon(iconPixmap(QLatin1String(name), currentColours().text_second, dp(12), devicePixelRatioF()));
  };
  m_float->setIcon(icon("float"));
  m_close->setIcon(icon("close"));
  for (QToolButton* button : {m_float, m_close}) button->setIconSize(QSize(dp(12), dp(12)));
}

void DockTitle::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) refresh();
  QWidget::changeEvent(event);
}

}  // namespace app
