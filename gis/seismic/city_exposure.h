// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/seismic/damage.h"

namespace gis::seismic {

// Who and what stands where in a city, as columns in map metres: read once, asked by every scenario. Immutable once
// shared; any thread.
struct CityExposure {
  struct District {
    std::string code;
    std::string name;
    double area_km2 = 0;
    std::int64_t population = 0;
  };
  std::string map_crs;
  std::vector<District> counties;

  // One entry a building.
  std::vector<float> building_x_m, building_y_m;  // of the middle of its box, relative to `origin`
  std::vector<BuildingClass> building_class;
  std::vector<float> floor_m2;  // footprint times storeys
  std::vector<std::uint8_t> is_dwelling;
  std::vector<std::uint16_t> residents;
  std::vector<std::uint8_t> building_county;  // index into counties

  // One entry a census point.
  std::vector<float> point_x_m, point_y_m;
  std::vector<std::uint32_t> people, elderly, households;
  std::vector<std::uint8_t> point_county;

  MapXY origin;
  std::int64_t read_utc_ms = 0;
};

}  // namespace gis::seismic
