// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/fire/fwi.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace gis::fire {
namespace {

constexpr std::array<double, 12> kDayLength46N{6.5, 7.5, 9.0, 12.8, 13.9, 13.9, 12.4, 10.9, 9.4, 8.0, 7.0, 6.0};
constexpr std::array<double, 12> kDayLength20N{7.9, 8.4, 8.9, 9.5, 9.9, 10.2, 10.1, 9.7, 9.1, 8.6, 8.1, 7.8};
constexpr std::array<double, 12> kDryingNorth{-1.6, -1.6, -1.6, 0.9, 3.8, 5.8, 6.4, 5.0, 2.4, 0.4, -1.6, -1.6};

double moistureOf(double ffmc, double scale) { return scale * (101 - ffmc) / (59.5 + ffmc); }

double ffmcOf(double yesterday, const NoonWeather& w, double scale) {
  double m = moistureOf(yesterday, scale);
  if (w.rain_mm > 0.5) {
    const double rain = w.rain_mm - 0.5;
    double wet = m + 42.5 * rain * std::exp(-100 / (251 - m)) * (1 - std::exp(-6.93 / rain));
    if (m > 150) wet += 0.0015 * (m - 150) * (m - 150) * std::sqrt(rain);
    m = std::min(wet, 250.0);
  }
  const double h = w.humidity_percent, t = w.temperature_c;
  const double warm = 0.18 * (21.1 - t) * (1 - std::exp(-0.115 * h));
  const double dry_end = 0.942 * std::pow(h, 0.679) + 11 * std::exp((h - 100) / 10) + warm;
  const double wet_end = 0.618 * std::pow(h, 0.753) + 10 * std::exp((h - 100) / 10) + warm;
  const auto rate = [&](double share) {
    const double k =
        0.424 * (1 - std::pow(share, 1.7)) + 0.0694 * std::sqrt(w.wind_km_per_h) * (1 - std::pow(share, 8));
    return k * 0.581 * std::exp(0.0365 * t);
  };
  if (m > dry_end)
    m = dry_end + (m - dry_end) * std::pow(10, -rate(h / 100));
  else if (m < wet_end)
    m = wet_end - (wet_end - m) * std::pow(10, -rate((100 - h) / 100));
  return std::clamp(59.5 * (250 - m) / (scale + m), 0.0, 101.0);
}

double dmcOf(double yesterday, const NoonWeather& w, FwiEdition edition) {
  double p = yesterday;
  if (w.rain_mm > 1.5) {
    const double rain = 0.92 * w.rain_mm - 1.27;
    const double moisture =
        20 + (edition == FwiEdition::k1985 ? std::exp(5.6348 - p / 43.43) : 280 / std::exp(0.023 * p));
    const double b = p <= 33 ? 100 / (0.5 + 0.3 * p) : p <= 65 ? 14 - 1.3 * std::log(p) : 6.2 * std::log(p) - 17.2;
    const double wet = moisture + 1000 * rain / (48.77 + b * rain);
    p = std::max(0.0, 43.43 * (5.6348 - std::log(wet - 20)));
  }
  const double t = std::max(w.temperature_c, -1.1);
  const auto& hours = w.lat_deg >= 30 ? kDayLength46N : kDayLength20N;
  return p + 1.894 * (t + 1.1) * (100 - w.humidity_percent) * hours[static_cast<std::size_t>(w.month - 1)] * 1e-4;
}

double dcOf(double yesterday, const NoonWeather& w) {
  double d = yesterday;
  if (w.rain_mm > 2.8) {
    const double rain = 0.83 * w.rain_mm - 1.27;
    const double wet = 800 * std::exp(-d / 400) + 3.937 * rain;
    d = std::max(0.0, 400 * std::log(800 / wet));
  }
  const double drying = w.lat_deg >= 20 ? kDryingNorth[static_cast<std::size_t>(w.month - 1)] : 1.4;
  return d + 0.5 * std::max(0.0, 0.36 * (std::max(w.temperature_c, -2.8) + 2.8) + drying);
}

double buiOf(double dmc, double dc) {
  if (dmc == 0) return 0;
  const double both = 0.8 * dmc * dc / (dmc + 0.4 * dc);
  if (dmc <= 0.4 * dc) return both;
  return std::max(0.0, dmc - (1 - 0.8 * dc / (dmc + 0.4 * dc)) * (0.92 + std::pow(0.0114 * dmc, 1.7)));
}

double fwiFrom(double isi, double bui) {
  const double duff = bui <= 80 ? 0.626 * std::pow(bui, 0.809) + 2 : 1000 / (25 + 108.64 * std::exp(-0.023 * bui));
  const double b = 0.1 * isi * duff;
  return b > 1 ? std::exp(2.72 * std::pow(0.434 * std::log(b), 0.647)) : b;
}

}  // namespace

Result<Fwi> fwiOf(const FwiState& yesterday, const NoonWeather& w, FwiEdition edition) {
  struct Range {
    double value, least, most;
    const char* name;
  };
  const Range ranges[] = {{w.temperature_c, -50, 60, "temperature_c"},
                          {w.humidity_percent, 0, 100, "humidity_percent"},
                          {w.wind_km_per_h, 0, 200, "wind_km_per_h"},
                          {w.rain_mm, 0, 600, "rain_mm"},
                          {w.lat_deg, 10, 90, "lat_deg"},
                          {yesterday.ffmc, 0, 101, "ffmc"},
                          {yesterday.dmc, 0, 10000, "dmc"},
                          {yesterday.dc, 0, 100000, "dc"},
                          {double(w.month), 1, 12, "month"}};
  for (const Range& r : ranges)
    if (!(r.value >= r.least && r.value <= r.most))
      return fail(
          ErrorCode::kOutOfRange, r.name,
          std::to_string(r.value) + " is not within " + std::to_string(r.least) + " to " + std::to_string(r.most));
  const double c = edition == FwiEdition::k1985 ? 147.2 : 147.27723;
  Fwi made;
  made.codes = {ffmcOf(yesterday.ffmc, w, c), dmcOf(yesterday.dmc, w, edition), dcOf(yesterday.dc, w)};
  const double m = moistureOf(made.codes.ffmc, c);
  made.isi =
      0.208 * std::exp(0.05039 * w.wind_km_per_h) * 91.9 * std::exp(-0.1386 * m) * (1 + std::pow(m, 5.31) / 4.93e7);
  made.bui = buiOf(made.codes.dmc, made.codes.dc);
  made.fwi = fwiFrom(made.isi, made.bui);
  made.dsr = 0.0272 * std::pow(made.fwi, 1.77);
  return made;
}

FwiClass fwiClass(double fwi) {
  constexpr std::array<double, 5> kLimits{5.2, 11.2, 21.3, 38, 50};
  return static_cast<FwiClass>(1 + (std::ranges::upper_bound(kLimits, fwi) - kLimits.begin()));
}

}  // namespace gis::fire
