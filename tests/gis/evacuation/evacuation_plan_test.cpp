// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/evacuation/evacuation_plan.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "tests/gis/evacuation/evacuation_test_support.h"

namespace gis::evacuation {
namespace {

struct Town {
  RoadGraphPtr graph;
  EvacuationTask task;
  std::vector<NamedClosure> closures;
};

// Blocks of 1 km with holes and one-way roads; closures; villages and shelters beside the roads.
Town randomTown() {
  Town town;
  std::vector<DrawnRoad> roads{{{{0, 0}, {1000, 0}}}};
  constexpr int kSize = 6;
  for (int i = 0; i < kSize; ++i)
    for (int j = 0; j < kSize; ++j)
      for (const bool east : {true, false}) {
        if ((east ? i : j) + 1 == kSize || *rc::gen::inRange(0, 6) == 0) continue;
        const MapXY a{i * 1000.0, j * 1000.0}, b{(i + (east ? 1 : 0)) * 1000.0, (j + (east ? 0 : 1)) * 1000.0};
        roads.push_back({{a, b}, 4, *rc::gen::element(1, 1, 1, 1, 2, 3), 6});
      }
  town.graph = roadGraphOf(roads);
  const auto somewhere = [] { return MapXY{*rc::gen::inRange(0, 5001) * 1.0, *rc::gen::inRange(0, 5001) * 1.0}; };
  for (int i = *rc::gen::inRange(1, 9); i > 0; --i)
    town.task.villages.push_back(
        villageAt(std::to_string(i), somewhere(), *rc::gen::inRange(0, 200), *rc::gen::inRange(0, 2)));
  town.task.shelters.push_back(shelterAt("0", somewhere(), *rc::gen::inRange(0, 300)));
  for (int i = *rc::gen::inRange(0, 6); i > 0; --i)
    town.task.shelters.push_back(
        shelterAt(std::to_string(i), somewhere(), *rc::gen::inRange(0, 300), *rc::gen::inRange(0, 4) == 0));
  for (int i = *rc::gen::inRange(0, 5); i > 0; --i)
    town.closures.push_back(closureAt(std::to_string(i), somewhere(), 150));
  return town;
}

RC_GTEST_PROP(EvacuationPlan, CapacitiesClosuresAndTotals, ()) {
  const Town town = randomTown();
  const auto plan = planOnRoads(town.task, town.graph, kilometreAMinute(), town.closures);
  RC_ASSERT(plan.has_value());
  std::vector<std::int64_t> used(town.task.shelters.size(), 0), people(town.task.villages.size(), 0);
  for (const PlanRow& row : plan->rows) {
    used[row.shelter] += row.people, people[row.village] += row.people;
    RC_ASSERT(!town.task.shelters[row.shelter].in_hazard);
    for (const std::uint32_t nearer : row.nearer) RC_ASSERT(!town.task.shelters[nearer].in_hazard);
  }
  for (std::size_t s = 0; s < used.size(); ++s) RC_ASSERT(used[s] <= town.task.shelters[s].freePlaces());
  std::int64_t left = 0;
  for (const LeftRow& row : plan->left) left += row.people, people[row.village] += row.people;
  for (std::size_t v = 0; v < people.size(); ++v) RC_ASSERT(people[v] == town.task.villages[v].people);
  RC_ASSERT(plan->placed + left == plan->people);
  // Every way can be driven, and takes as long as the plan says.
  const auto ways = planWays(*plan, town.task, town.graph, kilometreAMinute(), town.closures);
  const RoadTravel travel(town.graph, kilometreAMinute(), stretchesOf(*town.graph, town.closures));
  RC_ASSERT(ways.size() == plan->rows.size());
  for (std::size_t r = 0; r < ways.size(); ++r) {
    const PlanRow& row = plan->rows[r];
    const auto route = travel.route(*travel.place(*town.task.villages[row.village].at, 2000),
                                    *travel.place(town.task.shelters[row.shelter].at, 2000));
    RC_ASSERT(route.has_value());
    RC_ASSERT(std::abs(double(route->duration_ms) - double(row.travel_ms)) <= 12);  // roundings, one a piece
    RC_ASSERT(!ways[r].empty());
    for (const RouteLeg& leg : route->legs)
      RC_ASSERT(travel.along(leg.edge, leg.from_ratio, leg.to_ratio) != kImpassable);
  }
}

RC_GTEST_PROP(TravelMatrixProperty, EqualsOneSearchForEachPair, ()) {
  const Town town = randomTown();
  const RoadTravel travel(town.graph, kilometreAMinute(), stretchesOf(*town.graph, town.closures));
  std::vector<MapXY> villages, shelters;
  for (const Village& village : town.task.villages) villages.push_back(*village.at);
  for (const Shelter& shelter : town.task.shelters) shelters.push_back(shelter.at);
  const auto matrix = travelMatrix(travel, villages, shelters, {});
  RC_ASSERT(matrix.has_value());
  for (std::size_t v = 0; v < villages.size(); ++v)
    for (std::size_t s = 0; s < shelters.size(); ++s) {
      const auto from = travel.place(villages[v], 2000), to = travel.place(shelters[s], 2000);
      const auto route = from && to ? travel.route(*from, *to) : std::nullopt;
      RC_ASSERT(route.has_value() == (matrix->at(v, s) != kImpassable));
      if (!route) continue;
      const double off_ms = (from->off_road_m + to->off_road_m) * 3600 / 4;
      RC_ASSERT(std::abs(double(route->duration_ms) + off_ms - double(matrix->at(v, s))) <= 12);
    }
}

// One road of 10 km, villages at its ends, shelters along it.
struct Road {
  RoadGraphPtr graph = roadGraphOf({{{{0, 0}, {10'000, 0}}},
                                    {{{0, 0}, {0, 3000}}},
                                    {{{0, 3000}, {200, 3000}}},
                                    {{{1000, 0}, {1000, 500}}},
                                    {{{2000, 0}, {2000, 500}}},
                                    {{{5500, 0}, {5500, 500}}}});
  EvacuationTask task;
  EvacuationPlan plan(const std::vector<NamedClosure>& closures = {}) const {
    auto made = planOnRoads(task, graph, kilometreAMinute(), closures);
    EXPECT_TRUE(made.has_value()) << (made ? "" : made.error().subject + ": " + made.error().detail);
    return made.value_or(EvacuationPlan{});
  }
};

TEST(EvacuationPlan, ExplainsWhyNotTheNearest) {
  Road road;
  road.task.villages = {villageAt("1", {100, 0}, 40), villageAt("2", {150, 0}, 40)};
  road.task.shelters = {shelterAt("in", {500, 0}, 500, true), shelterAt("near", {1000, 0}, 50),
                        shelterAt("far", {5000, 0}, 500)};
  const EvacuationPlan plan = road.plan();
  ASSERT_EQ(plan.rows.size(), 2U);
  EXPECT_TRUE(plan.left.empty());
  int nearest = 0;
  for (const PlanRow& row : plan.rows) {
    EXPECT_EQ(row.nearer_in_hazard, 0U);
    nearest += row.reason == RowReason::kNearest;
    if (row.reason == RowReason::kNearerFull) {
      EXPECT_EQ(row.nearer, (std::vector<std::uint32_t>{1}));
    }
  }
  EXPECT_EQ(nearest, 1);
}

TEST(EvacuationPlan, WhoIsCutOffIsNamedWithWhatCutsIt) {
  Road road;
  road.task.villages = {villageAt("1", {0, 2500}, 40), villageAt("2", {9000, 0}, 10)};
  road.task.shelters = {shelterAt("a", {5000, 0}, 500)};
  const EvacuationPlan plan = road.plan({closureAt("far away", {9900, 0}), closureAt("slide", {0, 1500})});
  ASSERT_EQ(plan.left.size(), 1U);
  EXPECT_EQ(plan.left[0].reason, LeftReason::kCutOff);
  EXPECT_EQ(plan.left[0].people, 40);
  EXPECT_EQ(plan.left[0].closures, (std::vector<std::size_t>{1}));
  EXPECT_EQ(plan.placed, 10);
}

TEST(EvacuationPlan, TheWorstDangerGetsTheLastPlaces) {
  Road road;
  road.task.villages = {villageAt("1", {900, 0}, 40, 1), villageAt("2", {9000, 0}, 40, 0)};
  road.task.shelters = {shelterAt("a", {1000, 0}, 50)};
  const EvacuationPlan plan = road.plan();
  ASSERT_EQ(plan.left.size(), 1U);
  EXPECT_EQ(plan.left[0].village, 0U);
  EXPECT_EQ(plan.left[0].people, 30);
  EXPECT_EQ(plan.left[0].reason, LeftReason::kNoRoom);
}

TEST(EvacuationPlan, BadInputIsNamed) {
  Road road;
  const auto code = [&] {
    const auto made = planOnRoads(road.task, road.graph, kilometreAMinute(), {});
    return made ? std::string("planned") : errorName(made.error().code);
  };
  road.task.shelters = {shelterAt("a", {1000, 0}, 50)};
  EXPECT_EQ(code(), "no_data");
  road.task.villages = {villageAt("1", {900, 0}, -4)};
  EXPECT_EQ(code(), "invalid_argument");
  road.task.villages = {villageAt("1", {900, 0}, 4), villageAt("1", {900, 0}, 4)};
  EXPECT_EQ(code(), "invalid_argument");
  road.task.villages = {villageAt("1", {900, 0}, 4)};
  road.task.shelters = {};
  EXPECT_EQ(code(), "no_data");
  road.task.shelters = {shelterAt("a", {1000, 0}, 50, true)};
  EXPECT_EQ(code(), "no_data") << "all shelters inside";
  road.task.shelters = {shelterAt("a", {1000, 0}, -50)};
  EXPECT_EQ(code(), "invalid_argument");
  road.task.shelters = {shelterAt("a", {1000, 0}, 50)};
  road.task.villages[0].at.reset();
  const EvacuationPlan plan = road.plan();
  ASSERT_EQ(plan.left.size(), 1U);
  EXPECT_EQ(plan.left[0].reason, LeftReason::kNoPosition);
}

TEST(IsolatedPlaces, OnlyWhatTheClosuresCutOff) {
  const RoadGraphPtr graph = roadGraphOf(
      {{{{0, 0}, {9000, 0}}}, {{{1000, 0}, {1000, 900}}}, {{{2000, 0}, {2000, 900}}}, {{{50'000, 0}, {51'000, 0}}}});
  const std::vector<MapXY> places{{1000, 800}, {2000, 800}, {50'500, 0}, {0, 90'000}};
  const auto none = isolatedPlaces(graph, kilometreAMinute(), {}, places);
  ASSERT_TRUE(none.has_value());
  EXPECT_TRUE(none->isolated.empty()) << "an island of the data is no isolated village";
  EXPECT_EQ(none->without_road, (std::vector<std::size_t>{3}));
  const auto cut =
      isolatedPlaces(graph, kilometreAMinute(), {closureAt("x", {8000, 0}), closureAt("y", {1000, 400})}, places);
  ASSERT_TRUE(cut.has_value());
  ASSERT_EQ(cut->isolated.size(), 1U);
  EXPECT_EQ(cut->isolated[0].place, 0U);
  EXPECT_EQ(cut->isolated[0].closures, (std::vector<std::size_t>{1}));
}

}  // namespace
}  // namespace gis::evacuation
