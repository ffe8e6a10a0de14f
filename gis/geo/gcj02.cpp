// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/gcj02.h"

#include <cmath>
#include <numbers>

namespace gis {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kSemiMajor_m = 6378245.0;
constexpr double kEccentricitySquared = 0.00669342162296594323;
constexpr double kBdPi = kPi * 3000.0 / 180.0;
constexpr double kSettled_deg = 1e-11;
constexpr int kMostRounds = 60;

bool shifted(LonLat p) {
  return p.lon_deg >= 72.004 && p.lon_deg <= 137.8347 && p.lat_deg >= 0.8293 && p.lat_deg <= 55.8271;
}

double commonWave(double x) { return (20 * std::sin(6 * kPi * x) + 20 * std::sin(2 * kPi * x)) * 2 / 3; }

LonLat gcjShift(LonLat p) {
  const double x = p.lon_deg - 105, y = p.lat_deg - 35;
  double d_lat = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * std::sqrt(std::abs(x)) + commonWave(x);
  d_lat += (20 * std::sin(kPi * y) + 40 * std::sin(kPi * y / 3)) * 2 / 3;
  d_lat += (160 * std::sin(kPi * y / 12) + 320 * std::sin(kPi * y / 30)) * 2 / 3;
  double d_lon = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * std::sqrt(std::abs(x)) + commonWave(x);
  d_lon += (20 * std::sin(kPi * x) + 40 * std::sin(kPi * x / 3)) * 2 / 3;
  d_lon += (150 * std::sin(kPi * x / 12) + 300 * std::sin(kPi * x / 30)) * 2 / 3;
  const double lat_rad = p.lat_deg * kPi / 180;
  const double m = 1 - kEccentricitySquared * std::sin(lat_rad) * std::sin(lat_rad);
  const double root = std::sqrt(m);
  return {d_lon * 180 / (kSemiMajor_m / root * std::cos(lat_rad) * kPi),
          d_lat * 180 / (kSemiMajor_m * (1 - kEccentricitySquared) / (m * root) * kPi)};
}

// Fixed-point iteration for a map that moves points little and smoothly.
template <class Forward>
LonLat inverseOf(Forward forward, LonLat target, LonLat guess) {
  for (int round = 0; round < kMostRounds; ++round) {
    const LonLat there = forward(guess);
    const double lon_off = target.lon_deg - there.lon_deg, lat_off = target.lat_deg - there.lat_deg;
    guess.lon_deg += lon_off, guess.lat_deg += lat_off;
    if (std::abs(lon_off) < kSettled_deg && std::abs(lat_off) < kSettled_deg) break;
  }
  return guess;
}

}  // namespace

LonLat wgs84ToGcj02(LonLat wgs84) {
  if (!shifted(wgs84)) return wgs84;
  const LonLat d = gcjShift(wgs84);
  return {wgs84.lon_deg + d.lon_deg, wgs84.lat_deg + d.lat_deg};
}

LonLat gcj02ToWgs84(LonLat gcj02) {
  if (!shifted(gcj02)) return gcj02;
  const auto always_shift = [](LonLat p) {
    const LonLat d = gcjShift(p);
    return LonLat{p.lon_deg + d.lon_deg, p.lat_deg + d.lat_deg};
  };
  return inverseOf(always_shift, gcj02, gcj02);
}

LonLat gcj02ToBd09(LonLat gcj02) {
  const double x = gcj02.lon_deg, y = gcj02.lat_deg;
  const double z = std::hypot(x, y) + 0.00002 * std::sin(y * kBdPi);
  const double t = std::atan2(y, x) + 0.000003 * std::cos(x * kBdPi);
  return {z * std::cos(t) + 0.0065, z * std::sin(t) + 0.006};
}

LonLat bd09ToGcj02(LonLat bd09) {
  return inverseOf(gcj02ToBd09, bd09, LonLat{bd09.lon_deg - 0.0065, bd09.lat_deg - 0.006});
}

}  // namespace gis
