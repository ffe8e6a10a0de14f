// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "gis/terrain/d8.h"

namespace gis::terrain {

// Where the light comes from and how much the relief is stretched.
struct Light {
  double azimuth_deg = 315;  // clockwise from north
  double altitude_deg = 45;
  double z_factor_ratio = 1;
};

// Rise and run at one cell after Horn 1981 (weighted 3 x 3 window); at edges and beside NaN the missing neighbours
// take the cell's own height. Positive x is east, positive y north.
struct Gradient {
  double east_ratio = 0;
  double north_ratio = 0;
};
Gradient gradientAt(GridSize size, std::span<const float> elevation_m, double cell_m, int column, int row);

// Slope in degrees (Horn 1981); NaN where there is no data. Several threads.
std::vector<float> slopeDegrees(GridSize size, std::span<const float> elevation_m, double cell_m);

// Shaded relief, 1 (darkest) to 255, 0 = no data; the formula of Horn 1981 as gdaldem hillshade uses it.
// Several threads; about 25 million cells in 0.5 s on two cores.
std::vector<std::uint8_t> hillshade(GridSize size, std::span<const float> elevation_m, double cell_m,
                                    const Light& light = {});

}  // namespace gis::terrain
