// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fire/fire_panel.h"
#include "app/map/map_tool.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/fire/near_tab.h"
#include "app/fire/weather_tab.h"
#include "app/footprint/threatened.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "tests/gis/store/store_test_support.h"

namespace {

class FireRoom : public ::testing::Test {
 protected:
  FireRoom() {
    auto made = gis::Workspace::create(city / "city", gis::kMayDay);
    EXPECT_TRUE(made.has_value());
    gis::fillSmallCity(made->db(), 3);
    EXPECT_TRUE(made->setFact("map_crs", "EPSG:4547").has_value());
    context.map.fly_to = [this](gis::MapXY, double) { ++flights; };
    context.map.say = [this](const QString& text) { said = text; };
    context.map.use_tool = [this](std::unique_ptr<app::MapTool> used) { tool = std::move(used); };
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("en"));
    panel = std::make_unique<app::FirePanel>(context);
  }
  void open() {
    auto workspace = gis::Workspace::open(city / "city", gis::OpenMode::kRead);
    ASSERT_OK(workspace);
    document.setWorkspace(app::OpenWorkspace{workspace->folder(), workspace->facts(), {}, {}, {}, {}, {}});
    panel->show();
  }
  QString texts() const {
    QStringList all;
    for (const QLabel* label : panel->findChildren<QLabel*>())
      if (label->isVisibleTo(panel.get())) all << label->text();
    return all.join(QLatin1Char('\n'));
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
  int flights = 0;
  QString said;
  std::unique_ptr<app::FirePanel> panel;
  std::unique_ptr<app::MapTool> tool;
};

TEST_F(FireRoom, SaysWhatToDoWithoutAWorkspace) {
  panel->show();
  EXPECT_TRUE(texts().contains(QStringLiteral("Open a workspace first."))) << texts().toStdString();
}

TEST_F(FireRoom, LooksAroundATypedPlace) {
  open();
  auto* place = panel->near()->findChild<QLineEdit*>();
  ASSERT_NE(place, nullptr);
  QTest::keyClicks(place, QStringLiteral("GCJ02 112.316, 36.511"));
  QTest::keyClick(place, Qt::Key_Return);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->near()->busy() && flights == 1; }));
  EXPECT_TRUE(texts().contains(QStringLiteral("within 1 km 0 people"))) << texts().toStdString();
  ASSERT_NE(document.find(QStringLiteral("fire-room")), nullptr);
}

TEST_F(FireRoom, TakesAPlaceFromTheMap) {
  open();
  for (QPushButton* button : panel->near()->findChildren<QPushButton*>())
    if (button->text() == QStringLiteral("Take it from the map")) QTest::mouseClick(button, Qt::LeftButton);
  ASSERT_NE(tool, nullptr);
  EXPECT_EQ(tool->hint(), QStringLiteral("Click where the fire is."));
  tool->click(*document.toMap({112.31, 36.51}));
  ASSERT_TRUE(QTest::qWaitFor([&] { return flights == 1; }));
  EXPECT_TRUE(panel->near()->findChild<QLineEdit*>()->text().startsWith(QStringLiteral("112.31")));
}

TEST_F(FireRoom, OneClickAsksWhoIsThreatened) {
  QString opened;
  std::optional<app::ThreatenedPlace> asked;
  auto& desk = app::PlaceDesk::of(document);
  QObject::connect(&desk, &app::PlaceDesk::panelWanted, &desk, [&](const QString& id) { opened = id; });
  desk.setAnswer([&](const app::ThreatenedPlace& place) { asked = place; });
  open();
  panel->near()->ask(QStringLiteral("112.31, 36.51"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->near()->busy() && flights == 1; }));
  for (QPushButton* button : panel->near()->findChildren<QPushButton*>())
    if (button->text() == QStringLiteral("What is threatened")) QTest::mouseClick(button, Qt::LeftButton);
  EXPECT_EQ(opened, QStringLiteral("exposure"));
  ASSERT_TRUE(asked);
  ASSERT_EQ(asked->footprint.classes.size(), 3U);
  EXPECT_EQ(asked->footprint.classes[2].shapes[0].reach_m, 5000);
  EXPECT_EQ(asked->footprint.classes[0].name, "within 1 km");
  EXPECT_EQ(asked->footprint.classes[2].name, "3–5 km");
  EXPECT_TRUE(asked->footprint.origin.starts_with("fire at 112.31"));
}

TEST_F(FireRoom, RefusesNonsenseWithAnExample) {
  open();
  panel->near()->ask(QStringLiteral("over the hills"));
  EXPECT_TRUE(texts().contains(QStringLiteral("Such as 113.11"))) << texts().toStdString();
  EXPECT_EQ(flights, 0);
}

TEST_F(FireRoom, AFireFarOutsideTheCityIsRefusedAndTheOldAnswerGoes) {
  open();
  panel->near()->ask(QStringLiteral("112.31, 36.51"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->near()->busy() && flights == 1; }));
  EXPECT_TRUE(panel->near()->tree()->isVisibleTo(panel.get()));
  for (const QString& far : {QStringLiteral("100.5, 30.2"), QStringLiteral("500,500")}) {
    panel->near()->ask(far);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->near()->busy(); }));
    EXPECT_TRUE(texts().contains(QStringLiteral("km outside the city"))) << texts().toStdString();
    EXPECT_FALSE(panel->near()->tree()->isVisibleTo(panel.get()));
    EXPECT_EQ(document.find(QStringLiteral("fire-room")), nullptr);
  }
  EXPECT_EQ(flights, 1);
  EXPECT_EQ(messages.messages().size(), 0U);
}

TEST_F(FireRoom, AnEmptyFieldSaysWhatToTypeAndClearsTheOldAnswer) {
  open();
  panel->near()->ask(QStringLiteral("112.31, 36.51"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->near()->busy() && flights == 1; }));
  panel->near()->ask(QString());
  EXPECT_TRUE(texts().contains(QStringLiteral("Type the position of the fire first."))) << texts().toStdString();
  EXPECT_FALSE(panel->near()->tree()->isVisibleTo(panel.get()));
}

TEST_F(FireRoom, TheWindsSpeedCountsOnlyWithItsDirection) {
  open();
  auto* speed = panel->near()->findChild<QDoubleSpinBox*>();
  auto* from = panel->near()->findChildren<QComboBox*>().at(1);
  ASSERT_TRUE(speed != nullptr && from->count() == 9);
  EXPECT_FALSE(speed->isEnabled());
  from->setCurrentIndex(2);
  EXPECT_TRUE(speed->isEnabled());
  from->setCurrentIndex(0);
  EXPECT_FALSE(speed->isEnabled());
}

TEST_F(FireRoom, ImportsWeatherAndTellsWhatItRefused) {
  open();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->weather()->busy(); }));
  gis::writeBytes(city / "w.csv",
                  "county,date,temperature_c,humidity_percent,wind_m_per_s,rain_mm\n沁源县,2026-04-01,20,35,3,"
                  "0\n沁源县,2026-04-02,22,130,3,0\n"
                  "沁源,2026-04-03,24,25,6,0\n不存在县,2026-04-03,24,25,6,0\n");
  panel->weather()->importFile(city / "w.csv");
  ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->weather()->busy() && !said.isEmpty(); }));
  EXPECT_EQ(said, QStringLiteral("2 days added, 0 corrected, 0 the same, 2 refused"));
  EXPECT_EQ(messages.messages().size(), 2U);
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->weather()->tree()->topLevelItemCount() == 2; }));
  EXPECT_FALSE(panel->weather()->tree()->topLevelItem(1)->text(3).isEmpty() &&
               panel->weather()->tree()->topLevelItem(0)->text(3).isEmpty());
}

}  // namespace
