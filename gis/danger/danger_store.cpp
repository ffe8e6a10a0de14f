// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/danger/danger_store.h"

#include <fmt/format.h>

#include <algorithm>

#include "gis/store/geopackage_blob.h"
#include "gis/store/guarded.h"
#include "gis/store/workspace_present.h"

namespace gis::danger {
namespace {

constexpr const char* kColumns =
    "SELECT fid, uuid, danger_no, hazard, level, title, description, division_code, place, found_on, found_by, owner, "
    "owner_unit, owner_phone, state, coalesce(due_on,''), coalesce(closed_on,''), object_table, "
    "coalesce(object_uuid,''), geom FROM danger_item ";

Item itemAt(SQLite::Statement& row) {
  Item item;
  int at = 0;
  const auto text = [&] { return row.getColumn(at++).getString(); };
  item.fid = row.getColumn(at++).getInt64();
  item.uuid = text(), item.no = text(), item.hazard = text();
  item.level = static_cast<Level>(row.getColumn(at++).getInt());
  item.title = text(), item.description = text(), item.division_code = text(), item.place = text();
  item.found_on = text(), item.found_by = text(), item.owner = text(), item.owner_unit = text();
  item.owner_phone = text();
  item.state = static_cast<State>(row.getColumn(at++).getInt());
  item.due_on = text(), item.closed_on = text(), item.object_table = text(), item.object_uuid = text();
  const auto blob = row.getColumn(at);
  FeatureColumns columns;
  columns.kind = GeometryKind::kNone;
  const auto* data = static_cast<const std::byte*>(blob.getBlob());
  if (data && decodeGeometry({data, static_cast<std::size_t>(blob.getBytes())}, columns) && columns.xy.size() >= 2)
    item.where = LonLat{columns.xy[0], columns.xy[1]};
  return item;
}

CellValue orNull(const std::string& text) { return text.empty() ? CellValue() : CellValue(text); }

RowCells eventCells(const std::string& danger_uuid, const char* kind, State state, std::int64_t at_utc_ms,
                    const EditAuthor& author, const Advance& what, const std::string& due_on) {
  return {{"danger_uuid", danger_uuid},
          {"kind", std::string(kind)},
          {"state", std::int64_t{static_cast<int>(state)}},
          {"at_utc_ms", at_utc_ms},
          {"author", author.name},
          {"to_unit", what.to_unit},
          {"words", what.words},
          {"due_on", orNull(due_on)},
          {"photos", what.photos},
          {"source", author.name.empty() ? std::string("Fengsui") : author.name}};
}

Result<std::string> photosFrom(const AttachPhotos& attach, RowEditor& rows, const std::string& danger_uuid) {
  return attach ? attach(rows, danger_uuid) : Result<std::string>(std::string());
}

// Even-odd, in degrees.
bool covers(const FeatureColumns& shape, LonLat place) {
  bool in = false;
  for (std::size_t ring = 0; ring + 1 < shape.part_start.size(); ++ring)
    for (std::uint32_t v = shape.part_start[ring]; v + 1 < shape.part_start[ring + 1]; ++v) {
      const double x1 = shape.xy[2 * v], y1 = shape.xy[2 * v + 1], x2 = shape.xy[2 * v + 2], y2 = shape.xy[2 * v + 3];
      if ((y1 > place.lat_deg) != (y2 > place.lat_deg) &&
          place.lon_deg < (x2 - x1) * (place.lat_deg - y1) / (y2 - y1) + x1)
        in = !in;
    }
  return in;
}

}  // namespace

bool DangerStore::there() const {
  try {
    SQLite::Statement row(m_db.sql(), "SELECT count(*) FROM sqlite_schema WHERE type='table' AND name='danger_item'");
    return row.executeStep() && row.getColumn(0).getInt() != 0;
  } catch (const SQLite::Exception&) {
    return true;  // asking for its rows names the trouble
  }
}

Result<std::vector<Item>> DangerStore::items() const {
  if (!there()) return std::vector<Item>();
  return guarded(m_db, [&]() -> Result<std::vector<Item>> {
    std::vector<Item> items;
    SQLite::Statement row(m_db.sql(), std::string(kColumns) + "ORDER BY found_on, fid");
    while (row.executeStep()) items.push_back(itemAt(row));
    return items;
  });
}

Result<Item> DangerStore::find(const std::string& id) const {
  if (!there()) return fail(ErrorCode::kUnknownName, id);
  return guarded(m_db, [&]() -> Result<Item> {
    SQLite::Statement row(m_db.sql(),
                          std::string(kColumns) + "WHERE uuid=?1 OR danger_no=?1 ORDER BY uuid<>?1 LIMIT 1");
    row.bind(1, id);
    if (!row.executeStep()) return fail(ErrorCode::kUnknownName, id, "no hidden danger has this number");
    return itemAt(row);
  });
}

Result<Item> DangerStore::findRow(std::int64_t fid) const {
  return guarded(m_db, [&]() -> Result<Item> {
    SQLite::Statement row(m_db.sql(), std::string(kColumns) + "WHERE fid=?");
    row.bind(1, fid);
    if (!row.executeStep()) return fail(ErrorCode::kNoData, "danger_item", "fid " + std::to_string(fid));
    return itemAt(row);
  });
}

Result<DangerStore::PlacedIn> DangerStore::divisionAt(LonLat place) const {
  return guarded(m_db, [&]() -> Result<PlacedIn> {
    SQLite::Statement row(
        m_db.sql(),
        "SELECT d.code, d.name, d.geom FROM rtree_division_geom r JOIN division d ON d.fid=r.id "
        "WHERE r.minx<=?1 AND r.maxx>=?1 AND r.miny<=?2 AND r.maxy>=?2 ORDER BY d.level DESC, d.code");
    row.bind(1, place.lon_deg);
    row.bind(2, place.lat_deg);
    while (row.executeStep()) {
      const auto blob = row.getColumn(2);
      FeatureColumns shape;
      shape.kind = GeometryKind::kNone;
      const auto* data = static_cast<const std::byte*>(blob.getBlob());
      if (data && decodeGeometry({data, static_cast<std::size_t>(blob.getBytes())}, shape) && covers(shape, place))
        return PlacedIn{row.getColumn(0).getString(), row.getColumn(1).getString()};
    }
    return fail(ErrorCode::kNoData, "division", "outside of all districts");
  });
}

Result<std::map<std::string, std::pair<std::string, std::string>>> DangerStore::countyNames() const {
  using Names = std::map<std::string, std::pair<std::string, std::string>>;
  return guarded(m_db, [&]() -> Result<Names> {
    Names names;
    SQLite::Statement row(m_db.sql(), "SELECT substr(code,1,6), name, name_en FROM division WHERE level=3");
    while (row.executeStep())
      names[row.getColumn(0).getString()] = {row.getColumn(1).getString(), row.getColumn(2).getString()};
    return names;
  });
}

Result<std::vector<Event>> DangerStore::events(const std::string& danger_uuid) const {
  if (!there()) return std::vector<Event>();
  return guarded(m_db, [&]() -> Result<std::vector<Event>> {
    std::vector<Event> events;
    SQLite::Statement row(m_db.sql(),
                          "SELECT uuid, danger_uuid, kind, state, at_utc_ms, author, to_unit, words, "
                          "coalesce(due_on,''), photos FROM danger_event WHERE danger_uuid=? ORDER BY at_utc_ms, uuid");
    row.bind(1, danger_uuid);
    while (row.executeStep())
      events.push_back({row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString(),
                        static_cast<State>(row.getColumn(3).getInt()), row.getColumn(4).getInt64(),
                        row.getColumn(5).getString(), row.getColumn(6).getString(), row.getColumn(7).getString(),
                        row.getColumn(8).getString(), row.getColumn(9).getString()});
    return events;
  });
}

Result<std::vector<DeadlineRule>> DangerStore::rules() const {
  if (!there()) return std::vector<DeadlineRule>();
  return guarded(m_db, [&]() -> Result<std::vector<DeadlineRule>> {
    std::vector<DeadlineRule> rules;
    SQLite::Statement row(m_db.sql(),
                          "SELECT coalesce(hazard,''), level, state, within_days, confidence, rule_source FROM "
                          "danger_deadline_rule ORDER BY fid");
    while (row.executeStep())
      rules.push_back({row.getColumn(0).getString(), static_cast<Level>(row.getColumn(1).getInt()),
                       static_cast<State>(row.getColumn(2).getInt()), row.getColumn(3).getInt(),
                       row.getColumn(4).getString(), row.getColumn(5).getString()});
    return rules;
  });
}

Result<std::string> DangerStore::enter(UuidSource& uuids, const Clock& clock, const EditAuthor& author, Item item,
                                       const std::string& step_title, const AttachPhotos& attach) const {
  if (item.title.empty()) return fail(ErrorCode::kInvalidArgument, "title", "a title is needed");
  const auto known = rules();
  if (!known) return std::unexpected(known.error());
  const std::int64_t now_utc_ms = presentUtcMs(m_db, clock);
  if (item.found_on.empty()) item.found_on = dayOf(now_utc_ms);
  if (item.due_on.empty())
    item.due_on = dueOn(*known, item.hazard, item.level, State::kFound, item.found_on).value_or("");
  item.uuid = uuids.next();
  // The number is read out on the phone: county, day, and the end of the identifier, which no other laptop makes.
  if (item.no.empty()) {
    std::string day = item.found_on;
    std::erase(day, '-');
    item.no = fmt::format("YH{}{}{}", item.division_code.substr(0, 6), day, item.uuid.substr(item.uuid.size() - 4));
  }
  RowCells cells{{"uuid", item.uuid},
                 {"danger_no", item.no},
                 {"hazard", item.hazard},
                 {"level", std::int64_t{static_cast<int>(item.level)}},
                 {"title", item.title},
                 {"description", item.description},
                 {"division_code", item.division_code},
                 {"place", item.place},
                 {"found_on", item.found_on},
                 {"found_by", item.found_by.empty() ? author.name : item.found_by},
                 {"owner", item.owner},
                 {"owner_unit", item.owner_unit},
                 {"owner_phone", item.owner_phone},
                 {"state", std::int64_t{1}},
                 {"due_on", orNull(item.due_on)},
                 {"object_table", item.object_table},
                 {"object_uuid", orNull(item.object_uuid)},
                 {"source", author.name.empty() ? std::string("Fengsui") : author.name}};
  if (item.where) {
    const double xy[] = {item.where->lon_deg, item.where->lat_deg};
    const std::uint32_t parts[] = {0, 1};
    std::vector<std::byte> blob;
    GeometryView view;
    view.kind = GeometryKind::kPoint;
    view.xy = xy;
    view.part_start = parts;
    if (auto made = encodeGeometry(view, GeometryType::kPoint, 4490, blob); !made) return std::unexpected(made.error());
    cells["geom"] = std::move(blob);
  }
  const StepPlan plan{author, StepKind::kEdit, step_title};
  const auto done = RowEditor::edit(m_db, uuids, clock, plan, [&](RowEditor& rows) -> Result<void> {
    if (auto made = rows.insert("danger_item", cells); !made) return std::unexpected(made.error());
    Advance what{State::kFound, item.description, {}, {}, {}};
    if (auto photos = photosFrom(attach, rows, item.uuid); photos)
      what.photos = std::move(*photos);
    else
      return std::unexpected(photos.error());
    if (auto made = rows.insert("danger_event",
                                eventCells(item.uuid, "found", State::kFound, now_utc_ms, author, what, item.due_on));
        !made)
      return std::unexpected(made.error());
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return item.uuid;
}

Result<void> DangerStore::advance(UuidSource& uuids, const Clock& clock, const EditAuthor& author, const Item& item,
                                  Advance what, const std::string& step_title, const AttachPhotos& attach) const {
  const auto move = moveBetween(item.state, what.to, item.level);
  if (!move) return std::unexpected(move.error());
  if (*move != Move::kForward && what.words.empty())
    return fail(ErrorCode::kInvalidArgument, "words", "a reason is needed to hand back or reopen");
  const auto known = rules();
  if (!known) return std::unexpected(known.error());
  const std::int64_t now_utc_ms = presentUtcMs(m_db, clock);
  const std::string today = dayOf(now_utc_ms);
  const std::string due_on =
      what.due_on.empty() ? dueOn(*known, item.hazard, item.level, what.to, today).value_or("") : what.due_on;
  const char* kind = *move == Move::kForward ? "forward" : *move == Move::kBack ? "back" : "reopen";
  const StepPlan plan{author, StepKind::kEdit, step_title, what.words};
  const auto done = RowEditor::edit(m_db, uuids, clock, plan, [&](RowEditor& rows) -> Result<void> {
    const RowCells seen{{"state", std::int64_t{static_cast<int>(item.state)}}};
    const RowCells cells{{"state", std::int64_t{static_cast<int>(what.to)}},
                         {"due_on", orNull(due_on)},
                         {"closed_on", what.to == State::kClosed ? CellValue(today) : CellValue()}};
    auto now = rows.rows().read("danger_item", item.uuid);
    if (!now) return std::unexpected(now.error());
    if (!*now) return fail(ErrorCode::kNoData, item.no);
    if ((*now)->at("state") != seen.at("state")) return fail(ErrorCode::kChangedElsewhere, item.no);
    if (auto set = rows.set("danger_item", item.uuid, cells); !set) return set;
    auto photos = photosFrom(attach, rows, item.uuid);
    if (!photos) return std::unexpected(photos.error());
    what.photos += (what.photos.empty() || photos->empty() ? "" : " ") + *photos;
    auto made = rows.insert("danger_event", eventCells(item.uuid, kind, what.to, now_utc_ms, author, what, due_on));
    if (!made) return std::unexpected(made.error());
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return {};
}

Result<void> DangerStore::note(UuidSource& uuids, const Clock& clock, const EditAuthor& author, const Item& item,
                               Advance what, const std::string& step_title, const AttachPhotos& attach) const {
  if (what.words.empty() && what.photos.empty() && what.due_on.empty() && !attach)
    return fail(ErrorCode::kInvalidArgument, "words", "nothing to note");
  const char* kind = !what.due_on.empty() ? "extend" : !what.photos.empty() || attach ? "photo" : "note";
  if (!what.due_on.empty() && what.words.empty())
    return fail(ErrorCode::kInvalidArgument, "words", "a reason is needed for another deadline");
  const StepPlan plan{author, StepKind::kEdit, step_title, what.words};
  const auto done = RowEditor::edit(m_db, uuids, clock, plan, [&](RowEditor& rows) -> Result<void> {
    if (!what.due_on.empty())
      if (auto set = rows.set("danger_item", item.uuid, {{"due_on", what.due_on}}); !set) return set;
    auto photos = photosFrom(attach, rows, item.uuid);
    if (!photos) return std::unexpected(photos.error());
    what.photos += (what.photos.empty() || photos->empty() ? "" : " ") + *photos;
    auto made = rows.insert(
        "danger_event", eventCells(item.uuid, kind, item.state, presentUtcMs(m_db, clock), author, what, what.due_on));
    if (!made) return std::unexpected(made.error());
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return {};
}

bool isOverdue(const Item& item, const std::string& today) {
  return item.state != State::kClosed && !item.due_on.empty() && item.due_on < today;
}

Tally tallyOf(const std::vector<Item>& items, const std::string& today) {
  Tally tally;
  std::map<std::string, Tally::Line> counties, hazards;
  for (const Item& item : items) {
    const bool open = item.state != State::kClosed, late = isOverdue(item, today);
    ++tally.by_state[static_cast<int>(item.state)];
    tally.major_open += open && item.level == Level::kMajor;
    tally.overdue += late;
    for (Tally::Line* line : {&counties[item.division_code.substr(0, 6)], &hazards[item.hazard]}) {
      line->open += open;
      line->overdue += late;
      line->closed += !open;
    }
  }
  const auto listed = [](std::map<std::string, Tally::Line>& lines) {
    std::vector<Tally::Line> list;
    for (auto& [key, line] : lines) {
      line.key = key;
      list.push_back(line);
    }
    return list;
  };
  tally.counties = listed(counties);
  tally.hazards = listed(hazards);
  return tally;
}

}  // namespace gis::danger
