// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/drill/drill_world.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "drillFiles.h"
#include "gis/drill/drill_store.h"
#include "gis/flood/flood_local_day.h"
#include "gis/stocks/calendar_day.h"
#include "gis/store/migration.h"

namespace gis::drill {
namespace {

namespace fs = std::filesystem;
constexpr char kDrills[] = "drills";

std::int64_t numberOf(const std::string& text) {
  std::int64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Result<void> troubleWith(const fs::path& file, const std::error_code& ec) {
  if (!ec) return {};
  return fail(ec == std::errc::permission_denied    ? ErrorCode::kPermissionDenied
              : ec == std::errc::no_space_on_device ? ErrorCode::kDiskFull
                                                    : ErrorCode::kIoFailed,
              file.string(), ec.message());
}

// A second name for the same bytes; a copy where there are no second names (a stick with a Windows file system).
Result<void> linkFile(const fs::path& from, const fs::path& to) {
  std::error_code ec;
  fs::create_hard_link(from, to, ec);
  if (ec) ec.clear(), fs::copy_file(from, to, ec);
  return troubleWith(to, ec);
}

Result<void> linkFolder(const fs::path& from, const fs::path& to) {
  std::error_code ec;
  if (!fs::is_directory(from, ec)) return {};
  fs::create_directories(to, ec);
  if (auto made = troubleWith(to, ec); !made) return made;
  for (fs::directory_iterator it(from, ec), end; !ec && it != end; it.increment(ec)) {
    std::error_code looked;
    const auto done = it->is_directory(looked) ? linkFolder(it->path(), to / it->path().filename())
                                               : linkFile(it->path(), to / it->path().filename());
    if (!done) return done;
  }
  return troubleWith(from, ec);
}

// Files of the office's own beside the database: vehicles, norms. Lines to people stay behind, and so does the
// database.
Result<void> copyOwnFiles(const fs::path& from, const fs::path& to) {
  std::error_code ec;
  for (fs::directory_iterator it(from, ec), end; !ec && it != end; it.increment(ec)) {
    const std::string name = it->path().filename().string();
    std::error_code looked;
    if (!it->is_regular_file(looked) || name.starts_with("workspace.gpkg") || name == "channels.json") continue;
    std::error_code copied;
    fs::copy_file(it->path(), to / name, copied);
    if (auto done = troubleWith(to / name, copied); !done) return done;
  }
  return troubleWith(from, ec);
}

fs::path freeFolder(const fs::path& workspace, const std::string& script_name, std::int64_t begins_utc_ms) {
  std::string stem = fs::path(script_name).stem().string();
  std::erase_if(stem, [](unsigned char c) { return c < ' ' || c == '/' || c == '\\' || c == ':'; });
  const std::int64_t minute = (begins_utc_ms + flood::kBeijingOffsetMs) / 60'000 % (24 * 60);
  std::string day = stocks::dayOf(begins_utc_ms);
  std::erase(day, '-');
  const std::string base =
      fmt::format("{}-{:02}{:02}-{}", day, minute / 60, minute % 60, stem.empty() ? "drill" : stem);
  fs::path folder = workspace / kDrills / base;
  std::error_code ec;
  for (int number = 2; fs::exists(folder, ec); ++number)
    folder = workspace / kDrills / fmt::format("{}-{}", base, number);
  return folder;
}

Result<void> markAsDrill(const fs::path& folder, const DrillScript& script, const std::string& script_name,
                         std::int64_t begins_utc_ms, const Clock& real_clock) {
  auto world = Workspace::open(folder, OpenMode::kReadWrite);
  if (!world) return std::unexpected(world.error());
  if (world->readOnlyReason()) return std::unexpected(*world->readOnlyReason());
  const std::pair<const char*, std::string> facts[] = {{"city_name_zh", "【演练】" + world->facts().city_name_zh},
                                                       {"city_name_en", "[DRILL] " + world->facts().city_name_en},
                                                       {"drill_title_zh", script.title.zh},
                                                       {"drill_title_en", script.title.en},
                                                       {"drill_script", fs::path(script_name).filename().string()},
                                                       {"drill_begun_utc_ms", std::to_string(begins_utc_ms)},
                                                       {"drill_present_utc_ms", std::to_string(begins_utc_ms)},
                                                       {"drill_made_utc_ms", std::to_string(real_clock.nowUtcMs())}};
  for (const auto& [key, value] : facts)
    if (auto set = world->setFact(key, value); !set) return set;
  return DrillStore(world->db()).prepare();
}

Result<void> fill(const fs::path& workspace, const fs::path& folder, const Workspace& real, const Clock& real_clock) {
  auto copy = backUp(real.db(), folder / "making", real.facts().schema_version, real_clock);
  if (!copy) return std::unexpected(copy.error());
  std::error_code ec;
  fs::rename(*copy, folder / "workspace.gpkg", ec);
  if (auto moved = troubleWith(folder, ec); !moved) return moved;
  fs::remove_all(folder / "making", ec);
  for (const char* name : {"rasters", "basemaps", "photos"})
    if (auto linked = linkFolder(workspace / name, folder / name); !linked) return linked;
  for (const char* name : {"cache", "backups", "exports"}) fs::create_directories(folder / name, ec);
  return copyOwnFiles(workspace, folder);
}

}  // namespace

std::span<const EmbeddedFile> shippedDrills() { return drillFiles(); }

Result<fs::path> makeDrillWorld(const fs::path& workspace_folder, const DrillScript& script,
                                const std::string& script_name, std::int64_t begins_utc_ms, const Clock& real_clock) {
  const auto real = Workspace::open(workspace_folder, OpenMode::kRead);
  if (!real) return std::unexpected(real.error());
  if (real->readOnlyReason()) return std::unexpected(*real->readOnlyReason());
  if (DrillStore(real->db()).there())
    return fail(ErrorCode::kInvalidArgument, workspace_folder.string(),
                "this is a drill already: start another one from the real workspace");
  const fs::path folder = freeFolder(real->folder(), script_name, begins_utc_ms);
  std::error_code ec;
  fs::create_directories(folder, ec);
  if (auto made = troubleWith(folder, ec); !made) return std::unexpected(made.error());
  auto filled = fill(real->folder(), folder, *real, real_clock);
  if (filled) filled = markAsDrill(folder, script, script_name, begins_utc_ms, real_clock);
  if (filled) return folder;
  fs::remove_all(folder, ec);
  return std::unexpected(filled.error());
}

Result<std::optional<DrillWorld>> drillOf(const fs::path& folder) {
  const auto opened = Workspace::open(folder, OpenMode::kRead);
  if (!opened) return std::unexpected(opened.error());
  const DrillStore store(opened->db());
  if (!store.there()) return std::optional<DrillWorld>();
  DrillWorld world;
  world.folder = opened->folder();
  const std::pair<const char*, std::string*> texts[] = {
      {"drill_title_zh", &world.title.zh}, {"drill_title_en", &world.title.en}, {"drill_script", &world.script}};
  for (const auto& [key, field] : texts) *field = store.setting(key).value_or(std::string());
  const std::pair<const char*, std::int64_t*> numbers[] = {{"drill_begun_utc_ms", &world.begun_utc_ms},
                                                           {"drill_present_utc_ms", &world.present_utc_ms},
                                                           {"drill_made_utc_ms", &world.made_utc_ms}};
  for (const auto& [key, field] : numbers) *field = numberOf(store.setting(key).value_or(std::string()));
  const auto entries = store.entries();
  if (!entries) return std::unexpected(entries.error());
  for (const DrillEntry& entry : *entries) ++(entry.error.empty() ? world.steps_done : world.steps_failed);
  return world;
}

std::vector<DrillWorld> drillWorlds(const fs::path& workspace_folder) {
  std::vector<DrillWorld> worlds;
  std::error_code ec;
  for (fs::directory_iterator it(workspace_folder / kDrills, ec), end; !ec && it != end; it.increment(ec))
    if (auto world = drillOf(it->path()); world && *world) worlds.push_back(std::move(**world));
  std::ranges::sort(worlds, [](const DrillWorld& a, const DrillWorld& b) {
    return std::tuple(-a.made_utc_ms, a.folder) < std::tuple(-b.made_utc_ms, b.folder);
  });
  return worlds;
}

Result<int> removeDrills(const fs::path& workspace_folder, const std::string& name) {
  int removed = 0;
  for (const DrillWorld& world : drillWorlds(workspace_folder)) {
    if (!name.empty() && world.folder.filename().string() != name) continue;
    std::error_code ec;
    fs::remove_all(world.folder, ec);
    if (auto done = troubleWith(world.folder, ec); !done) return std::unexpected(done.error());
    ++removed;
  }
  if (removed == 0 && !name.empty()) return fail(ErrorCode::kUnknownName, name, "no drill of this name");
  std::error_code ignored;
  fs::remove(workspace_folder / kDrills, ignored);  // when it is empty
  return removed;
}

}  // namespace gis::drill
