// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "app/footprint/map_sketch.h"
#include "app/map/map_tool.h"
#include "gis/footprint/footprint.h"

namespace app {

// kShow draws nothing new: it shows a footprint that came from elsewhere, until something is drawn or Esc.
enum class FootprintTask { kCircle, kBox, kPolygon, kCorridor, kShow };

// Draws the place that a question is about (影响范围) and says what it is at every move. A circle is dragged from its
// centre and a box from a corner, or set by two clicks; a polygon and a corridor are clicked corner by corner, double
// click or Enter ends them, Backspace takes the last corner back. [ and ] change a corridor's width. Esc drops what was
// begun. Where the radius is typed, a click alone says the centre and the circle is the owner's to show(). Radius,
// area, length and width stand beside the shape, measured on the ellipsoid.
class FootprintTool final : public MapTool {
  Q_OBJECT
 public:
  using ToLonLat = std::function<std::optional<gis::LonLat>(gis::MapXY)>;
  FootprintTool(FootprintTask task, ToLonLat to_lon_lat, QObject* parent = nullptr);

  QCursor cursor() const override { return m_task == FootprintTask::kShow ? Qt::ArrowCursor : Qt::CrossCursor; }
  void click(gis::MapXY where) override;
  bool press(gis::MapXY where) override;
  void drag(gis::MapXY where) override;
  void release() override;
  void hover(gis::MapXY where) override;
  bool doubleClick(gis::MapXY where) override;
  bool key(int qt_key) override;
  bool cancel() override;
  void paint(QPainter& painter, const layers::MapView& view) const override;

  void setWidthM(double width_m);
  // Circles: a click that is not dragged is the centre of one whose radius the owner has.
  void setRadiusTyped(bool typed) { m_radius_typed = typed; }
  // Shows shapes under what is drawn: districts, features, what stood before.
  void show(MapSketch sketch);
  double widthM() const { return m_width_m; }
  bool finished() const { return m_finished; }
  // As it stands, with the pointer for a corner to come; none while it is too little.
  std::optional<gis::Footprint> footprint() const;
  // "Radius 20.00 km"
  QString text() const;

 signals:
  // While it is drawn, and once more with `finished` when it is done.
  void sketched(const gis::Footprint& footprint, bool finished);
  void dropped();
  void centreClicked(gis::LonLat centre);
  void widthChanged(double width_m);
  // A shape that is only shown takes no click: what is there is asked, as without it.
  void passed(gis::MapXY where);

 private:
  bool byTwo() const { return m_task == FootprintTask::kCircle || m_task == FootprintTask::kBox; }
  std::vector<gis::MapXY> points() const;
  std::optional<std::vector<gis::LonLat>> places(const std::vector<gis::MapXY>& points) const;
  void tell();
  void finish();

  FootprintTask m_task;
  ToLonLat m_to_lon_lat;
  std::vector<gis::MapXY> m_points;
  std::optional<gis::MapXY> m_pointer;
  MapSketch m_shown;
  bool m_dragging = false;
  bool m_finished = false;
  bool m_radius_typed = false;
  double m_width_m = 1000;
};

}  // namespace app
