// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/evacuation/hazard_villages.h"

#include <gtest/gtest.h>

#include "gis/network/road_network.h"
#include "tests/gis/evacuation/evacuation_test_support.h"
#include "tests/gis/evacuation/evacuation_world.h"

namespace gis::evacuation {
namespace {

struct HazardVillages : ::testing::Test {
  EvacuationWorld world;
  std::shared_ptr<const ExposureIndex> index;
  void SetUp() override {
    auto loaded = ExposureIndex::load(*world.workspace);
    ASSERT_OK(loaded);
    index = *loaded;
  }
  Result<EvacuationTask> task(const Footprint& hazard, PeopleRule rule = PeopleRule::kInside) const {
    return evacuationTask(*world.workspace, index, hazard, rule);
  }
};

TEST_F(HazardVillages, VillagesInsideAndSheltersOutside) {
  const auto made = task(*circleFootprint({112.31, 36.51}, 900));
  ASSERT_OK(made);
  ASSERT_EQ(made->villages.size(), 1U);
  EXPECT_EQ(made->villages[0].name, "韩家沟村");
  EXPECT_EQ(made->villages[0].people, 60);
  EXPECT_EQ(made->villages[0].households, 20);
  EXPECT_NEAR(made->villages[0].where.lon_deg, 112.31, 1e-4);
  ASSERT_EQ(made->shelters.size(), 3U);
  int inside = 0;
  for (const Shelter& shelter : made->shelters) {
    inside += shelter.in_hazard;
    EXPECT_EQ(shelter.in_hazard, shelter.name == "村小学");
  }
  EXPECT_EQ(inside, 1);
  // On the workspace's own roads: 60 people do not fit the square of 40, and stay together.
  const auto graph = loadRoadNetwork(*world.workspace);
  ASSERT_OK(graph);
  const auto plan = planOnRoads(*made, *graph, kilometreAMinute(), {});
  ASSERT_OK(plan);
  ASSERT_EQ(plan->rows.size(), 1U);
  EXPECT_EQ(made->shelters[plan->rows[0].shelter].name, "镇中学");
}

TEST_F(HazardVillages, BadAreasAreNamed) {
  const auto nobody = task(*circleFootprint({112.6, 36.9}, 900));
  EXPECT_CODE(nobody, kNoData);
  EXPECT_NE(nobody.error().detail.find("nearest"), std::string::npos) << nobody.error().detail;
  EXPECT_CODE(task(*polygonFootprint({{112.30, 36.50}, {112.36, 36.52}, {112.36, 36.50}, {112.30, 36.52}})),
              kInvalidArgument);
  EXPECT_CODE(task(*circleFootprint({112.35, 36.51}, 20'000)), kNoData);
}

TEST_F(HazardVillages, AllVillagesHaveAPlace) {
  const auto all = allVillages(*world.workspace, *index);
  ASSERT_OK(all);
  EXPECT_EQ(all->size(), 2U);
  for (const Village& village : *all) EXPECT_TRUE(village.at.has_value());
}

}  // namespace
}  // namespace gis::evacuation
