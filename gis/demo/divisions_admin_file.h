// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <vector>

#include "gis/core/error.h"
#include "gis/demo/divisions_plan.h"

namespace gis::demo {

// Counties of the plan's cells (position + 1 in Facts::counties, 0 outside) from a file of real county polygons in any
// format and reference system GDAL reads. Features are matched by an attribute that holds the six-digit code
// (adcode, code, ...) or the county's name. Fails with kDamagedFile (subject: the county that is missing) and what
// reading may meet.
Result<std::vector<std::uint32_t>> countyLabelsFromFile(const std::filesystem::path& file, const Facts& facts,
                                                        const Plan& plan);

}  // namespace gis::demo
