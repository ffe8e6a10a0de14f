// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <limits>

#include "app/briefing/fact_rows.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

namespace flood = gis::flood;
using gis::briefing::FactTable;
using Answer = gis::Result<FactTable>;

// 24-hour rain by GB/T 28592-2012: 特大暴雨 250, 大暴雨 100, 暴雨 50, 大雨 25 mm.
std::int64_t rainTone(double rain_24h_mm) {
  return rain_24h_mm >= 250 ? 1 : rain_24h_mm >= 100 ? 2 : rain_24h_mm >= 50 ? 3 : rain_24h_mm >= 25 ? 4 : 0;
}

std::int64_t toneOf(flood::FlashFloodLevel level) {
  return level == flood::FlashFloodLevel::kMove ? 1 : level == flood::FlashFloodLevel::kPrepare ? 2 : 0;
}
std::int64_t toneOf(flood::StageState state) {
  return state == flood::StageState::kAboveGuaranteed ? 1 : state == flood::StageState::kAboveWarning ? 2 : 0;
}
std::int64_t toneOf(flood::ReservoirState state) {
  switch (state) {
    case flood::ReservoirState::kAboveCheck:
      return 1;
    case flood::ReservoirState::kAboveNormal:
      return 2;
    case flood::ReservoirState::kAboveLimit:
      return 3;
    case flood::ReservoirState::kNormal:
    case flood::ReservoirState::kUnknown:
      break;
  }
  return 0;
}

// One county's share of the situation.
struct CountyFlood {
  double rain_sum_mm = 0, rain_most_mm = 0;
  std::string wettest;
  std::int64_t stations = 0, move = 0, prepare = 0, people = 0, households = 0, rivers = 0, reservoirs = 0;
  std::int64_t tone() const { return move ? 1 : prepare || rivers ? 2 : reservoirs ? 3 : 0; }
};

bool isRainGauge(const flood::StationNow& now) {
  return now.last_utc_ms.has_value() && now.freshness != flood::Freshness::kSilent;
}

std::map<std::string, CountyFlood> byCounty(const flood::FloodView& view) {
  std::map<std::string, CountyFlood> counties;
  const auto of = [&](const std::string& code) -> CountyFlood& { return counties[code.substr(0, 6)]; };
  for (const flood::StationNow& now : view.now.stations) {
    const flood::Station& station = view.records.stations[now.station];
    if (!view.readings.rain.contains(station.code) || !isRainGauge(now)) continue;
    CountyFlood& county = of(station.division_code);
    ++county.stations;
    county.rain_sum_mm += now.rain_24h_mm;
    if (now.rain_24h_mm <= county.rain_most_mm && !county.wettest.empty()) continue;
    county.rain_most_mm = now.rain_24h_mm;
    county.wettest = station.name;
  }
  for (const flood::SectionNow& now : view.now.sections) {
    if (now.level == flood::FlashFloodLevel::kNone) continue;
    const flood::DangerSection& section = view.records.sections[now.section];
    CountyFlood& county = of(section.division_code);
    (now.level == flood::FlashFloodLevel::kMove ? county.move : county.prepare) += 1;
    county.people += section.people;
    county.households += section.households;
  }
  for (const flood::RiverNow& now : view.now.rivers)
    if (toneOf(now.state) != 0) ++of(view.records.stations[now.station].division_code).rivers;
  for (const flood::ReservoirNow& now : view.now.reservoirs)
    if (toneOf(now.state) != 0) ++of(view.records.reservoirs[now.reservoir].division_code).reservoirs;
  return counties;
}

CountyFlood sumOf(const std::map<std::string, CountyFlood>& counties) {
  CountyFlood all;
  for (const auto& [code, county] : counties) {
    all.move += county.move, all.prepare += county.prepare, all.people += county.people;
    all.households += county.households, all.rivers += county.rivers, all.reservoirs += county.reservoirs;
    if (county.rain_most_mm > all.rain_most_mm) all.rain_most_mm = county.rain_most_mm, all.wettest = county.wettest;
  }
  return all;
}

// Nothing has been heard for so long that nothing can be said.
bool isDeaf(const flood::FloodView& view) {
  return std::ranges::none_of(view.now.stations, [](const flood::StationNow& now) {
    return now.freshness == flood::Freshness::kFresh || now.freshness == flood::Freshness::kStale;
  });
}

Answer floodFigures(BriefingFacts& facts) {
  const auto view = facts.flood();
  if (!view) return std::unexpected(view.error());
  if (isDeaf(**view)) return FactTable{};
  const CountyFlood all = sumOf(byCounty(**view));
  FactTable table{{"name", "value", "unit", "tone"}, {}, 0};
  const auto add = [&](const char* name, gis::briefing::FactCell value, const char* unit, std::int64_t tone) {
    table.rows.push_back(FactRow{factWords(name), std::move(value), factWords(unit), tone});
  };
  add(QT_TRANSLATE_NOOP("BriefingFacts", "Move at once"), all.move, QT_TRANSLATE_NOOP("BriefingFacts", "villages"),
      all.move ? 1 : 0);
  add(QT_TRANSLATE_NOOP("BriefingFacts", "Prepare to move"), all.prepare,
      QT_TRANSLATE_NOOP("BriefingFacts", "villages"), all.prepare ? 2 : 0);
  add(QT_TRANSLATE_NOOP("BriefingFacts", "Living there"), all.people, QT_TRANSLATE_NOOP("BriefingFacts", "people"), 0);
  add(QT_TRANSLATE_NOOP("BriefingFacts", "Rivers above warning"), all.rivers,
      QT_TRANSLATE_NOOP("BriefingFacts", "stations"), all.rivers ? 2 : 0);
  add(QT_TRANSLATE_NOOP("BriefingFacts", "Reservoirs above limit"), all.reservoirs,
      QT_TRANSLATE_NOOP("BriefingFacts", "reservoirs"), all.reservoirs ? 3 : 0);
  add(QT_TRANSLATE_NOOP("BriefingFacts", "Most rain in 24 h"), all.rain_most_mm,
      QT_TRANSLATE_NOOP("BriefingFacts", "mm"), rainTone(all.rain_most_mm));
  return table;
}

// One row while anything is over a threshold.
Answer alertLine(BriefingFacts& facts) {
  const auto view = facts.flood();
  if (!view) return std::unexpected(view.error());
  if (isDeaf(**view))
    return FactTable{{"say", "tone"},
                     {FactRow{factWords(QT_TRANSLATE_NOOP("BriefingFacts",
                                                          "No station has reported within a day: what follows of rain "
                                                          "and water is not known, not safe.")),
                              std::int64_t{2}}},
                     0};
  const CountyFlood all = sumOf(byCounty(**view));
  FactTable table{
      {"move", "prepare", "people", "households", "rivers", "reservoirs", "rain_mm", "station", "tone"}, {}, 0};
  if (all.tone() != 0)
    table.rows.push_back(FactRow{all.move, all.prepare, all.people, all.households, all.rivers, all.reservoirs,
                                 all.rain_most_mm, all.wettest, all.tone()});
  return table;
}

Answer counties(BriefingFacts& facts) {
  const auto view = facts.flood();
  if (!view) return std::unexpected(view.error());
  FactTable table{{"county", "district", "mean_mm", "most_mm", "station", "stations", "move", "prepare", "people",
                   "households", "rivers", "reservoirs", "tone", "rain_tone", "value", "label"},
                  {},
                  0};
  for (const auto& [code, county] : byCounty(**view)) {
    const QString name = facts.countyName(code);
    if (name.isEmpty()) continue;
    const double mean_mm = county.stations ? county.rain_sum_mm / static_cast<double>(county.stations) : 0;
    table.rows.push_back(FactRow{name.toStdString(), code + "000000", mean_mm, county.rain_most_mm, county.wettest,
                                 county.stations, county.move, county.prepare, county.people, county.households,
                                 county.rivers, county.reservoirs, county.tone(), rainTone(county.rain_most_mm),
                                 county.rain_most_mm, gis::briefing::cellText(county.rain_most_mm, 0) + " mm"});
  }
  return table;
}

// The rain of the counties, the wettest first; the tone is that of the rain.
Answer rainByCounty(BriefingFacts& facts) {
  auto table = counties(facts);
  if (!table) return table;
  const auto most = static_cast<std::size_t>(table->columnOf("most_mm"));
  const auto tone = static_cast<std::size_t>(table->columnOf("tone"));
  const auto rain_tone = static_cast<std::size_t>(table->columnOf("rain_tone"));
  for (auto& row : table->rows) row[tone] = row[rain_tone];
  std::erase_if(table->rows, [&](const auto& row) { return !(std::get<double>(row[most]) > 0); });
  std::ranges::stable_sort(
      table->rows, [&](const auto& a, const auto& b) { return std::get<double>(a[most]) > std::get<double>(b[most]); });
  return table;
}

// The hazards of the counties, the worst first.
Answer hazardByCounty(BriefingFacts& facts) {
  auto table = counties(facts);
  if (!table) return table;
  FactTable sorted = *table;
  std::vector<std::size_t> order(table->rows.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto key = [&](std::size_t row) {
    const int tone = table->tone(row);
    return std::tuple(tone == 0 ? 9 : tone, -table->number(row, "move"), -table->number(row, "people"),
                      -table->number(row, "most_mm"));
  };
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
  for (std::size_t i = 0; i < order.size(); ++i) {
    sorted.rows[i] = table->rows[order[i]];
    sorted.rows[i][static_cast<std::size_t>(sorted.columnOf("label"))] = std::monostate();
  }
  return sorted;
}

Answer rainStations(BriefingFacts& facts) {
  const auto view = facts.flood();
  if (!view) return std::unexpected(view.error());
  std::vector<const flood::StationNow*> wet;
  for (const flood::StationNow& now : (*view)->now.stations)
    if (isRainGauge(now) && now.rain_24h_mm > 0) wet.push_back(&now);
  std::ranges::stable_sort(wet, [](const auto* a, const auto* b) { return a->rain_24h_mm > b->rain_24h_mm; });
  FactTable table{{"station", "county", "rain_1h_mm", "rain_3h_mm", "rain_6h_mm", "rain_24h_mm", "missing_h", "tone",
                   "lon_deg", "lat_deg", "label"},
                  {},
                  0};
  for (const flood::StationNow* now : wet) {
    const flood::Station& station = (*view)->records.stations[now->station];
    table.rows.push_back(FactRow{station.name, facts.countyName(station.division_code).toStdString(), now->rain_1h_mm,
                                 now->rain_3h_mm, now->rain_6h_mm, now->rain_24h_mm, std::int64_t{now->missing_24h},
                                 rainTone(now->rain_24h_mm), station.at.lon_deg, station.at.lat_deg,
                                 gis::briefing::cellText(now->rain_24h_mm, 0)});
  }
  return table;
}

// Rows of a chart over time: x, line and y. A row without x is a level across the chart.
FactTable courseTable() { return {{"x_utc_ms", "line", "y"}, {}, 0}; }

Answer rainHours(BriefingFacts& facts) {
  constexpr std::size_t kLines = 3;
  constexpr std::int64_t kHours = 48;
  const auto view = facts.flood();
  if (!view) return std::unexpected(view.error());
  std::vector<const flood::StationNow*> wet;
  for (const flood::StationNow& now : (*view)->now.stations)
    if (isRainGauge(now) && now.rain_24h_mm > 0) wet.push_back(&now);
  std::ranges::stable_sort(wet, [](const auto* a, const auto* b) { return a->rain_24h_mm > b->rain_24h_mm; });
  FactTable table = courseTable();
  for (std::size_t i = 0; i < std::min(kLines, wet.size()); ++i) {
    const flood::Station& station = (*view)->records.stations[wet[i]->station];
    const auto series = (*view)->readings.rain.find(station.code);
    if (series == (*view)->readings.rain.end()) continue;
    double sum_mm = 0;
    for (std::size_t hour = 0; hour < series->second.mm.size(); ++hour) {
      const std::int64_t end = series->second.endOf(hour);
      if (end <= (*view)->now.as_of_utc_ms - kHours * flood::kHourMs || end > (*view)->now.as_of_utc_ms) continue;
      const float mm = series->second.mm[hour];
      if (std::isfinite(mm)) sum_mm += static_cast<double>(mm);
      table.rows.push_back(FactRow{end, station.name, sum_mm});
    }
  }
  return table;
}

Answer rivers(BriefingFacts& facts) {
  const auto view = facts.flood();
  if (!view) return std::unexpected(view.error());
  FactTable table{{"station", "river", "county", "level_m", "warning_m", "guaranteed_m", "above_m", "trend_m_per_h",
                   "flow_m3_per_s", "time", "tone", "lon_deg", "lat_deg", "label", "rank"},
                  {},
                  0};
  for (const flood::RiverNow& now : (*view)->now.rivers) {
    if (!now.last) continue;
    const flood::Station& station = (*view)->records.stations[now.station];
    const flood::Gauge& gauge = (*view)->records.gauges[now.gauge];
    table.rows.push_back(
        FactRow{station.name, station.river, facts.countyName(station.division_code).toStdString(), now.last->level_m,
                factOf(gauge.marks.warning_stage_m), factOf(gauge.marks.guaranteed_stage_m),
                factOf(now.above_warning_m), factOf(now.trend_m_per_h), factOf(now.last->flow_m3_per_s),
                beijingTimeText(now.last->at_utc_ms).mid(5).toStdString(), toneOf(now.state), station.at.lon_deg,
                station.at.lat_deg, station.name, now.above_warning_m.value_or(-1e9)});
    table.as_of_utc_ms = std::max(table.as_of_utc_ms, now.last->at_utc_ms);
  }
  std::ranges::stable_sort(
      table.rows, [](const auto& a, const auto& b) { return std::get<double>(a[14]) > std::get<double>(b[14]); });
  return table;
}

Answer riverHours(BriefingFacts& facts) {
  const auto view = facts.flood();
  if (!view) return std::unexpected(view.error());
  const flood::RiverNow* worst = nullptr;
  for (const flood::RiverNow& now : (*view)->now.rivers)
    if (now.last && (worst == nullptr || now.above_warning_m.value_or(-1e9) > worst->above_warning_m.value_or(-1e9)))
      worst = &now;
  FactTable table = courseTable();
  if (worst == nullptr) return table;
  const flood::Station& station = (*view)->records.stations[worst->station];
  const auto readings = (*view)->readings.water.find(station.code);
  if (readings == (*view)->readings.water.end()) return table;
  for (const flood::WaterReading& reading : readings->second)
    table.rows.push_back(FactRow{reading.at_utc_ms, station.name, reading.level_m});
  const flood::StageMarks& marks = (*view)->records.gauges[worst->gauge].marks;
  const auto level = [&](const char* name, const std::optional<double>& stage_m) {
    if (stage_m) table.rows.push_back(FactRow{std::monostate(), factWords(name), *stage_m});
  };
  level(QT_TRANSLATE_NOOP("BriefingFacts", "Warning"), marks.warning_stage_m);
  level(QT_TRANSLATE_NOOP("BriefingFacts", "Guaranteed"), marks.guaranteed_stage_m);
  return table;
}

Answer reservoirs(BriefingFacts& facts) {
  const auto view = facts.flood();
  if (!view) return std::unexpected(view.error());
  FactTable table{{"name", "county", "level_m", "limit_m", "above_m", "storage_percent", "inflow_m3_per_s",
                   "outflow_m3_per_s", "full_in_h", "time", "tone", "lon_deg", "lat_deg", "label", "rank", "value"},
                  {},
                  0};
  for (const flood::ReservoirNow& now : (*view)->now.reservoirs) {
    if (!now.last) continue;
    const flood::ReservoirRecord& record = (*view)->records.reservoirs[now.reservoir];
    const auto limit_m = now.limit && now.limit->limit_level_m ? now.limit->limit_level_m : record.flood_limit_level_m;
    std::optional<double> percent;
    if (now.storage_m3 && record.capacity_m3 && *record.capacity_m3 > 0)
      percent = *now.storage_m3 / *record.capacity_m3 * 100;
    table.rows.push_back(FactRow{record.name, facts.countyName(record.division_code).toStdString(), now.last->level_m,
                                 factOf(limit_m), factOf(now.above_limit_m), factOf(percent),
                                 factOf(now.last->inflow_m3_per_s), factOf(now.last->outflow_m3_per_s),
                                 factOf(now.full_in_h), beijingTimeText(now.last->at_utc_ms).mid(5).toStdString(),
                                 toneOf(now.state), record.dam.lon_deg, record.dam.lat_deg, record.name,
                                 now.above_limit_m.value_or(-1e9), factOf(now.above_limit_m)});
    table.as_of_utc_ms = std::max(table.as_of_utc_ms, now.last->at_utc_ms);
  }
  std::ranges::stable_sort(
      table.rows, [](const auto& a, const auto& b) { return std::get<double>(a[14]) > std::get<double>(b[14]); });
  return table;
}

Answer villages(BriefingFacts& facts) {
  const auto view = facts.flood();
  if (!view) return std::unexpected(view.error());
  FactTable table{{"village", "county", "level", "rain_mm", "window_h", "threshold_mm", "people", "households",
                   "shelter", "tone", "lon_deg", "lat_deg", "label"},
                  {},
                  0};
  for (const flood::SectionNow& now : (*view)->now.sections) {
    if (now.level == flood::FlashFloodLevel::kNone || !now.state.by) continue;
    const flood::DangerSection& section = (*view)->records.sections[now.section];
    const bool move = now.level == flood::FlashFloodLevel::kMove;
    table.rows.push_back(FactRow{
        section.name, facts.countyName(section.division_code).toStdString(),
        move ? factWords(QT_TRANSLATE_NOOP("BriefingFacts", "Move at once"))
             : factWords(QT_TRANSLATE_NOOP("BriefingFacts", "Prepare to move")),
        now.state.rain_mm, now.state.by->window_h, factOf(move ? now.state.by->move_mm : now.state.by->prepare_mm),
        std::int64_t{section.people}, std::int64_t{section.households}, section.evacuation_place, toneOf(now.level),
        section.at.lon_deg, section.at.lat_deg, section.name});
  }
  return table;
}

Answer silentStations(BriefingFacts& facts) {
  const auto view = facts.flood();
  if (!view) return std::unexpected(view.error());
  FactTable table{{"station", "code", "county", "last", "tone", "lon_deg", "lat_deg", "label"}, {}, 0};
  for (const flood::StationNow& now : (*view)->now.stations) {
    if (now.freshness != flood::Freshness::kSilent && now.freshness != flood::Freshness::kNever) continue;
    const flood::Station& station = (*view)->records.stations[now.station];
    table.rows.push_back(FactRow{station.name, station.code, facts.countyName(station.division_code).toStdString(),
                                 now.last_utc_ms ? beijingTimeText(*now.last_utc_ms).mid(5).toStdString()
                                                 : factWords(QT_TRANSLATE_NOOP("BriefingFacts", "never")),
                                 std::int64_t{0}, station.at.lon_deg, station.at.lat_deg, station.name});
  }
  return table;
}

Answer drought(BriefingFacts& facts) {
  const auto view = facts.flood();
  if (!view) return std::unexpected(view.error());
  static constexpr const char* kGrades[] = {
      QT_TRANSLATE_NOOP("BriefingFacts", "none"), QT_TRANSLATE_NOOP("BriefingFacts", "light"),
      QT_TRANSLATE_NOOP("BriefingFacts", "moderate"), QT_TRANSLATE_NOOP("BriefingFacts", "severe"),
      QT_TRANSLATE_NOOP("BriefingFacts", "extreme")};
  FactTable table{{"county", "district", "storage_percent", "soil_percent", "grade", "tone"}, {}, 0};
  for (const flood::DroughtNow& now : (*view)->now.droughts) {
    const auto grade = std::max(now.storage_grade.value_or(flood::DroughtGrade::kNone),
                                now.soil_grade.value_or(flood::DroughtGrade::kNone));
    if (grade == flood::DroughtGrade::kNone) continue;
    table.rows.push_back(FactRow{facts.countyName(now.county_code).toStdString(), now.county_code,
                                 factOf(now.storage_percent), factOf(now.soil_relative_percent),
                                 factWords(kGrades[static_cast<int>(grade)]),
                                 std::int64_t{5} - static_cast<std::int64_t>(grade)});
  }
  std::ranges::stable_sort(table.rows, [](const auto& a, const auto& b) {
    return std::get<std::int64_t>(a[5]) < std::get<std::int64_t>(b[5]);
  });
  return table;
}

}  // namespace

FactFunctions floodFacts() {
  return {{"flood.figures", floodFigures},
          {"flood.alert_line", alertLine},
          {"flood.rain_by_county", rainByCounty},
          {"flood.hazard_by_county", hazardByCounty},
          {"flood.rain_stations", rainStations},
          {"flood.rain_hours", rainHours},
          {"flood.rivers", rivers},
          {"flood.river_hours", riverHours},
          {"flood.reservoirs", reservoirs},
          {"flood.villages", villages},
          {"flood.silent", silentStations},
          {"flood.drought", drought}};
}

}  // namespace app
