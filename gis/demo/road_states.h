// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "gis/core/random.h"
#include "gis/demo/ground.h"

namespace gis::demo {

// What is the matter with each piece of the made roads (code_road_state): nearly all are open, a few of the lower
// classes are half blocked, restricted or closed. A piece is closed only where the others still lead round it: a real
// bureau would not leave a valley without a road for years. Repeatable for a random stream.
std::vector<int> roadStates(const std::vector<RoadPiece>& roads, Random random);

}  // namespace gis::demo
