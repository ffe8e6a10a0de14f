// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_canvas.h"

#include <gtest/gtest.h>

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include "app/map/measure_tool.h"
#include "gis/geo/geodesic.h"
#include "tests/app/map/fake_layer.h"

namespace {

using app::MapCanvas;
using app::MapDocument;

class Canvas : public ::testing::Test {
 protected:
  Canvas() : canvas(pools, document), layer(std::make_shared<tests::FakeLayer>(Qt::red)) {
    canvas.setMotion(app::Motion::kInstant);
    canvas.resize(600, 400);
    canvas.show();
    document.addLayer(mapLayer(QStringLiteral("a"), layer));
    settle();
  }
  static app::MapLayer mapLayer(const QString& id, layers::LayerStatePtr state) {
    app::MapLayer made;
    made.id = id;
    made.group = QStringLiteral("base");
    made.title = {id, id};
    made.load = app::LoadState::kReady;
    made.state = std::move(state);
    return made;
  }
  void settle() {
    ASSERT_TRUE(QTest::qWaitFor([&] { return canvas.idle(); })) << "the map never came to rest";
  }
  QColor centreColour() { return canvas.grab().toImage().pixelColor(canvas.width() / 2, canvas.height() / 2); }
  void wheel(QPoint at, int delta) {
    QWheelEvent event(at, canvas.mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                      false);
    QCoreApplication::sendEvent(&canvas, &event);
  }
  void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton, Qt::KeyboardModifiers keys = {}) {
    QTest::mousePress(&canvas, button, keys, from);
    for (const QPoint p : {from + (to - from) / 2, to}) {
      QMouseEvent move(QEvent::MouseMove, p, canvas.mapToGlobal(p), Qt::NoButton, button, keys);
      QCoreApplication::sendEvent(&canvas, &move);
    }
    QTest::mouseRelease(&canvas, button, keys, to);
  }
  static void expectSame(const layers::MapView& a, const layers::MapView& b) {
    EXPECT_NEAR(a.centre.x_m, b.centre.x_m, a.metres_per_px);
    EXPECT_NEAR(a.centre.y_m, b.centre.y_m, a.metres_per_px);
    EXPECT_DOUBLE_EQ(a.metres_per_px, b.metres_per_px);
  }

  app::JobPools pools;
  MapDocument document;
  MapCanvas canvas;
  std::shared_ptr<tests::FakeLayer> layer;
};

TEST_F(Canvas, ShowsTheWholeMapFirstAndDrawsItByWorkers) {
  EXPECT_TRUE(canvas.view().box().min_x_m <= 0 && canvas.view().box().max_x_m >= 100000);
  EXPECT_EQ(centreColour(), QColor(Qt::red));
  EXPECT_GT(layer->paints, 0);
  EXPECT_EQ(layer->paints_on_window_thread, 0);
}

// A layer of a million points, or one on a dead network drive: it does not come back until the test lets it.
class HeldLayer final : public layers::LayerState {
 public:
  gis::MapBox extent() const override { return {0, 0, 100000, 100000}; }
  void paint(layers::TileSurface&, const layers::PaintContext&) const override {
    begun.release();
    go.acquire();
  }
  mutable QSemaphore begun, go;
};

TEST_F(Canvas, PaintingTheWindowNeverWaitsForALayer) {
  auto held = std::make_shared<HeldLayer>();
  document.addLayer(mapLayer(QStringLiteral("held"), held));
  ASSERT_TRUE(QTest::qWaitFor([&] { return held->begun.available() > 0; })) << "no worker began";
  for (int i = 0; i < 20; ++i) canvas.repaint();  // would never return if it painted or waited
  EXPECT_EQ(centreColour(), QColor(Qt::red));
  EXPECT_FALSE(canvas.idle());
  EXPECT_EQ(layer->paints_on_window_thread, 0);
  document.removeLayer(QStringLiteral("held"));
  held->go.release(1000);
  settle();
}

TEST_F(Canvas, DragMovesTheMapWithThePointer) {
  const layers::MapView before = canvas.view();
  drag({300, 200}, {200, 150});
  EXPECT_NEAR(canvas.view().centre.x_m, before.centre.x_m + 100 * before.metres_per_px, before.metres_per_px);
  EXPECT_NEAR(canvas.view().centre.y_m, before.centre.y_m - 50 * before.metres_per_px, before.metres_per_px);
}

TEST_F(Canvas, MiddleButtonPansWithAnyTool) {
  canvas.setTool(app::ToolKind::kMeasureDistance);
  const layers::MapView before = canvas.view();
  drag({300, 200}, {320, 200}, Qt::MiddleButton);
  EXPECT_NEAR(canvas.view().centre.x_m, before.centre.x_m - 20 * before.metres_per_px, before.metres_per_px);
}

TEST_F(Canvas, WheelKeepsThePlaceUnderThePointer) {
  const QPoint at(450, 100);
  const gis::MapXY under = canvas.view().toMap({450.0, 100.0});
  wheel(at, 240);
  EXPECT_LT(canvas.view().metres_per_px, 200);
  const gis::PixelXY after = canvas.view().toPixel(under);
  EXPECT_NEAR(after.x_px, 450, 1);
  EXPECT_NEAR(after.y_px, 100, 1);
}

TEST_F(Canvas, WheelThereAndBackMeetsTheSameResolution) {
  wheel({300, 200}, 120);
  const double first = canvas.view().metres_per_px;
  wheel({300, 200}, 360);
  wheel({300, 200}, -360);
  EXPECT_DOUBLE_EQ(canvas.view().metres_per_px, first);
}

TEST_F(Canvas, ShiftDragZoomsToTheBox) {
  const gis::MapXY a = canvas.view().toMap({200.0, 150.0}), b = canvas.view().toMap({400.0, 250.0});
  drag({200, 150}, {400, 250}, Qt::LeftButton, Qt::ShiftModifier);
  const gis::MapBox box = canvas.view().box();
  EXPECT_LE(box.min_x_m, a.x_m);
  EXPECT_GE(box.max_x_m, b.x_m);
  EXPECT_LT(box.width_m(), 2 * (b.x_m - a.x_m));
}

TEST_F(Canvas, BackAndForwardByKeys) {
  const layers::MapView start = canvas.view();
  canvas.goTo({20000, 30000}, 10);
  const layers::MapView there = canvas.view();
  QTest::keyClick(&canvas, Qt::Key_Left, Qt::AltModifier);
  expectSame(canvas.view(), start);
  QTest::keyClick(&canvas, Qt::Key_Right, Qt::AltModifier);
  expectSame(canvas.view(), there);
}

TEST_F(Canvas, KeysPanAndZoom) {
  const layers::MapView start = canvas.view();
  QTest::keyClick(&canvas, Qt::Key_Right);
  EXPECT_GT(canvas.view().centre.x_m, start.centre.x_m);
  QTest::keyClick(&canvas, Qt::Key_Plus);
  EXPECT_DOUBLE_EQ(canvas.view().metres_per_px, start.metres_per_px / 2);
  QTest::keyClick(&canvas, Qt::Key_Home);
  expectSame(canvas.view(), start);
}

TEST_F(Canvas, HidingALayerRepaints) {
  document.setVisible(QStringLiteral("a"), false);
  settle();
  EXPECT_NE(centreColour(), QColor(Qt::red));
  document.setVisible(QStringLiteral("a"), true);
  settle();
  EXPECT_EQ(centreColour(), QColor(Qt::red));
}

TEST_F(Canvas, OldPictureStaysUntilTheNewOneIsThere) {
  // The frame changes; before any worker can answer, the window still shows what it had.
  document.addLayer(mapLayer(QStringLiteral("b"), std::make_shared<tests::FakeLayer>(Qt::blue)));
  EXPECT_EQ(centreColour(), QColor(Qt::red));
  settle();
  EXPECT_EQ(centreColour(), QColor(Qt::blue));
  canvas.zoomBy(2, {300, 200});
  EXPECT_EQ(centreColour(), QColor(Qt::blue)) << "zooming shows the old tiles scaled, never an empty ground";
}

TEST_F(Canvas, ClickAsksWhatIsHereAndADragDoesNot) {
  QSignalSpy spy(&canvas, &MapCanvas::identified);
  drag({300, 200}, {340, 200});
  EXPECT_EQ(spy.count(), 0);
  QTest::mouseClick(&canvas, Qt::LeftButton, {}, {300, 200});
  EXPECT_EQ(spy.count(), 1);
}

TEST_F(Canvas, FullViewFollowsTheWindowUntilTheUserMoves) {
  canvas.resize(900, 700);
  EXPECT_LE(canvas.view().box().min_y_m, 0);
  EXPECT_LT(canvas.view().box().height_m(), 120000);
  const double metres_per_px = canvas.view().metres_per_px;
  QTest::keyClick(&canvas, Qt::Key_Right);
  canvas.resize(600, 400);
  EXPECT_DOUBLE_EQ(canvas.view().metres_per_px, metres_per_px);
}

TEST_F(Canvas, MeasuresAlongTheEllipsoid) {
  canvas.goTo(*document.toMap({113.0, 36.0}), 50);
  canvas.setTool(app::ToolKind::kMeasureDistance);
  auto& tool = dynamic_cast<app::MeasureTool&>(canvas.activeTool());
  const auto click = [&](QPoint p) {
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, p);
    return *document.toLonLat(canvas.view().toMap({static_cast<double>(p.x()), static_cast<double>(p.y())}));
  };
  const gis::LonLat a = click({100, 100}), b = click({500, 120}), c = click({480, 350});
  EXPECT_NEAR(tool.totalM(), gis::geodesicBetween(a, b).dist_m + gis::geodesicBetween(b, c).dist_m, 1e-6);
  EXPECT_NEAR(tool.totalM(), 50 * (400.5 + 230.9), 60) << "about the map's length: the scale factor is near one here";
  QTest::keyClick(&canvas, Qt::Key_Backspace);
  EXPECT_NEAR(tool.totalM(), gis::geodesicBetween(a, b).dist_m, 1e-6);
  QTest::keyClick(&canvas, Qt::Key_Escape);
  EXPECT_EQ(tool.pointCount(), 0U);
  QTest::keyClick(&canvas, Qt::Key_Escape);
  EXPECT_EQ(canvas.tool(), app::ToolKind::kIdentify);
}

TEST_F(Canvas, DoubleClickEndsAMeasurementAndTheMapStays) {
  canvas.goTo(*document.toMap({113.0, 36.0}), 50);
  canvas.setTool(app::ToolKind::kMeasureArea);
  const layers::MapView before = canvas.view();
  auto& tool = dynamic_cast<app::MeasureTool&>(canvas.activeTool());
  QSignalSpy told(&canvas, &MapCanvas::measured);
  for (const QPoint p : {QPoint(100, 100), QPoint(400, 100), QPoint(400, 300)}) {
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, p);
    QCoreApplication::processEvents();
  }
  QTest::mouseDClick(&canvas, Qt::LeftButton, {}, {400, 300});
  EXPECT_TRUE(tool.finished());
  expectSame(canvas.view(), before);
  const QString text = told.back().front().toString();
  EXPECT_TRUE(text.contains(QStringLiteral("km²")) && text.contains(QStringLiteral("perimeter"))) << text.toStdString();
}

// Zooming, arrows and the wheel work while something is measured; the points stay where they are on the ground.
TEST_F(Canvas, MeasuredPointsStayOnTheGround) {
  canvas.goTo(*document.toMap({113.0, 36.0}), 50);
  canvas.setTool(app::ToolKind::kMeasureDistance);
  auto& tool = dynamic_cast<app::MeasureTool&>(canvas.activeTool());
  QTest::mouseClick(&canvas, Qt::LeftButton, {}, {100, 100});
  QTest::mouseClick(&canvas, Qt::LeftButton, {}, {500, 300});
  const double before_m = tool.totalM();
  for (const auto key : {Qt::Key_Plus, Qt::Key_Right, Qt::Key_Up, Qt::Key_Minus}) QTest::keyClick(&canvas, key);
  wheel({300, 200}, 120);
  EXPECT_DOUBLE_EQ(tool.totalM(), before_m);
  EXPECT_EQ(tool.pointCount(), 2U);
}

TEST_F(Canvas, CursorTellsWhatTheButtonWillDo) {
  const auto shape = [&] { return canvas.cursor().shape(); };
  canvas.setTool(app::ToolKind::kPan);
  EXPECT_EQ(shape(), Qt::OpenHandCursor);
  QTest::mousePress(&canvas, Qt::LeftButton, {}, {300, 200});
  EXPECT_EQ(shape(), Qt::ClosedHandCursor);
  QTest::mouseRelease(&canvas, Qt::LeftButton, {}, {300, 200});
  canvas.setTool(app::ToolKind::kMeasureArea);
  EXPECT_EQ(shape(), Qt::CrossCursor);
  QTest::keyPress(&canvas, Qt::Key_Space);
  EXPECT_EQ(shape(), Qt::OpenHandCursor) << "with the space bar the map is dragged";
  QFocusEvent gone(QEvent::FocusOut, Qt::ActiveWindowFocusReason);
  QCoreApplication::sendEvent(&canvas, &gone);
  EXPECT_EQ(shape(), Qt::CrossCursor) << "the space bar was let go elsewhere";
  canvas.setTool(app::ToolKind::kIdentify);
  QTest::mousePress(&canvas, Qt::LeftButton, Qt::ShiftModifier, {300, 200});
  EXPECT_EQ(shape(), Qt::CrossCursor);
  QTest::keyClick(&canvas, Qt::Key_Escape);
  EXPECT_EQ(shape(), Qt::ArrowCursor) << "Esc drops the box";
  const layers::MapView before = canvas.view();
  QTest::mouseRelease(&canvas, Qt::LeftButton, Qt::ShiftModifier, {500, 300});
  expectSame(canvas.view(), before);
}

TEST(MeasureTool, AreaOfASquareDegreeAtTheEquator) {
  // 1 degree square at the equator on GRS 80: 12308.78 km2 (GeographicLib Planimeter, 0..1 N, 0..1 E).
  app::MeasureTool tool(app::MeasureKind::kArea, [](gis::MapXY p) { return std::optional(gis::LonLat{p.x_m, p.y_m}); });
  for (const gis::MapXY p : {gis::MapXY{0, 0}, gis::MapXY{1, 0}, gis::MapXY{1, 1}, gis::MapXY{0, 1}}) tool.click(p);
  EXPECT_NEAR(tool.areaM2() / 1e6, 12308.78, 0.01);
  tool.doubleClick({});
  EXPECT_TRUE(tool.finished());
  tool.click({5, 5});
  EXPECT_EQ(tool.pointCount(), 1U) << "a click after the end begins anew";
}

}  // namespace
