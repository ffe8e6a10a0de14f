// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/rain_series.h"

#include <algorithm>
#include <cmath>

namespace gis::flood {

Result<std::optional<WindowSum>> windowSum(const HourlyRain& rain, std::size_t last_hour, double window_h) {
  const double whole_h = std::round(window_h);
  if (!(window_h > 0) || !std::isfinite(window_h)) return fail(ErrorCode::kOutOfRange, "window_h");
  if (std::abs(window_h - whole_h) > 1e-9) return std::optional<WindowSum>();
  const auto hours = static_cast<std::size_t>(whole_h);
  if (hours == 0 || last_hour >= rain.mm.size() || last_hour + 1 < hours) return std::optional<WindowSum>();
  WindowSum sum;
  for (std::size_t i = last_hour + 1 - hours; i <= last_hour; ++i) {
    if (rain.mm[i] < 0) return fail(ErrorCode::kOutOfRange, "rain_mm", "negative rain");
    if (std::isnan(rain.mm[i]))
      ++sum.missing_h;
    else
      sum.rain_mm += static_cast<double>(rain.mm[i]);
  }
  sum.rain_mm = std::round(sum.rain_mm * 1e4) / 1e4;  // floats of tenths add up to tenths
  return sum;
}

DailyRain dailyRain(const HourlyRain& rain, std::size_t last_hour) {
  DailyRain days;
  if (rain.mm.empty()) return days;
  const std::size_t hours = std::min(last_hour + 1, rain.mm.size());
  const std::size_t whole = hours / 24;
  for (std::size_t day = 0; day < whole; ++day) {
    double sum_mm = 0;
    for (std::size_t i = hours - (whole - day) * 24; i < hours - (whole - day - 1) * 24; ++i) {
      if (std::isnan(rain.mm[i]))
        ++days.missing_h;
      else
        sum_mm += static_cast<double>(std::max(rain.mm[i], 0.0F));
    }
    days.rain_mm_per_d.push_back(sum_mm);
  }
  return days;
}

}  // namespace gis::flood
