// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/workspace_present.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

namespace gis {
namespace {

std::optional<std::int64_t> firstMoment(const Database& db, const char* sql) {
  try {
    SQLite::Statement row(db.sql(), sql);
    if (row.executeStep() && row.getColumn(0).getInt64() > 0) return row.getColumn(0).getInt64();
  } catch (const SQLite::Exception&) {
    // A file that is damaged is named by whoever reads its rows.
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::int64_t> shownMomentUtcMs(const Database& db) {
  return firstMoment(db,
                     "SELECT CAST(value AS INTEGER) FROM workspace_setting WHERE key IN ('past_utc_ms', "
                     "'drill_present_utc_ms') ORDER BY key DESC LIMIT 1");
}

std::int64_t presentUtcMs(const Database& db, const Clock& clock) {
  if (const auto shown = shownMomentUtcMs(db)) return *shown;
  const auto made = firstMoment(db,
                                "SELECT CAST(value AS INTEGER) FROM workspace_setting WHERE key='demo_present_utc_ms' "
                                "AND EXISTS (SELECT 1 FROM workspace_setting WHERE key='is_demo' AND value='1')");
  return made.value_or(clock.nowUtcMs());
}

}  // namespace gis
