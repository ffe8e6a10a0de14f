// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/database.h"

#include <SQLiteCpp/Database.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>

#include "gis/store/database_file.h"
#include "gis/store/geometry_functions.h"
#include "gis/store/guarded.h"

namespace gis {
namespace {

constexpr int kOpeningTimeoutMs = 1000;  // nobody wants to stare at a start screen for longer
constexpr int kBusyTimeoutMs = 5000;
constexpr int kPatientTimeoutMs = 60'000;  // nobody wants to read a large file twice because another looked on
constexpr const char* kUsualCache = "PRAGMA cache_size=-16000";     // KiB
constexpr const char* kCacheForMany = "PRAGMA cache_size=-393216";  // at most
constexpr const char* kCacheForOnePass = "PRAGMA cache_size=-2000";
constexpr int kGeoPackageApplicationId = 0x47504B47;  // "GPKG"
constexpr int kGeoPackageVersion = 10300;             // 1.3.0

void applySettings(SQLite::Database& db) {
  sqlite3_extended_result_codes(db.getHandle(), 1);
  registerGeometryFunctions(db.getHandle());
  // temp_store: a row whose table has triggers keeps a journal of its own, and a temporary file for each costs 10 us.
  db.exec(
      "PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA cell_size_check=ON; "
      "PRAGMA temp_store=MEMORY;");
  db.exec(kUsualCache);
}

using Connection = std::unique_ptr<SQLite::Database>;

// SQLite's own waiting asks again after up to 100 ms; others hold the lock for a millisecond or two, and a warning that
// is due waits behind it. `timeout_ms` is a number where SQLite has room for a pointer.
int askAgain(void* timeout_ms, int times) {
  constexpr int kQuickTimes = 200, kQuickMs = 1, kSlowMs = 10;
  const int waited_ms = std::min(times, kQuickTimes) * kQuickMs + std::max(0, times - kQuickTimes) * kSlowMs;
  if (waited_ms >= static_cast<int>(reinterpret_cast<std::intptr_t>(timeout_ms))) return 0;
  sqlite3_sleep(times < kQuickTimes ? kQuickMs : kSlowMs);
  return 1;
}

void waitFor(sqlite3* db, int timeout_ms) {
  sqlite3_busy_handler(db, askAgain, reinterpret_cast<void*>(static_cast<std::intptr_t>(timeout_ms)));
}

// Nobody asks SQLite how much memory it holds, and counting it takes one lock of the whole program at every allocation.
// Has an effect before its first use only, and harms nothing after.
void countNoMemory() {
  static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  static_cast<void>(once);
}

Result<Connection> connect(const std::string& subject, const std::string& name, int flags) {
  countNoMemory();
  try {
    // A connection belongs to one thread at a time (ARCHITECTURE.md): its lock would be taken at every step for nobody.
    auto db = std::make_unique<SQLite::Database>(name, flags | SQLite::OPEN_NOMUTEX, kOpeningTimeoutMs);
    applySettings(*db);
    // A reader needs nothing that a schema can do. (A writer does: SQLite counts the R-tree of the triggers as unsafe.)
    if (flags & SQLite::OPEN_READONLY) db->exec("PRAGMA trusted_schema=OFF");
    // Reads the header and the schema, so that a lock or damage shows here and not in the middle of the work.
    db->execAndGet("SELECT count(*) FROM sqlite_schema");
    waitFor(db->getHandle(), kBusyTimeoutMs);
    return db;
  } catch (const SQLite::Exception& e) {
    return std::unexpected(sqlError(subject, e.getExtendedErrorCode(), e.what()));
  } catch (const std::exception& e) {
    return fail(ErrorCode::kIoFailed, subject, e.what());
  }
}

}  // namespace

Error sqlError(const std::string& subject, int sqlite_code, const std::string& message) {
  ErrorCode code = ErrorCode::kSqlFailed;
  switch (sqlite_code & 0xff) {
    case SQLITE_FULL:
      code = ErrorCode::kDiskFull;
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      code = ErrorCode::kFileLocked;
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      code = ErrorCode::kDamagedFile;
      break;
    case SQLITE_READONLY:
      code = ErrorCode::kReadOnly;
      break;
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN:
      code = ErrorCode::kPermissionDenied;
      break;
    case SQLITE_IOERR:
      code = sqlite_code == SQLITE_IOERR_SHORT_READ ? ErrorCode::kDamagedFile : ErrorCode::kIoFailed;
      break;
    case SQLITE_NOMEM:
      code = ErrorCode::kIoFailed;
      break;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_RANGE:
    case SQLITE_TOOBIG:
      code = ErrorCode::kInvalidArgument;
      break;
    case SQLITE_INTERRUPT:
      code = ErrorCode::kCancelled;
      break;
    default:
      break;
  }
  return {code, subject, message, {}};
}

Database::Database(std::filesystem::path file, OpenMode mode, std::unique_ptr<SQLite::Database> db)
    : m_file(std::move(file)), m_mode(mode), m_db(std::move(db)) {}
Database::Database(Database&&) noexcept = default;

Database& Database::operator=(Database&& other) noexcept {
  std::swap(m_file, other.m_file);
  std::swap(m_mode, other.m_mode);
  std::swap(m_db, other.m_db);
  std::swap(m_wal_inode, other.m_wal_inode);
  return *this;
}

Database::~Database() {
  if (!m_db || m_mode != OpenMode::kReadWrite) return;
  // At rest the file is in rollback mode, complete in itself: it can be copied to a stick, read from a read-only
  // medium and opened for reading without leaving -wal and -shm. The change needs all others to be gone; if they are
  // not, the file stays in WAL mode and the last writer does it.
  sqlite3* raw = m_db->getHandle();
  sqlite3_busy_timeout(raw, 0);
  sqlite3_exec(raw, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
}

Result<Database> Database::open(const std::filesystem::path& file, OpenMode mode) {
  const auto facts = inspectDatabaseFile(file);
  if (!facts) return std::unexpected(facts.error());
  const std::string subject = file.string();
  if (mode == OpenMode::kReadWrite && (!facts->folder_writable || ::access(file.c_str(), W_OK) != 0))
    return fail(ErrorCode::kPermissionDenied, subject, "the file or its folder cannot be written");
  const auto immutable = [&] { return connect(subject, immutableUri(file), SQLite::OPEN_READONLY | SQLite::OPEN_URI); };
  Result<Connection> db = Connection();
  if (mode == OpenMode::kReadWrite) {
    db = connect(subject, subject, SQLite::OPEN_READWRITE);
    if (!db) return std::unexpected(db.error());
    sqlite3* raw = (*db)->getHandle();
    if (sqlite3_db_readonly(raw, "main") != 0)
      return fail(ErrorCode::kPermissionDenied, subject, "the file cannot be written");
    // A reader in the middle of a query can hold this up; rollback mode works as well, only with more waiting.
    sqlite3_exec(raw, "PRAGMA journal_mode=WAL", nullptr, nullptr, nullptr);
  } else if (facts->wal_mode && !facts->has_wal) {
    // Left in WAL mode with nobody at work. An ordinary connection would leave -wal and -shm behind, or fail in a
    // folder that cannot be written.
    db = immutable();
  } else {
    db = connect(subject, subject, SQLite::OPEN_READONLY);
    if (!db && db.error().code == ErrorCode::kReadOnly) {
      // A writer died in the middle of a change and left its journal. Going back to what was saved last needs a
      // connection that may write; every program that opened the file would do the same.
      if (const auto recovered = connect(subject, subject, SQLite::OPEN_READWRITE); !recovered)
        return fail(ErrorCode::kDamagedFile, subject,
                    "an unfinished change lies beside it (-journal); open it once where it can be written");
      db = connect(subject, subject, SQLite::OPEN_READONLY);
    }
    if (!db && !facts->folder_writable && db.error().code == ErrorCode::kPermissionDenied) db = immutable();
  }
  if (!db) return std::unexpected(db.error());
  return Database(file, mode, std::move(*db));
}

Result<Database> Database::create(const std::filesystem::path& file) {
  const std::string subject = file.string();
  const int fd = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0644);
  if (fd < 0) {
    const int why = errno;
    const ErrorCode code = why == EEXIST                                   ? ErrorCode::kAlreadyExists
                           : why == ENOENT                                 ? ErrorCode::kNotFound
                           : why == ENOSPC || why == EDQUOT                ? ErrorCode::kDiskFull
                           : why == EACCES || why == EPERM || why == EROFS ? ErrorCode::kPermissionDenied
                                                                           : ErrorCode::kIoFailed;
    return fail(code, subject, std::strerror(why));
  }
  ::close(fd);
  try {
    auto db = std::make_unique<SQLite::Database>(subject, SQLite::OPEN_READWRITE, kBusyTimeoutMs);
    applySettings(*db);
    db->exec("PRAGMA application_id=" + std::to_string(kGeoPackageApplicationId));
    db->exec("PRAGMA user_version=" + std::to_string(kGeoPackageVersion));
    // Rollback mode until it is opened again: nobody else reads a file that is being made, and new pages are written
    // once instead of twice (WAL, then checkpoint).
    return Database(file, OpenMode::kReadWrite, std::move(db));
  } catch (const SQLite::Exception& e) {
    return std::unexpected(sqlError(subject, e.getExtendedErrorCode(), e.what()));
  } catch (const std::exception& e) {
    return fail(ErrorCode::kIoFailed, subject, e.what());
  }
}

Result<Database> Database::inMemory() {
  constexpr const char* kName = ":memory:";
  auto db = connect(kName, kName, SQLite::OPEN_READWRITE);
  if (!db) return std::unexpected(db.error());
  return Database(kName, OpenMode::kReadWrite, std::move(*db));
}

namespace {

// Whether the file that is open is still the one of this name. SQLite goes on writing into a file that was removed or
// replaced meanwhile, and what it says is saved would be gone with the connection.
bool stillThere(sqlite3* db) {
  int moved = 0;
  return sqlite3_file_control(db, "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || moved == 0;
}

// The inode of the -wal beside the file when this connection writes into one; 0: it does not, or none is there.
std::uint64_t walInode(sqlite3* db, const std::filesystem::path& file) {
  sqlite3_file* wal = nullptr;
  sqlite3_file_control(db, "main", SQLITE_FCNTL_JOURNAL_POINTER, &wal);
  struct stat status {};
  if (!wal || !wal->pMethods || ::stat((file.string() + "-wal").c_str(), &status) != 0) return 0;
  return status.st_ino;
}

}  // namespace

Result<void> Database::transaction(const std::function<Result<void>()>& work) const {
  if (m_mode == OpenMode::kRead) return fail(ErrorCode::kReadOnly, m_file.string());
  sqlite3* raw = m_db->getHandle();
  auto result = guarded(*this, [&]() -> Result<void> {
    const auto gone = [&] { return fail(ErrorCode::kNotFound, m_file.string(), "removed or replaced while open"); };
    if (!stillThere(raw)) return gone();
    m_db->exec("BEGIN IMMEDIATE");
    // While this connection is open nobody may remove its -wal; what is written into one that was is lost.
    const std::uint64_t wal = walInode(raw, m_file);
    if (m_wal_inode != 0 && wal != m_wal_inode) return gone();
    m_wal_inode = wal;
    auto done = work();
    if (!done) return done;
    if (!stillThere(raw) || (wal != 0 && walInode(raw, m_file) != wal)) return gone();
    m_db->exec("COMMIT");
    return done;
  });
  // Some errors (disk full) have rolled back by themselves.
  if (!result && sqlite3_get_autocommit(raw) == 0) sqlite3_exec(raw, "ROLLBACK", nullptr, nullptr, nullptr);
  return result;
}

void Database::prepareForMany() const {
  if (m_mode != OpenMode::kReadWrite) return;
  sqlite3* raw = m_db->getHandle();
  sqlite3_exec(raw, kCacheForMany, nullptr, nullptr, nullptr);
  // Refused while others have it open; then it stays as it is.
  sqlite3_busy_timeout(raw, 0);
  if (sqlite3_exec(raw, "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr) == SQLITE_OK) m_wal_inode = 0;
  waitFor(raw, kPatientTimeoutMs);
}

void Database::backToUsual() const {
  if (m_mode != OpenMode::kReadWrite) return;
  sqlite3* raw = m_db->getHandle();
  waitFor(raw, kBusyTimeoutMs);
  sqlite3_exec(raw, kUsualCache, nullptr, nullptr, nullptr);
  sqlite3_exec(raw, "PRAGMA journal_mode=WAL", nullptr, nullptr, nullptr);
}

void Database::prepareForOnePass() const {
  sqlite3_exec(m_db->getHandle(), kCacheForOnePass, nullptr, nullptr, nullptr);
}

}  // namespace gis
