// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cap/event_types.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "eventCodeFiles.h"

namespace gis {
namespace {

constexpr std::array<std::string_view, 4> kColourNames = {"red", "orange", "yellow", "blue"};
constexpr std::array<std::string_view, 4> kColourWords = {"红色", "橙色", "黄色", "蓝色"};

std::vector<EventType> readTypes() {
  std::vector<EventType> types;
  for (const EmbeddedFile& file : eventCodeFiles()) {
    // The file is ours and compiled in; a test reads it.
    const auto json = nlohmann::json::parse(file.text(), nullptr, false);
    if (json.is_discarded()) continue;
    for (const auto& row : json.at("types"))
      types.push_back({row.at("code"), row.at("name_zh"), row.at("name_en"), row.at("hazard"),
                       row.at("words").get<std::vector<std::string>>(), row.at("map"), row.at("feed"),
                       row.at("confidence").get<std::string>()[0]});
  }
  return types;
}

const EventType* typeWhere(const std::function<bool(const EventType&)>& is) {
  const auto& types = eventTypes();
  const auto found = std::ranges::find_if(types, is);
  return found == types.end() ? nullptr : &*found;
}

bool allDigits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::string_view colourName(WarningColour colour) { return kColourNames[static_cast<std::size_t>(colour)]; }

std::optional<WarningColour> colourNamed(std::string_view name) {
  const auto found = std::ranges::find(kColourNames, name);
  if (found == kColourNames.end()) return std::nullopt;
  return static_cast<WarningColour>(std::distance(kColourNames.begin(), found));
}

const std::vector<EventType>& eventTypes() {
  static const std::vector<EventType> types = readTypes();
  return types;
}

const EventType* eventTypeOf(std::string_view code) {
  return typeWhere([&](const EventType& type) { return type.code == code; });
}

TitleWords readTitle(std::string_view title) {
  TitleWords found;
  std::size_t longest = 0;
  for (const EventType& type : eventTypes())
    for (const std::string& word : type.words)
      if (word.size() > longest && title.find(word) != std::string_view::npos) {
        longest = word.size();
        found.type = &type;
      }
  // The colour that is issued is the last one named: "由橙色升级为红色".
  std::size_t last = 0;
  for (std::size_t i = 0; i < kColourWords.size(); ++i)
    if (const std::size_t at = title.rfind(kColourWords[i]);
        at != std::string_view::npos && (!found.colour || at > last)) {
      last = at;
      found.colour = static_cast<WarningColour>(i);
    }
  const auto says = [&](std::string_view word) { return title.find(word) != std::string_view::npos; };
  found.cancels = says("解除") || says("撤销") || says("取消");
  found.continues =
      !found.cancels && (says("继续发布") || says("更新") || says("升级") || says("降级") || says("变更"));
  return found;
}

std::optional<TitleWords> readFeedCode(std::string_view code) {
  constexpr std::size_t kPlatform = 7, kMap = 8, kFeed = 4;
  TitleWords found;
  if (code.size() == kPlatform && code.starts_with("11") && code[5] == '0' && code[6] >= '1' && code[6] <= '4') {
    found.type = eventTypeOf(code.substr(0, 5));
    found.colour = static_cast<WarningColour>('4' - code[6]);
  } else if (code.size() == kMap && code[0] == 'p' && allDigits(code.substr(1)) && code[7] >= '1' && code[7] <= '4') {
    found.type = typeWhere([&](const EventType& type) { return type.map_code == code.substr(1, 4); });
    found.colour = static_cast<WarningColour>(code[7] - '1');
  } else if (code.size() == kFeed && allDigits(code) && code[2] == '0' && code[3] >= '1' && code[3] <= '4') {
    found.type = typeWhere([&](const EventType& type) { return type.feed_code == code.substr(0, 2); });
    found.colour = static_cast<WarningColour>('4' - code[3]);
  }
  if (!found.type) return std::nullopt;
  return found;
}

}  // namespace gis
