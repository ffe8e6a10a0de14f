// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <optional>

#include "gis/flood/flood_load.h"
#include "gis/flood/wave_travel.h"

namespace app {

// How the flood room says things, in the current language. Window's thread.
QString floodTime(std::int64_t utc_ms);    // "07-31 04:00"
QString floodMoment(std::int64_t utc_ms);  // "2026-07-31 04:00", where the year matters
// "最新读数 3 天前"; empty up to a day.
QString latestAgeText(std::optional<std::int64_t> latest_utc_ms, std::int64_t now_utc_ms);
// "3 小时前", "reading is 3 h old"; empty while it is fresh.
QString ageText(std::optional<std::int64_t> last_utc_ms, std::int64_t now_utc_ms, gis::flood::Freshness freshness);
QString mm(double rain_mm);      // "12.5 mm"
QString metres(double level_m);  // "812.34 m"
QString signedMetres(double m);  // "+0.42 m"
QString volume(double m3);       // "1,234 万 m³"
QString trendText(std::optional<double> m_per_h);
QString confidenceText(char confidence);  // "待核实" for U, "" for S
QString soilText(gis::flood::SoilState soil);
QString travelText(const gis::flood::TravelTime& travel);  // "约 2.1 h（1.4—3.3）"
QString countyOf(const gis::flood::FloodView& view, const std::string& division_code);
QString textOf(const std::string& utf8);

}  // namespace app
