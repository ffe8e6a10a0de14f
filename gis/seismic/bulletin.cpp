// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/bulletin.h"

#include <chrono>
#include <cstdlib>
#include <utility>

namespace gis::seismic {
namespace {

// Full-width forms (U+FF01 .. U+FF5E) become ASCII, ideographic spaces blanks.
std::string narrow(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[i + k]); };
    if (i + 2 < text.size() && byte(0) == 0xEF && (byte(1) == 0xBC || byte(1) == 0xBD)) {
      const int code = ((byte(0) & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F);
      if (code >= 0xFF01 && code <= 0xFF5E) {
        out += static_cast<char>(code - 0xFEE0);
        i += 2;
        continue;
      }
    }
    if (text.substr(i, 3) == "　") {
      out += ' ';
      i += 2;
      continue;
    }
    out += text[i];
  }
  return out;
}

bool isNumber(char c) { return (c >= '0' && c <= '9') || c == '.'; }

// The number that begins at `at` after blanks and a colon or brackets; nothing when there is none.
std::optional<double> numberAfter(const std::string& text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == ':' || text[at] == '(' || text[at] == 'M')) ++at;
  std::size_t end = at;
  while (end < text.size() && isNumber(text[end])) ++end;
  if (end == at) return std::nullopt;
  return std::strtod(text.substr(at, end - at).c_str(), nullptr);
}

// The number that ends right before `at`.
std::optional<double> numberBefore(const std::string& text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  std::size_t begin = at;
  while (begin > 0 && isNumber(text[begin - 1])) --begin;
  if (begin == at) return std::nullopt;
  return std::strtod(text.substr(begin, at - begin).c_str(), nullptr);
}

std::optional<double> numberAt(const std::string& text, std::string_view word) {
  const std::size_t at = text.find(word);
  return at == std::string::npos ? std::nullopt : numberAfter(text, at + word.size());
}

std::optional<double> coordinate(const std::string& text, std::string_view positive, std::string_view negative) {
  if (const auto value = numberAt(text, positive)) return value;
  if (const auto value = numberAt(text, negative)) return -*value;
  return std::nullopt;
}

std::optional<double> beforeWord(const std::string& text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size()))
    if (const auto value = numberBefore(text, at)) return value;
  return std::nullopt;
}

}  // namespace

Result<QuakeBulletin> parseBulletin(std::string_view given) {
  const std::string text = narrow(given);
  QuakeBulletin found;
  if (text.find("自动") != std::string::npos) found.kind = BulletinKind::kAutomatic;
  const auto lat = coordinate(text, "北纬", "南纬");
  if (!lat || *lat < -90 || *lat > 90) return fail(ErrorCode::kInvalidArgument, std::string(given), "latitude");
  const auto lon = coordinate(text, "东经", "西经");
  if (!lon || *lon < -180 || *lon > 180) return fail(ErrorCode::kInvalidArgument, std::string(given), "longitude");
  found.epicentre = {*lon, *lat};
  auto magnitude = beforeWord(text, "级地震");
  if (!magnitude) magnitude = beforeWord(text, "级");
  if (!magnitude) magnitude = numberAt(text, "震级");
  if (!magnitude || *magnitude > 10) return fail(ErrorCode::kInvalidArgument, std::string(given), "magnitude");
  found.magnitude = *magnitude;
  found.depth_km = numberAt(text, "震源深度");
  if (!found.depth_km) found.depth_km = numberAt(text, "深度");
  const auto whole = [&](std::string_view word) { return static_cast<int>(beforeWord(text, word).value_or(0)); };
  found.year = whole("年"), found.month = whole("月"), found.day = whole("日");
  found.hour = whole("时"), found.minute = whole("分");
  // The place stands between 在 and the bracket or 发生 that follows it.
  if (const std::size_t at = text.find("在"); at != std::string::npos) {
    const std::size_t from = at + std::string_view("在").size();
    const std::size_t to = std::min(text.find('(', from), text.find("发生", from));
    if (to != std::string::npos) found.place = text.substr(from, to - from);
    while (!found.place.empty() && found.place.back() == ' ') found.place.pop_back();
  }
  return found;
}

std::optional<std::int64_t> bulletinTime(const QuakeBulletin& bulletin, std::int64_t now_utc_ms) {
  if (bulletin.month < 1 || bulletin.month > 12 || bulletin.day < 1 || bulletin.day > 31 || bulletin.hour > 23 ||
      bulletin.minute > 59)
    return std::nullopt;
  using namespace std::chrono;
  constexpr std::int64_t kDayMs = 86'400'000, kBeijingMs = 8 * 3'600'000;
  const auto today = year_month_day(sys_days(floor<days>(milliseconds(now_utc_ms + kBeijingMs))));
  const auto timeIn = [&](int in_year) {
    const sys_days date = sys_days(year(in_year) / month(static_cast<unsigned>(bulletin.month)) /
                                   day(static_cast<unsigned>(bulletin.day)));
    return duration_cast<milliseconds>(date.time_since_epoch()).count() +
           (bulletin.hour * 60 + bulletin.minute) * std::int64_t{60'000} - kBeijingMs;
  };
  if (bulletin.year > 0) return timeIn(bulletin.year);
  const int this_year = static_cast<int>(today.year());
  const std::int64_t at = timeIn(this_year);
  return at > now_utc_ms + kDayMs ? timeIn(this_year - 1) : at;
}

}  // namespace gis::seismic
