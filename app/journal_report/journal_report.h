// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/report/report.h"
#include "gis/journal/journal_store.h"

namespace app {

// A shift or a day of the journal, read at once. Values; any thread.
struct JournalExtract {
  std::vector<gis::journal::Entry> entries;
  std::vector<gis::journal::KindName> kinds;
  gis::journal::JournalState state;
  gis::journal::JournalCheck check;
  std::int64_t from_utc_ms = 0, until_utc_ms = 0, now_utc_ms = 0;
};

// Fails as the store does.
gis::Result<JournalExtract> extractJournal(const gis::journal::JournalStore& journal,
                                           const gis::journal::JournalQuery& query);

// The extract as a document (值班日志): who was on duty, hand-overs with signatures, deadlines and how they were met,
// all entries with their corrections, and the hash that proves the journal until then. `is_demo`: every page says so;
// a journal of a drill says so, too. Any thread that may translate.
Report journalReport(const JournalExtract& extract, const QString& city, bool is_demo, bool is_drill);

}  // namespace app
