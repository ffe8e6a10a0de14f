// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/copy_catalogue.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "gis/core/chained_hash.h"
#include "gis/stocks/item_check.h"

namespace gis::stocks {
namespace {

using CopyJson = nlohmann::json;

CopyJson classJson(const StockClass& one) {
  return {{"record", "class"}, {"uuid", "class/" + one.code},  {"code", one.code},    {"zh", one.name_zh},
          {"en", one.name_en}, {"confidence", one.confidence}, {"source", one.source}};
}

CopyJson itemJson(const Item& one) {
  CopyJson packs = CopyJson::array(), parts = CopyJson::array();
  for (const Pack& pack : one.packs)
    packs.push_back({{"unit", pack.unit_zh}, {"units", pack.units}, {"barcode", pack.barcode}});
  for (const KitPart& part : one.parts) parts.push_back({{"item", part.item_code}, {"quantity", part.quantity}});
  CopyJson norm;
  if (one.norm)
    norm = {{"per_1000", one.norm->per_1000_count},
            {"daily", one.norm->is_daily},
            {"months", one.norm->months},
            {"confidence", one.norm->confidence},
            {"source", one.norm->source}};
  return {{"record", "item"},
          {"uuid", "item/" + one.code},
          {"code", one.code},
          {"class", one.class_code},
          {"zh", one.name_zh},
          {"en", one.name_en},
          {"unit_zh", one.unit_zh},
          {"unit_en", one.unit_en},
          {"weight_kg", one.weight_kg},
          {"volume_m3", one.volume_m3},
          {"shelf_life_days", one.shelf_life_days ? CopyJson(*one.shelf_life_days) : CopyJson(nullptr)},
          {"confidence", one.confidence},
          {"source", one.source},
          {"packs", std::move(packs)},
          {"parts", std::move(parts)},
          {"norm", std::move(norm)}};
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

Item itemOf(const CopyJson& json) {
  Item one;
  one.code = json.at("code"), one.class_code = json.at("class");
  one.name_zh = json.at("zh"), one.name_en = json.at("en");
  one.unit_zh = json.at("unit_zh"), one.unit_en = json.at("unit_en");
  one.weight_kg = json.at("weight_kg"), one.volume_m3 = json.at("volume_m3");
  if (!json.at("shelf_life_days").is_null()) one.shelf_life_days = json.at("shelf_life_days").get<int>();
  one.confidence = json.at("confidence"), one.source = json.at("source");
  for (const CopyJson& pack : json.at("packs"))
    one.packs.push_back({pack.at("unit"), pack.at("units"), pack.at("barcode")});
  for (const CopyJson& part : json.at("parts")) one.parts.push_back({part.at("item"), part.at("quantity")});
  if (const CopyJson& norm = json.at("norm"); !norm.is_null())
    one.norm = Norm{norm.at("per_1000"), norm.at("daily"), norm.at("months"), norm.at("confidence"), norm.at("source")};
  return one;
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

// A barcode is worth no refused copy of the books.
void withoutTakenBarcodes(Item& item, const std::vector<Item>& known, const CopyJson& record, TakenCatalogue& taken) {
  for (const DetailFinding& finding : checkDetails(item, known)) {
    if (finding.trouble != DetailTrouble::kBarcodeOfAnother) continue;
    std::string& barcode = item.packs[finding.row].barcode;
    taken.clashes.push_back({blake2bHex("item/" + item.code + "/" + barcode), item.name_zh + ", " + barcode,
                             troubleDetail(finding), record.dump()});
    barcode.clear();
  }
}

}  // namespace

std::vector<CopyJson> catalogueRecords(const Directory& directory, const std::vector<StockClass>& classes) {
  std::vector<CopyJson> records;
  for (const StockClass& one : classes) records.push_back(classJson(one));
  for (const Item& one : directory.items) records.push_back(itemJson(one));
  for (const Depot& one : directory.depots) records.push_back(depotJson(one));
  return records;
}

bool isCatalogueRecord(const CopyJson& record) {
  const std::string kind = record.at("record");
  return kind == "class" || kind == "item" || kind == "depot";
}

Result<TakenCatalogue> takeCatalogue(const CatalogueStore& catalogue, UuidSource& uuids,
                                     const std::vector<CopyJson>& records, const std::string& author,
                                     std::int64_t now_utc_ms) {
  TakenCatalogue taken;
  const auto known = catalogue.directory();
  if (!known) return std::unexpected(known.error());
  const auto known_classes = catalogue.classes();
  if (!known_classes) return std::unexpected(known_classes.error());
  std::vector<StockClass> classes;
  std::vector<Item> items;
  std::vector<Depot> depots;
  for (const CopyJson& record : records) {
    const std::string kind = record.at("record");
    if (kind == "class") {
      const StockClass one = classOf(record);
      if (std::ranges::find(*known_classes, one.code, &StockClass::code) == known_classes->end())
        classes.push_back(one);
    } else if (kind == "item") {
      Item one = itemOf(record);
      if (std::ranges::find(known->items, one.code, &Item::code) != known->items.end()) continue;
      withoutTakenBarcodes(one, known->items, record, taken);
      items.push_back(std::move(one));
    } else if (kind == "depot") {
      depots.push_back(depotOf(record));
    }
  }
  if (auto put = catalogue.putClasses(classes); !put) return std::unexpected(put.error());
  if (auto put = catalogue.putItems(items, author, now_utc_ms); !put) return std::unexpected(put.error());
  taken.items = static_cast<int>(items.size());
  for (const Depot& one : depots)
    if (auto put = takeDepot(catalogue, uuids, *known, one, taken); !put) return std::unexpected(put.error());
  return taken;
}

}  // namespace gis::stocks
