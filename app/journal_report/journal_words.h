// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <optional>
#include <vector>

#include "gis/journal/journal_store.h"

namespace app {

// The duty journal in words of the program's language. Any thread that may translate.

// The text of the language that is shown; the other where there is only that.
QString journalText(const gis::journal::TwoTexts& texts);
QString kindText(const std::vector<gis::journal::KindName>& kinds, const std::string& kind);
// "red", "grade 2"; empty for none.
QString journalLevelText(const std::string& level);
// "李主任 · 王岚、赵明"
QString watchText(const gis::journal::Watch& watch);
// "12 min left", "3 h 05 min overdue", "no time set".
QString remainingText(const gis::journal::ClockState& clock, std::int64_t now_utc_ms);
QString clockStandText(const gis::journal::ClockState& clock);
// A sentence about what went wrong, with what is missing by name.
QString journalTrouble(const gis::Error& error);
// The panel of the room that an entry's thing belongs to; empty: it has none.
QString roomOfThing(const std::string& thing_kind);

// "2026-05-01" (its beginning, or its end), "2026-05-01 08:30" in Beijing time, or ISO 8601 with a zone.
enum class DayEdge { kBeginning, kEnd };
gis::Result<std::int64_t> journalMoment(const std::string& typed, DayEdge edge);

}  // namespace app
