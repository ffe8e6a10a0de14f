// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/plotting/plot_layer.h"

#include <gtest/gtest.h>

#include <QPainter>

#include "layers/core/frame.h"
#include "layers/plotting/arrow_shape.h"

namespace layers {
namespace {

gis::PlotObject plotOf(gis::PlotKind kind, std::vector<gis::LonLat> points, const char* label = "") {
  gis::PlotObject object;
  object.uuid = "u";
  object.sheet_uuid = "s";
  object.kind = kind;
  object.points = std::move(points);
  object.label = label;
  object.radius_m = kind == gis::PlotKind::kCircle ? 3000 : 0;
  return object;
}

struct Ground {
  gis::Projector projector = std::move(*gis::Projector::create("EPSG:4490", "EPSG:4547"));
  gis::MapXY at(gis::LonLat p) const {
    const auto xy = projector.forward({p.lon_deg, p.lat_deg});
    return {xy->x, xy->y};
  }
  std::shared_ptr<const PlotLayer> layer(std::vector<gis::PlotObject> objects, bool visible = true) const {
    return std::make_shared<const PlotLayer>(gis::PlotBook{{{"s", "S", visible, 0}}, std::move(objects)}, projector);
  }
};

int coloured(const QImage& picture, QRgb near) {
  int count = 0;
  for (int y = 0; y < picture.height(); ++y)
    for (int x = 0; x < picture.width(); ++x) {
      const QRgb p = picture.pixel(x, y);
      count +=
          std::abs(qRed(p) - qRed(near)) + std::abs(qGreen(p) - qGreen(near)) + std::abs(qBlue(p) - qBlue(near)) < 60;
    }
  return count;
}

QImage pictureOf(const LayerStatePtr& layer, const Ground& ground, gis::LonLat centre) {
  FrameRequest request;
  request.layers.push_back({layer, 1});
  const gis::MapXY at = ground.at(centre);
  TileKey key;
  key.metres_per_px = 50;
  key.column = static_cast<int>(std::floor(at.x_m / (50 * kTileSizePx)));
  key.row = static_cast<int>(std::floor(-at.y_m / (50 * kTileSizePx)));
  return paintTile(request, key, {});
}

constexpr QRgb kRed = qRgb(0xd7, 0x26, 0x3d);

}  // namespace

TEST(ArrowShape, PointsToItsEndAndIsBroadestAtTheHead) {
  const QPainterPath arrow = arrowShape(QPolygonF({{0, 0}, {100, 0}}), 10);
  EXPECT_NEAR(arrow.boundingRect().right(), 100, 1e-9);
  EXPECT_NEAR(arrow.boundingRect().height(), 22, 1e-9);
  EXPECT_TRUE(arrow.contains(QPointF(50, 0)));
  EXPECT_TRUE(arrowShape(QPolygonF({{5, 5}}), 10).isEmpty());
  EXPECT_TRUE(arrowShape(QPolygonF({{5, 5}, {5, 5}}), 10).isEmpty());
  // A short one keeps its shape.
  EXPECT_LT(arrowShape(QPolygonF({{0, 0}, {10, 0}}), 10).boundingRect().height(), 22);
}

TEST(ArrowShape, TheCurveGoesThroughEveryPoint) {
  const QPolygonF line({{0, 0}, {50, 80}, {120, 20}});
  const QPolygonF smooth = smoothLine(line);
  for (const QPointF& point : line) EXPECT_TRUE(smooth.contains(point));
}

TEST(PlotLayer, DrawsEveryKind) {
  const Ground ground;
  const gis::LonLat c{113.1, 36.2};
  const std::vector<gis::LonLat> three = {{113.05, 36.18}, {113.1, 36.22}, {113.15, 36.2}};
  for (const auto& object : {plotOf(gis::PlotKind::kPoint, {c}), plotOf(gis::PlotKind::kLine, three),
                             plotOf(gis::PlotKind::kArrow, three), plotOf(gis::PlotKind::kArea, three),
                             plotOf(gis::PlotKind::kCircle, {c}), plotOf(gis::PlotKind::kText, {c}, "险情")}) {
    const QImage picture = pictureOf(ground.layer({object}), ground, c);
    EXPECT_GT(coloured(picture, kRed), 40) << gis::plotKindName(object.kind);
  }
}

TEST(PlotLayer, HiddenSheetsAreNotDrawn) {
  const Ground ground;
  const gis::LonLat c{113.1, 36.2};
  EXPECT_EQ(coloured(pictureOf(ground.layer({plotOf(gis::PlotKind::kPoint, {c})}, false), ground, c), kRed), 0);
}

TEST(PlotLayer, FindsTheUppermostUnderThePointer) {
  const Ground ground;
  const gis::LonLat c{113.1, 36.2};
  auto below = plotOf(gis::PlotKind::kCircle, {c});
  auto above = plotOf(gis::PlotKind::kPoint, {c});
  below.uuid = "below";
  above.uuid = "above";
  const auto layer = ground.layer({below, above});
  EXPECT_EQ(layer->plotAt(ground.at(c), 80, 10), "above");
  gis::MapXY beside = ground.at(c);
  beside.x_m += 2000;
  EXPECT_EQ(layer->plotAt(beside, 80, 10), "below");
  beside.x_m += 5000;
  EXPECT_EQ(layer->plotAt(beside, 80, 10), std::nullopt);
}

TEST(PlotLayer, FromFarOnlyTheFreeTextsOfASheetStay) {
  const Ground ground;
  const gis::LonLat c{113.1, 36.2};
  const auto layer = ground.layer({plotOf(gis::PlotKind::kText, {c}, "态势"), plotOf(gis::PlotKind::kPoint, {c}, "甲"),
                                   plotOf(gis::PlotKind::kPoint, {{113.15, 36.2}}, "乙")});
  PaintContext context;
  context.view.centre = ground.at(c);
  context.view.metres_per_px = 10;
  EXPECT_EQ(layer->labels(context).size(), 3U);
  const double near_px = layer->labels(context).front().size_px;
  context.view.metres_per_px = 200;
  ASSERT_EQ(layer->labels(context).size(), 1U);
  EXPECT_EQ(layer->labels(context).front().text.toStdString(), "态势");
  EXPECT_LT(layer->labels(context).front().size_px, near_px / 2);
  // A sheet of one thing has all the room it wants.
  const auto alone = ground.layer({plotOf(gis::PlotKind::kPoint, {c}, "甲")});
  EXPECT_EQ(alone->labels(context).size(), 1U);
}

TEST(PlotLayer, KeepsRoomForItsTexts) {
  const Ground ground;
  const gis::LonLat c{113.1, 36.2};
  const auto layer = ground.layer({plotOf(gis::PlotKind::kText, {c}, "一\n二"), plotOf(gis::PlotKind::kPoint, {c})});
  PaintContext context;
  context.view.centre = ground.at(c);
  context.view.metres_per_px = 10;
  EXPECT_EQ(layer->labels(context).size(), 2U);
}

}  // namespace layers
