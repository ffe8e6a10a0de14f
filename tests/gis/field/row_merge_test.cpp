// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/row_merge.h"

#include <gtest/gtest.h>

#include "tests/gis/field/replica.h"

namespace gis {
namespace {

class RowMergeTest : public ::testing::Test {
 protected:
  void exchange() {
    const auto from_office = office.changes();
    office.take(laptop.changes());
    laptop.take(from_office);
  }
  Conflict onlyConflict() {
    const auto all = ConflictStore(office.db()).all(true);
    EXPECT_EQ(all->size(), 1U);
    return all->empty() ? Conflict{} : all->front();
  }
  std::string name(const Replica& replica) { return replica.text("SELECT name FROM depot WHERE uuid='" + depot + "'"); }
  Replica office{1};
  Replica laptop{2};
  const std::string depot = uuidOf(1);
};

}  // namespace

TEST_F(RowMergeTest, TwoColumnsOfOneRowNeverConflict) {
  ASSERT_OK(office.set("depot", depot, {{"keeper", std::string("王")}}));
  ASSERT_OK(laptop.set("depot", depot, {{"phone", std::string("0355-3010001")}}));
  exchange();
  for (const Replica* replica : {&office, &laptop}) {
    EXPECT_EQ(replica->text("SELECT keeper||phone FROM depot WHERE uuid='" + depot + "'"), "王0355-3010001");
    EXPECT_TRUE(replica->openConflicts().empty());
  }
}

TEST_F(RowMergeTest, OneCellTwiceIsAQuestionUntilDecided) {
  ASSERT_OK(office.set("depot", depot, {{"name", std::string("东库")}}));
  laptop.clock->now += 5000;
  ASSERT_OK(laptop.set("depot", depot, {{"name", std::string("西库")}}));
  exchange();
  EXPECT_EQ(name(office), "西库");  // the later one, for the time being
  EXPECT_EQ(name(laptop), "西库");
  const Conflict conflict = onlyConflict();
  const auto sides = conflictSides(office.db(), conflict);
  ASSERT_OK(sides);
  EXPECT_EQ(sides->base, CellValue(std::string("库1")));
  ASSERT_EQ(sides->sides.size(), 2U);
  EXPECT_EQ(sides->sides[0].author.name, "员1");
  EXPECT_EQ(sides->sides[1].author.name, "员2");
  // The same packages again do not make it go away.
  exchange();
  EXPECT_EQ(office.openConflicts().size(), 1U);
  office.clock->now += 60'000;
  ASSERT_OK(decideConflict(office.db(), office.uuids, *office.clock, office.author, conflict,
                           {Decision::Kind::kValue, std::string("东库"), "现场核实"}));
  EXPECT_EQ(name(office), "东库");
  EXPECT_TRUE(office.openConflicts().empty());
  // The decision travels.
  exchange();
  EXPECT_EQ(name(laptop), "东库");
  EXPECT_TRUE(laptop.openConflicts().empty());
}

TEST_F(RowMergeTest, TheSameValueTwiceIsNoQuestion) {
  ASSERT_OK(office.set("depot", depot, {{"name", std::string("东库")}}));
  ASSERT_OK(laptop.set("depot", depot, {{"name", std::string("东库")}}));
  exchange();
  EXPECT_TRUE(office.openConflicts().empty());
}

TEST_F(RowMergeTest, RemovedByOneAndChangedByTheOtherStaysAndAsks) {
  ASSERT_OK(office.edit([&](RowEditor& rows) { return rows.remove("depot", depot); }));
  ASSERT_OK(laptop.set("depot", depot, {{"name", std::string("西库")}}));
  exchange();
  EXPECT_EQ(name(office), "西库");
  EXPECT_EQ(name(laptop), "西库");
  const Conflict conflict = onlyConflict();
  EXPECT_EQ(conflict.kind, ConflictKind::kRemoved);
  ASSERT_OK(decideConflict(office.db(), office.uuids, *office.clock, office.author, conflict,
                           {Decision::Kind::kRemoveRow, {}, "已拆除"}));
  EXPECT_EQ(office.text("SELECT count(*) FROM depot WHERE uuid='" + depot + "'"), "0");
  exchange();
  EXPECT_EQ(laptop.text("SELECT count(*) FROM depot WHERE uuid='" + depot + "'"), "0");
  EXPECT_TRUE(laptop.openConflicts().empty());
}

TEST_F(RowMergeTest, TwoRowsWithOneCodeAreAQuestionNotAnError) {
  const auto add = [](Replica& replica) {
    return replica.edit([&](RowEditor& rows) -> Result<void> {
      auto made = rows.insert("monitoring_station", newStation("S1"));
      return made ? Result<void>() : std::unexpected(made.error());
    });
  };
  ASSERT_OK(add(office));
  laptop.clock->now += 1000;
  ASSERT_OK(add(laptop));
  exchange();
  EXPECT_EQ(office.rowsOf("monitoring_station", "uuid"), laptop.rowsOf("monitoring_station", "uuid"));
  EXPECT_EQ(office.openConflicts(), laptop.openConflicts());
  const Conflict conflict = onlyConflict();
  EXPECT_EQ(conflict.kind, ConflictKind::kUnique);
  EXPECT_EQ(conflict.column, "station_code");
  EXPECT_CODE(decideConflict(office.db(), office.uuids, *office.clock, office.author, conflict,
                             {Decision::Kind::kValue, std::string("S1"), ""}),
              kInvalidArgument);
  ASSERT_OK(decideConflict(office.db(), office.uuids, *office.clock, office.author, conflict,
                           {Decision::Kind::kValue, std::string("S2"), "重新编码"}));
  EXPECT_EQ(office.rowsOf("monitoring_station", "station_code").size(), 2U);
  EXPECT_TRUE(office.openConflicts().empty());
  exchange();
  EXPECT_EQ(laptop.rowsOf("monitoring_station", "station_code"), office.rowsOf("monitoring_station", "station_code"));
}

TEST_F(RowMergeTest, ChangesThatArriveBeforeTheirRowWaitForIt) {
  std::string made;
  ASSERT_OK(laptop.edit([&](RowEditor& rows) -> Result<void> {
    auto uuid = rows.insert("depot", newDepot("新库"));
    if (!uuid) return std::unexpected(uuid.error());
    made = *uuid;
    return {};
  }));
  const auto after = EditLogStore(laptop.db()).lastArrival();
  const auto first = laptop.changes();
  ASSERT_OK(laptop.set("depot", made, {{"keeper", std::string("赵")}}));
  const auto second = changesSince(laptop.db(), *after);
  ASSERT_OK(second);
  office.take(second->changeset);
  EXPECT_EQ(office.text("SELECT count(*) FROM depot WHERE uuid='" + made + "'"), "0");
  office.take(first);
  EXPECT_EQ(office.text("SELECT name||keeper FROM depot WHERE uuid='" + made + "'"), "新库赵");
}

TEST_F(RowMergeTest, BulkRowsTravelAndKeepWhatWasChangedSince) {
  ASSERT_OK(laptop.edit([&](RowEditor& rows) -> Result<void> {
    for (int n = 0; n < 3; ++n)
      if (auto done = rows.rows().insert("depot", completeDepot("批", 200 + n)); !done) return done;
    return rows.noteBulk({"depot", 5, 7});
  }));
  const auto before = laptop.changes();
  ASSERT_OK(laptop.set("depot", uuidOf(201), {{"name", std::string("改")}}));
  ASSERT_OK(laptop.edit([&](RowEditor& rows) { return rows.remove("depot", uuidOf(202)); }));
  office.take(before);
  EXPECT_EQ(office.rowsOf("depot", "uuid").size(), 7U);
  office.take(laptop.changes());
  EXPECT_EQ(office.rowsOf("depot", "uuid, name"), laptop.rowsOf("depot", "uuid, name"));
  EXPECT_TRUE(office.openConflicts().empty());
}

TEST_F(RowMergeTest, TheLogKeepsTheLaptopsAuthorAndTime) {
  laptop.clock->now += 123'000;
  ASSERT_OK(laptop.set("depot", depot, {{"name", std::string("西库")}}));
  office.take(laptop.changes());
  const auto changes = EditLogStore(office.db()).changesOfRow(depot);
  ASSERT_OK(changes);
  ASSERT_EQ(changes->size(), 1U);
  EXPECT_EQ(changes->front().author.name, "员2");
  EXPECT_EQ(changes->front().at_utc_ms, laptop.clock->now);
}

TEST_F(RowMergeTest, RefusesAChangesetOfOtherTables) {
  EXPECT_CODE(applyChanges(office.db(), std::vector<std::byte>(100, std::byte{7})), kDamagedFile);
}

}  // namespace gis
