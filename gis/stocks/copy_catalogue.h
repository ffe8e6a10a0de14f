// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "gis/stocks/catalogue_store.h"

namespace gis::stocks {

// What a copy of the books stands on: classes, items and depots as records, so that a laptop that has none of them (a
// field workspace is made without the books) can take the books over as well.
std::vector<nlohmann::json> catalogueRecords(const Directory& directory, const std::vector<StockClass>& classes);
bool isCatalogueRecord(const nlohmann::json& record);

// A barcode that an item of the copy has and another one here: the item comes without it, and a person is asked.
struct BarcodeClash {
  std::string id, item, why;
  std::string record;  // as it came
};
struct TakenCatalogue {
  int items = 0, depots = 0;                     // new here
  std::map<std::string, std::string> depot_was;  // identifiers of the copy's depots that this one calls otherwise
  std::vector<BarcodeClash> clashes;
};
// Adds what is not known here; what is, stays as it is. A depot is the same by its identifier, its code or its row of
// the census. To be called in the transaction of the merge. Fails with kDamagedFile and as CatalogueStore does; throws
// as the JSON library does when a record is not of this form.
Result<TakenCatalogue> takeCatalogue(const CatalogueStore& catalogue, UuidSource& uuids,
                                     const std::vector<nlohmann::json>& records, const std::string& author,
                                     std::int64_t now_utc_ms);

}  // namespace gis::stocks
