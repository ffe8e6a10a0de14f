// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/fire/daily_weather.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "fireRuleFiles.h"

namespace gis::fire {

namespace {

constexpr double kKmPerHPerMPerS = 3.6;
constexpr double kLeastRainDayMm = 0.3;
// The first day of a series knows nothing of the rain before: as after a moderate rain.
constexpr double kFirstRainMm = 5;

enum Column {
  kDistrict,
  kDate,
  kYear,
  kMonth,
  kDayOfMonth,
  kTemp,
  kHumidity,
  kWindMs,
  kWindKmh,
  kRain,
  kMaxTemp,
  kMinHumidity,
  kMaxWind,
  kLat,
  kColumns
};
struct Heading {
  const char* text;
  Column column;
};
constexpr Heading kHeadings[] = {{"district", kDistrict},
                                 {"division_code", kDistrict},
                                 {"county", kDistrict},
                                 {"区县", kDistrict},
                                 {"县区", kDistrict},
                                 {"区划代码", kDistrict},
                                 {"站名", kDistrict},
                                 {"date", kDate},
                                 {"日期", kDate},
                                 {"yr", kYear},
                                 {"year", kYear},
                                 {"年", kYear},
                                 {"mon", kMonth},
                                 {"month", kMonth},
                                 {"月", kMonth},
                                 {"day", kDayOfMonth},
                                 {"日", kDayOfMonth},
                                 {"temp", kTemp},
                                 {"temp_c", kTemp},
                                 {"temperature_c", kTemp},
                                 {"气温", kTemp},
                                 {"气温℃", kTemp},
                                 {"14时气温", kTemp},
                                 {"rh", kHumidity},
                                 {"humidity_percent", kHumidity},
                                 {"相对湿度", kHumidity},
                                 {"湿度", kHumidity},
                                 {"相对湿度%", kHumidity},
                                 {"ws", kWindKmh},
                                 {"wind_km_per_h", kWindKmh},
                                 {"wind_m_per_s", kWindMs},
                                 {"风速", kWindMs},
                                 {"风速m/s", kWindMs},
                                 {"prec", kRain},
                                 {"rain_mm", kRain},
                                 {"降水", kRain},
                                 {"降水量", kRain},
                                 {"雨量", kRain},
                                 {"降水量mm", kRain},
                                 {"max_temperature_c", kMaxTemp},
                                 {"最高气温", kMaxTemp},
                                 {"min_humidity_percent", kMinHumidity},
                                 {"最小湿度", kMinHumidity},
                                 {"最小相对湿度", kMinHumidity},
                                 {"max_wind_m_per_s", kMaxWind},
                                 {"最大风速", kMaxWind},
                                 {"lat", kLat},
                                 {"lat_deg", kLat},
                                 {"纬度", kLat}};

std::string lowered(std::string_view text) {
  std::string made;
  for (const char c : text)
    if (c != ' ' && c != '\r' && c != '"') made += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  for (const char* open : {"（", "("})
    if (const auto at = made.find(open); at != std::string::npos) made.resize(at);
  return made;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\"");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\"") - first + 1);
}

std::vector<std::string_view> cellsOf(std::string_view line, char separator) {
  std::vector<std::string_view> cells;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find(separator, at), line.size());
    cells.push_back(trimmed(line.substr(at, end - at)));
    at = end + 1;
  }
  return cells;
}

std::optional<double> numberOf(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

class WeatherTable {
 public:
  explicit WeatherTable(const std::string& file) : m_file(file) { m_at.fill(-1); }

  Result<Loaded<std::vector<DailyWeather>>> read(std::string_view text) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    int line_no = 0;
    bool headed = false;
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = trimmed(text.substr(0, end));
      text.remove_prefix(std::min(end + 1, text.size()));
      ++line_no;
      if (line.empty() || line.starts_with("#")) continue;
      if (!headed) {
        if (auto heads = readHeadings(line); !heads) return std::unexpected(std::move(heads.error()));
        headed = true;
        continue;
      }
      readRow(cellsOf(line, m_separator), line_no);
    }
    if (!headed || (m_made.value.empty() && m_made.warnings.empty())) return fail(ErrorCode::kNoData, m_file);
    return std::move(m_made);
  }

 private:
  Result<void> readHeadings(std::string_view line) {
    for (const char c : {';', '\t', ','})
      if (line.find(c) != std::string_view::npos) {
        m_separator = c;
        break;
      }
    const auto cells = cellsOf(line, m_separator);
    for (std::size_t i = 0; i < cells.size(); ++i)
      for (const Heading& heading : kHeadings)
        if (lowered(cells[i]) == heading.text) m_at[heading.column] = static_cast<int>(i);
    std::string missing;
    const auto need = [&](bool there, const char* name) {
      if (!there) missing += (missing.empty() ? "" : ", ") + std::string(name);
    };
    need(has(kDate) || (has(kYear) && has(kMonth) && has(kDayOfMonth)), "date");
    need(has(kTemp), "temperature_c");
    need(has(kHumidity), "humidity_percent");
    need(has(kWindMs) || has(kWindKmh), "wind_m_per_s");
    need(has(kRain), "rain_mm");
    if (!missing.empty()) return fail(ErrorCode::kInvalidArgument, m_file, "headings missing: " + missing);
    return {};
  }
  bool has(Column column) const { return m_at[column] >= 0; }

  void readRow(const std::vector<std::string_view>& cells, int line_no) {
    bool good = true;
    const auto refuse = [&](const std::string& column, const std::string& why) {
      m_made.warnings.push_back(
          {WarningCode::kRowSkipped, fmt::format("{} line {}: {}", m_file, line_no, column), why});
      good = false;
    };
    const auto cell = [&](Column column) {
      return has(column) && static_cast<std::size_t>(m_at[column]) < cells.size()
                 ? cells[static_cast<std::size_t>(m_at[column])]
                 : std::string_view();
    };
    const auto number = [&](Column column, const char* name) {
      const auto value = numberOf(cell(column));
      if (!value) refuse(name, cell(column).empty() ? "nothing there" : "no number: " + std::string(cell(column)));
      return value.value_or(0);
    };
    const auto optional = [&](Column column, const char* name) -> std::optional<double> {
      if (cell(column).empty()) return std::nullopt;
      return number(column, name);
    };
    DailyWeather w;
    w.district = std::string(cell(kDistrict));
    if (has(kDate)) {
      if (const auto day = dayFrom(cell(kDate)))
        w.day = *day;
      else
        refuse("date", "no date: " + std::string(cell(kDate)));
    } else {
      w.day = {static_cast<int>(number(kYear, "year")), static_cast<int>(number(kMonth, "month")),
               static_cast<int>(number(kDayOfMonth, "day"))};
      if (good && !dayFrom(dayText(w.day))) refuse("date", "no date: " + dayText(w.day));
    }
    w.temperature_c = number(kTemp, "temperature_c");
    w.humidity_percent = number(kHumidity, "humidity_percent");
    w.wind_m_per_s =
        has(kWindMs) ? number(kWindMs, "wind_m_per_s") : number(kWindKmh, "wind_km_per_h") / kKmPerHPerMPerS;
    w.rain_mm = number(kRain, "rain_mm");
    w.max_temperature_c = optional(kMaxTemp, "max_temperature_c");
    w.min_humidity_percent = optional(kMinHumidity, "min_humidity_percent");
    w.max_wind_m_per_s = optional(kMaxWind, "max_wind_m_per_s");
    if (const auto lat = optional(kLat, "lat_deg")) w.lat_deg = *lat;
    if (!good) return;
    for (const std::string& wrong : impossibleValues(w)) {
      const auto colon = wrong.find(": ");
      refuse(wrong.substr(0, colon), wrong.substr(colon + 2));
    }
    if (good) m_made.value.push_back(std::move(w));
  }

  std::string m_file;
  std::array<int, kColumns> m_at{};
  char m_separator = ',';
  Loaded<std::vector<DailyWeather>> m_made;
};

}  // namespace

std::optional<Day> dayFrom(std::string_view text) {
  Day day;
  std::array<int*, 3> parts{&day.year, &day.month, &day.day};
  if (text.size() == 8 && text.find_first_not_of("0123456789") == std::string_view::npos) {
    std::from_chars(text.data(), text.data() + 4, day.year);
    std::from_chars(text.data() + 4, text.data() + 6, day.month);
    std::from_chars(text.data() + 6, text.data() + 8, day.day);
  } else {
    const char* at = text.data();
    const char* const end = at + text.size();
    for (std::size_t i = 0; i < 3; ++i) {
      const auto [next, error] = std::from_chars(at, end, *parts[i]);
      if (error != std::errc() || next == at) return std::nullopt;
      at = next;
      if (i < 2 && (at == end || (*at != '-' && *at != '/' && *at != '.'))) return std::nullopt;
      if (i < 2) ++at;
    }
    if (at != end) return std::nullopt;
  }
  const std::chrono::year_month_day date{std::chrono::year(day.year),
                                         std::chrono::month(static_cast<unsigned>(day.month)),
                                         std::chrono::day(static_cast<unsigned>(day.day))};
  if (!date.ok() || day.year < 1900 || day.year > 2200) return std::nullopt;
  return day;
}

std::string dayText(Day day) { return fmt::format("{:04}-{:02}-{:02}", day.year, day.month, day.day); }

long dayNumber(Day day) {
  const std::chrono::year_month_day date{std::chrono::year(day.year),
                                         std::chrono::month(static_cast<unsigned>(day.month)),
                                         std::chrono::day(static_cast<unsigned>(day.day))};
  return std::chrono::sys_days(date).time_since_epoch().count();
}

std::vector<std::string> impossibleValues(const DailyWeather& w) {
  std::vector<std::string> wrong;
  const auto check = [&](const char* name, std::optional<double> value, double least, double most) {
    if (!value) return;
    if (!(*value >= least)) wrong.push_back(fmt::format("{}: {:g} is below {:g}", name, *value, least));
    if (*value > most) wrong.push_back(fmt::format("{}: {:g} is above {:g}", name, *value, most));
  };
  check("temperature_c", w.temperature_c, -50, 60);
  check("humidity_percent", w.humidity_percent, 0, 100);
  check("wind_m_per_s", w.wind_m_per_s, 0, 55);
  check("rain_mm", w.rain_mm, 0, 600);
  check("max_temperature_c", w.max_temperature_c, -50, 60);
  check("min_humidity_percent", w.min_humidity_percent, 0, 100);
  check("max_wind_m_per_s", w.max_wind_m_per_s, 0, 80);
  check("lat_deg", w.lat_deg, 10, 90);
  return wrong;
}

Result<Loaded<std::vector<DailyWeather>>> readDailyWeather(std::string_view text, const std::string& file) {
  return WeatherTable(file).read(text);
}

Result<FireWeatherRules> loadFireWeatherRules(const std::string& workspace_folder) {
  std::string text, name = "fire_weather.json";
  for (const EmbeddedFile& file : fireRuleFiles())
    if (file.name == name) text = file.text();
  const std::filesystem::path own = std::filesystem::path(workspace_folder) / name;
  std::error_code ignored;
  if (!workspace_folder.empty() && std::filesystem::exists(own, ignored)) {
    std::ifstream in(own, std::ios::binary);
    text.assign(std::istreambuf_iterator<char>(in), {});
    name = own.string();
  }
  FireWeatherRules rules;
  try {
    const auto json = nlohmann::json::parse(text);
    rules.phenology_correction = json.at("phenology_correction_by_month").get<std::vector<int>>();
    rules.source = json.at("source").get<std::string>();
    rules.unverified = json.value("unverified", false);
    const auto dates = [&](const char* key, int& m0, int& d0, int& m1, int& d1) {
      m0 = json.at(key).at("from").at(0), d0 = json.at(key).at("from").at(1);
      m1 = json.at(key).at("to").at(0), d1 = json.at(key).at("to").at(1);
    };
    dates("fire_season", rules.season_from_month, rules.season_from_day, rules.season_to_month, rules.season_to_day);
    dates("high_season", rules.high_from_month, rules.high_from_day, rules.high_to_month, rules.high_to_day);
  } catch (const nlohmann::json::exception& e) {
    return fail(ErrorCode::kDamagedFile, name, e.what());
  }
  if (rules.phenology_correction.size() != 12 ||
      std::ranges::any_of(rules.phenology_correction, [](int e) { return e < 0 || e > 20; }))
    return fail(ErrorCode::kDamagedFile, name, "phenology_correction_by_month: twelve numbers from 0 to 20");
  return rules;
}

FireSeason seasonOf(const FireWeatherRules& rules, Day day) {
  const auto within = [&](int m0, int d0, int m1, int d1) {
    const int now = day.month * 100 + day.day, from = m0 * 100 + d0, to = m1 * 100 + d1;
    return from <= to ? now >= from && now <= to : now >= from || now <= to;
  };
  if (within(rules.high_from_month, rules.high_from_day, rules.high_to_month, rules.high_to_day))
    return FireSeason::kHigh;
  if (within(rules.season_from_month, rules.season_from_day, rules.season_to_month, rules.season_to_day))
    return FireSeason::kSeason;
  return FireSeason::kOff;
}

Result<std::vector<FireSeries>> fireSeries(std::vector<DailyWeather> weather, const FireWeatherRules& rules,
                                           const FwiState& start, FwiEdition edition) {
  std::vector<std::string> order;
  std::map<std::string, std::map<Day, DailyWeather>> by_district;
  for (DailyWeather& w : weather) {
    if (!by_district.contains(w.district)) order.push_back(w.district);
    by_district[w.district].insert_or_assign(w.day, std::move(w));
  }
  std::vector<FireSeries> made;
  for (const std::string& district : order) {
    FireSeries series{district, {}};
    FwiState codes = start;
    double last_rain_mm = kFirstRainMm;
    int dry_days = 0;
    std::optional<long> before;
    for (const auto& [day, w] : by_district[district]) {
      FireDay one;
      one.weather = w;
      const long number = dayNumber(day);
      one.gap_days = before ? static_cast<int>(number - *before - 1) : 0;
      auto fwi = fwiOf(
          codes,
          {w.temperature_c, w.humidity_percent, w.wind_m_per_s * kKmPerHPerMPerS, w.rain_mm, day.month, w.lat_deg},
          edition);
      if (!fwi) return std::unexpected(std::move(fwi.error()).via(district + " " + dayText(day)));
      one.fwi = *fwi;
      codes = fwi->codes;
      if (w.rain_mm >= kLeastRainDayMm)
        last_rain_mm = w.rain_mm, dry_days = 0;
      else
        dry_days += before ? 1 + one.gap_days : 1;
      const auto force = beaufortOf(w.max_wind_m_per_s.value_or(w.wind_m_per_s));
      if (!force) return std::unexpected(force.error());
      const auto grade = fireWeatherIndex(
          {w.max_temperature_c.value_or(w.temperature_c), w.min_humidity_percent.value_or(w.humidity_percent),
           last_rain_mm, dry_days, *force, rules.phenology_correction[static_cast<std::size_t>(day.month - 1)]});
      if (!grade) return std::unexpected(Error(grade.error()).via(district + " " + dayText(day)));
      one.grade = *grade;
      before = number;
      series.days.push_back(std::move(one));
    }
    made.push_back(std::move(series));
  }
  return made;
}

}  // namespace gis::fire
