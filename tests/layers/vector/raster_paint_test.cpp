// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/raster_paint.h"

#include <gtest/gtest.h>

#include "tests/layers/vector/scene.h"

using namespace layers;

namespace {

RasterPaint rasterPaint(const std::string& paint, double zoom = 10) {
  const CatalogueEntry entry = scene::entryWith(R"([{"id":"r","type":"raster","paint":{)" + paint + "}}]");
  return resolveRaster(entry.style->layers.front(), {zoom, Theme::kDark});
}

}  // namespace

TEST(RasterPaint, IsWhatTheStyleSays) {
  const RasterPaint paint = rasterPaint(
      R"("raster-opacity":["interpolate",["linear"],["zoom"],8,0,12,1],"raster-resampling":"nearest","raster-contrast":-0.5,
         "raster-color-range":[100,300],
         "raster-color":["interpolate",["linear"],["raster-value"],100,"#000000",300,"#ffffff"])");
  EXPECT_TRUE(paint.visible);
  EXPECT_DOUBLE_EQ(paint.opacity, 0.5);
  EXPECT_FALSE(paint.smooth);
  ASSERT_TRUE(paint.ramp && paint.range);
  EXPECT_EQ((*paint.range)[1], 300);
  // Half the contrast: black and white come a quarter nearer to each other from both ends.
  EXPECT_NEAR(qRed(paint.ramp->front()), 64, 1);
  EXPECT_NEAR(qRed(paint.ramp->back()), 191, 1);
  EXPECT_FALSE(rasterPaint(R"("raster-opacity":["step",["zoom"],0,12,1])").visible);
}

TEST(RasterPaint, ColoursAreAdjusted) {
  const QRgb orange = qRgba(200, 120, 40, 77);
  EXPECT_EQ(adjusted(orange, rasterPaint("")), orange);
  EXPECT_EQ(adjusted(orange, rasterPaint(R"("raster-saturation":-1)")), qRgba(120, 120, 120, 77));
  EXPECT_EQ(adjusted(orange, rasterPaint(R"("raster-brightness-min":1,"raster-brightness-max":0)")),
            qRgba(55, 135, 215, 77))
      << "a negative";
  EXPECT_EQ(adjusted(orange, rasterPaint(R"("raster-hue-rotate":360)")), orange);
  EXPECT_EQ(adjusted(qRgb(255, 0, 0), rasterPaint(R"("raster-hue-rotate":120)")), qRgb(0, 255, 0));
  EXPECT_EQ(adjusted(orange, rasterPaint(R"("raster-contrast":-1)")), qRgba(128, 128, 128, 77));
  EXPECT_EQ(qAlpha(adjusted(orange, rasterPaint(R"("raster-contrast":1,"raster-saturation":1)"))), 77);
}

TEST(HillshadePaint, IsWhatTheStyleSaysInEitherTheme) {
  const CatalogueEntry entry = scene::entryWith(R"([{"id":"h","type":"hillshade","paint":{
      "hillshade-method":"standard","hillshade-illumination-direction":270,"hillshade-exaggeration":2,
      "hillshade-shadow-color":{"dark":"#000000","light":"#000080"},
      "hillshade-ground-color":["interpolate",["linear"],["raster-value"],0,"#00ff00",1,"#ff0000"]}}])");
  const StyleLayer& layer = entry.style->layers.front();
  const HillshadePaint dark = resolveHillshade(layer, {10, Theme::kDark}),
                       light = resolveHillshade(layer, {10, Theme::kLight});
  EXPECT_FALSE(dark.multidirectional);
  EXPECT_EQ(dark.direction_deg, 270);
  EXPECT_EQ(dark.exaggeration_ratio, 2);
  EXPECT_EQ(light.shadow, QColor(0, 0, 128));
  EXPECT_EQ(dark.shadow, QColor(0, 0, 0));
  EXPECT_EQ(dark.ground.front(), qRgb(0, 255, 0));
  EXPECT_EQ(dark.ground.back(), qRgb(255, 0, 0));
}

TEST(HillshadePaint, OurReliefIsThereAndQuiet) {
  const StyleLayer* layer = firstOf(*reliefStyle(), StyleLayerType::kHillshade);
  ASSERT_NE(layer, nullptr);
  EXPECT_EQ(firstOf(*reliefStyle(), StyleLayerType::kRaster), nullptr);
  const HillshadePaint dark = resolveHillshade(*layer, {10, Theme::kDark}),
                       light = resolveHillshade(*layer, {10, Theme::kLight});
  EXPECT_LT(qGray(dark.ground[128]), 60) << "everything else lies on it";
  EXPECT_GT(qGray(light.ground[128]), 220);
}
