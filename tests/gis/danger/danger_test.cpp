// SPDX-License-Identifier: GPL-3.0-or-later
#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <algorithm>
#include <memory>

#include "gis/danger/danger_store.h"
#include "gis/edit/undo.h"
#include "gis/store/workspace.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::danger {
namespace {

TEST(DangerRules, TheLoopAndItsShortCuts) {
  EXPECT_EQ(*moveBetween(State::kFound, State::kHandedOver, Level::kOrdinary), Move::kForward);
  EXPECT_EQ(*moveBetween(State::kPublished, State::kChecked, Level::kOrdinary), Move::kForward);
  EXPECT_FALSE(moveBetween(State::kPublished, State::kChecked, Level::kMajor).has_value());  // must be supervised
  EXPECT_FALSE(moveBetween(State::kFound, State::kClosed, Level::kOrdinary).has_value());
  EXPECT_EQ(*moveBetween(State::kChecked, State::kSupervised, Level::kMajor), Move::kBack);
  EXPECT_EQ(*moveBetween(State::kClosed, State::kFound, Level::kMajor), Move::kReopen);
  EXPECT_FALSE(moveBetween(State::kClosed, State::kChecked, Level::kMajor).has_value());
  for (int state = 1; state <= 6; ++state)
    EXPECT_EQ(stateOf(stateName(static_cast<State>(state))), static_cast<State>(state));
}

TEST(DangerRules, DeadlinesOfTheHazardComeFirst) {
  const DeadlineRule rules[] = {{"", Level::kOrdinary, State::kPublished, 30, "U", ""},
                                {"fire", Level::kOrdinary, State::kPublished, 10, "U", ""}};
  EXPECT_EQ(dueOn(rules, "fire", Level::kOrdinary, State::kPublished, "2026-12-28"), "2027-01-07");
  EXPECT_EQ(dueOn(rules, "flood", Level::kOrdinary, State::kPublished, "2026-02-01"), "2026-03-03");
  EXPECT_FALSE(dueOn(rules, "flood", Level::kMajor, State::kPublished, "2026-02-01").has_value());
  EXPECT_FALSE(dueOn(rules, "fire", Level::kOrdinary, State::kClosed, "2026-02-01").has_value());
  EXPECT_EQ(daysBetween("2026-02-27", "2026-03-01"), 2);
  EXPECT_FALSE(daysBetween("2026-02-30", "2026-03-01").has_value());
}

// Two laptops that hold the same events say the same, whatever order they came in.
TEST(DangerRulesProperty, TheOrderOfArrivalDoesNotMatter) {
  rc::check([] {
    const auto count = *rc::gen::inRange(1, 12);
    std::vector<Event> events;
    for (int i = 0; i < count; ++i) {
      Event event;
      event.uuid = "u" + std::to_string(100 + i);
      event.kind = *rc::gen::element<std::string>("forward", "back", "note", "extend");
      event.state = static_cast<State>(*rc::gen::inRange(1, 7));
      event.at_utc_ms = 1'777'593'600'000 + *rc::gen::inRange(0, 3) * 86'400'000LL;
      event.due_on = "2026-06-0" + std::to_string(1 + i % 9);
      events.push_back(event);
    }
    const Standing one = standingOf(events);
    for (int i = 0; i < 3; ++i) {
      std::ranges::reverse(events);
      std::ranges::rotate(events, events.begin() + *rc::gen::inRange(0, count));
      const Standing other = standingOf(events);
      RC_ASSERT(one.state == other.state && one.due_on == other.due_on && one.since == other.since);
    }
  });
}

struct DangerStoreTest : ::testing::Test {
  TemporaryFolder folder;
  std::optional<Workspace> workspace;
  std::shared_ptr<FixedClock> clock = std::make_shared<FixedClock>(1777593600000);  // 2026-05-01 08:00 in Beijing
  UuidSource uuids{clock, 7};
  EditAuthor author{"王建国", "seat-1"};
  std::string division;

  void SetUp() override {
    auto made = Workspace::create(folder / "w", kMayDay);
    ASSERT_OK(made);
    workspace.emplace(std::move(*made));
    fillSmallCity(workspace->db(), 3);
    division = workspace->db().sql().execAndGet("SELECT code FROM division WHERE level=5 LIMIT 1").getString();
  }
  DangerStore store() { return DangerStore(workspace->db()); }
  Item found() {
    Item item;
    item.hazard = "fire", item.title = "林缘秸秆堆放", item.division_code = division;
    item.where = LonLat{112.3, 36.5};
    return item;
  }
  Item entered() {
    const auto uuid = store().enter(uuids, *clock, author, found(), "found");
    EXPECT_TRUE(uuid.has_value()) << say(uuid);
    return *store().find(*uuid);
  }
  Result<void> move(const std::string& uuid, State to, const std::string& words = {}) {
    return store().advance(uuids, *clock, author, *store().find(uuid), {to, words, {}, {}, {}}, "moved");
  }
};

TEST_F(DangerStoreTest, FromFoundToStruckOff) {
  const Item item = entered();
  EXPECT_EQ(item.state, State::kFound);
  EXPECT_EQ(item.found_on, "2026-05-01");
  EXPECT_EQ(item.due_on, "2026-05-04");  // three days
  ASSERT_TRUE(item.where.has_value());
  EXPECT_NEAR(item.where->lon_deg, 112.3, 1e-9);
  for (const State state : {State::kHandedOver, State::kPublished, State::kChecked, State::kClosed})
    ASSERT_OK(move(item.uuid, state, "done"));
  const Item closed = *store().find(item.no);
  EXPECT_EQ(closed.state, State::kClosed);
  EXPECT_EQ(closed.closed_on, "2026-05-01");
  EXPECT_TRUE(closed.due_on.empty());
  const auto events = store().events(item.uuid);
  ASSERT_OK(events);
  ASSERT_EQ(events->size(), 5u);
  EXPECT_EQ(events->back().author, "王建国");
  EXPECT_EQ(standingOf(*events).state, State::kClosed);
}

TEST_F(DangerStoreTest, HandingBackAndReopeningNeedAReason) {
  const Item item = entered();
  ASSERT_OK(move(item.uuid, State::kHandedOver));
  EXPECT_CODE(move(item.uuid, State::kFound), kInvalidArgument);
  ASSERT_OK(move(item.uuid, State::kFound, "not ours"));
  EXPECT_EQ(standingOf(*store().events(item.uuid)).times_back, 1);
  EXPECT_CODE(move(item.uuid, State::kClosed, "quick"), kInvalidArgument);
}

TEST_F(DangerStoreTest, TwoWhoMoveTheSameOneAreTold) {
  const Item seen = entered();
  ASSERT_OK(move(seen.uuid, State::kHandedOver));
  EXPECT_CODE(store().advance(uuids, *clock, author, seen, {State::kHandedOver, {}, {}, {}, {}}, "again"),
              kChangedElsewhere);
  EXPECT_EQ(store().events(seen.uuid)->size(), 2u);
}

TEST_F(DangerStoreTest, UndoTakesAMoveBackWithItsEvent) {
  const Item item = entered();
  ASSERT_OK(move(item.uuid, State::kHandedOver));
  ASSERT_OK(undo(workspace->db(), uuids, *clock, author));
  EXPECT_EQ(store().find(item.uuid)->state, State::kFound);
  EXPECT_EQ(store().events(item.uuid)->size(), 1u);
}

TEST_F(DangerStoreTest, WhatHappenedStays) {
  entered();
  EXPECT_ANY_THROW(workspace->db().sql().exec("UPDATE danger_event SET words='other'"));
}

TEST_F(DangerStoreTest, NotesAndOtherDeadlines) {
  const Item item = entered();
  EXPECT_CODE(store().note(uuids, *clock, author, item, {State::kFound, {}, {}, {}, {}}, "n"), kInvalidArgument);
  EXPECT_CODE(store().note(uuids, *clock, author, item, {State::kFound, {}, {}, "2026-06-01", {}}, "n"),
              kInvalidArgument);
  ASSERT_OK(store().note(uuids, *clock, author, item, {State::kFound, "rain", {}, "2026-06-01", {}}, "n"));
  EXPECT_EQ(store().find(item.uuid)->due_on, "2026-06-01");
  EXPECT_EQ(standingOf(*store().events(item.uuid)).due_on, "2026-06-01");
}

TEST_F(DangerStoreTest, TheTallyCountsWhatIsLate) {
  const Item item = entered();
  entered();
  ASSERT_OK(move(item.uuid, State::kHandedOver));  // until 8 May
  const auto items = store().items();
  ASSERT_OK(items);
  EXPECT_EQ(tallyOf(*items, "2026-05-04").overdue, 0u);
  const Tally tally = tallyOf(*items, "2026-05-05");
  EXPECT_EQ(tally.overdue, 1u);
  EXPECT_EQ(tally.by_state[1] + tally.by_state[2], 2u);
  ASSERT_EQ(tally.hazards.size(), 1u);
  EXPECT_EQ(tally.hazards[0].open, 2u);
}

TEST_F(DangerStoreTest, UnknownOnesAreSaid) { EXPECT_CODE(store().find("YH0"), kUnknownName); }

}  // namespace
}  // namespace gis::danger
