// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>

#include "gis/journal/entry.h"

namespace gis::journal {

// Writes one entry into a workspace's journal, for a room that has no database open: opens it, appends at the
// workspace's present, closes it. For a job. Fails as Workspace::open does, when it may only be read with its reason,
// and as JournalStore::append does; what the room did itself should not fail with it.
Result<Entry> noteInJournal(const std::filesystem::path& workspace_folder, const EntryDraft& draft);

}  // namespace gis::journal
