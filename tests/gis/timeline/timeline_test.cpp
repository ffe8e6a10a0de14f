// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/timeline/timeline_store.h"

#include "gis/store/guarded.h"
#include "gis/store/moment.h"
#include "tests/gis/store/store_test_support.h"

namespace {

using namespace gis;

TEST(Timeline, WhatHappenedIsInTheOrderOfItsTimesAndWithinItsSpan) {
  const TemporaryFolder temporary;
  auto made = Workspace::create(temporary / "w", kMayDay);
  ASSERT_OK(made);
  made->db().sql().exec(
      "INSERT INTO warning_message (identifier, sender, sent_utc_ms, received_utc_ms, msg_type, status, life_line, "
      "colour, headline, source, content) VALUES ('a','s',1000,1000,'Alert','Exercise','a','orange','橙色','t','x'),"
      "('b','s',5000,5000,'Cancel','Exercise','a','orange','解除','t','x');"
      "INSERT INTO callout VALUES ('019de000-0000-7000-8000-000000000001', '叫应', 'a', 1, 2000, 'a', '{}', 'd');"
      "INSERT INTO callout_event VALUES ('019de000-0000-7000-8000-000000000001',1,2500,0,'confirmed','','',0,'','h'),"
      "('019de000-0000-7000-8000-000000000001',2,2600,1,'confirmed','','',0,'','h'),"
      "('019de000-0000-7000-8000-000000000001',3,9000,-1,'closed','','',0,'','h')");
  const TimelineStore store(made->db());
  const auto spans = store.spans();
  ASSERT_OK(spans);
  ASSERT_EQ(spans->size(), 1U);
  EXPECT_EQ(spans->front().from_utc_ms, 1000);
  EXPECT_EQ(spans->front().to_utc_ms, 9000) << "the call-out ends after the warning";
  EXPECT_TRUE(spans->front().is_drill);
  const auto entries = store.entries(1000, 9000);
  ASSERT_OK(entries);
  std::string kinds;
  for (const TimelineEntry& entry : *entries) kinds += entry.kind + " ";
  EXPECT_EQ(kinds, "warning_alert callout_begun callout_count_confirmed warning_cancel callout_closed ");
  EXPECT_EQ((*entries)[2].number, 2);
  EXPECT_FALSE((*entries)[2].is_key);
  EXPECT_EQ(store.entries(1001, 1999)->size(), 0U);

  // As it was known at a moment, nothing later is told.
  const auto then = Workspace::open(atMoment(temporary / "w", 2550), OpenMode::kRead);
  ASSERT_OK(then);
  const auto known = TimelineStore(then->db()).entries(0, 100'000);
  ASSERT_OK(known);
  ASSERT_EQ(known->size(), 3U);
  EXPECT_EQ(known->back().number, 1);
}

}  // namespace
