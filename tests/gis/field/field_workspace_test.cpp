// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/field_workspace_store.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include "gis/field/field_sync.h"
#include "tests/gis/edit/edit_test_support.h"

namespace gis {
namespace {

class FieldWorkspaceTest : public EditTest {
 protected:
  Result<FieldCopy> prepare(const std::string& seat, FieldPlan plan = {}) {
    plan.seat = seat;
    return prepareForField(*office.workspace, temporary / seat, plan, office.author, *office.clock);
  }
  Seat at(const std::string& seat, std::uint64_t seed) {
    auto opened = Workspace::open(temporary / seat, OpenMode::kReadWrite);
    if (!opened) throw std::runtime_error(say(opened));
    return Seat({"赵", seat}, std::make_shared<Workspace>(std::move(*opened)), seed);
  }
  static int rows(const Seat& seat, const std::string& table) {
    return seat.db().sql().execAndGet("SELECT count(*) FROM " + table).getInt();
  }
};

}  // namespace

TEST_F(FieldWorkspaceTest, WeeksApartAndBackAgain) {
  ASSERT_OK(setName(office, depot, "前"));
  ASSERT_OK(prepare("laptop"));
  Seat laptop = at("laptop", 7);
  EXPECT_EQ(rows(laptop, "building"), rows(office, "building"));
  EXPECT_EQ(rows(laptop, "edit_change"), 1);
  ASSERT_OK(setName(laptop, depot, "后"));
  ASSERT_OK(office.edit([&](RowEditor& r) { return r.set("depot", depot, {{"keeper", std::string("王")}}); }));
  const auto written = writeChangePackage(*laptop.workspace, temporary / "p.fspk", *laptop.uuids, *laptop.clock);
  ASSERT_OK(written);
  EXPECT_EQ(written->steps, 1);  // not what the laptop was given
  auto report = mergeChangePackage(*office.workspace, temporary / "p.fspk", *office.clock);
  ASSERT_OK(report);
  EXPECT_EQ(report->new_steps, 1);
  EXPECT_EQ(report->rows.rows_changed, 1);
  EXPECT_EQ(report->open_conflicts, 0);
  EXPECT_EQ(text("SELECT name||keeper FROM depot"), "后王");
  const auto seats = FieldStore(office.db()).seats();
  ASSERT_OK(seats);
  EXPECT_TRUE(seats->front().brought_back_utc_ms.has_value());
  report = mergeChangePackage(*office.workspace, temporary / "p.fspk", *office.clock);
  ASSERT_OK(report);
  EXPECT_EQ(report->new_steps, 0);
  // And the office's changes go to the laptop.
  ASSERT_OK(writeChangePackage(*office.workspace, temporary / "q.fspk", *office.uuids, *office.clock, 0));
  ASSERT_OK(mergeChangePackage(*laptop.workspace, temporary / "q.fspk", *laptop.clock));
  EXPECT_EQ(laptop.db().sql().execAndGet("SELECT name||keeper FROM depot").getString(), "后王");
}

TEST_F(FieldWorkspaceTest, TakesTheAreaAndWhatItRefersTo) {
  FieldPlan plan;
  plan.division_codes = {"140431100201"};
  const auto all = rows(office, "building");
  ASSERT_OK(prepare("village", plan));
  Seat village = at("village", 8);
  EXPECT_GT(rows(village, "division"), 3);
  EXPECT_GT(all, 0);
  EXPECT_EQ(rows(village, "building"), all);
  EXPECT_EQ(rows(village, "depot"), 1);
  EXPECT_EQ(village.db().sql().execAndGet("SELECT count(*) FROM pragma_foreign_key_check()").getInt(), 0);
  EXPECT_EQ(village.db().sql().execAndGet("SELECT rtreecheck('rtree_building_geom')").getString(), "ok");
  plan.division_codes = {"140429000000"};  // the other county
  ASSERT_OK(prepare("other", plan));
  EXPECT_EQ(rows(at("other", 9), "depot"), 0);
  plan.tables = {"depot"};
  plan.division_codes = {"140431100201"};
  ASSERT_OK(prepare("depots", plan));
  EXPECT_EQ(rows(at("depots", 10), "building"), 0);
}

TEST_F(FieldWorkspaceTest, RefusesInWordsAndLeavesNothing) {
  FieldPlan plan;
  plan.division_codes = {"999999000000"};
  EXPECT_CODE(prepare("a", plan), kUnknownName);
  EXPECT_FALSE(std::filesystem::exists(temporary / "a"));
  plan = {};
  plan.tables = {"edit_step"};
  EXPECT_CODE(prepare("a", plan), kUnknownName);
  EXPECT_FALSE(std::filesystem::exists(temporary / "a"));
  ASSERT_OK(prepare("b"));
  EXPECT_CODE(prepare("b"), kAlreadyExists);
  EXPECT_CODE(prepare(""), kInvalidArgument);
  const CancelToken cancel = CancelToken::create();
  cancel.cancel();
  FieldPlan named;
  named.seat = "c";
  EXPECT_CODE(prepareForField(*office.workspace, temporary / "c", named, office.author, *office.clock, cancel),
              kCancelled);
  EXPECT_FALSE(std::filesystem::exists(temporary / "c"));
}

TEST_F(FieldWorkspaceTest, AWorkspaceOfNobodySendsAndTakesNothing) {
  EXPECT_CODE(writeChangePackage(*office.workspace, temporary / "p.fspk", *office.uuids, *office.clock),
              kInvalidArgument);
  ASSERT_OK(prepare("laptop"));
  Seat laptop = at("laptop", 7);
  EXPECT_CODE(writeChangePackage(*laptop.workspace, temporary / "p.fspk", *laptop.uuids, *laptop.clock), kNoData);
  ASSERT_OK(setName(laptop, depot, "后"));
  ASSERT_OK(writeChangePackage(*laptop.workspace, temporary / "p.fspk", *laptop.uuids, *laptop.clock));
  Seat elsewhere({"钱", "elsewhere"}, makeWorkspace("elsewhere"), 5);
  EXPECT_CODE(mergeChangePackage(*elsewhere.workspace, temporary / "p.fspk", *elsewhere.clock), kInvalidArgument);
}

TEST_F(FieldWorkspaceTest, ACancelledMergeLeavesNothing) {
  ASSERT_OK(prepare("laptop"));
  Seat laptop = at("laptop", 7);
  ASSERT_OK(setName(laptop, depot, "后"));
  ASSERT_OK(writeChangePackage(*laptop.workspace, temporary / "p.fspk", *laptop.uuids, *laptop.clock));
  const CancelToken cancel = CancelToken::create();
  cancel.cancel();
  EXPECT_CODE(mergeChangePackage(*office.workspace, temporary / "p.fspk", *office.clock, cancel), kCancelled);
  EXPECT_EQ(count("edit_step"), 0);
  EXPECT_EQ(nameOf(depot), "库房");
}

}  // namespace gis
