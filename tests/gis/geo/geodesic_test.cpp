// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/geodesic.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <vector>

#include "gis/geo/gcj02.h"
#include "tests/gis/geo/case_file.h"

namespace gis {

TEST(Geodesic, MeetsTheDefiningIntegrals) {
  const auto rows = readCases("geo_geodesics.tsv");
  ASSERT_GE(rows.size(), 11U);
  for (const auto& row : rows) {
    const LonLat from{std::stod(row[1]), std::stod(row[0])}, to{std::stod(row[4]), std::stod(row[3])};
    SCOPED_TRACE(row[0] + " " + row[1] + " azimuth " + row[2]);
    const GeodesicLine line = geodesicBetween(from, to);
    EXPECT_NEAR(line.dist_m, std::stod(row[6]), 1e-6);
    // An azimuth is as sure as a coordinate's last digit seen from that far: short lines tell less.
    const double azimuth_tolerance_deg = 1e-9 + 1e-6 / line.dist_m * 57.3;
    EXPECT_NEAR(std::remainder(line.azimuth_deg - std::stod(row[2]), 360), 0, azimuth_tolerance_deg);
    EXPECT_NEAR(std::remainder(line.end_azimuth_deg - std::stod(row[5]), 360), 0, azimuth_tolerance_deg);
    const LonLat there = geodesicDestination(from, std::stod(row[2]), std::stod(row[6]));
    EXPECT_NEAR(there.lat_deg, to.lat_deg, 1e-11);
    EXPECT_NEAR(std::remainder(there.lon_deg - to.lon_deg, 360), 0, 1e-11 / std::cos(to.lat_deg * 0.0174532925));
  }
}

TEST(Geodesic, FollowsTheMeridianExactly) {
  // a (1 - e^2) times the integral of (1 - e^2 sin^2)^(-3/2), evaluated with 40 digits.
  EXPECT_NEAR(geodesicBetween({114, 0}, {114, 36}).dist_m, 3985542.6702962517, 1e-6);
  EXPECT_NEAR(geodesicBetween({114, 0}, {114, 36.5}).dist_m, 4041024.49226187312, 1e-6);
  EXPECT_NEAR(geodesicBetween({114, 0}, {114, 90}).dist_m, 10001965.7292304637, 1e-6);
  EXPECT_NEAR(geodesicBetween({0, 0}, {90, 0}).dist_m, 6378137.0 * 3.14159265358979323846 / 2, 1e-6);
}

TEST(Geodesic, MeasuresAreasWithTheirSign) {
  // An eighth of the ellipsoid: 2 pi a^2 (1 + (1 - e^2) / e atanh e) / 8.
  const std::vector<LonLat> octant = {{0, 0}, {90, 0}, {0, 90}};
  const GeodesicArea area = geodesicArea(octant);
  EXPECT_NEAR(area.area_m2, 63758202714811.39958, 0.1);
  EXPECT_NEAR(area.perimeter_m, 2 * 10001965.7292304637 + 6378137.0 * 3.14159265358979323846 / 2, 1e-6);
  const std::vector<LonLat> clockwise = {{0, 90}, {90, 0}, {0, 0}, {0, 90}};
  EXPECT_NEAR(geodesicArea(clockwise).area_m2, -area.area_m2, 0.1);
}

TEST(Geodesic, KnowsTheEmptyCases) {
  EXPECT_EQ(geodesicLengthM({}), 0);
  const std::vector<LonLat> one = {{113, 36}};
  EXPECT_EQ(geodesicLengthM(one), 0);
  EXPECT_EQ(geodesicArea({}).area_m2, 0);
  EXPECT_EQ(geodesicArea(one).perimeter_m, 0);
  EXPECT_TRUE(std::isnan(geodesicBetween({NAN, 36}, {113, 36}).dist_m));
}

RC_GTEST_PROP(Geodesic, IsSymmetricAndSplitsAnywhere, ()) {
  const auto degrees = [](int from, int to) { return *rc::gen::inRange(from * 1000, to * 1000) / 1000.0; };
  const LonLat a{degrees(105, 120), degrees(25, 45)}, b{degrees(105, 120), degrees(25, 45)};
  const GeodesicLine there = geodesicBetween(a, b), back = geodesicBetween(b, a);
  RC_ASSERT(std::abs(there.dist_m - back.dist_m) < 1e-6);
  const LonLat middle = geodesicDestination(a, there.azimuth_deg, there.dist_m / 3);
  const std::vector<LonLat> line = {a, middle, b};
  RC_ASSERT(std::abs(geodesicLengthM(line) - there.dist_m) < 1e-6);
}

TEST(ShiftedMaps, MeetTheKnownPlaces) {
  for (const auto& row : readCases("geo_shifted_maps.tsv")) {
    const LonLat wgs{std::stod(row[0]), std::stod(row[1])};
    const LonLat gcj = wgs84ToGcj02(wgs), bd = gcj02ToBd09(gcj);
    EXPECT_NEAR(gcj.lon_deg, std::stod(row[2]), 6e-7) << row[6];
    EXPECT_NEAR(gcj.lat_deg, std::stod(row[3]), 6e-7) << row[6];
    EXPECT_NEAR(bd.lon_deg, std::stod(row[4]), 6e-7) << row[6];
    EXPECT_NEAR(bd.lat_deg, std::stod(row[5]), 6e-7) << row[6];
  }
}

TEST(ShiftedMaps, LeaveTheRestOfTheWorldAlone) {
  const LonLat paris{2.35, 48.85};
  EXPECT_EQ(wgs84ToGcj02(paris), paris);
  EXPECT_EQ(gcj02ToWgs84(paris), paris);
}

RC_GTEST_PROP(ShiftedMaps, GoThereAndBack, ()) {
  const LonLat wgs{*rc::gen::inRange(73000, 135000) / 1000.0, *rc::gen::inRange(3000, 54000) / 1000.0};
  const LonLat gcj = wgs84ToGcj02(wgs), bd = gcj02ToBd09(gcj);
  const double shift_m = geodesicBetween(wgs, gcj).dist_m;
  RC_ASSERT(shift_m > 10 && shift_m < 1500);
  const LonLat gcj_back = bd09ToGcj02(bd), back = gcj02ToWgs84(gcj_back);
  RC_ASSERT(std::abs(back.lon_deg - wgs.lon_deg) < 1e-9);
  RC_ASSERT(std::abs(back.lat_deg - wgs.lat_deg) < 1e-9);
}

}  // namespace gis
