// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/migration.h"

#include <SQLiteCpp/Backup.h>
#include <sqlite3.h>

#include <charconv>

#include "gis/store/guarded.h"
#include "gis/store/layer_revision.h"
#include "gis/store/spatial_index.h"
#include "schemaFiles.h"

namespace gis {
namespace {

// FNV-1a, 64 bits: tells an edited migration file from the one that was applied.
std::string checksum(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return fmt::format("{:016x}", hash);
}

void migrationTime(sqlite3_context* context, int, sqlite3_value**) {
  const auto* text = static_cast<const std::string*>(sqlite3_user_data(context));
  sqlite3_result_text(context, text->c_str(), static_cast<int>(text->size()), SQLITE_TRANSIENT);
}

// migration_time() lives as long as the run.
class MigrationTime {
 public:
  MigrationTime(const Database& db, const Clock& clock)
      : m_raw(db.sql().getHandle()), m_text(formatUtc(clock.nowUtcMs())) {
    sqlite3_create_function_v2(m_raw, "migration_time", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, &m_text, migrationTime,
                               nullptr, nullptr, nullptr);
  }
  MigrationTime(const MigrationTime&) = delete;
  MigrationTime& operator=(const MigrationTime&) = delete;
  ~MigrationTime() {
    sqlite3_create_function_v2(m_raw, "migration_time", 0, SQLITE_UTF8, nullptr, nullptr, nullptr, nullptr, nullptr);
  }
  const std::string& text() const { return m_text; }

 private:
  sqlite3* m_raw;
  std::string m_text;
};

Result<void> apply(const Database& db, const Migration& migration, const std::string& now_utc) {
  return db.transaction([&]() -> Result<void> {
    // Another program may have applied it while this one waited for the lock.
    const auto reached = schemaVersion(db);
    if (!reached) return std::unexpected(reached.error());
    if (*reached >= migration.version) return {};
    db.sql().exec(
        "CREATE TABLE IF NOT EXISTS schema_migration (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, "
        "applied_utc TEXT NOT NULL, checksum TEXT NOT NULL)");
    db.sql().exec(std::string(migration.sql));
    if (auto indexed = createMissingIndexes(db); !indexed) return indexed;
    if (auto watched = LayerRevisions(db).watchAll(); !watched) return watched;
    SQLite::Statement row(db.sql(), "INSERT INTO schema_migration VALUES (?, ?, ?, ?)");
    row.bind(1, migration.version);
    row.bind(2, std::string(migration.name));
    row.bind(3, now_utc);
    row.bind(4, checksum(migration.sql));
    row.exec();
    return {};
  });
}

}  // namespace

Result<std::vector<Migration>> migrationsFrom(std::span<const EmbeddedFile> files) {
  std::vector<Migration> migrations;
  for (const EmbeddedFile& file : files) {
    Migration m{0, file.name, file.text()};
    const char* end = m.name.data() + m.name.size();
    const auto [after, ec] = std::from_chars(m.name.data(), end, m.version);
    if (ec != std::errc() || after == end || *after != '_')
      return fail(ErrorCode::kInvalidArgument, std::string(m.name), "a migration is named NNNN_what.sql");
    migrations.push_back(m);
  }
  std::sort(migrations.begin(), migrations.end(),
            [](const Migration& a, const Migration& b) { return a.version < b.version; });
  for (std::size_t i = 0; i < migrations.size(); ++i)
    if (migrations[i].version != static_cast<int>(i) + 1)
      return fail(ErrorCode::kInvalidArgument, std::string(migrations[i].name),
                  "migrations are numbered 1, 2, 3 without a gap");
  return migrations;
}

Result<std::vector<Migration>> ownMigrations() { return migrationsFrom(schemaFiles()); }

Result<int> schemaVersion(const Database& db) {
  return guarded(db, [&]() -> Result<int> {
    if (db.sql().execAndGet("SELECT count(*) FROM sqlite_schema WHERE name='schema_migration'").getInt() == 0) return 0;
    return db.sql().execAndGet("SELECT ifnull(max(version),0) FROM schema_migration").getInt();
  });
}

Result<void> migrate(const Database& db, std::span<const Migration> migrations, const Clock& clock) {
  const auto version = schemaVersion(db);
  if (!version) return std::unexpected(version.error());
  if (*version > static_cast<int>(migrations.size()))
    return fail(ErrorCode::kNewerSchema, db.file().string(),
                fmt::format("schema {}, this program knows {}", *version, migrations.size()));
  const MigrationTime time(db, clock);
  for (const Migration& migration : migrations.subspan(static_cast<std::size_t>(*version))) {
    if (auto applied = apply(db, migration, time.text()); !applied)
      return std::unexpected(std::move(applied.error()).via("migration " + std::string(migration.name)));
  }
  return {};
}

Result<std::filesystem::path> backUp(const Database& db, const std::filesystem::path& folder, int schema_version,
                                     const Clock& clock) {
  std::error_code ec;
  std::filesystem::create_directories(folder, ec);
  if (ec)
    return fail(ec == std::errc::permission_denied    ? ErrorCode::kPermissionDenied
                : ec == std::errc::no_space_on_device ? ErrorCode::kDiskFull
                                                      : ErrorCode::kIoFailed,
                folder.string(), ec.message());
  std::string stamp;
  for (const char c : formatUtc(clock.nowUtcMs()).substr(0, 19))
    if (c != '-' && c != ':') stamp += c;
  std::filesystem::path file;
  for (int attempt = 1; attempt == 1 || std::filesystem::exists(file, ec); ++attempt)
    file = folder / fmt::format("workspace-schema-{}-{}Z{}.gpkg", schema_version, stamp,
                                attempt == 1 ? "" : "-" + std::to_string(attempt));
  // Under another name until it is whole: half a copy must never look like one that can be restored.
  const std::filesystem::path making = file.string() + ".making";
  const auto copied = [&]() -> Result<void> {
    try {
      SQLite::Database copy(making.string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
      const int code = SQLite::Backup(copy, db.sql()).executeStep(-1);
      // At rest in rollback mode, as Database leaves its files.
      if (code == SQLITE_DONE) copy.exec("PRAGMA journal_mode=DELETE");
      // A lock does not throw; it only does not finish.
      if (code != SQLITE_DONE) return std::unexpected(sqlError(making.string(), code, sqlite3_errstr(code)));
      return {};
    } catch (const SQLite::Exception& e) {
      return std::unexpected(sqlError(making.string(), e.getExtendedErrorCode(), e.what()));
    } catch (const std::exception& e) {
      return fail(ErrorCode::kIoFailed, making.string(), e.what());
    }
  }();
  if (copied) std::filesystem::rename(making, file, ec);
  if (copied && !ec) return file;
  const std::string why = ec.message();
  std::error_code ignored;
  for (const char* part : {"", "-journal"}) std::filesystem::remove(making.string() + part, ignored);
  if (!copied) return std::unexpected(copied.error());
  return fail(ErrorCode::kIoFailed, file.string(), why);
}

}  // namespace gis
