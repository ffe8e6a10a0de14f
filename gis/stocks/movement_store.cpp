// SPDX-License-Identifier: GPL-3.0-or-later
// What LedgerStore reads back from the books.
#include <fmt/format.h>

#include "gis/stocks/ledger_store.h"
#include "gis/store/guarded.h"

namespace gis::stocks {
namespace {

constexpr const char* kMoveColumns =
    "SELECT m.id, m.uuid, m.number, m.kind, m.at_utc_ms, m.booked_utc_ms, m.author, m.second_person, m.reason, "
    "m.is_drill, m.paper, m.reverses_id, (SELECT r.id FROM stock_move r WHERE r.reverses_id=m.id) FROM stock_move m ";

Result<Movement> movementAt(SQLite::Statement& row) {
  Movement move;
  move.id = row.getColumn(0).getInt64();
  move.uuid = row.getColumn(1).getString();
  move.number = row.getColumn(2).getString();
  const auto kind = kindNamed(row.getColumn(3).getString());
  if (!kind) return fail(ErrorCode::kDamagedFile, move.number, "a movement of no known kind");
  move.draft.kind = *kind;
  move.draft.at_utc_ms = row.getColumn(4).getInt64();
  move.booked_utc_ms = row.getColumn(5).getInt64();
  move.draft.author = row.getColumn(6).getString();
  move.draft.second_person = row.getColumn(7).getString();
  move.draft.reason = row.getColumn(8).getString();
  move.draft.is_drill = row.getColumn(9).getInt() != 0;
  move.draft.paper = row.getColumn(10).getString();
  if (!row.getColumn(11).isNull()) move.reverses_id = row.getColumn(11).getInt64();
  if (!row.getColumn(12).isNull()) move.reversed_by = row.getColumn(12).getInt64();
  return move;
}

void readLines(const Database& db, Movement& move) {
  SQLite::Statement row(db.sql(),
                        "SELECT a.lot_id, a.owner_id, l.quantity, a.depot_id, a.state, b.depot_id, b.state FROM "
                        "stock_line l JOIN stock_cell a ON a.id=l.from_cell JOIN stock_cell b ON b.id=l.to_cell WHERE "
                        "l.at_utc_ms=? AND l.move_id=? ORDER BY l.line");
  row.bind(1, move.draft.at_utc_ms);
  row.bind(2, move.id);
  while (row.executeStep())
    move.draft.lines.push_back({row.getColumn(0).getInt64(),
                                row.getColumn(1).getInt64(),
                                row.getColumn(2).getInt64(),
                                {row.getColumn(3).getInt64(), static_cast<State>(row.getColumn(4).getInt())},
                                {row.getColumn(5).getInt64(), static_cast<State>(row.getColumn(6).getInt())}});
}

}  // namespace

Result<Movement> LedgerStore::movement(std::int64_t move_id) {
  return guarded(*m_db, [&]() -> Result<Movement> {
    SQLite::Statement row(m_db->sql(), std::string(kMoveColumns) + "WHERE m.id=?");
    row.bind(1, move_id);
    if (!row.executeStep()) return fail(ErrorCode::kUnknownName, std::to_string(move_id), "no such movement");
    auto move = movementAt(row);
    if (move) readLines(*m_db, *move);
    return move;
  });
}

Result<Movement> LedgerStore::movementNamed(const std::string& name) {
  return guarded(*m_db, [&]() -> Result<Movement> {
    SQLite::Statement row(m_db->sql(), std::string(kMoveColumns) + "WHERE m.uuid=?1 OR m.number=?1 LIMIT 2");
    row.bind(1, name);
    if (!row.executeStep()) return fail(ErrorCode::kUnknownName, name, "no movement has this number");
    auto move = movementAt(row);
    if (!move) return move;
    if (row.executeStep()) return fail(ErrorCode::kUnknownName, name, "two movements have this number; give the uuid");
    readLines(*m_db, *move);
    return move;
  });
}

Result<std::vector<Movement>> LedgerStore::movements(const MovementFilter& filter) {
  return guarded(*m_db, [&]() -> Result<std::vector<Movement>> {
    SQLite::Statement row(
        m_db->sql(),
        std::string(kMoveColumns) +
            "WHERE (?1='' OR m.paper=?1) AND m.at_utc_ms>=?2 AND (?3=0 OR m.at_utc_ms<=?3) AND ((?4=0 AND ?5=0 AND "
            "?6=0) OR m.id IN (WITH asked AS (SELECT id FROM stock_cell WHERE (?4=0 OR depot_id=?4) AND (?5=0 OR "
            "item_id=?5) AND (?6=0 OR lot_id=?6)) SELECT move_id FROM stock_line WHERE from_cell IN (SELECT id FROM "
            "asked) UNION ALL SELECT move_id FROM stock_line WHERE to_cell IN (SELECT id FROM asked))) ORDER BY "
            "m.at_utc_ms DESC, m.id DESC LIMIT ?7");
    row.bind(1, filter.paper);
    row.bind(2, filter.from_utc_ms);
    row.bind(3, filter.until_utc_ms);
    row.bind(4, filter.depot_id);
    row.bind(5, filter.item_id);
    row.bind(6, filter.lot_id);
    row.bind(7, filter.most);
    std::vector<Movement> found;
    while (row.executeStep()) {
      auto move = movementAt(row);
      if (!move) return std::unexpected(move.error());
      readLines(*m_db, *move);
      found.push_back(std::move(*move));
    }
    return found;
  });
}

}  // namespace gis::stocks
