// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/evacuation/small_graph.h"

#include <algorithm>
#include <utility>

namespace gis::evacuation {
namespace {

constexpr std::size_t kMostNeighbours = 3;

TravelMs sumMs(TravelMs a, TravelMs b) {
  if (a == kImpassable || b == kImpassable) return kImpassable;
  return static_cast<TravelMs>(std::min<std::uint64_t>(std::uint64_t{a} + b, kImpassable));
}

}  // namespace

void SmallGraph::put(std::uint32_t a, std::uint32_t b, TravelMs there, TravelMs back) {
  const auto known = std::ranges::find(m_links[a], b, &Link::to);
  if (known == m_links[a].end()) {
    m_links[a].push_back({b, there, back});
  } else {
    known->there = std::min(known->there, there);
    known->back = std::min(known->back, back);
  }
}

void SmallGraph::join(std::uint32_t a, std::uint32_t b, TravelMs there, TravelMs back) {
  if (a == b || (there == kImpassable && back == kImpassable)) return;
  grow(std::max(a, b));
  put(a, b, there, back);
  put(b, a, back, there);
}

void SmallGraph::forget(std::uint32_t a, std::uint32_t b) {
  const auto known = std::ranges::find(m_links[a], b, &Link::to);
  if (known == m_links[a].end()) return;
  *known = m_links[a].back();
  m_links[a].pop_back();
}

// Every way through the node becomes a way between its neighbours.
void SmallGraph::takeOut(std::uint32_t node) {
  const std::vector<Link> around = std::exchange(m_links[node], {});
  for (const Link& link : around) forget(link.to, node);
  for (std::size_t i = 0; i < around.size(); ++i)
    for (std::size_t j = i + 1; j < around.size(); ++j)
      join(around[i].to, around[j].to, sumMs(around[i].back, around[j].there), sumMs(around[j].back, around[i].there));
}

SmallGraph SmallGraph::reduced(std::uint32_t nodes) && {
  if (nodes > 0) grow(nodes - 1);
  std::vector<std::uint32_t> waiting;
  for (std::uint32_t node = 0; node < m_links.size(); ++node) waiting.push_back(node);
  // Ends and bends first: what they leave behind is smaller.
  for (const std::size_t most : {std::size_t{2}, kMostNeighbours}) {
    std::vector<std::uint32_t> queue = waiting;
    while (!queue.empty()) {
      const std::uint32_t node = queue.back();
      queue.pop_back();
      if (m_kept[node] || m_links[node].empty() || m_links[node].size() > most) continue;
      std::vector<std::uint32_t> around;
      for (const Link& link : m_links[node]) around.push_back(link.to);
      takeOut(node);
      queue.insert(queue.end(), around.begin(), around.end());
    }
  }
  freeze();
  return std::move(*this);
}

void SmallGraph::freeze() {
  m_small_of.assign(m_links.size(), kNoArc);
  std::uint32_t count = 0;
  for (std::uint32_t node = 0; node < m_links.size(); ++node)
    if (m_kept[node] || !m_links[node].empty()) m_small_of[node] = count++;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> edges;
  m_cost.clear();
  for (std::uint32_t node = 0; node < m_links.size(); ++node)
    for (const Link& link : m_links[node]) {
      if (link.to < node) continue;
      edges.emplace_back(m_small_of[node], m_small_of[link.to]);
      m_cost.push_back(link.there);
      m_cost.push_back(link.back);
    }
  m_arcs = makeArcGraph(count, edges);
  m_links.clear();
}

std::vector<TravelMs> SmallGraph::towards(std::uint32_t goal, const CancelToken& cancel) const {
  std::vector<TravelMs> ms(m_small_of.size(), kImpassable);
  if (goal >= m_small_of.size() || m_small_of[goal] == kNoArc) return ms;
  const SearchStart start{m_small_of[goal], 0};
  const ShortestPaths paths =
      shortestPaths(m_arcs, m_cost, std::span(&start, 1), TravelDirection::kTowards, {}, cancel);
  for (std::size_t node = 0; node < ms.size(); ++node)
    if (m_small_of[node] != kNoArc) ms[node] = paths.cost[m_small_of[node]];
  return ms;
}

}  // namespace gis::evacuation
