// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis/edit/edit_change.h"
#include "gis/store/database.h"
#include "gis/store/raw_statement.h"

namespace gis {

// Rows that came in bulk with a step: fids first to last of a table.
struct BulkRows {
  std::string table;
  std::int64_t first_fid = 0;
  std::int64_t last_fid = 0;
};

// The tables edit_step, edit_change and edit_bulk: append-only. Writing runs inside the caller's transaction. Keeps its
// statements; one thread, and the Database must outlive it. Every call can fail as SQLite does (kSqlFailed, kDiskFull,
// kFileLocked, kReadOnly).
class EditLogStore {
 public:
  explicit EditLogStore(const Database& db) : m_db(&db) {}

  Result<void> addStep(const EditStep& step);
  Result<void> addChange(const EditChange& change);
  Result<void> addBulk(const std::string& step_uuid, const BulkRows& rows);

  // All changes of one row, oldest first.
  Result<std::vector<DatedChange>> changesOfRow(const std::string& row_uuid);
  // In the order they were made.
  Result<std::vector<EditChange>> changesOfStep(const std::string& step_uuid);
  Result<std::vector<BulkRows>> bulkOfStep(const std::string& step_uuid);
  Result<std::optional<EditStep>> step(const std::string& step_uuid);
  // Steps in the order they arrived here, those after `after` (0: all), at most `limit`; of one seat if given.
  struct Arrived {
    std::int64_t arrival = 0;
    EditStep step;
  };
  Result<std::vector<Arrived>> steps(std::int64_t after, std::size_t limit, const std::string& seat = {});
  // The newest steps before `before` (0: of all), newest first, at most `limit`; of one seat if given.
  Result<std::vector<Arrived>> newest(std::int64_t before, std::size_t limit, const std::string& seat = {});
  // How much a step did, table by table; rows that came in bulk are counted as rows.
  struct Extent {
    std::string table;
    std::int64_t rows = 0;
    std::int64_t changes = 0;
  };
  Result<std::vector<Extent>> extentOfStep(const std::string& step_uuid);
  Result<std::int64_t> lastArrival();
  // The changes of a table after a moment, newest first, for asking how the table was then.
  Result<std::vector<DatedChange>> changesAfter(const std::string& table, std::int64_t utc_ms);

 private:
  Result<RawStatement*> statement(const char* sql);
  const Database* m_db;
  std::map<std::string, RawStatement, std::less<>> m_statements;
};

}  // namespace gis
