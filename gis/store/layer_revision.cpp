// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/layer_revision.h"

#include <bit>
#include <vector>

#include "gis/core/digest.h"
#include "gis/store/guarded.h"
#include "gis/store/raw_statement.h"

namespace gis {

namespace {

constexpr const char* kChanges[] = {"INSERT", "UPDATE", "DELETE"};

std::string triggerName(const std::string& table, const char* change) {
  std::string name = "revision_" + table + "_";
  for (const char* c = change; *c != 0; ++c) name += static_cast<char>(*c - 'A' + 'a');
  return sqlName(name);
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

bool hasTable(const Database& db) {
  return db.sql().execAndGet("SELECT count(*) FROM sqlite_schema WHERE name='layer_revision'").getInt() != 0;
}

}  // namespace

Result<std::optional<std::int64_t>> LayerRevisions::markOf(const std::string& table) const {
  const auto all = marks();
  if (!all) return std::unexpected(all.error());
  const auto found = all->find(table);
  if (found == all->end()) return std::nullopt;
  return found->second;
}

Result<std::map<std::string, std::int64_t>> LayerRevisions::marks() const {
  return guarded(m_db, [&]() -> Result<std::map<std::string, std::int64_t>> {
    std::map<std::string, std::int64_t> marks;
    if (!hasTable(m_db)) return marks;
    SQLite::Statement rows(m_db.sql(),
                           "SELECT table_name, mark FROM layer_revision WHERE table_name IN (SELECT tbl_name FROM "
                           "sqlite_schema WHERE type='trigger' AND name LIKE 'revision\\_%' ESCAPE '\\' GROUP BY "
                           "tbl_name HAVING count(*)=3)");
    while (rows.executeStep()) marks[rows.getColumn(0).getString()] = rows.getColumn(1).getInt64();
    return marks;
  });
}

Result<void> LayerRevisions::watch(const std::string& table) const {
  return guarded(m_db, [&]() -> Result<void> {
    SQLite::Statement row(m_db.sql(), "INSERT OR IGNORE INTO layer_revision VALUES (?, 0)");
    row.bind(1, table);
    row.exec();
    for (const char* change : kChanges)
      m_db.sql().exec(fmt::format(
          "CREATE TRIGGER IF NOT EXISTS {} AFTER {} ON {} BEGIN UPDATE layer_revision SET mark=random() WHERE "
          "table_name={}; END",
          triggerName(table, change), change, sqlName(table), quoted(table)));
    return {};
  });
}

Result<void> LayerRevisions::watchAll() const {
  return guarded(m_db, [&]() -> Result<void> {
    if (!hasTable(m_db)) return {};
    std::vector<std::string> tables;
    SQLite::Statement contents(m_db.sql(),
                               "SELECT table_name FROM gpkg_contents WHERE data_type='features' ORDER BY table_name");
    while (contents.executeStep()) tables.push_back(contents.getColumn(0).getString());
    contents.reset();
    for (const std::string& table : tables)
      if (auto watched = watch(table); !watched) return watched;
    return {};
  });
}

Result<void> LayerRevisions::unwatch(const std::string& table) const {
  return guarded(m_db, [&]() -> Result<void> {
    for (const char* change : kChanges) m_db.sql().exec("DROP TRIGGER IF EXISTS " + triggerName(table, change));
    return {};
  });
}

Result<void> LayerRevisions::advance(const std::string& table, std::uint64_t digest) const {
  return guarded(m_db, [&]() -> Result<void> {
    if (!hasTable(m_db)) return {};
    SQLite::Statement before(m_db.sql(), "SELECT mark FROM layer_revision WHERE table_name=?");
    before.bind(1, table);
    Digest mark;
    mark.add(before.executeStep() ? std::bit_cast<std::uint64_t>(before.getColumn(0).getInt64()) : 0);
    mark.add(digest);
    SQLite::Statement row(m_db.sql(), "INSERT OR REPLACE INTO layer_revision VALUES (?, ?)");
    row.bind(1, table);
    row.bind(2, std::bit_cast<std::int64_t>(mark.value()));
    row.exec();
    return {};
  });
}

}  // namespace gis
