// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/evacuation/evacuation_log.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>
#include <optional>

#include "gis/evacuation/evacuation_store.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::evacuation {
namespace {

class HandClock final : public Clock {
 public:
  std::int64_t nowUtcMs() const override { return now; }
  std::int64_t now = 1'777'608'000'000;
};

OrderedPlan smallPlan() {
  OrderedPlan plan;
  plan.villages = {{"140403001001", "上村", 100, 30, 0, {113.1, 36.2}, "", ""},
                   {"140403001002", "下村", 50, 15, 1, {113.2, 36.2}, "slide", ""}};
  plan.shelters = {{"s1", "一中", 120, 0, {113.3, 36.2}}, {"s2", "二中", 80, 0, {113.4, 36.2}}};
  plan.rows = {{0, 0, 100, 600'000}, {1, 1, 50, 900'000}};
  plan.hazard_geojson = "{}", plan.hazard_words = "drawn";
  return plan;
}

EvacuationEvent tick(EventKind kind, const OrderedPlan& plan, std::size_t village, std::int64_t people,
                     const std::string& shelter = {}) {
  return {0, 0, kind, plan.villages[village].code, shelter, people, "王", ""};
}

RC_GTEST_PROP(EvacuationLog, SumsStayConsistent, ()) {
  const OrderedPlan plan = smallPlan();
  EvacuationStanding standing = beforeTheFirst(plan);
  for (int i = *rc::gen::inRange(1, 60); i > 0; --i) {
    const auto kind =
        *rc::gen::element(EventKind::kCounted, EventKind::kMoved, EventKind::kRefused, EventKind::kArrived);
    EvacuationEvent event =
        tick(kind, plan, static_cast<std::size_t>(*rc::gen::inRange(0, 2)), *rc::gen::inRange(-5, 130));
    if (kind == EventKind::kArrived) event.shelter_uuid = *rc::gen::element<std::string>("s1", "s2");
    const EvacuationTotals before = standing.totals();
    if (checkEvent(plan, standing, event)) {
      apply(plan, standing, event);
    } else {
      RC_ASSERT(standing.totals().moved == before.moved);
    }
    const EvacuationTotals now = standing.totals();
    RC_ASSERT(now.residual() + now.moved + now.refused == now.to_move);
    RC_ASSERT(now.residual() >= 0);
    std::int64_t by_shelter = 0;
    for (const auto& [shelter, people] : standing.arrivedByShelter()) by_shelter += people;
    RC_ASSERT(by_shelter == now.arrived);
    for (const VillageStanding& village : standing.villages) {
      RC_ASSERT(village.residual() >= 0);
      RC_ASSERT(village.onTheWay() >= 0);
    }
    // Who is expected anywhere is never more than who may still come or has arrived.
    std::int64_t expected = 0;
    for (const auto& [shelter, people] : expectedByShelter(plan, standing)) expected += people;
    RC_ASSERT(expected <= now.to_move - now.refused);
    RC_ASSERT(expected >= now.arrived);
  }
}

TEST(EvacuationLog, PlansSurviveBeingKept) {
  const OrderedPlan plan = smallPlan();
  const auto again = orderedOf(orderedText(plan));
  ASSERT_OK(again);
  EXPECT_EQ(orderedText(*again), orderedText(plan));
  EXPECT_EQ(again->villages[1].cut_off_by, "slide");
  EXPECT_FALSE(orderedOf("{}").has_value());
  EXPECT_FALSE(orderedOf("no json").has_value());
}

struct EvacuationStoreTest : ::testing::Test {
  TemporaryFolder folder;
  std::optional<Workspace> workspace;
  std::shared_ptr<HandClock> clock = std::make_shared<HandClock>();
  UuidSource uuids{clock, 5};
  std::optional<EvacuationStore> store;
  const OrderedPlan plan = smallPlan();

  void SetUp() override {
    auto made = Workspace::create(folder / "w", kMayDay);
    ASSERT_OK(made);
    workspace.emplace(std::move(*made));
    store.emplace(workspace->db(), *clock, uuids);
  }
};

TEST_F(EvacuationStoreTest, TicksAreKeptAndShownAsOfAnyTime) {
  const auto started = store->start(plan, "洪水", false, "李");
  ASSERT_OK(started);
  const std::int64_t begin = clock->now;
  clock->now += 60'000;
  ASSERT_OK(store->add(started->uuid, tick(EventKind::kMoved, plan, 0, 60)));
  clock->now += 60'000;
  ASSERT_OK(store->add(started->uuid, tick(EventKind::kArrived, plan, 0, 40, "s1")));
  clock->now -= 3'600'000;  // a clock that is set back
  ASSERT_OK(store->add(started->uuid, tick(EventKind::kRefused, plan, 1, 3)));
  const auto now = store->find("", false);
  ASSERT_OK(now);
  const auto standing = standingOf(now->plan, now->events);
  ASSERT_OK(standing);
  EXPECT_EQ(standing->totals().residual(), 150 - 60 - 3);
  EXPECT_EQ(standing->totals().arrived, 40);
  EXPECT_GE(now->events[2].at_utc_ms, now->events[1].at_utc_ms);
  const auto then = store->find(started->number, false, begin + 60'000);
  ASSERT_OK(then);
  EXPECT_EQ(then->events.size(), 1U);
  EXPECT_FALSE(store->find("", false, begin - 1).has_value()) << "before it was ordered";
  const auto taken = store->taken(false);
  ASSERT_OK(taken);
  EXPECT_EQ(taken->at("s1"), 100);
  EXPECT_EQ(taken->at("s2"), 47);
}

TEST_F(EvacuationStoreTest, WhatClosesRoadsStaysWithTheOrder) {
  OrderedPlan closed = plan;
  closed.closures = {{"G208 塌方", GeometryKind::kPoint, {{{113.1, 36.2}}}},
                     {"河堤", GeometryKind::kLine, {{{113.1, 36.2}, {113.2, 36.25}}}},
                     {"淹没区", GeometryKind::kPolygon, {{{113, 36}, {113.1, 36}, {113.1, 36.1}, {113, 36}}}}};
  ASSERT_OK(store->start(closed, "洪水", false, "李"));
  const auto found = store->find("", false);
  ASSERT_OK(found);
  ASSERT_EQ(found->plan.closures.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(found->plan.closures[i].name, closed.closures[i].name);
    EXPECT_EQ(found->plan.closures[i].kind, closed.closures[i].kind);
    ASSERT_EQ(found->plan.closures[i].parts.size(), 1U);
    EXPECT_EQ(found->plan.closures[i].parts[0].size(), closed.closures[i].parts[0].size());
  }
  EXPECT_DOUBLE_EQ(found->plan.closures[1].parts[0][1].lat_deg, 36.25);
}

TEST(OrderedText, AnOrderOfBeforeHasNoClosuresAndOpens) {
  OrderedPlan plan;
  plan.villages.push_back({"1", "v", 5, 2, 0, {113, 36}, "G208", ""});
  const std::string text = orderedText(plan);
  EXPECT_EQ(text.find("closures"), std::string::npos) << "nothing to keep, as before";
  const auto opened = orderedOf(text);
  ASSERT_OK(opened);
  EXPECT_TRUE(opened->closures.empty());
  EXPECT_EQ(opened->villages[0].cut_off_by, "G208");
  EXPECT_CODE(orderedOf(text.substr(0, text.size() - 1) + R"(,"closures":[{"name":"x","kind":"point"}]})"),
              kDamagedFile);
}

TEST_F(EvacuationStoreTest, WhatDoesNotAddUpIsRefused) {
  const auto started = store->start(plan, "洪水", false, "李");
  ASSERT_OK(started);
  EXPECT_CODE(store->add(started->uuid, tick(EventKind::kMoved, plan, 0, 101)), kInvalidArgument);
  EXPECT_CODE(store->add(started->uuid, tick(EventKind::kArrived, plan, 0, 1, "s1")), kInvalidArgument);
  EXPECT_CODE(store->add(started->uuid, tick(EventKind::kMoved, plan, 0, -1)), kInvalidArgument);
  ASSERT_OK(store->add(started->uuid, tick(EventKind::kMoved, plan, 0, 50)));
  EXPECT_CODE(store->add(started->uuid, tick(EventKind::kArrived, plan, 0, 1, "nowhere")), kUnknownName);
  EvacuationEvent nobody = tick(EventKind::kMoved, plan, 0, 5);
  nobody.actor.clear();
  EXPECT_CODE(store->add(started->uuid, nobody), kInvalidArgument);
  nobody.actor = "王", nobody.village_code = "1";
  EXPECT_CODE(store->add(started->uuid, nobody), kUnknownName);
  ASSERT_OK(store->add(started->uuid, {0, 0, EventKind::kEnded, "", "", 0, "王", ""}));
  EXPECT_CODE(store->add(started->uuid, tick(EventKind::kMoved, plan, 0, 60)), kInvalidArgument);
  EXPECT_TRUE(store->taken(false)->empty()) << "an end frees the shelters";
  EXPECT_FALSE(store->start(plan, "", false, "李").has_value());
  EXPECT_THROW(workspace->db().sql().exec("DELETE FROM evacuation_event"), std::exception);
  EXPECT_THROW(workspace->db().sql().exec("UPDATE evacuation SET title='x'"), std::exception);
}

TEST_F(EvacuationStoreTest, DrillsAreNeverMixedAndCanBeRemoved) {
  const auto real = store->start(plan, "洪水", false, "李"), drill = store->start(plan, "演练", true, "李");
  ASSERT_OK(real);
  ASSERT_OK(drill);
  ASSERT_OK(store->add(drill->uuid, tick(EventKind::kMoved, plan, 0, 60)));
  EXPECT_EQ(store->all(false)->size(), 1U);
  EXPECT_EQ(store->all(true)->size(), 1U);
  EXPECT_FALSE(store->find(drill->number, false).has_value());
  const auto before = store->taken(false);
  EXPECT_EQ(*store->removeDrills(), 1);
  EXPECT_TRUE(store->all(true)->empty());
  EXPECT_EQ(*store->taken(false), *before);
}

}  // namespace
}  // namespace gis::evacuation
