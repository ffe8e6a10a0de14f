// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/callout_store.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "gis/callout/simulate.h"
#include "gis/store/workspace.h"
#include "tests/gis/callout/callout_world.h"

namespace {

using tests::CalloutWorld;

constexpr char kUuid[] = "0190a1b2-c3d4-7abc-8def-0123456789ab";

// A workspace of its own folder, gone at the end.
struct City {
  std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("fengsui-callout-" + std::to_string(::getpid()) +
                                                ::testing::UnitTest::GetInstance()->current_test_info()->name());
  gis::Workspace workspace =
      *gis::Workspace::create((std::filesystem::remove_all(folder), folder), gis::FixedClock(CalloutWorld::kStart));
  ~City() {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
};

TEST(CalloutStore, GoesOnAfterAKillWhereItWas) {
  City city;
  CalloutWorld w;
  for (const char* name : {"a", "b", "c"}) w.target(name);
  gis::CalloutStore store(city.workspace.db());
  ASSERT_TRUE(store.add(kUuid, w.snapshot(), "王", CalloutWorld::kStart));
  gis::SimulateOptions options;
  options.start_utc_ms = CalloutWorld::kStart;
  options.most_ms = 200 * 1000;
  options.close_at_end = false;
  std::int64_t last_seq = 0;
  {
    gis::CalloutLogStore log(city.workspace.db(), kUuid);
    gis::CalloutEngine engine(*store.snapshot(kUuid), log);
    ASSERT_TRUE(engine.load());
    ASSERT_TRUE(gis::simulate(engine, options));
    last_seq = engine.state().lastSeq();
  }
  auto other = gis::Workspace::open(city.folder, gis::OpenMode::kReadWrite);
  ASSERT_TRUE(other);
  gis::CalloutStore again(other->db());
  gis::CalloutLogStore log(other->db(), kUuid);
  gis::CalloutEngine engine(*again.snapshot(kUuid), log);
  ASSERT_TRUE(engine.load());
  EXPECT_EQ(engine.state().lastSeq(), last_seq);
  EXPECT_TRUE(gis::auditCallout(engine, *log.eventsAfter(0), engine.state().lastUtcMs(), 1000).empty());
  options.most_ms = 6 * 3600 * std::int64_t{1000};
  options.close_at_end = true;
  ASSERT_TRUE(gis::simulate(engine, options));
  const auto all = again.all();
  ASSERT_TRUE(all);
  ASSERT_EQ(all->size(), 1u);
  EXPECT_TRUE(all->front().is_closed);
  EXPECT_EQ(all->front().author, "王");
}

TEST(CalloutStore, TheLogIsAppendOnly) {
  City city;
  CalloutWorld w;
  w.target("a");
  gis::CalloutStore store(city.workspace.db());
  ASSERT_TRUE(store.add(kUuid, w.snapshot(), "王", CalloutWorld::kStart));
  gis::CalloutLogStore log(city.workspace.db(), kUuid);
  gis::CalloutEngine engine(w.snapshot(), log);
  ASSERT_TRUE(engine.load());
  ASSERT_TRUE(engine.start(CalloutWorld::kStart));
  const auto events = log.eventsAfter(0);
  ASSERT_TRUE(events);
  // The same number twice is refused, and what belonged to it is not kept either.
  const gis::CalloutTimer timer{0, gis::TimerKind::kClaimDue, 1, 1, false};
  const auto before = log.timers()->size();
  EXPECT_FALSE(log.exclusively([&] { return log.append(std::span(&events->front(), 1), std::span(&timer, 1)); }));
  EXPECT_EQ(log.timers()->size(), before);
}

TEST(CalloutStore, TwoWindowsDriveOneCallOut) {
  City city;
  CalloutWorld w;
  for (int i = 0; i < 20; ++i) w.target("p" + std::to_string(i));
  w.ladder().steps[0].channels = {gis::Channel::kPhone};
  gis::CalloutStore store(city.workspace.db());
  ASSERT_TRUE(store.add(kUuid, w.snapshot(), "王", CalloutWorld::kStart));
  auto other = gis::Workspace::open(city.folder, gis::OpenMode::kReadWrite);
  ASSERT_TRUE(other);
  gis::CalloutLogStore log_a(city.workspace.db(), kUuid), log_b(other->db(), kUuid);
  gis::CalloutEngine a(w.snapshot(), log_a), b(w.snapshot(), log_b);
  ASSERT_TRUE(a.load() && a.start(CalloutWorld::kStart) && b.load());
  std::set<std::string> called;
  for (int i = 0; i < 10; ++i) {
    for (auto* engine : {&a, &b}) {
      const std::string officer = engine == &a ? "王" : "李";
      const auto id = engine->claim(officer, CalloutWorld::time(i));
      ASSERT_TRUE(id);
      ASSERT_FALSE(id->empty());
      EXPECT_TRUE(called.insert(*id).second) << "called twice";
      ASSERT_TRUE(engine->receive({*id, gis::ReceiptKind::kConfirmed, officer, 0, ""}, CalloutWorld::time(i)));
    }
  }
  EXPECT_EQ(called.size(), 20u);
  EXPECT_FALSE(gis::firstBrokenEvent(*log_a.eventsAfter(0)));
}

TEST(CalloutStore, PlansAreKeptByVersion) {
  City city;
  gis::CalloutStore store(city.workspace.db());
  auto plan = store.plan();
  ASSERT_TRUE(plan);
  plan->title = "改过的";
  EXPECT_EQ(*store.savePlan(*plan, "王", "试行", CalloutWorld::kStart), 1);
  EXPECT_EQ(*store.savePlan(*plan, "王", "再改", CalloutWorld::kStart), 2);
  EXPECT_EQ(store.plan()->title, "改过的");
}

}  // namespace
