// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <sstream>

#include "app/cli/geometry_text.h"
#include "run_program.h"

using cli_test::runProgram;

namespace {

const QStringList kMeasure = {"measure", "--json"};

TEST(Measure, OneDegreeOfTheEquatorAndOfTheMeridian) {
  // a * pi / 180 along the equator of the CGCS2000 ellipsoid; the first degree of a meridian is 110574.39 m.
  const auto outcome = runProgram(kMeasure, "0 0, 1 0\nLINESTRING (0 0, 0 1)\n");
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto items = outcome.json()["items"];
  EXPECT_NEAR(items[0]["length_m"].get<double>(), 6378137.0 * 3.14159265358979323846 / 180, 1e-6);
  EXPECT_NEAR(items[1]["length_m"].get<double>(), 110'574.39, 0.01);
  EXPECT_NEAR(outcome.json()["total"]["length_m"].get<double>(), 111'319.49 + 110'574.39, 0.01);
}

TEST(Measure, APolygonLosesItsHoleWhateverWayItRuns) {
  const std::string outer = "[[113,36],[113.1,36],[113.1,36.1],[113,36.1],[113,36]]";
  const std::string hole = "[[113.02,36.02],[113.02,36.04],[113.04,36.04],[113.04,36.02],[113.02,36.02]]";
  const std::string hole_reversed = "[[113.02,36.02],[113.04,36.02],[113.04,36.04],[113.02,36.04],[113.02,36.02]]";
  const auto area = [&](const std::string& rings) {
    const auto outcome = runProgram(kMeasure, R"({"type":"Polygon","coordinates":[)" + rings + "]}");
    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
    return outcome.json()["items"][0]["area_m2"].get<double>();
  };
  const double whole_m2 = area(outer);
  EXPECT_NEAR(whole_m2, 100e6, 2e6) << "about 9 by 11 kilometres";
  EXPECT_NEAR(whole_m2 - area(outer + "," + hole), area(hole), 1e-3);
  EXPECT_NEAR(area(outer + "," + hole), area(outer + "," + hole_reversed), 1e-6);
}

TEST(Measure, AClosedListOfPointsIsAPolygon) {
  const auto outcome = runProgram(kMeasure, "113 36, 113.1 36, 113.1 36.1, 113 36\n");
  const auto item = outcome.json()["items"][0];
  EXPECT_EQ(item["kind"], "polygon");
  EXPECT_GT(item["area_m2"].get<double>(), 49e6);
  EXPECT_GT(item["perimeter_m"].get<double>(), 30e3);
}

TEST(Measure, ProjectedInputGivesGroundLengths) {
  const auto outcome =
      runProgram({"measure", "--json", "--crs", "EPSG:4547"}, "LINESTRING (500000 4007000, 500000 4008000)\n");
  ASSERT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_NEAR(outcome.json()["items"][0]["length_m"].get<double>(), 1000, 1e-6) << "scale 1 on the central meridian";
}

TEST(Measure, BadInputIsNamedByLine) {
  const auto outcome =
      runProgram(kMeasure, "113 36, 113.1 36\nLINESTRING (1 2, 3\nPOLYGON EMPTY\n{\"type\":\n113 36, x y\n");
  EXPECT_EQ(outcome.exit_code, 1);
  const auto json = outcome.json();
  EXPECT_EQ(json["items"].size(), 1U);
  ASSERT_EQ(json["errors"].size(), 4U) << outcome.out;
  EXPECT_EQ(json["errors"][3]["line"], 5);
  EXPECT_EQ(runProgram(kMeasure, "").json()["error"]["code"], "no_data");
}

TEST(GeometryText, ReadsWktOfAllKindsAndDimensions) {
  for (const char* text :
       {"POINT (1 2)", "MULTIPOINT ((1 2), (3 4))", "MULTIPOINT (1 2, 3 4)", "linestring z (1 2 3, 4 5 6)",
        "LINESTRINGZ(1 2 3,4 5 6)", "SRID=4490;LINESTRING(1 2,3 4)", "MULTILINESTRING ((1 2, 3 4), (5 6, 7 8))",
        "POLYGON ((0 0, 1 0, 1 1, 0 0), (0.1 0.1, 0.2 0.1, 0.2 0.2, 0.1 0.1))",
        "MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))"})
    EXPECT_TRUE(app::parseWkt(text)) << text;
  for (const char* text :
       {"", "CIRCLE (1 2)", "POINT 1 2", "POINT (1)", "POINT (a b)", "LINESTRING (1 2, 3 4", "POINT (1 2) x",
        "SRID=4490", "POLYGON (0 0, 1 1)", "POINT (1 2 3 4 5)", "GEOMETRYCOLLECTION (POINT (1 2))"})
    EXPECT_FALSE(app::parseWkt(text)) << text;
}

TEST(GeometryText, ReadsGeoJsonCollections) {
  std::istringstream in(R"({"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}},
    {"type":"Feature","properties":{},"geometry":null},
    {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[]}},
    {"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]]]}}]})");
  const auto shapes = app::readShapes(in);
  ASSERT_EQ(shapes.size(), 4U);
  EXPECT_TRUE(shapes[0].shape);
  EXPECT_FALSE(shapes[1].shape);
  EXPECT_FALSE(shapes[2].shape);
  EXPECT_TRUE(shapes[3].shape);
}

TEST(Measure, HostileInputEndsInAReason) {
  std::string nested, closing;
  for (int i = 0; i < 50'000; ++i) nested += R"({"type":"GeometryCollection","geometries":[)", closing += "]}";
  for (const std::string& text :
       {nested + closing, std::string(200'000, '[') + std::string(200'000, ']'), std::string(R"({"type":5})"),
        std::string(R"({"type":"Feature","geometry":{"type":7}})"), std::string("LINESTRING (nan 1, 2 3)"),
        std::string("LINESTRING (113 36)"),
        std::string(R"({"type":"Polygon","coordinates":[[[113,36],[113.1,36],[113,36]]]})")}) {
    const auto outcome = runProgram(kMeasure, text);
    EXPECT_EQ(outcome.exit_code, 1) << text.substr(0, 60);
    EXPECT_EQ(outcome.json()["errors"].size(), 1U) << outcome.out.substr(0, 500);
  }
}

}  // namespace
