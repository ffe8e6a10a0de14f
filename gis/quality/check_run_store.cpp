// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/quality/check_run_store.h"

#include "gis/store/guarded.h"

namespace gis {
namespace {

constexpr int kKeptRuns = 200;

std::optional<RuleSeverity> storedSeverity(const std::string& name) {
  for (const auto severity : {RuleSeverity::kError, RuleSeverity::kWarning, RuleSeverity::kNote})
    if (severityName(severity) == name) return severity;
  return std::nullopt;
}

CheckCounts countsOf(const Database& db, SQLite::Statement& run) {
  CheckCounts counts{run.getColumn(1).getInt64(), run.getColumn(2).getString(), {}, {}};
  SQLite::Statement rows(db.sql(), "SELECT rule, county_code, severity, count FROM check_result WHERE run_uuid=?");
  rows.bind(1, run.getColumn(0).getString());
  while (rows.executeStep()) {
    auto& by_county = counts.by_rule[rows.getColumn(0).getString()];
    const std::int64_t count = rows.getColumn(3).getInt64();
    if (count == 0) continue;
    by_county[rows.getColumn(1).getString()] = count;
    if (const auto severity = storedSeverity(rows.getColumn(2).getString())) counts.by_severity[*severity] += count;
  }
  return counts;
}

}  // namespace

std::optional<std::int64_t> CheckCounts::of(const std::string& rule, const std::string& county_code) const {
  const auto asked = by_rule.find(rule);
  if (asked == by_rule.end()) return std::nullopt;
  std::int64_t sum = 0;
  for (const auto& [county, count] : asked->second)
    if (county_code.empty() || county == county_code) sum += count;
  return sum;
}

Result<void> CheckRunStore::save(const CheckReport& report, const std::string& author, UuidSource& uuids) const {
  return m_db.transaction([&]() -> Result<void> {
    const std::string uuid = uuids.next();
    SQLite::Statement run(m_db.sql(), "INSERT INTO check_run (run_uuid, at_utc_ms, author) VALUES (?, ?, ?)");
    run.bind(1, uuid);
    run.bind(2, report.at_utc_ms);
    run.bind(3, author);
    run.exec();
    SQLite::Statement row(
        m_db.sql(), "INSERT INTO check_result (run_uuid, rule, county_code, severity, count) VALUES (?, ?, ?, ?, ?)");
    const auto add = [&](const QualityRule& rule, const std::string& county, std::int64_t count) {
      row.reset();
      row.bind(1, uuid);
      row.bind(2, rule.id);
      row.bind(3, county);
      row.bind(4, std::string(severityName(rule.severity)));
      row.bind(5, count);
      row.exec();
    };
    for (const RuleResult& result : report.results) {
      if (result.error) continue;
      if (result.count == 0) add(result.rule, {}, 0);
      for (const auto& [county, count] : result.by_county) add(result.rule, county, count);
    }
    SQLite::Statement old(m_db.sql(),
                          "DELETE FROM check_run WHERE run_uuid NOT IN"
                          " (SELECT run_uuid FROM check_run ORDER BY at_utc_ms DESC, run_uuid DESC LIMIT ?)");
    old.bind(1, kKeptRuns);
    old.exec();
    return {};
  });
}

Result<std::vector<CheckCounts>> CheckRunStore::latest(std::size_t at_most) const {
  return guarded(m_db, [&]() -> Result<std::vector<CheckCounts>> {
    std::vector<CheckCounts> found;
    if (!m_db.sql().tableExists("check_run")) return found;
    SQLite::Statement run(m_db.sql(),
                          "SELECT run_uuid, at_utc_ms, author FROM check_run ORDER BY at_utc_ms DESC, run_uuid DESC"
                          " LIMIT ?");
    run.bind(1, static_cast<std::int64_t>(at_most));
    while (run.executeStep()) found.push_back(countsOf(m_db, run));
    return found;
  });
}

}  // namespace gis
