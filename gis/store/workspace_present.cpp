// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/workspace_present.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

namespace gis {

std::int64_t presentUtcMs(const Database& db, const Clock& clock) {
  try {
    SQLite::Statement row(db.sql(),
                          "SELECT CAST(value AS INTEGER) FROM workspace_setting WHERE key IN ('past_utc_ms',"
                          "'drill_present_utc_ms') OR key='demo_present_utc_ms' AND EXISTS (SELECT 1 FROM "
                          "workspace_setting WHERE key='is_demo' AND value='1') ORDER BY key='past_utc_ms' DESC, "
                          "key='drill_present_utc_ms' DESC");
    if (row.executeStep() && row.getColumn(0).getInt64() > 0) return row.getColumn(0).getInt64();
  } catch (const SQLite::Exception&) {
    // A file that is damaged is named by whoever reads its rows.
  }
  return clock.nowUtcMs();
}

}  // namespace gis
