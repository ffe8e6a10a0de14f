// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/code_store.h"

#include "gis/store/guarded.h"
#include "gis/store/raw_statement.h"

namespace gis {

Result<CodeLists> CodeStore::all() const {
  return guarded(m_db, [&]() -> Result<CodeLists> {
    CodeLists lists;
    SQLite::Statement tables(m_db.sql(), "SELECT name FROM sqlite_schema WHERE type='table' AND name GLOB 'code_*'");
    while (tables.executeStep()) lists[tables.getColumn(0).getString()];
    for (auto& [table, entries] : lists) {
      SQLite::Statement rows(m_db.sql(),
                             "SELECT code, name_zh, name_en, standard, sort FROM " + sqlName(table) + " ORDER BY sort");
      while (rows.executeStep())
        entries.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                           rows.getColumn(3).getString(), rows.getColumn(4).getInt()});
    }
    return lists;
  });
}

}  // namespace gis
