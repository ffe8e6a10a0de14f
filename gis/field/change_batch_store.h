// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis {

// Steps and their changes as an SQLite changeset (the session extension's format), the payload of a change package.
// It holds nothing but new rows of edit_step and edit_change. One thread, one connection each.
struct ChangeBatch {
  std::vector<std::byte> changeset;
  int steps = 0;
  int changes = 0;
  std::int64_t first_utc_ms = 0;
  std::int64_t last_utc_ms = 0;
};

// The steps that arrived here after `after_arrival`. Rows that came in bulk are written out as changes of their own.
Result<ChangeBatch> changesSince(const Database& db, std::int64_t after_arrival);

// What applyChanges() found new.
struct NewChanges {
  int steps = 0;  // in the batch
  int new_steps = 0;
  int new_changes = 0;
  std::set<std::pair<std::string, std::string>> rows;  // table, uuid
};

// Adds what is not yet in the log; the same batch again adds nothing. Runs inside the caller's transaction and changes
// no other table. Fails with kDamagedFile for a changeset that is broken or holds anything else.
Result<NewChanges> applyChanges(const Database& db, std::span<const std::byte> changeset);

}  // namespace gis
