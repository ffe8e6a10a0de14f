// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/catalogue_store.h"

#include <fmt/format.h>

#include <algorithm>

#include "gis/stocks/calendar_day.h"
#include "gis/stocks/item_changes_store.h"
#include "gis/stocks/item_check.h"
#include "gis/stocks/ledger_store.h"
#include "gis/store/guarded.h"
#include "gis/store/joined_transaction.h"
#include "stockFiles.h"

namespace gis::stocks {
namespace {

std::string monthsText(const std::vector<int>& months) {
  std::string text;
  for (const int month : months) text += (text.empty() ? "" : ",") + std::to_string(month);
  return text;
}

std::vector<int> monthsOf(const std::string& text) {
  std::vector<int> months;
  int number = 0;
  for (const char c : text + ",") {
    if (c >= '0' && c <= '9') {
      number = number * 10 + (c - '0');
    } else if (number > 0) {
      months.push_back(number);
      number = 0;
    }
  }
  return months;
}

void bindText(SQLite::Statement& row, int at, const std::string& text) {
  if (text.empty())
    row.bind(at);
  else
    row.bind(at, text);
}

template <class T>
const T* onlyOne(const std::vector<T>& all, auto&& matches) {
  const T* found = nullptr;
  for (const T& one : all) {
    if (!matches(one)) continue;
    if (found) return nullptr;  // two of one name: it says nothing
    found = &one;
  }
  return found;
}

std::unexpected<Error> refused(const Item& item, const DetailFinding& finding) {
  const std::string detail = troubleDetail(finding);
  if (finding.trouble == DetailTrouble::kPartUnknown) return fail(ErrorCode::kUnknownName, finding.other, detail);
  if (finding.table == DetailFinding::Table::kItem)
    return fail(ErrorCode::kInvalidArgument,
                finding.trouble == DetailTrouble::kCodeIsBarcode ? item.code : item.barcode, detail);
  if (finding.table == DetailFinding::Table::kParts)
    return fail(ErrorCode::kInvalidArgument, item.parts[finding.row].item_code, detail);
  const Pack& pack = item.packs[finding.row];
  const bool is_barcode =
      finding.trouble == DetailTrouble::kBarcodeTwice || finding.trouble == DetailTrouble::kBarcodeOfAnother;
  return fail(ErrorCode::kInvalidArgument, is_barcode ? pack.barcode : item.code + " " + pack.unit_zh, detail);
}

void readItems(const Database& db, Directory& directory) {
  SQLite::Statement row(db.sql(),
                        "SELECT id, code, class_code, name_zh, name_en, unit_zh, unit_en, weight_kg, volume_m3, "
                        "shelf_life_days, photo, confidence, item_source FROM stock_item ORDER BY code");
  while (row.executeStep()) {
    Item item;
    item.id = row.getColumn(0).getInt64();
    int at = 1;
    for (std::string* text : {&item.code, &item.class_code, &item.name_zh, &item.name_en, &item.unit_zh, &item.unit_en})
      *text = row.getColumn(at++).getString();
    item.weight_kg = row.getColumn(7).getDouble();
    item.volume_m3 = row.getColumn(8).getDouble();
    if (!row.getColumn(9).isNull()) item.shelf_life_days = row.getColumn(9).getInt();
    item.photo = row.getColumn(10).getString();
    item.confidence = row.getColumn(11).getString();
    item.source = row.getColumn(12).getString();
    directory.items.push_back(std::move(item));
  }
}

// A workspace older than barcodes of single pieces is looked at as it is.
void readBarcodes(const Database& db, Directory& directory) {
  SQLite::Statement there(db.sql(), "SELECT count(*) FROM pragma_table_info('stock_item') WHERE name='barcode'");
  if (!there.executeStep() || there.getColumn(0).getInt() == 0) return;
  SQLite::Statement row(db.sql(), "SELECT code, barcode FROM stock_item WHERE barcode<>''");
  while (row.executeStep()) {
    const auto item = std::ranges::find(directory.items, row.getColumn(0).getString(), &Item::code);
    if (item != directory.items.end()) item->barcode = row.getColumn(1).getString();
  }
}

void readItemDetails(const Database& db, Directory& directory) {
  std::map<std::int64_t, Item*> by_id;
  for (Item& item : directory.items) by_id[item.id] = &item;
  SQLite::Statement packs(db.sql(), "SELECT item_id, unit_zh, units, barcode FROM stock_pack ORDER BY item_id, units");
  while (packs.executeStep())
    by_id.at(packs.getColumn(0).getInt64())
        ->packs.push_back(
            {packs.getColumn(1).getString(), packs.getColumn(2).getInt64(), packs.getColumn(3).getString()});
  SQLite::Statement norms(db.sql(),
                          "SELECT item_id, per_1000_count, is_daily, months, confidence, norm_source FROM stock_norm");
  while (norms.executeStep())
    by_id.at(norms.getColumn(0).getInt64())->norm =
        Norm{norms.getColumn(1).getDouble(), norms.getColumn(2).getInt() != 0, monthsOf(norms.getColumn(3).getString()),
             norms.getColumn(4).getString(), norms.getColumn(5).getString()};
  SQLite::Statement parts(db.sql(), "SELECT kit_id, part_id, quantity FROM stock_kit_part ORDER BY kit_id, part_id");
  while (parts.executeStep())
    by_id.at(parts.getColumn(0).getInt64())
        ->parts.push_back({by_id.at(parts.getColumn(1).getInt64())->code, parts.getColumn(2).getInt64()});
}

void readDepots(const Database& db, Directory& directory) {
  SQLite::Statement row(db.sql(),
                        "SELECT id, uuid, code, name, kind, tier, division_code, lon_deg, lat_deg, keeper, phone, "
                        "ifnull(census_uuid,'') FROM stock_depot WHERE id<>0 AND is_open=1 "
                        "ORDER BY tier, division_code, code");
  while (row.executeStep()) {
    Depot depot;
    depot.id = row.getColumn(0).getInt64();
    depot.uuid = row.getColumn(1).getString();
    depot.code = row.getColumn(2).getString();
    depot.name = row.getColumn(3).getString();
    depot.kind = row.getColumn(4).getString();
    depot.tier = row.getColumn(5).getInt();
    depot.division_code = row.getColumn(6).getString();
    if (!row.getColumn(7).isNull() && !row.getColumn(8).isNull())
      depot.where = LonLat{row.getColumn(7).getDouble(), row.getColumn(8).getDouble()};
    depot.keeper = row.getColumn(9).getString();
    depot.phone = row.getColumn(10).getString();
    depot.census_uuid = row.getColumn(11).getString();
    directory.depots.push_back(std::move(depot));
  }
}

void readLots(const Database& db, Directory& directory) {
  SQLite::Statement row(db.sql(),
                        "SELECT id, item_id, lot_no, ifnull(made_on,''), ifnull(expires_on,''), maker, donor, "
                        "price_yuan FROM stock_lot");
  while (row.executeStep()) {
    Lot lot{row.getColumn(0).getInt64(),  row.getColumn(1).getInt64(),
            row.getColumn(2).getString(), row.getColumn(3).getString(),
            row.getColumn(4).getString(), row.getColumn(5).getString(),
            row.getColumn(6).getString(), std::nullopt};
    if (!row.getColumn(7).isNull()) lot.price_yuan = row.getColumn(7).getDouble();
    directory.lots.emplace(lot.id, std::move(lot));
  }
  SQLite::Statement owners(db.sql(), "SELECT id, name FROM stock_owner");
  while (owners.executeStep())
    directory.owners.emplace(owners.getColumn(0).getInt64(), owners.getColumn(1).getString());
}

}  // namespace

const Item* Directory::item(std::int64_t id) const {
  return onlyOne(items, [&](const Item& one) { return one.id == id; });
}

const Item* Directory::itemNamed(std::string_view name) const {
  if (name.empty()) return nullptr;
  if (const Item* found = onlyOne(items, [&](const Item& one) { return one.code == name; })) return found;
  if (const Item* found = onlyOne(items, [&](const Item& one) { return one.name_zh == name || one.name_en == name; }))
    return found;
  return onlyOne(items, [&](const Item& one) {
    return one.barcode == name ||
           std::ranges::any_of(one.packs, [&](const Pack& pack) { return pack.barcode == name; });
  });
}

const Depot* Directory::depot(std::int64_t id) const {
  return onlyOne(depots, [&](const Depot& one) { return one.id == id; });
}

const Depot* Directory::depotNamed(std::string_view name) const {
  if (name.empty()) return nullptr;
  if (const Depot* found = onlyOne(depots, [&](const Depot& one) { return one.code == name || one.uuid == name; }))
    return found;
  return onlyOne(depots, [&](const Depot& one) { return one.name == name; });
}

const Lot* Directory::lot(std::int64_t item_id, std::string_view lot_no) const {
  for (const auto& [id, one] : lots)
    if (one.item_id == item_id && one.lot_no == lot_no) return &one;
  return nullptr;
}

bool CatalogueStore::there() const {
  try {
    SQLite::Statement row(m_db.sql(), "SELECT count(*) FROM sqlite_schema WHERE type='table' AND name='stock_line'");
    return row.executeStep() && row.getColumn(0).getInt() != 0;
  } catch (const SQLite::Exception&) {
    return true;  // asking for its rows names the trouble
  }
}

Result<Directory> CatalogueStore::directory() const {
  if (!there()) return Directory();
  return guarded(m_db, [&]() -> Result<Directory> {
    Directory directory;
    readItems(m_db, directory);
    readBarcodes(m_db, directory);
    readItemDetails(m_db, directory);
    readDepots(m_db, directory);
    readLots(m_db, directory);
    return directory;
  });
}

Result<std::vector<StockClass>> CatalogueStore::classes() const {
  if (!there()) return std::vector<StockClass>();
  return guarded(m_db, [&]() -> Result<std::vector<StockClass>> {
    std::vector<StockClass> classes;
    SQLite::Statement row(m_db.sql(),
                          "SELECT code, name_zh, name_en, confidence, class_source FROM stock_class ORDER BY code");
    while (row.executeStep())
      classes.push_back({row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString(),
                         row.getColumn(3).getString(), row.getColumn(4).getString()});
    return classes;
  });
}

Result<void> CatalogueStore::putClasses(const std::vector<StockClass>& classes) const {
  return inTransaction(m_db, [&]() -> Result<void> {
    for (const StockClass& one : classes) {
      SQLite::Statement row(m_db.sql(),
                            "INSERT INTO stock_class VALUES (?,?,?,?,?) ON CONFLICT DO UPDATE SET name_zh=?2, "
                            "name_en=?3, confidence=?4, class_source=?5");
      row.bind(1, one.code);
      row.bind(2, one.name_zh);
      row.bind(3, one.name_en);
      row.bind(4, one.confidence);
      row.bind(5, one.source);
      row.exec();
    }
    return {};
  });
}

bool CatalogueStore::isKnown(const std::string& code) const {
  SQLite::Statement row(m_db.sql(), "SELECT 1 FROM stock_item WHERE code=?");
  row.bind(1, code);
  return row.executeStep();
}

Result<bool> CatalogueStore::isInBooks(const std::string& code) const {
  return guarded(m_db, [&]() -> Result<bool> {
    SQLite::Statement row(m_db.sql(),
                          "SELECT 1 FROM stock_item i JOIN stock_cell c ON c.item_id=i.id WHERE i.code=? LIMIT 1");
    row.bind(1, code);
    return row.executeStep();
  });
}

Result<void> CatalogueStore::putRow(const Item& item, const std::string& author, std::int64_t now_utc_ms) const {
  SQLite::Statement known(m_db.sql(),
                          "SELECT unit_zh, EXISTS(SELECT 1 FROM stock_cell c WHERE c.item_id=i.id) FROM stock_item i "
                          "WHERE code=?");
  known.bind(1, item.code);
  if (known.executeStep() && known.getColumn(1).getInt() != 0 && known.getColumn(0).getString() != item.unit_zh)
    return fail(ErrorCode::kInvalidArgument, item.code, "its unit stays: quantities of it are in the books");
  SQLite::Statement row(
      m_db.sql(),
      "INSERT INTO stock_item (code, class_code, name_zh, name_en, unit_zh, unit_en, weight_kg, volume_m3, "
      "shelf_life_days, is_kit, photo, confidence, item_source, changed_utc_ms, author, barcode) VALUES "
      "(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16) ON CONFLICT(code) DO UPDATE SET class_code=?2, "
      "name_zh=?3, "
      "name_en=?4, unit_zh=?5, unit_en=?6, weight_kg=?7, volume_m3=?8, shelf_life_days=?9, is_kit=?10, photo=?11, "
      "confidence=?12, item_source=?13, changed_utc_ms=?14, author=?15, barcode=?16");
  int at = 1;
  for (const std::string* text :
       {&item.code, &item.class_code, &item.name_zh, &item.name_en, &item.unit_zh, &item.unit_en})
    row.bind(at++, *text);
  row.bind(7, item.weight_kg);
  row.bind(8, item.volume_m3);
  if (item.shelf_life_days)
    row.bind(9, *item.shelf_life_days);
  else
    row.bind(9);
  row.bind(10, item.isKit() ? 1 : 0);
  row.bind(11, item.photo);
  row.bind(12, item.confidence);
  row.bind(13, item.source);
  row.bind(14, now_utc_ms);
  row.bind(15, author);
  row.bind(16, item.barcode);
  row.exec();
  return {};
}

void CatalogueStore::putDetails(const Item& item) const {
  SQLite::Statement asked(m_db.sql(), "SELECT id FROM stock_item WHERE code=?");
  asked.bind(1, item.code);
  asked.executeStep();
  const std::int64_t id = asked.getColumn(0).getInt64();
  for (const char* sql : {"DELETE FROM stock_pack WHERE item_id=?", "DELETE FROM stock_norm WHERE item_id=?",
                          "DELETE FROM stock_kit_part WHERE kit_id=?"}) {
    SQLite::Statement row(m_db.sql(), sql);
    row.bind(1, id);
    row.exec();
  }
  for (const Pack& pack : item.packs) {
    SQLite::Statement row(m_db.sql(), "INSERT INTO stock_pack (item_id, unit_zh, units, barcode) VALUES (?,?,?,?)");
    row.bind(1, id);
    row.bind(2, pack.unit_zh);
    row.bind(3, pack.units);
    row.bind(4, pack.barcode);
    row.exec();
  }
  if (item.norm) {
    SQLite::Statement row(m_db.sql(), "INSERT INTO stock_norm VALUES (?,?,?,?,?,?)");
    row.bind(1, id);
    row.bind(2, item.norm->per_1000_count);
    row.bind(3, item.norm->is_daily ? 1 : 0);
    row.bind(4, monthsText(item.norm->months));
    row.bind(5, item.norm->confidence);
    row.bind(6, item.norm->source);
    row.exec();
  }
  for (const KitPart& part : item.parts) {
    SQLite::Statement row(
        m_db.sql(),
        "INSERT INTO stock_kit_part (kit_id, part_id, quantity) SELECT ?, id, ? FROM stock_item WHERE code=?");
    row.bind(1, id);
    row.bind(2, part.quantity);
    row.bind(3, part.item_code);
    row.exec();
  }
}

// Rows first, then what refers to them: a kit may stand before its parts.
Result<void> CatalogueStore::putAll(const std::vector<Item>& items, const std::string& author, std::int64_t now_utc_ms,
                                    Keep keep) const {
  const auto before = directory();
  if (!before) return std::unexpected(before.error());
  std::vector<Item> known = before->items;
  for (const Item& item : items) {
    if (auto good = checkItem(item); !good) return good;
    const auto same = std::ranges::find(known, item.code, &Item::code);
    if (same == known.end())
      known.push_back(item);
    else
      *same = item;
  }
  for (const Item& item : items)
    for (const DetailFinding& one : checkDetails(item, known))
      if (keep == Keep::kChange || one.trouble != DetailTrouble::kCodeIsBarcode) return refused(item, one);
  for (const Item& item : items)
    if (auto put = putRow(item, author, now_utc_ms); !put) return put;
  for (const Item& item : items) putDetails(item);
  if (keep == Keep::kNothing) return {};
  const ItemChangesStore changes(m_db);
  for (const Item& item : items) {
    const auto was = std::ranges::find(before->items, item.code, &Item::code);
    const Item* known_item = was == before->items.end() ? nullptr : &*was;
    if (auto kept = changes.keepInside(known_item, item, author, now_utc_ms); !kept) return kept;
  }
  return {};
}

Result<void> CatalogueStore::putItems(const std::vector<Item>& items, const std::string& author,
                                      std::int64_t now_utc_ms) const {
  return inTransaction(m_db, [&] { return putAll(items, author, now_utc_ms, Keep::kChange); });
}

Result<void> CatalogueStore::adoptItems(const std::vector<Item>& items, const std::string& author,
                                        std::int64_t now_utc_ms) const {
  return inTransaction(m_db, [&] { return putAll(items, author, now_utc_ms, Keep::kNothing); });
}

Result<int> CatalogueStore::addShippedItems(const std::string& author, std::int64_t now_utc_ms) const {
  int added = 0;
  for (const EmbeddedFile& file : stockFiles()) {
    if (file.name != "items.csv") continue;
    auto items = readCatalogue(file.text());
    if (!items) return std::unexpected(items.error());
    const auto done = inTransaction(m_db, [&]() -> Result<void> {
      std::erase_if(*items, [&](const Item& item) { return isKnown(item.code); });
      added = static_cast<int>(items->size());
      return putAll(*items, author, now_utc_ms, Keep::kNothing);
    });
    if (!done) return std::unexpected(done.error());
  }
  return added;
}

Result<std::int64_t> CatalogueStore::putDepot(UuidSource& uuids, const Depot& depot) const {
  return guarded(m_db, [&]() -> Result<std::int64_t> {
    SQLite::Statement row(
        m_db.sql(),
        "INSERT INTO stock_depot (uuid, code, name, kind, tier, division_code, lon_deg, lat_deg, keeper, phone, "
        "census_uuid) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11) ON CONFLICT(code) DO UPDATE SET name=?3, kind=?4, "
        "tier=?5, division_code=?6, lon_deg=?7, lat_deg=?8, keeper=?9, phone=?10 RETURNING id");
    row.bind(1, depot.uuid.empty() ? uuids.next() : depot.uuid);
    row.bind(2, depot.code);
    row.bind(3, depot.name);
    row.bind(4, depot.kind);
    row.bind(5, depot.tier);
    row.bind(6, depot.division_code);
    if (depot.where) {
      row.bind(7, depot.where->lon_deg);
      row.bind(8, depot.where->lat_deg);
    }
    row.bind(9, depot.keeper);
    row.bind(10, depot.phone);
    bindText(row, 11, depot.census_uuid);
    row.executeStep();
    return row.getColumn(0).getInt64();
  });
}

Result<int> CatalogueStore::addCensusDepots(UuidSource& uuids) const {
  std::vector<Depot> missing;
  const auto read = guarded(m_db, [&]() -> Result<void> {
    SQLite::Statement row(
        m_db.sql(),
        "SELECT d.uuid, d.name, d.tier, d.division_code, ST_MinX(d.geom), ST_MinY(d.geom), d.keeper, d.phone, "
        "d.fid FROM depot d WHERE NOT EXISTS (SELECT 1 FROM stock_depot s WHERE s.census_uuid=d.uuid) ORDER BY d.fid");
    while (row.executeStep()) {
      Depot depot;
      depot.census_uuid = row.getColumn(0).getString();
      depot.name = row.getColumn(1).getString();
      depot.tier = row.getColumn(2).getInt();
      depot.division_code = row.getColumn(3).getString();
      depot.where = LonLat{row.getColumn(4).getDouble(), row.getColumn(5).getDouble()};
      depot.keeper = row.getColumn(6).getString();
      depot.phone = row.getColumn(7).getString();
      depot.code = fmt::format("CK{}-{}", depot.division_code.substr(0, 9), depot.census_uuid.substr(32));
      missing.push_back(std::move(depot));
    }
    return {};
  });
  if (!read) return std::unexpected(read.error());
  for (const Depot& depot : missing)
    if (auto put = putDepot(uuids, depot); !put) return std::unexpected(put.error());
  return static_cast<int>(missing.size());
}

Result<std::int64_t> CatalogueStore::owner(const std::string& name) const {
  return guarded(m_db, [&]() -> Result<std::int64_t> {
    if (name.empty()) return fail(ErrorCode::kInvalidArgument, "owner", "an owner is needed");
    SQLite::Statement known(m_db.sql(), "SELECT id FROM stock_owner WHERE name=?");
    known.bind(1, name);
    if (known.executeStep()) return known.getColumn(0).getInt64();
    SQLite::Statement row(m_db.sql(), "INSERT INTO stock_owner (name) VALUES (?)");
    row.bind(1, name);
    row.exec();
    return m_db.sql().getLastInsertRowid();
  });
}

Result<std::int64_t> CatalogueStore::lot(const Item& item, Lot lot) const {
  if (lot.lot_no.empty()) lot.lot_no = "-";
  for (const std::string* day : {&lot.made_on, &lot.expires_on})
    if (!day->empty() && !dayNumber(*day))
      return fail(ErrorCode::kInvalidArgument, *day, "a day like 2026-05-01 is expected");
  if (lot.expires_on.empty() && item.shelf_life_days && !lot.made_on.empty())
    lot.expires_on = daysLater(lot.made_on, *item.shelf_life_days);
  if (!lot.made_on.empty() && !lot.expires_on.empty() && lot.expires_on < lot.made_on)
    return fail(ErrorCode::kInvalidArgument, lot.lot_no, "expires before it was made");
  return guarded(m_db, [&]() -> Result<std::int64_t> {
    SQLite::Statement known(
        m_db.sql(), "SELECT id, ifnull(made_on,''), ifnull(expires_on,'') FROM stock_lot WHERE item_id=? AND lot_no=?");
    known.bind(1, item.id);
    known.bind(2, lot.lot_no);
    if (known.executeStep()) {
      const std::string made = known.getColumn(1).getString(), expires = known.getColumn(2).getString();
      if ((!lot.made_on.empty() && lot.made_on != made) || (!lot.expires_on.empty() && lot.expires_on != expires))
        return fail(ErrorCode::kAlreadyExists, item.code + " " + lot.lot_no,
                    fmt::format("this lot is known: made {}, expires {}", made.empty() ? "-" : made,
                                expires.empty() ? "-" : expires));
      return known.getColumn(0).getInt64();
    }
    SQLite::Statement row(m_db.sql(),
                          "INSERT INTO stock_lot (item_id, lot_no, made_on, expires_on, maker, donor, price_yuan) "
                          "VALUES (?,?,?,?,?,?,?)");
    row.bind(1, item.id);
    row.bind(2, lot.lot_no);
    bindText(row, 3, lot.made_on);
    bindText(row, 4, lot.expires_on);
    row.bind(5, lot.maker);
    row.bind(6, lot.donor);
    if (lot.price_yuan) row.bind(7, *lot.price_yuan);
    row.exec();
    return m_db.sql().getLastInsertRowid();
  });
}

}  // namespace gis::stocks
