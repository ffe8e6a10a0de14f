// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/find_within.h"

#include <gtest/gtest.h>
#include <ogr_geometry.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "gis/core/random.h"

namespace gis {

namespace {

std::set<std::uint32_t> some(Random& random) {
  std::set<std::uint32_t> set;
  const auto n = static_cast<int>(random.uniform(0, 40));
  for (int i = 0; i < n; ++i) set.insert(static_cast<std::uint32_t>(random.uniform(0, 50)));
  return set;
}

FeatureSet setOf(const std::set<std::uint32_t>& of) { return FeatureSet::of({of.begin(), of.end()}); }

// Features on a coarse lattice, so that corners, edges and whole shapes often fall together with the box.
struct Scene {
  FeatureColumns columns;
  std::vector<std::unique_ptr<OGRGeometry>> shapes;  // by fid
};

Scene sceneOf(Random& random, GeometryKind kind) {
  const auto at = [&] { return std::floor(random.uniform(0, 12)) * 100; };
  Scene scene;
  FeatureColumns& c = scene.columns;
  c.kind = kind;
  c.crs = "EPSG:4547";
  c.geographic = false;
  c.part_start = c.feature_start = {0};
  const int count = static_cast<int>(random.uniform(1, 60));
  for (int i = 0; i < count; ++i) {
    const std::size_t begin = c.xy.size();
    std::unique_ptr<OGRGeometry> shape;
    if (kind == GeometryKind::kPoint) {
      c.xy.insert(c.xy.end(), {at(), at()});
      shape = std::make_unique<OGRPoint>(c.xy[begin], c.xy[begin + 1]);
    } else if (kind == GeometryKind::kLine) {
      auto line = std::make_unique<OGRLineString>();
      for (int v = 0; v < 3; ++v) {
        c.xy.insert(c.xy.end(), {at(), at()});
        line->addPoint(c.xy[c.xy.size() - 2], c.xy.back());
      }
      shape = std::move(line);
    } else {
      const double x = at(), y = at(), side = 100 * std::floor(random.uniform(1, 6));
      auto polygon = std::make_unique<OGRPolygon>();
      const auto add = [&](double x0, double y0, double size) {
        auto* ring = new OGRLinearRing;
        for (const auto& [px, py] :
             {std::pair{x0, y0}, {x0 + size, y0}, {x0 + size, y0 + size}, {x0, y0 + size}, {x0, y0}}) {
          c.xy.insert(c.xy.end(), {px, py});
          ring->addPoint(px, py);
        }
        polygon->addRingDirectly(ring);
        c.part_start.push_back(static_cast<std::uint32_t>(c.xy.size() / 2));
      };
      add(x, y, side);
      if (side >= 300) add(x + 100, y + 100, side - 200);  // a hole
      shape = std::move(polygon);
    }
    if (kind != GeometryKind::kPolygon) c.part_start.push_back(static_cast<std::uint32_t>(c.xy.size() / 2));
    c.feature_start.push_back(static_cast<std::uint32_t>(c.part_start.size() - 1));
    c.fid.push_back(i);
    scene.shapes.push_back(std::move(shape));
  }
  return scene;
}

}  // namespace

RC_GTEST_PROP(FeatureSet, IsASet, ()) {
  Random random(*rc::gen::arbitrary<std::uint32_t>());
  const std::set<std::uint32_t> a = some(random), b = some(random);
  const auto expected = [&](auto keep) {
    std::set<std::uint32_t> result;
    for (std::uint32_t i = 0; i < 50; ++i)
      if (keep(a.contains(i), b.contains(i))) result.insert(i);
    return setOf(result);
  };
  const FeatureSet x = setOf(a), y = setOf(b);
  RC_ASSERT(x.count() == a.size());
  RC_ASSERT((x | y) == expected([](bool i, bool j) { return i || j; }));
  RC_ASSERT((x & y) == expected([](bool i, bool j) { return i && j; }));
  RC_ASSERT((x - y) == expected([](bool i, bool j) { return i && !j; }));
  RC_ASSERT((x ^ y) == expected([](bool i, bool j) { return i != j; }));
  std::size_t n = 0;
  for (const std::uint32_t feature : a) RC_ASSERT(x.at(n++) == feature);
  for (std::uint32_t i = 0; i < 50; ++i) RC_ASSERT(x.contains(i) == a.contains(i));
}

RC_GTEST_PROP(FindWithin, IsWhatGeosCallsIntersecting, ()) {
  Random random(*rc::gen::arbitrary<std::uint32_t>());
  for (const GeometryKind kind : {GeometryKind::kPoint, GeometryKind::kLine, GeometryKind::kPolygon}) {
    Scene scene = sceneOf(random, kind);
    const auto built = buildMapColumns(std::move(scene.columns), "EPSG:4547");
    RC_ASSERT(built.has_value());
    const MapColumns& columns = *built->value;
    // On the lattice or between its lines.
    const double step = random.uniform(0, 1) < 0.5 ? 100 : 50;
    const double x = std::floor(random.uniform(-2, 12)) * step, y = std::floor(random.uniform(-2, 12)) * step;
    const MapBox box{x, y, x + step * std::floor(random.uniform(1, 10)), y + step * std::floor(random.uniform(1, 10))};
    OGRLinearRing ring;
    for (const auto& [px, py] : {std::pair{box.min_x_m, box.min_y_m},
                                 {box.max_x_m, box.min_y_m},
                                 {box.max_x_m, box.max_y_m},
                                 {box.min_x_m, box.max_y_m},
                                 {box.min_x_m, box.min_y_m}})
      ring.addPoint(px, py);
    OGRPolygon area;
    area.addRing(&ring);
    std::set<std::int64_t> expected;
    for (std::size_t i = 0; i < scene.shapes.size(); ++i)
      if (scene.shapes[i]->Intersects(&area)) expected.insert(static_cast<std::int64_t>(i));
    const FeatureSet found = findWithin(columns, box);
    const std::vector<std::int64_t> fids = fidsOf(columns, found);
    RC_ASSERT(std::set<std::int64_t>(fids.begin(), fids.end()) == expected);
    RC_ASSERT(fids.size() == found.count());
    RC_ASSERT(featuresOf(columns, fids) == found);
  }
}

TEST(FindWithin, EverythingIsOneRunAndNothingIsNone) {
  Random random(7);
  Scene scene = sceneOf(random, GeometryKind::kPolygon);
  const std::size_t count = scene.columns.fid.size();
  const auto built = buildMapColumns(std::move(scene.columns), "EPSG:4547");
  ASSERT_TRUE(built.has_value());
  const MapColumns& columns = *built->value;
  const FeatureSet all = findWithin(columns, columns.extent().grown(1));
  EXPECT_EQ(all.runs(), (std::vector<FeatureSet::Run>{{0, static_cast<std::uint32_t>(count)}}));
  const MapBox around = boxOf(columns, all), extent = columns.extent();
  EXPECT_NEAR(around.min_x_m, extent.min_x_m, 0.01);
  EXPECT_NEAR(around.max_y_m, extent.max_y_m, 0.01);
  EXPECT_TRUE(findWithin(columns, {}).empty());
  EXPECT_TRUE(findWithin(columns, {1e6, 1e6, 2e6, 2e6}).empty());
  EXPECT_TRUE(findWithin(columns, {0, 0, HUGE_VAL, 1}).empty()) << "no box without an end";
}

}  // namespace gis
