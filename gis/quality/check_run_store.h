// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/uuid.h"
#include "gis/quality/quality_check.h"

namespace gis {

// What a check counted, without the rows.
struct CheckCounts {
  std::int64_t at_utc_ms = 0;
  std::string author;
  // Rule -> county -> count. A rule that was asked and found nothing is there with no county.
  std::map<std::string, std::map<std::string, std::int64_t>> by_rule;
  std::map<RuleSeverity, std::int64_t> by_severity;

  // Nothing when the rule was not asked then. An empty county: the whole city.
  std::optional<std::int64_t> of(const std::string& rule, const std::string& county_code = {}) const;
};

// The checks of a workspace over time. Those of the whole city with all rules are kept, the latest 200. One thread;
// every call can fail as SQLite does.
class CheckRunStore {
 public:
  explicit CheckRunStore(const Database& db) : m_db(db) {}

  // In a transaction of its own. `uuids` names the run.
  Result<void> save(const CheckReport& report, const std::string& author, UuidSource& uuids) const;
  // The latest first; none for a workspace of an older schema.
  Result<std::vector<CheckCounts>> latest(std::size_t at_most) const;

 private:
  const Database& m_db;
};

}  // namespace gis
