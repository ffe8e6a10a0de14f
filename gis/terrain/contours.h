// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <vector>

#include "gis/terrain/d8.h"

namespace gis::terrain {

// One line of equal height. Positions in cells of the grid: the middle of cell (c, r) is (c + 0.5, r + 0.5), rows grow
// southward. The higher ground lies on the right-hand side of the way.
struct ContourLine {
  float elevation_m = 0;
  std::vector<float> xy_cells;  // x0, y0, x1, y1 ...
  bool closed = false;          // the first point is repeated at the end
};

// All lines at whole multiples of the interval: marching squares with linear interpolation between the middles of
// cells; at a saddle the mean of the four decides. Squares with a NaN are left out, so lines end there. A height that
// is exactly a multiple counts as above. Empty for a grid of less than 2 x 2 cells or an interval that is not positive.
// Source: Maple, C. (2003), Geometric design and space planning using the marching squares and marching cube
// algorithms. Pure; any thread.
std::vector<ContourLine> contourLines(GridSize size, std::span<const float> elevation_m, double interval_m);

// Rounds the corners off by cutting each at a quarter and three quarters of its sides (Chaikin 1974), `times` over. The
// ends of an open line stay where they are.
void smoothLine(ContourLine& line, int times);

}  // namespace gis::terrain
