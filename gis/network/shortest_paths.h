// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <utility>
#include <vector>

#include "gis/core/cancel.h"

namespace gis {

// Costs are whole milliseconds (or any whole unit), so that sums are exact and equal on every machine.
using TravelMs = std::uint32_t;
constexpr TravelMs kImpassable = std::numeric_limits<TravelMs>::max();
constexpr std::uint32_t kNoArc = std::numeric_limits<std::uint32_t>::max();

// A graph as arrays (compressed sparse rows). Every edge e lies at both its ends: as arc 2e from its first node to its
// second, and as arc 2e + 1 back. What may not be travelled costs kImpassable; the graph itself never changes. Any
// thread may read.
struct ArcGraph {
  struct Arc {
    std::uint32_t head;  // the node at the other end
    std::uint32_t id;    // 2 x edge + direction
  };
  std::vector<std::uint32_t> first;  // nodes + 1 entries
  std::vector<Arc> arcs;

  std::uint32_t nodeCount() const { return first.empty() ? 0 : static_cast<std::uint32_t>(first.size() - 1); }
  std::span<const Arc> at(std::uint32_t node) const {
    return std::span(arcs).subspan(first[node], first[node + 1] - first[node]);
  }
};
ArcGraph makeArcGraph(std::uint32_t nodes, std::span<const std::pair<std::uint32_t, std::uint32_t>> edges);

// kAway: how long from the sources to each node. kTowards: how long from each node to the sources (teams to a fire).
enum class TravelDirection { kAway, kTowards };

struct SearchStart {
  std::uint32_t node;
  TravelMs cost;
};

// The tree of shortest ways. Unreached nodes cost kImpassable.
struct ShortestPaths {
  std::vector<TravelMs> cost;  // by node
  std::vector<std::uint32_t>
      via;  // the arc (id) by which the way passes between a node and its parent; kNoArc at roots
};

struct SearchLimits {
  TravelMs at_most = kImpassable - 1;         // nodes farther than this stay unreached
  std::span<const std::uint32_t> until = {};  // stop when all of these are settled; empty: settle everything
};

// Dijkstra with a radix heap (Ahuja, Mehlhorn, Orlin, Tarjan, J. ACM 37(2), 1990). `cost` has two entries an edge, by
// arc id. About 10 ms for all nodes of a city's roads. A cancelled search returns what it has settled. Any thread.
ShortestPaths shortestPaths(const ArcGraph& graph, std::span<const TravelMs> cost, std::span<const SearchStart> starts,
                            TravelDirection direction, const SearchLimits& limits = {}, const CancelToken& cancel = {});

}  // namespace gis
