// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/keep/backup_store.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Transaction.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

#include "gis/keep/backup_note.h"
#include "gis/picture/picture_store.h"
#include "gis/store/guarded.h"
#include "gis/store/workspace.h"

namespace gis {

namespace fs = std::filesystem;

namespace {

constexpr int kPagesAStep = 2048;
constexpr double kCopyShare = 0.4;  // of the time; the rest is reading every table
constexpr std::uintmax_t kSpareBytes = 16U << 20U;

Error fileError(const fs::path& file, const std::error_code& ec) {
  const ErrorCode code = ec == std::errc::permission_denied       ? ErrorCode::kPermissionDenied
                         : ec == std::errc::read_only_file_system ? ErrorCode::kPermissionDenied
                         : ec == std::errc::no_space_on_device    ? ErrorCode::kDiskFull
                                                                  : ErrorCode::kIoFailed;
  return Error{code, file.string(), ec.message(), {}};
}

Progress partOf(const Progress& progress, double from_ratio, double to_ratio) {
  if (!progress) return {};
  return [=](double done_ratio) { progress(from_ratio + (to_ratio - from_ratio) * done_ratio); };
}

// All pages from one database into another, in one transaction of the other.
Result<void> copyPages(SQLite::Database& to, SQLite::Database& from, const std::string& subject,
                       const CancelToken& cancel, const Progress& progress) {
  try {
    SQLite::Backup backup(to, from);
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, subject);
      code = backup.executeStep(kPagesAStep);
      if (progress && backup.getTotalPageCount() > 0)
        progress(1 - static_cast<double>(backup.getRemainingPageCount()) / backup.getTotalPageCount());
    }
    // A lock does not throw; it only does not finish.
    if (code != SQLITE_DONE) return std::unexpected(sqlError(subject, code, sqlite3_errstr(code)));
    return {};
  } catch (const SQLite::Exception& e) {
    // SQLite::Backup knows the plain code only; its exceptions bear -1 as the extended one.
    const int extended = e.getExtendedErrorCode();
    return std::unexpected(sqlError(subject, extended < 0 ? e.getErrorCode() : extended, e.what()));
  }
}

void syncToDisk(const fs::path& path) {
  const int fd = ::open(path.c_str(), O_RDONLY);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

Result<void> writeNote(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << text;
  out.flush();
  if (!out) return fail(ErrorCode::kDiskFull, file.string(), "the note of the copy could not be written");
  out.close();
  syncToDisk(file);
  return {};
}

// What is being made; gone unless it is kept.
class Making {
 public:
  explicit Making(fs::path file) : m_file(std::move(file)) {}
  ~Making() {
    std::error_code ignored;
    for (const char* part : {"", "-journal", "-wal", "-shm"}) fs::remove(m_file.string() + part, ignored);
    fs::remove(noteFile(m_file), ignored);
  }
  Making(const Making&) = delete;
  Making& operator=(const Making&) = delete;
  const fs::path& file() const { return m_file; }

 private:
  fs::path m_file;
};

Result<void> copyWorkspace(const Workspace& workspace, const fs::path& to, const CancelToken& cancel,
                           const Progress& progress) {
  std::error_code ec;
  const std::uintmax_t bytes = fs::file_size(workspace.databaseFile(), ec);
  const fs::space_info space = fs::space(to.parent_path(), ec);
  if (!ec && space.available < bytes + kSpareBytes)
    return fail(ErrorCode::kDiskFull, to.parent_path().string(), "no room for a copy of the workspace");
  return guarded(workspace.db(), [&]() -> Result<void> {
    SQLite::Database copy(to.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    // One state of the database, whoever writes meanwhile.
    SQLite::Transaction snapshot(workspace.db().sql());
    workspace.db().sql().execAndGet("SELECT count(*) FROM sqlite_schema");
    if (auto copied = copyPages(copy, workspace.db().sql(), to.string(), cancel, progress); !copied) return copied;
    copy.exec("PRAGMA journal_mode=DELETE");  // at rest, as Database leaves its files
    return {};
  });
}

// The folder of the workspace that a database or a copy of it belongs to.
fs::path workspaceOf(const fs::path& database) {
  const fs::path folder = fs::absolute(database).parent_path();
  return folder.filename() == "backups" ? folder.parent_path() : folder;
}

// A second name for each picture; returns how many are nowhere. A copy of the rows is worth having without them.
Result<int> keepPictures(const Workspace& workspace, const CancelToken& cancel) {
  const auto shown = picturesShown(workspace.db());
  if (!shown) return std::unexpected(shown.error());
  const fs::path from = pictureFolder(workspace.folder()), to = pictureCopies(workspace.folder());
  int missing = 0;
  for (const Picture& picture : *shown) {
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, to.string());
    if (hasPicture(to, picture)) continue;
    const auto kept = linkPicture(from, to, picture);
    if (!kept && (kept.error().code == ErrorCode::kDiskFull || kept.error().code == ErrorCode::kPermissionDenied))
      return std::unexpected(kept.error());
    if (!kept) ++missing;
  }
  return missing;
}

void removeTooMany(const fs::path& workspace_folder, const Clock& clock) {
  const auto all = listBackups(workspace_folder);
  if (!all) return;
  std::vector<BackupTime> times;
  for (const Backup& backup : *all) times.push_back({backup.at_utc_ms, backup.reason});
  std::error_code ignored;
  for (const std::size_t i : copiesToRemove(times, clock.nowUtcMs())) {
    fs::remove((*all)[i].file, ignored);
    fs::remove(noteFile((*all)[i].file), ignored);
  }
}

// What a killed program left half made. Young ones may be somebody's who is at work.
void removeLeftovers(const fs::path& folder) {
  constexpr std::chrono::hours kOld(2);
  std::error_code ec;
  for (fs::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
    std::error_code ignored;
    if (it->path().filename().string().find(".gpkg.making") == std::string::npos) continue;
    if (fs::file_time_type::clock::now() - it->last_write_time(ignored) > kOld) fs::remove(it->path(), ignored);
  }
}

}  // namespace

fs::path pictureCopies(const fs::path& workspace_folder) { return workspace_folder / "backups" / "photos"; }

Result<std::vector<Backup>> listBackups(const fs::path& workspace_folder) {
  std::vector<Backup> backups;
  std::error_code ec;
  const fs::path folder = workspace_folder / "backups";
  for (fs::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
    const auto time = timeOfFileName(it->path().filename().string());
    if (!time) continue;
    Backup backup{it->path(), time->at_utc_ms, time->reason, 0, 0, 0, 0};
    std::error_code size_ec;
    backup.bytes = fs::file_size(it->path(), size_ec);
    if (const auto note = readNote(it->path())) {
      backup.at_utc_ms = note->at_utc_ms, backup.schema_version = note->schema_version;
      for (const auto& [name, table] : note->tables) backup.rows += table.rows;
    }
    backups.push_back(std::move(backup));
  }
  if (ec && ec != std::errc::no_such_file_or_directory) return std::unexpected(fileError(folder, ec));
  std::ranges::sort(backups, [](const Backup& a, const Backup& b) {
    return std::pair(b.at_utc_ms, b.file) < std::pair(a.at_utc_ms, a.file);
  });
  return backups;
}

Result<std::optional<Backup>> backUpWorkspace(const fs::path& workspace_folder, BackupReason reason, const Clock& clock,
                                              const CancelToken& cancel, const Progress& progress) {
  const auto workspace = Workspace::open(workspace_folder, OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  const fs::path folder = workspace->folder() / "backups";
  std::error_code ec;
  fs::create_directories(folder, ec);
  if (ec) return std::unexpected(fileError(folder, ec));
  BackupNote note{clock.nowUtcMs(), reason, workspace->facts().schema_version, {}};
  fs::path file;
  for (int number = 1; number == 1 || fs::exists(file, ec); ++number)
    file = folder / backupFileName(note.at_utc_ms, reason, number);
  // Under another name until it is whole: half a copy must never look like one that can be restored.
  const Making making(file.string() + ".making");
  if (auto copied = copyWorkspace(*workspace, making.file(), cancel, partOf(progress, 0, kCopyShare)); !copied)
    return std::unexpected(copied.error());
  {
    const auto copy = Database::open(making.file(), OpenMode::kRead);
    if (!copy) return std::unexpected(copy.error());
    auto tables = digestTables(*copy, cancel, partOf(progress, kCopyShare, 1));
    if (!tables) return std::unexpected(tables.error());
    note.tables = std::move(*tables);
  }
  const auto pictures_missing = keepPictures(*workspace, cancel);
  if (!pictures_missing) return std::unexpected(pictures_missing.error());
  if (const auto all = listBackups(workspace->folder()); all && !all->empty() && reason != BackupReason::kByHand)
    if (const auto newest = readNote(all->front().file); newest && newest->tables == note.tables) return std::nullopt;
  if (auto written = writeNote(noteFile(making.file()), noteText(note)); !written)
    return std::unexpected(written.error());
  syncToDisk(making.file());
  fs::rename(noteFile(making.file()), noteFile(file), ec);
  if (!ec) fs::rename(making.file(), file, ec);
  if (ec) return std::unexpected(fileError(file, ec));
  syncToDisk(folder);
  removeTooMany(workspace->folder(), clock);
  removeLeftovers(folder);
  Backup backup{file, note.at_utc_ms, reason, note.schema_version, fs::file_size(file, ec), 0, *pictures_missing};
  for (const auto& [name, table] : note.tables) backup.rows += table.rows;
  return backup;
}

Result<BackupCheck> verifyBackup(const fs::path& file, const CancelToken& cancel, const Progress& progress) {
  const auto db = Database::open(file, OpenMode::kRead);
  if (!db) return std::unexpected(db.error());
  BackupCheck check;
  auto trouble = checkIntegrity(*db);
  if (!trouble && trouble.error().code != ErrorCode::kDamagedFile) return std::unexpected(trouble.error());
  check.trouble = trouble ? *trouble : trouble.error().detail;
  if (!check.trouble.empty()) return check;
  const auto shown = picturesShown(*db);
  if (!shown) return std::unexpected(shown.error());
  check.pictures = static_cast<int>(shown->size());
  const fs::path workspace_folder = workspaceOf(file);
  for (const Picture& picture : *shown) {
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, file.string());
    if (!isWhole(pictureFolder(workspace_folder), picture) && !isWhole(pictureCopies(workspace_folder), picture))
      check.pictures_missing.push_back(picture.sha256);
  }
  const auto note = readNote(file);
  check.has_note = note.has_value();
  if (!note) return check;
  const auto tables = digestTables(*db, cancel, progress);
  if (!tables) return std::unexpected(tables.error());
  for (const auto& [name, digest] : note->tables)
    if (const auto found = tables->find(name); found == tables->end() || found->second != digest)
      check.tables_that_differ.push_back(name);
  for (const auto& [name, digest] : *tables)
    if (!note->tables.contains(name)) check.tables_that_differ.push_back(name);
  return check;
}

Result<std::vector<TableDifference>> previewRestore(const fs::path& workspace_folder, const fs::path& backup,
                                                    const CancelToken& cancel) {
  const auto workspace = Workspace::open(workspace_folder, OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  const auto then = Database::open(backup, OpenMode::kRead);
  if (!then) return std::unexpected(then.error());
  const auto here = digestTables(workspace->db(), cancel);
  if (!here) return std::unexpected(here.error());
  const auto there = digestTables(*then, cancel);
  if (!there) return std::unexpected(there.error());
  return compareTables(workspace->db(), backup.string(), *here, *there, cancel);
}

Result<int> restorePictures(const fs::path& workspace_folder) {
  const auto workspace = Workspace::open(workspace_folder, OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  const auto shown = picturesShown(workspace->db());
  if (!shown) return std::unexpected(shown.error());
  const fs::path here = pictureFolder(workspace->folder()), copies = pictureCopies(workspace->folder());
  int came = 0;
  for (const Picture& picture : *shown) {
    if (isWhole(here, picture) || !isWhole(copies, picture)) continue;
    std::error_code ignored;
    fs::remove(pictureFile(here, picture), ignored);  // a damaged one
    const auto copied = copyPicture(copies, here, picture);
    if (!copied && (copied.error().code == ErrorCode::kDiskFull || copied.error().code == ErrorCode::kPermissionDenied))
      return std::unexpected(copied.error());
    came += copied ? 1 : 0;
  }
  return came;
}

Result<fs::path> restoreBackup(const fs::path& workspace_folder, const fs::path& backup, const Clock& clock,
                               const CancelToken& cancel, const Progress& progress) {
  const auto check = verifyBackup(backup, cancel, partOf(progress, 0, 0.4));
  if (!check) return std::unexpected(check.error());
  if (!check->trouble.empty()) return fail(ErrorCode::kDamagedFile, backup.string(), check->trouble);
  if (!check->tables_that_differ.empty())
    return fail(ErrorCode::kDamagedFile, backup.string(),
                "table " + check->tables_that_differ.front() + " is not as it was when the copy was made");
  const fs::path folder = workspace_folder.extension() == ".gpkg" ? workspace_folder.parent_path() : workspace_folder;
  const fs::path file = folder / "workspace.gpkg";
  auto from = Database::open(backup, OpenMode::kRead);
  if (!from) return std::unexpected(from.error());
  fs::path aside;
  if (Database::open(file, OpenMode::kRead)) {
    const auto kept = backUpWorkspace(folder, BackupReason::kRestore, clock, cancel, partOf(progress, 0.4, 0.8));
    if (!kept) return std::unexpected(kept.error());
    if (*kept) {
      aside = (*kept)->file;
    } else if (const auto all = listBackups(folder); all && !all->empty()) {
      aside = all->front().file;  // the same state, copied before
    }
  } else {
    std::error_code ec;
    if (fs::exists(file, ec)) {
      fs::create_directories(folder / "backups", ec);
      aside = folder / "backups" / ("damaged-" + std::to_string(clock.nowUtcMs()) + ".gpkg");
      fs::rename(file, aside, ec);
      if (ec) return std::unexpected(fileError(aside, ec));
      for (const char* part : {"-wal", "-shm", "-journal"}) fs::remove(file.string() + part, ec);
    }
    if (auto made = Database::create(file); !made) return std::unexpected(made.error());
  }
  auto to = Database::open(file, OpenMode::kReadWrite);
  if (!to) return std::unexpected(to.error());
  if (auto copied = copyPages(to->sql(), from->sql(), file.string(), cancel, partOf(progress, 0.8, 1)); !copied)
    return std::unexpected(copied.error());
  // The rows are back; a picture that cannot be is told by verifyBackup().
  [[maybe_unused]] const auto pictures = restorePictures(folder);
  return aside;
}

}  // namespace gis
