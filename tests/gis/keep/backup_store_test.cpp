// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/keep/backup_store.h"

#include <SQLiteCpp/Database.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <thread>

#include "gis/core/random.h"
#include "gis/keep/backup_note.h"
#include "gis/picture/picture_store.h"
#include "tests/gis/store/store_test_support.h"

namespace gis {

namespace {

constexpr std::int64_t kHourMs = 3'600'000;
const std::int64_t kStart = kMayDay.nowUtcMs();

class Keep : public ::testing::Test {
 protected:
  Keep() {
    auto made = Workspace::create(m_folder.path(), kMayDay);
    EXPECT_TRUE(made.has_value());
    if (made) fillSmallCity(made->db(), 3);
  }
  Backup backUp(BackupReason reason, int hours) {
    auto made = backUpWorkspace(m_folder.path(), reason, FixedClock(kStart + hours * kHourMs));
    EXPECT_TRUE(made.has_value());
    EXPECT_TRUE(made && *made) << "nothing was copied";
    return made && *made ? **made : Backup{};
  }
  void run(const std::string& sql) {
    const auto workspace = Workspace::open(m_folder.path(), OpenMode::kReadWrite);
    ASSERT_OK(workspace);
    workspace->db().sql().exec(sql);
  }
  std::int64_t number(const std::string& sql) {
    const auto workspace = Workspace::open(m_folder.path(), OpenMode::kRead);
    EXPECT_TRUE(workspace.has_value());
    return workspace ? workspace->db().sql().execAndGet(sql).getInt64() : -1;
  }
  int filesInBackups() const {
    int count = 0;
    std::error_code ec;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder.path() / "backups", ec))
      count += entry.exists();
    return count;
  }
  TemporaryFolder m_folder;
};

}  // namespace

TEST_F(Keep, ACopyIsMadeOnlyWhenSomethingChanged) {
  const Backup first = backUp(BackupReason::kHourly, 1);
  EXPECT_EQ(first.file.filename(), "workspace-20260501T010000Z-hourly.gpkg");
  EXPECT_GT(first.rows, 0);
  const auto again = backUpWorkspace(m_folder.path(), BackupReason::kHourly, FixedClock(kStart + 2 * kHourMs));
  ASSERT_OK(again);
  EXPECT_FALSE(*again) << "nothing had changed";
  EXPECT_EQ(filesInBackups(), 2) << "the copy and its note, nothing half made";
  run("UPDATE division SET name='新名' WHERE level=5");
  backUp(BackupReason::kHourly, 3);
  const auto all = listBackups(m_folder.path());
  ASSERT_OK(all);
  ASSERT_EQ(all->size(), 2U);
  EXPECT_EQ(all->front().at_utc_ms, kStart + 3 * kHourMs) << "newest first";
  EXPECT_EQ(all->back().reason, BackupReason::kHourly);
}

TEST_F(Keep, ACopyIsProvedWholeOrNot) {
  const Backup backup = backUp(BackupReason::kByHand, 1);
  const auto whole = verifyBackup(backup.file);
  ASSERT_OK(whole);
  EXPECT_TRUE(whole->has_note);
  EXPECT_EQ(whole->trouble, "");
  EXPECT_TRUE(whole->tables_that_differ.empty());
  {
    SQLite::Database other(backup.file.string(), SQLite::OPEN_READWRITE);
    other.exec("PRAGMA writable_schema=OFF");
    other.exec("UPDATE workspace_setting SET value='999999' WHERE key='city_code'");
    other.exec("INSERT OR REPLACE INTO workspace_setting VALUES ('stray', '1')");
  }
  const auto changed = verifyBackup(backup.file);
  ASSERT_OK(changed);
  EXPECT_EQ(changed->tables_that_differ, std::vector<std::string>{"workspace_setting"});
  std::string bytes = readBytes(backup.file);
  Random random(3);
  for (std::size_t i = 8192; i < bytes.size(); i += 997) bytes[i] = static_cast<char>(random.uniform(0, 255));
  writeBytes(backup.file, bytes);
  const auto broken = verifyBackup(backup.file);
  EXPECT_TRUE(!broken || !broken->trouble.empty() || !broken->tables_that_differ.empty());
  EXPECT_FALSE(restoreBackup(m_folder.path(), backup.file, FixedClock(kStart + 2 * kHourMs)));
  EXPECT_GT(number("SELECT count(*) FROM division"), 0) << "a broken copy replaces nothing";
}

// The rehearsal: a wrong bulk change, a look at what going back would do, going back, and forth again.
TEST_F(Keep, ARestoreBringsEveryRowBackAndCanBeTakenBack) {
  const Backup before = backUp(BackupReason::kHourly, 1);
  const std::int64_t villages = number("SELECT count(*) FROM division WHERE level=5");
  run("UPDATE division SET name=name||'误' WHERE level=5; INSERT INTO workspace_setting VALUES ('later','1')");
  const auto preview = previewRestore(m_folder.path(), before.file);
  ASSERT_OK(preview);
  const auto of = [&](const std::string& table) {
    const auto found = std::ranges::find(*preview, table, &TableDifference::table);
    return found == preview->end() ? TableDifference{} : *found;
  };
  EXPECT_EQ(of("division").changed, villages);
  EXPECT_EQ(of("division").only_now, 0);
  EXPECT_EQ(of("workspace_setting").only_now, 1);
  EXPECT_EQ(of("division").title, "行政区划");
  EXPECT_EQ(preview->front().title.empty(), false) << "what people know by name comes first";
  // Another window is open on it, and sees the restored rows.
  const auto other = Workspace::open(m_folder.path(), OpenMode::kRead);
  ASSERT_OK(other);
  const auto aside = restoreBackup(m_folder.path(), before.file, FixedClock(kStart + 2 * kHourMs));
  ASSERT_OK(aside);
  EXPECT_EQ(number("SELECT count(*) FROM division WHERE name LIKE '%误'"), 0);
  EXPECT_EQ(other->db().sql().execAndGet("SELECT count(*) FROM division WHERE name LIKE '%误'").getInt64(), 0);
  const auto now = Database::open(m_folder / "workspace.gpkg", OpenMode::kRead);
  ASSERT_OK(now);
  EXPECT_EQ(*digestTables(*now), readNote(before.file)->tables) << "every row of every table";
  EXPECT_EQ(*checkIntegrity(*now), "");
  const auto forth = restoreBackup(m_folder.path(), *aside, FixedClock(kStart + 3 * kHourMs));
  ASSERT_OK(forth);
  EXPECT_EQ(number("SELECT count(*) FROM division WHERE name LIKE '%误'"), villages);
}

TEST_F(Keep, ADamagedWorkspaceIsMovedAsideNotThrownAway) {
  const Backup before = backUp(BackupReason::kHourly, 1);
  const std::string rubbish = "this was a disk that died";
  writeBytes(m_folder / "workspace.gpkg", rubbish);
  const auto aside = restoreBackup(m_folder.path(), before.file, FixedClock(kStart + 2 * kHourMs));
  ASSERT_OK(aside);
  EXPECT_EQ(readBytes(*aside), rubbish);
  EXPECT_GT(number("SELECT count(*) FROM division"), 0);
}

TEST_F(Keep, AFullDiskLeavesNothingBehind) {
  struct rlimit old {};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &old), 0);
  const auto old_handler = signal(SIGXFSZ, SIG_IGN);
  struct rlimit small = old;
  small.rlim_cur = 64 * 1024;
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto failed = backUpWorkspace(m_folder.path(), BackupReason::kHourly, FixedClock(kStart));
  setrlimit(RLIMIT_FSIZE, &old);
  signal(SIGXFSZ, old_handler);
  ASSERT_FALSE(failed);
  EXPECT_EQ(filesInBackups(), 0);
  backUp(BackupReason::kHourly, 1);
}

TEST_F(Keep, CancelledLeavesNothingBehind) {
  const CancelToken cancel = CancelToken::create();
  const auto stopped =
      backUpWorkspace(m_folder.path(), BackupReason::kHourly, FixedClock(kStart), cancel, [&](double done_ratio) {
        if (done_ratio > 0.6) cancel.cancel();
      });
  ASSERT_FALSE(stopped);
  EXPECT_EQ(stopped.error().code, ErrorCode::kCancelled);
  EXPECT_EQ(filesInBackups(), 0);
}

// Power cut at any moment of copying or restoring: the workspace is whole and in one of its two states, and what bears
// the name of a copy is one.
TEST_F(Keep, AKillAtAnyMomentLosesNothing) {
  const Backup before = backUp(BackupReason::kByHand, 1);
  Random random(11);
  for (int round = 0; round < 25; ++round) {
    run("UPDATE division SET name=name||'改' WHERE level=5 AND length(name)<60");
    const std::int64_t changed = number("SELECT sum(length(name)) FROM division");
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      if (round % 2 == 0) {
        (void)restoreBackup(m_folder.path(), before.file, FixedClock(kStart + (10 + round) * kHourMs));
      } else {
        (void)backUpWorkspace(m_folder.path(), BackupReason::kHourly, FixedClock(kStart + (10 + round) * kHourMs));
      }
      _exit(0);
    }
    const auto moment =
        std::chrono::steady_clock::now() + std::chrono::microseconds(static_cast<int>(random.uniform(0, 60'000)));
    while (std::chrono::steady_clock::now() < moment) std::this_thread::yield();
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    const auto db = Database::open(m_folder / "workspace.gpkg", OpenMode::kReadWrite);
    ASSERT_OK(db);
    EXPECT_EQ(*checkIntegrity(*db), "") << "round " << round;
    const std::int64_t found = number("SELECT sum(length(name)) FROM division");
    const auto restored = Database::open(before.file, OpenMode::kRead);
    ASSERT_OK(restored);
    EXPECT_TRUE(found == changed ||
                found == restored->sql().execAndGet("SELECT sum(length(name)) FROM division").getInt64())
        << "round " << round;
    const auto all = listBackups(m_folder.path());
    ASSERT_OK(all);
    for (const Backup& backup : *all) {
      const auto check = verifyBackup(backup.file);
      ASSERT_OK(check);
      EXPECT_TRUE(check->trouble.empty() && check->tables_that_differ.empty()) << backup.file;
    }
  }
}

TEST_F(Keep, PhotographsAreKeptOnceAndPutBack) {
  const std::string content = "a photograph";
  const auto bytes = std::as_bytes(std::span(content));
  const Picture picture{sha256Of(bytes), "jpg", static_cast<std::int64_t>(bytes.size())};
  const std::filesystem::path photos = pictureFolder(m_folder.path());
  ASSERT_OK(writePicture(photos, picture, bytes));
  run("INSERT INTO photo (row_table, row_uuid, sha256, kind, file_name, size_bytes, uuid, created_utc, changed_utc,"
      " source) VALUES ('depot', '" +
      uuidOf(5) + "', '" + picture.sha256 + "', 'jpg', 'a.jpg', 12, '" + uuidOf(6) + "', '" + kMayDayText + "', '" +
      kMayDayText + "', 'test')");
  const Backup copy = backUp(BackupReason::kHourly, 1);
  EXPECT_EQ(copy.pictures_missing, 0);
  EXPECT_TRUE(isWhole(pictureCopies(m_folder.path()), picture));
  EXPECT_EQ(listBackups(m_folder.path())->size(), 1U) << "the pictures are no copies of the database";
  // Somebody removes the folder, and the rows as well.
  std::filesystem::remove_all(photos);
  run("DELETE FROM photo");
  auto check = verifyBackup(copy.file);
  ASSERT_OK(check);
  EXPECT_EQ(check->trouble, "");
  EXPECT_EQ(check->pictures, 1);
  EXPECT_TRUE(check->pictures_missing.empty());
  ASSERT_OK(restoreBackup(m_folder.path(), copy.file, FixedClock(kStart + 2 * kHourMs)));
  EXPECT_EQ(number("SELECT count(*) FROM photo"), 1);
  EXPECT_TRUE(isWhole(photos, picture));
  // Damaged here: put back as well. Damaged everywhere: told.
  std::filesystem::remove(pictureFile(photos, picture));
  writeBytes(pictureFile(photos, picture), "b photograph");
  const auto mended = restorePictures(m_folder.path());
  ASSERT_OK(mended);
  EXPECT_EQ(*mended, 1);
  EXPECT_TRUE(isWhole(photos, picture));
  std::filesystem::remove_all(photos);
  std::filesystem::remove_all(pictureCopies(m_folder.path()));
  check = verifyBackup(copy.file);
  ASSERT_OK(check);
  ASSERT_EQ(check->pictures_missing.size(), 1U);
  EXPECT_EQ(check->pictures_missing.front(), picture.sha256);
  run("UPDATE photo SET note='seen'");
  const Backup later = backUp(BackupReason::kHourly, 3);
  EXPECT_EQ(later.pictures_missing, 1) << "the rows are copied all the same";
}

}  // namespace gis
