// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/situation/fact.h"

#include <fmt/format.h>

#include <chrono>

namespace gis::situation {
namespace {

// China keeps one time all year.
constexpr std::int64_t kBeijing_ms = 8 * 3'600'000LL;

struct LocalMoment {
  std::chrono::year_month_day day;
  int hour, minute;
};

LocalMoment localMoment(std::int64_t utc_ms) {
  const std::chrono::sys_time<std::chrono::milliseconds> local{std::chrono::milliseconds(utc_ms + kBeijing_ms)};
  const auto day = std::chrono::floor<std::chrono::days>(local);
  const auto minutes = std::chrono::floor<std::chrono::minutes>(local - day).count();
  return {std::chrono::year_month_day(day), static_cast<int>(minutes / 60), static_cast<int>(minutes % 60)};
}

}  // namespace

std::string numberText(double value, int decimals) {
  std::string text = fmt::format("{:.{}f}", value, decimals);
  if (text.find('.') == std::string::npos) return text;
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string paperTime(std::int64_t utc_ms, std::int64_t now_utc_ms) {
  const LocalMoment moment = localMoment(utc_ms);
  std::string text;
  if (yearOf(utc_ms) != yearOf(now_utc_ms)) text = fmt::format("{}年", static_cast<int>(moment.day.year()));
  return text + fmt::format("{}月{}日{}时{:02}分", static_cast<unsigned>(moment.day.month()),
                            static_cast<unsigned>(moment.day.day()), moment.hour, moment.minute);
}

std::string paperDay(std::int64_t utc_ms) {
  const LocalMoment moment = localMoment(utc_ms);
  return fmt::format("{}年{}月{}日", static_cast<int>(moment.day.year()), static_cast<unsigned>(moment.day.month()),
                     static_cast<unsigned>(moment.day.day()));
}

int yearOf(std::int64_t utc_ms) { return static_cast<int>(localMoment(utc_ms).day.year()); }

}  // namespace gis::situation
