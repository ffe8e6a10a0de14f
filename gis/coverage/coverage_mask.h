// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <vector>

#include "gis/coverage/pixels.h"

namespace gis {

// How much of each pixel is covered, 0..255. Remembers where anything was written, so that clearing and colouring cost
// what was touched and no more. One thread.
class CoverageMask {
 public:
  static constexpr int kSlack = 32;
  CoverageMask(int width_px, int height_px)
      : m_width(width_px),
        m_height(height_px),
        m_stride((width_px + 31) / 32 * 32 + kSlack),
        m_bytes(std::size_t(m_stride) * std::size_t(height_px), 0) {}

  int width() const { return m_width; }
  int height() const { return m_height; }
  const std::uint8_t* row(int y_px) const { return m_bytes.data() + static_cast<std::ptrdiff_t>(y_px) * m_stride; }
  // For writers, who say afterwards what they wrote. Up to kSlack bytes beyond the width may be overwritten; nobody
  // looks at them.
  std::uint8_t* row(int y_px) { return m_bytes.data() + static_cast<std::ptrdiff_t>(y_px) * m_stride; }
  void touched(int from_x_px, int to_x_px, int y_px) { m_dirty.add(from_x_px, to_x_px, y_px); }
  void touched(const PixelRect& pixels) {
    touched(pixels.left_px, pixels.right_px, pixels.top_px);
    m_dirty.bottom_px = std::max(m_dirty.bottom_px, pixels.bottom_px);
  }
  int stride() const { return m_stride; }
  const PixelRect& dirty() const { return m_dirty; }

  // One pixel, never less than it was; outside the mask nothing happens.
  void stamp(int x_px, int y_px, int coverage) {
    if (x_px < 0 || y_px < 0 || x_px >= m_width || y_px >= m_height) return;
    std::uint8_t& at = row(y_px)[x_px];
    at = static_cast<std::uint8_t>(std::max<int>(at, std::clamp(coverage, 0, 255)));
    touched(x_px, x_px + 1, y_px);
  }
  void clear() {
    for (int y = m_dirty.top_px; y < m_dirty.bottom_px; ++y)
      std::fill(row(y) + m_dirty.left_px, row(y) + m_dirty.right_px, std::uint8_t{0});
    m_dirty = {};
  }

 private:
  int m_width, m_height, m_stride;
  std::vector<std::uint8_t> m_bytes;
  PixelRect m_dirty;
};

}  // namespace gis
