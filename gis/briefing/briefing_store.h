// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <set>
#include <string>

#include "gis/briefing/briefing_template.h"
#include "gis/briefing/fact_table.h"
#include "gis/core/cancel.h"
#include "gis/store/database.h"

namespace gis::briefing {

// What SQL of a template may ask by name: numbers and texts. Those it does not name are not bound.
struct Parameters {
  std::map<std::string, std::int64_t> numbers;
  std::map<std::string, std::string> texts;
};

// A district as it is named on pages and sheets.
struct District {
  std::int64_t fid = 0;
  std::string code, name, name_en, parent_code;
};

// Answers the SQL of templates, only reading. One thread; the Database must outlive it.
class BriefingStore {
 public:
  explicit BriefingStore(const Database& db) : m_db(&db) {}
  // The tables and views that are there. Fails as SQLite does.
  Result<std::set<std::string>> tables() const;
  // Of one level (3 counties, 4 towns), by code.
  Result<std::vector<District>> districts(int level) const;
  // All rows. Fails with kSqlFailed for SQL that cannot run or would write, and with kCancelled.
  Result<FactTable> ask(const std::string& sql, const Parameters& parameters, const CancelToken& cancel = {}) const;

 private:
  const Database* m_db;
};

}  // namespace gis::briefing
