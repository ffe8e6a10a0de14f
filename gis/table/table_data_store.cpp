// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/table/table_data_store.h"

#include <sqlite3.h>

#include "gis/edit/census_row_store.h"
#include "gis/store/geopackage_blob.h"
#include "gis/store/raw_statement.h"

namespace gis {
namespace {

constexpr std::size_t kRowsBetweenPolls = 4096;

std::string columnList(const TableSchema& schema, const std::vector<std::size_t>& columns) {
  std::string list = sqlName(schema.key);
  for (const std::size_t column : columns) list += "," + sqlName(schema.columns[column].name);
  return list;
}

TableRow rowAt(const RawStatement& statement) {
  TableRow row{statement.integer(0), {}};
  row.cells.reserve(static_cast<std::size_t>(statement.columns()) - 1);
  for (int i = 1; i < statement.columns(); ++i) row.cells.push_back(cellAt(statement, i));
  return row;
}

void addCell(const RawStatement& statement, int i, ColumnBuilder& builder) {
  switch (statement.type(i)) {
    case SQLITE_INTEGER:
      return builder.add(statement.integer(i));
    case SQLITE_FLOAT:
      return builder.addReal(statement.real(i));
    case SQLITE_TEXT:
      return builder.add(statement.text(i));
    default:
      return builder.addEmpty();
  }
}

}  // namespace

Result<TableData> TableDataStore::load(const TableSchema& schema, const std::vector<std::size_t>& columns,
                                       const CancelToken& cancel, const Progress& progress) const {
  auto highest =
      RawStatement::prepare(m_db, fmt::format("SELECT max({}) FROM {}", sqlName(schema.key), sqlName(schema.table)));
  if (!highest) return std::unexpected(highest.error());
  const std::int64_t last = highest->step() ? highest->integer(0) : 0;
  auto rows = RawStatement::prepare(
      m_db, fmt::format("SELECT {} FROM {} ORDER BY 1", columnList(schema, columns), sqlName(schema.table)));
  if (!rows) return std::unexpected(rows.error());
  TableData data{schema, {}, {}};
  std::vector<ColumnBuilder> builders;
  for (const std::size_t column : columns) builders.emplace_back(schema.columns[column].kind);
  while (rows->step()) {
    if (data.fids.size() % kRowsBetweenPolls == 0) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, schema.table);
      if (progress && last > 0) progress(static_cast<double>(rows->integer(0)) / static_cast<double>(last));
    }
    data.fids.push_back(rows->integer(0));
    for (std::size_t i = 0; i < builders.size(); ++i) addCell(*rows, static_cast<int>(i) + 1, builders[i]);
  }
  if (auto done = rows->outcome(); !done) return std::unexpected(done.error());
  data.columns.resize(schema.columns.size());
  for (std::size_t i = 0; i < builders.size(); ++i) {
    auto column = builders[i].finish();
    if (!column) return std::unexpected(std::move(column.error()).via(schema.columns[columns[i]].name));
    data.columns[columns[i]] = std::make_shared<const ColumnData>(std::move(*column));
  }
  return data;
}

Result<std::vector<TableRow>> TableDataStore::firstRows(const TableSchema& schema,
                                                        const std::vector<std::size_t>& columns,
                                                        std::size_t at_most) const {
  auto statement = RawStatement::prepare(
      m_db, fmt::format("SELECT {} FROM {} ORDER BY 1 LIMIT ?", columnList(schema, columns), sqlName(schema.table)));
  if (!statement) return std::unexpected(statement.error());
  statement->bind(1, static_cast<std::int64_t>(at_most));
  std::vector<TableRow> rows;
  while (statement->step()) rows.push_back(rowAt(*statement));
  if (auto done = statement->outcome(); !done) return std::unexpected(done.error());
  return rows;
}

Result<std::vector<TableRow>> TableDataStore::rows(const TableSchema& schema, const std::vector<std::size_t>& columns,
                                                   std::span<const std::int64_t> fids) const {
  auto statement = RawStatement::prepare(m_db, fmt::format("SELECT {} FROM {} WHERE {}=?", columnList(schema, columns),
                                                           sqlName(schema.table), sqlName(schema.key)));
  if (!statement) return std::unexpected(statement.error());
  std::vector<TableRow> rows;
  rows.reserve(fids.size());
  for (const std::int64_t fid : fids) {
    statement->bind(1, fid);
    if (statement->step()) rows.push_back(rowAt(*statement));
    if (auto done = statement->outcome(); !done) return std::unexpected(done.error());
    statement->reset();
  }
  return rows;
}

Result<std::vector<std::vector<std::byte>>> TableDataStore::geometries(const TableSchema& schema,
                                                                       std::span<const std::int64_t> fids) const {
  std::vector<std::vector<std::byte>> blobs(fids.size());
  if (schema.geometry_column.empty()) return blobs;
  auto statement =
      RawStatement::prepare(m_db, fmt::format("SELECT {} FROM {} WHERE {}=?", sqlName(schema.geometry_column),
                                              sqlName(schema.table), sqlName(schema.key)));
  if (!statement) return std::unexpected(statement.error());
  for (std::size_t i = 0; i < fids.size(); ++i) {
    statement->bind(1, fids[i]);
    if (statement->step()) {
      const auto bytes = statement->blob(0);
      blobs[i].assign(bytes.begin(), bytes.end());
    }
    if (auto done = statement->outcome(); !done) return std::unexpected(done.error());
    statement->reset();
  }
  return blobs;
}

Result<LonLatBox> TableDataStore::box(const TableSchema& schema, std::span<const std::int64_t> fids) const {
  LonLatBox box;
  if (schema.geometry_column.empty()) return box;
  auto statement =
      RawStatement::prepare(m_db, fmt::format("SELECT {} FROM {} WHERE {}=?", sqlName(schema.geometry_column),
                                              sqlName(schema.table), sqlName(schema.key)));
  if (!statement) return std::unexpected(statement.error());
  for (const std::int64_t fid : fids) {
    statement->bind(1, fid);
    if (statement->step() && !statement->isNull(0))
      if (const auto bounds = geometryBounds(statement->blob(0)); bounds && !bounds->empty()) {
        box.add({bounds->west_deg, bounds->south_deg});
        box.add({bounds->east_deg, bounds->north_deg});
      }
    if (auto done = statement->outcome(); !done) return std::unexpected(done.error());
    statement->reset();
  }
  return box;
}

}  // namespace gis
