// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/moment.h"

#include "gis/store/guarded.h"
#include "gis/store/workspace_present.h"
#include "tests/gis/store/store_test_support.h"

namespace {

using namespace gis;

TEST(Moment, AnAddressHasTwoParts) {
  const auto address = atMoment("/a/city", 1'764'440'100'000);
  EXPECT_EQ(address, "/a/city/@1764440100000");
  const auto moment = momentOf(address);
  ASSERT_TRUE(moment.has_value());
  EXPECT_EQ(moment->folder, "/a/city");
  EXPECT_EQ(moment->utc_ms, 1'764'440'100'000);
  EXPECT_EQ(atMoment(address, 5), "/a/city/@5") << "another moment of the same workspace";
  for (const char* plain : {"/a/city", "/a/@home", "/a/@", "@5", "/a/@5x"}) EXPECT_FALSE(momentOf(plain)) << plain;
}

struct MomentWorld {
  TemporaryFolder temporary;
  const std::filesystem::path folder = temporary / "w";
  MomentWorld() {
    auto made = Workspace::create(folder, kMayDay);
    EXPECT_TRUE(made.has_value()) << say(made);
    made->db().sql().exec(
        "INSERT INTO callout VALUES ('019de000-0000-7000-8000-000000000001', 't', '', 0, 1000, 'a', '{}', 'd');"
        "WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value+1 FROM n WHERE value<5) INSERT INTO callout_event "
        "SELECT '019de000-0000-7000-8000-000000000001', value, 1000*value, -1, 'started', '', "
        "'', 0, '', 'h' FROM n");
  }
  int count(const std::filesystem::path& place, const std::string& sql) const {
    const auto workspace = Workspace::open(place, OpenMode::kRead);
    EXPECT_TRUE(workspace.has_value()) << say(workspace);
    return workspace ? workspace->db().sql().execAndGet(sql).getInt() : -1;
  }
};

TEST(Moment, LaterEventsAreNotThereAndNowIsThatMoment) {
  MomentWorld world;
  EXPECT_EQ(world.count(world.folder, "SELECT count(*) FROM callout_event"), 5);
  EXPECT_EQ(world.count(atMoment(world.folder, 3000), "SELECT count(*) FROM callout_event"), 3);
  EXPECT_EQ(world.count(atMoment(world.folder, 3000), "SELECT count(*) FROM callout"), 1);
  EXPECT_EQ(world.count(atMoment(world.folder, 999), "SELECT count(*) FROM callout"), 0);
  const auto then = Workspace::open(atMoment(world.folder, 3000), OpenMode::kRead);
  ASSERT_OK(then);
  EXPECT_EQ(presentUtcMs(then->db(), kMayDay), 3000);
  EXPECT_EQ(then->folder(), world.folder);
}

TEST(Moment, NothingCanBeWrittenThere) {
  MomentWorld world;
  auto then = Workspace::open(atMoment(world.folder, 3000), OpenMode::kReadWrite);
  ASSERT_OK(then);
  ASSERT_TRUE(then->readOnlyReason().has_value());
  EXPECT_EQ(then->readOnlyReason()->code, ErrorCode::kReadOnly);
  EXPECT_TRUE(then->readOnlyReason()->detail.starts_with(kPastMoment));
  EXPECT_FALSE(then->setFact("city_name_zh", "x").has_value());
}

// A rule gives exactly the columns of its table, in their order, whatever the schema has become.
TEST(Moment, EveryRuleGivesTheColumnsOfItsTable) {
  MomentWorld world;
  const auto then = Workspace::open(atMoment(world.folder, 3000), OpenMode::kRead);
  ASSERT_OK(then);
  SQLite::Statement views(then->db().sql(), "SELECT name FROM temp.sqlite_schema WHERE type='view'");
  int seen = 0;
  const auto columns = [&](const std::string& table) {
    SQLite::Statement one(then->db().sql(), "SELECT * FROM " + table + " LIMIT 0");
    std::string names;
    for (int i = 0; i < one.getColumnCount(); ++i) names += std::string(one.getColumnName(i)) + " ";
    return names;
  };
  for (; views.executeStep(); ++seen) {
    const std::string table = views.getColumn(0).getString();
    EXPECT_EQ(columns("temp." + table), columns("main." + table)) << table;
  }
  EXPECT_GE(seen, 17);
}

}  // namespace
