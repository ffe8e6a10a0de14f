// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/row_editor.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include "gis/edit/reference_store.h"
#include "gis/edit/row_state.h"
#include "gis/edit/table_then.h"
#include "gis/edit/undo.h"
#include "tests/gis/edit/edit_test_support.h"

namespace gis {
namespace {

class RowEditorTest : public EditTest {};

}  // namespace

TEST_F(RowEditorTest, AChangeIsInTheRowAndInTheLog) {
  const auto step = setName(office, depot, "东库");
  ASSERT_OK(step);
  EXPECT_EQ(nameOf(depot), "东库");
  const auto changes = office.log().changesOfRow(depot);
  ASSERT_OK(changes);
  ASSERT_EQ(changes->size(), 1U);
  const DatedChange& dated = changes->front();
  EXPECT_EQ(dated.change.column, "name");
  EXPECT_EQ(dated.change.old_value, CellValue(std::string("库房")));
  EXPECT_EQ(dated.change.new_value, CellValue(std::string("东库")));
  EXPECT_EQ(dated.author.name, "李");
  EXPECT_TRUE(dated.change.parents.empty());
  EXPECT_EQ(dated.change.id.step, *step);
  EXPECT_EQ(text("SELECT last_change FROM gpkg_contents WHERE table_name='depot'"), formatUtc(office.clock->now));
  EXPECT_EQ(text("SELECT changed_utc FROM depot"), formatUtc(office.clock->now));
}

TEST_F(RowEditorTest, TheNextChangeKnowsTheOneBefore) {
  ASSERT_OK(setName(office, depot, "东库"));
  ASSERT_OK(setName(office, depot, "西库"));
  const auto changes = office.log().changesOfRow(depot);
  ASSERT_OK(changes);
  ASSERT_EQ(changes->size(), 2U);
  EXPECT_EQ((*changes)[1].change.parents, std::vector<ChangeId>{(*changes)[0].change.id});
}

TEST_F(RowEditorTest, NothingDifferentIsNoStep) {
  const auto step = setName(office, depot, "库房");
  ASSERT_OK(step);
  EXPECT_EQ(*step, "");
  EXPECT_EQ(count("edit_step"), 0);
}

TEST_F(RowEditorTest, ABrokenRuleLeavesNothingBehind) {
  const auto step = office.edit([&](RowEditor& rows) -> Result<void> {
    if (auto done = rows.set("depot", depot, {{"name", std::string("东库")}}); !done) return done;
    return rows.set("depot", depot, {{"floor_m2", -1.0}});
  });
  EXPECT_CODE(step, kInvalidArgument);
  EXPECT_EQ(nameOf(depot), "库房");
  EXPECT_EQ(count("edit_step"), 0);
  EXPECT_EQ(count("edit_change"), 0);
}

TEST_F(RowEditorTest, WhatSomebodyElseChangedIsNotOverwritten) {
  RowCells seen = {{"name", std::string("库房")}, {"keeper", std::string("")}};
  ASSERT_OK(setName(office, depot, "东库"));
  const auto late = office.edit([&](RowEditor& rows) {
    return rows.set("depot", depot, {{"name", std::string("西库")}}, &seen);
  });
  EXPECT_CODE(late, kChangedElsewhere);
  // Another column of the same row is free.
  EXPECT_OK(office.edit([&](RowEditor& rows) {
    return rows.set("depot", depot, {{"keeper", std::string("王")}}, &seen);
  }));
  EXPECT_EQ(nameOf(depot), "东库");
}

TEST_F(RowEditorTest, RefusesWhatCannotBeSet) {
  const auto refused = [&](const char* table, const char* column) {
    return office.edit([&](RowEditor& rows) { return rows.set(table, depot, {{column, std::string("x")}}); });
  };
  EXPECT_CODE(refused("depot", "uuid"), kUnknownName);
  EXPECT_CODE(refused("depot", "fid"), kUnknownName);
  EXPECT_CODE(refused("depot", "no_such"), kUnknownName);
  EXPECT_CODE(refused("edit_step", "author"), kUnknownName);
  EXPECT_CODE(refused("shelter", "name"), kNoData);
}

TEST_F(RowEditorTest, TheLogCannotBeRewritten) {
  ASSERT_OK(setName(office, depot, "东库"));
  EXPECT_THROW(office.db().sql().exec("DELETE FROM edit_change"), std::exception);
  EXPECT_THROW(office.db().sql().exec("UPDATE edit_step SET author='x'"), std::exception);
}

TEST_F(RowEditorTest, ATextOfDigitsIsKeptAsTheColumnKeepsIt) {
  ASSERT_OK(office.edit([&](RowEditor& rows) { return rows.set("depot", depot, {{"floor_m2", std::string("250")}}); }));
  const auto changes = office.log().changesOfRow(depot);
  ASSERT_OK(changes);
  EXPECT_EQ(changes->back().change.new_value, CellValue(250.0));
}

TEST_F(RowEditorTest, AClockThatJumpsBackDoesNotStopTheWork) {
  ASSERT_OK(setName(office, depot, "东库"));
  const std::string before = text("SELECT changed_utc FROM depot");
  office.clock->now -= 40LL * 86400 * 1000;
  ASSERT_OK(setName(office, depot, "西库"));
  EXPECT_EQ(text("SELECT changed_utc FROM depot"), before);
}

TEST_F(RowEditorTest, UndoAndRedoFollowFromTheLog) {
  ASSERT_OK(setName(office, depot, "东库"));
  ASSERT_OK(setName(office, depot, "西库"));
  ASSERT_OK(undo(office.db(), *office.uuids, *office.clock, office.author));
  EXPECT_EQ(nameOf(depot), "东库");
  ASSERT_OK(undo(office.db(), *office.uuids, *office.clock, office.author));
  EXPECT_EQ(nameOf(depot), "库房");
  EXPECT_CODE(undo(office.db(), *office.uuids, *office.clock, office.author), kNoData);
  ASSERT_OK(redo(office.db(), *office.uuids, *office.clock, office.author));
  ASSERT_OK(redo(office.db(), *office.uuids, *office.clock, office.author));
  EXPECT_EQ(nameOf(depot), "西库");
  EXPECT_CODE(redo(office.db(), *office.uuids, *office.clock, office.author), kNoData);
  ASSERT_OK(undo(office.db(), *office.uuids, *office.clock, office.author));
  EXPECT_EQ(nameOf(depot), "东库");
  // Something new: what was undone cannot be redone any more.
  ASSERT_OK(setName(office, depot, "北库"));
  const auto state = undoState(office.db(), office.author.seat);
  ASSERT_OK(state);
  EXPECT_FALSE(state->redo.has_value());
  EXPECT_EQ(count("edit_step"), 8);
}

TEST_F(RowEditorTest, UndoGoesBySeatAndRefusesWhatAnotherChanged) {
  ASSERT_OK(setName(office, depot, "东库"));
  EditAuthor other{"王", "seat-2"};
  EXPECT_CODE(undo(office.db(), *office.uuids, *office.clock, other), kNoData);
  Seat second{other, office};
  ASSERT_OK(setName(second, depot, "南库"));
  EXPECT_CODE(undo(office.db(), *office.uuids, *office.clock, office.author), kChangedElsewhere);
  EXPECT_EQ(nameOf(depot), "南库");
}

TEST_F(RowEditorTest, ARowThatCameAndWentComesBackWhole) {
  std::string made;
  ASSERT_OK(office.edit([&](RowEditor& rows) -> Result<void> {
    auto uuid = rows.insert("depot", newDepot("新库"));
    if (!uuid) return std::unexpected(uuid.error());
    made = *uuid;
    return {};
  }));
  EXPECT_EQ(count("depot"), 2);
  EXPECT_EQ(count("rtree_depot_geom"), 2);
  ASSERT_OK(undo(office.db(), *office.uuids, *office.clock, office.author));
  EXPECT_EQ(count("depot"), 1);
  EXPECT_EQ(count("rtree_depot_geom"), 1);
  ASSERT_OK(redo(office.db(), *office.uuids, *office.clock, office.author));
  EXPECT_EQ(nameOf(made), "新库");
  EXPECT_EQ(count("rtree_depot_geom"), 2);
  EXPECT_EQ(text("SELECT rtreecheck('rtree_depot_geom')"), "ok");
}

TEST_F(RowEditorTest, ARowSomebodyWorkedOnIsNotUndoneAway) {
  std::string made;
  ASSERT_OK(office.edit([&](RowEditor& rows) -> Result<void> {
    auto uuid = rows.insert("depot", newDepot("新库"));
    if (!uuid) return std::unexpected(uuid.error());
    made = *uuid;
    return {};
  }));
  Seat second{{"王", "seat-2"}, office};
  ASSERT_OK(setName(second, made, "南库"));
  EXPECT_CODE(undo(office.db(), *office.uuids, *office.clock, office.author), kChangedElsewhere);
  EXPECT_EQ(nameOf(made), "南库");
}

TEST_F(RowEditorTest, BulkRowsAreUndoneAsOneStep) {
  ASSERT_OK(office.edit([&](RowEditor& rows) -> Result<void> {
    for (int n = 0; n < 5; ++n)
      if (auto done = rows.rows().insert("depot", completeDepot("批", 100 + n)); !done) return done;
    return rows.noteBulk({"depot", 2, 6});
  }));
  EXPECT_EQ(count("depot"), 6);
  ASSERT_OK(undo(office.db(), *office.uuids, *office.clock, office.author));
  EXPECT_EQ(count("depot"), 1);
  ASSERT_OK(redo(office.db(), *office.uuids, *office.clock, office.author));
  EXPECT_EQ(count("depot"), 6);
}

TEST_F(RowEditorTest, TheTableAsItWas) {
  const std::int64_t start = office.clock->now;
  office.clock->now += 60'000;
  ASSERT_OK(setName(office, depot, "东库"));
  const std::int64_t middle = office.clock->now;
  office.clock->now += 60'000;
  ASSERT_OK(setName(office, depot, "西库"));
  ASSERT_OK(office.edit([&](RowEditor& rows) { return rows.remove("depot", depot); }));
  EditLogStore log = office.log();
  auto then = tableThen(log, "depot", middle);
  ASSERT_OK(then);
  ASSERT_TRUE(then->contains(depot));
  EXPECT_EQ(then->at(depot).presence, RowThen::Presence::kThere);
  EXPECT_EQ(then->at(depot).cells.at("name"), CellValue(std::string("东库")));
  then = tableThen(log, "depot", start);
  ASSERT_OK(then);
  EXPECT_EQ(then->at(depot).cells.at("name"), CellValue(std::string("库房")));
  const auto changes = log.changesOfRow(depot);
  ASSERT_OK(changes);
  EXPECT_EQ(rowThen(*changes, middle).cells.at("name"), CellValue(std::string("东库")));
}

TEST(CellValueTest, RowsKeepEveryKindOfCell) {
  const RowCells cells = {{"a", {}},
                          {"b", std::int64_t{-5}},
                          {"c", 2.0},
                          {"d", std::string("村")},
                          {"e", std::vector<std::byte>{std::byte{0}, std::byte{255}}}};
  const auto back = unpackRow(packRow(cells));
  ASSERT_OK(back);
  EXPECT_EQ(*back, cells);
  EXPECT_CODE(unpackRow(std::vector<std::byte>{std::byte{0xff}}), kDamagedFile);
}

TEST_F(RowEditorTest, ARowThatOthersReferToStaysAndSaysWhose) {
  const std::string village = text("SELECT uuid FROM division WHERE code='140431100201'");
  const std::string name = text("SELECT name FROM division WHERE code='140431100201'");
  const auto removed = office.edit([&](RowEditor& rows) { return rows.remove("division", village); });
  ASSERT_FALSE(removed);
  EXPECT_EQ(removed.error().code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(removed.error().subject, name);
  EXPECT_TRUE(removed.error().detail.starts_with(kStillReferred)) << removed.error().detail;
  EXPECT_TRUE(removed.error().detail.contains(" 1")) << removed.error().detail;
  EXPECT_EQ(brokenRule(removed.error()), SchemaRule::kReference) << "a merge asks about it";
  EXPECT_EQ(text("SELECT name FROM division WHERE uuid='" + village + "'"), name);
  // Nobody refers to the depot.
  ASSERT_OK(office.edit([&](RowEditor& rows) { return rows.remove("depot", depot); }));
}

}  // namespace gis
