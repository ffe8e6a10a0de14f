// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAction>
#include <QObject>
#include <vector>

class QMenuBar;
class QMenu;
class QToolBar;
class QWidget;

namespace app {

// Whether the commands that need a map can be used.
enum class MapCommands { kOff, kOn };

// Every command of the main window: text, shortcut and icon in one table, menus and tool bar built from it. The window
// connects them. Texts and icons follow language and theme.
class MainActions : public QObject {
  Q_OBJECT
 public:
  enum Id {
    kOpen,
    kDemo,
    kAddFile,
    kBackups,
    kImport,
    kOnlineMaps,
    kPrint,
    kCloseWorkspace,
    kQuit,
    kUndo,
    kRedo,
    kFullView,
    kBack,
    kForward,
    kZoomIn,
    kZoomOut,
    kGoTo,
    kPast,
    kDrill,
    kWall,
    kTheme,
    kLanguage,
    kPresentation,
    kFullScreen,
    kIdentify,
    kSelect,
    kPan,
    kZoomBox,
    kMeasureDistance,
    kMeasureArea,
    kHelp,
    kAbout,
    kCount
  };
  explicit MainActions(QWidget* window);
  QAction* operator[](Id id) const { return m_actions[static_cast<std::size_t>(id)]; }

  void buildMenus(QMenuBar* bar, const std::vector<QAction*>& panel_toggles);
  void buildToolBar(QToolBar* bar, const std::vector<QWidget*>& middle);
  QMenu* recentMenu() const { return m_recent; }
  void setMapCommands(MapCommands state);
  void retranslate();
  void refreshIcons();

 private:
  std::vector<QAction*> m_actions;
  std::vector<std::pair<QMenu*, const char*>> m_menus;
  QMenu* m_recent = nullptr;
  std::vector<QWidget*> m_bar_widgets;
};

}  // namespace app
