// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/master_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "gis/stocks/ledger_store.h"
#include "gis/stocks/levels_store.h"
#include "gis/stocks/move_wish.h"

namespace gis::stocks {
namespace {

using MasterJson = nlohmann::json;

// One object, key by key: the first that is wrong sticks, and a key nobody asked for is wrong too.
class MasterKeys {
 public:
  explicit MasterKeys(const MasterJson& object) : m_object(object) {
    if (!object.is_object()) m_wrong = {"", "an object is expected"};
  }
  bool has(const char* key) {
    m_asked.insert(key);
    return m_object.is_object() && m_object.contains(key);
  }
  bool isNull(const char* key) { return has(key) && m_object[key].is_null(); }
  void text(const char* key, std::string& value) {
    if (!has(key)) return;
    if (m_object[key].is_string())
      value = m_object[key].get<std::string>();
    else
      wrong(key, "a text is expected");
  }
  void number(const char* key, double& value, double least, double most) {
    if (!has(key)) return;
    const MasterJson& found = m_object[key];
    if (found.is_number() && found.get<double>() >= least && found.get<double>() <= most)
      value = found.get<double>();
    else
      wrong(key, fmt::format("a number from {} to {} is expected", least, most));
  }
  template <class Int>
  void whole(const char* key, Int& value, std::int64_t least, std::int64_t most) {
    if (!has(key)) return;
    const MasterJson& found = m_object[key];
    const bool good = found.is_number_integer() && found.get<double>() >= static_cast<double>(least) &&
                      found.get<double>() <= static_cast<double>(most);
    if (good)
      value = found.get<Int>();
    else
      wrong(key, fmt::format("a whole number from {} to {} is expected", least, most));
  }
  void flag(const char* key, bool& value) {
    if (!has(key)) return;
    if (m_object[key].is_boolean())
      value = m_object[key].get<bool>();
    else
      wrong(key, "true or false is expected");
  }
  const MasterJson* list(const char* key) {
    if (!has(key)) return nullptr;
    if (!m_object[key].is_array()) wrong(key, "a list is expected");
    return m_object[key].is_array() ? &m_object[key] : nullptr;
  }
  const MasterJson* object(const char* key) { return has(key) && !m_object[key].is_null() ? &m_object[key] : nullptr; }
  void needed(const char* key, const std::string& value) {
    if (value.empty()) wrong(key, "is needed");
  }
  void wrong(const std::string& key, const std::string& why) {
    if (m_wrong.second.empty()) m_wrong = {key, why};
  }
  // A key that nobody knows comes before what follows from it.
  Result<void> outcome() const {
    if (m_object.is_object())
      for (const auto& [key, value] : m_object.items())
        if (!m_asked.contains(key))
          return fail(ErrorCode::kInvalidArgument, key, unknownKeyDetail({m_asked.begin(), m_asked.end()}));
    if (!m_wrong.second.empty()) return fail(ErrorCode::kInvalidArgument, m_wrong.first, m_wrong.second);
    return {};
  }

 private:
  const MasterJson& m_object;
  std::set<std::string, std::less<>> m_asked;
  std::pair<std::string, std::string> m_wrong;
};

Result<std::vector<MasterJson>> masterRows(std::string_view text) {
  const MasterJson json = MasterJson::parse(text, nullptr, false);
  if (json.is_object()) return std::vector<MasterJson>{json};
  if (!json.is_array()) return fail(ErrorCode::kInvalidArgument, "JSON", "an object or a list of them is expected");
  return json.get<std::vector<MasterJson>>();
}

template <class Set>
Result<void> eachRow(const Database& db, std::string_view text, const Set& set) {
  const auto rows = masterRows(text);
  if (!rows) return std::unexpected(rows.error());
  return inTransaction(db, [&]() -> Result<void> {
    for (std::size_t i = 0; i < rows->size(); ++i)
      if (auto done = set((*rows)[i]); !done)
        return std::unexpected(std::move(done.error()).via(fmt::format("line {}", i + 1)));
    return {};
  });
}

Result<Norm> normOf(const MasterJson& json, const std::optional<Norm>& known) {
  Norm norm = known.value_or(Norm());
  MasterKeys keys(json);
  keys.number("per_1000", norm.per_1000_count, 0, 1e6);
  keys.flag("daily", norm.is_daily);
  keys.text("source", norm.source);
  keys.text("confidence", norm.confidence);
  if (const MasterJson* months = keys.list("months")) {
    norm.months.clear();
    for (const MasterJson& month : *months) {
      if (!month.is_number_integer() || month.get<int>() < 1 || month.get<int>() > 12)
        return fail(ErrorCode::kInvalidArgument, "months", "numbers from 1 to 12 are expected");
      norm.months.push_back(month.get<int>());
    }
  }
  keys.needed("norm/source", norm.source);
  if (auto good = keys.outcome(); !good) return std::unexpected(good.error());
  return norm;
}

Result<void> readPacks(const MasterJson& list, Item& item) {
  item.packs.clear();
  for (const MasterJson& one : list) {
    Pack pack;
    MasterKeys keys(one);
    keys.text("unit_zh", pack.unit_zh);
    keys.whole("units", pack.units, 2, 1'000'000);
    keys.text("barcode", pack.barcode);
    keys.needed("packs/unit_zh", pack.unit_zh);
    if (pack.units < 2) keys.wrong("packs/units", "is needed");
    if (auto good = keys.outcome(); !good) return good;
    item.packs.push_back(std::move(pack));
  }
  return {};
}

Result<void> readParts(const MasterJson& list, const Directory& directory, Item& item) {
  item.parts.clear();
  for (const MasterJson& one : list) {
    std::string name;
    KitPart part;
    MasterKeys keys(one);
    keys.text("item", name);
    keys.whole("quantity", part.quantity, 1, 1'000'000);
    if (part.quantity < 1) keys.wrong("parts/quantity", "is needed");
    if (auto good = keys.outcome(); !good) return good;
    const Item* known = directory.itemNamed(name);
    if (!known) return fail(ErrorCode::kUnknownName, name, "no item of the catalogue has this name");
    part.item_code = known->code;
    item.parts.push_back(std::move(part));
  }
  return {};
}

Result<Item> itemOf(const MasterJson& json, const Directory& directory) {
  MasterKeys keys(json);
  std::string code;
  keys.text("code", code);
  keys.needed("code", code);
  const auto known = std::ranges::find(directory.items, code, &Item::code);
  Item item = known != directory.items.end() ? *known : Item();
  item.code = code;
  for (const auto& [key, value] : {std::pair{"class", &item.class_code},
                                   {"name_zh", &item.name_zh},
                                   {"name_en", &item.name_en},
                                   {"unit_zh", &item.unit_zh},
                                   {"unit_en", &item.unit_en},
                                   {"confidence", &item.confidence},
                                   {"source", &item.source},
                                   {"barcode", &item.barcode},
                                   {"photo", &item.photo}})
    keys.text(key, *value);
  keys.number("weight_kg", item.weight_kg, 0, 1e6);
  keys.number("volume_m3", item.volume_m3, 0, 1e4);
  int days = item.shelf_life_days.value_or(0);
  if (keys.isNull("shelf_life_days"))
    item.shelf_life_days.reset();
  else if (keys.has("shelf_life_days"))
    keys.whole("shelf_life_days", days, 1, 36'500), item.shelf_life_days = days;
  for (const auto& [key, value] : {std::pair{"class", &item.class_code},
                                   {"name_zh", &item.name_zh},
                                   {"unit_zh", &item.unit_zh},
                                   {"source", &item.source}})
    keys.needed(key, *value);
  if (keys.isNull("norm")) item.norm.reset();
  const MasterJson *norm = keys.object("norm"), *packs = keys.list("packs"), *parts = keys.list("parts");
  if (auto good = keys.outcome(); !good) return std::unexpected(good.error());
  if (norm) {
    auto read = normOf(*norm, item.norm);
    if (!read) return std::unexpected(read.error());
    item.norm = std::move(*read);
  }
  if (packs)
    if (auto read = readPacks(*packs, item); !read) return std::unexpected(read.error());
  if (parts)
    if (auto read = readParts(*parts, directory, item); !read) return std::unexpected(read.error());
  return item;
}

struct DepotWish {
  Depot depot;
  std::optional<std::vector<DepotTruck>> trucks;
};

Result<DepotWish> depotOf(const MasterJson& json, const Directory& directory) {
  DepotWish wish;
  MasterKeys keys(json);
  std::string code;
  keys.text("code", code);
  keys.needed("code", code);
  const auto known = std::ranges::find(directory.depots, code, &Depot::code);
  const bool is_new = known == directory.depots.end();
  if (!is_new) wish.depot = *known;
  Depot& depot = wish.depot;
  depot.code = code;
  for (const auto& [key, value] : {std::pair{"name", &depot.name},
                                   {"kind", &depot.kind},
                                   {"division_code", &depot.division_code},
                                   {"keeper", &depot.keeper},
                                   {"phone", &depot.phone}})
    keys.text(key, *value);
  keys.needed("name", depot.name);
  if (is_new && !keys.has("tier")) keys.wrong("tier", "is needed");
  keys.whole("tier", depot.tier, 1, 5);
  constexpr const char* kKinds[] = {"government", "contract", "capacity", "household"};
  if (std::ranges::find(kKinds, depot.kind) == std::end(kKinds))
    keys.wrong("kind", "government, contract, capacity or household is expected");
  const bool lon = keys.has("lon"), lat = keys.has("lat");
  if (lon != lat) keys.wrong("lon", "lon and lat belong together");
  if (lon && lat) {
    LonLat where = depot.where.value_or(LonLat());
    keys.number("lon", where.lon_deg, -180, 180);
    keys.number("lat", where.lat_deg, -90, 90);
    depot.where = where;
  }
  if (const MasterJson* list = keys.list("trucks")) {
    wish.trucks.emplace();
    for (const MasterJson& one : *list) {
      DepotTruck truck;
      MasterKeys of(one);
      of.text("kind", truck.kind);
      of.number("payload_kg", truck.payload_kg, 0, 1e6);
      of.number("volume_m3", truck.volume_m3, 0, 1e4);
      of.whole("trucks", truck.trucks, 1, 10'000);
      if (auto good = of.outcome(); !good) return std::unexpected(good.error());
      wish.trucks->push_back(std::move(truck));
    }
  }
  if (auto good = keys.outcome(); !good) return std::unexpected(good.error());
  return wish;
}

Result<void> setBasisOf(const MasterJson& json, const Depot& depot, const LevelsStore& store, const std::string& author,
                        std::int64_t now_utc_ms) {
  const auto input = store.input();
  if (!input) return std::unexpected(input.error());
  const auto known = std::ranges::find(input->bases, depot.id, &LevelBasis::depot_id);
  LevelBasis basis = known != input->bases.end() ? *known : LevelBasis();
  basis.depot_id = depot.id;
  std::string name;
  MasterKeys keys(json);
  keys.text("depot", name);
  keys.whole("people", basis.people, 0, 100'000'000);
  keys.text("source", basis.source);
  keys.whole("minimum_days", basis.minimum_days, 1, 365);
  keys.whole("target_days", basis.target_days, 1, 365);
  keys.whole("maximum_days", basis.maximum_days, 1, 365);
  keys.needed("source", basis.source);
  if (basis.target_days < basis.minimum_days || basis.maximum_days < basis.target_days)
    keys.wrong("target_days", "minimum, target and maximum must not fall");
  if (auto good = keys.outcome(); !good) return good;
  return store.setBasis(basis, author, now_utc_ms);
}

Result<void> setLevelOf(const MasterJson& json, const Directory& directory, const LevelsStore& store,
                        const std::string& author, std::int64_t now_utc_ms) {
  MasterKeys keys(json);
  std::string depot_name, item_name;
  keys.text("depot", depot_name);
  const Depot* depot = directory.depotNamed(depot_name);
  if (!depot) return fail(ErrorCode::kUnknownName, depot_name, "no depot has this name");
  if (keys.has("people")) return setBasisOf(json, *depot, store, author, now_utc_ms);
  keys.text("item", item_name);
  const Item* item = directory.itemNamed(item_name);
  if (!item) return fail(ErrorCode::kUnknownName, item_name, "no item of the catalogue has this name");
  bool computed = false;
  keys.flag("computed", computed);
  Level level;
  level.typed = true;
  constexpr std::int64_t kMost = 1'000'000'000;
  keys.whole("minimum", level.minimum, 0, kMost);
  level.target = level.minimum;
  keys.whole("target", level.target, 0, kMost);
  level.maximum = level.target;
  keys.whole("maximum", level.maximum, 0, kMost);
  keys.text("reason", level.reason);
  if (!computed && !keys.has("minimum")) keys.wrong("minimum", "is needed");
  if (!computed) keys.needed("reason", level.reason);
  if (level.target < level.minimum || level.maximum < level.target)
    keys.wrong("target", "minimum, target and maximum must not fall");
  if (auto good = keys.outcome(); !good) return good;
  return store.setLevel(depot->id, item->id, computed ? std::nullopt : std::optional(level), author, now_utc_ms);
}

}  // namespace

Result<std::vector<std::string>> setItems(const Database& db, std::string_view json, const std::string& author,
                                          std::int64_t now_utc_ms) {
  std::vector<std::string> codes;
  const CatalogueStore catalogue(db);
  const auto done = eachRow(db, json, [&](const MasterJson& row) -> Result<void> {
    const auto directory = catalogue.directory();
    if (!directory) return std::unexpected(directory.error());
    auto item = itemOf(row, *directory);
    if (!item) return std::unexpected(item.error());
    const auto classes = catalogue.classes();
    if (!classes) return std::unexpected(classes.error());
    if (std::ranges::find(*classes, item->class_code, &StockClass::code) == classes->end())
      return fail(ErrorCode::kUnknownName, item->class_code, "no class has this code");
    codes.push_back(item->code);
    return catalogue.putItems({*item}, author, now_utc_ms);
  });
  if (!done) return std::unexpected(done.error());
  return codes;
}

Result<std::vector<std::string>> setDepots(const Database& db, UuidSource& uuids, std::string_view json,
                                           const std::string& author, std::int64_t now_utc_ms) {
  std::vector<std::string> codes;
  const CatalogueStore catalogue(db);
  const auto done = eachRow(db, json, [&](const MasterJson& row) -> Result<void> {
    const auto directory = catalogue.directory();
    if (!directory) return std::unexpected(directory.error());
    const auto wish = depotOf(row, *directory);
    if (!wish) return std::unexpected(wish.error());
    const auto id = catalogue.putDepot(uuids, wish->depot);
    if (!id) return std::unexpected(id.error());
    codes.push_back(wish->depot.code);
    return wish->trucks ? TruckStore(db).setTrucks(*id, *wish->trucks, author, now_utc_ms) : Result<void>();
  });
  if (!done) return std::unexpected(done.error());
  return codes;
}

Result<int> setLevels(const Database& db, std::string_view json, const std::string& author, std::int64_t now_utc_ms) {
  int set = 0;
  const LevelsStore store(db);
  const auto directory = CatalogueStore(db).directory();
  if (!directory) return std::unexpected(directory.error());
  const auto done = eachRow(db, json, [&](const MasterJson& row) -> Result<void> {
    ++set;
    return setLevelOf(row, *directory, store, author, now_utc_ms);
  });
  if (!done) return std::unexpected(done.error());
  return set;
}

}  // namespace gis::stocks
