// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/map/map_tool.h"

namespace app {

// A click on the map gives a place: an epicentre, where something happened. What lies there, its owner finds. Stays in
// use for the next.
class PickTool final : public MapTool {
  Q_OBJECT
 public:
  using MapTool::MapTool;
  QCursor cursor() const override { return Qt::CrossCursor; }
  void click(gis::MapXY where) override { emit picked(where); }

 signals:
  void picked(gis::MapXY where);
};

}  // namespace app
