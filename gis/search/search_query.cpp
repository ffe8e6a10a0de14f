// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/search/search_query.h"

#include <algorithm>
#include <vector>

#include "gis/hanzi/folded_text.h"
#include "gis/search/spoken_name.h"

namespace gis {
namespace {

constexpr std::size_t kMostParts = 8;
constexpr std::size_t kMostBytes = 200;  // more is no name

std::vector<std::string> partsOf(std::string_view typed) {
  std::vector<std::string> parts;
  std::string part;
  for (const char c : foldedText(typed.substr(0, kMostBytes)) + ' ') {
    const auto byte = static_cast<unsigned char>(c);
    const bool word = byte >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (word) {
      part += c;
    } else if (!part.empty()) {
      parts.push_back(std::move(part));
      part.clear();
    }
  }
  if (parts.size() > kMostParts) parts.resize(kMostParts);
  return parts;
}

bool isLatin(const std::string& part) {
  return std::ranges::all_of(part, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The last Latin word may go on: "qy" finds "qyx". A Chinese character is whole.
std::string phrase(const std::string& part) {
  const bool open = static_cast<unsigned char>(part.back()) < 0x80;
  return '"' + spacedText(part) + '"' + (open ? " *" : "");
}

std::string columns(const std::string& part) {
  return isLatin(part) ? "{name code pinyin initials note}" : "{name note}";
}

}  // namespace

SearchQuery searchQuery(std::string_view typed) {
  const auto parts = partsOf(typed);
  SearchQuery query;
  for (const std::string& part : parts) {
    const std::string where = columns(part) + " : " + phrase(part);
    query.anywhere += (query.anywhere.empty() ? "(" : " AND (") + where + ")";
  }
  if (parts.empty()) return query;
  const std::string begins = isLatin(parts[0]) ? "{name code pinyin initials}" : "{name}";
  query.beginning = "(" + begins + " : ^ " + phrase(parts[0]) + ")";
  for (std::size_t i = 1; i < parts.size(); ++i)
    query.beginning += " AND (" + columns(parts[i]) + " : " + phrase(parts[i]) + ")";
  return query;
}

}  // namespace gis
