// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <cmath>

#include "gis/geology/displacement.h"
#include "gis/geology/slope_stability.h"
#include "tests/cases/case_rows.h"

namespace gis::geology {
namespace {

TEST(SlopeStability, PublishedFactorsOfSafety) {
  for (const CaseRow& row : caseRows("geology_infinite_slope.tsv")) {
    const auto fs = safetyFactor(
        {row.number(0), row.number(1), row.number(2), row.number(3), row.number(4), row.number(5), row.number(6)});
    ASSERT_TRUE(fs.has_value()) << row.where();
    EXPECT_NEAR(*fs, row.number(7), row.number(8)) << row.where();
  }
}

TEST(SlopeStability, NonsenseIsOutOfRange) {
  EXPECT_EQ(safetyFactor({5, 30, 18, 2, 0, 0.5}).error().subject, "slope_deg");
  EXPECT_EQ(safetyFactor({5, 30, 18, 2, 30, 1.2}).error().subject, "wet_ratio");
  EXPECT_EQ(safetyFactor({5, 30, 18, 0, 30, 0.5}).error().subject, "depth_m");
  EXPECT_EQ(criticalAccelerationG(0.9, 30).error().code, ErrorCode::kOutOfRange);
  EXPECT_EQ(newmarkDisplacement(0.3, 0.2).error().code, ErrorCode::kOutOfRange);
  EXPECT_EQ(runoutM(100, 50).error().code, ErrorCode::kOutOfRange);
}

TEST(SlopeStability, NewmarkAsJibsonHasIt) {
  EXPECT_NEAR(*criticalAccelerationG(1.5, 30), 0.25, 1e-12);
  // ac/amax 0.5: log D = 0.215 + 2.341 log 0.5 - 1.438 log 0.5 = 0.215 - 0.903 x 0.30103 = -0.05683
  const auto moved = newmarkDisplacement(0.1, 0.2);
  ASSERT_TRUE(moved.has_value());
  EXPECT_NEAR(std::log10(moved->median_cm), -0.05683, 1e-4);
  EXPECT_NEAR(std::log10(moved->high_cm / moved->median_cm), 0.51, 1e-9);
}

TEST(SlopeStability, SinmapFallsWithWetness) {
  const auto dry = sinmapIndex(0.25, 30, 0, 0.5, 35), wet = sinmapIndex(0.25, 30, 1, 0.5, 35),
             drowned = sinmapIndex(0.25, 30, 9, 0.5, 35);
  ASSERT_TRUE(dry && wet && drowned);
  EXPECT_NEAR(*dry, (0.25 + std::cos(M_PI / 6) * std::tan(35 * M_PI / 180)) / 0.5, 1e-9);
  EXPECT_LT(*wet, *dry);
  EXPECT_EQ(*wet, *drowned);  // wetter than saturated there is not
}

TEST(Displacement, SaitoAsPublished) {
  for (const CaseRow& row : caseRows("geology_saito.tsv")) {
    const auto time = saitoTime(row.number(0));
    ASSERT_TRUE(time.has_value()) << row.where();
    EXPECT_NEAR(time->median_min, row.number(1), row.number(2)) << row.where();
    EXPECT_NEAR(time->high_min / time->median_min, std::pow(10, 0.59), 1e-9);
  }
  EXPECT_FALSE(saitoTime(0).has_value());
  // Displacement s = -log(100 - t): equal steps at t = 0, 50, 75 fail at 100.
  EXPECT_NEAR(*saitoFailure(0, 50, 75), 100, 1e-9);
  EXPECT_FALSE(saitoFailure(0, 50, 100).has_value());
}

// 2 mm a day for ten days, then faster and faster.
std::vector<DisplacementReading> creeping(std::initializer_list<double> later_rates) {
  std::vector<DisplacementReading> readings;
  for (int day = 0; day <= 10; ++day) readings.push_back({static_cast<double>(day), 2.0 * day});
  for (const double rate : later_rates) readings.push_back({readings.back().t_d + 1, readings.back().s_mm + rate});
  return readings;
}

TEST(Displacement, TangentAngles) {
  const auto steady = tangentAngles(creeping({}), 0, 10);
  ASSERT_TRUE(steady.has_value());
  EXPECT_NEAR(steady->steady_mm_per_d, 2, 1e-12);
  EXPECT_NEAR(steady->readings.back().angle_deg, 45, 1e-9);
  EXPECT_EQ(steady->level, RainLevel::kBlue);
  const auto fast = tangentAngles(creeping({24, 26, 28}), 0, 10);  // 12 to 14 times: 85.2 to 85.9 degrees
  ASSERT_TRUE(fast.has_value());
  EXPECT_NEAR(fast->readings.back().angle_deg, std::atan(14.0) * 180 / M_PI, 1e-9);
  EXPECT_EQ(fast->level, RainLevel::kRed);
  EXPECT_EQ(tangentAngles(creeping({12, 13, 14}), 0, 10)->level, RainLevel::kOrange);
  EXPECT_EQ(tangentAngles(creeping({3, 4, 5}), 0, 10)->level, RainLevel::kYellow);
}

TEST(Displacement, OneStepOfRainDoesNotAlarm) {
  // A jump, then quiet again; and three high ones that slow down.
  EXPECT_EQ(tangentAngles(creeping({40, 2, 2}), 0, 10)->level, RainLevel::kBlue);
  EXPECT_EQ(tangentAngles(creeping({40, 36, 30}), 0, 10)->level, RainLevel::kBlue);
}

TEST(Displacement, WhatCannotBeJudged) {
  EXPECT_FALSE(tangentAngles(creeping({}), 20, 30).has_value());
  std::vector<DisplacementReading> back = creeping({});
  back[3].t_d = 1;
  EXPECT_EQ(tangentAngles(back, 0, 10).error().code, ErrorCode::kInvalidArgument);
  std::vector<DisplacementReading> still(5);
  for (int i = 0; i < 5; ++i) still[static_cast<std::size_t>(i)].t_d = i;
  EXPECT_EQ(tangentAngles(still, 0, 4).error().code, ErrorCode::kOutOfRange);
}

TEST(Displacement, InverseVelocityMeetsTheTime) {
  // 1/v = (30 - t) / 100 at the middle of each day.
  std::vector<DisplacementReading> readings{{0, 0}};
  for (int day = 1; day < 25; ++day)
    readings.push_back({static_cast<double>(day), readings.back().s_mm + 100 / (30 - (day - 0.5))});
  const auto failure = inverseVelocityFailure(readings);
  ASSERT_TRUE(failure && *failure);
  EXPECT_NEAR(**failure, 30, 1e-6);
  EXPECT_FALSE(inverseVelocityFailure(creeping({}))->has_value());
}

}  // namespace
}  // namespace gis::geology
