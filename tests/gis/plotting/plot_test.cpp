// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "gis/edit/undo.h"
#include "gis/geo/geodesic.h"
#include "gis/plotting/plot_exchange.h"
#include "gis/plotting/plot_store.h"
#include "tests/gis/edit/edit_test_support.h"

namespace gis {
namespace {

PlotObject object(PlotKind kind, std::vector<LonLat> points, const std::string& label = "标注") {
  PlotObject made;
  made.kind = kind;
  made.points = std::move(points);
  made.label = label;
  if (kind == PlotKind::kCircle) made.radius_m = 5000;
  return made;
}

std::vector<PlotObject> oneOfEach() {
  return {object(PlotKind::kPoint, {{113.1, 36.2}}),
          object(PlotKind::kLine, {{113.1, 36.2}, {113.2, 36.3}, {113.3, 36.2}}),
          object(PlotKind::kArrow, {{113.1, 36.2}, {113.2, 36.3}}),
          object(PlotKind::kArea, {{113.1, 36.2}, {113.2, 36.2}, {113.2, 36.3}}),
          object(PlotKind::kCircle, {{113.1, 36.2}}),
          object(PlotKind::kText, {{113.1, 36.2}})};
}

class PlotTest : public EditTest {
 protected:
  Loaded<PlotBook> book() {
    auto read = PlotStore(office.db()).book();
    if (!read) throw std::runtime_error(say(read));
    return std::move(*read);
  }
  void plot(std::vector<PlotObject> objects) {
    ASSERT_OK(office.edit([&](RowEditor& rows) { return addPlots(rows, "情况图", std::move(objects)); }));
  }
};

}  // namespace

TEST_F(PlotTest, EveryKindComesBackAsItWas) {
  plot(oneOfEach());
  const auto read = book();
  EXPECT_TRUE(read.warnings.empty());
  ASSERT_EQ(read.value.objects.size(), 6U);
  const auto wanted = oneOfEach();
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const PlotObject& got = read.value.objects[i];
    EXPECT_EQ(got.kind, wanted[i].kind);
    EXPECT_EQ(got.label, "标注");
    EXPECT_DOUBLE_EQ(got.radius_m, wanted[i].radius_m);
    ASSERT_EQ(got.points.size(), wanted[i].points.size()) << plotKindName(got.kind);
    for (std::size_t k = 0; k < got.points.size(); ++k) {
      EXPECT_DOUBLE_EQ(got.points[k].lon_deg, wanted[i].points[k].lon_deg);
      EXPECT_DOUBLE_EQ(got.points[k].lat_deg, wanted[i].points[k].lat_deg);
    }
  }
  EXPECT_EQ(count("rtree_plot_object_geom"), 6);
}

TEST_F(PlotTest, OneStepIsUndoneAtOnceAndDoneAgain) {
  plot(oneOfEach());
  ASSERT_OK(undo(office.db(), *office.uuids, *office.clock, office.author));
  EXPECT_TRUE(book().value.objects.empty());
  EXPECT_TRUE(book().value.sheets.empty());
  ASSERT_OK(redo(office.db(), *office.uuids, *office.clock, office.author));
  EXPECT_EQ(book().value.objects.size(), 6U);
}

TEST_F(PlotTest, ACircleIsRoundOnTheEllipsoid) {
  const LonLat centre{113.1, 36.2};
  for (const LonLat& point : circleRing(centre, 20000)) EXPECT_NEAR(geodesicBetween(centre, point).dist_m, 20000, 0.01);
}

TEST_F(PlotTest, WhatCannotBeDrawnIsRefused) {
  EXPECT_CODE(cellsOf(object(PlotKind::kLine, {{113, 36}})), kInvalidArgument);
  EXPECT_CODE(cellsOf(object(PlotKind::kArea, {{113, 36}, {113, 37}})), kInvalidArgument);
  EXPECT_CODE(cellsOf(object(PlotKind::kText, {{113, 36}}, "")), kInvalidArgument);
  PlotObject circle = object(PlotKind::kCircle, {{113, 36}});
  circle.radius_m = std::nan("");
  EXPECT_CODE(cellsOf(circle), kInvalidArgument);
  EXPECT_CODE(cellsOf(object(PlotKind::kPoint, {{std::nan(""), 36}})), kInvalidArgument);
}

TEST_F(PlotTest, GeoJsonComesBackAsItWas) {
  plot(oneOfEach());
  const std::string text = plotsAsGeoJson(book().value);
  const auto read = plotsFromGeoJson(text, "a.geojson");
  ASSERT_OK(read);
  ASSERT_EQ(read->value.size(), 6U);
  const auto wanted = oneOfEach();
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    EXPECT_EQ(read->value[i].kind, wanted[i].kind);
    EXPECT_EQ(read->value[i].points.size(), wanted[i].points.size());
    EXPECT_DOUBLE_EQ(read->value[i].radius_m, wanted[i].radius_m);
  }
}

TEST_F(PlotTest, ForeignGeoJsonIsTakenAsFarAsItGoes) {
  const auto read = plotsFromGeoJson(
      R"({"type":"FeatureCollection","features":[
        {"type":"Feature","geometry":{"type":"Point","coordinates":[113,36,900]},"properties":{"name":"A","stroke":"#112233"}},
        {"type":"Feature","geometry":{"type":"MultiPoint","coordinates":[[113,36]]},"properties":null},
        {"type":"Feature","geometry":{"type":"Point","coordinates":[500,36]},"properties":{}},
        {"type":"Feature","geometry":null,"properties":{}}, 7]})",
      "a.geojson");
  ASSERT_OK(read);
  ASSERT_EQ(read->value.size(), 1U);
  EXPECT_EQ(read->value[0].label, "A");
  EXPECT_EQ(read->value[0].colour, "#112233");
  EXPECT_EQ(read->warnings.size(), 4U);
  EXPECT_CODE(plotsFromGeoJson("{", "a"), kDamagedFile);
  EXPECT_CODE(plotsFromGeoJson(R"({"features":[]})", "a"), kNoData);
}

TEST_F(PlotTest, KmlEscapesWhatPeopleWrite) {
  plot({object(PlotKind::kText, {{113, 36}},
               "<a> & \x01"
               "b")});
  const std::string kml = plotsAsKml(book().value);
  EXPECT_NE(kml.find("&lt;a&gt; &amp; b"), std::string::npos);
  EXPECT_NE(kml.find("<name>情况图</name>"), std::string::npos);
}

}  // namespace gis
