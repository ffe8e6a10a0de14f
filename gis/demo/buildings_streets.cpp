// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/buildings_streets.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace gis::demo {
namespace {

struct Side {
  BlockAt a, b;
  int rank;  // 0 a plain street, 1 along a road, 2 over a river
};

class Groups {
 public:
  int find(int i) {
    while (m_up[static_cast<std::size_t>(i)] != i) i = m_up[static_cast<std::size_t>(i)];
    return i;
  }
  int add() {
    m_up.push_back(static_cast<int>(m_up.size()));
    return m_up.back();
  }
  bool join(int a, int b) {
    a = find(a), b = find(b);
    if (a == b) return false;
    m_up[static_cast<std::size_t>(std::max(a, b))] = std::min(a, b);
    return true;
  }

 private:
  std::vector<int> m_up;
};

}  // namespace

std::vector<Street> streetsAround(const LandMap& land, int village, const BlockPlan& plan, const VillageFrame& frame,
                                  const std::set<BlockAt>& occupied, MapXY origin, int origin_node, int network_node,
                                  MapXY network_at, const std::function<bool(MapXY)>& allowed) {
  const auto place = [&](BlockAt node) {
    return node.i == 0 && node.j == 0 ? origin : frame.at(node.i * plan.blockWidthM(), node.j * plan.blockDepthM());
  };
  std::set<std::pair<BlockAt, BlockAt>> sides;
  for (const BlockAt& block : occupied) {
    const BlockAt low{block.i, block.j}, right{block.i + 1, block.j}, up{block.i, block.j + 1},
        far{block.i + 1, block.j + 1};
    sides.insert({low, right});
    sides.insert({low, up});
    sides.insert({right, far});
    sides.insert({up, far});
  }
  std::map<BlockAt, int> node_of;  // positions in `nodes`
  std::vector<BlockAt> nodes;
  Groups groups;
  const auto nodeIndex = [&](BlockAt at) {
    const auto [found, is_new] = node_of.emplace(at, static_cast<int>(nodes.size()));
    if (is_new) {
      nodes.push_back(at);
      groups.add();
    }
    return found->second;
  };
  nodeIndex({0, 0});
  std::vector<Side> candidates;
  for (const auto& [a, b] : sides) {
    const MapXY pa = place(a), pb = place(b);
    const MapXY middle{(pa.x_m + pb.x_m) / 2, (pa.y_m + pb.y_m) / 2};
    const bool a_is_origin = a.i == 0 && a.j == 0, b_is_origin = b.i == 0 && b.j == 0;
    if ((!a_is_origin && !allowed(pa)) || (!b_is_origin && !allowed(pb)) || !allowed(middle)) continue;
    int rank = 0;
    if (land.rivers().crosses(pa, pb))
      rank = 2;
    else if (land.roads().nearest(middle, 9).tag >= 0)
      rank = 1;
    candidates.push_back({a, b, rank});
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const Side& a, const Side& b) { return a.rank < b.rank; });
  std::vector<std::pair<int, int>> kept;
  for (const Side& side : candidates) {
    const int a = nodeIndex(side.a), b = nodeIndex(side.b);
    const bool joins = groups.join(a, b);
    if (side.rank == 0 || joins) kept.emplace_back(a, b);
  }
  // Parts that hang loose get a straight way to the village's centre, from their nearest node.
  for (;;) {
    int nearest = -1;
    double nearest_m = 0;
    for (int i = 1; i < static_cast<int>(nodes.size()); ++i) {
      if (groups.find(i) == groups.find(0)) continue;
      const double dist_m = distanceM(place(nodes[static_cast<std::size_t>(i)]), origin);
      if (nearest < 0 || dist_m < nearest_m) nearest = i, nearest_m = dist_m;
    }
    if (nearest < 0) break;
    groups.join(0, nearest);
    kept.emplace_back(0, nearest);
  }
  std::vector<Street> streets;
  const auto number = [&](int index) {
    if (index == 0 && origin_node >= 0) return origin_node;
    return -1 - index;
  };
  for (const auto& [a, b] : kept)
    streets.push_back({village,
                       number(a),
                       number(b),
                       {place(nodes[static_cast<std::size_t>(a)]), place(nodes[static_cast<std::size_t>(b)])}});
  if (origin_node < 0 && network_node >= 0 && distanceM(origin, network_at) > 0.5)
    streets.push_back({village, number(0), network_node, {origin, network_at}});
  return streets;
}

}  // namespace gis::demo
