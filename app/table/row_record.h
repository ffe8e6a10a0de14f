// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/fields/typed_cell.h"
#include "app/table/open_table.h"
#include "gis/edit/rows_changed.h"

namespace app {

// A row as its form shows it: its cells, and everything that was ever changed in it, newest first.
struct RowRecord {
  std::int64_t fid = 0;
  std::string uuid;
  gis::RowCells cells;
  std::vector<gis::DatedChange> history;
  std::map<std::string, std::string> parents;  // column -> what the row that it points to is called
};

// A row as it is after a step, and what the step did.
struct SavedRecord {
  RowRecord record;
  gis::StepDone done;
};

// Any thread. Fails with kNoData when the row is gone.
gis::Result<RowRecord> readRecord(const OpenTable& table, std::int64_t fid);

// Saves cells of one row as one step, which undo takes back, and yields the row as it is then. `record` holds what the
// person saw there. Fails with kChangedElsewhere, kInvalidArgument (a rule of the schema), kReadOnly and as the
// workspace does. Any thread but the window's.
gis::Result<SavedRecord> saveCells(const OpenTable& table, const RowRecord& record, const gis::RowCells& cells,
                                   const gis::StepPlan& plan);

// A new row of a table without places; its key. Fails as saveCells does.
struct AddedRow {
  std::int64_t fid = 0;
  gis::StepDone done;
};
gis::Result<AddedRow> addRow(const OpenTable& table, const gis::RowCells& cells, const gis::StepPlan& plan);
// Removes rows as one step. Fails as saveCells does; a row that others refer to stays, and so do all.
gis::Result<gis::StepDone> removeRows(const OpenTable& table, const std::vector<std::int64_t>& fids,
                                      const gis::StepPlan& plan);

}  // namespace app
