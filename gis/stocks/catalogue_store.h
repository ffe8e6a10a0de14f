// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/stocks/catalogue.h"
#include "gis/store/database.h"

namespace gis::stocks {

// Everything that a ledger's numbers stand for, read at once: some hundred items, depots and lots.
struct Directory {
  std::vector<Item> items;    // by code
  std::vector<Depot> depots;  // by tier, division, code; the outside is not among them
  std::map<std::int64_t, Lot> lots;
  std::map<std::int64_t, std::string> owners;

  const Item* item(std::int64_t id) const;
  // By code, else by its only Chinese or English name, else by its barcode or that of a pack.
  const Item* itemNamed(std::string_view name) const;
  const Depot* depot(std::int64_t id) const;
  // By code, uuid or its only name.
  const Depot* depotNamed(std::string_view name) const;
  const Lot* lot(std::int64_t item_id, std::string_view lot_no) const;
};

// Catalogue, depots, lots and owners in the workspace. One thread; the Database must outlive it. What changes the
// catalogue is one transaction.
class CatalogueStore {
 public:
  explicit CatalogueStore(const Database& db) : m_db(db) {}
  // A workspace older than the tables: false.
  bool there() const;
  Result<Directory> directory() const;
  Result<std::vector<StockClass>> classes() const;
  // Adds or replaces by code, with packs, norm and parts; all or nothing. An item whose unit changes although it is in
  // the books is refused (kInvalidArgument): its quantities would mean something else; and so is what checkDetails()
  // finds in barcodes, packs and parts. A kit may hold kits and come before its parts. What differs from before is kept
  // as a change (item_changes_store.h).
  Result<void> putItems(const std::vector<Item>& items, const std::string& author, std::int64_t now_utc_ms) const;
  // As another copy of the books has them; whoever takes its changes over keeps those. A code that is a barcode of
  // another item is let in.
  Result<void> adoptItems(const std::vector<Item>& items, const std::string& author, std::int64_t now_utc_ms) const;
  // Quantities of the item are in the books: its unit stays.
  Result<bool> isInBooks(const std::string& code) const;
  Result<void> putClasses(const std::vector<StockClass>& classes) const;
  // The catalogue that comes with the program; what the office has changed or added stays.
  Result<int> addShippedItems(const std::string& author, std::int64_t now_utc_ms) const;
  // Adds or replaces by code; returns its id.
  Result<std::int64_t> putDepot(UuidSource& uuids, const Depot& depot) const;
  // A stock depot for every census depot (table depot) that has none; returns how many were added.
  Result<int> addCensusDepots(UuidSource& uuids) const;
  // The id of an owner, entered when new.
  Result<std::int64_t> owner(const std::string& name) const;
  // The id of a lot, entered when new. One that is known with another day of expiry is a duplicate: kAlreadyExists.
  // Without a day of expiry it follows from the day it was made and the item's shelf life.
  Result<std::int64_t> lot(const Item& item, Lot lot) const;

 private:
  enum class Keep { kChange, kNothing };
  Result<void> putAll(const std::vector<Item>& items, const std::string& author, std::int64_t now_utc_ms,
                      Keep keep) const;
  Result<void> putRow(const Item& item, const std::string& author, std::int64_t now_utc_ms) const;
  void putDetails(const Item& item) const;
  bool isKnown(const std::string& code) const;
  const Database& m_db;
};

// The items of a catalogue in the program's own form (resources/stocks/items.csv). Fails with kDamagedFile, naming the
// row.
Result<std::vector<Item>> readCatalogue(std::string_view csv);

}  // namespace gis::stocks
