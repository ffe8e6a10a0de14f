// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geology/rain_field.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <iterator>
#include <limits>

#include "gis/core/division_code.h"
#include "gis/geo/geodesic.h"

namespace gis::geology {
namespace {

constexpr double kNoReading = std::numeric_limits<double>::quiet_NaN();
constexpr std::int64_t kHourMs = 3'600'000;
constexpr int kMostHours = 24 * 31;
constexpr std::size_t kNearest = 4;
constexpr double kHereM = 1;  // a gauge at the place itself

constexpr double kMostHourMm = 500;
struct MostRain {
  double duration_h, rain_mm;
};
constexpr MostRain kMostRain[] = {{1, kMostHourMm}, {24, 1825}, {48, 2493}, {72, 3930}, {96, 4936}, {366 * 24, 26470}};

using Cells = std::vector<std::string>;

// One line of comma- or tab-separated text with quotes as in RFC 4180.
Cells cellsOf(std::string_view line) {
  const char between =
      line.find('\t') != std::string_view::npos && line.find(',') == std::string_view::npos ? '\t' : ',';
  Cells cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"') {
      if (quoted && i + 1 < line.size() && line[i + 1] == '"')
        cells.back() += line[++i];
      else
        quoted = !quoted;
    } else if (c == between && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  for (std::string& cell : cells) {
    while (!cell.empty() && (cell.back() == ' ' || cell.back() == '\r')) cell.pop_back();
    cell.erase(0, std::min(cell.find_first_not_of(' '), cell.size()));
  }
  return cells;
}

std::optional<double> numberOf(std::string_view text) {
  double value = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

// "2026-07-20 08:00", "2026/7/20T08:00:00Z", "2026072008"; Beijing time without Z.
std::optional<std::int64_t> timeOf(std::string_view text) {
  int part[6] = {0, 1, 1, 0, 0, 0};
  int count = 0;
  const bool utc = text.ends_with('Z');
  if (text.size() == 10 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) {
    for (const auto& [from, length] : {std::pair{0, 4}, {4, 2}, {6, 2}, {8, 2}})
      std::from_chars(text.data() + from, text.data() + from + length, part[count++]);
  } else {
    for (std::size_t i = 0; i < text.size() && count < 6;) {
      if (text[i] < '0' || text[i] > '9') {
        ++i;
        continue;
      }
      const auto [end, error] = std::from_chars(text.data() + i, text.data() + text.size(), part[count]);
      if (error != std::errc()) return std::nullopt;
      ++count;
      i = static_cast<std::size_t>(end - text.data());
    }
  }
  if (count < 4) return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year(part[0]), std::chrono::month(static_cast<unsigned>(part[1])),
                                        std::chrono::day(static_cast<unsigned>(part[2]))};
  if (!day.ok() || part[3] > 24 || part[4] > 59) return std::nullopt;
  const std::int64_t days = std::chrono::sys_days(day).time_since_epoch().count();
  return (days * 24 + part[3]) * kHourMs + part[4] * 60'000 - (utc ? 0 : 8 * kHourMs);
}

struct Columns {
  int station = -1, name = -1, lon = -1, lat = -1, division = -1, rain = -1, time = -1, hours = -1, days_ago = -1;
  double to_mm = 1;
  bool unit_said = false;
};

Columns columnsOf(const Cells& heading) {
  Columns columns;
  const auto is = [](const std::string& cell, std::initializer_list<const char*> names) {
    return std::ranges::any_of(names, [&](const char* name) { return cell == name; });
  };
  for (std::size_t i = 0; i < heading.size(); ++i) {
    std::string cell = heading[i];
    if (cell.starts_with("\xEF\xBB\xBF")) cell.erase(0, 3);
    for (char& c : cell)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const int at = static_cast<int>(i);
    if (is(cell, {"station", "station_code", "code", "id", "stcd", "站码", "测站编码", "站号"})) columns.station = at;
    if (is(cell, {"name", "station_name", "stnm", "站名", "名称"})) columns.name = at;
    if (is(cell, {"lon", "lon_deg", "longitude", "lgtd", "经度"})) columns.lon = at;
    if (is(cell, {"lat", "lat_deg", "latitude", "lttd", "纬度"})) columns.lat = at;
    if (is(cell, {"division", "division_code", "county", "county_code", "区划代码", "县区", "县"}))
      columns.division = at;
    if (is(cell, {"time", "tm", "datetime", "时间"})) columns.time = at;
    if (is(cell, {"hours", "duration_h", "小时", "时长"})) columns.hours = at;
    if (is(cell, {"days_ago", "前几日", "前第几日"})) columns.days_ago = at;
    if (is(cell,
           {"rain_mm", "drp", "p_mm", "雨量mm", "雨量(mm)", "雨量（mm）", "降雨量mm", "降雨量(毫米)", "雨量(毫米)"}))
      columns.rain = at, columns.unit_said = true;
    if (is(cell, {"rain", "p", "precip", "雨量", "降雨量"})) columns.rain = at;
    if (cell == "rain_cm") columns.rain = at, columns.unit_said = true, columns.to_mm = 10;
    if (cell == "rain_in") columns.rain = at, columns.unit_said = true, columns.to_mm = 25.4;
  }
  return columns;
}

struct Reading {
  std::size_t station;
  std::int64_t utc_ms;
  double mm;
};

void place(std::vector<double>& values, std::size_t at, double mm) {
  if (values.size() <= at) values.resize(at + 1, kNoReading);
  values[at] = std::isnan(values[at]) ? mm : values[at] + mm;
}

}  // namespace

double mostRainMm(double duration_h) {
  for (const MostRain& most : kMostRain)
    if (duration_h <= most.duration_h) return std::min(most.rain_mm, kMostHourMm * std::max(1.0, duration_h));
  return kMostRain[std::size(kMostRain) - 1].rain_mm;
}

Result<Loaded<RainField>> readRainTable(std::string_view text) {
  Loaded<RainField> loaded;
  RainField& field = loaded.value;
  std::map<std::string, std::size_t> places;
  std::vector<Reading> readings;
  std::optional<Columns> columns;
  int row = 0;
  bool any = false;
  const auto skip = [&](WarningCode code, const std::string& why, const std::string& found = {}) {
    loaded.warnings.push_back({code, "row " + std::to_string(row), found.empty() ? why : why + ": " + found});
  };
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    const std::string_view line = text.substr(from, to - from);
    from = to + 1;
    ++row;
    if (line.empty() || line[0] == '#' || line == "\r") continue;
    const Cells cells = cellsOf(line);
    if (!columns) {
      columns = columnsOf(cells);
      if (columns->rain < 0) return fail(ErrorCode::kInvalidArgument, "rain_mm", rain_trouble::kNoRainColumn);
      if (columns->station < 0 && columns->division < 0 && (columns->lon < 0 || columns->lat < 0))
        return fail(ErrorCode::kInvalidArgument, "station", rain_trouble::kNoPlaceColumn);
      if (columns->time < 0 && columns->hours < 0 && columns->days_ago < 0)
        return fail(ErrorCode::kInvalidArgument, "time", rain_trouble::kNoTimeColumn);
      if (!columns->unit_said) skip(WarningCode::kValueUnreadable, rain_trouble::kNoUnit);
      continue;
    }
    const auto cell = [&](int at) {
      return at >= 0 && at < static_cast<int>(cells.size()) ? cells[static_cast<std::size_t>(at)] : std::string();
    };
    const std::string division = cell(columns->division), code = cell(columns->station);
    std::string key = !code.empty()       ? code
                      : !division.empty() ? division
                                          : cell(columns->lon) + " " + cell(columns->lat);
    const auto rain = numberOf(cell(columns->rain));
    if (!rain) {
      // An empty cell is an hour without a reading; anything else is a mistake.
      if (!cell(columns->rain).empty())
        skip(WarningCode::kValueUnreadable, rain_trouble::kNoNumber, cell(columns->rain));
      continue;
    }
    if (*rain < 0) {
      skip(WarningCode::kRowSkipped, rain_trouble::kNegative, cell(columns->rain));
      continue;
    }
    const double mm = *rain * columns->to_mm;
    const auto hours_said = numberOf(cell(columns->hours));
    const double duration_h = timeOf(cell(columns->time)) ? 1 : hours_said ? *hours_said : 24;
    if (mm > mostRainMm(duration_h)) {
      skip(WarningCode::kRowSkipped, rain_trouble::kTooMuch, cell(columns->rain));
      continue;
    }
    const auto [known, fresh] = places.try_emplace(key, field.stations.size());
    if (fresh) {
      RainStation station{code, cell(columns->name), {}, code.empty() ? division : std::string(), {}};
      const auto lon = numberOf(cell(columns->lon)), lat = numberOf(cell(columns->lat));
      if (lon && lat && std::abs(*lon) <= 180 && std::abs(*lat) <= 90) station.where = LonLat{*lon, *lat};
      field.stations.push_back(std::move(station));
    }
    RainStation& station = field.stations[known->second];
    if (const auto time = timeOf(cell(columns->time))) {
      readings.push_back({known->second, *time, mm});
    } else if (const auto hours = numberOf(cell(columns->hours)); hours && *hours >= 1 && *hours <= kMostHours) {
      const auto count = static_cast<std::size_t>(std::lround(*hours));
      station.rain.hourly_mm.assign(count, mm / static_cast<double>(count));
    } else if (const auto days = numberOf(cell(columns->days_ago)); days && *days >= 1 && *days <= 60) {
      place(station.rain.daily_before_mm, static_cast<std::size_t>(std::lround(*days)) - 1, mm);
    } else {
      skip(WarningCode::kRowSkipped, rain_trouble::kNoTime);
      continue;
    }
    any = true;
  }
  if (!any) return fail(ErrorCode::kNoData, "rain", rain_trouble::kNoRow);
  std::int64_t first = std::numeric_limits<std::int64_t>::max();
  for (const Reading& reading : readings) {
    field.ends_utc_ms = std::max(field.ends_utc_ms, reading.utc_ms);
    first = std::min(first, reading.utc_ms);
  }
  if (!readings.empty()) {
    const std::int64_t hours = std::min<std::int64_t>((field.ends_utc_ms - first) / kHourMs + 1, kMostHours);
    const std::int64_t begins = field.ends_utc_ms - (hours - 1) * kHourMs;
    for (const Reading& reading : readings) {
      std::vector<double>& hourly = field.stations[reading.station].rain.hourly_mm;
      if (hourly.empty()) hourly.assign(static_cast<std::size_t>(hours), kNoReading);
      // What came at 8:20 fell in the hour that ends at 9.
      const std::int64_t at = (reading.utc_ms - begins + kHourMs - 1) / kHourMs;
      if (reading.utc_ms >= begins) place(hourly, static_cast<std::size_t>(std::min(at, hours - 1)), reading.mm);
    }
  }
  for (const RainStation& station : field.stations)
    field.hours = std::max(field.hours, static_cast<int>(station.rain.hourly_mm.size()));
  return loaded;
}

RainAtPlaces::RainAtPlaces(const RainField& field, double reach_m) : m_field(&field), m_reach_m(reach_m) {
  for (std::size_t i = 0; i < field.stations.size(); ++i)
    if (field.stations[i].where && field.stations[i].division.empty()) m_gauges.push_back(i);
}

std::optional<RainSeries> RainAtPlaces::at(LonLat where, std::string_view division_code) const {
  const RainStation* whole = nullptr;
  for (const RainStation& station : m_field->stations) {
    const std::string_view prefix = divisionPrefix(station.division);
    if (!prefix.empty() && division_code.starts_with(prefix) &&
        (!whole || prefix.size() > divisionPrefix(whole->division).size()))
      whole = &station;
  }
  if (whole) return whole->rain;
  std::vector<std::pair<double, const RainStation*>> near;
  for (const std::size_t i : m_gauges) {
    const double dist_m = geodesicBetween(where, *m_field->stations[i].where).dist_m;
    if (dist_m <= m_reach_m) near.emplace_back(std::max(dist_m, kHereM), &m_field->stations[i]);
  }
  if (near.empty()) return std::nullopt;
  std::ranges::sort(near, {}, &std::pair<double, const RainStation*>::first);
  if (near.size() > kNearest) near.resize(kNearest);
  const auto mixed = [&](auto part) {
    std::size_t longest = 0;
    for (const auto& [dist_m, station] : near) longest = std::max(longest, part(*station).size());
    std::vector<double> values(longest, kNoReading);
    const bool ends_together = &part(*near[0].second) == &near[0].second->rain.hourly_mm;
    for (std::size_t back = 0; back < longest; ++back) {
      double sum = 0, weights = 0;
      for (const auto& [dist_m, station] : near) {
        const std::vector<double>& of = part(*station);
        if (back >= of.size()) continue;
        const double mm = of[ends_together ? of.size() - 1 - back : back];
        if (std::isnan(mm)) continue;
        const double weight = 1 / (dist_m * dist_m);
        sum += weight * mm, weights += weight;
      }
      if (weights > 0) values[ends_together ? longest - 1 - back : back] = sum / weights;
    }
    return values;
  };
  return RainSeries{
      mixed([](const RainStation& station) -> const std::vector<double>& { return station.rain.hourly_mm; }),
      mixed([](const RainStation& station) -> const std::vector<double>& { return station.rain.daily_before_mm; })};
}

}  // namespace gis::geology
