// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/raster/raster_layers.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <QPainter>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "gis/raster/raster_writer.h"
#include "layers/core/frame.h"
#include "layers/raster/raster_tint.h"
#include "tests/layers/golden_picture.h"

using namespace layers;

namespace {

constexpr const char* kCrs = "EPSG:4547";

// A cone of 300 m on a plain, with a square corner of no data: 96 x 96 cells of 30 m.
std::vector<float> coneHeights(int side) {
  std::vector<float> heights;
  for (int row = 0; row < side; ++row)
    for (int column = 0; column < side; ++column) {
      const double from_top_m = 30 * std::hypot(column - side / 2.0, row - side / 2.0);
      const bool empty = row < side / 6 && column < side / 6;
      heights.push_back(empty ? std::nanf("") : static_cast<float>(std::max(0.0, 300 - from_top_m / 3)));
    }
  return heights;
}

class RasterLayers : public testing::Test {
 protected:
  void SetUp() override {
    constexpr int kSide = 96;
    m_folder = std::filesystem::temp_directory_path() / ("fengsui_raster_layers_" + std::to_string(::getpid()));
    std::filesystem::create_directories(m_folder);
    m_file = m_folder / "cone.tif";
    const auto written = gis::writeDem(m_file, coneHeights(kSide), kSide, kSide, {500000, 4000000}, 30, kCrs);
    ASSERT_TRUE(written.has_value()) << written.error().detail;
  }
  void TearDown() override { std::filesystem::remove_all(m_folder); }

  static MapView view(int side_px, double metres_per_px) {
    return {{500000 + 48 * 30.0, 4000000 - 48 * 30.0}, metres_per_px, side_px, side_px, 1};
  }
  static FrameRequest request(const LayerStatePtr& state, Theme theme) {
    FrameRequest frame;
    frame.layers.push_back({state, 1});
    frame.theme = theme;
    return frame;
  }

  std::filesystem::path m_folder, m_file;
};

}  // namespace

TEST_F(RasterLayers, HillshadeOfACone) {
  const auto state = openHillshade(m_file, kCrs);
  ASSERT_TRUE(state.has_value()) << state.error().detail;
  golden::expectSame(paintFrame(request(*state, Theme::kDark), view(128, 24)), "hillshade_cone_dark");
  const QImage light = paintFrame(request(*state, Theme::kLight), view(128, 24));
  golden::expectSame(light, "hillshade_cone_light");
  // The sun stands in the north-west, and where nothing is known the ground shows.
  EXPECT_GT(qGreen(light.pixel(44, 44)), qGreen(light.pixel(84, 84)));
  EXPECT_EQ(light.pixelColor(8, 8), groundColour(Theme::kLight));
}

TEST_F(RasterLayers, HillshadeLooksAsAStyleSays) {
  const auto style = parseStyle(nlohmann::json::parse(R"([{"id":"h","type":"hillshade","paint":{
      "hillshade-method":"standard","hillshade-illumination-direction":135,
      "hillshade-ground-color":"#0000ff","hillshade-shadow-color":"#000000","hillshade-highlight-color":"#ffffff"}}])"),
                                {"t", ""});
  ASSERT_TRUE(style.has_value());
  const auto state = openHillshade(m_file, kCrs, {}, {}, std::make_shared<const Style>(*style));
  ASSERT_TRUE(state.has_value()) << state.error().detail;
  const QImage image = paintFrame(request(*state, Theme::kLight), view(128, 24));
  EXPECT_EQ(image.pixelColor(122, 64), QColor(0, 0, 255)) << "level ground";
  // The light comes from the south-east.
  EXPECT_GT(qGreen(image.pixel(84, 84)), 30);
  EXPECT_EQ(qGreen(image.pixel(44, 44)), 0);
  EXPECT_LT(qBlue(image.pixel(44, 44)), 225);
  EXPECT_EQ(openHillshade(m_file, kCrs, {}, {}, std::make_shared<const Style>()).error().code,
            gis::ErrorCode::kInvalidArgument);
}

TEST_F(RasterLayers, EnlargedHillshadeIsSmoothAcrossTiles) {
  const auto state = openHillshade(m_file, kCrs);
  ASSERT_TRUE(state.has_value());
  const QImage image = paintFrame(request(*state, Theme::kLight), view(600, 3));
  int largest_step = 0;
  for (int y = 100; y < 500; y += 7)
    for (int x = 100; x < 500; ++x)
      largest_step = std::max(largest_step, std::abs(qGreen(image.pixel(x, y)) - qGreen(image.pixel(x + 1, y))));
  EXPECT_LE(largest_step, 12) << "no cells, no seams";
}

TEST_F(RasterLayers, MeasuredBandIsARampAndNoDataIsTransparent) {
  const auto state = openRasterLayer(m_file, kCrs);
  ASSERT_TRUE(state.has_value()) << state.error().detail;
  const QImage image = paintFrame(request(*state, Theme::kDark), view(128, 24));
  EXPECT_EQ(image.pixelColor(8, 8), groundColour(Theme::kDark));
  EXPECT_GT(image.pixelColor(64, 64).green(), 150) << "the top is yellow";
  EXPECT_LT(image.pixelColor(118, 118).green(), 60) << "the plain is violet";
  const auto legend = (*state)->legend({view(128, 24), Theme::kDark, 1, QStringLiteral("zh"), {}});
  EXPECT_EQ(legend.size(), 5U);
}

TEST_F(RasterLayers, FileThatGoesAwayGivesAnEmptyTileAndSaysSo) {
  const auto state = openRasterLayer(m_file, kCrs);
  ASSERT_TRUE(state.has_value());
  EXPECT_FALSE((*state)->trouble().has_value());
  std::filesystem::remove(m_file);
  const QImage image = paintFrame(request(*state, Theme::kDark), view(64, 24));
  EXPECT_EQ(image.pixelColor(32, 32), groundColour(Theme::kDark));
  ASSERT_TRUE((*state)->trouble().has_value());
  EXPECT_EQ((*state)->trouble()->code, gis::ErrorCode::kNotFound);
}

TEST_F(RasterLayers, WhatIsNoRasterIsRefused) {
  EXPECT_FALSE(openHillshade(m_folder / "missing.tif", kCrs).has_value());
  std::ofstream(m_folder / "empty.tif").close();
  EXPECT_FALSE(openRasterLayer(m_folder / "empty.tif", kCrs).has_value());
}

TEST(RasterTint, UsualRangePassesOverOutliersAndNothing) {
  std::vector<float> values(1000, 5.0F);
  values[0] = -9999;
  values[1] = std::nanf("");
  values[2] = 1e9F;
  const ValueRange range = usualRange(values);
  EXPECT_EQ(range.low, 5);
  EXPECT_EQ(range.high, 5);
  EXPECT_EQ(range.ratio(5), 0.5F);
  EXPECT_EQ(usualRange({}).high, 1);
}

TEST_F(RasterLayers, AReliefThatWasKeptLooksTheSameWithoutItsRaster) {
  const std::filesystem::path cache = m_folder / "cache";
  const auto first = openHillshade(m_file, kCrs, {}, {}, {}, cache);
  ASSERT_TRUE(first.has_value()) << first.error().detail;
  const QImage dark = paintFrame(request(*first, Theme::kDark), view(128, 24));
  ASSERT_TRUE(keepForNextTime(**first, {}));
  ASSERT_TRUE(std::filesystem::exists(cache / "relief" / "cone.tif.fgs"));
  const auto second = openHillshade(m_file, kCrs, {}, {}, {}, cache);
  ASSERT_TRUE(second.has_value());
  {
    // Nothing is read from the raster: whatever lies there now under the same size and time is never looked at.
    const auto written = std::filesystem::last_write_time(m_file);
    const auto bytes = std::filesystem::file_size(m_file);
    std::ofstream(m_file, std::ios::binary) << std::string(bytes, 'x');
    std::filesystem::last_write_time(m_file, written);
  }
  EXPECT_EQ((*second)->extent().min_x_m, (*first)->extent().min_x_m);
  EXPECT_EQ(paintFrame(request(*second, Theme::kDark), view(128, 24)), dark);
  EXPECT_FALSE((*second)->trouble());
  const auto third = openHillshade(m_file, kCrs, {}, {}, {}, cache);
  ASSERT_TRUE(third.has_value()) << "by its key it is the same raster";
  std::filesystem::last_write_time(m_file, std::filesystem::last_write_time(m_file) + std::chrono::seconds(2));
  EXPECT_FALSE(openHillshade(m_file, kCrs, {}, {}, {}, cache).has_value()) << "another raster: read, and found damaged";
}

TEST_F(RasterLayers, AKeptReliefThatIsDamagedIsMadeAnew) {
  const std::filesystem::path cache = m_folder / "cache", kept = cache / "relief" / "cone.tif.fgs";
  const auto first = openHillshade(m_file, kCrs, {}, {}, {}, cache);
  ASSERT_TRUE(first && keepForNextTime(**first, {}));
  const QImage light = paintFrame(request(*first, Theme::kLight), view(128, 24));
  std::filesystem::resize_file(kept, std::filesystem::file_size(kept) / 2);
  const auto again = openHillshade(m_file, kCrs, {}, {}, {}, cache);
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(paintFrame(request(*again, Theme::kLight), view(128, 24)), light);
  EXPECT_TRUE(keepForNextTime(**again, {}));
  EXPECT_GT(std::filesystem::file_size(kept), 1000U);
}
