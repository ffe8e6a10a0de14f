// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <variant>

#include "gis/core/error.h"

namespace SQLite {
class Database;
}

namespace gis {

enum class OpenMode { kRead, kReadWrite };

// One SQLite connection with our settings: WAL, foreign keys on, synchronous=FULL, busy timeout 5 s, GeoPackage's
// ST_MinX .. ST_IsEmpty functions registered. kRead never changes a byte of the file (and falls back to an immutable
// connection in a folder that cannot be written), but for one case: a change that a killed program left half done is
// rolled back. One thread per object; every job opens its own.
class Database {
 public:
  // Fails with kNotFound, kEmptyFile, kForeignFile (not SQLite), kDamagedFile, kPermissionDenied, kFileLocked.
  static Result<Database> open(const std::filesystem::path& file, OpenMode mode);
  // A new file; fails with kAlreadyExists, kPermissionDenied, kDiskFull. WAL begins when it is opened again.
  static Result<Database> create(const std::filesystem::path& file);
  // A database without a file, gone with the object: for asking what a schema holds.
  static Result<Database> inMemory();
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

  // For stores only: everything else asks a store.
  SQLite::Database& sql() const { return *m_db; }
  const std::filesystem::path& file() const { return m_file; }
  OpenMode mode() const { return m_mode; }

  // Runs `work` inside BEGIN IMMEDIATE .. COMMIT; any error or SQLite exception rolls back and is returned.
  Result<void> transaction(const std::function<Result<void>()>& work) const;

  // For a transaction that brings very many rows: more pages are kept, since one that has to leave the cache is written
  // twice; and while nobody else has the file open, they go to the file itself and not first beside it (rollback
  // journal instead of WAL; readers who come meanwhile wait for the end of the commit only). Not inside a transaction.
  void prepareForMany() const;
  void backToUsual() const;
  // For a connection that reads whole tables once: their pages need no place after they were read.
  void prepareForOnePass() const;

 private:
  Database(std::filesystem::path file, OpenMode mode, std::unique_ptr<SQLite::Database> db);
  std::filesystem::path m_file;
  OpenMode m_mode;
  std::unique_ptr<SQLite::Database> m_db;
  mutable std::uint64_t m_wal_inode = 0;  // of the -wal that our changes go to; 0: none yet
};

// Turns an SQLite result code into ours (SQLITE_FULL -> kDiskFull, SQLITE_BUSY -> kFileLocked, ...). `subject` names
// the file. For stores: catch SQLite::Exception, return std::unexpected(sqlError(...)).
Error sqlError(const std::string& subject, int sqlite_code, const std::string& message);

// Runs `work` (a callable returning Result<T>) and turns an SQLite::Exception into an Error about `db`'s file.
// The definition needs SQLiteCpp; include "gis/store/guarded.h" in a store's .cpp.

}  // namespace gis
