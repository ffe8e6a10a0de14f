// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/weather/warning_store.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "gis/cap/cap_writer.h"
#include "gis/store/guarded.h"

namespace gis::weather {
namespace {

constexpr std::size_t kDivisionDigits = 12;
constexpr std::int64_t kMsPerSecond = 1000;
constexpr int kChinaOffsetMin = 480;
constexpr int kCircleCorners = 48;
constexpr double kMetresPerDegree = 111'195;
constexpr std::string_view kTyped = "typed: ";

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ",") + part;
  return text;
}

// A circle of a message as a ring; good to a part in a thousand, for showing.
std::vector<LonLat> ringOf(const CapCircle& circle) {
  std::vector<LonLat> ring;
  const double lat_rad = circle.centre.lat_deg * std::numbers::pi / 180;
  for (int i = 0; i <= kCircleCorners; ++i) {
    const double turn = 2 * std::numbers::pi * (i % kCircleCorners) / kCircleCorners;
    ring.push_back({circle.centre.lon_deg + circle.radius_m * std::sin(turn) / kMetresPerDegree / std::cos(lat_rad),
                    circle.centre.lat_deg + circle.radius_m * std::cos(turn) / kMetresPerDegree});
  }
  return ring;
}

std::optional<WarningMessage> messageOf(CapMsgType type) {
  switch (type) {
    case CapMsgType::kAlert:
      return WarningMessage::kAlert;
    case CapMsgType::kUpdate:
      return WarningMessage::kUpdate;
    case CapMsgType::kCancel:
      return WarningMessage::kCancel;
    case CapMsgType::kAck:
    case CapMsgType::kError:
      break;
  }
  return std::nullopt;
}

}  // namespace

Result<std::vector<WarningRecord>> SignalStore::all() const {
  const auto stored = gis::WarningStore(m_db).all();
  if (!stored) return std::unexpected(stored.error());
  std::vector<Warning12379> messages;
  for (const StoredWarning& each : *stored) messages.push_back(each.warning);
  std::map<std::pair<std::string, std::string>, std::string> first;  // of sender and identifier
  std::map<std::string, std::optional<gis::WarningColour>> colour;   // a cancellation often names none
  for (const WarningLife& life : lifeLines(messages, 0).lives)
    for (const Warning12379& message : life.messages) {
      first[{message.sender, message.identifier}] = life.id;
      if (message.colour) colour[life.id] = message.colour;
    }
  std::vector<WarningRecord> records;
  for (const StoredWarning& each : *stored) {
    const Warning12379& w = each.warning;
    const auto message = messageOf(w.msg_type);
    if (!message) continue;
    WarningRecord r;
    const auto line = first.find({w.sender, w.identifier});
    r.first_identifier = line != first.end()    ? line->second
                         : w.references.empty() ? w.identifier
                                                : w.references.front().identifier;
    const auto known = w.colour ? w.colour : colour[r.first_identifier];
    if (!known) continue;
    r.identifier = w.identifier;
    r.sender = w.sender, r.sender_name = w.sender_name.empty() ? w.sender : w.sender_name;
    r.status = std::string(capWord(w.status));
    r.message = *message;
    r.type_code = w.event_code;
    r.colour = static_cast<WarningColour>(static_cast<int>(*known) + 1);
    r.issued_utc_ms = w.sent_utc_ms;
    r.effective_utc_ms = w.effective_utc_ms ? w.effective_utc_ms : w.sent_utc_ms;
    if (w.expires_utc_ms) r.expires_utc_ms = w.expires_utc_ms;
    r.headline = w.headline, r.description = w.description, r.instruction = w.instruction;
    for (std::string code : w.division_codes) {
      if (code.size() < kDivisionDigits) code.append(kDivisionDigits - code.size(), '0');
      r.area_codes.push_back(std::move(code));
    }
    r.polygons = w.polygons;
    for (const CapCircle& circle : w.circles) r.polygons.push_back(ringOf(circle));
    r.author = each.source.starts_with(kTyped) ? each.source.substr(kTyped.size()) : each.source;
    r.entered_utc_ms = each.received_utc_ms;
    records.push_back(std::move(r));
  }
  return records;
}

Warning12379 warningFrom(const WarningRecord& r, const WarningRecord* first) {
  Warning12379 w;
  w.identifier = r.identifier, w.sender = r.sender, w.sender_name = r.sender_name;
  w.sent_utc_ms = r.issued_utc_ms / kMsPerSecond * kMsPerSecond;  // CAP has whole seconds
  w.effective_utc_ms = r.effective_utc_ms / kMsPerSecond * kMsPerSecond;
  w.expires_utc_ms = r.expires_utc_ms ? *r.expires_utc_ms / kMsPerSecond * kMsPerSecond : 0;
  w.status = r.status == "Exercise" ? CapStatus::kExercise
             : r.status == "Test"   ? CapStatus::kTest
             : r.status == "Draft"  ? CapStatus::kDraft
                                    : CapStatus::kActual;
  w.msg_type = r.message == WarningMessage::kAlert    ? CapMsgType::kAlert
               : r.message == WarningMessage::kUpdate ? CapMsgType::kUpdate
                                                      : CapMsgType::kCancel;
  w.event_code = r.type_code;
  if (const EventType* type = eventTypeOf(r.type_code)) w.event = type->name_zh;
  w.colour = static_cast<gis::WarningColour>(static_cast<int>(r.colour) - 1);
  w.headline = r.headline, w.description = r.description, w.instruction = r.instruction;
  w.division_codes = r.area_codes;
  w.polygons = r.polygons;
  if (first != nullptr)
    w.references = {{first->sender, first->identifier, writeCapTime(first->issued_utc_ms, kChinaOffsetMin)}};
  return w;
}

Result<void> SignalStore::add(const WarningRecord& r, const Clock& clock) const {
  if (const auto wrong = wrongFields(r); !wrong.empty()) return fail(ErrorCode::kInvalidArgument, joined(wrong));
  if (m_db.mode() != OpenMode::kReadWrite) return fail(ErrorCode::kReadOnly, m_db.file().string());
  return m_db.transaction([&]() -> Result<void> {
    SQLite::Statement known(m_db.sql(), "SELECT 1 FROM code_warning_type WHERE code=?1");
    known.bind(1, r.type_code);
    if (!known.executeStep()) return fail(ErrorCode::kInvalidArgument, "type", r.type_code);
    const auto before = all();
    if (!before) return std::unexpected(before.error());
    if (std::ranges::find(*before, r.identifier, &WarningRecord::identifier) != before->end())
      return fail(ErrorCode::kAlreadyExists, r.identifier);
    const WarningRecord* first = nullptr;
    if (r.message != WarningMessage::kAlert) {
      const auto found = std::ranges::find(*before, r.first_identifier, &WarningRecord::identifier);
      if (found == before->end()) return fail(ErrorCode::kNoData, r.first_identifier);
      first = &*found;
    }
    const auto kept =
        gis::WarningStore(m_db).add(capOf(warningFrom(r, first)), std::string(kTyped) + r.author, clock.nowUtcMs());
    if (!kept) return std::unexpected(kept.error());
    return {};
  });
}

}  // namespace gis::weather
