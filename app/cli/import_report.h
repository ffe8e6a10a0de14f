// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
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

}  // namespace app
