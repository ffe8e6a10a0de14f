// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "gis/callout/callout_store.h"
#include "gis/cap/warning_store.h"
#include "gis/drill/drill_run.h"
#include "gis/store/workspace_present.h"
#include "tests/gis/drill/drill_city.h"

namespace {

using namespace gis;
using namespace gis::drill;

// Every cell of every table.
std::string everyCell(const std::filesystem::path& folder) {
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  EXPECT_TRUE(workspace.has_value()) << gis::say(workspace);
  const SQLite::Database& db = workspace->db().sql();
  SQLite::Statement tables(db,
                           "SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'rtree%' ORDER BY 1");
  std::string text;
  while (tables.executeStep()) {
    const std::string table = tables.getColumn(0).getString();
    if (table == "layer_revision") continue;  // random marks of what was changed, by design
    SQLite::Statement rows(db, "SELECT * FROM " + table);
    for (text += table + "\n"; rows.executeStep(); text += '\n')
      for (int i = 0; i < rows.getColumnCount(); ++i) text += rows.getColumn(i).getString() + '|';
  }
  return text;
}

std::unique_ptr<DrillRun> begun(const DrillCity& city, const std::string& text, std::uint64_t seed = 7) {
  auto script = readDrillScript(text, drillStepRules());
  EXPECT_TRUE(script.has_value());
  DrillOptions options;
  options.script_file = "night.json";
  options.seed = seed;
  auto run = DrillRun::begin(city.folder, std::move(*script), options, gis::kMayDay);
  EXPECT_TRUE(run.has_value()) << gis::say(run);
  return run ? std::move(*run) : nullptr;
}

TEST(DrillRun, AWholeNightLeavesRealFiguresAsTheyWere) {
  const DrillCity city;
  const std::string before = everyCell(city.folder);
  const auto run = begun(city, kNight);
  ASSERT_NE(run, nullptr);
  const auto injected = run->advance(run->endUtcMs());
  ASSERT_TRUE(injected.has_value()) << gis::say(injected);
  EXPECT_TRUE(run->finished());
  for (const DrillEntry& entry : *injected) EXPECT_EQ(entry.error, "") << entry.kind << ": " << entry.detail;

  const auto world = gis::Workspace::open(run->folder(), gis::OpenMode::kRead);
  ASSERT_OK(world);
  EXPECT_TRUE(world->facts().city_name_zh.starts_with("【演练】"));
  const auto callouts = gis::CalloutStore(world->db()).all();
  ASSERT_OK(callouts);
  ASSERT_EQ(callouts->size(), 1U);
  EXPECT_TRUE(callouts->front().is_drill);
  EXPECT_TRUE(callouts->front().is_closed);
  const auto warnings = gis::WarningStore(world->db()).all();
  ASSERT_OK(warnings);
  EXPECT_EQ(warnings->size(), 3U);
  for (const gis::StoredWarning& one : *warnings) EXPECT_EQ(one.warning.status, gis::CapStatus::kExercise);
  EXPECT_EQ(gis::presentUtcMs(world->db(), gis::kMayDay), run->endUtcMs());

  EXPECT_EQ(everyCell(city.folder), before) << "not a cell of the real workspace may differ";
  const auto removed = removeDrills(city.folder, {});
  ASSERT_OK(removed);
  EXPECT_EQ(*removed, 1);
  EXPECT_EQ(everyCell(city.folder), before);
  EXPECT_FALSE(std::filesystem::exists(city.folder / "drills"));
}

TEST(DrillRun, TheSameSeedGivesTheSameDrill) {
  const DrillCity city;
  std::string digests[2];
  for (std::string& digest : digests) {
    const auto run = begun(city, kNight);
    ASSERT_NE(run, nullptr);
    ASSERT_TRUE(run->advance(run->endUtcMs()).has_value());
    digest = everyCell(run->folder());
  }
  EXPECT_EQ(digests[0], digests[1]);
}

TEST(DrillRun, ManySmallStepsOfTheClockAreTheSameAsOne) {
  const DrillCity city;
  const auto fast = begun(city, kNight), slow = begun(city, kNight);
  ASSERT_TRUE(fast && slow);
  ASSERT_TRUE(fast->advance(fast->endUtcMs()).has_value());
  std::size_t steps = 0;
  while (!slow->finished()) {
    const auto some = slow->advance(slow->nowUtcMs() + 7 * 60'000);
    ASSERT_TRUE(some.has_value()) << gis::say(some);
    steps += some->size();
  }
  EXPECT_EQ(steps, fast->script().steps.size());
  EXPECT_EQ(everyCell(fast->folder()), everyCell(slow->folder()));
}

TEST(DrillRun, AStepThatFailsIsWrittenDownAndTheDrillGoesOn) {
  const DrillCity city;
  const auto run = begun(city, R"({"title":"t","begins":"20:00","steps":[
    {"at":"20:00","kind":"closure","name":"r","road":"G999","divisions":["140431"]},
    {"at":"20:10","kind":"reopening","closure":"r"},
    {"at":"20:20","kind":"note","words":"weiter"}]})");
  ASSERT_NE(run, nullptr);
  const auto injected = run->advance(run->endUtcMs());
  ASSERT_OK(injected);
  ASSERT_EQ(injected->size(), 3U);
  EXPECT_EQ((*injected)[0].error, "unknown_name");
  EXPECT_EQ((*injected)[1].error, "no_data");
  EXPECT_EQ((*injected)[2].error, "");
  const auto world = drillOf(run->folder());
  ASSERT_TRUE(world && *world);
  EXPECT_EQ((*world)->steps_done, 1);
  EXPECT_EQ((*world)->steps_failed, 2);
}

TEST(DrillWorld, ADrillIsNoPlaceForADrillAndARealWorkspaceIsNoDrill) {
  const DrillCity city;
  const auto run = begun(city, kNight);
  ASSERT_NE(run, nullptr);
  const auto again = makeDrillWorld(run->folder(), run->script(), "x", 0, gis::kMayDay);
  EXPECT_CODE(again, kInvalidArgument);
  const auto real = drillOf(city.folder);
  ASSERT_OK(real);
  EXPECT_FALSE(real->has_value());
  EXPECT_CODE(removeDrills(city.folder, "other"), kUnknownName);
  EXPECT_EQ(drillWorlds(city.folder).size(), 1U);
}

TEST(DrillWorld, AFolderThatIsNoDrillIsLeftAlone) {
  const DrillCity city;
  std::filesystem::create_directories(city.folder / "drills" / "notes");
  gis::writeBytes(city.folder / "drills" / "notes" / "list.txt", "kept");
  const auto removed = removeDrills(city.folder, {});
  ASSERT_OK(removed);
  EXPECT_EQ(*removed, 0);
  EXPECT_EQ(gis::readBytes(city.folder / "drills" / "notes" / "list.txt"), "kept");
}

TEST(DrillWorld, LinesToPeopleAreNotCopied) {
  const DrillCity city;
  gis::writeBytes(city.folder / "channels.json", "{}");
  gis::writeBytes(city.folder / "vehicles.json", "[]");
  const auto run = begun(city, kNight);
  ASSERT_NE(run, nullptr);
  EXPECT_FALSE(std::filesystem::exists(run->folder() / "channels.json"));
  EXPECT_TRUE(std::filesystem::exists(run->folder() / "vehicles.json"));
}

}  // namespace
