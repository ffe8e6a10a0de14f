// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/tile_geometry.h"

#include <cmath>
#include <limits>

namespace layers {
namespace {

constexpr double kStepDevicePx = 0.6;

float roundedDown(double value) {
  return std::nextafter(static_cast<float>(value), -std::numeric_limits<float>::max());
}
float roundedUp(double value) { return std::nextafter(static_cast<float>(value), std::numeric_limits<float>::max()); }

// Liang-Barsky: the part [from, to] of a segment inside a rectangle; false when none.
bool clipSegment(const QRectF& box, QPointF a, QPointF b, double& from, double& to) {
  from = 0, to = 1;
  const double dx = b.x() - a.x(), dy = b.y() - a.y();
  const std::array<double, 4> p = {-dx, dx, -dy, dy};
  const std::array<double, 4> q = {a.x() - box.left(), box.right() - a.x(), a.y() - box.top(), box.bottom() - a.y()};
  for (std::size_t i = 0; i < 4; ++i) {
    if (p[i] == 0) {
      if (q[i] < 0) return false;
      continue;
    }
    const double t = q[i] / p[i];
    if (p[i] < 0)
      from = std::max(from, t);
    else
      to = std::min(to, t);
  }
  return from <= to;
}

// One pass of Sutherland-Hodgman against a half plane given by a signed distance (>= 0 inside).
template <class Distance>
void clipAgainst(std::vector<QPointF>& points, std::vector<QPointF>& buffer, Distance distance) {
  buffer.clear();
  for (std::size_t i = 0; i < points.size(); ++i) {
    const QPointF a = points[i], b = points[(i + 1) % points.size()];
    const double da = distance(a), db = distance(b);
    if (da >= 0) buffer.push_back(a);
    if ((da >= 0) != (db >= 0)) buffer.push_back(a + (b - a) * (da / (da - db)));
  }
  points.swap(buffer);
}

}  // namespace

TileGeometry::TileGeometry(const gis::MapColumns& columns, const MapView& tile, double margin_px)
    : m_columns(columns), m_px_per_m(1 / tile.metres_per_px), m_device_ratio(tile.device_ratio) {
  const gis::MapBox box = tile.box();
  m_left = box.min_x_m - columns.origin.x_m;
  m_top = box.max_y_m - columns.origin.y_m;
  m_step_m = kStepDevicePx * tile.metres_per_px / tile.device_ratio;
  m_clip = QRectF(-margin_px, -margin_px, tile.width_px + 2 * margin_px, tile.height_px + 2 * margin_px);
  m_cells_per_side_x = static_cast<int>(std::ceil(m_clip.width() * m_device_ratio)) + 1;
  m_cells_per_side_y = static_cast<int>(std::ceil(m_clip.height() * m_device_ratio)) + 1;
  const gis::MapBox wide = box.grown(margin_px * tile.metres_per_px);
  const gis::BoxF query{roundedDown(wide.min_x_m - columns.origin.x_m), roundedDown(wide.min_y_m - columns.origin.y_m),
                        roundedUp(wide.max_x_m - columns.origin.x_m), roundedUp(wide.max_y_m - columns.origin.y_m)};
  if (columns.index.size() > 0) columns.index.query(query, m_items);
}

TileGeometry::Extent TileGeometry::extentOf(std::uint32_t item) const {
  const gis::BoxF& box = m_columns.index.box(item);
  const auto width_m = static_cast<double>(box.max_x_m) - static_cast<double>(box.min_x_m);
  const auto height_m = static_cast<double>(box.max_y_m) - static_cast<double>(box.min_y_m);
  if (std::max(width_m, height_m) * m_px_per_m * m_device_ratio < 1) return Extent::kSubPixel;
  const double left = (static_cast<double>(box.min_x_m) - m_left) * m_px_per_m;
  const double right = (static_cast<double>(box.max_x_m) - m_left) * m_px_per_m;
  const double top = (m_top - static_cast<double>(box.max_y_m)) * m_px_per_m;
  const double bottom = (m_top - static_cast<double>(box.min_y_m)) * m_px_per_m;
  const bool inside =
      left >= m_clip.left() && right <= m_clip.right() && top >= m_clip.top() && bottom <= m_clip.bottom();
  return inside ? Extent::kInside : Extent::kCrossing;
}

long long TileGeometry::deviceCellOf(std::uint32_t item) const {
  const gis::BoxF& box = m_columns.index.box(item);
  const double x_m = (static_cast<double>(box.min_x_m) + static_cast<double>(box.max_x_m)) / 2;
  const double y_m = (static_cast<double>(box.min_y_m) + static_cast<double>(box.max_y_m)) / 2;
  const double column = std::floor(((x_m - m_left) * m_px_per_m - m_clip.left()) * m_device_ratio);
  const double row = std::floor(((m_top - y_m) * m_px_per_m - m_clip.top()) * m_device_ratio);
  if (!(column >= 0 && row >= 0 && column < m_cells_per_side_x && row < m_cells_per_side_y)) return -1;
  return static_cast<long long>(row) * m_cells_per_side_x + static_cast<long long>(column);
}

QRectF TileGeometry::rectOfCell(long long cell) const {
  const auto column = static_cast<double>(cell % m_cells_per_side_x),
             row = static_cast<double>(cell / m_cells_per_side_x);
  return {column / m_device_ratio + m_clip.left(), row / m_device_ratio + m_clip.top(), 1 / m_device_ratio,
          1 / m_device_ratio};
}

void TileGeometry::collect(std::uint32_t part) {
  m_points.clear();
  const std::uint32_t first = m_columns.part_start[part], end = m_columns.part_start[part + 1];
  double kept_x = 0, kept_y = 0;
  for (std::uint32_t vertex = first; vertex < end; ++vertex) {
    const auto x = static_cast<double>(m_columns.xy_m[vertex * 2]),
               y = static_cast<double>(m_columns.xy_m[vertex * 2 + 1]);
    if (!std::isfinite(x) || !std::isfinite(y)) continue;
    const bool near = !m_points.empty() && std::max(std::abs(x - kept_x), std::abs(y - kept_y)) < m_step_m;
    if (near && vertex + 1 != end) continue;
    kept_x = x, kept_y = y;
    m_points.emplace_back((x - m_left) * m_px_per_m, (m_top - y) * m_px_per_m);
  }
}

void TileGeometry::clipRing() {
  const QRectF& box = m_clip;
  clipAgainst(m_points, m_buffer, [&](QPointF p) { return p.x() - box.left(); });
  clipAgainst(m_points, m_buffer, [&](QPointF p) { return box.right() - p.x(); });
  clipAgainst(m_points, m_buffer, [&](QPointF p) { return p.y() - box.top(); });
  clipAgainst(m_points, m_buffer, [&](QPointF p) { return box.bottom() - p.y(); });
}

void TileGeometry::appendRing(std::uint32_t part, Extent extent, Direction direction, QPainterPath& path) {
  collect(part);
  if (m_points.size() > 1 && m_points.front() == m_points.back()) m_points.pop_back();
  if (extent == Extent::kCrossing) clipRing();
  if (m_points.size() < 3) return;
  if (direction == Direction::kReversed) std::reverse(m_points.begin(), m_points.end());
  path.moveTo(m_points.front());
  for (std::size_t i = 1; i < m_points.size(); ++i) path.lineTo(m_points[i]);
  path.closeSubpath();
}

void TileGeometry::forRuns(std::uint32_t part, Extent extent, const std::function<void(const LineRun&)>& sink) {
  collect(part);
  if (m_points.size() < 2) return;
  LineRun run;
  if (extent != Extent::kCrossing) {
    run.points = m_points;
    sink(run);
    return;
  }
  double walked_px = 0;
  const auto flush = [&] {
    if (run.points.size() >= 2) sink(run);
    run.points.clear();
  };
  for (std::size_t i = 0; i + 1 < m_points.size(); ++i) {
    const QPointF a = m_points[i], b = m_points[i + 1];
    const double length_px = std::hypot(b.x() - a.x(), b.y() - a.y());
    double from = 0, to = 1;
    if (!clipSegment(m_clip, a, b, from, to)) {
      flush();
    } else {
      if (from > 0) flush();
      if (run.points.empty()) {
        run.points.push_back(a + (b - a) * from);
        run.start_px = walked_px + length_px * from;
      }
      run.points.push_back(a + (b - a) * to);
      if (to < 1) flush();
    }
    walked_px += length_px;
  }
  flush();
}

}  // namespace layers
