// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/coordinate_text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <string>

namespace gis {

namespace {

struct Typed {
  const char* text;
  double lon_deg, lat_deg, tolerance_deg;
  CoordinateForm form;
};

}  // namespace

TEST(CoordinateText, ReadsWhatPeopleType) {
  using enum CoordinateForm;
  const double lon = 113 + 6 / 60.0 + 48.8 / 3600, lat = 36 + 11 / 60.0 + 28 / 3600.0;
  const Typed cases[] = {
      {"113.11, 36.19", 113.11, 36.19, 1e-12, kDecimalDegrees},
      {"36.19 113.11", 113.11, 36.19, 1e-12, kDecimalDegrees},
      {"36.19N 113.11E", 113.11, 36.19, 1e-12, kDecimalDegrees},
      {"N36.19, E113.11", 113.11, 36.19, 1e-12, kDecimalDegrees},
      {"113.11°E 36.19°N", 113.11, 36.19, 1e-12, kDecimalDegrees},
      {"113.11°,36.19°", 113.11, 36.19, 1e-12, kDecimalDegrees},
      {"87.6, 43.8", 87.6, 43.8, 1e-12, kDecimalDegrees},
      {"43.8 87.6", 87.6, 43.8, 1e-12, kDecimalDegrees},
      {"lat: 36.19, lon: 113.11", 113.11, 36.19, 1e-12, kDecimalDegrees},
      {"经度113.11,纬度36.19", 113.11, 36.19, 1e-12, kDecimalDegrees},
      {"(113.11; 36.19)", 113.11, 36.19, 1e-12, kDecimalDegrees},
      {"113.11,36.19", 113.11, 36.19, 1e-12, kDecimalDegrees},
      {"-70.5, -33.4", -70.5, -33.4, 1e-12, kDecimalDegrees},
      {"33.4S 70.5W", -70.5, -33.4, 1e-12, kDecimalDegrees},
      {"WGS84 113.11 36.19", 113.11, 36.19, 1e-12, kDecimalDegrees},
      {"CGCS2000坐标:113.11,36.19", 113.11, 36.19, 1e-12, kDecimalDegrees},
      {"113°06'48.8\"E 36°11'28\"N", lon, lat, 1e-12, kDegreesMinutesSeconds},
      {"36°11′28″N, 113°06′48.8″E", lon, lat, 1e-12, kDegreesMinutesSeconds},
      {"东经113度6分48.8秒,北纬36度11分28秒", lon, lat, 1e-12, kDegreesMinutesSeconds},
      {"北纬36°11'28\" 东经113°6'48.8\"", lon, lat, 1e-12, kDegreesMinutesSeconds},
      {"东经113°06′48.8″、北纬36°11′28″", lon, lat, 1e-12, kDegreesMinutesSeconds},
      {"36 11 28 N 113 6 48.8 E", lon, lat, 1e-12, kDegreesMinutesSeconds},
      {"113 6 48.8 36 11 28", lon, lat, 1e-12, kDegreesMinutesSeconds},
      {"113 6 48.8, 36 11 28", lon, lat, 1e-12, kDegreesMinutesSeconds},
      {"113°06.5' 36°11.25'", 113 + 6.5 / 60, 36 + 11.25 / 60, 1e-12, kDegreesMinutesSeconds},
      {"113° 6' 48.8'' 36° 11' 28''", lon, lat, 1e-12, kDegreesMinutesSeconds},
      {"38420267.254, 4007112.823", 113.113556, 36.191112, 1e-7, kProjected},
      {"420267.254 4007112.823", 113.113556, 36.191112, 1e-7, kProjected},
      {"4007112.823, 420267.254", 113.113556, 36.191112, 1e-7, kProjected},
      {"X=4007112.823 Y=38420267.254", 113.113556, 36.191112, 1e-7, kProjected},
      {"EPSG:4546 690118.318 4008819.725", 113.113556, 36.191112, 1e-7, kProjected},
  };
  for (const Typed& c : cases) {
    const auto got = parseCoordinate(c.text);
    ASSERT_TRUE(got) << c.text << ": " << got.error().detail;
    EXPECT_NEAR(got->position.lon_deg, c.lon_deg, c.tolerance_deg) << c.text;
    EXPECT_NEAR(got->position.lat_deg, c.lat_deg, c.tolerance_deg) << c.text;
    EXPECT_EQ(got->form, c.form) << c.text;
    EXPECT_EQ(got->datum, CoordinateDatum::kCgcs2000) << c.text;
  }
}

TEST(CoordinateText, SaysHowTheOrderWasKnown) {
  EXPECT_EQ(parseCoordinate("36.19N 113.11E")->order_reason, OrderReason::kMarked);
  EXPECT_EQ(parseCoordinate("36.19N 113.11E")->order, AxisOrder::kNorthFirst);
  EXPECT_EQ(parseCoordinate("36.19 113.11")->order_reason, OrderReason::kPlausible);
  EXPECT_EQ(parseCoordinate("10 20")->order_reason, OrderReason::kAssumed);
  EXPECT_EQ(parseCoordinate("10 20")->order, AxisOrder::kEastFirst);
  EXPECT_EQ(parseCoordinate("4007112.823, 420267.254")->order, AxisOrder::kNorthFirst);
}

TEST(CoordinateText, NamesTheZoneItRead) {
  EXPECT_EQ(parseCoordinate("38420267.254, 4007112.823")->projected_crs, "EPSG:4526");
  EXPECT_EQ(parseCoordinate("420267.254, 4007112.823")->projected_crs, "EPSG:4547");
  EXPECT_EQ(parseCoordinate("690118.318 4008819.725", "EPSG:4546")->projected_crs, "EPSG:4546");
  EXPECT_NEAR(parseCoordinate("690118.318 4008819.725", "EPSG:4546")->position.lon_deg, 113.113556, 1e-7);
}

TEST(CoordinateText, UnshiftsWebMaps) {
  for (const char* text : {"GCJ02 113.120222,36.191280", "高德 113.120222,36.191280", "113.120222,36.191280 (GCJ-02)",
                           "腾讯地图:36.191280,113.120222", "火星坐标 113.120222 36.191280"}) {
    const auto got = parseCoordinate(text);
    ASSERT_TRUE(got) << text << ": " << got.error().detail;
    EXPECT_EQ(got->datum, CoordinateDatum::kGcj02) << text;
    EXPECT_NEAR(got->position.lon_deg, 113.113556, 1e-6) << text;
    EXPECT_NEAR(got->position.lat_deg, 36.191112, 1e-6) << text;
    EXPECT_NEAR(got->typed.lon_deg, 113.120222, 1e-12) << text;
  }
  for (const char* text :
       {"BD09 113.126764,36.197110", "百度坐标113.126764,36.197110", "113.126764, 36.197110 bd-09"}) {
    const auto got = parseCoordinate(text);
    ASSERT_TRUE(got) << text << ": " << got.error().detail;
    EXPECT_EQ(got->datum, CoordinateDatum::kBd09) << text;
    EXPECT_NEAR(got->position.lon_deg, 113.113556, 2e-6) << text;
    EXPECT_NEAR(got->position.lat_deg, 36.191112, 2e-6) << text;
  }
}

TEST(CoordinateText, RefusesWithAReason) {
  struct Bad {
    const char* text;
    ErrorCode code;
  };
  for (const Bad& bad : {Bad{"", ErrorCode::kInvalidArgument},
                         {"长治市", ErrorCode::kInvalidArgument},
                         {"113.11", ErrorCode::kInvalidArgument},
                         {"1 2 3", ErrorCode::kInvalidArgument},
                         {"113°66'10\" 36°11'28\"", ErrorCode::kInvalidArgument},
                         {"113.5°6' 36°11'", ErrorCode::kInvalidArgument},
                         {"36N 113N", ErrorCode::kInvalidArgument},
                         {"-36N 113E", ErrorCode::kInvalidArgument},
                         {"1.2.3, 4", ErrorCode::kInvalidArgument},
                         {"95N 113E", ErrorCode::kOutOfRange},
                         {"200, 10", ErrorCode::kOutOfRange},
                         {"GCJ02 BD09 113 36", ErrorCode::kInvalidArgument},
                         {"GCJ02 420267 4007112", ErrorCode::kInvalidArgument},
                         {"EPSG:4490 420267 4007112", ErrorCode::kUnknownCrs},
                         {"EPSG:99999 420267 4007112", ErrorCode::kUnknownCrs},
                         {"1e9 1e9", ErrorCode::kInvalidArgument},
                         {"999999999999 999999999999", ErrorCode::kOutOfRange},
                         {"- -", ErrorCode::kInvalidArgument},
                         {"°'\"", ErrorCode::kInvalidArgument}}) {
    const auto got = parseCoordinate(bad.text);
    ASSERT_FALSE(got) << bad.text;
    EXPECT_EQ(got.error().code, bad.code) << bad.text << ": " << got.error().detail;
    EXPECT_FALSE(got.error().detail.empty() && std::string(bad.text).size() > 1) << bad.text;
  }
}

TEST(CoordinateText, WritesDegrees) {
  EXPECT_EQ(formatDecimal({113.113556, 36.191112}), "113.113556°E 36.191112°N");
  EXPECT_EQ(formatDecimal({-70.5, -33.25}, 2), "70.50°W 33.25°S");
  EXPECT_EQ(formatDms({113 + 6 / 60.0 + 48.8 / 3600, 36 + 11 / 60.0 + 28 / 3600.0}), "113°06′48.80″E 36°11′28.00″N");
  EXPECT_EQ(formatDms({112.9999999, 35.9999999}), "113°00′00.00″E 36°00′00.00″N") << "seconds never show as 60";
  EXPECT_EQ(formatDms({113.5, 36.25}, 0), "113°30′00″E 36°15′00″N");
}

RC_GTEST_PROP(CoordinateText, ReadsBackWhatItWrites, ()) {
  const LonLat p{*rc::gen::inRange(-180000000, 180000001) / 1e6, *rc::gen::inRange(-90000000, 90000001) / 1e6};
  const auto decimal = parseCoordinate(formatDecimal(p, 6));
  RC_ASSERT(decimal.has_value());
  RC_ASSERT(std::abs(decimal->position.lon_deg - p.lon_deg) < 1e-9);
  RC_ASSERT(std::abs(decimal->position.lat_deg - p.lat_deg) < 1e-9);
  const auto dms = parseCoordinate(formatDms(p, 4));
  RC_ASSERT(dms.has_value());
  RC_ASSERT(std::abs(dms->position.lon_deg - p.lon_deg) < 2e-8);
  RC_ASSERT(std::abs(dms->position.lat_deg - p.lat_deg) < 2e-8);
}

RC_GTEST_PROP(CoordinateText, AnswersAnyTextWithAPlaceOrAReason, (const std::string& text)) {
  const auto got = parseCoordinate(text);
  if (got)
    RC_ASSERT(std::abs(got->position.lat_deg) <= 90);
  else
    RC_ASSERT(got.error().code != ErrorCode::kIoFailed);
}

}  // namespace gis
