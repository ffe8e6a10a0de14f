// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/reference_store.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "gis/store/guarded.h"
#include "gis/store/raw_statement.h"

namespace gis {

Result<std::string> referringRows(const Database& db, const std::string& table, const std::string& uuid) {
  return guarded(db, [&]() -> Result<std::string> {
    SQLite::Statement references(
        db.sql(),
        "SELECT m.name, f.\"from\", ifnull(f.\"to\",'fid'), ifnull((SELECT identifier FROM gpkg_contents"
        " WHERE table_name=m.name), m.name) FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f"
        " WHERE m.type='table' AND f.\"table\"=? AND f.on_delete IN ('NO ACTION','RESTRICT') ORDER BY m.name");
    references.bind(1, table);
    std::string found;
    while (references.executeStep()) {
      SQLite::Statement count(db.sql(), fmt::format("SELECT count(*) FROM {} WHERE {}=(SELECT {} FROM {} WHERE uuid=?)",
                                                    sqlName(references.getColumn(0).getString()),
                                                    sqlName(references.getColumn(1).getString()),
                                                    sqlName(references.getColumn(2).getString()), sqlName(table)));
      count.bind(1, uuid);
      count.executeStep();
      if (const int rows = count.getColumn(0).getInt(); rows > 0)
        found += fmt::format("{}{} {}", found.empty() ? "" : ", ", references.getColumn(3).getString(), rows);
    }
    return found;
  });
}

}  // namespace gis
