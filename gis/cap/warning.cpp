// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cap/warning.h"

#include <algorithm>

#include "gis/cap/cap_writer.h"

namespace gis {
namespace {

constexpr std::size_t kMostVertices = 100;
constexpr std::size_t kFewestDigits = 6, kMostDigits = 14;

const CapInfo* infoFor(const CapMessage& message) {
  const auto chinese = std::ranges::find_if(message.infos, [](const CapInfo& info) {
    return info.language.starts_with("zh") || info.language.starts_with("ZH");
  });
  if (chinese != message.infos.end()) return &*chinese;
  return message.infos.empty() ? nullptr : &message.infos.front();
}

std::string_view valueOf(const std::vector<CapPair>& pairs, std::string_view name) {
  const auto found = std::ranges::find(pairs, name, &CapPair::first);
  return found == pairs.end() ? std::string_view() : std::string_view(found->second);
}

std::optional<WarningColour> colourOf(const CapInfo& info, const TitleWords& title) {
  std::string named(valueOf(info.parameters, "ColorCN"));
  if (named.empty()) named = valueOf(info.parameters, "severity");  // of the Chinese platform
  std::ranges::transform(named, named.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (const auto colour = colourNamed(named)) return colour;
  if (title.colour) return title.colour;
  switch (info.severity) {
    case CapSeverity::kExtreme:
      return WarningColour::kRed;
    case CapSeverity::kSevere:
      return WarningColour::kOrange;
    case CapSeverity::kModerate:
      return WarningColour::kYellow;
    case CapSeverity::kMinor:
      return WarningColour::kBlue;
    case CapSeverity::kUnknown:
      break;
  }
  return std::nullopt;
}

bool isDivisionCode(std::string_view code) {
  return code.size() >= kFewestDigits && code.size() <= kMostDigits &&
         std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; });
}

CapSeverity severityOf(const std::optional<WarningColour>& colour) {
  return colour ? static_cast<CapSeverity>(static_cast<int>(*colour)) : CapSeverity::kUnknown;
}

}  // namespace

Warning12379 warningOf(const CapMessage& message) {
  Warning12379 warning;
  warning.identifier = message.identifier;
  warning.sender = message.sender;
  warning.sent_utc_ms = message.sent_utc_ms;
  warning.status = message.status;
  warning.msg_type = message.msg_type;
  warning.references = message.references;
  const CapInfo* info = infoFor(message);
  if (!info) return warning;
  const TitleWords title = readTitle(info->headline.empty() ? info->event : info->headline);
  warning.sender_name = info->sender_name;
  warning.effective_utc_ms = info->effective_utc_ms.value_or(message.sent_utc_ms);
  warning.expires_utc_ms = info->expires_utc_ms.value_or(0);
  warning.event_code = valueOf(info->event_codes, "CN-12379");
  if (warning.event_code.empty())
    for (const CapPair& code : info->event_codes)
      if (eventTypeOf(code.second)) warning.event_code = code.second;
  const EventType* type = eventTypeOf(warning.event_code);
  if (!type) type = title.type;
  if (warning.event_code.empty() && type) warning.event_code = type->code;
  warning.event = !info->event.empty() ? info->event : type ? type->name_zh : std::string();
  warning.colour = colourOf(*info, title);
  warning.headline = info->headline;
  warning.description = info->description;
  warning.instruction = info->instruction;
  for (const CapArea& area : info->areas) {
    warning.polygons.insert(warning.polygons.end(), area.polygons.begin(), area.polygons.end());
    warning.circles.insert(warning.circles.end(), area.circles.begin(), area.circles.end());
    for (const CapPair& code : area.geocodes)
      if (isDivisionCode(code.second)) warning.division_codes.push_back(code.second.substr(0, 12));
  }
  return warning;
}

CapMessage capOf(const Warning12379& warning) {
  CapMessage message;
  message.identifier = warning.identifier;
  message.sender = warning.sender;
  message.sent_utc_ms = warning.sent_utc_ms;
  message.status = warning.status;
  message.msg_type = warning.msg_type;
  message.references = warning.references;
  CapInfo info;
  info.language = "zh-CN";
  const EventType* type = eventTypeOf(warning.event_code);
  info.categories = {type && type->hazard == "geology"   ? "Geo"
                     : type && type->hazard == "seismic" ? "Geo"
                     : type && type->hazard == "fire"    ? "Fire"
                                                         : "Met"};
  info.event = !warning.event.empty() ? warning.event : type ? type->name_zh : std::string("预警");
  info.severity = severityOf(warning.colour);
  if (!warning.event_code.empty()) info.event_codes.emplace_back("CN-12379", warning.event_code);
  if (warning.colour) info.parameters.emplace_back("ColorCN", colourName(*warning.colour));
  if (warning.effective_utc_ms) info.effective_utc_ms = warning.effective_utc_ms;
  if (warning.expires_utc_ms) info.expires_utc_ms = warning.expires_utc_ms;
  info.sender_name = warning.sender_name;
  info.headline = warning.headline;
  info.description = warning.description;
  info.instruction = warning.instruction;
  CapArea area;
  area.description = warning.headline.empty() ? info.event : warning.headline;
  for (const auto& ring : warning.polygons) area.polygons.push_back(thinnedRing(ring, kMostVertices));
  area.circles = warning.circles;
  for (const std::string& code : warning.division_codes) area.geocodes.emplace_back("adcode", code);
  info.areas.push_back(std::move(area));
  message.infos.push_back(std::move(info));
  return message;
}

}  // namespace gis
