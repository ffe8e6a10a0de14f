// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/journal/attachment.h"
#include "gis/journal/collector.h"
#include "gis/journal/typed_place.h"
#include "gis/store/workspace.h"

namespace app {

// What the panel shows of a journal: read at once, then only looked at. Immutable; any thread.
struct JournalView {
  bool is_there = false;  // the workspace has the table
  bool may_write = false;
  std::int64_t now_utc_ms = 0;  // of the workspace: in a made city that of its making
  bool more = false;            // there are older entries than those listed
  std::vector<gis::journal::KindName> kinds;
  std::vector<gis::journal::Entry> entries;  // newest first
  gis::journal::JournalState state;
  std::vector<std::string> persons;  // names of the census, for typing
  std::vector<gis::Error> troubles;  // of other rooms' logs that could not be read
};
using JournalViewPtr = std::shared_ptr<const JournalView>;

// Which entries are wanted. `hours` 0: all; `shift_only`: since the shift on duty began.
struct JournalWish {
  gis::journal::JournalQuery query;
  bool shift_only = false;
  int hours = 0;
};

inline constexpr std::size_t kEntriesListed = 300;

// Where a journal lies and how long the window has been open: in a made city the journal's time runs on from there.
struct JournalPlace {
  std::filesystem::path folder;
  std::int64_t open_for_ms = 0;
};

// Reads what the other rooms' logs have that is new into the journal (unless it may not be written or a moment of the
// past is asked for), then the view. For a job. Fails as the workspace and the store do, and with kCancelled.
gis::Result<JournalViewPtr> readJournal(const JournalPlace& place, const JournalWish& wish,
                                        const gis::CancelToken& cancel);

// What a step of writing gets.
struct OpenJournal {
  const gis::Workspace& workspace;
  gis::journal::JournalStore& store;
};
using JournalStep = std::function<gis::Result<gis::journal::Entry>(const OpenJournal&)>;
// Opens the workspace for writing, takes the step, closes it. For a job.
gis::Result<gis::journal::Entry> writeJournal(const JournalPlace& place, const JournalStep& step);

}  // namespace app
