// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/callout/callout_layer.h"

#include <gtest/gtest.h>

#include <QPainter>

#include "layers/core/tile_surface.h"

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

TEST(CalloutLayer, TheRestOfTheMapIsFaintWhilePeopleAreCalled) {
  layers::PaintContext context;
  context.view.centre = {5000, 5000};
  context.view.metres_per_px = 10;
  context.view.width_px = context.view.height_px = 64;
  const auto painted = [&](layers::Ground ground) {
    QImage tile(64, 64, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::red);
    {
      layers::TileSurface surface(tile);
      layers::CalloutLayer({{{100, 100}, QStringLiteral("甲村")}}, {}, Qt::red, ground).paint(surface, context);
    }
    return tile.pixelColor(32, 32);
  };
  EXPECT_EQ(painted(layers::Ground::kAsIs), QColor(Qt::red));
  EXPECT_LT(painted(layers::Ground::kFaint).red(), 140) << "far from every place as well";
}

TEST(CalloutLayer, FromAfarOnlyWhoAsksForSomebodyIsLarge) {
  layers::PaintContext context;
  context.view.width_px = context.view.height_px = 64;
  const auto drawn = [&](layers::CallState state, double metres_per_px) {
    context.view.metres_per_px = metres_per_px;
    QImage tile(64, 64, QImage::Format_ARGB32_Premultiplied);
    tile.fill(Qt::transparent);
    {
      layers::TileSurface surface(tile);
      layers::CalloutLayer({{{0, 0}, QStringLiteral("甲村"), state, 4}}, {}, Qt::red).paint(surface, context);
    }
    int pixels = 0;
    for (int y = 0; y < 64; ++y)
      for (int x = 0; x < 64; ++x) pixels += qAlpha(tile.pixel(x, y)) > 0;
    return pixels;
  };
  EXPECT_LT(drawn(layers::CallState::kToCall, 200) * 2, drawn(layers::CallState::kToCall, 20));
  EXPECT_EQ(drawn(layers::CallState::kSilent, 200), drawn(layers::CallState::kSilent, 20));
}

}  // namespace
