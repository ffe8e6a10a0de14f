// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/changes_panel.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "tests/gis/store/store_test_support.h"

namespace {

struct ChangesPanelTest : ::testing::Test {
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  QString said;
  int told = 0;
  std::unique_ptr<app::ChangesPanel> panel;

  std::filesystem::path path() const { return folder.filePath(QStringLiteral("w")).toStdString(); }

  void SetUp() override {
    context.map.say = [this](const QString& text) { said = text; };
    context.map.rows_changed = [this](const gis::StepDone&) { ++told; };
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("en"));
    auto made = gis::Workspace::create(path(), clock);
    ASSERT_TRUE(made.has_value());
    gis::fillSmallCity(made->db(), 10);
    document.setWorkspace(app::OpenWorkspace{path(), made->facts(), *gis::CodeStore(made->db()).all(), {}, {}, {}, {}});
    panel = std::make_unique<app::ChangesPanel>(context);
    panel->resize(340, 600);
  }
  void set(std::int64_t storeys, const gis::EditAuthor& author) {
    auto workspace = gis::Workspace::open(path(), gis::OpenMode::kReadWrite);
    ASSERT_TRUE(workspace.has_value());
    const auto now = std::make_shared<gis::SystemClock>();
    gis::UuidSource uuids(now);
    const auto done = gis::RowEditor::edit(workspace->db(), uuids, *now,
                                           {author, gis::StepKind::kEdit, "Storeys changed", "new survey"},
                                           [&](gis::RowEditor& rows) {
                                             return rows.set("building", gis::uuidOf(1000), {{"storeys", storeys}});
                                           });
    ASSERT_TRUE(done.has_value()) << gis::say(done);
  }
  std::string storeys() const {
    const auto workspace = gis::Workspace::open(path(), gis::OpenMode::kRead);
    return workspace->db().sql().execAndGet("SELECT storeys FROM building WHERE fid=1").getString();
  }
  void show() {
    panel->show();
    wait();
  }
  void wait() {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->busy(); }, 20000));
  }
  QTreeWidget* tree() { return panel->findChild<QTreeWidget*>(); }
  QPushButton* button(const QString& text) const {
    for (QPushButton* each : panel->findChildren<QPushButton*>())
      if (each->text() == text) return each;
    return nullptr;
  }
};

TEST_F(ChangesPanelTest, AnUntouchedWorkspaceSaysSo) {
  show();
  bool found = false;
  for (const QLabel* label : panel->findChildren<QLabel*>())
    found |= label->text().contains(QStringLiteral("Nothing has been"));
  EXPECT_TRUE(found);
  EXPECT_FALSE(button(QStringLiteral("Undo"))->isEnabled());
  panel->undo();
  wait();
  EXPECT_EQ(said, QStringLiteral("There is nothing to undo."));
}

TEST_F(ChangesPanelTest, ListsWhoWhatWhyAndEveryValue) {
  set(9, {"李", "elsewhere"});
  show();
  ASSERT_EQ(tree()->topLevelItemCount(), 1);
  const QString text = tree()->topLevelItem(0)->text(0);
  EXPECT_TRUE(text.contains(QStringLiteral("Storeys changed")));
  EXPECT_TRUE(text.contains(QStringLiteral("李")));
  EXPECT_TRUE(text.contains(QStringLiteral("new survey")));
  tree()->expandItem(tree()->topLevelItem(0));
  wait();
  ASSERT_EQ(tree()->topLevelItem(0)->childCount(), 1);
  EXPECT_TRUE(tree()->topLevelItem(0)->child(0)->text(0).contains(QStringLiteral("1 → 9")));
}

TEST_F(ChangesPanelTest, ATableThatNoLayerShowsIsCalledInWords) {
  {
    auto workspace = gis::Workspace::open(path(), gis::OpenMode::kReadWrite);
    ASSERT_TRUE(workspace.has_value());
    const auto now = std::make_shared<gis::SystemClock>();
    gis::UuidSource uuids(now);
    const auto done =
        gis::RowEditor::edit(workspace->db(), uuids, *now, {{"李", "here"}, gis::StepKind::kEdit, "书签“县城”"},
                             [](gis::RowEditor& rows) -> gis::Result<void> {
                               const auto made = rows.insert("map_bookmark", {{"name", std::string("县城")},
                                                                              {"centre_lon_deg", 112.3},
                                                                              {"centre_lat_deg", 36.5},
                                                                              {"scale_denominator", 50000.0},
                                                                              {"source", std::string("test")}});
                               return made ? gis::Result<void>() : std::unexpected(made.error());
                             });
    ASSERT_TRUE(done.has_value()) << gis::say(done);
  }
  show();
  ASSERT_EQ(tree()->topLevelItemCount(), 1);
  EXPECT_TRUE(tree()->topLevelItem(0)->text(0).contains(QStringLiteral("Bookmarks: 1 rows")))
      << tree()->topLevelItem(0)->text(0).toStdString();
}

TEST_F(ChangesPanelTest, UndoAndRedoGoByTheSeatAndTellTheMap) {
  set(8, settings.author());
  set(9, settings.author());
  show();
  context.map.undo();
  wait();
  EXPECT_EQ(storeys(), "8");
  EXPECT_EQ(said, QStringLiteral("Undone: Storeys changed"));
  EXPECT_EQ(told, 1);
  context.map.undo();
  context.map.redo();
  wait();
  EXPECT_EQ(storeys(), "8");
  EXPECT_EQ(told, 3);
}

TEST_F(ChangesPanelTest, UndoneBackToAStep) {
  set(7, settings.author());
  set(8, settings.author());
  set(9, settings.author());
  show();
  ASSERT_EQ(tree()->topLevelItemCount(), 3);
  tree()->setCurrentItem(tree()->topLevelItem(1));
  button(QStringLiteral("Undo back to here"))->click();
  wait();
  EXPECT_EQ(storeys(), "7");
}

TEST_F(ChangesPanelTest, AnotherSeatsStepIsTakenBackUnlessSomebodyWorkedOnIt) {
  set(8, {"李", "elsewhere"});
  show();
  tree()->setCurrentItem(tree()->topLevelItem(0));
  EXPECT_FALSE(button(QStringLiteral("Undo back to here"))->isEnabled());
  button(QStringLiteral("Take back this one"))->click();
  ASSERT_TRUE(QTest::qWaitFor([&] { return storeys() == "1"; }, 20000));
  wait();
  set(5, {"王", "third"});
  panel->hide();
  document.tellTables();
  show();
  tree()->setCurrentItem(tree()->topLevelItem(2));
  button(QStringLiteral("Take back this one"))->click();
  const auto saidSo = [&] {
    for (const QLabel* label : panel->findChildren<QLabel*>())
      if (label->text().contains(QStringLiteral("cannot be taken back"))) return true;
    return false;
  };
  EXPECT_TRUE(QTest::qWaitFor(saidSo, 20000));
  EXPECT_EQ(storeys(), "5");
}

TEST_F(ChangesPanelTest, OnlyMineAndWords) {
  set(8, {"李", "elsewhere"});
  set(9, settings.author());
  show();
  EXPECT_EQ(tree()->topLevelItemCount(), 2);
  panel->findChild<QLineEdit*>()->setText(QStringLiteral("李"));
  EXPECT_TRUE(tree()->topLevelItem(0)->isHidden());
  EXPECT_FALSE(tree()->topLevelItem(1)->isHidden());
  panel->findChild<QLineEdit*>()->clear();
  panel->findChild<QCheckBox*>()->setChecked(true);
  wait();
  EXPECT_EQ(tree()->topLevelItemCount(), 1);
}

}  // namespace
