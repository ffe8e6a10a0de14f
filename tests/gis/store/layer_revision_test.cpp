// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/layer_revision.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <set>

#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace {

class LayerRevision : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = Workspace::create(temporary / "w", kMayDay);
    ASSERT_OK(made);
    workspace.emplace(std::move(*made));
    fillSmallCity(workspace->db());
  }
  std::int64_t mark(const std::string& table) {
    const auto found = LayerRevisions(workspace->db()).markOf(table);
    EXPECT_TRUE(found.has_value() && found->has_value()) << table;
    return found && *found ? **found : 0;
  }
  TemporaryFolder temporary;
  std::optional<Workspace> workspace;
};

}  // namespace

TEST_F(LayerRevision, EveryChangeByPlainSqlGivesAMarkThatWasNeverThere) {
  std::set<std::int64_t> seen = {mark("building")};
  const std::int64_t divisions = mark("division");
  for (const char* change : {"UPDATE building SET storeys=9 WHERE fid=3", "UPDATE building SET storeys=1 WHERE fid=3",
                             "DELETE FROM building WHERE fid=4", "UPDATE building SET residents=residents"}) {
    workspace->db().sql().exec(change);
    EXPECT_TRUE(seen.insert(mark("building")).second) << change;
  }
  EXPECT_EQ(mark("division"), divisions) << "another table's changes do not count";
}

TEST_F(LayerRevision, AChangeThatIsTakenBackLeavesTheMark) {
  const std::int64_t before = mark("building");
  const auto taken_back = workspace->db().transaction([&]() -> Result<void> {
    workspace->db().sql().exec("DELETE FROM building");
    EXPECT_NE(mark("building"), before);
    return fail(ErrorCode::kCancelled, "");
  });
  EXPECT_FALSE(taken_back);
  EXPECT_EQ(mark("building"), before);
}

// The made city is the same to the byte for the same seed: what is written in bulk marks the table by what it was.
TEST_F(LayerRevision, BulkWritingMarksByContent) {
  auto other = Workspace::create(temporary / "same", kMayDay);
  ASSERT_OK(other);
  fillSmallCity(other->db());
  EXPECT_EQ(*LayerRevisions(other->db()).markOf("building"), mark("building"));
  auto more = Workspace::create(temporary / "more", kMayDay);
  ASSERT_OK(more);
  fillSmallCity(more->db(), 61);
  EXPECT_NE(*LayerRevisions(more->db()).markOf("building"), mark("building"));
  EXPECT_EQ(*LayerRevisions(more->db()).markOf("division"), mark("division"));
}

TEST_F(LayerRevision, ATableWhoseTriggersAreGoneHasNone) {
  ASSERT_OK(LayerRevisions(workspace->db()).unwatch("building"));
  const auto none = LayerRevisions(workspace->db()).markOf("building");
  ASSERT_OK(none);
  EXPECT_FALSE(none->has_value()) << "changes would go unseen";
  EXPECT_FALSE(LayerRevisions(workspace->db()).markOf("no_such_table")->has_value());
  ASSERT_OK(LayerRevisions(workspace->db()).watch("building"));
  EXPECT_TRUE(LayerRevisions(workspace->db()).markOf("building")->has_value());
}

}  // namespace gis
