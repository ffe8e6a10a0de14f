// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/reading_demo_store.h"

namespace gis::demo {
namespace {
constexpr std::string_view kOrigin = "演示数据（合成）";
void bindOr(RawStatement& row, int i, const std::optional<double>& value) { value ? row.bind(i, *value) : row.bind(i); }
}  // namespace

Result<ReadingDemoStore> ReadingDemoStore::open(const Database& db) {
  auto rain = RawStatement::prepare(db, "INSERT INTO rain_hourly VALUES (?,?,?,?)");
  auto water = RawStatement::prepare(db, "INSERT INTO water_reading VALUES (?,?,?,?,?,?,?)");
  auto soil = RawStatement::prepare(db, "INSERT INTO soil_reading VALUES (?,?,?,?)");
  for (auto* each : {&rain, &water, &soil})
    if (!*each) return std::unexpected(each->error());
  return ReadingDemoStore(std::move(*rain), std::move(*water), std::move(*soil));
}

Result<void> ReadingDemoStore::rain(const std::string& station, std::int64_t end_utc_ms, double rain_mm) {
  m_rain.bind(1, station);
  m_rain.bind(2, end_utc_ms);
  m_rain.bind(3, rain_mm);
  m_rain.bind(4, kOrigin);
  return m_rain.run();
}

Result<void> ReadingDemoStore::water(const std::string& station, std::int64_t at_utc_ms, double level_m,
                                     std::optional<double> flow_m3_per_s, std::optional<double> inflow_m3_per_s,
                                     std::optional<double> outflow_m3_per_s) {
  m_water.bind(1, station);
  m_water.bind(2, at_utc_ms);
  m_water.bind(3, level_m);
  bindOr(m_water, 4, flow_m3_per_s);
  bindOr(m_water, 5, inflow_m3_per_s);
  bindOr(m_water, 6, outflow_m3_per_s);
  m_water.bind(7, kOrigin);
  return m_water.run();
}

Result<void> ReadingDemoStore::soil(const std::string& station, std::int64_t at_utc_ms, double relative_percent) {
  m_soil.bind(1, station);
  m_soil.bind(2, at_utc_ms);
  m_soil.bind(3, relative_percent);
  m_soil.bind(4, kOrigin);
  return m_soil.run();
}

}  // namespace gis::demo
