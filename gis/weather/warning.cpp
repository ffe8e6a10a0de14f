// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/weather/warning.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <nlohmann/json.hpp>

#include "warningTemplateFiles.h"

namespace gis::weather {
namespace {

constexpr std::int64_t kBeijingMs = 8 * 3'600'000;

WarningState stateOf(const WarningRecord& latest, std::int64_t now) {
  if (latest.message == WarningMessage::kCancel) return WarningState::kCancelled;
  if (latest.expires_utc_ms && *latest.expires_utc_ms <= now) return WarningState::kExpired;
  if (latest.effective_utc_ms > now) return WarningState::kPending;
  return latest.message == WarningMessage::kUpdate ? WarningState::kUpdated : WarningState::kActive;
}

int rankOf(const WarningEvent& event) { return event.inForce() ? 0 : event.state == WarningState::kPending ? 1 : 2; }

}  // namespace

std::optional<std::int64_t> WarningEvent::leftMs(std::int64_t now_utc_ms) const {
  if (!inForce() || !latest.expires_utc_ms) return std::nullopt;
  return *latest.expires_utc_ms - now_utc_ms;
}

std::vector<WarningEvent> warningEvents(std::vector<WarningRecord> messages, std::int64_t now_utc_ms) {
  std::map<std::string, WarningEvent> by_first;
  std::ranges::stable_sort(messages, [](const WarningRecord& a, const WarningRecord& b) {
    return a.issued_utc_ms != b.issued_utc_ms ? a.issued_utc_ms < b.issued_utc_ms : a.entered_utc_ms < b.entered_utc_ms;
  });
  for (WarningRecord& message : messages) by_first[message.first_identifier].messages.push_back(std::move(message));
  std::vector<WarningEvent> events;
  for (auto& [first, event] : by_first) {
    event.latest = event.messages.back();
    event.state = stateOf(event.latest, now_utc_ms);
    events.push_back(std::move(event));
  }
  std::ranges::sort(events, [](const WarningEvent& a, const WarningEvent& b) {
    if (rankOf(a) != rankOf(b)) return rankOf(a) < rankOf(b);
    if (rankOf(a) == 2) return a.latest.issued_utc_ms > b.latest.issued_utc_ms;
    if (a.latest.colour != b.latest.colour) return a.latest.colour < b.latest.colour;
    return a.latest.expires_utc_ms.value_or(INT64_MAX) < b.latest.expires_utc_ms.value_or(INT64_MAX);
  });
  return events;
}

std::vector<WarnedArea> warnedAreas(const std::vector<WarningEvent>& events) {
  std::map<std::string, WarnedArea> by_code;
  for (const WarningEvent& event : events) {  // worst first
    if (!event.inForce()) continue;
    for (const std::string& code : event.latest.area_codes) {
      WarnedArea& area = by_code.try_emplace(code, WarnedArea{code, event.latest.colour, {}}).first->second;
      area.colour = std::min(area.colour, event.latest.colour);
      if (std::ranges::find(area.type_codes, event.latest.type_code) == area.type_codes.end())
        area.type_codes.push_back(event.latest.type_code);
    }
  }
  std::vector<WarnedArea> areas;
  for (auto& [code, area] : by_code) areas.push_back(std::move(area));
  return areas;
}

std::vector<std::string> wrongFields(const WarningRecord& r) {
  std::vector<std::string> wrong;
  if (r.identifier.empty() || r.identifier.find_first_of(" ,<&") != std::string::npos) wrong.emplace_back("identifier");
  if ((r.message == WarningMessage::kAlert) != (r.first_identifier == r.identifier) || r.first_identifier.empty())
    wrong.emplace_back("references");
  if (r.sender.empty() || r.sender.find_first_of(" ,<&") != std::string::npos) wrong.emplace_back("sender");
  if (r.type_code.empty()) wrong.emplace_back("type");
  if (r.expires_utc_ms && *r.expires_utc_ms <= r.effective_utc_ms) wrong.emplace_back("expires");
  if (r.headline.empty()) wrong.emplace_back("headline");
  if (r.area_codes.empty() && r.polygons.empty()) wrong.emplace_back("areas");
  if (std::ranges::any_of(r.polygons, [](const auto& ring) { return ring.size() < 4 || ring.front() != ring.back(); }))
    wrong.emplace_back("polygon");
  return wrong;
}

std::string platformIdentifier(std::string_view city_code, std::int64_t at_utc_ms, int serial) {
  const auto at = std::chrono::sys_seconds(std::chrono::seconds((at_utc_ms + kBeijingMs) / 1000));
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const std::chrono::year_month_day date(day);
  const std::chrono::hh_mm_ss time(at - day);
  return fmt::format("{:0<6}41600000_{:04}{:02}{:02}{:02}{:02}{:02}_{}", city_code.substr(0, 6),
                     static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), time.hours().count(), time.minutes().count(),
                     time.seconds().count(), serial % 10);
}

Result<std::vector<WarningTemplate>> warningTemplates() {
  std::vector<WarningTemplate> all;
  for (const EmbeddedFile& file : warningTemplateFiles()) {
    try {
      const auto json = nlohmann::json::parse(file.text());
      for (const auto& type : json.at("types")) {
        for (const auto& [colour, text] : type.at("colours").items()) {
          WarningTemplate made;
          made.type_code = type.at("code");
          made.colour = static_cast<WarningColour>(colour == "red"      ? 1
                                                   : colour == "orange" ? 2
                                                   : colour == "yellow" ? 3
                                                                        : 4);
          made.criteria_zh = text.at("zh"), made.criteria_en = text.at("en");
          made.instruction_zh = type.at("instruction").at("zh"), made.instruction_en = type.at("instruction").at("en");
          made.valid_h = text.value("valid_h", 12);
          all.push_back(std::move(made));
        }
      }
    } catch (const nlohmann::json::exception& e) {
      return fail(ErrorCode::kDamagedFile, std::string(file.name), e.what());
    }
  }
  return all;
}

const WarningTemplate* templateFor(const std::vector<WarningTemplate>& all, std::string_view type_code,
                                   WarningColour colour) {
  const auto found = std::ranges::find_if(
      all, [&](const WarningTemplate& t) { return t.type_code == type_code && t.colour == colour; });
  return found == all.end() ? nullptr : &*found;
}

const char* messageName(WarningMessage message) {
  return message == WarningMessage::kAlert ? "Alert" : message == WarningMessage::kUpdate ? "Update" : "Cancel";
}

std::optional<WarningMessage> messageFrom(std::string_view name) {
  for (const auto m : {WarningMessage::kAlert, WarningMessage::kUpdate, WarningMessage::kCancel})
    if (name == messageName(m)) return m;
  return std::nullopt;
}

const char* stateName(WarningState state) {
  constexpr const char* kNames[] = {"active", "updated", "cancelled", "expired", "pending"};
  return kNames[static_cast<std::size_t>(state)];
}

}  // namespace gis::weather
