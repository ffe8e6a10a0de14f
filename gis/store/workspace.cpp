// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/workspace.h"

#include <algorithm>
#include <charconv>

#include "gis/store/guarded.h"
#include "gis/store/migration.h"
#include "gis/store/moment.h"
#include "gis/store/network_folder.h"

namespace gis {
namespace {

namespace fs = std::filesystem;

// "west,south,east,north" in degrees.
std::optional<LonLatBox> parseExtent(std::string_view text) {
  std::array<double, 4> sides{};
  const char* at = text.data();
  const char* end = text.data() + text.size();
  for (std::size_t i = 0; i < sides.size(); ++i) {
    if (i > 0 && (at == end || *at++ != ',')) return std::nullopt;
    const auto [after, ec] = std::from_chars(at, end, sides[i]);
    if (ec != std::errc()) return std::nullopt;
    at = after;
  }
  const LonLatBox box{sides[0], sides[1], sides[2], sides[3]};
  if (at != end || box.empty() || box.west_deg < -180 || box.east_deg > 180 || box.south_deg < -90 ||
      box.north_deg > 90)
    return std::nullopt;
  return box;
}

// The union of what gpkg_contents says of the feature tables.
LonLatBox contentsExtent(const Database& db) {
  SQLite::Statement s(db.sql(),
                      "SELECT min(min_x), min(min_y), max(max_x), max(max_y) FROM gpkg_contents WHERE "
                      "data_type='features' AND min_x IS NOT NULL");
  LonLatBox box;
  if (s.executeStep() && !s.getColumn(0).isNull())
    box = {s.getColumn(0).getDouble(), s.getColumn(1).getDouble(), s.getColumn(2).getDouble(),
           s.getColumn(3).getDouble()};
  return box;
}

Result<WorkspaceFacts> readFacts(const Database& db) {
  return guarded(db, [&]() -> Result<WorkspaceFacts> {
    const int tables = db.sql()
                           .execAndGet(
                               "SELECT count(*) FROM sqlite_schema WHERE type='table' AND name IN "
                               "('workspace_setting','schema_migration','gpkg_contents','gpkg_geometry_columns')")
                           .getInt();
    if (tables != 4) return fail(ErrorCode::kForeignFile, db.file().string(), "an SQLite database of another program");
    WorkspaceFacts facts;
    SQLite::Statement rows(db.sql(), "SELECT key, value FROM workspace_setting");
    while (rows.executeStep()) {
      const std::string key = rows.getColumn(0).getString();
      const std::string value = rows.getColumn(1).getString();
      if (key == "city_name_zh") facts.city_name_zh = value;
      if (key == "city_name_en") facts.city_name_en = value;
      if (key == "city_code") facts.city_code = value;
      if (key == "map_crs") facts.map_crs = value;
      if (key == "is_demo") facts.is_demo = value == "1";
      if (key == "demo_scale") facts.demo_scale = value;
      if (key == "created_utc") facts.created_utc = value;
      if (key == "extent") facts.extent = parseExtent(value).value_or(LonLatBox{});
    }
    if (facts.extent.empty()) facts.extent = contentsExtent(db);
    const auto version = schemaVersion(db);
    if (!version) return std::unexpected(version.error());
    facts.schema_version = *version;
    return facts;
  });
}

Result<void> makeFolders(const fs::path& folder) {
  for (const char* name : {"rasters", "basemaps", "cache", "backups", "exports"}) {
    std::error_code ec;
    fs::create_directories(folder / name, ec);
    if (ec == std::errc::permission_denied || ec == std::errc::read_only_file_system)
      return fail(ErrorCode::kPermissionDenied, (folder / name).string(), ec.message());
    if (ec == std::errc::no_space_on_device) return fail(ErrorCode::kDiskFull, (folder / name).string(), ec.message());
    if (ec) return fail(ErrorCode::kIoFailed, (folder / name).string(), ec.message());
  }
  return {};
}

// The folder of a workspace and its database, whichever of the two was named.
struct Place {
  fs::path folder;
  fs::path file;
};

Result<Place> schemaPlaceOf(const fs::path& given) {
  std::error_code ec;
  if (isNetworkAddress(given.native()))
    return fail(ErrorCode::kReadOnly, given.string(), std::string(kNetworkFolder) + ": an address, not a folder");
  const bool is_folder = fs::is_directory(given, ec);
  if (!is_folder && given.extension() == ".gpkg") return Place{given.parent_path(), given};
  if (!is_folder && fs::exists(given, ec))
    return fail(ErrorCode::kForeignFile, given.string(), "neither a folder nor a .gpkg file");
  return Place{given, given / "workspace.gpkg"};
}

std::optional<Error> schemaTrouble(const fs::path& file, int version, int ours) {
  if (version == ours) return std::nullopt;
  return Error{version > ours ? ErrorCode::kNewerSchema : ErrorCode::kOlderSchema,
               file.string(),
               fmt::format("schema {}, this program's is {}", version, ours),
               {}};
}

}  // namespace

Workspace::Workspace(fs::path folder, Database db) : m_folder(std::move(folder)), m_db(std::move(db)) {}

Result<Workspace> Workspace::open(const fs::path& given, OpenMode mode) {
  if (const auto moment = momentOf(given)) {
    auto then = open(moment->folder, OpenMode::kRead);
    if (!then) return then;
    if (auto looked = lookBack(then->m_db, moment->utc_ms); !looked) return std::unexpected(looked.error());
    then->m_read_only_reason =
        Error{ErrorCode::kReadOnly, then->m_folder.string(), std::string(kPastMoment) + formatUtc(moment->utc_ms), {}};
    return then;
  }
  const auto place = schemaPlaceOf(given);
  if (!place) return std::unexpected(place.error());
  const auto migrations = ownMigrations();
  if (!migrations) return std::unexpected(migrations.error());

  // Looked at before anything may change: a database of another program or of another Fengsui is not ours to write.
  auto db = Database::open(place->file, OpenMode::kRead);
  if (!db) return std::unexpected(db.error());
  auto facts = readFacts(*db);
  if (!facts) return std::unexpected(facts.error());
  auto read_only_reason = schemaTrouble(place->file, facts->schema_version, static_cast<int>(migrations->size()));
  if (!read_only_reason)
    if (const auto kind = networkFileSystemOf(place->folder))
      read_only_reason =
          Error{ErrorCode::kReadOnly, place->file.string(), fmt::format("{}: {}", kNetworkFolder, *kind), {}};
  if (mode == OpenMode::kReadWrite && !read_only_reason) {
    if (auto writable = Database::open(place->file, OpenMode::kReadWrite)) {
      std::swap(*db, *writable);
    } else if (writable.error().code == ErrorCode::kPermissionDenied) {
      read_only_reason = writable.error();
    } else {
      return std::unexpected(writable.error());
    }
  }
  Workspace workspace(place->folder, std::move(*db));
  workspace.m_facts = std::move(*facts);
  workspace.m_read_only_reason = std::move(read_only_reason);
  return workspace;
}

Result<std::optional<fs::path>> Workspace::upgrade(const fs::path& given, const Clock& clock) {
  const auto place = schemaPlaceOf(given);
  if (!place) return std::unexpected(place.error());
  const auto migrations = ownMigrations();
  if (!migrations) return std::unexpected(migrations.error());
  // Copied before it is opened for writing: if there is no room for the copy, not a byte has changed.
  fs::path copy;
  {
    auto looked = open(given, OpenMode::kRead);
    if (!looked) return std::unexpected(looked.error());
    const auto& trouble = looked->readOnlyReason();
    if (!trouble) return std::nullopt;
    if (trouble->code != ErrorCode::kOlderSchema) return std::unexpected(*trouble);
    auto made = backUp(looked->db(), place->folder / "backups", looked->facts().schema_version, clock);
    if (!made) return std::unexpected(std::move(made.error()).via("copy before the upgrade"));
    copy = std::move(*made);
  }
  auto db = Database::open(place->file, OpenMode::kReadWrite);
  if (!db) return std::unexpected(db.error());
  if (auto done = migrate(*db, *migrations, clock); !done) return std::unexpected(done.error());
  return copy;
}

Result<Workspace> Workspace::create(const fs::path& folder, const Clock& clock) {
  std::error_code ec;
  if (fs::exists(folder / "workspace.gpkg", ec))
    return fail(ErrorCode::kAlreadyExists, (folder / "workspace.gpkg").string());
  if (auto made = makeFolders(folder); !made) return std::unexpected(made.error());
  const auto migrations = ownMigrations();
  if (!migrations) return std::unexpected(migrations.error());
  auto db = Database::create(folder / "workspace.gpkg");
  if (!db) return std::unexpected(db.error());
  if (auto done = migrate(*db, *migrations, clock); !done) {
    const fs::path file = db->file();
    db = fail(ErrorCode::kCancelled, {});  // closes the file
    fs::remove(file, ec);                  // half a workspace would only be in the way
    return std::unexpected(done.error());
  }
  Workspace workspace(folder, std::move(*db));
  if (auto set = workspace.setFact("created_utc", formatUtc(clock.nowUtcMs())); !set)
    return std::unexpected(set.error());
  return workspace;
}

std::optional<fs::path> Workspace::demFile() const {
  std::error_code ec;
  if (fs::is_regular_file(m_folder / "rasters" / "dem.tif", ec)) return m_folder / "rasters" / "dem.tif";
  std::vector<fs::path> found;
  for (fs::directory_iterator it(m_folder / "rasters", ec), end; !ec && it != end; it.increment(ec)) {
    const std::string name = it->path().filename().string();
    if (name.starts_with("dem") && (name.ends_with(".tif") || name.ends_with(".tiff"))) found.push_back(it->path());
  }
  if (found.empty()) return std::nullopt;
  return *std::min_element(found.begin(), found.end());
}

Result<void> Workspace::setFact(const std::string& key, const std::string& value) {
  if (key.empty()) return fail(ErrorCode::kInvalidArgument, key, "a setting without a name");
  if (key == "extent" && !parseExtent(value))
    return fail(ErrorCode::kInvalidArgument, key, "wanted west,south,east,north in degrees: " + value);
  const auto written = m_db.transaction([&]() -> Result<void> {
    SQLite::Statement put(
        m_db.sql(), "INSERT INTO workspace_setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value=excluded.value");
    put.bind(1, key);
    put.bind(2, value);
    put.exec();
    return {};
  });
  if (!written) return written;
  auto facts = readFacts(m_db);
  if (!facts) return std::unexpected(facts.error());
  m_facts = std::move(*facts);
  return {};
}

}  // namespace gis
