// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/edit/cell_value.h"
#include "gis/store/database.h"
#include "gis/table/table_data.h"

namespace gis {

// One row as it stands in the database: its key and the cells of the columns that were asked for.
struct TableRow {
  std::int64_t fid = 0;
  std::vector<CellValue> cells;
};

// Reads the rows of a table: all of them as columns, or a few whole. `columns` are places in schema.columns. One
// thread, one connection.
class TableDataStore {
 public:
  explicit TableDataStore(const Database& db) : m_db(db) {}

  // All rows. About a second per million. Fails with kCancelled, kOutOfRange (texts of a column above 4 GiB).
  Result<TableData> load(const TableSchema& schema, const std::vector<std::size_t>& columns,
                         const CancelToken& cancel = {}, const Progress& progress = {}) const;
  // The first rows by key: at once, however many there are.
  Result<std::vector<TableRow>> firstRows(const TableSchema& schema, const std::vector<std::size_t>& columns,
                                          std::size_t at_most) const;
  // The rows with these keys, in this order; those that are gone are left out.
  Result<std::vector<TableRow>> rows(const TableSchema& schema, const std::vector<std::size_t>& columns,
                                     std::span<const std::int64_t> fids) const;
  // The geometries of these rows as GeoPackage blobs, one a row; empty: none.
  Result<std::vector<std::vector<std::byte>>> geometries(const TableSchema& schema,
                                                         std::span<const std::int64_t> fids) const;
  // The box of all these rows, in degrees (CGCS2000); empty when none has a geometry.
  Result<LonLatBox> box(const TableSchema& schema, std::span<const std::int64_t> fids) const;

 private:
  const Database& m_db;
};

}  // namespace gis
