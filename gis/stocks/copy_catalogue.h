// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "gis/stocks/catalogue_store.h"
#include "gis/stocks/item_change.h"

namespace gis::stocks {

// What a copy of the books stands on: classes, items with all edits of them, and depots as records, so that a laptop
// that has none of them (a field workspace is made without the books) can take the books over as well.
std::vector<nlohmann::json> catalogueRecords(const Directory& directory, const std::vector<StockClass>& classes,
                                             const std::vector<ItemChange>& changes);
bool isCatalogueRecord(const nlohmann::json& record);

// What a person is asked about an item: a barcode another one here has (the item comes without it; one whose code it is
// comes all the same), an edit that does
// not fit here (the item stays as it is), or edits on both sides made without knowing of each other (the later stands).
struct ItemClash {
  std::string id, item, why;
  std::string record;  // as it came, with "clash": "barcode", "code", "unfit" (stays as it is) or "edit"
};
struct TakenCatalogue {
  int items = 0, depots = 0;                     // new here
  int edited = 0;                                // items that are others now
  std::map<std::string, std::string> depot_was;  // identifiers of the copy's depots that this one calls otherwise
  std::vector<ItemClash> clashes;
};
// Adds what is not known here and takes edits of items over; photographs stay where they are. A depot that is known
// stays as it is; it is the same by its identifier, its code or its row of the census. To be called in the transaction
// of the merge. Fails with kDamagedFile and as CatalogueStore does; throws as the JSON library does when a record is
// not of this form.
Result<TakenCatalogue> takeCatalogue(const Database& db, UuidSource& uuids, const std::vector<nlohmann::json>& records,
                                     const std::string& author, std::int64_t now_utc_ms);

}  // namespace gis::stocks
