// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stocks_ledger_source.h"

#include "gis/core/clock.h"
#include "gis/sending/ledger_task.h"
#include "gis/stocks/calendar_day.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"

namespace app {

gis::Result<ItemNames> stockOfLedger(const gis::Workspace& workspace, const gis::Projector& to_map,
                                     gis::dispatch::DispatchTask& task) {
  const std::string today = gis::stocks::dayOf(gis::presentUtcMs(workspace.db(), gis::SystemClock()));
  auto ledger = gis::sending::taskOfLedger(workspace.db(), to_map, today);
  if (!ledger) return std::unexpected(std::move(ledger.error()));
  task.depots = std::move(ledger->task.depots);
  task.stock = std::move(ledger->task.stock);
  return std::move(ledger->names);
}

}  // namespace app
