// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QString>

#include "app/callout/callout_view.h"
#include "gis/channels/line_state.h"

namespace app {

// What happened, in words: "confirmed by telephone", "the deputy is asked".
QString eventText(const LogLine& line, const CalloutFacts& facts);
// The script for somebody who stands in for the post-holder whom it names.
QString standInScript(const QString& name, const QString& script);
// Where a person stands, in words.
QString standText(const PersonNow& now);
// "4:35" or "1:02:07"; "-0:12" when it is over.
QString clockText(std::int64_t left_ms);
// The whole line's beginning: place, post, name.
QString personText(const PersonFacts& person);
// The text of an outcome or reason that channels give: "no answer", "busy".
QString reasonText(const QString& reason);
// "nothing was sent for 300 s"; empty: nothing is wrong.
QString lineTroubleText(const gis::LineTrouble& trouble);
// The national colours of warning signals, for warnings alone.
QColor warningSignColour(gis::WarningColour colour);
// "Red rainstorm warning".
QString warningName(const std::string& event_code, std::optional<gis::WarningColour> colour, bool zh);
// Roman level of the response that a colour starts: Ⅰ for red.
QString levelText(gis::WarningColour colour);

}  // namespace app
