// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <optional>

#include "app/map/map_tool.h"
#include "gis/plotting/plot_object.h"
#include "layers/plotting/plot_layer.h"

namespace app {

// Between the map and the earth, as the document knows it.
struct PlotGround {
  std::function<std::optional<gis::LonLat>(gis::MapXY)> to_lon_lat;
  std::function<std::optional<gis::MapXY>(gis::LonLat)> to_map;
  std::function<double()> metres_per_px;
};

// Draws a new object: click by click; double click or Enter ends a line, an arrow or an area, the second click a
// circle; Backspace takes the last point back, Esc drops all. Stays in use, for the next one.
class PlotDrawTool final : public MapTool {
  Q_OBJECT
 public:
  PlotDrawTool(gis::PlotObject style, PlotGround ground, QObject* parent = nullptr);
  void setStyle(const gis::PlotObject& style);
  QCursor cursor() const override { return Qt::CrossCursor; }
  void click(gis::MapXY where) override;
  void hover(gis::MapXY where) override;
  bool doubleClick(gis::MapXY where) override;
  bool key(int qt_key) override;
  bool cancel() override;
  void paint(QPainter& painter, const layers::MapView& view) const override;

 signals:
  void drawn(const gis::PlotObject& object);

 private:
  std::optional<gis::PlotObject> withPoints(bool with_pointer) const;
  bool finish();
  gis::PlotObject m_style;
  PlotGround m_ground;
  std::vector<gis::MapXY> m_points;
  std::optional<gis::MapXY> m_pointer;
  layers::IconSet m_icons;
};

// Picks, moves and removes what is plotted: a click picks, a drag moves the object or the vertex under the pointer,
// Delete removes, Esc lets go.
class PlotPickTool final : public MapTool {
  Q_OBJECT
 public:
  using Layer = std::function<std::shared_ptr<const layers::PlotLayer>()>;
  PlotPickTool(Layer layer, PlotGround ground, QObject* parent = nullptr);
  void pick(const std::string& uuid);
  const std::string& picked() const { return m_picked; }
  QCursor cursor() const override { return Qt::PointingHandCursor; }
  bool press(gis::MapXY where) override;
  void drag(gis::MapXY where) override;
  void release() override;
  void click(gis::MapXY where) override;
  bool key(int qt_key) override;
  bool cancel() override;
  void paint(QPainter& painter, const layers::MapView& view) const override;

 signals:
  void pickedChanged(const std::string& uuid);
  void moved(const gis::PlotObject& object);
  void removeWanted(const std::string& uuid);

 private:
  const layers::PlacedPlot* plot() const;
  // The points that can be dragged, on the map; a circle's last one lies on its ring.
  std::vector<gis::MapXY> handles() const;
  gis::PlotObject dragged() const;
  Layer m_layer;
  PlotGround m_ground;
  std::string m_picked;
  std::optional<std::size_t> m_handle;  // none: the whole object is moved
  std::optional<gis::MapXY> m_from, m_to;
  layers::IconSet m_icons;
};

}  // namespace app
