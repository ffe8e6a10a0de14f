// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/workspace_watch.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <QElapsedTimer>
#include <QTest>

#include "app/shell/workspace_controller.h"
#include "tests/app/shell/shell_program.h"
#include "tests/gis/store/store_test_support.h"

namespace {

// Two windows on one workspace: what the one writes the other shows within a second.
TEST(WorkspaceWatch, WhatAnotherWindowWritesIsSeenWithinASecond) {
  gis::TemporaryFolder folder;
  {
    auto made = gis::Workspace::create(folder.path(), gis::kMayDay);
    ASSERT_TRUE(made.has_value());
    ASSERT_TRUE(made->setFact("map_crs", "EPSG:4547").has_value());
    gis::fillSmallCity(made->db(), 5);
  }
  tests::ShellProgram p;
  app::WorkspaceController workspaces(p.context);
  workspaces.open(QString::fromStdString(folder.path().string()));
  const auto building = [&] { return p.document.find(QStringLiteral("building")); };
  ASSERT_TRUE(QTest::qWaitFor([&] { return building() && building()->state && workspaces.idle(); }));
  const auto before = building()->state;
  const auto roads = p.document.find(QStringLiteral("road"))->state;
  ASSERT_EQ(before->featureCount(), 5);
  int told = 0;
  QObject::connect(&p.document, &app::MapDocument::changed,
                   [&](const app::MapChange& change) { told += change.properties & app::MapChange::kTables ? 1 : 0; });
  QElapsedTimer clock;
  {
    const auto other = gis::Workspace::open(folder.path(), gis::OpenMode::kReadWrite);
    ASSERT_TRUE(other.has_value());
    other->db().sql().exec("DELETE FROM building WHERE fid=(SELECT min(fid) FROM building)");
    clock.start();
    ASSERT_TRUE(QTest::qWaitFor([&] { return building()->state != before; })) << "while the other still has it open";
  }
  EXPECT_LT(clock.elapsed(), 3000) << "a second, and what a loaded machine adds";
  EXPECT_EQ(building()->state->featureCount(), 4);
  EXPECT_EQ(p.document.find(QStringLiteral("road"))->state, roads) << "what did not change is not read again";
  EXPECT_EQ(told, 1);
}

}  // namespace
