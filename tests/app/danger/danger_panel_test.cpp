// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/danger/danger_panel.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <QComboBox>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/danger/danger_card.h"
#include "app/danger/danger_form.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/register/register_view.h"
#include "app/settings/app_settings.h"
#include "tests/gis/store/store_test_support.h"

namespace {

namespace danger = gis::danger;

struct DangerPanelTest : ::testing::Test {
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'777'593'600'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  std::filesystem::path path;
  std::optional<app::DangerPanel> panel;

  void SetUp() override {
    context.map.say = [](const QString&) {};
    context.map.fly_to = [](gis::MapXY, double) {};
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("en"));
    path = folder.filePath(QStringLiteral("w")).toStdString();
    auto made = gis::Workspace::create(path, clock);
    ASSERT_TRUE(made.has_value());
    ASSERT_TRUE(made->setFact("map_crs", "EPSG:4547"));
    // A made city lives on the day of its making, so its ledger is as late as it was made.
    ASSERT_TRUE(made->setFact("is_demo", "1"));
    ASSERT_TRUE(made->setFact("demo_present_utc_ms", "1777593600000"));
    gis::fillSmallCity(made->db(), 3);
    enter(made->db(), "fire", "straw at the edge of the wood", "2026-04-01");
    enter(made->db(), "flood", "culvert blocked", "2026-04-30");
    auto codes = gis::CodeStore(made->db()).all();
    ASSERT_TRUE(codes.has_value());
    document.setWorkspace(app::OpenWorkspace{path, made->facts(), *codes, {}, {}, {}, {}});
    panel.emplace(context);
    panel->resize(400, 900);
    panel->show();
    wait();
  }
  void enter(const gis::Database& db, const std::string& hazard, const std::string& title,
             const std::string& found_on) {
    gis::UuidSource uuids(std::make_shared<gis::FixedClock>(clock), found_on.back() + 1ULL);
    danger::Item item;
    item.hazard = hazard, item.title = title, item.found_on = found_on;
    item.division_code = db.sql().execAndGet("SELECT code FROM division WHERE level=5 LIMIT 1").getString();
    item.where = gis::LonLat{112.3, 36.5};
    const auto uuid = danger::DangerStore(db).enter(uuids, clock, {"Li", "seat"}, item, "found");
    ASSERT_TRUE(uuid.has_value()) << gis::say(uuid);
  }
  void wait() {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->busy(); }, 20000));
  }
  bool says(const QString& words) const {
    for (const QLabel* label : panel->findChildren<QLabel*>())
      if (label->isVisible() && label->text().contains(words)) return true;
    return false;
  }
  QPushButton* button(const QString& begins) {
    for (QPushButton* found : panel->findChildren<QPushButton*>())
      if (found->text().startsWith(begins)) return found;
    return nullptr;
  }
  void choose(int row) {
    auto* view = panel->findChild<QTableView*>();
    view->setFocus();
    view->setCurrentIndex(panel->registers()->model().index(row, 0));
    wait();
  }
};

TEST_F(DangerPanelTest, CountsAndFindsWhatIsLate) {
  EXPECT_TRUE(says(QStringLiteral("2 open, 0 of them major; 1 overdue on 2026-05-01")));
  for (QToolButton* chip : panel->findChildren<QToolButton*>())
    if (chip->text().startsWith(QString::fromUtf8("Overdue"))) {
      EXPECT_EQ(chip->text(), QStringLiteral("Overdue 1"));
      chip->click();
    }
  wait();
  EXPECT_EQ(panel->registers()->model().rowCount(), 1);
}

TEST_F(DangerPanelTest, TheButtonMovesItOnAndUndoCouldTakeItBack) {
  choose(0);
  EXPECT_TRUE(says(QStringLiteral("straw at the edge")));
  EXPECT_TRUE(says(QStringLiteral("27 days late")));  // three days after the first of April
  QPushButton* next = button(QStringLiteral("To: Handed over"));
  ASSERT_NE(next, nullptr);
  next->click();
  wait();
  ASSERT_TRUE(panel->card()->item().has_value());
  EXPECT_EQ(panel->card()->item()->state, danger::State::kHandedOver);
  EXPECT_TRUE(says(QStringLiteral("Handed over")));
  const auto workspace = gis::Workspace::open(path, gis::OpenMode::kRead);
  EXPECT_EQ(workspace->db().sql().execAndGet("SELECT count(*) FROM danger_event").getInt(), 3);
  EXPECT_EQ(workspace->db().sql().execAndGet("SELECT count(*) FROM edit_step").getInt(), 3);
}

TEST_F(DangerPanelTest, HandingBackAsksWhy) {
  choose(0);
  button(QStringLiteral("To: Handed over"))->click();
  wait();
  panel->card()->advance(danger::State::kFound);
  EXPECT_TRUE(says(QStringLiteral("Say why")));
  EXPECT_EQ(panel->card()->item()->state, danger::State::kHandedOver);
  panel->card()->setWords(QStringLiteral("belongs to the water office"));
  panel->card()->advance(danger::State::kFound);
  wait();
  EXPECT_EQ(panel->card()->item()->state, danger::State::kFound);
  EXPECT_TRUE(says(QStringLiteral("belongs to the water office")));
}

TEST_F(DangerPanelTest, ANewDangerIsEnteredHandedOverAndClosedWithAPhotograph) {
  const auto picture = std::filesystem::path(folder.filePath(QStringLiteral("p.png")).toStdString());
  QImage(8, 6, QImage::Format_RGB32).save(QString::fromStdString(picture.string()));
  button(QStringLiteral("New danger"))->click();
  ASSERT_TRUE(panel->form()->isVisible());
  panel->form()->save();
  EXPECT_TRUE(says(QStringLiteral("Say what the danger is.")));
  panel->form()->setTitle(QStringLiteral("retaining wall leans"));
  panel->form()->save();
  EXPECT_TRUE(says(QStringLiteral("Click on the map where it is.")));
  panel->form()->setPlace({120, 30});
  wait();
  EXPECT_TRUE(says(QStringLiteral("outside of the city")));
  const auto read = gis::Workspace::open(path, gis::OpenMode::kRead);
  const gis::LonLat inside{112.3, 36.5};
  panel->form()->setPlace(inside);
  wait();
  EXPECT_TRUE(says(QStringLiteral("112.30000, 36.50000")));
  panel->form()->save();
  wait();
  EXPECT_FALSE(panel->form()->isVisible());
  ASSERT_TRUE(panel->card()->item().has_value());
  EXPECT_EQ(panel->card()->item()->title, "retaining wall leans");
  EXPECT_EQ(panel->card()->item()->found_on, "2026-05-01");
  EXPECT_EQ(panel->card()->item()->division_code.size(), 12U);
  panel->card()->advance(danger::State::kHandedOver);
  wait();
  panel->card()->advance(danger::State::kPublished);
  wait();
  panel->card()->advance(danger::State::kChecked);
  wait();
  panel->card()->setPhotos({QString::fromStdString(picture.string())});
  button(QStringLiteral("To: Closed"))->click();
  EXPECT_TRUE(says(QStringLiteral("Say how it was dealt with")));
  EXPECT_EQ(panel->card()->item()->state, danger::State::kChecked);
  panel->card()->setWords(QStringLiteral("wall rebuilt"));
  button(QStringLiteral("To: Closed"))->click();
  EXPECT_TRUE(says(QStringLiteral("Press once more")));
  EXPECT_EQ(panel->card()->item()->state, danger::State::kChecked);
  ASSERT_NE(button(QStringLiteral("Confirm closing")), nullptr);
  button(QStringLiteral("Confirm closing"))->click();
  wait();
  EXPECT_EQ(panel->card()->item()->state, danger::State::kClosed);
  EXPECT_TRUE(says(QStringLiteral("1 photograph")));
  // One calendar: the demo's, as the list says.
  EXPECT_TRUE(says(QStringLiteral("here it is always 2026-05-01")));
  EXPECT_EQ(panel->card()->item()->closed_on, "2026-05-01");
  EXPECT_EQ(read->db().sql().execAndGet("SELECT count(*) FROM photo WHERE row_table='danger_item'").getInt(), 1);
  EXPECT_EQ(read->db().sql().execAndGet("SELECT length(photos) FROM danger_event WHERE state=6").getInt(), 64);
}

TEST_F(DangerPanelTest, WithoutAWorkspaceItSaysWhatToDo) {
  document.setWorkspace({});
  EXPECT_TRUE(says(QStringLiteral("Open a workspace")));
}

}  // namespace
