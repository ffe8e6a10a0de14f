// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stocks_ledger_source.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "gis/core/clock.h"
#include "gis/dispatch/dispatch_task.h"
#include "gis/geo/projector.h"
#include "gis/stocks/balance_store.h"
#include "gis/stocks/calendar_day.h"
#include "gis/stocks/catalogue_store.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

std::string plannedName(const stocks::Directory& directory, const stocks::Item& item) {
  const stocks::Item* only = directory.itemNamed(item.name_zh);
  return only && only->id == item.id ? item.name_zh : item.code;
}

}  // namespace

gis::Result<ItemNames> stockOfLedger(const gis::Workspace& workspace, const gis::Projector& to_map,
                                     gis::dispatch::DispatchTask& task) {
  const stocks::CatalogueStore catalogue(workspace.db());
  if (!catalogue.there()) return gis::fail(gis::ErrorCode::kNoData, "stock_item", "the workspace has no ledger yet");
  const auto directory = catalogue.directory();
  if (!directory) return std::unexpected(directory.error());
  const auto cells = stocks::BalanceStore(workspace.db()).balance();
  if (!cells) return std::unexpected(cells.error());
  ItemNames names;
  for (const stocks::Item& item : directory->items) {
    const std::string name = plannedName(*directory, item);
    for (const std::string& other : {item.code, item.name_zh, item.name_en})
      if (const stocks::Item* meant = directory->itemNamed(other); meant && meant->id == item.id)
        names.emplace(other, name);
  }
  std::set<std::int64_t> placed;
  for (const stocks::Depot& depot : directory->depots) {
    if (depot.kind != "government" || !depot.where) continue;
    const auto at = to_map.forward({depot.where->lon_deg, depot.where->lat_deg});
    if (!at || !std::isfinite(at->x)) continue;
    placed.insert(depot.id);
    task.depots.push_back({depot.code, depot.name, {at->x, at->y}});
  }
  const std::string today = stocks::dayOf(gis::presentUtcMs(workspace.db(), gis::SystemClock()));
  for (const stocks::CellBalance& cell : *cells) {
    if (cell.state != stocks::State::kUsable || cell.quantity <= 0 || !placed.contains(cell.depot_id)) continue;
    const stocks::Item* item = directory->item(cell.item_id);
    const stocks::Depot* depot = directory->depot(cell.depot_id);
    const auto lot = directory->lots.find(cell.lot_id);
    if (!item || !depot || (lot != directory->lots.end() && stocks::isExpired(lot->second, today))) continue;
    task.stock.push_back(
        {depot->code, plannedName(*directory, *item), cell.quantity, item->weight_kg, item->volume_m3});
  }
  return names;
}

}  // namespace app
