// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

#include "gis/coverage/pixels.h"

namespace gis {

// The coverage 0..255 that a running sum of areas (a pixel is 131072) stands for.
inline std::uint8_t coverageOf(std::uint32_t sum) {
  const auto area = static_cast<std::int32_t>(sum);
  const std::uint32_t size = area < 0 ? 0U - sum : sum;
  const std::uint32_t cut = size < 131072U ? size : 131072U;
  return static_cast<std::uint8_t>((cut * 255U + 65536U) >> 17U);
}

// Turns sums[first..last) into coverage; returns the sum after the last. Both paths give the same bytes.
std::uint32_t resolveRow(const std::uint32_t* sums, std::uint8_t* coverage, int first, int last, CpuPath path);

}  // namespace gis
