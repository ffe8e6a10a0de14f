// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>

#include "gis/core/error.h"

namespace gis::flood {

// Reservoir class by total capacity; the value is the code in code_reservoir_class.
enum class ReservoirClass { kLarge1 = 1, kLarge2 = 2, kMedium = 3, kSmall1 = 4, kSmall2 = 5 };

// Limits 100,000, 1 million, 10 million, 100 million and 1,000 million m3; each belongs to the larger class. Nothing
// below 100,000 m3 (塘坝, a pond). Source: SL 252-2017 水利水电工程等级划分及洪水标准, table 3.0.1. Fails with
// kOutOfRange unless positive.
Result<std::optional<ReservoirClass>> reservoirClass(double capacity_m3);

// Size of a flood by the return period of its peak. Source: GB/T 22482-2008 水文情报预报规范: below 5 years small, 5-20
// medium, 20-50 large, from 50 very large. Fails with kOutOfRange below one year.
enum class FloodSize { kSmall = 1, kMedium = 2, kLarge = 3, kVeryLarge = 4 };
Result<FloodSize> floodSize(double return_period_year);

// Danger zone 危险区等级 of a village by the return period of the flood that reaches it; the value is the code in
// code_flood_danger: below 5 years very high, 5-20 high, 20-100 danger, beyond that outside the zones (nothing).
// Source: 山洪灾害分析评价技术要求. Fails with kOutOfRange unless positive.
enum class DangerZone { kVeryHigh = 1, kHigh = 2, kDanger = 3 };
Result<std::optional<DangerZone>> dangerZone(double return_period_year);

// A river stage against its warning 警戒水位 and guaranteed stage 保证水位; reaching a stage counts. Source: GB/T
// 22482-2008.
enum class StageState { kNormal = 0, kAboveWarning = 1, kAboveGuaranteed = 2 };
struct StageMarks {
  std::optional<double> warning_stage_m;
  std::optional<double> guaranteed_stage_m;
};
// Marks that are not set are never reached. Fails with kInvalidArgument when the guaranteed stage is not the higher
// one.
Result<StageState> stageState(double stage_m, const StageMarks& marks);

// Flash-flood warning by rain in a small catchment: 准备转移 (prepare) and 立即转移 (move now).
enum class FlashFloodLevel { kNone = 0, kPrepare = 1, kMove = 2 };

// Rain or threshold of the three windows that the census stores, in mm.
struct WindowRain {
  double rain_1h_mm = 0;
  double rain_3h_mm = 0;
  double rain_6h_mm = 0;
};
struct RainThresholds {
  WindowRain prepare;
  WindowRain move;
};
// The worst of the three windows; reaching a threshold counts. Source: 山洪灾害分析评价技术要求 (critical rainfall by
// window). Fails with kOutOfRange on negative rain, kInvalidArgument when a move threshold lies below its prepare
// threshold.
Result<FlashFloodLevel> flashFloodLevel(const WindowRain& rain, const RainThresholds& thresholds);

}  // namespace gis::flood
