// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/weather/weather_panel.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "app/weather/warning_form.h"
#include "gis/store/code_store.h"
#include "tests/gis/store/store_test_support.h"

namespace {

class WeatherRoom : public ::testing::Test {
 protected:
  WeatherRoom() {
    auto made = gis::Workspace::create(city / "city", gis::kMayDay);
    EXPECT_TRUE(made.has_value());
    gis::fillSmallCity(made->db(), 3);
    EXPECT_TRUE(made->setFact("city_code", "140400").has_value());
    EXPECT_TRUE(made->setFact("map_crs", "EPSG:4547").has_value());
    auto codes = gis::CodeStore(made->db()).all();
    EXPECT_TRUE(codes.has_value());
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("en"));
    document.setWorkspace(app::OpenWorkspace{made->folder(), made->facts(), *codes, {}, {}, {}, {}});
    panel = std::make_unique<app::WeatherPanel>(context);
    panel->show();
    EXPECT_TRUE(QTest::qWaitFor([&] { return !panel->busy(); }));
  }
  void press(const QString& text) {
    for (QPushButton* button : panel->findChildren<QPushButton*>())
      if (button->text() == text && button->isVisible()) return QTest::mouseClick(button, Qt::LeftButton);
    FAIL() << text.toStdString();
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
  std::unique_ptr<app::WeatherPanel> panel;
};

TEST_F(WeatherRoom, IssuesUpdatesAndCancels) {
  EXPECT_EQ(panel->list()->count(), 0);
  press(QStringLiteral("New …"));
  panel->form()->chooseType("11B03", gis::weather::WarningColour::kOrange);
  press(QStringLiteral("Issue"));  // no district yet
  EXPECT_TRUE(panel->form()->isVisible());
  panel->form()->chooseDistrict("140431000000", true);
  press(QStringLiteral("Issue"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->busy() && panel->list()->count() == 1; }));
  EXPECT_TRUE(panel->list()->item(0)->text().contains(QStringLiteral("Orange Rainstorm warning")));
  EXPECT_TRUE(panel->list()->item(0)->text().contains(QStringLiteral("沁源县")));
  ASSERT_NE(document.find(QStringLiteral("weather-warnings")), nullptr);
  press(QStringLiteral("Cancel …"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->busy() && panel->list()->count() == 0; }));
  EXPECT_EQ(document.find(QStringLiteral("weather-warnings")), nullptr);
}

}  // namespace
