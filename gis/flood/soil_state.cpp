// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/soil_state.h"

#include <algorithm>
#include <cmath>

namespace gis::flood {

Result<double> antecedentIndexMm(std::span<const double> rain_mm_per_d, double start_mm, const WetnessRule& rule) {
  if (!(rule.decay_ratio > 0 && rule.decay_ratio < 1)) return fail(ErrorCode::kOutOfRange, "decay_ratio");
  if (!(rule.capacity_mm > 0)) return fail(ErrorCode::kOutOfRange, "capacity_mm");
  if (!(start_mm >= 0)) return fail(ErrorCode::kOutOfRange, "start_mm");
  double index_mm = std::min(start_mm, rule.capacity_mm);
  for (const double rain_mm : rain_mm_per_d) {
    if (!(rain_mm >= 0)) return fail(ErrorCode::kOutOfRange, "rain_mm_per_d");
    index_mm = std::min(rule.decay_ratio * (index_mm + rain_mm), rule.capacity_mm);
  }
  return index_mm;
}

Result<SoilState> soilState(double index_mm, double capacity_mm) {
  constexpr double kDryBelow = 0.35, kWetFrom = 0.65;
  if (!(capacity_mm > 0)) return fail(ErrorCode::kOutOfRange, "capacity_mm");
  if (!(index_mm >= 0) || index_mm > capacity_mm) return fail(ErrorCode::kOutOfRange, "index_mm");
  const double ratio = index_mm / capacity_mm;
  return ratio < kDryBelow ? SoilState::kDry : ratio < kWetFrom ? SoilState::kNormal : SoilState::kWet;
}

}  // namespace gis::flood
