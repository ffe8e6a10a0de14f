// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "gis/terrain/d8.h"

namespace gis::terrain {

// D8 codes by steepest descent (O'Callaghan and Mark 1984): the neighbour with the largest drop per distance; ties go
// to the smallest code. A cell with no lower neighbour gets 0: on the edge that is right, inside it is a pit, so fill
// first (FillMode::kEpsilon). NaN cells get 0; a cell beside NaN drains out (0) when nothing is lower. Several threads.
std::vector<std::uint8_t> flowDirections(GridSize size, std::span<const float> elevation_m);

// All cells so that each comes before the one it flows to. Cells on a loop (possible in foreign rasters only) are
// left out.
std::vector<std::uint32_t> downstreamOrder(GridSize size, std::span<const std::uint8_t> flow_to);

// How many cells drain through each, itself included; 0 for cells on a loop.
std::vector<std::uint32_t> upstreamCells(GridSize size, std::span<const std::uint8_t> flow_to);
std::vector<std::uint32_t> upstreamCells(GridSize size, std::span<const std::uint8_t> flow_to,
                                         std::span<const std::uint32_t> downstream_order);

// Strahler order of the cells that drain at least `channel_cells` cells; 0 elsewhere.
std::vector<std::uint8_t> strahlerOrders(GridSize size, std::span<const std::uint8_t> flow_to,
                                         std::span<const std::uint32_t> upstream_cells, std::uint32_t channel_cells);

// For each cell the position + 1 in `outlets` of the first outlet its water passes, 0 where it passes none. An outlet
// upstream of another keeps its own catchment.
std::vector<std::uint32_t> labelCatchments(GridSize size, std::span<const std::uint8_t> flow_to,
                                           std::span<const std::size_t> outlets);

// The longest way water takes to `outlet`: cells from the head to the outlet and the length in cell widths.
struct FlowPath {
  std::vector<std::size_t> cells;
  double length_cells = 0;
  std::size_t catchment_cells = 0;  // that drain to the outlet, itself included
};
FlowPath longestFlowPath(GridSize size, std::span<const std::uint8_t> flow_to, std::size_t outlet);

// All cells that drain through `outlet`, itself first, each after the one it flows to.
std::vector<std::size_t> cellsUpstreamOf(GridSize size, std::span<const std::uint8_t> flow_to, std::size_t outlet);

}  // namespace gis::terrain
