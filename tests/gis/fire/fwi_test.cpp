// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/fire/fwi.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "gis/fire/daily_weather.h"
#include "tests/cases/case_rows.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::fire {
namespace {

// The tables print one decimal.
TEST(Fwi, PublishedWeek) {
  FwiState codes;
  for (const CaseRow& row : caseRows("fire_fwi.tsv")) {
    const auto day = fwiOf(codes, {row.number(1), row.number(2), row.number(3), row.number(4), row.integer(0), 46});
    ASSERT_OK(day);
    codes = day->codes;
    EXPECT_NEAR(codes.ffmc, row.number(5), 0.051) << row.where();
    EXPECT_NEAR(codes.dmc, row.number(6), 0.051) << row.where();
    EXPECT_NEAR(codes.dc, row.number(7), 0.051) << row.where();
    EXPECT_NEAR(day->isi, row.number(8), 0.051) << row.where();
    EXPECT_NEAR(day->bui, row.number(9), 0.051) << row.where();
    EXPECT_NEAR(day->fwi, row.number(10), 0.051) << row.where();
  }
}

// One day, all digits, as the pyFWI program gives them: the scale of 1985.
TEST(Fwi, PublishedDigits) {
  const auto day = fwiOf({}, {17, 42, 25, 0, 4, 45.98});
  ASSERT_OK(day);
  EXPECT_NEAR(day->codes.ffmc, 87.692980092774448, 1e-9);
  EXPECT_NEAR(day->codes.dmc, 8.5450511359999997, 1e-9);
  EXPECT_NEAR(day->codes.dc, 19.013999999999999, 1e-9);
  EXPECT_NEAR(day->isi, 10.853661073655068, 1e-9);
  EXPECT_NEAR(day->bui, 8.4904265358371838, 1e-9);
  EXPECT_NEAR(day->fwi, 10.096371392382368, 1e-9);
}

std::filesystem::path verifyFolder() {
  for (const char* up : {"../shared/verify/fwi", "../../shared/verify/fwi"}) {
    const auto folder = std::filesystem::path(FENGSUI_SOURCE_DIR) / up;
    if (std::filesystem::exists(folder)) return folder;
  }
  return {};
}

// 48 days of the cffdrs package, by our reader of weather tables.
TEST(Fwi, PublishedCffdrsSeries) {
  const auto folder = verifyFolder();
  if (folder.empty()) GTEST_SKIP() << "no ../shared/verify/fwi beside the tree";
  const auto weather = readDailyWeather(readBytes(folder / "test_fwi.csv"), "test_fwi.csv");
  ASSERT_OK(weather);
  ASSERT_TRUE(weather->warnings.empty());
  const auto series = fireSeries(weather->value, {}, {}, FwiEdition::kCffdrs);
  ASSERT_OK(series);
  ASSERT_EQ(series->size(), 1U);
  const auto& days = (*series)[0].days;
  for (const char* name : {"fwi_01.csv", "fwi_02.csv"}) {
    std::ifstream in(folder / name);
    std::string line;
    std::getline(in, line);
    std::size_t i = 0;
    for (; std::getline(in, line); ++i) {
      std::istringstream cells(line);
      std::vector<double> v;
      for (std::string cell; std::getline(cells, cell, ',');) v.push_back(std::stod(cell));
      ASSERT_LT(i, days.size());
      const Fwi& f = days[i].fwi;
      const double got[] = {f.codes.ffmc, f.codes.dmc, f.codes.dc, f.isi, f.bui, f.fwi, f.dsr};
      for (std::size_t k = 0; k < 7; ++k)
        EXPECT_LE(std::abs(got[k] - v[9 + k]), std::max(5e-4 * std::abs(v[9 + k]), 0.005))
            << name << " day " << i + 1 << " code " << k;
    }
    EXPECT_EQ(i, days.size());
  }
}

TEST(Fwi, OutsideTheRange) {
  EXPECT_CODE(fwiOf({}, {17, 130, 25, 0, 4, 40}), kOutOfRange);
  EXPECT_CODE(fwiOf({}, {17, 42, 25, -1, 4, 40}), kOutOfRange);
  EXPECT_CODE(fwiOf({}, {std::nan(""), 42, 25, 0, 4, 40}), kOutOfRange);
  EXPECT_CODE(fwiOf({}, {17, 42, 25, 0, 13, 40}), kOutOfRange);
  EXPECT_EQ(fwiClass(5.1), FwiClass::kVeryLow);
  EXPECT_EQ(fwiClass(5.2), FwiClass::kLow);
  EXPECT_EQ(fwiClass(50), FwiClass::kExtreme);
}

// Any possible day gives numbers within their ranges; drier air never gives less fire weather.
RC_GTEST_PROP(Fwi, StaysInRange, ()) {
  const auto number = [](int least, int most) { return *rc::gen::inRange(least * 10, most * 10 + 1) / 10.0; };
  FwiState codes{number(0, 101), number(0, 400), number(0, 1200)};
  const NoonWeather w{number(-50, 60), number(0, 100),           number(0, 200),
                      number(0, 600),  *rc::gen::inRange(1, 13), number(10, 90)};
  const auto day = fwiOf(codes, w);
  RC_ASSERT(day.has_value());
  RC_ASSERT(day->codes.ffmc >= 0 && day->codes.ffmc <= 101);
  for (const double v : {day->codes.dmc, day->codes.dc, day->isi, day->bui, day->fwi, day->dsr})
    RC_ASSERT(std::isfinite(v) && v >= 0);
  NoonWeather drier = w;
  drier.humidity_percent = w.humidity_percent / 2;
  RC_ASSERT(fwiOf(codes, drier)->codes.dmc >= day->codes.dmc - 1e-9);
}

TEST(DailyWeather, RefusesWhatCannotBe) {
  const auto read = readDailyWeather(
      "区县,日期,气温,相对湿度,风速,降水量\n"
      "沁源县,2026-04-01,20,35,3.2,0\n"
      "沁源县,2026-04-02,20,130,3.2,0\n"
      "沁源县,2026-04-03,20,35,3.2,-3\n"
      "沁源县,2026-04-31,20,35,3.2,0\n"
      "沁源县,2026-04-05,abc,35,3.2,0\n"
      "沁源县,2026-04-06,20,35,,0\n",
      "w.csv");
  ASSERT_OK(read);
  ASSERT_EQ(read->value.size(), 1U);
  EXPECT_EQ(read->value[0].district, "沁源县");
  ASSERT_EQ(read->warnings.size(), 5U);
  EXPECT_EQ(read->warnings[0].subject, "w.csv line 3: humidity_percent");
  EXPECT_EQ(read->warnings[0].detail, "130 is above 100");
  EXPECT_EQ(read->warnings[1].detail, "-3 is below 0");
  EXPECT_EQ(read->warnings[2].detail, "no date: 2026-04-31");
  EXPECT_EQ(read->warnings[3].detail, "no number: abc");
  EXPECT_EQ(read->warnings[4].subject, "w.csv line 7: wind_m_per_s");
  EXPECT_CODE(readDailyWeather("a,b\n1,2\n", "w.csv"), kInvalidArgument);
  EXPECT_CODE(readDailyWeather("", "w.csv"), kNoData);
}

TEST(DailyWeather, DryDaysAndGaps) {
  std::vector<DailyWeather> weather;
  for (const auto& [day, rain] : {std::pair(1, 12.0), {2, 0.0}, {3, 0.0}, {6, 0.0}, {7, 0.4}}) {
    DailyWeather w;
    w.district = "x", w.day = {2026, 4, day};
    w.temperature_c = 22, w.humidity_percent = 35, w.wind_m_per_s = 4, w.rain_mm = rain;
    weather.push_back(w);
  }
  const auto series = fireSeries(weather, {});
  ASSERT_OK(series);
  const auto& days = (*series)[0].days;
  ASSERT_EQ(days.size(), 5U);
  // rain over 10 mm: 0, 0, 5 on the following days; three days of gap count as dry
  EXPECT_EQ(days[0].grade.drought, 0);
  EXPECT_EQ(days[1].grade.drought, 0);
  EXPECT_EQ(days[2].grade.drought, 5);
  EXPECT_EQ(days[3].gap_days, 2);
  EXPECT_EQ(days[3].grade.drought, 20);
  EXPECT_EQ(days[4].grade.drought, 10);
}

TEST(FireSeason, Dates) {
  const auto rules = loadFireWeatherRules();
  ASSERT_OK(rules);
  EXPECT_TRUE(rules->unverified);
  EXPECT_EQ(seasonOf(*rules, {2026, 4, 10}), FireSeason::kHigh);
  EXPECT_EQ(seasonOf(*rules, {2026, 12, 10}), FireSeason::kSeason);
  EXPECT_EQ(seasonOf(*rules, {2026, 7, 10}), FireSeason::kOff);
}

}  // namespace
}  // namespace gis::fire
