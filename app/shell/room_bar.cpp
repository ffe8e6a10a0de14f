// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/room_bar.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QToolButton>

#include "app/settings/icons.h"
#include "app/settings/theme.h"

namespace app {

namespace {
constexpr double kIconPx = 18, kWidthPx = 52;
}

RoomBar::RoomBar(QWidget* parent) : QToolBar(parent) {
  setObjectName(QStringLiteral("rooms"));
  setMovable(false);
  setContextMenuPolicy(Qt::PreventContextMenu);
  setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
  retranslate();
}

void RoomBar::add(const PanelDefinition& room, QAction* toggle) {
  if (!room.name) return;
  auto* button = new QToolButton;
  button->setCheckable(true);
  button->setChecked(toggle->isChecked());
  button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
  button->setProperty("role", "room");
  connect(button, &QToolButton::clicked, toggle, &QAction::trigger);
  connect(toggle, &QAction::toggled, button, &QToolButton::setChecked);
  if (!m_entries.empty() && m_entries.back().room.group != room.group) addSeparator();
  addWidget(button);
  m_entries.push_back({room, toggle, button});
  retranslate();
}

void RoomBar::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QToolBar::changeEvent(event);
}

void RoomBar::retranslate() {
  setWindowTitle(tr("Rooms"));
  for (const Entry& entry : m_entries) {
    const QString name = QCoreApplication::translate("Rooms", entry.room.name);
    entry.button->setText(name);
    entry.button->setAccessibleName(name);
    entry.button->setIcon(themedIcon(entry.room.icon));
    entry.button->setIconSize(QSize(dp(kIconPx), dp(kIconPx)));
    entry.button->setFixedWidth(dp(kWidthPx));
    const QString key = entry.toggle->shortcut().toString(QKeySequence::NativeText);
    const QString title = entry.toggle->text();
    entry.button->setToolTip(key.isEmpty() ? title : QStringLiteral("%1  (%2)").arg(title, key));
  }
}

}  // namespace app
