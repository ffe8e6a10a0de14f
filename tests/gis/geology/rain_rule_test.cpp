// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geology/rain_rule.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <cmath>

#include "tests/cases/case_rows.h"

namespace gis::geology {
namespace {

RainRule caine() {
  RainRule rule;
  rule.name = "Caine 1980";
  rule.factor_ratio = 14.82, rule.exponent_ratio = -0.39, rule.from_h = 0.167, rule.to_h = 500;
  rule.level_ratio[0] = 0.6, rule.level_ratio[1] = 0.8, rule.level_ratio[2] = 1.0, rule.level_ratio[3] = 1.3;
  rule.stable_ratio = 1.2, rule.unstable_ratio = 0.8;
  return rule;
}

RainRule effective() {
  RainRule rule;
  rule.kind = RainRuleKind::kEffective;
  rule.decay_ratio = 0.8, rule.days = 3;
  rule.level_mm[0] = 50, rule.level_mm[1] = 80, rule.level_mm[2] = 110, rule.level_mm[3] = 150;
  return rule;
}

TEST(RainRule, PublishedCurves) {
  for (const CaseRow& row : caseRows("geology_rain_thresholds.tsv")) {
    RainRule rule = caine();
    rule.factor_ratio = row.number(1), rule.exponent_ratio = row.number(2);
    const auto value = thresholdAt(rule, row.number(3));
    ASSERT_TRUE(value.has_value()) << row.where();
    EXPECT_NEAR(*value, row.number(4), row.number(5)) << row.where();
  }
}

TEST(RainRule, OutsideItsRangeIsAnErrorAndNoNumber) {
  EXPECT_EQ(thresholdAt(caine(), 0.1).error().code, ErrorCode::kOutOfRange);
  EXPECT_EQ(thresholdAt(caine(), 501).error().code, ErrorCode::kOutOfRange);
  EXPECT_EQ(thresholdAt(effective(), 1).error().code, ErrorCode::kInvalidArgument);
}

TEST(RainRule, EffectiveRainDecays) {
  const double days[] = {10, 20, 30, 40, 1000};
  const auto sum = effectiveRain(days, 0.8, 3);
  ASSERT_TRUE(sum.has_value());
  EXPECT_NEAR(sum->mm, 10 + 0.8 * 20 + 0.64 * 30 + 0.512 * 40, 1e-9);
  EXPECT_EQ(sum->days_known, 3);
  const double gap[] = {10, NAN, 30};
  EXPECT_NEAR(effectiveRain(gap, 0.8, 3)->mm, 10 + 0.64 * 30, 1e-9);
  EXPECT_EQ(effectiveRain(gap, 0.8, 3)->days_known, 1);
  const double unknown[] = {NAN, 5};
  EXPECT_EQ(effectiveRain(unknown, 0.8, 3).error().code, ErrorCode::kNoData);
  const double negative[] = {1, -2};
  EXPECT_EQ(effectiveRain(negative, 0.8, 3).error().code, ErrorCode::kOutOfRange);
  EXPECT_EQ(effectiveRain(days, 1.0, 3).error().code, ErrorCode::kOutOfRange);
  EXPECT_EQ(effectiveRain(days, 0.8, 61).error().code, ErrorCode::kOutOfRange);
}

TEST(RainRule, TheWorstDurationDecides) {
  // 40 mm in one hour: Caine's curve stands at 14.82 there; the hours around it are dry.
  RainSeries rain{{0, 0, 40, 0, 0, 0}, {}};
  const auto verdict = judge(caine(), rain, 2);
  ASSERT_TRUE(verdict && *verdict);
  EXPECT_EQ((*verdict)->level, RainLevel::kRed);
  EXPECT_EQ((*verdict)->duration_h, 1);
  EXPECT_NEAR((*verdict)->ratio, 40 / 14.82 / 0.6, 1e-9);
  // The same in steady rain of 3 mm/h over 24 hours: 0.7 of the curve.
  rain.hourly_mm.assign(24, 3.0);
  EXPECT_EQ((*judge(caine(), rain, 2))->level, RainLevel::kBlue);
  EXPECT_EQ((*judge(caine(), rain, 2))->duration_h, 24);
  EXPECT_EQ((*judge(caine(), rain, 3))->level, RainLevel::kYellow);  // unstable: from 0.8 of the threshold
  EXPECT_EQ((*judge(caine(), rain, 1))->level, RainLevel::kNone);
}

TEST(RainRule, UnknownHoursAreNotDry) {
  const RainSeries rain{{NAN, NAN, NAN}, {}};
  const auto verdict = judge(caine(), rain, 2);
  ASSERT_TRUE(verdict.has_value());
  EXPECT_FALSE(verdict->has_value());
  EXPECT_EQ(mostInHours({{5, NAN, 7}, {}}, 1), 7);
  EXPECT_FALSE(mostInHours({{5, NAN, 7}, {}}, 2).has_value());
}

TEST(RainRule, DaysAreWholeOrAreTheFirst) {
  RainSeries rain{std::vector<double>(30, 1.0), {8, 9}};
  EXPECT_EQ(dailySums(rain), (std::vector<double>{24, 8, 9}));
  rain.hourly_mm.resize(6);
  EXPECT_EQ(dailySums(rain).front(), 6);
}

TEST(RainRule, LimitsBelongToTheWorseLevel) {
  for (const auto& [mm, level] : {std::pair{49.9, RainLevel::kNone},
                                  {50.0, RainLevel::kBlue},
                                  {80.0, RainLevel::kYellow},
                                  {110.0, RainLevel::kOrange},
                                  {150.0, RainLevel::kRed}}) {
    const auto verdict = judge(effective(), {std::vector<double>(24, mm / 24), {}}, 2);
    ASSERT_TRUE(verdict && *verdict);
    EXPECT_EQ((*verdict)->level, level) << mm;
  }
  EXPECT_EQ(judge(effective(), {{1, -1}, {}}, 2).error().code, ErrorCode::kOutOfRange);
}

// More rain in any hour never lowers the level.
TEST(RainRuleProperty, MoreRainIsNeverLess) {
  rc::check([] {
    const auto hours = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 30));
    RC_PRE(!hours.empty());
    RainSeries rain{{hours.begin(), hours.end()}, {}};
    const RainRule rules[] = {caine(), effective()};
    const auto before = judge(rules, rain, "01", 2);
    const auto at = *rc::gen::inRange<std::size_t>(0, hours.size());
    rain.hourly_mm[at] += *rc::gen::inRange(1, 50);
    const auto after = judge(rules, rain, "01", 2);
    RC_ASSERT(before.has_value() && after.has_value() && before->has_value() && after->has_value());
    RC_ASSERT((*after)->verdict.level >= (*before)->verdict.level);
  });
}

}  // namespace
}  // namespace gis::geology
