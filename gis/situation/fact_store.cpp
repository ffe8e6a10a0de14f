// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/situation/fact_store.h"

#include <algorithm>
#include <map>
#include <set>

#include "gis/store/guarded.h"

namespace gis::situation {
namespace {

constexpr std::int64_t kDay_ms = 24 * 3'600'000LL;
constexpr std::size_t kMostRows = 1000;

void bindIfNamed(SQLite::Statement& query, const std::string& sql, const char* name, const auto& value) {
  if (sql.find(name) != std::string::npos) query.bind(name, value);
}

void bindQuestion(SQLite::Statement& query, const std::string& sql, const FactDefinition& fact,
                  const FactQuestion& question) {
  bindIfNamed(query, sql, ":incident", question.incident_uuid);
  bindIfNamed(query, sql, ":as_of", question.as_of_utc_ms);
  bindIfNamed(query, sql, ":since", question.as_of_utc_ms - kDay_ms);
  bindIfNamed(query, sql, ":figure", fact.figure);
  bindIfNamed(query, sql, ":with_drills", question.with_drills ? 1 : 0);
}

std::set<std::string> tablesOf(const Database& db) {
  std::set<std::string> names;
  SQLite::Statement query(db.sql(), "SELECT name FROM sqlite_master WHERE type IN ('table','view')");
  while (query.executeStep()) names.insert(query.getColumn(0).getString());
  return names;
}

// The value stands in this column of the row, its moment in the next.
Fact read(const FactDefinition& fact, SQLite::Statement& row, int column, std::int64_t now_utc_ms) {
  Fact found;
  if (row.getColumn(column).isNull()) return found;
  if (fact.kind == FactKind::kNumber) {
    found.number = row.getColumn(column).getDouble();
    found.text = numberText(*found.number, fact.decimals);
  } else if (fact.kind == FactKind::kTime) {
    found.text = paperTime(row.getColumn(column).getInt64(), now_utc_ms);
  } else {
    found.text = row.getColumn(column).getString();
    if (const auto word = fact.words.find(found.text); word != fact.words.end()) found.text = word->second;
  }
  found.as_of_utc_ms = row.getColumn(column + 1).getInt64();
  return found;
}

bool hasTables(const FactDefinition& fact, const std::set<std::string>& tables) {
  return std::ranges::all_of(fact.tables, [&](const std::string& table) { return tables.contains(table); });
}

}  // namespace

Result<Facts> FactStore::facts(const std::vector<FactDefinition>& wanted, const FactQuestion& question) const {
  std::string asking;
  auto found = guarded(*m_db, [&]() -> Result<Facts> {
    const std::set<std::string> tables = tablesOf(*m_db);
    Facts facts;
    for (const FactDefinition& fact : wanted) {
      asking = fact.name;
      Fact& into = facts[fact.name];
      if (!hasTables(fact, tables)) continue;
      SQLite::Statement query(m_db->sql(), fact.sql);
      bindQuestion(query, fact.sql, fact, question);
      if (query.executeStep()) into = read(fact, query, 0, question.as_of_utc_ms);
    }
    return facts;
  });
  if (!found) return std::unexpected(std::move(found.error()).via("fact " + asking));
  return found;
}

Result<Counties> FactStore::counties(const std::vector<FactDefinition>& wanted, const FactQuestion& question) const {
  std::string asking;
  auto found = guarded(*m_db, [&]() -> Result<Counties> {
    const std::set<std::string> tables = tablesOf(*m_db);
    std::map<std::string, CountyFacts> by_code;
    for (const FactDefinition& fact : wanted) {
      asking = fact.name;
      if (fact.county_sql.empty() || !hasTables(fact, tables)) continue;
      SQLite::Statement row(m_db->sql(), fact.county_sql);
      bindQuestion(row, fact.county_sql, fact, question);
      while (row.executeStep()) {
        CountyFacts& county = by_code[row.getColumn(0).getString()];
        county.code = row.getColumn(0).getString(), county.name = row.getColumn(1).getString();
        county.facts[fact.name] = read(fact, row, 2, question.as_of_utc_ms);
      }
    }
    Counties counties;
    for (auto& [code, county] : by_code) counties.push_back(std::move(county));
    return counties;
  });
  if (!found) return std::unexpected(std::move(found.error()).via("fact " + asking));
  return found;
}

Result<FactRows> FactStore::rows(const FactDefinition& fact, const FactQuestion& question) const {
  return guarded(*m_db, [&]() -> Result<FactRows> {
    FactRows found{fact.row_titles, {}};
    const std::set<std::string> tables = tablesOf(*m_db);
    if (fact.rows_sql.empty() || !hasTables(fact, tables)) return found;
    SQLite::Statement query(m_db->sql(), fact.rows_sql);
    bindQuestion(query, fact.rows_sql, fact, question);
    while (query.executeStep() && found.rows.size() < kMostRows) {
      std::vector<std::string>& row = found.rows.emplace_back();
      for (int i = 0; i < query.getColumnCount(); ++i) row.push_back(query.getColumn(i).getString());
    }
    return found;
  });
}

}  // namespace gis::situation
