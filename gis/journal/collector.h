// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string_view>
#include <vector>

#include "gis/journal/journal_store.h"

namespace gis::journal {

// Another log as the journal reads it: resources/journal/sources/*.json. `sql` yields position (grows with what is
// new), key (the record, never another one), at_utc_ms, kind, level, is_drill, thing_kind, thing_id, author, and
// whatever {names} the texts want; also place, lon_deg, lat_deg, about where there are any. It may use :after (where
// the last reading ended, less `overlap`), :from (when the journal began) and :now.
struct JournalSource {
  std::string id;
  std::vector<std::string> needs;  // tables; a workspace without them is passed over
  std::int64_t overlap = 0;        // in units of position: how late a record may come
  std::string sql;
  TwoTexts text;
};

// Fails with kDamagedFile naming `name` and what is wrong.
Result<JournalSource> readJournalSource(std::string_view name, std::string_view json);
Result<std::vector<JournalSource>> builtInJournalSources();

// "{name} {level_m} m" with the values in place of the braces; unknown names become nothing.
std::string filled(std::string_view text, const std::vector<std::pair<std::string, std::string>>& values);

struct CollectReport {
  int added = 0;
  std::vector<Error> troubles;  // of sources that could not be read; the others were
};

// Reads what is new in the program's other logs and in the workspace's copies into the journal, whoever did it: another
// window, the command line, a laptop that was brought back. The same record never twice. What happened before the
// journal's first day (the first call in a workspace) is not read. `wall` is the time of the world, which in a made
// city is another than the journal's. Fails as the store does; a source that fails is told and does not stop the
// others.
class JournalCollector {
 public:
  JournalCollector(JournalStore& journal, const gis::Clock& wall, std::vector<JournalSource> sources)
      : m_journal(&journal), m_wall(&wall), m_sources(std::move(sources)) {}
  static Result<JournalCollector> open(JournalStore& journal, const gis::Clock& wall);
  // From when on records are read; set once.
  Result<void> beginAt(std::int64_t from_utc_ms);
  Result<CollectReport> collect(const std::filesystem::path& workspace_folder);

 private:
  struct Found;
  struct Batch;
  Result<std::int64_t> position(const std::string& source) const;
  Result<std::int64_t> begin();
  Result<Found> readSource(const JournalSource& source, std::int64_t from_utc_ms) const;
  Result<Found> readCopies(const std::filesystem::path& workspace_folder, std::int64_t from_utc_ms) const;
  Result<int> keep(const Batch& batch);

  JournalStore* m_journal;
  const gis::Clock* m_wall;
  std::vector<JournalSource> m_sources;
};

}  // namespace gis::journal
