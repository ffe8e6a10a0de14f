// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/room_dock.h"

#include <utility>

#include "app/shell/dock_title.h"

namespace app {

RoomDock::RoomDock(QWidget* panel, QWidget* window) : QDockWidget(window), m_panel(panel) { panel->setParent(this); }

void RoomDock::setVisible(bool visible) {
  if (visible && m_panel) {
    setTitleBarWidget(new DockTitle(this));
    setWidget(std::exchange(m_panel, nullptr));
  }
  QDockWidget::setVisible(visible);
}

}  // namespace app
