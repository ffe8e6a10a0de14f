// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/quake_store.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numeric>

#include "gis/geo/geodesic.h"
#include "gis/seismic/city_exposure_store.h"
#include "gis/seismic/fault_store.h"
#include "gis/store/spatial_index.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::seismic {
namespace {

QuakeScenario underTheVillage(double magnitude) {
  QuakeScenario s;
  s.name = "test";
  s.surface_mag = magnitude;
  s.epicentre = {112.31, 36.51};
  s.depth_km = 12;
  return s;
}

double sum(const ByClass& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

}  // namespace

class QuakeStoreTest : public testing::Test {
 protected:
  void SetUp() override {
    auto made = Workspace::create(folder / "city", kMayDay);
    ASSERT_OK(made);
    workspace.emplace(std::move(*made));
    fillSmallCity(workspace->db(), 600);
    auto points = TableWriter::open(
        workspace->db(), "census_point",
        {"division_code", "population", "households", "elderly", "uuid", "created_utc", "changed_utc", "source"},
        kMayDay);
    ASSERT_OK(points);
    GeometryBuffer buffer;
    for (int i = 0; i < 50; ++i) {
      const auto added =
          points->append(buffer.point({112.3 + 0.001 * i, 36.5}),
                         {"140431100201", 40, 12, 8, uuidOf(5000 + i), kMayDayText, kMayDayText, "test"});
      ASSERT_OK(added);
    }
    ASSERT_OK(points->finish());
  }
  void addFault() {
    auto faults = TableWriter::open(
        workspace->db(), "fault", {"name", "age", "sense", "length_m", "uuid", "created_utc", "changed_utc", "source"},
        kMayDay);
    ASSERT_OK(faults);
    GeometryBuffer buffer;
    buffer.start(GeometryKind::kLine);
    buffer.beginPart();
    buffer.add({112.30005, 36.4});
    buffer.add({112.30005, 36.6});
    const auto added =
        faults->append(buffer.view(), {"F1", 1, 1, 22000.0, uuidOf(9000), kMayDayText, kMayDayText, "test"});
    ASSERT_OK(added);
    ASSERT_OK(faults->finish());
  }
  TemporaryFolder folder;
  std::optional<Workspace> workspace;
};

TEST_F(QuakeStoreTest, EverybodyAndEveryHouseIsInExactlyOneZone) {
  const auto city = readCityExposure(workspace->db(), "EPSG:4546", kMayDay);
  ASSERT_OK(city);
  ASSERT_EQ((*city)->floor_m2.size(), 600U);
  const auto a = assess(underTheVillage(6.5), **city, {});
  ASSERT_OK(a);
  double people = 0, buildings = 0;
  for (const ZoneLoss& zone : a->zones) {
    people += zone.people, buildings += sum(zone.buildings);
    EXPECT_NEAR(std::accumulate(zone.damaged_m2.begin(), zone.damaged_m2.end(), 0.0), sum(zone.floor_m2),
                1e-6 * sum(zone.floor_m2));
  }
  EXPECT_EQ(people, 2000);
  EXPECT_EQ(buildings, 600);
  double counties = 0;
  for (const CountyLoss& county : a->counties)
    counties += std::accumulate(county.people.begin(), county.people.end(), 0.0);
  EXPECT_EQ(counties, people);
  EXPECT_LE(a->deaths.low, a->deaths.best);
  EXPECT_LE(a->deaths.best, a->deaths.high);
  EXPECT_LE(a->loss_yuan.low, a->loss_yuan.best);
  EXPECT_LE(a->homeless.best, a->homeless.high);
  EXPECT_NEAR(std::accumulate(a->death_chances.begin(), a->death_chances.end(), 0.0), 1, 1e-9);
}

TEST_F(QuakeStoreTest, AStrongerEarthquakeDoesMoreAndAFarOneNothing) {
  const auto city = readCityExposure(workspace->db(), "EPSG:4546", kMayDay);
  ASSERT_OK(city);
  const auto weak = assess(underTheVillage(5.5), **city, {}), strong = assess(underTheVillage(7), **city, {});
  ASSERT_OK(weak);
  ASSERT_OK(strong);
  EXPECT_GT(strong->loss_yuan.best, weak->loss_yuan.best);
  EXPECT_GT(strong->deaths.high, weak->deaths.high);
  QuakeScenario far = underTheVillage(5.5);
  far.epicentre = {114.5, 36.5};
  const auto none = assess(far, **city, {});
  ASSERT_OK(none);
  EXPECT_TRUE(none->zones.empty());
  EXPECT_EQ(none->loss_yuan.high, 0);
  EXPECT_EQ(none->death_chances[0], 1);
}

TEST_F(QuakeStoreTest, AnOfficialMatrixReplacesTheDerivedOne) {
  const auto city = readCityExposure(workspace->db(), "EPSG:4546", kMayDay);
  ASSERT_OK(city);
  LossFigures figures;
  for (int degree = 6; degree <= 12; ++degree)
    for (int k = 0; k < 5; ++k) figures.official[{static_cast<BuildingClass>(k), degree}] = {1, 0, 0, 0, 0};
  const auto a = assess(underTheVillage(7), **city, figures);
  ASSERT_OK(a);
  EXPECT_EQ(a->homeless.high, 0);
  EXPECT_EQ(a->counties.front().severe_m2, 0);
}

TEST_F(QuakeStoreTest, TheShippedFiguresAreThoseOfTheCode) {
  const auto shipped = QuakeStore(workspace->db()).lossFigures();
  ASSERT_OK(shipped);
  const LossFigures own;
  EXPECT_EQ(shipped->price_yuan_per_m2, own.price_yuan_per_m2);
  EXPECT_EQ(shipped->damage_sigma, own.damage_sigma);
  for (std::size_t g = 0; g < kDamageGrades; ++g) {
    EXPECT_EQ(shipped->loss_percent[g].low, own.loss_percent[g].low);
    EXPECT_EQ(shipped->loss_percent[g].best, own.loss_percent[g].best);
    EXPECT_EQ(shipped->loss_percent[g].high, own.loss_percent[g].high);
  }
}

TEST_F(QuakeStoreTest, GradesByThePlanInUse) {
  const auto rules = QuakeStore(workspace->db()).responseRules();
  ASSERT_OK(rules);
  const Grading big = gradeOf(*rules, 7.0, 200, {20, 60, 400});
  ASSERT_NE(big.by_magnitude, nullptr);
  EXPECT_EQ(big.by_magnitude->grade, 1);
  EXPECT_EQ(big.by_deaths_low->grade, 3);
  EXPECT_EQ(big.by_deaths_high->grade, 1);
  EXPECT_EQ(gradeOf(*rules, 5.2, 200, {}).by_magnitude->grade, 3);
  EXPECT_EQ(gradeOf(*rules, 3.9, 200, {}).by_magnitude, nullptr);
}

TEST_F(QuakeStoreTest, AScenarioIsKeptAndComesBackAsItWas) {
  QuakeStore store(workspace->db());
  UuidSource uuids(std::make_shared<FixedClock>(kMayDay), 3);
  QuakeScenario s = underTheVillage(6.8);
  s.rupture = RuptureModel::kLine, s.site = SiteClass::kIII, s.zone = AttenuationZone::kEast2000;
  const auto uuid = store.keep({{}, "a", "Li", 5, scenarioJson(s), "{}", "{}"}, uuids);
  ASSERT_OK(uuid);
  const auto kept = store.scenarios();
  ASSERT_OK(kept);
  ASSERT_EQ(kept->size(), 1U);
  const auto back = scenarioFromJson(kept->front().parameters);
  ASSERT_OK(back);
  EXPECT_EQ(scenarioJson(*back), scenarioJson(s));
  ASSERT_OK(store.forget(*uuid));
  EXPECT_CODE(store.forget(*uuid), kNoData);
  EXPECT_CODE(scenarioFromJson("[]"), kDamagedFile);
}

TEST_F(QuakeStoreTest, BuildingsBesideAFaultWithTheirDistance) {
  addFault();
  const FaultStore store(workspace->db());
  const auto near = store.near({112.31, 36.5}, 5);
  ASSERT_OK(near);
  ASSERT_EQ(near->size(), 1U);
  EXPECT_NEAR(near->front().dist_m, geodesicBetween({112.30005, 36.5}, {112.31, 36.5}).dist_m, 1);
  EXPECT_NEAR(near->front().fault.strike_deg, 0, 0.01);
  const auto buildings = store.buildingsNear(near->front().fault, 50);
  ASSERT_OK(buildings);
  ASSERT_FALSE(buildings->empty());
  // The first of each row of 500 straddles the trace; columns are 17.9 m apart.
  EXPECT_EQ(buildings->front().dist_m, 0);
  for (const BuildingNearFault& b : *buildings) {
    const double middle_m = geodesicBetween({112.30005, b.where.lat_deg}, b.where).dist_m;
    EXPECT_NEAR(b.dist_m, std::max(0.0, middle_m - geodesicBetween({112.3, 36.5}, {112.30005, 36.5}).dist_m), 0.1);
  }
  EXPECT_CODE(store.buildingsNear(near->front().fault, 0), kOutOfRange);
}

}  // namespace gis::seismic
