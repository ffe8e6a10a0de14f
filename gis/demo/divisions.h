// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <vector>

#include "gis/demo/divisions_plan.h"
#include "gis/demo/facts.h"
#include "gis/demo/ground.h"

namespace gis::demo {

// County of every plan cell: position + 1 in Facts::counties, 0 outside the city. Regions grow from the seats, with the
// neighbours' seats as rivals, until the areas are near the real ones. With admin_file the real polygons are used.
// Fails with kNotFound, kDamagedFile (a county is missing in the file).
Result<std::vector<std::uint32_t>> countyLabels(const DemoOptions& options, const Facts& facts, const Plan& plan);

// The counties alone, with polygons: what reservoirs ask before villages can be placed.
std::vector<Division> countyDivisions(const Facts& facts, const Plan& plan,
                                      const std::vector<std::uint32_t>& county_of_cell);

// City, counties, towns and villages with seats, polygons and people. Plan::water must be known.
std::vector<Division> makeDivisions(const DemoOptions& options, const Facts& facts, const Plan& plan,
                                    const std::vector<std::uint32_t>& county_of_cell);

}  // namespace gis::demo
