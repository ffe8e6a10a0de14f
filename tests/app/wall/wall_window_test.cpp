// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wall/wall_window.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>
#include <QTest>

#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "tests/gis/store/store_test_support.h"

namespace {

class WallWindowTest : public ::testing::Test {
 protected:
  void open() {
    auto made = gis::Workspace::create(temporary / "w", gis::kMayDay);
    ASSERT_OK(made);
    ASSERT_OK(made->setFact("map_crs", "EPSG:4547"));
    document.setWorkspace(app::OpenWorkspace{made->folder(), made->facts(), {}, {}, {}, {}, {}});
  }
  void settle(const app::WallWindow& wall) {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !wall.busy(); }, 20'000));
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

TEST_F(WallWindowTest, WithoutAWorkspaceItSaysWhatToDo) {
  app::WallWindow wall(context);
  wall.show();
  EXPECT_FALSE(wall.picture().has_value());
  EXPECT_FALSE(wall.grab().isNull());
}

TEST_F(WallWindowTest, KeysTurnStopAndChangeTheInterval) {
  open();
  app::WallWindow wall(context);
  wall.show();
  settle(wall);
  ASSERT_TRUE(wall.picture().has_value());
  EXPECT_EQ(wall.page(), 0);
  QTest::keyClick(&wall, Qt::Key_Right);
  EXPECT_EQ(wall.page(), 1);
  QTest::keyClick(&wall, Qt::Key_Left);
  QTest::keyClick(&wall, Qt::Key_Left);
  EXPECT_EQ(wall.page(), wall.pageCount() - 1) << "round the corner";
  settle(wall);
  EXPECT_TRUE(wall.isTurning());
  QTest::keyClick(&wall, Qt::Key_Space);
  EXPECT_FALSE(wall.isTurning());
  const int before = wall.interval_s();
  QTest::keyClick(&wall, Qt::Key_Minus);
  EXPECT_EQ(wall.interval_s(), before - 5);
  for (int i = 0; i < 100; ++i) QTest::keyClick(&wall, Qt::Key_Minus);
  EXPECT_EQ(wall.interval_s(), 5);
}

TEST_F(WallWindowTest, FrozenSaysSoAndThaws) {
  open();
  app::WallWindow wall(context);
  wall.show();
  settle(wall);
  QTest::keyClick(&wall, Qt::Key_F);
  settle(wall);
  EXPECT_TRUE(wall.isFrozen());
  EXPECT_TRUE(wall.picture()->answer.is_frozen);
  QTest::keyClick(&wall, Qt::Key_Right);
  settle(wall);
  EXPECT_TRUE(wall.picture()->answer.is_frozen) << "the next page is of the same moment";
  QTest::keyClick(&wall, Qt::Key_F);
  settle(wall);
  EXPECT_FALSE(wall.picture()->answer.is_frozen);
}

TEST_F(WallWindowTest, TheWallFollowsTheMomentOfTheWindow) {
  open();
  app::WallWindow wall(context);
  wall.show();
  settle(wall);
  document.showPast(std::make_shared<const app::PastMap>(app::PastMap{1'777'000'000'000, {}}));
  settle(wall);
  EXPECT_EQ(wall.picture()->answer.now_utc_ms, 1'777'000'000'000);
  EXPECT_TRUE(wall.picture()->answer.is_frozen);
  document.showPast({});
  settle(wall);
  EXPECT_FALSE(wall.picture()->answer.is_frozen);
}

}  // namespace
