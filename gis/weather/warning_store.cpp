// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/weather/warning_store.h"

#include <fmt/format.h>

#include <charconv>

#include "gis/store/guarded.h"

namespace gis::weather {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return parts;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ",") + part;
  return text;
}

std::vector<LonLat> ringFrom(const std::string& text) {
  std::vector<LonLat> ring;
  for (const std::string& pair : split(text, ' ')) {
    const auto comma = pair.find(',');
    if (comma == std::string::npos) continue;
    LonLat p;
    std::from_chars(pair.data(), pair.data() + comma, p.lon_deg);
    std::from_chars(pair.data() + comma + 1, pair.data() + pair.size(), p.lat_deg);
    ring.push_back(p);
  }
  return ring;
}

std::string ringText(const std::vector<LonLat>& ring) {
  std::string text;
  for (const LonLat& p : ring) text += fmt::format("{}{:.7f},{:.7f}", text.empty() ? "" : " ", p.lon_deg, p.lat_deg);
  return text;
}

}  // namespace

Result<std::vector<WarningRecord>> WarningStore::all() const {
  return guarded(m_db, [&]() -> Result<std::vector<WarningRecord>> {
    std::vector<WarningRecord> records;
    SQLite::Statement q(
        m_db.sql(),
        "SELECT identifier, first_identifier, sender, sender_name, status, msg_type, type_code, colour, "
        "issued_utc_ms, effective_utc_ms, expires_utc_ms, headline, description, instruction, area_codes, "
        "area_polygon, author, entered_utc_ms FROM weather_warning ORDER BY issued_utc_ms, fid");
    while (q.executeStep()) {
      WarningRecord r;
      r.identifier = q.getColumn(0).getString(), r.first_identifier = q.getColumn(1).getString();
      r.sender = q.getColumn(2).getString(), r.sender_name = q.getColumn(3).getString();
      r.status = q.getColumn(4).getString();
      r.message = messageFrom(q.getColumn(5).getString()).value_or(WarningMessage::kAlert);
      r.type_code = q.getColumn(6).getString();
      r.colour = static_cast<WarningColour>(q.getColumn(7).getInt());
      r.issued_utc_ms = q.getColumn(8).getInt64(), r.effective_utc_ms = q.getColumn(9).getInt64();
      if (!q.getColumn(10).isNull()) r.expires_utc_ms = q.getColumn(10).getInt64();
      r.headline = q.getColumn(11).getString(), r.description = q.getColumn(12).getString();
      r.instruction = q.getColumn(13).getString();
      r.area_codes = split(q.getColumn(14).getString(), ',');
      r.polygon = ringFrom(q.getColumn(15).getString());
      r.author = q.getColumn(16).getString(), r.entered_utc_ms = q.getColumn(17).getInt64();
      records.push_back(std::move(r));
    }
    return records;
  });
}

Result<void> WarningStore::add(const WarningRecord& r, const std::string& source, UuidSource& uuids,
                               const Clock& clock) const {
  if (const auto wrong = wrongFields(r); !wrong.empty()) return fail(ErrorCode::kInvalidArgument, joined(wrong));
  if (m_db.mode() != OpenMode::kReadWrite) return fail(ErrorCode::kReadOnly, m_db.file().string());
  return m_db.transaction([&]() -> Result<void> {
    const auto count = [&](const char* sql, const std::string& value) {
      SQLite::Statement q(m_db.sql(), sql);
      q.bind(1, value);
      return q.executeStep() ? q.getColumn(0).getInt() : 0;
    };
    if (count("SELECT count(*) FROM code_warning_type WHERE code=?1", r.type_code) == 0)
      return fail(ErrorCode::kInvalidArgument, "type", r.type_code);
    if (count("SELECT count(*) FROM weather_warning WHERE identifier=?1", r.identifier) > 0)
      return fail(ErrorCode::kAlreadyExists, r.identifier);
    if (r.message != WarningMessage::kAlert &&
        count("SELECT count(*) FROM weather_warning WHERE identifier=?1", r.first_identifier) == 0)
      return fail(ErrorCode::kNoData, r.first_identifier);
    SQLite::Statement q(
        m_db.sql(),
        "INSERT INTO weather_warning (identifier, first_identifier, sender, sender_name, status, msg_type, "
        "type_code, colour, issued_utc_ms, effective_utc_ms, expires_utc_ms, headline, description, "
        "instruction, area_codes, area_polygon, author, entered_utc_ms, uuid, created_utc, changed_utc, "
        "source) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20,?20,?21)");
    q.bind(1, r.identifier), q.bind(2, r.first_identifier), q.bind(3, r.sender), q.bind(4, r.sender_name);
    q.bind(5, r.status), q.bind(6, messageName(r.message)), q.bind(7, r.type_code),
        q.bind(8, static_cast<int>(r.colour));
    q.bind(9, static_cast<std::int64_t>(r.issued_utc_ms)), q.bind(10, static_cast<std::int64_t>(r.effective_utc_ms));
    if (r.expires_utc_ms) q.bind(11, static_cast<std::int64_t>(*r.expires_utc_ms));
    q.bind(12, r.headline), q.bind(13, r.description), q.bind(14, r.instruction), q.bind(15, joined(r.area_codes));
    q.bind(16, ringText(r.polygon)), q.bind(17, r.author), q.bind(18, static_cast<std::int64_t>(clock.nowUtcMs()));
    q.bind(19, uuids.next()), q.bind(20, formatUtc(clock.nowUtcMs())), q.bind(21, source);
    q.exec();
    return {};
  });
}

}  // namespace gis::weather
