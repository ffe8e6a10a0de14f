// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/edit/cell_value.h"
#include "gis/table/table_data_store.h"

namespace app {

struct OpenTable;

// How a table was at a moment, seen from how it is now (gis::tableThen): what to show instead. A row that is gone by
// now stands under a negative key. Immutable; any thread.
struct TablePast {
  std::int64_t utc_ms = 0;
  std::vector<std::int64_t> fids;                                     // of the rows there were, by key
  std::map<std::int64_t, std::map<std::size_t, gis::CellValue>> old;  // cells that were other ones, by column
  std::map<std::int64_t, gis::TableRow> gone;                         // whole rows
  std::size_t came_since = 0;                                         // rows that were not there yet

  bool differs(std::int64_t fid) const { return fid < 0 || old.contains(fid); }
};

// Costs the keys of the table and what was changed since. Any thread. Fails as the workspace and the log do.
gis::Result<std::shared_ptr<const TablePast>> tableAt(const OpenTable& table, std::int64_t utc_ms,
                                                      const gis::CancelToken& cancel);

// Rows as they were: those of the database with the old cells in them, those that are gone.
std::vector<gis::TableRow> asTheyWere(const TablePast& past, std::vector<gis::TableRow> rows,
                                      const std::vector<std::int64_t>& fids);

}  // namespace app
