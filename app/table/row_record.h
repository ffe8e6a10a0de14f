// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/fields/typed_cell.h"
#include "app/table/open_table.h"
#include "gis/edit/row_editor.h"

namespace app {

// A row as its form shows it: its cells, and everything that was ever changed in it, newest first.
struct RowRecord {
  std::int64_t fid = 0;
  std::string uuid;
  gis::RowCells cells;
  std::vector<gis::DatedChange> history;
};

// Any thread. Fails with kNoData when the row is gone.
gis::Result<RowRecord> readRecord(const OpenTable& table, std::int64_t fid);

// Saves one cell as a step of its own, which undo takes back, and yields the row as it is then. `before` is what the
// person saw there. Fails with kChangedElsewhere, kInvalidArgument (a rule of the schema), kReadOnly and as the
// workspace does. Any thread but the window's.
gis::Result<RowRecord> saveCell(const OpenTable& table, const RowRecord& record, const std::string& column,
                                const gis::CellValue& value, const gis::StepPlan& plan);

}  // namespace app
