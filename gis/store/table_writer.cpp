// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/table_writer.h"

#include <sqlite3.h>

#include <algorithm>
#include <bit>
#include <limits>

#include "gis/core/digest.h"
#include "gis/store/geopackage_blob.h"
#include "gis/store/guarded.h"
#include "gis/store/layer_revision.h"
#include "gis/store/number_rule.h"
#include "gis/store/raw_statement.h"
#include "gis/store/spatial_index.h"

namespace gis {

struct TableWriter::State {
  State(const Database& database, std::string table_name) : db(database), table(std::move(table_name)) {}

  std::string insertSql(std::size_t row_count) const;
  Result<void> encode(const Row& row, std::vector<std::byte>& blob) const;
  void bind(RawStatement& statement, int& at, const Row& row, const std::vector<std::byte>& blob) const;
  Result<void> addOlder();
  void note(const Row& row, const std::vector<std::byte>& blob, std::int64_t fid);

  const Database& db;
  std::string table;
  std::string names;  // of the columns, as SQL
  std::size_t values = 0;
  bool own_fids = false;  // the caller numbers the rows
  std::string now_utc;
  std::optional<SpatialIndex> index;
  std::optional<NumberRule> suspended;
  std::int64_t fid_before = 0;
  GeometryType geometry_type = GeometryType::kAny;
  std::int32_t srs_id = 0;
  std::optional<RawStatement> insert;
  std::optional<RawStatement> many;
  std::size_t many_rows = 0;
  std::vector<std::vector<std::byte>> blobs;
  std::vector<IndexedBox> boxes;
  bool watched = false;  // by triggers that wait until the rows are in
  Digest digest;
  bool was_empty = true;
  bool own_transaction = false;
  bool finished = false;
  std::int64_t rows = 0;
};

std::string TableWriter::State::insertSql(std::size_t row_count) const {
  std::string marks = "(";
  for (std::size_t i = 0; i < values + (index ? 1 : 0); ++i) marks += i == 0 ? "?" : ",?";
  marks += ")";
  std::string sql = fmt::format("INSERT INTO {} ({}) VALUES {}", sqlName(table), names, marks);
  for (std::size_t i = 1; i < row_count; ++i) sql += "," + marks;
  return sql;
}

Result<void> TableWriter::State::encode(const Row& row, std::vector<std::byte>& blob) const {
  const auto wrong = [&](std::string why) {
    return fail(ErrorCode::kInvalidArgument, table, "row " + std::to_string(rows + 1) + ": " + std::move(why));
  };
  if (finished) return wrong("the writer has finished");
  if (row.values.size() != values) return wrong(fmt::format("{} values for {} columns", row.values.size(), values));
  if (row.geometry.kind == GeometryKind::kNone) return {};
  if (!index) return wrong("a geometry for a table without");
  if (auto encoded = encodeGeometry(row.geometry, geometry_type, srs_id, blob); !encoded)
    return wrong(encoded.error().detail);
  return {};
}

void TableWriter::State::bind(RawStatement& statement, int& at, const Row& row,
                              const std::vector<std::byte>& blob) const {
  if (index) {
    if (row.geometry.kind != GeometryKind::kNone)
      statement.bind(at++, std::span<const std::byte>(blob));
    else
      statement.bind(at++);
  }
  for (const SqlValue& value : row.values) {
    if (const auto* integer = std::get_if<std::int64_t>(&value))
      statement.bind(at++, *integer);
    else if (const auto* real = std::get_if<double>(&value))
      statement.bind(at++, *real);
    else if (const auto* text = std::get_if<std::string_view>(&value))
      statement.bind(at++, *text);
    else
      statement.bind(at++);
  }
}

// What is kept of a row that is in.
void TableWriter::State::note(const Row& row, const std::vector<std::byte>& blob, std::int64_t fid) {
  ++rows;
  const bool has_geometry = row.geometry.kind != GeometryKind::kNone;
  if (has_geometry) digest.add(std::span<const std::byte>(blob));
  for (const SqlValue& value : row.values) {
    if (const auto* integer = std::get_if<std::int64_t>(&value))
      digest.add(std::bit_cast<std::uint64_t>(*integer));
    else if (const auto* real = std::get_if<double>(&value))
      digest.add(std::bit_cast<std::uint64_t>(*real));
    else if (const auto* text = std::get_if<std::string_view>(&value))
      digest.add(*text);
    else
      digest.add(std::uint64_t{0});
  }
  if (!has_geometry) return;
  LonLatBox box;
  for (std::size_t i = 0; i + 1 < row.geometry.xy.size(); i += 2) box.add({row.geometry.xy[i], row.geometry.xy[i + 1]});
  boxes.push_back({fid, box});
}

// The rows that were there before: some may have been changed meanwhile, beside the index. New rows are known.
Result<void> TableWriter::State::addOlder() {
  if (was_empty) return {};
  auto older = index->scan(own_fids ? std::numeric_limits<std::int64_t>::max() : fid_before);
  if (!older) return std::unexpected(older.error());
  if (own_fids) boxes.clear();
  boxes.insert(boxes.begin(), older->begin(), older->end());
  return {};
}

TableWriter::TableWriter(std::unique_ptr<State> state) : m_state(std::move(state)) {}
TableWriter::TableWriter(TableWriter&&) noexcept = default;

TableWriter& TableWriter::operator=(TableWriter&& other) noexcept {
  std::swap(m_state, other.m_state);
  return *this;
}

TableWriter::~TableWriter() {
  if (!m_state || m_state->finished || !m_state->own_transaction) return;
  m_state->insert.reset();
  m_state->many.reset();
  sqlite3_exec(m_state->db.sql().getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<TableWriter> TableWriter::open(const Database& db, const std::string& table,
                                      const std::vector<std::string>& columns, const Clock& clock,
                                      NumbersChecked checked) {
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

    auto state = std::make_unique<State>(db, table);
    if (!geometry_column.empty()) state->names = sqlName(geometry_column);
    for (const std::string& column : columns) state->names += (state->names.empty() ? "" : ",") + sqlName(column);
    state->values = columns.size();
    state->own_fids = std::ranges::find(columns, "fid") != columns.end();
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
    const bool at_the_end = checked == NumbersChecked::kAtTheEnd && !s.own_fids;
    if ((s.index && !s.own_fids) || at_the_end)
      s.fid_before = db.sql().execAndGet("SELECT coalesce(max(fid), 0) FROM " + sqlName(table)).getInt64();
    if (at_the_end) {
      auto rule = NumberRule::of(db, table);
      if (!rule) return std::unexpected(rule.error());
      if (*rule) {
        if (auto suspended = (*rule)->suspend(); !suspended) return std::unexpected(suspended.error());
        s.suspended = std::move(*rule);
      }
    }
    auto insert = RawStatement::prepare(db, s.insertSql(1));
    if (!insert) return std::unexpected(insert.error());
    s.insert.emplace(std::move(*insert));
    return writer;
  });
}

Result<void> TableWriter::append(const GeometryView& geometry, std::span<const SqlValue> values) {
  const Row row{geometry, values};
  return appendAll(std::span(&row, 1));
}

Result<void> TableWriter::appendAll(std::span<const Row> rows) {
  State& s = *m_state;
  if (rows.empty()) return {};
  if (rows.size() > 1 && s.own_fids) return fail(ErrorCode::kInvalidArgument, s.table, "many rows with their own fid");
  if (s.blobs.size() < rows.size()) s.blobs.resize(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (auto encoded = s.encode(rows[i], s.blobs[i]); !encoded) return encoded;
  if (rows.size() > 1 && (!s.many || s.many_rows != rows.size())) {
    auto prepared = RawStatement::prepare(s.db, s.insertSql(rows.size()));
    if (!prepared) return std::unexpected(prepared.error());
    s.many.emplace(std::move(*prepared));
    s.many_rows = rows.size();
  }
  RawStatement& insert = rows.size() == 1 ? *s.insert : *s.many;
  int at = 1;
  for (std::size_t i = 0; i < rows.size(); ++i) s.bind(insert, at, rows[i], s.blobs[i]);
  if (auto inserted = insert.run(); !inserted) {
    Error error = inserted.error();
    error.subject = s.table;
    error.detail = fmt::format("row {}: {}", s.rows + 1, error.detail);
    return std::unexpected(std::move(error));
  }
  const std::int64_t first_fid = lastFid() - static_cast<std::int64_t>(rows.size()) + 1;
  for (std::size_t i = 0; i < rows.size(); ++i) s.note(rows[i], s.blobs[i], first_fid + static_cast<std::int64_t>(i));
  return {};
}

std::int64_t TableWriter::lastFid() const { return sqlite3_last_insert_rowid(m_state->db.sql().getHandle()); }

Result<std::int64_t> TableWriter::finish() {
  State& s = *m_state;
  if (s.finished) return s.rows;
  const auto done = guarded(s.db, [&]() -> Result<void> {
    s.insert.reset();
    s.many.reset();
    if (s.suspended)
      if (auto resumed = s.suspended->resume(s.fid_before); !resumed) return resumed;
    std::optional<LonLatBox> extent;
    if (s.index) {
      if (auto added = s.addOlder(); !added) return added;
      if (auto built = s.index->rebuild(s.boxes); !built) return built;
      LonLatBox all;
      for (const IndexedBox& b : s.boxes) {
        all.add({b.box.west_deg, b.box.south_deg});
        all.add({b.box.east_deg, b.box.north_deg});
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
