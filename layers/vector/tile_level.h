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
  // The pieces of a part that touch the tile's surroundings: sink(points, how far along the part the piece starts).
  template <class Sink>
  void forRuns(std::uint32_t part, Sink sink) {
    const std::span<const float> all = pixels(part);
    std::size_t begin = 0;
    bool inside = false;
    double walked_px = 0, start_px = 0;
    for (std::size_t i = 0; i + 3 < all.size(); i += 2) {
      const bool touches = std::max(all[i], all[i + 2]) >= m_min_px && std::min(all[i], all[i + 2]) <= m_max_x_px &&
                           std::max(all[i + 1], all[i + 3]) >= m_min_px &&
                           std::min(all[i + 1], all[i + 3]) <= m_max_y_px;
      if (touches && !inside) begin = i, start_px = walked_px;
      if (!touches && inside) sink(all.subspan(begin, i + 2 - begin), start_px);
      inside = touches;
      walked_px += static_cast<double>(std::hypot(all[i + 2] - all[i], all[i + 3] - all[i + 1]));
    }
    if (inside) sink(all.subspan(begin), start_px);
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
  void findDots(const gis::BoxF& around);
  void takeSubPixelShapes();

  const gis::PyramidLevel& m_level;
  double m_left = 0, m_top = 0;  // the tile's corner relative to the columns' origin, metres
  double m_px_per_m = 1;         // device pixels
  float m_min_px = 0, m_max_x_px = 0, m_max_y_px = 0;
  std::vector<std::uint32_t> m_shapes;
  std::vector<Dot> m_dots;
  std::vector<float> m_pixels;
};

}  // namespace layers
