// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/furniture/map_grid.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace {

using layers::GridAxis;

gis::Projector gridToMap(const char* crs = "EPSG:4547") {
  return std::move(gis::Projector::create("EPSG:4490", crs).value());
}

layers::MapView gridViewAt(double lon_deg, double lat_deg, double metres_per_px, const gis::Projector& to_map) {
  const auto at = to_map.forward({lon_deg, lat_deg}).value();
  layers::MapView view;
  view.centre = {at.x, at.y};
  view.metres_per_px = metres_per_px;
  view.width_px = 1600, view.height_px = 900;
  return view;
}

long long linesOf(const layers::MapGrid& grid, GridAxis axis) {
  return std::count_if(grid.lines.begin(), grid.lines.end(), [axis](const auto& line) { return line.axis == axis; });
}

RC_GTEST_PROP(MapGrid, FourToTwelveLinesFitASpan, ()) {
  const double span = std::pow(10, *rc::gen::inRange(-400, 600) / 100.0);
  const double degrees = std::min(span, 300.0);
  if (degrees > 4 / 3600.0) {
    RC_ASSERT(degrees / layers::graticuleStepDeg(degrees) >= 4);
    RC_ASSERT(degrees / layers::graticuleStepDeg(degrees) <= 12);
  }
  if (span >= 4) {
    RC_ASSERT(span / layers::kilometreStepM(span) >= 4);
    RC_ASSERT(span / layers::kilometreStepM(span) <= 10.001);
  }
}

TEST(MapGrid, StepsOfNoSpanAreNone) {
  for (const double span : {0.0, -1.0, std::nan(""), HUGE_VAL}) {
    EXPECT_EQ(layers::graticuleStepDeg(span), 0) << span;
    EXPECT_EQ(layers::kilometreStepM(span), 0) << span;
  }
}

TEST(MapGrid, DegreesAreWrittenAsFarAsTheStepNeeds) {
  EXPECT_EQ(layers::degreesText(113.25, GridAxis::kEasting, 0.25), QStringLiteral("113°15′E"));
  EXPECT_EQ(layers::degreesText(36, GridAxis::kNorthing, 1), QStringLiteral("36°N"));
  EXPECT_EQ(layers::degreesText(36.125, GridAxis::kNorthing, 1 / 120.0), QStringLiteral("36°07′30″N"));
  EXPECT_EQ(layers::degreesText(-0.5, GridAxis::kNorthing, 0.5), QStringLiteral("0°30′S"));
  // Sums of steps are never quite whole.
  EXPECT_EQ(layers::degreesText(112.99999999, GridAxis::kEasting, 1 / 60.0), QStringLiteral("113°00′E"));
}

TEST(MapGrid, GraticuleLinesRunThroughTheirDegrees) {
  const gis::Projector to_map = gridToMap();
  const layers::MapView view = gridViewAt(113.1, 36.2, 50, to_map);
  const layers::MapGrid grid = layers::graticule(view, to_map);
  EXPECT_GE(linesOf(grid, GridAxis::kEasting), 4);
  EXPECT_LE(linesOf(grid, GridAxis::kEasting), 12);
  ASSERT_GE(linesOf(grid, GridAxis::kNorthing), 2);
  bool seen = false;
  for (const layers::GridLine& line : grid.lines) {
    if (line.label != QStringLiteral("113°00′E")) continue;
    seen = true;
    for (const QPointF p : line.points) {
      const gis::MapXY at = view.toMap({p.x(), p.y()});
      EXPECT_NEAR(to_map.inverse({at.x_m, at.y_m})->x, 113, 1e-9);
    }
    // West of the central meridian of 114 E a meridian leans to the right on its way north.
    const bool southward = line.points.first().y() < line.points.last().y();
    const QPointF north = southward ? line.points.first() : line.points.last();
    const QPointF south = southward ? line.points.last() : line.points.first();
    EXPECT_GT(north.x(), south.x());
  }
  EXPECT_TRUE(seen);
}

TEST(MapGrid, KilometreLinesStandOnTheirKilometres) {
  const gis::Projector to_map = gridToMap();
  const layers::MapView view = gridViewAt(113.1, 36.2, 5, to_map);
  const layers::MapGrid grid = layers::kilometreGrid(view);
  ASSERT_GE(linesOf(grid, GridAxis::kEasting), 4);
  for (const layers::GridLine& line : grid.lines) {
    const gis::MapXY at = view.toMap({line.points.first().x(), line.points.first().y()});
    EXPECT_NEAR(line.axis == GridAxis::kEasting ? at.x_m : at.y_m, line.label.toDouble() * 1000, 1e-6);
  }
}

TEST(MapGrid, ViewsBeyondAnySenseAreQuick) {
  const gis::Projector to_map = gridToMap();
  layers::MapView view = gridViewAt(113, 36, 1e7, to_map);
  EXPECT_LE(layers::graticule(view, to_map).lines.size(), 80U);
  view.centre = {std::nan(""), 0};
  EXPECT_TRUE(layers::graticule(view, to_map).empty());
  EXPECT_TRUE(layers::kilometreGrid(view).empty());
  view.width_px = view.height_px = 0;
  EXPECT_TRUE(layers::kilometreGrid(view).empty());
}

}  // namespace
