// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flood/flood_panel.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/flood/catchment_page.h"
#include "app/flood/flood_text.h"
#include "app/flood/now_page.h"
#include "app/flood/rain_page.h"
#include "app/footprint/threatened.h"
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
  static bool says(const app::FloodPanel& panel, const QString& words) {
    for (const QLabel* label : panel.findChildren<QLabel*>())
      if (label->isVisible() && label->text().contains(words)) return true;
    return false;
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

TEST_F(FloodPanelTest, RiverIsAskedUpstreamFirst) {
  open(true);
  app::FloodPanel panel(context);
  panel.resize(400, 800);
  panel.show();
  wait(panel);
  panel.tabs()->setCurrentWidget(panel.catchments());
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.catchments()->rivers() != nullptr; }, 20000));
  auto* tree = panel.catchments()->findChild<QTreeWidget*>();
  ASSERT_GT(tree->topLevelItemCount(), 0);
  emit tree->itemClicked(tree->topLevelItem(0), 0);
  ASSERT_TRUE(QTest::qWaitFor([&] { return boxes.size() == 1; }, 20000));
  EXPECT_EQ(panel.catchments()->direction(), gis::flood::Direction::kUpstream);
  const auto* layer = dynamic_cast<const layers::FloodLayer*>(document.find(QStringLiteral("flood-now"))->state.get());
  ASSERT_NE(layer, nullptr);
  EXPECT_EQ(layer->picture().lines.size(), 2U);  // both reaches; below its mouth there is none
}

TEST_F(FloodPanelTest, WholeVillagesAreCalledSo) {
  open(true);
  app::FloodPanel panel(context);
  panel.show();
  wait(panel);
  std::optional<app::ThreatenedPlace> asked;
  app::PlaceDesk::of(document).setAnswer([&](const app::ThreatenedPlace& place) { asked = place; });
  panel.now()->findChild<QPushButton*>()->click();
  ASSERT_TRUE(asked.has_value());
  EXPECT_EQ(asked->divisions[0].name, "Move at once, whole villages");
  EXPECT_TRUE(asked->footprint.origin.starts_with("all people of the villages"));
}

TEST_F(FloodPanelTest, TabsAreWholeWordsAndTheYearIsSaid) {
  open(true);
  app::FloodPanel panel(context);
  panel.show();
  wait(panel);
  EXPECT_EQ(panel.tabs()->elideMode(), Qt::ElideNone);
  EXPECT_EQ(panel.tabs()->tabToolTip(3), QStringLiteral("Reservoirs"));
  EXPECT_TRUE(says(panel, QStringLiteral("As of 2026-07-31")));
  EXPECT_TRUE(says(panel, QStringLiteral("Made data")));
}

TEST(FloodText, OldReadingsAreCalledOld) {
  const std::int64_t now = gis::flood::kFourInTheMorning;
  EXPECT_TRUE(app::latestAgeText(now - 23 * gis::flood::kHourMs, now).isEmpty());
  EXPECT_TRUE(app::latestAgeText({}, now).isEmpty());
  EXPECT_EQ(app::latestAgeText(now - 75 * gis::flood::kHourMs, now), QStringLiteral("latest reading 3 days ago"));
}

TEST(FloodList, NarrowRowsGrowInsteadOfCuttingNames) {
  app::FloodList list;
  list.resize(600, 300);
  list.show();
  app::FloodRow row;
  row.title = QStringLiteral("立即转移  范家岭村危险区");
  row.value = QStringLiteral("73.5/61 mm in 6 h");
  row.detail = QStringLiteral("平顺县 · 120 人 · 土壤较湿 · 6 小时缺报");
  list.setRows({row});
  const int wide = list.sizeHintForRow(0);
  list.resize(180, 300);
  EXPECT_TRUE(QTest::qWaitFor([&] { return list.sizeHintForRow(0) > wide; }, 5000));
}

TEST_F(FloodPanelTest, FileOfSomethingElseIsRefusedInThePanel) {
  open(true);
  app::FloodPanel panel(context);
  panel.show();
  wait(panel);
  const std::filesystem::path file = folder.filePath(QStringLiteral("other.csv")).toStdString();
  gis::writeBytes(file, "a,b\n1,2\n");
  panel.importFile(file);
  ASSERT_TRUE(QTest::qWaitFor([&] { return says(panel, QStringLiteral("Expected headings")); }, 20000));
  EXPECT_TRUE(says(panel, QStringLiteral("other.csv")));
  EXPECT_TRUE(says(panel, QStringLiteral("no column STCD")));
  // The next file takes its place; rows that are not taken in are named with their reasons.
  gis::writeBytes(file, "STCD,TM,DRP\nB,2026-07-31 04:00,-3\nB,sometime,3\n");
  panel.importFile(file);
  ASSERT_TRUE(QTest::qWaitFor([&] { return says(panel, QStringLiteral("2 rows left out")); }, 20000));
  EXPECT_FALSE(says(panel, QStringLiteral("Expected headings")));
  EXPECT_TRUE(says(panel, QStringLiteral("row 2: negative rain: -3")));
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
