// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>

#include "gis/store/database.h"
#include "gis/store/raw_statement.h"

namespace gis::demo {

// Writes the demo's readings within the caller's transaction. The tables are not in gpkg_contents: no geometry, no
// history.
class ReadingDemoStore {
 public:
  static Result<ReadingDemoStore> open(const Database& db);
  Result<void> rain(const std::string& station, std::int64_t end_utc_ms, double rain_mm);
  Result<void> water(const std::string& station, std::int64_t at_utc_ms, double level_m,
                     std::optional<double> flow_m3_per_s, std::optional<double> inflow_m3_per_s,
                     std::optional<double> outflow_m3_per_s);
  Result<void> soil(const std::string& station, std::int64_t at_utc_ms, double relative_percent);

 private:
  ReadingDemoStore(RawStatement rain, RawStatement water, RawStatement soil)
      : m_rain(std::move(rain)), m_water(std::move(water)), m_soil(std::move(soil)) {}
  RawStatement m_rain, m_water, m_soil;
};

}  // namespace gis::demo
