// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/team/team.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include "gis/team/nearest_teams.h"
#include "gis/team/team_store.h"
#include "tests/gis/evacuation/evacuation_world.h"
#include "tests/gis/network/network_test_support.h"

namespace gis::team {
namespace {

struct TeamStoreTest : ::testing::Test {
  evacuation::EvacuationWorld world;
  TeamEvent event(TeamState state, const std::string& task, bool is_drill = false) const {
    TeamEvent one;
    one.team_uuid = TeamStore(world.db(), kMayDay).find("沁河镇抢险队")->uuid;
    one.state = state, one.task = task, one.place = "东村", one.actor = "王", one.is_drill = is_drill;
    one.where = LonLat{112.35, 36.51};
    return one;
  }
};

TEST_F(TeamStoreTest, StatesAreAppendedAndShownAsOfAnyTime) {
  const std::int64_t noon = kMayDay.nowUtcMs() + 1000;
  const FixedClock first(noon), second(noon + 60'000);
  const auto nobody_said = TeamStore(world.db(), first).standings(false);
  ASSERT_OK(nobody_said);
  ASSERT_EQ(nobody_said->size(), 1U);
  EXPECT_TRUE(nobody_said->front().isFree());
  ASSERT_OK(TeamStore(world.db(), first).add(event(TeamState::kOnTheWay, "转移")));
  ASSERT_OK(TeamStore(world.db(), second).add(event(TeamState::kOnSite, "转移")));
  const auto then = TeamStore(world.db(), second).standings(false, noon),
             now = TeamStore(world.db(), second).standings(false);
  ASSERT_OK(then);
  ASSERT_OK(now);
  EXPECT_EQ(then->front().state, TeamState::kOnTheWay);
  EXPECT_NEAR(then->front().where().lon_deg, 112.40, 1e-6) << "on the way it is reckoned from its base";
  EXPECT_EQ(now->front().state, TeamState::kOnSite);
  EXPECT_NEAR(now->front().where().lon_deg, 112.35, 1e-6);
  EXPECT_EQ(now->front().since_utc_ms, noon + 60'000);
  EXPECT_THROW(world.db().sql().exec("DELETE FROM team_event"), std::exception);
  EXPECT_THROW(world.db().sql().exec("UPDATE team_event SET task=''"), std::exception);
}

TEST_F(TeamStoreTest, WhatMakesNoSenseIsRefused) {
  const TeamStore store(world.db(), kMayDay);
  EXPECT_CODE(store.add(event(TeamState::kTasked, "")), kInvalidArgument);
  TeamEvent nobody = event(TeamState::kStandby, "");
  nobody.actor.clear();
  EXPECT_CODE(store.add(nobody), kInvalidArgument);
  nobody.actor = "王", nobody.team_uuid = uuidOf(1);
  EXPECT_CODE(store.add(nobody), kUnknownName);
  EXPECT_CODE(store.find("no such team"), kUnknownName);
  EXPECT_TRUE(store.events(false)->empty());
}

TEST_F(TeamStoreTest, DrillsAreNeverMixedAndCanBeRemoved) {
  const TeamStore store(world.db(), kMayDay);
  ASSERT_OK(store.add(event(TeamState::kTasked, "演练", true)));
  EXPECT_EQ(store.standings(false)->front().state, TeamState::kStandby);
  EXPECT_EQ(store.standings(true)->front().state, TeamState::kTasked);
  ASSERT_OK(store.add(event(TeamState::kResting, "")));
  EXPECT_EQ(*store.removeDrills(), 1);
  EXPECT_EQ(store.standings(false)->front().state, TeamState::kResting);
  EXPECT_EQ(store.standings(true)->front().state, TeamState::kStandby);
}

TEST(NearestTeams, ByTimeOnOpenRoads) {
  // The place lies between two teams; the nearer one's road is closed.
  const auto drawn = drawnGraph({{{{0, 0}, {1000, 0}}}, {{{1000, 0}, {9000, 0}}}, {{{5000, 9000}, {6000, 9000}}}});
  ASSERT_TRUE(drawn.has_value());
  const auto graph = std::make_shared<const RoadGraph>(*drawn);
  Vehicle vehicle;
  vehicle.speed_km_per_h.fill(60);
  const std::vector<MapXY> teams{{200, 0}, {8000, 0}, {5500, 9000}};
  const auto open = nearestTeams(RoadTravel(graph, vehicle), 0, teams, {2000, 0}, 5);
  ASSERT_TRUE(open.has_value());
  ASSERT_EQ(open->reached.size(), 2U);
  EXPECT_EQ(open->reached[0].team, 0U);
  EXPECT_NEAR(static_cast<double>(open->reached[0].drive_ms), 108'000, 5);
  EXPECT_NEAR(open->reached[1].dist_m, 6000, 1);
  EXPECT_EQ(open->cut_off, (std::vector<std::size_t>{2}));
  const RoadTravel closed(graph, vehicle, closedStretches(*graph, {{GeometryKind::kPoint, {{{1500, 0}}}, 50}}));
  const auto round = nearestTeams(closed, 0, teams, {2000, 0}, 5);
  ASSERT_TRUE(round.has_value());
  ASSERT_EQ(round->reached.size(), 1U);
  EXPECT_EQ(round->reached[0].team, 1U);
  EXPECT_EQ(round->cut_off, (std::vector<std::size_t>{0, 2}));
  EXPECT_FALSE(nearestTeams(closed, 0, teams, {2000, 90'000}, 5).has_value());
}

}  // namespace
}  // namespace gis::team
