// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exposure/exposure_panel.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/exposure/exposure_view.h"
#include "app/exposure/figure_card.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "gis/footprint/footprint.h"
#include "gis/store/code_store.h"
#include "gis/store/feature_store.h"
#include "tests/gis/store/store_test_support.h"

namespace {

class ExposurePanelTest : public ::testing::Test {
 protected:
  void SetUp() override {
    app::applyTheme(*qApp, layers::Theme::kDark, 1);
    auto made = gis::Workspace::create(city / "city", gis::kMayDay);
    ASSERT_OK(made);
    ASSERT_OK(made->setFact("map_crs", "EPSG:4546"));
    gis::fillSmallCity(made->db());
    app::OpenWorkspace open;
    open.folder = made->folder();
    open.facts = made->facts();
    open.codes = *gis::CodeStore(made->db()).all();
    context.map.use_tool = [this](std::unique_ptr<app::MapTool> given) { tool = std::move(given); };
    context.map.say = [this](const QString& text) { said = text; };
    context.map.show_box = [](const gis::MapBox&) {};
    context.map.show_table = [this](const QString& id) { table = id; };
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("en"));
    document.setWorkspace(open);
    auto houses = gis::FeatureStore(made->db()).read("building", {});
    app::MapLayer layer;
    layer.id = QStringLiteral("buildings");
    layer.table = "building";
    layer.columns = gis::buildMapColumns(std::move(houses->value), "EPSG:4546")->value;
    document.addLayer(std::move(layer));
    panel = std::make_unique<app::ExposurePanel>(context);
    panel->resize(400, 900);
    panel->show();
  }
  void ask(const gis::Result<gis::Footprint>& footprint) {
    panel->ask(*footprint);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  }

  gis::TemporaryFolder city;
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  std::unique_ptr<app::MapTool> tool;
  QString said, table;
  std::unique_ptr<app::ExposurePanel> panel;
};

}  // namespace

TEST_F(ExposurePanelTest, answersAShapeAndAClickOnAFigureChoosesItsRows) {
  ask(gis::circleFootprint({112.305, 36.5}, 20'000));
  ASSERT_TRUE(panel->view()->exposure());
  EXPECT_EQ(panel->view()->exposure()->count("building"), 60);
  const auto cards = panel->findChildren<app::FigureCard*>();
  ASSERT_GE(cards.size(), 3);
  EXPECT_TRUE(cards[2]->accessibleName().contains(QStringLiteral("60"))) << cards[2]->accessibleName().toStdString();
  cards[2]->setFocus();
  QTest::keyClick(cards[2], Qt::Key_Return);
  EXPECT_EQ(document.chosen().count(), 60U);
  EXPECT_EQ(table, QStringLiteral("buildings"));
}

TEST_F(ExposurePanelTest, fillsWhileACircleIsDragged) {
  ask(gis::circleFootprint({112.6, 36.6}, 100));
  panel->startTask(app::FootprintTask::kCircle);
  ASSERT_TRUE(tool);
  const gis::MapXY centre = *document.toMap({112.305, 36.5});
  EXPECT_TRUE(tool->press(centre));
  for (int i = 1; i <= 20; ++i) tool->drag({centre.x_m + 100 * i, centre.y_m});
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  // The latest shape is the one that is shown, before the button is let go.
  EXPECT_EQ(panel->view()->exposure()->count("building"), 60);
  EXPECT_NEAR(panel->view()->exposure()->part_area_m2[0], 3.14159 * 4e6, 2e5);
}

TEST_F(ExposurePanelTest, anEmptyPlaceSaysSo) {
  ask(gis::circleFootprint({112.9, 36.9}, 100));
  bool told = false;
  for (const QLabel* label : panel->findChildren<QLabel*>())
    told |= label->text().contains(QStringLiteral("Nobody and nothing"));
  EXPECT_TRUE(told);
}

TEST_F(ExposurePanelTest, ARoomHandsOverRingsAndTheyAreShownAndCounted) {
  app::ThreatenedPlace place;
  place.footprint = app::ringsFootprint({112.3, 36.5}, {300, 5000}, {QStringLiteral("near"), QStringLiteral("far")});
  place.footprint.origin = "fire";
  ASSERT_TRUE(app::showThreatened(context, place));
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  const auto& exposure = panel->view()->exposure();
  ASSERT_TRUE(exposure);
  EXPECT_EQ(exposure->origin, "fire");
  EXPECT_EQ(exposure->part_names, (std::vector<std::string>{"near", "far"}));
  EXPECT_GT(exposure->count("building", {.part = 0}), 0);
  EXPECT_GT(exposure->count("building", {.part = 1}), 0);
  EXPECT_EQ(exposure->count("building"), 60);
  EXPECT_TRUE(tool) << "the place is drawn on the map";
}

TEST_F(ExposurePanelTest, APlaceHandedOverBeforeThePanelIsThereIsAnsweredWhenItComes) {
  panel.reset();
  app::ThreatenedPlace place;
  place.footprint = app::ringsFootprint({112.305, 36.5}, {5000}, {});
  EXPECT_FALSE(app::showThreatened(context, place));
  panel = std::make_unique<app::ExposurePanel>(context);
  panel->show();
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy() && panel->view()->exposure() != nullptr; }, 20'000));
  EXPECT_EQ(panel->view()->exposure()->count("building"), 60);
}

TEST_F(ExposurePanelTest, ARoomHandsOverDistrictsByCode) {
  app::ThreatenedPlace place;
  place.divisions = {{"move", "move at once", {"140431000000"}}};
  ASSERT_TRUE(app::showThreatened(context, place));
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  ASSERT_TRUE(panel->view()->exposure());
  EXPECT_EQ(panel->view()->exposure()->part_names, (std::vector<std::string>{"move at once"}));
  place.divisions = {{"move", "move at once", {"999999000000"}}};
  ASSERT_TRUE(app::showThreatened(context, place));
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  EXPECT_EQ(messages.messages().size(), 1U);
}

TEST_F(ExposurePanelTest, writesAReport) {
  ask(gis::circleFootprint({112.305, 36.5}, 20'000));
  const auto file = city / "report.xlsx";
  panel->writeReport(file);
  ASSERT_TRUE(QTest::qWaitFor([this] { return said.contains(QStringLiteral("report.xlsx")); }, 20'000));
  EXPECT_GT(std::filesystem::file_size(file), 4000U);
}

TEST_F(ExposurePanelTest, withoutAWorkspaceItSaysWhatToDo) {
  ask(gis::circleFootprint({112.305, 36.5}, 20'000));
  document.setWorkspace(std::nullopt);
  bool told = false;
  for (const QLabel* label : panel->findChildren<QLabel*>())
    told |= label->isVisible() && label->text().contains(QStringLiteral("Open a workspace"));
  EXPECT_TRUE(told);
  for (const QToolButton* button : panel->findChildren<QToolButton*>()) EXPECT_FALSE(button->isEnabled());
}
