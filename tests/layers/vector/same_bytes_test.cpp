// SPDX-License-Identifier: GPL-3.0-or-later
// However many draw, and at whatever scale factor: the same bytes.
#include <atomic>
#include <cmath>
#include <thread>

#include "gis/core/random.h"
#include "tests/layers/golden_picture.h"
#include "tests/layers/vector/scene.h"

using namespace layers;
using gis::GeometryKind;
using scene::Features;

namespace {

// A little of everything: neighbours with common borders, winding lines with casing, dots and symbols.
FrameRequest smallCity() {
  Features parcels(GeometryKind::kPolygon), roads(GeometryKind::kLine), points(GeometryKind::kPoint);
  gis::Random random(23);
  const auto corner = [](int column, int row) {
    return gis::MapXY{column * 31.7 + 9 * std::sin(column * 1.7 + row), row * 29.3 + 9 * std::cos(row * 2.3 + column)};
  };
  for (int row = -14; row < 14; ++row)
    for (int column = -14; column < 14; ++column)
      parcels.add({{corner(column, row), corner(column + 1, row), corner(column + 1, row + 1), corner(column, row + 1),
                    corner(column, row)}},
                  {{"grade", std::to_string((row * 5 + column * 3 + 500) % 4)}});
  for (int i = -12; i < 12; ++i) {
    scene::Ring line;
    for (double x = -420; x <= 420; x += 6) line.push_back({x, i * 35 + 14 * std::sin(x / 37 + i)});
    roads.add({line});
  }
  for (int i = 0; i < 300; ++i) points.point(random.uniform(-400, 400), random.uniform(-400, 400));
  FrameRequest request = scene::request(scene::layer(parcels, R"([
    {"id":"f","type":"fill","paint":{"fill-color":["match",["get","grade"],"0","#c0392b","1","#e67e22","2","#f1c40f","#2e86c1"],
     "fill-opacity":0.6}},
    {"id":"l","type":"line","paint":{"line-color":"#101010","line-width":0.7}}])"));
  request.layers.push_back({scene::layer(roads, R"([
    {"id":"case","type":"line","layout":{"line-join":"round","line-cap":"round"},"paint":{"line-color":"#000000","line-width":5}},
    {"id":"road","type":"line","layout":{"line-join":"round"},"paint":{"line-color":"#ffffff","line-width":3,"line-dasharray":[6,3]}}])"),
                            0.8});
  request.layers.push_back({scene::layer(points, R"([{"id":"c","type":"circle","paint":{"circle-radius":4,
    "circle-color":"#7fe05f","circle-stroke-color":"#003300","circle-stroke-width":1}}])"),
                            1});
  return request;
}

std::vector<QImage> drawnBy(int workers, const FrameRequest& request, const std::vector<TileKey>& tiles) {
  std::vector<QImage> pictures(tiles.size());
  std::atomic<std::size_t> next = 0;
  std::vector<std::jthread> threads;
  for (int i = 0; i < workers; ++i)
    threads.emplace_back([&] {
      for (std::size_t tile = next++; tile < tiles.size(); tile = next++)
        pictures[tile] = paintTile(request, tiles[tile], {});
    });
  threads.clear();  // joined
  return pictures;
}

}  // namespace

TEST(SameBytes, OneTwoOrEightWorkersAtEveryScaleFactor) {
  const FrameRequest request = smallCity();
  for (const double ratio : {1.0, 1.5, 2.0}) {
    const std::vector<TileKey> tiles = tilesFor(scene::view(760, 1, ratio));
    ASSERT_GE(tiles.size(), 9U);
    const std::vector<QImage> one = drawnBy(1, request, tiles);
    EXPECT_EQ(one.front().width(), std::lround(kTileSizePx * ratio));
    for (const int workers : {2, 8}) {
      const std::vector<QImage> many = drawnBy(workers, request, tiles);
      for (std::size_t i = 0; i < tiles.size(); ++i)
        EXPECT_EQ(one[i], many[i]) << workers << " workers, ratio " << ratio << ", tile " << i;
    }
  }
}

TEST(SameBytes, APieceAtEveryScaleFactorIsAsItWasApproved) {
  const FrameRequest request = smallCity();
  for (const auto& [ratio, name] : {std::pair{1.0, "piece_1_0"}, {1.5, "piece_1_5"}, {2.0, "piece_2_0"}})
    golden::expectSame(paintFrame(request, scene::view(64, 1, ratio)), name);
}
