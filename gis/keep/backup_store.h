// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/clock.h"
#include "gis/core/error.h"
#include "gis/keep/backup_policy.h"
#include "gis/keep/table_digest_store.h"

namespace gis {

// One copy in backups/, with what the note beside it says of it.
struct Backup {
  std::filesystem::path file;
  std::int64_t at_utc_ms = 0;
  BackupReason reason = BackupReason::kByHand;
  int schema_version = 0;
  std::uintmax_t bytes = 0;
  std::int64_t rows = 0;     // of all tables
  int pictures_missing = 0;  // photographs that its rows show and of which nobody has the picture; of a new copy only
};

// The copies of a workspace, newest first. Files of other names are passed over. Any thread.
Result<std::vector<Backup>> listBackups(const std::filesystem::path& workspace_folder);

// Pictures of photographs never change, so one copy of each in backups/photos stands for all copies of the database.
std::filesystem::path pictureCopies(const std::filesystem::path& workspace_folder);

// Copies the database by SQLite's own backup, so that others may read and write meanwhile, writes a note with a digest
// of every table beside it, and removes the copies that are too many. Photographs' pictures get a second name in
// backups/photos (a copy where the file system knows no second names). Nothing when nothing changed since the newest
// copy, unless `reason` is kByHand. A copy gets its name when it is whole and on the disk. Seconds for a city: not for
// the window's thread. Fails as Workspace::open does, and with kDiskFull, kPermissionDenied, kCancelled; then nothing
// is left behind.
Result<std::optional<Backup>> backUpWorkspace(const std::filesystem::path& workspace_folder, BackupReason reason,
                                              const Clock& clock, const CancelToken& cancel = {},
                                              const Progress& progress = {});

// Whether a copy is whole: SQLite's checks, foreign keys, and every table as the note says. `trouble` is empty when all
// is well. Fails when it cannot be read at all. Any thread.
struct BackupCheck {
  std::string trouble;
  std::vector<std::string> tables_that_differ;  // from the note
  bool has_note = false;
  // Photographs' pictures that its rows show: neither beside the database nor in backups/photos, or with other bytes
  // than they had. No trouble of the rows; bringing back the package or the laptop that they came from mends it.
  int pictures = 0;
  std::vector<std::string> pictures_missing;  // sha256
};
Result<BackupCheck> verifyBackup(const std::filesystem::path& file, const CancelToken& cancel = {},
                                 const Progress& progress = {});

// What would change if the copy were restored: tables that differ.
Result<std::vector<TableDifference>> previewRestore(const std::filesystem::path& workspace_folder,
                                                    const std::filesystem::path& backup,
                                                    const CancelToken& cancel = {});

// Puts back what is missing of the photographs that the rows of a database show, from backups/photos; returns how many
// came. Fails with kDiskFull, kPermissionDenied.
Result<int> restorePictures(const std::filesystem::path& workspace_folder);

// Puts a copy in the place of the database after checking it and after a copy of what is there now (returned; none when
// what is there cannot be read: then the damaged file itself is moved aside into backups/). Through SQLite, in one
// transaction: a kill leaves the old state, and other windows see the new one. Then restorePictures(). Fails with
// kDamagedFile (the copy), kFileLocked, kNewerSchema, kDiskFull.
Result<std::filesystem::path> restoreBackup(const std::filesystem::path& workspace_folder,
                                            const std::filesystem::path& backup, const Clock& clock,
                                            const CancelToken& cancel = {}, const Progress& progress = {});

}  // namespace gis
