// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/spatial_index.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <set>

#include "gis/core/random.h"
#include "gis/store/geopackage_blob.h"
#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace {

// A building table of any size, and SQLite's own check of its tree (rtreecheck, rtree.c).
class SpatialIndexTest : public ::testing::Test {
 protected:
  void fill(int buildings) {
    auto made = Workspace::create(temporary / std::to_string(buildings), kMayDay);
    ASSERT_OK(made);
    workspace.emplace(std::move(*made));
    fillSmallCity(workspace->db(), buildings);
  }
  std::string check() {
    return workspace->db().sql().execAndGet("SELECT rtreecheck('rtree_building_geom')").getString();
  }
  // Identifiers whose boxes meet a window: by the tree and by looking at every row.
  std::set<std::int64_t> find(const std::string& sql) {
    std::set<std::int64_t> found;
    SQLite::Statement rows(workspace->db().sql(), sql);
    while (rows.executeStep()) found.insert(rows.getColumn(0).getInt64());
    return found;
  }
  void expectSameAnswers() {
    Random random(1);
    for (int round = 0; round < 20; ++round) {
      const double x = random.uniform(112.29, 112.41), y = random.uniform(36.49, 36.52), size = random.uniform(0, 0.02);
      const auto by_tree =
          find(fmt::format("SELECT id FROM rtree_building_geom WHERE minx<={} AND maxx>={} AND miny<={} AND maxy>={}",
                           x + size, x, y + size, y));
      const auto by_rows = find(fmt::format(
          "SELECT fid FROM building WHERE ST_MinX(geom)<={} AND ST_MaxX(geom)>={} AND ST_MinY(geom)<={} AND "
          "ST_MaxY(geom)>={}",
          x + size, x, y + size, y));
      // The tree's boxes are rounded outwards to 32-bit floats: it may find a little more, never less.
      for (const std::int64_t fid : by_rows) ASSERT_TRUE(by_tree.contains(fid)) << fid;
      EXPECT_LE(by_tree.size(), by_rows.size() + 400);
    }
  }
  TemporaryFolder temporary;
  std::optional<Workspace> workspace;
};

}  // namespace

TEST_F(SpatialIndexTest, PackedTreesOfAllHeightsPassSqlitesCheck) {
  // One node holds 45 of at most 51 cells, two levels 2,025.
  for (const int count : {0, 1, 45, 46, 91, 2025, 2026, 6000}) {
    fill(count);
    EXPECT_EQ(check(), "ok") << count;
    EXPECT_EQ(workspace->db().sql().execAndGet("SELECT count(*) FROM rtree_building_geom").getInt(), count);
  }
  expectSameAnswers();
}

TEST_F(SpatialIndexTest, TriggersKeepThePackedTreeInStep) {
  fill(3000);
  SQLite::Database& sql = workspace->db().sql();
  sql.exec("DELETE FROM building WHERE fid%3=0");
  EXPECT_EQ(check(), "ok");
  sql.exec(
      "INSERT INTO building (geom, division_code, structure, use, storeys, footprint_m2, uuid, created_utc, "
      "changed_utc, source) SELECT geom, division_code, structure, use, storeys, footprint_m2, "
      "'a' || substr(uuid,2), created_utc, changed_utc, source FROM building");
  EXPECT_EQ(check(), "ok");
  sql.exec("UPDATE building SET geom=(SELECT geom FROM building ORDER BY fid LIMIT 1) WHERE fid%5=0");
  sql.exec("UPDATE building SET fid=fid+1000000 WHERE fid%7=0");
  EXPECT_EQ(check(), "ok");
  EXPECT_EQ(
      sql.execAndGet("SELECT count(*) FROM building WHERE fid NOT IN (SELECT id FROM rtree_building_geom)").getInt(),
      0);
  EXPECT_EQ(sql.execAndGet("SELECT count(*) FROM rtree_building_geom").getInt(), 4000);
  expectSameAnswers();
}

TEST_F(SpatialIndexTest, DropAndCreate) {
  fill(500);
  const Database& db = workspace->db();
  const auto index = SpatialIndex::of(db, "building");
  ASSERT_OK(index);
  ASSERT_OK(index->drop());
  EXPECT_FALSE(*index->exists());
  EXPECT_EQ(db.sql().execAndGet("SELECT count(*) FROM sqlite_schema WHERE name GLOB 'rtree_building*'").getInt(), 0);
  ASSERT_OK(createMissingIndexes(db));
  EXPECT_TRUE(*index->exists());
  EXPECT_EQ(check(), "ok");
  const auto extent = index->extent();
  ASSERT_OK(extent);
  EXPECT_NEAR(extent->west_deg, 112.3, 1e-5);
  const auto none = SpatialIndex::of(db, "population_village");
  EXPECT_CODE(none, kInvalidArgument);
}

TEST_F(SpatialIndexTest, FunctionsSayNullOfWhatIsNoGeometry) {
  fill(1);
  SQLite::Database& sql = workspace->db().sql();
  EXPECT_TRUE(sql.execAndGet("SELECT ST_MinX(NULL)").isNull());
  EXPECT_TRUE(sql.execAndGet("SELECT ST_MinX(x'4750')").isNull());
  EXPECT_TRUE(sql.execAndGet("SELECT ST_IsEmpty('text')").isNull());
  EXPECT_EQ(sql.execAndGet("SELECT ST_IsEmpty(x'4750001100000000010300000000000000')").getInt(), 1);
  EXPECT_DOUBLE_EQ(sql.execAndGet("SELECT ST_MaxY(geom) FROM building").getDouble(), 36.5001);
}

}  // namespace gis
