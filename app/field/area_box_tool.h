// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>

#include "app/map/map_tool.h"

namespace app {

// Draws a box on the map, once: the area for a field laptop. Esc gives up (`givenUp`). Window's thread.
class AreaBoxTool final : public MapTool {
  Q_OBJECT
 public:
  using MapTool::MapTool;
  QCursor cursor() const override { return Qt::CrossCursor; }
  bool press(gis::MapXY where) override;
  void drag(gis::MapXY where) override;
  void release() override;
  bool cancel() override;
  void paint(QPainter& painter, const layers::MapView& view) const override;

 signals:
  void drawn(const gis::MapBox& box);
  void givenUp();

 private:
  std::optional<gis::MapXY> m_from;
  gis::MapXY m_to;
};

}  // namespace app
