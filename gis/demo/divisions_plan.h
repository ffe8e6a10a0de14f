// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "gis/demo/facts.h"
#include "gis/demo/relief.h"
#include "gis/terrain/d8.h"

namespace gis::demo {

// A 150 m raster, the same for both scales, on which borders and settlements are planned. Values at the cell's middle.
struct Plan {
  terrain::GridSize size;
  double cell_m = 150;
  MapXY top_left;
  std::vector<float> elevation_m;
  std::vector<float> slope_deg;
  std::vector<float> above_river_m;
  std::vector<float> river_km2;     // largest area drained by a stream inside the cell
  std::vector<std::uint8_t> water;  // 1 where a reservoir lies
  MapXY centreOf(std::size_t cell) const {
    return {top_left.x_m + (size.columnOf(cell) + 0.5) * cell_m, top_left.y_m - (size.rowOf(cell) + 0.5) * cell_m};
  }
  bool contains(MapXY p) const;
  std::size_t cellAt(MapXY p) const;  // nearest cell
};
Plan makePlan(const Relief& relief);
// Every second cell in both directions.
Plan coarser(const Plan& plan);

// A region that grows from a seed. Larger weights grow slower.
struct Seed {
  std::size_t cell = 0;
  std::uint32_t label = 0;
  double weight = 1;
};

// Each cell to the seed from which it is reached at the least cost: climbing and crossing rivers cost, so borders come
// to lie on crests and rivers. `fence` keeps regions apart: nothing grows between cells of different fence values, nor
// where it is 0. Regions are connected by cell sides. Cells that no seed reaches stay 0.
std::vector<std::uint32_t> growRegions(const Plan& plan, std::span<const Seed> seeds,
                                       std::span<const std::uint32_t> fence);

// How good a cell is to live in, 0 (not at all) to 1: gentle, near water but above floods, low.
double siteQuality(const Plan& plan, std::size_t cell);

}  // namespace gis::demo
