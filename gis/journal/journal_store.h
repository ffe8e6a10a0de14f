// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/journal/duty_rules.h"
#include "gis/journal/journal_state.h"
#include "gis/store/database.h"

namespace gis::journal {

// Drills (演练) are never mixed with what was real.
enum class Drills { kWithout, kOnly, kWith };

// Which entries are asked for. Everything left empty: all real ones.
struct JournalQuery {
  std::optional<std::int64_t> since_utc_ms, until_utc_ms;  // when it happened, both included
  std::vector<std::string> kinds;
  std::string find;    // every word must stand in text, people, place, author or the kind's name
  std::string person;  // in people or author
  bool open_only = false;
  Drills drills = Drills::kWithout;
  std::optional<std::int64_t> as_of_utc_ms;  // only what was recorded by then
  std::int64_t after_seq = 0;
  std::size_t most = 0;  // the newest so many; 0: all
};

struct KindName {
  std::string code, name_zh, name_en;
};

// What `verify` found: the first entry that does not follow (nothing: the chain is whole), how many there are, and the
// hash of the last, which a paper can carry to prove the journal until then.
struct JournalCheck {
  std::optional<std::int64_t> broken_seq;
  std::int64_t entries = 0;
  std::string last_hash;
};

// Both sides of a hand-over sign by typing their names; each must be of its own watch.
struct HandOverDraft {
  Watch next;
  std::string gives, takes, remarks;
};

// What a correction says instead. Empty members stay as the entry has them.
struct CorrectionDraft {
  std::string text, people, place;
  std::optional<LonLat> where;
  std::optional<std::int64_t> at_utc_ms;
  bool withdraws = false;  // it did not happen: its clocks stop
  std::string author;
};

// The table journal_entry (值班日志). Every room and command may append; nothing is ever changed. What append() and its
// like returned is on the disk; several programs may write at once. Within a transaction that the caller has open on
// the connection they become part of it. Fails with kInvalidArgument (what is missing stands in `detail`), kNoData (the
// workspace has no journal yet), as the database does. One thread; the Database, Clock and UuidSource must outlive it.
class JournalStore {
 public:
  // With the rules of duty that come with the program.
  static Result<JournalStore> open(const Database& db, const gis::Clock& clock, UuidSource& uuids);
  JournalStore(const Database& db, const gis::Clock& clock, UuidSource& uuids, std::vector<DutyRule> rules)
      : m_db(&db), m_clock(&clock), m_uuids(&uuids), m_rules(std::move(rules)) {}

  bool there() const;
  std::int64_t nowUtcMs() const { return m_clock->nowUtcMs(); }
  // The entry that is there already when the draft's source and key are: nothing is written twice. What is said to
  // have happened after now happened now.
  Result<Entry> append(const EntryDraft& draft);
  // A new entry that points at the old one; both stay. Shifts can be corrected in words only.
  Result<Entry> correct(std::int64_t seq, const CorrectionDraft& draft);
  // Fails with kUnknownName (no such clock), kAlreadyExists (it is met or withdrawn).
  Result<Entry> markDone(const std::string& clock_name, const std::string& author, const std::string& words,
                         std::optional<std::int64_t> at_utc_ms = {});
  // Fails with kAlreadyExists when a shift is on duty: it hands over.
  Result<Entry> startShift(const Watch& watch, const std::string& author, const std::string& remarks = {});
  // Fails with kNoData when nobody is on duty.
  Result<Entry> handOver(const HandOverDraft& draft);
  Result<Entry> endShift(const std::string& author, const std::string& remarks);

  // Oldest first.
  Result<std::vector<Entry>> entries(const JournalQuery& query) const;
  Result<Entry> entry(std::int64_t seq) const;
  Result<JournalState> state(std::optional<std::int64_t> as_of_utc_ms = {}) const;
  Result<std::vector<KindName>> kinds() const;
  Result<JournalCheck> verify() const;
  // Names of the census's persons, each once, for who types one; at most some thousands.
  Result<std::vector<std::string>> personNames() const;

 private:
  friend class JournalCollector;
  Result<void> atOnce(const std::function<Result<void>()>& work) const;
  Result<Entry> decide(const std::function<Result<Entry>()>& work) const;
  Result<Entry> write(Entry entry);
  Result<std::optional<Entry>> written(const std::string& source, const std::string& key) const;
  Result<std::vector<Entry>> read(const std::string& where, const std::vector<std::string>& texts,
                                  const std::vector<std::int64_t>& numbers) const;

  const Database* m_db;
  const gis::Clock* m_clock;
  UuidSource* m_uuids;
  std::vector<DutyRule> m_rules;
};

}  // namespace gis::journal
