// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/core/error.h"

namespace gis::fire {

// Canadian Forest Fire Weather Index 加拿大火险天气指数: one day's weather at noon local standard time.
struct NoonWeather {
  double temperature_c = 0;
  double humidity_percent = 0;
  double wind_km_per_h = 0;  // 10 m above open ground
  double rain_mm = 0;        // of the 24 hours before noon
  int month = 1;             // 1..12
  double lat_deg = 40;
};

// The three moisture codes, which carry from day to day.
struct FwiState {
  double ffmc = 85;  // fine fuel moisture code 细小可燃物湿度码
  double dmc = 6;    // duff moisture code 腐殖质湿度码
  double dc = 15;    // drought code 干旱码
};

struct Fwi {
  FwiState codes;  // of this day
  double isi = 0;  // initial spread index 初始蔓延指数
  double bui = 0;  // build-up index 有效可燃物指数
  double fwi = 0;  // fire weather index 火险天气指数
  double dsr = 0;  // daily severity rating 日火险严重度
};

// Two editions that differ in the second digit. k1985: the equations of the report, FFMC on the scale 147.2, duff
// moisture 20 + e^(5.6348 - DMC / 43.43). kCffdrs: the program of the Canadian Forest Service, 147.27723 and 20 + 280 /
// e^(0.023 DMC).
enum class FwiEdition { k1985, kCffdrs };

// One day on from the day before. Day lengths of the duff and drought codes: 46 N for lat_deg >= 30, 20 N to 30 degrees
// as cffdrs has them. Valid for temperature -50..60, humidity 0..100, wind 0..200, rain 0..600, lat_deg 10..90; else
// fails with kOutOfRange, whose subject is the name of the value.
// Source: C. E. Van Wagner & T. L. Pickett, Equations and FORTRAN program for the Canadian Forest Fire Weather Index
// System, Forestry Technical Report 33, 1985; Van Wagner, FTR 35, 1987 (DSR).
Result<Fwi> fwiOf(const FwiState& yesterday, const NoonWeather& today, FwiEdition edition = FwiEdition::k1985);

// Classes of the FWI after EFFIS (European Forest Fire Information System): limits 5.2, 11.2, 21.3, 38, 50. Calibrated
// for Europe: an office should look at its own percentiles.
enum class FwiClass { kVeryLow = 1, kLow, kModerate, kHigh, kVeryHigh, kExtreme };
FwiClass fwiClass(double fwi);

}  // namespace gis::fire
