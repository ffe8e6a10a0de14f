// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/sending/ledger_task.h"

#include <cmath>
#include <set>

#include "gis/geo/projector.h"
#include "gis/stocks/balance_store.h"
#include "gis/stocks/truck_store.h"

namespace gis::sending {
namespace {

ItemNames namesOf(const stocks::Directory& directory) {
  ItemNames names;
  for (const stocks::Item& item : directory.items) {
    const std::string name = plannedName(directory, item);
    std::vector<std::string> others{item.code, item.name_zh, item.name_en, item.barcode};
    for (const stocks::Pack& pack : item.packs) others.push_back(pack.barcode);
    for (const std::string& other : others)
      if (const stocks::Item* meant = directory.itemNamed(other); meant && meant->id == item.id)
        names.emplace(other, name);
  }
  return names;
}

// By id: those that may send.
Result<std::set<std::int64_t>> addDepots(const Database& db, const Projector& to_map, LedgerTask& made) {
  const auto trucks = stocks::TruckStore(db).trucks();
  if (!trucks) return std::unexpected(trucks.error());
  std::set<std::int64_t> placed;
  for (const stocks::Depot& depot : made.directory.depots) {
    if (depot.kind != "government" || !depot.where) continue;
    const auto at = to_map.forward({depot.where->lon_deg, depot.where->lat_deg});
    if (!at || !std::isfinite(at->x) || !std::isfinite(at->y)) continue;
    placed.insert(depot.id);
    dispatch::Depot one{depot.code, depot.name, {at->x, at->y}, {}};
    if (const auto own = trucks->find(depot.id); own != trucks->end())
      for (const stocks::DepotTruck& truck : own->second)
        one.trucks.push_back({truck.kind, truck.payload_kg, truck.volume_m3, truck.trucks});
    made.task.depots.push_back(std::move(one));
  }
  return placed;
}

}  // namespace

std::string plannedName(const stocks::Directory& directory, const stocks::Item& item) {
  const stocks::Item* only = directory.itemNamed(item.name_zh);
  return only && only->id == item.id ? item.name_zh : item.code;
}

Result<LedgerTask> taskOfLedger(const Database& db, const Projector& to_map, const std::string& day) {
  const stocks::CatalogueStore catalogue(db);
  if (!catalogue.there()) return fail(ErrorCode::kNoData, "stock_item", "the workspace has no ledger yet");
  LedgerTask made;
  auto directory = catalogue.directory();
  if (!directory) return std::unexpected(std::move(directory.error()));
  made.directory = std::move(*directory);
  const auto cells = stocks::BalanceStore(db).balance();
  if (!cells) return std::unexpected(cells.error());
  made.names = namesOf(made.directory);
  const auto placed = addDepots(db, to_map, made);
  if (!placed) return std::unexpected(placed.error());
  std::set<std::string> unplaced;
  for (const stocks::CellBalance& cell : *cells) {
    if (cell.state != stocks::State::kUsable || cell.quantity <= 0) continue;
    const stocks::Item* item = made.directory.item(cell.item_id);
    const stocks::Depot* depot = made.directory.depot(cell.depot_id);
    const auto lot = made.directory.lots.find(cell.lot_id);
    if (!item || !depot || (lot != made.directory.lots.end() && stocks::isExpired(lot->second, day))) continue;
    if (placed->contains(depot->id))
      made.task.stock.push_back(
          {depot->code, plannedName(made.directory, *item), cell.quantity, item->weight_kg, item->volume_m3});
    else if (depot->kind == "government")
      unplaced.insert(depot->name);
  }
  made.unplaced.assign(unplaced.begin(), unplaced.end());
  return made;
}

}  // namespace gis::sending
