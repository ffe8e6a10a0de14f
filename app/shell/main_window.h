// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMainWindow>
#include <vector>

#include "app/core/panel.h"
#include "app/map/map_canvas.h"
#include "app/settings/translation.h"

class QStackedWidget;

namespace app {

class BackupKeeper;
class Docks;
class FileLayers;
class HelpDialog;
class LayerPanel;
class MainActions;
class MapDialogs;
class MapStatusBar;
class RoomBar;
class StartPage;
class WorkspaceController;

enum class WindowMemory { kRestore, kIgnore };

// What a new window shows: where to begin, or the map of the workspace that is about to be opened.
enum class FirstPage { kStart, kMap };

// The main window: puts canvas, panels, tool bar and status bar together and connects them. What they do lives in
// their own classes; this one only wires.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  MainWindow(PanelContext& context, Translation& translation, WindowMemory memory, FirstPage first = FirstPage::kStart);
  ~MainWindow() override;

  MapCanvas& canvas() const { return *m_canvas; }
  WorkspaceController& workspaces() const { return *m_workspaces; }
  FileLayers& files() const { return *m_files; }
  LayerPanel& layerPanel() const { return *m_layer_panel; }
  MainActions& actions() const { return *m_actions; }
  void useLook(layers::Theme theme, double scale_ratio);
  void useLanguage(Language language);
  // Nothing loads, opens or draws.
  bool idle() const;

 protected:
  void closeEvent(QCloseEvent* event) override;
  void changeEvent(QEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  void connectMapControl();
  void makeCentre();
  void makePanels();
  void connectActions();
  void connectWorkspaces();
  void chooseWorkspace();
  void chooseFiles();
  void askCrs(const QString& file, const gis::MapBox& extent);
  void showLook();
  void refreshRecentMenu();
  void retranslate();
  void showMapPage();
  void showStartPage();
  // Made when it is first wanted: whoever opens a workspace by its name never sees it.
  StartPage& start();

  PanelContext& m_context;
  Translation& m_translation;
  MainActions* m_actions;
  MapCanvas* m_canvas;
  QStackedWidget* m_pages;
  QWidget* m_map_page = nullptr;
  StartPage* m_start = nullptr;
  LayerPanel* m_layer_panel = nullptr;
  MapStatusBar* m_status;
  WorkspaceController* m_workspaces;
  FileLayers* m_files;
  Docks* m_docks;
  RoomBar* m_room_bar = nullptr;
  BackupKeeper* m_keeper;
  MapDialogs* m_dialogs;
  bool m_copied = false;  // before leaving
  HelpDialog* m_help = nullptr;
  std::vector<QWidget*> m_bar_widgets;
  std::vector<std::function<void(gis::MapXY)>> m_identify_listeners;
  WindowMemory m_memory;
};

}  // namespace app
