// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/census_row_store.h"

#include <algorithm>

#include "gis/core/clock.h"
#include "gis/store/geopackage_blob.h"
#include "gis/store/guarded.h"

namespace gis {

void bindCell(RawStatement& statement, int i, const CellValue& value) {
  if (const auto* n = std::get_if<std::int64_t>(&value)) return statement.bind(i, *n);
  if (const auto* x = std::get_if<double>(&value)) return statement.bind(i, *x);
  if (const auto* text = std::get_if<std::string>(&value)) return statement.bind(i, std::string_view(*text));
  if (const auto* bytes = std::get_if<std::vector<std::byte>>(&value))
    return statement.bind(i, std::span<const std::byte>(*bytes));
  statement.bind(i);
}

CellValue cellAt(const RawStatement& statement, int i) {
  switch (statement.type(i)) {
    case SQLITE_INTEGER:
      return statement.integer(i);
    case SQLITE_FLOAT:
      return statement.real(i);
    case SQLITE_TEXT:
      return std::string(statement.text(i));
    case SQLITE_BLOB: {
      const auto blob = statement.blob(i);
      return std::vector<std::byte>(blob.begin(), blob.end());
    }
    default:
      return {};
  }
}

std::optional<SchemaRule> brokenRule(const Error& error) {
  if (error.detail.contains("UNIQUE constraint")) return SchemaRule::kUnique;
  if (error.detail.contains("FOREIGN KEY constraint")) return SchemaRule::kReference;
  if (error.detail.contains("constraint failed") || error.detail.contains("cannot store")) return SchemaRule::kOther;
  return std::nullopt;
}

Result<CensusRowStore> CensusRowStore::open(const Database& db) {
  CensusRowStore store(db);
  auto columns = tableColumns(db);
  if (!columns) return std::unexpected(columns.error());
  for (auto& [table, names] : *columns)
    if (std::ranges::count(names, "uuid") != 0 && std::ranges::count(names, "fid") != 0) {
      std::erase(names, "fid");
      store.m_columns[table] = std::move(names);
    }
  auto rows = RawStatement::prepare(db, "SELECT table_name, column_name FROM gpkg_geometry_columns");
  if (!rows) return std::unexpected(rows.error());
  while (rows->step()) store.m_geometry_columns[std::string(rows->text(0))] = rows->text(1);
  if (auto read = rows->outcome(); !read) return std::unexpected(read.error());
  return store;
}

Result<const std::vector<std::string>*> CensusRowStore::columns(const std::string& table) const {
  const auto found = m_columns.find(table);
  if (found == m_columns.end()) return fail(ErrorCode::kUnknownName, table, "no table of rows with a uuid");
  return &found->second;
}

Result<RawStatement*> CensusRowStore::statement(const std::string& sql) {
  auto found = m_statements.find(sql);
  if (found == m_statements.end()) {
    auto made = RawStatement::prepare(*m_db, sql);
    if (!made) return std::unexpected(made.error());
    found = m_statements.emplace(sql, std::move(*made)).first;
  }
  found->second.reset();
  return &found->second;
}

Result<std::optional<RowCells>> CensusRowStore::read(const std::string& table, const std::string& uuid) {
  const auto names = columns(table);
  if (!names) return std::unexpected(names.error());
  std::string list;
  for (const std::string& name : **names) list += (list.empty() ? "" : ",") + sqlName(name);
  auto row = statement("SELECT " + list + " FROM " + sqlName(table) + " WHERE uuid=?1");
  if (!row) return std::unexpected(row.error());
  (*row)->bind(1, std::string_view(uuid));
  std::optional<RowCells> cells;
  if ((*row)->step()) {
    cells.emplace();
    for (std::size_t i = 0; i < (*names)->size(); ++i) (*cells)[(**names)[i]] = cellAt(**row, static_cast<int>(i));
  }
  if (auto outcome = (*row)->outcome(); !outcome) return std::unexpected(outcome.error());
  (*row)->reset();
  return cells;
}

Result<std::optional<std::int64_t>> CensusRowStore::fidOf(const std::string& table, const std::string& uuid) {
  if (const auto known = columns(table); !known) return std::unexpected(known.error());
  auto row = statement("SELECT fid FROM " + sqlName(table) + " WHERE uuid=?1");
  if (!row) return std::unexpected(row.error());
  (*row)->bind(1, std::string_view(uuid));
  std::optional<std::int64_t> fid;
  if ((*row)->step()) fid = (*row)->integer(0);
  if (auto outcome = (*row)->outcome(); !outcome) return std::unexpected(outcome.error());
  (*row)->reset();
  return fid;
}

Result<std::vector<std::string>> CensusRowStore::uuidsOf(const std::string& table, std::int64_t first_fid,
                                                         std::int64_t last_fid) {
  if (const auto known = columns(table); !known) return std::unexpected(known.error());
  auto rows = statement("SELECT uuid FROM " + sqlName(table) + " WHERE fid BETWEEN ?1 AND ?2 ORDER BY fid");
  if (!rows) return std::unexpected(rows.error());
  (*rows)->bind(1, first_fid);
  (*rows)->bind(2, last_fid);
  std::vector<std::string> uuids;
  while ((*rows)->step()) uuids.emplace_back((*rows)->text(0));
  if (auto outcome = (*rows)->outcome(); !outcome) return std::unexpected(outcome.error());
  (*rows)->reset();
  return uuids;
}

Result<std::optional<std::string>> CensusRowStore::holderOf(const std::string& table, const std::string& column,
                                                            const CellValue& value) {
  auto row = statement("SELECT uuid FROM " + sqlName(table) + " WHERE " + sqlName(column) + "=?1");
  if (!row) return std::unexpected(row.error());
  bindCell(**row, 1, value);
  std::optional<std::string> uuid;
  if ((*row)->step()) uuid = std::string((*row)->text(0));
  if (auto outcome = (*row)->outcome(); !outcome) return std::unexpected(outcome.error());
  (*row)->reset();
  return uuid;
}

Result<void> CensusRowStore::update(const std::string& table, const std::string& uuid, const RowCells& cells) {
  if (cells.empty()) return {};
  std::string list;
  for (const auto& [column, value] : cells) list += (list.empty() ? "" : ",") + sqlName(column) + "=?";
  auto row = statement("UPDATE " + sqlName(table) + " SET " + list + " WHERE uuid=?");
  if (!row) return std::unexpected(row.error());
  int i = 0;
  for (const auto& [column, value] : cells) bindCell(**row, ++i, value);
  (*row)->bind(++i, std::string_view(uuid));
  if (auto done = (*row)->run(); !done) return done;
  touched(table, cells);
  return {};
}

Result<void> CensusRowStore::insert(const std::string& table, const RowCells& cells, std::optional<std::int64_t> fid) {
  std::string names = "fid";
  std::string marks = "?";
  for (const auto& [column, value] : cells) {
    names += "," + sqlName(column);
    marks += ",?";
  }
  auto row = statement("INSERT INTO " + sqlName(table) + " (" + names + ") VALUES (" + marks + ")");
  if (!row) return std::unexpected(row.error());
  if (fid) (*row)->bind(1, *fid);
  int i = 1;
  for (const auto& [column, value] : cells) bindCell(**row, ++i, value);
  auto done = (*row)->run();
  (*row)->bind(1);
  if (!done) return done;
  touched(table, cells);
  return {};
}

Result<void> CensusRowStore::remove(const std::string& table, const std::string& uuid) {
  auto row = statement("DELETE FROM " + sqlName(table) + " WHERE uuid=?1");
  if (!row) return std::unexpected(row.error());
  (*row)->bind(1, std::string_view(uuid));
  if (auto done = (*row)->run(); !done) return done;
  touched(table, {});
  return {};
}

void CensusRowStore::touched(const std::string& table, const RowCells& cells) {
  LonLatBox& box = m_touched[table];
  const auto column = m_geometry_columns.find(table);
  if (column == m_geometry_columns.end()) return;
  const auto cell = cells.find(column->second);
  if (cell == cells.end()) return;
  const auto* blob = std::get_if<std::vector<std::byte>>(&cell->second);
  if (blob == nullptr) return;
  const auto bounds = geometryBounds(*blob);
  if (!bounds || bounds->empty()) return;
  box.add({bounds->west_deg, bounds->south_deg});
  box.add({bounds->east_deg, bounds->north_deg});
}

Result<void> CensusRowStore::together(const std::function<Result<void>()>& work) {
  return guarded(*m_db, [&]() -> Result<void> {
    m_db->sql().exec("SAVEPOINT together");
    auto done = work();
    if (!done) m_db->sql().exec("ROLLBACK TO together");
    m_db->sql().exec("RELEASE together");
    return done;
  });
}

Result<void> CensusRowStore::finish(std::int64_t now_utc_ms) {
  const std::string now = formatUtc(now_utc_ms);
  auto extent = statement(
      "UPDATE gpkg_contents SET last_change=?1, min_x=min(ifnull(min_x,?2),?2), min_y=min(ifnull(min_y,?3),?3),"
      " max_x=max(ifnull(max_x,?4),?4), max_y=max(ifnull(max_y,?5),?5) WHERE table_name=?6");
  if (!extent) return std::unexpected(extent.error());
  auto time_only = statement("UPDATE gpkg_contents SET last_change=?1 WHERE table_name=?2");
  if (!time_only) return std::unexpected(time_only.error());
  for (const auto& [table, box] : m_touched) {
    RawStatement& row = box.empty() ? **time_only : **extent;
    row.bind(1, std::string_view(now));
    if (!box.empty()) {
      row.bind(2, box.west_deg);
      row.bind(3, box.south_deg);
      row.bind(4, box.east_deg);
      row.bind(5, box.north_deg);
    }
    row.bind(box.empty() ? 2 : 6, std::string_view(table));
    if (auto done = row.run(); !done) return done;
  }
  m_touched.clear();
  return {};
}

}  // namespace gis
