// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/search/search_source_store.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "gis/core/digest.h"
#include "gis/store/geopackage_blob.h"
#include "gis/store/guarded.h"
#include "gis/store/layer_revision.h"
#include "gis/store/raw_statement.h"

namespace gis {
namespace {

// What people ask for most stands first; tables that are not here follow by name.
constexpr std::array<std::string_view, 25> kOrder = {"division",
                                                     "settlement",
                                                     "responsible_person",
                                                     "reservoir",
                                                     "geohazard_point",
                                                     "shelter",
                                                     "depot",
                                                     "rescue_team",
                                                     "hospital",
                                                     "school",
                                                     "care_home",
                                                     "tourist_site",
                                                     "hazchem_site",
                                                     "mine",
                                                     "tailings_pond",
                                                     "check_dam",
                                                     "river_reach",
                                                     "road",
                                                     "bridge",
                                                     "catchment",
                                                     "helipad",
                                                     "lookout",
                                                     "monitoring_station",
                                                     "geohazard_area",
                                                     "historical_disaster"};

// A box's larger side on the ground, by the mean radius of the Earth (a width to show, not a measurement).
double spanOf(const LonLatBox& box) {
  constexpr double kMetresPerDegree = 6371008.8 * std::numbers::pi / 180;
  const double width = (box.east_deg - box.west_deg) * std::cos(box.centre().lat_deg * std::numbers::pi / 180);
  return std::max(width, box.north_deg - box.south_deg) * kMetresPerDegree;
}

SearchSource sourceOf(const std::string& table, const std::string& geometry, const std::vector<std::string>& columns) {
  SearchSource source{table, {}, geometry, {}, {}, {}, {}, {}, {}, {}, {}};
  const auto has = [&](std::string_view name) { return std::ranges::find(columns, name) != columns.end(); };
  for (const std::string& column : columns) {
    const bool code =
        column == "code" || (column.ends_with("_code") && column != "division_code" && column != "parent_code");
    if (code && source.code.empty()) source.code = column;
    if (column.ends_with("_lon_deg") && source.lon.empty()) source.lon = column;
    if (column.ends_with("_lat_deg") && source.lat.empty()) source.lat = column;
  }
  if (has("pinyin_initials")) source.initials = "pinyin_initials";
  if (has("division_code")) source.division = "division_code";
  if (has("parent_code")) source.division = "parent_code";
  if (has("parent_code") && has("level")) source.level = "level";
  if (has("phone") && has("post"))
    for (const char* note : {"post", "unit", "phone", "phone_second"})
      if (has(note)) source.notes.emplace_back(note);
  if (has("length_m") && (table == "road" || table == "river_reach")) source.length = "length_m";
  return source;
}

std::string columnOrEmpty(const std::string& column) { return column.empty() ? "''" : sqlName(column); }
std::string columnOrNull(const std::string& column) { return column.empty() ? "NULL" : sqlName(column); }

std::string rowsSql(const SearchSource& source) {
  std::string note = "''";
  for (const std::string& column : source.notes)
    note += (note == "''" ? "||" : "||' '||") + std::string("coalesce(") + sqlName(column) + ",'')";
  std::string name = "coalesce(name,'')";
  if (!source.length.empty() && !source.code.empty())
    name = fmt::format("CASE WHEN coalesce(name,'')='' THEN coalesce({},'') ELSE name END", sqlName(source.code));
  const std::string wanted = fmt::format("{} AS shown_name", name);
  std::string order;
  if (!source.length.empty()) order = fmt::format("2, 3, {} DESC, ", sqlName(source.length));
  if (!source.level.empty()) order = fmt::format("{}, {}, ", sqlName(source.level), columnOrEmpty(source.code));
  return fmt::format(
      "SELECT {}, {}, coalesce({},''), coalesce({},''), coalesce({},''), {}, {}, {}, {} FROM {} WHERE shown_name<>'' "
      "ORDER BY {}length(shown_name), shown_name, 1",
      sqlName(source.key), wanted, columnOrEmpty(source.code), columnOrEmpty(source.initials),
      columnOrEmpty(source.division), note, columnOrNull(source.lon), columnOrNull(source.lat),
      columnOrNull(source.geometry), sqlName(source.table), order);
}

// A vertex in the middle of a line, the middle of everything else.
std::optional<LonLat> placeOf(std::span<const std::byte> blob, const LonLatBox& box) {
  FeatureColumns geometry;
  if (!decodeGeometry(blob, geometry) || geometry.vertexCount() == 0) return std::nullopt;
  if (geometry.kind == GeometryKind::kPolygon) return box.centre();
  const std::size_t vertex = geometry.vertexCount() / 2;
  return LonLat{geometry.xy[2 * vertex], geometry.xy[2 * vertex + 1]};
}

// Pieces follow each other, the longest of a name first: the first stays, the others widen its box.
struct PieceBox {
  LonLatBox box;
  void add(const LonLatBox& more) {
    if (more.empty()) return;
    box.add({more.west_deg, more.south_deg});
    box.add({more.east_deg, more.north_deg});
  }
};

}  // namespace

Result<std::vector<SearchSource>> SearchSourceStore::sources() const {
  return guarded(m_db, [&]() -> Result<std::vector<SearchSource>> {
    std::vector<SearchSource> sources;
    SQLite::Statement tables(
        m_db.sql(),
        "SELECT c.table_name, coalesce(g.column_name,''), (SELECT i.name FROM pragma_table_info(c.table_name) i WHERE "
        "i.pk=1 AND i.type LIKE '%INT%') AS key FROM gpkg_contents c LEFT JOIN gpkg_geometry_columns g ON "
        "g.table_name=c.table_name JOIN sqlite_schema m ON m.name=c.table_name AND m.type='table' WHERE c.data_type IN "
        "('features','attributes') AND c.table_name<>'model_parameter' AND c.table_name NOT LIKE '%\\_rule' ESCAPE "
        "'\\' "
        "AND key IS NOT NULL AND EXISTS (SELECT 1 FROM pragma_table_info(c.table_name) i WHERE i.name='name') ORDER BY "
        "c.table_name");
    while (tables.executeStep()) {
      const std::string table = tables.getColumn(0).getString();
      std::vector<std::string> columns;
      SQLite::Statement names(m_db.sql(), "SELECT name FROM pragma_table_info(?)");
      names.bind(1, table);
      while (names.executeStep()) columns.push_back(names.getColumn(0).getString());
      sources.push_back(sourceOf(table, tables.getColumn(1).getString(), columns));
      sources.back().key = tables.getColumn(2).getString();
    }
    std::ranges::stable_sort(sources, {}, [](const SearchSource& source) {
      return std::ranges::find(kOrder, source.table) - kOrder.begin();
    });
    return sources;
  });
}

Result<std::int64_t> SearchSourceStore::mark(const SearchSource& source) const {
  const auto kept = LayerRevisions(m_db).markOf(source.table);
  if (!kept) return std::unexpected(kept.error());
  if (*kept) return **kept;
  return guarded(m_db, [&]() -> Result<std::int64_t> {
    SQLite::Statement times(m_db.sql(), "SELECT count(*) FROM pragma_table_info(?) WHERE name='changed_utc'");
    times.bind(1, source.table);
    const bool timed = times.executeStep() && times.getColumn(0).getInt() != 0;
    SQLite::Statement state(m_db.sql(),
                            fmt::format("SELECT count(*), coalesce(max({}),0), {} FROM {}", sqlName(source.key),
                                        timed ? "coalesce(max(changed_utc),'')" : "''", sqlName(source.table)));
    Digest digest;
    if (state.executeStep()) {
      digest.add(static_cast<std::uint64_t>(state.getColumn(0).getInt64()));
      digest.add(static_cast<std::uint64_t>(state.getColumn(1).getInt64()));
      digest.add(std::string_view(state.getColumn(2).getString()));
    }
    return static_cast<std::int64_t>(digest.value());
  });
}

Result<std::vector<NamedRow>> SearchSourceStore::rows(const SearchSource& source, const CancelToken& cancel) const {
  auto statement = RawStatement::prepare(m_db, rowsSql(source));
  if (!statement) return std::unexpected(statement.error());
  std::vector<NamedRow> rows;
  PieceBox pieces;
  for (std::size_t n = 0; statement->step(); ++n) {
    if (n % 1024 == 0 && cancel.cancelled()) return fail(ErrorCode::kCancelled, source.table);
    LonLatBox box;
    const bool drawn = !statement->isNull(8);
    if (drawn)
      if (const auto bounds = geometryBounds(statement->blob(8))) box = *bounds;
    NamedRow row{statement->integer(0),
                 std::string(statement->text(1)),
                 std::string(statement->text(2)),
                 std::string(statement->text(3)),
                 std::string(statement->text(4)),
                 std::string(statement->text(5)),
                 std::nullopt,
                 0};
    if (row.code == row.name) row.code.clear();
    if (!source.length.empty() && !rows.empty() && rows.back().name == row.name && rows.back().code == row.code) {
      pieces.add(box);
      rows.back().span_m = spanOf(pieces.box);
      continue;
    }
    if (!statement->isNull(6) && !statement->isNull(7))
      row.where = LonLat{statement->real(6), statement->real(7)};
    else if (!box.empty())
      row.where = placeOf(statement->blob(8), box);
    if (!box.empty()) row.span_m = spanOf(box);
    pieces = {};
    pieces.add(box);
    rows.push_back(std::move(row));
  }
  if (auto done = statement->outcome(); !done) return std::unexpected(done.error());
  if (!source.length.empty()) std::ranges::stable_sort(rows, {}, [](const NamedRow& row) { return row.name.size(); });
  return rows;
}

Result<std::map<std::string, SearchSourceStore::Division, std::less<>>> SearchSourceStore::divisions() const {
  struct Row {
    std::string parent, name;
    std::optional<LonLat> seat;
  };
  std::map<std::string, Row, std::less<>> rows;
  std::map<std::string, Division, std::less<>> divisions;
  auto known = RawStatement::prepare(m_db, "SELECT 1 FROM sqlite_schema WHERE type='table' AND name='division'");
  if (!known) return std::unexpected(known.error());
  if (!known->step()) return divisions;
  auto statement = RawStatement::prepare(
      m_db, "SELECT code, coalesce(parent_code,''), name, seat_lon_deg, seat_lat_deg FROM division");
  if (!statement) return std::unexpected(statement.error());
  while (statement->step()) {
    Row row{std::string(statement->text(1)), std::string(statement->text(2)), std::nullopt};
    if (!statement->isNull(3) && !statement->isNull(4)) row.seat = LonLat{statement->real(3), statement->real(4)};
    rows.emplace(statement->text(0), std::move(row));
  }
  if (auto done = statement->outcome(); !done) return std::unexpected(done.error());
  constexpr int kMostLevels = 8;  // a circle of parents ends
  for (const auto& [code, row] : rows) {
    std::string names = row.name;
    const Row* at = &row;
    for (int level = 0; level < kMostLevels; ++level) {
      const auto parent = rows.find(at->parent);
      if (parent == rows.end()) break;
      at = &parent->second;
      names = at->name + ' ' + names;
    }
    divisions.emplace(code, Division{std::move(names), row.seat});
  }
  return divisions;
}

}  // namespace gis
