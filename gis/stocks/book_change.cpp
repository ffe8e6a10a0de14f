// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/book_change.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "gis/core/chained_hash.h"
#include "gis/stocks/calendar_day.h"

namespace gis::stocks {

bool sameContent(const BookChange& one, const BookChange& other) {
  return nlohmann::json::parse(one.content, nullptr, false) == nlohmann::json::parse(other.content, nullptr, false);
}

std::string joinedIds(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : " ") + id;
  return text;
}

std::vector<std::string> idsApart(const std::string& text) {
  std::vector<std::string> ids;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    ids.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return ids;
}

std::string changeId(const std::vector<std::string>& about, const BookChange& change) {
  ChainedHash hash(about.empty() ? std::string() : about.front());
  for (std::size_t i = 1; i < about.size(); ++i) hash.add(about[i]);
  for (const std::string& text :
       {joinedIds(change.upon), change.content, std::to_string(change.changed_utc_ms), change.author})
    hash.add(text);
  return hash.hex();
}

std::string whoAndWhen(const BookChange& change) {
  return fmt::format("{} on {}", change.author.empty() ? "-" : change.author,
                     change.changed_utc_ms == 0 ? "-" : dayOf(change.changed_utc_ms));
}

}  // namespace gis::stocks
