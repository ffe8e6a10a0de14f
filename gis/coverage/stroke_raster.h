// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>

#include "gis/coverage/coverage_mask.h"

namespace gis {

// Draws lines by distance: a pixel is covered as far as the line's edge reaches beyond its middle (half a pixel either
// way), and the mask keeps the greater of what it has and what comes. So joins are round, crossings of one class do not
// darken, and a line narrower than a pixel covers that much less. Coordinates are pixels, y down; numbers that are not
// finite end a line and begin another. Error against exact areas: below a tenth of a pixel's cover. One thread.
class StrokeRaster {
 public:
  enum class Cap { kButt, kRound, kSquare };
  struct Style {
    float width_px = 1;
    Cap cap = Cap::kButt;
  };
  explicit StrokeRaster(CpuPath path = bestCpuPath()) : m_path(path) {}

  void addPolyline(CoverageMask& mask, std::span<const float> xy_px, const Style& style) const;
  // `dash_px`: lengths of line and gap in turns; `phase_px`: how far into the pattern the line begins.
  void addDashed(CoverageMask& mask, std::span<const float> xy_px, const Style& style, std::span<const float> dash_px,
                 float phase_px) const;

 private:
  CpuPath m_path;
};

}  // namespace gis
