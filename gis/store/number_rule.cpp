// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/number_rule.h"

#include "gis/store/guarded.h"
#include "gis/store/raw_statement.h"

namespace gis {
namespace {

// The text between two others; empty: they are not there.
std::string between(const std::string& text, std::string_view from, std::string_view to) {
  const std::size_t begin = text.find(from);
  if (begin == std::string::npos) return {};
  const std::size_t end = text.find(to, begin + from.size());
  return end == std::string::npos ? std::string() : text.substr(begin + from.size(), end - begin - from.size());
}

void removeAll(std::string& text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at)) text.erase(at, word.size());
}

}  // namespace

Result<std::optional<NumberRule>> NumberRule::of(const Database& db, const std::string& table) {
  return guarded(db, [&]() -> Result<std::optional<NumberRule>> {
    NumberRule rule(db, table);
    rule.m_trigger = table + "_numbers_insert";
    SQLite::Statement sql(db.sql(), "SELECT sql FROM sqlite_schema WHERE type='trigger' AND name=? AND tbl_name=?");
    sql.bind(1, rule.m_trigger);
    sql.bind(2, table);
    if (!sql.executeStep()) return std::nullopt;
    rule.m_create_sql = sql.getColumn(0).getString();
    rule.m_condition = between(rule.m_create_sql, "\nWHEN ", "\nBEGIN ");
    rule.m_words = between(rule.m_create_sql, "RAISE(ABORT, '", "')");
    removeAll(rule.m_condition, "NEW.");
    if (rule.m_condition.empty() || rule.m_words.empty()) return std::nullopt;
    return rule;
  });
}

Result<void> NumberRule::suspend() const {
  return guarded(*m_db, [&]() -> Result<void> {
    m_db->sql().exec("DROP TRIGGER " + sqlName(m_trigger));
    return {};
  });
}

Result<void> NumberRule::resume(std::int64_t fid) const {
  return guarded(*m_db, [&]() -> Result<void> {
    m_db->sql().exec(m_create_sql);
    SQLite::Statement broken(
        m_db->sql(), fmt::format("SELECT 1 FROM {} WHERE fid>? AND ({}) LIMIT 1", sqlName(m_table), m_condition));
    broken.bind(1, fid);
    if (broken.executeStep()) return fail(ErrorCode::kInvalidArgument, m_table, m_words);
    return {};
  });
}

}  // namespace gis
