// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/field_workspace_store.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include "gis/field/conflict_view_store.h"
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

TEST_F(FieldWorkspaceTest, WhatHasNoPlaceOfItsOwnGoesWithThePlaceItRefersTo) {
  // A plan refers to its hazard point alone; it must not bring the points of the whole city along.
  const char* names[] = {"019de0d5-c80c-7488-a3c1-7b5898fad3f", "019de0d5-c80f-72e8-9d77-197d50d793d"};
  int number = 0;
  for (const std::string county : {"140431", "140429"}) {
    ++number;
    const std::string division = county == "140431" ? "140431100201" : "140429000000";
    office.db().sql().exec(
        "INSERT INTO geohazard_point (geom, hazard_code, division_code, name, type, scale, danger_grade, stability,"
        " threat_object, threatened_households, threatened_people, threatened_property_yuan, trigger, monitoring, uuid,"
        " created_utc, changed_utc, source) VALUES"
        " (X'475000018A110000010100000014A4601AEC405C40E8A8E7D4EA224240','" +
        county + "000001','" + division + "','坡','00','C','D',3,'B',1,2,3,2,1,'" + names[0] + std::to_string(number) +
        "','2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test')");
    office.db().sql().exec(
        "INSERT INTO geohazard_plan (hazard_code, uuid, created_utc, changed_utc, source) VALUES ('" + county +
        "000001','" + names[1] + std::to_string(number) +
        "','2026-05-01T00:00:00.000Z','2026-05-01T00:00:00.000Z','test')");
  }
  FieldPlan plan;
  plan.division_codes = {"140431100201"};
  const auto estimate = estimateForField(*office.workspace, temporary / "village", plan);
  ASSERT_OK(estimate);
  ASSERT_OK(prepare("village", plan));
  Seat village = at("village", 8);
  EXPECT_EQ(rows(village, "geohazard_plan"), 1);
  EXPECT_EQ(rows(village, "geohazard_point"), 1);
  EXPECT_EQ(village.db().sql().execAndGet("SELECT hazard_code FROM geohazard_plan").getString(), "140431000001");
  plan.tables = {"geohazard_plan"};
  ASSERT_OK(prepare("plans", plan));
  EXPECT_EQ(rows(at("plans", 9), "geohazard_plan"), 1);
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

TEST_F(FieldWorkspaceTest, ABoxOfTheMapTakesWhatLiesInIt) {
  const auto all = rows(office, "building");
  FieldPlan plan;
  plan.box = LonLatBox{113.09, 36.19, 113.11, 36.21};  // about the depot
  const auto sum = estimateForField(*office.workspace, temporary / "box", plan);
  ASSERT_OK(sum);
  EXPECT_GT(sum->free_bytes, 0);
  ASSERT_OK(prepare("box", plan));
  Seat box = at("box", 8);
  EXPECT_EQ(rows(box, "depot"), 1);
  EXPECT_LT(rows(box, "building"), all);
  EXPECT_EQ(rows(box, "division"), rows(office, "division"));
  EXPECT_EQ(box.db().sql().execAndGet("SELECT count(*) FROM pragma_foreign_key_check()").getInt(), 0);
  plan.box = LonLatBox{100, 20, 101, 21};  // far from everything
  const auto none = estimateForField(*office.workspace, temporary / "far", plan);
  ASSERT_OK(none);
  EXPECT_LT(none->rows, sum->rows);
  ASSERT_OK(prepare("far", plan));
  EXPECT_EQ(rows(at("far", 9), "depot"), 0);
  const auto seats = FieldStore(office.db()).seats();
  ASSERT_OK(seats);
  EXPECT_EQ(seats->front().area, "113.09000,36.19000,113.11000,36.21000");
}

TEST_F(FieldWorkspaceTest, APassphraseLocksTheKeysOfALaptop) {
  FieldPlan plan;
  plan.passphrase = "烽燧 2026";
  ASSERT_OK(prepare("laptop", plan));
  Seat laptop = at("laptop", 7);
  const auto identity = FieldStore(laptop.db()).identity();
  ASSERT_OK(identity);
  ASSERT_TRUE((*identity)->lock.has_value());
  EXPECT_EQ((*identity)->secret_key, SignSecretKey{});
  EXPECT_EQ((*identity)->shared_key, SharedKey{});
  ASSERT_OK(setName(laptop, depot, "后"));
  const auto write = [&](const std::string& passphrase) {
    return writeChangePackage(*laptop.workspace, temporary / "p.fspk", *laptop.uuids, *laptop.clock, {}, passphrase);
  };
  for (const char* wrong : {"", "烽燧", "烽燧 2026 "}) {
    EXPECT_CODE(write(wrong), kPermissionDenied);
    EXPECT_EQ(write(wrong).error().detail, kWrongPassphrase);
  }
  EXPECT_FALSE(std::filesystem::exists(temporary / "p.fspk"));
  ASSERT_OK(write("烽燧 2026"));
  // The office needs none: its keys are at home.
  ASSERT_OK(mergeChangePackage(*office.workspace, temporary / "p.fspk", *office.clock));
  EXPECT_EQ(nameOf(depot), "后");
  // What the office sends is read with the same passphrase.
  ASSERT_OK(setName(office, depot, "新"));
  ASSERT_OK(writeChangePackage(*office.workspace, temporary / "q.fspk", *office.uuids, *office.clock, 0));
  EXPECT_CODE(mergeChangePackage(*laptop.workspace, temporary / "q.fspk", *laptop.clock), kPermissionDenied);
  ASSERT_OK(mergeChangePackage(*laptop.workspace, temporary / "q.fspk", *laptop.clock, {}, {}, "烽燧 2026"));
  EXPECT_EQ(laptop.db().sql().execAndGet("SELECT name FROM depot").getString(), "新");
}

TEST_F(FieldWorkspaceTest, APreviewSaysWhatAMergeWouldDoAndDoesNothing) {
  ASSERT_OK(prepare("laptop"));
  Seat laptop = at("laptop", 7);
  ASSERT_OK(setName(laptop, depot, "后"));
  ASSERT_OK(setName(office, depot, "前"));
  ASSERT_OK(writeChangePackage(*laptop.workspace, temporary / "p.fspk", *laptop.uuids, *laptop.clock));
  const auto steps = count("edit_step");
  const auto preview = previewChangePackage(*office.workspace, temporary / "p.fspk", *office.clock);
  ASSERT_OK(preview);
  EXPECT_EQ(preview->new_steps, 1);
  EXPECT_EQ(preview->rows.new_conflicts, 1);
  EXPECT_EQ(preview->rows_by_table.at("depot"), 1);
  EXPECT_EQ(count("edit_step"), steps);
  EXPECT_EQ(count("edit_conflict"), 0);
  EXPECT_EQ(nameOf(depot), "前");
  const auto merged = mergeChangePackage(*office.workspace, temporary / "p.fspk", *office.clock);
  ASSERT_OK(merged);
  EXPECT_EQ(merged->rows.new_conflicts, preview->rows.new_conflicts);
  const auto again = previewChangePackage(*office.workspace, temporary / "p.fspk", *office.clock);
  ASSERT_OK(again);
  EXPECT_EQ(again->new_steps, 0);
  const auto packages = FieldStore(office.db()).packages();
  ASSERT_OK(packages);
  ASSERT_EQ(packages->size(), 1U);
  EXPECT_EQ(packages->front().seat, "laptop");
  EXPECT_EQ(packages->front().conflicts, 1);
}

TEST_F(FieldWorkspaceTest, PackagesAreFoundInAFolderAndOneBelow) {
  ASSERT_OK(prepare("laptop"));
  Seat laptop = at("laptop", 7);
  ASSERT_OK(setName(laptop, depot, "后"));
  std::filesystem::create_directories(temporary / "stick" / "a" / "b");
  for (const char* where : {"stick/x.fspk", "stick/a/y.fspk", "stick/a/b/z.fspk"})
    ASSERT_OK(writeChangePackage(*laptop.workspace, temporary / where, *laptop.uuids, *laptop.clock));
  writeBytes(temporary / "stick" / "broken.fspk", "FSPK");
  writeBytes(temporary / "stick" / "other.txt", "no package");
  const auto found = findPackages({temporary / "stick", temporary / "no such folder", temporary / "stick"});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].file.filename(), "y.fspk");
  EXPECT_TRUE(found[0].manifest.has_value());
  EXPECT_FALSE(found[1].manifest.has_value());
  EXPECT_EQ(found[2].manifest->seat, "laptop");
}

TEST_F(FieldWorkspaceTest, AConflictKnowsItsRowAndWhereItIs) {
  ASSERT_OK(prepare("laptop"));
  Seat laptop = at("laptop", 7);
  ASSERT_OK(laptop.edit([&](RowEditor& r) { return r.set("depot", depot, {{"keeper", std::string("赵")}}); }));
  ASSERT_OK(office.edit([&](RowEditor& r) { return r.set("depot", depot, {{"keeper", std::string("李")}}); }));
  ASSERT_OK(writeChangePackage(*laptop.workspace, temporary / "p.fspk", *laptop.uuids, *laptop.clock));
  ASSERT_OK(mergeChangePackage(*office.workspace, temporary / "p.fspk", *office.clock));
  const auto found = conflictRows(office.db(), true);
  ASSERT_OK(found);
  ASSERT_EQ(found->size(), 1U);
  EXPECT_EQ(found->front().name, "库房");
  ASSERT_TRUE(found->front().where.has_value());
  EXPECT_NEAR(found->front().where->lon_deg, 113.1, 1e-5);
  EXPECT_NEAR(found->front().where->lat_deg, 36.2, 1e-5);
  EXPECT_EQ(found->front().conflict.column, "keeper");
}

}  // namespace gis
