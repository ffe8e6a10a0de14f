// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QSignalSpy>

#include "app/footprint/footprint_tool.h"
#include "gis/geo/geodesic.h"

namespace {

// A flat map about 113 E, 36 N: good to a thousandth.
constexpr double kMPerDegLat = 110'970, kMPerDegLon = 90'160;
std::optional<gis::LonLat> toLonLat(gis::MapXY p) {
  if (std::abs(p.x_m) > 1e6) return std::nullopt;
  return gis::LonLat{113 + p.x_m / kMPerDegLon, 36 + p.y_m / kMPerDegLat};
}

struct Drawn {
  std::vector<gis::Footprint> live, done;
  explicit Drawn(app::FootprintTool& tool) {
    QObject::connect(&tool, &app::FootprintTool::sketched,
                     [this](const gis::Footprint& shape, bool finished) { (finished ? done : live).push_back(shape); });
  }
};

}  // namespace

TEST(FootprintTool, aCircleIsDraggedFromItsCentreAndTellsEachMove) {
  app::FootprintTool tool(app::FootprintTask::kCircle, toLonLat);
  Drawn drawn(tool);
  EXPECT_TRUE(tool.press({0, 0}));
  tool.drag({3000, 0});
  tool.drag({3000, 4000});
  EXPECT_EQ(drawn.live.size(), 2U);
  tool.release();
  ASSERT_EQ(drawn.done.size(), 1U);
  const auto& shape = drawn.done[0].classes[0].shapes[0];
  EXPECT_EQ(shape.kind, gis::ShapeKind::kReach);
  EXPECT_NEAR(shape.reach_m, 5000, 15);
  EXPECT_TRUE(tool.text().contains(QStringLiteral("5.00 km")) || tool.text().contains(QStringLiteral("4.99 km")))
      << tool.text().toStdString();
}

TEST(FootprintTool, aCircleCanBeSetByTwoClicks) {
  app::FootprintTool tool(app::FootprintTask::kCircle, toLonLat);
  Drawn drawn(tool);
  tool.press({0, 0});
  tool.release();
  EXPECT_TRUE(drawn.done.empty());
  tool.hover({0, 2000});
  EXPECT_EQ(drawn.live.size(), 1U);
  tool.press({0, 2000});
  tool.release();
  ASSERT_EQ(drawn.done.size(), 1U);
  EXPECT_NEAR(drawn.done[0].classes[0].shapes[0].reach_m, 2000, 6);
}

TEST(FootprintTool, whereTheRadiusIsTypedAClickIsTheCentreAndADragStillACircle) {
  app::FootprintTool tool(app::FootprintTask::kCircle, toLonLat);
  tool.setRadiusTyped(true);
  Drawn drawn(tool);
  std::vector<gis::LonLat> centres;
  QObject::connect(&tool, &app::FootprintTool::centreClicked, [&](gis::LonLat centre) { centres.push_back(centre); });
  tool.press({0, 0});
  tool.release();
  ASSERT_EQ(centres.size(), 1U);
  EXPECT_NEAR(centres[0].lon_deg, 113, 1e-9);
  tool.hover({0, 2000});
  EXPECT_TRUE(drawn.live.empty());
  tool.press({0, 0});
  tool.drag({3000, 0});
  tool.release();
  EXPECT_EQ(drawn.done.size(), 1U);
  EXPECT_EQ(centres.size(), 1U);
}

TEST(FootprintTool, aPolygonEndsWithEnterAndGivesBackItsLastCorner) {
  app::FootprintTool tool(app::FootprintTask::kPolygon, toLonLat);
  Drawn drawn(tool);
  EXPECT_FALSE(tool.press({0, 0}));  // the map may still be dragged
  for (const gis::MapXY p : {gis::MapXY{0, 0}, {1000, 0}, {1000, 1000}, {9000, 9000}}) tool.click(p);
  EXPECT_TRUE(tool.key(Qt::Key_Backspace));
  EXPECT_TRUE(tool.key(Qt::Key_Return));
  ASSERT_EQ(drawn.done.size(), 1U);
  EXPECT_EQ(drawn.done[0].classes[0].shapes[0].lines[0].size(), 3U);
  EXPECT_TRUE(tool.finished());
}

TEST(FootprintTool, twoCornersAreNoPolygon) {
  app::FootprintTool tool(app::FootprintTask::kPolygon, toLonLat);
  Drawn drawn(tool);
  tool.click({0, 0});
  tool.click({1000, 0});
  tool.key(Qt::Key_Return);
  EXPECT_TRUE(drawn.done.empty());
  EXPECT_FALSE(tool.finished());
}

TEST(FootprintTool, bracketsChangeACorridorsWidth) {
  app::FootprintTool tool(app::FootprintTask::kCorridor, toLonLat);
  Drawn drawn(tool);
  tool.click({0, 0});
  tool.click({5000, 0});
  tool.doubleClick({5000, 0});
  ASSERT_EQ(drawn.done.size(), 1U);
  EXPECT_DOUBLE_EQ(drawn.done[0].classes[0].shapes[0].reach_m, 500);
  QSignalSpy width(&tool, &app::FootprintTool::widthChanged);
  EXPECT_TRUE(tool.key(Qt::Key_BracketRight));
  ASSERT_EQ(width.size(), 1);
  ASSERT_EQ(drawn.done.size(), 2U);  // what stands is told anew
  EXPECT_DOUBLE_EQ(drawn.done[1].classes[0].shapes[0].reach_m, 625);
}

TEST(FootprintTool, escapeDropsAndPlacesOffTheMapAreNone) {
  app::FootprintTool tool(app::FootprintTask::kPolygon, toLonLat);
  QSignalSpy dropped(&tool, &app::FootprintTool::dropped);
  tool.click({2e6, 0});
  EXPECT_FALSE(tool.cancel());  // nothing was begun
  tool.click({0, 0});
  EXPECT_TRUE(tool.cancel());
  EXPECT_EQ(dropped.size(), 1);
}

TEST(FootprintTool, AShapeThatIsOnlyShownPassesClicksOn) {
  app::FootprintTool tool(app::FootprintTask::kShow, toLonLat);
  QSignalSpy passed(&tool, &app::FootprintTool::passed);
  EXPECT_FALSE(tool.press({5, 5}));
  tool.click({5, 5});
  EXPECT_EQ(passed.count(), 1);
  EXPECT_FALSE(tool.doubleClick({5, 5}));
}

TEST(FootprintTool, AnAreaThatCrossesItselfHasNoAreaWrittenOnIt) {
  app::FootprintTool tool(app::FootprintTask::kPolygon, toLonLat);
  for (const gis::MapXY corner : {gis::MapXY{0, 0}, {1000, 1000}, {1000, 0}, {0, 1000}}) tool.click(corner);
  EXPECT_EQ(tool.text(), QStringLiteral("Crosses itself")) << "the two halves would cancel each other";
  tool.cancel();
  for (const gis::MapXY corner : {gis::MapXY{0, 0}, {500, 0}, {500, 500}, {0, 500}}) tool.click(corner);
  EXPECT_TRUE(tool.text().contains(QStringLiteral("ha"))) << tool.text().toStdString();
}
