// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gis {

// The four national colours of warnings, gravest first: 红 Ⅰ级/特别严重, 橙 Ⅱ级/严重, 黄 Ⅲ级/较重, 蓝 Ⅳ级/一般.
enum class WarningColour { kRed, kOrange, kYellow, kBlue };

// "red", "orange", "yellow", "blue".
std::string_view colourName(WarningColour colour);
std::optional<WarningColour> colourNamed(std::string_view name);

// One type of warning (预警类型), resources/callout/event_codes.json.
struct EventType {
  std::string code;  // 国家应急平台 11B03
  std::string name_zh, name_en;
  std::string hazard;  // whose room it concerns: "flood", "geology", "fire", "seismic", "weather"
  std::vector<std::string> words;
  std::string map_code, feed_code;
  char confidence = 'U';  // S, F, U: how sure the code is
};
const std::vector<EventType>& eventTypes();
const EventType* eventTypeOf(std::string_view code);

// What a title says: "长治市气象台发布暴雨红色预警信号".
struct TitleWords {
  const EventType* type = nullptr;
  std::optional<WarningColour> colour;
  bool cancels = false;    // 解除, 撤销
  bool continues = false;  // 继续发布, 更新, 升级, 降级, 变更
};
// The longest word wins: 雷雨大风 is no 大风. Never fails; what is not said stays empty.
TitleWords readTitle(std::string_view title);

// Codes that weather feeds use for type and colour at once: "11B2002" (type + 01 blue .. 04 red), "p0002003" (map
// service: type + 1 red .. 4 blue), "0902" (feed: type + 01 blue .. 04 red). Nothing when it is none of these.
std::optional<TitleWords> readFeedCode(std::string_view code);

}  // namespace gis
