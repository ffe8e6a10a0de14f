// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/flood/rain_series.h"

namespace gis::flood {

// How much each station counts for an area. Weights are positive and sum to one.
struct StationWeight {
  std::size_t station = 0;  // position in the list of stations
  double weight_ratio = 0;
};

// Rings of one area, closed or not, in metres; outer rings and holes by the even-odd rule, not crossing each other.
using AreaRings = std::vector<std::vector<MapXY>>;

// Thiessen polygons (泰森多边形): the part of the area that lies nearest to each station, exactly (the area's rings are
// cut by the bisectors). Stations at one place share their part. Source: Thiessen 1911; GB/T 50138 面平均雨量. Fails
// with kNoData without stations, kInvalidArgument for an area of nothing or a position that is no number.
Result<std::vector<StationWeight>> thiessenWeights(const AreaRings& area, std::span<const MapXY> stations);

// Inverse distance (反距离加权) to the power `power` at one place, from the `nearest` stations; a station at the place
// counts alone. Valid: power > 0, nearest > 0.
Result<std::vector<StationWeight>> idwWeights(MapXY at, std::span<const MapXY> stations, double power = 2,
                                              std::size_t nearest = 8);
// The same for an area: the mean over a square raster of about `samples` places inside it.
Result<std::vector<StationWeight>> idwWeights(const AreaRings& area, std::span<const MapXY> stations, double power = 2,
                                              std::size_t nearest = 8, int samples = 100);

// Rain of an area from its stations' hours. An hour that some stations did not report is made of the others, their
// weights scaled up; an hour that none reported is missing (NaN). All series begin at the same hour.
HourlyRain arealRain(std::span<const StationWeight> weights, std::span<const HourlyRain> stations);

// The area that rings enclose (even-odd), m2, and whether a place lies in it.
double areaM2(const AreaRings& area);
bool insideArea(const AreaRings& area, MapXY at);

}  // namespace gis::flood
