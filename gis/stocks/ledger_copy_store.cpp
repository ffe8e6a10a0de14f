// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/ledger_copy_store.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "gis/stocks/catalogue_store.h"
#include "gis/stocks/copy_catalogue.h"
#include "gis/stocks/copy_levels.h"
#include "gis/stocks/item_changes_store.h"
#include "gis/stocks/level_changes_store.h"
#include "gis/stocks/requisition_store.h"
#include "gis/store/guarded.h"

namespace gis::stocks {
namespace {

using CopyJson = nlohmann::json;

constexpr const char* kCopyFormat = "fengsui-stock-ledger-1";
constexpr int kAllOfThem = 1'000'000'000;

std::string copyText(const CopyJson& json) { return json.dump(-1, ' ', false, CopyJson::error_handler_t::replace); }

// Ids of this copy in words that every copy understands, and back.
class CopyNames {
 public:
  CopyNames(const Database& db, Directory directory, std::map<std::string, std::string> depot_was = {})
      : m_catalogue(db), m_directory(std::move(directory)), m_depot_was(std::move(depot_was)) {}

  CopyJson depot(std::int64_t id) const {
    const Depot* one = m_directory.depot(id);
    return one ? CopyJson(one->uuid) : CopyJson("");
  }
  CopyJson lot(std::int64_t id) const {
    const auto found = m_directory.lots.find(id);
    if (found == m_directory.lots.end()) return nullptr;
    const Lot& lot = found->second;
    const Item* item = m_directory.item(lot.item_id);
    return {{"item", item ? item->code : ""}, {"no", lot.lot_no},   {"made", lot.made_on},
            {"expires", lot.expires_on},      {"maker", lot.maker}, {"donor", lot.donor}};
  }
  CopyJson owner(std::int64_t id) const {
    const auto found = m_directory.owners.find(id);
    return found == m_directory.owners.end() ? CopyJson("") : CopyJson(found->second);
  }

  const Directory& directory() const { return m_directory; }
  const std::map<std::string, std::string>& depotWas() const { return m_depot_was; }

  Result<std::int64_t> depotOf(const std::string& uuid) const {
    if (uuid.empty()) return 0;
    const auto otherwise = m_depot_was.find(uuid);
    const std::string& here = otherwise == m_depot_was.end() ? uuid : otherwise->second;
    const auto found = std::ranges::find(m_directory.depots, here, &Depot::uuid);
    if (found == m_directory.depots.end()) return fail(ErrorCode::kUnknownName, uuid, "no depot has this identifier");
    return found->id;
  }
  Result<std::int64_t> lotOf(const CopyJson& json) const {
    if (json.is_null()) return 0;
    const Item* item = m_directory.itemNamed(json.at("item").get<std::string>());
    if (!item) return fail(ErrorCode::kUnknownName, json.at("item").get<std::string>(), "no item of the catalogue");
    Lot lot;
    lot.lot_no = json.at("no"), lot.made_on = json.at("made"), lot.expires_on = json.at("expires");
    lot.maker = json.at("maker"), lot.donor = json.at("donor");
    return m_catalogue.lot(*item, lot);
  }
  Result<std::int64_t> ownerOf(const std::string& name) const {
    if (name.empty()) return 0;
    return m_catalogue.owner(name);
  }

 private:
  CatalogueStore m_catalogue;
  Directory m_directory;
  std::map<std::string, std::string> m_depot_was;  // what the copy calls them, and what they are called here
};

CopyJson sideJson(const CopyNames& names, const Side& side) {
  return {{"depot", names.depot(side.depot_id)}, {"state", static_cast<int>(side.state)}};
}

Result<Side> sideOf(const CopyNames& names, const CopyJson& json) {
  const auto depot = names.depotOf(json.at("depot"));
  if (!depot) return std::unexpected(depot.error());
  return Side{*depot, static_cast<State>(json.at("state").get<int>())};
}

CopyJson moveJson(const CopyNames& names, const Movement& move, const std::string& reverses) {
  CopyJson lines = CopyJson::array();
  for (const MoveLine& line : move.draft.lines)
    lines.push_back({{"lot", names.lot(line.lot_id)},
                     {"owner", names.owner(line.owner_id)},
                     {"quantity", line.quantity},
                     {"from", sideJson(names, line.from)},
                     {"to", sideJson(names, line.to)}});
  return {{"record", "move"},
          {"uuid", move.uuid},
          {"number", move.number},
          {"kind", std::string(kindName(move.draft.kind))},
          {"at", move.draft.at_utc_ms},
          {"booked", move.booked_utc_ms},
          {"author", move.draft.author},
          {"second", move.draft.second_person},
          {"reason", move.draft.reason},
          {"drill", move.draft.is_drill},
          {"paper", move.draft.paper},
          {"reverses", reverses},
          {"lines", std::move(lines)}};
}

CopyJson stepJson(const CopyNames& names, const std::string& paper, const RequisitionEvent& event) {
  CopyJson lines = CopyJson::array();
  for (const RequisitionLine& line : event.lines)
    lines.push_back({{"depot", names.depot(line.depot_id)},
                     {"lot", names.lot(line.lot_id)},
                     {"owner", names.owner(line.owner_id)}});
  return {{"record", "step"},
          {"uuid", fmt::format("{}/{}", paper, event.seq)},
          {"paper", paper},
          {"seq", event.seq},
          {"at", event.at_utc_ms},
          {"step", std::string(stepName(event.step))},
          {"actor", event.actor},
          {"words", event.words},
          {"content", eventText(event)},
          {"names", std::move(lines)}};
}

// Takes records over, one after the other.
class CopyMerging {
 public:
  CopyMerging(const Database& db, const Clock& clock, UuidSource& uuids, CopyNames names, std::string seat)
      : m_db(db), m_clock(clock), m_ledger(db, clock, uuids), m_names(std::move(names)), m_seat(std::move(seat)) {}

  Result<void> take(const CopyJson& record) {
    const std::string kind = record.at("record"), uuid = record.at("uuid");
    if (asked(uuid)) {
      ++m_merge.known;
      return {};
    }
    m_db.sql().exec("SAVEPOINT stock_record");
    Result<bool> fresh = kind == "move"          ? move(record)
                         : kind == "requisition" ? requisition(record)
                         : kind == "step"        ? step(record)
                                                 : fail(ErrorCode::kDamagedFile, kind, "no kind of record");
    if (!fresh) m_db.sql().exec("ROLLBACK TO stock_record");
    m_db.sql().exec("RELEASE stock_record");
    if (fresh) {
      if (!*fresh)
        ++m_merge.known;
      else
        ++(kind == "move" ? m_merge.moves : kind == "requisition" ? m_merge.requisitions : m_merge.steps);
      return {};
    }
    // Trouble of the file or the disk is no question for a person.
    const ErrorCode code = fresh.error().code;
    if (code == ErrorCode::kDamagedFile || code == ErrorCode::kDiskFull || code == ErrorCode::kReadOnly)
      return std::unexpected(fresh.error());
    return ask(record, kind, uuid, fresh.error().subject + ": " + fresh.error().detail);
  }
  Result<void> askAbout(const std::vector<ItemClash>& clashes) {
    for (const ItemClash& one : clashes)
      if (!asked(one.id))
        if (auto done = ask(CopyJson::parse(one.record), "item", one.id, one.item + ": " + one.why); !done) return done;
    return {};
  }
  // All changes of levels and people at once: which stands follows from all of them.
  Result<void> takeLevelsOf(const std::vector<CopyJson>& records) {
    const auto taken = takeLevels(m_db, m_names.directory(), m_names.depotWas(), records);
    if (!taken) return std::unexpected(taken.error());
    m_merge.levels = taken->levels;
    m_merge.known += taken->known;
    for (const LevelClash& clash : taken->clashes)
      if (auto done = ask(clash.record, "level", clash.id, clash.subject + ": " + clash.why); !done) return done;
    return {};
  }
  const LedgerMerge& outcome() const { return m_merge; }

 private:
  bool there(const char* sql, const std::string& uuid) const {
    SQLite::Statement row(m_db.sql(), sql);
    row.bind(1, uuid);
    return row.executeStep();
  }
  bool asked(const std::string& uuid) const { return there("SELECT 1 FROM stock_question WHERE record_uuid=?", uuid); }
  bool booked(const std::string& uuid) const { return there("SELECT 1 FROM stock_move WHERE uuid=?", uuid); }

  Result<bool> move(const CopyJson& record) {
    Movement came;
    came.uuid = record.at("uuid"), came.number = record.at("number");
    if (booked(came.uuid)) return false;
    const auto kind = kindNamed(record.at("kind").get<std::string>());
    if (!kind) return fail(ErrorCode::kDamagedFile, came.number, "no kind of movement");
    came.booked_utc_ms = record.at("booked");
    MoveDraft& draft = came.draft;
    draft.kind = *kind, draft.at_utc_ms = record.at("at");
    draft.author = record.at("author"), draft.second_person = record.at("second");
    draft.reason = record.at("reason"), draft.paper = record.at("paper"), draft.is_drill = record.at("drill");
    if (const std::string reverses = record.at("reverses"); !reverses.empty()) {
      const auto old = m_ledger.movementNamed(reverses);
      if (!old) return fail(ErrorCode::kUnknownName, came.number, "takes back a movement that is not in these books");
      if (old->reversed_by) return fail(ErrorCode::kAlreadyExists, old->number, "has been reversed here as well");
      came.reverses_id = old->id;
    }
    for (const CopyJson& one : record.at("lines")) {
      const auto lot = m_names.lotOf(one.at("lot"));
      const auto owner = m_names.ownerOf(one.at("owner"));
      const auto from = sideOf(m_names, one.at("from")), to = sideOf(m_names, one.at("to"));
      if (!lot) return std::unexpected(lot.error());
      if (!owner) return std::unexpected(owner.error());
      if (!from) return std::unexpected(from.error());
      if (!to) return std::unexpected(to.error());
      draft.lines.push_back({*lot, *owner, one.at("quantity"), *from, *to});
    }
    if (auto adopted = m_ledger.adoptInside(came); !adopted) return std::unexpected(adopted.error());
    return true;
  }

  Result<bool> requisition(const CopyJson& record) {
    const std::string uuid = record.at("uuid");
    if (there("SELECT 1 FROM stock_requisition WHERE uuid=?", uuid)) return false;
    auto head = headOf(record.at("content"));
    if (!head) return std::unexpected(head.error());
    const auto depot = m_names.depotOf(record.at("to_depot"));
    if (!depot) return std::unexpected(depot.error());
    head->to_depot_id = *depot;
    SQLite::Statement row(m_db.sql(),
                          "INSERT INTO stock_requisition (uuid, number, content, created_utc_ms, author) VALUES "
                          "(?,?,?,?,?)");
    row.bind(1, uuid);
    row.bind(2, record.at("number").get<std::string>());
    row.bind(3, headText(*head));
    row.bind(4, record.at("created").get<std::int64_t>());
    row.bind(5, record.at("author").get<std::string>());
    row.exec();
    return true;
  }

  // Follows on what is here, or is a question: taken differently here, or its goods could not be booked.
  Result<bool> step(const CopyJson& record) {
    const std::string paper = record.at("paper");
    RequisitionEvent event;
    event.seq = record.at("seq");
    const auto which = stepNamed(record.at("step").get<std::string>());
    if (!which) return fail(ErrorCode::kDamagedFile, paper, "no step");
    event.step = *which, event.at_utc_ms = record.at("at");
    event.actor = record.at("actor"), event.words = record.at("words");
    if (auto read = readEventText(record.at("content"), event); !read) return std::unexpected(read.error());
    const CopyJson& names = record.at("names");
    for (std::size_t i = 0; i < event.lines.size() && i < names.size(); ++i) {
      const auto depot = m_names.depotOf(names[i].at("depot"));
      const auto lot = m_names.lotOf(names[i].at("lot"));
      const auto owner = m_names.ownerOf(names[i].at("owner"));
      if (!depot) return std::unexpected(depot.error());
      if (!lot) return std::unexpected(lot.error());
      if (!owner) return std::unexpected(owner.error());
      event.lines[i].depot_id = *depot, event.lines[i].lot_id = *lot, event.lines[i].owner_id = *owner;
    }
    SQLite::Statement last(m_db.sql(),
                           "SELECT count(*), (SELECT kind||'/'||at_utc_ms||'/'||actor FROM stock_requisition_event "
                           "WHERE requisition_uuid=?1 AND seq=?2) FROM stock_requisition_event WHERE "
                           "requisition_uuid=?1");
    last.bind(1, paper);
    last.bind(2, event.seq);
    last.executeStep();
    const std::int64_t steps = last.getColumn(0).getInt64();
    const std::string mine = fmt::format("{}/{}/{}", stepName(event.step), event.at_utc_ms, event.actor);
    if (event.seq <= steps && last.getColumn(1).getString() == mine) return false;
    if (event.seq != steps + 1)
      return fail(ErrorCode::kAlreadyExists, paper, "another step was taken here at this point");
    for (const std::string& uuid : event.moves)
      if (!booked(uuid)) return fail(ErrorCode::kNotEnough, paper, "its goods could not be booked here");
    RequisitionStore::insertEvent(m_db, paper, event);
    return true;
  }

  Result<void> ask(const CopyJson& record, const std::string& kind, const std::string& uuid, const std::string& why) {
    SQLite::Statement row(m_db.sql(),
                          "INSERT INTO stock_question (record_uuid, kind, content, why, seat, came_utc_ms) VALUES "
                          "(?,?,?,?,?,?)");
    row.bind(1, uuid);
    row.bind(2, kind);
    row.bind(3, copyText(record));
    row.bind(4, why);
    row.bind(5, m_seat);
    row.bind(6, m_clock.nowUtcMs());
    row.exec();
    ++m_merge.questions;
    return {};
  }

  const Database& m_db;
  const Clock& m_clock;
  LedgerStore m_ledger;
  CopyNames m_names;
  std::string m_seat;
  LedgerMerge m_merge;
};

Result<std::vector<CopyJson>> recordsOf(const std::string& copy, std::string& seat) {
  std::istringstream in(copy);
  std::string line;
  std::vector<CopyJson> records;
  if (!std::getline(in, line)) return fail(ErrorCode::kDamagedFile, "copy", "is empty");
  const CopyJson head = CopyJson::parse(line, nullptr, false);
  if (!head.is_object() || head.value("format", std::string()) != kCopyFormat || !head.contains("records"))
    return fail(ErrorCode::kDamagedFile, "copy", "is no copy of a stock ledger");
  seat = head.value("seat", std::string());
  while (std::getline(in, line)) {
    CopyJson record = CopyJson::parse(line, nullptr, false);
    if (!record.is_object()) return fail(ErrorCode::kDamagedFile, "copy", fmt::format("line {}", records.size() + 2));
    records.push_back(std::move(record));
  }
  if (head["records"] != records.size()) return fail(ErrorCode::kDamagedFile, "copy", "is cut off");
  return records;
}

// The catalogue of the copy is taken over first: its movements are in terms of it.
Result<std::pair<CopyNames, TakenCatalogue>> namesAfter(const Database& db, const Clock& clock, UuidSource& uuids,
                                                        const std::vector<CopyJson>& records, const std::string& seat) {
  TakenCatalogue taken;
  try {
    auto done = takeCatalogue(db, uuids, records, seat, clock.nowUtcMs());
    if (!done) return std::unexpected(done.error());
    taken = std::move(*done);
  } catch (const nlohmann::json::exception& wrong) {
    return fail(ErrorCode::kDamagedFile, "copy", wrong.what());
  }
  auto directory = CatalogueStore(db).directory();
  if (!directory) return std::unexpected(directory.error());
  CopyNames names(db, std::move(*directory), taken.depot_was);
  return std::pair{std::move(names), std::move(taken)};
}

}  // namespace

Result<std::string> LedgerCopyStore::copySince(std::int64_t since_utc_ms, const std::string& seat) {
  const CatalogueStore catalogue(*m_db);
  auto directory = catalogue.directory();
  if (!directory) return std::unexpected(directory.error());
  const auto classes = catalogue.classes();
  if (!classes) return std::unexpected(classes.error());
  std::vector<std::string> lines;
  const auto edits = ItemChangesStore(*m_db).all();
  if (!edits) return std::unexpected(edits.error());
  for (const CopyJson& record : catalogueRecords(*directory, *classes, *edits)) lines.push_back(copyText(record));
  const auto changes = LevelChangesStore(*m_db).all();
  if (!changes) return std::unexpected(changes.error());
  for (const CopyJson& record : levelRecords(*directory, *changes)) lines.push_back(copyText(record));
  const CopyNames names(*m_db, std::move(*directory));
  LedgerStore ledger(*m_db, *m_clock, *m_uuids);
  MovementFilter all;
  all.most = kAllOfThem;
  auto moves = ledger.movements(all);
  if (!moves) return std::unexpected(moves.error());
  std::ranges::sort(*moves, {}, &Movement::id);
  std::map<std::int64_t, std::string> uuids;
  for (const Movement& move : *moves) uuids[move.id] = move.uuid;
  for (const Movement& move : *moves)
    if (move.booked_utc_ms >= since_utc_ms)
      lines.push_back(copyText(moveJson(names, move, move.reverses_id ? uuids[*move.reverses_id] : std::string())));
  const auto papers = RequisitionStore(*m_db, *m_clock, *m_uuids).all(kAllOfThem);
  if (!papers) return std::unexpected(papers.error());
  for (const Requisition& paper : *papers) {
    if (std::ranges::none_of(paper.events, [&](const auto& event) { return event.at_utc_ms >= since_utc_ms; }))
      continue;
    lines.push_back(copyText({{"record", "requisition"},
                              {"uuid", paper.uuid},
                              {"number", paper.number},
                              {"created", paper.created_utc_ms},
                              {"author", paper.events.front().actor},
                              {"content", headText(paper.head)},
                              {"to_depot", names.depot(paper.head.to_depot_id)}}));
    for (const RequisitionEvent& event : paper.events) lines.push_back(copyText(stepJson(names, paper.uuid, event)));
  }
  std::string text = copyText({{"format", kCopyFormat}, {"seat", seat}, {"records", lines.size()}}) + '\n';
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

Result<LedgerMerge> LedgerCopyStore::merge(const std::string& copy) {
  std::string seat;
  const auto records = recordsOf(copy, seat);
  if (!records) return std::unexpected(records.error());
  LedgerMerge outcome;
  const auto done = inTransaction(*m_db, [&]() -> Result<void> {
    auto names = namesAfter(*m_db, *m_clock, *m_uuids, *records, seat);
    if (!names) return std::unexpected(names.error());
    const TakenCatalogue taken = std::move(names->second);
    CopyMerging merging(*m_db, *m_clock, *m_uuids, std::move(names->first), seat);
    try {
      if (auto clashes = merging.askAbout(taken.clashes); !clashes) return clashes;
      if (auto levels = merging.takeLevelsOf(*records); !levels) return levels;
    } catch (const nlohmann::json::exception& wrong) {
      return fail(ErrorCode::kDamagedFile, "copy", wrong.what());
    }
    for (std::size_t i = 0; i < records->size(); ++i) {
      try {
        if (isCatalogueRecord((*records)[i]) || isLevelRecord((*records)[i])) continue;
        if (auto step = guarded(*m_db, [&] { return merging.take((*records)[i]); }); !step) return step;
      } catch (const nlohmann::json::exception& wrong) {
        return fail(ErrorCode::kDamagedFile, "copy", fmt::format("line {}: {}", i + 2, wrong.what()));
      }
    }
    outcome = merging.outcome();
    outcome.items = taken.items, outcome.edited_items = taken.edited, outcome.depots = taken.depots;
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return outcome;
}

Result<std::vector<LedgerQuestion>> LedgerCopyStore::questions(bool only_open) const {
  return guarded(*m_db, [&]() -> Result<std::vector<LedgerQuestion>> {
    std::vector<LedgerQuestion> found;
    SQLite::Statement there(m_db->sql(),
                            "SELECT count(*) FROM sqlite_schema WHERE type='table' AND name='stock_question'");
    there.executeStep();
    if (there.getColumn(0).getInt() == 0) return found;
    SQLite::Statement row(m_db->sql(),
                          "SELECT record_uuid, kind, content, why, seat, came_utc_ms, ifnull(decided_utc_ms,0), "
                          "decided_by, decision FROM stock_question WHERE decided_utc_ms IS NULL OR ?=0 ORDER BY "
                          "came_utc_ms, record_uuid");
    row.bind(1, only_open ? 1 : 0);
    while (row.executeStep())
      found.push_back({row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString(),
                       row.getColumn(3).getString(), row.getColumn(4).getString(), row.getColumn(5).getInt64(),
                       row.getColumn(6).getInt64(), row.getColumn(7).getString(), row.getColumn(8).getString()});
    return found;
  });
}

Result<void> LedgerCopyStore::decide(const std::string& uuid, const std::string& decision, const std::string& who) {
  if (decision.empty() || who.empty())
    return fail(ErrorCode::kInvalidArgument, "decision", "say what was done about it, and who decides");
  return guarded(*m_db, [&]() -> Result<void> {
    SQLite::Statement row(
        m_db->sql(),
        "UPDATE stock_question SET decided_utc_ms=?2, decided_by=?3, decision=?4 WHERE record_uuid=?1 "
        "AND decided_utc_ms IS NULL");
    row.bind(1, uuid);
    row.bind(2, m_clock->nowUtcMs());
    row.bind(3, who);
    row.bind(4, decision);
    if (row.exec() == 1) return {};
    return fail(ErrorCode::kUnknownName, uuid, "no open question has this identifier");
  });
}

}  // namespace gis::stocks
