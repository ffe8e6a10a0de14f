// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>

#include "gis/coverage/pixels.h"

namespace gis {

// One straight piece of a line in the pixels of a mask, and the pixels it may touch. A round end is a half disc; a flat
// one cuts across the line half a pixel softly.
struct StrokeSegment {
  float start_x_px = 0, start_y_px = 0;
  float dir_x_ratio = 1, dir_y_ratio = 0;  // of length one
  float length_px = 0;
  float reach_px = 1;      // from the middle of the line to where nothing is covered any more
  float most_count = 255;  // the greatest value a pixel gets, of 255
  bool flat_start = false, flat_end = false;
  PixelRect pixels;  // inside the mask
};

// Raises the mask to the segment's coverage. `mask` is its first pixel, a row is `stride_bytes` long; up to seven bytes
// right of `pixels` may be raised, too, which lie within the stride. Both paths give the same bytes.
void stampSegment(std::uint8_t* mask, std::ptrdiff_t stride_bytes, const StrokeSegment& segment, CpuPath path);

}  // namespace gis
