// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shape/shape_panel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "tests/app/shape/shape_program.h"

namespace {

using app::ShapeMode;

// The first house: 112.3 .. 112.3001 E, 36.5 .. 36.5001 N; the next begins at 112.3002.
struct ShapePanelTest : ::testing::Test {
  app::ShapeProgram p;
  std::unique_ptr<app::ShapePanel> panel;

  void SetUp() override {
    p.open();
    panel = std::make_unique<app::ShapePanel>(p.context);
    panel->resize(330, 800);
    panel->show();
  }
  void wait() {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->busy(); }, 20000));
  }
  app::ShapeTool& tool() { return *panel->tool(); }
  void pickFirst() {
    panel->pick("building", 1, false);
    wait();
    ASSERT_EQ(panel->picked().size(), 1U);
    ASSERT_NE(panel->tool(), nullptr);
  }
  void drag(gis::MapXY from, gis::MapXY to) {
    ASSERT_TRUE(tool().press(from));
    tool().drag({(from.x_m + to.x_m) / 2, (from.y_m + to.y_m) / 2});
    tool().drag(to);
    tool().release();
    wait();
  }
  bool says(const QString& words) const {
    for (const QLabel* label : panel->findChildren<QLabel*>())
      if (!label->isHidden() && label->text().contains(words)) return true;
    return false;
  }
  QPushButton* button(const QString& text) const {
    QCoreApplication::processEvents();  // a layout shows its new children in the next turn
    for (QPushButton* each : panel->findChildren<QPushButton*>())
      if (each->text().startsWith(text) && !each->isHidden() && !each->parentWidget()->isHidden()) return each;
    return nullptr;
  }
};

TEST_F(ShapePanelTest, AnEmptyPanelSaysWhatToDo) {
  EXPECT_TRUE(says(QStringLiteral("Choose “Pick”")));
  p.document.setWorkspace({});
  EXPECT_TRUE(says(QStringLiteral("Open a workspace")));
}

TEST_F(ShapePanelTest, AClickPicksAHouseAndADragMovesItsCorner) {
  panel->useMode(ShapeMode::kEdit);
  tool().click(p.at(112.30005, 36.50005));
  wait();
  ASSERT_EQ(panel->picked().size(), 1U);
  EXPECT_EQ(panel->picked().front().fid, 1);
  drag(p.at(112.3, 36.5), p.at(112.30002, 36.50002));
  EXPECT_EQ(p.said, QStringLiteral("Saved"));
  ASSERT_EQ(p.told.size(), 1U);
  EXPECT_EQ(p.told[0].tables[0].changed, std::vector<std::int64_t>{1});
  EXPECT_EQ(p.stored("SELECT count(*) FROM edit_change WHERE column_name='geom'"), "1");
  EXPECT_NEAR(panel->picked().front().shape.parts[0][0].lon_deg, 112.30002, 1e-8);
}

TEST_F(ShapePanelTest, AMarkBetweenTwoCornersBecomesAVertexAndDeleteTakesItAway) {
  pickFirst();
  drag(p.at(112.30005, 36.5), p.at(112.30005, 36.50002));
  EXPECT_EQ(panel->picked().front().shape.parts[0].size(), 5U);
  tool().hover(p.at(112.30005, 36.50002));
  EXPECT_TRUE(tool().key(Qt::Key_Delete));
  wait();
  EXPECT_EQ(panel->picked().front().shape.parts[0].size(), 4U);
}

TEST_F(ShapePanelTest, ADraggedCornerSnapsToTheNeighboursToTheLastBit) {
  pickFirst();
  drag(p.at(112.3001, 36.5), p.at(112.300198, 36.500002));
  EXPECT_EQ(panel->picked().front().shape.parts[0][1], (gis::LonLat{112.3 + 0.0002 * 1, 36.5}));
}

TEST_F(ShapePanelTest, TheCrossMovesTheWhole) {
  pickFirst();
  const double area_m2 = gis::areaM2(panel->picked().front().shape);
  drag(p.at(112.30005, 36.50005), p.at(112.30005, 36.50007));
  EXPECT_NEAR(panel->picked().front().shape.parts[0][0].lat_deg, 36.50002, 1e-7);
  EXPECT_NEAR(gis::areaM2(panel->picked().front().shape), area_m2, area_m2 * 1e-5);
}

TEST_F(ShapePanelTest, ABorderThatCrossesItselfIsRefusedWithItsPlace) {
  pickFirst();
  const gis::Shape before = panel->picked().front().shape;
  drag(p.at(112.3001, 36.5), p.at(112.30005, 36.50013));
  EXPECT_TRUE(says(QStringLiteral("crosses or touches itself")));
  EXPECT_EQ(p.marks.size(), 1U);
  EXPECT_EQ(tool().shape(), before);
  EXPECT_EQ(p.stored("SELECT count(*) FROM edit_step"), "0");
}

TEST_F(ShapePanelTest, WhatLiesOutsideItsDistrictIsAskedAbout) {
  pickFirst();
  drag(p.at(112.30005, 36.50005), p.at(112.29985, 36.50005));
  EXPECT_TRUE(says(QStringLiteral("belongs to 韩家沟村")));
  EXPECT_EQ(p.stored("SELECT count(*) FROM edit_step"), "0");
  ASSERT_NE(button(QStringLiteral("Save, and move it to 沁河镇")), nullptr);
  button(QStringLiteral("Save, and move it to 沁河镇"))->click();
  wait();
  EXPECT_EQ(p.stored("SELECT division_code FROM building WHERE fid=1"), "140431100000");
  EXPECT_EQ(p.stored("SELECT count(*) FROM edit_step"), "1");
}

TEST_F(ShapePanelTest, OrTakenBack) {
  pickFirst();
  const gis::Shape before = tool().shape();
  drag(p.at(112.30005, 36.50005), p.at(112.29985, 36.50005));
  ASSERT_NE(button(QStringLiteral("Take it back")), nullptr);
  button(QStringLiteral("Take it back"))->click();
  EXPECT_EQ(tool().shape(), before);
  EXPECT_EQ(p.stored("SELECT count(*) FROM edit_step"), "0");
}

TEST_F(ShapePanelTest, ANewHouseIsDrawnAndEntered) {
  panel->useMode(ShapeMode::kDraw);
  for (const auto& [lon, lat] : {std::pair{112.301, 36.501}, {112.3012, 36.501}, {112.3012, 36.5012}})
    tool().click(p.at(lon, lat));
  EXPECT_TRUE(tool().key(Qt::Key_Return));
  wait();
  EXPECT_TRUE(says(QStringLiteral("New row")));
  EXPECT_TRUE(says(QStringLiteral("韩家沟村")));
  button(QStringLiteral("Save the new row"))->click();
  EXPECT_TRUE(says(QStringLiteral("Something must stand here")));  // storeys
  panel->findChild<QLineEdit*>(QStringLiteral("storeys"))->setText(QStringLiteral("2"));
  button(QStringLiteral("Save the new row"))->click();
  wait();
  EXPECT_EQ(p.stored("SELECT count(*) FROM building"), "41");
  EXPECT_EQ(p.stored("SELECT division_code||storeys FROM building WHERE fid=41"), "1404311002012");
  EXPECT_EQ(p.stored("SELECT footprint_m2>190 AND footprint_m2<210 FROM building WHERE fid=41"), "1");
}

TEST_F(ShapePanelTest, ALineSplitsAHouseAfterAPreview) {
  pickFirst();
  panel->useMode(ShapeMode::kSplit);
  tool().click(p.at(112.29995, 36.50005));
  tool().click(p.at(112.30015, 36.50005));
  tool().doubleClick(p.at(112.30015, 36.50005));
  wait();
  EXPECT_TRUE(says(QStringLiteral("becomes 2 rows")));
  EXPECT_EQ(p.stored("SELECT count(*) FROM building"), "40");
  ASSERT_NE(button(QStringLiteral("Split")), nullptr);
  button(QStringLiteral("Split"))->click();
  wait();
  EXPECT_EQ(p.stored("SELECT count(*) FROM building"), "41");
  // And merged again.
  panel->pick("building", 1, false);
  wait();
  panel->pick("building", 41, true);
  wait();
  panel->merge();
  ASSERT_TRUE(QTest::qWaitFor([&] { return button(QStringLiteral("Merge")) != nullptr; }, 20000));
  button(QStringLiteral("Merge"))->click();
  wait();
  EXPECT_EQ(p.stored("SELECT count(*) FROM building"), "40");
}

TEST_F(ShapePanelTest, ALineThatDoesNotCutThroughIsSaid) {
  pickFirst();
  panel->useMode(ShapeMode::kSplit);
  tool().click(p.at(112.30002, 36.50002));
  tool().click(p.at(112.30004, 36.50004));
  EXPECT_TRUE(tool().key(Qt::Key_Return));
  wait();
  EXPECT_TRUE(says(QStringLiteral("does not cut the shape through")));
}

TEST_F(ShapePanelTest, AHoleMustLieInside) {
  pickFirst();
  panel->useMode(ShapeMode::kHole);
  for (const auto& [lon, lat] : {std::pair{112.30003, 36.50003}, {112.30007, 36.50003}, {112.30005, 36.50007}})
    tool().click(p.at(lon, lat));
  EXPECT_TRUE(tool().key(Qt::Key_Return));
  wait();
  EXPECT_EQ(panel->picked().front().shape.parts.size(), 2U);
  panel->useMode(ShapeMode::kHole);
  for (const auto& [lon, lat] : {std::pair{112.31, 36.51}, {112.311, 36.51}, {112.31, 36.511}})
    tool().click(p.at(lon, lat));
  EXPECT_TRUE(tool().key(Qt::Key_Return));
  wait();
  EXPECT_TRUE(says(QStringLiteral("a hole must lie inside")));
}

TEST_F(ShapePanelTest, ArrowsPushAVertexAndItIsSavedWhenTheyRest) {
  pickFirst();
  EXPECT_TRUE(tool().key(Qt::Key_N));
  EXPECT_TRUE(tool().key(Qt::Key_Right));
  EXPECT_TRUE(tool().key(Qt::Key_Right));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !p.told.empty(); }, 20000));
  EXPECT_EQ(p.stored("SELECT count(*) FROM edit_step"), "1");
}

TEST_F(ShapePanelTest, ARowIsDeletedWithItsReason) {
  pickFirst();
  for (QLineEdit* line : panel->findChildren<QLineEdit*>())
    if (line->accessibleName().startsWith(QStringLiteral("Reason"))) line->setText(QStringLiteral("torn down"));
  panel->removePicked();
  wait();
  EXPECT_EQ(p.stored("SELECT count(*) FROM building"), "39");
  EXPECT_EQ(p.stored("SELECT reason FROM edit_step"), "torn down");
  EXPECT_TRUE(panel->picked().empty());
}

TEST_F(ShapePanelTest, EscapeLetsGoStepByStep) {
  pickFirst();
  EXPECT_TRUE(tool().key(Qt::Key_N));
  EXPECT_TRUE(tool().cancel());
  EXPECT_EQ(panel->picked().size(), 1U);
  EXPECT_TRUE(tool().cancel());
  EXPECT_TRUE(panel->picked().empty());
  EXPECT_FALSE(tool().cancel());
}

}  // namespace
