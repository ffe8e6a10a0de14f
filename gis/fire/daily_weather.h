// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/error.h"
#include "gis/fire/fire_weather.h"
#include "gis/fire/fwi.h"

namespace gis::fire {

// A day by the calendar, local time.
struct Day {
  int year = 0, month = 0, day = 0;
  friend auto operator<=>(const Day&, const Day&) = default;
};
std::optional<Day> dayFrom(std::string_view text);  // 2026-05-01, 2026/5/1 or 20260501; nothing for other texts
std::string dayText(Day day);                       // 2026-05-01
long dayNumber(Day day);                            // days since 1970-01-01

// The weather of one district (区县) on one day, as a weather office's daily table has it.
struct DailyWeather {
  std::string district;  // division code or name, as it was written
  Day day;
  double temperature_c = 0;     // noon (14 h where only that is observed)
  double humidity_percent = 0;  // noon
  double wind_m_per_s = 0;      // noon, 10 min mean at 10 m
  double rain_mm = 0;           // 24 hours before noon
  // Extremes of the day for the Chinese grade; where missing, the noon values stand for them.
  std::optional<double> max_temperature_c, min_humidity_percent, max_wind_m_per_s;
  double lat_deg = 36.2;
};

// Nothing when all is possible; else what is not, e.g. "rain_mm: -3 is below 0". One text a wrong value.
std::vector<std::string> impossibleValues(const DailyWeather& weather);

// Reads a table with a row of headings: comma, semicolon or tab; UTF-8. Headings in English, Chinese or as the cffdrs
// package has them (yr, mon, day, temp, rh, ws in km/h, prec). A row with a value that is missing, no number or
// impossible is left out with a warning (kRowSkipped; subject: line and column, detail: why). Fails with
// kInvalidArgument when headings are missing (detail names them) and kNoData without rows.
Result<Loaded<std::vector<DailyWeather>>> readDailyWeather(std::string_view text, const std::string& file);

// What local rules say of the Chinese grade: factor E (物候订正) by month. Data, resources/fire/fire_weather.json; an
// office's own in <workspace>/fire_weather.json.
struct FireWeatherRules {
  std::vector<int> phenology_correction = std::vector<int>(12, 0);  // January first
  std::string source;
  bool unverified = false;
  // First and last days of the fire season and of its worst part, month and day.
  int season_from_month = 10, season_from_day = 1, season_to_month = 5, season_to_day = 31;
  int high_from_month = 3, high_from_day = 15, high_to_month = 5, high_to_day = 31;
};
enum class FireSeason { kOff, kSeason, kHigh };  // 非防火期, 防火期, 高火险期
Result<FireWeatherRules> loadFireWeatherRules(const std::string& workspace_folder = {});
FireSeason seasonOf(const FireWeatherRules& rules, Day day);

// One day of a district's series.
struct FireDay {
  DailyWeather weather;
  Fwi fwi;
  FireWeatherIndex grade;  // LY/T 1172-95
  int gap_days = 0;        // days without weather before this one: the codes were carried over them unchanged
};

// The series of each district by day, codes carried from day to day from `start`. Districts in the order they first
// appear. A district's day given twice: the later row counts. Never fails for rows without impossibleValues.
struct FireSeries {
  std::string district;
  std::vector<FireDay> days;
};
Result<std::vector<FireSeries>> fireSeries(std::vector<DailyWeather> weather, const FireWeatherRules& rules,
                                           const FwiState& start = {}, FwiEdition edition = FwiEdition::k1985);

}  // namespace gis::fire
