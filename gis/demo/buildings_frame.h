// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/core/coords.h"
#include "gis/demo/buildings.h"

namespace gis::demo {

// Measures of a village's blocks, metres.
struct BlockPlan {
  int slots_a_row = 4;
  double slot_width_m = 16;
  double row_depth_m = 14;
  double street_m = 5;
  double house_width_min_m = 8, house_width_max_m = 14;
  double house_depth_min_m = 6, house_depth_max_m = 10;
  double max_slope_deg = 25;
  double empty_ratio = 0.12;  // slots left open: yards, gardens, threshing floors
  double blockWidthM() const { return slots_a_row * slot_width_m + street_m; }
  double blockDepthM() const { return 2 * row_depth_m + street_m; }
};

BlockPlan planFor(Fabric fabric, double crowding_ratio);

// Village coordinates: u along the main street, v across it to the left. The street bends with a constant small
// curvature, so that houses follow a valley; maps to and from are exact on the arc.
class VillageFrame {
 public:
  VillageFrame(MapXY origin, MapXY along, double curvature_per_m)
      : m_origin(origin), m_along(along), m_curvature_per_m(curvature_per_m) {}
  MapXY at(double u_m, double v_m) const;

 private:
  MapXY m_origin, m_along;
  double m_curvature_per_m;
};

// How the village is oriented: along the nearest road, else along the contour, else rows facing south.
// `reach_m` is how far the village may stretch; the bend stays so small that plots there do not shrink noticeably.
VillageFrame frameFor(const LandMap& land, int village, Fabric fabric, MapXY origin, double reach_m,
                      std::uint64_t seed);

}  // namespace gis::demo
