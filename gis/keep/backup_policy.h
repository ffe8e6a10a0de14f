// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gis {

// Why a copy of the workspace's database was made.
enum class BackupReason { kHourly, kExit, kImport, kMerge, kMigration, kRestore, kByHand };
std::string_view backupReasonName(BackupReason reason);  // "hourly", "exit" ...
std::optional<BackupReason> backupReasonOf(std::string_view name);

struct BackupTime {
  std::int64_t at_utc_ms = 0;
  BackupReason reason = BackupReason::kHourly;
};

// Which copies may go (indexes into `copies`, ascending). Kept are the newest copy of each of the last 24 hours that
// have one, of the last 14 such days and the last 6 such months (UTC); those made before an import, a merge, a
// migration or a restore for 14 days after they were made; and those that somebody made by hand, until somebody removes
// them. Hours without a copy do not count: a laptop that lay in a drawer keeps what it has. A copy from the future (a
// clock that was wrong) is kept. Pure.
std::vector<std::size_t> copiesToRemove(const std::vector<BackupTime>& copies, std::int64_t now_utc_ms);

}  // namespace gis
