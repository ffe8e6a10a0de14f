// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/flood/flood_reading_store.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::flood {

inline constexpr std::int64_t kFourInTheMorning = 1785441600000;  // 2026-07-31 04:00 in Beijing

// The small city with a catchment, its danger section, two rain gauges, a river gauge and a reservoir:
//
//   +-------------+  112.30-112.32 E, 36.50-36.52 N
//   | A    x    B |  A, B rain gauges; x danger section 韩家沟; reach 1 -> reach 2 southwards
//   +------|------+
inline void fillFloodCity(const Database& db) {
  fillSmallCity(db, 3);
  GeometryBuffer buffer;
  const auto add = [&](const char* table, std::vector<std::string> columns, const GeometryView& where,
                       std::vector<SqlValue> values, int number) {
    for (const char* common : {"uuid", "created_utc", "changed_utc", "source"}) columns.emplace_back(common);
    const std::string id = uuidOf(number);
    values.insert(values.end(), {SqlValue(std::string_view(id)), SqlValue(std::string_view(kMayDayText)),
                                 SqlValue(std::string_view(kMayDayText)), SqlValue("test")});
    auto writer = TableWriter::open(db, table, columns, kMayDay);
    ASSERT_OK(writer);
    ASSERT_OK(writer->append(where, values));
    ASSERT_OK(writer->finish());
  };
  const auto square = [&](LonLat corner, double side_deg) {
    buffer.start(GeometryKind::kPolygon);
    buffer.beginPart();
    for (const LonLat p : {corner, LonLat{corner.lon_deg + side_deg, corner.lat_deg},
                           LonLat{corner.lon_deg + side_deg, corner.lat_deg + side_deg},
                           LonLat{corner.lon_deg, corner.lat_deg + side_deg}})
      buffer.add(p);
    return buffer.view();
  };
  const auto line = [&](LonLat from, LonLat to) {
    buffer.start(GeometryKind::kLine);
    buffer.beginPart();
    buffer.add(from);
    buffer.add(to);
    return buffer.view();
  };
  const std::vector<std::string> reach{"reach_no", "downstream_no",    "name",           "level",       "strahler",
                                       "length_m", "from_elevation_m", "to_elevation_m", "upstream_km2"};
  add("river_reach", reach, line({112.31, 36.50}, {112.31, 36.45}),
      {2, SqlValue(), "沁河", 2, 2, 5550.0, 980.0, 960.0, 9.0}, 2001);
  add("river_reach", reach, line({112.31, 36.52}, {112.31, 36.50}), {1, 2, "沁河", 3, 1, 2220.0, 1000.0, 980.0, 4.0},
      2002);
  add("catchment",
      {"catchment_code", "division_code", "name", "river", "area_km2", "longest_path_km", "mean_slope_ratio",
       "concentration_h", "danger", "outlet_lon_deg", "outlet_lat_deg", "prepare_1h_mm", "prepare_3h_mm",
       "prepare_6h_mm", "move_1h_mm", "move_3h_mm", "move_6h_mm", "threshold_source"},
      square({112.30, 36.50}, 0.02),
      {"W1", "140431100201", "韩家沟小流域", "沁河", 4.0, 2.5, 0.02, 0.8, 1, 112.31, 36.5001, 20.0, 30.0, 40.0, 30.0,
       40.0, 50.0, "test"},
      2003);
  add("danger_section",
      {"section_code", "division_code", "name", "catchment_code", "reach_no", "danger", "households", "people",
       "critical_m3_per_s", "curve_number", "evacuation_place"},
      buffer.point({112.31, 36.51}), {"X1", "140431100201", "韩家沟危险区", "W1", 1, 1, 12, 40, 30.0, 78.0, "小学"},
      2004);
  for (int soil = 1; soil <= 3; ++soil)
    add("flood_threshold",
        {"section_code", "window_h", "soil", "prepare_mm", "move_mm", "method", "confidence", "figures_source"}, {},
        {"X1", 3.0, soil, 30.0, 40.0, 1, "F", "test"}, 2010 + soil);
  const std::vector<std::string> station{"station_code", "division_code", "name", "kind", "river"};
  add("monitoring_station", station, buffer.point({112.305, 36.51}), {"A", "140431100201", "甲雨量站", "PP", ""}, 2020);
  add("monitoring_station", station, buffer.point({112.315, 36.51}), {"B", "140431100201", "乙雨量站", "PP", ""}, 2021);
  add("monitoring_station", station, buffer.point({112.31, 36.49}), {"Z", "140431100201", "沁河水位站", "ZZ", "沁河"},
      2022);
  add("monitoring_station", station, buffer.point({112.31, 36.47}), {"R", "140431100201", "水库站", "RR", "沁河"},
      2023);
  add("gauge", {"station_code", "reach_no", "warning_stage_m", "guaranteed_stage_m"}, {}, {"Z", 2, 972.0, 973.5}, 2024);
  add("reservoir",
      {"division_code", "name", "river", "class", "flood_limit_level_m", "normal_level_m", "check_level_m",
       "dam_lon_deg", "dam_lat_deg"},
      square({112.309, 36.465}, 0.004), {"140431100201", "试验水库", "沁河", 4, 960.0, 962.0, 965.0, 112.31, 36.465},
      2030);
  const std::string reservoir = uuidOf(2030);
  add("gauge", {"station_code", "reservoir_uuid"}, {}, {"R", std::string_view(reservoir)}, 2025);
  int number = 2040;
  for (const auto& [level_m, storage_m3] : {std::pair(950.0, 0.0), std::pair(960.0, 1e6), std::pair(965.0, 2e6)})
    add("reservoir_curve", {"reservoir_uuid", "level_m", "storage_m3", "outflow_m3_per_s"}, {},
        {std::string_view(reservoir), level_m, storage_m3, level_m > 961 ? 50.0 : 0.0}, number++);
}

// Forty millimetres in three hours that end at four; gauge A reports it all, B half of it and falls silent an hour
// before.
inline void addStorm(const Database& db) {
  const FloodReadingStore store(db);
  std::vector<RainReport> rain;
  for (int h = 0; h < 30 * 24; ++h) {
    const std::int64_t end = kFourInTheMorning - (30 * 24 - 1 - h) * kHourMs;
    const int left = 30 * 24 - 1 - h;
    rain.push_back({"A", end, left == 2 ? 20.0 : left == 1 ? 25.0 : left == 0 ? 15.0 : 0.0});
    if (left > 0) rain.push_back({"B", end, left == 2 ? 10.0 : left == 1 ? 12.5 : 0.0});
  }
  ASSERT_OK(store.addRain(rain, "test"));
  std::vector<WaterReport> water;
  for (int h = 6; h >= 0; --h) {
    water.push_back({"Z", {kFourInTheMorning - h * kHourMs, 972.6 - 0.2 * h, 12.0, {}, {}}});
    water.push_back({"R", {kFourInTheMorning - h * kHourMs, 960.5, {}, 30.0, 5.0}});
  }
  ASSERT_OK(store.addWater(water, "test"));
}

}  // namespace gis::flood
