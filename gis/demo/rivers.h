// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <vector>

#include "gis/demo/divisions_plan.h"
#include "gis/demo/facts.h"
#include "gis/demo/relief.h"

namespace gis::demo {

// The stream network inside the city and a margin.
struct RiverNet {
  std::vector<RiverReach> reaches;
  std::vector<std::vector<std::uint32_t>> cells;  // of each reach, downstream; the last one is the next reach's first
  std::uint32_t channel_cells = 0;                // a stream starts where this many cells drain
};

// Cuts D8 streams at confluences into reaches; the area where streams start is found by halving until there are about
// `wanted` reaches. `inside` (plan cells, 1 = keep) bounds the network: reaches that leave it have no downstream reach.
// Main stems are named by following them down from the hand-placed courses.
RiverNet makeRivers(const Relief& relief, const Plan& plan, const std::vector<std::uint8_t>& inside, const Facts& facts,
                    std::size_t wanted, std::uint32_t seed);

}  // namespace gis::demo
