// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>

#include "gis/core/random.h"
#include "gis/network/road_network.h"

namespace gis {

// A made net of 150,700 pieces of road: a grid of blocks with its corners moved a little.
inline constexpr std::uint32_t kSide = 275;
inline constexpr double kBlockM = 300;

inline RoadGraphPtr madeRoads() {
  auto graph = std::make_shared<RoadGraph>();
  graph->names = {""};
  Random random(7);
  for (std::uint32_t n = 0; n < kSide * kSide; ++n) {
    graph->node_xy_m.push_back(static_cast<float>(kBlockM * (n % kSide) + random.uniform(-60, 60)));
    graph->node_xy_m.push_back(static_cast<float>(kBlockM * (n / kSide) + random.uniform(-60, 60)));
  }
  const auto add = [&](std::uint32_t from, std::uint32_t to) {
    RoadEdge edge;
    edge.fid = static_cast<std::int64_t>(graph->edges.size() + 1);
    edge.from = from, edge.to = to;
    edge.first_vertex = static_cast<std::uint32_t>(graph->xy_m.size() / 2);
    edge.length_m = static_cast<float>(kBlockM);
    edge.road_class = static_cast<std::uint8_t>(1 + (from / 7 + to / 11) % 5);
    for (const std::uint32_t node : {from, to})
      graph->xy_m.push_back(graph->node_xy_m[2 * node]), graph->xy_m.push_back(graph->node_xy_m[2 * node + 1]);
    graph->edges.push_back(edge);
  };
  for (std::uint32_t y = 0; y < kSide; ++y)
    for (std::uint32_t x = 0; x < kSide; ++x) {
      const std::uint32_t node = y * kSide + x;
      if (x + 1 < kSide) add(node, node + 1);
      if (y + 1 < kSide) add(node, node + kSide);
    }
  graph->connect();
  return graph;
}

}  // namespace gis
