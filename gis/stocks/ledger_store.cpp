// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/ledger_store.h"

#include <fmt/format.h>

#include <algorithm>

#include "gis/stocks/calendar_day.h"
#include "gis/store/guarded.h"

namespace gis::stocks {
namespace {

std::string compactDay(std::int64_t utc_ms) {
  std::string day = dayOf(utc_ms);
  std::erase(day, '-');
  return day;
}

// What one step of a statement gives, with its failure.
Result<bool> stepped(RawStatement& row) {
  if (row.step()) return true;
  if (auto good = row.outcome(); !good) return std::unexpected(good.error());
  return false;
}

}  // namespace

Result<RawStatement*> LedgerStore::statement(const char* sql) {
  auto found = m_statements.find(std::string_view(sql));
  if (found == m_statements.end()) {
    auto made = RawStatement::prepare(*m_db, sql);
    if (!made) return std::unexpected(made.error());
    found = m_statements.emplace(sql, std::move(*made)).first;
  }
  found->second.reset();
  return &found->second;
}

Result<LedgerStore::LotFacts> LedgerStore::lotFacts(std::int64_t lot_id) {
  auto row = statement("SELECT item_id, lot_no, ifnull(expires_on,'') FROM stock_lot WHERE id=?1");
  if (!row) return std::unexpected(row.error());
  (*row)->bind(1, lot_id);
  const auto there = stepped(**row);
  if (!there) return std::unexpected(there.error());
  if (!*there) return fail(ErrorCode::kUnknownName, "lot " + std::to_string(lot_id));
  LotFacts lot{(*row)->integer(0), std::string((*row)->text(1)), std::string((*row)->text(2))};
  (*row)->reset();
  return lot;
}

Result<LedgerStore::Cell> LedgerStore::cell(const Side& side, const MoveLine& line, std::int64_t item_id) {
  const auto bound = [&](RawStatement& row) {
    row.bind(1, side.depot_id);
    row.bind(2, item_id);
    row.bind(3, static_cast<std::int64_t>(side.state));
    row.bind(4, line.owner_id);
    row.bind(5, line.lot_id);
  };
  auto known = statement(
      "SELECT id, quantity FROM stock_cell WHERE depot_id=?1 AND item_id=?2 AND state=?3 AND owner_id=?4 AND "
      "lot_id=?5");
  if (!known) return std::unexpected(known.error());
  bound(**known);
  const auto there = stepped(**known);
  if (!there) return std::unexpected(there.error());
  if (*there) {
    const Cell found{(*known)->integer(0), (*known)->integer(1)};
    (*known)->reset();
    return found;
  }
  auto added = statement("INSERT INTO stock_cell (depot_id, item_id, state, owner_id, lot_id) VALUES (?1,?2,?3,?4,?5)");
  if (!added) return std::unexpected(added.error());
  bound(**added);
  if (auto done = (*added)->run(); !done) return std::unexpected(done.error());
  return Cell{m_db->sql().getLastInsertRowid(), 0};
}

// "棉被 L1, 沁源县库": what an error is about.
Result<std::string> LedgerStore::thingName(const LotFacts& lot, std::int64_t depot_id) {
  auto row = statement("SELECT i.name_zh, d.name FROM stock_item i, stock_depot d WHERE i.id=?1 AND d.id=?2");
  if (!row) return std::unexpected(row.error());
  (*row)->bind(1, lot.item_id);
  (*row)->bind(2, depot_id);
  const auto there = stepped(**row);
  if (!there) return std::unexpected(there.error());
  if (!*there) return fail(ErrorCode::kUnknownName, "depot " + std::to_string(depot_id));
  std::string name = fmt::format("{} {}, {}", (*row)->text(0), lot.lot_no, (*row)->text(1));
  (*row)->reset();
  return name;
}

// The least that a cell held after `at_utc_ms`, from its lines since.
Result<std::int64_t> LedgerStore::leastAfter(const Cell& cell, std::int64_t at_utc_ms) {
  auto rows = statement(
      "SELECT at_utc_ms, quantity FROM (SELECT at_utc_ms, -quantity AS quantity FROM stock_line WHERE from_cell=?1 AND "
      "at_utc_ms>?2 UNION ALL SELECT at_utc_ms, quantity FROM stock_line WHERE to_cell=?1 AND at_utc_ms>?2) ORDER BY "
      "at_utc_ms DESC");
  if (!rows) return std::unexpected(rows.error());
  (*rows)->bind(1, cell.id);
  (*rows)->bind(2, at_utc_ms);
  std::int64_t running = cell.quantity, least = cell.quantity;
  std::int64_t moment_utc_ms = INT64_MAX;
  while ((*rows)->step()) {  // back in time, moment by moment
    if ((*rows)->integer(0) != moment_utc_ms) least = std::min(least, running);
    moment_utc_ms = (*rows)->integer(0);
    running -= (*rows)->integer(1);
  }
  if (auto good = (*rows)->outcome(); !good) return std::unexpected(good.error());
  (*rows)->reset();
  return std::min(least, running);
}

Result<void> LedgerStore::checkEnough(const MoveLine& line, const Cell& from, const LotFacts& lot,
                                      std::int64_t at_utc_ms) {
  if (isOutside(line.from.state)) return {};
  const auto left = leastAfter(from, at_utc_ms);
  if (!left) return std::unexpected(left.error());
  if (*left >= line.quantity) return {};
  const auto thing = thingName(lot, line.from.depot_id);
  if (!thing) return std::unexpected(thing.error());
  return fail(ErrorCode::kNotEnough, *thing, fmt::format("{} asked, {} left", line.quantity, *left));
}

Result<void> LedgerStore::checkOrder(const MoveLine& line, const LotFacts& lot, const std::string& day) {
  auto row = statement(
      "SELECT l.lot_no, l.expires_on, c.quantity FROM stock_cell c JOIN stock_lot l ON l.id=c.lot_id WHERE "
      "c.depot_id=?1 AND c.item_id=?2 AND c.state=1 AND c.owner_id=?3 AND c.quantity>0 AND l.expires_on>=?4 AND "
      "(?5='' OR l.expires_on<?5) ORDER BY l.expires_on LIMIT 1");
  if (!row) return std::unexpected(row.error());
  (*row)->bind(1, line.from.depot_id);
  (*row)->bind(2, lot.item_id);
  (*row)->bind(3, line.owner_id);
  (*row)->bind(4, std::string_view(day));
  (*row)->bind(5, std::string_view(lot.expires_on));
  const auto earlier = stepped(**row);
  if (!earlier) return std::unexpected(earlier.error());
  if (!*earlier) return {};
  const std::string why =
      fmt::format("lot {} expires first, on {}, {} left", (*row)->text(0), (*row)->text(1), (*row)->integer(2));
  (*row)->reset();
  const auto thing = thingName(lot, line.from.depot_id);
  if (!thing) return std::unexpected(thing.error());
  return fail(ErrorCode::kInvalidArgument, *thing, why);
}

Result<void> LedgerStore::checkLine(const MoveDraft& draft, const MoveLine& line, const LotFacts& lot,
                                    const std::string& day) {
  const bool expired = !lot.expires_on.empty() && lot.expires_on < day;
  const bool takes = line.from.state == State::kUsable || line.from.state == State::kReserved;
  const bool brings = isOutside(line.from.state) && line.to.state == State::kUsable &&
                      (draft.kind == MoveKind::kPurchase || draft.kind == MoveKind::kDonation ||
                       draft.kind == MoveKind::kOpening || draft.kind == MoveKind::kRotation);
  if (expired && ((takes && !mayTakeExpired(draft.kind, draft.is_drill)) || brings)) {
    const auto thing = thingName(lot, takes ? line.from.depot_id : line.to.depot_id);
    if (!thing) return std::unexpected(thing.error());
    return fail(ErrorCode::kExpired, *thing, "expired on " + lot.expires_on);
  }
  if (draft.kind == MoveKind::kGrade && line.to.state == State::kExpired && !expired)
    return fail(ErrorCode::kInvalidArgument, "lot " + lot.lot_no, "has not expired");
  if (draft.kind == MoveKind::kGrade && line.to.state == State::kUsable && expired)
    return fail(ErrorCode::kExpired, "lot " + lot.lot_no, "expired on " + lot.expires_on);
  if (line.from.state == State::kUsable && keepsOrder(draft.kind) && !draft.breaks_order && !draft.is_drill)
    return checkOrder(line, lot, day);
  return {};
}

Result<void> LedgerStore::writeLines(const MoveDraft& draft, std::int64_t move_id, Origin origin) {
  const bool mirrors = draft.kind == MoveKind::kReversal || origin == Origin::kHappened;
  const std::string day = dayOf(draft.at_utc_ms);
  std::int64_t number = 0;
  for (const MoveLine& line : draft.lines) {
    ++number;
    const auto in_line = [&](Error error) {
      return std::unexpected(std::move(error).via("line " + std::to_string(number)));
    };
    const auto lot = lotFacts(line.lot_id);
    if (!lot) return in_line(lot.error());
    const auto from = cell(line.from, line, lot->item_id);
    if (!from) return in_line(from.error());
    if (!mirrors)
      if (auto good = checkLine(draft, line, *lot, day); !good) return in_line(good.error());
    if (auto good = checkEnough(line, *from, *lot, draft.at_utc_ms); !good) return in_line(good.error());
    const auto to = cell(line.to, line, lot->item_id);
    if (!to) return in_line(to.error());
    auto row = statement(
        "INSERT INTO stock_line (at_utc_ms, move_id, line, from_cell, to_cell, quantity) VALUES (?1,?2,?3,?4,?5,?6)");
    if (!row) return in_line(row.error());
    (*row)->bind(1, draft.at_utc_ms);
    (*row)->bind(2, move_id);
    (*row)->bind(3, number);
    (*row)->bind(4, from->id);
    (*row)->bind(5, to->id);
    (*row)->bind(6, line.quantity);
    if (auto done = (*row)->run(); !done) return in_line(done.error());
  }
  return {};
}

Result<void> LedgerStore::insertMove(const Movement& made) {
  auto row = statement(
      "INSERT INTO stock_move (uuid, number, kind, at_utc_ms, booked_utc_ms, author, second_person, reason, is_drill, "
      "paper, reverses_id) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11)");
  if (!row) return std::unexpected(row.error());
  (*row)->bind(1, std::string_view(made.uuid));
  (*row)->bind(2, std::string_view(made.number));
  (*row)->bind(3, kindName(made.draft.kind));
  (*row)->bind(4, made.draft.at_utc_ms);
  (*row)->bind(5, made.booked_utc_ms);
  (*row)->bind(6, std::string_view(made.draft.author));
  (*row)->bind(7, std::string_view(made.draft.second_person));
  (*row)->bind(8, std::string_view(made.draft.reason));
  (*row)->bind(9, std::int64_t{made.draft.is_drill});
  (*row)->bind(10, std::string_view(made.draft.paper));
  if (made.reverses_id)
    (*row)->bind(11, *made.reverses_id);
  else
    (*row)->bind(11);
  return (*row)->run();
}

Result<Movement> LedgerStore::write(const MoveDraft& asked, std::optional<std::int64_t> reverses_id) {
  if (auto good = checkDraft(asked); !good) return std::unexpected(good.error());
  const std::int64_t now_utc_ms = m_clock->nowUtcMs();
  Movement made;
  made.draft = asked;
  if (made.draft.at_utc_ms == 0) made.draft.at_utc_ms = now_utc_ms;
  if (made.draft.at_utc_ms > now_utc_ms)
    return fail(ErrorCode::kInvalidArgument, formatUtc(made.draft.at_utc_ms), "is still to come");
  made.uuid = m_uuids->next();
  made.number = fmt::format("{}{}{}", numberPrefix(asked.kind), compactDay(made.draft.at_utc_ms),
                            std::string_view(made.uuid).substr(30));
  made.booked_utc_ms = now_utc_ms;
  made.reverses_id = reverses_id;
  if (auto done = insertMove(made); !done) return std::unexpected(done.error());
  made.id = m_db->sql().getLastInsertRowid();
  if (auto done = writeLines(made.draft, made.id, Origin::kHere); !done) return std::unexpected(done.error());
  if (auto done = markCheckpoint(); !done) return std::unexpected(done.error());
  return made;
}

Result<void> LedgerStore::markCheckpoint() {
  auto since = statement("SELECT lines FROM stock_since_checkpoint");
  if (!since) return std::unexpected(since.error());
  const auto there = stepped(**since);
  if (!there) return std::unexpected(there.error());
  const bool due = *there && (*since)->integer(0) >= kLinesBetweenCheckpoints;
  (*since)->reset();
  if (!due) return {};
  // At the last moment of all: then what the cells hold now is what they held after it.
  for (const char* sql : {"INSERT OR IGNORE INTO stock_checkpoint SELECT max(at_utc_ms) FROM stock_line",
                          "INSERT OR REPLACE INTO stock_checkpoint_cell SELECT (SELECT max(at_utc_ms) FROM "
                          "stock_line), id, quantity FROM "
                          "stock_cell WHERE quantity<>0",
                          "UPDATE stock_since_checkpoint SET lines=0"}) {
    auto row = statement(sql);
    if (!row) return std::unexpected(row.error());
    if (auto done = (*row)->run(); !done) return done;
  }
  return {};
}

Result<Movement> LedgerStore::bookInside(const MoveDraft& draft) {
  if (draft.kind == MoveKind::kReversal)
    return fail(ErrorCode::kInvalidArgument, "reversal", "a movement is reversed by naming it");
  return guarded(*m_db, [&] { return write(draft, std::nullopt); });
}

Result<Movement> LedgerStore::adoptInside(const Movement& came) {
  return guarded(*m_db, [&]() -> Result<Movement> {
    if (auto good = checkDraft(came.draft); !good) return std::unexpected(good.error());
    Movement made = came;
    if (auto done = insertMove(made); !done) return std::unexpected(done.error());
    made.id = m_db->sql().getLastInsertRowid();
    if (auto done = writeLines(made.draft, made.id, Origin::kHappened); !done) return std::unexpected(done.error());
    if (auto done = markCheckpoint(); !done) return std::unexpected(done.error());
    return made;
  });
}

Result<Movement> LedgerStore::book(const MoveDraft& draft) {
  Result<Movement> made = Movement();
  const auto done = inTransaction(*m_db, [&]() -> Result<void> {
    made = bookInside(draft);
    if (!made) return std::unexpected(made.error());
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return made;
}

Result<std::vector<Movement>> LedgerStore::bookAll(std::span<const MoveDraft> drafts) {
  std::vector<Movement> all;
  const auto done = inTransaction(*m_db, [&]() -> Result<void> {
    for (const MoveDraft& draft : drafts) {
      auto made = bookInside(draft);
      if (!made) return std::unexpected(std::move(made.error()).via("movement " + std::to_string(all.size() + 1)));
      all.push_back(std::move(*made));
    }
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return all;
}

Result<Movement> LedgerStore::reverse(std::int64_t move_id, const std::string& author, const std::string& reason) {
  Result<Movement> made = Movement();
  const auto done = inTransaction(*m_db, [&]() -> Result<void> {
    const auto old = movement(move_id);
    if (!old) return std::unexpected(old.error());
    if (old->reversed_by) return fail(ErrorCode::kAlreadyExists, old->number, "has been reversed");
    if (old->draft.kind == MoveKind::kReversal)
      return fail(ErrorCode::kInvalidArgument, old->number, "a reversal is not reversed; book it anew");
    MoveDraft draft;
    draft.kind = MoveKind::kReversal;
    draft.author = author;
    draft.reason = reason;
    draft.is_drill = old->draft.is_drill;
    draft.paper = old->draft.paper;
    // Backwards, so that what went through a cell comes back through it.
    for (auto line = old->draft.lines.rbegin(); line != old->draft.lines.rend(); ++line)
      draft.lines.push_back({line->lot_id, line->owner_id, line->quantity, line->to, line->from});
    made = write(draft, move_id);
    if (!made) return std::unexpected(made.error());
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return made;
}

Result<std::vector<LotAtHand>> LedgerStore::atHand(std::int64_t depot_id, std::int64_t item_id, State state) {
  auto rows = statement(
      "SELECT c.lot_id, c.owner_id, c.quantity, l.lot_no, ifnull(l.expires_on,'') FROM stock_cell c JOIN stock_lot l "
      "ON "
      "l.id=c.lot_id WHERE c.depot_id=?1 AND c.item_id=?2 AND c.state=?3 AND c.quantity>0 ORDER BY l.expires_on IS "
      "NULL, l.expires_on, l.lot_no, c.owner_id");
  if (!rows) return std::unexpected(rows.error());
  (*rows)->bind(1, depot_id);
  (*rows)->bind(2, item_id);
  (*rows)->bind(3, static_cast<std::int64_t>(state));
  std::vector<LotAtHand> lots;
  while ((*rows)->step())
    lots.push_back({(*rows)->integer(0), (*rows)->integer(1), (*rows)->integer(2), std::string((*rows)->text(3)),
                    std::string((*rows)->text(4))});
  if (auto good = (*rows)->outcome(); !good) return std::unexpected(good.error());
  (*rows)->reset();
  return lots;
}

}  // namespace gis::stocks
