// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/selection_layer.h"

#include "tests/layers/vector/scene.h"

using namespace layers;
using gis::GeometryKind;
using scene::Features;

namespace {

constexpr const char* kFill = R"([{"id":"f","type":"fill","paint":{"fill-color":"#ffdd33"}}])";

}  // namespace

TEST(SelectionLayer, StandsOutEvenFromItsOwnColourByItsRim) {
  Features features(GeometryKind::kPolygon);
  features.add({scene::square(0, 0, 300)}).add({scene::square(0, 0, 20)});
  const auto columns = features.columns();
  FrameRequest frame = scene::request(scene::layer(features, kFill));
  const QImage before = paintFrame(frame, scene::view(100));
  frame.layers.push_back({buildSelectionLayer({{columns, gis::FeatureSet::of({1})}}), 1});
  const QImage after = paintFrame(frame, scene::view(100));
  EXPECT_EQ(before.pixelColor(70, 50), QColor(0xff, 0xdd, 0x33));
  EXPECT_EQ(after.pixelColor(70, 50).rgb(), QColor(0xff, 0xdd, 0x33).rgb()) << "the line is in the middle of its rim";
  EXPECT_LT(after.pixelColor(72, 50).lightness(), 128) << "the dark rim outside";
  EXPECT_EQ(after.pixelColor(85, 50), before.pixelColor(85, 50)) << "what is not chosen is as it was";
}

TEST(SelectionLayer, TilesMeetWithoutASeam) {
  Features features(GeometryKind::kPoint);
  features.point(0, 0).point(400, 0);
  const auto state = buildSelectionLayer({{features.columns(), gis::FeatureSet::of({0})}});
  const FrameRequest frame = scene::request(state);
  // The ring about (0,0) lies in four tiles.
  for (const auto& [column, row, x, y] :
       {std::tuple{0, 0, 6, 6}, {-1, 0, 249, 6}, {0, -1, 6, 249}, {-1, -1, 249, 249}}) {
    const QImage tile = paintTile(frame, TileKey{1, 1, column, row}, {});
    EXPECT_NE(tile.pixelColor(x, y), groundColour(Theme::kDark)) << column << ' ' << row;
  }
  EXPECT_EQ(state->extent().width_m(), 0) << "of what is chosen, not of the layer";
}

TEST(SelectionLayer, WhatIsSmallerThanAPixelIsADot) {
  Features features(GeometryKind::kPolygon);
  features.add({scene::square(0, 0, 1)});
  const auto state = buildSelectionLayer({{features.columns(), gis::FeatureSet::of({0})}});
  const QImage picture = paintFrame(scene::request(state), scene::view(100, 100));
  EXPECT_EQ(picture.pixelColor(50, 50).rgb(), QColor(255, 221, 51).rgb());
  EXPECT_EQ(picture.pixelColor(54, 50), groundColour(Theme::kDark));
}

TEST(Within, OnlyWhatTheStyleShows) {
  Features features(GeometryKind::kPoint);
  features.point(0, 0, {{"on", "yes"}}).point(5, 0, {{"on", "no"}}).point(500, 0, {{"on", "yes"}});
  const auto state = scene::layer(
      features, R"([{"id":"c","type":"circle","minzoom":10,"filter":["==",["get","on"],"yes"],"paint":{}}])");
  EXPECT_EQ(state->within({-10, -10, 10, 10}, 1), gis::FeatureSet::of({0}));
  EXPECT_EQ(state->within({-1000, -10, 1000, 10}, 1), gis::FeatureSet::of({0, 2}));
  EXPECT_TRUE(state->within({-1000, -10, 1000, 10}, metresPerPxFor(9)).empty());
}
