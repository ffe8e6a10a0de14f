// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/edit/cell_value.h"
#include "gis/store/database.h"
#include "gis/store/raw_statement.h"
#include "gis/store/table_columns.h"

namespace gis {

// Reads and writes one row at a time, by its uuid, of any table that has one. Keeps its statements: make one store for
// a whole step. It logs nothing; RowEditor does. Runs inside the caller's transaction. One thread; the Database must
// outlive it.
class CensusRowStore {
 public:
  static Result<CensusRowStore> open(const Database& db);

  // The columns of a table with a uuid. Fails with kUnknownName.
  Result<const std::vector<std::string>*> columns(const std::string& table) const;
  // All cells but fid; nothing when no row has this uuid.
  Result<std::optional<RowCells>> read(const std::string& table, const std::string& uuid);
  Result<std::optional<std::int64_t>> fidOf(const std::string& table, const std::string& uuid);
  Result<std::vector<std::string>> uuidsOf(const std::string& table, std::int64_t first_fid, std::int64_t last_fid);
  // The row that holds `value` in `column` (for those that the schema wants unique).
  Result<std::optional<std::string>> holderOf(const std::string& table, const std::string& column,
                                              const CellValue& value);
  // Fail with kInvalidArgument (a rule of the schema is broken: see brokenRule), kReadOnly, kDiskFull, kFileLocked.
  Result<void> update(const std::string& table, const std::string& uuid, const RowCells& cells);
  // A new row; `cells` must hold its uuid. `fid` to put a removed row back in its place.
  Result<void> insert(const std::string& table, const RowCells& cells, std::optional<std::int64_t> fid = {});
  Result<void> remove(const std::string& table, const std::string& uuid);
  const Database& database() const { return *m_db; }
  // Runs `work` so that it is all done or not at all, within the caller's transaction.
  Result<void> together(const std::function<Result<void>()>& work);
  // Brings gpkg_contents up to date for the tables written since open(): time and extent. Call before committing.
  Result<void> finish(std::int64_t now_utc_ms);

 private:
  explicit CensusRowStore(const Database& db) : m_db(&db) {}
  Result<RawStatement*> statement(const std::string& sql);
  void touched(const std::string& table, const RowCells& cells);
  const Database* m_db;
  TableColumns m_columns;
  std::map<std::string, std::string, std::less<>> m_geometry_columns;
  std::map<std::string, RawStatement, std::less<>> m_statements;
  std::map<std::string, LonLatBox, std::less<>> m_touched;
};

enum class SchemaRule { kUnique, kReference, kOther };
// Which kind of rule a failure of update(), insert() or remove() names; nothing for other failures.
std::optional<SchemaRule> brokenRule(const Error& error);

void bindCell(RawStatement& statement, int i, const CellValue& value);
CellValue cellAt(const RawStatement& statement, int i);

}  // namespace gis
