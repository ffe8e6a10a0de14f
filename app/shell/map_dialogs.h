// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

#include "app/core/panel.h"

namespace app {

class MainActions;
class MapCanvas;
class OnlineMaps;
class PastKeeper;
class PrintDialog;

// The dialogs about the map as a whole and what stands behind them: printing, the map as it was, online base maps.
// Owned by the window; lives on its thread.
class MapDialogs : public QObject {
 public:
  MapDialogs(PanelContext& context, MapCanvas& canvas, QWidget& window);
  // The commands that open them.
  void connectActions(MainActions& actions);
  // What stands above the map while it shows the past.
  QWidget* makeBanner();

 private:
  PanelContext& m_context;
  QWidget& m_window;
  PastKeeper* m_past;
  OnlineMaps* m_online;
  PrintDialog* m_print = nullptr;
};

}  // namespace app
