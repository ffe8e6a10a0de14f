// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/flood/flood_records.h"
#include "gis/store/database.h"

namespace gis::flood {

// One hour of rain, one water level or one soil moisture as somebody or something reported it.
struct RainReport {
  std::string station_code;
  std::int64_t end_utc_ms = 0;  // a full hour
  double rain_mm = 0;
};
struct WaterReport {
  std::string station_code;
  WaterReading reading;
};
struct SoilReport {
  std::string station_code;
  SoilReading reading;
};

inline constexpr int kRainDays = 30;
inline constexpr int kWaterDays = 7;

// The readings of stations: append, correct (what it was is kept by the database), read. One thread, one connection.
class FloodReadingStore {
 public:
  explicit FloodReadingStore(const Database& db) : m_db(db) {}

  // The moment of the latest reading of any kind, none in an empty database.
  Result<std::optional<std::int64_t>> latest() const;
  // Thirty days of rain and seven of water levels before `as_of`, the latest soil moisture of thirty days.
  Result<FloodReadings> read(std::int64_t as_of_utc_ms, const CancelToken& cancel = {}) const;

  // All or nothing, in one transaction. A report of a station and moment that are there corrects it. Fails with
  // kUnknownName (no such station), kOutOfRange (negative rain, more than 500 mm in an hour, an impossible level).
  Result<int> addRain(const std::vector<RainReport>& reports, const std::string& origin) const;
  Result<int> addWater(const std::vector<WaterReport>& reports, const std::string& origin) const;
  Result<int> addSoil(const std::vector<SoilReport>& reports, const std::string& origin) const;

 private:
  const Database& m_db;
};

}  // namespace gis::flood
