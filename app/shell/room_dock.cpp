// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/room_dock.h"

#include <QScrollArea>
#include <utility>

#include "app/shell/dock_title.h"

namespace app {

namespace {

// A panel that is higher than a small window scrolls: the window itself would grow off the screen.
QWidget* framed(QWidget* panel) {
  auto* frame = new QScrollArea;
  frame->setWidgetResizable(true);
  frame->setFrameShape(QFrame::NoFrame);
  frame->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  // The frame is never narrower; the panel in it makes room for the scroll bar.
  frame->setMinimumWidth(panel->minimumWidth());
  panel->setMinimumWidth(0);
  frame->setWidget(panel);
  frame->setFocusProxy(panel);
  return frame;
}

}  // namespace

RoomDock::RoomDock(QWidget* panel, Height height, QWidget* window)
    : QDockWidget(window), m_panel(panel), m_height(height) {
  panel->setParent(this);
}

void RoomDock::setVisible(bool visible) {
  if (visible && m_panel) {
    setTitleBarWidget(new DockTitle(this));
    QWidget* panel = std::exchange(m_panel, nullptr);
    setWidget(m_height == Height::kScrolls ? framed(panel) : panel);
  }
  QDockWidget::setVisible(visible);
}

}  // namespace app
