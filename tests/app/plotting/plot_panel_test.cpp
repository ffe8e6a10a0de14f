// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plotting/plot_panel.h"

#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/plotting/bookmark_panel.h"
#include "app/settings/app_settings.h"
#include "gis/store/workspace.h"

namespace {

// A map over an empty workspace: tools are kept here, and clicks go to them.
struct Program {
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  std::unique_ptr<app::MapTool> tool;
  gis::MapXY centre;
  std::vector<std::pair<gis::MapXY, double>> visits;

  Program() {
    context.map.use_tool = [this](std::unique_ptr<app::MapTool> wanted) { tool = std::move(wanted); };
    context.map.say = [](const QString&) {};
    context.map.fly_to = [](gis::MapXY, double) {};
    context.map.metres_per_px = [] { return 10.0; };
    context.map.centre = [this] { return centre; };
    context.map.go_to = [this](gis::MapXY at, double scale_m) { visits.emplace_back(at, scale_m); };
  }
  void open(std::optional<gis::Error> read_only = {}) {
    const auto path = std::filesystem::path(folder.filePath(QStringLiteral("w")).toStdString());
    if (auto made = gis::Workspace::create(path, clock); made) {
      ASSERT_TRUE(made->setFact("map_crs", "EPSG:4547"));
    }
    auto workspace = gis::Workspace::open(path, gis::OpenMode::kRead);
    ASSERT_TRUE(workspace.has_value());
    document.setWorkspace(app::OpenWorkspace{path, workspace->facts(), {}, {}, {}, std::move(read_only), {}});
    centre = document.toMap({113.1, 36.2}).value();
  }
  gis::MapXY at(double dx_m, double dy_m) const { return {centre.x_m + dx_m, centre.y_m + dy_m}; }
};

template <class Widget>
Widget* child(QWidget& panel, const QString& name) {
  for (Widget* widget : panel.findChildren<Widget*>())
    if (widget->accessibleName() == name) return widget;
  return nullptr;
}

QPushButton* button(QWidget& panel, const QString& text) {
  for (QPushButton* one : panel.findChildren<QPushButton*>())
    if (one->text() == text) return one;
  return nullptr;
}

TEST(PlotPanel, WhatIsDrawnIsKeptUndoneAndDoneAgain) {
  Program p;
  app::PlotPanel panel(p.context);
  p.open();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !panel.editor().busy(); }));
  child<QToolButton>(panel, QStringLiteral("Attack arrow"))->click();
  ASSERT_NE(p.tool, nullptr);
  p.tool->click(p.at(0, 0));
  p.tool->click(p.at(500, 0));
  p.tool->click(p.at(900, 300));
  EXPECT_TRUE(p.tool->key(Qt::Key_Backspace));
  EXPECT_TRUE(p.tool->key(Qt::Key_Return));
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.editor().book().objects.size() == 1; }));
  EXPECT_EQ(panel.editor().book().objects[0].kind, gis::PlotKind::kArrow);
  EXPECT_EQ(panel.editor().book().objects[0].points.size(), 2U);
  EXPECT_EQ(panel.editor().book().sheets.size(), 1U) << "the first object makes the first sheet";
  ASSERT_NE(p.document.find(QStringLiteral("plotting")), nullptr);
  button(panel, QStringLiteral("Undo"))->click();
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.editor().book().objects.empty(); }));
  button(panel, QStringLiteral("Redo"))->click();
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.editor().book().objects.size() == 1; }));
  EXPECT_EQ(p.messages.messages().size(), 0U);
}

TEST(PlotPanel, WhatIsWrittenComesBackAsASheetOfItsOwn) {
  Program p;
  app::PlotPanel panel(p.context);
  p.open();
  panel.useTool(static_cast<int>(gis::PlotKind::kCircle));
  p.tool->click(p.at(0, 0));
  p.tool->click(p.at(1000, 0));
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.editor().book().objects.size() == 1; }));
  QString said;
  p.context.map.say = [&](const QString& text) { said = text; };
  const QString file = p.folder.filePath(QStringLiteral("会商.geojson"));
  panel.editor().exportFile(file.toStdString());
  ASSERT_TRUE(QTest::qWaitFor([&] { return said.contains(file); }));
  panel.editor().importFile(file.toStdString());
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.editor().book().objects.size() == 2; }));
  ASSERT_EQ(panel.editor().book().sheets.size(), 2U);
  EXPECT_EQ(panel.editor().book().sheets.back().name, "会商");
  EXPECT_EQ(panel.editor().book().objects.back().kind, gis::PlotKind::kCircle);
  panel.editor().importFile(p.folder.filePath(QStringLiteral("none.geojson")).toStdString());
  ASSERT_TRUE(QTest::qWaitFor([&] { return p.messages.messages().size() == 1; })) << "a reason, not silence";
}

TEST(PlotPanel, AnEscapeDropsWhatWasBegun) {
  Program p;
  app::PlotPanel panel(p.context);
  p.open();
  panel.useTool(static_cast<int>(gis::PlotKind::kLine));
  p.tool->click(p.at(0, 0));
  EXPECT_TRUE(p.tool->cancel());
  EXPECT_FALSE(p.tool->cancel());
  p.tool->key(Qt::Key_Return);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !panel.editor().busy(); }));
  EXPECT_TRUE(panel.editor().book().objects.empty());
}

TEST(PlotPanel, ACircleIsMovedByItsMiddleAndGrowsByItsEdge) {
  Program p;
  app::PlotPanel panel(p.context);
  p.open();
  panel.useTool(static_cast<int>(gis::PlotKind::kCircle));
  p.tool->click(p.at(0, 0));
  p.tool->click(p.at(1000, 0));
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.editor().book().objects.size() == 1; }));
  const double before_m = panel.editor().book().objects[0].radius_m;
  EXPECT_NEAR(before_m, 1000, 2);
  panel.useTool(-1);
  ASSERT_TRUE(p.tool->press(p.at(300, 300)));
  p.tool->release();
  ASSERT_TRUE(p.tool->press(p.at(1000, 0))) << "the handle on the edge";
  p.tool->drag(p.at(2000, 0));
  p.tool->release();
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.editor().book().objects[0].radius_m > 1900; }));
  EXPECT_NEAR(panel.editor().book().objects[0].radius_m, 2000, 4);
  ASSERT_TRUE(p.tool->key(Qt::Key_Delete));
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.editor().book().objects.empty(); }));
}

TEST(PlotPanel, AReadOnlyWorkspaceSaysSoAndOffersNoTool) {
  Program p;
  app::PlotPanel panel(p.context);
  p.open(gis::Error{gis::ErrorCode::kPermissionDenied, "w", "", {}});
  EXPECT_FALSE(child<QToolButton>(panel, QStringLiteral("Line"))->isEnabled());
  panel.useTool(static_cast<int>(gis::PlotKind::kLine));
  EXPECT_EQ(p.tool, nullptr);
}

TEST(BookmarkPanel, KeepsGoesAndForgets) {
  Program p;
  app::BookmarkPanel panel(p.context);
  p.open();
  auto* name = panel.findChild<QLineEdit*>();
  auto* list = panel.findChild<QListWidget*>();
  ASSERT_TRUE(QTest::qWaitFor([&] { return name->isEnabled(); }));
  ASSERT_TRUE(QTest::qWaitFor([&] {
    if (panel.bookmarks().empty() && name->text().isEmpty()) name->setText(QStringLiteral("漳泽水库"));
    QTest::keyClick(name, Qt::Key_Return);
    return panel.bookmarks().size() == 1;
  }));
  list->setCurrentRow(0);
  button(panel, QStringLiteral("Go there"))->click();
  ASSERT_EQ(p.visits.size(), 1U);
  EXPECT_NEAR(p.visits[0].first.x_m, p.centre.x_m, 0.01);
  EXPECT_NEAR(p.visits[0].second, 10, 1e-9);
  QTest::keyClick(list, Qt::Key_Delete);
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.bookmarks().empty(); }));
}

}  // namespace
