// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/shape/shape_row.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

#include "gis/edit/undo.h"
#include "gis/shape/shape_cut.h"
#include "tests/gis/edit/edit_test_support.h"

namespace gis {
namespace {

class ShapeRowTest : public EditTest {
 protected:
  ShapeRow building(std::int64_t fid = 1) {
    auto row = readShapeRow(office.db(), "building", fid);
    EXPECT_OK(row);
    return row ? *row : ShapeRow{};
  }
  Result<StepDone> tell(const std::function<Result<void>(RowEditor&)>& work) {
    return editAndTell(office.db(), *office.uuids, *office.clock, {office.author, StepKind::kEdit, "shape"}, work);
  }
  Result<UndoDone> undoOne() { return undoAndTell(office.db(), *office.uuids, *office.clock, office.author); }
  // A line through the middle of a shape, west to east.
  static std::vector<LonLat> throughMiddle(const Shape& shape) {
    const LonLatBox box = shape.box();
    const double lat_deg = box.centre().lat_deg;
    return {{box.west_deg - 0.001, lat_deg}, {box.east_deg + 0.001, lat_deg}};
  }
};

TEST_F(ShapeRowTest, AMovedCornerIsStoredAndUndoGivesTheSameBytesBack) {
  const ShapeRow row = building();
  Shape shape = row.shape;
  shape.parts[0][1].lon_deg += 0.00001;
  const auto done = tell([&](RowEditor& rows) { return setShape(rows, row, shape); });
  ASSERT_OK(done);
  ASSERT_EQ(done->tables.size(), 1U);
  EXPECT_EQ(done->tables[0].table, "building");
  EXPECT_EQ(done->tables[0].changed, std::vector<std::int64_t>{1});
  EXPECT_NE(done->tables[0].mark_before, done->tables[0].mark_after);
  EXPECT_EQ(building().shape, shape);
  const auto undone = undoOne();
  ASSERT_OK(undone);
  EXPECT_EQ(undone->done.tables[0].changed, std::vector<std::int64_t>{1});
  EXPECT_EQ(building().cells.at("geom"), row.cells.at("geom"));
  EXPECT_EQ(building().cells.at("footprint_m2"), row.cells.at("footprint_m2"));
}

TEST_F(ShapeRowTest, ACrossedBorderIsRefusedAndNothingIsWritten) {
  const ShapeRow row = building();
  Shape bow = row.shape;
  std::swap(bow.parts[0][1], bow.parts[0][2]);
  const auto done = tell([&](RowEditor& rows) { return setShape(rows, row, bow); });
  ASSERT_FALSE(done.has_value());
  EXPECT_EQ(done.error().subject, "Self-intersection");
  EXPECT_FALSE(done.error().detail.empty());
  EXPECT_EQ(building().cells, row.cells);
  EXPECT_EQ(count("edit_step"), 0);
}

TEST_F(ShapeRowTest, AShapeThatSomebodyElseChangedMeanwhileIsNotOverwritten) {
  const ShapeRow row = building();
  Shape theirs = row.shape, mine = row.shape;
  theirs.parts[0][0].lat_deg -= 0.00001;
  mine.parts[0][1].lon_deg += 0.00001;
  ASSERT_OK(tell([&](RowEditor& rows) { return setShape(rows, row, theirs); }));
  EXPECT_CODE(tell([&](RowEditor& rows) { return setShape(rows, row, mine); }), kChangedElsewhere);
  EXPECT_EQ(building().shape, theirs);
}

TEST_F(ShapeRowTest, SplittingDividesPeopleByAreaAndKeepsTheirSum) {
  ASSERT_OK(office.edit([](RowEditor& rows) {
    return rows.set("building", *rows.rows().uuidsOf("building", 1, 1)->begin(), {{"residents", std::int64_t{7}}});
  }));
  const ShapeRow row = building();
  const auto pieces = splitShape(row.shape, throughMiddle(row.shape));
  ASSERT_OK(pieces);
  const int before = count("building");
  std::vector<std::string> uuids;
  const auto done = tell([&](RowEditor& rows) -> Result<void> {
    auto made = splitRow(rows, row, *pieces, CountsGo::kByShare);
    if (!made) return std::unexpected(made.error());
    uuids = *made;
    return {};
  });
  ASSERT_OK(done);
  EXPECT_EQ(count("building"), before + 1);
  EXPECT_EQ(done->tables[0].changed.size(), 2U);
  EXPECT_EQ(text("SELECT sum(residents) FROM building WHERE uuid IN ('" + uuids[0] + "','" + uuids[1] + "')"), "7");
  EXPECT_EQ(text("SELECT max(residents) FROM building WHERE uuid IN ('" + uuids[0] + "','" + uuids[1] + "')"), "4");
  const auto undone = undoOne();
  ASSERT_OK(undone);
  EXPECT_EQ(undone->done.tables[0].removed.size(), 1U);
  EXPECT_EQ(count("building"), before);
  EXPECT_EQ(building().cells.at("geom"), row.cells.at("geom"));
}

TEST_F(ShapeRowTest, OrAllPeopleStayInTheLargestPiece) {
  const ShapeRow row = building();
  const auto pieces = splitShape(row.shape, throughMiddle(row.shape));
  ASSERT_OK(pieces);
  RowCells cells = row.cells;
  cells["residents"] = std::int64_t{9};
  const auto parts = sharedOut(cells, row.shape, *pieces, CountsGo::kToLargest);
  EXPECT_EQ(std::get<std::int64_t>(parts[0].at("residents")), 9);
  EXPECT_EQ(std::get<std::int64_t>(parts[1].at("residents")), 0);
}

TEST_F(ShapeRowTest, MergingTakesThePiecesTogetherAgain) {
  const ShapeRow row = building();
  const auto pieces = splitShape(row.shape, throughMiddle(row.shape));
  ASSERT_OK(pieces);
  const auto split = tell([&](RowEditor& rows) -> Result<void> {
    auto made = splitRow(rows, row, *pieces, CountsGo::kByShare);
    return made ? Result<void>() : std::unexpected(made.error());
  });
  ASSERT_OK(split);
  std::vector<ShapeRow> rows;
  for (const std::int64_t fid : split->tables[0].changed) rows.push_back(building(fid));
  const auto merged = mergeShapes(std::vector<Shape>{rows[0].shape, rows[1].shape});
  ASSERT_OK(merged);
  const auto done = tell([&](RowEditor& editor) { return mergeRows(editor, rows, *merged); });
  ASSERT_OK(done);
  EXPECT_EQ(done->tables[0].removed.size(), 1U);
  EXPECT_NEAR(areaM2(building().shape), areaM2(row.shape), 1e-3);
  EXPECT_EQ(building().cells.at("residents"), row.cells.at("residents"));
}

TEST_F(ShapeRowTest, HousesThatDoNotTouchAreNotOneHouse) {
  const std::vector<ShapeRow> rows{building(1), building(3)};
  const auto merged = mergeShapes(std::vector<Shape>{rows[0].shape, rows[1].shape});
  ASSERT_OK(merged);
  const auto done = tell([&](RowEditor& editor) { return mergeRows(editor, rows, *merged); });
  ASSERT_FALSE(done.has_value());
  EXPECT_EQ(done.error().subject, "not one piece");
  EXPECT_EQ(building(3).cells, rows[1].cells);
}

TEST_F(ShapeRowTest, ANewRowIsMeasured) {
  Shape shape = building().shape;
  for (LonLat& vertex : shape.parts[0]) vertex.lon_deg += 0.001;
  RowCells cells = building().cells;
  for (const char* own : {"uuid", "created_utc", "changed_utc", "footprint_m2", "geom"}) cells.erase(own);
  std::string uuid;
  const auto done = tell([&](RowEditor& rows) -> Result<void> {
    auto made = addShape(rows, "building", cells, shape);
    if (!made) return std::unexpected(made.error());
    uuid = *made;
    return {};
  });
  ASSERT_OK(done);
  EXPECT_NEAR(std::stod(text("SELECT footprint_m2 FROM building WHERE uuid='" + uuid + "'")), areaM2(shape), 1e-6);
  ASSERT_OK(undoOne());
  EXPECT_EQ(text("SELECT count(*) FROM building WHERE uuid='" + uuid + "'"), "0");
}

TEST_F(ShapeRowTest, ASnappedPlaceIsTheNeighboursToTheLastBit) {
  const ShapeRow row = building();
  const LonLat corner = row.shape.parts[0][2];
  const LonLat near{corner.lon_deg + 1e-7, corner.lat_deg - 1e-7};  // 1.4 cm
  EXPECT_EQ(exactPlace(office.db(), {"building", 1}, near), corner);
  const LonLat far{corner.lon_deg + 1e-4, corner.lat_deg};
  EXPECT_EQ(exactPlace(office.db(), {"building", 1}, far), far);
}

TEST_F(ShapeRowTest, WhatLiesOutsideItsDistrictIsAQuestion) {
  ShapeRow row = building();
  const auto inside = questionsAbout(office.db(), "building", row.cells, row.shape);
  ASSERT_OK(inside);
  EXPECT_TRUE(inside->empty());
  Shape away = row.shape;
  for (LonLat& vertex : away.parts[0]) vertex.lon_deg += 5;
  const auto outside = questionsAbout(office.db(), "building", row.cells, away);
  ASSERT_OK(outside);
  ASSERT_EQ(outside->size(), 1U);
  EXPECT_EQ(outside->front().kind, ShapeQuestion::Kind::kOutsideCity);
  EXPECT_EQ(outside->front().outside_ratio, 1);
}

TEST(AttributeShare, TheRulesNameWhatTheFileNames) {
  EXPECT_TRUE(shareRules().counted.contains("residents"));
  EXPECT_EQ(shareRules().measured.size(), 7U);
}

TEST(AttributeShare, AnOfficialFigureIsKeptAndNamed) {
  const Shape before{GeometryKind::kPolygon, {{{113, 36}, {113.01, 36}, {113.01, 36.01}, {113, 36.01}}}};
  Shape after = before;
  after.parts[0][1].lon_deg += 0.001;
  std::vector<std::string> kept;
  const RowCells changes = measuredAnew({{"area_m2", areaM2(before) * 1.01}, {"area_km2", 5.0}}, before, after, &kept);
  EXPECT_NEAR(std::get<double>(changes.at("area_m2")), areaM2(after), 1e-6);
  EXPECT_EQ(kept, std::vector<std::string>{"area_km2"});
}

TEST(AttributeShare, WhatTheRowsSayDifferently) {
  const RowCells a{{"name", std::string("甲")}, {"residents", std::int64_t{1}}, {"use", std::int64_t{1}}};
  const RowCells b{{"name", std::string("乙")}, {"residents", std::int64_t{2}}, {"use", std::int64_t{1}}};
  EXPECT_EQ(differingColumns(std::vector<RowCells>{a, b}, "geom"), std::vector<std::string>{"name"});
}

RC_GTEST_PROP(AttributeShareProperty, PartsAddUpToTheWhole, ()) {
  const auto people = *rc::gen::inRange<std::int64_t>(0, 1000000);
  const auto widths = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 1000)));
  std::vector<Shape> pieces;
  double west = 113;
  for (const int width : widths) {
    const double east = west + width * 1e-6;
    pieces.push_back({GeometryKind::kPolygon, {{{west, 36}, {east, 36}, {east, 36.001}, {west, 36.001}}}});
    west = east;
  }
  const RowCells row{{"population", people}};
  std::int64_t sum = 0;
  for (const RowCells& part : sharedOut(row, pieces.front(), pieces, CountsGo::kByShare)) {
    const auto share = std::get<std::int64_t>(part.at("population"));
    RC_ASSERT(share >= 0);
    sum += share;
  }
  RC_ASSERT(sum == people);
}

}  // namespace
}  // namespace gis
