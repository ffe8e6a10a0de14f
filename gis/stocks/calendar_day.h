// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gis::stocks {

// Days as "2026-05-01" in Beijing time: papers, lots and expiry dates are in days there, whatever the machine's zone.
std::string dayOf(std::int64_t utc_ms);
// Days since 1970-01-01; nothing for what is no day of the calendar.
std::optional<int> dayNumber(std::string_view day);
std::string dayText(int day_number);
// `day` and some days later; empty when `day` is none.
std::string daysLater(std::string_view day, int days);
// The last millisecond of a day in Beijing.
std::int64_t endOfDayUtcMs(int day_number);

}  // namespace gis::stocks
