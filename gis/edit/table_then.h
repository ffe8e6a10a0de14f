// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>

#include "gis/edit/edit_log_store.h"

namespace gis {

// How a row was at a moment, seen from how it is now.
struct RowThen {
  enum class Presence { kAsNow, kThere, kNotThere };
  Presence presence = Presence::kAsNow;
  // kAsNow: the cells that were different; kThere (it is gone now): all cells.
  RowCells cells;
};

// The rows of `table` that were different at `utc_ms`, by uuid; all others were as they are. Rows that came in bulk
// after that moment are not in it: ask bulkOfStep of the later steps. Costs what was changed since.
Result<std::map<std::string, RowThen>> tableThen(EditLogStore& log, const std::string& table, std::int64_t utc_ms);

// The same for one row, from its changes (EditLogStore::changesOfRow).
RowThen rowThen(const std::vector<DatedChange>& changes, std::int64_t utc_ms);

}  // namespace gis
