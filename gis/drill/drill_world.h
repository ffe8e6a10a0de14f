// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gis/core/clock.h"
#include "gis/core/embedded_file.h"
#include "gis/drill/drill_script.h"
#include "gis/store/workspace.h"

namespace gis::drill {

// A drill takes place in a world of its own: a copy of the workspace in its folder drills/. Nothing that a drill does
// can reach a real figure, whatever room it is done in and whoever writes that room later; a real warning that comes
// meanwhile goes on in the real workspace. Its city is called 【演练】长治市, so every window, sheet, report and call
// says so, and it has no lines to people (channels.json is not copied).
struct DrillWorld {
  std::filesystem::path folder;
  DrillWords title;
  std::string script;                                 // file name
  std::int64_t begun_utc_ms = 0, present_utc_ms = 0;  // within the drill
  std::int64_t made_utc_ms = 0;                       // by the real clock
  int steps_done = 0, steps_failed = 0;
};

// The scripts that come with the program.
std::span<const EmbeddedFile> shippedDrills();

// A copy of the workspace, marked as a drill, with nothing injected yet. Rasters, base maps and photographs get a
// second name where the file system knows such, else they are copied. Fails as Workspace::open does, with
// kInvalidArgument (the workspace is a drill itself), kDiskFull, kPermissionDenied; then nothing is left behind.
// Seconds for a city.
Result<std::filesystem::path> makeDrillWorld(const std::filesystem::path& workspace_folder, const DrillScript& script,
                                             const std::string& script_name, std::int64_t begins_utc_ms,
                                             const Clock& real_clock);

// What the workspace in a folder is the drill of; nothing for a real one. Fails as Workspace::open does.
Result<std::optional<DrillWorld>> drillOf(const std::filesystem::path& folder);

// The drills of a workspace, newest first. What cannot be read is passed over.
std::vector<DrillWorld> drillWorlds(const std::filesystem::path& workspace_folder);

// Removes one drill (the name of its folder), or all of them for an empty name; returns how many. Only folders that say
// of themselves that they are drills. Fails with kUnknownName, kPermissionDenied.
Result<int> removeDrills(const std::filesystem::path& workspace_folder, const std::string& name);

}  // namespace gis::drill
