// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/flood_weather.h"

#include <algorithm>
#include <cmath>

#include "gis/core/random.h"

namespace gis::demo {
namespace {

double bell(MapXY at, MapXY centre, double width_m) {
  const double dx = (at.x_m - centre.x_m) / width_m, dy = (at.y_m - centre.y_m) / width_m;
  const double square = dx * dx + dy * dy;
  return square > 20 ? 0 : std::exp(-square / 2);
}

MapXY within(const MapBox& box, double across, double up) {
  return {box.min_x_m + across * box.width_m(), box.min_y_m + up * box.height_m()};
}

}  // namespace

FloodWeather::FloodWeather(const MapBox& city, std::uint64_t seed) {
  Random random(seed, 0x7261696e);
  constexpr int kRainyDays[] = {2, 5, 6, 11, 12, 16, 20, 21, 26, 28};
  for (const int day : kRainyDays)
    m_days.push_back({day * 24 + static_cast<int>(random.below(12)), 4 + static_cast<int>(random.below(8)),
                      random.uniform(0.8, 3.4), within(city, random.uniform(0.2, 0.9), random.uniform(0.1, 0.8)),
                      random.uniform(0.25, 0.5) * city.width_m()});
  const double reach_m = std::max(city.width_m(), city.height_m());
  // The night's storm is over ten hours before the last reading; then one small cell is left.
  m_cells.push_back({within(city, 0.30, 0.26), within(city, 0.74, 0.62), 0.085 * reach_m, 33, kHours - 18, 8});
  m_cells.push_back({within(city, 0.62, 0.20), within(city, 0.86, 0.46), 0.060 * reach_m, 27, kHours - 17, 6});
  m_cells.push_back({within(city, 0.45, 0.35), within(city, 0.65, 0.55), 0.26 * reach_m, 5, kHours - 20, 10});
  m_cells.push_back({within(city, 0.56, 0.44), within(city, 0.60, 0.50), 0.030 * reach_m, 34, kHours - 4, 5});
}

double FloodWeather::rainMm(MapXY at, int hour) const {
  double mm = 0;
  for (const Day& day : m_days)
    if (hour >= day.first_hour && hour < day.first_hour + day.hours)
      mm += day.mm_per_h * bell(at, day.centre, day.width_m);
  for (const Cell& cell : m_cells) {
    if (hour < cell.first_hour || hour >= cell.first_hour + cell.hours) continue;
    const double gone = (hour - cell.first_hour + 0.5) / cell.hours;
    const MapXY centre{std::lerp(cell.from.x_m, cell.to.x_m, gone), std::lerp(cell.from.y_m, cell.to.y_m, gone)};
    mm += cell.peak_mm_per_h * std::sqrt(std::max(0.0, 4 * gone * (1 - gone))) * bell(at, centre, cell.width_m);
  }
  // Showers are uneven.
  mm *= 1 + 0.22 * std::sin(at.x_m / 2300 + hour) * std::cos(at.y_m / 1900 - hour * 0.7);
  return mm < 0.05 ? 0 : mm;
}

std::vector<double> FloodWeather::meanRainMm(const std::vector<MapXY>& places) const {
  std::vector<double> mean(kHours, 0);
  if (places.empty()) return mean;
  for (int hour = 0; hour < kHours; ++hour) {
    for (const MapXY& at : places) mean[static_cast<std::size_t>(hour)] += rainMm(at, hour);
    mean[static_cast<std::size_t>(hour)] /= static_cast<double>(places.size());
  }
  return mean;
}

}  // namespace gis::demo
