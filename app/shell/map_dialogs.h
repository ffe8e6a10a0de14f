// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QPointer>
#include <functional>

#include "app/core/panel.h"

namespace app {

class DrillDialog;
class MainActions;
class MapCanvas;
class OnlineMaps;
class PastKeeper;
class PrintDialog;
class WallWindow;

// The dialogs about the map as a whole and what stands behind them: printing, the map as it was, online base maps.
// Owned by the window; lives on its thread.
class MapDialogs : public QObject {
 public:
  MapDialogs(PanelContext& context, MapCanvas& canvas, QWidget& window);
  ~MapDialogs() override;
  // The commands that open them.
  void connectActions(MainActions& actions);
  // What stands above the map while it shows the past: the moment, and the event that is replayed.
  QWidget* makeBanner();
  // A drill's workspace is to be opened.
  void onWorkspaceWanted(std::function<void(const QString& folder)> open) { m_open = std::move(open); }

 private:
  void showDrill();
  void showWall();
  // The presenter's keys work in the officer's window as well while the wall is open.
  void addWallKeys();

  PanelContext& m_context;
  QWidget& m_window;
  PastKeeper* m_past;
  OnlineMaps* m_online;
  PrintDialog* m_print = nullptr;
  DrillDialog* m_drill = nullptr;
  QPointer<WallWindow> m_wall;
  std::function<void(const QString&)> m_open;
};

}  // namespace app
