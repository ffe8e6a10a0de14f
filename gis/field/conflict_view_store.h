// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/field/conflict_store.h"

namespace gis {

// A conflict with what a person knows its row by.
struct ConflictRow {
  Conflict conflict;
  std::string name;             // of the row, or of the cells it came with; may be empty
  std::int64_t fid = 0;         // 0: the row is not there
  std::optional<LonLat> where;  // the middle of its box
};

// Oldest first. Some milliseconds for thousands. One thread.
Result<std::vector<ConflictRow>> conflictRows(const Database& db, bool only_open);

// The name of one row of a table; empty when it has none.
Result<std::string> rowName(const Database& db, const std::string& table, const std::string& uuid);

}  // namespace gis
