// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/fire/fire_weather.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gis::fire {
namespace {

// The first step whose upper limit is not exceeded.
struct Step {
  double up_to;
  int points;
};

template <std::size_t N>
int pointsOf(const std::array<Step, N>& steps, double value) {
  for (const Step& step : steps)
    if (value <= step.up_to) return step.points;
  return steps.back().points;
}

constexpr double kNoLimit = 1e9;
constexpr std::array<Step, 6> kTemperature = {{{5, 0}, {10, 4}, {15, 6}, {20, 9}, {25, 13}, {kNoLimit, 15}}};
constexpr std::array<Step, 6> kHumidityPoints = {{{30, 15}, {40, 13}, {50, 9}, {60, 6}, {70, 4}, {kNoLimit, 0}}};
// Points on the day of the rain, by its amount; heavier rain keeps the litter wet for days.
constexpr std::array<Step, 4> kFirstDay = {{{2, 10}, {5, 5}, {10, 0}, {kNoLimit, -5}}};
constexpr int kPointsPerDryDay = 5;
constexpr int kMostDrought = 50;
constexpr int kPointsPerForce = 5;
constexpr int kMostWind = 40;
constexpr double kLeastRainMm = 0.3;

// Lower limits of forces 1..17 in m/s.
constexpr std::array<double, 17> kForceFrom = {0.3,  1.6,  3.4,  5.5,  8.0,  10.8, 13.9, 17.2, 20.8,
                                               24.5, 28.5, 32.7, 37.0, 41.5, 46.2, 51.0, 56.1};

Result<void> check(bool good, const char* what) {
  if (good) return {};
  return fail(ErrorCode::kOutOfRange, what);
}

}  // namespace

FireWeatherClass fireWeatherClass(int htz) {
  if (htz <= 25) return FireWeatherClass::kNone;
  if (htz <= 50) return FireWeatherClass::kLow;
  if (htz <= 72) return FireWeatherClass::kModerate;
  if (htz <= 90) return FireWeatherClass::kHigh;
  return FireWeatherClass::kExtreme;
}

Result<FireWeatherIndex> fireWeatherIndex(const FireWeather& w) {
  for (const auto& checked :
       {check(w.max_temperature_c >= -60 && w.max_temperature_c <= 60, "max_temperature_c"),
        check(w.min_humidity_percent >= 0 && w.min_humidity_percent <= 100, "min_humidity_percent"),
        check(w.last_rain_mm >= kLeastRainMm && std::isfinite(w.last_rain_mm), "last_rain_mm"),
        check(w.dry_days >= 0, "dry_days"),
        check(w.max_wind_beaufort >= 0 && w.max_wind_beaufort <= 17, "max_wind_beaufort"),
        check(w.phenology_correction >= 0 && w.phenology_correction <= 20, "phenology_correction")})
    if (!checked) return std::unexpected(checked.error());

  FireWeatherIndex index;
  index.temperature = pointsOf(kTemperature, w.max_temperature_c);
  index.humidity = pointsOf(kHumidityPoints, w.min_humidity_percent);
  const int days = std::min(w.dry_days, kMostDrought);  // enough for the cap, and no overflow
  index.drought = std::clamp(pointsOf(kFirstDay, w.last_rain_mm) + kPointsPerDryDay * days, 0, kMostDrought);
  index.wind = std::min(kPointsPerForce * w.max_wind_beaufort, kMostWind);
  index.correction = w.phenology_correction;
  index.total = index.temperature + index.humidity + index.drought + index.wind - index.correction;
  index.fire_class = fireWeatherClass(index.total);
  return index;
}

Result<int> beaufortOf(double wind_m_per_s) {
  if (!(wind_m_per_s >= 0)) return fail(ErrorCode::kOutOfRange, "wind_m_per_s");
  const auto above = std::upper_bound(kForceFrom.begin(), kForceFrom.end(), wind_m_per_s);
  return static_cast<int>(above - kForceFrom.begin());
}

}  // namespace gis::fire
