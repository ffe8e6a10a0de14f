// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/past/past_keeper.h"
#include "app/past/replay_bar.h"
#include "app/past/replay_slider.h"
#include "app/settings/app_settings.h"
#include "gis/store/guarded.h"
#include "tests/gis/store/store_test_support.h"

namespace {

// A warning at 10 s, cancelled at 200 s.
class ReplayTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = gis::Workspace::create(temporary / "w", gis::kMayDay);
    ASSERT_OK(made);
    made->db().sql().exec(
        "INSERT INTO warning_message (identifier, sender, sent_utc_ms, received_utc_ms, msg_type, status, life_line, "
        "colour, headline, source, content) VALUES ('a','s',10000,10000,'Alert','Actual','a','red','红色','t','x'),"
        "('b','s',200000,200000,'Cancel','Actual','a','red','解除','t','x')");
    document.setWorkspace(app::OpenWorkspace{made->folder(), made->facts(), {}, {}, {}, {}, {}});
  }
  void settle(const app::PastKeeper& keeper, const app::ReplayBar& bar) {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !keeper.busy() && !bar.busy(); }, 20'000));
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

TEST_F(ReplayTest, TheBarIsThereWithThePastAndItsKeysGoToTheMarks) {
  app::PastKeeper keeper(context);
  app::ReplayBar bar(context, keeper);
  EXPECT_TRUE(bar.isHidden());
  keeper.ask(50'000, app::PastUse::kShow);
  settle(keeper, bar);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !bar.isHidden(); }, 20'000));
  ASSERT_EQ(bar.events().size(), 1U);
  auto& slider = *bar.findChild<app::ReplaySlider*>();
  EXPECT_EQ(slider.markCount(), 2);
  EXPECT_EQ(slider.utcMs(), 50'000);
  QTest::keyClick(&slider, Qt::Key_PageDown);
  settle(keeper, bar);
  ASSERT_NE(document.past(), nullptr);
  EXPECT_EQ(document.past()->utc_ms, 200'000);
  QTest::keyClick(&slider, Qt::Key_PageUp);
  settle(keeper, bar);
  EXPECT_EQ(document.past()->utc_ms, 10'000);
  keeper.backToNow();
  EXPECT_TRUE(bar.isHidden());
}

TEST_F(ReplayTest, PlayingGoesOnToTheEndAndStops) {
  app::PastKeeper keeper(context);
  app::ReplayBar bar(context, keeper);
  keeper.ask(150'000, app::PastUse::kShow);
  settle(keeper, bar);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !bar.isHidden(); }, 20'000));
  auto& slider = *bar.findChild<app::ReplaySlider*>();
  QTest::keyClick(&slider, Qt::Key_Space);  // 60 times as fast: 50 s are two ticks
  EXPECT_TRUE(bar.isPlaying());
  ASSERT_TRUE(QTest::qWaitFor([&] { return !bar.isPlaying(); }, 20'000));
  settle(keeper, bar);
  EXPECT_EQ(document.past()->utc_ms, 200'000);
}

TEST_F(ReplayTest, WhileThePastIsShownRoomsOpenItAndCannotWrite) {
  document.showPast(std::make_shared<const app::PastMap>(app::PastMap{50'000, {}}));
  const auto then = gis::Workspace::open(document.workspace()->place(), gis::OpenMode::kReadWrite);
  ASSERT_OK(then);
  EXPECT_TRUE(then->readOnlyReason().has_value());
  EXPECT_EQ(then->db().sql().execAndGet("SELECT count(*) FROM warning_message").getInt(), 1);
  document.showPast({});
  EXPECT_EQ(document.workspace()->place(), document.workspace()->folder);
}

}  // namespace
