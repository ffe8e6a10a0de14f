// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/flood/design_flood.h"
#include "gis/flood/flood_class.h"
#include "gis/flood/rain_series.h"
#include "gis/flood/soil_state.h"

namespace gis::flood {

// Critical rain 临界雨量 of one danger section for one window and one state of the ground. What is not known is empty:
// it is never judged and never guessed.
struct RainThreshold {
  double window_h = 1;
  SoilState soil = SoilState::kNormal;
  std::optional<double> prepare_mm;  // 准备转移
  std::optional<double> move_mm;     // 立即转移
  char confidence = 'U';             // S sure, F fair, U to be confirmed 待核实
  int method = 1;                    // code_threshold_method
  std::string figures_source = {};
};

// The window that decides: how far the rain has come to its threshold.
struct ThresholdState {
  FlashFloodLevel level = FlashFloodLevel::kNone;
  std::optional<RainThreshold> by;  // the window that is worst; none where nothing could be judged
  double rain_mm = 0;
  double share_of_move_ratio = 0;  // rain over the move (else the prepare) threshold
  std::int64_t window_end_utc_ms = 0;
  int missing_h = 0;  // hours of that window without data: there may be more rain
  int unjudged = 0;   // windows without figures, shorter than an hour, or before the series begins
};

// Judges all windows for the ground as it is, at `last_hour` and the `hold_h` hours before (a flood wave comes after
// the rain). Reaching a threshold counts. Fails with kOutOfRange on negative rain, kInvalidArgument when a move
// threshold lies below its prepare threshold.
Result<ThresholdState> thresholdState(const HourlyRain& rain, std::size_t last_hour, int hold_h,
                                      std::span<const RainThreshold> thresholds, SoilState soil);

// Proposals for a section without surveyed figures 推算: the rain whose peak is the flow that does damage, by window.
// The move threshold is that rain; the prepare threshold is `prepare_ratio` of it (practice 0.7-0.9, to be confirmed).
// Source: 山洪灾害分析评价技术要求, inverse method 成灾流量反推. By the rational method of the design storm (loss mu by
// ground) or by the curve number with the triangular unit hydrograph; the second fails for windows longer than twice
// the time of concentration (lag/0.6), where the rain is no burst any more.
struct SectionBasin {
  DesignBasin basin;             // loss_mm_per_h is that of average ground
  double curve_number = 0;       // CN II
  double critical_m3_per_s = 0;  // 成灾流量
};
Result<RainThreshold> proposeByDesignStorm(const SectionBasin& section, double window_h, SoilState soil,
                                           double prepare_ratio);
Result<RainThreshold> proposeByCurveNumber(const SectionBasin& section, double window_h, SoilState soil,
                                           double prepare_ratio);

}  // namespace gis::flood
