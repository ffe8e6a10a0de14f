// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/balance_store.h"

#include <algorithm>
#include <map>

#include "gis/stocks/calendar_day.h"
#include "gis/store/guarded.h"
#include "gis/store/raw_statement.h"

namespace gis::stocks {
namespace {

// Quantities by cell number: numbers are given out from 1 without large gaps.
class Quantities {
 public:
  void add(std::int64_t cell_id, std::int64_t quantity) {
    const auto at = static_cast<std::size_t>(cell_id);
    if (at >= m_of.size()) m_of.resize(at + 1 + m_of.size() / 2, 0);
    m_of[at] += quantity;
  }
  std::int64_t of(std::int64_t cell_id) const {
    const auto at = static_cast<std::size_t>(cell_id);
    return at < m_of.size() ? m_of[at] : 0;
  }

 private:
  std::vector<std::int64_t> m_of;
};

Result<void> addLines(const Database& db, std::int64_t after_utc_ms, std::int64_t until_utc_ms, Quantities& sums) {
  auto lines = RawStatement::prepare(
      db, "SELECT from_cell, to_cell, quantity FROM stock_line WHERE at_utc_ms>?1 AND at_utc_ms<=?2");
  if (!lines) return std::unexpected(lines.error());
  lines->bind(1, after_utc_ms);
  lines->bind(2, until_utc_ms);
  while (lines->step()) {
    sums.add(lines->integer(0), -lines->integer(2));
    sums.add(lines->integer(1), lines->integer(2));
  }
  return lines->outcome();
}

// The checkpoint at or before a moment, added to `sums`; its moment, or the beginning of time.
Result<std::int64_t> addCheckpoint(const Database& db, std::int64_t at_utc_ms, Quantities& sums) {
  auto last = RawStatement::prepare(db, "SELECT max(at_utc_ms) FROM stock_checkpoint WHERE at_utc_ms<=?1");
  if (!last) return std::unexpected(last.error());
  last->bind(1, at_utc_ms);
  if (!last->step() || last->isNull(0)) {
    if (auto good = last->outcome(); !good) return std::unexpected(good.error());
    return INT64_MIN;
  }
  const std::int64_t moment = last->integer(0);
  auto cells = RawStatement::prepare(db, "SELECT cell_id, quantity FROM stock_checkpoint_cell WHERE at_utc_ms=?1");
  if (!cells) return std::unexpected(cells.error());
  cells->bind(1, moment);
  while (cells->step()) sums.add(cells->integer(0), cells->integer(1));
  if (auto good = cells->outcome(); !good) return std::unexpected(good.error());
  return moment;
}

// The cells that are not empty, with what they are.
Result<std::vector<CellBalance>> described(const Database& db, bool with_outside, const Quantities* sums) {
  auto rows = RawStatement::prepare(
      db, "SELECT id, depot_id, item_id, lot_id, owner_id, state, quantity FROM stock_cell ORDER BY id");
  if (!rows) return std::unexpected(rows.error());
  std::vector<CellBalance> cells;
  while (rows->step()) {
    const std::int64_t id = rows->integer(0);
    const std::int64_t quantity = sums ? sums->of(id) : rows->integer(6);
    if (quantity == 0 || (!with_outside && rows->integer(1) == 0)) continue;
    cells.push_back({id, rows->integer(1), rows->integer(2), rows->integer(3), rows->integer(4),
                     static_cast<State>(rows->integer(5)), quantity});
  }
  if (auto good = rows->outcome(); !good) return std::unexpected(good.error());
  return cells;
}

}  // namespace

Result<std::vector<CellBalance>> BalanceStore::collected(std::optional<std::int64_t> at_utc_ms,
                                                         bool with_outside) const {
  return guarded(*m_db, [&]() -> Result<std::vector<CellBalance>> {
    if (!at_utc_ms) return described(*m_db, with_outside, nullptr);
    Quantities sums;
    const auto since = addCheckpoint(*m_db, *at_utc_ms, sums);
    if (!since) return std::unexpected(since.error());
    if (auto added = addLines(*m_db, *since, *at_utc_ms, sums); !added) return std::unexpected(added.error());
    return described(*m_db, with_outside, &sums);
  });
}

Result<std::vector<CellBalance>> BalanceStore::balance(std::optional<std::int64_t> at_utc_ms) const {
  return collected(at_utc_ms, false);
}

Result<std::vector<CellBalance>> BalanceStore::everything(std::optional<std::int64_t> at_utc_ms) const {
  return collected(at_utc_ms, true);
}

Result<std::vector<CellBalance>> BalanceStore::summed(std::optional<std::int64_t> at_utc_ms) const {
  Quantities sums;
  if (auto added = addLines(*m_db, INT64_MIN, at_utc_ms.value_or(INT64_MAX), sums); !added)
    return std::unexpected(added.error());
  return described(*m_db, true, &sums);
}

Result<std::vector<DayFlow>> BalanceStore::flow(std::int64_t depot_id, std::int64_t item_id, int first_day,
                                                int last_day) const {
  if (last_day < first_day || last_day - first_day > 40000)
    return fail(ErrorCode::kInvalidArgument, "days", "from an earlier to a later day");
  const auto before = balance(endOfDayUtcMs(first_day - 1));
  if (!before) return std::unexpected(before.error());
  const auto counts = [](State state) { return state == State::kUsable || state == State::kReserved; };
  std::int64_t quantity = 0;
  for (const CellBalance& cell : *before)
    if ((depot_id == 0 || cell.depot_id == depot_id) && cell.item_id == item_id && counts(cell.state))
      quantity += cell.quantity;
  std::vector<DayFlow> days(static_cast<std::size_t>(last_day - first_day + 1));
  // A line between two cells that count is neither in nor out.
  auto rows = RawStatement::prepare(
      *m_db,
      "WITH mine AS (SELECT id FROM stock_cell WHERE item_id=?1 AND (?2=0 AND depot_id<>0 OR depot_id=?2 AND ?2<>0) "
      "AND "
      "state IN (1,2)) SELECT at_utc_ms, -quantity FROM stock_line WHERE from_cell IN mine AND to_cell NOT IN mine AND "
      "at_utc_ms>?3 AND at_utc_ms<=?4 UNION ALL SELECT at_utc_ms, quantity FROM stock_line WHERE to_cell IN mine AND "
      "from_cell NOT IN mine AND at_utc_ms>?3 AND at_utc_ms<=?4");
  if (!rows) return std::unexpected(rows.error());
  rows->bind(1, item_id);
  rows->bind(2, depot_id);
  rows->bind(3, endOfDayUtcMs(first_day - 1));
  rows->bind(4, endOfDayUtcMs(last_day));
  while (rows->step()) {
    const auto day = dayNumber(dayOf(rows->integer(0)));
    DayFlow& flow = days[static_cast<std::size_t>(*day - first_day)];
    const std::int64_t moved = rows->integer(1);
    (moved > 0 ? flow.in : flow.out) += moved > 0 ? moved : -moved;
  }
  if (auto good = rows->outcome(); !good) return std::unexpected(good.error());
  for (std::size_t i = 0; i < days.size(); ++i) {
    days[i].day = first_day + static_cast<int>(i);
    quantity += days[i].in - days[i].out;
    days[i].quantity = quantity;
  }
  return days;
}

Result<std::vector<Discrepancy>> BalanceStore::audit() const {
  return guarded(*m_db, [&]() -> Result<std::vector<Discrepancy>> {
    std::vector<Discrepancy> found;
    const auto compare = [&](std::int64_t checkpoint_utc_ms, const std::vector<CellBalance>& kept,
                             const std::vector<CellBalance>& true_ones) {
      std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> both;
      for (const CellBalance& cell : kept) both[cell.cell_id].first = cell.quantity;
      for (const CellBalance& cell : true_ones) both[cell.cell_id].second = cell.quantity;
      for (const auto& [id, pair] : both)
        if (pair.first != pair.second) found.push_back({id, pair.first, pair.second, checkpoint_utc_ms});
    };
    const auto now = everything();
    const auto sum = summed();
    if (!now) return std::unexpected(now.error());
    if (!sum) return std::unexpected(sum.error());
    compare(0, *now, *sum);
    std::vector<std::int64_t> moments;
    SQLite::Statement rows(m_db->sql(), "SELECT at_utc_ms FROM stock_checkpoint ORDER BY at_utc_ms");
    while (rows.executeStep()) moments.push_back(rows.getColumn(0).getInt64());
    for (const std::int64_t moment : moments) {
      const auto kept = everything(moment);
      const auto true_ones = summed(moment);
      if (!kept) return std::unexpected(kept.error());
      if (!true_ones) return std::unexpected(true_ones.error());
      compare(moment, *kept, *true_ones);
    }
    return found;
  });
}

}  // namespace gis::stocks
