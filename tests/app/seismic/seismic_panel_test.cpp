// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seismic/seismic_panel.h"

#include <gtest/gtest.h>

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QTabWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/map/map_tool.h"
#include "app/seismic/basis_page.h"
#include "app/seismic/history_page.h"
#include "app/seismic/scenario_form.h"
#include "app/seismic/scenario_page.h"
#include "app/settings/app_settings.h"
#include "gis/store/workspace.h"
#include "tests/gis/store/store_test_support.h"

namespace {

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
  QString said;

  Program() {
    context.map.use_tool = [this](std::unique_ptr<app::MapTool> wanted) { tool = std::move(wanted); };
    context.map.say = [this](const QString& text) { said = text; };
    context.map.fly_to = [](gis::MapXY, double) {};
    context.map.mark = [](gis::MapXY) {};
    context.map.show_box = [](const gis::MapBox&) {};
    context.map.metres_per_px = [] { return 100.0; };
    context.map.centre = [this] { return document.toMap({112.3, 36.5}).value(); };
    context.map.on_identify = [](std::function<void(gis::MapXY)>) {};
  }
  void open() {
    const auto path = std::filesystem::path(folder.filePath(QStringLiteral("w")).toStdString());
    auto made = gis::Workspace::create(path, clock);
    ASSERT_TRUE(made.has_value());
    ASSERT_TRUE(made->setFact("map_crs", "EPSG:4546"));
    ASSERT_TRUE(made->setFact("extent", "112,36,113.5,37.5"));
    gis::fillSmallCity(made->db(), 400);
    auto quakes = gis::TableWriter::open(
        made->db(), "earthquake", {"name", "year", "magnitude", "uuid", "created_utc", "changed_utc", "source"}, clock);
    ASSERT_TRUE(quakes.has_value());
    gis::GeometryBuffer buffer;
    for (const auto& [year, magnitude, n] :
         {std::tuple{1303, 8.0, 1}, std::tuple{1830, 7.5, 2}, std::tuple{1999, 4.6, 3}}) {
      const std::string uuid = gis::uuidOf(8000 + n), name = "q" + std::to_string(n);
      ASSERT_TRUE(quakes->append(buffer.point({112.5 + 0.1 * n, 36.5}),
                                 {name, year, magnitude, uuid, gis::kMayDayText, gis::kMayDayText, "test"}));
    }
    ASSERT_TRUE(quakes->finish());
    auto workspace = gis::Workspace::open(path, gis::OpenMode::kRead);
    ASSERT_TRUE(workspace.has_value());
    document.setWorkspace(app::OpenWorkspace{path, workspace->facts(), {}, {}, {}, {}, {}});
  }
};

QLineEdit* field(QWidget& panel, const QString& placeholder) {
  for (QLineEdit* one : panel.findChildren<QLineEdit*>())
    if (one->placeholderText() == placeholder) return one;
  return nullptr;
}

TEST(SeismicPanel, APastedBulletinIsComputedAndShownOnTheMap) {
  Program p;
  app::SeismicPanel panel(p.context);
  p.open();
  auto* bulletin = panel.scenarioPage()->findChild<QPlainTextEdit*>();
  ASSERT_NE(bulletin, nullptr);
  bulletin->setPlainText(QStringLiteral(
      "据中国地震台网正式测定：11月29日20时46分在沁源县（北纬36.52度，东经112.31度）发生6.8级地震，震源深度10千米。"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.scenarioPage()->outcome().has_value(); }, 10000));
  const auto& outcome = *panel.scenarioPage()->outcome();
  EXPECT_DOUBLE_EQ(outcome.scenario.surface_mag, 6.8);
  EXPECT_DOUBLE_EQ(*outcome.scenario.depth_km, 10);
  ASSERT_FALSE(outcome.assessment.zones.empty());
  EXPECT_GT(outcome.larger.loss_yuan.best, outcome.smaller.loss_yuan.best);
  ASSERT_NE(p.document.find(QStringLiteral("seismic-room")), nullptr);
  EXPECT_EQ(p.messages.messages().size(), 0U);
}

TEST(SeismicPanel, ImpossibleFieldsAreNamedAndNothingIsComputed) {
  Program p;
  app::SeismicPanel panel(p.context);
  p.open();
  auto* magnitude = field(panel, QStringLiteral("5.0–8.5"));
  auto* epicentre = field(panel, QStringLiteral("Coordinates in any form, or click on the map"));
  ASSERT_TRUE(magnitude != nullptr && epicentre != nullptr);
  epicentre->setText(QStringLiteral("112.31, 36.52"));
  magnitude->clear();
  QTest::keyClicks(magnitude, QStringLiteral("12"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !panel.scenarioPage()->form()->errorText().isEmpty(); }));
  EXPECT_TRUE(panel.scenarioPage()->form()->errorText().contains(QStringLiteral("5.0 to 8.5")));
  EXPECT_FALSE(panel.scenarioPage()->outcome().has_value());
  magnitude->clear();
  QTest::keyClicks(magnitude, QStringLiteral("6"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.scenarioPage()->outcome().has_value(); }, 10000));
  EXPECT_TRUE(panel.scenarioPage()->form()->errorText().isEmpty());
}

TEST(SeismicPanel, WhoPressesComputeAfterTypingDoesNotStopWhatTypingBegan) {
  Program p;
  app::SeismicPanel panel(p.context);
  p.open();
  auto* epicentre = field(panel, QStringLiteral("Coordinates in any form, or click on the map"));
  ASSERT_NE(epicentre, nullptr);
  QPushButton* compute = nullptr;
  for (QPushButton* button : panel.scenarioPage()->findChildren<QPushButton*>())
    if (button->text() == QStringLiteral("Compute")) compute = button;
  ASSERT_NE(compute, nullptr);
  QTest::keyClicks(epicentre, QStringLiteral("112.31, 36.52"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.scenarioPage()->busy() || panel.scenarioPage()->outcome(); }));
  compute->click();
  compute->click();
  EXPECT_TRUE(QTest::qWaitFor([&] { return panel.scenarioPage()->outcome().has_value(); }, 10000));
}

TEST(SeismicPanel, RefusedFieldsTakeTheOldLossesAndTheirButtonsAway) {
  Program p;
  int moves = 0;
  p.context.map.show_box = [&moves](const gis::MapBox&) { ++moves; };
  app::SeismicPanel panel(p.context);
  p.open();
  const auto computed = [&] {
    return QTest::qWaitFor([&] { return panel.scenarioPage()->outcome().has_value(); }, 10000);
  };
  const auto saves = [&] {
    for (QToolButton* button : panel.findChildren<QToolButton*>())
      if (button->accessibleName() == QStringLiteral("Write the report (Excel or PDF)")) return button->isEnabled();
    return false;
  };
  panel.scenarioPage()->setEpicentre({112.31, 36.52});
  ASSERT_TRUE(computed());
  EXPECT_TRUE(saves());
  EXPECT_EQ(moves, 1);
  auto* magnitude = field(panel, QStringLiteral("5.0–8.5"));
  auto* depth = field(panel, QStringLiteral("empty: not known"));
  for (const auto& [typed, value] : {std::pair{magnitude, "12"}, {magnitude, "abc"}, {depth, "0"}, {depth, "-3"}}) {
    const QString before = typed->text();
    typed->clear();
    QTest::keyClicks(typed, QLatin1String(value));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel.scenarioPage()->form()->errorText().isEmpty(); })) << value;
    EXPECT_FALSE(panel.scenarioPage()->outcome().has_value()) << value;
    EXPECT_FALSE(saves()) << value;
    typed->clear();
    QTest::keyClicks(typed, before.isEmpty() ? QStringLiteral("10") : before);
    ASSERT_TRUE(computed()) << value;
    EXPECT_TRUE(saves()) << value;
  }
  EXPECT_EQ(moves, 1);  // the same epicentre: the view stays
}

TEST(SeismicPanel, AClickOnTheMapIsTheEpicentre) {
  Program p;
  app::SeismicPanel panel(p.context);
  p.open();
  for (QToolButton* button : panel.findChildren<QToolButton*>())
    if (button->accessibleName() == QStringLiteral("Click the epicentre on the map")) button->click();
  ASSERT_NE(p.tool, nullptr);
  p.tool->click(*p.document.toMap({112.4, 36.6}));
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.scenarioPage()->outcome().has_value(); }, 10000));
  EXPECT_NEAR(panel.scenarioPage()->outcome()->scenario.epicentre.lon_deg, 112.4, 1e-4);
}

TEST(SeismicPanel, TheTimeSliderFiltersTheCatalogueAndARowIsARepeat) {
  Program p;
  app::SeismicPanel panel(p.context);
  p.open();
  panel.tabs()->setCurrentWidget(panel.historyPage());
  QTreeWidget* list = panel.historyPage()->list();
  ASSERT_TRUE(QTest::qWaitFor([&] { return list->topLevelItemCount() == 3; }));
  panel.historyPage()->fromSlider()->setValue(1800);
  EXPECT_EQ(list->topLevelItemCount(), 2);
  EXPECT_NE(p.document.find(QStringLiteral("seismic-room")), nullptr);
  ASSERT_TRUE(panel.historyPage()->choose(*p.document.toMap({112.7, 36.5})));
  ASSERT_NE(list->currentItem(), nullptr);
  EXPECT_EQ(list->currentItem()->text(2), QStringLiteral("q2"));
}

TEST(SeismicPanel, AFigureIsChangedThroughTheLogAndTheLossesFollow) {
  Program p;
  app::SeismicPanel panel(p.context);
  p.open();
  QTableWidget* figures = panel.basisPage()->parameters();
  ASSERT_TRUE(QTest::qWaitFor([&] { return figures->rowCount() > 5; }));
  EXPECT_EQ(figures->item(0, 1)->text(), QStringLiteral("800"));
  figures->item(0, 1)->setText(QStringLiteral("-3"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return figures->item(0, 1)->text() == QStringLiteral("800"); }));
  figures->item(0, 1)->setText(QStringLiteral("900"));
  ASSERT_TRUE(QTest::qWaitFor(
      [&] {
        const auto opened = gis::Workspace::open(p.document.workspace()->folder, gis::OpenMode::kRead);
        return gis::seismic::QuakeStore(opened->db()).lossFigures()->price_yuan_per_m2[0] == 900;
      },
      10000));
  EXPECT_EQ(p.messages.messages().size(), 0U);
}

}  // namespace
