// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geology/slope_stability.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gis::geology {
namespace {

constexpr double kRad = std::numbers::pi / 180;
constexpr double kJibsonSigma = 0.510;
constexpr double kLeastScheideggerM3 = 1e5;

bool steep(double deg) { return deg > 0 && deg < 90; }

}  // namespace

Result<double> safetyFactor(const InfiniteSlope& s) {
  if (!steep(s.slope_deg)) return fail(ErrorCode::kOutOfRange, "slope_deg");
  if (!(s.depth_m > 0)) return fail(ErrorCode::kOutOfRange, "depth_m");
  if (!(s.unit_weight_kn_m3 > 0)) return fail(ErrorCode::kOutOfRange, "unit_weight_kn_m3");
  if (!(s.friction_deg >= 0 && s.friction_deg <= 60)) return fail(ErrorCode::kOutOfRange, "friction_deg");
  if (!(s.wet_ratio >= 0 && s.wet_ratio <= 1)) return fail(ErrorCode::kOutOfRange, "wet_ratio");
  if (!(s.cohesion_kpa >= 0)) return fail(ErrorCode::kOutOfRange, "cohesion_kpa");
  const double sine = std::sin(s.slope_deg * kRad), cosine = std::cos(s.slope_deg * kRad);
  const double holds_kpa = s.cohesion_kpa + (s.unit_weight_kn_m3 - s.wet_ratio * s.water_kn_m3) * s.depth_m * cosine *
                                                cosine * std::tan(s.friction_deg * kRad);
  return holds_kpa / (s.unit_weight_kn_m3 * s.depth_m * sine * cosine);
}

Result<double> criticalAccelerationG(double safety_ratio, double thrust_deg) {
  if (!(safety_ratio >= 1)) return fail(ErrorCode::kOutOfRange, "safety_ratio");
  if (!steep(thrust_deg)) return fail(ErrorCode::kOutOfRange, "thrust_deg");
  return (safety_ratio - 1) * std::sin(thrust_deg * kRad);
}

Result<NewmarkDisplacement> newmarkDisplacement(double critical_of_g_ratio, double peak_of_g_ratio) {
  const double ratio = critical_of_g_ratio / peak_of_g_ratio;
  if (!(critical_of_g_ratio > 0 && peak_of_g_ratio > 0 && ratio < 1))
    return fail(ErrorCode::kOutOfRange, "critical_of_g_ratio");
  const double log_cm = 0.215 + std::log10(std::pow(1 - ratio, 2.341) * std::pow(ratio, -1.438));
  return NewmarkDisplacement{std::pow(10, log_cm), std::pow(10, log_cm - kJibsonSigma),
                             std::pow(10, log_cm + kJibsonSigma)};
}

Result<double> sinmapIndex(double cohesion_ratio, double slope_deg, double wetness_ratio, double density_ratio,
                           double friction_deg) {
  if (!(cohesion_ratio >= 0)) return fail(ErrorCode::kOutOfRange, "cohesion_ratio");
  if (!steep(slope_deg)) return fail(ErrorCode::kOutOfRange, "slope_deg");
  if (!(wetness_ratio >= 0)) return fail(ErrorCode::kOutOfRange, "wetness_ratio");
  if (!(density_ratio > 0 && density_ratio < 1)) return fail(ErrorCode::kOutOfRange, "density_ratio");
  if (!(friction_deg >= 0 && friction_deg <= 60)) return fail(ErrorCode::kOutOfRange, "friction_deg");
  const double wet = std::min(wetness_ratio, 1.0);
  return (cohesion_ratio + std::cos(slope_deg * kRad) * (1 - wet * density_ratio) * std::tan(friction_deg * kRad)) /
         std::sin(slope_deg * kRad);
}

Result<double> runoutM(double volume_m3, double fall_m) {
  if (!(volume_m3 >= kLeastScheideggerM3)) return fail(ErrorCode::kOutOfRange, "volume_m3");
  if (!(fall_m > 0)) return fail(ErrorCode::kOutOfRange, "fall_m");
  return fall_m / std::pow(10, -0.15663 * std::log10(volume_m3) + 0.62419);
}

}  // namespace gis::geology
