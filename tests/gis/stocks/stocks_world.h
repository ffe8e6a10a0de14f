// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <SQLiteCpp/Database.h>

#include <memory>
#include <optional>

#include "gis/stocks/balance_store.h"
#include "gis/stocks/calendar_day.h"
#include "gis/stocks/catalogue_store.h"
#include "gis/stocks/ledger_store.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::stocks {

// A clock that tests set; it never runs by itself.
class HandClock final : public Clock {
 public:
  explicit HandClock(std::int64_t now_utc_ms) : now(now_utc_ms) {}
  std::int64_t nowUtcMs() const override { return now; }
  std::int64_t now;
};

inline constexpr std::int64_t kNoon_utc_ms = 1777608000000;  // 2026-05-01 12:00 in Beijing
inline constexpr std::int64_t kDay_ms = 86'400'000;

// A workspace with two depots, quilts (packs of ten), food that lasts 270 days, torches, and a kit of both; one owner.
struct StocksWorld {
  TemporaryFolder folder;
  std::optional<Workspace> workspace;
  std::shared_ptr<HandClock> clock = std::make_shared<HandClock>(kNoon_utc_ms);
  UuidSource uuids{clock, 11};
  std::optional<CatalogueStore> catalogue;
  std::optional<LedgerStore> ledger;
  std::int64_t city = 0, county = 0, owner = 0;
  Item quilt, food, torch, kit;

  StocksWorld() {
    auto made = Workspace::create(folder / "w", kMayDay);
    EXPECT_TRUE(made.has_value()) << say(made);
    workspace.emplace(std::move(*made));
    // The tests ask what is in the books, not what survives a power cut.
    workspace->db().sql().exec("PRAGMA synchronous=OFF");
    fillSmallCity(workspace->db(), 3);
    catalogue.emplace(workspace->db());
    ledger.emplace(workspace->db(), *clock, uuids);
    const auto item = [](const char* code, const char* name, const char* unit) {
      Item one;
      one.code = code, one.class_code = "103", one.name_zh = name, one.unit_zh = unit, one.source = "test";
      return one;
    };
    quilt = item("Q", "棉被", "床");
    quilt.packs = {{"包", 10, "6900000000017"}};
    quilt.norm = Norm{1000, false, {}, "U", "test"};
    food = item("F", "方便食品", "份");
    food.shelf_life_days = 270;
    food.norm = Norm{3000, true, {}, "U", "test"};
    torch = item("T", "手电筒", "支");
    kit = item("K", "家庭应急包", "个");
    kit.parts = {{"F", 6}, {"T", 1}};
    const auto put = catalogue->putItems({kit, quilt, food, torch}, "王建国", clock->now);
    EXPECT_TRUE(put.has_value()) << say(put);
    Depot depot;
    depot.code = "CITY", depot.name = "市库", depot.tier = 2, depot.division_code = "140400000000";
    city = *catalogue->putDepot(uuids, depot);
    depot.code = "COUNTY", depot.name = "沁源县库", depot.tier = 3, depot.division_code = "140431000000";
    county = *catalogue->putDepot(uuids, depot);
    owner = *catalogue->owner("市应急管理局");
    const Directory known = directory();
    for (Item* one : {&quilt, &food, &torch, &kit}) *one = *known.itemNamed(one->code);
  }
  const Database& db() { return workspace->db(); }
  Directory directory() { return *catalogue->directory(); }
  std::int64_t lot(const Item& item, const std::string& number, const std::string& expires_on = {}) {
    Lot one;
    one.lot_no = number, one.expires_on = expires_on;
    const auto id = catalogue->lot(item, one);
    EXPECT_TRUE(id.has_value()) << say(id);
    return id.value_or(0);
  }
  MoveDraft draft(MoveKind kind, std::vector<MoveLine> lines) {
    MoveDraft one;
    one.kind = kind, one.author = "王建国", one.lines = std::move(lines);
    return one;
  }
  MoveLine line(std::int64_t lot, std::int64_t quantity, Side from, Side to) {
    return {lot, owner, quantity, from, to};
  }
  MoveDraft purchase(std::int64_t depot, std::int64_t lot, std::int64_t quantity) {
    return draft(MoveKind::kPurchase, {line(lot, quantity, {0, State::kSupplier}, {depot, State::kUsable})});
  }
  MoveDraft issue(std::int64_t depot, std::int64_t lot, std::int64_t quantity) {
    return draft(MoveKind::kIssue, {line(lot, quantity, {depot, State::kUsable}, {0, State::kUsed})});
  }
  std::int64_t held(std::int64_t depot, const Item& item, State state = State::kUsable) {
    std::int64_t sum = 0;
    const auto cells = BalanceStore(db()).balance();
    for (const CellBalance& cell : *cells)
      if (cell.depot_id == depot && cell.item_id == item.id && cell.state == state) sum += cell.quantity;
    return sum;
  }
  long rows(const char* table) {
    return workspace->db().sql().execAndGet(std::string("SELECT count(*) FROM ") + table).getInt();
  }
};

}  // namespace gis::stocks
