// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/journal/journal_store.h"

#include <sqlite3.h>

#include <algorithm>

#include "gis/store/guarded.h"
#include "gis/store/joined_transaction.h"

namespace gis::journal {
namespace {

std::unexpected<Error> missing(const char* what) { return fail(ErrorCode::kInvalidArgument, "journal", what); }

bool isShiftKind(std::string_view kind) { return kind == "shift_start" || kind == "hand_over" || kind == "shift_end"; }

bool isOf(const Watch& watch, const std::string& name) {
  return name == watch.leader || std::ranges::find(watch.officers, name) != watch.officers.end();
}

Result<void> checkWatch(const Watch& watch) {
  if (watch.leader.empty()) return missing("a shift needs a leader");
  if (watch.officers.empty() || std::ranges::find(watch.officers, std::string()) != watch.officers.end())
    return missing("a shift needs at least one officer");
  return {};
}

std::string watchText(const Watch& watch, const char* leader, const char* officers, const char* between) {
  std::string names;
  for (const std::string& one : watch.officers) names += (names.empty() ? "" : between) + one;
  return fmt::format("{}{}{}{}", leader, watch.leader, officers, names);
}

TwoTexts withRemarks(TwoTexts texts, const std::string& remarks) {
  if (remarks.empty()) return texts;
  texts.zh += "。" + remarks;
  texts.en += ". " + remarks;
  return texts;
}

TwoTexts watchTexts(const Watch& watch) {
  return {watchText(watch, "带班领导 ", "，值班员 ", "、"), watchText(watch, "Leader ", ", officers ", ", ")};
}

Entry entryOf(const EntryDraft& draft) {
  Entry entry;
  entry.at_utc_ms = draft.at_utc_ms;
  entry.kind = draft.kind;
  entry.level = draft.level;
  entry.is_drill = draft.is_drill;
  entry.text = draft.text;
  entry.author = draft.author;
  entry.people = draft.people;
  entry.place = draft.place;
  entry.where = draft.where;
  entry.thing_kind = draft.thing_kind;
  entry.thing_id = draft.thing_id;
  entry.about_id = draft.about_id;
  entry.source = draft.source;
  entry.source_key = draft.source_key;
  entry.attachments = draft.attachments;
  return entry;
}

Clock answerClock(std::int64_t due_utc_ms) {
  return {
      "answer", {"答复", "Answer"}, {"值班员", "Officer on duty"}, {"记录人要求", "Asked by the writer"}, due_utc_ms,
      {}};
}

}  // namespace

Result<JournalStore> JournalStore::open(const Database& db, const gis::Clock& clock, UuidSource& uuids) {
  auto rules = builtInDutyRules();
  if (!rules) return std::unexpected(rules.error());
  return JournalStore(db, clock, uuids, std::move(*rules));
}

Result<void> JournalStore::atOnce(const std::function<Result<void>()>& work) const {
  if (m_db->mode() == OpenMode::kRead) return fail(ErrorCode::kReadOnly, m_db->file().string());
  if (!there()) return fail(ErrorCode::kNoData, m_db->file().string(), "the workspace has no journal yet");
  return inTransaction(*m_db, work);
}

// Looks and writes within one transaction, so that two windows do not both begin a shift or meet one clock.
Result<Entry> JournalStore::decide(const std::function<Result<Entry>()>& work) const {
  Result<Entry> kept = missing("nothing was written");
  const auto done = atOnce([&]() -> Result<void> {
    kept = work();
    if (!kept) return std::unexpected(kept.error());
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return kept;
}

Result<Entry> JournalStore::write(Entry entry) {
  if (entry.author.empty()) return missing("who writes it");
  return decide([&]() -> Result<Entry> {
    return guarded(*m_db, [&]() -> Result<Entry> {
      SQLite::Statement last(m_db->sql(),
                             "SELECT seq, hash, recorded_utc_ms FROM journal_entry ORDER BY seq DESC LIMIT 1");
      const bool first = !last.executeStep();
      // A wall clock that was set back does not turn the order round.
      entry.recorded_utc_ms = std::max(m_clock->nowUtcMs(), first ? INT64_MIN : last.getColumn(2).getInt64());
      entry.seq = first ? 1 : last.getColumn(0).getInt64() + 1;
      entry.at_utc_ms = entry.at_utc_ms == 0 ? entry.recorded_utc_ms : std::min(entry.at_utc_ms, entry.recorded_utc_ms);
      if (!entry.corrects_seq) {
        auto clocks = clocksStarted(m_rules, entry.kind, entry.level, entry.at_utc_ms);
        entry.clocks.insert(entry.clocks.begin(), clocks.begin(), clocks.end());
      }
      entry.uuid = m_uuids->next();
      entry.content = writeContent(entry);
      entry.hash = entryHash(first ? std::string() : last.getColumn(1).getString(), entry);
      SQLite::Statement row(m_db->sql(),
                            "INSERT INTO journal_entry (seq, uuid, at_utc_ms, recorded_utc_ms, kind, level, is_drill, "
                            "text_zh, text_en, author, people, place, lon_deg, lat_deg, thing_kind, thing_id, "
                            "corrects_seq, source, source_key, content, hash) VALUES "
                            "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
      int at = 0;
      row.bind(++at, entry.seq);
      row.bind(++at, entry.uuid);
      row.bind(++at, entry.at_utc_ms);
      row.bind(++at, entry.recorded_utc_ms);
      row.bind(++at, entry.kind);
      row.bind(++at, entry.level);
      row.bind(++at, entry.is_drill ? 1 : 0);
      for (const std::string* text : {&entry.text.zh, &entry.text.en, &entry.author, &entry.people, &entry.place})
        row.bind(++at, *text);
      ++at;
      if (entry.where) row.bind(at, entry.where->lon_deg), row.bind(at + 1, entry.where->lat_deg);
      ++at;
      row.bind(++at, entry.thing_kind);
      row.bind(++at, entry.thing_id);
      ++at;
      if (entry.corrects_seq) row.bind(at, *entry.corrects_seq);
      for (const std::string* text : {&entry.source, &entry.source_key, &entry.content, &entry.hash})
        row.bind(++at, *text);
      row.exec();
      return entry;
    });
  });
}

Result<Entry> JournalStore::append(const EntryDraft& draft) {
  if (draft.kind.empty()) return missing("what kind of entry it is");
  if (draft.text.zh.empty() && draft.text.en.empty()) return missing("what happened");
  if (draft.source.empty() != draft.source_key.empty()) return missing("source and key go together");
  if (isShiftKind(draft.kind) || draft.kind == "clock_done") return missing("shifts and clocks have their own steps");
  return decide([&]() -> Result<Entry> {
    if (!draft.source.empty()) {
      auto before = written(draft.source, draft.source_key);
      if (!before) return std::unexpected(before.error());
      if (*before) return std::move(**before);
    }
    Entry entry = entryOf(draft);
    if (draft.answer_by_utc_ms) entry.clocks.push_back(answerClock(*draft.answer_by_utc_ms));
    return write(std::move(entry));
  });
}

Result<Entry> JournalStore::correct(std::int64_t seq, const CorrectionDraft& draft) {
  auto old = entry(seq);
  if (!old) return old;
  if (draft.withdraws && isShiftKind(old->kind)) return missing("a shift cannot be withdrawn: hand over or end it");
  if (draft.text.empty()) return missing(draft.withdraws ? "why it is withdrawn" : "what is right");
  Entry entry;
  entry.corrects_seq = old->corrects_seq.value_or(seq);  // of a correction: the entry itself is meant
  entry.withdraws = draft.withdraws;
  entry.at_utc_ms = draft.at_utc_ms.value_or(old->at_utc_ms);
  entry.kind = old->kind;
  entry.level = old->level;
  entry.is_drill = old->is_drill;
  entry.text.zh = draft.text;
  entry.author = draft.author;
  entry.people = draft.people.empty() ? old->people : draft.people;
  entry.place = draft.place.empty() ? old->place : draft.place;
  entry.where = draft.where ? draft.where : old->where;
  entry.thing_kind = old->thing_kind;
  entry.thing_id = old->thing_id;
  entry.attachments = old->attachments;
  return write(std::move(entry));
}

Result<Entry> JournalStore::markDone(const std::string& clock_name, const std::string& author, const std::string& words,
                                     std::optional<std::int64_t> at_utc_ms) {
  return decide([&]() -> Result<Entry> {
    const auto now = state();
    if (!now) return std::unexpected(now.error());
    const ClockState* clock = now->clock(clock_name);
    if (!clock) return fail(ErrorCode::kUnknownName, clock_name, "no clock of the journal has this name");
    if (!clock->open()) return fail(ErrorCode::kAlreadyExists, clock_name, "it is done already");
    auto about = this->entry(clock->entry_seq);
    if (!about) return std::unexpected(about.error());
    Entry entry;
    entry.kind = "clock_done";
    entry.is_drill = clock->is_drill;
    entry.at_utc_ms = at_utc_ms.value_or(0);
    entry.text = clock->clock.what;
    if (!words.empty()) entry.text.zh += "：" + words, entry.text.en += ": " + words;
    entry.author = author;
    entry.thing_kind = about->thing_kind;
    entry.thing_id = about->thing_id;
    entry.done = {clock_name};
    return write(std::move(entry));
  });
}

Result<Entry> JournalStore::startShift(const Watch& watch, const std::string& author, const std::string& remarks) {
  if (auto good = checkWatch(watch); !good) return std::unexpected(good.error());
  return decide([&]() -> Result<Entry> {
    const auto now = state();
    if (!now) return std::unexpected(now.error());
    if (now->onDuty())
      return fail(ErrorCode::kAlreadyExists, now->onDuty()->watch.leader, "a shift is on duty; it hands over");
    Entry entry;
    entry.kind = "shift_start";
    entry.text = withRemarks(watchTexts(watch), remarks);
    entry.author = author;
    entry.watch = watch;
    return write(std::move(entry));
  });
}

Result<Entry> JournalStore::handOver(const HandOverDraft& draft) {
  if (auto good = checkWatch(draft.next); !good) return std::unexpected(good.error());
  return decide([&]() -> Result<Entry> {
    const auto now = state();
    if (!now) return std::unexpected(now.error());
    const Shift* shift = now->onDuty();
    if (!shift) return fail(ErrorCode::kNoData, "journal", "nobody is on duty; begin a shift");
    if (!isOf(shift->watch, draft.gives))
      return fail(ErrorCode::kInvalidArgument, draft.gives, "does not hand over: not on duty");
    if (!isOf(draft.next, draft.takes))
      return fail(ErrorCode::kInvalidArgument, draft.takes, "does not take over: not of the next shift");
    Entry entry;
    entry.kind = "hand_over";
    HandOver over{draft.gives, draft.takes, draft.remarks, now->openEntries(false), {}};
    for (const ClockState* clock : now->running(false)) over.clocks.push_back(clock->name);
    entry.text = {fmt::format("{} 交 {} 接，未办结 {} 项。{}", draft.gives, draft.takes, over.clocks.size(),
                              watchTexts(draft.next).zh),
                  fmt::format("{} hands over to {}, {} open. {}", draft.gives, draft.takes, over.clocks.size(),
                              watchTexts(draft.next).en)};
    entry.text = withRemarks(std::move(entry.text), draft.remarks);
    entry.author = draft.takes;
    entry.people = draft.gives;
    entry.watch = draft.next;
    entry.hand_over = std::move(over);
    return write(std::move(entry));
  });
}

Result<Entry> JournalStore::endShift(const std::string& author, const std::string& remarks) {
  return decide([&]() -> Result<Entry> {
    const auto now = state();
    if (!now) return std::unexpected(now.error());
    if (!now->onDuty()) return fail(ErrorCode::kNoData, "journal", "nobody is on duty");
    Entry entry;
    entry.kind = "shift_end";
    entry.text = withRemarks({"值班结束，无人接班", "The shift ends, nobody takes over"}, remarks);
    entry.author = author;
    return write(std::move(entry));
  });
}

}  // namespace gis::journal
