// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/calendar_day.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>

namespace gis::stocks {
namespace {

constexpr std::int64_t kBeijingAhead_ms = 8 * 3'600'000, kOneDay_ms = 86'400'000;

bool readNumber(std::string_view text, int& number) {
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), number);
  return wrong == std::errc() && end == text.data() + text.size();
}

}  // namespace

std::string dayOf(std::int64_t utc_ms) {
  const auto local = std::chrono::milliseconds(utc_ms + kBeijingAhead_ms);
  return dayText(static_cast<int>(std::chrono::floor<std::chrono::days>(local).count()));
}

std::optional<int> dayNumber(std::string_view day) {
  int year = 0, month = 0, in_month = 0;
  if (day.size() != 10 || day[4] != '-' || day[7] != '-' || !readNumber(day.substr(0, 4), year) ||
      !readNumber(day.substr(5, 2), month) || !readNumber(day.substr(8, 2), in_month) || month < 1 || in_month < 1)
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(in_month))};
  if (!date.ok()) return std::nullopt;
  return static_cast<int>(std::chrono::sys_days(date).time_since_epoch().count());
}

std::string dayText(int day_number) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day_number))};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

std::string daysLater(std::string_view day, int days) {
  const auto number = dayNumber(day);
  return number ? dayText(*number + days) : std::string();
}

std::int64_t endOfDayUtcMs(int day_number) {
  return (std::int64_t{day_number} + 1) * kOneDay_ms - kBeijingAhead_ms - 1;
}

}  // namespace gis::stocks
