// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/room_bar.h"
#include "app/shell/file_layers.h"

#include <gtest/gtest.h>

#include <QDockWidget>
#include <QMainWindow>
#include <QTest>
#include <QToolButton>

#include "app/rooms.h"
#include "tests/app/shell/shell_program.h"

namespace {

using app::RoomBar;

struct Bar {
  explicit Bar(int rooms) {
    window.addToolBar(Qt::RightToolBarArea, &bar);
    for (int i = 0; i < rooms; ++i) {
      app::PanelDefinition room;
      room.name = "Plot";
      room.icon = QStringLiteral("plot");
      room.group = i < rooms / 2 ? app::PanelGroup::kMap : app::PanelGroup::kData;
      actions.push_back(std::make_unique<QAction>(QStringLiteral("Plotting")));
      actions.back()->setCheckable(true);
      bar.add(room, actions.back().get());
    }
    window.setCentralWidget(new QWidget);
  }
  void show(int height_px) {
    window.resize(800, height_px);
    window.show();
    QCoreApplication::processEvents();
  }
  QList<QToolButton*> buttons() const {
    QList<QToolButton*> found;
    for (QToolButton* button : bar.findChildren<QToolButton*>())
      if (button->property("role") == QStringLiteral("room")) found << button;
    return found;
  }
  tests::ShellProgram p;
  std::vector<std::unique_ptr<QAction>> actions;
  QMainWindow window;
  RoomBar bar;
};

TEST(RoomBar, TwentyRoomsFitOnALaptop) {
  Bar b(20);
  b.show(1000);
  EXPECT_EQ(b.bar.density(), RoomBar::Density::kUnder);
  b.show(640);  // what menu, tools and status leave of 768
  EXPECT_EQ(b.bar.density(), RoomBar::Density::kBeside);
  for (const QToolButton* button : b.buttons()) {
    EXPECT_TRUE(button->isVisible());
    EXPECT_LE(button->geometry().bottom(), b.bar.height());
  }
  b.show(520);
  EXPECT_EQ(b.bar.density(), RoomBar::Density::kTight);
  b.show(1000);
  EXPECT_EQ(b.bar.density(), RoomBar::Density::kUnder) << "and back";
}

TEST(RoomBar, WordsAreNeverCutOff) {
  Bar b(20);
  for (const int height_px : {1000, 640, 520}) {
    b.show(height_px);
    for (const QToolButton* button : b.buttons()) {
      QFont font = button->font();
      font.setPixelSize(11);
      EXPECT_LE(QFontMetrics(font).horizontalAdvance(button->text()), button->width());
    }
  }
}

TEST(RoomBar, ArrowKeysGoFromRoomToRoomAndSpaceOpens) {
  Bar b(3);
  b.show(600);
  b.window.activateWindow();
  b.buttons().front()->setFocus();
  QTest::keyClick(b.buttons().front(), Qt::Key_Up);
  EXPECT_TRUE(b.buttons().back()->hasFocus()) << "around";
  QTest::keyClick(b.buttons().back(), Qt::Key_Down);
  EXPECT_TRUE(b.buttons().front()->hasFocus());
  QTest::keyClick(b.buttons().front(), Qt::Key_Space);
  EXPECT_TRUE(b.actions.front()->isChecked());
}

TEST(RoomBar, OneRoomAtATimeOnTheRight) {
  tests::ShellProgram p;
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  p.addFake("a", "fire");
  window.resize(1366, 768);
  window.show();
  emit window.files().added({QStringLiteral("a")});  // the map's page
  std::vector<QDockWidget*> right;
  for (QDockWidget* dock : window.findChildren<QDockWidget*>())
    if (window.dockWidgetArea(dock) == Qt::RightDockWidgetArea) right.push_back(dock);
  ASSERT_GE(right.size(), 4U);
  for (QDockWidget* wanted : right) {
    if (wanted->isHidden()) wanted->toggleViewAction()->trigger();
    for (const QDockWidget* dock : right)
      EXPECT_EQ(dock->isHidden(), dock != wanted) << dock->objectName().toStdString();
  }
  right.back()->toggleViewAction()->trigger();
  for (const QDockWidget* dock : right) EXPECT_TRUE(dock->isHidden()) << dock->objectName().toStdString();
}

}  // namespace
