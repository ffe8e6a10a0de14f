// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/clock.h"
#include "gis/edit/census_row_store.h"
#include "gis/edit/edit_log_store.h"
#include "gis/edit/row_state.h"
#include "gis/field/conflict_store.h"

namespace gis {

struct MergeCounts {
  int rows_added = 0;
  int rows_changed = 0;
  int rows_removed = 0;
  int rows_waiting = 0;  // changes of rows that have not arrived yet
  int new_conflicts = 0;
};

// Makes rows what all known changes of them come to (RowState). The result depends on the set of changes alone, not on
// the order in which they arrived: where the schema wants a value once and two rows claim it, a row that had it from
// the start keeps it, else the row with the smaller uuid; the other keeps its old value (or waits outside) until a
// person decides. Runs inside the caller's transaction. One thread.
class RowMerge {
 public:
  static Result<RowMerge> open(const Database& db, std::int64_t now_utc_ms);
  // Rows by table and uuid.
  Result<void> settle(const std::set<std::pair<std::string, std::string>>& rows, const CancelToken& cancel = {},
                      const Progress& progress = {});
  // Time and extent of the tables; call once at the end.
  Result<void> finish() { return m_rows.finish(m_now_utc_ms); }
  const MergeCounts& counts() const { return m_counts; }

 private:
  RowMerge(const Database& db, CensusRowStore rows, std::int64_t now_utc_ms)
      : m_rows(std::move(rows)), m_log(db), m_conflicts(db), m_now_utc_ms(now_utc_ms) {}
  // What is known of one row.
  struct Facts {
    std::string table;
    std::string uuid;
    std::vector<DatedChange> changes;
    RowState state;
    std::optional<RowCells> present;
    std::vector<OpenQuestion> questions;
  };
  static CellValue wantedOf(const Facts& facts, const std::string& column);
  Result<Facts> factsOf(const std::string& table, const std::string& uuid);
  Result<void> settleRow(const std::string& table, const std::string& uuid);
  Result<void> removeRow(Facts& facts);
  // Makes the row what `facts` say, with `cells` over them.
  Result<void> write(const Facts& facts, const RowCells& cells, std::optional<std::int64_t> fid = {});
  Result<void> note(const Facts& facts);
  // Gives a value that several rows claim to one of them, and settles all of them.
  Result<void> settleClaims(const std::string& table, const std::string& column, const std::string& uuid);
  Result<std::vector<Facts>> claimants(const std::string& table, const std::string& column, const std::string& uuid);
  CensusRowStore m_rows;
  EditLogStore m_log;
  ConflictStore m_conflicts;
  std::int64_t m_now_utc_ms;
  MergeCounts m_counts;
};

}  // namespace gis
