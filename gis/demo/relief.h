// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "gis/demo/facts.h"
#include "gis/demo/ground.h"
#include "gis/terrain/d8.h"

namespace gis::demo {

inline terrain::GridSize sizeOf(const Ground& ground) { return {ground.columns, ground.rows}; }

// The seed of all noise; windingCourse() with it gives the rivers' courses again.
std::uint32_t reliefSeed(const DemoOptions& options);

// The made terrain and what later steps ask about it.
struct Relief {
  Ground ground;
  std::vector<std::uint32_t> downstream_order;  // every cell before the one it flows to
  std::vector<float> above_river_m;             // height above the stream (2 km2 and more) that a cell drains to
};

// Terrain that follows the hand-placed rivers, ridges and spot heights: a smooth target surface, worn down by stream
// power on ever finer grids (implicit scheme of Braun and Willett 2013 on D8 trees), with fractal noise so that no
// valley is straight, flat floors along the streams, heights in whole 1/64 m. Fails with kCancelled.
Result<Relief> makeRelief(const DemoOptions& options, const Facts& facts, const CancelToken& cancel,
                          const Progress& progress);

}  // namespace gis::demo
