// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

namespace gis {

// The position of a cell of a 65536 x 65536 grid along the Hilbert curve: near numbers are near places. Pure.
// Source: H. S. Warren, Hacker's Delight, 2nd ed., section 16-2 (the state-transition form).
constexpr std::uint32_t hilbertIndex(std::uint32_t x, std::uint32_t y) {
  std::uint32_t index = 0;
  for (std::uint32_t side = 1U << 15; side > 0; side >>= 1) {
    const std::uint32_t right = (x & side) != 0 ? 1 : 0, up = (y & side) != 0 ? 1 : 0;
    index += side * side * ((3 * right) ^ up);
    if (up == 0) {
      if (right == 1) x = 0xFFFFU - (x & 0xFFFFU), y = 0xFFFFU - (y & 0xFFFFU);
      const std::uint32_t swap = x;
      x = y, y = swap;
    }
  }
  return index;
}

}  // namespace gis
