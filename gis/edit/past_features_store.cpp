// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/past_features_store.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "gis/core/clock.h"
#include "gis/edit/census_row_store.h"
#include "gis/edit/table_then.h"
#include "gis/store/feature_store.h"
#include "gis/store/guarded.h"

namespace gis {
namespace {

using Row = std::pair<std::int64_t, RowCells>;  // fid and cells

// Rows that came in bulk after a moment and are still there.
Result<std::vector<std::int64_t>> bulkAfter(const Database& db, const std::string& table, std::int64_t utc_ms) {
  auto rows = RawStatement::prepare(
      db, "SELECT t.fid FROM edit_bulk b JOIN edit_step s ON s.step_uuid=b.step_uuid JOIN " + sqlName(table) +
              " t ON t.fid BETWEEN b.first_fid AND b.last_fid"
              " WHERE b.table_name=?1 AND s.at_utc_ms>?2");
  if (!rows) return std::unexpected(rows.error());
  rows->bind(1, std::string_view(table));
  rows->bind(2, utc_ms);
  std::vector<std::int64_t> fids;
  while (rows->step()) fids.push_back(rows->integer(0));
  if (auto done = rows->outcome(); !done) return std::unexpected(done.error());
  std::ranges::sort(fids);
  fids.erase(std::unique(fids.begin(), fids.end()), fids.end());  // clang 14 knows no ranges::unique of libstdc++ 12
  return fids;
}

// Rows of bulk are not in the log one by one: one that came in bulk and was removed again looks as if it had always
// been there, but for the time of its making.
bool madeLater(const RowCells& cells, std::int64_t utc_ms) {
  const auto made = cells.find("created_utc");
  const auto* text = made == cells.end() ? nullptr : std::get_if<std::string>(&made->second);
  return text != nullptr && *text > formatUtc(utc_ms);  // its texts sort by time
}

// A table of the same columns without its rules, which the past may not have kept, in a database of its own.
Result<Database> emptyTwin(const Database& db, const std::string& table) {
  auto twin = Database::inMemory();
  if (!twin) return twin;
  return guarded(db, [&]() -> Result<Database> {
    SQLite::Database& sql = twin->sql();
    SQLite::Statement columns(db.sql(), "SELECT name, type, pk FROM pragma_table_info(?)");
    columns.bind(1, table);
    std::string made;
    while (columns.executeStep()) {
      made += (made.empty() ? "" : ", ") + sqlName(columns.getColumn(0).getString()) + " " +
              columns.getColumn(1).getString() + (columns.getColumn(2).getInt() == 1 ? " PRIMARY KEY" : "");
    }
    if (made.empty()) return fail(ErrorCode::kUnknownName, table);
    sql.exec("CREATE TABLE " + sqlName(table) + "(" + made + ")");
    for (const char* listing : {"gpkg_spatial_ref_sys", "gpkg_geometry_columns"}) {
      SQLite::Statement rows(db.sql(), std::string("SELECT * FROM ") + listing);
      std::string names, marks;
      for (int i = 0; i < rows.getColumnCount(); ++i) {
        names += (i ? ", " : "") + sqlName(rows.getColumnName(i));
        marks += i ? ", ?" : "?";
      }
      sql.exec(std::string("CREATE TABLE IF NOT EXISTS ") + listing + "(" + names + ")");
      SQLite::Statement add(sql, std::string("INSERT INTO ") + listing + "(" + names + ") VALUES(" + marks + ")");
      while (rows.executeStep()) {
        for (int i = 0; i < rows.getColumnCount(); ++i) {
          const SQLite::Column cell = rows.getColumn(i);
          if (cell.isInteger())
            add.bind(i + 1, cell.getInt64());
          else if (cell.isNull())
            add.bind(i + 1);
          else
            add.bind(i + 1, cell.getString());
        }
        add.exec();
        add.reset();
      }
    }
    return std::move(*twin);
  });
}

Result<void> fill(const Database& twin, const std::string& table, const std::vector<Row>& rows) {
  for (const auto& [fid, cells] : rows) {
    std::string names = "fid", marks = "?1";
    int at = 1;
    for (const auto& [column, value] : cells) {
      names += ", " + sqlName(column);
      marks += ", ?" + std::to_string(++at);
    }
    auto add = RawStatement::prepare(twin, "INSERT INTO " + sqlName(table) + "(" + names + ") VALUES(" + marks + ")");
    if (!add) return std::unexpected(add.error());
    add->bind(1, fid);
    at = 1;
    for (const auto& [column, value] : cells) bindCell(*add, ++at, value);
    if (auto done = add->run(); !done) return done;
  }
  return {};
}

}  // namespace

Result<Loaded<PastFeatures>> PastFeaturesStore::at(const std::string& table, std::int64_t utc_ms,
                                                   const std::vector<std::string>& attributes,
                                                   const CancelToken& cancel) const {
  auto store = CensusRowStore::open(*m_db);
  if (!store) return std::unexpected(store.error());
  if (auto known = store->columns(table); !known) return std::unexpected(known.error());
  EditLogStore log(*m_db);
  const auto then = tableThen(log, table, utc_ms);
  if (!then) return std::unexpected(then.error());
  auto later = bulkAfter(*m_db, table, utc_ms);
  if (!later) return std::unexpected(later.error());

  Loaded<PastFeatures> past;
  past.value.not_there = std::move(*later);
  const std::size_t bulk_count = past.value.not_there.size();
  const auto cameInBulk = [&](std::int64_t fid) {
    const auto& fids = past.value.not_there;
    return std::binary_search(fids.begin(), fids.begin() + static_cast<std::ptrdiff_t>(bulk_count), fid);
  };
  std::vector<Row> rows;
  std::int64_t of_the_gone = 0;
  for (const auto& [uuid, row] : *then) {
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, table);
    const auto fid = store->fidOf(table, uuid);
    if (!fid) return std::unexpected(fid.error());
    if (*fid && cameInBulk(**fid)) continue;
    if (row.presence == RowThen::Presence::kNotThere) {
      if (*fid) past.value.not_there.push_back(**fid);
    } else if (row.presence == RowThen::Presence::kThere) {
      if (!madeLater(row.cells, utc_ms)) rows.emplace_back(*fid ? **fid : --of_the_gone, row.cells);
    } else if (*fid) {
      auto now = store->read(table, uuid);
      if (!now) return std::unexpected(now.error());
      if (!*now) continue;
      for (const auto& [column, value] : row.cells) (**now)[column] = value;
      rows.emplace_back(**fid, std::move(**now));
    }
  }
  if (rows.empty()) return past;
  auto twin = emptyTwin(*m_db, table);
  if (!twin) return std::unexpected(twin.error());
  if (auto filled = fill(*twin, table, rows); !filled) return std::unexpected(filled.error());
  auto read = FeatureStore(*twin).read(table, attributes, cancel);
  if (!read) return std::unexpected(std::move(read.error()));
  past.value.changed = std::move(read->value);
  past.warnings = std::move(read->warnings);
  return past;
}

}  // namespace gis
