// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/buildings_frame.h"

#include <algorithm>
#include <cmath>

#include "gis/core/random.h"

namespace gis::demo {

BlockPlan planFor(Fabric fabric, double crowding_ratio) {
  BlockPlan plan;
  switch (fabric) {
    case Fabric::kUrban:  // rows of slab blocks
      plan = {3, 42, 27, 12, 22, 38, 11, 16, 14, 0.08};
      break;
    case Fabric::kTown:
      plan = {4, 22, 17, 7, 11, 19, 8, 13, 18, 0.10};
      break;
    case Fabric::kVillage:
      plan = {4, 17, 15, 5, 9, 14.5, 6, 11, 24, 0.12};
      break;
    case Fabric::kCaves:  // one row to a terrace
      plan = {3, 18, 17, 5, 8, 14, 6, 9, 38, 0.25};
      break;
  }
  if (crowding_ratio > 1) {  // little room: smaller plots
    const double shrink = 1 / std::min(crowding_ratio, 1.35);
    plan.slot_width_m *= shrink, plan.row_depth_m *= shrink;
    plan.house_width_min_m *= shrink, plan.house_width_max_m *= shrink;
    plan.house_depth_min_m *= shrink, plan.house_depth_max_m *= shrink;
  }
  return plan;
}

MapXY VillageFrame::at(double u_m, double v_m) const {
  // On an arc of curvature k the point after u has turned by k*u; v is measured along the turned normal.
  const double turn = m_curvature_per_m * u_m;
  double x = u_m, y = 0;
  if (std::abs(turn) > 1e-9) {
    x = std::sin(turn) / m_curvature_per_m;
    y = (1 - std::cos(turn)) / m_curvature_per_m;
  }
  x -= v_m * std::sin(turn);
  y += v_m * std::cos(turn);
  return {m_origin.x_m + x * m_along.x_m - y * m_along.y_m, m_origin.y_m + x * m_along.y_m + y * m_along.x_m};
}

VillageFrame frameFor(const LandMap& land, int village, Fabric fabric, MapXY origin, double reach_m,
                      std::uint64_t seed) {
  Random random(seed, static_cast<std::uint64_t>(village) * 2 + 1);
  const double tilt = random.uniform(-0.06, 0.06);
  MapXY along{std::cos(tilt), std::sin(tilt)};
  const auto road = land.roads().nearest(origin, 120);
  const MapXY down = land.downhillAt(origin, 150);
  const double slope_deg = land.slopeDegAt(origin);
  if (fabric == Fabric::kCaves && (down.x_m != 0 || down.y_m != 0))
    along = {-down.y_m, down.x_m};
  else if (fabric != Fabric::kUrban && road.tag >= 0)
    along = road.direction;
  else if (slope_deg > 3 && (down.x_m != 0 || down.y_m != 0))
    along = {-down.y_m, down.x_m};
  if (along.x_m < 0) along = {-along.x_m, -along.y_m};  // v grows northwards
  const double most = std::min(4e-4, 0.07 / std::max(reach_m, 1.0));
  const double bend = fabric == Fabric::kUrban ? 0 : random.uniform(-most, most);
  return VillageFrame(origin, along, bend);
}

}  // namespace gis::demo
