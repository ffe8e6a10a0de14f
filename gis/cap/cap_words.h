// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace gis {

// The enumerations of CAP 1.2 section 3.2, each in the order of its enum in cap_message.h.
inline constexpr std::array<std::string_view, 5> kCapStatusWords = {"Actual", "Exercise", "System", "Test", "Draft"};
inline constexpr std::array<std::string_view, 5> kCapMsgTypeWords = {"Alert", "Update", "Cancel", "Ack", "Error"};
inline constexpr std::array<std::string_view, 3> kCapScopeWords = {"Public", "Restricted", "Private"};
inline constexpr std::array<std::string_view, 5> kCapUrgencyWords = {"Immediate", "Expected", "Future", "Past",
                                                                     "Unknown"};
inline constexpr std::array<std::string_view, 5> kCapSeverityWords = {"Extreme", "Severe", "Moderate", "Minor",
                                                                      "Unknown"};
inline constexpr std::array<std::string_view, 5> kCapCertaintyWords = {"Observed", "Likely", "Possible", "Unlikely",
                                                                       "Unknown"};
inline constexpr std::array<std::string_view, 12> kCapCategoryWords = {
    "Geo", "Met", "Safety", "Security", "Rescue", "Fire", "Health", "Env", "Transport", "Infra", "CBRNE", "Other"};

// The enum value of a word, whatever its case: senders differ.
template <class Enum, std::size_t kCount>
std::optional<Enum> capEnum(const std::array<std::string_view, kCount>& words, std::string_view word) {
  for (std::size_t i = 0; i < kCount; ++i) {
    if (words[i].size() != word.size()) continue;
    bool same = true;
    for (std::size_t k = 0; k < word.size(); ++k) {
      const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
      same = same && lower(words[i][k]) == lower(word[k]);
    }
    if (same) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace gis
