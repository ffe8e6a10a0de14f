// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis::weather {

// Colours of warning signals 预警信号; the value is the code in code_warning_colour.
enum class WarningColour { kRed = 1, kOrange = 2, kYellow = 3, kBlue = 4 };
enum class WarningMessage { kAlert, kUpdate, kCancel };

// One message about a warning, as CAP 1.2 and the national platform (12379) have it. Times in UTC milliseconds.
struct WarningRecord {
  std::string identifier;        // unique; no blanks, commas, < or &
  std::string first_identifier;  // the event's first message; its own identifier for that one
  std::string sender;            // 14-digit code or any name without blanks
  std::string sender_name;       // 长治市气象台
  std::string status = "Actual";
  WarningMessage message = WarningMessage::kAlert;
  std::string type_code;  // 11B03 ...
  WarningColour colour = WarningColour::kBlue;
  std::int64_t issued_utc_ms = 0, effective_utc_ms = 0;
  std::optional<std::int64_t> expires_utc_ms;
  std::string headline, description, instruction;
  std::vector<std::string> area_codes;        // division codes
  std::vector<std::vector<LonLat>> polygons;  // closed rings; empty: the districts alone
  std::string author;                         // who typed it in, or where it came from
  std::int64_t entered_utc_ms = 0;
};

// What one event is now: its latest message and what that means at a moment.
enum class WarningState { kActive, kUpdated, kCancelled, kExpired, kPending };
struct WarningEvent {
  WarningRecord latest;
  WarningState state = WarningState::kActive;
  std::vector<WarningRecord> messages;  // oldest first
  bool inForce() const { return state == WarningState::kActive || state == WarningState::kUpdated; }
  // Until it expires; nothing without an end or when it is not in force.
  std::optional<std::int64_t> leftMs(std::int64_t now_utc_ms) const;
};

// Groups messages into events: in force first (red before blue, soonest to expire first), then pending, cancelled and
// expired ones by falling time of issue. A message that refers to an event that is not there stands for it. Of several
// messages of an event the one issued last counts, of equal times the one entered last.
std::vector<WarningEvent> warningEvents(std::vector<WarningRecord> messages, std::int64_t now_utc_ms);

// The worst colour in force in each division named, for the map.
struct WarnedArea {
  std::string division_code;
  WarningColour colour;
  std::vector<std::string> type_codes;  // worst first
};
std::vector<WarnedArea> warnedAreas(const std::vector<WarningEvent>& events);

// Nothing when the record can be kept; else what is wrong with it, by field name: "expires", "headline", "areas" ...
std::vector<std::string> wrongFields(const WarningRecord& record);

// ZZZZZZ DDD UUU XX _ YYYYMMDDhhmmss _ N: the platform's identifier of 31 characters for a city code of six digits;
// DDD 416 is meteorology (GB/T 4657). `serial` 0..9. Beijing time. Source: GB/T 34283-2017 as the platform uses it.
std::string platformIdentifier(std::string_view city_code, std::int64_t at_utc_ms, int serial);

// A text to begin with: what the 2007 national criteria and guidance say for a type and colour, with {area} and {unit}
// to be filled in. Data, resources/weather/templates.json.
struct WarningTemplate {
  std::string type_code;
  WarningColour colour;
  std::string criteria_zh, criteria_en, instruction_zh, instruction_en;
  int valid_h = 12;
};
Result<std::vector<WarningTemplate>> warningTemplates();
const WarningTemplate* templateFor(const std::vector<WarningTemplate>& all, std::string_view type_code,
                                   WarningColour colour);

const char* messageName(WarningMessage message);  // "Alert", "Update", "Cancel"
std::optional<WarningMessage> messageFrom(std::string_view name);
const char* stateName(WarningState state);  // "active" ...

}  // namespace gis::weather
