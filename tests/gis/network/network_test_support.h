// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "gis/network/road_graph.h"

namespace gis {

// A road of a drawn test: its vertices in map metres and what the table says of it.
struct DrawnRoad {
  std::vector<MapXY> at;
  int road_class = 4;
  int state = 1;
  double width_m = 6;
  std::string name = {};
};

// The roads as a layer; fids count from 1.
inline std::shared_ptr<const MapColumns> drawnLines(const std::vector<DrawnRoad>& roads) {
  MapColumns::Arrays arrays;
  auto features = std::make_shared<FeatureColumns>();
  features->kind = GeometryKind::kLine;
  AttributeColumn road_class, state, width, name;
  road_class.name = "class", road_class.type = AttributeType::kInteger;
  state.name = "state", state.type = AttributeType::kInteger;
  width.name = "width_m", width.type = AttributeType::kReal;
  name.name = "name", name.type = AttributeType::kText;
  std::vector<BoxF> boxes;
  for (const DrawnRoad& road : roads) {
    BoxF box{1e30F, 1e30F, -1e30F, -1e30F};
    for (const MapXY& p : road.at) {
      const auto x = static_cast<float>(p.x_m), y = static_cast<float>(p.y_m);
      arrays.xy_m.push_back(x), arrays.xy_m.push_back(y);
      box.min_x_m = std::min(box.min_x_m, x), box.max_x_m = std::max(box.max_x_m, x);
      box.min_y_m = std::min(box.min_y_m, y), box.max_y_m = std::max(box.max_y_m, y);
    }
    boxes.push_back(box);
    arrays.part_start.push_back(static_cast<std::uint32_t>(arrays.xy_m.size() / 2));
    arrays.feature_start.push_back(static_cast<std::uint32_t>(arrays.part_start.size() - 1));
    features->fid.push_back(static_cast<std::int64_t>(features->fid.size() + 1));
    road_class.integers.push_back(road.road_class);
    state.integers.push_back(road.state);
    width.reals.push_back(road.width_m);
    name.codes.push_back(static_cast<std::uint32_t>(name.dictionary.size()));
    name.dictionary.push_back(road.name);
  }
  features->attributes = {road_class, state, width, name};
  auto columns = std::make_shared<MapColumns>(MapColumns::from(std::move(arrays)));
  columns->kind = GeometryKind::kLine;
  columns->index = BoxTree(boxes);
  columns->features = std::move(features);
  return columns;
}

inline Result<RoadGraph> drawnGraph(const std::vector<DrawnRoad>& roads, NodingOptions options = {}) {
  return buildRoadGraph({{RoadSource::kRoad, drawnLines(roads), 0}}, options);
}

}  // namespace gis
