// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <string>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis {

// How many rows a table has and a digest of every cell of them, in the table's order.
struct TableDigest {
  std::int64_t rows = 0;
  std::uint64_t digest = 0;
  friend bool operator==(const TableDigest&, const TableDigest&) = default;
};
using TableDigests = std::map<std::string, TableDigest>;

// Of all ordinary tables (not of R-trees and full-text indexes: they follow from the others). About a second for a
// city. Fails with kCancelled, kDamagedFile. One thread, one connection.
Result<TableDigests> digestTables(const Database& db, const CancelToken& cancel = {}, const Progress& progress = {});

// What integrity_check and foreign_key_check have to say, at most 20 lines; empty when all is well. Seconds for a city.
Result<std::string> checkIntegrity(const Database& db);

// What a table would lose, gain and have otherwise if `then` took the place of `now`: rows by uuid, else by rowid. A
// table that one of the two lacks is told by its rows.
struct TableDifference {
  std::string table;
  std::int64_t rows_now = 0, rows_then = 0;
  std::int64_t only_now = 0, only_then = 0, changed = 0;
  std::string title;  // as gpkg_contents has it; empty: none
};
// Only tables that differ, those with a title first. `then` is attached to `now`'s connection while it runs.
Result<std::vector<TableDifference>> compareTables(const Database& now, const std::string& then_file,
                                                   const TableDigests& digests_now, const TableDigests& digests_then,
                                                   const CancelToken& cancel = {});

}  // namespace gis
