// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/division_list_store.h"

#include "gis/store/guarded.h"

namespace gis {

Result<std::vector<DivisionItem>> divisionItems(const Database& db) {
  return guarded(db, [&]() -> Result<std::vector<DivisionItem>> {
    SQLite::Statement rows(db.sql(), "SELECT code, ifnull(parent_code,''), name FROM division ORDER BY level, code");
    std::vector<DivisionItem> items;
    while (rows.executeStep())
      items.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString()});
    return items;
  });
}

Result<std::map<std::string, std::string>> divisionNames(const Database& db, const std::set<std::string>& codes) {
  return guarded(db, [&]() -> Result<std::map<std::string, std::string>> {
    SQLite::Statement row(db.sql(), "SELECT name FROM division WHERE code=?");
    std::map<std::string, std::string> names;
    for (const std::string& code : codes) {
      row.reset();
      row.bind(1, code);
      if (row.executeStep()) names.emplace(code, row.getColumn(0).getString());
    }
    return names;
  });
}

}  // namespace gis
