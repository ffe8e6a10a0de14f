// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <set>

#include "gis/core/random.h"
#include "layers/vector/label_anchor.h"
#include "layers/vector/label_lines.h"
#include "layers/vector/line_marks.h"
#include "tests/layers/golden_picture.h"
#include "tests/layers/vector/scene.h"

using namespace layers;
using gis::GeometryKind;
using scene::Features;

namespace {

constexpr const char* kDots =
    R"([{"id":"c","type":"circle","minzoom":10,"filter":["==",["get","on"],"yes"],"paint":{"circle-radius":4}}])";

QStringList texts(const std::vector<LabelCandidate>& labels) {
  QStringList all;
  for (const auto& label : labels) all << label.text;
  all.sort();
  return all;
}

PaintContext context(int side_px, double metres_per_px = 1) {
  return {scene::view(side_px, metres_per_px), Theme::kDark, 1, QStringLiteral("zh"), {}};
}

}  // namespace

TEST(Identify, FindsWhatIsShownNearestFirst) {
  Features features(GeometryKind::kPoint);
  features.point(10, 0, {{"on", "yes"}})
      .point(3, 0, {{"on", "yes"}})
      .point(1, 0, {{"on", "no"}})
      .point(500, 0, {{"on", "yes"}});
  const auto state = scene::layer(features, kDots);
  const auto hits = state->identify({0, 0}, 20, 5);
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[0].fid, 2);
  EXPECT_NEAR(hits[0].distance_m, 3, 1e-3);
  EXPECT_EQ(hits[1].fid, 1);
  EXPECT_EQ(hits[0].layer_id, "scene");
  EXPECT_TRUE(state->identify({0, 0}, 20, metresPerPxFor(9)).empty()) << "the style hides it at zoom 9";
  EXPECT_FALSE(state->visibleAt(metresPerPxFor(9)));
  EXPECT_TRUE(state->visibleAt(metresPerPxFor(11)));
}

TEST(Identify, InsideAPolygonIsDistanceZeroInItsHoleIsNot) {
  Features features(GeometryKind::kPolygon);
  features.add({scene::square(0, 0, 100), scene::square(0, 0, 40)});
  const auto state = scene::layer(features, R"([{"id":"f","type":"fill"}])");
  ASSERT_EQ(state->identify({70, 0}, 1, 1).size(), 1U);
  EXPECT_EQ(state->identify({70, 0}, 1, 1).front().distance_m, 0);
  EXPECT_TRUE(state->identify({0, 0}, 10, 1).empty());
}

TEST(VectorLayer, MissingAttributeIsNamed) {
  Features features(GeometryKind::kPoint);
  features.point(0, 0);
  const auto built = buildVectorLayer(scene::entryWith(kDots), features.columns(), {});
  ASSERT_FALSE(built.has_value());
  EXPECT_EQ(built.error().code, gis::ErrorCode::kInvalidArgument);
  EXPECT_EQ(built.error().subject, "on");
}

TEST(VectorLayer, LegendCountsCodesAndPaintsSwatches) {
  Features features(GeometryKind::kPoint);
  for (const char* grade : {"A", "B", "A", "A"}) features.point(0, 0, {{"g", grade}});
  CatalogueEntry entry = scene::entryWith(
      R"([{"id":"c","type":"circle","paint":{"circle-color":["match",["get","g"],"A","#ff0000","#0000ff"]}}])");
  entry.legend_by = "g";
  entry.legend_code_table = "code_g";
  const gis::CodeLists codes = {
      {"code_g", {{"A", "甲", "Alpha", "", 1}, {"B", "乙", "Beta", "", 2}, {"C", "丙", "Gamma", "", 3}}}};
  const auto built = buildVectorLayer(entry, features.columns(), codes);
  ASSERT_TRUE(built.has_value());
  const auto legend = (*built)->legend(context(100));
  ASSERT_EQ(legend.size(), 2U) << "codes that nothing has are left out";
  EXPECT_EQ(legend[0].name.text("zh"), QStringLiteral("甲"));
  EXPECT_EQ(legend[0].name.text("en"), QStringLiteral("Alpha"));
  EXPECT_EQ(legend[0].count, 3);
  EXPECT_EQ(legend[1].count, 1);
  EXPECT_EQ(legend[0].swatch.size(), QSize(20, 14));
  EXPECT_EQ(legend[0].swatch.pixelColor(10, 7), QColor(Qt::red));
  EXPECT_EQ(legend[1].swatch.pixelColor(10, 7), QColor(Qt::blue));
}

TEST(VectorLayer, LabelsCarryTextPriorityAndPlace) {
  Features features(GeometryKind::kPoint);
  features.point(0, 0, {{"name", "长治"}, {"rank", "1"}}).point(20, 0, {{"name", "沁县"}, {"rank", "7"}});
  features.point(9000, 0, {{"name", "外"}, {"rank", "1"}}).point(5, 5, {{"rank", "1"}});
  const auto state = scene::layer(features, R"([{"id":"n","type":"symbol","layout":{"text-field":["get","name"],
      "text-size":10,"text-offset":[0,1.5],"symbol-sort-key":["to-number",["get","rank"]]}}])");
  const auto labels = state->labels(context(200));
  EXPECT_EQ(texts(labels), QStringList({QStringLiteral("沁县"), QStringLiteral("长治")}));
  for (const auto& label : labels) {
    EXPECT_EQ(label.offset_y_px, 15);
    EXPECT_EQ(label.priority, label.text == QStringLiteral("长治") ? -1 : -7);
  }
}

TEST(VectorLayer, LineNamesFollowTheLineAndNeverStandOnTheirHead) {
  Features features(GeometryKind::kLine);
  features.add({{{80, 80}, {-80, -80}}}, {{"name", "河"}});
  const auto state = scene::layer(features, R"([{"id":"n","type":"symbol","layout":{"text-field":["get","name"],
      "symbol-placement":"line"}}])");
  const auto labels = state->labels(context(300));
  ASSERT_FALSE(labels.empty());
  EXPECT_NEAR(labels.front().where.x_m, 0, 1e-6) << "the middle first";
  for (const auto& label : labels) {
    ASSERT_GE(label.path.size(), 2U);
    for (const gis::MapXY p : label.path) EXPECT_NEAR(p.x_m, p.y_m, 1e-6) << "on the line";
  }
  EXPECT_EQ(placeLabels(scene::request(state), scene::view(300), {}).size(), 1U) << "of its places one is taken";
}

TEST(LabelLines, PiecesOfOneNameAreOneLine) {
  Features features(GeometryKind::kLine);
  features
      .add({{{0, 0}, {100, 0}}})  // a road in three pieces, the middle one drawn backwards,
      .add({{{200, 0}, {100, 0}}})
      .add({{{200, 0}, {300, 10}}})
      .add({{{100, 0}, {100, 90}}})    // a side road of another name,
      .add({{{300, 10}, {400, 10}}});  // and one without
  const std::vector<std::uint32_t> name_of = {1, 1, 1, 2, LabelLines::kNameless};
  const LabelLines lines(features.columns(), name_of);
  EXPECT_EQ(lines.lineCount(), 2U);
  const auto places = [&](gis::MapXY centre) {
    return lines.places({centre, 1, 2000, 2000, 1}, [](std::uint32_t feature) -> std::optional<LabelLines::Wish> {
      if (feature > 2) return std::nullopt;
      return LabelLines::Wish{120, 12, 1000};
    });
  };
  const auto found = places({0, 0});
  ASSERT_FALSE(found.empty()) << "no piece alone is long enough";
  EXPECT_NEAR(found.front().where.x_m, 150, 2);
  const auto moved = places({37, -11});
  ASSERT_EQ(moved.size(), found.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_EQ(moved[i].where.x_m, found[i].where.x_m) << "names stay put";
}

TEST(LabelLines, RingsAndForksEnd) {
  Features features(GeometryKind::kLine);
  features.add({{{0, 0}, {100, 0}, {100, 100}}}).add({{{100, 100}, {0, 100}, {0, 0}}});  // a ring of two pieces
  for (int i = 0; i < 5; ++i) features.add({{{500, 500}, {500.0 + 10 * i, 600}}});       // five from one place
  const LabelLines lines(features.columns(), std::vector<std::uint32_t>(7, 3));
  EXPECT_EQ(lines.lineCount(), 6U);
}

TEST(LabelAnchor, PolygonNameStandsInsideFarFromTheBorder) {
  Features features(GeometryKind::kPolygon);  // a C: its centroid lies outside
  features.add({{{-50, -50}, {50, -50}, {50, -20}, {-20, -20}, {-20, 20}, {50, 20}, {50, 50}, {-50, 50}, {-50, -50}}});
  const auto point = polygonLabelPoint(*features.columns(), 0);
  ASSERT_TRUE(point.has_value());
  EXPECT_LT(point->x_m, -10);
  EXPECT_GT(std::abs(point->y_m), 20);
  Features flat(GeometryKind::kPolygon);
  flat.add({{{0, 0}, {10, 0}, {0, 0}}});
  EXPECT_FALSE(polygonLabelPoint(*flat.columns(), 0).has_value());
}

TEST(LineMarks, HangingWallIsOnTheSideOfTheDip) {
  const QPointF west(0, 0), east(10, 0);  // the line runs east; its right side is south
  EXPECT_EQ(sideOfDip("S", west, east), MarkSide::kRight);
  EXPECT_EQ(sideOfDip("N", west, east), MarkSide::kLeft);
  EXPECT_EQ(sideOfDip("nw", west, east), MarkSide::kLeft);
  EXPECT_EQ(sideOfDip("东南", west, east), MarkSide::kRight);
  EXPECT_EQ(sideOfDip("南东", west, east), MarkSide::kRight);
  EXPECT_EQ(sideOfDip("200", west, east), MarkSide::kRight);
  EXPECT_EQ(sideOfDip("N", east, west), MarkSide::kRight);
  EXPECT_EQ(sideOfDip("?", west, east), MarkSide::kRight);
}

TEST(VectorLayer, BrokenGeometryIsDrawnWithoutCrashing) {
  const float nan = std::nanf(""), inf = std::numeric_limits<float>::infinity();
  gis::Random random(99);
  for (int round = 0; round < 60; ++round) {
    for (const GeometryKind kind : {GeometryKind::kPoint, GeometryKind::kLine, GeometryKind::kPolygon}) {
      Features features(kind);
      for (int i = 0; i < 12; ++i) {
        std::vector<scene::Ring> parts(random.below(4));
        for (auto& part : parts) {
          part.resize(random.below(6));
          for (auto& p : part) {
            const auto pick = [&]() -> double {
              switch (random.below(8)) {
                case 0:
                  return static_cast<double>(nan);
                case 1:
                  return static_cast<double>(inf);
                case 2:
                  return -3e38;
                case 3:
                  return 1e12;
                case 4:
                  return 0;
                default:
                  return random.uniform(-200, 200);
              }
            };
            p = {pick(), pick()};
          }
        }
        features.add(parts, {{"name", "甲"}, {"dip", "S"}});
      }
      const auto state = scene::layer(features, R"([
        {"id":"f","type":"fill","paint":{"fill-color":"#ff0000","fill-outline-color":"#ffffff"}},
        {"id":"l","type":"line","paint":{"line-width":3}},
        {"id":"d","type":"line","paint":{"line-width":2,"line-dasharray":[2,1]}},
        {"id":"c","type":"circle"},{"id":"i","type":"symbol","layout":{"icon-image":"school"}},
        {"id":"m","type":"symbol","layout":{"icon-image":"mark-left","symbol-placement":"line","symbol-spacing":20,
          "icon-side":["get","dip"]}},
        {"id":"n","type":"symbol","layout":{"text-field":["get","name"],"symbol-placement":"line"}}])");
      ASSERT_TRUE(state);
      const QImage image = paintFrame(scene::request(state), scene::view(300, round % 2 == 0 ? 1 : 1e6));
      EXPECT_EQ(image.width(), 300);
      state->identify({0, 0}, 50, 1);
      state->legend(context(100));
    }
  }
}

// A ring that surrounds the whole view at a million times its size still fills every pixel, and its border is not seen.
TEST(VectorLayer, HugePolygonFillsTheTile) {
  Features features(GeometryKind::kPolygon);
  features.add({scene::square(0, 0, 1e9)});
  const QImage image = scene::draw(features, R"([{"id":"f","type":"fill","paint":{"fill-color":"#00ff00"}},
                               {"id":"l","type":"line","paint":{"line-color":"#ff0000","line-width":20}}])",
                                   300);
  for (int i = 0; i < 300; ++i) EXPECT_EQ(image.pixelColor(i, (i * 7) % 300), QColor(0, 255, 0));
}

namespace {

gis::FeatureColumns squareRow(std::int64_t fid, double x_m, double y_m, const std::string& on) {
  gis::FeatureColumns row;
  row.kind = GeometryKind::kPolygon;
  row.crs = "EPSG:4547";
  row.geographic = false;
  for (const gis::MapXY& at : scene::square(x_m, y_m, 20)) row.xy.insert(row.xy.end(), {at.x_m, at.y_m});
  row.part_start = {0, 5};
  row.feature_start = {0, 1};
  row.fid = {fid};
  row.attributes.push_back({"on", gis::AttributeType::kText, {}, {}, {0}, {on}});
  return row;
}

constexpr const char* kOnOff =
    R"([{"id":"f","type":"fill","paint":{"fill-color":["match",["get","on"],"yes","#ff0000","#0000ff"]}}])";

}  // namespace

TEST(Edits, AreSeenAtOnceAndAddUp) {
  Features features(GeometryKind::kPolygon);
  features.add({scene::square(-60, 0, 20)}, {{"on", "yes"}}).add({scene::square(0, 0, 20)}, {{"on", "yes"}});
  features.add({scene::square(60, 0, 20)}, {{"on", "yes"}});
  const auto base = scene::layer(features, kOnOff);
  const std::vector<std::int64_t> fids = features.columns()->features->fid;
  const auto colourAt = [](const LayerStatePtr& state, int x, int y) {
    const QColor c = paintFrame(scene::request(state), scene::view(200)).pixelColor(100 + x, 100 - y);
    return c.red() > 200 ? 'r' : c.blue() > 200 ? 'b' : '-';
  };
  EXPECT_EQ(colourAt(base, -60, 0), 'r');

  // The first turns blue, the second moves up, the third goes, a fourth comes.
  const auto one = withChanges(base, {squareRow(fids[0], -60, 0, "no"), {}}, "EPSG:4547", {});
  ASSERT_TRUE(one) << one.error().detail;
  const auto two = withChanges(*one, {squareRow(fids[1], 0, 60, "yes"), {fids[2]}}, "EPSG:4547", {});
  ASSERT_TRUE(two);
  const auto all = withChanges(*two, {squareRow(99, 60, -60, "no"), {}}, "EPSG:4547", {});
  ASSERT_TRUE(all);
  EXPECT_EQ(colourAt(*all, -60, 0), 'b');
  EXPECT_EQ(colourAt(*all, 0, 0), '-') << "where it was before";
  EXPECT_EQ(colourAt(*all, 0, 60), 'r');
  EXPECT_EQ(colourAt(*all, 60, 0), '-');
  EXPECT_EQ(colourAt(*all, 60, -60), 'b');
  EXPECT_EQ(colourAt(base, 60, 0), 'r') << "who still has the old state sees it as it was";

  const auto moved = (*all)->identify({0, 60}, 1, 1);
  ASSERT_EQ(moved.size(), 1U);
  EXPECT_EQ(moved[0].fid, fids[1]);
  EXPECT_EQ(moved[0].feature, 1U);
  EXPECT_TRUE((*all)->identify({0, 0}, 1, 1).empty());
  EXPECT_TRUE((*all)->identify({60, 0}, 1, 1).empty());
  const auto added = (*all)->identify({60, -60}, 1, 1);
  ASSERT_EQ(added.size(), 1U);
  EXPECT_EQ(added[0].feature, Hit::kNotInColumns);

  const auto gone = withChanges(*all, {{}, {99}}, "EPSG:4547", {});
  ASSERT_TRUE(gone);
  EXPECT_EQ(colourAt(*gone, 60, -60), '-') << "a row that was added can be removed again";
}
