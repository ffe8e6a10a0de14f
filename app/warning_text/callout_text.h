// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <QStringList>

#include "gis/callout/callout_types.h"
#include "gis/callout/roster.h"
#include "gis/callout/simulate.h"
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
// "4 min 35 s", "5 min"; "-" for a time that never came.
QString durationText(std::int64_t duration_ms);
// The same of a forecast: "not reached" for a time that does not come.
QString expectedText(std::int64_t duration_ms);
// A forecast as a sentence: when half and 95 % have confirmed, or that they do not within `most_ms`.
QString forecastText(const gis::CourseForecast& course, std::int64_t most_ms);
// The time line of a forecast, a line of text each: how many have confirmed by when, and when others come in.
QStringList timeLineTexts(const gis::CourseForecast& course);
// A moment in Beijing time, whatever zone the machine is set to: what is read out must not depend on it.
QString beijingText(std::int64_t utc_ms, const QString& format);
// "07-26 02:35", with the year when it is not the present one; "-" for none.
QString momentText(std::int64_t utc_ms, std::int64_t now_utc_ms);
// "first issue", "update", "cancellation".
QString messageKindText(gis::CapMsgType kind);

}  // namespace app
