// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/drill/drill_store.h"

#include "gis/store/guarded.h"

namespace gis::drill {
namespace {

bool begins(std::string_view code, const std::vector<std::string>& prefixes) {
  for (const std::string& prefix : prefixes) {
    // 140431000000 names the county as 140431 does.
    std::string_view kept = prefix;
    while (kept.size() > 4 && kept.ends_with("000")) kept.remove_suffix(3);
    if (code.starts_with(kept)) return true;
  }
  return false;
}

}  // namespace

Result<void> DrillStore::prepare() const {
  return m_db->transaction([&]() -> Result<void> {
    m_db->sql().exec(
        "CREATE TABLE drill_step (seq INTEGER PRIMARY KEY NOT NULL, at_utc_ms INTEGER NOT NULL, kind TEXT NOT NULL, "
        "words_zh TEXT NOT NULL, words_en TEXT NOT NULL, made TEXT NOT NULL, error TEXT NOT NULL, detail TEXT NOT "
        "NULL)");
    for (const char* what : {"DELETE", "UPDATE"})
      m_db->sql().exec(
          fmt::format("CREATE TRIGGER drill_step_no_{0} BEFORE {0} ON drill_step BEGIN SELECT "
                      "RAISE(ABORT, 'what was injected stays'); END",
                      what));
    return {};
  });
}

bool DrillStore::there() const {
  const auto found = guarded(*m_db, [&]() -> Result<bool> {
    return m_db->sql().execAndGet("SELECT count(*) FROM sqlite_schema WHERE name='drill_step'").getInt() != 0;
  });
  return found && *found;
}

Result<void> DrillStore::add(const DrillEntry& entry) const {
  return m_db->transaction([&]() -> Result<void> {
    SQLite::Statement row(m_db->sql(),
                          "INSERT INTO drill_step (at_utc_ms, kind, words_zh, words_en, made, error, detail) VALUES "
                          "(?,?,?,?,?,?,?)");
    row.bind(1, entry.at_utc_ms);
    row.bind(2, entry.kind);
    row.bind(3, entry.words.zh);
    row.bind(4, entry.words.en);
    row.bind(5, entry.made);
    row.bind(6, entry.error);
    row.bind(7, entry.detail);
    row.exec();
    SQLite::Statement present(m_db->sql(),
                              "INSERT INTO workspace_setting VALUES ('drill_present_utc_ms', ?) ON CONFLICT (key) DO "
                              "UPDATE SET value=excluded.value");
    present.bind(1, std::to_string(entry.at_utc_ms));
    present.exec();
    return {};
  });
}

Result<std::vector<DrillEntry>> DrillStore::entries(std::int64_t after_seq) const {
  return guarded(*m_db, [&]() -> Result<std::vector<DrillEntry>> {
    std::vector<DrillEntry> found;
    if (!there()) return found;
    SQLite::Statement rows(m_db->sql(),
                           "SELECT seq, at_utc_ms, kind, words_zh, words_en, made, error, detail FROM drill_step WHERE "
                           "seq>? ORDER BY seq");
    rows.bind(1, after_seq);
    const auto text = [&](int i) { return rows.getColumn(i).getString(); };
    while (rows.executeStep())
      found.push_back({rows.getColumn(0).getInt64(),
                       rows.getColumn(1).getInt64(),
                       text(2),
                       {text(3), text(4)},
                       text(5),
                       text(6),
                       text(7)});
    return found;
  });
}

Result<std::string> DrillStore::setting(const std::string& key) const {
  return guarded(*m_db, [&]() -> Result<std::string> {
    SQLite::Statement row(m_db->sql(), "SELECT value FROM workspace_setting WHERE key=?");
    row.bind(1, key);
    return row.executeStep() ? row.getColumn(0).getString() : std::string();
  });
}

Result<std::vector<std::string>> DrillStore::stations(const std::string& kinds,
                                                      const std::vector<std::string>& divisions) const {
  return guarded(*m_db, [&]() -> Result<std::vector<std::string>> {
    SQLite::Statement rows(m_db->sql(),
                           "SELECT station_code, division_code FROM monitoring_station WHERE instr(' '||?||' ', ' '||"
                           "kind||' ')>0 ORDER BY station_code");
    rows.bind(1, kinds);
    std::vector<std::string> found;
    while (rows.executeStep())
      if (begins(rows.getColumn(1).getString(), divisions)) found.push_back(rows.getColumn(0).getString());
    return found;
  });
}

Result<std::string> DrillStore::divisionName(const std::string& code) const {
  return guarded(*m_db, [&]() -> Result<std::string> {
    SQLite::Statement row(m_db->sql(), "SELECT name FROM division WHERE code=?");
    row.bind(1, code);
    if (!row.executeStep()) return fail(ErrorCode::kUnknownName, code, "no division has this code");
    return row.getColumn(0).getString();
  });
}

Result<std::vector<RoadRow>> DrillStore::roads(const std::string& road,
                                               const std::vector<std::string>& divisions) const {
  return guarded(*m_db, [&]() -> Result<std::vector<RoadRow>> {
    SQLite::Statement rows(m_db->sql(),
                           "SELECT uuid, state, division_code FROM road WHERE road_code=?1 OR name=?1 ORDER BY fid");
    rows.bind(1, road);
    std::vector<RoadRow> found;
    while (rows.executeStep())
      if (begins(rows.getColumn(2).getString(), divisions))
        found.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getInt64()});
    return found;
  });
}

}  // namespace gis::drill
