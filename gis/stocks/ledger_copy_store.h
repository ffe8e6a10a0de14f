// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "gis/stocks/requisition_store.h"

namespace gis::stocks {

// What only a person can decide after two copies of the books were brought together.
struct LedgerQuestion {
  std::string uuid, kind;                            // of the record; "move", "requisition", "step", "level", "item"
  std::string content;                               // the record as it came
  std::string why;                                   // "棉被 L1, 沁源县库: 10 asked, 0 left"
  std::string seat;                                  // whose copy it came from
  std::int64_t came_utc_ms = 0, decided_utc_ms = 0;  // 0: open
  std::string decided_by, decision;
};

struct LedgerMerge {
  int moves = 0, requisitions = 0, steps = 0;  // new here
  int known = 0;                               // were here already
  int questions = 0;                           // new ones
  int items = 0, depots = 0;                   // of the catalogue, new here
  int edited_items = 0;                        // known here and others now
  int levels = 0;                              // depots and items whose people or levels are others now
};

// Two laptops, one ledger (台账合并): the books as text, one record a line (JSON), that another copy of the workspace
// takes over. Movements have identifiers that no other copy makes, and name depots, items, lots and owners in words, so
// that records may come twice and in any order of copies. Catalogue and depots come along, so that a laptop without
// books can take them over. Nothing falls below zero by it: a movement that the books here do not cover becomes a
// question, with all that it says, and so does a step that follows on it or that was taken differently here. People of
// depots, levels set by hand and edits of items come along: the later change stands, and where both were made without
// knowing of each other a person is asked. One thread; the Database must outlive it.
class LedgerCopyStore {
 public:
  LedgerCopyStore(const Database& db, const Clock& clock, UuidSource& uuids)
      : m_db(&db), m_clock(&clock), m_uuids(&uuids) {}

  // Everything that was booked at `since_utc_ms` and after (0: all), oldest first, with all changes of levels and
  // items, below a line that says whose copy it is and how many records follow.
  Result<std::string> copySince(std::int64_t since_utc_ms, const std::string& seat);
  // All of it in one transaction. Fails with kDamagedFile (no such copy, cut off, a line that cannot be read).
  Result<LedgerMerge> merge(const std::string& copy);
  Result<std::vector<LedgerQuestion>> questions(bool only_open) const;
  // A person has looked: what was done about it, in words. Fails with kUnknownName (none that is open),
  // kInvalidArgument (no words, nobody).
  Result<void> decide(const std::string& uuid, const std::string& decision, const std::string& who);

 private:
  const Database* m_db;
  const Clock* m_clock;
  UuidSource* m_uuids;
};

}  // namespace gis::stocks
