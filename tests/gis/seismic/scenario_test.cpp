// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/scenario.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

#include "gis/geo/geodesic.h"
#include "gis/seismic/ground_motion.h"
#include "gis/seismic/shaking_grid.h"
#include "tests/cases/case_rows.h"

namespace gis::seismic {
namespace {

QuakeScenario changzhi(double magnitude) {
  QuakeScenario s;
  s.surface_mag = magnitude;
  s.epicentre = {113.1, 36.2};
  s.strike_deg = 20;
  return s;
}

}  // namespace

TEST(GroundMotion, AlongTheAxesOfTheEasternZone) {
  for (const CaseRow& row : caseRows("seismic_ground_motion.tsv")) {
    const auto along = groundMotionAt(AttenuationZone::kEast, row.number(0), row.number(1), 0);
    const auto across = groundMotionAt(AttenuationZone::kEast, row.number(0), row.number(1), 90);
    ASSERT_TRUE(along.has_value() && across.has_value()) << row.where();
    EXPECT_NEAR(along->pga_gal, row.number(2), row.number(4)) << row.where();
    // At the epicentre both axes are one place; the short one is not asked there.
    if (row.number(1) > 0) {
      EXPECT_NEAR(across->pga_gal, row.number(3), row.number(4)) << row.where();
    }
  }
}

TEST(GroundMotion, AtADepthOf15KilometresAsOpenQuakeHasIt) {
  for (const CaseRow& row : caseRows("seismic_yu2013_openquake.tsv")) {
    const auto motion = groundMotionAt(AttenuationZone::kEast, row.number(0), row.number(2), row.number(1), 15,
                                       MotionRelation::kNaturalLogarithm);
    ASSERT_TRUE(motion.has_value()) << row.where();
    EXPECT_NEAR(motion->pga_gal / 980.665, row.number(3), row.number(3) * row.number(5)) << row.where();
    EXPECT_NEAR(motion->pgv_cm_per_s, row.number(4), row.number(4) * row.number(5)) << row.where();
  }
}

TEST(GroundMotion, TheSiteChangesItByTheTable) {
  EXPECT_DOUBLE_EQ(*siteFactor(SiteClass::kII, 100), 1);
  EXPECT_DOUBLE_EQ(*siteFactor(SiteClass::kIII, 10), 1.30);
  EXPECT_DOUBLE_EQ(*siteFactor(SiteClass::kI0, 0.9 * 980.665), 0.90);
  EXPECT_NEAR(*siteFactor(SiteClass::kIII, 0.125 * 980.665), 1.20, 1e-12);
  EXPECT_FALSE(siteFactor(SiteClass::kII, 0).has_value());
  EXPECT_EQ(*siteClassOf("III"), SiteClass::kIII);
  EXPECT_EQ(siteClassOf("V").error().code, ErrorCode::kUnknownName);
}

TEST(Scenario, SaysWhichFieldIsImpossible) {
  const auto subject = [](auto change) {
    QuakeScenario s = changzhi(7);
    change(s);
    const auto fine = checkScenario(s, {112, 35.8, 113.8, 37.1});
    return fine ? std::string("fine") : fine.error().subject;
  };
  EXPECT_EQ(subject([](QuakeScenario&) {}), "fine");
  EXPECT_EQ(subject([](QuakeScenario& s) { s.surface_mag = 12; }), "surface_mag");
  EXPECT_EQ(subject([](QuakeScenario& s) { s.surface_mag = NAN; }), "surface_mag");
  EXPECT_EQ(subject([](QuakeScenario& s) { s.depth_km = 0; }), "depth_km");
  EXPECT_EQ(subject([](QuakeScenario& s) { s.depth_km = -3; }), "depth_km");
  EXPECT_EQ(subject([](QuakeScenario& s) { s.strike_deg = 400; }), "strike_deg");
  EXPECT_EQ(subject([](QuakeScenario& s) { s.epicentre = {87.6, 43.8}; }), "epicentre");
  EXPECT_EQ(subject([](QuakeScenario& s) { s.epicentre = {0, 0}; }), "epicentre");
}

TEST(Scenario, TheRingIsWhereTheIntensityIsJustReached) {
  for (const auto rupture : {RuptureModel::kPoint, RuptureModel::kLine}) {
    QuakeScenario s = changzhi(7);
    s.rupture = rupture;
    const auto zones = isoseismals(s);
    ASSERT_TRUE(zones.has_value());
    ASSERT_EQ(zones->front().degree, 9);
    ASSERT_EQ(zones->back().degree, 6);
    for (const Isoseismal& zone : *zones)
      for (std::size_t i = 0; i < zone.ring.size(); i += 7)
        EXPECT_NEAR(shakingAt(s, zone.ring[i])->intensity, zone.degree, 0.002) << i;
  }
}

TEST(Scenario, TheLongAxisPointsAlongTheStrikeAndALineSourceMakesItLonger) {
  QuakeScenario s = changzhi(7);
  const auto point = *isoseismals(s);
  s.rupture = RuptureModel::kLine;
  const auto line = *isoseismals(s);
  const auto tip = geodesicBetween(s.epicentre, point.back().ring.front());
  EXPECT_NEAR(tip.azimuth_deg, 20, 0.01);
  EXPECT_NEAR(tip.dist_m / 1000, 118.3, 0.06);
  const double length_km = std::pow(10, -3.22 + 0.69 * 7);
  EXPECT_NEAR(geodesicBetween(s.epicentre, line.back().ring.front()).dist_m / 1000, 118.3 + length_km / 2, 0.06);
  s.surface_mag = 6.4;
  EXPECT_EQ(ruptureLengthKm(s), 0);
}

TEST(Scenario, EdgesHalfADegreeLowerAreWider) {
  QuakeScenario s = changzhi(6.5);
  const auto at = *isoseismals(s);
  s.edge = ZoneEdge::kHalfBelow;
  const auto below = *isoseismals(s);
  EXPECT_GT(below.back().axes.long_km, at.back().axes.long_km);
  EXPECT_EQ(below.front().degree, 9);  // 8.57 at the epicentre
  EXPECT_EQ(at.front().degree, 8);
}

TEST(ShakingGrid, HoldsWhatEachPlaceHas) {
  const QuakeScenario s = changzhi(6.5);
  const auto grid = shakingGrid(s, {112.9, 36.0, 113.3, 36.4}, "EPSG:4547", 4000);
  ASSERT_TRUE(grid.has_value());
  ASSERT_EQ(grid->intensity.size(), static_cast<std::size_t>(grid->columns * grid->rows));
  const auto greatest = *std::ranges::max_element(grid->intensity);
  EXPECT_GT(greatest, 8.0F);
  EXPECT_LE(greatest, 8.58F);
  EXPECT_EQ(shakingGrid(s, {112, 35, 114, 37}, "EPSG:4547", 10).error().code, ErrorCode::kOutOfRange);
}

}  // namespace gis::seismic
