// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drill/drill_dialog.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "gis/drill/drill_world.h"
#include "tests/gis/store/store_test_support.h"

namespace {

class DrillDialogTest : public ::testing::Test {
 protected:
  void open() {
    auto made = gis::Workspace::create(temporary / "w", gis::kMayDay);
    ASSERT_OK(made);
    document.setWorkspace(app::OpenWorkspace{made->folder(), made->facts(), {}, {}, {}, {}, {}});
  }
  QString script(const QString& steps) {
    const auto file = temporary / "night.json";
    gis::writeBytes(
        file, (QStringLiteral("{\"title\":\"夜\",\"begins\":\"20:00\",\"steps\":[") + steps + QStringLiteral("]}"))
                  .toStdString());
    return QString::fromStdString(file.string());
  }
  static QPushButton& button(const QWidget& of, const char* text) {
    for (QPushButton* one : of.findChildren<QPushButton*>())
      if (one->text().remove(QLatin1Char('&')) == QLatin1String(text)) return *one;
    throw std::runtime_error(text);
  }
  gis::TemporaryFolder temporary;
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock fixed{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{fixed};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
};

TEST_F(DrillDialogTest, WithoutAWorkspaceNothingCanBeStarted) {
  app::DrillDialog dialog(context);
  EXPECT_FALSE(button(dialog, "Start").isEnabled());
}

TEST_F(DrillDialogTest, ADrillIsRunListedAndRemoved) {
  open();
  app::DrillDialog dialog(context);
  dialog.show();
  dialog.useFile(
      script(QStringLiteral("{\"at\":\"20:00\",\"kind\":\"note\",\"words\":\"开始\"},"
                            "{\"at\":\"21:00\",\"kind\":\"note\",\"words\":\"结束\"}")));
  QSignalSpy shown(&dialog, &app::DrillDialog::showWanted);
  QTest::mouseClick(&button(dialog, "Start"), Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.isRunning() && !dialog.busy(); }, 120'000));
  const auto& list = *dialog.findChild<QTreeWidget*>();
  ASSERT_EQ(list.topLevelItemCount(), 2);
  EXPECT_EQ(list.topLevelItem(0)->text(0), QStringLiteral("20:00"));
  EXPECT_EQ(list.topLevelItem(1)->text(2), QStringLiteral("结束"));
  QTest::mouseClick(&button(dialog, "Show the drill"), Qt::LeftButton);
  ASSERT_EQ(shown.count(), 1);
  EXPECT_EQ(gis::drill::drillWorlds(temporary / "w").size(), 1U);
  QTest::mouseClick(&button(dialog, "Remove all drills"), Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.busy(); }, 120'000));
  EXPECT_EQ(gis::drill::drillWorlds(temporary / "w").size(), 0U);
}

TEST_F(DrillDialogTest, AMistakeIsToldWithItsLineAndNothingRuns) {
  open();
  app::DrillDialog dialog(context);
  dialog.useFile(script(QStringLiteral("\n{\"at\":\"20:00\",\"kind\":\"flod\"}")));
  button(dialog, "Start").click();
  EXPECT_FALSE(dialog.isRunning());
  bool told = false;
  for (const QLabel* label : dialog.findChildren<QLabel*>()) told |= label->text().contains(QLatin1String("line 2"));
  EXPECT_TRUE(told);
  EXPECT_FALSE(std::filesystem::exists(temporary / "w" / "drills"));
}

}  // namespace
