// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/table_writer.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include "gis/store/feature_store.h"
#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace {

class TableWriterTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = Workspace::create(temporary / "w", kMayDay);
    ASSERT_OK(made);
    workspace.emplace(std::move(*made));
    fillSmallCity(workspace->db());
  }
  const Database& db() { return workspace->db(); }
  int number(const std::string& sql) { return db().sql().execAndGet(sql).getInt(); }
  Result<void> appendSchool(TableWriter& writer, int n, int pupils = 420) {
    const std::string id = uuidOf(5000 + n);
    return writer.append(buffer.point({112.3, 36.5 + 0.01 * n}),
                         {"140431100201", "城关小学", 2, pupils, 31, id, kMayDayText, kMayDayText, "test"});
  }
  static std::vector<std::string> schoolColumns() {
    return {"division_code", "name", "kind", "pupils", "staff", "uuid", "created_utc", "changed_utc", "source"};
  }
  TemporaryFolder temporary;
  std::optional<Workspace> workspace;
  GeometryBuffer buffer;
};

}  // namespace

TEST_F(TableWriterTest, SetsExtentTimeAndIndex) {
  const FixedClock later(kMayDay.nowUtcMs() + 60000);
  auto writer = TableWriter::open(db(), "school", schoolColumns(), later);
  ASSERT_OK(writer);
  for (int n = 0; n < 3; ++n) ASSERT_OK(appendSchool(*writer, n));
  EXPECT_EQ(writer->lastFid(), 3);
  ASSERT_OK(writer->finish());
  EXPECT_EQ(number("SELECT count(*) FROM rtree_school_geom"), 3);
  EXPECT_EQ(number("SELECT count(*) FROM gpkg_contents WHERE table_name='school' AND min_x=112.3 AND max_y=36.52 AND "
                   "last_change='2026-05-01T00:01:00.000Z'"),
            1);
  // Row-wise editing goes on with the triggers in place.
  db().sql().exec("DELETE FROM school WHERE fid=2");
  EXPECT_EQ(number("SELECT count(*) FROM rtree_school_geom"), 2);
}

TEST_F(TableWriterTest, AppendsToWhatIsThere) {
  for (int round = 0; round < 2; ++round) {
    auto writer = TableWriter::open(db(), "school", schoolColumns(), kMayDay);
    ASSERT_OK(writer);
    for (int n = 0; n < 50; ++n) ASSERT_OK(appendSchool(*writer, round * 50 + n));
    ASSERT_OK(writer->finish());
  }
  EXPECT_EQ(number("SELECT count(*) FROM rtree_school_geom"), 100);
  EXPECT_EQ(db().sql().execAndGet("SELECT rtreecheck('rtree_school_geom')").getString(), "ok");
  EXPECT_NEAR(db().sql().execAndGet("SELECT max_y FROM gpkg_contents WHERE table_name='school'").getDouble(), 37.49,
              1e-4);
}

TEST_F(TableWriterTest, WithoutFinishNothingStays) {
  {
    auto writer = TableWriter::open(db(), "school", schoolColumns(), kMayDay);
    ASSERT_OK(writer);
    ASSERT_OK(appendSchool(*writer, 1));
  }
  EXPECT_EQ(number("SELECT count(*) FROM school"), 0);
  EXPECT_EQ(number("SELECT count(*) FROM sqlite_schema WHERE type='trigger' AND name GLOB 'rtree_school_geom_*'"), 6);
}

TEST_F(TableWriterTest, WorksInsideTheCallersTransaction) {
  const auto failed = db().transaction([&]() -> Result<void> {
    auto writer = TableWriter::open(db(), "school", schoolColumns(), kMayDay);
    if (!writer) return std::unexpected(writer.error());
    if (auto added = appendSchool(*writer, 1); !added) return added;
    if (auto done = writer->finish(); !done) return std::unexpected(done.error());
    return fail(ErrorCode::kCancelled, "stop");
  });
  EXPECT_CODE(failed, kCancelled);
  EXPECT_EQ(number("SELECT count(*) FROM school"), 0);
}

TEST_F(TableWriterTest, ManyAtOnceAreAllOrNone) {
  GeometryBuffer places[3];
  std::vector<std::string> ids;
  for (int n = 0; n < 3; ++n) ids.push_back(uuidOf(5000 + n));
  std::vector<std::vector<SqlValue>> values;
  std::vector<TableWriter::Row> rows;
  const auto make = [&](std::int64_t first_pupils) {
    values.clear(), rows.clear();
    for (std::size_t n = 0; n < 3; ++n)
      values.push_back({"140431100201", "城关小学", std::int64_t{2}, n == 0 ? first_pupils : std::int64_t{100},
                        std::int64_t{31}, ids[n], kMayDayText, kMayDayText, "test"});
    for (std::size_t n = 0; n < 3; ++n)
      rows.push_back({places[n].point({112.3, 36.5 + 0.01 * static_cast<double>(n)}), values[n]});
  };
  auto writer = TableWriter::open(db(), "school", schoolColumns(), kMayDay);
  ASSERT_OK(writer);
  make(-1);
  EXPECT_CODE(writer->appendAll(rows), kInvalidArgument);
  EXPECT_EQ(number("SELECT count(*) FROM school"), 0);
  make(100);
  ASSERT_OK(writer->appendAll(rows));
  EXPECT_EQ(writer->lastFid(), 3);
  ASSERT_OK(writer->finish());
  EXPECT_EQ(number("SELECT count(*) FROM rtree_school_geom"), 3);
  EXPECT_EQ(number("SELECT count(*) FROM school s JOIN rtree_school_geom r ON r.id=s.fid AND "
                   "ST_MinX(s.geom) BETWEEN r.minx AND r.maxx"),
            3);
}

TEST_F(TableWriterTest, NumbersAreCheckedAtTheEndWhereAsked) {
  const auto triggers = [&] {
    return number("SELECT count(*) FROM sqlite_schema WHERE type='trigger' AND name='school_numbers_insert'");
  };
  const auto write = [&](const SqlValue& pupils) {
    return db().transaction([&]() -> Result<void> {
      auto writer = TableWriter::open(db(), "school", schoolColumns(), kMayDay, NumbersChecked::kAtTheEnd);
      if (!writer) return std::unexpected(writer.error());
      const std::string id = uuidOf(7000);
      if (auto added = writer->append(
              buffer.point({112.3, 36.5}),
              {"140431100201", "x", std::int64_t{2}, pupils, std::int64_t{31}, id, kMayDayText, kMayDayText, "test"});
          !added)
        return added;
      EXPECT_EQ(triggers(), 0);
      const auto rows = writer->finish();
      return rows ? Result<void>() : std::unexpected(rows.error());
    });
  };
  const auto refused = write(std::string_view("many"));
  EXPECT_CODE(refused, kInvalidArgument);
  EXPECT_NE(refused.error().detail.find("not a number"), std::string::npos) << refused.error().detail;
  EXPECT_EQ(number("SELECT count(*) FROM school"), 0);
  EXPECT_EQ(triggers(), 1);
  ASSERT_OK(write(std::int64_t{100}));
  EXPECT_EQ(triggers(), 1);
  EXPECT_THROW(db().sql().exec("UPDATE school SET pupils='many'"), SQLite::Exception);
}

TEST_F(TableWriterTest, OlderRowsThatMovedMeanwhileAreIndexedWhereTheyAre) {
  for (int round = 0; round < 2; ++round) {
    auto writer = TableWriter::open(db(), "school", schoolColumns(), kMayDay);
    ASSERT_OK(writer);
    for (int n = 0; n < 3; ++n) ASSERT_OK(appendSchool(*writer, round * 3 + n));
    if (round == 1) db().sql().exec("UPDATE school SET geom=(SELECT geom FROM school WHERE fid=3) WHERE fid=1");
    ASSERT_OK(writer->finish());
  }
  EXPECT_EQ(number("SELECT count(*) FROM school s JOIN rtree_school_geom r ON r.id=s.fid AND "
                   "ST_MinY(s.geom) BETWEEN r.miny AND r.maxy"),
            6);
}

TEST_F(TableWriterTest, BrokenRulesNameTheRow) {
  auto writer = TableWriter::open(db(), "school", schoolColumns(), kMayDay);
  ASSERT_OK(writer);
  ASSERT_OK(appendSchool(*writer, 1));
  const auto check = appendSchool(*writer, 2, -1);
  EXPECT_CODE(check, kInvalidArgument);
  EXPECT_NE(check.error().detail.find("row 2"), std::string::npos) << check.error().detail;
  EXPECT_NE(check.error().detail.find("pupils"), std::string::npos) << check.error().detail;
  const auto count = writer->append(buffer.point({112, 36}), {"140431100201"});
  EXPECT_CODE(count, kInvalidArgument);
  buffer.start(GeometryKind::kLine);
  buffer.add({1, 1});
  buffer.add({2, 2});
  const std::string id = uuidOf(1);
  const auto line = writer->append(buffer.view(), {"140431100201", "x", 2, 1, 1, id, kMayDayText, kMayDayText, "test"});
  EXPECT_CODE(line, kInvalidArgument);
  ASSERT_OK(appendSchool(*writer, 3));
  ASSERT_OK(writer->finish());
  EXPECT_EQ(number("SELECT count(*) FROM school"), 2) << "a refused row does not harm the others";
  const auto late = appendSchool(*writer, 4);
  EXPECT_CODE(late, kInvalidArgument);
}

TEST_F(TableWriterTest, WrongTablesAndColumnsAreRefused) {
  const auto table = TableWriter::open(db(), "castle", {"name"}, kMayDay);
  EXPECT_CODE(table, kInvalidArgument);
  const auto column = TableWriter::open(db(), "school", {"name", "towers"}, kMayDay);
  EXPECT_CODE(column, kInvalidArgument);
  const auto geometry = TableWriter::open(db(), "school", {"geom", "name"}, kMayDay);
  EXPECT_CODE(geometry, kInvalidArgument);
  const auto reading = Database::open(workspace->databaseFile(), OpenMode::kRead);
  ASSERT_OK(reading);
  const auto read_only = TableWriter::open(*reading, "school", schoolColumns(), kMayDay);
  EXPECT_CODE(read_only, kReadOnly);
}

TEST_F(TableWriterTest, ADownstreamReachMayComeLater) {
  const std::vector<std::string> columns = {"reach_no", "downstream_no",    "level",          "strahler",
                                            "length_m", "from_elevation_m", "to_elevation_m", "upstream_km2",
                                            "uuid",     "created_utc",      "changed_utc",    "source"};
  const auto write = [&](std::initializer_list<std::pair<int, int>> reaches) -> Result<std::int64_t> {
    auto writer = TableWriter::open(db(), "river_reach", columns, kMayDay);
    if (!writer) return std::unexpected(writer.error());
    for (const auto& [reach, downstream] : reaches) {
      const std::string id = uuidOf(7000 + reach);
      buffer.start(GeometryKind::kLine);
      buffer.add({112, 36});
      buffer.add({112, 36.1});
      const SqlValue next = downstream > 0 ? SqlValue(downstream) : SqlValue();
      const auto added = writer->append(
          buffer.view(), {reach, next, 4, 1, 900.0, 1000.0, 990.0, 2.5, id, kMayDayText, kMayDayText, "test"});
      if (!added) return std::unexpected(added.error());
    }
    return writer->finish();
  };
  const auto nowhere = write({{1, 99}});
  EXPECT_CODE(nowhere, kInvalidArgument);
  const auto good = write({{1, 2}, {2, 3}, {3, 0}});
  ASSERT_OK(good);
  EXPECT_EQ(*good, 3);
}

}  // namespace gis
