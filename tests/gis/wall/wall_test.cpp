// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/wall/wall_page.h"

#include "gis/callout/callout_store.h"
#include "gis/cap/warning_store.h"
#include "gis/store/guarded.h"
#include "gis/store/moment.h"
#include "tests/gis/callout/callout_world.h"
#include "tests/gis/store/store_test_support.h"

namespace {

using namespace gis;

struct WallWorld {
  TemporaryFolder temporary;
  const std::filesystem::path folder = temporary / "w";
  WallWorld() {
    auto made = Workspace::create(folder, kMayDay);
    EXPECT_TRUE(made.has_value()) << say(made);
  }
  void run(const std::string& sql) const {
    const auto workspace = Workspace::open(folder, OpenMode::kReadWrite);
    ASSERT_OK(workspace);
    workspace->db().sql().exec(sql);
  }
};

// A query that is wrong fails here and not in front of the leaders.
TEST(WallPages, EveryQueryRunsOnAnEmptyWorkspaceAndOnItsPast) {
  const WallWorld world;
  const auto pages = wallPages();
  ASSERT_OK(pages);
  ASSERT_GE(pages->size(), 6U);
  for (const WallPage& page : *pages)
    for (const auto& place : {world.folder, atMoment(world.folder, 1'777'593'600'000)}) {
      const auto answer = answerWallPage(page, place, kMayDay);
      EXPECT_TRUE(answer.has_value()) << page.id << ": " << say(answer);
      if (!answer) continue;
      EXPECT_EQ(answer->is_frozen, place != world.folder);
      EXPECT_FALSE(answer->is_drill);
      EXPECT_LE(answer->figures.size(), 5U) << "as many as can be read from three metres";
    }
}

TEST(WallPages, FrozenFiguresDoNotMove) {
  const WallWorld world;
  const auto pages = wallPages();
  ASSERT_OK(pages);
  const auto stocks = std::ranges::find(*pages, "stocks", &WallPage::id);
  ASSERT_NE(stocks, pages->end());
  const auto requisition = [](const char* uuid, int at) {
    return fmt::format(
        "INSERT INTO stock_requisition VALUES ('{0}', 'N', '{{}}', {1}, 'a'); INSERT INTO stock_requisition_event "
        "(requisition_uuid, seq, at_utc_ms, kind, actor) VALUES ('{0}', 1, {1}, 'requested', 'a')",
        uuid, at);
  };
  world.run(requisition("019de000-0000-7000-8000-000000000001", 1000));
  world.run(requisition("019de000-0000-7000-8000-000000000002", 3000));
  const auto waiting = [&](const std::filesystem::path& place) {
    const auto answer = answerWallPage(*stocks, place, kMayDay);
    EXPECT_TRUE(answer.has_value()) << say(answer);
    return answer && !answer->figures.empty() ? answer->figures.back().row.value : std::string();
  };
  EXPECT_EQ(waiting(world.folder), "2");
  EXPECT_EQ(waiting(atMoment(world.folder, 2000)), "1");
  EXPECT_EQ(waiting(atMoment(world.folder, 500)), "0");
}

// What is counted in an evacuation stands as a whole from then on: counting again does not add.
TEST(WallPages, PeopleMovedAreTheLatestCountOfEachVillageAndDrillsAreNotReal) {
  const WallWorld world;
  const auto pages = wallPages();
  ASSERT_OK(pages);
  const auto moved = std::ranges::find(*pages, "moved", &WallPage::id);
  ASSERT_NE(moved, pages->end());
  const auto evacuation = [](const char* uuid, int is_drill, int at) {
    return fmt::format("INSERT INTO evacuation VALUES ('{0}', '{0}', 't', {1}, {2}, 'a', '{{}}');", uuid, is_drill, at);
  };
  const auto count = [](const char* uuid, int seq, const char* kind, const char* village, const char* shelter,
                        int people) {
    return fmt::format("INSERT INTO evacuation_event VALUES ('{}', {}, {}, '{}', '{}', '{}', {}, 'a', '');", uuid, seq,
                       seq * 1000, kind, village, shelter, people);
  };
  const char* kReal = "019de000-0000-7000-8000-000000000001";
  const char* kOther = "019de000-0000-7000-8000-000000000002";
  const char* kDrill = "019de000-0000-7000-8000-000000000003";
  world.run(evacuation(kReal, 0, 1) + evacuation(kOther, 0, 2) + evacuation(kDrill, 1, 3) +
            count(kReal, 1, "moved", "1", "", 30) + count(kReal, 2, "moved", "1", "", 50) +
            count(kReal, 3, "moved", "1", "", 40) + count(kReal, 4, "moved", "2", "", 7) +
            count(kReal, 5, "arrived", "1", "s", 20) + count(kReal, 6, "arrived", "1", "r", 5) +
            count(kOther, 1, "moved", "3", "", 100) + count(kDrill, 1, "moved", "4", "", 9000));
  const auto answer = answerWallPage(*moved, world.folder, kMayDay);
  ASSERT_OK(answer);
  ASSERT_GE(answer->figures.size(), 2U);
  EXPECT_EQ(answer->figures[0].row.value, "147");
  EXPECT_EQ(answer->figures[1].row.value, "25");
}

// A call-out of one person.
void addCallout(const WallWorld& world, const char* title, bool is_drill, bool is_closed, std::int64_t at_utc_ms) {
  const auto workspace = Workspace::open(world.folder, OpenMode::kReadWrite);
  ASSERT_OK(workspace);
  tests::CalloutWorld calls;
  calls.target("a");
  calls.snapshot().title = title;
  calls.snapshot().is_drill = is_drill;
  const std::string uuid = fmt::format("019de000-0000-7000-8000-{:012d}", at_utc_ms);
  ASSERT_OK(CalloutStore(workspace->db()).add(uuid, calls.snapshot(), "a", at_utc_ms));
  CalloutLogStore log(workspace->db(), uuid);
  CalloutEngine engine(calls.snapshot(), log);
  ASSERT_OK(engine.load());
  ASSERT_OK(engine.start(at_utc_ms));
  if (!is_closed) return;
  ASSERT_OK(engine.close("officer", at_utc_ms, "over"));
}

WallAnswer callsPage(const WallWorld& world) {
  const auto pages = wallPages();
  EXPECT_TRUE(pages.has_value());
  const auto answer = answerWallPage(*std::ranges::find(*pages, "calls", &WallPage::id), world.folder, kMayDay);
  EXPECT_TRUE(answer.has_value()) << say(answer);
  return answer ? *answer : WallAnswer{};
}

TEST(WallPages, ARealCallOutStandsBeforeANewerDrillAndADrillIsMarked) {
  const WallWorld world;
  addCallout(world, "drill of May", true, false, 1000);
  EXPECT_EQ(callsPage(world).subject, "drill of May");
  EXPECT_TRUE(callsPage(world).is_drill) << "nothing real runs";
  addCallout(world, "real rain", false, false, 2000);
  addCallout(world, "drill of June", true, false, 3000);
  EXPECT_EQ(callsPage(world).subject, "real rain");
  EXPECT_FALSE(callsPage(world).is_drill);
  world.run("INSERT INTO workspace_setting VALUES ('drill_begun_utc_ms', '5')");
  EXPECT_EQ(callsPage(world).subject, "drill of June") << "in the workspace of a drill";
  EXPECT_TRUE(callsPage(world).is_drill);
}

TEST(WallPages, ADrillThatRunsStandsBeforeWhatIsOver) {
  const WallWorld world;
  addCallout(world, "real rain", false, true, 2000);
  EXPECT_EQ(callsPage(world).subject, "real rain");
  addCallout(world, "drill of June", true, false, 1000);
  EXPECT_EQ(callsPage(world).subject, "drill of June");
  EXPECT_TRUE(callsPage(world).is_drill);
}

TEST(WallPages, DrillWarningsAreShownWhereNothingRealIsInForce) {
  const WallWorld world;
  const auto add = [&](const char* id, CapStatus status) {
    const auto workspace = Workspace::open(world.folder, OpenMode::kReadWrite);
    ASSERT_OK(workspace);
    Warning12379 warning;
    warning.identifier = id, warning.headline = id, warning.status = status;
    warning.colour = WarningColour::kRed;
    warning.event_code = "11B03", warning.sender = "14040041600000";
    warning.sent_utc_ms = warning.effective_utc_ms = kMayDay.nowUtcMs() - 3'600'000;
    warning.expires_utc_ms = kMayDay.nowUtcMs() + 3'600'000;
    ASSERT_OK(WarningStore(workspace->db()).add(capOf(warning), "test", kMayDay.nowUtcMs()));
  };
  const auto force = [&] { return *answerWallPage(wallPages()->front(), world.folder, kMayDay); };
  add("exercise", CapStatus::kExercise);
  ASSERT_EQ(force().list.rows.size(), 1U);
  EXPECT_EQ(force().list.rows[0].text, "【演练】exercise");
  EXPECT_TRUE(force().is_drill);
  add("real", CapStatus::kActual);
  ASSERT_EQ(force().list.rows.size(), 1U);
  EXPECT_EQ(force().list.rows[0].text, "real");
  EXPECT_EQ(force().figures[0].row.value, "1");
  EXPECT_FALSE(force().is_drill);
}

TEST(WallPages, ADrillIsMarked) {
  const WallWorld world;
  world.run("INSERT INTO workspace_setting VALUES ('drill_begun_utc_ms', '5')");
  const auto answer = answerWallPage(wallPages()->front(), world.folder, kMayDay);
  ASSERT_OK(answer);
  EXPECT_TRUE(answer->is_drill);
}

TEST(WallPages, TelephoneNumbersAreMasked) {
  EXPECT_EQ(withoutPhones("张三 13812345678"), "张三 138****5678");
  EXPECT_EQ(withoutPhones("03551234567，2026-07-26"), "035****4567，2026-07-26");
  EXPECT_EQ(withoutPhones("SL20260501 24600"), "SL20260501 24600");
}

TEST(WallPages, APageThatIsWrongSaysWhich) {
  EXPECT_CODE(readWallPage("{", "x.json"), kDamagedFile);
  EXPECT_CODE(readWallPage(R"({"id":"a","order":1,"question":{"zh":"问"}})", "x.json"), kDamagedFile);
  const WallWorld world;
  const auto page = readWallPage(
      R"({"id":"a","order":1,"question":{"zh":"问","en":"q"},"figures":[{"sql":"SELECT oops"}]})", "x.json");
  ASSERT_OK(page);
  EXPECT_CODE(answerWallPage(*page, world.folder, kMayDay), kDamagedFile);
}

}  // namespace
