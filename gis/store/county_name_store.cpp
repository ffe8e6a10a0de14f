// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/county_name_store.h"

#include "gis/store/guarded.h"

namespace gis {

Result<std::map<std::string, std::pair<std::string, std::string>>> countyNamesOf(const Database& db) {
  using Names = std::map<std::string, std::pair<std::string, std::string>>;
  return guarded(db, [&]() -> Result<Names> {
    Names names;
    SQLite::Statement row(db.sql(), "SELECT substr(code,1,6), name, name_en FROM division WHERE level=3");
    while (row.executeStep())
      names[row.getColumn(0).getString()] = {row.getColumn(1).getString(), row.getColumn(2).getString()};
    return names;
  });
}

Result<std::map<std::int64_t, std::string>> countyCodesByRow(const Database& db) {
  return guarded(db, [&]() -> Result<std::map<std::int64_t, std::string>> {
    std::map<std::int64_t, std::string> codes;
    SQLite::Statement row(db.sql(), "SELECT fid, substr(code,1,6) FROM division WHERE level=3");
    while (row.executeStep()) codes[row.getColumn(0).getInt64()] = row.getColumn(1).getString();
    return codes;
  });
}

}  // namespace gis
