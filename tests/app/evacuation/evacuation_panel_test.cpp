// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evacuation/evacuation_panel.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QFileInfo>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/evacuation/plan_page.h"
#include "app/evacuation/team_page.h"
#include "app/evacuation/tick_grid.h"
#include "app/evacuation/tick_page.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "tests/gis/evacuation/evacuation_world.h"

namespace {

using app::TickPage;
using gis::team::TeamState;

struct EvacuationPanelTest : ::testing::Test {
  gis::evacuation::EvacuationWorld world;
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{gis::kMayDay};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  std::optional<app::EvacuationPanel> panel;

  void SetUp() override {
    context.map.say = [](const QString&) {};
    settings.setAuthorName(QStringLiteral("王建国"));
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("zh"));
    panel.emplace(context);
    panel->resize(480, 900);
    panel->show();
  }
  void openWorkspace() {
    document.setWorkspace(app::OpenWorkspace{world.folder / "w", world.workspace->facts(), {}, {}, {}, {}, {}});
    wait();
  }
  void wait() {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->busy(); }, 20000));
  }
  void plan(gis::LonLat centre, double radius_m) {
    panel->planning()->ask({*gis::circleFootprint(centre, radius_m), {}, QStringLiteral("洪水")});
    wait();
  }
  void start() {
    plan({112.31, 36.51}, 900);
    panel->planning()->start();
    wait();
  }
  QString cell(int row, int column) { return panel->carryingOut()->grid()->item(row, column)->text(); }
  void type(int row, int column, const QString& text) {
    panel->carryingOut()->grid()->item(row, column)->setText(text);
    wait();
  }
};

TEST_F(EvacuationPanelTest, EmptyStatesSayWhatToDo) {
  EXPECT_FALSE(panel->planning()->says().isEmpty());
  EXPECT_FALSE(panel->carryingOut()->says().isEmpty());
  openWorkspace();
  EXPECT_NE(panel->planning()->says(), QString());
  EXPECT_EQ(panel->carryingOut()->grid()->rowCount(), 0);
  EXPECT_EQ(panel->teams()->table()->rowCount(), 1);
}

TEST_F(EvacuationPanelTest, APlanNamesShelterAndReason) {
  openWorkspace();
  plan({112.31, 36.51}, 900);
  QTableWidget* table = panel->planning()->table();
  ASSERT_EQ(table->rowCount(), 1);
  EXPECT_EQ(table->item(0, 0)->text(), QStringLiteral("韩家沟村"));
  EXPECT_EQ(table->item(0, 1)->text(), QStringLiteral("60"));
  EXPECT_EQ(table->item(0, 2)->text(), QStringLiteral("镇中学"));
  EXPECT_TRUE(table->item(0, 4)->text().contains(QStringLiteral("东村广场"))) << "why not the nearer one";
  EXPECT_NE(document.find(QStringLiteral("evacuation")), nullptr);
}

TEST_F(EvacuationPanelTest, WhoHasNoPlaceComesFirst) {
  openWorkspace();
  const QString closures = folder.filePath(QStringLiteral("closed.geojson"));
  QFile file(closures);
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(R"({"type":"Feature","properties":{"name":"塌方","reach_m":100},)"
             R"("geometry":{"type":"Point","coordinates":[112.33,36.51]}})");
  file.close();
  panel->planning()->setClosures(closures);
  plan({112.31, 36.51}, 900);
  QTableWidget* table = panel->planning()->table();
  ASSERT_EQ(table->rowCount(), 1);
  EXPECT_EQ(table->item(0, 1)->text(), QStringLiteral("60"));
  EXPECT_TRUE(table->item(0, 4)->text().contains(QStringLiteral("塌方"))) << table->item(0, 4)->text().toStdString();
}

TEST_F(EvacuationPanelTest, ARoadIsClosedByAClickAndItsMarkIsOnTheMap) {
  context.map.metres_per_px = [] { return 15.0; };
  openWorkspace();
  const auto where = document.toMap({112.33, 36.51});
  ASSERT_TRUE(where);
  panel->planning()->closeRoad(*where);
  const app::MapLayer* layer = document.find(QStringLiteral("evacuation"));
  ASSERT_NE(layer, nullptr) << "the mark stands before any area is drawn";
  EXPECT_EQ(layer->state->featureCount(), 1);
  plan({112.31, 36.51}, 900);
  QTableWidget* table = panel->planning()->table();
  ASSERT_EQ(table->rowCount(), 1);
  const QString name = QString::fromStdString(panel->planning()->drawnClosures().front().name);
  EXPECT_TRUE(table->item(0, 4)->text().contains(name)) << table->item(0, 4)->text().toStdString();
  panel->planning()->openRoads();
  wait();
  EXPECT_EQ(table->item(0, 2)->text(), QStringLiteral("镇中学"));
}

TEST_F(EvacuationPanelTest, WhatClosedRoadsIsDrawnWhileItIsCarriedOut) {
  context.map.metres_per_px = [] { return 15.0; };
  openWorkspace();
  const auto where = document.toMap({112.39, 36.51});
  ASSERT_TRUE(where);
  panel->planning()->closeRoad(*where);
  start();
  ASSERT_NE(panel->carryingOut()->row(), nullptr);
  ASSERT_EQ(panel->carryingOut()->row()->order.plan.closures.size(), 1U);
  const auto& kept = panel->carryingOut()->row()->order.plan.closures[0].parts.at(0).at(0);
  EXPECT_NEAR(kept.lon_deg, 112.39, 1e-6);
  EXPECT_NEAR(kept.lat_deg, 36.51, 1e-6);
  panel->planning()->openRoads();  // what is drawn for the next plan is another matter
  wait();
  const app::MapLayer* layer = document.find(QStringLiteral("evacuation"));
  ASSERT_NE(layer, nullptr);
  EXPECT_TRUE(layer->state->extent().contains(*where)) << "the closure of the order";
  const QString file = folder.filePath(QStringLiteral("order.pdf"));
  panel->carryingOut()->saveReport(file);
  wait();
  EXPECT_GT(QFileInfo(file).size(), 20'000) << "lists and map";
}

TEST_F(EvacuationPanelTest, BadAreasLeaveASentenceAndNoOldPlan) {
  openWorkspace();
  plan({112.31, 36.51}, 900);
  const QString good = panel->planning()->says();
  plan({112.7, 36.9}, 900);
  EXPECT_NE(panel->planning()->says(), good);
  EXPECT_EQ(panel->planning()->table()->rowCount(), 0);
  panel->planning()->readHazard(folder.filePath(QStringLiteral("missing.geojson")));
  EXPECT_TRUE(panel->planning()->says().contains(QStringLiteral("missing.geojson")));
}

TEST_F(EvacuationPanelTest, NumbersAreTickedOffAndPutBackWhenTheyDoNotAddUp) {
  openWorkspace();
  start();
  EXPECT_EQ(panel->tabs()->currentWidget(), panel->carryingOut());
  EXPECT_EQ(panel->planning()->shown(), nullptr) << "nothing is ordered twice";
  ASSERT_EQ(panel->carryingOut()->grid()->rowCount(), 1);
  EXPECT_EQ(cell(0, TickPage::kLeft), QStringLiteral("60"));
  type(0, TickPage::kMoved, QStringLiteral("45"));
  type(0, TickPage::kRefused, QStringLiteral("5"));
  type(0, TickPage::kArrived, QStringLiteral("40"));
  EXPECT_EQ(cell(0, TickPage::kLeft), QStringLiteral("10"));
  EXPECT_EQ(panel->carryingOut()->row()->standing.totals().arrived, 40);
  const QString before = panel->carryingOut()->says();
  type(0, TickPage::kMoved, QStringLiteral("99"));
  EXPECT_EQ(cell(0, TickPage::kMoved), QStringLiteral("45"));
  EXPECT_NE(panel->carryingOut()->says(), before);
  type(0, TickPage::kMoved, QStringLiteral("many"));
  EXPECT_EQ(cell(0, TickPage::kMoved), QStringLiteral("45"));
}

TEST_F(EvacuationPanelTest, TheKeyboardTicksEverybodyOff) {
  openWorkspace();
  start();
  app::TickGrid* grid = panel->carryingOut()->grid();
  grid->setFocus();
  grid->setCurrentCell(0, TickPage::kMoved);
  QTest::keyClick(grid, Qt::Key_Space);
  wait();
  EXPECT_EQ(cell(0, TickPage::kLeft), QStringLiteral("0"));
  grid->setCurrentCell(0, TickPage::kArrived);
  QTest::keyClick(grid, Qt::Key_Space);
  wait();
  EXPECT_EQ(panel->carryingOut()->row()->standing.totals().arrived, 60);
  panel->carryingOut()->end();
  wait();
  EXPECT_TRUE(panel->carryingOut()->row()->standing.ended_utc_ms.has_value());
}

TEST_F(EvacuationPanelTest, DrillsAreMarkedAndRemoved) {
  openWorkspace();
  panel->planning()->setDrill(true);
  start();
  ASSERT_NE(panel->carryingOut()->row(), nullptr);
  EXPECT_TRUE(panel->carryingOut()->row()->order.is_drill);
  panel->carryingOut()->removeDrills();
  wait();
  EXPECT_EQ(panel->carryingOut()->row(), nullptr);
}

TEST_F(EvacuationPanelTest, ListsAreWritten) {
  openWorkspace();
  start();
  for (const char* name : {"lists.xlsx", "lists.pdf"}) {
    const QString file = folder.filePath(QString::fromLatin1(name));
    panel->carryingOut()->saveReport(file);
    wait();
    EXPECT_GT(QFile(file).size(), 1000) << name;
  }
}

TEST_F(EvacuationPanelTest, TeamsGetAStateAndTheNearestComesFirst) {
  openWorkspace();
  panel->teams()->set(TeamState::kOnSite, QStringLiteral("转移"), QStringLiteral("东村"));
  wait();
  ASSERT_EQ(panel->view()->teams.size(), 1U);
  EXPECT_EQ(panel->view()->teams[0].state, TeamState::kOnSite);
  const QString before = panel->teams()->says();
  panel->teams()->set(TeamState::kTasked, QString(), QString());
  wait();
  EXPECT_NE(panel->teams()->says(), before) << "a task is needed";
  EXPECT_EQ(panel->view()->teams[0].state, TeamState::kOnSite);
  const auto at = document.toMap({112.32, 36.51});
  ASSERT_TRUE(at.has_value());
  panel->teams()->findNearestTo(*at);
  wait();
  EXPECT_FALSE(panel->teams()->table()->item(0, 2)->text().isEmpty());
}

TEST_F(EvacuationPanelTest, TheLanguageChangesWhileItIsOpen) {
  openWorkspace();
  start();
  QEvent change(QEvent::LanguageChange);
  QApplication::sendEvent(&*panel, &change);
  EXPECT_EQ(panel->carryingOut()->grid()->rowCount(), 1);
}

}  // namespace
