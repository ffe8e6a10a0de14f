// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/rain_threshold.h"

#include <cmath>

#include "gis/flood/runoff.h"

namespace gis::flood {
namespace {

constexpr int kComputed = 2;  // code_threshold_method: 推算

Result<RainThreshold> proposal(double window_h, SoilState soil, double move_mm, double prepare_ratio, const char* how) {
  if (!(prepare_ratio > 0 && prepare_ratio <= 1)) return fail(ErrorCode::kOutOfRange, "prepare_ratio");
  const auto tenth = [](double mm) { return std::round(mm * 10) / 10; };
  return RainThreshold{window_h, soil, tenth(move_mm * prepare_ratio), tenth(move_mm), 'U', kComputed, how};
}

}  // namespace

Result<ThresholdState> thresholdState(const HourlyRain& rain, std::size_t last_hour, int hold_h,
                                      std::span<const RainThreshold> thresholds, SoilState soil) {
  ThresholdState worst;
  double worst_share = -1;
  for (const RainThreshold& t : thresholds) {
    if (t.soil != soil) continue;
    if (t.prepare_mm && t.move_mm && *t.move_mm < *t.prepare_mm)
      return fail(ErrorCode::kInvalidArgument, "move_mm", "the move threshold lies below the prepare threshold");
    const auto top = t.move_mm ? t.move_mm : t.prepare_mm;
    bool judged = false;
    for (int back = 0; back <= hold_h && top && *top > 0; ++back) {
      if (last_hour < static_cast<std::size_t>(back)) break;
      const std::size_t hour = last_hour - static_cast<std::size_t>(back);
      const auto sum = windowSum(rain, hour, t.window_h);
      if (!sum) return std::unexpected(sum.error());
      if (!*sum) continue;
      judged = true;
      const double fallen_mm = (*sum)->rain_mm;
      const FlashFloodLevel level = t.move_mm && fallen_mm >= *t.move_mm         ? FlashFloodLevel::kMove
                                    : t.prepare_mm && fallen_mm >= *t.prepare_mm ? FlashFloodLevel::kPrepare
                                                                                 : FlashFloodLevel::kNone;
      const double share = fallen_mm / *top;
      if (level < worst.level || (level == worst.level && share <= worst_share)) continue;
      worst_share = share;
      worst.level = level;
      worst.by = t;
      worst.rain_mm = fallen_mm;
      worst.share_of_move_ratio = share;
      worst.window_end_utc_ms = rain.endOf(hour);
      worst.missing_h = (*sum)->missing_h;
    }
    worst.unjudged += judged ? 0 : 1;
  }
  return worst;
}

Result<RainThreshold> proposeByDesignStorm(const SectionBasin& section, double window_h, SoilState soil,
                                           double prepare_ratio) {
  DesignBasin basin = section.basin;
  // Wet ground takes in less, dry ground more; a third either way stands for the spread that a region's tables have.
  constexpr double kDryLoss = 4.0 / 3, kWetLoss = 2.0 / 3;
  basin.loss_mm_per_h *= soil == SoilState::kDry ? kDryLoss : soil == SoilState::kWet ? kWetLoss : 1;
  const auto force_mm = rainForceFor(basin, section.critical_m3_per_s);
  if (!force_mm) return std::unexpected(force_mm.error());
  const auto rain_mm = stormRainMm(basin, *force_mm, window_h);
  if (!rain_mm) return std::unexpected(rain_mm.error());
  return proposal(window_h, soil, *rain_mm, prepare_ratio, "推理公式反推（推算，待核实）");
}

Result<RainThreshold> proposeByCurveNumber(const SectionBasin& section, double window_h, SoilState soil,
                                           double prepare_ratio) {
  if (!(window_h > 0)) return fail(ErrorCode::kOutOfRange, "window_h");
  if (!(section.critical_m3_per_s > 0)) return fail(ErrorCode::kOutOfRange, "critical_m3_per_s");
  const auto curve_number = curveNumberFor(section.curve_number, soil);
  if (!curve_number) return std::unexpected(curve_number.error());
  const auto lag_h = lagH(section.basin.longest_path_km * 1000, section.basin.mean_slope_ratio, section.curve_number);
  if (!lag_h) return std::unexpected(lag_h.error());
  // Beyond the time of concentration (lag/0.6) the whole catchment drains already while it still rains.
  if (window_h > *lag_h / 0.6 * 2 + 1e-9)
    return fail(ErrorCode::kOutOfRange, "window_h", "longer than the basin reacts");
  const auto needed_mm = peakFlowM3PerS(section.basin.area_km2, 1, window_h, *lag_h);  // peak of 1 mm
  if (!needed_mm) return std::unexpected(needed_mm.error());
  const double runoff_wanted_mm = section.critical_m3_per_s / *needed_mm;
  double low_mm = 0, high_mm = 2000;
  while (high_mm - low_mm > 1e-7) {
    const double middle_mm = (low_mm + high_mm) / 2;
    const auto runoff = runoffMm(middle_mm, *curve_number);
    if (!runoff) return std::unexpected(runoff.error());
    (*runoff < runoff_wanted_mm ? low_mm : high_mm) = middle_mm;
  }
  if (high_mm > 1000) return fail(ErrorCode::kOutOfRange, "critical_m3_per_s", "needs more than 1000 mm of rain");
  return proposal(window_h, soil, high_mm, prepare_ratio, "SCS-CN 反推（推算，待核实）");
}

}  // namespace gis::flood
