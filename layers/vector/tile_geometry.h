// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPainterPath>
#include <QPointF>
#include <cstdint>
#include <functional>
#include <vector>

#include "gis/vector/map_columns.h"
#include "layers/core/map_view.h"

namespace layers {

// A piece of a line inside the tile, and how far along the whole line it starts: dashes and marks must not jump at the
// edge of a tile.
struct LineRun {
  std::vector<QPointF> points;
  double start_px = 0;
};

// Turns features into pixels of one tile. Vertices that would fall within 0.6 device pixels of the one before are
// passed over, counted in map units from the first vertex, so that neighbouring tiles choose the same ones. Geometry is
// clipped to the tile and its margin: coordinates far outside never reach the rasteriser, and vertices that are not
// numbers are left out. One thread per object; it keeps buffers.
class TileGeometry {
 public:
  TileGeometry(const gis::MapColumns& columns, const MapView& tile, double margin_px);

  // Items whose box touches the tile and its margin, ascending.
  const std::vector<std::uint32_t>& items() const { return m_items; }

  enum class Extent { kSubPixel, kInside, kCrossing };
  // Whether a feature is smaller than a device pixel, entirely inside, or has to be clipped.
  Extent extentOf(std::uint32_t item) const;
  // The device pixel (counted from the tile's corner less its margin) of a sub-pixel feature's centre, -1 outside.
  long long deviceCellOf(std::uint32_t item) const;
  QRectF rectOfCell(long long cell) const;
  long long cellCount() const { return static_cast<long long>(m_cells_per_side_x) * m_cells_per_side_y; }

  // Adds a ring as a closed polygon, its vertices backwards if asked.
  enum class Direction { kAsStored, kReversed };
  void appendRing(std::uint32_t part, Extent extent, Direction direction, QPainterPath& path);
  // Calls sink(run) for each piece of a part inside the margin.
  void forRuns(std::uint32_t part, Extent extent, const std::function<void(const LineRun&)>& sink);
  // A vertex in tile pixels; not finite if the data are not.
  QPointF pixel(std::uint32_t vertex) const {
    return {(static_cast<double>(m_columns.xy_m[vertex * 2]) - m_left) * m_px_per_m,
            (m_top - static_cast<double>(m_columns.xy_m[vertex * 2 + 1])) * m_px_per_m};
  }
  const QRectF& clip() const { return m_clip; }

 private:
  void collect(std::uint32_t part);  // vertices of a part after level of detail, in pixels, into m_points
  void clipRing();

  const gis::MapColumns& m_columns;
  double m_left = 0, m_top = 0;  // the tile's corner relative to the columns' origin, metres
  double m_px_per_m = 1;
  double m_step_m = 0;
  double m_device_ratio = 1;
  int m_cells_per_side_x = 0, m_cells_per_side_y = 0;
  QRectF m_clip;
  std::vector<std::uint32_t> m_items;
  std::vector<QPointF> m_points, m_buffer;
};

}  // namespace layers
