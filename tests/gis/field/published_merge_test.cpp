// SPDX-License-Identifier: GPL-3.0-or-later
// Merges of two people's GeoPackages with the result expected, as the geodiff project publishes them (MIT). Its rows
// have no uuid: a row is known by its fid, new rows by name.
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "tests/gis/field/replica.h"

namespace gis {
namespace {

namespace fs = std::filesystem;

// name, rating, geometry by fid
struct Simple {
  std::string name;
  double rating = 0;
  std::vector<std::byte> geometry;
  auto operator<=>(const Simple&) const = default;
};
using SimpleTable = std::map<std::int64_t, Simple>;

SimpleTable read(const fs::path& file) {
  SQLite::Database db(file.string(), SQLite::OPEN_READONLY);
  SQLite::Statement rows(db, "SELECT fid, name, rating, geometry FROM simple");
  SimpleTable table;
  while (rows.executeStep()) {
    const auto* blob = static_cast<const std::byte*>(rows.getColumn(3).getBlob());
    table[rows.getColumn(0).getInt64()] = {
        rows.getColumn(1).getString(), rows.getColumn(2).getDouble(), {blob, blob + rows.getColumn(3).getBytes()}};
  }
  return table;
}

RowCells cellsOf(const Simple& row) {
  RowCells cells = newDepot(row.name);
  cells["floor_m2"] = row.rating;
  cells["geom"] = row.geometry;
  return cells;
}

std::string uuidFor(std::int64_t fid) { return uuidOf(static_cast<int>(700 + fid)); }

// The same start for both: the base table as depots that nobody logged.
void fill(Replica& replica, const SimpleTable& base) {
  replica.db().sql().exec("DELETE FROM depot");
  auto rows = CensusRowStore::open(replica.db());
  ASSERT_OK(rows);
  for (const auto& [fid, row] : base) {
    RowCells cells = cellsOf(row);
    cells["uuid"] = uuidFor(fid);
    cells["created_utc"] = kMayDayText;
    cells["changed_utc"] = kMayDayText;
    ASSERT_OK(rows->insert("depot", cells));
  }
}

// What a person did to get from `base` to `after`. New rows get uuids of their own, as two people's would; `made` says
// which, for going back.
using MadeRows = std::map<std::int64_t, std::string>;
void work(Replica& replica, const SimpleTable& base, const SimpleTable& after, MadeRows* made = nullptr) {
  const auto uuidHere = [&](std::int64_t fid) {
    return made != nullptr && made->contains(fid) ? made->at(fid) : uuidFor(fid);
  };
  ASSERT_OK(replica.edit([&](RowEditor& rows) -> Result<void> {
    for (const auto& [fid, row] : base)
      if (!after.contains(fid))
        if (auto done = rows.remove("depot", uuidHere(fid)); !done) return done;
    for (const auto& [fid, row] : after) {
      if (!base.contains(fid)) {
        auto uuid = rows.insert("depot", cellsOf(row));
        if (!uuid) return std::unexpected(uuid.error());
        if (made != nullptr) (*made)[fid] = *uuid;
      } else if (base.at(fid) != row) {
        if (auto done = rows.set("depot", uuidHere(fid), cellsOf(row)); !done) return done;
      }
    }
    return {};
  }));
}

std::vector<Simple> rowsOf(const Replica& replica) {
  SQLite::Statement rows(replica.db().sql(), "SELECT name, floor_m2, geom FROM depot");
  std::vector<Simple> found;
  while (rows.executeStep()) {
    const auto* blob = static_cast<const std::byte*>(rows.getColumn(2).getBlob());
    found.push_back(
        {rows.getColumn(0).getString(), rows.getColumn(1).getDouble(), {blob, blob + rows.getColumn(2).getBytes()}});
  }
  std::ranges::sort(found);
  return found;
}

struct Case {
  const char* a;
  const char* b;
  const char* merged;
  // Cells that both changed: geodiff takes the second person's without a word, we take it and ask.
  std::size_t questions;
};

// The name of the test, instead of where its words lie in memory.
void PrintTo(const Case& one, std::ostream* out) { *out << one.merged; }

class PublishedMerge : public ::testing::TestWithParam<Case> {};

}  // namespace

TEST_P(PublishedMerge, GivesTheRowsExpected) {
  const fs::path folder = fs::path(FENGSUI_SOURCE_DIR) / "../shared/verify/sync";
  if (!fs::exists(folder)) GTEST_SKIP() << "no ../shared/verify/sync beside the tree";
  const SimpleTable base = read(folder / "base.gpkg");
  Replica a(1);
  Replica b(2);
  fill(a, base);
  fill(b, base);
  work(a, base, read(folder / GetParam().a));
  b.clock->now += 1000;
  work(b, base, read(folder / GetParam().b));
  const auto from_a = a.changes();
  a.take(b.changes());
  b.take(from_a);
  std::vector<Simple> expected;
  for (const auto& [fid, row] : read(folder / GetParam().merged)) expected.push_back(row);
  std::ranges::sort(expected);
  EXPECT_TRUE(rowsOf(a) == expected);
  EXPECT_TRUE(rowsOf(b) == expected);
  EXPECT_EQ(a.openConflicts().size(), GetParam().questions);
}

// One person's changes alone, on the base as it was: the published end.
TEST(PublishedChange, TakenTheBaseBecomesWhatTheOtherHas) {
  const fs::path folder = fs::path(FENGSUI_SOURCE_DIR) / "../shared/verify/sync";
  if (!fs::exists(folder)) GTEST_SKIP() << "no ../shared/verify/sync beside the tree";
  const SimpleTable base = read(folder / "base.gpkg");
  for (const char* file :
       {"1_geopackage/modified_1_geom.gpkg", "2_inserts/inserted_1_A.gpkg", "2_inserts/inserted_1_B.gpkg",
        "2_deletes/deleted_A.gpkg", "2_deletes/deleted_B.gpkg", "2_updates/updated_A.gpkg", "2_updates/updated_B.gpkg",
        "2_updates_2/updated_A.gpkg", "2_updates_2/updated_B.gpkg"}) {
    SCOPED_TRACE(file);
    const SimpleTable after = read(folder / file);
    EXPECT_NE(after, base);
    Replica a(1);
    Replica b(2);
    fill(a, base);
    fill(b, base);
    MadeRows made;
    work(a, base, after, &made);
    const auto package = a.changes();
    b.take(package);
    b.take(package);
    EXPECT_TRUE(rowsOf(b) == rowsOf(a));
    EXPECT_EQ(rowsOf(b).size(), after.size());
    EXPECT_TRUE(b.openConflicts().empty());
    // And back again, as an undo of all.
    work(a, after, base, &made);
    b.take(a.changes());
    EXPECT_EQ(rowsOf(b).size(), base.size());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Geodiff, PublishedMerge,
    ::testing::Values(
        Case{"2_inserts/inserted_1_A.gpkg", "2_inserts/inserted_1_B.gpkg", "2_inserts/merged_1_A_1_B.gpkg", 0},
        Case{"2_deletes/deleted_A.gpkg", "2_deletes/deleted_B.gpkg", "2_deletes/merged_A_B.gpkg", 0},
        Case{"2_updates/updated_A.gpkg", "2_updates/updated_B.gpkg", "2_updates/merged_1_A_1_B.gpkg", 1},
        Case{"2_updates_2/updated_A.gpkg", "2_updates_2/updated_B.gpkg", "2_updates_2/merged_A_B.gpkg", 0}));

}  // namespace gis
