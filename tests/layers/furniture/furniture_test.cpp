// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/furniture/furniture.h"

#include <gtest/gtest.h>

#include "gis/geo/geodesic.h"
#include "layers/core/frame.h"
#include "layers/furniture/scale_bar.h"
#include "tests/layers/golden_picture.h"

namespace {

gis::Projector toMap(const char* crs) { return std::move(gis::Projector::create("EPSG:4490", crs).value()); }

layers::LegendEntry entryOf(const QString& name, QColor colour) {
  QImage swatch(20, 14, QImage::Format_ARGB32_Premultiplied);
  swatch.fill(colour);
  return {{name, name}, swatch, 1};
}

layers::MapView viewAt(const gis::Projector& to_map, double lon_deg, double lat_deg, double metres_per_px) {
  const auto at = to_map.forward({lon_deg, lat_deg}).value();
  layers::MapView view;
  view.centre = {at.x, at.y};
  view.metres_per_px = metres_per_px;
  view.width_px = 300, view.height_px = 200;
  return view;
}

TEST(ScaleBar, IsARoundLengthThatFits) {
  for (double metres_per_px = 0.05; metres_per_px < 20000; metres_per_px *= 1.37) {
    const double length_m = layers::scaleBarLengthM(metres_per_px, 140);
    EXPECT_LE(length_m / metres_per_px, 140);
    EXPECT_GT(length_m / metres_per_px, 140 / 2.6);
  }
  EXPECT_EQ(layers::scaleBarLengthM(0, 140), 0);
  EXPECT_EQ(layers::barLengthText(500, QStringLiteral("en")), QStringLiteral("500 m"));
  EXPECT_EQ(layers::barLengthText(20000, QStringLiteral("zh")), QStringLiteral("20 公里"));
}

// In Mercator a map metre at 36 degrees is 0.81 metres of ground.
TEST(FurniturePlace, ScaleIsTrueOnTheGround) {
  const gis::Projector to_map = toMap("EPSG:3857");
  const layers::MapView view = viewAt(to_map, 113, 36, 10);
  const layers::FurniturePlace place = layers::placeOf({}, view, &to_map);
  const auto west = to_map.inverse({view.centre.x_m - 500, view.centre.y_m}).value();
  const auto east = to_map.inverse({view.centre.x_m + 500, view.centre.y_m}).value();
  const double ground_m = gis::geodesicBetween({west.x, west.y}, {east.x, east.y}).dist_m;
  EXPECT_NEAR(1000 / place.local.scale_ratio, ground_m, 0.01);
  EXPECT_LT(ground_m, 820);
}

// Meridian convergence of Gauss-Krueger: (L - L0) sin B to first order, true north to the right of the map's up west of
// the central meridian.
TEST(FurniturePlace, NorthLeansByTheConvergence) {
  const gis::Projector to_map = toMap("EPSG:4547");
  const auto west = layers::placeOf({}, viewAt(to_map, 113, 36, 10), &to_map).local;
  EXPECT_NEAR(west.convergence_deg, std::sin(36 * M_PI / 180), 1e-3);
  EXPECT_NEAR(layers::placeOf({}, viewAt(to_map, 115, 36, 10), &to_map).local.convergence_deg, -west.convergence_deg,
              1e-9);
  EXPECT_NEAR(layers::placeOf({}, viewAt(to_map, 114, 36, 10), &to_map).local.scale_ratio, 1, 1e-7);
}

TEST(LegendBox, CountsWhatFindsNoRoom) {
  std::vector<layers::LegendBlock> blocks(3);
  for (int block = 0; block < 3; ++block) {
    blocks[static_cast<std::size_t>(block)].title = QStringLiteral("block");
    for (int i = 0; i < 10; ++i)
      blocks[static_cast<std::size_t>(block)].entries.push_back(entryOf(QStringLiteral("a class"), Qt::red));
  }
  const layers::LegendWords words{QStringLiteral("Legend"), QStringLiteral("and %1 more"), QStringLiteral("en")};
  const layers::LegendBox roomy(blocks, words, {}, {2000, 2000});
  EXPECT_EQ(roomy.hidden(), 0);
  const layers::LegendBox narrow(blocks, words, {}, {150, 200});
  EXPECT_GT(narrow.hidden(), 10);
  EXPECT_LE(narrow.size().height(), 200);
  EXPECT_TRUE(layers::LegendBox(blocks, words, {}, {150, 10}).size().isEmpty());
  EXPECT_TRUE(layers::LegendBox({}, words, {}, {500, 500}).size().isEmpty());
}

TEST(LegendBox, LeavesOutWhatTheScaleHides) {
  const layers::LegendBlock block{
      QStringLiteral("roads"),
      {entryOf(QStringLiteral("seen"), Qt::red), entryOf(QStringLiteral("hidden by the scale"), Qt::transparent)}};
  const layers::LegendBlock seen{QStringLiteral("roads"), {block.entries.front(), block.entries.front()}};
  const layers::LegendWords words;
  EXPECT_LT(layers::LegendBox({block}, words, {}, {500, 500}).size().height(),
            layers::LegendBox({seen}, words, {}, {500, 500}).size().height());
}

TEST(FurnitureGolden, EverythingAtOnce) {
  for (const auto theme : {layers::Theme::kDark, layers::Theme::kLight}) {
    const gis::Projector to_map = toMap("EPSG:4547");
    const layers::MapView view = viewAt(to_map, 113.1, 36.2, 100);
    layers::Furniture furniture;
    furniture.graticule = furniture.kilometre_grid = true;
    furniture.title = QStringLiteral("Changzhi");
    furniture.legend_words.language = QStringLiteral("en");
    furniture.mark = QStringLiteral("demo");
    furniture.legend = {
        {QStringLiteral("Risk"), {entryOf(QStringLiteral("high"), Qt::red), entryOf(QStringLiteral("low"), Qt::blue)}}};
    QImage picture(300, 200, QImage::Format_ARGB32_Premultiplied);
    picture.fill(layers::groundColour(theme));
    QPainter painter(&picture);
    layers::paintFurniture(painter, {theme, 1}, furniture, layers::placeOf(furniture, view, &to_map), view,
                           {0, 0, 300, 200});
    painter.end();
    golden::expectSame(picture, theme == layers::Theme::kDark ? "furniture_dark" : "furniture_light");
  }
}

}  // namespace
