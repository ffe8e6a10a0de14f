// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/copy_catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "gis/core/chained_hash.h"
#include "gis/stocks/item_changes_store.h"
#include "gis/stocks/item_check.h"

namespace gis::stocks {
namespace {

using CopyJson = nlohmann::json;

CopyJson classJson(const StockClass& one) {
  return {{"record", "class"}, {"uuid", "class/" + one.code},  {"code", one.code},    {"zh", one.name_zh},
          {"en", one.name_en}, {"confidence", one.confidence}, {"source", one.source}};
}

CopyJson itemJson(const Item& one) {
  CopyJson record = CopyJson::parse(itemContent(one));
  record["record"] = "item", record["uuid"] = "item/" + one.code, record["code"] = one.code;
  return record;
}

CopyJson changeJson(const ItemChange& one) {
  return {{"record", "item_change"},
          {"uuid", one.id},
          {"code", one.item_code},
          {"upon", one.upon},
          {"set", CopyJson::parse(one.content, nullptr, false)},
          {"at", one.changed_utc_ms},
          {"author", one.author}};
}

CopyJson depotJson(const Depot& one) {
  return {{"record", "depot"},
          {"uuid", one.uuid},
          {"code", one.code},
          {"name", one.name},
          {"kind", one.kind},
          {"tier", one.tier},
          {"division", one.division_code},
          {"lon_deg", one.where ? CopyJson(one.where->lon_deg) : CopyJson(nullptr)},
          {"lat_deg", one.where ? CopyJson(one.where->lat_deg) : CopyJson(nullptr)},
          {"keeper", one.keeper},
          {"phone", one.phone},
          {"census", one.census_uuid}};
}

StockClass classOf(const CopyJson& json) {
  return {json.at("code"), json.at("zh"), json.at("en"), json.at("confidence"), json.at("source")};
}

Result<Item> itemOf(const CopyJson& json) { return itemOfContent(json.dump(), json.at("code")); }

ItemChange changeOf(const CopyJson& json) {
  ItemChange change;
  change.id = json.at("uuid"), change.item_code = json.at("code"), change.content = json.at("set").dump();
  change.changed_utc_ms = json.at("at"), change.author = json.at("author");
  for (const CopyJson& id : json.at("upon")) change.upon.push_back(id);
  return change;
}

Depot depotOf(const CopyJson& json) {
  Depot one;
  one.uuid = json.at("uuid"), one.code = json.at("code"), one.name = json.at("name"), one.kind = json.at("kind");
  one.tier = json.at("tier"), one.division_code = json.at("division");
  if (!json.at("lon_deg").is_null() && !json.at("lat_deg").is_null())
    one.where = LonLat{json.at("lon_deg"), json.at("lat_deg")};
  one.keeper = json.at("keeper"), one.phone = json.at("phone"), one.census_uuid = json.at("census");
  return one;
}

Result<void> takeDepot(const CatalogueStore& catalogue, UuidSource& uuids, const Directory& known, const Depot& depot,
                       TakenCatalogue& taken) {
  const auto same = std::ranges::find_if(known.depots, [&](const Depot& one) {
    return one.uuid == depot.uuid || one.code == depot.code ||
           (!depot.census_uuid.empty() && one.census_uuid == depot.census_uuid);
  });
  if (same == known.depots.end()) {
    if (auto put = catalogue.putDepot(uuids, depot); !put) return std::unexpected(put.error());
    ++taken.depots;
  } else if (same->uuid != depot.uuid) {
    taken.depot_was[depot.uuid] = same->uuid;
  }
  return {};
}

// An item of the copy with all edits of it, and what becomes of it here.
struct ComingItem {
  const CopyJson* record = nullptr;
  std::vector<ItemChange> changes;
  const Item* here = nullptr;  // null: new
  Item wanted;
  bool is_taken = false;  // wanted is to be written
};
using ComingItems = std::map<std::string, ComingItem>;  // by code

Result<ComingItems> comingItems(const std::vector<CopyJson>& records, const Directory& known) {
  ComingItems items;
  for (const CopyJson& record : records) {
    const std::string kind = record.at("record");
    if (kind == "item_change") items[record.at("code")].changes.push_back(changeOf(record));
    if (kind == "item") items[record.at("code")].record = &record;
  }
  for (auto& [code, item] : items) {
    if (!item.record) return fail(ErrorCode::kDamagedFile, code, "an edit of an item that does not come");
    const auto body = itemOf(*item.record);
    if (!body) return std::unexpected(body.error());
    if (item.changes.empty()) item.changes.push_back(asItCame(*body));
    const auto here = std::ranges::find(known.items, code, &Item::code);
    if (here != known.items.end()) item.here = &*here;
  }
  return items;
}

// What kind of question it is goes into the record: "barcode", "code", "unfit" or "edit".
ItemClash clashOf(const ComingItem& item, const char* kind, const std::string& id, const std::string& why) {
  CopyJson record = *item.record;
  record["clash"] = kind;
  return {id, (item.here ? *item.here : item.wanted).name_zh, why, record.dump()};
}

// Both were set without knowing of each other.
Result<ItemClash> editClash(const ComingItem& coming, const ItemChange& here, const ItemChange& came,
                            const ItemChange& stands) {
  const auto mine = itemOfContent(here.content, here.item_code), theirs = itemOfContent(came.content, came.item_code);
  if (!mine) return std::unexpected(mine.error());
  if (!theirs) return std::unexpected(theirs.error());
  const std::string my_fields = differingFields(*mine, *theirs), their_fields = differingFields(*theirs, *mine);
  return clashOf(coming, "edit", came.id,
                 fmt::format("here {} by {}, there {} by {}; the later holds: {}", my_fields, whoAndWhen(here),
                             their_fields, whoAndWhen(came), stands.id == here.id ? "here" : "there"));
}

// Of all edits of an item, those here and those that come, which stands; what is new here is added to `fresh`.
Result<void> settle(ComingItem& coming, std::vector<ItemChange> here, std::vector<ItemChange>& fresh,
                    TakenCatalogue& taken) {
  if (here.empty() && coming.here) here.push_back(asItCame(*coming.here));
  const ItemChange* stood = standingChange(here);
  const std::optional<ItemChange> before = stood ? std::optional(*stood) : std::nullopt;
  const std::size_t first_fresh = fresh.size();
  for (const ItemChange& one : coming.changes) {
    if (std::ranges::count(here, one.id, &ItemChange::id) != 0) continue;
    // How an item came to the other copy, which nobody there has edited, is no edit.
    if (coming.here && isAsItCame(one)) continue;
    if (const auto readable = itemOfContent(one.content, one.item_code); !readable)
      return std::unexpected(readable.error());
    fresh.push_back(one);
  }
  if (fresh.size() == first_fresh) return {};
  here.insert(here.end(), fresh.begin() + static_cast<std::ptrdiff_t>(first_fresh), fresh.end());
  const ItemChange* now = standingChange(here);
  const ItemChange* theirs = standingChange(coming.changes);
  auto wanted = itemOfContent(now->content, now->item_code);
  if (!wanted) return std::unexpected(wanted.error());
  if (coming.here) wanted->photo = coming.here->photo;
  coming.is_taken = !coming.here || (now->id != before->id && itemContent(*coming.here) != now->content);
  coming.wanted = std::move(*wanted);
  const bool is_new = std::ranges::count(fresh, theirs->id, &ItemChange::id) != 0;
  if (!before || !is_new || sameContent(*before, *theirs) || knewOf(here, *theirs, before->id)) return {};
  auto clash = editClash(coming, *before, *theirs, *now);
  if (!clash) return std::unexpected(clash.error());
  taken.clashes.push_back(std::move(*clash));
  return {};
}

// What stands against an item beside all others as they would be; a barcode is worth no refused item.
bool fits(ComingItem& coming, const std::vector<Item>& all, TakenCatalogue& taken) {
  Item& item = coming.wanted;
  for (const DetailFinding& finding : checkDetails(item, all)) {
    const bool is_barcode = finding.trouble == DetailTrouble::kBarcodeOfAnother;
    const bool is_code = finding.trouble == DetailTrouble::kCodeIsBarcode;
    if (!is_barcode && !is_code && !coming.here) continue;  // adoptItems() says what is wrong with the copy
    std::string& barcode =
        finding.table == DetailFinding::Table::kPacks ? item.packs[finding.row].barcode : item.barcode;
    const std::string id = blake2bHex("item/" + item.code + "/" + (is_barcode ? barcode : itemContent(item)));
    taken.clashes.push_back(clashOf(coming,
                                    is_barcode ? "barcode"
                                    : is_code  ? "code"
                                               : "unfit",
                                    id, troubleDetail(finding)));
    if (is_code) continue;
    if (!is_barcode) return false;
    taken.clashes.back().item += ", " + barcode;
    barcode.clear();
  }
  return true;
}

// Takes over what fits; what does not leaves the item as it is here, and the others are looked at again.
Result<void> writeItems(const CatalogueStore& catalogue, const Directory& known, ComingItems& items,
                        const std::string& author, std::int64_t now_utc_ms, TakenCatalogue& taken) {
  for (auto& [code, coming] : items) {
    if (!coming.is_taken || !coming.here || coming.here->unit_zh == coming.wanted.unit_zh) continue;
    const auto booked = catalogue.isInBooks(code);
    if (!booked) return std::unexpected(booked.error());
    if (!*booked) continue;
    coming.is_taken = false;
    taken.clashes.push_back(clashOf(coming, "unfit", blake2bHex("item/" + code + "/" + coming.wanted.unit_zh),
                                    "its unit stays: quantities of it are in the books"));
  }
  for (bool again = true; again;) {
    again = false;
    std::vector<Item> all = known.items;
    for (const auto& [code, coming] : items) {
      if (!coming.is_taken) continue;
      const auto at = std::ranges::find(all, code, &Item::code);
      if (at == all.end())
        all.push_back(coming.wanted);
      else
        *at = coming.wanted;
    }
    for (auto& [code, coming] : items)
      if (coming.is_taken && !fits(coming, all, taken)) coming.is_taken = false, again = true;
  }
  std::vector<Item> written;
  for (const auto& [code, coming] : items) {
    if (!coming.is_taken) continue;
    ++(coming.here ? taken.edited : taken.items);
    written.push_back(coming.wanted);
  }
  return catalogue.adoptItems(written, author, now_utc_ms);
}

Result<void> takeItems(const Database& db, const CatalogueStore& catalogue, const Directory& known,
                       const std::vector<CopyJson>& records, const std::string& author, std::int64_t now_utc_ms,
                       TakenCatalogue& taken) {
  auto items = comingItems(records, known);
  if (!items) return std::unexpected(items.error());
  const ItemChangesStore store(db);
  const auto changes = store.all();
  if (!changes) return std::unexpected(changes.error());
  std::map<std::string, std::vector<ItemChange>> here;
  for (const ItemChange& one : *changes) here[one.item_code].push_back(one);
  std::vector<ItemChange> fresh;
  for (auto& [code, coming] : *items)
    if (auto done = settle(coming, here[code], fresh, taken); !done) return done;
  if (auto done = writeItems(catalogue, known, *items, author, now_utc_ms, taken); !done) return done;
  for (const ItemChange& one : fresh)
    if (!isAsItCame(one))
      if (auto done = store.adoptInside(one); !done) return done;
  return {};
}

}  // namespace

std::vector<CopyJson> catalogueRecords(const Directory& directory, const std::vector<StockClass>& classes,
                                       const std::vector<ItemChange>& changes) {
  std::vector<CopyJson> records;
  for (const StockClass& one : classes) records.push_back(classJson(one));
  for (const Item& one : directory.items) records.push_back(itemJson(one));
  for (const ItemChange& one : changes) records.push_back(changeJson(one));
  for (const Depot& one : directory.depots) records.push_back(depotJson(one));
  return records;
}

bool isCatalogueRecord(const CopyJson& record) {
  const std::string kind = record.at("record");
  return kind == "class" || kind == "item" || kind == "item_change" || kind == "depot";
}

Result<TakenCatalogue> takeCatalogue(const Database& db, UuidSource& uuids, const std::vector<CopyJson>& records,
                                     const std::string& author, std::int64_t now_utc_ms) {
  const CatalogueStore catalogue(db);
  TakenCatalogue taken;
  const auto known = catalogue.directory();
  if (!known) return std::unexpected(known.error());
  const auto known_classes = catalogue.classes();
  if (!known_classes) return std::unexpected(known_classes.error());
  std::vector<StockClass> classes;
  std::vector<Depot> depots;
  for (const CopyJson& record : records) {
    if (record.at("record") == "class")
      if (const StockClass one = classOf(record);
          std::ranges::find(*known_classes, one.code, &StockClass::code) == known_classes->end())
        classes.push_back(one);
    if (record.at("record") == "depot") depots.push_back(depotOf(record));
  }
  if (auto put = catalogue.putClasses(classes); !put) return std::unexpected(put.error());
  if (auto put = takeItems(db, catalogue, *known, records, author, now_utc_ms, taken); !put)
    return std::unexpected(put.error());
  for (const Depot& one : depots)
    if (auto put = takeDepot(catalogue, uuids, *known, one, taken); !put) return std::unexpected(put.error());
  return taken;
}

}  // namespace gis::stocks
