// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/flood_class.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/cases/case_rows.h"

namespace gis::flood {

TEST(ReservoirClass, ByCapacity) {
  for (const CaseRow& row : caseRows("flood_reservoir_class.tsv")) {
    const auto found = reservoirClass(row.number(0));
    ASSERT_TRUE(found.has_value()) << row.where();
    EXPECT_EQ(*found ? static_cast<int>(**found) : 0, row.integer(1)) << row.where();
  }
  EXPECT_EQ(reservoirClass(0).error().code, ErrorCode::kOutOfRange);
  EXPECT_EQ(reservoirClass(NAN).error().code, ErrorCode::kOutOfRange);
}

TEST(FloodSize, ByReturnPeriod) {
  EXPECT_EQ(*floodSize(4.9), FloodSize::kSmall);
  EXPECT_EQ(*floodSize(5), FloodSize::kMedium);
  EXPECT_EQ(*floodSize(19.9), FloodSize::kMedium);
  EXPECT_EQ(*floodSize(20), FloodSize::kLarge);
  EXPECT_EQ(*floodSize(50), FloodSize::kVeryLarge);
  EXPECT_FALSE(floodSize(0.5).has_value());
}

TEST(DangerZone, ByReturnPeriod) {
  EXPECT_EQ(*dangerZone(1), DangerZone::kVeryHigh);
  EXPECT_EQ(*dangerZone(5), DangerZone::kHigh);
  EXPECT_EQ(*dangerZone(20), DangerZone::kDanger);
  EXPECT_EQ(*dangerZone(100), DangerZone::kDanger);
  EXPECT_EQ(*dangerZone(101), std::nullopt);
  EXPECT_FALSE(dangerZone(0).has_value());
}

TEST(StageState, ReachingAMarkCounts) {
  const StageMarks marks{902.5, 904.0};
  EXPECT_EQ(*stageState(902.49, marks), StageState::kNormal);
  EXPECT_EQ(*stageState(902.5, marks), StageState::kAboveWarning);
  EXPECT_EQ(*stageState(904.0, marks), StageState::kAboveGuaranteed);
  EXPECT_EQ(*stageState(950, {}), StageState::kNormal);
  EXPECT_EQ(*stageState(904, {std::nullopt, 904.0}), StageState::kAboveGuaranteed);
  EXPECT_EQ(stageState(900, {904.0, 902.5}).error().code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(stageState(NAN, marks).error().code, ErrorCode::kOutOfRange);
}

TEST(FlashFlood, TheWorstWindowDecides) {
  const RainThresholds thresholds{{25, 40, 55}, {35, 55, 75}};
  EXPECT_EQ(*flashFloodLevel({24.9, 39.9, 54.9}, thresholds), FlashFloodLevel::kNone);
  EXPECT_EQ(*flashFloodLevel({25, 30, 30}, thresholds), FlashFloodLevel::kPrepare);
  EXPECT_EQ(*flashFloodLevel({10, 41, 60}, thresholds), FlashFloodLevel::kPrepare);
  EXPECT_EQ(*flashFloodLevel({10, 30, 75}, thresholds), FlashFloodLevel::kMove);
  EXPECT_EQ(*flashFloodLevel({35, 35, 35}, thresholds), FlashFloodLevel::kMove);
  EXPECT_EQ(flashFloodLevel({-1, 0, 0}, thresholds).error().subject, "rain_1h_mm");
  EXPECT_EQ(flashFloodLevel({1, 1, 1}, {{25, 40, 55}, {35, 39, 75}}).error().subject, "rain_3h_mm");
}

}  // namespace gis::flood
