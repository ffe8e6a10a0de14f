// SPDX-License-Identifier: GPL-3.0-or-later
// What must hold whatever people do, and what the made people of a drill do.
#include <gtest/gtest.h>
// rapidcheck needs gtest before it
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "gis/callout/engine_clock.h"
#include "gis/callout/simulate.h"
#include "tests/gis/callout/callout_world.h"

namespace {

using enum gis::Channel;
using tests::CalloutWorld;

void addPeople(CalloutWorld& w, int count) {
  for (int i = 0; i < count; ++i) {
    const int at = w.target("p" + std::to_string(i), i % 3 != 0, i % 7 != 0, i % 31 == 30 ? "none" : "");
    w.snapshot().targets[static_cast<std::size_t>(at)].distance_m = (i * 37) % 101;
    if (i % 2 == 0) w.snapshot().targets[static_cast<std::size_t>(at)].division_code = "140431000000";
  }
}

gis::SimulateOptions options(std::uint64_t seed) {
  gis::SimulateOptions made;
  made.seed = seed;
  made.start_utc_ms = CalloutWorld::kStart;
  return made;
}

// Everything the auditor looks at, and that the outcome of each target is one.
void expectSound(const CalloutWorld& w, double second) {
  RC_ASSERT(w.auditText(second) == "");
  RC_ASSERT(!gis::firstBrokenEvent(const_cast<CalloutWorld&>(w).log().events()).has_value());
}

RC_GTEST_PROP(CalloutProperties, WhateverPeopleDoCountsAndTimesAgree, ()) {
  CalloutWorld w;
  addPeople(w, *rc::gen::inRange(1, 12));
  w.start();
  double second = 0;
  const int steps = *rc::gen::inRange(1, 120);
  for (int i = 0; i < steps; ++i) {
    second += *rc::gen::inRange(0, 90);
    w.until(second);
    const int target = *rc::gen::inRange(0, static_cast<int>(w.engine().state().targets().size()));
    const auto channel = static_cast<gis::Channel>(*rc::gen::inRange(0, gis::kChannelCount));
    switch (*rc::gen::inRange(0, 12)) {
      case 0:
      case 1:
      case 2:
      case 3:
        for (const std::string& id : w.engine().queued(channel, 3))
          RC_ASSERT(w.engine().hand(id, "line", CalloutWorld::time(second)).has_value());
        break;
      case 4:
        RC_ASSERT(w.engine().skip(target, "o", "r", CalloutWorld::time(second)).has_value());
        break;
      case 5:
        RC_ASSERT(w.engine().claim("o", CalloutWorld::time(second)).has_value());
        break;
      case 6:
        RC_ASSERT(w.engine().withdraw(target, "o", "r", CalloutWorld::time(second)).has_value());
        break;
      case 7:
        RC_ASSERT(w.engine().reopen(target, "o", "r", CalloutWorld::time(second)).has_value());
        break;
      default: {
        const auto kind = static_cast<gis::ReceiptKind>(*rc::gen::inRange(0, 11));
        w.say(target, channel, kind, second, *rc::gen::inRange(0, 50), "x");
        break;
      }
    }
    expectSound(w, second);
  }
  RC_ASSERT(*w.engine().close("o", CalloutWorld::time(second)));
  for (std::size_t i = 0; i < w.engine().state().targets().size(); ++i) {
    RC_ASSERT(w.engine().state().targets()[i].outcome != gis::Outcome::kOpen);
    RC_ASSERT(w.count(gis::EventKind::kFinal, static_cast<int>(i)) == 1);
  }
}

// A program that was killed and started again between any two events goes on as if nothing had been.
RC_GTEST_PROP(CalloutProperties, StateIsNothingButItsEvents, ()) {
  CalloutWorld w;
  addPeople(w, *rc::gen::inRange(1, 8));
  w.start();
  gis::SimulateOptions o = options(*rc::gen::arbitrary<std::uint64_t>());
  o.most_ms = *rc::gen::inRange(1, 3600) * std::int64_t{1000};
  o.close_at_end = false;
  RC_ASSERT(gis::simulate(w.engine(), o).has_value());
  gis::CalloutEngine again(w.engine().state().snapshot(), w.log());
  RC_ASSERT(again.load().has_value());
  RC_ASSERT(again.state().targets().size() == w.engine().state().targets().size());
  for (std::size_t i = 0; i < again.state().targets().size(); ++i) {
    const gis::TargetState &a = again.state().targets()[i], &b = w.engine().state().targets()[i];
    RC_ASSERT(a.reach == b.reach && a.step == b.step && a.try_number == b.try_number && a.generation == b.generation);
    RC_ASSERT(a.holder == b.holder && a.silent == b.silent && a.reached_utc_ms == b.reached_utc_ms);
  }
  RC_ASSERT(again.nextDueUtcMs() == w.engine().nextDueUtcMs());
}

// Timers that still mean something, by target and kind.
std::map<std::pair<int, gis::TimerKind>, std::int64_t> liveTimers(const gis::CalloutEngine& engine) {
  std::map<std::pair<int, gis::TimerKind>, std::int64_t> live;
  for (const gis::CalloutTimer& timer : engine.timers())
    if (!timer.is_cleared && timer.generation == engine.state().generation(timer.target, timer.kind))
      live[{timer.target, timer.kind}] = timer.due_utc_ms;
  return live;
}

// A second window reads only the timers of those to whom something happened, and misses none.
RC_GTEST_PROP(CalloutProperties, WhoLooksOnKnowsEveryTimer, ()) {
  CalloutWorld w;
  addPeople(w, *rc::gen::inRange(8, 40));
  w.start();
  gis::CalloutEngine onlooker(w.engine().state().snapshot(), w.log());
  RC_ASSERT(onlooker.load().has_value());
  double second = 0;
  const int steps = *rc::gen::inRange(1, 60);
  for (int i = 0; i < steps; ++i) {
    second += *rc::gen::inRange(0, 40);
    w.until(second);
    const auto channel = static_cast<gis::Channel>(*rc::gen::inRange(0, gis::kChannelCount));
    for (const std::string& id : w.engine().queued(channel, 2))
      RC_ASSERT(w.engine().hand(id, "line", CalloutWorld::time(second)).has_value());
    const int target = *rc::gen::inRange(0, static_cast<int>(w.engine().state().targets().size()));
    w.say(target, channel, static_cast<gis::ReceiptKind>(*rc::gen::inRange(0, 11)), second, 3, "x");
    if (i % 5 == 4) RC_ASSERT(w.engine().reopen(target, "o", "r", CalloutWorld::time(second)).has_value());
    RC_ASSERT(onlooker.look().has_value());
    const auto seen = liveTimers(onlooker);
    // It may look again too early, never too late.
    for (const auto& [key, due_utc_ms] : liveTimers(w.engine())) {
      RC_ASSERT(seen.contains(key));
      RC_ASSERT(seen.at(key) <= due_utc_ms);
    }
    const std::size_t written = w.log().events().size();
    RC_ASSERT(onlooker.tick(CalloutWorld::time(second)).has_value());
    RC_ASSERT(w.log().events().size() == written);
  }
}

TEST(Simulate, TheSameSeedGivesTheSameLogByteForByte) {
  std::vector<gis::CalloutEvent> logs[3];
  const std::uint64_t seeds[3] = {7, 7, 8};
  for (int i = 0; i < 3; ++i) {
    CalloutWorld w;
    addPeople(w, 60);
    w.start();
    ASSERT_TRUE(gis::simulate(w.engine(), options(seeds[i])));
    logs[i] = w.log().events();
  }
  EXPECT_EQ(logs[0], logs[1]);
  EXPECT_NE(logs[0], logs[2]);
}

TEST(Simulate, FiveHundredPeopleInMinutes) {
  CalloutWorld w;
  addPeople(w, 500);
  w.start();
  const auto course = gis::simulate(w.engine(), options(1));
  ASSERT_TRUE(course);
  EXPECT_GT(course->confirmed, 480);
  EXPECT_LT(course->half_confirmed_ms, 15 * 60 * 1000);
  EXPECT_EQ(w.auditText(6 * 3600), "");
}

// The forecast comes from another seed; what happens must lie close to it.
TEST(Simulate, AForecastOfManyPeopleIsNearToWhatHappens) {
  std::int64_t p95_ms[2] = {};
  for (int i = 0; i < 2; ++i) {
    CalloutWorld w;
    addPeople(w, 2000);
    w.start();
    const auto course = gis::simulate(w.engine(), options(100 + static_cast<std::uint64_t>(i)));
    ASSERT_TRUE(course);
    p95_ms[i] = course->p95_confirmed_ms;
  }
  EXPECT_NEAR(static_cast<double>(p95_ms[0]) / static_cast<double>(p95_ms[1]), 1, 0.05);
}

TEST(Simulate, MoreLinesAreNeverSlower) {
  std::int64_t before_ms = std::numeric_limits<std::int64_t>::max();
  for (const int lines : {4, 16, 64}) {
    CalloutWorld w;
    addPeople(w, 300);
    w.ladder().steps[0].channels = {kVoice};
    w.start();
    gis::SimulateOptions o = options(3);
    o.lines.count[static_cast<std::size_t>(kVoice)] = lines;
    const auto course = gis::simulate(w.engine(), o);
    ASSERT_TRUE(course);
    const std::int64_t p95_ms = course->p95_confirmed_ms < 0 ? before_ms : course->p95_confirmed_ms;
    EXPECT_LE(p95_ms, before_ms) << lines;
    before_ms = p95_ms;
  }
}

TEST(Simulate, HalfIsHalfOfAllWhoShouldConfirm) {
  CalloutWorld w;
  addPeople(w, 400);
  w.ladder().steps.resize(1);
  w.ladder().steps[0].channels = {kPhone};
  w.start();
  gis::SimulateOptions o = options(5);
  o.lines.count = {1, 0, 0, 0, 0};
  o.most_ms = 3600 * 1000;  // one officer, one hour: some eighty calls
  const auto course = gis::simulate(w.engine(), o);
  ASSERT_TRUE(course);
  EXPECT_GT(course->confirmed, 20);
  EXPECT_EQ(course->half_confirmed_ms, -1);
  EXPECT_EQ(course->p95_confirmed_ms, -1);
  EXPECT_EQ(course->confirmed + course->silent, 400);
  const auto forecast = gis::forecastCourse(w.snapshot(), o);
  ASSERT_TRUE(forecast);
  EXPECT_EQ(forecast->half_confirmed_ms, -1);
}

TEST(Capacity, TheForecastIsWithinFivePercentOfWhatHappens) {
  for (const std::uint64_t seed : {21U, 22U, 23U}) {
    CalloutWorld w;
    for (int i = 0; i < 1500; ++i) w.target("p" + std::to_string(i));
    const auto forecast = gis::forecastCourse(w.snapshot(), options(1));
    ASSERT_TRUE(forecast);
    w.start();
    const auto happened = gis::simulate(w.engine(), options(seed));
    ASSERT_TRUE(happened);
    const auto off = [](std::int64_t said_ms, std::int64_t was_ms) {
      return std::abs(static_cast<double>(said_ms - was_ms)) / static_cast<double>(was_ms);
    };
    EXPECT_LT(off(forecast->half_confirmed_ms, happened->half_confirmed_ms), 0.05) << seed;
    EXPECT_LT(off(forecast->p95_confirmed_ms, happened->p95_confirmed_ms), 0.05) << seed;
  }
}

// Five hundred people with 32 lines: the last of them is chance, so it is forecast as a range; when all are covered is
// not, and the middle of what happens is met.
TEST(Capacity, WhenAllAreCoveredIsForecastAndTheLastAsARange) {
  const auto world = [](CalloutWorld& w) {
    for (int i = 0; i < 500; ++i) w.target("p" + std::to_string(i));
  };
  CalloutWorld asked;
  world(asked);
  const auto forecast = gis::forecastCourse(asked.snapshot(), options(1));
  ASSERT_TRUE(forecast);
  EXPECT_EQ(forecast->rounds, 21);
  ASSERT_TRUE(forecast->hasRange());
  for (const auto figure : {&gis::CalloutCourse::half_confirmed_ms, &gis::CalloutCourse::p95_confirmed_ms,
                            &gis::CalloutCourse::covered_ms, &gis::CalloutCourse::last_confirmed_ms}) {
    EXPECT_GT(forecast->soonest.*figure, 0);
    EXPECT_LE(forecast->soonest.*figure, (*forecast).*figure);
    EXPECT_LE((*forecast).*figure, forecast->latest.*figure);
  }
  EXPECT_LE(forecast->covered_ms, forecast->last_confirmed_ms);
  std::vector<std::int64_t> covered_ms;
  int last_within = 0;
  for (std::uint64_t seed = 31; seed < 40; ++seed) {
    CalloutWorld w;
    world(w);
    w.start();
    const auto happened = gis::simulate(w.engine(), options(seed));
    ASSERT_TRUE(happened);
    covered_ms.push_back(happened->covered_ms);
    last_within += happened->last_confirmed_ms >= forecast->soonest.last_confirmed_ms &&
                   happened->last_confirmed_ms <= forecast->latest.last_confirmed_ms;
  }
  std::ranges::sort(covered_ms);
  EXPECT_NEAR(static_cast<double>(forecast->covered_ms) / static_cast<double>(covered_ms[4]), 1, 0.05);
  EXPECT_GE(last_within, 6) << "of nine";
}

TEST(Capacity, ManyPeopleAreOneCourseWithoutARange) {
  CalloutWorld w;
  for (int i = 0; i < 3001; ++i) w.target("p" + std::to_string(i));
  gis::SimulateOptions o = options(1);
  o.most_ms = 60'000;
  const auto forecast = gis::forecastCourse(w.snapshot(), o);
  ASSERT_TRUE(forecast);
  EXPECT_FALSE(forecast->hasRange());
  EXPECT_EQ(forecast->covered_ms, -1) << "most hang on their telephones still";
}

TEST(Capacity, SaysHowManyLinesTheClockNeeds) {
  CalloutWorld w;
  for (int i = 0; i < 506; ++i) w.target("p" + std::to_string(i));
  w.ladder().steps[0].channels = {kVoice};
  gis::Lines few, many;
  few.count[static_cast<std::size_t>(kVoice)] = 8;
  const auto slow = gis::forecastCapacity(w.snapshot(), few, {});
  EXPECT_FALSE(slow.meets_awake_clock);
  ASSERT_GT(slow.lines_needed, 8);
  many.count[static_cast<std::size_t>(kVoice)] = slow.lines_needed;
  EXPECT_TRUE(gis::forecastCapacity(w.snapshot(), many, {}).meets_awake_clock);
}

TEST(EngineClock, JumpsOfTheWallClockMoveNoDeadline) {
  constexpr std::int64_t kHour = 3600 * 1000;
  gis::EngineClock clock(CalloutWorld::kStart, 1000, 0);
  EXPECT_EQ(clock.nowUtcMs(6000), CalloutWorld::kStart + 5000);
  EXPECT_EQ(clock.jumpMs(CalloutWorld::kStart + 5000 + kHour, 6000), kHour) << "an hour forward is told once";
  EXPECT_EQ(clock.jumpMs(CalloutWorld::kStart + 6000 + kHour, 7000), 0);
  EXPECT_EQ(clock.jumpMs(CalloutWorld::kStart + 7000, 8000), -kHour) << "and back again";
  EXPECT_EQ(clock.nowUtcMs(8000), CalloutWorld::kStart + 7000);
  EXPECT_EQ(clock.nowUtcMs(500), CalloutWorld::kStart) << "never before its start";
  gis::EngineClock restarted(CalloutWorld::kStart - kHour, 0, CalloutWorld::kStart);
  EXPECT_EQ(restarted.nowUtcMs(0), CalloutWorld::kStart) << "set back while it was off";
}

}  // namespace
