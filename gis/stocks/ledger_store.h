// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/stocks/lot_choice.h"
#include "gis/stocks/movement.h"
#include "gis/store/database.h"
#include "gis/store/joined_transaction.h"
#include "gis/store/raw_statement.h"

namespace gis::stocks {

// Which movements are wanted; 0 and empty: all.
struct MovementFilter {
  std::int64_t depot_id = 0, item_id = 0, lot_id = 0;
  std::string paper;
  std::int64_t from_utc_ms = 0, until_utc_ms = 0;  // until: inclusive; 0: no end
  int most = 1000;                                 // newest first
};

// The ledger of the stocks (库存台账) in the workspace. Movements are only added; what was wrong is reversed. A
// movement is checked and written inside one IMMEDIATE transaction, so that two windows cannot both take the last ten,
// and it is whole or not there at all. One thread; the Database must outlive it.
class LedgerStore {
 public:
  LedgerStore(const Database& db, const Clock& clock, UuidSource& uuids)
      : m_db(&db), m_clock(&clock), m_uuids(&uuids) {}

  // Fails with kInvalidArgument (checkDraft, a day that is still to come, another lot expires first), kNotEnough (the
  // detail says how many are left), kExpired, kUnknownName, kReadOnly, kFileLocked, kDiskFull.
  Result<Movement> book(const MoveDraft& draft);
  // All of them or none. The trail of an error names the movement, from 1.
  Result<std::vector<Movement>> bookAll(std::span<const MoveDraft> drafts);
  // As book(), for a caller that has begun a transaction and ends it.
  Result<Movement> bookInside(const MoveDraft& draft);
  // A movement of another copy of the books, as it happened there: with its identifier, number and times, whatever lot
  // expires first. Only what is not there cannot be taken. For a caller that has begun a transaction and ends it. Fails
  // as book() does.
  Result<Movement> adoptInside(const Movement& came);
  // Takes back what a movement did, now. Once for each; a reversal is not reversed but booked anew. Fails as book():
  // what came in and is gone cannot be taken back.
  Result<Movement> reverse(std::int64_t move_id, const std::string& author, const std::string& reason);

  // What is usable of an item in a depot now, by lot and owner.
  Result<std::vector<LotAtHand>> atHand(std::int64_t depot_id, std::int64_t item_id, State state = State::kUsable);
  Result<std::vector<Movement>> movements(const MovementFilter& filter);
  Result<Movement> movement(std::int64_t move_id);
  // By its uuid or, when only one has it, its number.
  Result<Movement> movementNamed(const std::string& name);

 private:
  struct Cell {
    std::int64_t id = 0, quantity = 0;
  };
  struct LotFacts {
    std::int64_t item_id = 0;
    std::string lot_no, expires_on;
  };
  Result<RawStatement*> statement(const char* sql);
  Result<Cell> cell(const Side& side, const MoveLine& line, std::int64_t item_id);
  Result<LotFacts> lotFacts(std::int64_t lot_id);
  Result<void> checkLine(const MoveDraft& draft, const MoveLine& line, const LotFacts& lot, const std::string& day);
  Result<void> checkOrder(const MoveLine& line, const LotFacts& lot, const std::string& day);
  Result<void> checkEnough(const MoveLine& line, const Cell& from, const LotFacts& lot, std::int64_t at_utc_ms);
  Result<std::int64_t> leastAfter(const Cell& cell, std::int64_t at_utc_ms);
  Result<std::string> thingName(const LotFacts& lot, std::int64_t depot_id);
  Result<Movement> write(const MoveDraft& draft, std::optional<std::int64_t> reverses_id);
  // A movement that happened elsewhere, or mirrors one, is not asked which lot expires first.
  enum class Origin { kHere, kHappened };
  Result<void> insertMove(const Movement& made);
  Result<void> writeLines(const MoveDraft& draft, std::int64_t move_id, Origin origin);
  Result<void> markCheckpoint();

  const Database* m_db;
  const Clock* m_clock;
  UuidSource* m_uuids;
  std::map<std::string, RawStatement, std::less<>> m_statements;
};

// Lines between two checkpoints: what a balance of a past day has to read at most. 16,384 are read in some
// milliseconds.
inline constexpr std::int64_t kLinesBetweenCheckpoints = 16384;

}  // namespace gis::stocks
