// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <nlohmann/json.hpp>

#include "app/cli/command_context.h"
#include "gis/journal/journal_state.h"

namespace app {

// Entries, deadlines and shifts as JSON; moments as UTC texts.
nlohmann::ordered_json entryJson(const gis::journal::Entry& entry);
nlohmann::ordered_json clockJson(const gis::journal::ClockState& clock, std::int64_t now_utc_ms);
nlohmann::ordered_json watchJson(const gis::journal::Watch& watch);

// As CommandContext::fail, with the journal's own sentence where it has one.
int failJournal(const CommandContext& context, const gis::Error& error);

}  // namespace app
