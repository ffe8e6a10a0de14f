// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/footprint/prepared_footprint.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <numbers>
#include <numeric>

#include "gis/footprint/footprint_of_features.h"
#include "tests/gis/footprint/made_columns.h"

using gis::FeatureSet;
using gis::Footprint;
using gis::GeometryKind;
using gis::MapColumns;
using gis::PreparedFootprint;
using tests::at;
using tests::columnsOf;
using tests::Line;
using tests::square;

namespace {

constexpr const char* kMap = "EPSG:4547";

// Areas given on the map, as a footprint of one class each.
PreparedFootprint prepared(const std::vector<Line>& areas) {
  const MapColumns columns = columnsOf(GeometryKind::kPolygon, areas);
  Footprint footprint;
  for (std::uint32_t i = 0; i < areas.size(); ++i) {
    auto one = gis::footprintOfFeatures(columns, kMap, FeatureSet::of({i}));
    EXPECT_TRUE(one);
    footprint.classes.push_back(one->classes[0]);
  }
  auto made = PreparedFootprint::make(footprint, kMap);
  EXPECT_TRUE(made) << made.error().detail;
  return std::move(*made);
}

PreparedFootprint around(const Line& line, double reach_m) {
  const MapColumns columns = columnsOf(GeometryKind::kLine, {line});
  auto footprint = gis::footprintOfFeatures(columns, kMap, FeatureSet::of({0}), reach_m);
  EXPECT_TRUE(footprint);
  auto made = PreparedFootprint::make(*footprint, kMap);
  EXPECT_TRUE(made);
  return std::move(*made);
}

Line ring(double radius_m, int corners, double x_m = 0, double y_m = 0) {
  Line line;
  for (int i = 0; i < corners; ++i)
    line.push_back(at(x_m + radius_m * std::cos(2 * std::numbers::pi * i / corners),
                      y_m + radius_m * std::sin(2 * std::numbers::pi * i / corners)));
  line.push_back(line.front());
  return line;
}

std::vector<double> clipped(const PreparedFootprint& footprint, const MapColumns& columns) {
  std::vector<double> by_class(footprint.classCount(), 0.0);
  for (std::uint32_t i = 0; i < columns.featureCount(); ++i) footprint.clip(columns, i, by_class);
  return by_class;
}

}  // namespace

TEST(PreparedFootprint, cutsPolygonsExactly) {
  const auto footprint = prepared({square(0, 0, 100)});
  const MapColumns columns =
      columnsOf(GeometryKind::kPolygon, {square(50, 50, 100), square(10, 10, 20), square(500, 500, 10)});
  std::vector<double> area(1, 0.0);
  EXPECT_NEAR(footprint.clip(columns, 0, area), 2500, 0.5);
  EXPECT_NEAR(footprint.clip(columns, 1, area), 400, 0.1);
  EXPECT_EQ(footprint.clip(columns, 2, area), 0);
  EXPECT_NEAR(area[0], 2900, 0.5);
}

TEST(PreparedFootprint, aPlaceInSeveralClassesCountsForTheFirst) {
  const auto footprint = prepared({square(0, 0, 100), square(-50, -50, 200)});
  EXPECT_EQ(footprint.classAt(at(10, 10)), 0);
  EXPECT_EQ(footprint.classAt(at(-10, 10)), 1);
  EXPECT_EQ(footprint.classAt(at(-60, 10)), PreparedFootprint::kNone);
  const MapColumns columns = columnsOf(GeometryKind::kPolygon, {square(-50, -50, 200)});
  const auto area = clipped(footprint, columns);
  EXPECT_NEAR(area[0], 10'000, 2);
  EXPECT_NEAR(area[1], 30'000, 4);
}

TEST(PreparedFootprint, aLineIsCutWhereItCrosses) {
  const auto footprint = prepared({square(0, 0, 100), square(100, 0, 100)});
  const MapColumns columns = columnsOf(GeometryKind::kLine, {{at(-50, 50), at(250, 50)}, {at(10, -5), at(10, -3)}});
  const auto length = clipped(footprint, columns);
  EXPECT_NEAR(length[0], 100, 0.05);
  EXPECT_NEAR(length[1], 100, 0.05);
}

TEST(PreparedFootprint, aReachCutsLinesExactlyAndAreasToAFewTenThousandths) {
  const auto footprint = around({at(0, 0), at(1000, 0)}, 500);
  const MapColumns lines =
      columnsOf(GeometryKind::kLine, {{at(500, -2000), at(500, 2000)}, {at(1000, 400), at(3000, 400)}});
  std::vector<double> length(1, 0.0);
  EXPECT_NEAR(footprint.clip(lines, 0, length), 1000, 0.05);
  EXPECT_NEAR(footprint.clip(lines, 1, length), 300, 0.05);  // 3-4-5
  const MapColumns areas = columnsOf(GeometryKind::kPolygon, {square(-2000, -2000, 6000)});
  std::vector<double> area(1, 0.0);
  const double stadium = 1000 * 1000 + std::numbers::pi * 500 * 500;
  EXPECT_NEAR(footprint.clip(areas, 0, area) / stadium, 1, 3e-4);
}

TEST(PreparedFootprint, touchesWhatSharesAPoint) {
  const auto footprint = prepared({square(0, 0, 100)});
  const MapColumns columns = columnsOf(
      GeometryKind::kPolygon,
      {square(90, 90, 50), square(-200, -200, 500), square(40, 40, 1), square(101, 0, 5), square(99.9, 20, 5)});
  const int expected[] = {0, 0, 0, -1, 0};
  for (std::uint32_t i = 0; i < 5; ++i) EXPECT_EQ(footprint.classTouching(columns, i), expected[i]) << i;
}

TEST(PreparedFootprint, worksForHundredsOfShapes) {
  std::vector<Line> fields;
  for (int y = 0; y < 20; ++y)
    for (int x = 0; x < 20; ++x) fields.push_back(square(x * 100, y * 100, 100));
  const auto made = prepared(fields);
  EXPECT_EQ(made.classCount(), 400U);
  for (int i = 0; i < 66; ++i) {
    const double x = 30.0 * i + 1, y = 29.0 * i + 1.5;
    EXPECT_EQ(made.classAt(at(x, y)), static_cast<int>(y / 100) * 20 + static_cast<int>(x / 100));
  }
  const auto area = clipped(made, columnsOf(GeometryKind::kPolygon, {square(150, 150, 1000)}));
  EXPECT_NEAR(std::accumulate(area.begin(), area.end(), 0.0), 1e6, 20);
}

// Whatever two areas are: what lies in the first, plus what lies in the second alone, is what lies in both as one.
RC_GTEST_PROP(PreparedFootprint, classesShareWithoutLossOrDoubleCounting, ()) {
  const auto pick = [](int from, int to) { return static_cast<double>(*rc::gen::inRange(from, to)); };
  const Line a = ring(pick(50, 400), *rc::gen::inRange(3, 200), pick(-200, 200), pick(-200, 200));
  const Line b = ring(pick(50, 400), *rc::gen::inRange(3, 200), pick(-200, 200), pick(-200, 200));
  const MapColumns all = columnsOf(GeometryKind::kPolygon, {square(-2000, -2000, 4000)});
  const MapColumns feature =
      columnsOf(GeometryKind::kPolygon, {ring(pick(50, 500), *rc::gen::inRange(3, 90), pick(-200, 200), 0)});
  const auto ab = prepared({a, b}), ba = prepared({b, a});
  const auto in_ab = clipped(ab, feature), in_ba = clipped(ba, feature);
  RC_ASSERT(std::abs((in_ab[0] + in_ab[1]) - (in_ba[0] + in_ba[1])) < 1.0);
  RC_ASSERT(in_ab[0] + 1 >= in_ba[1]);
  // Alone, each has its whole area.
  RC_ASSERT(std::abs(clipped(prepared({a}), all)[0] - ab.classAreaM2(0)) < 1.0);
}

RC_GTEST_PROP(PreparedFootprint, aLineInsideAndOutsideIsTheWholeLine, ()) {
  const auto pick = [](int from, int to) { return static_cast<double>(*rc::gen::inRange(from, to)); };
  const MapColumns line =
      columnsOf(GeometryKind::kLine, {{at(pick(-900, 900), pick(-900, 900)), at(pick(-900, 900), pick(-900, 900)),
                                       at(pick(-900, 900), pick(-900, 900))}});
  const auto classes = prepared({ring(300, 40), square(-5000, -5000, 10'000)});
  const auto length = clipped(classes, line);
  RC_ASSERT(std::abs(length[0] + length[1] - classes.measure(line, 0)) < 0.02);
}

TEST(PreparedFootprint, measuresOnTheGround) {
  // 2 degrees off the central meridian the map is larger than the ground by about x^2 / 2R^2.
  auto circle = gis::circleFootprint({112.0, 36.0}, 5000);
  const auto made = PreparedFootprint::make(*circle, kMap);
  ASSERT_TRUE(made);
  EXPECT_NEAR(made->classAreaM2(0) / (std::numbers::pi * 25e6), 1, 1e-6);
  const double x = 180'000, radius = 6'371'000;
  EXPECT_NEAR(made->scaleAt(made->box().centre()), 1 + x * x / (2 * radius * radius), 2e-5);
}

TEST(PreparedFootprint, refusesWhatIsNoFootprint) {
  EXPECT_FALSE(gis::circleFootprint({113, 36}, 0));
  EXPECT_FALSE(gis::circleFootprint({113, 96}, 10));
  EXPECT_FALSE(gis::circleFootprint({NAN, 36}, 10));
  EXPECT_FALSE(gis::polygonFootprint({{113, 36}, {114, 36}, {113, 36}}));
  EXPECT_FALSE(gis::corridorFootprint({{113, 36}}, 10));
  EXPECT_FALSE(gis::boxFootprint({113, 36}, {113, 37}));
  EXPECT_FALSE(gis::checkFootprint({}));
}

TEST(FootprintGeoJson, goesThereAndBack) {
  auto corridor = gis::corridorFootprint({{113, 36}, {113.1, 36.1}}, 1000);
  auto ring = gis::polygonFootprint({{113, 36}, {113.2, 36}, {113.1, 36.2}});
  corridor->classes[0].key = "9", ring->classes[0].key = "8";
  corridor->classes.push_back(ring->classes[0]);
  const auto back = gis::footprintFromGeoJson(gis::footprintToGeoJson(*corridor));
  ASSERT_TRUE(back);
  ASSERT_EQ(back->classes.size(), 2U);
  EXPECT_EQ(back->classes[0].key, "9");
  EXPECT_EQ(back->classes[0].shapes[0].reach_m, 500);
  EXPECT_EQ(back->classes[1].shapes[0].lines[0].size(), 4U);
  EXPECT_FALSE(gis::footprintFromGeoJson("{"));
  EXPECT_FALSE(gis::footprintFromGeoJson(R"({"type":"FeatureCollection","features":[]})"));
  EXPECT_FALSE(gis::footprintFromGeoJson(R"({"type":"Point","coordinates":[113,"x"]})"));
  EXPECT_FALSE(gis::footprintFromGeoJson(R"({"type":"Point","coordinates":[113,36]})"));  // no reach
  EXPECT_TRUE(gis::footprintFromGeoJson(R"({"type":"Point","coordinates":[113,36]})", 100));
}

TEST(GridFootprint, coversItsCellsAndNothingElse) {
  gis::ClassGrid grid{4,
                      3,
                      {113, 36},
                      0.01,
                      0.01,
                      {0, 1, 1, 0,  //
                       2, 1, 1, 0,  //
                       2, 2, 0, 0}};
  const auto footprint = gis::gridFootprint(grid);
  ASSERT_TRUE(footprint);
  ASSERT_EQ(footprint->classes.size(), 2U);
  EXPECT_EQ(footprint->classes[0].key, "2");
  const auto made = PreparedFootprint::make(*footprint, kMap);
  const auto to_map = gis::Projector::create("EPSG:4490", kMap);
  for (int y = 0; y < 3; ++y)
    for (int x = 0; x < 4; ++x) {
      const auto p = to_map->forward({113 + 0.01 * (x + 0.5), 36 - 0.01 * (y + 0.5)});
      const int value = grid.classes[static_cast<std::size_t>(y * 4 + x)];
      EXPECT_EQ(made->classAt({p->x, p->y}), value == 0 ? -1 : 2 - value) << x << ' ' << y;
    }
  grid.classes.assign(12, 0);
  EXPECT_FALSE(gis::gridFootprint(grid));
}
