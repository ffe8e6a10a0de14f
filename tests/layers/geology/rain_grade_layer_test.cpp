// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/geology/rain_grade_layer.h"

#include <gtest/gtest.h>

#include <QImage>

#include "layers/core/tile_surface.h"

namespace layers {
namespace {

using gis::geology::RainLevel;

TEST(RainGradeLayer, DrawsGradesInWarningColoursAndLeavesTheRest) {
  gis::geology::RainRun run;
  for (const RainLevel level : {RainLevel::kRed, RainLevel::kNone, RainLevel::kBlue}) {
    gis::geology::HazardPoint point;
    point.where = {112.9 + 0.1 * static_cast<double>(run.points.size()), 36.2};
    run.points.push_back(point);
    gis::geology::RainGrade grade;
    grade.known = true, grade.level = level;
    run.grading.points.push_back(grade);
  }
  const auto projector = gis::Projector::create("EPSG:4490", "EPSG:4547");
  ASSERT_TRUE(projector.has_value());
  const RainGradeLayer layer(run, *projector);
  EXPECT_EQ(layer.featureCount(), 2);
  const auto at = projector->forward({112.9, 36.2});
  PaintContext context;
  context.view.centre = {at->x, at->y};
  context.view.metres_per_px = 20;
  context.view.width_px = context.view.height_px = 64;
  QImage image(64, 64, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  TileSurface surface(image);
  layer.paint(surface, context);
  EXPECT_EQ(image.pixelColor(32, 32).rgb(), warningColour(RainLevel::kRed).rgb());
  EXPECT_EQ(image.pixelColor(4, 4).alpha(), 0);
  const auto legend = layer.legend(context);
  ASSERT_EQ(legend.size(), 4U);
  EXPECT_EQ(legend[0].count, 1);
  EXPECT_EQ(legend[3].count, 1);
}

}  // namespace
}  // namespace layers
