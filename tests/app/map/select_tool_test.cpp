// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/select_tool.h"

#include <gtest/gtest.h>

#include <QTest>

#include "app/jobs/job_pools.h"
#include "app/map/map_canvas.h"
#include "tests/layers/vector/scene.h"

namespace {

using gis::GeometryKind;
using scene::Features;

// Two layers about (0,0): three points above four squares.
class Choosing : public ::testing::Test {
 protected:
  Choosing() : canvas(pools, document) {
    Features squares(GeometryKind::kPolygon);
    for (const double x : {-300.0, -100.0, 100.0, 300.0}) squares.add({scene::square(x, 0, 80)});
    Features points(GeometryKind::kPoint);
    points.point(-100, 0).point(100, 0).point(0, 150);
    add(QStringLiteral("squares"), squares, R"([{"id":"f","type":"fill"}])");
    add(QStringLiteral("points"), points, R"([{"id":"c","type":"circle","paint":{}}])");
    canvas.setMotion(app::Motion::kInstant);
    canvas.resize(800, 400);
    canvas.show();
    canvas.goTo({0, 0}, 1);
    canvas.setTool(app::ToolKind::kSelect);
  }
  void add(const QString& id, const Features& features, const char* style) {
    app::MapLayer layer;
    layer.id = id;
    layer.title = {id, id};
    layer.columns = features.columns();
    auto built = layers::buildVectorLayer(scene::entryWith(style), layer.columns, {});
    ASSERT_TRUE(built.has_value());
    layer.state = *built;
    layer.load = app::LoadState::kReady;
    document.addLayer(std::move(layer));
  }
  QPoint px(double x_m, double y_m) { return {static_cast<int>(400 + x_m), static_cast<int>(200 - y_m)}; }
  void click(double x_m, double y_m, Qt::KeyboardModifiers keys = {}) {
    QTest::mouseClick(&canvas, Qt::LeftButton, keys, px(x_m, y_m));
  }
  void box(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}) {
    QTest::mousePress(&canvas, Qt::LeftButton, keys, from);
    QMouseEvent move(QEvent::MouseMove, to, canvas.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, keys);
    QCoreApplication::sendEvent(&canvas, &move);
    QTest::mouseRelease(&canvas, Qt::LeftButton, keys, to);
  }
  std::vector<std::int64_t> fids(const char* layer) const {
    const auto* part = document.chosen().find(QString::fromLatin1(layer));
    return part ? part->fids() : std::vector<std::int64_t>();
  }
  using Fids = std::vector<std::int64_t>;

  app::JobPools pools;
  app::MapDocument document;
  app::MapCanvas canvas;
};

TEST_F(Choosing, AClickChoosesThePointNotTheAreaBelowIt) {
  click(-100, 0);
  EXPECT_EQ(fids("points"), Fids{1});
  EXPECT_EQ(document.chosen().count(), 1U);
  click(-300, 0);
  EXPECT_EQ(fids("squares"), Fids{1}) << "another click, another choice";
  EXPECT_EQ(document.chosen().count(), 1U);
  click(0, -180);
  EXPECT_TRUE(document.chosen().empty()) << "nothing lies there";
}

TEST_F(Choosing, ABoxChoosesWhatItTouchesOfEveryVisibleLayer) {
  box(px(-150, 50), px(50, -50));
  EXPECT_EQ(fids("squares"), (Fids{2, 3}));
  EXPECT_EQ(fids("points"), Fids{1});
  document.setVisible(QStringLiteral("squares"), false);
  box(px(-390, 190), px(390, -190));
  EXPECT_TRUE(fids("squares").empty());
  EXPECT_EQ(fids("points").size(), 3U);
}

TEST_F(Choosing, ShiftAddsAndCtrlTakesAway) {
  box(px(-390, 50), px(-200, -50));
  EXPECT_EQ(fids("squares"), Fids{1});
  const auto before = canvas.view();
  box(px(200, 50), px(390, -50), Qt::ShiftModifier);
  EXPECT_EQ(fids("squares"), (Fids{1, 4})) << "added";
  EXPECT_DOUBLE_EQ(canvas.view().metres_per_px, before.metres_per_px) << "Shift does not zoom with this tool";
  click(-300, 0, Qt::ControlModifier);
  EXPECT_EQ(fids("squares"), Fids{4});
  click(-300, 0, Qt::ControlModifier);
  EXPECT_EQ(fids("squares"), (Fids{1, 4}));
}

TEST_F(Choosing, EscDropsTheBoxThenTheChoiceThenTheTool) {
  box(px(-390, 190), px(390, -190));
  ASSERT_FALSE(document.chosen().empty());
  QTest::mousePress(&canvas, Qt::LeftButton, {}, px(-10, 10));
  QTest::keyClick(&canvas, Qt::Key_Escape);
  QTest::mouseRelease(&canvas, Qt::LeftButton, {}, px(200, -100));
  EXPECT_EQ(document.chosen().count(), 7U) << "the box was dropped, the choice stands";
  QTest::keyClick(&canvas, Qt::Key_Escape);
  EXPECT_TRUE(document.chosen().empty());
  EXPECT_EQ(canvas.tool(), app::ToolKind::kSelect);
  QTest::keyClick(&canvas, Qt::Key_Escape);
  EXPECT_EQ(canvas.tool(), app::ToolKind::kIdentify);
}

TEST_F(Choosing, ALayerReadAnewKeepsItsChosenRowsAndARemovedOneForgetsThem) {
  box(px(-390, 190), px(390, -190));
  Features fewer(GeometryKind::kPoint);  // the third row is gone, and the first has moved
  fewer.point(5000, 0).point(100, 0);
  auto columns = fewer.columns();
  auto built = layers::buildVectorLayer(scene::entryWith(R"([{"id":"c","type":"circle","paint":{}}])"), columns, {});
  ASSERT_TRUE(built.has_value());
  document.setState(QStringLiteral("points"), *built, columns);
  EXPECT_EQ(fids("points"), (Fids{1, 2}));
  document.removeLayer(QStringLiteral("points"));
  EXPECT_TRUE(fids("points").empty());
  EXPECT_EQ(fids("squares").size(), 4U);
}

}  // namespace
