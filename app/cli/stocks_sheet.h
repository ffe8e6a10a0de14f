// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/cli/command_context.h"

namespace app {

// Adds "import" and "export" to `fengsui stocks`: a sheet of stock, .xlsx or .csv, with a dry run before anything is
// booked.
void addStocksSheetCommands(CLI::App& stocks, CommandContext& context);

}  // namespace app
