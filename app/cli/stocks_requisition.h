// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/cli/command_context.h"

namespace app {

// Adds "requisition" with list, show, enter and advance to `fengsui stocks`.
void addStocksRequisitionCommand(CLI::App& stocks, CommandContext& context);

}  // namespace app
