// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/weather/warning.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "gis/cap/cap_writer.h"
#include "gis/store/migration.h"
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

TEST(SignalStore, AddsAndNeverChanges) {
  const TemporaryFolder folder;
  const auto workspace = Workspace::create(folder / "city", kMayDay);
  ASSERT_OK(workspace);
  const SignalStore store(workspace->db());
  WarningRecord r = alert("a", WarningColour::kRed, 3);
  r.polygons = {{{113, 36}, {113.1, 36}, {113.1, 36.1}, {113, 36}}};
  ASSERT_OK(store.add(r, kMayDay));
  EXPECT_CODE(store.add(r, kMayDay), kAlreadyExists);
  EXPECT_CODE(store.add(follows(alert("x", WarningColour::kRed, 3), "y", WarningMessage::kUpdate), kMayDay), kNoData);
  WarningRecord unknown = alert("z", WarningColour::kRed, 3);
  unknown.type_code = "99X99";
  EXPECT_CODE(store.add(unknown, kMayDay), kInvalidArgument);
  ASSERT_OK(store.add(follows(r, "b", WarningMessage::kCancel), kMayDay));
  const auto all = store.all();
  ASSERT_OK(all);
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ((*all)[0].polygons.at(0).size(), 4U);
  EXPECT_EQ((*all)[0].area_codes, r.area_codes);
  EXPECT_EQ((*all)[1].message, WarningMessage::kCancel);
}

TEST(SignalStore, CallOutsAndTheWeatherRoomSeeTheSame) {
  const TemporaryFolder folder;
  const auto workspace = Workspace::create(folder / "city", kMayDay);
  ASSERT_OK(workspace);
  const SignalStore signals(workspace->db());
  gis::WarningStore messages(workspace->db());
  const WarningRecord typed = alert("typed", WarningColour::kOrange, 6);
  ASSERT_OK(signals.add(typed, kMayDay));
  const auto seen = messages.warning("typed");
  ASSERT_OK(seen);
  EXPECT_EQ(seen->event_code, typed.type_code);
  EXPECT_EQ(seen->colour, gis::WarningColour::kOrange);
  EXPECT_EQ(seen->division_codes, typed.area_codes);
  EXPECT_EQ(seen->sent_utc_ms, typed.issued_utc_ms);
  EXPECT_EQ(seen->expires_utc_ms, *typed.expires_utc_ms);

  Warning12379 came;
  came.identifier = "came", came.sender = "41600001", came.sent_utc_ms = kNow;
  came.event_code = "11B03", came.colour = gis::WarningColour::kRed;
  came.headline = "暴雨红色预警";
  came.division_codes = {"140431"};
  came.circles = {{{113, 36}, 5000}};
  ASSERT_OK(messages.add(capOf(came), "file", kNow));
  Warning12379 over = came;
  over.identifier = "over", over.sent_utc_ms += kHour, over.msg_type = CapMsgType::kCancel, over.colour.reset();
  over.headline = "解除", over.references = {{"41600001", "came", ""}};
  ASSERT_OK(messages.add(capOf(over), "file", kNow));
  const auto all = signals.all();
  ASSERT_OK(all);
  ASSERT_EQ(all->size(), 3U);
  const auto events = warningEvents(*all, kNow + 2 * kHour);
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].latest.identifier, "typed");
  EXPECT_EQ(events[0].latest.author, "值班员");
  EXPECT_EQ(events[1].state, WarningState::kCancelled);
  EXPECT_EQ(events[1].messages[0].area_codes, (std::vector<std::string>{"140431000000"}));
  EXPECT_EQ(events[1].messages[0].polygons.at(0).size(), 49U);
  EXPECT_EQ(events[1].messages[0].author, "file");
}

// Signals of workspaces that were made before both rooms kept one table.
TEST(SignalStore, OlderSignalsAreTakenAlong) {
  const TemporaryFolder folder;
  const auto db = Database::create(folder / "workspace.gpkg");
  ASSERT_OK(db);
  const auto migrations = ownMigrations();
  ASSERT_OK(migrations);
  ASSERT_GE(migrations->size(), 23U);
  ASSERT_OK(migrate(*db, std::span(*migrations).first(22), kMayDay));
  const std::string common = kMayDayText + "','" + kMayDayText + "','x')";
  db->sql().exec(
      "INSERT INTO weather_warning VALUES (1,'a','a','14040041600000','长治市气象台','Actual','Alert','11B03',2,"
      "1777593600000,1777593600000,1777604400000,'暴雨 <橙色> & 预警','雨 \"大\"','','140431000000,140402000000',"
      "'113.0000000,36.0000000 113.1000000,36.0000000 113.1000000,36.1000000 113.0000000,36.0000000','值班员',"
      "1777593600000,'" +
      uuidOf(1) + "','" + common);
  db->sql().exec(
      "INSERT INTO weather_warning VALUES (2,'b','a','14040041600000','长治市气象台','Actual','Cancel','11B03',2,"
      "1777597200000,1777597200000,NULL,'解除','','','140431000000','','值班员',1777597200000,'" +
      uuidOf(2) + "','" + common);
  ASSERT_OK(migrate(*db, *migrations, kMayDay));
  const auto all = SignalStore(*db).all();
  ASSERT_OK(all);
  ASSERT_EQ(all->size(), 2U);
  const WarningRecord& first = all->front();
  EXPECT_EQ(first.headline, "暴雨 <橙色> & 预警");
  EXPECT_EQ(first.description, "雨 \"大\"");
  EXPECT_EQ(first.colour, WarningColour::kOrange);
  EXPECT_EQ(first.type_code, "11B03");
  EXPECT_EQ(first.author, "值班员");
  EXPECT_EQ(first.issued_utc_ms, 1777593600000);
  EXPECT_EQ(first.expires_utc_ms, 1777604400000);
  EXPECT_EQ(first.area_codes, (std::vector<std::string>{"140431000000", "140402000000"}));
  ASSERT_EQ(first.polygons.size(), 1U);
  EXPECT_EQ(first.polygons[0][1], (LonLat{113.1, 36}));
  const auto events = warningEvents(*all, kNow + 2 * kHour);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].state, WarningState::kCancelled);
  const auto lines = gis::WarningStore(*db).lines(kNow);
  ASSERT_OK(lines);
  ASSERT_EQ(lines->lives.size(), 1U);
  EXPECT_EQ(lines->lives[0].state, gis::WarningState::kCancelled);
}

}  // namespace
}  // namespace gis::weather
