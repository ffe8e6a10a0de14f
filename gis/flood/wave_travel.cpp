// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/wave_travel.h"

#include <algorithm>
#include <cmath>

namespace gis::flood {

Result<double> waveCelerityMPerS(double depth_m, double slope_ratio, double manning_n) {
  constexpr double kLeastSlope = 1e-4, kSteepest = 0.04, kSteepFrom = 0.002, kGravity = 9.81;
  if (!(depth_m >= 0.1 && depth_m <= 20)) return fail(ErrorCode::kOutOfRange, "depth_m");
  if (!(slope_ratio >= 0) || !std::isfinite(slope_ratio)) return fail(ErrorCode::kOutOfRange, "slope_ratio");
  if (!(manning_n >= 0.01 && manning_n <= 0.2)) return fail(ErrorCode::kOutOfRange, "manning_n");
  const double slope = std::clamp(slope_ratio, kLeastSlope, kSteepest);
  const double steep_n = slope >= kSteepFrom ? 0.32 * std::pow(slope, 0.38) * std::pow(depth_m, -0.16) : 0;
  const double v_m_per_s = std::pow(depth_m, 2.0 / 3) * std::sqrt(slope) / std::max(manning_n, steep_n);
  return 5.0 / 3 * std::min(v_m_per_s, std::sqrt(kGravity * depth_m));
}

Result<TravelTime> travelTime(const Reach& reach, const TravelRule& rule) {
  if (!(reach.length_m > 0)) return fail(ErrorCode::kOutOfRange, "length_m");
  const double slope = std::max(0.0, (reach.from_elevation_m - reach.to_elevation_m) / reach.length_m);
  double depth_m = rule.depth_m;
  if (reach.warning_stage_m && *reach.warning_stage_m > reach.to_elevation_m)
    depth_m = std::clamp(*reach.warning_stage_m - reach.to_elevation_m, 0.2, 12.0);
  const auto likely = waveCelerityMPerS(depth_m, slope, rule.manning_n);
  const auto quick = waveCelerityMPerS(std::min(1.5 * depth_m, 20.0), slope, 0.75 * rule.manning_n);
  const auto slow = waveCelerityMPerS(std::max(0.7 * depth_m, 0.1), slope, std::min(1.25 * rule.manning_n, 0.2));
  for (const auto* each : {&likely, &quick, &slow})
    if (!*each) return std::unexpected(each->error());
  const double seconds_m = reach.length_m / 3600;
  return TravelTime{seconds_m / *likely, seconds_m / *quick, seconds_m / *slow};
}

}  // namespace gis::flood
