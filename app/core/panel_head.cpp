// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/panel_head.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "app/settings/theme.h"

namespace app {

QVBoxLayout* makePanelHead(QWidget& panel, QLabel& title, const QList<QWidget*>& buttons, QToolButton& refresh) {
  auto* column = new QVBoxLayout(&panel);
  column->setContentsMargins(dp(8), dp(8), dp(8), dp(8));
  column->setSpacing(dp(4));
  auto* top = new QHBoxLayout;
  title.setProperty("role", "heading");
  refresh.setAutoRaise(true);
  refresh.setIconSize(QSize(dp(18), dp(18)));
  top->addWidget(&title, 1);
  for (QWidget* button : buttons) top->addWidget(button);
  top->addWidget(&refresh);
  column->addLayout(top);
  return column;
}

}  // namespace app
