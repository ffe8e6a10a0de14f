// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "gis/core/error.h"

namespace gis::dispatch {

// Units may go from a supplier to a taker at a cost each.
struct FlowChoice {
  std::uint32_t from, to;
  std::int64_t unit_cost = 0;  // not negative; here milliseconds of travel
};

struct CheapestFlow {
  std::vector<std::int64_t> units;  // by choice
  std::int64_t cost = 0;            // the sum of units x unit_cost, the smallest there is
};

// The transport problem: every taker gets exactly what it needs, no supplier gives more than it has, at the smallest
// cost. Whole units in, whole units out. Fails with kInvalidArgument (a negative number, an end that is not there,
// needs that cannot be served). Any thread. Source: the primal network simplex of LEMON 1.3 (B. Dezso, A. Juttner, P.
// Kovacs, LEMON - an open source C++ graph template library, ENTCS 264(5), 2011; P. Kovacs, Minimum-cost flow
// algorithms: an experimental evaluation, Optimization Methods and Software 30(1), 2015), exact in whole numbers.
Result<CheapestFlow> cheapestFlow(std::span<const std::int64_t> supply, std::span<const std::int64_t> need,
                                  std::span<const FlowChoice> choices);

}  // namespace gis::dispatch
