// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/situation/situation_panel.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QListWidget>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>
#include <optional>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/footprint/threatened.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "app/situation/blank_form.h"
#include "gis/incident/incident_store.h"
#include "gis/store/workspace.h"
#include "tests/gis/store/store_test_support.h"

namespace {

namespace situation = gis::situation;
constexpr std::int64_t kNoon_utc_ms = 1'785'470'400'000;  // 2026-07-31 12:00 in Beijing

struct SituationPanelTest : ::testing::Test {
  gis::TemporaryFolder folder;
  app::AppSettings settings{QString::fromStdString((folder / "settings.ini").string())};
  gis::FixedClock clock{kNoon_utc_ms};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  QString said;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  std::optional<app::SituationPanel> panel;

  void SetUp() override {
    context.map.say = [this](const QString& text) { said = text; };
    settings.setAuthorName(QStringLiteral("李值班"));
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("zh"));
    ASSERT_TRUE(gis::Workspace::create(folder / "w", clock));
    auto workspace = gis::Workspace::open(folder / "w", gis::OpenMode::kReadWrite);
    ASSERT_TRUE(workspace);
    for (const auto& [key, value] :
         std::vector<std::pair<std::string, std::string>>{{"city_name_zh", "长治市"},
                                                          {"map_crs", "EPSG:4547"},
                                                          {"is_demo", "1"},
                                                          {"demo_present_utc_ms", std::to_string(kNoon_utc_ms)}})
      ASSERT_TRUE(workspace->setFact(key, value));
    document.setWorkspace(app::OpenWorkspace{folder / "w", workspace->facts(), {}, {}, {}, {}, {}});
    panel.emplace(context);
    panel->resize(420, 900);
    panel->show();
    wait();
  }
  void wait() {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->busy(); }, 20'000));
  }
};

}  // namespace

TEST_F(SituationPanelTest, TheDailyReportIsThereAtOnceAndOneKeyIssuesIt) {
  ASSERT_TRUE(panel->view());
  EXPECT_EQ(panel->draft().kind, situation::ReportKind::kDaily) << "it is due first";
  EXPECT_EQ(panel->due()->count(), 1);
  EXPECT_EQ(panel->findings()->count(), 0)
      << qPrintable(panel->findings()->count() ? panel->findings()->item(0)->text() : QString());
  panel->activateWindow();
  panel->setFocus();
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->isActiveWindow(); }, 5000));
  QTest::keyClick(&*panel, Qt::Key_Return, Qt::ControlModifier);
  wait();
  ASSERT_EQ(panel->issuedList()->rowCount(), 1) << qPrintable(said);
  EXPECT_EQ(panel->issuedList()->item(0, 0)->text(), QStringLiteral("长应急报〔2026〕1号"));
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "w" / "exports"))
    files += entry.is_regular_file();
  EXPECT_EQ(files, 2);
}

TEST_F(SituationPanelTest, WhatIsMissingIsListedAndKeepsItFromBeingIssued) {
  panel->choose(situation::ReportKind::kFirst, {});
  wait();
  const int missing = panel->findings()->count();
  EXPECT_GT(missing, 3);
  panel->issue();
  wait();
  EXPECT_EQ(panel->issuedList()->rowCount(), 0);
  panel->form()->type("trend", QStringLiteral("雨势减弱"));
  EXPECT_EQ(panel->findings()->count(), missing - 1) << "the draft follows every key";
}

TEST_F(SituationPanelTest, AFigureShowsItsRows) {
  panel->showRows("warnings_in_force");
  wait();
  EXPECT_EQ(panel->rows()->columnCount(), 3);
  EXPECT_EQ(panel->rows()->rowCount(), 0) << "no warning is in force";
}

TEST_F(SituationPanelTest, AFigureThatNobodyHasToldLeadsToItsField) {
  auto workspace = gis::Workspace::open(folder / "w", gis::OpenMode::kReadWrite);
  ASSERT_TRUE(workspace);
  gis::incident::IncidentStore incidents(workspace->db());
  gis::UuidSource uuids(std::make_shared<gis::FixedClock>(kNoon_utc_ms), 3);
  gis::incident::IncidentHead head;
  head.title = "山洪灾害", head.type = "flash_flood", head.division = "沁源县", head.known_utc_ms = kNoon_utc_ms - 1000;
  const auto incident = incidents.open(head, false, "李值班", clock, uuids);
  ASSERT_TRUE(incident);
  const std::string uuid = incident->uuid;
  const auto tell = [&](std::vector<gis::incident::FigureEntry> figures) {
    ASSERT_TRUE(incidents.append(uuid, {gis::incident::FiguresTold{std::move(figures)}}, "李值班", clock));
  };
  QStringList opened;
  QObject::connect(&app::PlaceDesk::of(document), &app::PlaceDesk::itemWanted, &*panel,
                   [&](const QString& room, const QString& item) { opened << room + QLatin1Char(' ') + item; });
  panel->choose(situation::ReportKind::kStatistics, uuid);
  wait();
  const auto press = [&](situation::FindingCode code, const char* where) {
    for (std::size_t i = 0; i < panel->draft().findings.size(); ++i)
      if (panel->draft().findings[i].code == code && panel->draft().findings[i].where == where)
        return emit panel->findings()->itemActivated(panel->findings()->item(static_cast<int>(i)));
    FAIL() << where << " is no finding";
  };
  press(situation::FindingCode::kNoData, "crop_ha");
  EXPECT_EQ(opened, QStringList{QStringLiteral("incident %1/crop_ha").arg(QString::fromStdString(uuid))});
  tell({{"affected_people", 3.0, kNoon_utc_ms - 1000, "沁源县"},
        {"dead", 5.0, kNoon_utc_ms - 1000, "沁源县"},
        {"dead", 4.0, kNoon_utc_ms - 1000, "沁源县", "140431", "沁源县"}});
  panel->choose(situation::ReportKind::kStatistics, uuid);
  wait();
  opened.clear();
  press(situation::FindingCode::kTotals, "affected");
  press(situation::FindingCode::kTotals, "dead");
  ASSERT_EQ(opened.size(), 2);
  EXPECT_TRUE(opened[0].endsWith(QStringLiteral("/affected_people"))) << "the total of the rule";
  EXPECT_TRUE(opened[1].endsWith(QStringLiteral("/dead"))) << "the counties are not the city";
}

TEST_F(SituationPanelTest, TheWheelChoosesNoOtherReport) {
  for (QComboBox* box : panel->findChildren<QComboBox*>()) {
    const int before = box->currentIndex();
    QWheelEvent wheel(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(box, &wheel);
    EXPECT_EQ(box->currentIndex(), before) << qPrintable(box->accessibleName());
  }
}
