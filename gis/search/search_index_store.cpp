// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/search/search_index_store.h"

#include <algorithm>
#include <map>

#include "gis/core/digest.h"
#include "gis/hanzi/folded_text.h"
#include "gis/hanzi/pinyin.h"
#include "gis/search/search_query.h"
#include "gis/search/search_source_store.h"
#include "gis/search/spoken_name.h"
#include "gis/store/guarded.h"
#include "gis/store/raw_statement.h"

namespace gis {
namespace {

constexpr int kVersion = 1;
// The entries of a table lie together, in the order in which they are offered: a question takes the first that fit.
constexpr std::int64_t kEntriesATable = std::int64_t{1} << 32;

constexpr const char* kSchema =
    "CREATE TABLE entry(id INTEGER PRIMARY KEY, fid INTEGER NOT NULL, name TEXT NOT NULL, code TEXT NOT NULL, context "
    "TEXT NOT NULL, note TEXT NOT NULL, lon_deg REAL, lat_deg REAL, span_m REAL NOT NULL);"
    "CREATE TABLE source(place INTEGER PRIMARY KEY, table_name TEXT NOT NULL UNIQUE, mark INTEGER NOT NULL);"
    "CREATE VIRTUAL TABLE word USING fts5(name, code, pinyin, initials, note, prefix='1 2 3 4', columnsize=0);"
    "CREATE TABLE about(version INTEGER NOT NULL);";

bool isCurrent(const Database& db) {
  const auto version =
      guarded(db, [&]() -> Result<int> { return db.sql().execAndGet("SELECT version FROM about").getInt(); });
  return version && *version == kVersion;
}

Result<Database> freshFile(const std::filesystem::path& file) {
  std::error_code ignored;
  for (const char* part : {"", "-wal", "-shm", "-journal"})
    std::filesystem::remove(std::filesystem::path(file.string() + part), ignored);
  {
    auto made = Database::create(file);
    if (!made) return made;
    const auto filled = guarded(*made, [&]() -> Result<void> {
      made->sql().exec(kSchema);
      made->sql().exec(fmt::format("INSERT INTO about VALUES ({})", kVersion));
      return {};
    });
    if (!filled) return std::unexpected(filled.error());
  }
  return Database::open(file, OpenMode::kReadWrite);
}

struct Known {
  std::int64_t place = 0;
  std::int64_t mark = 0;
};

Result<std::map<std::string, Known>> knownSources(const Database& db) {
  return guarded(db, [&]() -> Result<std::map<std::string, Known>> {
    std::map<std::string, Known> known;
    SQLite::Statement rows(db.sql(), "SELECT table_name, place, mark FROM source");
    while (rows.executeStep())
      known[rows.getColumn(0).getString()] = {rows.getColumn(1).getInt64(), rows.getColumn(2).getInt64()};
    return known;
  });
}

struct Behind {
  SearchSource source;
  std::int64_t place = 0;
  std::int64_t mark = 0;
};

// An entry names its divisions, so it is behind when they have changed, too.
Result<std::vector<Behind>> sourcesBehind(const Database& index, const Database& workspace) {
  const SearchSourceStore store(workspace);
  const auto sources = store.sources();
  if (!sources) return std::unexpected(sources.error());
  const auto known = knownSources(index);
  if (!known) return std::unexpected(known.error());
  std::vector<Behind> behind;
  std::int64_t divisions = 0;
  for (std::size_t i = 0; i < sources->size(); ++i) {
    const auto own = store.mark((*sources)[i]);
    if (!own) return std::unexpected(own.error());
    if ((*sources)[i].table == "division") divisions = *own;
    Digest digest;
    digest.add(static_cast<std::uint64_t>(*own));
    digest.add(static_cast<std::uint64_t>(divisions));
    const auto mark = static_cast<std::int64_t>(digest.value());
    const auto before = known->find((*sources)[i].table);
    const auto place = static_cast<std::int64_t>(i);
    if (before == known->end() || before->second.mark != mark || before->second.place != place)
      behind.push_back({(*sources)[i], place, mark});
  }
  return behind;
}

Result<void> fill(const Database& db, const Behind& behind, const std::vector<NamedRow>& rows,
                  const std::map<std::string, SearchSourceStore::Division, std::less<>>& divisions,
                  const PinyinReader& reader, const CancelToken& cancel) {
  return db.transaction([&]() -> Result<void> {
    const std::int64_t first = behind.place * kEntriesATable;
    const auto range = fmt::format("BETWEEN {} AND {}", first, first + kEntriesATable - 1);
    db.sql().exec("DELETE FROM entry WHERE id " + range);
    db.sql().exec("DELETE FROM word WHERE rowid " + range);
    auto entry = RawStatement::prepare(db, "INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?)");
    if (!entry) return std::unexpected(entry.error());
    auto word =
        RawStatement::prepare(db, "INSERT INTO word(rowid, name, code, pinyin, initials, note) VALUES (?,?,?,?,?,?)");
    if (!word) return std::unexpected(word.error());
    std::int64_t id = first;
    for (const NamedRow& row : rows) {
      if (id % 1024 == 0 && cancel.cancelled()) return fail(ErrorCode::kCancelled, behind.source.table);
      const auto division = divisions.find(row.division);
      const std::string context = division == divisions.end() ? std::string() : division->second.names;
      std::optional<LonLat> where = row.where;
      if (!where && division != divisions.end()) where = division->second.seat;
      const SpokenName spoken = spokenName(reader, row.name, row.initials);
      const std::string name = spacedText(row.name), note = spacedText(row.note), code = foldedText(row.code);
      entry->bind(1, id);
      entry->bind(2, row.fid);
      entry->bind(3, std::string_view(row.name));
      entry->bind(4, std::string_view(row.code));
      entry->bind(5, std::string_view(context));
      entry->bind(6, std::string_view(row.note));
      where ? entry->bind(7, where->lon_deg) : entry->bind(7);
      where ? entry->bind(8, where->lat_deg) : entry->bind(8);
      entry->bind(9, row.span_m);
      if (auto done = entry->run(); !done) return done;
      word->bind(1, id);
      word->bind(2, std::string_view(name));
      word->bind(3, std::string_view(code));
      word->bind(4, std::string_view(spoken.pinyin));
      word->bind(5, std::string_view(spoken.initials));
      word->bind(6, std::string_view(note));
      if (auto done = word->run(); !done) return done;
      ++id;
    }
    SQLite::Statement source(db.sql(), "INSERT OR REPLACE INTO source VALUES (?,?,?)");
    source.bind(1, behind.place);
    source.bind(2, behind.source.table);
    source.bind(3, behind.mark);
    source.exec();
    return {};
  });
}

SearchHit hitAt(const RawStatement& row, const std::string& table) {
  SearchHit hit{
      std::string(row.text(1)), table,        row.integer(0), std::string(row.text(2)), std::string(row.text(3)),
      std::string(row.text(4)), std::nullopt, row.real(7)};
  if (!row.isNull(5) && !row.isNull(6)) hit.where = LonLat{row.real(5), row.real(6)};
  return hit;
}

}  // namespace

Result<SearchIndexStore> SearchIndexStore::open(const std::filesystem::path& workspace_folder, OpenMode mode) {
  const std::filesystem::path folder = workspace_folder / "cache", file = folder / "search.sqlite";
  if (mode == OpenMode::kRead) {
    auto db = Database::open(file, OpenMode::kRead);
    if (db && !isCurrent(*db)) db = fail(ErrorCode::kNotFound, file.string(), "of another version");
    if (!db) return std::unexpected(db.error());
    return SearchIndexStore(std::move(*db));
  }
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) return fail(ErrorCode::kPermissionDenied, folder.string(), failed.message());
  auto db = Database::open(file, OpenMode::kReadWrite);
  // A file that is locked is somebody's; one that is missing, broken or of another version is made anew.
  if (!db && (db.error().code == ErrorCode::kFileLocked || db.error().code == ErrorCode::kPermissionDenied))
    return std::unexpected(db.error());
  if (!db || !isCurrent(*db)) {
    db = fail(ErrorCode::kNotFound, file.string());  // closes it
    db = freshFile(file);
  }
  if (!db) return std::unexpected(db.error());
  return SearchIndexStore(std::move(*db));
}

Result<std::vector<std::string>> SearchIndexStore::behind(const Database& workspace) const {
  const auto sources = sourcesBehind(m_db, workspace);
  if (!sources) return std::unexpected(sources.error());
  std::vector<std::string> tables;
  for (const Behind& one : *sources) tables.push_back(one.source.table);
  return tables;
}

Result<void> SearchIndexStore::refresh(const Database& workspace, const CancelToken& cancel,
                                       const Progress& progress) const {
  const auto behind = sourcesBehind(m_db, workspace);
  if (!behind) return std::unexpected(behind.error());
  if (behind->empty()) return {};
  const SearchSourceStore store(workspace);
  const auto divisions = store.divisions();
  if (!divisions) return std::unexpected(divisions.error());
  const auto reader = PinyinReader::open();
  if (!reader) return std::unexpected(reader.error());
  for (std::size_t i = 0; i < behind->size(); ++i) {
    if (progress) progress(static_cast<double>(i) / static_cast<double>(behind->size()));
    const auto rows = store.rows((*behind)[i].source, cancel);
    if (!rows) return std::unexpected(rows.error());
    if (auto done = fill(m_db, (*behind)[i], *rows, *divisions, *reader, cancel); !done) return done;
  }
  return {};
}

Result<std::vector<SearchGroup>> SearchIndexStore::search(const std::string& typed, std::size_t hits_per_table) const {
  std::vector<SearchGroup> groups;
  const SearchQuery query = searchQuery(typed);
  if (query.anywhere.empty() || hits_per_table == 0) return groups;
  const auto known = knownSources(m_db);
  if (!known) return std::unexpected(known.error());
  std::vector<std::pair<std::int64_t, std::string>> tables;
  for (const auto& [table, of] : *known) tables.emplace_back(of.place, table);
  std::ranges::sort(tables);
  auto find = RawStatement::prepare(
      m_db, "SELECT rowid FROM word WHERE word MATCH ?1 AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid LIMIT ?4");
  if (!find) return std::unexpected(find.error());
  auto entry = RawStatement::prepare(
      m_db, "SELECT fid, name, code, context, note, lon_deg, lat_deg, span_m FROM entry WHERE id=?");
  if (!entry) return std::unexpected(entry.error());
  const std::string wanted = foldedText(typed);
  std::vector<std::pair<int, SearchGroup>> ranked;  // 0: a name that is just this, 1: begins with it, 2: holds it
  for (const auto& [place, table] : tables) {
    std::vector<std::int64_t> ids;
    std::size_t beginning = 0;
    for (const std::string* match : {&query.beginning, &query.anywhere}) {
      if (ids.size() > hits_per_table) break;
      find->bind(1, std::string_view(*match));
      find->bind(2, place * kEntriesATable);
      find->bind(3, (place + 1) * kEntriesATable - 1);
      find->bind(4, static_cast<std::int64_t>(hits_per_table + 1 + ids.size()));
      while (find->step())
        if (std::ranges::find(ids, find->integer(0)) == ids.end()) ids.push_back(find->integer(0));
      if (auto done = find->outcome(); !done) return std::unexpected(done.error());
      find->reset();
      if (match == &query.beginning) beginning = ids.size();
    }
    if (ids.empty()) continue;
    SearchGroup group{table, {}, ids.size() > hits_per_table};
    if (ids.size() > hits_per_table) ids.resize(hits_per_table);
    for (const std::int64_t id : ids) {
      entry->bind(1, id);
      if (entry->step()) group.hits.push_back(hitAt(*entry, table));
      if (auto done = entry->outcome(); !done) return std::unexpected(done.error());
      entry->reset();
    }
    if (group.hits.empty()) continue;
    const bool exact = foldedText(group.hits[0].name) == wanted || foldedText(group.hits[0].code) == wanted;
    ranked.emplace_back(exact ? 0 : beginning > 0 ? 1 : 2, std::move(group));
  }
  std::ranges::stable_sort(ranked, {}, [](const auto& one) { return one.first; });
  for (auto& [rank, group] : ranked) groups.push_back(std::move(group));
  return groups;
}

}  // namespace gis
