// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/clock.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis {

// What a workspace says of itself (table workspace_setting).
struct WorkspaceFacts {
  std::string city_name_zh;
  std::string city_name_en;
  std::string city_code;   // GB/T 2260, six digits
  std::string map_crs;     // e.g. "EPSG:4547"
  bool is_demo = false;    // shows the mark 演示数据
  std::string demo_scale;  // "small", "city" or empty
  LonLatBox extent;
  std::string created_utc;
  int schema_version = 0;
};

// A workspace folder: workspace.gpkg, rasters/, basemaps/, cache/, backups/, exports/ (design.md section 5).
// One thread per object; paths and facts may be copied to any thread, which then opens its own Workspace for reading.
class Workspace {
 public:
  // `folder` may also name the .gpkg inside. A schema that is not ours, older or newer, opens for reading only:
  // readOnlyReason() says so. Nobody's file is brought up to date by opening it; see upgrade(). Fails as Database::open
  // does, and with kForeignFile for a database of another program.
  static Result<Workspace> open(const std::filesystem::path& folder, OpenMode mode);
  // Makes the folder and an empty database with the full schema. Fails with kAlreadyExists if a workspace is there.
  static Result<Workspace> create(const std::filesystem::path& folder, const Clock& clock);

  // Brings an older schema up to date, after a copy in backups/, each migration in its own transaction. Returns the
  // copy, or nothing when there was nothing to do. A copy that could not be finished is removed and the workspace left
  // as it was. Takes as long as copying the file: not for the window's thread. Fails as open() does, and with
  // kNewerSchema, kPermissionDenied, kDiskFull, kFileLocked.
  static Result<std::optional<std::filesystem::path>> upgrade(const std::filesystem::path& folder, const Clock& clock);

  const std::filesystem::path& folder() const { return m_folder; }
  const std::filesystem::path& databaseFile() const { return m_db.file(); }
  const Database& db() const { return m_db; }
  const WorkspaceFacts& facts() const { return m_facts; }
  // Why this program cannot change the workspace: kNewerSchema, kOlderSchema (upgrade() helps) in either mode,
  // kPermissionDenied when it was to be opened for writing.
  const std::optional<Error>& readOnlyReason() const { return m_read_only_reason; }
  // The DEM under rasters/ if there is one.
  std::optional<std::filesystem::path> demFile() const;

  // Writes one key of workspace_setting and refreshes facts(). Keys are the names of WorkspaceFacts' fields (is_demo:
  // "1" or "0"; extent: "west,south,east,north" in degrees, else it is the union of the layers' extents); others are
  // kept for their owners. Fails with kReadOnly, kInvalidArgument, kDiskFull, kFileLocked.
  Result<void> setFact(const std::string& key, const std::string& value);

 private:
  Workspace(std::filesystem::path folder, Database db);
  std::filesystem::path m_folder;
  Database m_db;
  WorkspaceFacts m_facts;
  std::optional<Error> m_read_only_reason;
};

}  // namespace gis
