// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/callout/callout_layer.h"

#include <gtest/gtest.h>

#include <QPainter>

namespace {

QImage disc(layers::CallState state, double confirmed_ratio, layers::Theme theme) {
  QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  layers::paintCalledPlace(painter, QPointF(20, 20), 10, state, confirmed_ratio, theme);
  return image;
}

TEST(CalloutLayer, EveryStateLooksDifferentInBothThemes) {
  using enum layers::CallState;
  for (const auto theme : {layers::Theme::kDark, layers::Theme::kLight}) {
    std::vector<QImage> seen;
    for (const auto state : {kSilent, kOverdue, kToCall, kCalling, kPartly, kConfirmed}) {
      const QImage image = disc(state, state == kConfirmed ? 1 : state == kPartly ? 0.5 : 0, theme);
      for (const QImage& other : seen) EXPECT_NE(image, other);
      seen.push_back(image);
    }
  }
}

TEST(CalloutLayer, TheWorstIsCountedAndNamedFromAfar) {
  std::vector<layers::CalledPlace> places = {
      {{100, 100}, QStringLiteral("甲村"), layers::CallState::kSilent, 4, 1, 2, "140431100"},
      {{110, 110}, QStringLiteral("丙村"), layers::CallState::kSilent, 4, 2, 1, "140431100"},
      {{200, 200}, QStringLiteral("乙村"), layers::CallState::kConfirmed, 3, 3, 0, "140431101"}};
  const layers::CalloutLayer layer(places, {}, Qt::red);
  layers::PaintContext context;
  context.view.centre = {150, 150};
  context.view.metres_per_px = 100;
  context.view.width_px = context.view.height_px = 200;
  const auto labels = layer.labels(context);
  ASSERT_EQ(labels.size(), 1U) << "from afar only what needs somebody has a name, once a town";
  EXPECT_EQ(labels.front().text, QStringLiteral("甲村 1/4"));
  context.view.metres_per_px = 20;
  EXPECT_EQ(layer.labels(context).size(), 3U);
  EXPECT_EQ(layer.legend(context).size(), 2U);
  EXPECT_TRUE(layer.extent().contains({100, 100}));
}

}  // namespace
