// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>

#include "gis/core/error.h"

namespace gis {

// What the first 100 bytes of an SQLite file and its size tell (sqlite.org/fileformat2.html section 1.3).
struct DatabaseFileFacts {
  bool wal_mode = false;         // written in WAL mode (bytes 18, 19)
  bool has_wal = false;          // a non-empty -wal lies beside it: a writer is at work or has died
  bool folder_writable = false;  // by this process
};

// Looks at a file without opening it in SQLite. Fails with kNotFound, kPermissionDenied, kEmptyFile, kForeignFile (a
// folder, or no SQLite header) and kDamagedFile (header cut off, or fewer pages than the header counts).
Result<DatabaseFileFacts> inspectDatabaseFile(const std::filesystem::path& file);

// "file:/a%20b.gpkg?mode=ro&immutable=1"
std::string immutableUri(const std::filesystem::path& file);

}  // namespace gis
