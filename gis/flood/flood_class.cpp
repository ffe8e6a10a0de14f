// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/flood_class.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gis::flood {

Result<std::optional<ReservoirClass>> reservoirClass(double capacity_m3) {
  if (!(capacity_m3 > 0) || !std::isfinite(capacity_m3)) return fail(ErrorCode::kOutOfRange, "capacity_m3");
  if (capacity_m3 >= 1e9) return ReservoirClass::kLarge1;
  if (capacity_m3 >= 1e8) return ReservoirClass::kLarge2;
  if (capacity_m3 >= 1e7) return ReservoirClass::kMedium;
  if (capacity_m3 >= 1e6) return ReservoirClass::kSmall1;
  if (capacity_m3 >= 1e5) return ReservoirClass::kSmall2;
  return std::optional<ReservoirClass>();
}

Result<FloodSize> floodSize(double return_period_year) {
  if (!(return_period_year >= 1)) return fail(ErrorCode::kOutOfRange, "return_period_year");
  if (return_period_year >= 50) return FloodSize::kVeryLarge;
  if (return_period_year >= 20) return FloodSize::kLarge;
  if (return_period_year >= 5) return FloodSize::kMedium;
  return FloodSize::kSmall;
}

Result<std::optional<DangerZone>> dangerZone(double return_period_year) {
  if (!(return_period_year > 0)) return fail(ErrorCode::kOutOfRange, "return_period_year");
  if (return_period_year < 5) return DangerZone::kVeryHigh;
  if (return_period_year < 20) return DangerZone::kHigh;
  if (return_period_year <= 100) return DangerZone::kDanger;
  return std::optional<DangerZone>();
}

Result<StageState> stageState(double stage_m, const StageMarks& marks) {
  if (!std::isfinite(stage_m)) return fail(ErrorCode::kOutOfRange, "stage_m");
  if (marks.warning_stage_m && marks.guaranteed_stage_m && *marks.warning_stage_m >= *marks.guaranteed_stage_m)
    return fail(ErrorCode::kInvalidArgument, "guaranteed_stage_m", "not above the warning stage");
  if (marks.guaranteed_stage_m && stage_m >= *marks.guaranteed_stage_m) return StageState::kAboveGuaranteed;
  if (marks.warning_stage_m && stage_m >= *marks.warning_stage_m) return StageState::kAboveWarning;
  return StageState::kNormal;
}

Result<FlashFloodLevel> flashFloodLevel(const WindowRain& rain, const RainThresholds& thresholds) {
  struct Window {
    const char* name;
    double WindowRain::*amount;
  };
  static constexpr std::array<Window, 3> kWindows = {{{"rain_1h_mm", &WindowRain::rain_1h_mm},
                                                      {"rain_3h_mm", &WindowRain::rain_3h_mm},
                                                      {"rain_6h_mm", &WindowRain::rain_6h_mm}}};
  FlashFloodLevel worst = FlashFloodLevel::kNone;
  for (const Window& window : kWindows) {
    const double fallen = rain.*window.amount;
    const double prepare = thresholds.prepare.*window.amount;
    const double move = thresholds.move.*window.amount;
    if (!(fallen >= 0)) return fail(ErrorCode::kOutOfRange, window.name);
    if (!(prepare > 0) || !(move >= prepare))
      return fail(ErrorCode::kInvalidArgument, window.name, "the move threshold lies below the prepare threshold");
    const FlashFloodLevel level = fallen >= move      ? FlashFloodLevel::kMove
                                  : fallen >= prepare ? FlashFloodLevel::kPrepare
                                                      : FlashFloodLevel::kNone;
    worst = std::max(worst, level);
  }
  return worst;
}

}  // namespace gis::flood
