// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "gis/core/coords.h"

namespace gis {

// What a file of warnings turned out to be: OASIS Common Alerting Protocol 1.0 to 1.2, or the message of the national
// early-warning platform 国家突发事件预警信息发布系统 (12379; GB/T 35965.1-2018), which looks alike and means other
// things.
enum class CapProfile { kCap10, kCap11, kCap12, kChina12379 };

enum class CapStatus { kActual, kExercise, kSystem, kTest, kDraft };
enum class CapMsgType { kAlert, kUpdate, kCancel, kAck, kError };
enum class CapScope { kPublic, kRestricted, kPrivate };
enum class CapUrgency { kImmediate, kExpected, kFuture, kPast, kUnknown };
enum class CapSeverity { kExtreme, kSevere, kModerate, kMinor, kUnknown };
enum class CapCertainty { kObserved, kLikely, kPossible, kUnlikely, kUnknown };

constexpr double kFootM = 0.3048;

struct CapCircle {
  LonLat centre;
  double radius_m = 0;
};

// valueName and value.
using CapPair = std::pair<std::string, std::string>;

struct CapArea {
  std::string description;
  std::vector<std::vector<LonLat>> polygons;  // closed rings, first = last, WGS 84
  std::vector<CapCircle> circles;
  std::vector<CapPair> geocodes;
  std::optional<double> altitude_m, ceiling_m;  // above mean sea level; CAP writes feet
};

struct CapResource {
  std::string description, mime_type, uri, digest_sha1;
  std::int64_t size_bytes = -1;  // -1: not said
  bool is_embedded = false;      // derefUri: its bytes are not kept
};

struct CapInfo {
  std::string language = "en-US";  // CAP 1.2 section 3.2.2: the default
  std::vector<std::string> categories, response_types;
  std::string event;
  CapUrgency urgency = CapUrgency::kUnknown;
  CapSeverity severity = CapSeverity::kUnknown;
  CapCertainty certainty = CapCertainty::kUnknown;
  std::string audience;
  std::vector<CapPair> event_codes, parameters;
  std::optional<std::int64_t> effective_utc_ms, onset_utc_ms, expires_utc_ms;
  std::string sender_name, headline, description, instruction, web, contact;
  std::vector<CapResource> resources;
  std::vector<CapArea> areas;
};

// One message named by another: "sender,identifier,sent". The Chinese platform names the identifier only.
struct CapReference {
  std::string sender, identifier, sent;
};

// One message as it came. Texts are UTF-8 without leading and trailing blanks; times are UTC.
struct CapMessage {
  CapProfile profile = CapProfile::kCap12;
  std::string identifier, sender;
  std::int64_t sent_utc_ms = 0;
  std::string sent;  // as written: references repeat it
  CapStatus status = CapStatus::kActual;
  CapMsgType msg_type = CapMsgType::kAlert;
  CapScope scope = CapScope::kPublic;
  std::string source, restriction, addresses, note, incidents;
  std::vector<std::string> codes;
  std::vector<CapReference> references;
  std::vector<CapInfo> infos;
};

// The words of the standard: "Actual", "Update", "Severe" ...
std::string_view capWord(CapStatus status);
std::string_view capWord(CapMsgType type);
std::string_view capWord(CapScope scope);
std::string_view capWord(CapUrgency urgency);
std::string_view capWord(CapSeverity severity);
std::string_view capWord(CapCertainty certainty);
std::string_view capWord(CapProfile profile);  // "CAP 1.2", "12379"

}  // namespace gis
