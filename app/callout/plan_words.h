// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <optional>
#include <string>

#include "gis/callout/callout_plan.h"

namespace app {

// The plan's ids and short words as an officer reads and types them; an id that the program does not know stays.

// "flood" or an event code.
QString hazardText(const std::string& hazard, bool zh);
// Hazards and colours of a rule; rules have no other name.
QString ruleText(const gis::PlanRule& rule, bool zh);
QString ladderText(const std::string& id);
QString planTextName(const std::string& id);
// "voice", one word each; channels are typed separated by blanks.
QString channelWord(gis::Channel channel);
std::optional<gis::Channel> channelOfWord(const QString& word);
QString orderWord(gis::ChannelOrder order);
std::optional<gis::ChannelOrder> orderOfWord(const QString& word);

}  // namespace app
