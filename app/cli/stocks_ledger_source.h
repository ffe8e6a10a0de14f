// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/cli/stocks_plan_command.h"

namespace app {

// What a workspace's ledger holds now, as the planner wants it: usable quantities of lots that have not expired, in
// government depots that have a position (what a contract promises lies in no hall). Items are called by their Chinese
// name where only one has it, else by their code; the names that mean the same come back. Fails as the stores do, and
// with kNoData where the workspace has no ledger.
gis::Result<ItemNames> stockOfLedger(const gis::Workspace& workspace, const gis::Projector& to_map,
                                     gis::dispatch::DispatchTask& task);

}  // namespace app
