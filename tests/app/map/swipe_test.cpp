// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/swipe.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

#include "app/map/map_canvas.h"
#include "tests/app/map/fake_layer.h"

namespace {

class SwipeTest : public ::testing::Test {
 protected:
  SwipeTest() : canvas(pools, document) {
    canvas.setMotion(app::Motion::kInstant);
    canvas.resize(600, 400);
    canvas.show();
    add("below", Qt::red);
    add("above", Qt::blue);
    settle();
  }
  void add(const char* id, QColor colour) {
    app::MapLayer layer;
    layer.id = QLatin1String(id);
    layer.group = QStringLiteral("base");
    layer.title = {layer.id, layer.id};
    layer.load = app::LoadState::kReady;
    layer.state = std::make_shared<tests::FakeLayer>(colour);
    document.addLayer(std::move(layer));
  }
  void settle() {
    ASSERT_TRUE(QTest::qWaitFor([&] { return canvas.idle(); })) << "the map never came to rest";
  }
  QColor at(int x, int y = 250) { return canvas.grab().toImage().pixelColor(x, y); }

  app::JobPools pools;
  app::MapDocument document;
  app::MapCanvas canvas;
};

TEST_F(SwipeTest, LeftOfTheDividerTheLayerIsMissing) {
  EXPECT_EQ(at(250), QColor(Qt::blue));
  canvas.swipe().start(QStringLiteral("above"));
  settle();
  EXPECT_EQ(at(250), QColor(Qt::red));
  EXPECT_EQ(at(350), QColor(Qt::blue));
  canvas.swipe().stop();
  EXPECT_EQ(at(250), QColor(Qt::blue));
}

TEST_F(SwipeTest, TheDividerFollowsTheMouseAndTheMapStays) {
  canvas.swipe().start(QStringLiteral("above"));
  settle();
  const auto view = canvas.view();
  QTest::mousePress(&canvas, Qt::LeftButton, {}, QPoint(301, 250));
  QMouseEvent move(QEvent::MouseMove, QPointF(400, 250), canvas.mapToGlobal(QPointF(400, 250)), Qt::NoButton,
                   Qt::LeftButton, {});
  QCoreApplication::sendEvent(&canvas, &move);
  QTest::mouseRelease(&canvas, Qt::LeftButton, {}, QPoint(400, 250));
  EXPECT_EQ(canvas.view(), view);
  EXPECT_EQ(at(350), QColor(Qt::red));
  EXPECT_NEAR(canvas.swipe().dividerPx(600), 400, 1);
}

TEST_F(SwipeTest, KeysMoveItAndEscapeEndsIt) {
  canvas.swipe().start(QStringLiteral("above"));
  settle();
  QTest::keyClick(&canvas, Qt::Key_Left, Qt::ControlModifier);
  EXPECT_LT(canvas.swipe().dividerPx(600), 300);
  for (int i = 0; i < 80; ++i) QTest::keyClick(&canvas, Qt::Key_Right, Qt::ControlModifier);
  EXPECT_LT(canvas.swipe().dividerPx(600), 600) << "it never leaves the window";
  QTest::keyClick(&canvas, Qt::Key_Escape);
  EXPECT_FALSE(canvas.swipe().active());
}

TEST_F(SwipeTest, FollowsTheDocument) {
  canvas.swipe().start(QStringLiteral("nowhere"));
  EXPECT_FALSE(canvas.swipe().active());
  canvas.swipe().start(QStringLiteral("above"));
  settle();
  document.removeLayer(QStringLiteral("above"));
  settle();
  EXPECT_FALSE(canvas.swipe().active());
  EXPECT_EQ(at(350), QColor(Qt::red));
}

TEST_F(SwipeTest, TwoLayersAreComparedSideBySide) {
  canvas.swipe().start(app::SwipeSides{QStringLiteral("above"), QStringLiteral("below"), false, {}});
  settle();
  EXPECT_EQ(at(250), QColor(Qt::red));
  EXPECT_EQ(at(350), QColor(Qt::blue));
  document.setVisible(QStringLiteral("above"), false);
  settle();
  EXPECT_NE(at(350), QColor(Qt::red)) << "the layer of the other side does not show through";
  canvas.swipe().stop();
  settle();
  EXPECT_EQ(at(350), QColor(Qt::red));
}

TEST_F(SwipeTest, TwoMomentsAreCompared) {
  const auto moment = [](QColor colour) {
    app::PastMap past{1'777'593'600'000, {}};
    past.states[QStringLiteral("above")] = std::make_shared<tests::FakeLayer>(colour);
    return std::make_shared<const app::PastMap>(std::move(past));
  };
  canvas.swipe().start(app::SwipeSides{{}, {}, true, moment(Qt::green)});
  settle();
  EXPECT_EQ(at(250), QColor(Qt::green));
  EXPECT_EQ(at(350), QColor(Qt::blue)) << "now";
  document.showPast(moment(Qt::yellow));
  settle();
  EXPECT_EQ(at(250), QColor(Qt::green));
  EXPECT_EQ(at(350), QColor(Qt::yellow)) << "the moment that the map shows";
  QTest::keyClick(&canvas, Qt::Key_Escape);
  EXPECT_FALSE(canvas.swipe().active());
  QTest::keyClick(&canvas, Qt::Key_Escape);
  EXPECT_EQ(document.past(), nullptr) << "the next one goes back to now";
  settle();
  EXPECT_EQ(at(250), QColor(Qt::blue));
}

}  // namespace
