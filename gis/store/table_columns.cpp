// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/table_columns.h"

#include "gis/store/guarded.h"
#include "gis/store/migration.h"

namespace gis {

Result<TableColumns> tableColumns(const Database& db) {
  return guarded(db, [&]() -> Result<TableColumns> {
    TableColumns tables;
    SQLite::Statement rows(db.sql(),
                           "SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c "
                           "WHERE m.type IN ('table','view') AND m.name NOT GLOB 'sqlite_*' "
                           "AND m.name NOT GLOB 'rtree_*' ORDER BY m.name, c.cid");
    while (rows.executeStep()) tables[rows.getColumn(0).getString()].push_back(rows.getColumn(1).getString());
    return tables;
  });
}

Result<TableColumns> ownTableColumns() {
  const auto db = Database::inMemory();
  if (!db) return std::unexpected(db.error());
  const auto migrations = ownMigrations();
  if (!migrations) return std::unexpected(migrations.error());
  if (const auto made = migrate(*db, *migrations, FixedClock(0)); !made) return std::unexpected(made.error());
  return tableColumns(*db);
}

}  // namespace gis
