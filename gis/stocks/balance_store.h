// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "gis/stocks/movement.h"
#include "gis/store/database.h"

namespace gis::stocks {

// What one cell of the ledger holds. Depot 0: the outside, where a negative quantity says how much came from there.
struct CellBalance {
  std::int64_t cell_id = 0, depot_id = 0, item_id = 0, lot_id = 0, owner_id = 0;
  State state = State::kUsable;
  std::int64_t quantity = 0;
};

// What came, went and was there on the days of a series.
struct DayFlow {
  int day = 0;                                 // since 1970-01-01, in Beijing
  std::int64_t in = 0, out = 0, quantity = 0;  // over the day; in usable and reserved at its end
};

// Where the ledger and its running quantities differ: nowhere, unless somebody wrote past the triggers.
struct Discrepancy {
  std::int64_t cell_id = 0;
  std::int64_t running = 0, summed = 0;
  std::int64_t checkpoint_utc_ms = 0;  // 0: the quantity of now
};

// Balances (库存余额). A past one is the checkpoint before it and the lines since: 10^6 movements take no longer than
// some ten thousand. One thread; the Database must outlive it.
class BalanceStore {
 public:
  explicit BalanceStore(const Database& db) : m_db(&db) {}
  // All cells that hold something, of depots only; by cell. Without a moment: now.
  Result<std::vector<CellBalance>> balance(std::optional<std::int64_t> at_utc_ms = std::nullopt) const;
  // The same with the outside.
  Result<std::vector<CellBalance>> everything(std::optional<std::int64_t> at_utc_ms = std::nullopt) const;
  // Added up from all lines, without checkpoints or running quantities: slow, for proving the others.
  Result<std::vector<CellBalance>> summed(std::optional<std::int64_t> at_utc_ms = std::nullopt) const;
  // Of a depot (0: all) and item, for each day from one to another.
  Result<std::vector<DayFlow>> flow(std::int64_t depot_id, std::int64_t item_id, int first_day, int last_day) const;
  // Compares running quantities and checkpoints with the lines; empty when the books are right.
  Result<std::vector<Discrepancy>> audit() const;

 private:
  Result<std::vector<CellBalance>> collected(std::optional<std::int64_t> at_utc_ms, bool with_outside) const;
  const Database* m_db;
};

}  // namespace gis::stocks
