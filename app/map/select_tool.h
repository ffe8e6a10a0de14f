// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <optional>

#include "app/core/map_document.h"
#include "app/map/map_tool.h"

namespace app {

// What a box chooses of the visible vector layers (districts excepted), from their indexes in memory: a few
// milliseconds whatever lies in it. Window's thread.
FeatureSelection chosenInBox(const MapDocument& document, const gis::MapBox& box, double metres_per_px,
                             SelectHow how = SelectHow::kReplace);
// The one feature at a place that a person means: points before lines before areas, the nearest, of the topmost layer.
FeatureSelection chosenAt(const MapDocument& document, gis::MapXY where, double radius_m, double metres_per_px,
                          SelectHow how = SelectHow::kReplace);

// Chooses features (选择): a click one, a drag everything that a box touches; with Shift they are added, with Ctrl
// toggled. A click on nothing chooses nothing.
class SelectTool final : public MapTool {
  Q_OBJECT
 public:
  SelectTool(MapDocument& document, std::function<double()> metres_per_px, QObject* parent = nullptr);
  QCursor cursor() const override { return Qt::ArrowCursor; }
  void click(gis::MapXY where) override;
  bool press(gis::MapXY where) override;
  void drag(gis::MapXY where) override;
  void release() override;
  bool doubleClick(gis::MapXY) override { return true; }  // the second click of two chooses again
  bool cancel() override;
  void paint(QPainter& painter, const layers::MapView& view) const override;

 private:
  MapDocument& m_document;
  std::function<double()> m_metres_per_px;
  std::optional<gis::MapXY> m_from;
  gis::MapXY m_to;
};

}  // namespace app
