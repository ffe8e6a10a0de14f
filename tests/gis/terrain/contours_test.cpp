// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/terrain/contours.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

namespace {

using gis::terrain::ContourLine;
using gis::terrain::contourLines;
using gis::terrain::GridSize;

std::vector<float> grid(GridSize size, const std::function<double(double x, double y)>& height) {
  std::vector<float> z;
  for (int row = 0; row < size.rows; ++row)
    for (int column = 0; column < size.columns; ++column)
      z.push_back(static_cast<float>(height(column + 0.5, row + 0.5)));
  return z;
}

TEST(Contours, APlaneHasStraightLinesAtItsHeights) {
  const GridSize size{20, 10};
  const auto lines = contourLines(size, grid(size, [](double x, double) { return 10 * x; }), 50);
  ASSERT_EQ(lines.size(), 3U);  // 50, 100, 150 between 5 and 195
  for (const ContourLine& line : lines) {
    EXPECT_FALSE(line.closed);
    ASSERT_EQ(line.xy_cells.size(), 20U);
    for (std::size_t i = 0; i < line.xy_cells.size(); i += 2)
      EXPECT_NEAR(line.xy_cells[i] * 10, line.elevation_m, 1e-3);
  }
}

TEST(Contours, AConeHasRingsWithTheHighGroundToTheRight) {
  const GridSize size{101, 101};
  const auto lines = contourLines(
      size, grid(size, [](double x, double y) { return 1000 - 10 * std::hypot(x - 50.5, y - 50.5); }), 100);
  int closed = 0;
  for (const ContourLine& line : lines) {
    if (!line.closed) continue;
    ++closed;
    const double radius = (1000 - line.elevation_m) / 10;
    double area2 = 0;
    const auto& xy = line.xy_cells;
    for (std::size_t i = 0; i + 3 < xy.size(); i += 2) {
      EXPECT_NEAR(std::hypot(xy[i] - 50.5, xy[i + 1] - 50.5), radius, 0.06);
      area2 += xy[i] * xy[i + 3] - xy[i + 2] * xy[i + 1];
    }
    // Rows grow southward: clockwise on the map is a positive sum, and to the right of that way is the inside.
    EXPECT_GT(area2, 0);
    EXPECT_EQ(xy.front(), xy[xy.size() - 2]);
  }
  EXPECT_EQ(closed, 4);  // radius 10 to 40; 50 leaves the grid
}

TEST(Contours, ASaddleFollowsItsMiddle) {
  const auto around = [](std::vector<float> z) { return contourLines({2, 2}, z, 10); };
  const auto high = around({19, 5, 5, 19});
  ASSERT_EQ(high.size(), 2U);
  const auto low = around({11, 1, 1, 11});
  ASSERT_EQ(low.size(), 2U);
  // High middle: each line keeps to a low corner (north-east or south-west). Low middle: to a high one.
  const auto corner = [](const ContourLine& line) {
    const float x = line.xy_cells[0] + line.xy_cells[2] - 2, y = line.xy_cells[1] + line.xy_cells[3] - 2;
    return x * y > 0;  // north-west or south-east
  };
  for (const auto& line : high) EXPECT_FALSE(corner(line));
  for (const auto& line : low) EXPECT_TRUE(corner(line));
}

TEST(Contours, NothingKnownAndNothingSensible) {
  const float nan = std::numeric_limits<float>::quiet_NaN(), inf = std::numeric_limits<float>::infinity();
  EXPECT_TRUE(contourLines({2, 2}, std::vector<float>{1, 20, nan, 20}, 10).empty());
  EXPECT_TRUE(contourLines({2, 2}, std::vector<float>{1, 20, inf, 20}, 10).empty());
  EXPECT_TRUE(contourLines({2, 2}, std::vector<float>{1, 3e38F, 0, 20}, 10).empty());
  EXPECT_TRUE(contourLines({2, 2}, std::vector<float>{1, 20, 1, 20}, 0).empty());
  EXPECT_TRUE(contourLines({2, 2}, std::vector<float>{1, 20, 1, 20}, nan).empty());
  EXPECT_TRUE(contourLines({1, 4}, std::vector<float>{1, 20, 1, 20}, 10).empty());
  EXPECT_TRUE(contourLines({0, 0}, {}, 10).empty());
}

RC_GTEST_PROP(Contours, LinesAreClosedOrEndAtTheEdge, ()) {
  const int columns = *rc::gen::inRange(2, 12), rows = *rc::gen::inRange(2, 12);
  const GridSize size{columns, rows};
  const auto heights = *rc::gen::container<std::vector<int>>(size.count(), rc::gen::inRange(-40, 40));
  const std::vector<float> z(heights.begin(), heights.end());
  const auto atEdge = [&](float x, float y) {
    return x == 0.5F || y == 0.5F || x == static_cast<float>(columns) - 0.5F || y == static_cast<float>(rows) - 0.5F;
  };
  for (ContourLine line : contourLines(size, z, 10)) {
    const auto& xy = line.xy_cells;
    if (line.closed) {
      RC_ASSERT(xy[0] == xy[xy.size() - 2] && xy[1] == xy.back());
    } else {
      RC_ASSERT(atEdge(xy[0], xy[1]));
      RC_ASSERT(atEdge(xy[xy.size() - 2], xy.back()));
    }
    const float first_x = xy[0];
    gis::terrain::smoothLine(line, 2);
    if (!line.closed) RC_ASSERT(line.xy_cells[0] == first_x);
    for (const float at : line.xy_cells) RC_ASSERT(at >= 0.5F && at <= 12);
  }
}

}  // namespace
