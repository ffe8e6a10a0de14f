// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "gis/vector/map_columns.h"

namespace tests {

using Line = std::vector<gis::MapXY>;

// Features of one part each, on the map about (500000, 4000000): the central meridian of EPSG:4547, scale one.
inline constexpr gis::MapXY kOrigin{500'000, 4'000'000};

inline gis::MapColumns columnsOf(gis::GeometryKind kind, const std::vector<Line>& features) {
  gis::MapColumns::Arrays arrays;
  std::vector<gis::BoxF> boxes;
  auto table = std::make_shared<gis::FeatureColumns>();
  for (const Line& line : features) {
    gis::BoxF box{INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (const gis::MapXY p : line) {
      const auto x = static_cast<float>(p.x_m - kOrigin.x_m), y = static_cast<float>(p.y_m - kOrigin.y_m);
      arrays.xy_m.push_back(x), arrays.xy_m.push_back(y);
      box = {std::min(box.min_x_m, x), std::min(box.min_y_m, y), std::max(box.max_x_m, x), std::max(box.max_y_m, y)};
    }
    arrays.part_start.push_back(static_cast<std::uint32_t>(arrays.xy_m.size() / 2));
    arrays.feature_start.push_back(static_cast<std::uint32_t>(arrays.part_start.size() - 1));
    boxes.push_back(box);
    table->fid.push_back(static_cast<std::int64_t>(boxes.size()));
  }
  gis::MapColumns columns = gis::MapColumns::from(std::move(arrays));
  columns.kind = kind;
  columns.origin = kOrigin;
  columns.index = gis::BoxTree(boxes);
  columns.features = table;
  return columns;
}

inline gis::MapXY at(double x_m, double y_m) { return {kOrigin.x_m + x_m, kOrigin.y_m + y_m}; }
inline Line square(double x_m, double y_m, double side_m) {
  return {at(x_m, y_m), at(x_m + side_m, y_m), at(x_m + side_m, y_m + side_m), at(x_m, y_m + side_m), at(x_m, y_m)};
}

}  // namespace tests
