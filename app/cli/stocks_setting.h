// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/cli/command_context.h"

namespace app {

// Adds "item set", "depot set", "levels set" (under `levels`, the command that shows them) and "kit build|open" to
// `fengsui stocks`.
void addStocksSettingCommands(CLI::App& stocks, CLI::App& levels, CommandContext& context);

}  // namespace app
