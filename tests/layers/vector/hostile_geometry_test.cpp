// SPDX-License-Identifier: GPL-3.0-or-later
// What nobody should draw, through everything that draws: it may be left out or look odd, but the program goes on.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>

#include "gis/core/random.h"
#include "gis/vector/find_within.h"
#include "layers/vector/selection_layer.h"
#include "tests/layers/vector/scene.h"

using namespace layers;
using gis::GeometryKind;

namespace {

constexpr const char* kAll = R"([
  {"id":"f","type":"fill","paint":{"fill-color":"#2f9fe0","fill-opacity":0.6}},
  {"id":"l","type":"line","layout":{"line-join":"round"},"paint":{"line-color":"#ffffff","line-width":4,"line-dasharray":[3,2]}},
  {"id":"t","type":"symbol","layout":{"text-field":["get","name"]},"paint":{}}])";
constexpr const char* kPoints = R"([
  {"id":"c","type":"circle","paint":{"circle-radius":4}},
  {"id":"t","type":"symbol","layout":{"text-field":["get","name"]},"paint":{}}])";

gis::FeatureColumns layerOf(GeometryKind kind) {
  gis::FeatureColumns c;
  c.kind = kind;
  c.crs = "EPSG:4490";
  c.geographic = true;
  c.part_start = c.feature_start = {0};
  c.attributes.push_back({"name", gis::AttributeType::kText, {}, {}, {}, {"名"}});
  return c;
}

void endPart(gis::FeatureColumns& c) { c.part_start.push_back(static_cast<std::uint32_t>(c.xy.size() / 2)); }
void endFeature(gis::FeatureColumns& c) {
  c.feature_start.push_back(static_cast<std::uint32_t>(c.part_start.size() - 1));
  c.fid.push_back(static_cast<std::int64_t>(c.fid.size()) + 1);
  c.attributes.front().codes.push_back(0);
}

// Draws, labels, asks and chooses at several scales.
void useIt(gis::FeatureColumns columns) {
  const GeometryKind kind = columns.kind;
  const auto built = gis::buildMapColumns(std::move(columns), "EPSG:4547");
  if (!built) return;  // refused with a reason
  const auto state =
      buildVectorLayer(scene::entryWith(kind == GeometryKind::kPoint ? kPoints : kAll), built->value, {});
  if (!state) return;
  FrameRequest request = scene::request(*state);
  const gis::MapBox city{380000, 3950000, 480000, 4100000};
  request.layers.push_back({buildSelectionLayer({{built->value, gis::findWithin(*built->value, city)}}), 1});
  for (const double metres_per_px : {0.5, 50.0, 20000.0}) {
    const MapView view{city.centre(), metres_per_px, 200, 150, 1};
    paintFrame(request, view);
    (*state)->identify(city.centre(), 8 * metres_per_px, metres_per_px);
    (*state)->within(view.box(), metres_per_px);
  }
}

// Numbers that files have held: the city, its neighbours, the ends of the world, beyond, and none at all.
double hostile(gis::Random& random, double about) {
  switch (static_cast<int>(random.uniform(0, 12))) {
    case 0:
      return std::numeric_limits<double>::quiet_NaN();
    case 1:
      return std::numeric_limits<double>::infinity();
    case 2:
      return -std::numeric_limits<double>::infinity();
    case 3:
      return random.uniform(-180, 180);
    case 4:
      return random.uniform(0, 1) < 0.5 ? 180 : -180;
    case 5:
      return 1e300;
    case 6:
      return 5e-324;
    default:
      return about + random.normal() * 0.3;
  }
}

}  // namespace

RC_GTEST_PROP(HostileGeometry, IsDrawnOrLeftOutButNeverFatal, ()) {
  gis::Random random(*rc::gen::arbitrary<std::uint32_t>());
  for (const GeometryKind kind : {GeometryKind::kPoint, GeometryKind::kLine, GeometryKind::kPolygon}) {
    gis::FeatureColumns c = layerOf(kind);
    const int features = static_cast<int>(random.uniform(0, 12));
    for (int f = 0; f < features; ++f) {
      const int parts = static_cast<int>(random.uniform(0, 5));  // broken rings, no rings, holes outside
      for (int p = 0; p < parts; ++p) {
        const int vertices = static_cast<int>(random.uniform(0, 9));
        for (int v = 0; v < vertices; ++v) {
          c.xy.push_back(hostile(random, 113));
          c.xy.push_back(hostile(random, 36.3));
        }
        if (random.uniform(0, 1) < 0.3 && vertices > 0)
          c.xy.insert(c.xy.end(), {c.xy[c.xy.size() - 2], c.xy[c.xy.size() - 1]});  // a point twice
        endPart(c);
      }
      endFeature(c);
    }
    useIt(std::move(c));
  }
}

TEST(HostileGeometry, AcrossTheDateLineAndWithoutArea) {
  gis::FeatureColumns c = layerOf(GeometryKind::kPolygon);
  c.xy = {170, 30, -170, 30, -170, 40, 170, 40, 170, 30};
  endPart(c);
  endFeature(c);
  c.xy.insert(c.xy.end(), {113, 36, 113.5, 36.5, 113, 36});
  endPart(c);
  endFeature(c);
  c.xy.insert(c.xy.end(), {113, 36, 113, 36, 113, 36, 113, 36});
  endPart(c);
  endFeature(c);
  useIt(std::move(c));
}

// A coast line of ten million vertices in one ring: seconds, not minutes, and no more than a few times its own size.
TEST(HostileGeometry, TenMillionVerticesInOneRing) {
  constexpr int kVertices = 10'000'000;
  gis::FeatureColumns c = layerOf(GeometryKind::kPolygon);
  c.xy.reserve(2 * (kVertices + 1));
  for (int i = 0; i <= kVertices; ++i) {
    const double angle = 2 * M_PI * (i % kVertices) / kVertices;
    const double radius = 0.5 + 0.02 * std::sin(angle * 5000) + 0.002 * std::sin(angle * 90001);
    c.xy.push_back(113 + radius * std::cos(angle));
    c.xy.push_back(36.3 + radius * std::sin(angle));
  }
  endPart(c);
  endFeature(c);
  const auto built = gis::buildMapColumns(std::move(c), "EPSG:4547");
  ASSERT_TRUE(built.has_value());
  const auto state = buildVectorLayer(scene::entryWith(kAll), built->value, {});
  ASSERT_TRUE(state.has_value());
  const MapView view{built->value->extent().centre(), 200, 400, 400, 1};
  const QImage picture = paintFrame(scene::request(*state), view);
  ASSERT_FALSE(picture.isNull());
  EXPECT_NE(picture.pixelColor(200, 120), groundColour(Theme::kDark)) << "the inside is filled";
  EXPECT_EQ((*state)->identify(view.centre, 10, 200).size(), 1U);
}
