// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>

#include "gis/cap/warning_store.h"
#include "gis/demo/writer_build.h"

namespace gis::demo {
namespace {

// The demo's present is 2026-05-01; its weather runs over the spring before.
constexpr int kDays = 61;
constexpr std::int64_t kWeatherNowUtcMs = 1777593600000;
constexpr std::int64_t kRainHourMs = 3'600'000;

std::vector<int> countiesOf(const DemoBuild& build) {
  std::vector<int> counties;
  for (std::size_t i = 0; i < build.city.divisions.size(); ++i)
    if (build.city.divisions[i].level == 3) counties.push_back(static_cast<int>(i));
  return counties;
}

std::string dayText(int before) {
  const std::chrono::year_month_day day(std::chrono::sys_days(std::chrono::year(2026) / 5 / 1) -
                                        std::chrono::days(before));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

double tenth(double v) { return std::round(v * 10) / 10; }

// One weather for the city, bent for each county by its height: warmer days, falling humidity, a rain every ten days or
// so, gusts in front of it.
Result<void> writeDaily(DemoBuild& build) {
  const std::vector<int> counties = countiesOf(build);
  struct City {
    double warm_c, damp_percent, wind_m_per_s, rain_mm;
  };
  std::vector<City> days;
  Random random = build.random(0x77746872);
  for (int d = 0; d < kDays; ++d) {
    City day{};
    const double season = static_cast<double>(d) / kDays;
    day.warm_c = 9 + 13 * season + 4 * std::sin(d * 2 * std::numbers::pi / 9) + 1.6 * random.normal();
    day.damp_percent = 36 - 8 * season + 9 * random.normal();
    day.wind_m_per_s = std::max(0.6, 3.4 + 1.8 * random.normal());
    if (d % 11 == 9 || random.chance(0.05)) {
      day.rain_mm = random.uniform(0.4, 14);
      day.warm_c -= 6, day.damp_percent += 38;
    }
    days.push_back(day);
  }
  return build.out.fill(
      "weather_daily",
      {"division_code", "day", "temperature_c", "humidity_percent", "wind_m_per_s", "rain_mm", "max_temperature_c",
       "min_humidity_percent", "max_wind_m_per_s"},
      counties.size() * kDays, nullptr, [&](std::size_t i, Row& row) {
        const Division& county = build.division(counties[i / kDays]);
        const City& day = days[i % kDays];
        const double height_m = build.land.heightAt(county.seat);
        const double t = day.warm_c - (height_m - 950) * 0.0065 + 0.5 * random.normal();
        const double h = std::clamp(day.damp_percent + 4 * random.normal() + (height_m - 950) * 0.006, 9.0, 98.0);
        const double w = std::max(0.3, day.wind_m_per_s + 0.5 * random.normal());
        const double r = day.rain_mm > 0 && random.chance(0.85) ? day.rain_mm * random.uniform(0.5, 1.4) : 0;
        row.set(county.code, dayText(kDays - 1 - static_cast<int>(i % kDays)), tenth(t), std::round(h), tenth(w),
                tenth(r), tenth(t + 1.5), std::round(std::max(5.0, h - 7)), tenth(w * 1.5));
      });
}

struct Signal {
  const char* type;
  const char* name;
  int colour;
  int hours_ago, hours_valid;  // 0: until it is cancelled
  std::vector<std::size_t> counties;
  const char* text;
};

Result<void> writeWarnings(DemoBuild& build) {
  const std::vector<int> counties = countiesOf(build);
  if (counties.empty()) return {};
  const Division& city = build.division(0);
  const auto code = [&](std::size_t n) { return build.division(counties[n % counties.size()]).code; };
  const std::vector<Signal> signals = {
      {"11B25",
       "森林火险",
       2,
       6,
       0,
       {9, 10, 7},
       "预计未来两天气温高、风力大，森林火险等级达四级，严禁野外用火，扑火队伍靠前驻防。"},
      {"11B06",
       "大风",
       4,
       3,
       0,
       {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11},
       "预计24小时内平均风力可达6级以上，阵风7级以上。"},
      {"11B20", "雷雨大风", 3, 1, 6, {4, 5}, "预计6小时内可能受雷雨大风影响，注意防范雷击和阵风。"},
      {"11B16", "霜冻", 4, 60, 36, {8}, "48小时内地面最低温度将要下降到0℃以下。"},
  };
  constexpr const char* kColours[] = {"", "红色", "橙色", "黄色", "蓝色"};
  WarningStore store(build.out.database());
  for (std::size_t i = 0; i < signals.size(); ++i) {
    const Signal& s = signals[i];
    Warning12379 warning;
    for (const std::size_t n : s.counties)
      if (const std::string one = code(n);
          std::ranges::find(warning.division_codes, one) == warning.division_codes.end())
        warning.division_codes.push_back(one);
    warning.sent_utc_ms = warning.effective_utc_ms = kWeatherNowUtcMs - s.hours_ago * kRainHourMs;
    warning.expires_utc_ms = s.hours_valid > 0 ? warning.sent_utc_ms + s.hours_valid * kRainHourMs : 0;
    warning.identifier = fmt::format("{}41600000_20260430{:02}0000_{}", city.code.substr(0, 6), 10 + i, i);
    warning.sender = city.code.substr(0, 6) + "41600000";
    warning.sender_name = city.name + "气象台";
    warning.status = CapStatus::kExercise;
    warning.event_code = s.type;
    warning.event = s.name;
    warning.colour = static_cast<WarningColour>(s.colour - 1);
    warning.headline = fmt::format("{}发布{}{}预警", warning.sender_name, s.name, kColours[s.colour]);
    warning.description = s.text;
    if (auto kept = store.add(capOf(warning), "演示数据（合成）", warning.sent_utc_ms); !kept)
      return std::unexpected(kept.error());
  }
  return {};
}

}  // namespace

Result<void> writeWeather(DemoBuild& build) {
  if (auto done = writeDaily(build); !done) return done;
  return writeWarnings(build);
}

}  // namespace gis::demo
