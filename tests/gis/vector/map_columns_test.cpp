// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/map_columns.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "gis/core/random.h"
#include "gis/vector/hilbert.h"

namespace gis {

namespace {

// A layer in map coordinates, so that what is drawn here is what is asked.
FeatureColumns polygons(const std::vector<std::vector<std::vector<double>>>& features) {
  FeatureColumns c;
  c.kind = GeometryKind::kPolygon;
  c.crs = "EPSG:4547";
  c.geographic = false;
  c.part_start = c.feature_start = {0};
  for (const auto& rings : features) {
    for (const auto& ring : rings) {
      c.xy.insert(c.xy.end(), ring.begin(), ring.end());
      c.part_start.push_back(static_cast<std::uint32_t>(c.xy.size() / 2));
    }
    c.feature_start.push_back(static_cast<std::uint32_t>(c.part_start.size() - 1));
    c.fid.push_back(static_cast<std::int64_t>(c.fid.size()) + 100);
  }
  AttributeColumn name{"name", AttributeType::kText, {}, {}, {}, {}};
  for (const std::int64_t fid : c.fid) {
    name.codes.push_back(static_cast<std::uint32_t>(name.dictionary.size()));
    name.dictionary.push_back("f" + std::to_string(fid));
  }
  c.attributes.push_back(name);
  return c;
}

std::vector<double> square(double x, double y, double side) {
  return {x, y, x + side, y, x + side, y + side, x, y + side, x, y};
}

std::shared_ptr<const MapColumns> build(FeatureColumns columns) {
  auto result = buildMapColumns(std::move(columns), "EPSG:4547");
  EXPECT_TRUE(result);
  return result ? result->value : nullptr;
}

std::set<std::int64_t> fidsNear(const MapColumns& map, MapXY where, double radius_m) {
  std::set<std::int64_t> fids;
  for (const NearFeature& near : findNear(map, where, radius_m)) fids.insert(map.features->fid[near.feature]);
  return fids;
}

}  // namespace

TEST(Hilbert, NeighboursAlongTheCurveAreNeighboursOnTheGround) {
  // The curve through the coarsest 8 x 8 cells, cell by cell: one step each, all cells once.
  std::vector<std::pair<std::uint32_t, std::pair<int, int>>> cells;
  for (int x = 0; x < 8; ++x)
    for (int y = 0; y < 8; ++y)
      cells.push_back(
          {hilbertIndex(static_cast<std::uint32_t>(x) << 13, static_cast<std::uint32_t>(y) << 13) >> 26, {x, y}});
  std::ranges::sort(cells);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    EXPECT_EQ(cells[i].first, i);
    if (i == 0) continue;
    const auto [ax, ay] = cells[i - 1].second;
    const auto [bx, by] = cells[i].second;
    EXPECT_EQ(std::abs(ax - bx) + std::abs(ay - by), 1) << i;
  }
}

RC_GTEST_PROP(BoxTree, FindsWhatLookingAtAllFinds, ()) {
  Random random(*rc::gen::arbitrary<std::uint32_t>());
  const auto some = [&] {
    const auto x = static_cast<float>(random.uniform(0, 1000)), y = static_cast<float>(random.uniform(0, 1000));
    return BoxF{x, y, x + static_cast<float>(random.uniform(0, 50)), y + static_cast<float>(random.uniform(0, 50))};
  };
  std::vector<BoxF> boxes(random.below(1000));
  std::ranges::generate(boxes, some);
  const BoxTree tree(boxes);
  RC_ASSERT(tree.size() == boxes.size());
  for (int i = 0; i < 20; ++i) {
    const BoxF window = some();
    std::vector<std::uint32_t> want, got, visited;
    for (std::uint32_t b = 0; b < boxes.size(); ++b)
      if (boxes[b].intersects(window)) want.push_back(b);
    tree.query(window, got);
    tree.query(window, [&](std::uint32_t item) { visited.push_back(item); });
    RC_ASSERT(got == want);
    RC_ASSERT(visited == want);
  }
}

TEST(MapColumns, KeepsEveryFeatureWithItsAttributes) {
  std::vector<std::vector<std::vector<double>>> features;
  for (int i = 0; i < 500; ++i)
    features.push_back({square(400000 + (i * 7919 % 500) * 100, 4000000 + (i * 104729 % 500) * 100, 50)});
  const FeatureColumns before = polygons(features);
  const auto map = build(before);
  ASSERT_TRUE(map);
  ASSERT_EQ(map->featureCount(), 500U);
  std::set<std::int64_t> seen;
  for (std::uint32_t i = 0; i < 500; ++i) {
    const std::int64_t fid = map->features->fid[i];
    seen.insert(fid);
    const AttributeColumn& name = map->features->attributes[0];
    EXPECT_EQ(name.dictionary[name.codes[i]], "f" + std::to_string(fid));
    const std::uint32_t vertex = map->part_start[map->feature_start[i]];
    const auto source = static_cast<std::size_t>(fid - 100) * 10;
    EXPECT_NEAR(map->at(vertex).x_m, before.xy[source], 0.004);
    EXPECT_NEAR(map->at(vertex).y_m, before.xy[source + 1], 0.004);
    for (std::uint32_t v = vertex; v < map->part_start[map->feature_start[i + 1]]; ++v) {
      const BoxF& box = map->index.box(i);
      EXPECT_TRUE(map->xy_m[2 * v] >= box.min_x_m && map->xy_m[2 * v] <= box.max_x_m);
      EXPECT_TRUE(map->xy_m[2 * v + 1] >= box.min_y_m && map->xy_m[2 * v + 1] <= box.max_y_m);
    }
  }
  EXPECT_EQ(seen.size(), 500U);
  EXPECT_TRUE(map->extent().contains({425000, 4025000}));
}

TEST(MapColumns, LeavesOutWhatIsNowhereAndSaysSo) {
  FeatureColumns columns = polygons({{square(400000, 4000000, 50)}, {square(400100, 4000000, 50)}, {}});
  columns.xy[12] = NAN;
  const auto result = buildMapColumns(columns, "EPSG:4547");
  ASSERT_TRUE(result);
  EXPECT_EQ(result->value->featureCount(), 1U);
  EXPECT_EQ(result->value->features->fid, std::vector<std::int64_t>{100});
  ASSERT_EQ(result->warnings.size(), 2U);
  EXPECT_EQ(result->warnings[0].code, WarningCode::kOutsideCrs) << "one for all of them, however many";
  EXPECT_EQ(result->warnings[0].detail, "1");
  EXPECT_EQ(result->warnings[1].code, WarningCode::kGeometrySkipped);
  EXPECT_EQ(result->warnings[1].subject, "1");
}

TEST(MapColumns, AnswersBadInputWithErrors) {
  EXPECT_EQ(buildMapColumns(polygons({{square(0, 0, 1)}}), "EPSG:1").error().code, ErrorCode::kUnknownCrs);
  FeatureColumns torn = polygons({{square(0, 0, 1)}});
  torn.part_start.back() = 4000;
  EXPECT_EQ(buildMapColumns(torn, "EPSG:4547").error().code, ErrorCode::kInvalidArgument);
  const CancelToken stopped = CancelToken::create();
  stopped.cancel();
  EXPECT_EQ(buildMapColumns(polygons({{square(0, 0, 1)}}), "EPSG:4547", stopped).error().code, ErrorCode::kCancelled);
  const auto empty = buildMapColumns(FeatureColumns{}, "EPSG:4547");
  ASSERT_TRUE(empty);
  EXPECT_EQ(empty->value->featureCount(), 0U);
  EXPECT_TRUE(empty->value->extent().empty());
  EXPECT_TRUE(findNear(*empty->value, {0, 0}, 1000).empty());
}

//   +-----------+      A: a square of 100 m with a hole of 20 m in its middle
//   |   +--+    |      B: a small square inside A, left of the hole
//   | B |  |    |
//   |   +--+    |
//   +-----------+
TEST(FindNear, KnowsInsideHolesAndDistance) {
  const auto map = build(polygons({{square(1000, 1000, 100), square(1040, 1040, 20)}, {square(1010, 1045, 10)}}));
  ASSERT_TRUE(map);
  EXPECT_EQ(fidsNear(*map, {1080, 1080}, 0), std::set<std::int64_t>{100});
  EXPECT_EQ(fidsNear(*map, {1050, 1050}, 5), std::set<std::int64_t>{}) << "in the hole";
  const auto both = findNear(*map, {1015, 1050}, 3);
  ASSERT_EQ(both.size(), 2U);
  EXPECT_EQ(map->features->fid[both[0].feature], 101) << "the smaller one first";
  EXPECT_EQ(both[0].distance_m, 0);
  const auto outside = findNear(*map, {1150, 1050}, 60);
  ASSERT_EQ(outside.size(), 1U);
  EXPECT_NEAR(outside[0].distance_m, 50, 0.001);
  EXPECT_TRUE(findNear(*map, {1150, 1050}, 49).empty());
  EXPECT_TRUE(findNear(*map, {NAN, 1050}, 49).empty());
  EXPECT_EQ(findNear(*map, {1015, 1050}, 3, 1).size(), 1U);
}

TEST(FindNear, MeasuresToLinesAndPoints) {
  FeatureColumns line;
  line.kind = GeometryKind::kLine;
  line.crs = "EPSG:4547";
  line.xy = {0, 0, 100, 0, 100, 100};
  line.part_start = {0, 3}, line.feature_start = {0, 1}, line.fid = {1};
  const auto roads = build(line);
  EXPECT_NEAR(findNear(*roads, {50, 30}, 40).at(0).distance_m, 30, 1e-4);
  EXPECT_NEAR(findNear(*roads, {103, 104}, 40).at(0).distance_m, 5, 1e-4);
  EXPECT_NEAR(findNear(*roads, {60, 50}, 60).at(0).distance_m, 40, 1e-4) << "inside the bend is not inside";
  FeatureColumns points = line;
  points.kind = GeometryKind::kPoint;
  points.part_start = {0, 1, 2, 3}, points.feature_start = {0, 3};
  EXPECT_NEAR(findNear(*build(points), {50, 0}, 60).at(0).distance_m, 50, 1e-4)
      << "between two points there is nothing";
}

}  // namespace gis
