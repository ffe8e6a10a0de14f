// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/callout_run.h"

#include <gtest/gtest.h>

#include "gis/callout/audit.h"
#include "gis/core/uuid.h"
#include "tests/gis/callout/callout_world.h"
#include "tests/gis/store/store_test_support.h"

namespace {

using tests::CalloutWorld;

class CalloutRunTest : public ::testing::Test {
 protected:
  CalloutRunTest() {
    auto made = gis::Workspace::create(folder / "city", gis::kMayDay);
    EXPECT_TRUE(made.has_value());
    for (int i = 0; i < 30; ++i) world.target("p" + std::to_string(i));
  }
  std::filesystem::path city() const { return folder / "city"; }
  gis::TemporaryFolder folder;
  CalloutWorld world;
};

TEST_F(CalloutRunTest, WhatOneStartedAnotherGoesOnWith) {
  EXPECT_EQ(gis::CalloutRun::open(city())->get(), nullptr) << "nothing was started";
  auto first = gis::CalloutRun::start(city(), world.snapshot(), "officer");
  ASSERT_TRUE(first.has_value());
  EXPECT_TRUE((*first)->state().started());
  auto second = gis::CalloutRun::open(city());
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ((*second)->uuid(), (*first)->uuid());
  // What one window decides, the other sees at its next beat.
  ASSERT_TRUE((*first)->engine().takeOver(3, "a", "", (*first)->nowUtcMs()));
  const auto seen = (*second)->beat();
  ASSERT_TRUE(seen.has_value());
  EXPECT_TRUE(*seen);
  EXPECT_EQ((*second)->state().lastHash(), (*first)->state().lastHash());
  ASSERT_TRUE((*second)->engine().close("b", (*second)->nowUtcMs()));
  ASSERT_TRUE((*first)->beat());
  EXPECT_TRUE((*first)->state().closed());
}

TEST_F(CalloutRunTest, ADrillOfMadePeopleIsKeptAsItGoes) {
  gis::SimulateOptions options;
  options.seed = 7;
  auto drill = gis::CalloutRun::drill(city(), world.snapshot(), "officer", options, 1e6);
  ASSERT_TRUE(drill.has_value());
  EXPECT_TRUE((*drill)->state().snapshot().is_drill) << "made people make it a drill";
  // A million times as fast: a few beats are days.
  for (int i = 0; i < 50; ++i) ASSERT_TRUE((*drill)->beat());
  int confirmed = 0;
  for (const gis::TargetState& target : (*drill)->state().targets())
    confirmed += target.confirmed() && !target.is_notice;
  EXPECT_GT(confirmed, 20);
  ASSERT_TRUE((*drill)->engine().close("officer", (*drill)->nowUtcMs()));
  ASSERT_TRUE((*drill)->beat());
  // The workspace holds the same log.
  const auto kept = gis::CalloutRun::open(city());
  ASSERT_TRUE(kept.has_value());
  EXPECT_EQ((*kept)->state().lastHash(), (*drill)->state().lastHash());
  EXPECT_TRUE((*kept)->state().closed());
  const auto history = (*kept)->store().historyOf("p3", 10);
  ASSERT_TRUE(history.has_value());
  ASSERT_EQ(history->size(), 1U);
  EXPECT_TRUE(history->front().is_drill);
  EXPECT_GT(history->front().attempts, 0);
}

// The same course, whether it runs in one piece or beat by beat.
TEST(SimulatedPeople, StepByStepIsTheSameAsAtOnce) {
  CalloutWorld world;
  for (int i = 0; i < 40; ++i) world.target("p" + std::to_string(i));
  gis::SimulateOptions options;
  options.seed = 11;
  options.start_utc_ms = CalloutWorld::kStart;
  options.close_at_end = false;
  gis::MemoryCalloutLog whole, steps;
  gis::CalloutEngine a(world.snapshot(), whole), b(world.snapshot(), steps);
  ASSERT_TRUE(a.load());
  ASSERT_TRUE(b.load());
  ASSERT_TRUE(gis::simulate(a, options));
  gis::SimulatedPeople people(b, options);
  const std::int64_t end = options.start_utc_ms + options.most_ms;
  for (std::int64_t now = options.start_utc_ms; now < end; now += 1700) ASSERT_TRUE(people.advance(now));
  ASSERT_TRUE(people.advance(end));
  EXPECT_EQ(whole.events(), steps.events());
  EXPECT_TRUE(people.finished());
}

TEST(TakeOver, TheOfficerCallsAtOnceWhateverTheLadderDoes) {
  CalloutWorld w;
  const int a = w.target("a"), b = w.target("b");
  auto& engine = w.start();
  w.hand(a, gis::Channel::kVoice, 1);
  const auto taken = engine.takeOver(a, "li", "spoke on the radio", w.time(5));
  ASSERT_TRUE(taken.has_value());
  ASSERT_FALSE(taken->empty());
  EXPECT_EQ(w.attemptState(*taken).claimed_by, "li");
  EXPECT_EQ(w.attemptState(*taken).channel, gis::Channel::kPhone);
  // The same again gives the same number; another person gives the first back.
  EXPECT_EQ(*engine.takeOver(a, "li", "", w.time(6)), *taken);
  const auto next = engine.takeOver(b, "li", "", w.time(7));
  ASSERT_TRUE(next.has_value());
  EXPECT_EQ(w.attemptState(*taken).claimed_by, "");
  EXPECT_EQ(w.say(*next, gis::ReceiptKind::kConfirmed, 9), gis::ReceiptOutcome::kTaken);
  EXPECT_TRUE(w.at(b).confirmed());
  EXPECT_EQ(*engine.takeOver(b, "li", "", w.time(10)), "") << "who has confirmed is not called";
  EXPECT_EQ(w.auditText(10), "");
}

TEST(TakeOver, FromTheHandOfAnotherOfficer) {
  CalloutWorld w;
  const int a = w.target("a");
  auto& engine = w.start();
  const auto first = engine.takeOver(a, "li", "", w.time(1));
  const auto second = engine.takeOver(a, "wang", "nearer", w.time(2));
  ASSERT_TRUE(second.has_value());
  EXPECT_EQ(*second, *first) << "one number, one call";
  EXPECT_EQ(w.attemptState(*second).claimed_by, "wang");
  EXPECT_EQ(w.count(gis::EventKind::kReleased), 1);
  // A failed call by hand leaves the ladder going.
  w.say(*second, gis::ReceiptKind::kFailed, 5, 0, "no_answer");
  w.until(4000);
  EXPECT_TRUE(w.at(a).silent || w.at(a).escalated);
  EXPECT_EQ(w.auditText(4000), "");
}

TEST(TakeOver, NobodyWithoutANumber) {
  CalloutWorld w;
  const int a = w.target("a", false, false, "none");
  auto& engine = w.start();
  EXPECT_EQ(*engine.takeOver(a, "li", "", w.time(1)), "");
}

TEST(Queue, WhatWaitsForALineGoesToOfficersOnce) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  EXPECT_TRUE(w.engine().queued(gis::Channel::kPhone, 10).empty());
  EXPECT_EQ(*w.engine().callByHand("li", CalloutWorld::time(5)), 1);
  EXPECT_EQ(w.engine().queued(gis::Channel::kPhone, 10).size(), 1u);
  EXPECT_EQ(*w.engine().callByHand("wang", CalloutWorld::time(6)), 0);
  EXPECT_EQ(*w.engine().claim("li", CalloutWorld::time(7)), w.attempt(a, gis::Channel::kPhone));
  EXPECT_EQ(w.say(a, gis::Channel::kPhone, gis::ReceiptKind::kConfirmed, 20), gis::ReceiptOutcome::kTaken);
  EXPECT_EQ(w.auditText(21), "");
}

TEST(Correction, TakesBackWhatWasBookedAndKeepsTheClock) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, gis::Channel::kVoice, 1);
  w.say(a, gis::Channel::kVoice, gis::ReceiptKind::kMoved, 20, 23);
  const std::size_t events = w.log().events().size();
  EXPECT_TRUE(
      *w.engine().correct(w.attempt(a, gis::Channel::kVoice), 0, "li", "pressed by mistake", CalloutWorld::time(30)));
  EXPECT_GT(w.log().events().size(), events) << "the log only grows";
  EXPECT_FALSE(w.at(a).confirmed());
  EXPECT_EQ(w.at(a).moved_people, 0);
  EXPECT_EQ(w.at(a).reached_utc_ms[0], CalloutWorld::kStart);
  w.until(301);
  EXPECT_TRUE(w.at(a).awake_overdue) << "five minutes from the start, not from the correction";
  EXPECT_EQ(w.auditText(302), "");
}

TEST(Correction, RingsTheDeputyAgainWhoWasRung) {
  CalloutWorld w;
  const int a = w.target("a");
  for (int step = 0; step < 2; ++step)
    w.ladder().steps[static_cast<std::size_t>(step)].channels = {gis::Channel::kPhone};
  w.start();
  const auto& state = w.engine().state();
  const auto rung = [&](const std::string& id) {
    return state.snapshot().persons[static_cast<std::size_t>(w.attemptState(id).person)].uuid;
  };
  const std::string first = *w.engine().claim("li", CalloutWorld::time(1));
  EXPECT_EQ(rung(first), "a");
  w.say(first, gis::ReceiptKind::kCannotServe, 5);
  const std::string second = *w.engine().claim("li", CalloutWorld::time(6));
  EXPECT_EQ(rung(second), "a2");
  w.say(second, gis::ReceiptKind::kMoved, 20, 23);
  EXPECT_TRUE(*w.engine().correct(second, 0, "li", "pressed by mistake", CalloutWorld::time(30)));
  EXPECT_EQ(rung(*w.engine().takeOver(a, "li", {}, CalloutWorld::time(30))), "a2") << "who cannot serve is not rung";
  EXPECT_FALSE(w.at(a).confirmed());
  // That they cannot serve was the mistake: back to the post-holder.
  EXPECT_TRUE(*w.engine().correct(first, 0, "li", "pressed by mistake", CalloutWorld::time(40)));
  EXPECT_EQ(rung(*w.engine().takeOver(a, "li", {}, CalloutWorld::time(40))), "a");
  EXPECT_EQ(w.auditText(41), "");
}

TEST(ResponseTask, IsReportedOnce) {
  CalloutWorld w;
  w.target("a");
  w.snapshot().plan.tasks.push_back({gis::WarningColour::kRed, "3.2", "open the shelters", "county", 600});
  auto& engine = w.start();
  EXPECT_TRUE(*engine.taskDone(0, "li", "", w.time(60)));
  EXPECT_FALSE(*engine.taskDone(0, "wang", "", w.time(70)));
  EXPECT_FALSE(*engine.taskDone(1, "li", "", w.time(70))) << "there is no such task";
  ASSERT_TRUE(engine.state().tasksDone().contains(0));
  EXPECT_EQ(engine.state().tasksDone().at(0).officer, "li");
}

TEST(PlanWithChannels, OfficersTakeOverWhatNoLineDoes) {
  const auto plan = gis::builtInPlan();
  ASSERT_TRUE(plan.has_value());
  bool changed = false;
  std::array<bool, gis::kChannelCount> all{};
  all.fill(true);
  EXPECT_EQ(gis::writePlan(gis::withChannels(*plan, all, &changed)), gis::writePlan(*plan));
  EXPECT_FALSE(changed);
  const gis::CalloutPlan by_hand = gis::withChannels(*plan, {}, &changed);
  EXPECT_TRUE(changed);
  for (const gis::Ladder& ladder : by_hand.ladders)
    for (const gis::LadderStep& step : ladder.steps)
      for (const gis::Channel channel : step.channels)
        EXPECT_TRUE(channel == gis::Channel::kPhone || channel == gis::Channel::kDoor) << ladder.id;
  // With SMS alone a voice call becomes an officer's, and the message stays.
  std::array<bool, gis::kChannelCount> sms{};
  sms[static_cast<std::size_t>(gis::Channel::kSms)] = true;
  const gis::CalloutPlan mixed = gis::withChannels(*plan, sms);
  EXPECT_EQ(mixed.ladder("red")->steps.front().channels, (std::vector{gis::Channel::kPhone, gis::Channel::kSms}));
}

}  // namespace
