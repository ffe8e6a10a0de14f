// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
// rapidcheck needs gtest before it
#include <rapidcheck/gtest.h>

#include <algorithm>

#include "tests/gis/journal/journal_world.h"

namespace gis::journal {
namespace {

// A chain as the store writes it, without a store.
std::vector<Entry> chainOf(const std::vector<std::string>& texts) {
  std::vector<Entry> chain;
  for (const std::string& text : texts) {
    Entry entry;
    entry.seq = static_cast<std::int64_t>(chain.size()) + 1;
    entry.uuid = fmt::format("019de000-0000-7000-8d00-{:012}", entry.seq);
    entry.at_utc_ms = entry.recorded_utc_ms = kNoon_utc_ms + entry.seq;
    entry.kind = "other";
    entry.text.zh = text;
    entry.author = "甲";
    entry.hash = entryHash(chain.empty() ? std::string() : chain.back().hash, entry);
    chain.push_back(std::move(entry));
  }
  return chain;
}

RC_GTEST_PROP(JournalChain, AnyEditBreaksItWhereItWasMade, (const std::vector<std::string>& texts)) {
  RC_PRE(texts.size() >= 2U);
  std::vector<Entry> chain = chainOf(texts);
  RC_ASSERT(!firstBrokenEntry(chain).has_value());
  const auto at = *rc::gen::inRange<std::size_t>(0, chain.size());
  Entry& entry = chain[at];
  const std::int64_t seq = entry.seq;
  switch (*rc::gen::inRange(0, 12)) {
    case 0:
      entry.text.zh += "x";
      break;
    case 1:
      entry.text.en += "x";
      break;
    case 2:
      entry.at_utc_ms -= 1;
      break;
    case 3:
      entry.recorded_utc_ms += 1;
      break;
    case 4:
      entry.author += "乙";
      break;
    case 5:
      entry.is_drill = true;
      break;
    case 6:
      entry.where = LonLat{112, 36};
      break;
    case 7:
      entry.corrects_seq = 1;
      break;
    case 8:
      entry.content = R"({"withdraws":true})";
      break;
    case 9:
      std::swap(entry.text.zh, entry.people);
      entry.people += "x";
      break;
    case 10:
      entry.level = "red";
      break;
    default:
      entry.hash[0] = entry.hash[0] == '0' ? '1' : '0';
      break;
  }
  RC_ASSERT(firstBrokenEntry(chain) == std::optional(seq));
}

RC_GTEST_PROP(JournalChain, AnEntryTakenOutOrPutElsewhereIsNoticed, (const std::vector<std::string>& texts)) {
  RC_PRE(texts.size() >= 3U);
  std::vector<Entry> chain = chainOf(texts);
  const auto at = *rc::gen::inRange<std::size_t>(0, chain.size() - 1);
  const bool out = *rc::gen::arbitrary<bool>();
  if (out)
    chain.erase(chain.begin() + static_cast<std::ptrdiff_t>(at));
  else
    std::swap(chain[at], chain[at + 1]);
  RC_ASSERT(firstBrokenEntry(chain) == std::optional(static_cast<std::int64_t>(at) + 1));
}

RC_GTEST_PROP(JournalContent, ComesBackAsItWasWritten, (const std::string& bytes, std::int64_t due, bool withdraws)) {
  std::string words;  // JSON holds UTF-8 alone
  for (const char c : bytes) words += static_cast<char>(c & 0x7f);
  Entry entry;
  entry.clocks = {{"a", {words, "w"}, {"甲", words}, {"s", "s"}, due, "report_issued"}};
  entry.attachments = {{std::string(64, 'a'), "pdf", "文件.pdf", 7}};
  entry.watch = Watch{"甲", {"乙", "丙"}};
  entry.hand_over = HandOver{"甲", "乙", "注意", {1, 2}, {"1/a"}};
  entry.done = {"3/leader"};
  entry.about_id = "W";
  entry.withdraws = withdraws;
  Entry back;
  back.content = writeContent(entry);
  RC_ASSERT(readContent(back).has_value());
  RC_ASSERT(back.clocks == entry.clocks);
  RC_ASSERT(back.attachments == entry.attachments);
  RC_ASSERT(back.watch == entry.watch);
  RC_ASSERT(back.hand_over == entry.hand_over);
  RC_ASSERT(back.done == entry.done);
  RC_ASSERT(back.withdraws == withdraws);
  RC_ASSERT(writeContent(back) == back.content);
}

// What is asked of the past is what the present was then, whatever came afterwards.
TEST(JournalProperty, ThePastIsWhatThePresentWas) {
  JournalWorld w;
  Random random{20260501};
  struct Moment {
    std::int64_t at_utc_ms;
    std::size_t entries, running;
    bool on_duty;
  };
  std::vector<Moment> moments;
  const char* const levels[] = {"red", "blue", ""};
  for (int step = 0; step < 60; ++step) {
    w.pass(static_cast<int>(1 + random.below(9)));
    const JournalState now = w.state();
    const auto running = now.running(true);
    CorrectionDraft draft;
    draft.text = "更正", draft.author = "乙", draft.withdraws = random.below(2) == 0;
    switch (random.below(6)) {
      case 0:
        w.warning(levels[random.below(3)], fmt::format("W{}", step).c_str());
        break;
      case 1:
        w.wrote(JournalWorld::call("来电"));
        break;
      case 2:
        if (!running.empty()) {
          EXPECT_TRUE(w.journal->markDone(running[0]->name, "甲", "").has_value());
        }
        break;
      case 3:
        if (!w.entries().empty()) (void)w.journal->correct(w.entries().back().seq, draft);
        break;
      case 4:
        if (!now.onDuty()) {
          EXPECT_TRUE(w.journal->startShift({"甲", {"乙"}}, "乙").has_value());
        }
        break;
      default:
        if (now.onDuty()) {
          EXPECT_TRUE(w.journal->handOver({{"丙", {"乙"}}, "乙", "丙", ""}).has_value());
        }
        break;
    }
    const JournalState after = w.state();
    moments.push_back({w.clock->now, w.entries().size(), after.running(true).size(), after.onDuty() != nullptr});
  }
  for (const Moment& moment : moments) {
    JournalQuery query;
    query.as_of_utc_ms = moment.at_utc_ms;
    EXPECT_EQ(w.entries(query).size(), moment.entries);
    const JournalState then = w.state(moment.at_utc_ms);
    EXPECT_EQ(then.running(true).size(), moment.running);
    EXPECT_EQ(then.onDuty() != nullptr, moment.on_duty);
  }
  const auto check = w.journal->verify();
  ASSERT_TRUE(check.has_value());
  EXPECT_FALSE(check->broken_seq.has_value());
  EXPECT_GE(check->entries, 20);
}

}  // namespace
}  // namespace gis::journal
