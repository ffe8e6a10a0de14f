// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/migration.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include "gis/store/feature_store.h"
#include "gis/store/spatial_index.h"
#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace fs = std::filesystem;

namespace {

std::string schemaOf(const Database& db) {
  std::string text;
  SQLite::Statement rows(db.sql(), "SELECT type || ' ' || name || ' ' || ifnull(sql,'') FROM sqlite_schema ORDER BY 1");
  while (rows.executeStep()) text += rows.getColumn(0).getString() + "\n";
  return text;
}

std::vector<Migration> own() {
  auto migrations = ownMigrations();
  EXPECT_TRUE(migrations.has_value()) << say(migrations);
  return migrations ? *migrations : std::vector<Migration>{};
}

// A workspace whose schema stands at `version`.
void makeOldWorkspace(const fs::path& folder, std::size_t version) {
  fs::create_directories(folder);
  const auto db = Database::create(folder / "workspace.gpkg");
  ASSERT_OK(db);
  const auto migrations = own();
  ASSERT_OK(migrate(*db, std::span(migrations).first(version), kMayDay));
}

}  // namespace

TEST(Migration, OursAreNumberedWithoutAGap) { EXPECT_GE(own().size(), 5U); }

TEST(Migration, GapsAndStrangeNamesAreRefused) {
  const auto files = [](std::initializer_list<const char*> names) {
    std::vector<EmbeddedFile> list;
    for (const char* name : names) list.push_back({name, nullptr, 0});
    return list;
  };
  EXPECT_TRUE(migrationsFrom(files({"0002_b.sql", "0001_a.sql"})).has_value()) << "any order";
  const auto gap = migrationsFrom(files({"0001_a.sql", "0003_c.sql"}));
  EXPECT_CODE(gap, kInvalidArgument);
  const auto twice = migrationsFrom(files({"0001_a.sql", "0001_b.sql"}));
  EXPECT_CODE(twice, kInvalidArgument);
  const auto named = migrationsFrom(files({"first.sql"}));
  EXPECT_CODE(named, kInvalidArgument);
}

TEST(Migration, StepByStepGivesTheSameSchemaAsAllAtOnce) {
  TemporaryFolder folder;
  const auto migrations = own();
  const auto at_once = Database::create(folder / "a.gpkg");
  ASSERT_OK(at_once);
  ASSERT_OK(migrate(*at_once, migrations, kMayDay));
  const auto stepwise = Database::create(folder / "b.gpkg");
  ASSERT_OK(stepwise);
  for (std::size_t n = 0; n <= migrations.size(); ++n) {
    ASSERT_OK(migrate(*stepwise, std::span(migrations).first(n), kMayDay));
    const auto version = schemaVersion(*stepwise);
    ASSERT_OK(version);
    EXPECT_EQ(*version, static_cast<int>(n));
  }
  EXPECT_EQ(schemaOf(*at_once), schemaOf(*stepwise));
}

TEST(Migration, AnOlderWorkspaceIsLookedAtAndBroughtUpToDateOnlyWhenAsked) {
  const auto migrations = own();
  const int ours = static_cast<int>(migrations.size());
  for (std::size_t version = 1; version < migrations.size(); ++version) {
    TemporaryFolder folder;
    makeOldWorkspace(folder.path(), version);
    const std::string before = readBytes(folder / "workspace.gpkg");
    for (const OpenMode mode : {OpenMode::kRead, OpenMode::kReadWrite}) {
      auto opened = Workspace::open(folder.path(), mode);
      ASSERT_OK(opened);
      EXPECT_EQ(opened->facts().schema_version, static_cast<int>(version));
      ASSERT_TRUE(opened->readOnlyReason());
      EXPECT_EQ(opened->readOnlyReason()->code, ErrorCode::kOlderSchema);
      const auto refused = opened->setFact("city_code", "140400");
      EXPECT_CODE(refused, kReadOnly);
    }
    EXPECT_TRUE(readBytes(folder / "workspace.gpkg") == before) << "opening does not migrate";
    EXPECT_FALSE(fs::exists(folder / "backups"));

    const auto backup = Workspace::upgrade(folder.path(), kMayDay);
    ASSERT_OK(backup);
    ASSERT_TRUE(*backup);
    EXPECT_EQ(backup->value().filename(), fmt::format("workspace-schema-{}-20260501T000000Z.gpkg", version));
    const auto upgraded = Workspace::open(folder.path(), OpenMode::kReadWrite);
    ASSERT_OK(upgraded);
    EXPECT_EQ(upgraded->facts().schema_version, ours);
    EXPECT_FALSE(upgraded->readOnlyReason());
    const auto copy = Workspace::open(**backup, OpenMode::kRead);
    ASSERT_OK(copy);
    EXPECT_EQ(copy->facts().schema_version, static_cast<int>(version));
    EXPECT_EQ(readBytes(**backup)[18], 1) << "the copy is complete in itself, too";
    const auto again = Workspace::upgrade(folder / "workspace.gpkg", kMayDay);
    ASSERT_OK(again);
    EXPECT_FALSE(*again) << "nothing left to do";
  }
}

TEST(Migration, AnUpgradeThatCannotKeepACopyChangesNothing) {
  TemporaryFolder folder;
  makeOldWorkspace(folder.path(), own().size() - 1);
  writeBytes(folder / "backups", "a file where the folder should be");
  const std::string before = readBytes(folder / "workspace.gpkg");
  const auto failed = Workspace::upgrade(folder.path(), kMayDay);
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().subject, (folder / "backups").string());
  EXPECT_TRUE(readBytes(folder / "workspace.gpkg") == before);

  fs::remove(folder / "backups");
  // Another program in the middle of a change.
  SQLite::Database holder((folder / "workspace.gpkg").string(), SQLite::OPEN_READWRITE);
  holder.exec("BEGIN EXCLUSIVE");
  const auto locked = Workspace::upgrade(folder.path(), kMayDay);
  EXPECT_CODE(locked, kFileLocked);
  holder.exec("ROLLBACK");
  std::error_code ignored;
  EXPECT_FALSE(fs::exists(folder / "backups") && !fs::is_empty(folder / "backups", ignored)) << "no half copy";
}

TEST(Migration, UpgradeRefusesANewerWorkspace) {
  TemporaryFolder folder;
  {
    const auto made = Workspace::create(folder.path(), kMayDay);
    ASSERT_OK(made);
    made->db().sql().exec("INSERT INTO schema_migration VALUES (900, '0900_later.sql', '2030-01-01', 'f')");
  }
  const std::string before = readBytes(folder / "workspace.gpkg");
  const auto refused = Workspace::upgrade(folder.path(), kMayDay);
  EXPECT_CODE(refused, kNewerSchema);
  EXPECT_TRUE(readBytes(folder / "workspace.gpkg") == before);
  const auto looked = Workspace::open(folder.path(), OpenMode::kRead);
  ASSERT_OK(looked);
  ASSERT_TRUE(looked->readOnlyReason()) << "said even when nobody asks to write: the window's banner needs it";
}

TEST(Migration, AFailingOneLeavesNoTrace) {
  TemporaryFolder folder;
  auto migrations = own();
  const auto db = Database::create(folder / "a.gpkg");
  ASSERT_OK(db);
  ASSERT_OK(migrate(*db, migrations, kMayDay));
  const std::string before = schemaOf(*db);
  const int next = static_cast<int>(migrations.size()) + 1;
  migrations.push_back({next, "good.sql", "CREATE TABLE note (text TEXT);"});
  migrations.push_back({next + 1, "bad.sql",
                        "CREATE TABLE half (a); DROP TABLE school; INSERT INTO workspace_setting VALUES ('x','y'); "
                        "INSERT INTO no_such_table VALUES (1);"});
  const auto failed = migrate(*db, migrations, kMayDay);
  ASSERT_FALSE(failed.has_value());
  ASSERT_EQ(failed.error().trail.size(), 1U);
  EXPECT_EQ(failed.error().trail.front(), "migration bad.sql");
  EXPECT_EQ(*schemaVersion(*db), next) << "the good one before it stays";
  EXPECT_EQ(db->sql().execAndGet("SELECT count(*) FROM workspace_setting WHERE key='x'").getInt(), 0);
  db->sql().exec("DROP TABLE note");
  EXPECT_EQ(schemaOf(*db), before);
}

TEST(Migration, ANewerFileOpensForReadingOnlyAndIsNotTouched) {
  TemporaryFolder folder;
  {
    const auto made = Workspace::create(folder.path(), kMayDay);
    ASSERT_OK(made);
    made->db().sql().exec("INSERT INTO schema_migration VALUES (900, '0900_later.sql', '2030-01-01', 'f')");
  }
  const std::string before = readBytes(folder / "workspace.gpkg");
  {
    const auto workspace = Workspace::open(folder.path(), OpenMode::kReadWrite);
    ASSERT_OK(workspace);
    ASSERT_TRUE(workspace->readOnlyReason());
    EXPECT_EQ(workspace->readOnlyReason()->code, ErrorCode::kNewerSchema);
    EXPECT_EQ(workspace->db().mode(), OpenMode::kRead);
    const auto count = FeatureStore(workspace->db()).count("building");
    ASSERT_OK(count);
    const auto refused = migrate(workspace->db(), own(), kMayDay);
    EXPECT_CODE(refused, kNewerSchema);
  }
  EXPECT_TRUE(readBytes(folder / "workspace.gpkg") == before);
}

TEST(Schema, IsAConsistentGeoPackage) {
  TemporaryFolder folder;
  const auto workspace = Workspace::create(folder.path(), kMayDay);
  ASSERT_OK(workspace);
  SQLite::Database& sql = workspace->db().sql();
  const auto none = [&](const char* query) { return sql.execAndGet(query).getInt(); };
  EXPECT_EQ(sql.execAndGet("PRAGMA application_id").getInt(), 0x47504B47);
  EXPECT_EQ(sql.execAndGet("PRAGMA user_version").getInt(), 10300);
  EXPECT_EQ(sql.execAndGet("PRAGMA integrity_check").getString(), "ok");
  EXPECT_EQ(none("SELECT count(*) FROM pragma_foreign_key_check"), 0);
  EXPECT_EQ(none("SELECT count(*) FROM gpkg_contents WHERE last_change<>'2026-05-01T00:00:00.000Z'"), 0);
  EXPECT_EQ(none("SELECT count(*) FROM gpkg_contents WHERE table_name NOT IN (SELECT name FROM sqlite_schema)"), 0);
  EXPECT_EQ(none("SELECT count(*) FROM gpkg_contents c WHERE (data_type='features')<>(table_name IN (SELECT table_name "
                 "FROM gpkg_geometry_columns))"),
            0);
  // The declared type of the geometry column is that of gpkg_geometry_columns (requirement 31).
  EXPECT_EQ(none("SELECT count(*) FROM gpkg_geometry_columns g LEFT JOIN pragma_table_info(g.table_name) c ON "
                 "c.name=g.column_name WHERE c.type IS NOT g.geometry_type_name"),
            0);
  // Every feature table has its index, every census row its identity, times and source.
  EXPECT_EQ(none("SELECT count(*) FROM gpkg_geometry_columns WHERE table_name NOT IN (SELECT table_name FROM "
                 "gpkg_extensions WHERE extension_name='gpkg_rtree_index')"),
            0);
  EXPECT_EQ(none("SELECT count(*) FROM gpkg_contents c WHERE (SELECT count(*) FROM pragma_table_info(c.table_name) "
                 "WHERE name IN ('uuid','created_utc','changed_utc','source'))<>4"),
            0);
  // A foreign key without an index on its parent column would be a mistake in the schema.
  EXPECT_NO_THROW(sql.exec("PRAGMA foreign_key_check"));
}

TEST(Schema, EveryReferenceBetweenRowsHasAnIndex) {
  TemporaryFolder folder;
  const auto workspace = Workspace::create(folder.path(), kMayDay);
  ASSERT_OK(workspace);
  // Code tables are small and never renumbered; all other references are looked up from both ends.
  SQLite::Statement missing(
      workspace->db().sql(),
      "SELECT t.name || '.' || f.\"from\" FROM sqlite_schema t JOIN pragma_foreign_key_list(t.name) f WHERE "
      "t.type='table' AND t.name NOT LIKE 'gpkg%' AND f.\"table\" NOT LIKE 'code\\_%' ESCAPE '\\' AND NOT EXISTS "
      "(SELECT 1 FROM "
      "pragma_index_list(t.name) i JOIN pragma_index_info(i.name) c WHERE c.seqno=0 AND c.name=f.\"from\")");
  while (missing.executeStep())
    ADD_FAILURE() << missing.getColumn(0).getString() << " is read as a whole: add CREATE INDEX in a new migration";
}

TEST(Schema, EveryNumberIsHeldToBeOne) {
  TemporaryFolder folder;
  const auto workspace = Workspace::create(folder.path(), kMayDay);
  ASSERT_OK(workspace);
  // Coded numbers are held by their foreign keys, the others by triggers (migration 7 says why).
  SQLite::Statement missing(
      workspace->db().sql(),
      "SELECT c.table_name || '.' || n.name || ' ' || w.word FROM gpkg_contents c JOIN pragma_table_info(c.table_name) "
      "n JOIN (SELECT 'INSERT' AS word UNION SELECT 'UPDATE') w WHERE n.type IN ('INTEGER','REAL') AND n.pk=0 AND "
      "n.name NOT IN (SELECT \"from\" FROM pragma_foreign_key_list(c.table_name) WHERE \"table\" LIKE 'code%') AND NOT "
      "EXISTS (SELECT 1 FROM sqlite_schema s WHERE s.type='trigger' AND s.tbl_name=c.table_name AND s.sql LIKE "
      "'%BEFORE "
      "' || w.word || '%typeof(NEW.' || n.name || ') NOT IN%')");
  while (missing.executeStep())
    ADD_FAILURE() << missing.getColumn(0).getString() << " takes any text: add it to the triggers in a new migration";
}

TEST(Schema, ChecksMakeImpossibleStatesImpossible) {
  TemporaryFolder folder;
  const auto workspace = Workspace::create(folder.path(), kMayDay);
  ASSERT_OK(workspace);
  const Database& db = workspace->db();
  fillSmallCity(db, 3);
  const std::string person =
      "INSERT INTO population_village (division_code, population, households, age_0_14, age_15_64, age_65_up, as_of, "
      "uuid, created_utc, changed_utc, source) VALUES ('140431100201', ";
  const std::string tail = ", '2020', '019de000-0000-7000-8000-000000009999', '2026', '2026', 'test')";
  struct Case {
    const char* what;
    std::string sql;
  };
  const Case cases[] = {
      {"ages that do not add up", person + "100, 30, 10, 50, 30" + tail},
      {"more households than people", person + "10, 30, 1, 5, 4" + tail},
      {"an unknown village", "UPDATE building SET division_code='999999999999'"},
      {"an unknown structure", "UPDATE building SET structure=77"},
      {"a division that is its own parent", "UPDATE division SET parent_code=code WHERE level=3"},
      {"a code with letters", "UPDATE division SET code='14043110020X' WHERE level=5"},
      {"changed before created", "UPDATE building SET changed_utc='1999'"},
      {"no source", "UPDATE building SET source=''"},
      {"two rows of one identifier", "UPDATE building SET uuid='019de000-0000-7000-8000-000000000001'"},
      {"a text for a number", "UPDATE building SET footprint_m2='abc'"},
      {"a text for a number in a new row", person + "'many', 'few', 10, 60, 30" + tail},
      {"an infinite area", "UPDATE building SET footprint_m2=9e999"},
      {"two and a half residents", "UPDATE building SET residents=2.5"},
      {"a year with a digit too many", "UPDATE building SET built_year=19870"},
      {"a town removed under its villages", "DELETE FROM division WHERE level=4"},
  };
  for (const Case& c : cases) {
    const auto done = db.transaction([&]() -> Result<void> {
      db.sql().exec(c.sql);
      return {};
    });
    ASSERT_FALSE(done.has_value()) << c.what;
    EXPECT_EQ(errorName(done.error().code), errorName(ErrorCode::kInvalidArgument)) << c.what;
  }
  const auto good = db.transaction([&]() -> Result<void> {
    db.sql().exec(person + "100, 30, 10, 60, 30" + tail);
    return {};
  });
  ASSERT_OK(good);
}

}  // namespace gis
