// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "gis/callout/callout_types.h"
#include "gis/callout/roster.h"
#include "gis/cap/cap_reader.h"
#include "gis/cap/warning_store.h"

namespace app {

// Warnings and call-outs in words of the program's language.
QString capProblemText(const gis::CapProblem& problem);
QString colourText(gis::WarningColour colour);
QString arrivalText(gis::WarningArrival arrival);
QString warningStateText(gis::WarningState state);
QString rosterGapText(gis::RosterGapKind kind);
QString channelText(gis::Channel channel);
// "4 min 35 s"; "-" for a time that never came.
QString durationText(std::int64_t duration_ms);

}  // namespace app
