// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/audit.h"

#include <gtest/gtest.h>

#include "tests/gis/callout/callout_world.h"

namespace {

using tests::CalloutWorld;
constexpr auto kByVoice = gis::Channel::kVoice;

TEST(Audit, SeesATimerThatDidNotAct) {
  CalloutWorld w;
  const int a = w.target("a");
  w.start();
  w.hand(a, kByVoice, 1);
  EXPECT_EQ(w.auditText(50), "");
  EXPECT_NE(w.auditText(150).find("timer_not_acted"), std::string::npos);
  w.until(150);
  EXPECT_EQ(w.auditText(150), "");
}

TEST(Audit, TellsHowLateTimersActed) {
  CalloutWorld w;
  const int a = w.target("a"), b = w.target("b");
  w.start();
  w.hand(a, kByVoice, 1);
  w.hand(b, kByVoice, 1);
  w.until(90);
  EXPECT_EQ(gis::tickErrorOf(w.log().events()).timers, 0) << "each acted at its own moment";
  ASSERT_TRUE(w.engine().tick(CalloutWorld::time(101) + 40));
  const gis::TickError error = gis::tickErrorOf(w.log().events());
  EXPECT_EQ(error.timers, 2);
  EXPECT_EQ(error.max_ms, 40);
  EXPECT_EQ(error.p99_ms, 40);
  EXPECT_FALSE(gis::firstBrokenEvent(w.log().events())) << "a part of the chain";
}

TEST(Audit, OneTimerOfAHundredMayBeLate) {
  std::vector<gis::CalloutEvent> events(2);
  for (gis::CalloutEvent& event : events) event.kind = gis::EventKind::kActedLate;
  events[0].number = 3, events[0].text = "99";
  events[1].number = 500, events[1].text = "1";
  const gis::TickError error = gis::tickErrorOf(events);
  EXPECT_EQ(error.timers, 100);
  EXPECT_EQ(error.p99_ms, 3);
  EXPECT_EQ(error.max_ms, 500);
}

}  // namespace
