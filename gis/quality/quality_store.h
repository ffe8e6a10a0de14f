// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/quality/quality_check.h"
#include "gis/store/raw_statement.h"
#include "gis/store/table_columns.h"
#include "gis/vector/feature_columns.h"

namespace gis {

// Asks one rule after the other on one connection and says of each row found what it is called and where it lies. One
// thread; the Database and the token must outlive it.
class QualityStore {
 public:
  static Result<QualityStore> open(const Database& db, const Clock& clock, const CancelToken& cancel);
  QualityStore(QualityStore&&) noexcept;
  QualityStore& operator=(QualityStore&&) = delete;
  ~QualityStore();

  // Fills count, by_county and findings. Fails with kSqlFailed (a mistake in the rule), kCancelled.
  Result<void> ask(const QualityRule& rule, const std::string& county_code, std::size_t most_findings,
                   RuleResult& result);
  const std::map<std::string, std::string>& countyNames() const { return m_county_names; }
  const std::map<std::string, RuleText>& tableTitles() const { return m_table_titles; }

 private:
  QualityStore(const Database& db, std::string now_utc) : m_db(&db), m_now_utc(std::move(now_utc)) {}
  Result<void> readCounties();
  Result<void> askTable(const QualityRule& rule, const std::string& table, const std::string& county_code,
                        std::size_t most_findings, RuleResult& result);
  Result<RawStatement*> rowStatement(const std::string& table);
  Result<Finding> describe(const std::string& table, std::int64_t fid);
  std::string countyOf(const Finding& finding) const;
  struct County {
    std::string code;
    FeatureColumns area;
    LonLatBox box;
  };
  const Database* m_db;
  std::string m_now_utc;
  TableColumns m_columns;
  std::map<std::string, std::string, std::less<>> m_geometry_columns;
  std::map<std::string, std::string> m_county_names;
  std::map<std::string, RuleText> m_table_titles;
  std::vector<County> m_counties;
  std::map<std::string, RawStatement, std::less<>> m_rows;
  bool m_watched = false;
};

// The rule's SQL for one of its tables.
std::string ruleSql(const QualityRule& rule, const std::string& table);

}  // namespace gis
