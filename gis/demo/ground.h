// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis::demo {

enum class Scale { kSmall, kCity };

struct DemoOptions {
  Scale scale = Scale::kSmall;
  std::uint64_t seed = 7;
  std::optional<std::filesystem::path> admin_file;  // real county polygons instead of made ones (any GDAL vector)
};

// A ring of map coordinates, closed (first vertex repeated). Outer rings first, holes after; even-odd.
using Ring = std::vector<MapXY>;

// Terrain on square cells; row 0 is the northern one. Depression-free: every cell has a way down to the edge.
struct Ground {
  int columns = 0;
  int rows = 0;
  double cell_m = 30;
  MapXY top_left;                             // outer corner of cell (0,0)
  std::vector<float> elevation_m;             // rows * columns
  std::vector<std::uint8_t> flow_to;          // D8 code (gis/terrain), 0 = leaves the grid
  std::vector<std::uint32_t> upstream_cells;  // cells that drain through this one, itself included

  MapXY centreOf(int column, int row) const {
    return {top_left.x_m + (column + 0.5) * cell_m, top_left.y_m - (row + 0.5) * cell_m};
  }
  // Nearest cell's height; NaN outside.
  double elevationAt(MapXY p) const;
  double slopeDegAt(MapXY p) const;
};

struct Division {
  std::string code;  // 12 digits
  std::string parent_code;
  int level = 0;  // 2 city, 3 county, 4 town, 5 village
  std::string name;
  std::string name_en;
  MapXY seat;                // where its offices stand: in a valley, by a road
  std::vector<Ring> rings;   // neighbours share vertices exactly
  double area_km2 = 0;       // of the polygon
  long long population = 0;  // counties: census 2020; villages: apportioned so that they add up
  std::string figures_source;
};

struct RiverReach {
  int reach_no = 0;
  std::optional<int> downstream_no;  // none where it leaves the area
  std::string name;                  // real name on the main stems, else empty
  int level = 4;                     // code_river_level
  int strahler = 1;
  std::vector<MapXY> line;  // downstream direction, heights never rise along it
  double length_m = 0;
  double from_elevation_m = 0;
  double to_elevation_m = 0;
  double upstream_km2 = 0;
};

struct Catchment {
  std::string code;
  std::string river;
  MapXY outlet;
  double outlet_elevation_m = 0;
  std::vector<Ring> rings;
  double area_km2 = 0;
  double longest_path_km = 0;
  double mean_slope_ratio = 0;  // of the longest path
};

struct RoadPiece {
  int from_node = 0;
  int to_node = 0;
  int road_class = 5;  // code_road_class
  std::string road_code;
  std::string name;
  std::vector<MapXY> line;
  double length_m = 0;
  bool bridge = false;  // crosses a river
};

struct Reservoir {
  std::string name;
  std::string river;
  std::string county_code;
  int reservoir_class = 3;
  double capacity_m3 = 0;    // 0 = not known
  double catchment_km2 = 0;  // 0 = not known
  int built_year = 0;
  bool confirmed = false;  // false: figures are unsure, shown as 待核实
  std::string figures_source;
  MapXY dam;
  double normal_level_m = 0;
  std::vector<Ring> rings;  // water surface at the normal level: the ground inside is at or below it
};

// The made city: terrain, water, divisions, villages and roads that agree with each other.
// Map coordinates of EPSG:4547.
struct City {
  DemoOptions options;
  Ground ground;
  std::vector<Division> divisions;  // city, counties, towns, villages, in code order within a level
  std::vector<RiverReach> reaches;
  std::vector<Catchment> catchments;
  std::vector<Reservoir> reservoirs;
  std::vector<RoadPiece> roads;  // between settlements; streets inside villages come later
  int next_road_node = 0;
};

// Makes the city from the facts in data/ and a seed: the same bytes for the same options on any machine.
// Fails with kCancelled, kNotFound, kDamagedFile (admin_file).
Result<City> makeCity(const DemoOptions& options, const CancelToken& cancel, const Progress& progress);

}  // namespace gis::demo
