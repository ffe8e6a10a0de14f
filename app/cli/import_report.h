// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/cli/command_context.h"
#include "gis/import/import_draft.h"
#include "gis/import/import_run.h"

namespace app {

nlohmann::ordered_json draftJson(const gis::ImportDraft& draft);
nlohmann::ordered_json outcomeJson(const gis::ImportOutcome& outcome);
// What was guessed and why, as lines of text.
void printDraft(const gis::ImportDraft& draft, const CommandContext& context);
void printOutcome(const gis::ImportOutcome& outcome, const CommandContext& context);

// The rejected rows as CSV (UTF-8 with a byte order mark, so that spreadsheets show Chinese): row, column, value,
// reason, code. Fails with kPermissionDenied, kDiskFull.
gis::Result<void> writeRejected(const gis::ImportOutcome& outcome, const std::filesystem::path& file);

}  // namespace app
