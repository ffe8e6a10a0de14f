// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <vector>

#include "gis/demo/ground.h"

namespace gis::demo {

// The lattice on which roads look for their way: the ground, thinned to about 120 m (300 m on coarse ground). Working
// data of makeRoadNet.
struct RoadGrid {
  int columns = 0;
  int rows = 0;
  double step_m = 120;
  MapXY top_left;
  std::vector<float> elevation_m;
  std::vector<float> crossing_km2;      // drainage area of a river that runs through the cell, 0 = none
  std::vector<float> noise_ratio;       // makes equal ways differ, so that lanes wind
  std::vector<std::int8_t> road_class;  // best class of a road through the cell, kNoRoad = none
  static constexpr std::int8_t kNoRoad = 9;

  int cellAt(MapXY p) const;  // -1 outside
  MapXY centreOf(int cell) const {
    return {top_left.x_m + (cell % columns + 0.5) * step_m, top_left.y_m - (cell / columns + 0.5) * step_m};
  }
};

RoadGrid makeRoadGrid(const Ground& ground, const std::vector<RiverReach>& reaches, std::uint64_t seed);

// One step between two neighbouring cells that carries a road; lower cell first.
struct RoadStep {
  int road_class;
  int road_no;  // running number of the way it belongs to
};
using RoadSteps = std::map<std::pair<int, int>, RoadStep>;

// Turns the steps into pieces between junctions, smoothed, about `piece_m` long at most. `seat_of_cell` gives places
// that a node must stand on exactly.
std::vector<RoadPiece> traceRoads(const RoadGrid& grid, const RoadSteps& steps,
                                  const std::map<int, MapXY>& seat_of_cell, double piece_m, int& next_node);

}  // namespace gis::demo
