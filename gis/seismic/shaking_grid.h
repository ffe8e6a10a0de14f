// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/seismic/scenario.h"

namespace gis::seismic {

// Shaking on square cells of the map's system; row 0 is the northern one, values at the cells' middles.
struct ShakingGrid {
  int columns = 0, rows = 0;
  MapXY top_left;  // outer corner
  double cell_m = 0;
  std::string crs;
  std::vector<float> intensity;     // by the intensity relation; NaN beyond its reach
  std::vector<float> instrumental;  // GB/T 17742-2020 from PGA and PGV
  std::vector<float> pga_gal, pgv_cm_per_s;
};

// Over a box in degrees. Polls `cancel` once a row. Fails as checkScenario does, with kUnknownCrs, kCancelled, and with
// kOutOfRange for more than four million cells or a cell that is not positive.
Result<ShakingGrid> shakingGrid(const QuakeScenario& scenario, const LonLatBox& box, const std::string& map_crs,
                                double cell_m, const CancelToken& cancel = {}, const Progress& progress = {});

}  // namespace gis::seismic
