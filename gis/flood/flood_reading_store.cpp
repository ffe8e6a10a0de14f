// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/flood_reading_store.h"

#include <cmath>
#include <limits>

#include "gis/store/guarded.h"
#include "gis/store/raw_statement.h"

namespace gis::flood {
namespace {

constexpr double kMostRainMm = 500;  // an hour of more has never been measured

std::int64_t hourOf(std::int64_t utc_ms) { return utc_ms - (utc_ms % kHourMs + kHourMs) % kHourMs; }

bool hasReadings(const Database& db) {
  return db.sql().execAndGet("SELECT count(*) FROM sqlite_schema WHERE name='rain_hourly'").getInt() != 0;
}

void bindOr(RawStatement& row, int i, const std::optional<double>& value) { value ? row.bind(i, *value) : row.bind(i); }

Error stationError(const Error& error, const std::string& station) {
  if (error.detail.find("FOREIGN KEY") == std::string::npos) return error;
  return {ErrorCode::kUnknownName, station, "monitoring_station", {}};
}

}  // namespace

Result<std::optional<std::int64_t>> FloodReadingStore::latest() const {
  return guarded(m_db, [&]() -> Result<std::optional<std::int64_t>> {
    if (!hasReadings(m_db)) return std::optional<std::int64_t>();
    const auto row = m_db.sql().execAndGet(
        "SELECT max(t) FROM (SELECT max(end_utc_ms) AS t FROM rain_hourly UNION ALL SELECT max(at_utc_ms) FROM"
        " water_reading UNION ALL SELECT max(at_utc_ms) FROM soil_reading)");
    return row.isNull() ? std::optional<std::int64_t>() : std::optional(row.getInt64());
  });
}

Result<FloodReadings> FloodReadingStore::read(std::int64_t as_of_utc_ms, const CancelToken& cancel) const {
  return guarded(m_db, [&]() -> Result<FloodReadings> {
    FloodReadings readings;
    readings.as_of_utc_ms = as_of_utc_ms;
    if (!hasReadings(m_db)) return readings;
    const std::int64_t last_ms = hourOf(as_of_utc_ms);
    constexpr std::size_t kHours = kRainDays * 24;
    const std::int64_t first_ms = last_ms - static_cast<std::int64_t>(kHours - 1) * kHourMs;
    auto rain = RawStatement::prepare(m_db,
                                      "SELECT station_code, end_utc_ms, rain_mm FROM rain_hourly WHERE end_utc_ms"
                                      " BETWEEN ? AND ? ORDER BY station_code, end_utc_ms");
    if (!rain) return std::unexpected(rain.error());
    rain->bind(1, first_ms);
    rain->bind(2, last_ms);
    HourlyRain* series = nullptr;
    std::string station;
    std::size_t rows = 0;
    while (rain->step()) {
      if ((++rows & 4095) == 0 && cancel.cancelled()) return fail(ErrorCode::kCancelled, "rain_hourly");
      if (series == nullptr || rain->text(0) != station) {
        station = std::string(rain->text(0));
        series = &readings.rain[station];
        series->first_end_utc_ms = first_ms;
        series->mm.assign(kHours, std::numeric_limits<float>::quiet_NaN());
      }
      series->mm[static_cast<std::size_t>((rain->integer(1) - first_ms) / kHourMs)] = static_cast<float>(rain->real(2));
    }
    if (auto done = rain->outcome(); !done) return std::unexpected(done.error());
    SQLite::Statement water(m_db.sql(),
                            "SELECT station_code, at_utc_ms, level_m, flow_m3_per_s, inflow_m3_per_s, outflow_m3_per_s"
                            " FROM water_reading WHERE at_utc_ms<=? ORDER BY station_code, at_utc_ms");
    water.bind(1, as_of_utc_ms);
    const auto number = [&](int i) {
      const auto column = water.getColumn(i);
      return column.isNull() ? std::nullopt : std::optional(column.getDouble());
    };
    const std::int64_t water_from_ms = as_of_utc_ms - kWaterDays * 24 * kHourMs;
    while (water.executeStep()) {
      auto& list = readings.water[water.getColumn(0).getString()];
      // of older ones the latest alone: it says when the station fell silent
      if (!list.empty() && list.back().at_utc_ms < water_from_ms) list.clear();
      list.push_back({water.getColumn(1).getInt64(), water.getColumn(2).getDouble(), number(3), number(4), number(5)});
    }
    SQLite::Statement soil(m_db.sql(),
                           "SELECT station_code, max(at_utc_ms), relative_percent FROM soil_reading WHERE at_utc_ms"
                           " BETWEEN ? AND ? GROUP BY station_code");
    soil.bind(1, as_of_utc_ms - kRainDays * 24 * kHourMs);
    soil.bind(2, as_of_utc_ms);
    while (soil.executeStep())
      readings.soil[soil.getColumn(0).getString()] = {soil.getColumn(1).getInt64(), soil.getColumn(2).getDouble()};
    return readings;
  });
}

Result<int> FloodReadingStore::addRain(const std::vector<RainReport>& reports, const std::string& origin) const {
  const auto written = m_db.transaction([&]() -> Result<void> {
    auto row = RawStatement::prepare(m_db,
                                     "INSERT INTO rain_hourly VALUES (?,?,?,?) ON CONFLICT(station_code, end_utc_ms) DO"
                                     " UPDATE SET rain_mm=excluded.rain_mm, origin=excluded.origin");
    if (!row) return std::unexpected(row.error());
    for (const RainReport& r : reports) {
      if (!(r.rain_mm >= 0)) return fail(ErrorCode::kOutOfRange, r.station_code, "negative rain");
      if (r.rain_mm > kMostRainMm) return fail(ErrorCode::kOutOfRange, r.station_code, "more than 500 mm in an hour");
      if (r.end_utc_ms % kHourMs != 0) return fail(ErrorCode::kInvalidArgument, r.station_code, "not a full hour");
      row->bind(1, r.station_code);
      row->bind(2, r.end_utc_ms);
      row->bind(3, r.rain_mm);
      row->bind(4, origin);
      if (auto done = row->run(); !done) return std::unexpected(stationError(done.error(), r.station_code));
    }
    return {};
  });
  if (!written) return std::unexpected(written.error());
  return static_cast<int>(reports.size());
}

Result<int> FloodReadingStore::addWater(const std::vector<WaterReport>& reports, const std::string& origin) const {
  const auto written = m_db.transaction([&]() -> Result<void> {
    auto row = RawStatement::prepare(
        m_db,
        "INSERT INTO water_reading VALUES (?,?,?,?,?,?,?) ON CONFLICT(station_code, at_utc_ms) DO UPDATE SET"
        " level_m=excluded.level_m, flow_m3_per_s=excluded.flow_m3_per_s, inflow_m3_per_s=excluded.inflow_m3_per_s,"
        " outflow_m3_per_s=excluded.outflow_m3_per_s, origin=excluded.origin");
    if (!row) return std::unexpected(row.error());
    for (const auto& [station, reading] : reports) {
      if (!(reading.level_m >= -500 && reading.level_m <= 9000))
        return fail(ErrorCode::kOutOfRange, station, "level_m");
      for (const auto& flow : {reading.flow_m3_per_s, reading.inflow_m3_per_s, reading.outflow_m3_per_s})
        if (flow && !(*flow >= 0)) return fail(ErrorCode::kOutOfRange, station, "negative flow");
      row->bind(1, station);
      row->bind(2, reading.at_utc_ms);
      row->bind(3, reading.level_m);
      bindOr(*row, 4, reading.flow_m3_per_s);
      bindOr(*row, 5, reading.inflow_m3_per_s);
      bindOr(*row, 6, reading.outflow_m3_per_s);
      row->bind(7, origin);
      if (auto done = row->run(); !done) return std::unexpected(stationError(done.error(), station));
    }
    return {};
  });
  if (!written) return std::unexpected(written.error());
  return static_cast<int>(reports.size());
}

Result<int> FloodReadingStore::addSoil(const std::vector<SoilReport>& reports, const std::string& origin) const {
  const auto written = m_db.transaction([&]() -> Result<void> {
    auto row = RawStatement::prepare(m_db,
                                     "INSERT INTO soil_reading VALUES (?,?,?,?) ON CONFLICT(station_code, at_utc_ms) DO"
                                     " UPDATE SET relative_percent=excluded.relative_percent, origin=excluded.origin");
    if (!row) return std::unexpected(row.error());
    for (const auto& [station, reading] : reports) {
      if (!(reading.relative_percent >= 0 && reading.relative_percent <= 150))
        return fail(ErrorCode::kOutOfRange, station, "relative_percent");
      row->bind(1, station);
      row->bind(2, reading.at_utc_ms);
      row->bind(3, reading.relative_percent);
      row->bind(4, origin);
      if (auto done = row->run(); !done) return std::unexpected(stationError(done.error(), station));
    }
    return {};
  });
  if (!written) return std::unexpected(written.error());
  return static_cast<int>(reports.size());
}

}  // namespace gis::flood
