// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/demo/ground.h"

namespace gis::demo {

struct RoadNet {
  std::vector<RoadPiece> pieces;
  int next_node = 0;  // one more than the greatest node number
};

// Roads that join every settlement: trunk roads between county seats, county roads between town seats, village roads
// to every village. Each is a least-cost way over the ground (slope, river crossings, noise); a lower class joins a
// higher one where that is cheaper. Pieces meet at shared node numbers, so the whole is one connected network. Bridges
// are marked where a piece crosses a reach that drains 20 km2 or more. Repeatable for a seed. Fails with kCancelled.
Result<RoadNet> makeRoadNet(const Ground& ground, const std::vector<Division>& divisions,
                            const std::vector<RiverReach>& reaches, std::uint64_t seed, const CancelToken& cancel);

}  // namespace gis::demo
