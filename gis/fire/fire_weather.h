// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/core/error.h"

namespace gis::fire {

// National forest fire-weather class 全国森林火险天气等级; the value is the code in code_fire_class.
enum class FireWeatherClass { kNone = 1, kLow = 2, kModerate = 3, kHigh = 4, kExtreme = 5 };

// One day's weather at one station, as the standard asks for it.
struct FireWeather {
  double max_temperature_c = 0;     // highest of the day
  double min_humidity_percent = 0;  // lowest relative humidity of the day, 0..100
  double last_rain_mm = 0;          // amount of the last rain of at least 0.3 mm
  int dry_days = 0;                 // days without rain since; 0 on the day of the rain
  int max_wind_beaufort = 0;        // greatest wind force of the day, 0..17
  int phenology_correction = 0;     // factor E, 0 (nothing green, no snow) .. 20 (all green)
};

// The parts of HTZ, so that the officer sees why.
struct FireWeatherIndex {
  int temperature = 0;  // A
  int humidity = 0;     // B
  int drought = 0;      // C
  int wind = 0;         // D
  int correction = 0;   // E
  int total = 0;        // HTZ = A + B + C + D - E
  FireWeatherClass fire_class = FireWeatherClass::kNone;
};

// Source: LY/T 1172-95 全国森林火险天气等级: HTZ = A + B + C + D - E with the class limits 25, 50, 72, 90. Factors A to
// D as in its table 1; factor C grows by 5 for each dry day to at most 50; rain below 0.3 mm is no rain. Factor E is
// the user's choice, since its values differ between the copies of the standard. Valid for one station and day; at most
// 120. Fails with kOutOfRange (detail names the value).
Result<FireWeatherIndex> fireWeatherIndex(const FireWeather& weather);

// The class of an HTZ: up to 25 none, 26-50 low, 51-72 moderate, 73-90 high, from 91 extreme.
FireWeatherClass fireWeatherClass(int htz);

// Wind force of a mean wind 10 m above ground; 0..17. Source: GB/T 28591-2012 风力等级 (WMO Beaufort limits). Fails
// with kOutOfRange below zero or not a number.
Result<int> beaufortOf(double wind_m_per_s);

}  // namespace gis::fire
