// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/clock.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/quality/quality_rule.h"
#include "gis/store/database.h"

namespace gis {

// One row that breaks a rule.
struct Finding {
  std::string table;
  std::int64_t fid = 0;
  std::string uuid;
  std::string name;             // of the thing; empty when it has none
  std::string division_code;    // twelve digits; empty when the row belongs to none
  std::string county_code;      // of the county the row belongs to or lies in; empty when none
  std::string value;            // what is wrong there, as the rule yields it; may be empty
  std::optional<LonLat> where;  // middle of its box; of a row without geometry the seat of its division
};

// What one rule found. `error`: the rule could not be asked (a table of a newer schema, a mistake in its SQL), and then
// the rest is empty.
struct RuleResult {
  QualityRule rule;
  std::optional<Error> error;
  std::int64_t count = 0;
  // By the county's code of twelve digits; empty for rows that belong to none.
  std::map<std::string, std::int64_t> by_county;
  std::vector<Finding> findings;  // in table and row order, at most CheckRequest::most_findings
  double took_ms = 0;
};

struct CheckRequest {
  std::vector<std::string> rules;  // ids; empty: all
  std::string county_code;         // twelve digits; empty: the whole city
  std::size_t most_findings = 1000;
};

struct CheckReport {
  std::int64_t at_utc_ms = 0;
  std::string county_code;  // as asked
  std::vector<RuleResult> results;
  std::map<std::string, std::string> county_names;  // code -> name, all of the city
  std::map<std::string, RuleText> table_titles;     // "school" -> 学校, Schools

  std::int64_t count(RuleSeverity severity) const;
  std::size_t failedRules() const;
};

// Asks the rules of a workspace's rows, one after the other. Reads only: open `db` for reading; it is given SQL
// functions. A rule that fails is reported in its result and stops nobody. Fails with kCancelled, kUnknownName (no such
// rule or county), and as SQLite does when the file itself cannot be read. One thread; about 3 s for a city.
Result<CheckReport> checkQuality(const Database& db, std::span<const QualityRule> rules, const CheckRequest& request,
                                 const Clock& clock, const CancelToken& cancel = {}, const Progress& progress = {});

}  // namespace gis
