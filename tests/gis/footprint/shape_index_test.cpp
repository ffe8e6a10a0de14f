// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/footprint/shape_index.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>

#include "gis/footprint/plane.h"

using gis::BoxRelation;
using gis::MapBox;
using gis::MapXY;
using gis::ShapeIndex;

namespace {

// A ring of `corners` about a centre with radii that jump: concave, many edges, now and then self-touching.
std::vector<MapXY> star(int corners, double radius_m, unsigned seed) {
  std::vector<MapXY> ring;
  unsigned state = seed * 2654435761U + 1;
  for (int i = 0; i < corners; ++i) {
    state = state * 1664525U + 1013904223U;
    const double r = radius_m * (0.3 + 0.7 * (state >> 8) / 16777216.0), a = 2 * std::numbers::pi * i / corners;
    ring.push_back({r * std::cos(a), r * std::sin(a)});
  }
  ring.push_back(ring.front());
  return ring;
}

bool holds(const std::vector<MapXY>& ring, MapXY p) {
  bool in = false;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
    const MapXY a = ring[i], b = ring[i + 1];
    if ((a.y_m > p.y_m) != (b.y_m > p.y_m) && p.x_m < a.x_m + (b.x_m - a.x_m) * (p.y_m - a.y_m) / (b.y_m - a.y_m))
      in = !in;
  }
  return in;
}

double shoelace(const std::vector<MapXY>& ring) {
  double twice = 0;
  for (std::size_t i = 0; i + 1 < ring.size(); ++i)
    twice += ring[i].x_m * ring[i + 1].y_m - ring[i + 1].x_m * ring[i].y_m;
  return std::abs(twice) / 2;
}

}  // namespace

RC_GTEST_PROP(ShapeIndex, holdsWhatTheEvenOddRuleSays, ()) {
  const int corners = *rc::gen::element(3, 7, 60, 500, 3000);
  const std::vector<std::vector<MapXY>> rings = {star(corners, 1000, *rc::gen::arbitrary<std::uint16_t>())};
  const ShapeIndex shape = ShapeIndex::area(rings);
  for (int i = 0; i < 200; ++i) {
    const MapXY p{*rc::gen::inRange(-110000, 110000) / 100.0, *rc::gen::inRange(-110000, 110000) / 100.0};
    RC_ASSERT(shape.contains(p) == holds(rings[0], p));
  }
}

RC_GTEST_PROP(ShapeIndex, aBoxThatIsInsideOrOutsideIsSoInAllItsPoints, ()) {
  const bool reach = *rc::gen::arbitrary<bool>();
  const std::vector<std::vector<MapXY>> rings = {
      star(*rc::gen::element(5, 400), 1000, *rc::gen::arbitrary<std::uint16_t>())};
  std::vector<ShapeIndex::Segment> segments;
  for (std::size_t i = 0; i + 1 < 6; ++i) segments.push_back({rings[0][i], rings[0][i + 1], 120});
  const ShapeIndex shape = reach ? ShapeIndex::reach(segments) : ShapeIndex::area(rings);
  const double x = *rc::gen::inRange(-1200, 1200), y = *rc::gen::inRange(-1200, 1200),
               side = *rc::gen::element(1, 20, 300);
  const BoxRelation relation = shape.relation({x, y, x + side, y + side});
  if (relation == BoxRelation::kMixed) return;
  for (int i = 0; i < 25; ++i)
    RC_ASSERT(shape.contains({x + side * (i % 5) / 4, y + side * (i / 5) / 4.0}) == (relation == BoxRelation::kInside));
}

TEST(ShapeIndex, areaIsTheShoelaceOfARingThatDoesNotCrossItself) {
  for (const int corners : {3, 40, 1000, 5000}) {
    const std::vector<std::vector<MapXY>> rings = {star(corners, 1000, 7)};
    EXPECT_NEAR(ShapeIndex::area(rings).areaM2() / shoelace(rings[0]), 1, 1e-9) << corners;
  }
}

TEST(ShapeIndex, aHoleAndABowtieFollowTheEvenOddRule) {
  const std::vector<std::vector<MapXY>> with_hole = {{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 0}},
                                                     {{2, 2}, {4, 2}, {4, 4}, {2, 4}, {2, 2}}};
  EXPECT_NEAR(ShapeIndex::area(with_hole).areaM2(), 96, 1e-9);
  EXPECT_FALSE(ShapeIndex::area(with_hole).crossesItself());
  // Two triangles that meet at (5, 5).
  const std::vector<std::vector<MapXY>> bowtie = {{{0, 0}, {10, 10}, {10, 0}, {0, 10}, {0, 0}}};
  EXPECT_NEAR(ShapeIndex::area(bowtie).areaM2(), 50, 1e-9);
  EXPECT_TRUE(ShapeIndex::area(bowtie).crossesItself());
}

TEST(ShapeIndex, aLargeShapeKnowsItsHolesAndIslands) {
  const auto scaled = [](double ratio) {
    std::vector<MapXY> ring = star(6000, 1000 * ratio, 3);
    return ring;
  };
  // Radii jump between 0.3 and 1 of the size, so each lies wholly inside the one before.
  const std::vector<std::vector<MapXY>> rings = {scaled(1), scaled(0.25), scaled(0.06)};
  const double expected = shoelace(rings[0]) - shoelace(rings[1]) + shoelace(rings[2]);
  EXPECT_NEAR(ShapeIndex::area(rings).areaM2() / expected, 1, 1e-9);
}

TEST(ShapeIndex, areaOfAReachIsThatOfItsUnion) {
  // A straight line cut in four: one stadium.
  std::vector<ShapeIndex::Segment> segments;
  for (int i = 0; i < 4; ++i) segments.push_back({{250.0 * i, 0}, {250.0 * (i + 1), 0}, 100});
  const double stadium = 2 * 100 * 1000 + std::numbers::pi * 100 * 100;
  EXPECT_NEAR(ShapeIndex::reach(segments).areaM2() / stadium, 1, 2e-3);
  EXPECT_NEAR(ShapeIndex::reach({{{0, 0}, {0, 0}, 100}}).areaM2(), std::numbers::pi * 1e4, 1e-6);
}

RC_GTEST_PROP(ShapeIndex, aSegmentTouchesAReachWhenItIsNearEnough, ()) {
  const auto point = [&] { return MapXY{*rc::gen::inRange(-1000, 1000) / 1.0, *rc::gen::inRange(-1000, 1000) / 1.0}; };
  const ShapeIndex::Segment s{point(), point(), static_cast<double>(*rc::gen::inRange(1, 300))};
  const ShapeIndex shape = ShapeIndex::reach({s});
  const MapXY a = point(), b = point();
  const double distance = gis::distanceBetweenSegments(a, b, s.a, s.b);
  RC_PRE(std::abs(distance - s.reach_m) > 1e-6);
  RC_ASSERT(shape.touches(a, b) == (distance < s.reach_m));
}
