// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/journal/journal_note.h"

#include "gis/journal/journal_store.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"

namespace gis::journal {

Result<Entry> noteInJournal(const std::filesystem::path& workspace_folder, const EntryDraft& draft) {
  const auto workspace = Workspace::open(workspace_folder, OpenMode::kReadWrite);
  if (!workspace) return std::unexpected(workspace.error());
  if (workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
  const auto system = std::make_shared<SystemClock>();
  const FixedClock clock(presentUtcMs(workspace->db(), *system));
  UuidSource uuids(system);
  auto store = JournalStore::open(workspace->db(), clock, uuids);
  if (!store) return std::unexpected(store.error());
  return store->append(draft);
}

}  // namespace gis::journal
