// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "gis/demo/facts.h"
#include "gis/terrain/d8.h"

namespace gis::demo {

// One resolution of the terrain while it is being made.
struct ReliefLevel {
  terrain::GridSize size;
  double cell_m = 0;
  MapXY top_left;
  std::vector<float> height_m;
  MapXY centreOf(std::size_t cell) const {
    return {top_left.x_m + (size.columnOf(cell) + 0.5) * cell_m, top_left.y_m - (size.rowOf(cell) + 0.5) * cell_m};
  }
};

// A hand-placed line made smooth and bent by noise, a point about every 100 m. One bend field for rivers and ridges,
// so that valleys stay between their crests.
std::vector<SpotHeight> windingCourse(const std::vector<SpotHeight>& line, std::uint32_t seed);
std::vector<SpotHeight> lineOf(const RiverFact& river);

// The smooth surface the ridges keep to: inverse distances between ridges, spot heights and valley sides.
ReliefLevel targetSurface(const Facts& facts, std::uint32_t seed, MapXY top_left, double width_m, double height_m,
                          double cell_m);

// River beds on a level: the height a cell is held at, NaN where no river runs.
std::vector<float> riverBeds(const std::vector<std::vector<SpotHeight>>& courses, const ReliefLevel& level);

// A finer (or equal) level by Catmull-Rom interpolation at positions shifted by noise (`warp_m`), with fractal noise
// added in proportion to the local slope. Several threads; the same result whatever their number.
struct Refinement {
  double cell_m = 0;
  double warp_m = 0;
  double detail_ratio = 0;  // noise height per metre of slope over one coarse cell
  double detail_floor_m = 0;
  int octaves = 2;
  std::uint32_t seed = 0;
};
ReliefLevel refine(const ReliefLevel& coarse, const Refinement& how);

}  // namespace gis::demo
