// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/import_run.h"

#include <sys/stat.h>

#include "gis/import/mapping_store.h"
#include "tests/gis/import/import_test_support.h"

namespace gis {

namespace {

constexpr const char* kHeader = "学校名称,类型,学生数,教师人数,经度,纬度\n";

class ImportRunTest : public ImportTest {
 protected:
  // Known schools with another number of pupils, one that is new and one that cannot be.
  std::filesystem::path schools(int pupils = 150) {
    std::string csv = kHeader;
    for (std::size_t i = 0; i < 3; ++i)
      csv += fmt::format("{},小学,{},10,{:.7f},{:.7f}\n", kSchools[i].name, i == 0 ? 100 : pupils,
                         kSchools[i].where.lon_deg, kSchools[i].where.lat_deg);
    csv += "新建小学,小学,30,4,112.31,36.51\n坏小学,火箭学院,30,4,112.31,36.51\n";
    writeBytes(temporary / "学校.csv", csv);
    return temporary / "学校.csv";
  }
  Result<ImportOutcome> plan(const std::filesystem::path& file) {
    return planImport(db(), {file, draft(file).mapping});
  }
};

TEST_F(ImportRunTest, DryRunTellsWhatTheImportDoes) {
  addSchools();
  const auto file = schools();
  const auto planned = plan(file);
  ASSERT_OK(planned);
  EXPECT_EQ(count("school"), 5);
  EXPECT_EQ(count("edit_step"), 0);
  const ImportOutcome done = import(file);
  for (const ImportCounts& counts : {planned->counts, done.counts}) {
    EXPECT_EQ(counts.rows, 5);
    EXPECT_EQ(counts.added, 1);
    EXPECT_EQ(counts.changed, 2);
    EXPECT_EQ(counts.unchanged, 1);
    EXPECT_EQ(counts.rejected, 1);
    EXPECT_EQ(counts.missing, 2);
    EXPECT_EQ(counts.removed, 0);
  }
  EXPECT_EQ(rejectedOf(*planned), "6 unknown_code kind");
  EXPECT_EQ(rejectedOf(done), rejectedOf(*planned));
  EXPECT_EQ(done.sha256, planned->sha256);
  EXPECT_EQ(done.places.size(), 3U);
  EXPECT_EQ(count("school"), 6);
  EXPECT_EQ(text("SELECT source FROM school WHERE name='新建小学'"), "学校.csv");
}

TEST_F(ImportRunTest, IsOneStepThatIsUndoneAsAWhole) {
  addSchools();
  const ImportOutcome done = import(schools());
  EXPECT_EQ(text("SELECT kind||' '||author FROM edit_step"), "import 李");
  EXPECT_EQ(text("SELECT json_extract(details,'$.sha256') FROM edit_step"), done.sha256);
  EXPECT_EQ(text("SELECT json_extract(details,'$.mapping.table') FROM edit_step"), "school");
  ASSERT_OK(undo(db(), *uuids, *clock, author));
  EXPECT_EQ(count("school"), 5);
  EXPECT_EQ(text("SELECT sum(pupils) FROM school"), "500");
  ASSERT_OK(redo(db(), *uuids, *clock, author));
  EXPECT_EQ(count("school"), 6);
  EXPECT_EQ(text("SELECT sum(pupils) FROM school"), "630");
}

TEST_F(ImportRunTest, TheSameFileAgainChangesNothing) {
  import(schools());
  const ImportOutcome again = import(schools());
  EXPECT_EQ(again.counts.unchanged, 4);
  EXPECT_EQ(again.counts.added + again.counts.changed, 0);
  EXPECT_EQ(again.step, "");
  EXPECT_EQ(count("edit_step"), 1);
}

TEST_F(ImportRunTest, ShapesWithoutNamesAreKnownByTheirPlace) {
  const auto file = temporary / "buildings.gpkg";
  const auto content = [](const char* storeys) {
    return MadeFile{"GPKG",
                    "EPSG:4547",
                    "Polygon",
                    {"structure", "use", "storeys"},
                    {{"POLYGON ((340000 4042000, 340010 4042000, 340010 4042010, 340000 4042010, 340000 4042000))",
                      {"1", "1", storeys}},
                     {"POLYGON ((340020 4042000, 340030 4042000, 340030 4042010, 340020 4042010, 340020 4042000))",
                      {"1", "1", "2"}}}};
  };
  makeFile(file, content("2"));
  EXPECT_EQ(import(file).counts.added, 2);
  std::filesystem::remove(file);
  makeFile(file, content("3"));
  const ImportOutcome again = import(file);
  EXPECT_EQ(again.counts.changed, 1) << rejectedOf(again);
  EXPECT_EQ(again.counts.unchanged, 1);
}

TEST_F(ImportRunTest, AnEmptyCellTakesNothingAway) {
  addSchools();
  writeBytes(temporary / "学校.csv", std::string(kHeader) + "沁河中学,,,12,112.2413,36.5524\n");
  EXPECT_EQ(import(temporary / "学校.csv").counts.changed, 1);
  EXPECT_EQ(text("SELECT kind||' '||pupils||' '||staff FROM school WHERE name='沁河中学'"), "2 100 12");
}

TEST_F(ImportRunTest, RemovesWhatTheFileHasNotWhenAskedTo) {
  addSchools();
  const auto file = schools();
  Mapping mapping = draft(file).mapping;
  mapping.remove_missing = true;
  EXPECT_EQ(planImport(db(), {file, mapping})->counts.removed, 2);
  const auto done = apply(file, mapping);
  ASSERT_OK(done);
  EXPECT_EQ(done->counts.removed, 2);
  EXPECT_EQ(count("school"), 4);
  ASSERT_OK(undo(db(), *uuids, *clock, author));
  EXPECT_EQ(count("school"), 5);
}

TEST_F(ImportRunTest, CancelledLeavesNothingBehind) {
  const auto file = schools();
  const ImportDraft made = draft(file);
  const CancelToken cancel = CancelToken::create();
  cancel.cancel();
  EXPECT_CODE(apply(file, made.mapping, cancel), kCancelled);
  EXPECT_EQ(count("school"), 0);
  EXPECT_EQ(count("edit_step"), 0);
}

TEST_F(ImportRunTest, RefusesAFileThatChangedSinceTheDryRun) {
  const auto file = schools();
  const auto planned = plan(file);
  ASSERT_OK(planned);
  const Mapping mapping = draft(file).mapping;
  schools(151);
  const auto done = applyImport(db(), *uuids, *clock, {author}, {file, mapping, planned->sha256});
  EXPECT_CODE(done, kChangedElsewhere);
}

TEST_F(ImportRunTest, DryRunWorksWhereNothingCanBeWritten) {
  const auto file = schools();
  workspace.reset();
  const auto folder = temporary / "city";
  ::chmod((folder / "workspace.gpkg").c_str(), 0444);
  const auto reading = Workspace::open(folder, OpenMode::kRead);
  ASSERT_OK(reading);
  const auto made = draftImport(reading->db(), file);
  ASSERT_OK(made);
  const auto planned = planImport(reading->db(), {file, made->mapping});
  ASSERT_OK(planned);
  EXPECT_EQ(planned->counts.added, 4);
  EXPECT_CODE(applyImport(reading->db(), *uuids, *clock, {author}, {file, made->mapping}), kReadOnly);
}

TEST_F(ImportRunTest, AMappingIsRememberedForTheNextFileOfItsKind) {
  const auto file = schools();
  ImportDraft made = draft(file);
  made.mapping.columns["kind"].values["火箭学院"] = "6";
  ASSERT_OK(MappingStore(db()).save(made.source_key, "学校.csv", made.mapping, *clock));
  std::filesystem::rename(file, temporary / "next_year.csv");
  const ImportDraft next = draft(temporary / "next_year.csv");
  EXPECT_EQ(next.mapping, made.mapping);
  EXPECT_EQ(next.table.reason, GuessReason::kSaved);
  EXPECT_EQ(import(temporary / "next_year.csv").counts.rejected, 0);
}

TEST_F(ImportRunTest, RowsOfAnEmptyTableGetTheirIndex) {
  import(schools());
  EXPECT_EQ(text("SELECT count(*) FROM rtree_school_geom"), "4");
  EXPECT_EQ(text("SELECT rtreecheck('rtree_school_geom')"), "ok");
  EXPECT_EQ(text("PRAGMA integrity_check"), "ok");
  EXPECT_EQ(count("pragma_foreign_key_check"), 0);
}

// Numbers are looked at once for all rows; where one is wrong, each row is asked, and the good ones come in.
TEST_F(ImportRunTest, ARowWithAWrongNumberIsFoundAmongTheGoodOnes) {
  db().sql().exec(
      "DROP TRIGGER school_numbers_insert;"
      "CREATE TRIGGER school_numbers_insert BEFORE INSERT ON school\nWHEN NEW.pupils>140\n"
      "BEGIN SELECT RAISE(ABORT, 'more pupils than a school has'); END");
  const ImportOutcome done = import(schools());
  EXPECT_EQ(done.counts.added, 2);
  EXPECT_EQ(done.counts.rejected, 3);
  EXPECT_EQ(rejectedOf(done), "3 rule; 4 rule; 6 unknown_code kind");
  EXPECT_EQ(count("school"), 2);
  EXPECT_EQ(count("edit_step"), 1);
  EXPECT_EQ(text("SELECT rtreecheck('rtree_school_geom')"), "ok");
}

TEST_F(ImportRunTest, LeavesTheJournalAsItFoundIt) {
  db().sql().exec("PRAGMA journal_mode=WAL");
  import(schools());
  EXPECT_EQ(text("PRAGMA journal_mode"), "wal");
  // Somebody else reads: the file stays in WAL mode, and what they began to read stays as it was.
  const auto other = Database::open(workspace->databaseFile(), OpenMode::kRead);
  ASSERT_OK(other);
  SQLite::Statement reading(other->sql(), "SELECT name FROM school");
  ASSERT_TRUE(reading.executeStep());
  EXPECT_EQ(import(schools(151)).counts.changed, 2);
  int names = 1;
  while (reading.executeStep()) ++names;
  EXPECT_EQ(names, 4);
}

}  // namespace

}  // namespace gis
