// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <string>

#include "gis/keep/backup_store.h"

namespace gis {

// What is written beside a copy (workspace-….json): when and why it was made, and every table with rows and digest.
struct BackupNote {
  std::int64_t at_utc_ms = 0;
  BackupReason reason = BackupReason::kByHand;
  int schema_version = 0;
  TableDigests tables;
};
std::filesystem::path noteFile(const std::filesystem::path& backup);
std::string noteText(const BackupNote& note);
// None when there is no note, or one that cannot be understood.
std::optional<BackupNote> readNote(const std::filesystem::path& backup);

// "workspace-20261124T024500Z-hourly.gpkg"; the number tells copies of one second apart.
std::string backupFileName(std::int64_t at_utc_ms, BackupReason reason, int number = 1);
// Reads such a name, and that of a copy made before a migration ("workspace-schema-9-20261124T024500Z.gpkg").
std::optional<BackupTime> timeOfFileName(const std::string& name);

}  // namespace gis
