// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

#include "gis/coverage/pixels.h"

namespace gis {

// One row of pixels beside a segment. `along` and `across` are those of the first pixel's middle, measured from the
// segment's start in its direction and to its side; the steps are from one pixel to the next.
struct StrokeRow {
  float along_px, across_px, along_step_px, across_step_px;
  float length_px, reach_px;
  float most_count;  // the greatest value a pixel gets, of 255
  bool flat_start, flat_end;
};

// Raises `mask[0..count)` to the segment's coverage. Both paths give the same bytes.
void stampStrokeRow(std::uint8_t* mask, int count, const StrokeRow& row, CpuPath path);

}  // namespace gis
