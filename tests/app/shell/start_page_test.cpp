// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/start_page.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "app/shell/main_actions.h"
#include "tests/app/shell/shell_program.h"

namespace {

QPushButton* button(const QWidget& page, const QString& text) {
  for (auto* found : page.findChildren<QPushButton*>())
    if (found->text() == text) return found;
  return nullptr;
}

struct Page : tests::ShellProgram {
  Page() { qRegisterMetaType<gis::demo::Scale>(); }
  void show(app::StartPage& page) {
    page.show();
    page.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
  }
};

TEST(StartPage, TheNewestWorkspaceOpensWithEnterAlone) {
  Page p;
  p.settings.addRecentWorkspace(QStringLiteral("/data/older"));
  p.settings.addRecentWorkspace(QStringLiteral("/data/newer"));
  app::StartPage page(p.settings);
  p.show(page);
  page.focusFirst();
  QSignalSpy wanted(&page, &app::StartPage::openFolderWanted);
  QTest::keyClick(page.focusWidget(), Qt::Key_Return);
  ASSERT_EQ(wanted.count(), 1);
  EXPECT_EQ(wanted.front().front().toString(), QStringLiteral("/data/newer"));
}

TEST(StartPage, TheKeyboardStaysWhereItIsWhenTheLanguageChanges) {
  Page p;
  p.settings.addRecentWorkspace(QStringLiteral("/data/older"));
  p.settings.addRecentWorkspace(QStringLiteral("/data/newer"));
  app::StartPage page(p.settings);
  p.show(page);
  page.focusFirst();
  p.translation.use(app::Language::kChinese);
  page.showChoices();
  auto* now = qobject_cast<QPushButton*>(page.focusWidget());
  ASSERT_NE(now, nullptr);
  EXPECT_EQ(now->text(), QStringLiteral("newer"));
  EXPECT_TRUE(now->isVisible() && now->hasFocus());
}

TEST(StartPage, TabGoesAsTheEyeDoes) {
  Page p;
  p.settings.addRecentWorkspace(QStringLiteral("/data/city"));
  app::StartPage page(p.settings);
  p.show(page);
  button(page, QStringLiteral("Open a workspace…"))->setFocus();
  QStringList seen;
  for (int i = 0; i < 5; ++i) {
    seen << qobject_cast<QPushButton*>(page.focusWidget())->text();
    QTest::keyClick(page.focusWidget(), Qt::Key_Tab);
  }
  EXPECT_EQ(seen[1], QStringLiteral("city"));
  EXPECT_TRUE(seen[2].contains(QStringLiteral("small")));
  EXPECT_TRUE(seen[3].contains(QStringLiteral("whole city")));
  EXPECT_EQ(seen[4], QStringLiteral("Change…"));
}

TEST(StartPage, TheDemonstrationGoesWhereItIsWanted) {
  Page p;
  app::StartPage page(p.settings);
  p.show(page);
  page.useDemoBase(p.folder.path());
  QString made;
  QObject::connect(&page, &app::StartPage::demoWanted, &page, [&](const QString& folder) { made = folder; });
  button(page, QStringLiteral("Make the demonstration: small, a few seconds"))->click();
  EXPECT_EQ(made, p.folder.filePath(QStringLiteral("fengsui-demo")));
  QDir(p.folder.path()).mkdir(QStringLiteral("fengsui-demo"));
  button(page, QStringLiteral("Make the demonstration: small, a few seconds"))->click();
  EXPECT_EQ(made, p.folder.filePath(QStringLiteral("fengsui-demo-2")));
  EXPECT_EQ(app::AppSettings(p.folder.filePath(QStringLiteral("settings.ini"))).demoFolder(), p.folder.path());
}

TEST(StartPage, WhileTheDemonstrationIsMadeTheKeyboardIsAtCancel) {
  Page p;
  app::StartPage page(p.settings);
  p.show(page);
  button(page, QStringLiteral("Make the demonstration: small, a few seconds"))->setFocus();
  page.showDemoProgress(0);
  page.showDemoProgress(0.3);
  QSignalSpy cancelled(&page, &app::StartPage::cancelDemoWanted);
  QTest::keyClick(page.focusWidget(), Qt::Key_Return);
  EXPECT_EQ(cancelled.count(), 1);
  page.showDemoProgress(0.31);
  QStringList words;
  for (const QLabel* label : page.findChildren<QLabel*>()) words << label->text();
  EXPECT_TRUE(words.contains(QStringLiteral("Stopping …"))) << "the press is answered at once";
  page.showChoices();
  EXPECT_TRUE(page.focusWidget()->isVisible());
}

TEST(StartPage, AWorkspaceThatWentAwayCanBeTakenOffTheList) {
  Page p;
  p.settings.addRecentWorkspace(QStringLiteral("/data/gone"));
  app::StartPage page(p.settings);
  p.show(page);
  const gis::Error gone{gis::ErrorCode::kNotFound, "/data/gone/workspace.gpkg", {}, {}};
  page.showError(QStringLiteral("/data/gone"), gone);
  auto* forget = button(page, QStringLiteral("Remove from the list"));
  ASSERT_TRUE(forget && forget->isVisible());
  forget->click();
  EXPECT_TRUE(p.settings.recentWorkspaces().isEmpty());
  EXPECT_FALSE(forget->isVisible());
  page.showDemoError(QStringLiteral("/data/demo"), gone);
  EXPECT_FALSE(button(page, QStringLiteral("Try again"))->isVisible()) << "there is nothing there to open again";
}

TEST(StartPage, ThereIsAWayBackToTheMap) {
  Page p;
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  window.show();
  p.addFake("a", "fire");
  auto* page = window.findChild<app::StartPage*>();
  ASSERT_NE(page, nullptr);
  window.actions()[app::MainActions::kDemo]->trigger();
  EXPECT_TRUE(page->isVisible());
  QTest::keyClick(page, Qt::Key_Escape);
  EXPECT_FALSE(page->isVisible());
  EXPECT_TRUE(window.canvas().isVisible());
}

}  // namespace
