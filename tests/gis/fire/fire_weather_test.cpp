// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/fire/fire_weather.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/cases/case_rows.h"

namespace gis::fire {

TEST(FireWeather, FactorsSumAndClassFollowTheStandard) {
  for (const CaseRow& row : caseRows("fire_weather.tsv")) {
    const auto index =
        fireWeatherIndex({row.number(0), row.number(1), row.number(2), row.integer(3), row.integer(4), row.integer(5)});
    ASSERT_TRUE(index.has_value()) << row.where() << " " << index.error().subject;
    EXPECT_EQ(index->temperature, row.integer(6)) << row.where();
    EXPECT_EQ(index->humidity, row.integer(7)) << row.where();
    EXPECT_EQ(index->drought, row.integer(8)) << row.where();
    EXPECT_EQ(index->wind, row.integer(9)) << row.where();
    EXPECT_EQ(index->total, row.integer(10)) << row.where();
    EXPECT_EQ(static_cast<int>(index->fire_class), row.integer(11)) << row.where();
  }
}

TEST(FireWeather, ClassLimits) {
  EXPECT_EQ(fireWeatherClass(25), FireWeatherClass::kNone);
  EXPECT_EQ(fireWeatherClass(26), FireWeatherClass::kLow);
  EXPECT_EQ(fireWeatherClass(50), FireWeatherClass::kLow);
  EXPECT_EQ(fireWeatherClass(51), FireWeatherClass::kModerate);
  EXPECT_EQ(fireWeatherClass(72), FireWeatherClass::kModerate);
  EXPECT_EQ(fireWeatherClass(73), FireWeatherClass::kHigh);
  EXPECT_EQ(fireWeatherClass(90), FireWeatherClass::kHigh);
  EXPECT_EQ(fireWeatherClass(91), FireWeatherClass::kExtreme);
}

TEST(FireWeather, DrierHotterWindierIsNeverLessDangerous) {
  const FireWeather mild{18, 55, 4, 3, 3, 5};
  const int before = fireWeatherIndex(mild)->total;
  for (int step = 1; step < 10; ++step) {
    FireWeather w = mild;
    w.max_temperature_c += step;
    EXPECT_GE(fireWeatherIndex(w)->total, before);
    w = mild;
    w.min_humidity_percent -= 5 * step;
    EXPECT_GE(fireWeatherIndex(w)->total, before);
    w = mild;
    w.dry_days += step;
    EXPECT_GE(fireWeatherIndex(w)->total, before);
    w = mild;
    w.max_wind_beaufort += step;
    EXPECT_GE(fireWeatherIndex(w)->total, before);
  }
}

TEST(FireWeather, ImpossibleWeatherIsNamed) {
  const auto subject = [](FireWeather w) {
    const auto index = fireWeatherIndex(w);
    return index ? std::string("accepted") : index.error().subject;
  };
  EXPECT_EQ(subject({NAN, 50, 1, 0, 0, 0}), "max_temperature_c");
  EXPECT_EQ(subject({20, 101, 1, 0, 0, 0}), "min_humidity_percent");
  EXPECT_EQ(subject({20, 50, 0.2, 0, 0, 0}), "last_rain_mm");
  EXPECT_EQ(subject({20, 50, 1, -1, 0, 0}), "dry_days");
  EXPECT_EQ(subject({20, 50, 1, 0, 18, 0}), "max_wind_beaufort");
  EXPECT_EQ(subject({20, 50, 1, 0, 0, 21}), "phenology_correction");
}

// GB/T 28591-2012 table 1: first and last tenth of each force.
TEST(Beaufort, LimitsOfTheStandard) {
  const double first[] = {0,    0.3,  1.6,  3.4,  5.5,  8.0,  10.8, 13.9, 17.2,
                          20.8, 24.5, 28.5, 32.7, 37.0, 41.5, 46.2, 51.0, 56.1};
  const double last[] = {0.2,  1.5,  3.3,  5.4,  7.9,  10.7, 13.8, 17.1, 20.7,
                         24.4, 28.4, 32.6, 36.9, 41.4, 46.1, 50.9, 56.0, 61.2};
  for (int force = 0; force <= 17; ++force) {
    EXPECT_EQ(*beaufortOf(first[force]), force);
    EXPECT_EQ(*beaufortOf(last[force]), force);
  }
  EXPECT_EQ(*beaufortOf(0), 0);
  EXPECT_EQ(*beaufortOf(90), 17);
  EXPECT_FALSE(beaufortOf(-0.1).has_value());
  EXPECT_FALSE(beaufortOf(NAN).has_value());
}

}  // namespace gis::fire
