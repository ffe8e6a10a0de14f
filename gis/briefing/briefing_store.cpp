// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/briefing/briefing_store.h"

#include <sqlite3.h>

#include "gis/store/guarded.h"

namespace gis::briefing {
namespace {

constexpr int kStepsBetweenLooks = 20000;  // of SQLite's machine: about a millisecond

int lookAtToken(void* token) { return static_cast<const CancelToken*>(token)->cancelled() ? 1 : 0; }

FactCell cellOf(const SQLite::Column& column) {
  if (column.isNull()) return {};
  if (column.isInteger()) return std::int64_t{column.getInt64()};
  if (column.isFloat()) return column.getDouble();
  return column.getString();
}

// Binding what the SQL does not name would fail.
bool asksFor(const std::string& sql, const std::string& name) {
  const std::string word = ':' + name;
  const auto goes_on = [](char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  for (std::size_t at = sql.find(word); at != std::string::npos; at = sql.find(word, at + 1))
    if (at + word.size() == sql.size() || !goes_on(sql[at + word.size()])) return true;
  return false;
}

void bindAll(SQLite::Statement& query, const std::string& sql, const Parameters& parameters) {
  for (const auto& [name, value] : parameters.numbers)
    if (asksFor(sql, name)) query.bind(':' + name, value);
  for (const auto& [name, value] : parameters.texts)
    if (asksFor(sql, name)) query.bind(':' + name, value);
}

// Work that is watched for a cancellation, for as long as this lives.
class Watch {
 public:
  Watch(sqlite3* db, const CancelToken& cancel) : m_db(db), m_cancel(cancel) {
    sqlite3_progress_handler(m_db, kStepsBetweenLooks, lookAtToken, &m_cancel);
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;
  ~Watch() { sqlite3_progress_handler(m_db, 0, nullptr, nullptr); }

 private:
  sqlite3* m_db;
  CancelToken m_cancel;
};

}  // namespace

Result<std::set<std::string>> BriefingStore::tables() const {
  return guarded(*m_db, [&]() -> Result<std::set<std::string>> {
    std::set<std::string> names;
    SQLite::Statement query(m_db->sql(), "SELECT name FROM sqlite_master WHERE type IN ('table','view')");
    while (query.executeStep()) names.insert(query.getColumn(0).getString());
    return names;
  });
}

Result<std::vector<District>> BriefingStore::districts(int level) const {
  return guarded(*m_db, [&]() -> Result<std::vector<District>> {
    std::vector<District> all;
    SQLite::Statement query(m_db->sql(),
                            "SELECT fid, code, name, ifnull(name_en,''), ifnull(parent_code,'') FROM division "
                            "WHERE level=? ORDER BY code");
    query.bind(1, level);
    while (query.executeStep())
      all.push_back({query.getColumn(0).getInt64(), query.getColumn(1).getString(), query.getColumn(2).getString(),
                     query.getColumn(3).getString(), query.getColumn(4).getString()});
    return all;
  });
}

Result<FactTable> BriefingStore::ask(const std::string& sql, const Parameters& parameters,
                                     const CancelToken& cancel) const {
  auto answer = guarded(*m_db, [&]() -> Result<FactTable> {
    const Watch watch(m_db->sql().getHandle(), cancel);
    SQLite::Statement query(m_db->sql(), sql);
    if (query.getColumnCount() == 0) return fail(ErrorCode::kSqlFailed, m_db->file().string(), "a briefing only reads");
    bindAll(query, sql, parameters);
    FactTable table;
    for (int i = 0; i < query.getColumnCount(); ++i) table.columns.emplace_back(query.getColumnName(i));
    while (query.executeStep()) {
      auto& row = table.rows.emplace_back();
      for (int i = 0; i < query.getColumnCount(); ++i) row.push_back(cellOf(query.getColumn(i)));
    }
    return table;
  });
  if (!answer && cancel.cancelled()) return fail(ErrorCode::kCancelled, m_db->file().string());
  return answer;
}

}  // namespace gis::briefing
