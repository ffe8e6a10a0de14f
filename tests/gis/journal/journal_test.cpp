// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gis/journal/journal_world.h"

#include <SQLiteCpp/Exception.h>

namespace gis::journal {
namespace {

TEST(Journal, WhatWasWrittenStandsThereWithEverythingThatBelongsToIt) {
  JournalWorld w;
  EntryDraft draft = JournalWorld::call("王和镇来电，河水上涨");
  draft.people = "李村长 13800000000";
  draft.place = "王和镇";
  draft.where = LonLat{112.5, 36.9};
  draft.answer_by_utc_ms = kNoon_utc_ms + 30 * kMinute_ms;
  draft.attachments = {{std::string(64, 'a'), "jpg", "河道.jpg", 12}};
  const Entry written = w.wrote(draft);
  const auto found = w.entries();
  ASSERT_EQ(found.size(), 1U);
  const Entry& entry = found.front();
  EXPECT_EQ(entry.seq, 1);
  EXPECT_EQ(entry.hash, written.hash);
  EXPECT_EQ(entry.text.zh, draft.text.zh);
  EXPECT_EQ(entry.where->lat_deg, 36.9);
  EXPECT_EQ(entry.attachments, draft.attachments);
  ASSERT_EQ(entry.clocks.size(), 1U);
  EXPECT_EQ(entry.clocks[0].due_utc_ms, kNoon_utc_ms + 30 * kMinute_ms);
}

TEST(Journal, WhatIsMissingIsNamed) {
  JournalWorld w;
  EntryDraft draft = JournalWorld::call("");
  EXPECT_EQ(w.journal->append(draft).error().detail, "what happened");
  draft = JournalWorld::call("x");
  draft.author.clear();
  EXPECT_EQ(w.journal->append(draft).error().detail, "who writes it");
  draft = JournalWorld::call("x");
  draft.kind = "shift_start";
  EXPECT_EQ(w.journal->append(draft).error().code, ErrorCode::kInvalidArgument);
  draft.kind = "no_such_kind";
  EXPECT_FALSE(w.journal->append(draft).has_value());
  EXPECT_TRUE(w.entries().empty());
}

TEST(Journal, NothingHappensAfterItWasWritten) {
  JournalWorld w;
  EntryDraft draft = JournalWorld::call("x");
  draft.at_utc_ms = kNoon_utc_ms + 5 * kMinute_ms;
  EXPECT_EQ(w.wrote(draft).at_utc_ms, kNoon_utc_ms);
  w.clock->now -= 60 * kMinute_ms;  // somebody set the wall clock back
  EXPECT_EQ(w.wrote(JournalWorld::call("y")).recorded_utc_ms, kNoon_utc_ms);
}

TEST(Journal, ACorrectionStandsBesideWhatItCorrects) {
  JournalWorld w;
  const Entry old = w.wrote(JournalWorld::call("三户被淹"));
  CorrectionDraft draft;
  draft.text = "五户被淹", draft.author = "赵明";
  const auto first = w.journal->correct(old.seq, draft);
  ASSERT_TRUE(first.has_value()) << say(first);
  draft.text = "六户被淹";
  const auto second = w.journal->correct(first->seq, draft);  // a correction's correction is of the entry
  ASSERT_TRUE(second.has_value()) << say(second);
  EXPECT_EQ(second->corrects_seq, old.seq);
  EXPECT_EQ(w.entries().size(), 3U);
  EXPECT_EQ(w.entries()[0].text.zh, "三户被淹");
  EXPECT_EQ(w.state().corrected.at(old.seq), second->seq);
  EXPECT_EQ(w.journal->correct(99, draft).error().code, ErrorCode::kUnknownName);
  draft.text.clear();
  EXPECT_EQ(w.journal->correct(old.seq, draft).error().detail, "what is right");
}

TEST(Journal, SqlCannotChangeRemoveReplaceOrInsertInBetween) {
  JournalWorld w;
  const Entry one = w.wrote(JournalWorld::call("a"));
  w.wrote(JournalWorld::call("b"));
  const std::string row = "(seq, uuid, at_utc_ms, recorded_utc_ms, kind, author, hash) VALUES ";
  const std::string tail = ",1,9999999999999,'other','x','" + one.hash + "')";
  for (const std::string& bad :
       {std::string("UPDATE journal_entry SET text_zh='c'"), std::string("DELETE FROM journal_entry WHERE seq=2"),
        "INSERT OR REPLACE INTO journal_entry " + row + "(1,'019de000-0000-7000-8d00-000000000000'" + tail,
        "INSERT OR REPLACE INTO journal_entry " + row + "(3,'" + one.uuid + "'" + tail,
        "INSERT INTO journal_entry " + row + "(7,'019de000-0000-7000-8d00-000000000000'" + tail})
    EXPECT_THROW(w.sql(bad), SQLite::Exception) << bad;
  EXPECT_EQ(w.entries().size(), 2U);
}

TEST(Journal, SearchByTextKindPersonTimeAndOpenItems) {
  JournalWorld w;
  EntryDraft draft = JournalWorld::call("王和镇 Wanghe 桥被冲");
  draft.people = "李村长";
  draft.answer_by_utc_ms = 0;
  w.wrote(draft);
  w.pass(10);
  draft = JournalWorld::call("市领导要求核实");
  draft.kind = "instruction", draft.author = "赵明";
  w.wrote(draft);
  draft = JournalWorld::call("演练来电");
  draft.is_drill = true;
  w.wrote(draft);
  const auto count = [&](const std::function<void(JournalQuery&)>& with) {
    JournalQuery query;
    with(query);
    return w.entries(query).size();
  };
  EXPECT_EQ(count([](JournalQuery&) {}), 2U) << "drills are left out";
  EXPECT_EQ(count([](JournalQuery& q) { q.drills = Drills::kOnly; }), 1U);
  EXPECT_EQ(count([](JournalQuery& q) { q.drills = Drills::kWith; }), 3U);
  EXPECT_EQ(count([](JournalQuery& q) { q.find = "wanghe 李村"; }), 1U);
  EXPECT_EQ(count([](JournalQuery& q) { q.find = "批示"; }), 1U) << "by the kind's name";
  EXPECT_EQ(count([](JournalQuery& q) { q.find = "%"; }), 0U);
  EXPECT_EQ(count([](JournalQuery& q) { q.person = "赵明"; }), 1U);
  EXPECT_EQ(count([](JournalQuery& q) { q.kinds = {"phone_in", "visit"}; }), 1U);
  EXPECT_EQ(count([](JournalQuery& q) { q.since_utc_ms = kNoon_utc_ms + 1; }), 1U);
  EXPECT_EQ(count([](JournalQuery& q) { q.until_utc_ms = kNoon_utc_ms; }), 1U);
  EXPECT_EQ(count([](JournalQuery& q) { q.open_only = true; }), 1U);
  EXPECT_EQ(count([](JournalQuery& q) { q.most = 1; }), 1U);
  JournalQuery newest;
  newest.most = 1;
  EXPECT_EQ(w.entries(newest)[0].kind, "instruction");
}

TEST(Shifts, BeginHandOverWithWhatIsOpenAndEnd) {
  JournalWorld w;
  ASSERT_EQ(w.state().onDuty(), nullptr);
  HandOverDraft over;
  over.next = {"陈局长", {"孙丽"}};
  over.gives = "王岚", over.takes = "孙丽", over.remarks = "注意浊漳河";
  EXPECT_EQ(w.journal->handOver(over).error().code, ErrorCode::kNoData);
  ASSERT_TRUE(w.journal->startShift({"李主任", {"王岚", "赵明"}}, "王岚").has_value());
  EXPECT_EQ(w.journal->startShift({"李主任", {"王岚"}}, "王岚").error().code, ErrorCode::kAlreadyExists);
  const Entry red = w.warning("red", "W1");
  w.pass(5);
  over.gives = "路人";
  EXPECT_EQ(w.journal->handOver(over).error().subject, "路人");
  over.gives = "王岚", over.takes = "王岚";
  EXPECT_EQ(w.journal->handOver(over).error().detail, "does not take over: not of the next shift");
  over.takes = "孙丽";
  const auto handed = w.journal->handOver(over);
  ASSERT_TRUE(handed.has_value()) << say(handed);
  ASSERT_TRUE(handed->hand_over.has_value());
  EXPECT_EQ(handed->hand_over->open, std::vector<std::int64_t>{red.seq});
  EXPECT_EQ(handed->hand_over->clocks.size(), red.clocks.size());
  const JournalState now = w.state();
  ASSERT_NE(now.onDuty(), nullptr);
  EXPECT_EQ(now.onDuty()->watch.leader, "陈局长");
  EXPECT_EQ(now.running(false).size(), red.clocks.size()) << "clocks run on under the next shift";
  ASSERT_EQ(now.shifts.size(), 2U);
  EXPECT_EQ(now.shifts[0].handed_over->remarks, "注意浊漳河");
  ASSERT_TRUE(w.journal->endShift("孙丽", "").has_value());
  EXPECT_EQ(w.state().onDuty(), nullptr);
  EXPECT_EQ(w.journal->endShift("孙丽", "").error().code, ErrorCode::kNoData);
  CorrectionDraft draft;
  draft.text = "x", draft.author = "x", draft.withdraws = true;
  EXPECT_EQ(w.journal->correct(1, draft).error().code, ErrorCode::kInvalidArgument);
}

TEST(Journal, AsItWasShowsWhatWasRecordedByThenAndNothingElse) {
  JournalWorld w;
  const Entry red = w.warning("red", "W1");
  w.pass(8);
  const std::int64_t before = w.clock->now;
  w.pass(1);
  EntryDraft late = JournalWorld::call("其实早就来过电话");
  late.at_utc_ms = kNoon_utc_ms + kMinute_ms;  // happened before, written down afterwards
  w.wrote(late);
  ASSERT_TRUE(w.journal->markDone(clockName(red.seq, "leader"), "王岚", "已报李主任").has_value());
  w.pass(60);
  JournalQuery query;
  query.as_of_utc_ms = before;
  EXPECT_EQ(w.entries(query).size(), 1U);
  const JournalState then = w.state(before);
  EXPECT_EQ(then.clock(clockName(red.seq, "leader"))->stand, ClockStand::kRunning);
  EXPECT_EQ(w.state().clock(clockName(red.seq, "leader"))->stand, ClockStand::kDone);
  EXPECT_EQ(w.state().clock(clockName(red.seq, "passed_on"))->stand, ClockStand::kOverdue);
}

TEST(Journal, RoomsWriteWithinTheirOwnTransactionAndNothingTwice) {
  JournalWorld w;
  EntryDraft draft = JournalWorld::call("事件立案");
  draft.kind = "incident", draft.level = "3", draft.source = "incident", draft.source_key = "I1";
  const auto rolled_back = w.db().transaction([&]() -> Result<void> {
    if (auto entry = w.journal->append(draft); !entry) return std::unexpected(entry.error());
    return fail(ErrorCode::kCancelled, "test");
  });
  EXPECT_FALSE(rolled_back.has_value());
  EXPECT_TRUE(w.entries().empty());
  const Entry first = w.wrote(draft);
  draft.text.zh = "又一次";
  EXPECT_EQ(w.wrote(draft).seq, first.seq);
  EXPECT_EQ(w.entries().size(), 1U);
}

}  // namespace
}  // namespace gis::journal
