// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/count_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "gis/stocks/calendar_day.h"
#include "gis/store/guarded.h"

namespace gis::stocks {
namespace {

constexpr const char* kCountRows =
    "SELECT c.id, c.item_id, c.lot_id, c.owner_id, c.state, c.quantity, e.counted, e.counter, e.at_utc_ms, "
    // What was booked later is no part of what was counted.
    "EXISTS(SELECT 1 FROM stock_line l JOIN stock_move m ON m.id=l.move_id WHERE l.from_cell=c.id AND "
    "m.booked_utc_ms>e.at_utc_ms) OR EXISTS(SELECT 1 FROM stock_line l JOIN stock_move m ON m.id=l.move_id WHERE "
    "l.to_cell=c.id AND m.booked_utc_ms>e.at_utc_ms) FROM stock_count_row r JOIN stock_cell c ON c.id=r.cell_id "
    "LEFT JOIN stock_count_entry e ON e.uuid=(SELECT f.uuid FROM stock_count_entry f WHERE "
    "f.count_uuid=r.count_uuid AND f.cell_id=r.cell_id ORDER BY f.at_utc_ms DESC, f.uuid DESC LIMIT 1) WHERE "
    "r.count_uuid=? ORDER BY c.item_id, c.lot_id, c.id";

// A sheet that is booked tells what the books said then and the difference, whatever has moved since.
void asItWasBooked(const Database& db, CountSheet& sheet) {
  SQLite::Statement line(
      db.sql(),
      "SELECT ifnull(sum(CASE WHEN l.to_cell=?2 THEN l.quantity ELSE -l.quantity END),0) FROM "
      "stock_move m JOIN stock_line l ON l.move_id=m.id AND l.at_utc_ms=m.at_utc_ms WHERE m.paper=?1 "
      "AND m.kind='count' AND (l.to_cell=?2 OR l.from_cell=?2)");
  for (CountRow& row : sheet.rows) {
    row.moved_since = false;
    if (!row.counted) continue;
    line.reset();
    line.bind(1, sheet.uuid);
    line.bind(2, row.cell_id);
    line.executeStep();
    row.booked = *row.counted - line.getColumn(0).getInt64();
  }
}

}  // namespace

bool CountSheet::isComplete() const {
  return std::ranges::all_of(rows, [](const CountRow& row) { return row.counted.has_value(); });
}

Result<CountSheet> CountStore::begin(std::int64_t depot_id, bool is_blind, const std::vector<std::int64_t>& item_ids,
                                     const std::string& author) {
  if (author.empty()) return fail(ErrorCode::kInvalidArgument, "count", "nobody is named who counts");
  const std::string uuid = m_uuids->next();
  const std::int64_t now_utc_ms = m_clock->nowUtcMs();
  std::string day = dayOf(now_utc_ms);
  std::erase(day, '-');
  const auto done = inTransaction(*m_db, [&]() -> Result<void> {
    SQLite::Statement head(m_db->sql(),
                           "INSERT INTO stock_count (uuid, number, depot_id, is_blind, created_utc_ms, author) VALUES "
                           "(?,?,?,?,?,?)");
    head.bind(1, uuid);
    head.bind(2, "PD" + day + uuid.substr(30));
    head.bind(3, depot_id);
    head.bind(4, is_blind ? 1 : 0);
    head.bind(5, now_utc_ms);
    head.bind(6, author);
    head.exec();
    SQLite::Statement cells(
        m_db->sql(), "SELECT id, item_id FROM stock_cell WHERE depot_id=? AND quantity>0 AND state IN (1,2,4,5)");
    cells.bind(1, depot_id);
    int rows = 0;
    while (cells.executeStep()) {
      if (!item_ids.empty() && !std::ranges::count(item_ids, cells.getColumn(1).getInt64())) continue;
      SQLite::Statement row(m_db->sql(), "INSERT INTO stock_count_row VALUES (?,?)");
      row.bind(1, uuid);
      row.bind(2, cells.getColumn(0).getInt64());
      row.exec();
      ++rows;
    }
    if (rows == 0) {
      SQLite::Statement depot(m_db->sql(), "SELECT name FROM stock_depot WHERE id=?");
      depot.bind(1, depot_id);
      return fail(ErrorCode::kNoData, depot.executeStep() ? depot.getColumn(0).getString() : "count",
                  "nothing lies there that could be counted");
    }
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return sheet(uuid);
}

Result<void> CountStore::enter(const std::string& count_uuid, const std::vector<CountEntry>& entries) {
  return inTransaction(*m_db, [&]() -> Result<void> {
    const auto now = read(count_uuid);
    if (!now) return std::unexpected(now.error());
    if (now->is_booked) return fail(ErrorCode::kInvalidArgument, now->number, "is booked");
    for (const CountEntry& entry : entries) {
      if (entry.counted < 0) return fail(ErrorCode::kInvalidArgument, now->number, "a count is not negative");
      if (entry.counter.empty()) return fail(ErrorCode::kInvalidArgument, now->number, "nobody is named who counted");
      if (!std::ranges::any_of(now->rows, [&](const CountRow& row) { return row.cell_id == entry.cell_id; }))
        return fail(ErrorCode::kInvalidArgument, now->number, "a row that is not on the sheet");
      SQLite::Statement row(m_db->sql(),
                            "INSERT OR IGNORE INTO stock_count_entry (uuid, count_uuid, cell_id, counted, at_utc_ms, "
                            "counter) VALUES (?,?,?,?,?,?)");
      row.bind(1, entry.uuid.empty() ? m_uuids->next() : entry.uuid);
      row.bind(2, count_uuid);
      row.bind(3, entry.cell_id);
      row.bind(4, entry.counted);
      row.bind(5, entry.at_utc_ms == 0 ? m_clock->nowUtcMs() : entry.at_utc_ms);
      row.bind(6, entry.counter);
      row.exec();
    }
    return {};
  });
}

// With what the books say, blind or not.
Result<CountSheet> CountStore::read(const std::string& count_uuid) {
  return guarded(*m_db, [&]() -> Result<CountSheet> {
    SQLite::Statement head(
        m_db->sql(),
        "SELECT number, depot_id, is_blind, created_utc_ms, author, EXISTS(SELECT 1 FROM stock_count_end e "
        "WHERE e.count_uuid=c.uuid) FROM stock_count c WHERE uuid=?");
    head.bind(1, count_uuid);
    if (!head.executeStep()) return fail(ErrorCode::kUnknownName, count_uuid, "no such count sheet");
    CountSheet sheet;
    sheet.uuid = count_uuid;
    sheet.number = head.getColumn(0).getString();
    sheet.depot_id = head.getColumn(1).getInt64();
    sheet.is_blind = head.getColumn(2).getInt() != 0;
    sheet.created_utc_ms = head.getColumn(3).getInt64();
    sheet.author = head.getColumn(4).getString();
    sheet.is_booked = head.getColumn(5).getInt() != 0;
    SQLite::Statement row(m_db->sql(), kCountRows);
    row.bind(1, count_uuid);
    while (row.executeStep()) {
      CountRow one;
      one.cell_id = row.getColumn(0).getInt64(), one.item_id = row.getColumn(1).getInt64();
      one.lot_id = row.getColumn(2).getInt64(), one.owner_id = row.getColumn(3).getInt64();
      one.state = static_cast<State>(row.getColumn(4).getInt());
      one.booked = row.getColumn(5).getInt64();
      if (!row.getColumn(6).isNull()) {
        one.counted = row.getColumn(6).getInt64();
        one.counter = row.getColumn(7).getString();
        one.counted_utc_ms = row.getColumn(8).getInt64();
        one.moved_since = row.getColumn(9).getInt() != 0;
      }
      sheet.rows.push_back(std::move(one));
    }
    if (sheet.is_booked) asItWasBooked(*m_db, sheet);
    return sheet;
  });
}

Result<CountSheet> CountStore::sheet(const std::string& count_uuid) {
  auto sheet = read(count_uuid);
  if (sheet && sheet->is_blind && !sheet->isComplete())
    for (CountRow& row : sheet->rows) row.booked.reset();
  return sheet;
}

Result<std::vector<CountSheet>> CountStore::sheets(int most) {
  return guarded(*m_db, [&]() -> Result<std::vector<CountSheet>> {
    std::vector<CountSheet> found;
    SQLite::Statement row(m_db->sql(), "SELECT uuid FROM stock_count ORDER BY created_utc_ms DESC, uuid DESC LIMIT ?");
    row.bind(1, most);
    while (row.executeStep()) {
      auto one = sheet(row.getColumn(0).getString());
      if (!one) return std::unexpected(one.error());
      found.push_back(std::move(*one));
    }
    return found;
  });
}

Result<std::optional<Movement>> CountStore::finish(const std::string& count_uuid, const std::string& author,
                                                   const std::string& second_person, const std::string& reason) {
  std::optional<Movement> made;
  const auto done = inTransaction(*m_db, [&]() -> Result<void> {
    const auto now = read(count_uuid);
    if (!now) return std::unexpected(now.error());
    const auto wrong = [&](const char* why) { return fail(ErrorCode::kInvalidArgument, now->number, why); };
    if (now->is_booked) return wrong("is booked");
    if (!now->isComplete()) return wrong("some rows are not counted");
    MoveDraft draft;
    draft.kind = MoveKind::kCount;
    draft.author = author, draft.second_person = second_person, draft.reason = reason;
    draft.paper = count_uuid;
    for (const CountRow& row : now->rows) {
      if (row.moved_since)
        return fail(ErrorCode::kChangedElsewhere, now->number, "something moved after it was counted; count it again");
      const std::int64_t difference = row.difference();
      if (difference == 0) continue;
      if (row.counter == second_person) return wrong("the second person is another than the one who counted");
      const Side depot{now->depot_id, row.state}, outside{0, State::kDifference};
      draft.lines.push_back({row.lot_id, row.owner_id, std::abs(difference), difference > 0 ? outside : depot,
                             difference > 0 ? depot : outside});
    }
    SQLite::Statement end(m_db->sql(), "INSERT INTO stock_count_end (count_uuid, at_utc_ms, author) VALUES (?,?,?)");
    end.bind(1, count_uuid);
    end.bind(2, m_clock->nowUtcMs());
    end.bind(3, author);
    if (!draft.lines.empty()) {
      auto booked = m_ledger.bookInside(draft);
      if (!booked) return std::unexpected(booked.error());
      made = std::move(*booked);
    }
    end.exec();
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return made;
}

}  // namespace gis::stocks
