// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <thread>

#include "layers/core/frame.h"
#include "layers/core/tile_surface.h"
#include "layers/raster/raster_layers.h"
#include "tests/layers/raster/raster_files.h"

using namespace layers;
using raster_files::Plan;

namespace {

constexpr const char* kTilesCrs = "EPSG:4547";

class RasterTiles : public raster_files::Folder {
 protected:
  // A picture of one layer alone, clear where it draws nothing.
  static QImage painted(const LayerStatePtr& state, const MapView& view) {
    QImage image(view.width_px, view.height_px, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    TileSurface surface(image);
    state->paint(surface, {view, Theme::kDark, 1, QStringLiteral("zh"), {}});
    return image;
  }
  // The view drawn in one go and drawn by squares, which must be the same: nothing changes at a tile's edge.
  static int largestSeam(const LayerStatePtr& state, const MapView& view, int side_px) {
    const QImage whole = painted(state, view);
    int largest = 0;
    for (int y = 0; y < view.height_px; y += side_px)
      for (int x = 0; x < view.width_px; x += side_px) {
        const MapView part{view.toMap({x + side_px / 2.0, y + side_px / 2.0}), view.metres_per_px, side_px, side_px, 1};
        const QImage tile = painted(state, part);
        for (int row = 0; row < side_px; ++row)
          for (int column = 0; column < side_px; ++column) {
            const QRgb a = whole.pixel(x + column, y + row), b = tile.pixel(column, row);
            largest = std::max({largest, std::abs(qGreen(a) - qGreen(b)), std::abs(qAlpha(a) - qAlpha(b))});
          }
      }
    return largest;
  }
  // 40 km around the middle of the test rasters.
  static MapView middle(double metres_per_px, int side_px = 256) {
    return {{500000 + 256 * 30.0, 4000000 - 256 * 30.0}, metres_per_px, side_px, side_px, 1};
  }
  static double hills(int, int x, int y) {
    return 800 + 200 * std::sin(x * 0.05) * std::cos(y * 0.07) + 20 * std::sin(x * 0.6);
  }

  LayerStatePtr relief(const Plan& plan) {
    raster_files::writeGeoTiff(m_folder / "dem.tif", plan);
    auto state = openHillshade(m_folder / "dem.tif", kTilesCrs);
    EXPECT_TRUE(state) << state.error().detail;
    return state ? *state : nullptr;
  }
};

}  // namespace

TEST_F(RasterTiles, NoSeamsAtAnyScale) {
  Plan plan;
  plan.value = hills;
  const LayerStatePtr here = relief(plan);
  plan.epsg = 4546, plan.left = 500000 - 270000;  // three degrees west, so that it is warped
  raster_files::writeGeoTiff(m_folder / "west.tif", plan);
  const auto warped = openHillshade(m_folder / "west.tif", kTilesCrs);
  ASSERT_TRUE(warped);
  for (const LayerStatePtr& state : {here, *warped})
    for (const double metres_per_px : {2.6, 13.2, 30.0, 47.0, 110.0, 400.0}) {
      const MapView view{state->extent().centre(), metres_per_px, 256, 256, 1};
      EXPECT_LE(largestSeam(state, view, 64), 1) << metres_per_px;
    }
}

TEST_F(RasterTiles, TheSameBytesWhateverWasDrawnBeforeAndByHowMany) {
  Plan plan;
  plan.value = hills;
  const LayerStatePtr fresh = relief(plan);
  const QImage expected = painted(fresh, middle(45));
  const auto used = openHillshade(m_folder / "dem.tif", kTilesCrs);
  ASSERT_TRUE(used);
  {
    std::vector<std::jthread> workers;
    for (int i = 0; i < 4; ++i)
      workers.emplace_back([&used, i] {
        for (const double metres_per_px : {400.0, 13.0, 45.0, 110.0}) painted(*used, middle(metres_per_px + i));
      });
  }
  EXPECT_EQ(painted(*used, middle(45)), expected);
}

TEST_F(RasterTiles, NeighbouringStepsLookAlike) {
  Plan plan;
  plan.value = [](int, int x, int y) { return 800 + 300 * std::sin(x * 0.03) * std::cos(y * 0.04); };
  const LayerStatePtr state = relief(plan);
  const auto meanGreen = [&](double metres_per_px) {
    const QImage image = painted(state, middle(metres_per_px, 100));
    double sum = 0;
    for (int y = 0; y < 100; ++y)
      for (int x = 0; x < 100; ++x) sum += qGreen(image.pixel(x, y));
    return sum / 10000;
  };
  // Either side of where the next step is taken.
  for (const double edge_m : {60 / 1.2, 120 / 1.2})
    EXPECT_NEAR(meanGreen(edge_m * 0.999), meanGreen(edge_m * 1.001), 3) << edge_m;
}

TEST_F(RasterTiles, WholeNumbersWithAValueForNothing) {
  Plan plan;
  plan.type = GDT_Int16, plan.nodata = -32768;
  plan.value = [](int, int x, int y) { return x < 256 ? 500 + y : -32768; };
  const LayerStatePtr state = relief(plan);
  raster_files::writeGeoTiff(m_folder / "band.tif", plan);
  const auto band = openRasterLayer(m_folder / "band.tif", kTilesCrs);
  ASSERT_TRUE(band);
  for (const LayerStatePtr& each : {state, *band})
    for (const double metres_per_px : {7.0, 30.0, 60.0}) {
      const QImage image = painted(each, middle(metres_per_px));
      EXPECT_EQ(qAlpha(image.pixel(120, 128)), 255) << metres_per_px;
      EXPECT_EQ(qAlpha(image.pixel(136, 128)), 0) << metres_per_px;
    }
  const auto legend = (*band)->legend({middle(30), Theme::kDark, 1, QStringLiteral("zh"), {}});
  ASSERT_EQ(legend.size(), 5U);
  EXPECT_GE(legend.back().name.zh.toDouble(), 500) << "the value for nothing is not in the range";
}

TEST_F(RasterTiles, GreyBytesStayGrey) {
  Plan plan;
  plan.type = GDT_Byte, plan.nodata = 0;
  plan.value = [](int, int x, int y) { return y < 100 ? 0 : 40 + x * 200 / 512; };
  raster_files::writeGeoTiff(m_folder / "shade.tif", plan);
  const auto state = openRasterLayer(m_folder / "shade.tif", kTilesCrs);
  ASSERT_TRUE(state);
  const QImage image = painted(*state, middle(60, 256));
  EXPECT_EQ(qAlpha(image.pixel(128, 20)), 0);
  EXPECT_EQ(qRed(image.pixel(128, 150)), qBlue(image.pixel(128, 150)));
  EXPECT_NEAR(qRed(image.pixel(128, 150)), 40 + 256 * 200 / 512, 2);
  // Classes and degrees are no picture.
  plan.value = [](int, int x, int) { return 1 + x / 32; };
  raster_files::writeGeoTiff(m_folder / "classes.tif", plan);
  const auto classes = openRasterLayer(m_folder / "classes.tif", kTilesCrs);
  ASSERT_TRUE(classes);
  EXPECT_FALSE((*classes)->legend({middle(30), Theme::kDark, 1, QStringLiteral("zh"), {}}).empty());
}

// Colours of more than 8 bits are stretched by what the band holds; to look at a file must leave nothing beside it.
TEST_F(RasterTiles, SixteenBitColoursAreStretchedAndTheFolderStaysAsItWas) {
  Plan plan;
  plan.bands = 3, plan.type = GDT_UInt16;
  plan.creation = {"PHOTOMETRIC=RGB"};
  plan.value = [](int, int x, int) { return 1000.0 + x * 10; };
  raster_files::writeGeoTiff(m_folder / "photo.tif", plan);
  {
    const auto state = openRasterLayer(m_folder / "photo.tif", kTilesCrs);
    ASSERT_TRUE(state);
    const QImage image = painted(*state, middle(60, 256));
    EXPECT_LT(qRed(image.pixel(5, 128)), 40);
    EXPECT_GT(qRed(image.pixel(250, 128)), 215);
    EXPECT_NEAR(qRed(image.pixel(128, 128)), 128, 12);
  }
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(m_folder), {}), 1);
}

// Red to the west, green to the east, blue in the north: whatever a base map's container does, they stay there.
TEST_F(RasterTiles, BaseMapsInTilesAreDrawnWhereTheyBelong) {
  Plan plan;
  plan.bands = 3, plan.type = GDT_Byte, plan.columns = plan.rows = 1024;
  plan.left = 112, plan.top = 37, plan.cell = 0.001, plan.epsg = 4326;
  plan.creation = {"PHOTOMETRIC=RGB"};
  plan.value = [](int band, int x, int y) {
    if (y < 512) return band == 3 ? 240.0 : 10.0;
    return band == (x < 512 ? 1 : 2) ? 240.0 : 10.0;
  };
  const auto picture = m_folder / "picture.tif", tiles = m_folder / "base.mbtiles", package = m_folder / "base.gpkg";
  raster_files::writeGeoTiff(picture, plan);
  raster_files::translate(picture, tiles, {"-of", "MBTILES", "-r", "near"}, {2, 4, 8});
  raster_files::translate(picture, package,
                          {"-of", "GPKG", "-co", "TILING_SCHEME=GoogleMapsCompatible", "-co", "TILE_FORMAT=PNG"},
                          {2, 4, 8});
  for (const auto& file : {picture, tiles, package}) {
    const auto state = openRasterLayer(file, kTilesCrs);
    ASSERT_TRUE(state) << file << " " << state.error().detail;
    EXPECT_TRUE((*state)->legend({middle(30), Theme::kDark, 1, QStringLiteral("zh"), {}}).empty()) << "a picture";
    // 112.512 E 36.488 N in zone 114 E, half a degree a side; at scales that need other overviews.
    const gis::MapXY centre{366700, 4039700};
    for (const double metres_per_px : {40.0, 150.0, 600.0}) {
      const QImage image = painted(*state, {centre, metres_per_px, 256, 256, 1});
      const int off_px = static_cast<int>(15000 / metres_per_px);
      const QColor north = image.pixelColor(128, 128 - std::min(100, off_px));
      const QColor west = image.pixelColor(128 - std::min(100, off_px), 128 + std::min(100, off_px));
      const QColor east = image.pixelColor(128 + std::min(100, off_px), 128 + std::min(100, off_px));
      EXPECT_GT(north.blue(), 200) << file << metres_per_px;
      EXPECT_GT(west.red(), 200) << file << metres_per_px;
      EXPECT_GT(east.green(), 200) << file << metres_per_px;
      EXPECT_LT(east.red(), 60) << file << metres_per_px;
    }
    EXPECT_EQ(qAlpha(painted(*state, {centre, 2000, 256, 256, 1}).pixel(4, 4)), 0) << "beyond its edge";
    EXPECT_FALSE((*state)->trouble()) << file << (*state)->trouble()->detail;
  }
}

TEST_F(RasterTiles, DamagedPlaceIsEmptyTheRestIsDrawnAndTroubleIsToldOnce) {
  Plan plan;
  plan.columns = plan.rows = 1024;
  plan.creation = {"TILED=YES", "BLOCKXSIZE=256", "BLOCKYSIZE=256", "COMPRESS=DEFLATE"};
  plan.value = [](int, int x, int y) { return 800 + (x * 7 + y * 13) % 100; };
  const auto file = m_folder / "dem.tif";
  raster_files::writeGeoTiff(file, plan);
  {
    // Spoils some bytes in the middle of the file: blocks in it, not its directory.
    const auto size = std::filesystem::file_size(file);
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekp(static_cast<std::streamoff>(size * 3 / 4));
    bytes << std::string(4000, '\xff');
  }
  const auto state = openRasterLayer(file, kTilesCrs);
  ASSERT_TRUE(state) << state.error().detail;
  const MapView view{(*state)->extent().centre(), 30, 1024, 1024, 1};
  const QImage image = painted(*state, view);
  ASSERT_TRUE((*state)->trouble());
  EXPECT_EQ((*state)->trouble()->code, gis::ErrorCode::kDamagedFile);
  EXPECT_EQ(qAlpha(image.pixel(100, 100)), 255);
  int empty = 0;
  for (int y = 128; y < 1024; y += 256)
    for (int x = 128; x < 1024; x += 256) empty += qAlpha(image.pixel(x, y)) == 0;
  EXPECT_GE(empty, 1);
  EXPECT_LE(empty, 4);
}

TEST_F(RasterTiles, CancelledTileLeavesNoHoleBehind) {
  Plan plan;
  plan.value = hills;
  const LayerStatePtr state = relief(plan);
  PaintContext context{middle(30), Theme::kDark, 1, QStringLiteral("zh"), gis::CancelToken::create()};
  context.cancel.cancel();
  QImage image(256, 256, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  TileSurface surface(image);
  state->paint(surface, context);
  EXPECT_EQ(qAlpha(image.pixel(128, 128)), 0);
  EXPECT_EQ(qAlpha(painted(state, middle(30)).pixel(128, 128)), 255);
  EXPECT_FALSE(state->trouble());
}
