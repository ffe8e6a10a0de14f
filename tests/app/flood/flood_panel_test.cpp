// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flood/flood_panel.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/flood/catchment_page.h"
#include "app/flood/now_page.h"
#include "app/flood/rain_page.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "layers/flood/flood_layer.h"
#include "tests/gis/flood/flood_city.h"

namespace {

struct FloodPanelTest : ::testing::Test {
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  QString said;
  std::vector<gis::MapXY> flights;
  std::vector<gis::MapBox> boxes;

  FloodPanelTest() {
    context.map.say = [this](const QString& text) { said = text; };
    context.map.fly_to = [this](gis::MapXY where, double) { flights.push_back(where); };
    context.map.show_box = [this](const gis::MapBox& box) { boxes.push_back(box); };
    context.map.mark = [](gis::MapXY) {};
    context.map.metres_per_px = [] { return 10.0; };
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("en"));
  }
  std::filesystem::path path() const { return folder.filePath(QStringLiteral("w")).toStdString(); }
  void open(bool storm) {
    auto made = gis::Workspace::create(path(), clock);
    ASSERT_TRUE(made.has_value());
    ASSERT_TRUE(made->setFact("map_crs", "EPSG:4547"));
    ASSERT_TRUE(made->setFact("is_demo", "1"));  // the moment of the latest reading is the present
    gis::flood::fillFloodCity(made->db());
    if (storm) gis::flood::addStorm(made->db());
    document.setWorkspace(app::OpenWorkspace{path(), made->facts(), {}, {}, {}, {}, {}});
  }
  void wait(app::FloodPanel& panel) {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel.busy() && panel.view() != nullptr; }, 20000));
  }
};

TEST_F(FloodPanelTest, WithoutAWorkspaceItSaysSo) {
  app::FloodPanel panel(context);
  panel.show();
  EXPECT_FALSE(panel.busy());
  EXPECT_EQ(panel.now()->list()->count(), 0);
}

TEST_F(FloodPanelTest, WorstFirstAndEachRowGoesToTheMap) {
  open(true);
  app::FloodPanel panel(context);
  panel.resize(400, 800);
  panel.show();
  wait(panel);
  app::FloodList* list = panel.now()->list();
  ASSERT_EQ(list->count(), 3);
  EXPECT_EQ(list->rows()[0].severity, 3);
  EXPECT_EQ(list->rows()[0].table, "danger_section");
  EXPECT_TRUE(list->item(0)->text().contains(QStringLiteral("Move at once")));
  list->setFocus();
  QTest::keyClick(list, Qt::Key_Down);
  QTest::keyClick(list, Qt::Key_Return);
  ASSERT_EQ(flights.size(), 1U);
  QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(2)).center());
  EXPECT_EQ(flights.size(), 2U);
  // and its marks lie on the map
  const app::MapLayer* layer = document.find(QStringLiteral("flood-now"));
  ASSERT_NE(layer, nullptr);
  EXPECT_EQ(layer->state->featureCount(), 3);
}

TEST_F(FloodPanelTest, SectionsOverAThresholdAreHandedOverAsADraftOfAWarning) {
  open(true);
  std::optional<app::WarningDraft> draft;
  app::WarningDesk::of(document).setAnswer([&](const app::WarningDraft& made) { draft = made; });
  app::FloodPanel panel(context);
  panel.show();
  wait(panel);
  auto* raise = panel.now()->findChild<app::RaiseWarningButton*>();
  ASSERT_NE(raise, nullptr);
  ASSERT_FALSE(raise->isHidden());
  raise->click();
  ASSERT_TRUE(draft.has_value());
  EXPECT_EQ(draft->event_code, "11A51");
  EXPECT_EQ(draft->colour, "red") << "a section is to be moved at once";
  EXPECT_FALSE(draft->division_codes.empty());
  EXPECT_TRUE(draft->text.contains(QStringLiteral("危险区雨量超过临界值"))) << draft->text.toStdString();
}

TEST_F(FloodPanelTest, NothingOverAThresholdIsAGoodState) {
  open(false);
  {
    const auto workspace = gis::Workspace::open(path(), gis::OpenMode::kReadWrite);
    ASSERT_TRUE(workspace);
    ASSERT_TRUE(gis::flood::FloodReadingStore(workspace->db()).addRain({{"A", gis::flood::kFourInTheMorning, 1}}, "t"));
  }
  app::FloodPanel panel(context);
  panel.show();
  wait(panel);
  EXPECT_EQ(panel.now()->list()->count(), 0);
  EXPECT_TRUE(panel.now()->findChild<app::RaiseWarningButton*>()->isHidden());
  EXPECT_EQ(document.find(QStringLiteral("flood-now")), nullptr);
}

TEST_F(FloodPanelTest, AnHourBackIsJudgedAsItWas) {
  open(true);
  app::FloodPanel panel(context);
  panel.show();
  wait(panel);
  panel.load(gis::flood::kFourInTheMorning - 10 * gis::flood::kHourMs);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !panel.busy(); }, 20000));
  EXPECT_EQ(panel.now()->list()->count(), 0);
}

TEST_F(FloodPanelTest, CatchmentIsTracedDownAndUp) {
  open(true);
  app::FloodPanel panel(context);
  panel.resize(400, 800);
  panel.show();
  wait(panel);
  panel.tabs()->setCurrentWidget(panel.catchments());
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.catchments()->rivers() != nullptr; }, 20000));
  const std::size_t reach = panel.catchments()->rivers()->rivers.basins[0].reach;
  panel.catchments()->choose(reach);
  ASSERT_TRUE(QTest::qWaitFor([&] { return boxes.size() == 1; }, 20000));
  const auto* layer = dynamic_cast<const layers::FloodLayer*>(document.find(QStringLiteral("flood-now"))->state.get());
  ASSERT_NE(layer, nullptr);
  EXPECT_EQ(layer->picture().lines.size(), 2U);
}

TEST_F(FloodPanelTest, FileOfReadingsIsTakenInAndBadRowsAreTold) {
  open(true);
  app::FloodPanel panel(context);
  panel.show();
  wait(panel);
  const std::filesystem::path file = folder.filePath(QStringLiteral("rain.csv")).toStdString();
  gis::writeBytes(file, "STCD,TM,DRP\nB,2026-07-31 04:00,31\nB,2026-07-31 04:00,-3\n");
  panel.importFile(file);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !said.isEmpty(); }, 20000));
  EXPECT_TRUE(said.contains(QStringLiteral("1 rows left out"))) << said.toStdString();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !panel.busy(); }, 20000));
  EXPECT_NEAR(panel.view()->now.sections[0].rain_1h_mm, 23, 0.01);
}

}  // namespace
