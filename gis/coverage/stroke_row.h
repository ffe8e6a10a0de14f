// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

#include "gis/coverage/pixels.h"

namespace gis {

// One row of pixels beside a segment. `along` and `across` are those of the first pixel's middle, measured from the
// segment's start in its direction and to its side; the steps are from one pixel to the next.
struct StrokeRow {
  float along, across, along_step, across_step;
  float length, reach, most;
  bool flat_start, flat_end;
};

// Raises `mask[0..count)` to the segment's coverage. Both paths give the same bytes.
void stampStrokeRow(std::uint8_t* mask, int count, const StrokeRow& row, CpuPath path);

}  // namespace gis
