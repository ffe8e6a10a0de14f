// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "gis/demo/divisions_plan.h"

namespace gis::demo {

// What is asked of a set of sites inside one region.
struct SiteWish {
  std::size_t count = 0;
  double spacing_ratio = 0.75;     // of the side of a square that one site would own
  std::vector<std::size_t> taken;  // sites that stand already; they count and keep their distance
};

// Up to wish.count cells of `cells`, good ones first, with room between them; the room shrinks until they fit. Fewer
// only when there are fewer cells. `seed` shifts qualities a little, so that not every site is the very best.
std::vector<std::size_t> chooseSites(const Plan& plan, std::span<const std::size_t> cells, const SiteWish& wish,
                                     std::uint32_t seed);

// Whole numbers in proportion to the shares that add up to total (largest remainders; ties to the first).
std::vector<long long> apportion(long long total, std::span<const double> shares);

}  // namespace gis::demo
