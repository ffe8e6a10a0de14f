// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "gis/demo/facts.h"
#include "gis/demo/ground.h"

namespace gis::demo {

// The named reservoirs of data/reservoirs.csv on this ground: the dam stands on the largest stream near the real
// place, the water is what a level floods upstream of it, the level chosen so that the surface comes near the fact's.
// A reservoir whose place has no stream is left out.
std::vector<Reservoir> makeReservoirs(const Ground& ground, const Facts& facts, const std::vector<Division>& divisions);

}  // namespace gis::demo
