// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/geology/geology_panel.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/footprint/threatened.h"
#include "app/footprint/warning_desk.h"
#include "app/geology/cards_page.h"
#include "app/geology/county_rain.h"
#include "app/geology/dual_page.h"
#include "app/geology/rain_grade_page.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/register/register_view.h"
#include "app/settings/app_settings.h"
#include "tests/gis/flood/flood_city.h"
#include "tests/gis/store/store_test_support.h"

namespace {

struct GeologyPanelTest : ::testing::Test {
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'777'593'600'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  std::optional<app::GeologyPanel> panel;
  std::vector<gis::MapXY> marks;

  void SetUp() override {
    context.map.say = [](const QString&) {};
    context.map.fly_to = [](gis::MapXY, double) {};
    context.map.mark = [this](gis::MapXY where) { marks.push_back(where); };
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("en"));
    const std::filesystem::path path = folder.filePath(QStringLiteral("w")).toStdString();
    auto made = gis::Workspace::create(path, clock);
    ASSERT_TRUE(made.has_value());
    ASSERT_TRUE(made->setFact("map_crs", "EPSG:4547"));
    gis::fillSmallCity(made->db(), 3);
    addPoint(made->db());
    auto codes = gis::CodeStore(made->db()).all();
    ASSERT_TRUE(codes.has_value());
    document.setWorkspace(app::OpenWorkspace{path, made->facts(), *codes, {}, {}, {}, {}});
    panel.emplace(context);
    panel->resize(420, 900);
    panel->show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->registers()->busy(); }, 20000));
  }
  void addPoint(const gis::Database& db) {
    const std::string village = db.sql().execAndGet("SELECT code FROM division WHERE level=5 LIMIT 1").getString();
    auto writer = gis::TableWriter::open(
        db, "geohazard_point",
        {"hazard_code", "division_code", "name", "type", "scale", "danger_grade", "stability", "threat_object",
         "threatened_households", "threatened_people", "threatened_property_yuan", "trigger", "monitoring", "uuid",
         "created_utc", "changed_utc", "source"},
        clock);
    ASSERT_TRUE(writer.has_value());
    gis::GeometryBuffer buffer;
    const std::string code = village.substr(0, 6) + "010001", uuid = gis::uuidOf(900);
    const auto done = writer->append(
        buffer.point({112.3, 36.5}),
        {code, village, "North slope", "01", "D", "D", std::int64_t{3}, "A", std::int64_t{2}, std::int64_t{7}, 2e5,
         std::int64_t{2}, std::int64_t{1}, uuid, gis::kMayDayText, gis::kMayDayText, "test"});
    ASSERT_TRUE(done.has_value()) << gis::say(done);
    ASSERT_TRUE(writer->finish().has_value());
  }
  template <class Page>
  Page* page(app::GeologyPanel::Tab tab) {
    panel->showTab(tab);
    return panel->findChild<Page*>();
  }
  bool says(const QString& words) const {
    for (const QLabel* label : panel->findChildren<QLabel*>())
      if (label->isVisible() && label->text().contains(words)) return true;
    return false;
  }
};

TEST_F(GeologyPanelTest, TheRegisterHoldsThePoint) {
  EXPECT_EQ(panel->registers()->model().rowCount(), 1);
  EXPECT_EQ(panel->windowTitle(), QStringLiteral("Geological hazards"));
}

TEST_F(GeologyPanelTest, RainGradesThePointAndDrawsIt) {
  auto* rain = page<app::RainGradePage>(app::GeologyPanel::kRain);
  ASSERT_NE(rain, nullptr);
  gis::geology::RainRequest request;
  request.table = "division,hours,rain_mm\n14,1,90\n";
  rain->grade(request, QStringLiteral("test"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !rain->busy(); }, 20000));
  ASSERT_TRUE(rain->run().has_value());
  EXPECT_EQ(rain->run()->grading.points[0].level, gis::geology::RainLevel::kRed);
  EXPECT_TRUE(says(QStringLiteral("Red 1")));
  EXPECT_TRUE(says(QStringLiteral("to be verified")));
  const app::MapLayer* layer = document.find(QStringLiteral("geology-rain"));
  ASSERT_NE(layer, nullptr);
  EXPECT_EQ(layer->state->featureCount(), 1);
  // The point is shown when its line is the current one.
  auto* tree = rain->findChild<QTreeWidget*>();
  ASSERT_EQ(tree->topLevelItemCount(), 1);
  tree->setCurrentItem(tree->topLevelItem(0)->child(0));
  EXPECT_EQ(marks.size(), 1u);
}

TEST_F(GeologyPanelTest, AGradeIsHandedOverAsADraftOfAWarning) {
  std::optional<app::WarningDraft> draft;
  app::WarningDesk::of(document).setAnswer([&](const app::WarningDraft& made) { draft = made; });
  auto* rain = page<app::RainGradePage>(app::GeologyPanel::kRain);
  ASSERT_NE(rain, nullptr);
  auto* raise = rain->findChild<app::RaiseWarningButton*>();
  ASSERT_NE(raise, nullptr);
  EXPECT_TRUE(raise->isHidden()) << "nothing to warn of";
  gis::geology::RainRequest request;
  request.table = "division,hours,rain_mm\n14,1,90\n";
  rain->grade(request, QStringLiteral("test"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !rain->busy(); }, 20000));
  ASSERT_FALSE(raise->isHidden());
  raise->click();
  ASSERT_TRUE(draft.has_value());
  EXPECT_EQ(draft->event_code, "11B37");
  EXPECT_EQ(draft->colour, "red");
  EXPECT_EQ(draft->division_codes.size(), 1U);
  EXPECT_TRUE(draft->text.contains(QStringLiteral("1处"))) << draft->text.toStdString();
}

TEST_F(GeologyPanelTest, RainThatCannotBeUsedIsSaid) {
  auto* rain = page<app::RainGradePage>(app::GeologyPanel::kRain);
  gis::geology::RainRequest request;
  request.table = "division,hours,rain_mm\n14,1,-3\n";
  rain->grade(request, QStringLiteral("test"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !rain->busy(); }, 20000));
  EXPECT_FALSE(rain->run().has_value());
  EXPECT_EQ(document.find(QStringLiteral("geology-rain")), nullptr);
}

TEST_F(GeologyPanelTest, CountyWithoutRainIsUnknownAndNotSafe) {
  auto* rain = page<app::RainGradePage>(app::GeologyPanel::kRain);
  gis::geology::RainRequest request;
  request.table = "division,hours,rain_mm\n990000,1,90\n";
  rain->grade(request, QStringLiteral("test"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !rain->busy(); }, 20000));
  auto* tree = rain->findChild<QTreeWidget*>();
  ASSERT_EQ(tree->topLevelItemCount(), 1);
  EXPECT_EQ(tree->topLevelItem(0)->text(1), QStringLiteral("Rain unknown"));
  EXPECT_EQ(tree->topLevelItem(0)->text(2), QStringLiteral("—"));
}

TEST_F(GeologyPanelTest, WrongRainIsMarkedAndNothingIsGraded) {
  auto* rain = page<app::RainGradePage>(app::GeologyPanel::kRain);
  auto* table = rain->findChild<QTableWidget*>();
  ASSERT_TRUE(QTest::qWaitFor([&] { return table->rowCount() > 0; }, 20000));
  for (const char* wrong : {"abc", "-5", "99999"}) {
    table->item(0, 1)->setText(QString::fromLatin1(wrong));
    rain->gradeTyped();
    EXPECT_FALSE(rain->busy()) << wrong;
    EXPECT_TRUE(says(QStringLiteral("Mend the marked cells"))) << wrong;
    EXPECT_TRUE(says(table->item(0, 0)->text())) << wrong;
    EXPECT_NE(table->item(0, 1)->background().style(), Qt::NoBrush) << wrong;
  }
  table->item(0, 1)->setText(QStringLiteral("48"));
  EXPECT_EQ(table->item(0, 1)->background().style(), Qt::NoBrush);
  rain->gradeTyped();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !rain->busy(); }, 20000));
  EXPECT_TRUE(rain->run().has_value());
}

TEST_F(GeologyPanelTest, GradedPointsAskWhatIsThreatened) {
  std::optional<app::ThreatenedPlace> asked;
  app::PlaceDesk::of(document).setAnswer([&](const app::ThreatenedPlace& place) { asked = place; });
  auto* rain = page<app::RainGradePage>(app::GeologyPanel::kRain);
  gis::geology::RainRequest request;
  request.table = "division,hours,rain_mm\n14,1,90\n";
  rain->grade(request, QStringLiteral("test"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !rain->busy(); }, 20000));
  for (QPushButton* button : rain->findChildren<QPushButton*>())
    if (button->text() == QStringLiteral("What is threatened")) {
      rain->findChild<QSpinBox*>()->setValue(350);
      button->click();
    }
  ASSERT_TRUE(asked.has_value());
  EXPECT_EQ(asked->footprint.classes.at(0).shapes.back().reach_m, 350) << "the officer's number";
  EXPECT_NE(asked->footprint.origin.find("350 m (assumed)"), std::string::npos) << asked->footprint.origin;
  ASSERT_EQ(asked->footprint.classes.size(), 1u);
  EXPECT_EQ(asked->footprint.classes[0].key, "red");
  EXPECT_TRUE(gis::checkFootprint(asked->footprint).has_value());
}

TEST(CountyRain, HighestGaugeOfEachCounty) {
  const QTemporaryDir folder;
  const std::filesystem::path path = folder.filePath(QStringLiteral("w")).toStdString();
  {
    const gis::FixedClock clock{1'777'593'600'000};
    auto made = gis::Workspace::create(path, clock);
    ASSERT_TRUE(made.has_value());
    ASSERT_TRUE(made->setFact("is_demo", "1"));
    gis::flood::fillFloodCity(made->db());
    gis::flood::addStorm(made->db());
  }
  const auto measured = app::measuredRain(path);
  ASSERT_TRUE(measured.has_value());
  EXPECT_EQ(measured->as_of_utc_ms, gis::flood::kFourInTheMorning);
  ASSERT_EQ(measured->counties.size(), 1u);
  EXPECT_NEAR(measured->counties.at("140431000000").day_mm, 60, 1e-6);
  EXPECT_EQ(measured->counties.at("140431000000").before_mm, 0);
  EXPECT_EQ(measured->counties.at("140431000000").gauges, 2);
}

TEST_F(GeologyPanelTest, DualControlFindsThePointWithoutAnArea) {
  auto* dual = page<app::DualPage>(app::GeologyPanel::kDual);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !dual->busy(); }, 20000));
  auto* tree = dual->findChild<QTreeWidget*>();
  QStringList tops;
  for (int i = 0; i < tree->topLevelItemCount(); ++i) tops << tree->topLevelItem(i)->text(0);
  EXPECT_TRUE(tops.contains(QStringLiteral("Point outside every risk area")));
  EXPECT_TRUE(tops.contains(QStringLiteral("Point without a monitor")));
  EXPECT_TRUE(tops.contains(QStringLiteral("Patrols overdue")));
  // Enter goes to the row that is to be completed.
  for (int i = 0; i < tree->topLevelItemCount(); ++i)
    if (tree->topLevelItem(i)->text(0) == QStringLiteral("Point without a monitor"))
      tree->setCurrentItem(tree->topLevelItem(i)->child(0));
  QTest::keyClick(tree, Qt::Key_Return);
  EXPECT_TRUE(panel->registers()->formShown());
}

TEST_F(GeologyPanelTest, CardsNameTheirBlanksAndAreWritten) {
  auto* cards = page<app::CardsPage>(app::GeologyPanel::kCards);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !cards->busy() && !cards->cards().empty(); }, 20000));
  EXPECT_EQ(cards->cards().size(), 1u);
  EXPECT_TRUE(says(QStringLiteral("1 of them with blank fields")));
  const QString file = folder.filePath(QStringLiteral("cards.pdf"));
  cards->print(file.toStdString());
  ASSERT_TRUE(QTest::qWaitFor([&] { return !cards->busy(); }, 20000));
  QFile pdf(file);
  ASSERT_TRUE(pdf.open(QIODevice::ReadOnly));
  EXPECT_TRUE(pdf.read(5).startsWith("%PDF-"));
  cards->print(folder.filePath(QStringLiteral("no/cards.pdf")).toStdString());
  ASSERT_TRUE(QTest::qWaitFor([&] { return !cards->busy(); }, 20000));
  EXPECT_EQ(messages.messages().size(), 1u);
}

}  // namespace
