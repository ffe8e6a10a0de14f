// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/runoff.h"

#include <cmath>

namespace gis::flood {
namespace {
constexpr double kMmPerInch = 25.4, kFtPerM = 1 / 0.3048;
}  // namespace

Result<double> retentionMm(double curve_number) {
  if (!(curve_number > 0 && curve_number <= 100)) return fail(ErrorCode::kOutOfRange, "curve_number");
  return 25400 / curve_number - 254;
}

Result<double> runoffMm(double rain_mm, double curve_number, InitialLoss loss) {
  if (!(rain_mm >= 0) || !std::isfinite(rain_mm)) return fail(ErrorCode::kOutOfRange, "rain_mm");
  const auto classic_mm = retentionMm(curve_number);
  if (!classic_mm) return classic_mm;
  const bool modern = loss == InitialLoss::kModern;
  const double retention_mm = modern ? 1.33 * std::pow(*classic_mm / kMmPerInch, 1.15) * kMmPerInch : *classic_mm;
  const double initial_mm = (modern ? 0.05 : 0.2) * retention_mm;
  if (rain_mm <= initial_mm) return 0.0;
  const double left_mm = rain_mm - initial_mm;
  return left_mm * left_mm / (left_mm + retention_mm);
}

Result<double> curveNumberFor(double curve_number, SoilState state) {
  if (const auto valid = retentionMm(curve_number); !valid) return valid;
  switch (state) {
    case SoilState::kDry:
      return 4.2 * curve_number / (10 - 0.058 * curve_number);
    case SoilState::kWet:
      return 23 * curve_number / (10 + 0.13 * curve_number);
    case SoilState::kNormal:
      break;
  }
  return curve_number;
}

Result<double> curveNumberOnSlope(double curve_number, double slope_ratio) {
  if (!(slope_ratio >= 0 && slope_ratio <= 1)) return fail(ErrorCode::kOutOfRange, "slope_ratio");
  const auto wet = curveNumberFor(curve_number, SoilState::kWet);
  if (!wet) return wet;
  return (*wet - curve_number) / 3 * (1 - 2 * std::exp(-13.86 * slope_ratio)) + curve_number;
}

Result<SoilState> antecedentState(double rain_5d_mm, Season season) {
  if (!(rain_5d_mm >= 0)) return fail(ErrorCode::kOutOfRange, "rain_5d_mm");
  const bool growing = season == Season::kGrowing;
  if (rain_5d_mm < (growing ? 35.6 : 12.7)) return SoilState::kDry;
  return rain_5d_mm > (growing ? 53.3 : 27.9) ? SoilState::kWet : SoilState::kNormal;
}

Result<double> lagH(double longest_path_m, double mean_slope_ratio, double curve_number) {
  if (!(longest_path_m > 0)) return fail(ErrorCode::kOutOfRange, "longest_path_m");
  if (!(mean_slope_ratio > 0)) return fail(ErrorCode::kOutOfRange, "mean_slope_ratio");
  if (!(curve_number >= 30 && curve_number <= 98)) return fail(ErrorCode::kOutOfRange, "curve_number");
  const double retention_in = 1000 / curve_number - 10;
  return std::pow(longest_path_m * kFtPerM, 0.8) * std::pow(retention_in + 1, 0.7) /
         (1900 * std::sqrt(mean_slope_ratio * 100));
}

Result<double> concentrationH(double longest_path_m, double mean_slope_ratio) {
  if (!(longest_path_m > 0)) return fail(ErrorCode::kOutOfRange, "longest_path_m");
  if (!(mean_slope_ratio > 0)) return fail(ErrorCode::kOutOfRange, "mean_slope_ratio");
  return 0.0195 * std::pow(longest_path_m, 0.77) * std::pow(mean_slope_ratio, -0.385) / 60;
}

Result<double> peakFlowM3PerS(double area_km2, double runoff_mm, double duration_h, double lag_h) {
  if (!(area_km2 > 0)) return fail(ErrorCode::kOutOfRange, "area_km2");
  if (!(runoff_mm >= 0)) return fail(ErrorCode::kOutOfRange, "runoff_mm");
  if (!(duration_h > 0)) return fail(ErrorCode::kOutOfRange, "duration_h");
  if (!(lag_h > 0)) return fail(ErrorCode::kOutOfRange, "lag_h");
  return 0.208 * area_km2 * runoff_mm / (duration_h / 2 + lag_h);
}

}  // namespace gis::flood
