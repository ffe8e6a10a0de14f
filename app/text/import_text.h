// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <filesystem>

#include "gis/import/import_draft.h"
#include "gis/import/import_run.h"

namespace app {

// "Row 17: 完小 is no code of kind." Rows without a number are rows of the workspace.
QString rejectSentence(const gis::RejectedRow& row);
// The reason alone, for the column of a table.
QString rejectReason(gis::RejectReason reason);

// The question as it is put to a person, with what was found out.
QString questionSentence(const gis::ImportQuestion& question);

// Why something was guessed: "the file says so".
QString guessReason(gis::GuessReason reason);

// "new 12, changed 3, ..."
QString countsSentence(const gis::ImportCounts& counts);

// The rejected rows as CSV (UTF-8 with a byte order mark, so that spreadsheets show Chinese): row, column, value,
// reason, code. Fails with kPermissionDenied, kDiskFull.
gis::Result<void> writeRejected(const gis::ImportOutcome& outcome, const std::filesystem::path& file);

}  // namespace app
