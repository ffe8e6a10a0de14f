// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/risk/risk_panel.h"

#include <gtest/gtest.h>

#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "gis/store/workspace.h"
#include "tests/gis/store/store_test_support.h"

namespace {

struct Program {
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};

  Program() {
    context.map.say = [](const QString&) {};
    context.map.show_table = [](const QString&) {};
    context.map.on_identify = [](std::function<void(gis::MapXY)>) {};
  }
  void open() {
    const auto path = std::filesystem::path(folder.filePath(QStringLiteral("w")).toStdString());
    auto made = gis::Workspace::create(path, clock);
    ASSERT_TRUE(made.has_value());
    ASSERT_TRUE(made->setFact("map_crs", "EPSG:4546"));
    gis::fillSmallCity(made->db(), 300);
    auto workspace = gis::Workspace::open(path, gis::OpenMode::kRead);
    ASSERT_TRUE(workspace.has_value());
    document.setWorkspace(app::OpenWorkspace{path, workspace->facts(), {}, {}, {}, {}, {}});
  }
};

TEST(RiskPanel, RanksDistrictsKeepsRunsAndFollowsAChangedWeight) {
  Program p;
  app::RiskPanel panel(p.context);
  p.open();
  panel.compute(app::KeepRun::kYes);
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.outcome().has_value(); }, 10000));
  EXPECT_EQ(panel.ranking()->topLevelItemCount(), 2);
  EXPECT_EQ(panel.outcome()->runs.size(), 1U);
  panel.compute(app::KeepRun::kYes);
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.outcome()->runs.size() == 2; }, 10000));
  ASSERT_GT(panel.weights()->rowCount(), 5);
  panel.weights()->item(0, 1)->setText(QStringLiteral("2.5"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.outcome()->weights.hazard[0] == 2.5; }, 10000));
  panel.weights()->item(0, 1)->setText(QStringLiteral("much"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel.weights()->item(0, 1)->text() == QStringLiteral("2.5"); }));
  EXPECT_EQ(p.messages.messages().size(), 0U);
}

TEST(RiskPanel, WithoutAWorkspaceItSaysWhatToDo) {
  Program p;
  app::RiskPanel panel(p.context);
  panel.compute(app::KeepRun::kNo);
  EXPECT_FALSE(panel.busy());
  EXPECT_FALSE(panel.outcome().has_value());
}

}  // namespace
