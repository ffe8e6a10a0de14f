// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <limits>
#include <map>

#include "gis/journal/collector.h"
#include "gis/keep/backup_store.h"
#include "gis/store/guarded.h"

namespace gis::journal {
namespace {

constexpr const char* kProgram = "烽燧";  // who writes what the program saw by itself
constexpr const char* kBegun = "";        // the cursor that holds when the journal began
constexpr const char* kCopies = "backup_file";
constexpr std::int64_t kCursorStep_ms = 86'400'000;

using Values = std::vector<std::pair<std::string, std::string>>;

const std::string& valueOf(const Values& values, std::string_view name) {
  static const std::string nothing;
  const auto found = std::ranges::find(values, name, &Values::value_type::first);
  return found == values.end() ? nothing : found->second;
}

EntryDraft draftOf(const JournalSource& source, const Values& values, SQLite::Statement& row) {
  EntryDraft draft;
  draft.kind = valueOf(values, "kind");
  draft.level = valueOf(values, "level");
  draft.is_drill = row.getColumn("is_drill").getInt() != 0;
  draft.at_utc_ms = row.getColumn("at_utc_ms").getInt64();
  draft.text = {filled(source.text.zh, values), filled(source.text.en, values)};
  draft.author = valueOf(values, "author");
  if (draft.author.empty() || draft.author == "engine") draft.author = kProgram;
  draft.place = valueOf(values, "place");
  draft.thing_kind = valueOf(values, "thing_kind");
  draft.thing_id = valueOf(values, "thing_id");
  draft.about_id = valueOf(values, "about");
  draft.source = source.id;
  draft.source_key = valueOf(values, "key");
  if (!valueOf(values, "lon_deg").empty() && !valueOf(values, "lat_deg").empty())
    draft.where = LonLat{row.getColumn("lon_deg").getDouble(), row.getColumn("lat_deg").getDouble()};
  return draft;
}

// Copies that tell of something; those of every hour would bury the rest, and each of their entries would be a reason
// for the next.
std::optional<TwoTexts> copyText(BackupReason reason) {
  switch (reason) {
    case BackupReason::kByHand:
      return TwoTexts{"手工备份", "Backup by hand"};
    case BackupReason::kImport:
      return TwoTexts{"导入前备份", "Backup before an import"};
    case BackupReason::kMerge:
      return TwoTexts{"外业带回前备份", "Backup before a field laptop was brought back"};
    case BackupReason::kMigration:
      return TwoTexts{"升级前备份", "Backup before the workspace was brought up to date"};
    case BackupReason::kRestore:
      return TwoTexts{"恢复备份前的副本", "Copy before a backup was restored"};
    case BackupReason::kHourly:
    case BackupReason::kExit:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

struct JournalCollector::Found {
  std::vector<EntryDraft> drafts;
  std::int64_t position = 0;
  bool moved = false;  // by so much that it is worth writing down
};

// What all sources brought, and how far each was read.
struct JournalCollector::Batch {
  std::vector<EntryDraft> drafts;
  std::map<std::string, std::int64_t> positions;
};

Result<JournalCollector> JournalCollector::open(JournalStore& journal, const gis::Clock& wall) {
  auto sources = builtInJournalSources();
  if (!sources) return std::unexpected(sources.error());
  return JournalCollector(journal, wall, std::move(*sources));
}

Result<std::int64_t> JournalCollector::position(const std::string& source) const {
  const Database& db = *m_journal->m_db;
  return guarded(db, [&]() -> Result<std::int64_t> {
    SQLite::Statement row(db.sql(), "SELECT position FROM journal_cursor WHERE source=?");
    row.bind(1, source);
    return row.executeStep() ? row.getColumn(0).getInt64() : std::numeric_limits<std::int64_t>::min();
  });
}

Result<void> JournalCollector::beginAt(std::int64_t from_utc_ms) {
  const Database& db = *m_journal->m_db;
  return m_journal->atOnce([&]() -> Result<void> {
    return guarded(db, [&]() -> Result<void> {
      SQLite::Statement row(db.sql(), "INSERT OR IGNORE INTO journal_cursor (source, position) VALUES (?,?)");
      row.bind(1, kBegun);
      row.bind(2, from_utc_ms);
      row.exec();
      return {};
    });
  });
}

Result<std::int64_t> JournalCollector::begin() {
  auto from = position(kBegun);
  if (!from || *from != std::numeric_limits<std::int64_t>::min()) return from;
  const std::int64_t now_utc_ms = std::min(m_journal->nowUtcMs(), m_wall->nowUtcMs());
  if (auto done = beginAt(now_utc_ms); !done) return std::unexpected(done.error());
  return now_utc_ms;
}

Result<JournalCollector::Found> JournalCollector::readSource(const JournalSource& source,
                                                             std::int64_t from_utc_ms) const {
  const Database& db = *m_journal->m_db;
  const auto ended = position(source.id);
  if (!ended) return std::unexpected(ended.error());
  return guarded(db, [&]() -> Result<Found> {
    Found found;
    found.position = *ended;
    for (const std::string& table : source.needs)
      if (!db.sql().tableExists(table)) return found;
    SQLite::Statement rows(db.sql(), source.sql);
    const auto bind = [&](const char* name, std::int64_t value) {
      if (rows.getIndex(name) > 0) rows.bind(name, value);
    };
    const bool first = *ended == std::numeric_limits<std::int64_t>::min();
    bind(":after", first ? *ended : *ended - source.overlap);
    bind(":from", from_utc_ms);
    bind(":now", m_wall->nowUtcMs());
    // A log that goes by time need not be read from the beginning again and again while nothing of it is told.
    if (source.overlap > 0) found.position = std::max(*ended, std::min(m_wall->nowUtcMs(), m_journal->nowUtcMs()));
    SQLite::Statement known(db.sql(), "SELECT 1 FROM journal_entry WHERE source=? AND source_key=?");
    while (rows.executeStep()) {
      Values values;
      for (int i = 0; i < rows.getColumnCount(); ++i)
        values.emplace_back(rows.getColumnName(i), rows.getColumn(i).getString());
      found.position = std::max(found.position, rows.getColumn("position").getInt64());
      known.reset();
      known.bind(1, source.id);
      known.bind(2, valueOf(values, "key"));
      if (!known.executeStep()) found.drafts.push_back(draftOf(source, values, rows));
    }
    found.moved = found.position - kCursorStep_ms > std::max(*ended, from_utc_ms);
    return found;
  });
}

Result<JournalCollector::Found> JournalCollector::readCopies(const std::filesystem::path& workspace_folder,
                                                             std::int64_t from_utc_ms) const {
  Found found;
  const auto ended = position(kCopies);
  if (!ended) return std::unexpected(ended.error());
  found.position = *ended;
  const auto copies = listBackups(workspace_folder);
  if (!copies) return std::unexpected(copies.error());
  for (const Backup& copy : *copies) {
    const auto text = copyText(copy.reason);
    if (!text || copy.at_utc_ms < from_utc_ms || copy.at_utc_ms <= *ended) continue;
    EntryDraft draft;
    draft.kind = "backup";
    draft.at_utc_ms = copy.at_utc_ms;
    draft.text = *text;
    draft.author = kProgram;
    draft.thing_kind = "backup";
    draft.thing_id = draft.source_key = copy.file.filename().string();
    draft.source = kCopies;
    found.position = std::max(found.position, copy.at_utc_ms);
    found.drafts.push_back(std::move(draft));
  }
  std::ranges::reverse(found.drafts);  // they are listed newest first
  return found;
}

Result<int> JournalCollector::keep(const Batch& batch) {
  const Database& db = *m_journal->m_db;
  int added = 0;
  const auto done = m_journal->atOnce([&]() -> Result<void> {
    for (const EntryDraft& draft : batch.drafts) {
      // Another window may have been first since it was read.
      const auto before = m_journal->written(draft.source, draft.source_key);
      if (!before) return std::unexpected(before.error());
      if (*before) continue;
      if (auto entry = m_journal->append(draft); !entry)
        return std::unexpected(std::move(entry.error()).via(draft.source));
      ++added;
    }
    return guarded(db, [&]() -> Result<void> {
      SQLite::Statement row(db.sql(),
                            "INSERT INTO journal_cursor (source, position) VALUES (?,?) ON CONFLICT (source) DO UPDATE "
                            "SET position=max(position, excluded.position)");
      for (const auto& [source, position] : batch.positions) {
        row.reset();
        row.bind(1, source);
        row.bind(2, position);
        row.exec();
      }
      return {};
    });
  });
  if (!done) return std::unexpected(done.error());
  return added;
}

Result<CollectReport> JournalCollector::collect(const std::filesystem::path& workspace_folder) {
  CollectReport report;
  const auto from = begin();
  if (!from) return std::unexpected(from.error());
  Batch batch;
  const auto take = [&](const std::string& source, Result<Found> found) {
    if (!found) {
      report.troubles.push_back(std::move(found.error()).via(source));
    } else if (!found->drafts.empty() || found->moved) {
      std::ranges::move(found->drafts, std::back_inserter(batch.drafts));
      batch.positions[source] = found->position;
    }
  };
  for (const JournalSource& source : m_sources) take(source.id, readSource(source, *from));
  take(kCopies, readCopies(workspace_folder, *from));
  if (batch.positions.empty()) return report;
  // A warning stands before the call-out that answers it, whichever log was read first.
  std::ranges::stable_sort(batch.drafts, {}, &EntryDraft::at_utc_ms);
  const auto added = keep(batch);
  if (!added) return std::unexpected(added.error());
  report.added = *added;
  return report;
}

}  // namespace gis::journal
