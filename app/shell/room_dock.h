// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QDockWidget>

namespace app {

// A dock that gets its title bar and lays out its panel when it is first shown: most are not, and twenty of them would
// cost the start of the program more than the map does. The panel is its child from the beginning. Window's thread.
class RoomDock : public QDockWidget {
 public:
  enum class Height { kFits, kScrolls };  // a panel that is higher than its place

  RoomDock(QWidget* panel, Height height, QWidget* window);
  void setVisible(bool visible) override;

 private:
  QWidget* m_panel;  // null once it is laid out
  Height m_height;
};

}  // namespace app
