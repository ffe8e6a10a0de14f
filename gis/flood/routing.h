// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <span>
#include <vector>

#include "gis/core/error.h"
#include "gis/flood/storage_curve.h"

namespace gis::flood {

// Flood routing through a river reach (马斯京根法): Q2 = C0 I2 + C1 I1 + C2 Q1, D = K - Kx + dt/2, C0 = (dt/2 - Kx)/D,
// C1 = (dt/2 + Kx)/D, C2 = (K - Kx - dt/2)/D. Source: McCarthy 1938; GB/T 22482-2008. Valid: 0 <= x <= 0.5, 2Kx <= dt
// <= 2K(1-x) so that no weight is negative, inflow not negative; else kOutOfRange.
struct MuskingumReach {
  double travel_h = 0;  // K
  double weight = 0;    // x
  double step_h = 0;    // dt
};
struct MuskingumWeights {
  double c0, c1, c2;
};
Result<MuskingumWeights> muskingumWeights(const MuskingumReach& reach);
// One outflow for each inflow; the first is `outflow_before_m3_per_s`.
Result<std::vector<double>> muskingum(const MuskingumReach& reach, std::span<const double> inflow_m3_per_s,
                                      double outflow_before_m3_per_s);

// A reservoir's level while a flood passes (水库调洪, level pool): (S2/dt + O2/2) = (S1/dt - O1/2) + (I1 + I2)/2,
// storage and outflow straight between the points of the curve. Source: Puls; SL 104 调洪计算. The outflow is what the
// curve holds (free spillway and the gates as they stand). Fails with kInvalidArgument where the curve has no outflow,
// kOutOfRange for a negative inflow or a level below the curve.
struct PoolStep {
  double level_m, storage_m3, outflow_m3_per_s;
};
struct PoolRouting {
  std::vector<PoolStep> steps;             // one for each inflow, the first at the level before
  std::optional<std::size_t> beyond_step;  // the water rises above the curve's last point here; nothing is known after
};
Result<PoolRouting> routePool(const StorageCurve& curve, double level_before_m, std::span<const double> inflow_m3_per_s,
                              double step_h);

}  // namespace gis::flood
