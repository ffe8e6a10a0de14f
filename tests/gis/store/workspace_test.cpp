// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/workspace.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>

#include <SQLiteCpp/Database.h>

#include "gis/core/random.h"
#include "gis/store/code_store.h"
#include "gis/store/database_file.h"
#include "gis/store/feature_store.h"
#include "gis/store/place_store.h"
#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace fs = std::filesystem;

namespace {

// Everything that the program reads of a workspace; returns the first error.
Result<void> readAll(const fs::path& folder) {
  const auto workspace = Workspace::open(folder, OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  const FeatureStore features(workspace->db());
  const auto tables = features.tables();
  if (!tables) return std::unexpected(tables.error());
  for (const FeatureTable& table : *tables) {
    const auto read = features.read(table.table, {});
    if (!read) return std::unexpected(read.error());
    if (auto row = features.row(table.table, 1); !row && row.error().code != ErrorCode::kNoData)
      return std::unexpected(row.error());
  }
  if (auto codes = CodeStore(workspace->db()).all(); !codes) return std::unexpected(codes.error());
  if (auto places = PlaceStore(workspace->db()).search("沁"); !places) return std::unexpected(places.error());
  return {};
}

std::vector<std::string> namesIn(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

// Runs `work` in another process, as user nobody when we are root (root may write anywhere); true if it returned true.
bool asOrdinaryUser(const std::function<bool()>& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && (::setgid(65534) != 0 || ::setuid(65534) != 0)) ::_exit(3);
    ::_exit(work() ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

class WorkspaceTest : public ::testing::Test {
 protected:
  void SetUp() override {
    auto made = Workspace::create(folder, kMayDay);
    ASSERT_OK(made);
    fillSmallCity(made->db());
  }
  TemporaryFolder temporary;
  fs::path folder = temporary / "城市 workspace";
  fs::path file = folder / "workspace.gpkg";
};

}  // namespace

TEST_F(WorkspaceTest, CreateMakesTheFoldersAndOneCompleteFile) {
  EXPECT_EQ(namesIn(folder),
            (std::vector<std::string>{"backups", "basemaps", "cache", "exports", "rasters", "workspace.gpkg"}));
  const std::string bytes = readBytes(file);
  EXPECT_EQ(bytes.substr(68, 4), "GPKG");
  EXPECT_EQ(bytes[18], 1) << "at rest the file is in rollback mode";
}

TEST_F(WorkspaceTest, CreateTwiceSaysThatItIsThere) {
  const auto again = Workspace::create(folder, kMayDay);
  EXPECT_CODE(again, kAlreadyExists);
}

TEST_F(WorkspaceTest, SameInputsGiveTheSameBytes) {
  const fs::path second = temporary / "second";
  {
    auto made = Workspace::create(second, kMayDay);
    ASSERT_OK(made);
    fillSmallCity(made->db());
  }
  EXPECT_TRUE(readBytes(file) == readBytes(second / "workspace.gpkg"));
}

TEST_F(WorkspaceTest, FactsComeBack) {
  {
    auto workspace = Workspace::open(folder, OpenMode::kReadWrite);
    ASSERT_OK(workspace);
    ASSERT_OK(workspace->setFact("city_name_zh", "长治市"));
    ASSERT_OK(workspace->setFact("is_demo", "1"));
    EXPECT_NEAR(workspace->facts().extent.east_deg, 113.5, 1e-9) << "the union of the layers";
    ASSERT_OK(workspace->setFact("extent", "111.9,35.8,113.8,37.1"));
    const auto wrong = workspace->setFact("extent", "111.9,35.8,113.8");
    EXPECT_CODE(wrong, kInvalidArgument);
  }
  const auto workspace = Workspace::open(file, OpenMode::kRead);
  ASSERT_OK(workspace);
  EXPECT_EQ(workspace->facts().city_name_zh, "长治市");
  EXPECT_TRUE(workspace->facts().is_demo);
  EXPECT_EQ(workspace->facts().created_utc, kMayDayText);
  EXPECT_EQ(workspace->facts().extent.west_deg, 111.9);
  EXPECT_EQ(workspace->folder(), folder);
  EXPECT_EQ(workspace->databaseFile(), file);
}

TEST_F(WorkspaceTest, ReadingChangesNoByteAndLeavesNothingBehind) {
  const std::string before = readBytes(file);
  const auto time = fs::last_write_time(file);
  const auto names = namesIn(folder);
  ASSERT_OK(readAll(folder));
  {
    auto workspace = Workspace::open(folder, OpenMode::kRead);
    ASSERT_OK(workspace);
    const auto refused = workspace->setFact("city_name_zh", "别处");
    EXPECT_CODE(refused, kReadOnly);
    EXPECT_EQ(namesIn(folder), names) << "while open";
  }
  EXPECT_TRUE(readBytes(file) == before);
  EXPECT_EQ(fs::last_write_time(file), time);
  EXPECT_EQ(namesIn(folder), names);
}

TEST_F(WorkspaceTest, AFileLeftInWalModeIsReadWithoutLitter) {
  std::string bytes = readBytes(file);
  bytes[18] = bytes[19] = 2;
  writeBytes(file, bytes);
  const auto names = namesIn(folder);
  ASSERT_OK(readAll(folder));
  EXPECT_TRUE(readBytes(file) == bytes);
  EXPECT_EQ(namesIn(folder), names);
}

TEST_F(WorkspaceTest, ReadOnlyFolderAndFile) {
  std::string bytes = readBytes(file);
  for (const char mode : {char{1}, char{2}}) {  // rollback, WAL
    bytes[18] = bytes[19] = mode;
    writeBytes(file, bytes);
    fs::permissions(file, fs::perms(0444));
    fs::permissions(folder, fs::perms(0555));
    EXPECT_TRUE(asOrdinaryUser([&] { return readAll(folder).has_value(); })) << int{mode};
    EXPECT_TRUE(asOrdinaryUser([&] {
      const auto workspace = Workspace::open(folder, OpenMode::kReadWrite);
      return workspace && workspace->readOnlyReason() &&
             workspace->readOnlyReason()->code == ErrorCode::kPermissionDenied &&
             workspace->db().mode() == OpenMode::kRead;
    })) << int{mode};
    fs::permissions(folder, fs::perms(0755));
    fs::permissions(file, fs::perms(0644));
    EXPECT_TRUE(readBytes(file) == bytes);
  }
}

TEST_F(WorkspaceTest, AFileThatMayNotBeReadSaysSo) {
  fs::permissions(file, fs::perms(0));
  EXPECT_TRUE(asOrdinaryUser([&] {
    const auto workspace = Workspace::open(folder, OpenMode::kRead);
    return !workspace && workspace.error().code == ErrorCode::kPermissionDenied;
  }));
  fs::permissions(folder, fs::perms(0555));
  EXPECT_TRUE(asOrdinaryUser([&] {
    const auto made = Workspace::create(folder / "inside", kMayDay);
    return !made && made.error().code == ErrorCode::kPermissionDenied;
  }));
  fs::permissions(folder, fs::perms(0755));
}

TEST_F(WorkspaceTest, SaysWhichKindOfWrongFileItIs) {
  const auto missing = Workspace::open(temporary / "nowhere", OpenMode::kRead);
  EXPECT_CODE(missing, kNotFound);
  const auto missing_file = Workspace::open(folder / "rasters", OpenMode::kReadWrite);
  EXPECT_CODE(missing_file, kNotFound);

  const fs::path other = temporary / "other.gpkg";
  writeBytes(other, "");
  const auto empty = Workspace::open(other, OpenMode::kReadWrite);
  EXPECT_CODE(empty, kEmptyFile);
  EXPECT_EQ(readBytes(other), "");

  writeBytes(other,
             "PK\x03\x04 this is a zip archive, long enough to have a header of one hundred bytes or more ........");
  const auto zip = Workspace::open(other, OpenMode::kRead);
  EXPECT_CODE(zip, kForeignFile);

  writeBytes(other, readBytes(file).substr(0, 60));
  const auto header = Workspace::open(other, OpenMode::kRead);
  EXPECT_CODE(header, kDamagedFile);

  fs::remove(other);
  {
    SQLite::Database foreign(other.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    foreign.exec("CREATE TABLE bookmarks (url TEXT)");
  }
  const std::string before = readBytes(other);
  const auto foreign = Workspace::open(other, OpenMode::kReadWrite);
  EXPECT_CODE(foreign, kForeignFile);
  EXPECT_TRUE(readBytes(other) == before) << "another program's database is left alone";

  fs::create_symlink("loop.gpkg", temporary / "loop.gpkg");
  const auto loop = Workspace::open(temporary / "loop.gpkg", OpenMode::kRead);
  EXPECT_CODE(loop, kNotFound);

  const auto folder_as_file = Database::open(folder, OpenMode::kRead);
  EXPECT_CODE(folder_as_file, kForeignFile);
}

TEST_F(WorkspaceTest, AnExclusiveLockOfAnotherProcessIsNamed) {
  int ready[2];
  int done[2];
  ASSERT_EQ(::pipe(ready), 0);
  ASSERT_EQ(::pipe(done), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    SQLite::Database holder(file.string(), SQLite::OPEN_READWRITE);
    holder.exec("BEGIN EXCLUSIVE");
    char byte = 'r';
    if (::write(ready[1], &byte, 1) != 1 || ::read(done[0], &byte, 1) != 1) ::_exit(2);
    holder.exec("ROLLBACK");
    ::_exit(0);
  }
  char byte = 0;
  ASSERT_EQ(::read(ready[0], &byte, 1), 1);
  const auto locked = Workspace::open(folder, OpenMode::kRead);
  ASSERT_EQ(::write(done[1], &byte, 1), 1);
  ::waitpid(child, nullptr, 0);
  EXPECT_CODE(locked, kFileLocked);
  ASSERT_OK(readAll(folder));
}

TEST_F(WorkspaceTest, ReadersAndAWriterWorkAtTheSameTime) {
  const auto reader = Workspace::open(folder, OpenMode::kRead);
  ASSERT_OK(reader);
  {
    auto writer = Workspace::open(folder, OpenMode::kReadWrite);
    ASSERT_OK(writer);
    ASSERT_OK(writer->setFact("city_code", "140400"));
    EXPECT_EQ(reader->db().sql().execAndGet("SELECT value FROM workspace_setting WHERE key='city_code'").getString(),
              "140400");
    const auto late = Workspace::open(folder, OpenMode::kRead);
    ASSERT_OK(late);
    EXPECT_EQ(late->facts().city_code, "140400");
    // A reader sees the state at the start of its transaction while the writer goes on.
    late->db().sql().exec("BEGIN");
    const char* count = "SELECT count(*) FROM workspace_setting";
    const int before = late->db().sql().execAndGet(count).getInt();
    ASSERT_OK(writer->setFact("map_crs", "EPSG:4547"));
    EXPECT_EQ(late->db().sql().execAndGet(count).getInt(), before);
    late->db().sql().exec("COMMIT");
    EXPECT_EQ(late->db().sql().execAndGet(count).getInt(), before + 1);
  }
  ASSERT_OK(readAll(folder));
}

// Locks of files belong to the process: closing any descriptor of the file gives up all of them, and the next program
// would believe itself alone, take the -wal away and leave this one writing into nothing.
TEST_F(WorkspaceTest, LookingAtTheFileDoesNotGiveUpTheLocksOfThisProgram) {
  auto writer = Workspace::open(folder, OpenMode::kReadWrite);
  ASSERT_OK(writer);
  ASSERT_OK(writer->setFact("city_code", "140400"));
  ASSERT_OK(inspectDatabaseFile(file));
  ASSERT_OK(Workspace::open(folder, OpenMode::kRead));
  const pid_t child = ::fork();
  if (child == 0) {
    constexpr const char* kOther =
        "import sqlite3, sys\n"
        "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "db.execute(\"UPDATE workspace_setting SET value='140401' WHERE key='city_code'\")\n"
        "try: db.execute('PRAGMA journal_mode=DELETE')\n"
        "except sqlite3.OperationalError: pass\n"
        "db.close()\n";
    ::execlp("python3", "python3", "-c", kOther, file.c_str(), nullptr);
    ::_exit(9);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_EQ(WEXITSTATUS(status), 0);
  EXPECT_TRUE(fs::exists(file.string() + "-wal")) << "another program took it away while it was in use";
  ASSERT_OK(writer->setFact("extent", "112,36,113.5,37.5"));
  const auto reader = Workspace::open(folder, OpenMode::kRead);
  ASSERT_OK(reader);
  EXPECT_EQ(reader->facts().city_code, "140401") << "what the other program wrote";
}

TEST_F(WorkspaceTest, AWalThatWasTakenAwayIsNoPlaceToWriteTo) {
  auto writer = Workspace::open(folder, OpenMode::kReadWrite);
  ASSERT_OK(writer);
  ASSERT_OK(writer->setFact("city_code", "140400"));
  fs::remove(file.string() + "-wal");
  const auto lost = writer->setFact("city_code", "140401");
  ASSERT_FALSE(lost);
  EXPECT_EQ(lost.error().code, ErrorCode::kNotFound);
}

TEST_F(WorkspaceTest, AKilledWriterLosesNothingThatWasCommitted) {
  const pid_t child = ::fork();
  if (child == 0) {
    auto workspace = Workspace::open(folder, OpenMode::kReadWrite);
    if (!workspace || !workspace->setFact("city_code", "140400")) ::_exit(1);
    workspace->db().sql().exec("BEGIN IMMEDIATE; DELETE FROM building");
    ::_exit(0);  // no destructors: the lid closes here
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_EQ(WEXITSTATUS(status), 0);
  ASSERT_TRUE(fs::exists(file.string() + "-wal"));
  const std::string before = readBytes(file);
  {
    const auto reader = Workspace::open(folder, OpenMode::kRead);
    ASSERT_OK(reader);
    EXPECT_EQ(reader->facts().city_code, "140400");
  }
  EXPECT_TRUE(readBytes(file) == before) << "recovery by a reader does not touch the file";
  const auto writer = Workspace::open(folder, OpenMode::kReadWrite);
  ASSERT_OK(writer);
  EXPECT_EQ(*FeatureStore(writer->db()).count("building"), 60);
}

// QGIS, or this program while it makes a file, works with a rollback journal: when it is killed, half of its change is
// already in the file.
TEST_F(WorkspaceTest, AHalfDoneChangeOfAKilledProgramIsRolledBack) {
  const std::string before = readBytes(file);
  const auto kill = [&] {
    const pid_t child = ::fork();
    if (child == 0) {
      SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
      db.exec(
          "PRAGMA cache_size=1; BEGIN IMMEDIATE; UPDATE gpkg_spatial_ref_sys SET description='half done'; UPDATE "
          "workspace_setting SET value='half done'; CREATE TABLE filler (x); INSERT INTO filler SELECT "
          "zeroblob(3000) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<400) SELECT "
          "i FROM n)");
      ::_exit(0);
    }
    ::waitpid(child, nullptr, 0);
  };
  kill();
  ASSERT_TRUE(fs::exists(file.string() + "-journal"));
  ASSERT_FALSE(readBytes(file) == before) << "otherwise this test tests nothing";
  // Where nothing may be written the change cannot be taken back, and the file must not be read as if it were whole.
  fs::permissions(file, fs::perms(0444));
  fs::permissions(folder, fs::perms(0555));
  EXPECT_TRUE(asOrdinaryUser([&] {
    const auto stuck = Workspace::open(folder, OpenMode::kRead);
    return !stuck && stuck.error().code == ErrorCode::kDamagedFile;
  }));
  fs::permissions(folder, fs::perms(0755));
  fs::permissions(file, fs::perms(0644));
  ASSERT_OK(readAll(folder));
  EXPECT_TRUE(readBytes(file) == before);
  EXPECT_FALSE(fs::exists(file.string() + "-journal"));
  kill();
  ASSERT_OK(Workspace::open(folder, OpenMode::kReadWrite));
}

TEST_F(WorkspaceTest, DiskFullIsSaidAndRolledBack) {
  auto workspace = Workspace::open(folder, OpenMode::kReadWrite);
  ASSERT_OK(workspace);
  const int pages = workspace->db().sql().execAndGet("PRAGMA page_count").getInt();
  workspace->db().sql().execAndGet("PRAGMA max_page_count=" + std::to_string(pages));
  const auto full = workspace->setFact("city_name_en", std::string(500000, 'x'));
  EXPECT_CODE(full, kDiskFull);
  ASSERT_OK(workspace->setFact("city_name_en", "Changzhi"));
}

TEST_F(WorkspaceTest, CutOffAnywhereIsDamagedNeverACrash) {
  const std::string whole = readBytes(file);
  const fs::path cut = temporary / "cut.gpkg";
  std::vector<std::size_t> lengths;
  for (std::size_t n = 1; n < 200; n += 7) lengths.push_back(n);
  for (std::size_t n = 4095; n < whole.size(); n += whole.size() / 40) lengths.push_back(n);
  lengths.push_back(whole.size() - 1);
  for (const std::size_t length : lengths) {
    writeBytes(cut, whole.substr(0, length));
    const auto workspace = Workspace::open(cut, OpenMode::kRead);
    ASSERT_FALSE(workspace.has_value()) << length;
    EXPECT_EQ(errorName(workspace.error().code), errorName(ErrorCode::kDamagedFile)) << length << say(workspace);
  }
}

TEST_F(WorkspaceTest, FlippedBytesGiveErrorsOrWarningsNeverACrash) {
  const std::string whole = readBytes(file);
  const fs::path flipped = temporary / "flipped.gpkg";
  Random random(20260501);
  int failed = 0;
  for (int round = 0; round < 150; ++round) {
    std::string bytes = whole;
    // Half of the rounds hit the header and the schema, where it hurts most.
    const auto reach = static_cast<std::uint32_t>(round % 2 == 0 ? 8192 : bytes.size());
    for (int n = 0; n < 1 + round % 20; ++n) bytes[random.below(reach)] = static_cast<char>(random.below(256));
    writeBytes(flipped, bytes);
    if (!readAll(flipped)) ++failed;
    ASSERT_TRUE(readBytes(flipped) == bytes) << "reading a damaged file does not change it, round " << round;
    if (round % 5 == 0) (void)Workspace::open(flipped, OpenMode::kReadWrite);
  }
  EXPECT_GT(failed, 30);
}

// GDAL reads every table, type, extent and reference system of the file and warns of what breaks the GeoPackage rules.
TEST_F(WorkspaceTest, OgrinfoHasNothingToSay) {
  ASSERT_EQ(std::system("command -v ogrinfo >/dev/null 2>&1"), 0)
      << "packaging/install test installs ogrinfo (gdal-bin)";
  const fs::path said = temporary / "said.txt";
  const fs::path warned = temporary / "warned.txt";
  const std::string command =
      "ogrinfo -ro -al -so '" + file.string() + "' >'" + said.string() + "' 2>'" + warned.string() + "'";
  ASSERT_EQ(std::system(command.c_str()), 0);
  EXPECT_EQ(readBytes(warned), "");
  const std::string text = readBytes(said);
  EXPECT_NE(text.find("Layer name: building"), std::string::npos);
  EXPECT_NE(text.find("Feature Count: 60"), std::string::npos);
  EXPECT_NE(text.find("CGCS2000"), std::string::npos);
}

TEST_F(WorkspaceTest, ATableThatIsListedButMissingIsDamage) {
  {
    SQLite::Database db(file.string(), SQLite::OPEN_READWRITE);
    db.exec("PRAGMA foreign_keys=OFF; DROP TABLE school");
  }
  const auto workspace = Workspace::open(folder, OpenMode::kRead);
  ASSERT_OK(workspace);
  const auto counted = FeatureStore(workspace->db()).count("school");
  EXPECT_CODE(counted, kDamagedFile);
  EXPECT_EQ(counted.error().subject, file.string());
}

TEST_F(WorkspaceTest, DemFileIsFound) {
  const auto workspace = Workspace::open(folder, OpenMode::kRead);
  ASSERT_OK(workspace);
  EXPECT_FALSE(workspace->demFile());
  writeBytes(folder / "rasters" / "dem_30m.tif", "II*");
  EXPECT_EQ(workspace->demFile(), folder / "rasters" / "dem_30m.tif");
  writeBytes(folder / "rasters" / "dem.tif", "II*");
  EXPECT_EQ(workspace->demFile(), folder / "rasters" / "dem.tif");
}

}  // namespace gis
