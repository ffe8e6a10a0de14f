// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/geology/rain_rule.h"

namespace gis::geology {

// Rain of one gauge, or of one division as somebody entered it.
struct RainStation {
  std::string code;
  std::string name;
  std::optional<LonLat> where;
  std::string division;  // the code or its first digits: the rain counts for all of it; empty: a gauge
  RainSeries rain;
};

// The rain that a grade is asked for.
struct RainField {
  std::vector<RainStation> stations;
  std::int64_t ends_utc_ms = 0;  // 0: not said
  int hours = 0;                 // of the longest series
};

// Rain as a table, comma-separated with a heading. Columns by name, any order, Chinese or English: station / 站码, name
// / 站名, lon, lat, division / 区划代码 / county; rain_mm (also rain, 雨量: millimetres are taken and it is said;
// rain_cm, rain_in are turned into mm), and one of
//   time / 时间   the end of the hour it fell in: 2026-07-20 08:00, with T or Z; without Z it is Beijing time (UTC+8)
//   hours / 小时  the sum of that many hours up to now, evenly spread
//   days_ago      the sum of a whole day before those hours, 1 the last
// Hours between two readings that no row names are unknown, not dry. Warnings name rows with negative or unreadable
// rain (left out), stations without a place. Fails with kNoData when no row is of use, kInvalidArgument without a
// column that is needed.
Result<Loaded<RainField>> readRainTable(std::string_view text);

// The rain at a place from stations: that of the longest division that `division_code` begins with; otherwise the mean
// of the nearest four gauges within `reach_m`, hour by hour, weighted by 1 / distance squared, unknown hours left out.
// Nothing when there is none. Source of the weights: Shepard 1968.
class RainAtPlaces {
 public:
  explicit RainAtPlaces(const RainField& field, double reach_m = 50'000);
  std::optional<RainSeries> at(LonLat where, std::string_view division_code) const;

 private:
  const RainField* m_field;
  double m_reach_m;
  std::vector<std::size_t> m_gauges;
};

// Rain of a grid (GeoTIFF, NetCDF: anything the raster reader opens) at places, each band the sum of `hours_per_band`
// hours, the last band ending now. Negative cells count as unknown and are told; units in mm unless the band's metadata
// say otherwise. One series a place, empty where the grid has nothing. Fails as RasterReader, kInvalidArgument for a
// picture, kCancelled.
struct RainGrid {
  std::vector<std::optional<RainSeries>> at;
  int hours = 0;
};
Result<Loaded<RainGrid>> readRainGrid(const std::filesystem::path& file, const std::string& map_crs,
                                      std::span<const MapXY> places, int hours_per_band, const CancelToken& cancel = {},
                                      const Progress& progress = {});

}  // namespace gis::geology
