// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/dispatch/dispatch_plan.h"

#include <gtest/gtest.h>

#include "gis/dispatch/reach.h"
#include "tests/gis/dispatch/dispatch_test_support.h"

namespace gis::dispatch {
namespace {

//  D1 ----10 km---- P1 ----10 km---- P2 ----10 km---- D2      and a slow way round in the south, 50 km from D1 to P1
//   |                |
//   +----------------+
const std::vector<DrawnRoad> kRoads{{{{0, 0}, {10'000, 0}}},
                                    {{{10'000, 0}, {20'000, 0}}},
                                    {{{20'000, 0}, {30'000, 0}}},
                                    {{{0, 0}, {0, -20'000}, {10'000, -20'000}, {10'000, 0}}}};
const MapXY kD1{0, 0}, kP1{10'000, 0}, kP2{20'000, 0}, kD2{30'000, 0};
const NamedClosure kFlood{"flood", {GeometryKind::kPolygon, {{{4000, 500}, {6000, 500}, {6000, -500}, {4000, -500}}}}};

Drawn twoAndTwo(std::int64_t first, std::int64_t second, std::int64_t p1, std::int64_t p2) {
  Drawn drawn;
  drawn.graph = roadGraphOf(kRoads);
  drawn.task.depots = {{"D1", "", kD1}, {"D2", "", kD2}};
  drawn.task.stock = {{"D1", "tent", first, 50, 0.2}, {"D2", "tent", second, 50, 0.2}};
  drawn.task.requests = {{"R1", "", kP1, "tent", p1}, {"R2", "", kP2, "tent", p2}};
  return drawn;
}

TEST(DispatchPlan, EachFromItsNearest) {
  const DispatchPlan plan = twoAndTwo(100, 100, 40, 60).plan();
  ASSERT_EQ(plan.shipments.size(), 2U);
  EXPECT_EQ(plan.shipments[0].depot, 0U);
  EXPECT_EQ(plan.shipments[0].units, 40);
  EXPECT_EQ(plan.shipments[0].drive_ms, 10 * kMinuteMs);
  EXPECT_EQ(plan.shipments[0].arrive_utc_ms, 10 * kMinuteMs);
  EXPECT_EQ(plan.shipments[0].reason, SendReason::kNearest);
  EXPECT_EQ(plan.shipments[1].depot, 1U);
  EXPECT_EQ(plan.answers[1].short_by, 0);
  EXPECT_EQ(plan.answers[0].depots[1].stand, DepotStand::kNotNeeded);
  EXPECT_NEAR(plan.ways[plan.shipments[0].way].route.dist_m, 10'000, 1);
  EXPECT_EQ(plan.items[0].unit_ms, 100 * 10 * kMinuteMs);
  EXPECT_EQ(plan.trips.size(), 2U);
}

TEST(DispatchPlan, TheNearerOneWasEmptied) {
  const DispatchPlan plan = twoAndTwo(40, 100, 60, 60).plan();
  ASSERT_EQ(plan.shipments.size(), 3U);
  EXPECT_EQ(plan.shipments[1].depot, 1U);
  EXPECT_EQ(plan.shipments[1].request, 0U);
  EXPECT_EQ(plan.shipments[1].units, 20);
  EXPECT_EQ(plan.shipments[1].reason, SendReason::kNearerEmptied);
  const DepotNote& emptied = plan.answers[1].depots[1];
  EXPECT_EQ(emptied.depot, 0U);
  EXPECT_EQ(emptied.stand, DepotStand::kEmptied);
  ASSERT_EQ(emptied.given_to.size(), 1U);
  EXPECT_EQ(emptied.given_to[0].units, 40);
}

TEST(DispatchPlan, ShortageIsSharedAndSaid) {
  Drawn drawn = twoAndTwo(20, 25, 60, 30);
  DispatchPlan plan = drawn.plan();
  EXPECT_EQ(plan.answers[0].sent, 30);
  EXPECT_EQ(plan.answers[1].sent, 15);
  EXPECT_EQ(plan.answers[0].short_by, 30);
  EXPECT_EQ(plan.answers[0].short_reason, ShortReason::kNotEnough);
  drawn.task.requests[1].priority = 2;
  plan = drawn.plan();
  EXPECT_EQ(plan.answers[0].sent, 45);
  EXPECT_EQ(plan.answers[1].sent, 0);
}

TEST(DispatchPlan, AClosureForbidsAndIsNamed) {
  Drawn drawn = twoAndTwo(100, 0, 40, 10);
  drawn.closures = {kFlood};
  DispatchPlan plan = drawn.plan();
  // round the south
  EXPECT_EQ(plan.shipments[0].drive_ms, 50 * kMinuteMs);
  EXPECT_EQ(plan.answers[0].depots[0].closures, std::vector<std::size_t>{0});
  EXPECT_EQ(*plan.answers[0].depots[0].open_drive_ms, 10 * kMinuteMs);
  // and that closed as well: cut off
  drawn.closures.push_back({"slide", {GeometryKind::kPoint, {{{5000, -20'000}}}, 10}});
  plan = drawn.plan();
  EXPECT_TRUE(plan.shipments.empty());
  EXPECT_EQ(plan.answers[0].short_reason, ShortReason::kCutOff);
  EXPECT_EQ(plan.answers[0].short_by, 40);
  EXPECT_EQ(plan.answers[0].depots[0].stand, DepotStand::kCutOff);
  EXPECT_EQ(plan.answers[0].depots[0].closures, std::vector<std::size_t>{0});
  // the other depot steps in, and says why
  drawn.task.stock[1].usable = 100;
  plan = drawn.plan();
  EXPECT_EQ(plan.shipments[0].depot, 1U);
  EXPECT_EQ(plan.shipments[0].reason, SendReason::kNearerCutOff);
}

TEST(DispatchPlan, Deadlines) {
  Drawn drawn = twoAndTwo(10, 100, 40, 1);
  drawn.task.requests[0].deadline_utc_ms = 15 * kMinuteMs;  // D2 needs 20 minutes
  DispatchPlan plan = drawn.plan();
  EXPECT_EQ(plan.answers[0].sent, 40);
  EXPECT_EQ(plan.answers[0].late, 30);
  EXPECT_EQ(plan.answers[0].depots[1].late_by_ms, 5 * kMinuteMs);
  EXPECT_EQ(plan.shipments[1].late_units, 30);
  drawn.options.late = LatePolicy::kLeaveOut;
  plan = drawn.plan();
  EXPECT_EQ(plan.answers[0].sent, 10);
  EXPECT_EQ(plan.answers[0].short_reason, ShortReason::kTooLate);
  EXPECT_EQ(plan.answers[0].depots[1].stand, DepotStand::kTooLate);
  drawn.task.requests[0].deadline_utc_ms = -1;
  plan = drawn.plan();
  EXPECT_TRUE(plan.answers[0].deadline_passed);
  EXPECT_EQ(plan.answers[0].sent, 0);
  EXPECT_EQ(plan.answers[0].short_reason, ShortReason::kTooLate);
}

// R2 can wait, R1 cannot: what D1 has goes to R1 though R2 is as near.
TEST(DispatchPlan, TheDeadlineDecidesWhoGetsTheNearOne) {
  Drawn drawn = twoAndTwo(40, 100, 40, 40);
  drawn.task.requests[1].at = kP1;
  drawn.task.requests[0].deadline_utc_ms = 15 * kMinuteMs;
  const DispatchPlan plan = drawn.plan();
  ASSERT_EQ(plan.shipments.size(), 2U);
  EXPECT_EQ(plan.shipments[0].depot, 0U);
  EXPECT_EQ(plan.shipments[1].depot, 1U);
  EXPECT_EQ(plan.answers[0].late, 0);
}

TEST(DispatchPlan, BadInputBecomesRows) {
  Drawn drawn = twoAndTwo(10, 10, 5, 5);
  drawn.task.depots.push_back({"D3", "in the fields", {5000, 9000}});
  drawn.task.stock.push_back({"D3", "tent", 1000, 50, 0.2});
  drawn.task.stock.push_back({"D1", "generator", 3, 20'000, 10});
  drawn.task.requests.push_back({"R3", "", kP1, "boat", 2});
  drawn.task.requests.push_back({"R4", "", {5000, 9000}, "tent", 2});
  drawn.task.requests.push_back({"R5", "", kP1, "generator", 2});
  const DispatchPlan plan = drawn.plan();
  EXPECT_EQ(plan.depots_without_road, std::vector<std::size_t>{2});
  EXPECT_EQ(plan.answers[0].depots.back().stand, DepotStand::kNoRoad);
  EXPECT_EQ(plan.answers[2].short_reason, ShortReason::kNobodyHas);
  EXPECT_EQ(plan.answers[3].short_reason, ShortReason::kNoRoadAtPlace);
  EXPECT_EQ(plan.answers[4].short_reason, ShortReason::kTooHeavy);
  EXPECT_EQ(plan.answers[4].depots[0].stand, DepotStand::kTooHeavy);
}

TEST(DispatchPlan, BadInputBecomesErrors) {
  const Drawn good = twoAndTwo(10, 10, 5, 5);
  const RoadTable roads = good.table();
  const auto codeOf = [&](auto&& spoil) {
    Drawn bad = good;
    spoil(bad);
    const auto plan = planDispatch(bad.task, roads, bad.options);
    EXPECT_FALSE(plan.has_value());
    return plan ? ErrorCode::kCancelled : plan.error().code;
  };
  EXPECT_EQ(codeOf([](Drawn& d) { d.task.requests[0].quantity = -3; }), ErrorCode::kInvalidArgument);
  EXPECT_EQ(codeOf([](Drawn& d) { d.task.requests[1].id = "R1"; }), ErrorCode::kInvalidArgument);
  EXPECT_EQ(codeOf([](Drawn& d) { d.task.stock[0].usable = -1; }), ErrorCode::kInvalidArgument);
  EXPECT_EQ(codeOf([](Drawn& d) { d.task.stock[0].depot = "D9"; }), ErrorCode::kUnknownName);
  EXPECT_EQ(codeOf([](Drawn& d) { d.task.stock[0].weight_kg = NAN; }), ErrorCode::kInvalidArgument);
  EXPECT_EQ(codeOf([](Drawn& d) { d.task.requests[0].at.x_m = NAN; }), ErrorCode::kInvalidArgument);
  EXPECT_EQ(codeOf([](Drawn& d) { d.task.requests[0].quantity = 2 * kMostUnits; }), ErrorCode::kOutOfRange);
  EXPECT_EQ(codeOf([](Drawn& d) { d.options.hired[0].payload_kg = 0; }), ErrorCode::kInvalidArgument);
  const auto cancel = CancelToken::create();
  cancel.cancel();
  EXPECT_EQ(planDispatch(good.task, roads, good.options, cancel).error().code, ErrorCode::kCancelled);
}

TEST(DispatchPlan, FewTrucksMakeLate) {
  Drawn drawn = twoAndTwo(300, 0, 300, 1);
  drawn.task.depots[0].trucks = {{"own", 10'000, 60, 1}};  // 200 tents a drive
  drawn.task.requests[0].deadline_utc_ms = 15 * kMinuteMs;
  drawn.task.requests.pop_back();
  const DispatchPlan plan = drawn.plan();
  ASSERT_EQ(plan.trips.size(), 2U);
  EXPECT_EQ(plan.trips[1].round, 2);
  EXPECT_EQ(plan.shipments[0].late_units, 100);
  EXPECT_EQ(plan.answers[0].late, 100);
  EXPECT_EQ(plan.answers[0].depots[0].late_by_ms, 15 * kMinuteMs);
}

TEST(DispatchRoads, SearchesOnlyWhatAClosureTouches) {
  const Drawn drawn = twoAndTwo(10, 10, 5, 5);
  const DispatchRoads roads = roadsOf(drawn.task, drawn.graph, kilometreAMinute());
  EXPECT_EQ(roads.under({})->searches(), 0U);
  // on the way of D1 to both places, and of D2 to neither (P1 is 20 km from it, the flood 24)
  const auto flooded = roads.under({kFlood});
  EXPECT_EQ(flooded->searches(), 1U);
  EXPECT_EQ(*flooded->driveMs(0, 0), 50 * kMinuteMs);
  EXPECT_EQ(*flooded->driveMs(1, 0), 20 * kMinuteMs);
  EXPECT_EQ(roads.under({{"far", {GeometryKind::kPoint, {{{90'000, 0}}}, 10}}})->searches(), 0U);
}

// A request at the depot's own gate, both inside the flood: found by the property tests.
TEST(DispatchRoads, ADepotInsideAClosureSendsNothing) {
  Drawn drawn = twoAndTwo(10, 0, 5, 5);
  drawn.task.requests[0].at = drawn.task.requests[1].at = drawn.task.depots[0].at = {5000, 0};
  drawn.closures = {kFlood};
  const DispatchPlan plan = drawn.plan();
  EXPECT_TRUE(plan.shipments.empty());
  EXPECT_EQ(plan.answers[0].short_reason, ShortReason::kCutOff);
  EXPECT_EQ(plan.answers[0].depots[0].closures, std::vector<std::size_t>{0});
}

TEST(DispatchRoads, NamesOfClosures) {
  std::vector<Closure> two(2);
  const auto named = namedClosures(two, R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"name":"浊漳河"},"geometry":{"type":"Point","coordinates":[113,36]}},
    {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[113,36]}}]})");
  EXPECT_EQ(named[0].name, "浊漳河");
  EXPECT_EQ(named[1].name, "2");
  EXPECT_EQ(namedClosures(two, "no json")[0].name, "1");
}

TEST(ReachOf, HowMuchByWhen) {
  Drawn drawn = twoAndTwo(10, 20, 1, 1);
  drawn.options.loading_ms = 30 * kMinuteMs;
  const std::vector<std::int64_t> limits{30 * kMinuteMs, 40 * kMinuteMs, 60 * kMinuteMs};
  const auto reach = reachOf(drawn.task, "tent", kP1, limits, drawn.graph, kilometreAMinute(), {}, drawn.options);
  ASSERT_TRUE(reach.has_value());
  EXPECT_EQ(reach->bands[0].units, 0);
  EXPECT_EQ(reach->bands[1].units, 10);
  EXPECT_EQ(reach->bands[2].units, 30);
  EXPECT_EQ(reach->rows[0].depot, 0U);
  EXPECT_EQ(*reach->rows[1].arrive_after_ms, 50 * kMinuteMs);
  const auto cut = reachOf(drawn.task, "tent", kP2, limits, drawn.graph, kilometreAMinute(),
                           {{"bridge", {GeometryKind::kPoint, {{{25'000, 0}}}, 10}}}, drawn.options);
  ASSERT_TRUE(cut.has_value());
  EXPECT_EQ(cut->bands[2].units, 10);
  EXPECT_EQ(cut->rows[1].stand, DepotStand::kCutOff);
  EXPECT_EQ(cut->rows[1].closures, std::vector<std::size_t>{0});
  EXPECT_EQ(reachOf(drawn.task, "boat", kP2, limits, drawn.graph, kilometreAMinute(), {}, drawn.options).error().code,
            ErrorCode::kUnknownName);
}

}  // namespace
}  // namespace gis::dispatch
