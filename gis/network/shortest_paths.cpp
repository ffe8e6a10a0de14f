// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/network/shortest_paths.h"

#include <array>
#include <bit>

namespace gis {
namespace {

// Keys never fall below the one taken last; bucket b holds keys that differ from it first in bit b - 1.
class RadixHeap {
 public:
  struct Item {
    TravelMs key;
    std::uint32_t node;
  };
  bool empty() const { return m_size == 0; }
  void push(TravelMs key, std::uint32_t node) {
    m_buckets[bucketOf(key)].push_back({key, node});
    ++m_size;
  }
  Item pop() {
    if (m_buckets[0].empty()) refill();
    const Item item = m_buckets[0].back();
    m_buckets[0].pop_back();
    --m_size;
    return item;
  }

 private:
  std::size_t bucketOf(TravelMs key) const { return static_cast<std::size_t>(std::bit_width(key ^ m_last)); }
  void refill() {
    std::size_t from = 1;
    while (m_buckets[from].empty()) ++from;
    m_last = m_buckets[from].front().key;
    for (const Item& item : m_buckets[from]) m_last = std::min(m_last, item.key);
    for (const Item& item : m_buckets[from]) m_buckets[bucketOf(item.key)].push_back(item);
    m_buckets[from].clear();
  }
  std::array<std::vector<Item>, 33> m_buckets;
  TravelMs m_last = 0;
  std::size_t m_size = 0;
};

constexpr std::uint32_t kNodesPerPoll = 4096;

}  // namespace

ArcGraph makeArcGraph(std::uint32_t nodes, std::span<const std::pair<std::uint32_t, std::uint32_t>> edges) {
  ArcGraph graph;
  graph.first.assign(nodes + std::size_t{1}, 0);
  for (const auto& [a, b] : edges) ++graph.first[a + 1], ++graph.first[b + 1];
  for (std::size_t i = 1; i < graph.first.size(); ++i) graph.first[i] += graph.first[i - 1];
  graph.arcs.resize(edges.size() * 2);
  std::vector<std::uint32_t> next(graph.first.begin(), graph.first.end() - 1);
  for (std::uint32_t e = 0; e < edges.size(); ++e) {
    graph.arcs[next[edges[e].first]++] = {edges[e].second, 2 * e};
    graph.arcs[next[edges[e].second]++] = {edges[e].first, 2 * e + 1};
  }
  return graph;
}

ShortestPaths shortestPaths(const ArcGraph& graph, std::span<const TravelMs> cost, std::span<const SearchStart> starts,
                            TravelDirection direction, const SearchLimits& limits, const CancelToken& cancel) {
  ShortestPaths found{std::vector<TravelMs>(graph.nodeCount(), kImpassable),
                      std::vector<std::uint32_t>(graph.nodeCount(), kNoArc)};
  RadixHeap heap;
  for (const SearchStart& start : starts)
    if (start.cost <= limits.at_most && start.cost < found.cost[start.node]) {
      found.cost[start.node] = start.cost;
      heap.push(start.cost, start.node);
    }
  std::vector<bool> awaited;
  std::size_t left = 0;
  if (!limits.until.empty()) {
    awaited.assign(graph.nodeCount(), false);
    for (const std::uint32_t node : limits.until)
      if (!awaited[node]) awaited[node] = true, ++left;
  }
  const std::uint32_t flip = direction == TravelDirection::kAway ? 0 : 1;
  std::uint32_t settled = 0;
  while (!heap.empty()) {
    const auto [key, node] = heap.pop();
    if (key != found.cost[node]) continue;  // a better way was found meanwhile
    if (left > 0 && awaited[node]) {
      awaited[node] = false;
      if (--left == 0) break;
    }
    if (++settled % kNodesPerPoll == 0 && cancel.cancelled()) break;
    for (const ArcGraph::Arc& arc : graph.at(node)) {
      const TravelMs step = cost[arc.id ^ flip];
      if (step == kImpassable) continue;
      const std::uint64_t there = std::uint64_t{key} + step;
      if (there > limits.at_most || there >= found.cost[arc.head]) continue;
      found.cost[arc.head] = static_cast<TravelMs>(there);
      found.via[arc.head] = arc.id ^ flip;
      heap.push(static_cast<TravelMs>(there), arc.head);
    }
  }
  return found;
}

}  // namespace gis
