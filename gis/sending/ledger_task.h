// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/dispatch/dispatch_task.h"
#include "gis/stocks/catalogue_store.h"

namespace gis {
class Database;
class Projector;
}  // namespace gis

namespace gis::sending {

// What an item may be called in a request (code, either language, barcode) and what it is called in the task.
using ItemNames = std::map<std::string, std::string, std::less<>>;

// The stock of a ledger as a plan takes it.
struct LedgerTask {
  dispatch::DispatchTask task;  // without requests; a depot's id is its code
  ItemNames names;
  stocks::Directory directory;
  std::vector<std::string> unplaced;  // depots that hold stock and have no place on the map: they cannot send
};

// What an item is called in a task: its Chinese name, or its code where several have that name.
std::string plannedName(const stocks::Directory& directory, const stocks::Item& item);

// Depots of the government with a place, what is usable there on `day` ("2026-05-01": expired lots are not), and their
// trucks. Contract suppliers and families are not sent from. `to_map` brings degrees to the map. Fails with kNoData (a
// workspace without a ledger) and as the stores do. The database's thread.
Result<LedgerTask> taskOfLedger(const Database& db, const Projector& to_map, const std::string& day);

}  // namespace gis::sending
