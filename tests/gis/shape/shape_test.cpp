// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shape/shape.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "gis/shape/shape_cut.h"
#include "gis/shape/shape_edit.h"
#include "gis/vector/overlay.h"
#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace {

Shape square(double west, double south, double side_deg) {
  return {GeometryKind::kPolygon,
          {{{west, south}, {west + side_deg, south}, {west + side_deg, south + side_deg}, {west, south + side_deg}}}};
}

Shape line(std::vector<LonLat> vertices) { return {GeometryKind::kLine, {std::move(vertices)}}; }

// A star about a centre: never crosses itself.
rc::Gen<Shape> star() {
  return rc::gen::map(rc::gen::container<std::vector<int>>(rc::gen::inRange(20, 100)), [](std::vector<int> radii) {
    while (radii.size() < 3) radii.push_back(50);
    Shape shape{GeometryKind::kPolygon, {{}}};
    for (std::size_t i = 0; i < radii.size(); ++i) {
      const double angle_rad = 6.283185307179586 * static_cast<double>(i) / static_cast<double>(radii.size());
      const double radius_deg = radii[i] * 1e-4;
      shape.parts[0].push_back({113.1 + radius_deg * std::cos(angle_rad), 36.2 + radius_deg * std::sin(angle_rad)});
    }
    return shape;
  });
}

TEST(Shape, ABlobBecomesTheSameBytesAgain) {
  Shape shape = square(113, 36, 0.01);
  shape.parts.push_back({{113.002, 36.002}, {113.004, 36.002}, {113.004, 36.004}});  // a hole
  const auto blob = blobOf(shape, GeometryType::kPolygon);
  ASSERT_OK(blob);
  const auto read = shapeOf(*blob);
  ASSERT_OK(read);
  EXPECT_EQ(*read, shape);
  EXPECT_EQ(*blobOf(*read, GeometryType::kPolygon), *blob);
}

TEST(Shape, MeasuresWithoutHoles) {
  Shape shape = square(113, 36, 0.01);
  const double whole_m2 = areaM2(shape);
  EXPECT_NEAR(whole_m2, 1000700, 1500);  // 901.4 m x 1109.7 m on the ellipsoid at 36 N
  shape.parts.push_back(square(113.002, 36.002, 0.002).parts[0]);
  EXPECT_NEAR(areaM2(shape), whole_m2 - areaM2(square(113.002, 36.002, 0.002)), 0.01);
  EXPECT_EQ(lengthM(shape), 0);
  EXPECT_NEAR(lengthM(line({{113, 36}, {113, 36.01}})), 1109.6, 0.5);
}

TEST(Shape, VerticesAreMovedAddedAndTakenAway) {
  const Shape shape = square(113, 36, 0.01);
  const auto moved_one = withVertexMoved(shape, {0, 2}, {113.02, 36.02});
  ASSERT_OK(moved_one);
  EXPECT_EQ(moved_one->parts[0][2], (LonLat{113.02, 36.02}));
  const auto added = withVertexAdded(shape, {0, 3}, {113, 36.005});
  ASSERT_OK(added);
  EXPECT_EQ(added->parts[0].size(), 5U);
  EXPECT_EQ(added->parts[0][4], (LonLat{113, 36.005}));
  EXPECT_EQ(*withoutVertex(*added, {0, 4}), shape);
  EXPECT_CODE(withVertexMoved(shape, {1, 0}, {}), kInvalidArgument);
}

TEST(Shape, TheLastCornersOfARingGoTogetherOrNotAtAll) {
  Shape triangle{GeometryKind::kPolygon, {{{113, 36}, {113.01, 36}, {113, 36.01}}}};
  EXPECT_CODE(withoutVertex(triangle, {0, 0}), kInvalidArgument);
  triangle.parts.push_back({{113.001, 36.001}, {113.002, 36.001}, {113.001, 36.002}});
  const auto without_hole = withoutVertex(triangle, {1, 0});
  ASSERT_OK(without_hole);
  EXPECT_EQ(without_hole->parts.size(), 1U);
  EXPECT_CODE(withoutVertex(triangle, {0, 0}), kInvalidArgument);  // a hole would become ground
}

TEST(Shape, ACrossingIsSeenWhileAVertexIsDragged) {
  const Shape shape = square(113, 36, 0.01);
  EXPECT_FALSE(crossingAt(shape, {0, 0}).has_value());
  const auto bow = withVertexMoved(shape, {0, 0}, {113.02, 36.005});
  ASSERT_OK(bow);
  const auto where = crossingAt(*bow, {0, 0});
  ASSERT_TRUE(where.has_value());
  EXPECT_NEAR(where->lon_deg, 113.01, 1e-9);
  EXPECT_TRUE(crossingOfLast({{0, 0}, {2, 0}, {2, 1}, {1, -1}}).has_value());
  EXPECT_FALSE(crossingOfLast({{0, 0}, {2, 0}, {2, 1}, {1, 1}}).has_value());
}

TEST(Shape, GeosSaysWhatIsWrongAndWhere) {
  const Shape bow{GeometryKind::kPolygon, {{{113, 36}, {113.01, 36.01}, {113.01, 36}, {113, 36.01}}}};
  const auto fault = faultOf(*wkbOf(bow));
  ASSERT_OK(fault);
  ASSERT_TRUE(fault->has_value());
  EXPECT_EQ((*fault)->reason, "Self-intersection");
  ASSERT_TRUE((*fault)->where.has_value());
  EXPECT_NEAR((*fault)->where->lon_deg, 113.005, 1e-9);
  const auto fine = faultOf(*wkbOf(square(113, 36, 0.01)));
  ASSERT_OK(fine);
  EXPECT_FALSE(fine->has_value());
}

TEST(Shape, ALineCutsAPolygonInTwo) {
  const Shape shape = square(113, 36, 0.01);
  const std::vector<LonLat> blade{{112.99, 36.0025}, {113.02, 36.0025}};
  const auto pieces = splitShape(shape, blade);
  ASSERT_OK(pieces);
  ASSERT_EQ(pieces->size(), 2U);
  EXPECT_NEAR(areaM2((*pieces)[0]) / areaM2(shape), 0.75, 1e-4);
  EXPECT_NEAR(areaM2((*pieces)[0]) + areaM2((*pieces)[1]), areaM2(shape), 0.05);
  EXPECT_CODE(splitShape(shape, std::vector<LonLat>{{113.002, 36.002}, {113.003, 36.003}}), kNoData);
  EXPECT_CODE(splitShape(shape, std::vector<LonLat>{{113.002, 36.002}}), kInvalidArgument);
}

TEST(Shape, AHoleStaysAHoleAndAnUncutIslandStaysWithTheLargestPiece) {
  Shape shape = square(113, 36, 0.01);
  shape.parts.push_back(square(113.007, 36.007, 0.001).parts[0]);
  shape.parts.push_back(square(113.5, 36.5, 0.001).parts[0]);
  const auto pieces = splitShape(shape, std::vector<LonLat>{{112.99, 36.0025}, {113.02, 36.0025}});
  ASSERT_OK(pieces);
  ASSERT_EQ(pieces->size(), 2U);
  EXPECT_EQ((*pieces)[0].parts.size(), 3U);
  EXPECT_NEAR(areaM2((*pieces)[0]) + areaM2((*pieces)[1]), areaM2(shape), 0.05);
  EXPECT_FALSE(fitsType((*pieces)[0], GeometryType::kPolygon));
  EXPECT_TRUE(fitsType((*pieces)[0], GeometryType::kMultiPolygon));
  EXPECT_TRUE(fitsType((*pieces)[1], GeometryType::kPolygon));
}

TEST(Shape, ALineIsCutAndJoinedAgain) {
  const Shape road = line({{113, 36}, {113.01, 36}, {113.02, 36.01}});
  const auto pieces = splitShape(road, std::vector<LonLat>{{113.005, 35.99}, {113.005, 36.01}});
  ASSERT_OK(pieces);
  ASSERT_EQ(pieces->size(), 2U);
  EXPECT_NEAR(lengthM((*pieces)[0]) + lengthM((*pieces)[1]), lengthM(road), 1e-3);
  const auto joined = mergeShapes(*pieces);
  ASSERT_OK(joined);
  ASSERT_EQ(joined->parts.size(), 1U);
  EXPECT_NEAR(lengthM(*joined), lengthM(road), 1e-3);
  const auto apart = mergeShapes(std::vector<Shape>{road, line({{114, 36}, {114.1, 36}})});
  ASSERT_OK(apart);
  EXPECT_FALSE(fitsType(*apart, GeometryType::kLineString));
}

TEST(Shape, ACutThroughACornerOfALineSplitsItThere) {
  const Shape road = line({{113, 36}, {113.01, 36}, {113.02, 36}});
  const auto pieces = splitShape(road, std::vector<LonLat>{{113.01, 35.99}, {113.01, 36.01}});
  ASSERT_OK(pieces);
  ASSERT_EQ(pieces->size(), 2U);
  EXPECT_EQ((*pieces)[0].parts[0].size(), 2U);
}

TEST(Shape, OfDifferentKindsOrAloneNothingIsMerged) {
  EXPECT_CODE(mergeShapes(std::vector<Shape>{square(113, 36, 1)}), kNoData);
  EXPECT_CODE(mergeShapes(std::vector<Shape>{square(113, 36, 1), line({{113, 36}, {114, 36}})}), kInvalidArgument);
}

TEST(Shape, HowMuchLiesOutside) {
  const auto district = wkbOf(square(113, 36, 0.1));
  const auto half = shareOutside(*wkbOf(square(113.095, 36.02, 0.01)), *district);
  ASSERT_OK(half);
  EXPECT_NEAR(*half, 0.5, 1e-9);
  const auto outside = [&](LonLat at) {
    Shape point;
    point.kind = GeometryKind::kPoint;
    point.parts.push_back(std::vector<LonLat>{at});
    const auto wkb = wkbOf(point);
    EXPECT_TRUE(wkb);
    const auto share = shareOutside(*wkb, *district);
    EXPECT_TRUE(share) << share.error().detail << share.error().subject;
    return share.value_or(-1);
  };
  EXPECT_EQ(outside({113.05, 36.05}), 0);
  EXPECT_EQ(outside({113.5, 36.05}), 1);
}

// In square degrees: a cut runs straight between two longitudes and latitudes, while the ground's area follows
// geodesics, which a long edge leaves by centimetres where it gets a new vertex.
double areaDeg2(const Shape& polygons) {
  double sum_deg2 = 0;
  for (const std::vector<std::size_t>& rings : nestedRings(polygons))
    for (std::size_t i = 0; i < rings.size(); ++i) {
      const std::vector<LonLat>& ring = polygons.parts[rings[i]];
      double twice_deg2 = 0;
      for (std::size_t k = 0, last = ring.size() - 1; k < ring.size(); last = k++)
        twice_deg2 +=
            (ring[last].lon_deg - 113) * (ring[k].lat_deg - 36) - (ring[k].lon_deg - 113) * (ring[last].lat_deg - 36);
      sum_deg2 += (i == 0 ? 1 : -1) * std::abs(twice_deg2) / 2;
    }
  return sum_deg2;
}

RC_GTEST_PROP(ShapeProperty, PiecesCoverWhatTheShapeCovered, ()) {
  const Shape shape = *star();
  const double offset_deg = *rc::gen::inRange(-30, 31) * 1e-4;
  const double slope = *rc::gen::inRange(-20, 21) * 0.1;
  const std::vector<LonLat> blade{{113.0, 36.2 + offset_deg - slope * 0.1}, {113.2, 36.2 + offset_deg + slope * 0.1}};
  const auto pieces = splitShape(shape, blade);
  if (!pieces) {
    RC_ASSERT(pieces.error().code == ErrorCode::kNoData);
    return;
  }
  double sum_deg2 = 0;
  for (const Shape& piece : *pieces) sum_deg2 += areaDeg2(piece);
  RC_ASSERT(std::abs(sum_deg2 - areaDeg2(shape)) < 1e-9 * areaDeg2(shape));
  // Split and merged again: the same ground.
  const auto merged = mergeShapes(*pieces);
  RC_ASSERT(merged.has_value());
  RC_ASSERT(std::abs(areaDeg2(*merged) - areaDeg2(shape)) < 1e-9 * areaDeg2(shape));
  RC_ASSERT(fitsType(*merged, GeometryType::kPolygon));
}

RC_GTEST_PROP(ShapeProperty, AVertexAddedAndTakenAwayLeavesTheShape, ()) {
  const Shape shape = *star();
  const VertexAt at{0, *rc::gen::inRange<std::size_t>(0, shape.parts[0].size())};
  const auto added = withVertexAdded(shape, at, {113.1, 36.2});
  RC_ASSERT(added.has_value());
  RC_ASSERT(*withoutVertex(*added, {0, at.vertex + 1}) == shape);
}

}  // namespace
}  // namespace gis
