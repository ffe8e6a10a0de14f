// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "gis/pyramid/pyramid.h"
#include "layers/core/map_view.h"

namespace layers {

// The level of a layer that suits a tile, seen in the tile's device pixels. One thread per object; it keeps buffers.
class TileLevel {
 public:
  TileLevel(const gis::MapColumns& columns, const gis::Pyramid& pyramid, const MapView& tile, double reach_px);

  // Shapes whose box touches the tile and its surroundings, ascending; the feature a shape draws, and its parts.
  const std::vector<std::uint32_t>& shapes() const { return m_shapes; }
  std::uint32_t featureOf(std::uint32_t shape) const { return m_level.item.empty() ? shape : m_level.item[shape]; }
  std::uint32_t firstPart(std::uint32_t shape) const { return m_level.feature_start[shape]; }
  std::uint32_t endPart(std::uint32_t shape) const { return m_level.feature_start[shape + 1]; }

  // A part as x, y pairs, valid until the next call.
  std::span<const float> pixels(std::uint32_t part);
  // A ring as far as its filling is concerned: long stretches beyond one side of the tile are straight lines there.
  std::span<const float> ringPixels(std::uint32_t part);
  // What a line needs of its runs.
  struct RunNeeds {
    bool lengths = false;  // how far along the part each begins; else 0
    bool repeated = true;  // pieces of border that an earlier shape has, too
  };
  // The pieces of a part that touch the tile's surroundings: sink(points, how far along the part the piece starts).
  template <class Sink>
  void forRuns(std::uint32_t part, RunNeeds needs, Sink sink) {
    const std::uint32_t first = m_level.part_start[part], end = m_level.part_start[part + 1];
    m_pixels.clear();
    double walked_px = 0, start_px = 0;
    const auto flush = [&] {
      if (m_pixels.size() >= 4) sink(std::span<const float>(m_pixels), start_px);
      m_pixels.clear();
    };
    const bool by_runs = !needs.lengths && end - first > kLongPart;
    for (std::uint32_t v = first; v + 1 < end;) {
      const std::uint32_t run_end = std::min(end - 1, (v / gis::PyramidLevel::kRun + 1) * gis::PyramidLevel::kRun);
      if (by_runs && !m_around.intersects(m_level.run_box[v / gis::PyramidLevel::kRun])) {
        flush();
        v = run_end;
        continue;
      }
      Point from = pixelOf(v);
      for (; v < run_end; ++v) {
        const Point to = pixelOf(v + 1);
        const bool wanted = touches(from, to) && (needs.repeated || !m_level.isRepeated(v));
        if (!wanted) flush();
        if (wanted && m_pixels.empty()) {
          start_px = walked_px;
          add(from);
        }
        if (wanted) add(to);
        if (needs.lengths) walked_px += static_cast<double>(std::hypot(to.x - from.x, to.y - from.y));
        from = to;
      }
    }
    flush();
  }

  // Features that are smaller than a device pixel, one by one or merged: where, one of them, and how much of a pixel
  // they cover (255 = all; may be more).
  struct Dot {
    float x_px, y_px;
    std::uint32_t feature;
    int coverage;
  };
  const std::vector<Dot>& dots() const { return m_dots; }

 private:
  static constexpr std::uint32_t kLongPart = 2 * gis::PyramidLevel::kRun;
  struct Point {
    float x, y;
  };
  Point pixelOf(std::uint32_t vertex) const {
    const float* xy = m_level.xy_m.data() + std::size_t{vertex} * 2;
    return {static_cast<float>((static_cast<double>(xy[0]) - m_left) * m_px_per_m),
            static_cast<float>((m_top - static_cast<double>(xy[1])) * m_px_per_m)};
  }
  void add(Point p) {
    m_pixels.push_back(p.x);
    m_pixels.push_back(p.y);
  }
  bool touches(Point a, Point b) const {
    return std::max(a.x, b.x) >= m_min_px && std::min(a.x, b.x) <= m_max_x_px && std::max(a.y, b.y) >= m_min_px &&
           std::min(a.y, b.y) <= m_max_y_px;
  }
  void findDots();
  void takeSubPixelShapes();

  const gis::PyramidLevel& m_level;
  double m_left = 0, m_top = 0;  // the tile's corner relative to the columns' origin, metres
  double m_px_per_m = 1;         // device pixels
  gis::BoxF m_around{};          // the tile and its surroundings, metres relative to the origin
  float m_min_px = 0, m_max_x_px = 0, m_max_y_px = 0;
  std::vector<std::uint32_t> m_shapes;
  std::vector<Dot> m_dots;
  std::vector<float> m_pixels;
};

}  // namespace layers
