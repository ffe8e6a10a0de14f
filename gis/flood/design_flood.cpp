// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/design_flood.h"

#include <cmath>

namespace gis::flood {
namespace {

Result<void> check(const DesignBasin& b) {
  if (!(b.area_km2 > 0 && b.area_km2 <= 500)) return fail(ErrorCode::kOutOfRange, "area_km2");
  if (!(b.longest_path_km > 0)) return fail(ErrorCode::kOutOfRange, "longest_path_km");
  if (!(b.mean_slope_ratio > 0)) return fail(ErrorCode::kOutOfRange, "mean_slope_ratio");
  if (!(b.convergence > 0)) return fail(ErrorCode::kOutOfRange, "convergence");
  if (!(b.loss_mm_per_h > 0)) return fail(ErrorCode::kOutOfRange, "loss_mm_per_h");
  for (const double n : {b.exponent_short, b.exponent_long})
    if (!(n > 0 && n < 1)) return fail(ErrorCode::kOutOfRange, "exponent");
  return {};
}

double travelH(const DesignBasin& b, double peak_m3_per_s) {
  return 0.278 * b.longest_path_km / (b.convergence * std::cbrt(b.mean_slope_ratio) * std::pow(peak_m3_per_s, 0.25));
}

DesignPeak peakAt(const DesignBasin& b, double force_mm, double tau_h) {
  const double n = tau_h < 1 ? b.exponent_short : b.exponent_long;
  const double t_c_h = std::pow((1 - n) * force_mm / b.loss_mm_per_h, 1 / n);
  const double psi =
      t_c_h >= tau_h ? 1 - b.loss_mm_per_h / force_mm * std::pow(tau_h, n) : n * std::pow(t_c_h / tau_h, 1 - n);
  return {0.278 * psi * force_mm / std::pow(tau_h, n) * b.area_km2, tau_h, psi, t_c_h};
}

}  // namespace

Result<DesignPeak> designPeak(const DesignBasin& basin, double rain_force_mm) {
  constexpr int kAtMost = 200;
  if (auto valid = check(basin); !valid) return std::unexpected(valid.error());
  if (!(rain_force_mm > 0) || !std::isfinite(rain_force_mm)) return fail(ErrorCode::kOutOfRange, "rain_force_mm");
  // The peak falls as tau grows and tau falls slowly (fourth root) as the peak grows: the turns settle.
  DesignPeak now = peakAt(basin, rain_force_mm, 1);
  for (int turn = 0; turn < kAtMost; ++turn) {
    const double tau_h = travelH(basin, now.peak_m3_per_s);
    const bool settled = std::abs(tau_h - now.concentration_h) < 1e-10 * tau_h;
    now = peakAt(basin, rain_force_mm, tau_h);
    if (settled) return now;
  }
  return fail(ErrorCode::kOutOfRange, "rain_force_mm", "peak and travel time do not settle");
}

Result<double> rainForceFor(const DesignBasin& basin, double peak_m3_per_s) {
  if (!(peak_m3_per_s > 0)) return fail(ErrorCode::kOutOfRange, "peak_m3_per_s");
  double low_mm = 0.5, high_mm = 500;
  const auto least = designPeak(basin, low_mm), most = designPeak(basin, high_mm);
  if (!least) return std::unexpected(least.error());
  if (!most) return std::unexpected(most.error());
  if (peak_m3_per_s < least->peak_m3_per_s || peak_m3_per_s > most->peak_m3_per_s)
    return fail(ErrorCode::kOutOfRange, "peak_m3_per_s", "no storm of 0.5 to 500 mm in an hour has this peak");
  while (high_mm - low_mm > 1e-9 * high_mm) {
    const double middle_mm = (low_mm + high_mm) / 2;
    const auto peak = designPeak(basin, middle_mm);
    if (!peak) return std::unexpected(peak.error());
    (peak->peak_m3_per_s < peak_m3_per_s ? low_mm : high_mm) = middle_mm;
  }
  return (low_mm + high_mm) / 2;
}

Result<double> stormRainMm(const DesignBasin& basin, double rain_force_mm, double window_h) {
  if (auto valid = check(basin); !valid) return std::unexpected(valid.error());
  if (!(rain_force_mm > 0)) return fail(ErrorCode::kOutOfRange, "rain_force_mm");
  if (!(window_h >= 1.0 / 6 && window_h <= 24)) return fail(ErrorCode::kOutOfRange, "window_h");
  return rain_force_mm * std::pow(window_h, 1 - (window_h < 1 ? basin.exponent_short : basin.exponent_long));
}

}  // namespace gis::flood
