// SPDX-License-Identifier: GPL-3.0-or-later
// What JournalStore reads.
#include <algorithm>
#include <set>

#include "gis/journal/journal_store.h"
#include "gis/store/guarded.h"

namespace gis::journal {
namespace {

constexpr const char* kEntryColumns =
    "SELECT seq, uuid, at_utc_ms, recorded_utc_ms, kind, level, is_drill, text_zh, text_en, author, people, place, "
    "lon_deg, lat_deg, thing_kind, thing_id, corrects_seq, source, source_key, content, hash FROM journal_entry e ";

Result<Entry> entryFrom(SQLite::Statement& row) {
  Entry entry;
  entry.seq = row.getColumn(0).getInt64();
  entry.uuid = row.getColumn(1).getString();
  entry.at_utc_ms = row.getColumn(2).getInt64();
  entry.recorded_utc_ms = row.getColumn(3).getInt64();
  entry.kind = row.getColumn(4).getString();
  entry.level = row.getColumn(5).getString();
  entry.is_drill = row.getColumn(6).getInt() != 0;
  entry.text = {row.getColumn(7).getString(), row.getColumn(8).getString()};
  entry.author = row.getColumn(9).getString();
  entry.people = row.getColumn(10).getString();
  entry.place = row.getColumn(11).getString();
  if (!row.isColumnNull(12)) entry.where = LonLat{row.getColumn(12).getDouble(), row.getColumn(13).getDouble()};
  entry.thing_kind = row.getColumn(14).getString();
  entry.thing_id = row.getColumn(15).getString();
  if (!row.isColumnNull(16)) entry.corrects_seq = row.getColumn(16).getInt64();
  entry.source = row.getColumn(17).getString();
  entry.source_key = row.getColumn(18).getString();
  entry.content = row.getColumn(19).getString();
  entry.hash = row.getColumn(20).getString();
  return entry;
}

std::vector<std::string> wordsOf(const std::string& typed) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : typed + ' ') {
    if (c != ' ' && c != '\t' && c != '\n') {
      word += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

// A condition with its values; every value stands for one question mark, in order.
struct Condition {
  std::string sql = "WHERE 1";
  std::vector<std::string> texts;  // bound after the numbers
  std::vector<std::int64_t> numbers;
};

Condition conditionOf(const JournalQuery& query) {
  Condition made;
  const auto number = [&](const char* sql, std::int64_t value) {
    made.sql += sql;
    made.numbers.push_back(value);
  };
  if (query.after_seq > 0) number(" AND seq>?", query.after_seq);
  if (query.since_utc_ms) number(" AND at_utc_ms>=?", *query.since_utc_ms);
  if (query.until_utc_ms) number(" AND at_utc_ms<=?", *query.until_utc_ms);
  if (query.as_of_utc_ms) number(" AND recorded_utc_ms<=?", *query.as_of_utc_ms);
  if (query.drills != Drills::kWith) number(" AND is_drill=?", query.drills == Drills::kOnly ? 1 : 0);
  if (!query.kinds.empty()) {
    std::string marks;
    for (const std::string& kind : query.kinds) {
      marks += marks.empty() ? "?" : ",?";
      made.texts.push_back(kind);
    }
    made.sql += " AND kind IN (" + marks + ")";
  }
  for (const std::string& word : wordsOf(query.find)) {
    made.sql +=
        " AND instr(lower(text_zh||' '||text_en||' '||people||' '||place||' '||author||' '||"
        "(SELECT name_zh||' '||name_en FROM code_journal_kind k WHERE k.code=e.kind)), ?)>0";
    made.texts.push_back(word);
  }
  for (const std::string& word : wordsOf(query.person)) {
    made.sql += " AND instr(lower(people||' '||author), ?)>0";
    made.texts.push_back(word);
  }
  return made;
}

}  // namespace

bool JournalStore::there() const {
  return guarded(*m_db, [&]() -> Result<bool> { return m_db->sql().tableExists("journal_entry"); }).value_or(false);
}

Result<std::vector<Entry>> JournalStore::read(const std::string& where, const std::vector<std::string>& texts,
                                              const std::vector<std::int64_t>& numbers) const {
  if (!there()) return std::vector<Entry>();
  return guarded(*m_db, [&]() -> Result<std::vector<Entry>> {
    SQLite::Statement rows(m_db->sql(), kEntryColumns + where);
    int at = 0;
    for (const std::int64_t number : numbers) rows.bind(++at, number);
    for (const std::string& text : texts) rows.bind(++at, text);
    std::vector<Entry> found;
    while (rows.executeStep()) {
      auto entry = entryFrom(rows);
      if (!entry) return std::unexpected(entry.error());
      found.push_back(std::move(*entry));
    }
    return found;
  });
}

Result<std::vector<Entry>> JournalStore::entries(const JournalQuery& query) const {
  Condition condition = conditionOf(query);
  std::string sql = condition.sql + " ORDER BY seq";
  if (query.most > 0 && !query.open_only) {
    sql += " DESC LIMIT ?";
    // The limit stands behind the texts: as a text it is a number to SQLite as well.
    condition.texts.push_back(std::to_string(query.most));
  }
  auto found = read(sql, condition.texts, condition.numbers);
  if (!found) return found;
  if (query.most > 0 && !query.open_only) std::ranges::reverse(*found);
  for (Entry& entry : *found)
    if (auto done = readContent(entry); !done) return std::unexpected(done.error());
  if (!query.open_only) return found;
  const auto now = state(query.as_of_utc_ms);
  if (!now) return std::unexpected(now.error());
  const auto open = now->openEntries(true);
  std::erase_if(*found, [&](const Entry& entry) { return !std::ranges::binary_search(open, entry.seq); });
  return found;
}

Result<Entry> JournalStore::entry(std::int64_t seq) const {
  auto found = read("WHERE seq=?", {}, {seq});
  if (!found) return std::unexpected(found.error());
  if (found->empty())
    return fail(ErrorCode::kUnknownName, std::to_string(seq), "the journal has no entry of this number");
  if (auto done = readContent(found->front()); !done) return std::unexpected(done.error());
  return std::move(found->front());
}

Result<std::optional<Entry>> JournalStore::written(const std::string& source, const std::string& key) const {
  auto found = read("WHERE source=? AND source_key=?", {source, key}, {});
  if (!found) return std::unexpected(found.error());
  if (found->empty()) return std::optional<Entry>();
  if (auto done = readContent(found->front()); !done) return std::unexpected(done.error());
  return std::optional(std::move(found->front()));
}

Result<JournalState> JournalStore::state(std::optional<std::int64_t> as_of_utc_ms) const {
  // Shifts, clocks, corrections, and what may meet a clock; the bulk of the entries is left where it is.
  auto found = read(
      "WHERE (content<>'{}' OR corrects_seq IS NOT NULL OR kind IN ('shift_start','hand_over','shift_end') OR kind IN "
      "(SELECT DISTINCT json_extract(c.value, '$.done_by_kind') FROM journal_entry f, json_each(f.content, '$.clocks') "
      "c)) "
      "AND recorded_utc_ms<=? ORDER BY seq",
      {}, {as_of_utc_ms.value_or(INT64_MAX)});
  if (!found) return std::unexpected(found.error());
  for (Entry& entry : *found)
    if (auto done = readContent(entry); !done) return std::unexpected(done.error());
  return stateOf(*found, as_of_utc_ms.value_or(m_clock->nowUtcMs()));
}

Result<std::vector<KindName>> JournalStore::kinds() const {
  if (!there()) return std::vector<KindName>();
  return guarded(*m_db, [&]() -> Result<std::vector<KindName>> {
    SQLite::Statement rows(m_db->sql(), "SELECT code, name_zh, name_en FROM code_journal_kind ORDER BY sort, code");
    std::vector<KindName> found;
    while (rows.executeStep())
      found.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getString()});
    return found;
  });
}

Result<std::vector<std::string>> JournalStore::personNames() const {
  return guarded(*m_db, [&]() -> Result<std::vector<std::string>> {
    std::vector<std::string> found;
    if (!m_db->sql().tableExists("responsible_person")) return found;
    SQLite::Statement rows(m_db->sql(), "SELECT DISTINCT name FROM responsible_person ORDER BY name LIMIT 5000");
    while (rows.executeStep()) found.push_back(rows.getColumn(0).getString());
    return found;
  });
}

Result<JournalCheck> JournalStore::verify() const {
  const auto found = read("ORDER BY seq", {}, {});
  if (!found) return std::unexpected(found.error());
  JournalCheck check;
  check.entries = static_cast<std::int64_t>(found->size());
  check.broken_seq = firstBrokenEntry(*found);
  if (!found->empty()) check.last_hash = found->back().hash;
  return check;
}

}  // namespace gis::journal
