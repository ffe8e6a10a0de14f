// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"

namespace gis::dispatch {

// A wish for units of one item.
struct Claim {
  std::uint32_t stage = 0;             // 0 is served first, whatever that leaves for the others
  std::int64_t asked = 0;              // of the whole request
  std::vector<std::uint32_t> depots;   // that can serve it
  std::optional<std::uint32_t> after;  // a claim of an earlier stage on the same request, whose units count as had
};

// How many units each claim gets, so that one plan can serve all of them (maximal flow, whole units) and:
//  - no claim gets one unit more at the cost of an earlier stage;
//  - within a stage the smallest share counts (max-min fairness): units are handed out one at a time, each to the claim
//    whose share had / asked is the smallest among those that can still get one, ties to the smaller request, then to
//    the one named first. Nobody could have a unit more unless one with a share no greater lost one.
// What can be served together is a polymatroid (bipartite flows), in which handing out greedily is optimal and a claim
// that cannot be raised once can never be raised later; so whole levels are handed out at once by halving, and only the
// units between two neighbouring levels one by one.
// Sources: D. Bertsekas, R. Gallager, Data Networks, 2nd ed. 1992, section 6.5.2 (max-min fairness by filling);
// J. Edmonds, Submodular functions, matroids, and certain polyhedra, 1970 (greedy); J. Edmonds, R. M. Karp, J. ACM
// 19(2), 1972 (augmenting along shortest paths).
// `stock` is not negative, by depot; amounts are at most 10^9. Fails with kInvalidArgument (a depot or claim that is
// not there, a negative number), kCancelled. Any thread.
Result<std::vector<std::int64_t>> fairShare(std::span<const std::int64_t> stock, std::span<const Claim> claims,
                                            const CancelToken& cancel = {});

}  // namespace gis::dispatch
