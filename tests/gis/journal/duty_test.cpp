// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gis/journal/journal_world.h"

namespace gis::journal {
namespace {

std::vector<std::string> namesOf(const std::vector<const ClockState*>& clocks) {
  std::vector<std::string> names;
  for (const ClockState* clock : clocks) names.push_back(clock->name);
  return names;
}

TEST(Duty, ARedWarningStartsTheClocksOfTheRuleFile) {
  JournalWorld w;
  const Entry red = w.warning("red", "W1");
  ASSERT_EQ(namesOf(w.state().running(false)), (std::vector<std::string>{"1/leader", "1/callout", "1/passed_on"}));
  EXPECT_EQ(red.clocks[0].due_utc_ms, kNoon_utc_ms + 10 * kMinute_ms);
  EXPECT_EQ(red.clocks[2].due_utc_ms, kNoon_utc_ms + 30 * kMinute_ms);
  EXPECT_FALSE(red.clocks[0].source.zh.empty());
  EXPECT_EQ(w.warning("blue", "W2").clocks.size(), 1U);
  EXPECT_TRUE(w.wrote(JournalWorld::call("x")).clocks.empty());
}

TEST(Duty, FirstReportsGoByGrade) {
  const auto rules = builtInDutyRules();
  ASSERT_TRUE(rules.has_value()) << say(rules);
  const auto minutes = [&](const char* grade, const char* id) {
    for (const Clock& clock : clocksStarted(*rules, "incident", grade, 0))
      if (clock.id == id) return clock.due_utc_ms / kMinute_ms;
    return std::int64_t{-1};
  };
  EXPECT_EQ(minutes("1", "phone"), 15);
  EXPECT_EQ(minutes("2", "written"), 35);
  EXPECT_EQ(minutes("3", "phone"), 30);
  EXPECT_EQ(minutes("3", "written"), 60);
  EXPECT_EQ(minutes("4", "statistics"), 120);
  EXPECT_EQ(minutes("", "written"), 360);
  EXPECT_EQ(minutes("4", "phone"), -1);
}

TEST(Duty, AClockIsDoneOnceByAPersonAndLateWhenItIsLate) {
  JournalWorld w;
  const Entry red = w.warning("red", "W1");
  const std::string leader = clockName(red.seq, "leader");
  w.pass(12);
  EXPECT_EQ(w.state().clock(leader)->stand, ClockStand::kOverdue);
  const auto done = w.journal->markDone(leader, "王岚", "李主任已知");
  ASSERT_TRUE(done.has_value()) << say(done);
  EXPECT_EQ(done->thing_id, "W1");
  EXPECT_NE(done->text.zh.find("李主任已知"), std::string::npos);
  const JournalState now = w.state();
  EXPECT_EQ(now.clock(leader)->done_seq, done->seq);
  EXPECT_TRUE(now.clock(leader)->late());
  EXPECT_EQ(w.journal->markDone(leader, "王岚", "").error().code, ErrorCode::kAlreadyExists);
  EXPECT_EQ(w.journal->markDone("7/leader", "王岚", "").error().code, ErrorCode::kUnknownName);
}

TEST(Duty, TheCallOutDoesTheClockOfItsOwnWarningAndADrillNone) {
  JournalWorld w;
  w.warning("red", "W1");
  w.warning("red", "W2");
  EntryDraft begun = JournalWorld::call("叫应开始");
  begun.kind = "callout_started", begun.thing_kind = "callout", begun.thing_id = "C1", begun.about_id = "W2";
  begun.is_drill = true;
  w.wrote(begun);
  EXPECT_EQ(w.state().clock("2/callout")->stand, ClockStand::kRunning);
  begun.is_drill = false;
  w.wrote(begun);
  EXPECT_EQ(w.state().clock("2/callout")->stand, ClockStand::kDone);
  EXPECT_EQ(w.state().clock("1/callout")->stand, ClockStand::kRunning);
}

TEST(Duty, WhatWasWithdrawnRunsNoLongerAndWhatWasNotMetRunsAgain) {
  JournalWorld w;
  const Entry red = w.warning("red", "W1");
  const auto done = w.journal->markDone("1/leader", "王岚", "");
  ASSERT_TRUE(done.has_value());
  CorrectionDraft draft;
  draft.text = "电话没有打通", draft.author = "王岚", draft.withdraws = true;
  ASSERT_TRUE(w.journal->correct(done->seq, draft).has_value());
  EXPECT_EQ(w.state().clock("1/leader")->stand, ClockStand::kRunning);
  draft.text = "误报";
  ASSERT_TRUE(w.journal->correct(red.seq, draft).has_value());
  EXPECT_TRUE(w.state().running(true).empty());
  EXPECT_EQ(w.state().clock("1/leader")->stand, ClockStand::kVoid);
}

TEST(Duty, RealClocksComeNearestFirstAndThoseWithoutATimeLast) {
  JournalWorld w;
  EntryDraft draft = JournalWorld::call("a");
  draft.answer_by_utc_ms = 0;
  w.wrote(draft);
  draft.answer_by_utc_ms = kNoon_utc_ms + 60 * kMinute_ms;
  w.wrote(draft);
  draft.answer_by_utc_ms = kNoon_utc_ms + 20 * kMinute_ms;
  w.wrote(draft);
  draft.is_drill = true;
  w.wrote(draft);
  EXPECT_EQ(namesOf(w.state().running(false)), (std::vector<std::string>{"3/answer", "2/answer", "1/answer"}));
  EXPECT_EQ(w.state().running(true).size(), 4U);
  w.pass(1000);
  EXPECT_EQ(w.state().clock("1/answer")->stand, ClockStand::kRunning);
}

TEST(Duty, ABadRuleFileIsNamedWithWhatIsWrong) {
  EXPECT_EQ(readDutyRules("a.json", "[").error().subject, "a.json");
  const auto rule = [](const char* clock) {
    return readDutyRules("b.json",
                         std::string(R"({"rules":[{"when":{"kinds":["x"],"levels":[""]},"clocks":[)") + clock + "]}]}");
  };
  const std::string good =
      R"({"id":"a","within_min":5,"what_zh":"甲","what_en":"A","who_zh":"","who_en":"","source_zh":"规定","source_en":"","confidence":"S"})";
  EXPECT_TRUE(rule(good.c_str()).has_value());
  std::string bad = good;
  bad.replace(bad.find(":5,"), 3, ":0,");
  EXPECT_EQ(rule(bad.c_str()).error().detail, "a: within_min");
  bad = good;
  bad.replace(bad.find("规定"), std::string("规定").size(), "");
  EXPECT_EQ(rule(bad.c_str()).error().detail, "a: no source");
}

}  // namespace
}  // namespace gis::journal
