// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

#include "gis/coverage/pixels.h"

namespace gis {

// a * b / 255 for a product of two bytes, rounded to the nearest.
inline std::uint32_t over255(std::uint32_t product) {
  const std::uint32_t rounded = product + 128U;
  return (rounded + (rounded >> 8U)) >> 8U;
}

// Rows of pixels put over others: one colour through a mask, pixels through a mask, pixels at one opacity. All colours
// are premultiplied. Both paths give the same bytes.
void blendColourRow(std::uint32_t* to, const std::uint8_t* mask, int count, std::uint32_t colour, CpuPath path);
void blendPixelsRow(std::uint32_t* to, const std::uint32_t* from, const std::uint8_t* mask, int count, CpuPath path);
void blendEvenRow(std::uint32_t* to, const std::uint32_t* from, int opacity, int count, CpuPath path);

}  // namespace gis
