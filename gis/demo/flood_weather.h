// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <vector>

#include "gis/core/coords.h"

namespace gis::demo {

// Thirty days of made rain over the city that end in the early morning of 31 July 2026 (Beijing time): some days of
// steady rain, then two cells that cross the city within eight hours of the evening before (a quarter of the danger
// sections is over a threshold), and in the last hours one small cell (a few are).
class FloodWeather {
 public:
  static constexpr int kHours = 30 * 24;
  static constexpr std::int64_t kLastEndUtcMs = 1785441600000;  // 2026-07-31 04:00 in Beijing
  static std::int64_t endOf(int hour) { return kLastEndUtcMs - (kHours - 1 - hour) * 3'600'000LL; }

  FloodWeather(const MapBox& city, std::uint64_t seed);
  // What falls at a place in the hour, mm.
  double rainMm(MapXY at, int hour) const;
  // Hourly rain averaged over places.
  std::vector<double> meanRainMm(const std::vector<MapXY>& places) const;

 private:
  struct Day {
    int first_hour, hours;
    double mm_per_h;
    MapXY centre;
    double width_m;
  };
  struct Cell {
    MapXY from, to;
    double width_m, peak_mm_per_h;
    int first_hour, hours;
  };
  std::vector<Day> m_days;
  std::vector<Cell> m_cells;
};

}  // namespace gis::demo
