// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/cli/command_context.h"

namespace app {

// As CommandContext::fail(), with what the ledger says in its details in the language of the command, and where in a
// file it is ("row 7: this is the barcode of 棉被").
int failOfStocks(const CommandContext& context, const gis::Error& error);
// As failOfStocks(), for an error of a JSON file of the stocks: a key that nobody knows is named with its place
// in the file and the keys that are known there, in one sentence.
int failOfStocksFile(const CommandContext& context, const gis::Error& error);

}  // namespace app
