// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/core/map_view.h"

#include <algorithm>

namespace layers {

MapView fitted(const gis::MapBox& box, int width_px, int height_px, double device_ratio) {
  constexpr double kUsedRatio = 1 - 2 * 0.04;
  constexpr double kFinestMetresPerPx = 0.05;  // a single point has no size: show some ground around it
  MapView view;
  view.width_px = std::max(1, width_px);
  view.height_px = std::max(1, height_px);
  view.device_ratio = device_ratio;
  if (box.empty() || !std::isfinite(box.width_m()) || !std::isfinite(box.height_m())) return view;
  view.centre = box.centre();
  view.metres_per_px = std::max({box.width_m() / (view.width_px * kUsedRatio),
                                 box.height_m() / (view.height_px * kUsedRatio), kFinestMetresPerPx});
  return view;
}

}  // namespace layers
