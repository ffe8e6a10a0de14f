// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "gis/coverage/coverage_mask.h"

namespace gis {

// Fills polygons by signed areas: every edge adds to each pixel the area that lies to the right of it, and a running
// sum along the row gives how much of a pixel is inside (as font rasterisers do; Levien, font-rs, 2016). Rings of one
// winding add up and the sum is cut at one: the non-zero rule for what lies side by side or overlaps, with holes wound
// the other way. Sums are integers, so order, tiling and processor do not matter: two polygons with a common border
// leave no seam. Coordinates are pixels, y down, rounded to 1/256. One thread.
class FillRaster {
 public:
  FillRaster(int width_px, int height_px, CpuPath path = bestCpuPath());

  // x, y pairs, closed by itself. What lies left of the picture counts, what lies elsewhere outside does not matter.
  // Rings with numbers beyond 1e12 or that are not numbers are passed over.
  void addRing(std::span<const float> xy_px);
  // A feature too small to draw: adds coverage 0..255 to one pixel; outside the picture nothing happens.
  void addCell(int x_px, int y_px, int coverage);
  // Writes the coverage (over what the mask held where anything was added) and is empty again.
  void resolveInto(CoverageMask& mask);

 private:
  struct Cell {
    int x_px, y_px, coverage;
  };
  void addEdge(std::int64_t x0, std::int64_t y0, std::int64_t x1, std::int64_t y1);
  void addEdgeInside(int x0, int y0, int x1, int y1, int sign);

  int m_width, m_height, m_stride;
  CpuPath m_path;
  std::vector<std::uint32_t> m_sums;  // wraps around like the signed numbers it stands for
  PixelRect m_touched;                // holds all sums that are not zero; may reach two columns beyond the width
  std::vector<Cell> m_cells;
};

}  // namespace gis
