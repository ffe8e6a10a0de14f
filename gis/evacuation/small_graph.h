// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/network/shortest_paths.h"

namespace gis::evacuation {

// A graph whose ways are kept as short as they are while nodes that nobody asks about are taken out. One thread while
// it is built; towards() may be asked by any.
class SmallGraph {
 public:
  explicit SmallGraph(std::uint32_t nodes) : m_links(nodes), m_kept(nodes, false) {}
  // This node is asked about and stays.
  void keep(std::uint32_t node) {
    grow(node);
    m_kept[node] = true;
  }
  // A way from a to b and one back; kImpassable: not in that direction. Of several the shortest counts.
  void join(std::uint32_t a, std::uint32_t b, TravelMs there, TravelMs back);
  // Without the nodes of at most three neighbours that are not kept; node numbers stay, up to `nodes`.
  SmallGraph reduced(std::uint32_t nodes) &&;
  // How long it takes from every node to `goal`; kImpassable where there is no way. Only after reduced().
  std::vector<TravelMs> towards(std::uint32_t goal, const CancelToken& cancel) const;

 private:
  struct Link {
    std::uint32_t to;
    TravelMs there, back;
  };
  void grow(std::uint32_t node) {
    if (node >= m_links.size()) m_links.resize(node + 1), m_kept.resize(node + 1, false);
  }
  void put(std::uint32_t a, std::uint32_t b, TravelMs there, TravelMs back);
  void forget(std::uint32_t a, std::uint32_t b);
  void takeOut(std::uint32_t node);
  void freeze();

  std::vector<std::vector<Link>> m_links;
  std::vector<bool> m_kept;
  ArcGraph m_arcs;
  std::vector<TravelMs> m_cost;
  std::vector<std::uint32_t> m_small_of;  // number in m_arcs; kNoArc: not there
};

}  // namespace gis::evacuation
