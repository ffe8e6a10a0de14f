// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/raster/raster_look.h"

#include <gtest/gtest.h>

#include <set>

#include "layers/core/frame.h"
#include "layers/raster/raster_layers.h"
#include "tests/layers/raster/raster_files.h"

namespace {

using layers::RasterLook;

TEST(Ramps, GetLighterOrDarkerAllTheWay) {
  for (const layers::RampInfo& info : layers::rampList()) {
    RasterLook look;
    look.ramp = info.ramp;
    const auto lightness = [&](double part) {
      const QColor c = layers::rampColour(look, static_cast<float>(part));
      return 0.2126 * c.redF() + 0.7152 * c.greenF() + 0.0722 * c.blueF();
    };
    const double direction = lightness(1) > lightness(0) ? 1 : -1;
    for (double part = 0.02; part <= 1; part += 0.02)
      EXPECT_GT(direction * (lightness(part) - lightness(part - 0.02)), -0.004) << info.id << " at " << part;
    EXPECT_GT(std::abs(lightness(1) - lightness(0)), 0.4) << info.id;
    EXPECT_EQ(layers::rampOf(info.id), info.ramp);
    EXPECT_FALSE(info.name.zh.isEmpty() || info.name.en.isEmpty());
  }
  EXPECT_FALSE(layers::rampOf("rainbow"));
}

TEST(Ramps, ClassesAreStepsFromEndToEnd) {
  RasterLook look;
  look.classes = 5;
  std::set<QRgb> colours;
  for (const QRgb colour : layers::rampColours(look)) colours.insert(colour);
  EXPECT_EQ(colours.size(), 5U);
  EXPECT_EQ(layers::rampColour(look, 0), layers::rampColour(RasterLook{}, 0));
  EXPECT_EQ(layers::rampColour(look, 1), layers::rampColour(RasterLook{}, 1));
  look.reversed = true;
  EXPECT_EQ(layers::rampColour(look, 0), layers::rampColour(RasterLook{}, 1));
  EXPECT_TRUE(layers::rampColour(look, std::nanf("")).isValid());
}

class RasterLooks : public raster_files::Folder {
 protected:
  layers::LayerStatePtr open(GDALDataType type, std::function<double(int, int, int)> value) {
    raster_files::Plan plan;
    plan.type = type;
    plan.nodata = -9999;
    plan.value = std::move(value);
    raster_files::writeGeoTiff(m_folder / "values.tif", plan);
    auto state = layers::openRasterLayer(m_folder / "values.tif", "EPSG:4547");
    EXPECT_TRUE(state.has_value());
    return state ? *state : nullptr;
  }
  static QImage draw(const layers::LayerStatePtr& state) {
    layers::FrameRequest frame;
    frame.layers.push_back({state, 1});
    layers::MapView view;
    view.centre = {500000 + 256 * 30, 4000000 - 256 * 30};
    view.metres_per_px = 60;
    view.width_px = view.height_px = 256;
    return layers::paintFrame(frame, view);
  }
};

TEST_F(RasterLooks, RecolourWholeNumbersAndFloats) {
  for (const GDALDataType type : {GDT_Int16, GDT_UInt16, GDT_Float32, GDT_Float64}) {
    const auto state = open(type, [](int, int x, int y) { return y < 100 ? -9999.0 : static_cast<double>(x); });
    ASSERT_TRUE(state);
    if (type == GDT_UInt16) continue;  // cannot hold the NoData value: only opening it is of interest
    RasterLook look;
    look.ramp = layers::Ramp::kGreys;
    look.classes = 3;
    const auto grey = layers::withLook(*state, look);
    ASSERT_TRUE(grey);
    EXPECT_EQ(layers::lookOf(*grey), look);
    EXPECT_EQ(layers::lookOf(*state), RasterLook{}) << "the old snapshot is as it was";
    const QImage picture = draw(grey);
    EXPECT_EQ(picture.pixelColor(10, 200), layers::rampColour(look, 0));
    EXPECT_EQ(picture.pixelColor(128, 200), layers::rampColour(look, 0.5F));
    EXPECT_EQ(picture.pixelColor(245, 200), layers::rampColour(look, 1));
    EXPECT_EQ(picture.pixelColor(128, 20), layers::groundColour(layers::Theme::kDark)) << "nothing is known there";
    EXPECT_EQ(grey->legend({}).size(), 3U);
    EXPECT_TRUE(grey->legend({}).front().name.en.contains(QStringLiteral(" – ")));
  }
}

TEST_F(RasterLooks, TheFullRangeReachesOddCells) {
  const auto state = open(GDT_Float32, [](int, int x, int y) { return x < 12 && y < 12 ? 1000.0 : x / 512.0; });
  ASSERT_TRUE(state);
  EXPECT_LT(state->legend({}).front().name.en.toDouble(), 2);
  RasterLook look;
  look.stretch = layers::Stretch::kFull;
  EXPECT_GT(layers::withLook(*state, look)->legend({}).front().name.en.toDouble(), 900);
}

TEST_F(RasterLooks, ReliefHasNone) {
  raster_files::Plan plan;
  plan.value = [](int, int x, int) { return static_cast<double>(x); };
  raster_files::writeGeoTiff(m_folder / "dem.tif", plan);
  const auto relief = layers::openHillshade(m_folder / "dem.tif", "EPSG:4547");
  ASSERT_TRUE(relief.has_value());
  EXPECT_FALSE(layers::lookOf(**relief));
  EXPECT_FALSE(layers::withLook(**relief, {}));
}

}  // namespace
