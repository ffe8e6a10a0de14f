// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace gis {

enum class SweepRule : std::uint8_t {
  kEvenOdd,
  kUnion,  // pieces that all turn anticlockwise and may overlap: inside of one is inside
};

// An edge of one of several areas, from below to above; horizontal ones are left out.
struct SweepEdge {
  double x0_m, y0_m, x1_m, y1_m;  // y0 < y1
  std::int32_t owner;             // which area
  std::int8_t direction;          // +1 when its ring runs upwards here
};

// The area (m²) of areas cut with each other, exact up to rounding: the plane is cut into slabs at all corners and
// crossings; in a slab no two edges cross, so it is a row of trapezoids. `mask` is the area all others are cut with
// (kNoMask: none). `owner_class[o]` is the class of area o; a place in several counts for the smallest class. Adds to
// `by_class`. Any number of areas, self-crossing ones and common borders included. `edges` is used up. Pure; any
// thread.
constexpr std::int32_t kNoMask = -1;
void sweepAreas(std::vector<SweepEdge>& edges, std::int32_t mask, std::span<const SweepRule> rules,
                std::span<const std::int32_t> owner_class, std::span<double> by_class);

}  // namespace gis
