// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <map>
#include <string>

#include "app/cli/command_context.h"
#include "gis/core/error.h"

namespace gis {
class Projector;
class Workspace;
}  // namespace gis
namespace gis::dispatch {
struct DispatchTask;
}

namespace app {

// What an item may be called in a request (code, either language) and what it is called in the task.
using ItemNames = std::map<std::string, std::string, std::less<>>;

// Fills depots and stock of a task from a workspace's ledger, positions in the map's system.
using StockSource = std::function<gis::Result<ItemNames>(const gis::Workspace&, const gis::Projector& to_map,
                                                         gis::dispatch::DispatchTask&)>;

// Adds "plan" and "reach" to `fengsui stocks`. Both read the stock from `ledger`, or from --stock FILE where that is
// given; without a ledger --stock is needed.
void addStocksPlanCommands(CLI::App& stocks, CommandContext& context, StockSource ledger = {});

}  // namespace app
