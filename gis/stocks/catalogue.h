// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis::stocks {

// A class of GB/T 38565-2020 应急物资分类及编码 (clause 5): 1 digit 大类, 3 中类, 5 小类, 7 细类. Only the structure
// and the first layer could be read; other names are marked 'U' (to be verified) and are the office's to replace.
struct StockClass {
  std::string code, name_zh, name_en, confidence, source;
};

// A pack (包装单位): `units` of the item.
struct Pack {
  std::string unit_zh;
  std::int64_t units = 0;
  std::string barcode;
};

// How much 1,000 people who were moved out need (定额), a day when daily. The source says where that is from;
// confidence S, F or U as everywhere (code_confidence).
struct Norm {
  double per_1000_count = 0;
  bool is_daily = false;
  std::vector<int> months;  // 1..12; empty: all year
  std::string confidence = "U", source;
};

struct KitPart {
  std::string item_code;
  std::int64_t quantity = 0;  // in one kit
};

// One article (品目). Quantities everywhere are whole numbers of its unit.
struct Item {
  std::int64_t id = 0;  // of the row; 0: none yet
  std::string code, class_code, name_zh, name_en, unit_zh, unit_en;
  double weight_kg = 0, volume_m3 = 0;  // of one unit; 0: not known
  std::optional<int> shelf_life_days;
  std::string barcode;  // of one unit; packs have their own
  std::string photo;    // SHA-256 of the picture's file
  std::string confidence = "U", source;
  std::vector<Pack> packs;
  std::optional<Norm> norm;
  std::vector<KitPart> parts;  // of a kit
  bool isKit() const { return !parts.empty(); }
};

// A place that holds stock (储备点). Those of contracts, capacities and families are depots as well, so that nobody
// counts on them as on what lies in a hall.
struct Depot {
  std::int64_t id = 0;
  std::string uuid, code, name;
  std::string kind = "government";  // as code_stock_depot
  int tier = 3;                     // 1 province .. 5 village
  std::string division_code;
  std::optional<LonLat> where;
  std::string keeper, phone, census_uuid;
};

// A lot (批次) of an item: what came together and expires together. An item whose lots nobody told apart has one lot
// "-".
struct Lot {
  std::int64_t id = 0, item_id = 0;
  std::string lot_no = "-";
  std::string made_on, expires_on;  // "2026-05-01"; empty: not known, never
  std::string maker, donor;
  std::optional<double> price_yuan;  // of one unit
};
// On the day itself it may still be given out.
inline bool isExpired(const Lot& lot, std::string_view day) { return !lot.expires_on.empty() && lot.expires_on < day; }

// "3包" -> 30 床; a number alone is in the item's unit. Fails with kInvalidArgument: no whole number, negative, too
// large, a unit that the item does not have.
Result<std::int64_t> quantityOf(const Item& item, std::string_view typed);
// 137 -> "13包 7床", largest packs first.
std::string packsText(const Item& item, std::int64_t quantity);

// What is to be said against an item by itself: class code of no 1, 3, 5, 7 digits, packs of fewer than two units,
// parts below one. kInvalidArgument. What stands against it beside others: item_check.h.
Result<void> checkItem(const Item& item);

}  // namespace gis::stocks
