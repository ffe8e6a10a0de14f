// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cap/cap_message.h"

#include "gis/cap/cap_words.h"

namespace gis {

namespace {
template <std::size_t kCount, class Enum>
std::string_view word(const std::array<std::string_view, kCount>& words, Enum value) {
  return words[static_cast<std::size_t>(value)];
}
}  // namespace

std::string_view capWord(CapStatus status) { return word(kCapStatusWords, status); }
std::string_view capWord(CapMsgType type) { return word(kCapMsgTypeWords, type); }
std::string_view capWord(CapScope scope) { return word(kCapScopeWords, scope); }
std::string_view capWord(CapUrgency urgency) { return word(kCapUrgencyWords, urgency); }
std::string_view capWord(CapSeverity severity) { return word(kCapSeverityWords, severity); }
std::string_view capWord(CapCertainty certainty) { return word(kCapCertaintyWords, certainty); }

std::string_view capWord(CapProfile profile) {
  constexpr std::array<std::string_view, 4> kNames = {"CAP 1.0", "CAP 1.1", "CAP 1.2", "12379"};
  return word(kNames, profile);
}

}  // namespace gis
