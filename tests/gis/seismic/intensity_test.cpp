// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/intensity.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/cases/case_rows.h"

namespace gis::seismic {

TEST(Intensity, HalfAxesOfTheEasternZone) {
  for (const CaseRow& row : caseRows("seismic_semi_axes.tsv")) {
    const auto centre = epicentralIntensity(AttenuationZone::kEast, row.number(0));
    ASSERT_TRUE(centre.has_value()) << row.where();
    EXPECT_NEAR(*centre, row.number(1), 0.005) << row.where();
    const auto axes = semiAxes(AttenuationZone::kEast, row.number(0), row.number(2));
    ASSERT_TRUE(axes.has_value()) << row.where();
    EXPECT_NEAR(axes->long_km, row.number(3), row.number(5)) << row.where();
    EXPECT_NEAR(axes->short_km, row.number(4), row.number(5)) << row.where();
  }
}

TEST(Intensity, AnIntensityThatIsNotReachedHasNoEllipse) {
  const auto axes = semiAxes(AttenuationZone::kEast, 5.5, 9);
  ASSERT_TRUE(axes.has_value());
  EXPECT_EQ(axes->long_km, 0);
  EXPECT_EQ(axes->short_km, 0);
}

TEST(Intensity, BothAxesAgreeAtTheEpicentreInEveryZone) {
  for (const auto zone :
       {AttenuationZone::kEast, AttenuationZone::kMedium, AttenuationZone::kQinghaiTibet, AttenuationZone::kXinjiang})
    for (double magnitude = 5; magnitude <= 8; magnitude += 0.5)
      EXPECT_NEAR(*intensityAt(zone, magnitude, 0, 90), *epicentralIntensity(zone, magnitude), 0.001);
}

TEST(Intensity, APlaceOnAnEllipseHasThatIntensity) {
  for (const double intensity : {6.0, 7.0, 8.0}) {
    const auto axes = semiAxes(AttenuationZone::kEast, 7.0, intensity);
    ASSERT_TRUE(axes.has_value());
    for (double off_axis = 0; off_axis <= 360; off_axis += 15) {
      const double angle = off_axis * 3.14159265358979323846 / 180;
      // The point of the ellipse in that direction, from its equation.
      const double r =
          1 / std::sqrt(std::pow(std::cos(angle) / axes->long_km, 2) + std::pow(std::sin(angle) / axes->short_km, 2));
      const auto found = intensityAt(AttenuationZone::kEast, 7.0, r, off_axis);
      ASSERT_TRUE(found.has_value());
      EXPECT_NEAR(*found, intensity, 1e-6) << off_axis;
    }
  }
}

TEST(Intensity, FallsWithDistanceAndGrowsWithMagnitude) {
  for (double dist = 0; dist < 290; dist += 10) {
    const auto here = *intensityAt(AttenuationZone::kEast, 6.5, dist, 30);
    EXPECT_GE(here, *intensityAt(AttenuationZone::kEast, 6.5, dist + 10, 30));
    EXPECT_LE(here, *intensityAt(AttenuationZone::kEast, 7.0, dist, 30));
    EXPECT_GE(here, 1.0);
  }
}

TEST(Intensity, OutsideItsRangeTheRelationSaysSo) {
  EXPECT_EQ(epicentralIntensity(AttenuationZone::kEast, 4.9).error().code, ErrorCode::kOutOfRange);
  EXPECT_EQ(epicentralIntensity(AttenuationZone::kEast, NAN).error().code, ErrorCode::kOutOfRange);
  EXPECT_EQ(semiAxes(AttenuationZone::kEast, 7, 13).error().code, ErrorCode::kOutOfRange);
  EXPECT_EQ(intensityAt(AttenuationZone::kEast, 7, 301, 0).error().subject, "dist_km");
  EXPECT_EQ(intensityAt(AttenuationZone::kEast, 7, 10, NAN).error().subject, "off_axis_deg");
}

TEST(InstrumentalIntensity, MiddleValuesOfTheScaleGiveTheDegreeBack) {
  for (const CaseRow& row : caseRows("seismic_instrumental.tsv")) {
    const auto found = instrumentalIntensity(row.number(1), row.number(2));
    ASSERT_TRUE(found.has_value()) << row.where();
    EXPECT_NEAR(*found, row.number(0), row.number(3)) << row.where();
  }
}

TEST(InstrumentalIntensity, VelocityDecidesFromSixOnAndTheScaleEndsAtTwelve) {
  // I_A = 7.54 and I_V = 6.77: velocity alone. I_A = 5.6 and I_V = 6.77: their mean.
  EXPECT_NEAR(*instrumentalIntensity(2.0, 0.1), 6.77, 1e-9);
  EXPECT_NEAR(*instrumentalIntensity(0.5, 0.1), (3.17 * std::log10(0.5) + 6.59 + 6.77) / 2, 1e-12);
  EXPECT_EQ(*instrumentalIntensity(200, 50), 12.0);
  EXPECT_EQ(*instrumentalIntensity(1e-6, 1e-6), 1.0);
  EXPECT_FALSE(instrumentalIntensity(0, 1).has_value());
  EXPECT_FALSE(instrumentalIntensity(1, INFINITY).has_value());
}

}  // namespace gis::seismic
