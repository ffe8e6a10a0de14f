// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <optional>
#include <vector>

#include "app/map/map_tool.h"

namespace app {

enum class MeasureKind { kDistance, kArea };

// Measures along clicked points on the ellipsoid (gis/geo/geodesic.h), with live texts at every segment and the total.
// Double click or Enter ends, Backspace takes the last point back, Esc drops all.
class MeasureTool final : public MapTool {
  Q_OBJECT
 public:
  using ToLonLat = std::function<std::optional<gis::LonLat>(gis::MapXY)>;
  MeasureTool(MeasureKind kind, ToLonLat to_lon_lat, QObject* parent = nullptr);

  QCursor cursor() const override { return Qt::CrossCursor; }
  void click(gis::MapXY where) override;
  void hover(gis::MapXY where) override;
  bool doubleClick(gis::MapXY where) override;
  bool key(int qt_key) override;
  bool cancel() override;
  void paint(QPainter& painter, const layers::MapView& view) const override;

  bool finished() const { return m_finished; }
  std::size_t pointCount() const { return m_points.size(); }
  // Over the points set so far (not the pointer).
  double totalM() const;
  double areaM2() const;
  // The current result in words, for the status bar; empty while nothing was clicked.
  QString text() const;

 signals:
  void measured(const QString& text);

 private:
  struct Point {
    gis::MapXY at;
    gis::LonLat lon_lat;
  };
  std::vector<Point> withPointer() const;
  static double lengthM(const std::vector<Point>& points);
  static double ringAreaM2(const std::vector<Point>& points);
  void tell();

  MeasureKind m_kind;
  ToLonLat m_to_lon_lat;
  std::vector<Point> m_points;
  std::optional<Point> m_pointer;
  bool m_finished = false;
};

}  // namespace app
