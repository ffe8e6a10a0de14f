// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/network/shortest_paths.h"
#include "gis/vector/box_tree.h"
#include "gis/vector/map_columns.h"

namespace gis {

// Where a piece of road comes from.
enum class RoadSource : std::uint8_t { kRoad = 0, kFireRoad = 1 };

// code_road_class 0..6, and forest fire roads (防火道路), which have no class of their own.
constexpr std::uint8_t kFireRoadClass = 7;
constexpr std::size_t kRoadClasses = 8;

// code_road_state.
enum class RoadState : std::uint8_t { kOpen = 1, kHalfWidth = 2, kOneWay = 3, kClosed = 4, kRestricted = 5 };

// A stretch between two junctions, in the direction it was drawn.
struct RoadEdge {
  std::int64_t fid = 0;  // row of its table
  std::uint32_t from = 0, to = 0;
  std::uint32_t first_vertex = 0;
  std::uint32_t name = 0;  // into RoadGraph::names
  float length_m = 0;      // on the ground, along the line; slopes are not counted
  float width_m = 0;
  std::uint8_t road_class = 0;
  RoadState state = RoadState::kOpen;
  RoadSource source = RoadSource::kRoad;
  std::uint8_t spare = 0;
  std::uint32_t spare_also = 0;
};

// A city's roads as a graph: nodes are junctions and ends. Coordinates are map metres as 32-bit floats about `origin`.
// Immutable once shared; any thread may read.
struct RoadGraph {
  MapXY origin;
  std::vector<float> node_xy_m;  // x0,y0,x1,y1 ... relative to origin
  std::vector<RoadEdge> edges;
  std::vector<float> xy_m;         // the vertices of the edges, ends included, one edge after the other
  std::vector<std::string> names;  // names[0] is empty
  ArcGraph arcs;
  BoxTree index;  // one box an edge

  std::uint32_t endVertex(std::uint32_t edge) const {
    return edge + 1 < edges.size() ? edges[edge + 1].first_vertex : static_cast<std::uint32_t>(xy_m.size() / 2);
  }
  MapXY at(std::uint32_t vertex) const {
    return {origin.x_m + static_cast<double>(xy_m[2 * vertex]), origin.y_m + static_cast<double>(xy_m[2 * vertex + 1])};
  }
  MapXY node(std::uint32_t n) const {
    return {origin.x_m + static_cast<double>(node_xy_m[2 * n]), origin.y_m + static_cast<double>(node_xy_m[2 * n + 1])};
  }
  // Makes arcs and index from edges and vertices.
  void connect();
};
using RoadGraphPtr = std::shared_ptr<const RoadGraph>;

// One table of roads. Columns used where they are there: class, state, width_m, name, road_code.
struct RoadLayer {
  RoadSource source = RoadSource::kRoad;
  std::shared_ptr<const MapColumns> lines;
  // Ends that stop short of a road by up to this are led on to it (a forest track drawn from another map). 0: never.
  double reach_m = 0;
};

struct NodingOptions {
  // Ends nearer than this are one junction; so is an end this near to another road.
  double snap_m = 0.5;
  // Bridges and tunnels: where roads cross within `apart_m` of one of these, they do not meet.
  std::vector<MapXY> grade_separations = {};
  double apart_m = 40;
  // Metres on the map for one on the ground; empty: 1 everywhere.
  std::function<double(MapXY)> map_scale_ratio = {};
};

// Cuts the lines at every junction. Junctions are: ends that meet; an end on another road; a vertex that two roads
// share; and a crossing without a shared vertex, unless one of the two (but not both) is an expressway, which is
// crossed on a bridge, or a grade separation is near. Lines shorter than snap_m vanish. About 0.3 s for 150,000 pieces.
// Fails with kCancelled, kNoData (no line at all).
Result<RoadGraph> buildRoadGraph(const std::vector<RoadLayer>& layers, const NodingOptions& options,
                                 const CancelToken& cancel = {});

}  // namespace gis
