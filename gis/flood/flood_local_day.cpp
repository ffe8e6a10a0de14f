// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/flood_local_day.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <vector>

namespace gis::flood {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// Runs of digits, and whether a sign or Z follows the time.
struct Parts {
  std::vector<std::string_view> numbers;
  std::string_view zone;
};

std::optional<Parts> split(std::string_view text) {
  Parts parts;
  for (std::size_t i = 0; i < text.size();) {
    const char c = text[i];
    if (isDigit(c)) {
      std::size_t to = i;
      while (to < text.size() && isDigit(text[to])) ++to;
      parts.numbers.push_back(text.substr(i, to - i));
      i = to;
    } else if ((c == 'Z' || c == 'z' || c == '+' || c == '-') && parts.numbers.size() >= 4) {
      parts.zone = text.substr(i);
      return parts;
    } else if (c == '-' || c == '/' || c == '.' || c == ':' || c == ' ' || c == 'T') {
      ++i;
    } else {
      return std::nullopt;
    }
  }
  return parts;
}

std::optional<std::int64_t> offsetOf(std::string_view zone) {
  if (zone.empty()) return kBeijingOffsetMs;
  if (zone == "Z" || zone == "z") return 0;
  std::string digits;
  for (const char c : zone.substr(1))
    if (isDigit(c))
      digits += c;
    else if (c != ':')
      return std::nullopt;
  if (digits.size() == 2) digits += "00";
  if (digits.size() != 4) return std::nullopt;
  const int hours = std::stoi(digits.substr(0, 2)), minutes = std::stoi(digits.substr(2));
  if (hours > 14 || minutes > 59) return std::nullopt;
  const std::int64_t offset_ms = (hours * 60 + minutes) * 60'000LL;
  return zone.front() == '-' ? -offset_ms : offset_ms;
}

}  // namespace

std::string localMonthDay(std::int64_t utc_ms) {
  const auto day = std::chrono::floor<std::chrono::days>(
      std::chrono::sys_time<std::chrono::milliseconds>(std::chrono::milliseconds(utc_ms + kBeijingOffsetMs)));
  const std::chrono::year_month_day date(day);
  return fmt::format("{:02}{:02}", static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<std::int64_t> readTime(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
  auto parts = split(text);
  if (!parts) return std::nullopt;
  auto& numbers = parts->numbers;
  if (numbers.size() == 1 && (numbers[0].size() == 10 || numbers[0].size() == 12 || numbers[0].size() == 14)) {
    const std::string_view all = numbers[0];
    numbers = {all.substr(0, 4), all.substr(4, 2), all.substr(6, 2), all.substr(8, 2)};
    for (std::size_t at = 10; at < all.size(); at += 2) numbers.push_back(all.substr(at, 2));
  }
  if (numbers.size() < 4 || numbers.size() > 7 || numbers[0].size() != 4) return std::nullopt;
  std::array<int, 6> n{};
  for (std::size_t i = 0; i < std::min<std::size_t>(numbers.size(), 6); ++i) {
    if (numbers[i].size() > 4) return std::nullopt;
    for (const char c : numbers[i]) n[i] = n[i] * 10 + (c - '0');
  }
  const std::chrono::year_month_day date{std::chrono::year(n[0]), std::chrono::month(static_cast<unsigned>(n[1])),
                                         std::chrono::day(static_cast<unsigned>(n[2]))};
  if (!date.ok() || n[3] > 24 || n[4] > 59 || n[5] > 59 || (n[3] == 24 && (n[4] > 0 || n[5] > 0))) return std::nullopt;
  const auto offset_ms = offsetOf(parts->zone);
  if (!offset_ms) return std::nullopt;
  const auto days = std::chrono::sys_days(date).time_since_epoch().count();
  return (static_cast<std::int64_t>(days) * 86400 + n[3] * 3600 + n[4] * 60 + n[5]) * 1000 - *offset_ms;
}

}  // namespace gis::flood
