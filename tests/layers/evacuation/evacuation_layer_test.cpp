// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/evacuation/evacuation_layer.h"

#include <gtest/gtest.h>

namespace {

using layers::EvacuatedState;
using layers::EvacuationLayer;

layers::PaintContext contextAt(double metres_per_px) {
  layers::PaintContext context;
  context.view.centre = {150, 150};
  context.view.metres_per_px = metres_per_px;
  context.view.width_px = context.view.height_px = 200;
  return context;
}

EvacuationLayer smallLayer() {
  return EvacuationLayer({{{100, 100}, QStringLiteral("甲村"), EvacuatedState::kNoPlace, 12},
                          {{120, 180}, QStringLiteral("乙村"), EvacuatedState::kSafe, 0}},
                         {{{200, 200}, QStringLiteral("学校"), 1.2, false}}, {{{{100, 100}, {200, 200}}, 1}});
}

TEST(EvacuationLayer, FromAfarOnlyWhoHasNoPlaceIsNamed) {
  const EvacuationLayer layer = smallLayer();
  const auto afar = layer.labels(contextAt(100));
  ASSERT_EQ(afar.size(), 1U);
  EXPECT_EQ(afar[0].text, QStringLiteral("甲村 12"));
  EXPECT_EQ(layer.labels(contextAt(10)).size(), 3U);
}

TEST(EvacuationLayer, LegendNamesOnlyWhatIsThere) {
  const EvacuationLayer layer = smallLayer();
  const auto legend = layer.legend(contextAt(10));
  ASSERT_EQ(legend.size(), 3U);
  for (std::size_t i = 1; i < legend.size(); ++i) EXPECT_NE(legend[0].swatch, legend[i].swatch);
  EXPECT_EQ(layer.featureCount(), 3);
  EXPECT_TRUE(layer.extent().contains({150, 150}));
}

}  // namespace
