// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gis/flood/flood_reading_store.h"

namespace gis::flood {

// What a file of readings held. Rows that cannot be are left out and told, one warning a row ("row 17: negative rain").
struct ReadingFile {
  std::vector<RainReport> rain;
  std::vector<WaterReport> water;
  std::vector<SoilReport> soil;
  int rows = 0;
  int hours_split = 0;                   // rain over several hours, spread evenly over them
  std::map<std::string, int> gap_hours;  // hours between a station's first and last report that nobody reported
};

// Reads comma-separated readings, UTF-8 or GB18030, columns by name in any order and case, of the tables of SL
// 323-2011: rain by STCD, TM, DRP (mm) with INTV (h, "1.00"; without it one hour); rivers by STCD, TM, Z, Q; reservoirs
// by STCD, TM, RZ, INQ, OTQ; soil by STCD, TM, SLM (relative, %); or station_code, time, rain_mm, level_m,
// flow_m3_per_s, inflow_m3_per_s, outflow_m3_per_s, soil_percent. Times are the end of the rain's interval, Beijing
// time without a zone. Rain of less than an hour is added up to its hour. Fails with kInvalidArgument where a needed
// column is missing (the detail names it), kEmptyFile.
Result<Loaded<ReadingFile>> readReadings(std::string_view text, const std::string& name);
Result<Loaded<ReadingFile>> readReadingFile(const std::filesystem::path& file);

}  // namespace gis::flood
