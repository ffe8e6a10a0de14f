// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "gis/keep/backup_store.h"

namespace app {

// "before an import", for a list.
QString backupReasonText(gis::BackupReason reason);
// "2026-11-24 02:45" in this computer's zone.
QString backupTimeText(std::int64_t at_utc_ms);
// What restoring would do to one table, in a line.
QString differenceText(const gis::TableDifference& difference);
// How many photographs' pictures are there, and what to do for those that are not; empty: its rows show none.
QString pictureText(const gis::BackupCheck& check);

}  // namespace app
