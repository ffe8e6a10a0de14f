// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/footprint/polygon_locator.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>

#include "tests/gis/footprint/made_columns.h"

using gis::GeometryKind;
using gis::PolygonLocator;
using tests::at;
using tests::columnsOf;
using tests::Line;
using tests::square;

namespace {

PolygonLocator locator(const std::vector<Line>& polygons) {
  auto made =
      PolygonLocator::make(std::make_shared<const gis::MapColumns>(columnsOf(GeometryKind::kPolygon, polygons)));
  EXPECT_TRUE(made);
  return std::move(*made);
}

// A star-like border of `corners` corners, so that its border is not convex.
Line zigzag(int corners, double x_m, double y_m) {
  Line line;
  for (int i = 0; i < corners; ++i) {
    const double turn = 2 * std::numbers::pi * i / corners, radius_m = i % 2 == 0 ? 100 : 60;
    line.push_back(at(x_m + radius_m * std::cos(turn), y_m + radius_m * std::sin(turn)));
  }
  line.push_back(line.front());
  return line;
}

}  // namespace

TEST(PolygonLocator, findsTheFieldOfEachPlace) {
  std::vector<Line> fields;
  for (int y = 0; y < 60; ++y)
    for (int x = 0; x < 60; ++x) fields.push_back(square(x * 100, y * 100, 100));
  const auto made = locator(fields);
  EXPECT_EQ(made.count(), 3600U);
  for (int i = 0; i < 200; ++i) {
    const double x = 30.0 * i + 1, y = 29.0 * i + 1;
    EXPECT_EQ(made.at(at(x, y)), static_cast<int>(y / 100) * 60 + static_cast<int>(x / 100));
  }
  EXPECT_EQ(made.at(at(-1, 50)), PolygonLocator::kNone);
  EXPECT_EQ(made.at(at(50, 6001)), PolygonLocator::kNone);
}

TEST(PolygonLocator, aPlaceOnACommonBorderLiesInOneAlone) {
  const auto both = locator({square(0, 0, 100), square(100, 0, 100)});
  const auto left = locator({square(0, 0, 100)}), right = locator({square(100, 0, 100)});
  for (int y = 0; y < 100; ++y) {
    const auto place = at(100, y);
    EXPECT_EQ((left.at(place) >= 0) + (right.at(place) >= 0), 1) << y;
    EXPECT_GE(both.at(place), 0) << y;
  }
}

TEST(PolygonLocator, refusesALayerWithoutPolygons) {
  EXPECT_FALSE(PolygonLocator::make(nullptr));
  const auto lines = std::make_shared<const gis::MapColumns>(columnsOf(GeometryKind::kLine, {{at(0, 0), at(1, 1)}}));
  const auto made = PolygonLocator::make(lines);
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().code, gis::ErrorCode::kInvalidArgument);
}

// Short borders are asked corner by corner, long ones by an index: both say the same of the same shape.
RC_GTEST_PROP(PolygonLocator, longAndShortBordersAgree, ()) {
  const int corners = 2 * *rc::gen::inRange(2, 40);
  Line fine;  // the same star with eighty corners on each side
  const Line coarse = zigzag(corners, 0, 0);
  for (std::size_t i = 0; i + 1 < coarse.size(); ++i)
    for (int k = 0; k < 80; ++k) {
      const double t = k / 80.0;
      fine.push_back({coarse[i].x_m + (coarse[i + 1].x_m - coarse[i].x_m) * t,
                      coarse[i].y_m + (coarse[i + 1].y_m - coarse[i].y_m) * t});
    }
  fine.push_back(fine.front());
  const auto a = locator({coarse}), b = locator({fine});
  int differ = 0;
  for (int i = 0; i < 400; ++i) {
    const auto place = at((i % 20) * 11.0 - 105.03, (i / 20) * 11.0 - 104.57);
    differ += a.at(place) != b.at(place);
  }
  // Corners between are rounded to 32 bits: a place within some micrometres of the border may change sides.
  RC_ASSERT(differ <= 1);
}
