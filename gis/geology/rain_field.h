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

// The most rain that a duration can be believed to bring: up to an hour what the flood room takes as well, then the
// world's records (WMO World Weather and Climate Extremes Archive: 24 h 1825 mm Foc-Foc, Reunion, 1966; 48 h 2493 mm
// Cherrapunji 1995; 72 h 3930 mm and 96 h 4936 mm Cratere Commerson 2007; 12 months 26470 mm Cherrapunji 1860-61). What
// falls in a time is at most what falls in a longer one.
double mostRainMm(double duration_h);

// What the warnings of a table and a grid say: one of these, or one with what stood there behind ": ".
namespace rain_trouble {
inline constexpr const char* kNoNumber = "rain is no number";
inline constexpr const char* kNegative = "negative rain";
inline constexpr const char* kTooMuch = "more rain than was ever measured in that time";
inline constexpr const char* kNoTime = "neither a time nor hours nor days_ago can be read";
inline constexpr const char* kNoUnit = "no unit in the heading, millimetres are taken";
inline constexpr const char* kNoPlace = "neither the table nor the census says where this station is";
inline constexpr const char* kNegativeCells = "negative values of the grid count as unknown";
inline constexpr const char* kNoRainColumn = "no column of rain in the heading";
inline constexpr const char* kNoPlaceColumn = "no column says where it rained";
inline constexpr const char* kNoTimeColumn = "no column says when it rained: time, hours or days_ago";
inline constexpr const char* kNoRow = "no row with rain that can be used";
}  // namespace rain_trouble

// Rain as a table, comma-separated with a heading. Columns by name, any order, Chinese or English: station / 站码, name
// / 站名, lon, lat, division / 区划代码 / county; rain_mm (also rain, 雨量: millimetres are taken and it is said;
// rain_cm, rain_in are turned into mm), and one of
//   time / 时间   the end of the hour it fell in: 2026-07-20 08:00, with T or Z; without Z it is Beijing time (UTC+8)
//   hours / 小时  the sum of that many hours up to now, evenly spread
//   days_ago      the sum of a whole day before those hours, 1 the last
// Hours between two readings that no row names are unknown, not dry. Warnings name rows ("row 2", counted with the
// heading as a spreadsheet does) with negative, unreadable or unbelievable rain (left out), stations without a place.
// Fails with kNoData when no row is of use, kInvalidArgument without a column that is needed.
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
