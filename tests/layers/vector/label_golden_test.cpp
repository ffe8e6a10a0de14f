// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the rules by which names find their places. The letters are those of the package list's font.
#include <cmath>

#include "tests/layers/golden_picture.h"
#include "tests/layers/vector/scene.h"

using namespace layers;
using gis::GeometryKind;
using scene::Features;

namespace {

// Names of a scene over its own drawing, as the window shows them.
void expectPicture(std::initializer_list<LayerStatePtr> states, const std::string& name, int side_px = 128,
                   Theme theme = Theme::kDark) {
  FrameRequest request;
  request.theme = theme;
  for (const LayerStatePtr& state : states) request.layers.push_back({state, 1});
  golden::expectSame(paintFrame(request, scene::view(side_px)), name);
}

std::string textStyle(const std::string& layout, const std::string& paint = R"("text-color":"#ffffff")") {
  return R"([{"id":"t","type":"symbol","layout":{"text-field":["get","name"],)" + layout + R"(},"paint":{)" + paint +
         "}}]";
}

}  // namespace

TEST(LabelGolden, TheDistrictWinsItsPlaceFromTheVillages) {
  Features villages(GeometryKind::kPoint), districts(GeometryKind::kPoint);
  for (const auto& [x, y, name] : {std::tuple{-30.0, 4.0, "东沟村"}, {30.0, -4.0, "西河底"}, {0.0, 45.0, "南关"}})
    villages.point(x, y, {{"name", name}});
  districts.point(0, 0, {{"name", "上党区"}});
  expectPicture({scene::layer(districts, textStyle(R"("text-size":22,"symbol-sort-key":-100)")),
                 scene::layer(villages, textStyle(R"("text-size":12,"symbol-sort-key":5)"))},
                "label_district_wins");
}

TEST(LabelGolden, NamesThatWouldOverlapGiveWay) {
  Features villages(GeometryKind::kPoint);
  for (int i = 0; i < 25; ++i)
    villages.point(-48 + 24 * (i % 5), -48 + 24 * (i / 5), {{"name", "村庄" + std::to_string(i)}});
  expectPicture({scene::layer(villages, textStyle(R"("text-size":12)"))}, "label_collision");
}

TEST(LabelGolden, AHaloKeepsLettersReadableOnAnything) {
  Features ground(GeometryKind::kPolygon), names(GeometryKind::kPoint);
  for (int i = -8; i < 8; ++i)
    ground.add({{{i * 8.0, -64}, {i * 8.0 + 4, -64}, {i * 8.0 + 4, 64}, {i * 8.0, 64}, {i * 8.0, -64}}});
  names.point(0, 20, {{"name", "后湾水库"}}).point(0, -25, {{"name", "Houwan"}});
  expectPicture(
      {scene::layer(ground, R"([{"id":"f","type":"fill","paint":{"fill-color":"#c0d8f0"}}])"),
       scene::layer(names, textStyle(R"("text-size":20)",
                                     R"("text-color":"#0d559a","text-halo-color":"#ffffff","text-halo-width":2.5)"))},
      "label_halo");
}

TEST(LabelGolden, ARiversNameFollowsItsBends) {
  Features river(GeometryKind::kLine);
  scene::Ring line;
  for (double x = -120; x <= 120; x += 4) line.push_back({x, 30 * std::sin(x / 45)});
  river.add({line}, {{"name", "浊漳河南源"}});
  expectPicture({scene::layer(river, R"([
      {"id":"l","type":"line","paint":{"line-color":"#2f7fd0","line-width":2}},
      {"id":"t","type":"symbol","layout":{"text-field":["get","name"],"symbol-placement":"line","text-size":15},
       "paint":{"text-color":"#86c1f5","text-halo-color":"#10161d"}}])")},
                "label_curved", 192);
}

TEST(LabelGolden, LongNamesBreakIntoEvenLines) {
  Features names(GeometryKind::kPoint);
  names.point(0, 0, {{"name", "长治市应急救灾物资储备中心库"}});
  expectPicture({scene::layer(names, textStyle(R"("text-size":15,"text-max-width":6)"))}, "label_lines");
}

TEST(LabelGolden, APolygonsNameStandsInsideIt) {
  Features area(GeometryKind::kPolygon);  // a horseshoe: its middle is outside
  area.add({{{-56, -56}, {56, -56}, {56, 56}, {24, 56}, {24, -16}, {-24, -16}, {-24, 56}, {-56, 56}, {-56, -56}}},
           {{"name", "库区"}});
  expectPicture({scene::layer(area, R"([
      {"id":"f","type":"fill","paint":{"fill-color":"#1f5f8f"}},
      {"id":"t","type":"symbol","layout":{"text-field":["get","name"],"text-size":16},"paint":{"text-color":"#ffffff"}}])")},
                "label_inside");
}

TEST(LabelGolden, ANameStandsBelowItsSymbol) {
  Features depots(GeometryKind::kPoint);
  depots.point(0, 10, {{"name", "潞州区库"}});
  expectPicture({scene::layer(depots, R"([
      {"id":"c","type":"circle","paint":{"circle-color":"#ffb03a","circle-radius":9}},
      {"id":"t","type":"symbol","layout":{"text-field":["get","name"],"text-size":14,"text-offset":[0,1.6]},
       "paint":{"text-color":"#12181e","text-halo-color":"#ffffff"}}])")},
                "label_below", 96, Theme::kLight);
}
