// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geology/rain_field.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <cmath>

#include "gis/geology/rain_grading.h"

namespace gis::geology {
namespace {

TEST(RainTable, HoursOfStations) {
  const auto read = readRainTable(
      "station,lon,lat,time,rain_mm\n"
      "A,113.0,36.2,2026-07-20 08:00,5\n"
      "A,113.0,36.2,2026-07-20 10:00,7.5\n"
      "B,113.2,36.2,2026072009,1\n");
  ASSERT_TRUE(read.has_value());
  const RainField& field = read->value;
  ASSERT_EQ(field.stations.size(), 2u);
  EXPECT_EQ(field.hours, 3);
  EXPECT_EQ(field.stations[0].rain.hourly_mm[0], 5);
  EXPECT_TRUE(std::isnan(field.stations[0].rain.hourly_mm[1]));  // nobody said that it was dry
  EXPECT_EQ(field.stations[0].rain.hourly_mm[2], 7.5);
  EXPECT_EQ(field.stations[1].rain.hourly_mm[1], 1);
  EXPECT_EQ(field.ends_utc_ms, 1784512800000);  // 10:00 in Beijing is 02:00 UTC
  EXPECT_TRUE(read->warnings.empty());
}

TEST(RainTable, CountiesAsTheyAreTyped) {
  const auto read = readRainTable("区划代码,小时,days_ago,雨量mm\n140431,24,,48\n140431,,2,10\n140431,,1,20\n");
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->value.stations.size(), 1u);
  const RainSeries& rain = read->value.stations[0].rain;
  EXPECT_EQ(rain.hourly_mm.size(), 24u);
  EXPECT_NEAR(rain.hourly_mm[7], 2, 1e-12);
  EXPECT_EQ(rain.daily_before_mm, (std::vector<double>{20, 10}));
}

TEST(RainTable, WhatIsWrongIsSaidRowByRow) {
  const auto read =
      readRainTable("station,lon,lat,hours,rain\nA,113,36,1,-4\nB,113,36,1,many\nC,113,36,1,3\nD,113,36,,3\n");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->value.stations.size(), 2u);  // C, and D of which no row counts
  std::string said;
  for (const Warning& warning : read->warnings) said += warning.subject + ": " + warning.detail + "\n";
  EXPECT_NE(said.find("row 2: negative rain: -4"), std::string::npos) << said;
  EXPECT_NE(said.find("row 3: rain is no number: many"), std::string::npos) << said;
  EXPECT_NE(said.find("row 5"), std::string::npos) << said;
  EXPECT_NE(said.find("millimetres are taken"), std::string::npos) << said;
  EXPECT_EQ(readRainTable("station,lon,lat,hours,rain_mm\nA,113,36,1,-4\n").error().code, ErrorCode::kNoData);
  EXPECT_EQ(readRainTable("station,depth\nA,1\n").error().code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(readRainTable("").error().code, ErrorCode::kNoData);
}

TEST(RainTable, MoreThanEverFellIsLeftOut) {
  EXPECT_EQ(mostRainMm(1), 500);
  EXPECT_EQ(mostRainMm(2), 1000);
  EXPECT_EQ(mostRainMm(24), 1825);
  EXPECT_EQ(mostRainMm(72), 3930);
  EXPECT_EQ(mostRainMm(9000), 26470);
  const auto read =
      readRainTable("division,hours,days_ago,rain_mm\n140431,24,,99999\n140425,24,,1800\n140425,,1,1900\n");
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->value.stations.size(), 1u);
  ASSERT_EQ(read->warnings.size(), 2u);
  EXPECT_EQ(read->warnings[0].subject, "row 2");
  EXPECT_EQ(read->warnings[0].detail, std::string(rain_trouble::kTooMuch) + ": 99999");
  EXPECT_EQ(read->warnings[1].subject, "row 4");
}

TEST(RainTable, OtherUnitsBecomeMillimetres) {
  EXPECT_NEAR(readRainTable("station,lon,lat,hours,rain_in\nA,113,36,1,2\n")->value.stations[0].rain.hourly_mm[0], 50.8,
              1e-9);
}

TEST(RainAtPlaces, DivisionsBeforeGauges) {
  const auto read = readRainTable(
      "station,division,lon,lat,hours,rain_mm\n"
      "G,,113.0,36.0,1,8\n"
      ",140430,,,1,3\n"
      ",140431000000,,,1,5\n"
      ",140431101000,,,1,9\n");
  ASSERT_TRUE(read.has_value());
  const RainAtPlaces rain(read->value);
  EXPECT_EQ(rain.at({113, 36}, "140431101203")->hourly_mm[0], 9);  // the town before the county
  EXPECT_EQ(rain.at({113, 36}, "140431205001")->hourly_mm[0], 5);
  EXPECT_EQ(rain.at({113, 36}, "140430100001")->hourly_mm[0], 3);
  EXPECT_EQ(rain.at({113, 36}, "140425100001")->hourly_mm[0], 8);  // the gauge
  EXPECT_FALSE(rain.at({116, 36}, "140425100001").has_value());    // 270 km from it
}

// A mean lies between what was measured, at a gauge it is the gauge's.
TEST(RainAtPlacesProperty, MeansLieBetween) {
  rc::check([] {
    RainField field;
    const auto values = *rc::gen::container<std::vector<int>>(3, rc::gen::inRange(0, 90));
    for (int i = 0; i < 3; ++i)
      field.stations.push_back({"S" + std::to_string(i),
                                "",
                                LonLat{113 + 0.1 * i, 36.2},
                                "",
                                {{static_cast<double>(values[static_cast<std::size_t>(i)])}, {}}});
    const RainAtPlaces rain(field);
    const double mm = rain.at({113.07, 36.25}, "")->hourly_mm[0];
    RC_ASSERT(mm >= *std::ranges::min_element(values) - 1e-9);
    RC_ASSERT(mm <= *std::ranges::max_element(values) + 1e-9);
    RC_ASSERT(std::abs(rain.at({113.1, 36.2}, "")->hourly_mm[0] - values[1]) < 1e-3);
  });
}

HazardPoint rainPoint(const std::string& code, const std::string& division, LonLat at, int people) {
  HazardPoint p;
  p.code = code, p.division_code = division, p.type = "01", p.where = at, p.people = people;
  return p;
}

TEST(RainGrading, PointsAreasTownsAndCounties) {
  RainRule rule;
  rule.factor_ratio = 14.82, rule.exponent_ratio = -0.39, rule.from_h = 0.167, rule.to_h = 500;
  for (int i = 0; i < 4; ++i) rule.level_ratio[i] = 0.6 + 0.2 * i;
  const HazardPoint points[] = {rainPoint("a", "140431101001", {113, 36}, 10),
                                rainPoint("b", "140431102001", {113.1, 36}, 20),
                                rainPoint("c", "140425101001", {113.2, 36}, 40)};
  RiskArea around;  // around b, naming a
  around.hazard_code = "a";
  around.rings = {{{113.05, 35.95}, {113.15, 35.95}, {113.15, 36.05}, {113.05, 36.05}, {113.05, 35.95}}};
  const RainRule rules[] = {rule};
  const RiskArea areas[] = {around};
  const auto graded =
      gradeByRain(points, areas, rules, [](LonLat where, std::string_view) -> std::optional<RainSeries> {
        if (where.lon_deg > 113.15) return std::nullopt;
        return RainSeries{{where.lon_deg > 113.05 ? 30.0 : 10.0}, {}};
      });
  ASSERT_TRUE(graded.has_value());
  EXPECT_EQ(graded->points[0].level, RainLevel::kBlue);
  EXPECT_EQ(graded->points[1].level, RainLevel::kRed);
  EXPECT_FALSE(graded->points[2].known);
  EXPECT_EQ(graded->areas[0].level, RainLevel::kRed);
  ASSERT_EQ(graded->counties.size(), 2u);
  EXPECT_EQ(graded->counties[0].code, "140431");
  EXPECT_EQ(graded->counties[0].points[4], 1u);
  EXPECT_EQ(graded->counties[0].points[1], 1u);
  EXPECT_EQ(graded->counties[0].people_warned, 30);
  EXPECT_EQ(graded->counties[1].unknown, 1u);
  EXPECT_EQ(graded->towns.size(), 3u);
  EXPECT_EQ(gradeByRain(points, areas, {}, {}).error().code, ErrorCode::kNoData);
}

}  // namespace
}  // namespace gis::geology
