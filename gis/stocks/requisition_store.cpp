// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/requisition_store.h"

#include <fmt/format.h>

#include <algorithm>

#include "gis/stocks/calendar_day.h"
#include "gis/store/guarded.h"

namespace gis::stocks {
namespace {

// "SL20260501a1b2c3": kind, day, the end of an identifier that no other laptop makes.
std::string paperNumber(const char* prefix, std::int64_t at_utc_ms, const std::string& uuid) {
  std::string day = dayOf(at_utc_ms);
  std::erase(day, '-');
  return prefix + day + uuid.substr(30);
}

// The movements of a step. A receipt becomes up to three: what arrived, what arrived damaged, what is lost.
std::vector<MoveDraft> draftsOf(const Requisition& requisition, const RequisitionStanding& standing,
                                const RequisitionEvent& step, bool breaks_order) {
  const std::int64_t to_depot = requisition.head.to_depot_id;
  std::vector<MoveDraft> drafts;
  const auto draft = [&](MoveKind kind) -> MoveDraft& {
    for (MoveDraft& one : drafts)
      if (one.kind == kind) return one;
    MoveDraft one;
    one.kind = kind;
    one.author = step.actor;
    one.at_utc_ms = step.at_utc_ms;
    one.reason = step.words.empty() ? requisition.number : step.words;
    one.is_drill = requisition.head.is_drill;
    one.paper = requisition.uuid;
    one.breaks_order = breaks_order && kind == MoveKind::kReserve;
    drafts.push_back(std::move(one));
    return drafts.back();
  };
  const auto add = [&](MoveKind kind, const RequisitionLine& line, std::int64_t quantity, Side from, Side to) {
    if (quantity > 0) draft(kind).lines.push_back({line.lot_id, line.owner_id, quantity, from, to});
  };
  using enum State;
  switch (step.step) {
    case RequisitionStep::kPicked:
      for (const RequisitionLine& line : step.lines)
        add(MoveKind::kReserve, line, line.quantity, {line.depot_id, kUsable}, {line.depot_id, kReserved});
      break;
    case RequisitionStep::kDispatched:
      for (const RequisitionLine& line : step.lines)
        add(MoveKind::kDispatch, line, line.quantity, {line.depot_id, kReserved}, {line.depot_id, kInTransit});
      break;
    case RequisitionStep::kReceived:
      for (const RequisitionLine& line : step.lines) {
        const Side road{line.depot_id, kInTransit};
        add(MoveKind::kReceipt, line, line.quantity - line.lost - line.damaged, road,
            to_depot == 0 ? Side{0, kUsed} : Side{to_depot, kUsable});
        // What arrives damaged where no depot is goes back into the books of the one that sent it.
        add(MoveKind::kReceipt, line, line.damaged, road, {to_depot == 0 ? line.depot_id : to_depot, kDamaged});
        add(MoveKind::kLoss, line, line.lost, road, {0, kLost});
      }
      break;
    case RequisitionStep::kCancelled:
      for (const RequisitionLine& line : standing.picked)
        add(MoveKind::kRelease, line, line.quantity, {line.depot_id, kReserved}, {line.depot_id, kUsable});
      break;
    default:
      break;
  }
  return drafts;
}

}  // namespace

std::string orderNumber(std::int64_t at_utc_ms, const std::string& uuid) { return paperNumber("DB", at_utc_ms, uuid); }

void RequisitionStore::insertEvent(const Database& db, const std::string& uuid, const RequisitionEvent& event) {
  SQLite::Statement row(db.sql(),
                        "INSERT INTO stock_requisition_event (requisition_uuid, seq, at_utc_ms, kind, actor, words, "
                        "content) VALUES (?,?,?,?,?,?,?)");
  row.bind(1, uuid);
  row.bind(2, event.seq);
  row.bind(3, event.at_utc_ms);
  row.bind(4, std::string(stepName(event.step)));
  row.bind(5, event.actor);
  row.bind(6, event.words);
  row.bind(7, eventText(event));
  row.exec();
}

Result<Requisition> RequisitionStore::enter(const RequisitionHead& head, const std::vector<RequisitionLine>& lines,
                                            const std::string& actor) {
  Requisition made;
  made.uuid = m_uuids->next();
  made.created_utc_ms = m_clock->nowUtcMs();
  made.number = paperNumber("SL", made.created_utc_ms, made.uuid);
  made.head = head;
  RequisitionEvent first{1, made.created_utc_ms, RequisitionStep::kRequested, actor, {}, lines, {}, {}, {}};
  if (auto good = checkStep({}, first); !good) return std::unexpected(good.error());
  if (head.place.empty() && head.to_depot_id == 0)
    return fail(ErrorCode::kInvalidArgument, "place", "where it is to go is needed");
  const auto done = inTransaction(*m_db, [&]() -> Result<void> {
    SQLite::Statement known(m_db->sql(), "SELECT count(*) FROM stock_item WHERE code=?");
    for (const RequisitionLine& line : lines) {
      known.bind(1, line.item_code);
      known.executeStep();
      if (known.getColumn(0).getInt() == 0)
        return fail(ErrorCode::kUnknownName, line.item_code, "no item of the catalogue");
      known.reset();
    }
    SQLite::Statement row(m_db->sql(),
                          "INSERT INTO stock_requisition (uuid, number, content, created_utc_ms, author) VALUES "
                          "(?,?,?,?,?)");
    row.bind(1, made.uuid);
    row.bind(2, made.number);
    row.bind(3, headText(head));
    row.bind(4, made.created_utc_ms);
    row.bind(5, actor);
    row.exec();
    insertEvent(*m_db, made.uuid, first);
    return {};
  });
  if (!done) return std::unexpected(done.error());
  made.events.push_back(std::move(first));
  return made;
}

Result<void> RequisitionStore::bookStep(const Requisition& requisition, const RequisitionStanding& standing,
                                        RequisitionEvent& step, bool breaks_order) {
  for (const MoveDraft& draft : draftsOf(requisition, standing, step, breaks_order)) {
    auto booked = m_ledger.bookInside(draft);
    if (!booked) return std::unexpected(std::move(booked.error()).via(requisition.number));
    step.moves.push_back(booked->uuid);
  }
  return {};
}

Result<Requisition> RequisitionStore::advance(const std::string& uuid, RequisitionEvent step, bool breaks_order) {
  Requisition after;
  const auto done = inTransaction(*m_db, [&]() -> Result<void> {
    auto requisition = read(uuid);
    if (!requisition) return std::unexpected(requisition.error());
    const auto standing = standingOf(requisition->events);
    if (!standing) return std::unexpected(standing.error());
    step.seq = static_cast<std::int64_t>(requisition->events.size()) + 1;
    step.at_utc_ms = m_clock->nowUtcMs();
    if (auto good = checkStep(*standing, step); !good) return good;
    if (breaks_order && step.words.empty())
      return fail(ErrorCode::kInvalidArgument, requisition->number, "a reason is needed to take another lot");
    if (step.step == RequisitionStep::kDispatched && step.order_no.empty())
      step.order_no = standing->order_no.empty() ? orderNumber(step.at_utc_ms, m_uuids->next()) : standing->order_no;
    if (auto booked = bookStep(*requisition, *standing, step, breaks_order); !booked) return booked;
    insertEvent(*m_db, uuid, step);
    after = std::move(*requisition);
    after.events.push_back(std::move(step));
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return after;
}

Result<std::vector<RequisitionLine>> RequisitionStore::proposePick(const std::string& uuid,
                                                                   const std::vector<std::int64_t>& depots) {
  const auto requisition = read(uuid);
  if (!requisition) return std::unexpected(requisition.error());
  const auto standing = standingOf(requisition->events);
  if (!standing) return std::unexpected(standing.error());
  const std::string day = dayOf(m_clock->nowUtcMs());
  return guarded(*m_db, [&]() -> Result<std::vector<RequisitionLine>> {
    std::vector<RequisitionLine> lines;
    for (const RequisitionProgress& item : standing->items) {
      std::int64_t wanted = item.approved - item.picked;
      SQLite::Statement known(m_db->sql(), "SELECT id FROM stock_item WHERE code=?");
      known.bind(1, item.item_code);
      if (!known.executeStep()) return fail(ErrorCode::kUnknownName, item.item_code);
      const std::int64_t item_id = known.getColumn(0).getInt64();
      for (const std::int64_t depot : depots) {
        if (wanted <= 0) break;
        const auto there = m_ledger.atHand(depot, item_id);
        if (!there) return std::unexpected(there.error());
        std::int64_t good = 0;
        for (const LotAtHand& lot : *there)
          if (lot.expires_on.empty() || lot.expires_on >= day) good += lot.quantity;
        if (good == 0) continue;
        const auto shares = chooseLots(*there, std::min(wanted, good), day);
        if (!shares) return std::unexpected(shares.error());
        for (const LotShare& share : *shares) {
          lines.push_back({item.item_code, share.quantity, depot, share.lot_id, share.owner_id, 0, 0});
          wanted -= share.quantity;
        }
      }
    }
    return lines;
  });
}

Result<Requisition> RequisitionStore::read(const std::string& uuid) {
  return guarded(*m_db, [&]() -> Result<Requisition> {
    SQLite::Statement row(m_db->sql(), "SELECT number, content, created_utc_ms FROM stock_requisition WHERE uuid=?");
    row.bind(1, uuid);
    if (!row.executeStep()) return fail(ErrorCode::kUnknownName, uuid, "no such requisition");
    Requisition requisition{uuid, row.getColumn(0).getString(), row.getColumn(2).getInt64(), {}, {}};
    auto head = headOf(row.getColumn(1).getString());
    if (!head) return std::unexpected(head.error());
    requisition.head = std::move(*head);
    SQLite::Statement events(m_db->sql(),
                             "SELECT seq, at_utc_ms, kind, actor, words, content FROM stock_requisition_event WHERE "
                             "requisition_uuid=? ORDER BY seq");
    events.bind(1, uuid);
    while (events.executeStep()) {
      const auto step = stepNamed(events.getColumn(2).getString());
      if (!step) return fail(ErrorCode::kDamagedFile, requisition.number, events.getColumn(2).getString());
      RequisitionEvent event{events.getColumn(0).getInt64(),
                             events.getColumn(1).getInt64(),
                             *step,
                             events.getColumn(3).getString(),
                             events.getColumn(4).getString(),
                             {},
                             {},
                             {},
                             {}};
      if (auto good = readEventText(events.getColumn(5).getString(), event); !good)
        return std::unexpected(good.error());
      requisition.events.push_back(std::move(event));
    }
    return requisition;
  });
}

Result<Requisition> RequisitionStore::find(const std::string& name) {
  std::string uuid;
  const auto found = guarded(*m_db, [&]() -> Result<void> {
    SQLite::Statement row(m_db->sql(), "SELECT uuid FROM stock_requisition WHERE uuid=?1 OR number=?1 LIMIT 1");
    row.bind(1, name);
    if (!row.executeStep()) return fail(ErrorCode::kUnknownName, name, "no requisition has this number");
    uuid = row.getColumn(0).getString();
    return {};
  });
  if (!found) return std::unexpected(found.error());
  return read(uuid);
}

Result<std::vector<Requisition>> RequisitionStore::all(int most) {
  return guarded(*m_db, [&]() -> Result<std::vector<Requisition>> {
    std::vector<Requisition> found;
    SQLite::Statement row(m_db->sql(),
                          "SELECT uuid FROM stock_requisition ORDER BY created_utc_ms DESC, uuid DESC LIMIT ?");
    row.bind(1, most);
    while (row.executeStep()) {
      auto one = read(row.getColumn(0).getString());
      if (!one) return std::unexpected(one.error());
      found.push_back(std::move(*one));
    }
    return found;
  });
}

}  // namespace gis::stocks
