// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/network/max_flow.h"

#include <algorithm>
#include <limits>

#include "gis/network/shortest_paths.h"

namespace gis {
namespace {

constexpr std::uint32_t kUnseen = std::numeric_limits<std::uint32_t>::max();

// `rest` is what is left of each arc (even: as given, odd: back).
class Dinic {
 public:
  Dinic(std::uint32_t nodes, std::span<const FlowArc> arcs) : m_rest(arcs.size() * 2, 0) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      ends.emplace_back(arcs[i].tail, arcs[i].head);
      m_rest[2 * i] = arcs[i].capacity;
    }
    m_graph = makeArcGraph(nodes, ends);
  }

  std::int64_t run(std::uint32_t source, std::uint32_t sink) {
    std::int64_t value = 0;
    while (levels(source), m_level[sink] != kUnseen) {
      m_next.assign(m_graph.first.begin(), m_graph.first.end() - 1);
      for (std::int64_t pushed = 0; (pushed = push(source, sink)) > 0;) value += pushed;
    }
    return value;
  }
  bool reached(std::uint32_t node) const { return m_level[node] != kUnseen; }
  std::int64_t back(std::size_t arc) const { return m_rest[2 * arc + 1]; }

 private:
  void levels(std::uint32_t source) {
    m_level.assign(m_graph.nodeCount(), kUnseen);
    m_level[source] = 0;
    std::vector<std::uint32_t> queue{source};
    for (std::size_t i = 0; i < queue.size(); ++i)
      for (const ArcGraph::Arc& arc : m_graph.at(queue[i]))
        if (m_rest[arc.id] > 0 && m_level[arc.head] == kUnseen)
          m_level[arc.head] = m_level[queue[i]] + 1, queue.push_back(arc.head);
  }

  // One way along the levels, without recursion: a road network is deeper than a stack should be.
  std::int64_t push(std::uint32_t source, std::uint32_t sink) {
    std::vector<std::uint32_t> way;  // positions in m_graph.arcs
    std::uint32_t node = source;
    while (node != sink) {
      bool further = false;
      for (std::uint32_t& i = m_next[node]; i < m_graph.first[node + 1]; ++i) {
        const ArcGraph::Arc& arc = m_graph.arcs[i];
        if (m_rest[arc.id] <= 0 || m_level[arc.head] != m_level[node] + 1) continue;
        way.push_back(i);
        node = arc.head;
        further = true;
        break;
      }
      if (further) continue;
      if (way.empty()) return 0;
      way.pop_back();
      node = way.empty() ? source : m_graph.arcs[way.back()].head;
      ++m_next[node];
    }
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (const std::uint32_t i : way) least = std::min(least, m_rest[m_graph.arcs[i].id]);
    for (const std::uint32_t i : way) m_rest[m_graph.arcs[i].id] -= least, m_rest[m_graph.arcs[i].id ^ 1] += least;
    return least;
  }

  ArcGraph m_graph;
  std::vector<std::int64_t> m_rest;
  std::vector<std::uint32_t> m_level;
  std::vector<std::uint32_t> m_next;
};

}  // namespace

Result<MaxFlow> maxFlow(std::uint32_t nodes, std::span<const FlowArc> arcs, std::uint32_t source, std::uint32_t sink) {
  if (source >= nodes || sink >= nodes || source == sink) return fail(ErrorCode::kInvalidArgument, "source, sink");
  for (const FlowArc& arc : arcs)
    if (arc.tail >= nodes || arc.head >= nodes || arc.capacity < 0)
      return fail(ErrorCode::kInvalidArgument, "arc", std::to_string(&arc - arcs.data()));
  Dinic dinic(nodes, arcs);
  MaxFlow found;
  found.value = dinic.run(source, sink);
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    found.flow.push_back(dinic.back(i));
    if (arcs[i].capacity > 0 && dinic.reached(arcs[i].tail) && !dinic.reached(arcs[i].head))
      found.bottlenecks.push_back(static_cast<std::uint32_t>(i));
  }
  return found;
}

}  // namespace gis
