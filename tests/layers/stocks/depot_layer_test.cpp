// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/stocks/depot_layer.h"

#include <gtest/gtest.h>

#include <QPainter>

namespace {

using layers::DepotMark;
using layers::DepotState;

QImage depotPicture(DepotState state, double fill_ratio, layers::Theme theme) {
  QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  DepotMark mark;
  mark.state = state, mark.fill_ratio = fill_ratio;
  layers::paintDepot(painter, QPointF(20, 20), 10, mark, theme);
  return image;
}

TEST(DepotLayer, EveryStateAndFillLooksDifferentInBothThemes) {
  for (const auto theme : {layers::Theme::kDark, layers::Theme::kLight}) {
    std::vector<QImage> seen;
    for (const auto& [state, fill] : {std::pair{DepotState::kEmpty, 0.0},
                                      {DepotState::kShort, 0.25},
                                      {DepotState::kShort, 0.75},
                                      {DepotState::kFull, 1.0},
                                      {DepotState::kUnplanned, 0.0}}) {
      const QImage image = depotPicture(state, fill, theme);
      for (const QImage& other : seen) EXPECT_NE(image, other);
      seen.push_back(image);
    }
  }
}

TEST(DepotLayer, FromAfarWhatLacksSomethingHasAName) {
  const layers::DepotLayer layer({{{100, 100}, QStringLiteral("甲库"), DepotState::kShort, 0.5, 3, 3, 0},
                                  {{120, 180}, QStringLiteral("丙乡"), DepotState::kShort, 0.5, 3, 4, 0},
                                  {{200, 200}, QStringLiteral("乙库"), DepotState::kFull, 1, 0, 4, 0}});
  layers::PaintContext context;
  context.view.centre = {150, 150};
  context.view.metres_per_px = 100;
  context.view.width_px = context.view.height_px = 200;
  const auto labels = layer.labels(context);
  ASSERT_EQ(labels.size(), 1U);
  EXPECT_EQ(labels[0].text, QStringLiteral("甲库 50%"));
  context.view.metres_per_px = 10;
  EXPECT_EQ(layer.labels(context).size(), 3U);
  EXPECT_EQ(layer.legend(context).size(), 2U);
  EXPECT_EQ(layer.featureCount(), 3);
  EXPECT_TRUE(layer.extent().contains({100, 100}));
}

}  // namespace
