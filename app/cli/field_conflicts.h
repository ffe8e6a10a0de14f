// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/cli/command_context.h"

namespace app {

// `field conflicts` and `field decide`.
void addFieldConflictCommands(CLI::App& field, CommandContext& context);

}  // namespace app
