// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>

#include "app/cli/command_context.h"

namespace app {

// Adds --at to a command that only reads: as it was known then.
void addMomentOption(CLI::App& command, std::string& at);

// What to open for a workspace and such a moment ("2026-07-26 02:35", Beijing time unless it says otherwise); the
// folder itself when none is given. Fails with kInvalidArgument.
gis::Result<std::filesystem::path> placeAt(const std::filesystem::path& workspace, const std::string& at);

}  // namespace app
