// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/pyramid/pyramid.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>
#include <numbers>
#include <set>

#include "gis/core/random.h"
#include "gis/pyramid/simplify.h"
#include "tests/gis/pyramid/pyramid_scenes.h"

using namespace gis;

namespace {

using Line = std::vector<float>;

double distanceTo(const Line& line, double x, double y) {
  double nearest = 1e300;
  for (std::size_t i = 0; i + 3 < line.size(); i += 2) {
    const double ax = line[i], ay = line[i + 1], dx = line[i + 2] - ax, dy = line[i + 3] - ay;
    const double length2 = dx * dx + dy * dy;
    const double t = length2 > 0 ? std::clamp(((x - ax) * dx + (y - ay) * dy) / length2, 0.0, 1.0) : 0;
    nearest = std::min(nearest, std::hypot(x - ax - t * dx, y - ay - t * dy));
  }
  return nearest;
}

}  // namespace

RC_GTEST_PROP(Simplifier, NoVertexIsFartherThanTheTolerance, (std::uint64_t seed)) {
  Random random(seed);
  Line line;
  double x = 0, y = 0;
  const int count = 2 + static_cast<int>(random.below(4000));
  for (int i = 0; i < count; ++i) {
    line.push_back(static_cast<float>(x));
    line.push_back(static_cast<float>(y));
    x += random.uniform(-3, 5), y += random.uniform(-4, 4);
  }
  const auto tolerance = static_cast<float>(random.uniform(0.1, 30));
  Line coarse;
  Simplifier().append(line, tolerance, coarse);
  RC_ASSERT(coarse.size() <= line.size());
  RC_ASSERT(coarse.front() == line.front() && coarse.back() == line.back());
  for (std::size_t i = 0; i < line.size(); i += 2)
    RC_ASSERT(distanceTo(coarse, static_cast<double>(line[i]), static_cast<double>(line[i + 1])) <=
              static_cast<double>(tolerance) * 1.001 + 1e-3);
}

TEST(Pyramid, FewFeaturesNeedNoLevels) {
  const auto columns = placed(cells(3, 400, 8, 1));
  const auto pyramid = pyramidOf(columns);
  ASSERT_EQ(pyramid->levels().size(), 1U);
  EXPECT_EQ(pyramid->levels().front().xy_m.data(), columns->xy_m.data()) << "no copy";
}

TEST(Pyramid, LevelsGetCoarserAndTheRightOneIsChosen) {
  const auto columns = placed(cells(40, 2000, 64, 1));
  const auto pyramid = pyramidOf(columns);
  ASSERT_GE(pyramid->levels().size(), 2U);
  for (std::size_t i = 1; i < pyramid->levels().size(); ++i) {
    const PyramidLevel& level = pyramid->levels()[i];
    EXPECT_LE(level.xy_m.size() + level.dot_xy_m.size(), pyramid->levels()[i - 1].xy_m.size() * 2 / 3);
    EXPECT_EQ(&pyramid->levelFor(level.tolerance_m / 0.35 * 1.01), &level);
  }
  EXPECT_EQ(&pyramid->levelFor(0.5), &pyramid->levels().front());
  EXPECT_LT(pyramid->bytes(), columns->xy_m.size() * 4) << "all levels together are lighter than the columns";
}

TEST(Pyramid, NeighboursShareEveryVertexOfTheirBorder) {
  const auto columns = placed(cells(24, 3000, 100, 5));
  const auto pyramid = pyramidOf(columns);
  for (std::size_t i = 1; i < pyramid->levels().size(); ++i) {
    const PyramidLevel& level = pyramid->levels()[i];
    if (level.shapeCount() != columns->featureCount()) break;
    // Every edge inside the board is walked once in each direction: no gap, no overlap.
    std::map<std::array<float, 4>, int> edges;
    for (std::size_t part = 0; part + 1 < level.part_start.size(); ++part)
      for (std::uint32_t v = level.part_start[part]; v + 1 < level.part_start[part + 1]; ++v) {
        const std::array<float, 4> edge = {level.xy_m[2 * v], level.xy_m[2 * v + 1], level.xy_m[2 * v + 2],
                                           level.xy_m[2 * v + 3]};
        ++edges[edge];
      }
    int alone = 0;
    for (const auto& [e, count] : edges) {
      EXPECT_EQ(count, 1);
      alone += edges.contains({e[2], e[3], e[0], e[1]}) ? 0 : 1;
    }
    // Only those around the board have no neighbour: at most all vertices of 4 x 24 cells' outer borders.
    const int outer = static_cast<int>(edges.size()) * 4 * 24 / (2 * 24 * 24);
    EXPECT_LT(alone, outer * 2) << "level " << i;
    EXPECT_GT(alone, 0);
  }
}

TEST(Pyramid, BordersStayWithinTheTolerance) {
  const auto columns = placed(cells(16, 4000, 120, 9));
  const auto pyramid = pyramidOf(columns);
  ASSERT_GE(pyramid->levels().size(), 2U);
  for (std::size_t i = 1; i < pyramid->levels().size(); ++i) {
    const PyramidLevel& level = pyramid->levels()[i];
    for (std::uint32_t shape = 0; shape < level.shapeCount(); shape += 7) {
      const std::uint32_t part = level.feature_start[shape], of = columns->feature_start[level.item[shape]];
      const Line coarse(level.xy_m.begin() + level.part_start[part] * 2L,
                        level.xy_m.begin() + level.part_start[part + 1] * 2L);
      for (std::uint32_t v = columns->part_start[of]; v < columns->part_start[of + 1]; ++v)
        ASSERT_LE(distanceTo(coarse, static_cast<double>(columns->xy_m[2 * v]),
                             static_cast<double>(columns->xy_m[2 * v + 1])),
                  level.tolerance_m)
            << "level " << i << " shape " << shape;
    }
  }
}

TEST(Pyramid, SmallFeaturesBecomeDotsThatCoverAsMuch) {
  // Houses of 10 m on 200 km: at some level none of them has a shape.
  FeatureColumns houses;
  houses.kind = GeometryKind::kPolygon;
  houses.crs = "EPSG:4547";
  houses.geographic = false;
  houses.part_start = houses.feature_start = {0};
  Random random(2);
  for (int i = 0; i < 5000; ++i) {
    const double x = 400000 + random.uniform(0, 200'000), y = 4000000 + random.uniform(0, 200'000);
    for (const auto& [dx, dy] : {std::pair{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}})
      houses.xy.insert(houses.xy.end(), {x + dx, y + dy});
    houses.part_start.push_back(static_cast<std::uint32_t>(houses.xy.size() / 2));
    houses.feature_start.push_back(static_cast<std::uint32_t>(i + 1));
    houses.fid.push_back(i);
  }
  const auto columns = placed(std::move(houses));
  const auto pyramid = pyramidOf(columns);
  const PyramidLevel& coarse = pyramid->levels().back();
  EXPECT_EQ(coarse.shapeCount(), 0U);
  EXPECT_LE(coarse.dot_item.size(), 5000U);
  EXPECT_GT(coarse.dot_item.size(), 100U);
  const PyramidLevel& fine = pyramid->levels()[1];  // the first in which houses have no shape
  ASSERT_FALSE(fine.dot_item.empty());
  EXPECT_NEAR(fine.tolerance_m, 5.6, 1e-9) << "cells of 8.4 m: a house fills its own";
  EXPECT_EQ(fine.dot_coverage.front(), 255);
}

TEST(Pyramid, PointsKeepOneOfEachClassInACell) {
  const auto columns = placed(pointsAt(30'000, 100'000, 4));
  std::vector<std::uint32_t> class_of(30'000);
  for (std::size_t i = 0; i < class_of.size(); ++i) class_of[i] = i % 3 == 0 ? 1 : 0;
  const auto built = buildPyramid(columns, class_of);
  ASSERT_TRUE(built.has_value());
  for (std::size_t i = 1; i < (*built)->levels().size(); ++i) {
    const PyramidLevel& level = (*built)->levels()[i];
    std::set<std::array<long, 3>> seen;
    for (std::size_t d = 0; d < level.dot_item.size(); ++d)
      EXPECT_TRUE(seen.insert({std::lround(std::floor(level.dot_xy_m[2 * d] / level.dot_cell_m)),
                               std::lround(std::floor(level.dot_xy_m[2 * d + 1] / level.dot_cell_m)),
                               static_cast<long>(class_of[level.dot_item[d]])})
                      .second);
    std::set<std::array<long, 3>> all;
    for (std::uint32_t p = 0; p < 30'000; ++p)
      all.insert({std::lround(std::floor(columns->xy_m[2 * p] / level.dot_cell_m)),
                  std::lround(std::floor(columns->xy_m[2 * p + 1] / level.dot_cell_m)),
                  static_cast<long>(class_of[p])});
    EXPECT_EQ(seen.size(), all.size()) << "no cell is forgotten";
  }
}

TEST(Pyramid, IsTheSameEveryTimeAndCanBeStopped) {
  const auto columns = placed(cells(20, 3000, 60, 3));
  const auto a = pyramidOf(columns), b = pyramidOf(columns);
  for (std::size_t i = 0; i < a->levels().size(); ++i)
    EXPECT_TRUE(std::ranges::equal(a->levels()[i].xy_m, b->levels()[i].xy_m));
  const CancelToken stop = CancelToken::create();
  stop.cancel();
  EXPECT_EQ(buildPyramid(columns, std::vector<std::uint32_t>(columns->featureCount()), stop).error().code,
            ErrorCode::kCancelled);
  EXPECT_EQ(buildPyramid(columns, std::vector<std::uint32_t>(3)).error().code, ErrorCode::kInvalidArgument);
}

TEST(Pyramid, BrokenRingsDoNoHarm) {
  FeatureColumns odd;
  odd.kind = GeometryKind::kPolygon;
  odd.crs = "EPSG:4547";
  odd.geographic = false;
  odd.part_start = odd.feature_start = {0};
  const auto ring = [&](const std::vector<std::pair<double, double>>& points) {
    for (const auto& [x, y] : points) odd.xy.insert(odd.xy.end(), {400000 + x, 4000000 + y});
    odd.part_start.push_back(static_cast<std::uint32_t>(odd.xy.size() / 2));
    odd.feature_start.push_back(static_cast<std::uint32_t>(odd.part_start.size() - 1));
    odd.fid.push_back(static_cast<std::int64_t>(odd.fid.size()));
  };
  ring({{0, 0}, {0, 0}, {0, 0}});
  ring({{0, 0}, {9, 9}});
  ring({{5, 5}});
  ring({});
  ring({{0, 0}, {50'000, 0}, {0, 0}, {50'000, 0}, {0, 0}});
  std::vector<std::pair<double, double>> long_ring;
  for (int i = 0; i <= 200'000; ++i) {
    const double angle = 2 * std::numbers::pi * (i % 200'000) / 200'000;
    long_ring.emplace_back(90'000 * std::cos(angle), 90'000 * std::sin(angle));
  }
  ring(long_ring);
  for (int i = 0; i < 100; ++i) ring({{1, 1}, {2, 1}, {2, 2}, {1, 1}});  // a hundred times the same
  const auto pyramid = pyramidOf(placed(std::move(odd)));
  ASSERT_GE(pyramid->levels().size(), 3U);
  EXPECT_LT(pyramid->levels().back().xy_m.size(), 4000U);
}
