// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <memory>
#include <utility>
#include <vector>

#include "gis/core/random.h"
#include "gis/pyramid/pyramid.h"
#include "gis/vector/map_columns.h"

namespace gis {

// A chessboard of crooked cells with common borders: every inner border belongs to two rings.
inline FeatureColumns cells(int side, double size_m, int corners_per_edge, std::uint64_t seed) {
  const auto wiggle = [&](int a, int b, int c, int d, int k) {
    Random random(seed + static_cast<std::uint64_t>(a * 31 + b * 37 + c * 101 + d * 211 + k * 1009));
    return random.uniform(-0.004, 0.004) * size_m;
  };
  FeatureColumns columns;
  columns.kind = GeometryKind::kPolygon;
  columns.crs = "EPSG:4547";
  columns.geographic = false;
  columns.part_start = columns.feature_start = {0};
  const auto edge = [&](int ax, int ay, int bx, int by, bool last) {
    // The same vertices whichever way it is walked.
    const bool turned = std::pair(ax, ay) > std::pair(bx, by);
    for (int k = 0; k < corners_per_edge + (last ? 1 : 0); ++k) {
      const int at = turned ? corners_per_edge - k : k;
      const int fx = turned ? bx : ax, fy = turned ? by : ay, tx = turned ? ax : bx, ty = turned ? ay : by;
      const double part = static_cast<double>(at) / corners_per_edge;
      double x = (fx + (tx - fx) * part) * size_m, y = (fy + (ty - fy) * part) * size_m;
      if (at > 0 && at < corners_per_edge)
        x += (fy == ty ? 0 : 1) * wiggle(fx, fy, tx, ty, at), y += (fy == ty ? 1 : 0) * wiggle(fx, fy, tx, ty, at);
      columns.xy.push_back(400000 + x);
      columns.xy.push_back(4000000 + y);
    }
  };
  for (int j = 0; j < side; ++j)
    for (int i = 0; i < side; ++i) {
      edge(i, j, i + 1, j, false);
      edge(i + 1, j, i + 1, j + 1, false);
      edge(i + 1, j + 1, i, j + 1, false);
      edge(i, j + 1, i, j, true);
      columns.part_start.push_back(static_cast<std::uint32_t>(columns.xy.size() / 2));
      columns.feature_start.push_back(static_cast<std::uint32_t>(columns.part_start.size() - 1));
      columns.fid.push_back(j * side + i);
    }
  return columns;
}

inline std::shared_ptr<const MapColumns> placed(FeatureColumns columns) {
  auto built = buildMapColumns(std::move(columns), "EPSG:4547");
  EXPECT_TRUE(built.has_value());
  return built ? built->value : nullptr;
}

inline std::shared_ptr<const Pyramid> pyramidOf(const std::shared_ptr<const MapColumns>& columns) {
  auto built = buildPyramid(columns, std::vector<std::uint32_t>(columns->featureCount(), 0));
  EXPECT_TRUE(built.has_value());
  return built ? *built : nullptr;
}

inline FeatureColumns pointsAt(int count, double spread_m, std::uint64_t seed) {
  FeatureColumns columns;
  columns.kind = GeometryKind::kPoint;
  columns.crs = "EPSG:4547";
  columns.geographic = false;
  columns.part_start = columns.feature_start = {0};
  Random random(seed);
  for (int i = 0; i < count; ++i) {
    columns.xy.push_back(400000 + random.uniform(0, spread_m));
    columns.xy.push_back(4000000 + random.uniform(0, spread_m));
    columns.part_start.push_back(static_cast<std::uint32_t>(i + 1));
    columns.feature_start.push_back(static_cast<std::uint32_t>(i + 1));
    columns.fid.push_back(i);
  }
  return columns;
}

}  // namespace gis
