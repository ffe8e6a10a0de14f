// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/journal_panel.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/footprint/threatened.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/journal/shift_form.h"
#include "app/settings/app_settings.h"
#include "tests/gis/journal/journal_world.h"

namespace {

namespace journal = gis::journal;

struct JournalPanelTest : ::testing::Test {
  journal::JournalWorld world;
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{journal::kNoon_utc_ms};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  std::optional<app::JournalPanel> panel;

  void SetUp() override {
    context.map.say = [](const QString&) {};
    settings.setAuthorName(QStringLiteral("王岚"));
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("zh"));
    // A made city stays on the day of its making.
    ASSERT_TRUE(world.workspace->setFact("map_crs", "EPSG:4547"));
    ASSERT_TRUE(world.workspace->setFact("is_demo", "1"));
    ASSERT_TRUE(world.workspace->setFact("demo_present_utc_ms", std::to_string(journal::kNoon_utc_ms)));
  }
  void open() {
    document.setWorkspace(app::OpenWorkspace{world.folder / "w", world.workspace->facts(), {}, {}, {}, {}, {}});
    panel.emplace(context);
    panel->resize(460, 900);
    panel->show();
    wait();
  }
  void wait() {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->busy(); }, 20000));
  }
  QString listed(int row, int column = app::EntryModel::kWhat) {
    return panel->entries().index(row, column).data().toString();
  }
};

TEST_F(JournalPanelTest, AnEmptyJournalSaysWhatToDoAndAShiftBegins) {
  open();
  EXPECT_EQ(panel->entries().rowCount(), 0);
  EXPECT_FALSE(panel->onDuty()->text().isEmpty());
  panel->changeShift();
  ASSERT_FALSE(panel->shiftForm()->handsOver());
  panel->shiftForm()->submit();
  wait();
  EXPECT_TRUE(panel->trouble()->isVisible()) << "a shift needs a leader";
  panel->shiftForm()->leader()->setText(QStringLiteral("李主任"));
  panel->shiftForm()->officers()->setText(QStringLiteral("王岚、赵明"));
  QTest::keyClick(panel->shiftForm(), Qt::Key_Return, Qt::ControlModifier);
  wait();
  EXPECT_FALSE(panel->trouble()->isVisible()) << panel->trouble()->text().toStdString();
  EXPECT_TRUE(panel->onDuty()->text().contains(QStringLiteral("赵明"))) << panel->onDuty()->text().toStdString();
}

TEST_F(JournalPanelTest, CtrlEnterWritesWhatWasTypedWithPlaceFileAndDeadline) {
  open();
  QFile file(folder.filePath(QStringLiteral("photo.jpg")));
  ASSERT_TRUE(file.open(QIODevice::WriteOnly));
  file.write("picture");
  file.close();
  panel->form()->text()->setPlainText(QStringLiteral("河水上涨"));
  panel->form()->people()->setText(QStringLiteral("李村长"));
  panel->form()->place()->setText(QStringLiteral("112.5, 36.5"));
  panel->form()->answer()->setCurrentIndex(2);  // 30 minutes
  panel->form()->attach({file.fileName()});
  QTest::keyClick(panel->form()->text(), Qt::Key_Return, Qt::ControlModifier);
  wait();
  ASSERT_EQ(panel->entries().rowCount(), 1) << panel->trouble()->text().toStdString();
  const journal::Entry* entry = panel->entries().at(0);
  EXPECT_EQ(entry->kind, "phone_in");
  EXPECT_EQ(entry->author, "王岚");
  ASSERT_TRUE(entry->where.has_value());
  EXPECT_NEAR(entry->where->lon_deg, 112.5, 1e-9);
  ASSERT_EQ(entry->attachments.size(), 1U);
  EXPECT_TRUE(journal::isWhole(world.folder / "w", entry->attachments[0]));
  ASSERT_EQ(panel->clocks().rowCount(), 1);
  EXPECT_TRUE(panel->form()->text()->toPlainText().isEmpty());
}

TEST_F(JournalPanelTest, WhatWasNotWrittenStaysTyped) {
  open();
  panel->form()->people()->setText(QStringLiteral("李村长"));
  QTest::keyClick(panel->form()->text(), Qt::Key_Return, Qt::ControlModifier);
  wait();
  EXPECT_TRUE(panel->trouble()->isVisible());
  EXPECT_EQ(panel->form()->people()->text(), QStringLiteral("李村长"));
  EXPECT_EQ(panel->entries().rowCount(), 0);
}

TEST_F(JournalPanelTest, SpaceMarksTheNearestDeadlineDone) {
  world.warning("red", "W1");
  open();
  ASSERT_EQ(panel->clocks().rowCount(), 3);
  EXPECT_EQ(panel->clocks().at(0)->clock.id, "leader");
  panel->clocks().setNow(journal::kNoon_utc_ms + 11 * journal::kMinute_ms);
  EXPECT_TRUE(panel->clocks().index(0, 0).data(Qt::ForegroundRole).isValid());
  EXPECT_FALSE(panel->clocks().index(2, 0).data(Qt::ForegroundRole).isValid())
      << "no colour where nothing is to be done";
  QTest::keyClick(panel->clockTable(), Qt::Key_Space);
  wait();
  ASSERT_EQ(panel->clocks().rowCount(), 2);
  EXPECT_EQ(panel->entries().at(0)->kind, "clock_done");
  EXPECT_EQ(panel->entries().at(0)->done, std::vector<std::string>{"1/leader"});
}

TEST_F(JournalPanelTest, WhatOtherRoomsDidAppearsAndOpensItsRoom) {
  open();
  world.keepWarning("W9", "orange", journal::kNoon_utc_ms + journal::kMinute_ms);
  panel->read();
  wait();
  ASSERT_EQ(panel->entries().rowCount(), 1);
  EXPECT_TRUE(listed(0).contains(QStringLiteral("暴雨 W9")));
  QString opened;
  auto& desk = app::PlaceDesk::of(document);
  QObject::connect(&desk, &app::PlaceDesk::panelWanted, &desk, [&](const QString& id) { opened = id; });
  panel->entryTable()->selectRow(0);
  panel->openThing();
  EXPECT_EQ(opened, QStringLiteral("weather"));
}

TEST_F(JournalPanelTest, ACorrectionByKeyIsListedWithWhatItCorrects) {
  world.wrote(journal::JournalWorld::call("三户被淹"));
  open();
  panel->entryTable()->selectRow(0);
  QTest::keyClick(panel->entryTable(), Qt::Key_C);
  EXPECT_EQ(panel->form()->text()->toPlainText(), QStringLiteral("三户被淹"));
  panel->form()->text()->setPlainText(QStringLiteral("五户被淹"));
  panel->form()->submit();
  wait();
  ASSERT_EQ(panel->entries().rowCount(), 2);
  EXPECT_TRUE(listed(0).contains(QStringLiteral("五户被淹")));
  EXPECT_TRUE(listed(1).contains(QLatin1Char('2'))) << "names the correction";
}

TEST_F(JournalPanelTest, AHandOverShowsWhatIsOpenAndIsSignedByBoth) {
  ASSERT_TRUE(world.journal->startShift({"李主任", {"王岚"}}, "王岚").has_value());
  world.warning("blue", "W1");
  open();
  panel->changeShift();
  app::ShiftForm* form = panel->shiftForm();
  ASSERT_TRUE(form->handsOver());
  EXPECT_EQ(form->carried()->count(), 1);
  form->leader()->setText(QStringLiteral("陈局长"));
  form->officers()->setText(QStringLiteral("孙丽"));
  form->gives()->setText(QStringLiteral("路人"));
  form->takes()->setText(QStringLiteral("孙丽"));
  form->submit();
  wait();
  EXPECT_TRUE(panel->trouble()->text().contains(QStringLiteral("路人")));
  form->gives()->setText(QStringLiteral("王岚"));
  form->submit();
  wait();
  EXPECT_TRUE(panel->onDuty()->text().contains(QStringLiteral("陈局长")));
  EXPECT_EQ(panel->clocks().rowCount(), 1);
}

TEST_F(JournalPanelTest, SearchOpenItemsAndDrillsNarrowTheList) {
  auto draft = journal::JournalWorld::call("桥被冲");
  draft.answer_by_utc_ms = 0;
  world.wrote(draft);
  world.wrote(journal::JournalWorld::call("平安"));
  draft = journal::JournalWorld::call("演练来电");
  draft.is_drill = true;
  world.wrote(draft);
  open();
  EXPECT_EQ(panel->entries().rowCount(), 2);
  panel->search()->setText(QStringLiteral("桥"));
  panel->read();
  wait();
  EXPECT_EQ(panel->entries().rowCount(), 1);
  panel->search()->clear();
  panel->openOnly()->setChecked(true);
  panel->read();
  wait();
  ASSERT_EQ(panel->entries().rowCount(), 1);
  EXPECT_EQ(panel->entries().at(0)->text.zh, "桥被冲");
  panel->openOnly()->setChecked(false);
  panel->drills()->setChecked(true);
  panel->read();
  wait();
  ASSERT_EQ(panel->entries().rowCount(), 1);
  EXPECT_TRUE(panel->entries().at(0)->is_drill);
}

TEST_F(JournalPanelTest, WhileTheMapShowsThePastSoDoesTheJournal) {
  world.wrote(journal::JournalWorld::call("早"));
  const std::int64_t then = world.clock->now;
  world.pass(5);
  world.wrote(journal::JournalWorld::call("晚"));
  open();
  EXPECT_EQ(panel->entries().rowCount(), 2);
  document.showPast(std::make_shared<app::PastMap>(app::PastMap{then, {}}));
  wait();
  EXPECT_EQ(panel->entries().rowCount(), 1);
  EXPECT_FALSE(panel->form()->isEnabled());
}

TEST_F(JournalPanelTest, WhatIsListedIsSavedAsExcelAndPdf) {
  world.warning("red", "W1");
  open();
  for (const char* name : {"day.xlsx", "day.pdf"}) {
    const QString file = folder.filePath(QLatin1String(name));
    panel->saveReport(file);
    wait();
    EXPECT_GT(QFile(file).size(), 3000) << name;
  }
}

}  // namespace
