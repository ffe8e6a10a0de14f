// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gis::flood {

// Beijing time, UTC+8 all year: what SL 323 and SL 651 mean by a time without zone.
inline constexpr std::int64_t kBeijingOffsetMs = 8 * 3'600'000LL;

// "0731": the day in Beijing time.
std::string localMonthDay(std::int64_t utc_ms);

// "2026-07-31 06:00[:00]", "2026/7/31 6:00", "20260731060000", "2026-07-31T06:00+08:00", "...Z": without a zone Beijing
// time. Nothing for a text that is none of these or no date.
std::optional<std::int64_t> readTime(std::string_view text);

}  // namespace gis::flood
