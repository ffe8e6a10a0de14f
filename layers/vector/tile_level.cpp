// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/tile_level.h"

#include <cmath>

namespace layers {

TileLevel::TileLevel(const gis::MapColumns& columns, const gis::Pyramid& pyramid, const MapView& tile, double reach_px)
    : m_level(pyramid.levelFor(tile.metres_per_px / tile.device_ratio)),
      m_px_per_m(tile.device_ratio / tile.metres_per_px) {
  const gis::MapBox box = tile.box();
  m_left = box.min_x_m - columns.origin.x_m;
  m_top = box.max_y_m - columns.origin.y_m;
  const double reach_m = reach_px * tile.metres_per_px, reach_device_px = reach_px * tile.device_ratio;
  m_min_px = static_cast<float>(-reach_device_px);
  m_max_x_px = static_cast<float>(tile.width_px * tile.device_ratio + reach_device_px);
  m_max_y_px = static_cast<float>(tile.height_px * tile.device_ratio + reach_device_px);
  const auto down = [](double v) { return std::nextafter(static_cast<float>(v), -HUGE_VALF); };
  const auto up = [](double v) { return std::nextafter(static_cast<float>(v), HUGE_VALF); };
  m_around = {down(m_left - reach_m), down(m_top - box.height_m() - reach_m), up(m_left + box.width_m() + reach_m),
              up(m_top + reach_m)};
  m_level.index.query(m_around, m_shapes);
  if (columns.kind != gis::GeometryKind::kPoint) takeSubPixelShapes();
  findDots();
}

std::span<const float> TileLevel::pixels(std::uint32_t part) {
  const std::uint32_t first = m_level.part_start[part], end = m_level.part_start[part + 1];
  m_pixels.resize((end - first) * std::size_t{2});
  for (std::uint32_t v = first; v < end; ++v) {
    const Point p = pixelOf(v);
    m_pixels[(v - first) * std::size_t{2}] = p.x, m_pixels[(v - first) * std::size_t{2} + 1] = p.y;
  }
  return m_pixels;
}

// Sums of areas do not ask how a border runs beyond the tile: above, below and to the right it counts nothing, to the
// left only how far down it comes. A straight line from the stretch's first vertex to its last gives the same bytes.
std::span<const float> TileLevel::ringPixels(std::uint32_t part) {
  constexpr std::uint32_t kRun = gis::PyramidLevel::kRun;
  const std::uint32_t first = m_level.part_start[part], end = m_level.part_start[part + 1];
  if (end - first <= kLongPart) return pixels(part);
  m_pixels.clear();
  const auto beyond = [&](const gis::BoxF& box) {
    return box.max_x_m < m_around.min_x_m || box.min_x_m > m_around.max_x_m || box.max_y_m < m_around.min_y_m ||
           box.min_y_m > m_around.max_y_m;
  };
  for (std::uint32_t v = first; v < end;) {
    const std::uint32_t run_end = std::min(end, (v / kRun + 1) * kRun);
    const bool skipped = beyond(m_level.run_box[v / kRun]);
    for (std::uint32_t i = v; i < (skipped ? v + 1 : run_end); ++i) add(pixelOf(i));
    // A run's box holds the first vertex of the next run, which comes first there.
    if (skipped && run_end == end && end - 1 > v) add(pixelOf(end - 1));
    v = run_end;
  }
  return m_pixels;
}

void TileLevel::takeSubPixelShapes() {
  const auto one_px_m = static_cast<float>(1 / m_px_per_m);
  std::erase_if(m_shapes, [&](std::uint32_t shape) {
    const gis::BoxF& box = m_level.index.box(shape);
    const float width_m = box.max_x_m - box.min_x_m, height_m = box.max_y_m - box.min_y_m;
    if (!(std::max(width_m, height_m) < one_px_m)) return false;
    const double x_m = (static_cast<double>(box.min_x_m) + static_cast<double>(box.max_x_m)) / 2;
    const double y_m = (static_cast<double>(box.min_y_m) + static_cast<double>(box.max_y_m)) / 2;
    const double cover = static_cast<double>(width_m) * static_cast<double>(height_m) * m_px_per_m * m_px_per_m;
    m_dots.push_back({static_cast<float>((x_m - m_left) * m_px_per_m), static_cast<float>((m_top - y_m) * m_px_per_m),
                      featureOf(shape), static_cast<int>(std::lround(cover * 255))});
    return true;
  });
}

void TileLevel::findDots() {
  if (m_level.dot_index.size() == 0) return;
  const double cell_px2 = std::pow(m_level.dot_cell_m * m_px_per_m, 2);
  std::vector<std::uint32_t> runs;
  m_level.dot_index.query(m_around, runs);
  for (const std::uint32_t run : runs) {
    const std::size_t first = run * std::size_t{gis::PyramidLevel::kDotRun};
    const std::size_t end = std::min(first + gis::PyramidLevel::kDotRun, m_level.dot_item.size());
    for (std::size_t i = first; i < end; ++i) {
      const float x = m_level.dot_xy_m[2 * i], y = m_level.dot_xy_m[2 * i + 1];
      if (x < m_around.min_x_m || x > m_around.max_x_m || y < m_around.min_y_m || y > m_around.max_y_m) continue;
      m_dots.push_back({static_cast<float>((static_cast<double>(x) - m_left) * m_px_per_m),
                        static_cast<float>((m_top - static_cast<double>(y)) * m_px_per_m), m_level.dot_item[i],
                        static_cast<int>(std::lround(m_level.dot_coverage[i] * cell_px2))});
    }
  }
}

}  // namespace layers
