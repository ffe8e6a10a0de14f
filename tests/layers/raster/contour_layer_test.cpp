// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/raster/contour_layer.h"

#include <gtest/gtest.h>

#include <set>

#include "layers/core/frame.h"
#include "layers/core/tile_surface.h"
#include "layers/raster/ground_layers.h"
#include "tests/layers/golden_picture.h"
#include "tests/layers/raster/raster_files.h"

namespace {

class Contours : public raster_files::Folder {
 protected:
  // A cone of 900 m on a plain, one side of it unknown.
  layers::LayerStatePtr cone() {
    raster_files::Plan plan;
    plan.nodata = -9999;
    plan.value = [](int, int x, int y) {
      if (x > 460) return -9999.0;
      return std::max(0.0, 905 - 4.5 * std::hypot(x - 255.5, y - 255.5));
    };
    raster_files::writeGeoTiff(m_folder / "cone.tif", plan);
    auto state = layers::openContours(m_folder / "cone.tif", "EPSG:4547");
    EXPECT_TRUE(state.has_value());
    return state ? *state : nullptr;
  }
  static layers::MapView viewOfCone(double metres_per_px) {
    layers::MapView view;
    view.centre = {500000 + 256 * 30, 4000000 - 256 * 30};
    view.metres_per_px = metres_per_px;
    view.width_px = view.height_px = 256;
    return view;
  }
};

TEST(ContourInterval, IsRoundAndGrowsWithTheView) {
  std::set<double> seen;
  for (double metres_per_px = 0.1; metres_per_px < 1000; metres_per_px *= 1.3)
    seen.insert(layers::contourIntervalM(metres_per_px, 5));
  EXPECT_EQ(*seen.begin(), 1);
  EXPECT_TRUE(seen.contains(20) && seen.contains(50) && seen.contains(100));
  EXPECT_FALSE(seen.contains(25));
  EXPECT_EQ(layers::contourIntervalM(13, 30), 20) << "1:50,000";
  EXPECT_EQ(layers::contourIntervalM(0.1, 30), 5) << "a cell of 30 m bears no finer one";
}

TEST_F(Contours, LookLikeARoundHill) {
  const auto state = cone();
  ASSERT_TRUE(state);
  layers::FrameRequest frame;
  frame.layers.push_back({state, 1});
  frame.theme = layers::Theme::kLight;
  golden::expectSame(layers::paintFrame(frame, viewOfCone(60)), "contours_cone");
}

TEST_F(Contours, NeighbouringTilesAgree) {
  const auto state = cone();
  ASSERT_TRUE(state);
  layers::FrameRequest frame;
  frame.layers.push_back({state, 1});
  // A line painted in two tiles is the line painted in one that is shifted by half a tile.
  const double metres_per_px = 20;
  layers::MapView view = viewOfCone(metres_per_px);
  view.width_px = view.height_px = 600;
  const QImage picture = layers::paintFrame(frame, view);
  QImage one(600, 600, QImage::Format_ARGB32_Premultiplied);
  one.fill(layers::groundColour(frame.theme));
  layers::PaintContext context;
  context.view = layers::snapped(view);
  context.theme = frame.theme;
  {
    layers::TileSurface surface(one);
    state->paint(surface, context);
  }
  frame.layers.clear();
  // Labels lie only on the first picture: compare where both may have lines, allowing for the rounding of positions.
  int differ = golden::pixelsThatDiffer(picture, one, 48);
  EXPECT_LT(differ, 600 * 600 / 100);
}

TEST_F(Contours, LabelsStayWhenTheMapIsMoved) {
  const auto state = cone();
  ASSERT_TRUE(state);
  layers::PaintContext context;
  context.view = viewOfCone(20);
  context.view.width_px = context.view.height_px = 700;
  const auto before = state->labels(context);
  ASSERT_FALSE(before.empty());
  for (const auto& label : before) {
    EXPECT_EQ(label.text.toInt() % 250, 0) << "every fifth of 50 m: " << label.text.toStdString();
    EXPECT_GE(label.path.size(), 2U);
  }
  context.view.centre.x_m += 400;
  const auto after = state->labels(context);
  int kept = 0;
  for (const auto& a : before)
    for (const auto& b : after)
      if (a.text == b.text && std::hypot(a.where.x_m - b.where.x_m, a.where.y_m - b.where.y_m) < 40) ++kept;
  EXPECT_GE(kept * 2, static_cast<int>(before.size()));
}

TEST_F(Contours, HaveNothingToSayOffTheirRaster) {
  const auto state = cone();
  ASSERT_TRUE(state);
  layers::PaintContext context;
  context.view = viewOfCone(20);
  context.view.centre.x_m += 1e6;
  EXPECT_TRUE(state->labels(context).empty());
  EXPECT_FALSE(state->visibleAt(5000));
  EXPECT_EQ(layers::openContours(m_folder / "none.tif", "EPSG:4547").error().code, gis::ErrorCode::kNotFound);
}

using GroundLayers = raster_files::Folder;

TEST_F(GroundLayers, BaseMapsOfAWorkspaceAreLayers) {
  std::filesystem::create_directories(m_folder / "basemaps");
  raster_files::Plan plan;
  plan.columns = plan.rows = 64;
  plan.bands = 3;
  plan.type = GDT_Byte;
  plan.value = [](int band, int, int) { return band == 1 ? 200.0 : 20.0; };
  raster_files::writeGeoTiff(m_folder / "basemaps" / "b:1,2.TIF", plan);
  raster_files::writeGeoTiff(m_folder / "basemaps" / "a.tif", plan);
  std::filesystem::copy_file(m_folder / "basemaps" / "a.tif", m_folder / "basemaps" / "notes.txt");
  const auto found = layers::groundLayersOf(m_folder, m_folder / "dem.tif");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].id, layers::kHillshadeId);
  EXPECT_EQ(found[1].id, "basemap-a.tif");
  EXPECT_EQ(found[2].id, "basemap-b_1_2.TIF");
  EXPECT_EQ(found[3].id, layers::kContoursId);
  EXPECT_TRUE(layers::openGroundLayer(found[1].id, found[1].file, "EPSG:4547").has_value());
  EXPECT_TRUE(layers::groundLayersOf(m_folder / "nowhere", {}).empty());
}

TEST_F(GroundLayers, TilesInMbtilesAndGeoPackageAreDrawn) {
  raster_files::Plan plan;
  plan.bands = 3;
  plan.type = GDT_Byte;
  plan.value = [](int band, int, int) { return band == 1 ? 200.0 : 20.0; };
  raster_files::writeGeoTiff(m_folder / "source.tif", plan);
  for (const char* name : {"map.mbtiles", "map.gpkg"}) {
    const gis::GdalSession session;
    const gis::GdalDataset source(GDALOpen((m_folder / "source.tif").c_str(), GA_ReadOnly));
    ASSERT_TRUE(source);
    const bool mbtiles = std::string(name).ends_with("mbtiles");
    const gis::GdalDataset made(GDALCreateCopy(GDALGetDriverByName(mbtiles ? "MBTiles" : "GPKG"),
                                               (m_folder / name).c_str(), source.get(), FALSE, nullptr, nullptr,
                                               nullptr));
    ASSERT_TRUE(made) << name << session.errorText();
  }
  for (const char* name : {"map.mbtiles", "map.gpkg"}) {
    auto state = layers::openGroundLayer("basemap", m_folder / name, "EPSG:4547");
    ASSERT_TRUE(state.has_value()) << name << ": " << state.error().detail;
    layers::FrameRequest frame;
    frame.layers.push_back({*state, 1});
    layers::MapView view;
    view.centre = {500000 + 256 * 30, 4000000 - 256 * 30};
    view.metres_per_px = 60;
    view.width_px = view.height_px = 64;
    const QColor middle = layers::paintFrame(frame, view).pixelColor(32, 32);
    EXPECT_NEAR(middle.red(), 200, 8) << name;
    EXPECT_NEAR(middle.green(), 20, 8) << name;
  }
}

}  // namespace
