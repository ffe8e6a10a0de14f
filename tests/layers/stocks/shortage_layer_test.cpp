// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/stocks/shortage_layer.h"

#include <gtest/gtest.h>

#include <cmath>

#include "layers/stocks/dispatch_layer.h"

namespace {

using layers::ShortageClass;

double lightness(const QColor& colour) {
  return 0.2126 * colour.redF() + 0.7152 * colour.greenF() + 0.0722 * colour.blueF();
}

TEST(ShortageLayer, ClassesAreOfQuartersAndOnlyAFullMinimumIsMet) {
  EXPECT_EQ(layers::shortageClassOf(0), ShortageClass::kBelowQuarter);
  EXPECT_EQ(layers::shortageClassOf(0.25), ShortageClass::kBelowHalf);
  EXPECT_EQ(layers::shortageClassOf(0.99), ShortageClass::kBelowFull);
  EXPECT_EQ(layers::shortageClassOf(1), ShortageClass::kMet);
  EXPECT_EQ(layers::shortageClassOf(7), ShortageClass::kMet);
}

TEST(ShortageLayer, ClassesDifferInLightnessForThoseWhoSeeNoHues) {
  for (const auto theme : {layers::Theme::kDark, layers::Theme::kLight})
    for (int i = 0; i + 1 < layers::kShortageClasses; ++i) {
      const double a = lightness(layers::shortageColour(static_cast<ShortageClass>(i), theme));
      const double b = lightness(layers::shortageColour(static_cast<ShortageClass>(i + 1), theme));
      EXPECT_GT(std::abs(a - b), 0.015) << i;
      EXPECT_EQ(a > b, theme == layers::Theme::kDark) << "what lacks most stands out most from the ground";
    }
}

TEST(DispatchLayer, ALegendNamesWhatIsDrawnAndWhatLacksHasAName) {
  layers::DispatchDrawing drawing;
  drawing.ways.push_back({{{0, 0}, {1000, 0}}, false});
  drawing.places.push_back({{0, 0}, QStringLiteral("甲村"), layers::DispatchDrawing::Served::kWhole, false});
  drawing.places.push_back({{1000, 0}, QStringLiteral("乙村"), layers::DispatchDrawing::Served::kNothing, false});
  drawing.closed.push_back({{{{400, 100}}}, 50});
  const layers::DispatchLayer layer(drawing);
  layers::PaintContext context;
  context.view.centre = {500, 0};
  context.view.metres_per_px = 500;
  context.view.width_px = context.view.height_px = 300;
  EXPECT_EQ(layer.legend(context).size(), 4U);
  const auto names = layer.labels(context);
  ASSERT_EQ(names.size(), 1U) << "from afar only what lacks something";
  EXPECT_EQ(names[0].text, QStringLiteral("乙村"));
  EXPECT_FALSE(layer.extent().empty());
}

}  // namespace
