// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/weather/warning.h"

#include <gtest/gtest.h>

#include "gis/weather/warning_store.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::weather {
namespace {

constexpr std::int64_t kNow = 1777593600000;
constexpr std::int64_t kHour = 3'600'000;

WarningRecord alert(const std::string& id, WarningColour colour, std::int64_t hours) {
  WarningRecord r;
  r.identifier = r.first_identifier = id;
  r.sender = "14040041600000", r.sender_name = "长治市气象台";
  r.type_code = "11B03", r.colour = colour;
  r.issued_utc_ms = r.effective_utc_ms = r.entered_utc_ms = kNow;
  r.expires_utc_ms = kNow + hours * kHour;
  r.headline = "长治市气象台发布暴雨预警", r.author = "值班员";
  r.area_codes = {"140431000000"};
  return r;
}

WarningRecord follows(const WarningRecord& first, const std::string& id, WarningMessage message) {
  WarningRecord r = first;
  r.identifier = id, r.message = message, r.issued_utc_ms += kHour, r.entered_utc_ms += kHour;
  return r;
}

TEST(Warnings, LifeOfAnEvent) {
  const WarningRecord first = alert("a", WarningColour::kYellow, 6);
  auto events = warningEvents({first}, kNow + kHour);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].state, WarningState::kActive);
  EXPECT_EQ(events[0].leftMs(kNow + kHour), 5 * kHour);
  EXPECT_EQ(warningEvents({first}, kNow + 6 * kHour)[0].state, WarningState::kExpired);
  EXPECT_EQ(warningEvents({first}, kNow - 1)[0].state, WarningState::kPending);

  WarningRecord update = follows(first, "b", WarningMessage::kUpdate);
  update.colour = WarningColour::kRed;
  events = warningEvents({update, first}, kNow + 2 * kHour);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].state, WarningState::kUpdated);
  EXPECT_EQ(events[0].latest.colour, WarningColour::kRed);
  EXPECT_EQ(events[0].messages.size(), 2U);

  WarningRecord cancel = follows(first, "c", WarningMessage::kCancel);
  cancel.issued_utc_ms += kHour;
  events = warningEvents({first, update, cancel}, kNow + 3 * kHour);
  EXPECT_EQ(events[0].state, WarningState::kCancelled);
  EXPECT_TRUE(warnedAreas(events).empty());
}

TEST(Warnings, WorstFirstAndWorstPerDistrict) {
  WarningRecord wind = alert("w", WarningColour::kBlue, 24);
  wind.type_code = "11B06", wind.area_codes = {"140431000000", "140402000000"};
  const auto events = warningEvents({wind, alert("r", WarningColour::kOrange, 3)}, kNow);
  EXPECT_EQ(events[0].latest.identifier, "r");
  const auto areas = warnedAreas(events);
  ASSERT_EQ(areas.size(), 2U);
  EXPECT_EQ(areas[0].division_code, "140402000000");
  EXPECT_EQ(areas[0].colour, WarningColour::kBlue);
  EXPECT_EQ(areas[1].colour, WarningColour::kOrange);
  EXPECT_EQ(areas[1].type_codes, (std::vector<std::string>{"11B03", "11B06"}));
}

TEST(Warnings, IdentifierOfThePlatform) {
  // 2026-05-01 08:00:00 in Beijing
  EXPECT_EQ(platformIdentifier("140400", kNow, 3), "14040041600000_20260501080000_3");
}

TEST(Warnings, WhatIsWrong) {
  WarningRecord r = alert("a", WarningColour::kRed, 1);
  EXPECT_TRUE(wrongFields(r).empty());
  r.area_codes.clear(), r.headline.clear(), r.expires_utc_ms = kNow, r.identifier = r.first_identifier = "a b";
  EXPECT_EQ(wrongFields(r), (std::vector<std::string>{"identifier", "expires", "headline", "areas"}));
}

TEST(Warnings, EveryTypeHasATemplate) {
  const auto templates = warningTemplates();
  ASSERT_OK(templates);
  EXPECT_NE(templateFor(*templates, "11B03", WarningColour::kRed), nullptr);
  EXPECT_EQ(templateFor(*templates, "11B09", WarningColour::kBlue), nullptr);
  EXPECT_EQ(templateFor(*templates, "11B03", WarningColour::kRed)->valid_h, 3);
}

TEST(WarningStore, AddsAndNeverChanges) {
  const TemporaryFolder folder;
  const auto workspace = Workspace::create(folder / "city", kMayDay);
  ASSERT_OK(workspace);
  const WarningStore store(workspace->db());
  UuidSource uuids(std::make_shared<FixedClock>(kNow), 7);
  WarningRecord r = alert("a", WarningColour::kRed, 3);
  r.polygon = {{113, 36}, {113.1, 36}, {113.1, 36.1}, {113, 36}};
  ASSERT_OK(store.add(r, "test", uuids, kMayDay));
  EXPECT_CODE(store.add(r, "test", uuids, kMayDay), kAlreadyExists);
  EXPECT_CODE(
      store.add(follows(alert("x", WarningColour::kRed, 3), "y", WarningMessage::kUpdate), "test", uuids, kMayDay),
      kNoData);
  WarningRecord unknown = alert("z", WarningColour::kRed, 3);
  unknown.type_code = "99X99";
  EXPECT_CODE(store.add(unknown, "test", uuids, kMayDay), kInvalidArgument);
  ASSERT_OK(store.add(follows(r, "b", WarningMessage::kCancel), "test", uuids, kMayDay));
  const auto all = store.all();
  ASSERT_OK(all);
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ((*all)[0].polygon.size(), 4U);
  EXPECT_EQ((*all)[0].area_codes, r.area_codes);
  EXPECT_EQ((*all)[1].message, WarningMessage::kCancel);
}

}  // namespace
}  // namespace gis::weather
