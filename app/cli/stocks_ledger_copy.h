// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/cli/command_context.h"

namespace app {

// Adds "ledger export", "ledger merge", "ledger questions" and "ledger decide" to `fengsui stocks`: two copies of the
// books brought together.
void addStocksLedgerCopyCommands(CLI::App& stocks, CommandContext& context);

}  // namespace app
