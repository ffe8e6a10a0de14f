// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of what the painter must be able to draw. No text: fonts differ between machines.
#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>
#include <thread>

#include "gis/core/random.h"
#include "layers/core/tile_surface.h"
#include "layers/vector/icon_set.h"
#include "tests/layers/golden_picture.h"
#include "tests/layers/vector/scene.h"

using namespace layers;
using gis::GeometryKind;
using scene::Features;

namespace {

constexpr const char* kPlainFill = R"([{"id":"f","type":"fill","paint":{"fill-color":"#2f9fe0","fill-opacity":0.6}},
    {"id":"l","type":"line","layout":{"line-join":"round"},"paint":{"line-color":"#ffffff","line-width":2}}])";

// A winding line through many tiles with sharp and soft bends.
scene::Ring wave(double from_x_m, double to_x_m, double y_m, double height_m) {
  scene::Ring line;
  for (double x = from_x_m; x <= to_x_m; x += 7) line.push_back({x, y_m + height_m * std::sin(x / 23)});
  return line;
}

}  // namespace

TEST(Golden, PolygonWithHoleAndOutline) {
  Features features(GeometryKind::kPolygon);
  features.add({scene::square(0, 0, 50), scene::square(10, 5, 20)});
  features.add({scene::square(-45, 45, 12), scene::square(45, -45, 12)});  // two shells; the first one overlaps
  golden::expectSame(scene::draw(features, kPlainFill, 128), "polygon_hole");
}

TEST(Golden, FillPatterns) {
  Features features(GeometryKind::kPolygon);
  features.add({scene::square(-32, 32, 26)}, {{"k", "diagonal"}});
  features.add({scene::square(32, 32, 26)}, {{"k", "cross"}});
  features.add({scene::square(-32, -32, 26)}, {{"k", "dots"}});
  features.add({scene::square(32, -32, 26)}, {{"k", "none"}});
  golden::expectSame(
      scene::draw(features, R"([{"id":"f","type":"fill","paint":{"fill-color":"#f2cf4a","fill-pattern":["get","k"]}}])",
                  128),
      "fill_patterns");
}

TEST(Golden, LineCasingDashAndJoins) {
  Features features(GeometryKind::kLine);
  int row = 0;
  for (const char* kind : {"miter", "round", "bevel", "dash"}) {
    const double y_m = 48 - 32 * row++;
    features.add({{{-56, y_m - 10}, {-20, y_m + 10}, {-5, y_m - 10}, {25, y_m + 10}, {56, y_m - 8}}}, {{"k", kind}});
  }
  golden::expectSame(scene::draw(features, R"([
    {"id":"case","type":"line","layout":{"line-join":["get","k"],"line-cap":"round"},
     "paint":{"line-color":"#000000","line-width":10}},
    {"id":"line","type":"line","layout":{"line-join":["get","k"]},
     "paint":{"line-color":"#ffe7b8","line-width":5,
              "line-dasharray":["case",["==",["get","k"],"dash"],["literal",[2,1]],["literal",[]]]}}])",
                                 128),
                     "line_casing");
}

TEST(Golden, FaultSenses) {
  Features features(GeometryKind::kLine);
  int row = 0;
  for (const char* sense : {"normal", "reverse", "left", "right"}) {
    const double y_m = 48 - 32 * row++;
    features.add({{{-60, y_m}, {0, y_m + 6}, {60, y_m}}}, {{"s", sense}, {"dip", row % 2 == 1 ? "S" : "N"}});
  }
  golden::expectSame(scene::draw(features, R"([
    {"id":"trace","type":"line","paint":{"line-color":"#ff5a5f","line-width":2}},
    {"id":"marks","type":"symbol","layout":{"icon-image":["concat","mark-",["get","s"]],"icon-size":7,
      "symbol-placement":"line","symbol-spacing":30,"icon-side":["get","dip"]},"paint":{"icon-color":"#ff5a5f"}}])",
                                 128),
                     "fault_senses");
}

TEST(Golden, Hatches) {
  Features features(GeometryKind::kPolygon);
  features.add({scene::square(-32, 32, 26)}, {{"k", "horizontal"}});
  features.add({scene::square(32, 32, 26)}, {{"k", "vertical"}});
  features.add({scene::square(-32, -32, 26)}, {{"k", "back-diagonal"}});
  features.add({scene::square(32, -32, 26)}, {{"k", "diagonal"}});
  golden::expectSame(
      scene::draw(features, R"([{"id":"f","type":"fill","paint":{"fill-color":"#f2cf4a","fill-pattern":["get","k"]}}])",
                  128),
      "hatches");
}

TEST(Golden, WorksAlongLines) {
  Features features(GeometryKind::kLine);
  int row = 0;
  for (const char* work : {"dam", "dyke", "break", "arrow"}) {
    const double y_m = 48 - 32 * row++;
    features.add({{{-60, y_m}, {0, y_m + 6}, {60, y_m}}}, {{"w", work}});
  }
  golden::expectSame(scene::draw(features, R"([
    {"id":"trace","type":"line","paint":{"line-color":"#6fbf8b","line-width":2}},
    {"id":"marks","type":"symbol","layout":{"icon-image":["concat","mark-",["get","w"]],"icon-size":8,
      "symbol-placement":"line","symbol-spacing":16},"paint":{"icon-color":"#6fbf8b"}}])",
                                 128),
                     "line_works");
}

TEST(Golden, CircleClasses) {
  Features features(GeometryKind::kPoint);
  for (int i = 0; i < 4; ++i) features.point(-42 + 28 * i, 0, {{"g", std::string(1, static_cast<char>('A' + i))}});
  golden::expectSame(scene::draw(features, R"([{"id":"c","type":"circle","paint":{
      "circle-radius":["match",["get","g"],"A",12,"B",9,"C",6,3],
      "circle-color":["match",["get","g"],"A","#ff4d4f","B","#ff9b3d","C","#f2cf4a","#4f97ea"],
      "circle-stroke-color":"#ffffff","circle-stroke-width":2}}])",
                                 128),
                     "circle_classes");
}

TEST(Golden, Icons) {
  Features features(GeometryKind::kPoint);
  const std::vector<std::string> names = {
      "school", "hospital", "helipad", "depot",  "lookout",      "hazchem",          "geo-00",     "geo-01",
      "geo-02", "geo-03",   "geo-04",  "geo-05", "station-rain", "catchment-outlet", "past-flood", "mine"};
  for (std::size_t i = 0; i < names.size(); ++i)
    features.point(-48 + 32 * static_cast<double>(i % 4), 48 - 32 * static_cast<double>(i / 4), {{"i", names[i]}});
  golden::expectSame(scene::draw(features, R"([{"id":"i","type":"symbol",
      "layout":{"icon-image":["get","i"],"icon-size":24},"paint":{"icon-color":"#ff9b3d"}}])",
                                 128),
                     "icons");
}

// Every symbol there is: on both grounds, and at one and a half and twice the size for other screens.
struct SymbolFamily {
  const char* name;
  std::vector<std::string> symbols;
};

const std::vector<SymbolFamily>& symbolFamilies() {
  static const std::vector<SymbolFamily> kFamilies = {
      {"hazards", {"geo-00", "geo-01", "geo-02", "geo-03", "geo-04", "geo-05", "geo-06", "geo-07"}},
      {"past",
       {"past-drought", "past-fire", "past-flood", "past-landslide", "past-other", "past-quake", "past-snow",
        "past-storm"}},
      {"stations",
       {"station-rain", "station-reservoir", "station-river", "station-soil", "station-weather", "seat-city",
        "seat-county", "seat-town"}},
      {"response", {"depot", "shelter", "rescue-team", "helipad", "fire-camera", "lookout", "water-point", "person"}},
      {"places",
       {"school", "hospital", "care-home", "tourist", "hazchem", "mine", "bridge", "check-dam", "tailings-pond",
        "catchment-outlet"}},
      {"warnings",
       {"warn-11A51", "warn-11B03", "warn-11B04", "warn-11B05", "warn-11B06", "warn-11B07", "warn-11B09", "warn-11B14",
        "warn-11B15", "warn-11B16", "warn-11B17", "warn-11B19", "warn-11B20", "warn-11B21", "warn-11B22", "warn-11B25",
        "warn-11B37", "warn-other"}},
      {"ledgers", {"hidden-danger", "household-threatened", "hazard-patrol", "relocation"}},
  };
  return kFamilies;
}

TEST(Golden, SymbolsOfEveryKind) {
  const IconSet icons;
  constexpr int kIconPx = 16, kCellPx = 20;
  const std::pair<double, Theme> rows[] = {
      {1, Theme::kDark}, {1, Theme::kLight}, {1.5, Theme::kDark}, {2, Theme::kLight}};
  for (const SymbolFamily& family : symbolFamilies()) {
    const int count = static_cast<int>(family.symbols.size());
    QImage sheet(2 * kCellPx * count, 2 * kCellPx * 3, QImage::Format_ARGB32_Premultiplied);
    sheet.fill(groundColour(Theme::kDark));
    QPainter painter(&sheet);
    int top = 0;
    for (const auto& [ratio, theme] : rows) {
      const int cell = static_cast<int>(kCellPx * ratio), margin = (cell - static_cast<int>(kIconPx * ratio)) / 2;
      painter.fillRect(0, top, cell * count, cell, groundColour(theme));
      for (int i = 0; i < count; ++i) {
        QImage icon = icons.image(family.symbols[static_cast<std::size_t>(i)], kIconPx, ratio, QColor("#e5303c"));
        ASSERT_FALSE(icon.isNull()) << family.symbols[static_cast<std::size_t>(i)];
        icon.setDevicePixelRatio(1);
        painter.drawImage(cell * i + margin, top + margin, icon);
      }
      top += cell;
    }
    painter.end();
    golden::expectSame(sheet, std::string("symbols_") + family.name);
  }
}

TEST(Symbols, AreAllInAGoldenPicture) {
  std::set<std::string> pictured;
  for (const SymbolFamily& family : symbolFamilies()) pictured.insert(family.symbols.begin(), family.symbols.end());
  for (const auto& file : std::filesystem::directory_iterator(FENGSUI_SOURCE_DIR "/resources/icons/map"))
    EXPECT_TRUE(pictured.contains(file.path().stem().string())) << file.path() << ": add it to symbolFamilies()";
}

// At the smallest size a map uses, no symbol can be taken for another.
TEST(Symbols, AreToldApartAt16Pixels) {
  std::vector<std::pair<std::string, QImage>> drawn;
  const IconSet icons;
  for (const auto& file : std::filesystem::directory_iterator(FENGSUI_SOURCE_DIR "/resources/icons/map"))
    drawn.emplace_back(file.path().stem().string(), icons.image(file.path().stem().string(), 16, 1, QColor("#e5303c")));
  for (std::size_t i = 0; i < drawn.size(); ++i)
    for (std::size_t j = i + 1; j < drawn.size(); ++j)
      EXPECT_GE(golden::pixelsThatDiffer(drawn[i].second, drawn[j].second, 60), 12)
          << drawn[i].first << " and " << drawn[j].first;
}

// Sub-pixel buildings: dots in the pixel grid, each pixel once, so a translucent colour stays even.
TEST(Golden, SubPixelFeaturesAreDots) {
  Features features(GeometryKind::kPolygon);
  gis::Random random(11);
  for (int i = 0; i < 3000; ++i) features.add({scene::square(random.normal() * 150, random.normal() * 150, 0.8)});
  const QImage image = scene::draw(
      features, R"([{"id":"f","type":"fill","paint":{"fill-color":"#ffffff","fill-opacity":0.5}}])", 128, 8);
  golden::expectSame(image, "subpixel_dots");
  int brightest = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) brightest = std::max(brightest, qGreen(image.pixel(x, y)));
  // The fill is half transparent; what is far smaller than a pixel still shows more than half of that.
  const int ground = groundColour(Theme::kDark).green(), full = (255 + ground) / 2;
  EXPECT_GT(brightest, ground + (full - ground) / 2);
  EXPECT_LE(brightest, full + 2);
}

TEST(Tiles, PictureFromTilesEqualsOnePaintedAtOnce) {
  Features features(GeometryKind::kPolygon);
  features.add({scene::square(0, 0, 300), scene::square(40, 30, 90)});
  features.add({scene::square(-250, 250, 1.2), scene::square(0, -360, 30)});
  Features lines(GeometryKind::kLine);
  for (int i = 0; i < 8; ++i) lines.add({wave(-380, 380, -330 + 90.0 * i, 25)}, {{"dip", "S"}});
  FrameRequest request = scene::request(scene::layer(features, kPlainFill));
  request.layers.push_back({scene::layer(lines, R"([
    {"id":"case","type":"line","layout":{"line-join":"round"},"paint":{"line-color":"#000000","line-width":7}},
    {"id":"dash","type":"line","paint":{"line-color":"#f2cf4a","line-width":3,"line-dasharray":[4,2]}},
    {"id":"marks","type":"symbol","layout":{"icon-image":"mark-reverse","icon-size":8,"symbol-placement":"line",
      "symbol-spacing":40,"icon-side":["get","dip"]},"paint":{"icon-color":"#c39bff"}}])"),
                            0.8});
  for (const double ratio : {1.0, 1.5, 2.0}) {
    const MapView view = snapped(scene::view(700, 1.1, ratio));
    const QImage tiled = paintFrame(request, view);
    QImage whole(tiled.size(), QImage::Format_ARGB32_Premultiplied);
    whole.setDevicePixelRatio(ratio);
    whole.fill(groundColour(Theme::kDark));
    QPainter painter(&whole);
    for (const FrameLayer& layer : request.layers) {
      QImage flat(tiled.size(), QImage::Format_ARGB32_Premultiplied);
      flat.setDevicePixelRatio(ratio);
      flat.fill(Qt::transparent);
      {
        TileSurface surface(flat);
        layer.state->paint(surface, {view, Theme::kDark, 1, QStringLiteral("zh"), {}});
      }
      painter.setOpacity(layer.opacity);
      painter.drawImage(QPointF(0, 0), flat);
    }
    painter.end();
    // Coordinates relative to another corner round differently in the rasteriser's 1/256 pixel; a seam would be a
    // whole row or column of pixels.
    const int differing = golden::pixelsThatDiffer(tiled, whole, 24);
    EXPECT_LE(differing, tiled.width() / 10)
        << "ratio " << ratio << ", see " << golden::writeReport("tile_seams", whole, tiled).toStdString();
  }
}

TEST(Tiles, TwoThreadsDrawTheSameBytes) {
  Features features(GeometryKind::kPolygon);
  gis::Random random(5);
  for (int i = 0; i < 400; ++i)
    features.add({scene::square(random.uniform(-400, 400), random.uniform(-400, 400), random.uniform(0.1, 30))});
  const FrameRequest request = scene::request(scene::layer(features, kPlainFill));
  const auto tiles = tilesFor(scene::view(700));
  std::vector<QImage> alone, first(tiles.size());
  for (const TileKey& tile : tiles) alone.push_back(paintTile(request, tile, {}));
  const auto half = [&](std::size_t start) {
    for (std::size_t i = start; i < tiles.size(); i += 2) first[i] = paintTile(request, tiles[i], {});
  };
  std::thread other(half, 1);
  half(0);
  other.join();
  for (std::size_t i = 0; i < tiles.size(); ++i) EXPECT_EQ(alone[i], first[i]) << "tile " << i;
}

TEST(Tiles, CancelledTileIsNull) {
  const gis::CancelToken cancel = gis::CancelToken::create();
  cancel.cancel();
  EXPECT_TRUE(paintTile({}, tilesFor(scene::view(100)).front(), cancel).isNull());
}

// Translucent neighbours of one class share a border: no line may show where they meet, overlaps may not darken.
TEST(Fills, NeighboursOfOneClassHaveNoSeam) {
  Features features(GeometryKind::kPolygon);
  features.add({{{-40.3, -40}, {0.4, -40}, {0.4, 40}, {-40.3, 40}, {-40.3, -40}}});
  features.add({{{0.4, -40}, {0.4, 40}, {40, 40}, {40, -40}, {0.4, -40}}});  // wound the other way
  features.add({scene::square(0, 0, 15)});                                   // on top of both
  const QImage image =
      scene::draw(features, R"([{"id":"f","type":"fill","paint":{"fill-color":"#ff0000","fill-opacity":0.5}}])", 100);
  const QRgb inside = image.pixel(30, 50);
  for (int x = 15; x < 85; ++x) EXPECT_LE(golden::channelDifference(image.pixel(x, 50), inside), 1) << x;
}
