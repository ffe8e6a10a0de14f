// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/routing.h"

#include <algorithm>
#include <cmath>

namespace gis::flood {

Result<MuskingumWeights> muskingumWeights(const MuskingumReach& reach) {
  const auto& [travel_h, weight, step_h] = reach;
  constexpr double kRounding = 1e-9;
  if (!(travel_h > 0)) return fail(ErrorCode::kOutOfRange, "travel_h");
  if (!(weight >= 0 && weight <= 0.5)) return fail(ErrorCode::kOutOfRange, "weight");
  if (!(step_h >= 2 * travel_h * weight - kRounding && step_h <= 2 * travel_h * (1 - weight) + kRounding))
    return fail(ErrorCode::kOutOfRange, "step_h", "2Kx <= dt <= 2K(1-x)");
  const double d = travel_h - travel_h * weight + step_h / 2;
  return MuskingumWeights{(step_h / 2 - travel_h * weight) / d, (step_h / 2 + travel_h * weight) / d,
                          (travel_h - travel_h * weight - step_h / 2) / d};
}

Result<std::vector<double>> muskingum(const MuskingumReach& reach, std::span<const double> inflow_m3_per_s,
                                      double outflow_before_m3_per_s) {
  const auto weights = muskingumWeights(reach);
  if (!weights) return std::unexpected(weights.error());
  if (!(outflow_before_m3_per_s >= 0)) return fail(ErrorCode::kOutOfRange, "outflow_before_m3_per_s");
  std::vector<double> out;
  for (std::size_t i = 0; i < inflow_m3_per_s.size(); ++i) {
    if (!(inflow_m3_per_s[i] >= 0)) return fail(ErrorCode::kOutOfRange, "inflow_m3_per_s");
    out.push_back(i == 0 ? outflow_before_m3_per_s
                         : weights->c0 * inflow_m3_per_s[i] + weights->c1 * inflow_m3_per_s[i - 1] +
                               weights->c2 * out.back());
  }
  return out;
}

Result<PoolRouting> routePool(const StorageCurve& curve, double level_before_m, std::span<const double> inflow_m3_per_s,
                              double step_h) {
  if (!(step_h > 0)) return fail(ErrorCode::kOutOfRange, "step_h");
  if (!curve.hasOutflow()) return fail(ErrorCode::kInvalidArgument, "outflow_m3_per_s", "the curve has no outflow");
  const auto storage_m3 = curve.storageAt(level_before_m);
  const auto outflow = curve.outflowAt(level_before_m);
  if (!storage_m3) return std::unexpected(storage_m3.error());
  if (!outflow) return std::unexpected(outflow.error());
  const double step_s = step_h * 3600;
  const auto& points = curve.points();
  const auto indicator = [&](const CurvePoint& p) { return p.storage_m3 / step_s + *p.outflow_m3_per_s / 2; };
  PoolRouting routed;
  for (std::size_t i = 0; i < inflow_m3_per_s.size(); ++i) {
    if (!(inflow_m3_per_s[i] >= 0)) return fail(ErrorCode::kOutOfRange, "inflow_m3_per_s");
    if (i == 0) {
      routed.steps.push_back({level_before_m, *storage_m3, *outflow});
      continue;
    }
    const PoolStep& last = routed.steps.back();
    const double wanted =
        last.storage_m3 / step_s - last.outflow_m3_per_s / 2 + (inflow_m3_per_s[i - 1] + inflow_m3_per_s[i]) / 2;
    const auto above = std::ranges::find_if(points, [&](const CurvePoint& p) { return indicator(p) >= wanted; });
    if (above == points.end()) {
      routed.beyond_step = i;
      return routed;
    }
    if (above == points.begin()) {
      if (indicator(*above) > wanted + 1e-9) return fail(ErrorCode::kOutOfRange, "level_m", "below the storage curve");
      routed.steps.push_back({above->level_m, above->storage_m3, *above->outflow_m3_per_s});
      continue;
    }
    const CurvePoint& below = *(above - 1);
    const double t = (wanted - indicator(below)) / (indicator(*above) - indicator(below));
    routed.steps.push_back({std::lerp(below.level_m, above->level_m, t),
                            std::lerp(below.storage_m3, above->storage_m3, t),
                            std::lerp(*below.outflow_m3_per_s, *above->outflow_m3_per_s, t)});
  }
  return routed;
}

}  // namespace gis::flood
