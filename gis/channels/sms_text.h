// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

#include "gis/callout/callout_engine.h"

namespace gis {

// How many messages a text takes in UCS-2: 70 characters in one, 67 in each of several (3GPP TS 23.038, 23.040: the
// header that joins them takes six bytes). Characters outside the basic plane count twice. Empty: 0.
int smsParts(std::string_view utf8);

// What an answer means: "1" confirmed, "1 23" confirmed and 23 people moved, "0" cannot serve; "收到" and "确认" at the
// beginning confirm as well. Digits may be full-width, the separator a blank or a comma, "人" may follow. Anything else
// is a note with its words.
Receipt smsReply(std::string_view utf8);

// 11 digits of a mainland mobile number without +86, 0086 or blanks; other numbers as their digits.
std::string bareNumber(std::string_view number);

// UTF-16 with a byte order mark, as gammu-smsd writes, or UTF-8. Never fails: broken characters become U+FFFD.
std::string smsFileText(std::string_view bytes);
std::string utf16File(std::string_view utf8);  // big-endian with its mark

}  // namespace gis
