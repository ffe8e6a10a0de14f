// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/road_states.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace gis::demo {
namespace {

constexpr int kOpen = 1, kHalfWidth = 2, kClosed = 4, kRestricted = 5;  // code_road_state
constexpr int kAlwaysOpenBelow = 3;                                     // expressways, national and provincial roads

// Which nodes hang together.
class Joined {
 public:
  explicit Joined(std::size_t nodes) : m_above(nodes) { std::iota(m_above.begin(), m_above.end(), std::size_t{0}); }
  std::size_t of(int node) {
    auto n = static_cast<std::size_t>(node);
    while (m_above[n] != n) n = m_above[n] = m_above[m_above[n]];
    return n;
  }
  // False when they were joined before.
  bool join(int a, int b) {
    const std::size_t one = of(a), other = of(b);
    if (one == other) return false;
    m_above[one] = other;
    return true;
  }

 private:
  std::vector<std::size_t> m_above;
};

}  // namespace

std::vector<int> roadStates(const std::vector<RoadPiece>& roads, Random random) {
  std::vector<int> states;
  states.reserve(roads.size());
  int nodes = 0;
  for (const RoadPiece& road : roads) {
    const double luck = random.uniform();
    states.push_back(road.road_class < kAlwaysOpenBelow || luck > 0.012 ? kOpen
                     : luck > 0.008                                     ? kHalfWidth
                     : luck > 0.004                                     ? kRestricted
                                                                        : kClosed);
    nodes = std::max({nodes, road.from_node + 1, road.to_node + 1});
  }
  Joined joined(static_cast<std::size_t>(nodes));
  for (std::size_t i = 0; i < roads.size(); ++i)
    if (states[i] != kClosed) joined.join(roads[i].from_node, roads[i].to_node);
  // Where a closed piece is the only way left, it is passable with restrictions.
  for (std::size_t i = 0; i < roads.size(); ++i)
    if (states[i] == kClosed && joined.join(roads[i].from_node, roads[i].to_node)) states[i] = kRestricted;
  return states;
}

}  // namespace gis::demo
