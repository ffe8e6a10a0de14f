// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "gis/flood/areal_rain.h"
#include "gis/flood/drought.h"
#include "gis/flood/flood_local_day.h"
#include "gis/flood/rain_threshold.h"
#include "gis/flood/reading_file.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::flood {
namespace {

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
const AreaRings kSquare{{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}, {0, 0}}};

double weightOf(const std::vector<StationWeight>& weights, std::size_t station) {
  for (const auto& w : weights)
    if (w.station == station) return w.weight_ratio;
  return 0;
}

TEST(Thiessen, ExactParts) {
  // The bisector of (0,500) and (800,500) is x = 400.
  const auto two = thiessenWeights(kSquare, std::vector<MapXY>{{0, 500}, {800, 500}});
  ASSERT_OK(two);
  EXPECT_NEAR(weightOf(*two, 0), 0.4, 1e-12);
  EXPECT_NEAR(weightOf(*two, 1), 0.6, 1e-12);
  const auto quarters = thiessenWeights(kSquare, std::vector<MapXY>{{250, 250}, {750, 250}, {750, 750}, {250, 750}});
  for (std::size_t i = 0; i < 4; ++i) EXPECT_NEAR(weightOf(*quarters, i), 0.25, 1e-12);
  const auto far = thiessenWeights(kSquare, std::vector<MapXY>{{-5000, 500}, {90000, 500}});
  EXPECT_NEAR(weightOf(*far, 0), 1, 1e-12);
  const auto twins = thiessenWeights(kSquare, std::vector<MapXY>{{500, 500}, {500, 500}});
  EXPECT_NEAR(weightOf(*twins, 0), 0.5, 1e-12);
}

TEST(Thiessen, AreaWithAHoleAndABay) {
  // A ring around a hole of a quarter of the area: left and right halves are alike.
  const AreaRings ring{{{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}}, {{250, 250}, {750, 250}, {750, 750}, {250, 750}}};
  EXPECT_NEAR(areaM2(ring), 750000, 1e-6);
  const auto halves = thiessenWeights(ring, std::vector<MapXY>{{100, 500}, {900, 500}});
  EXPECT_NEAR(weightOf(*halves, 0), 0.5, 1e-12);
  // U: the cut leaves two separate legs on the upper side.
  const AreaRings u{{{0, 0}, {900, 0}, {900, 900}, {600, 900}, {600, 300}, {300, 300}, {300, 900}, {0, 900}}};
  const auto legs = thiessenWeights(u, std::vector<MapXY>{{450, 100}, {450, 1100}});
  EXPECT_NEAR(weightOf(*legs, 1), 2 * 300 * 300 / 630000.0, 1e-12);
}

TEST(Thiessen, WeightsSumToOneAndAreThoseOfTheNearest) {
  rc::check([] {
    const auto coordinate = rc::gen::map(rc::gen::inRange(-3000, 4000), [](int v) { return static_cast<double>(v); });
    const auto count = *rc::gen::inRange<std::size_t>(1, 12);
    std::vector<MapXY> stations;
    for (std::size_t i = 0; i < count; ++i) stations.push_back({*coordinate, *coordinate});
    const AreaRings area{{{0, 0}, {1000, 100}, {700, 500}, {1100, 1000}, {200, 800}}};
    const auto weights = thiessenWeights(area, stations);
    RC_ASSERT(weights.has_value());
    double sum = 0;
    for (const auto& w : *weights) {
      RC_ASSERT(w.weight_ratio > 0);
      sum += w.weight_ratio;
    }
    RC_ASSERT(std::abs(sum - 1) < 1e-9);
    // a raster count agrees
    std::vector<double> counted(count, 0);
    double all = 0;
    for (double x = 5; x < 1100; x += 10)
      for (double y = 5; y < 1000; y += 10) {
        if (!insideArea(area, {x, y})) continue;
        std::size_t best = 0;
        for (std::size_t i = 1; i < count; ++i)
          if (std::hypot(stations[i].x_m - x, stations[i].y_m - y) <
              std::hypot(stations[best].x_m - x, stations[best].y_m - y))
            best = i;
        counted[best] += 1, all += 1;
      }
    for (std::size_t i = 0; i < count; ++i) {
      bool alone = true;
      for (std::size_t j = 0; j < count; ++j) alone = alone && (i == j || !(stations[i] == stations[j]));
      if (alone) RC_ASSERT(std::abs(weightOf(*weights, i) - counted[i] / all) < 0.02);
    }
  });
}

TEST(InverseDistance, ExactAndSummingToOne) {
  // Distances 1 and 2: weights 1 and 1/4 -> 0.8 and 0.2.
  const auto w = idwWeights(MapXY{0, 0}, std::vector<MapXY>{{1000, 0}, {0, 2000}});
  EXPECT_NEAR(weightOf(*w, 0), 0.8, 1e-12);
  const auto on = idwWeights(MapXY{0, 2000}, std::vector<MapXY>{{1000, 0}, {0, 2000}});
  EXPECT_NEAR(weightOf(*on, 1), 1, 1e-12);
  rc::check([] {
    std::vector<MapXY> stations;
    for (int i = 0; i < 20; ++i)
      stations.push_back(
          {static_cast<double>(*rc::gen::inRange(-5000, 5000)), static_cast<double>(*rc::gen::inRange(-5000, 5000))});
    double sum = 0;
    const auto weights = idwWeights(kSquare, stations);
    for (const auto& each : *weights) sum += each.weight_ratio;
    RC_ASSERT(std::abs(sum - 1) < 1e-9);
  });
  EXPECT_CODE(idwWeights(MapXY{0, 0}, std::vector<MapXY>{}), kNoData);
  EXPECT_CODE(thiessenWeights({}, std::vector<MapXY>{{0, 0}}), kInvalidArgument);
}

TEST(ArealRain, MissingHoursAreMadeOfTheOthersAndToldWhenNobodyReported) {
  const std::vector<HourlyRain> stations{{0, {4, kNone, kNone}}, {0, {8, 6, kNone}}};
  const std::vector<StationWeight> weights{{0, 0.25}, {1, 0.75}};
  const HourlyRain rain = arealRain(weights, stations);
  EXPECT_FLOAT_EQ(rain.mm[0], 7);
  EXPECT_FLOAT_EQ(rain.mm[1], 6);
  EXPECT_TRUE(std::isnan(rain.mm[2]));
}

TEST(Window, SumsGapsAndNegativeRain) {
  const HourlyRain rain{0, {1, 2, kNone, 4}};
  const auto three = windowSum(rain, 3, 3);
  ASSERT_OK(three);
  EXPECT_NEAR((*three)->rain_mm, 6, 1e-9);
  EXPECT_EQ((*three)->missing_h, 1);
  EXPECT_FALSE(*windowSum(rain, 3, 6));    // begins before the series
  EXPECT_FALSE(*windowSum(rain, 3, 0.5));  // cannot be seen in hourly rain
  EXPECT_CODE(windowSum({0, {1, -2}}, 1, 2), kOutOfRange);
  EXPECT_CODE(windowSum(rain, 3, 0), kOutOfRange);
}

TEST(Soil, IndexAndStates) {
  // Pa: 0.85 (40 + 20) = 51, 0.85 (51 + 0) = 43.35
  EXPECT_NEAR(*antecedentIndexMm(std::vector<double>{20, 0}, 40, {0.85, 80}), 43.35, 1e-9);
  EXPECT_NEAR(*antecedentIndexMm(std::vector<double>{500}, 40, {0.85, 80}), 80, 1e-9);
  EXPECT_EQ(*soilState(16, 80), SoilState::kDry);
  EXPECT_EQ(*soilState(40, 80), SoilState::kNormal);
  EXPECT_EQ(*soilState(64, 80), SoilState::kWet);
  EXPECT_CODE(antecedentIndexMm(std::vector<double>{-1}, 40, {0.85, 80}), kOutOfRange);
  EXPECT_CODE(antecedentIndexMm(std::vector<double>{1}, 40, {1.2, 80}), kOutOfRange);
  EXPECT_CODE(soilState(90, 80), kOutOfRange);
}

TEST(Thresholds, WorstWindowReachingCountsAndUnknownIsNotJudged) {
  HourlyRain rain{0, std::vector<float>(12, 0)};
  rain.mm[10] = 20, rain.mm[11] = 18;
  const std::vector<RainThreshold> thresholds{{1, SoilState::kNormal, 30.0, 40.0, 'F', 1, ""},
                                              {3, SoilState::kNormal, 30.0, 38.0, 'F', 1, ""},
                                              {0.5, SoilState::kNormal, 5.0, 6.0, 'F', 1, ""},
                                              {6, SoilState::kNormal, {}, {}, 'U', 1, ""},
                                              {3, SoilState::kWet, 1.0, 2.0, 'F', 1, ""}};
  const auto state = thresholdState(rain, 11, 0, thresholds, SoilState::kNormal);
  ASSERT_OK(state);
  EXPECT_EQ(state->level, FlashFloodLevel::kMove);
  EXPECT_EQ(state->by->window_h, 3);
  EXPECT_NEAR(state->rain_mm, 38, 1e-9);
  EXPECT_EQ(state->unjudged, 2);
  // three hours later the wave is still on its way
  for (int i = 0; i < 3; ++i) rain.mm.push_back(0);
  EXPECT_EQ(thresholdState(rain, 14, 3, thresholds, SoilState::kNormal)->level, FlashFloodLevel::kMove);
  EXPECT_EQ(thresholdState(rain, 14, 0, thresholds, SoilState::kNormal)->level, FlashFloodLevel::kNone);
  EXPECT_CODE(thresholdState(rain, 11, 0, std::vector<RainThreshold>{{1, SoilState::kDry, 40.0, 30.0, 'F', 1, ""}},
                             SoilState::kDry),
              kInvalidArgument);
  EXPECT_FALSE(thresholdState(rain, 11, 0, std::vector<RainThreshold>{}, SoilState::kDry)->by);
}

TEST(Thresholds, ProposalsComeBackToTheCriticalFlow) {
  SectionBasin section;
  section.basin = {20, 8, 0.02, 1, 3, 0.6, 0.6};
  section.curve_number = 78;
  section.critical_m3_per_s = 120;
  const auto storm = proposeByDesignStorm(section, 1, SoilState::kNormal, 0.8);
  ASSERT_OK(storm);
  EXPECT_NEAR(designPeak(section.basin, *storm->move_mm)->peak_m3_per_s, 120, 0.5);  // rounded to tenths
  EXPECT_NEAR(*storm->prepare_mm, *storm->move_mm * 0.8, 0.1);
  EXPECT_EQ(storm->confidence, 'U');
  for (const double window_h : {0.5, 1.0, 3.0}) {
    const auto dry = proposeByDesignStorm(section, window_h, SoilState::kDry, 0.8);
    const auto wet = proposeByDesignStorm(section, window_h, SoilState::kWet, 0.8);
    ASSERT_TRUE(dry && wet);
    EXPECT_GT(*dry->move_mm, *wet->move_mm);
  }
  const auto cn = proposeByCurveNumber(section, 1, SoilState::kWet, 0.8);
  ASSERT_OK(cn);
  EXPECT_LT(*cn->move_mm, *proposeByCurveNumber(section, 1, SoilState::kDry, 0.8)->move_mm);
  EXPECT_CODE(proposeByCurveNumber(section, 48, SoilState::kWet, 0.8), kOutOfRange);
  section.critical_m3_per_s = 1e7;
  EXPECT_CODE(proposeByDesignStorm(section, 1, SoilState::kWet, 0.8), kOutOfRange);
}

TEST(Drought, GradesAndPercents) {
  const std::vector<DroughtLimit> soil{{DroughtGrade::kLight, 60},
                                       {DroughtGrade::kModerate, 50},
                                       {DroughtGrade::kSevere, 40},
                                       {DroughtGrade::kExtreme, 30}};
  EXPECT_EQ(*droughtGrade(60.1, soil), DroughtGrade::kNone);
  EXPECT_EQ(*droughtGrade(60, soil), DroughtGrade::kLight);
  EXPECT_EQ(*droughtGrade(35, soil), DroughtGrade::kSevere);
  EXPECT_EQ(*droughtGrade(12, soil), DroughtGrade::kExtreme);
  EXPECT_CODE(droughtGrade(12, {{DroughtGrade::kLight, 30}, {DroughtGrade::kSevere, 60}}), kInvalidArgument);
  EXPECT_CODE(droughtGrade(std::nan(""), soil), kOutOfRange);
  EXPECT_NEAR(*percentOfNormal(30, 120), 25, 1e-9);
  EXPECT_NEAR(*departurePercent(30, 120), -75, 1e-9);
  EXPECT_CODE(percentOfNormal(30, 0), kOutOfRange);
}

TEST(Times, AsPeopleWriteThem) {
  const std::int64_t six = 1785448800000;  // 2026-07-31 06:00 in Beijing
  for (const char* text : {"2026-07-31 06:00", "2026/7/31 6:00", "2026-07-31T06:00:00+08:00", "2026-07-30T22:00Z",
                           "20260731060000", "2026073106", "2026-07-31 06:00:00.0"})
    EXPECT_EQ(readTime(text).value_or(0), six) << text;
  EXPECT_EQ(*readTime("2026-07-30 24:00"), six - 6 * kHourMs);
  for (const char* text :
       {"", "yesterday", "2026-02-30 06:00", "2026-07-31 25:00", "2026-07-31", "2026-07-31T06:00+99:00"})
    EXPECT_FALSE(readTime(text)) << text;
  EXPECT_EQ(localMonthDay(six), "0731");
}

TEST(Readings, Sl323RainWithEverythingThatGoesWrong) {
  const auto read = readReadings(
      "STCD,TM,DRP,INTV,PDR\n"
      "1001,2026-07-31 01:00,12.5,1.00,\n"
      "1001,2026-07-31 02:30,3,0.30,\n"  // half an hour: part of 03:00
      "1001,2026-07-31 03:00,2,0.30,\n"
      "1001,2026-07-31 09:00,6,3.00,\n"  // three hours at 2 mm
      "1002,2026-07-31 01:00,-4,1.00,\n"
      "1002,2026-07-31 01:00,abc,1.00,\n"
      "1002,sometime,4,1.00,\n"
      ",2026-07-31 01:00,4,1.00,\n"
      "1002,2026-07-31 01:00,,1.00,\n",
      "rain.csv");
  ASSERT_OK(read);
  EXPECT_EQ(read->warnings.size(), 5U);
  EXPECT_EQ(read->warnings[0].subject, "6");
  EXPECT_NE(read->warnings[0].detail.find("negative rain"), std::string::npos);
  ASSERT_EQ(read->value.rain.size(), 5U);
  EXPECT_NEAR(read->value.rain[1].rain_mm, 5, 1e-9);
  EXPECT_NEAR(read->value.rain[4].rain_mm, 2, 1e-9);
  EXPECT_EQ(read->value.hours_split, 1);
  EXPECT_EQ(read->value.gap_hours.at("1001"), 4);  // 02:00, 04:00, 05:00, 06:00
}

TEST(Readings, OtherTablesOwnNamesAndMissingColumns) {
  const auto river = readReadings("\xEF\xBB\xBFTM;STCD;Z;Q\n2026-07-31 01:00;9;812.31;14\n", "river.csv");
  ASSERT_OK(river);
  EXPECT_NEAR(river->value.water.at(0).reading.level_m, 812.31, 1e-9);
  EXPECT_NEAR(*river->value.water.at(0).reading.flow_m3_per_s, 14, 1e-9);
  const auto own = readReadings("station_code,time,rain_mm\nA,2026-07-31 01:00,1\n", "own.csv");
  ASSERT_OK(own);
  EXPECT_EQ(own->value.rain.size(), 1U);
  EXPECT_CODE(readReadings("a,b\n1,2\n", "x"), kInvalidArgument);
  EXPECT_CODE(readReadings("STCD,TM\n1,2\n", "x"), kInvalidArgument);
  EXPECT_CODE(readReadings("", "x"), kEmptyFile);
  EXPECT_CODE(readReadingFile("/no/such/file.csv"), kNotFound);
}

}  // namespace
}  // namespace gis::flood
