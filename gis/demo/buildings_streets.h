// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <compare>
#include <functional>
#include <set>
#include <vector>

#include "gis/demo/buildings_frame.h"

namespace gis::demo {

// A block of a village by its place in the lattice; its low corner is lattice node (i, j).
struct BlockAt {
  int i = 0;
  int j = 0;
  friend auto operator<=>(const BlockAt&, const BlockAt&) = default;
};

// Streets around the occupied blocks, one piece a block side, in one connected net. New nodes are numbered -1, -2, ...;
// lattice node (0, 0) is `origin_node` when that is not negative, else it is joined to `network_node` by a straight
// piece. Sides along a road or over a river are left out unless they alone hold the net together.
std::vector<Street> streetsAround(const LandMap& land, int village, const BlockPlan& plan, const VillageFrame& frame,
                                  const std::set<BlockAt>& occupied, MapXY origin, int origin_node, int network_node,
                                  MapXY network_at, const std::function<bool(MapXY)>& allowed);

}  // namespace gis::demo
