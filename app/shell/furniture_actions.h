// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <vector>

#include "app/core/panel.h"

class QAction;
class QWidget;

namespace app {

class MapCanvas;

// The commands that switch what is drawn over the map: graticule, kilometre grid, legend; remembered between runs. Also
// lets panels ask for the divider that compares with and without a layer.
class FurnitureActions : public QObject {
  Q_OBJECT
 public:
  FurnitureActions(PanelContext& context, MapCanvas& canvas, QWidget* window);
  // A separator and the commands, in the order of the menu.
  const std::vector<QAction*>& all() const { return m_all; }

 private:
  void retranslate();
  void apply();

  PanelContext& m_context;
  MapCanvas& m_canvas;
  std::vector<QAction*> m_all;
};

}  // namespace app
