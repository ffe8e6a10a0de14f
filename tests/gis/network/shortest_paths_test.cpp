// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/network/shortest_paths.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace gis {
namespace {

using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

// The plain way: relax every arc until nothing changes.
std::vector<TravelMs> bellmanFord(std::uint32_t nodes, const Edges& edges, const std::vector<TravelMs>& cost,
                                  std::uint32_t root, TravelDirection direction) {
  std::vector<TravelMs> best(nodes, kImpassable);
  best[root] = 0;
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t arc = 0; arc < cost.size(); ++arc) {
      if (cost[arc] == kImpassable) continue;
      auto [tail, head] = edges[arc / 2];
      if (arc % 2 == 1) std::swap(tail, head);
      if (direction == TravelDirection::kTowards) std::swap(tail, head);
      if (best[tail] == kImpassable) continue;
      const std::uint64_t there = std::uint64_t{best[tail]} + cost[arc];
      if (there < best[head]) best[head] = static_cast<TravelMs>(there), changed = true;
    }
  }
  return best;
}

TEST(ShortestPaths, DrawnNetwork) {
  // 0 --5-- 1 --5-- 2, and a slow bypass 0 --20-- 2; 1 -> 3 one way
  const Edges edges{{0, 1}, {1, 2}, {0, 2}, {1, 3}};
  const std::vector<TravelMs> cost{5, 5, 5, 5, 20, 20, 1, kImpassable};
  const ArcGraph graph = makeArcGraph(4, edges);
  const std::vector<SearchStart> from_0{{0, 0}}, from_3{{3, 0}};
  EXPECT_EQ(shortestPaths(graph, cost, from_0, TravelDirection::kAway).cost, (std::vector<TravelMs>{0, 5, 10, 6}));
  EXPECT_EQ(shortestPaths(graph, cost, from_3, TravelDirection::kAway).cost[1], kImpassable);
  EXPECT_EQ(shortestPaths(graph, cost, from_3, TravelDirection::kTowards).cost[0], 6U);
  SearchLimits limits;
  limits.at_most = 5;
  EXPECT_EQ(shortestPaths(graph, cost, from_0, TravelDirection::kAway, limits).cost[2], kImpassable);
}

RC_GTEST_PROP(ShortestPaths, EqualBellmanFord, ()) {
  const auto nodes = *rc::gen::inRange<std::uint32_t>(1, 40);
  const auto count = *rc::gen::inRange<std::size_t>(0, 160);
  Edges edges;
  std::vector<TravelMs> cost;
  for (std::size_t i = 0; i < count; ++i) {
    edges.emplace_back(*rc::gen::inRange<std::uint32_t>(0, nodes), *rc::gen::inRange<std::uint32_t>(0, nodes));
    for (int way = 0; way < 2; ++way)
      cost.push_back(*rc::gen::weightedOneOf<TravelMs>({{1, rc::gen::just(kImpassable)},
                                                        {4, rc::gen::inRange<TravelMs>(0, 30)},
                                                        {2, rc::gen::inRange<TravelMs>(0, 4'000'000'000U)}}));
  }
  const auto root = *rc::gen::inRange<std::uint32_t>(0, nodes);
  const auto direction = *rc::gen::element(TravelDirection::kAway, TravelDirection::kTowards);
  const ArcGraph graph = makeArcGraph(nodes, edges);
  const std::vector<SearchStart> start{{root, 0}};
  const ShortestPaths found = shortestPaths(graph, cost, start, direction);
  RC_ASSERT(found.cost == bellmanFord(nodes, edges, cost, root, direction));
  // The tree leads home at the cost it says.
  for (std::uint32_t node = 0; node < nodes; ++node) {
    if (found.cost[node] == kImpassable || node == root) continue;
    std::uint64_t sum = 0;
    std::uint32_t at = node;
    for (std::uint32_t steps = 0; at != root && steps <= nodes; ++steps) {
      const std::uint32_t arc = found.via[at];
      RC_ASSERT(arc != kNoArc);
      sum += cost[arc];
      const auto [tail, head] = arc % 2 == 0 ? edges[arc / 2] : std::pair(edges[arc / 2].second, edges[arc / 2].first);
      at = direction == TravelDirection::kAway ? tail : head;
    }
    RC_ASSERT(at == root);
    RC_ASSERT(sum == found.cost[node]);
  }
  // Stopping at one target changes nothing for it.
  const auto target = *rc::gen::inRange<std::uint32_t>(0, nodes);
  const std::vector<std::uint32_t> until{target};
  SearchLimits limits;
  limits.until = until;
  RC_ASSERT(shortestPaths(graph, cost, start, direction, limits).cost[target] == found.cost[target]);
}

// Rome 1999, 9th DIMACS implementation challenge: from five places to all others, against the plain way.
TEST(ShortestPaths, PublishedRome) {
  const std::filesystem::path file = std::filesystem::path(FENGSUI_SOURCE_DIR) / "../shared/verify/routing/rome99.gr";
  std::ifstream in(file);
  if (!in) in.open(std::filesystem::path(FENGSUI_SOURCE_DIR) / "../../shared/verify/routing/rome99.gr");
  if (!in) GTEST_SKIP() << "no ../shared/verify/routing beside the tree";
  Edges edges;
  std::vector<TravelMs> cost;
  std::uint32_t nodes = 0;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string kind, problem;
    words >> kind;
    if (kind == "p") words >> problem >> nodes;
    if (kind != "a") continue;
    std::uint32_t tail = 0, head = 0;
    TravelMs length = 0;
    words >> tail >> head >> length;
    edges.emplace_back(tail - 1, head - 1);
    cost.push_back(length), cost.push_back(kImpassable);
  }
  ASSERT_EQ(nodes, 3353U);
  ASSERT_EQ(edges.size(), 8870U);
  const ArcGraph graph = makeArcGraph(nodes, edges);
  for (const std::uint32_t root : {0U, 17U, 999U, 2000U, 3352U})
    for (const auto direction : {TravelDirection::kAway, TravelDirection::kTowards}) {
      const std::vector<SearchStart> start{{root, 0}};
      EXPECT_EQ(shortestPaths(graph, cost, start, direction).cost, bellmanFord(nodes, edges, cost, root, direction));
    }
}

}  // namespace
}  // namespace gis
