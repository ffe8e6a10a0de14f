// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis {

// The box of one row for the index.
struct IndexedBox {
  std::int64_t fid = 0;
  LonLatBox box;
};

// The R-tree index of one feature table, as the GeoPackage extension gpkg_rtree_index defines it (OGC 12-128r18 annex
// F.3): virtual table rtree_<table>_<column>, six triggers, one row in gpkg_extensions. QGIS and GDAL use it. Callers
// hold a transaction. One thread, one connection.
class SpatialIndex {
 public:
  // Fails with kInvalidArgument when gpkg_geometry_columns does not know the table.
  static Result<SpatialIndex> of(const Database& db, const std::string& table);

  Result<bool> exists() const;
  // Makes index and triggers for what is in the table now.
  Result<void> create() const;
  // Removes index, triggers and the extension row.
  Result<void> drop() const;
  // Removes the triggers alone, for bulk loading; rebuild() puts them back.
  Result<void> dropTriggers() const;
  // Builds the tree anew, packed along a Hilbert curve and written node by node: a second for a million rows where
  // row-wise insertion takes ten. From the boxes given, or from the geometries in the table.
  Result<void> rebuild(const std::vector<IndexedBox>& boxes) const;
  Result<void> rebuild() const;

  // The box of all geometries, by the index.
  Result<LonLatBox> extent() const;

  // The boxes of the rows up to `last_fid`, from their geometries.
  Result<std::vector<IndexedBox>> scan(std::int64_t last_fid = std::numeric_limits<std::int64_t>::max()) const;

 private:
  SpatialIndex(const Database& db, std::string table, std::string column);
  void createTriggers() const;
  Result<void> writeNodes(std::vector<IndexedBox> boxes) const;
  const Database* m_db;
  std::string m_table;
  std::string m_column;
  std::string m_key;   // the integer primary key
  std::string m_tree;  // rtree_<table>_<column>
};

// Makes the missing index of every feature table.
Result<void> createMissingIndexes(const Database& db);

}  // namespace gis
