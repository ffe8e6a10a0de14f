// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/clock.h"
#include "gis/core/embedded_file.h"
#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis {

// One forward step of the schema: resources/sql/NNNN_name.sql. The SQL may call migration_time(), the UTC time of this
// run as text, which comes from the clock, so that a new workspace depends on nothing but its inputs.
struct Migration {
  int version = 0;
  std::string_view name;  // file name
  std::string_view sql;
};

// Sorts migration files by number. Fails with kInvalidArgument unless they are numbered 1..N without a gap.
Result<std::vector<Migration>> migrationsFrom(std::span<const EmbeddedFile> files);
// Those compiled into the program.
Result<std::vector<Migration>> ownMigrations();

// The last version applied to a database; 0 for a database without schema_migration.
Result<int> schemaVersion(const Database& db);

// Applies what is missing, each migration in its own transaction together with its row in schema_migration and the
// spatial indexes of its new tables. A migration that fails leaves no trace; those before it stay. Fails with
// kNewerSchema when the file is ahead.
Result<void> migrate(const Database& db, std::span<const Migration> migrations, const Clock& clock);

// Copies the database, its WAL included, into `folder` as "workspace-schema-3-20260501T000000Z.gpkg". Returns the file.
Result<std::filesystem::path> backUp(const Database& db, const std::filesystem::path& folder, int schema_version,
                                     const Clock& clock);

}  // namespace gis
