// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "gis/core/error.h"

namespace gis {

// One way only; two of them for a road that is open both ways.
struct FlowArc {
  std::uint32_t tail, head;
  std::int64_t capacity;  // e.g. vehicles per hour
};

struct MaxFlow {
  std::int64_t value = 0;
  std::vector<std::int64_t> flow;          // by arc
  std::vector<std::uint32_t> bottlenecks;  // arcs of a smallest cut: those to widen first
};

// The most that can move from one node to another at once (evacuation, relief). Capacities are not negative. Fails
// with kInvalidArgument (a node that is not there, source equal to sink, a negative capacity). Any thread.
// Source: E. A. Dinic, Soviet Math. Doklady 11 (1970): level graphs and blocking flows, exact in whole numbers.
Result<MaxFlow> maxFlow(std::uint32_t nodes, std::span<const FlowArc> arcs, std::uint32_t source, std::uint32_t sink);

}  // namespace gis
