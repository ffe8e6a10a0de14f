// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis/stocks/ledger_store.h"

namespace gis::stocks {

// One row of a count sheet (盘点表). On a blind one nobody is told what the books say until everything is counted.
struct CountRow {
  std::int64_t cell_id = 0, item_id = 0, lot_id = 0, owner_id = 0;
  State state = State::kUsable;
  // What the books say now, or said when the sheet was booked; not told on a blind one that is still being counted.
  std::optional<std::int64_t> booked;
  std::optional<std::int64_t> counted;  // the last count of the row
  std::string counter;
  std::int64_t counted_utc_ms = 0;
  bool moved_since = false;  // the books of the row changed after it was counted: count it again
  std::int64_t difference() const { return booked && counted ? *counted - *booked : 0; }
};

struct CountSheet {
  std::string uuid, number, author;
  std::int64_t depot_id = 0, created_utc_ms = 0;
  bool is_blind = true;
  bool is_booked = false;
  std::vector<CountRow> rows;
  bool isComplete() const;
};

// One count of a row, as a field laptop brings it: the same twice is entered once.
struct CountEntry {
  std::string uuid;
  std::int64_t cell_id = 0, counted = 0, at_utc_ms = 0;
  std::string counter;
};

// Counting (盘点). Sheets and counts are only added; a difference becomes a movement with a reason and a second person.
// One thread; the Database must outlive it.
class CountStore {
 public:
  CountStore(const Database& db, const Clock& clock, UuidSource& uuids)
      : m_db(&db), m_clock(&clock), m_uuids(&uuids), m_ledger(db, clock, uuids) {}
  // A sheet of everything that a depot holds (of some items only, when any are named).
  Result<CountSheet> begin(std::int64_t depot_id, bool is_blind, const std::vector<std::int64_t>& item_ids,
                           const std::string& author);
  // Fails with kInvalidArgument: a negative count, a row that is not on the sheet, a sheet that is booked.
  Result<void> enter(const std::string& count_uuid, const std::vector<CountEntry>& entries);
  Result<CountSheet> sheet(const std::string& count_uuid);
  Result<std::vector<CountSheet>> sheets(int most = 200);
  // Books the differences and ends the sheet; nothing to book is no failure (the movement is missing then). Fails with
  // kInvalidArgument: rows that nobody counted, no reason, no second person, the second person counted it;
  // kChangedElsewhere: something of a row moved after it was counted.
  Result<std::optional<Movement>> finish(const std::string& count_uuid, const std::string& author,
                                         const std::string& second_person, const std::string& reason);

 private:
  Result<CountSheet> read(const std::string& count_uuid);
  const Database* m_db;
  const Clock* m_clock;
  UuidSource* m_uuids;
  LedgerStore m_ledger;
};

}  // namespace gis::stocks
