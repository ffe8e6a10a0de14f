// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/item_change.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <utility>

namespace gis::stocks {
namespace {

using ItemJson = nlohmann::json;

Item inOrder(Item item) {
  std::ranges::sort(item.packs, {}, [](const Pack& pack) { return std::tie(pack.units, pack.unit_zh); });
  std::ranges::sort(item.parts, {}, &KitPart::item_code);
  if (item.norm) std::ranges::sort(item.norm->months);
  return item;
}

std::string numberField(double value) { return value == 0 ? std::string() : fmt::format("{}", value); }

std::string normField(const std::optional<Norm>& norm) {
  if (!norm) return {};
  std::string text = fmt::format("{}{}", norm->per_1000_count, norm->is_daily ? "/d" : "");
  for (std::size_t i = 0; i < norm->months.size(); ++i)
    text += fmt::format("{}{}", i == 0 ? " " : ",", norm->months[i]);
  return text;
}

std::string packsField(const Item& item) {
  std::string text;
  for (const Pack& pack : item.packs)
    text += fmt::format("{}{} {}{}{}", text.empty() ? "" : ", ", pack.unit_zh, pack.units,
                        pack.barcode.empty() ? "" : " ", pack.barcode);
  return text;
}

std::string partsField(const Item& item) {
  std::string text;
  for (const KitPart& part : item.parts)
    text += fmt::format("{}{} * {}", text.empty() ? "" : ", ", part.item_code, part.quantity);
  return text;
}

// What a person compares, under the keys of the form.
std::vector<std::pair<const char*, std::string>> fieldsOf(const Item& given) {
  const Item item = inOrder(given);
  return {{"class", item.class_code},
          {"name_zh", item.name_zh},
          {"name_en", item.name_en},
          {"unit_zh", item.unit_zh},
          {"unit_en", item.unit_en},
          {"weight_kg", numberField(item.weight_kg)},
          {"volume_m3", numberField(item.volume_m3)},
          {"shelf_life_days", item.shelf_life_days ? std::to_string(*item.shelf_life_days) : std::string()},
          {"barcode", item.barcode},
          {"norm.per_1000", normField(item.norm)},
          {"norm.source", item.norm ? item.norm->source : std::string()},
          {"source", item.source},
          {"confidence", item.confidence},
          {"packs", packsField(item)},
          {"parts", partsField(item)}};
}

std::unexpected<Error> noItem(const std::string& code) {
  return fail(ErrorCode::kDamagedFile, code, "no item of a catalogue");
}

}  // namespace

std::string itemContent(const Item& given) {
  const Item item = inOrder(given);
  ItemJson packs = ItemJson::array(), parts = ItemJson::array(), norm;
  for (const Pack& pack : item.packs)
    packs.push_back({{"unit", pack.unit_zh}, {"units", pack.units}, {"barcode", pack.barcode}});
  for (const KitPart& part : item.parts) parts.push_back({{"item", part.item_code}, {"quantity", part.quantity}});
  if (item.norm)
    norm = {{"per_1000", item.norm->per_1000_count},
            {"daily", item.norm->is_daily},
            {"months", item.norm->months},
            {"confidence", item.norm->confidence},
            {"source", item.norm->source}};
  return ItemJson{{"class", item.class_code},
                  {"zh", item.name_zh},
                  {"en", item.name_en},
                  {"unit_zh", item.unit_zh},
                  {"unit_en", item.unit_en},
                  {"weight_kg", item.weight_kg},
                  {"volume_m3", item.volume_m3},
                  {"shelf_life_days", item.shelf_life_days ? ItemJson(*item.shelf_life_days) : ItemJson(nullptr)},
                  {"barcode", item.barcode},
                  {"confidence", item.confidence},
                  {"source", item.source},
                  {"packs", std::move(packs)},
                  {"parts", std::move(parts)},
                  {"norm", std::move(norm)}}
      .dump(-1, ' ', false, ItemJson::error_handler_t::replace);
}

Result<Item> itemOfContent(const std::string& content, const std::string& code) {
  const ItemJson json = ItemJson::parse(content, nullptr, false);
  try {
    Item item;
    item.code = code, item.class_code = json.at("class");
    item.name_zh = json.at("zh"), item.name_en = json.at("en");
    item.unit_zh = json.at("unit_zh"), item.unit_en = json.at("unit_en");
    item.weight_kg = json.at("weight_kg"), item.volume_m3 = json.at("volume_m3");
    if (!json.at("shelf_life_days").is_null()) item.shelf_life_days = json.at("shelf_life_days").get<int>();
    item.barcode = json.value("barcode", std::string());
    item.confidence = json.at("confidence"), item.source = json.at("source");
    for (const ItemJson& pack : json.at("packs"))
      item.packs.push_back({pack.at("unit"), pack.at("units"), pack.at("barcode")});
    for (const ItemJson& part : json.at("parts")) item.parts.push_back({part.at("item"), part.at("quantity")});
    if (const ItemJson& norm = json.at("norm"); !norm.is_null())
      item.norm =
          Norm{norm.at("per_1000"), norm.at("daily"), norm.at("months"), norm.at("confidence"), norm.at("source")};
    if (!checkItem(item)) return noItem(code);
    return item;
  } catch (const nlohmann::json::exception&) {
    return noItem(code);
  }
}

ItemChange asItCame(const Item& item) {
  ItemChange change;
  change.item_code = item.code;
  change.content = itemContent(item);
  change.id = changeId({item.code}, change);
  return change;
}

bool isAsItCame(const ItemChange& change) { return change.upon.empty() && change.changed_utc_ms == 0; }

std::string differingFields(const Item& item, const Item& other) {
  const auto mine = fieldsOf(item), theirs = fieldsOf(other);
  std::string text;
  for (std::size_t i = 0; i < mine.size(); ++i) {
    const auto& [key, value] = mine[i];
    if (value == theirs[i].second) continue;
    text += fmt::format("{}{}={}", text.empty() ? "" : "; ", key, value.empty() ? "-" : value);
  }
  return text;
}

}  // namespace gis::stocks
