// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>

namespace gis {

// Turns the rings of one polygon feature so that shells wind one way (anticlockwise with y up) and holes the other, by
// how many rings of the feature lie around each: holes, islands in holes and several shells come out right whatever
// the file had. Then overlapping and adjoining features can be filled together by the non-zero rule.
// `part_start` holds the feature's parts + 1 offsets into `xy_m` (x, y pairs), in vertices.
void orientRings(std::span<float> xy_m, std::span<const std::uint32_t> part_start);

}  // namespace gis
