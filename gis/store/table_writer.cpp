// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/table_writer.h"

#include <sqlite3.h>

#include <algorithm>
#include <bit>

#include "gis/core/digest.h"
#include "gis/store/geopackage_blob.h"
#include "gis/store/guarded.h"
#include "gis/store/layer_revision.h"
#include "gis/store/raw_statement.h"
#include "gis/store/spatial_index.h"

namespace gis {

struct TableWriter::State {
  State(const Database& database, std::string table_name, RawStatement prepared)
      : db(database), table(std::move(table_name)), insert(std::move(prepared)) {}

  const Database& db;
  std::string table;
  std::size_t values = 0;
  std::string now_utc;
  std::optional<SpatialIndex> index;
  GeometryType geometry_type = GeometryType::kAny;
  std::int32_t srs_id = 0;
  std::optional<RawStatement> insert;
  std::vector<std::byte> blob;
  std::vector<IndexedBox> boxes;
  bool watched = false;  // by triggers that wait until the rows are in
  Digest digest;
  bool was_empty = true;
  bool own_transaction = false;
  bool finished = false;
  std::int64_t rows = 0;
};

namespace {

std::string insertSql(const std::string& table, const std::string& geometry_column,
                      const std::vector<std::string>& columns) {
  std::string names = geometry_column.empty() ? "" : sqlName(geometry_column);
  std::string marks = geometry_column.empty() ? "" : "?";
  for (const std::string& column : columns) {
    names += (names.empty() ? "" : ",") + sqlName(column);
    marks += marks.empty() ? "?" : ",?";
  }
  return fmt::format("INSERT INTO {} ({}) VALUES ({})", sqlName(table), names, marks);
}

}  // namespace

TableWriter::TableWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
TableWriter::TableWriter(TableWriter&&) noexcept = default;

TableWriter& TableWriter::operator=(TableWriter&& other) noexcept {
  std::swap(m_state, other.m_state);
  return *this;
}

TableWriter::~TableWriter() {
  if (!m_state || m_state->finished || !m_state->own_transaction) return;
  m_state->insert.reset();
  sqlite3_exec(m_state->db.sql().getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<TableWriter> TableWriter::open(const Database& db, const std::string& table,
                                      const std::vector<std::string>& columns, const Clock& clock) {
  if (db.mode() == OpenMode::kRead) return fail(ErrorCode::kReadOnly, db.file().string());
  return guarded(db, [&]() -> Result<TableWriter> {
    std::string geometry_column;
    std::string type_name;
    std::int32_t srs_id = 0;
    SQLite::Statement geometry(
        db.sql(), "SELECT column_name, geometry_type_name, srs_id FROM gpkg_geometry_columns WHERE table_name=?");
    geometry.bind(1, table);
    if (geometry.executeStep()) {
      geometry_column = geometry.getColumn(0).getString();
      type_name = geometry.getColumn(1).getString();
      srs_id = geometry.getColumn(2).getInt();
    }
    geometry.reset();
    for (const std::string& column : columns) {
      SQLite::Statement known(db.sql(), "SELECT 1 FROM pragma_table_info(?) WHERE name=?");
      known.bind(1, table);
      known.bind(2, column);
      if (!known.executeStep() || column == geometry_column)
        return fail(ErrorCode::kInvalidArgument, table, "no such column: " + column);
    }
    if (columns.empty() && geometry_column.empty()) return fail(ErrorCode::kInvalidArgument, table, "no columns");

    auto insert = RawStatement::prepare(db, insertSql(table, geometry_column, columns));
    if (!insert) return std::unexpected(insert.error());
    auto state = std::make_unique<State>(db, table, std::move(*insert));
    state->values = columns.size();
    state->now_utc = formatUtc(clock.nowUtcMs());
    state->srs_id = srs_id;
    state->own_transaction = sqlite3_get_autocommit(db.sql().getHandle()) != 0;
    TableWriter writer(std::move(state));
    State& s = *writer.m_state;
    if (s.own_transaction) db.sql().exec("BEGIN IMMEDIATE");
    if (!geometry_column.empty()) {
      const auto type = geometryTypeOf(type_name);
      if (!type) return fail(ErrorCode::kInvalidArgument, table, "geometry type " + type_name);
      s.geometry_type = *type;
      auto index = SpatialIndex::of(db, table);
      if (!index) return std::unexpected(index.error());
      if (auto dropped = index->dropTriggers(); !dropped) return std::unexpected(dropped.error());
      s.index = *index;
      const auto mark = LayerRevisions(db).markOf(table);
      if (!mark) return std::unexpected(mark.error());
      s.watched = mark->has_value();
      if (s.watched)
        if (auto unwatched = LayerRevisions(db).unwatch(table); !unwatched) return std::unexpected(unwatched.error());
      s.was_empty = db.sql().execAndGet("SELECT NOT EXISTS (SELECT 1 FROM " + sqlName(table) + ")").getInt() != 0;
    }
    return writer;
  });
}

Result<void> TableWriter::append(const GeometryView& geometry, std::span<const SqlValue> values) {
  State& s = *m_state;
  const auto wrong = [&](std::string why) {
    return fail(ErrorCode::kInvalidArgument, s.table, "row " + std::to_string(s.rows + 1) + ": " + std::move(why));
  };
  if (s.finished) return wrong("the writer has finished");
  if (values.size() != s.values) return wrong(fmt::format("{} values for {} columns", values.size(), s.values));
  const bool has_geometry = geometry.kind != GeometryKind::kNone;
  if (has_geometry && !s.index) return wrong("a geometry for a table without");
  RawStatement& insert = *s.insert;
  int at = 1;
  if (s.index) {
    if (has_geometry) {
      if (auto encoded = encodeGeometry(geometry, s.geometry_type, s.srs_id, s.blob); !encoded)
        return wrong(encoded.error().detail);
      s.digest.add(std::span<const std::byte>(s.blob));
      insert.bind(at++, std::span<const std::byte>(s.blob));
    } else {
      insert.bind(at++);
    }
  }
  for (const SqlValue& value : values) {
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
      insert.bind(at, *integer);
      s.digest.add(std::bit_cast<std::uint64_t>(*integer));
    } else if (const auto* real = std::get_if<double>(&value)) {
      insert.bind(at, *real);
      s.digest.add(std::bit_cast<std::uint64_t>(*real));
    } else if (const auto* text = std::get_if<std::string_view>(&value)) {
      insert.bind(at, *text);
      s.digest.add(*text);
    } else {
      insert.bind(at);
      s.digest.add(std::uint64_t{0});
    }
    ++at;
  }
  if (auto inserted = insert.run(); !inserted) {
    Error error = inserted.error();
    error.subject = s.table;
    error.detail = fmt::format("row {}: {}", s.rows + 1, error.detail);
    return std::unexpected(std::move(error));
  }
  ++s.rows;
  if (has_geometry) {
    LonLatBox box;
    for (std::size_t i = 0; i < geometry.xy.size(); i += 2) box.add({geometry.xy[i], geometry.xy[i + 1]});
    if (s.was_empty) {
      s.boxes.push_back({lastFid(), box});
    } else {
      s.boxes.assign(1, {0, {}});  // only says that there is something to do; the index comes from the table
    }
  }
  return {};
}

std::int64_t TableWriter::lastFid() const { return sqlite3_last_insert_rowid(m_state->db.sql().getHandle()); }

Result<std::int64_t> TableWriter::finish() {
  State& s = *m_state;
  if (s.finished) return s.rows;
  const auto done = guarded(s.db, [&]() -> Result<void> {
    s.insert.reset();
    std::optional<LonLatBox> extent;
    if (s.index) {
      if (auto built = s.was_empty ? s.index->rebuild(s.boxes) : s.index->rebuild(); !built) return built;
      LonLatBox all;
      for (const IndexedBox& b : s.boxes) {
        all.add({b.box.west_deg, b.box.south_deg});
        all.add({b.box.east_deg, b.box.north_deg});
      }
      if (!s.was_empty) {
        const auto box = s.index->extent();
        if (!box) return std::unexpected(box.error());
        all = *box;
      }
      if (!all.empty()) extent = all;
    }
    SQLite::Statement contents(
        s.db.sql(),
        extent ? "UPDATE gpkg_contents SET last_change=?, min_x=?, min_y=?, max_x=?, max_y=? WHERE table_name=?"
               : "UPDATE gpkg_contents SET last_change=? WHERE table_name=?");
    int at = 1;
    contents.bind(at++, s.now_utc);
    if (extent)
      for (const double side : {extent->west_deg, extent->south_deg, extent->east_deg, extent->north_deg})
        contents.bind(at++, side);
    contents.bind(at, s.table);
    contents.exec();
    if (s.watched) {
      const LayerRevisions revisions(s.db);
      if (auto watched = revisions.watch(s.table); !watched) return watched;
      if (auto advanced = revisions.advance(s.table, s.digest.value()); !advanced) return advanced;
    }
    if (s.own_transaction) s.db.sql().exec("COMMIT");
    return {};
  });
  if (!done) return std::unexpected(done.error());
  s.finished = true;
  return s.rows;
}

}  // namespace gis
