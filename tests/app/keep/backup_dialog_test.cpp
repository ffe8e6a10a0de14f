// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/keep/backup_dialog.h"

#include <gtest/gtest.h>

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/keep/backup_keeper.h"
#include "app/settings/app_settings.h"
#include "gis/store/workspace.h"

namespace {

class Backups : public ::testing::Test {
 protected:
  Backups() {
    context.map.say = [this](const QString& text) { said = text; };
    auto made = gis::Workspace::create(path(), clock);
    EXPECT_TRUE(made.has_value());
  }
  std::filesystem::path path() const { return folder.filePath(QStringLiteral("w")).toStdString(); }
  void open() {
    auto workspace = gis::Workspace::open(path(), gis::OpenMode::kRead);
    ASSERT_TRUE(workspace.has_value());
    document.setWorkspace(app::OpenWorkspace{path(), workspace->facts(), {}, {}, {}, {}, {}});
  }
  void name(const char* city) {
    auto workspace = gis::Workspace::open(path(), gis::OpenMode::kReadWrite);
    ASSERT_TRUE(workspace.has_value());
    ASSERT_TRUE(workspace->setFact("city_name_zh", city).has_value());
  }
  std::string name() const {
    auto workspace = gis::Workspace::open(path(), gis::OpenMode::kRead);
    return workspace ? workspace->facts().city_name_zh : std::string();
  }
  static QPushButton& button(QWidget& dialog, const QString& text) {
    for (QPushButton* one : dialog.findChildren<QPushButton*>())
      if (one->text() == text) return *one;
    throw std::runtime_error(text.toStdString());
  }
  std::size_t copies() const {
    const auto all = gis::listBackups(path());
    return all ? all->size() : 0;
  }

  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  QString said;
};

TEST_F(Backups, ACopyIsMadeLookedAtAndGoneBackTo) {
  app::BackupDialog dialog(context);
  open();
  dialog.reload();
  dialog.show();
  const auto settled = [&] { return QTest::qWaitFor([&] { return !dialog.busy(); }); };
  ASSERT_TRUE(settled());
  EXPECT_FALSE(button(dialog, QStringLiteral("Check")).isEnabled()) << "there is nothing to check";
  button(dialog, QStringLiteral("Copy now")).click();
  ASSERT_TRUE(settled());
  ASSERT_EQ(dialog.backups().size(), 1U);
  name("改错了");
  button(dialog, QStringLiteral("Check")).click();
  ASSERT_TRUE(settled());
  EXPECT_TRUE(dialog.findChild<QPlainTextEdit*>()->toPlainText().contains(QStringLiteral("whole")));
  EXPECT_FALSE(button(dialog, QStringLiteral("Go back to it")).isEnabled()) << "not before it was said what it means";
  button(dialog, QStringLiteral("What would change")).click();
  ASSERT_TRUE(settled());
  EXPECT_TRUE(dialog.findChild<QPlainTextEdit*>()->toPlainText().contains(QStringLiteral("workspace_setting")));
  ASSERT_TRUE(button(dialog, QStringLiteral("Go back to it")).isEnabled());
  QString again;
  QObject::connect(&dialog, &app::BackupDialog::restored, [&](const QString& at) { again = at; });
  button(dialog, QStringLiteral("Go back to it")).click();
  ASSERT_TRUE(settled());
  EXPECT_EQ(again.toStdString(), path().string());
  EXPECT_EQ(name(), "");
  EXPECT_EQ(dialog.backups().size(), 2U) << "what was there before is kept";
}

TEST_F(Backups, TheHourCopiesOnlyWhatChanged) {
  app::BackupKeeper keeper(context);
  open();
  keeper.copyNow();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !keeper.busy(); }));
  EXPECT_EQ(copies(), 1U);
  keeper.copyNow();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !keeper.busy(); }));
  EXPECT_EQ(copies(), 1U);
}

TEST_F(Backups, LeavingCopiesFirstAndTwiceAskedLeavesAtOnce) {
  app::BackupKeeper keeper(context);
  int left = 0;
  keeper.leave([&] { ++left; });
  EXPECT_EQ(left, 1) << "nothing open, nothing to copy";
  open();
  keeper.leave([&] { ++left; });
  EXPECT_EQ(left, 1);
  EXPECT_FALSE(said.isEmpty());
  ASSERT_TRUE(QTest::qWaitFor([&] { return left == 2; }));
  EXPECT_EQ(copies(), 1U);
  keeper.leave([&] { ++left; });
  keeper.leave([&] { ++left; });
  EXPECT_EQ(left, 3) << "the second does not wait for the first";
}

}  // namespace
