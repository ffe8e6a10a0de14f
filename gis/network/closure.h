// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/geo/projector.h"
#include "gis/network/road_graph.h"

namespace gis {

// What closes roads (断路): everything of a road that lies in it is impassable.
struct Closure {
  GeometryKind kind = GeometryKind::kNone;
  std::vector<std::vector<MapXY>> parts;  // points: one each; lines; rings of one polygon by the even-odd rule
  double reach_m = 10;                    // about points and lines; polygons close what is inside them
};

// The part of one edge that is closed, 0..1 from its first end: from the first to the last closed place on it.
struct ClosedStretch {
  std::uint32_t edge;
  double from_ratio, to_ratio;
};

// By edge, each at most once. `rows` closes whole rows of a road table besides. Any thread.
struct ClosedRow {
  RoadSource source;
  std::int64_t fid;
};
std::vector<ClosedStretch> closedStretches(const RoadGraph& graph, const std::vector<Closure>& closures,
                                           const std::vector<ClosedRow>& rows = {});

// Closures of a GeoJSON text (degrees): points, lines and polygons, single and multiple, features and collections; a
// property "reach_m" sets the reach. Fails with kDamagedFile (what is wrong and where), kOutOfRange (off the map).
Result<std::vector<Closure>> closuresFromGeoJson(std::string_view text, const std::string& file,
                                                 const Projector& to_map);

}  // namespace gis
