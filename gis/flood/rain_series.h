// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/error.h"

namespace gis::flood {

inline constexpr std::int64_t kHourMs = 3'600'000;

// Hourly rain of one place over a period: mm[i] fell in the hour that ends at first_end_utc_ms + i h; NaN: not
// reported.
struct HourlyRain {
  std::int64_t first_end_utc_ms = 0;
  std::vector<float> mm;

  std::int64_t endOf(std::size_t i) const { return first_end_utc_ms + static_cast<std::int64_t>(i) * kHourMs; }
};

// Rain of the `window_h` hours that end at an hour. With hours missing the sum is only what is known: at least that
// much.
struct WindowSum {
  double rain_mm = 0;
  int missing_h = 0;
};
// Nothing where the window begins before the series, or is no whole number of hours (half an hour cannot be seen in
// hourly rain). Fails with kOutOfRange for negative rain.
Result<std::optional<WindowSum>> windowSum(const HourlyRain& rain, std::size_t last_hour, double window_h);

// Days of 24 hours that end at `last_hour` and before, the oldest first; missing hours count as dry and are told.
struct DailyRain {
  std::vector<double> rain_mm_per_d;
  int missing_h = 0;
};
DailyRain dailyRain(const HourlyRain& rain, std::size_t last_hour);

}  // namespace gis::flood
