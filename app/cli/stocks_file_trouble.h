// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/cli/command_context.h"

namespace app {

// As CommandContext::fail(), for an error of a JSON file of the stocks: a key that nobody knows is named with its place
// in the file and the keys that are known there, in one sentence.
int failOfStocksFile(const CommandContext& context, const gis::Error& error);

}  // namespace app
