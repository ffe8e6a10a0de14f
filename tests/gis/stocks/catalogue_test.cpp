// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include "tests/gis/stocks/stocks_world.h"

namespace gis::stocks {
namespace {

TEST(CalendarDay, ThereAndBack) {
  EXPECT_EQ(dayOf(kNoon_utc_ms), "2026-05-01");
  EXPECT_EQ(dayOf(kNoon_utc_ms + 12 * 3'600'000 - 1), "2026-05-01");
  EXPECT_EQ(dayOf(kNoon_utc_ms + 12 * 3'600'000), "2026-05-02");
  EXPECT_EQ(daysLater("2026-02-27", 2), "2026-03-01");
  EXPECT_FALSE(dayNumber("2026-02-30").has_value());
  EXPECT_FALSE(dayNumber("2026-2-3").has_value());
  EXPECT_EQ(dayOf(endOfDayUtcMs(*dayNumber("2026-05-01"))), "2026-05-01");
  EXPECT_EQ(dayOf(endOfDayUtcMs(*dayNumber("2026-05-01")) + 1), "2026-05-02");
}

TEST(Catalogue, QuantitiesAsTheyAreTyped) {
  Item quilt;
  quilt.code = "Q", quilt.unit_zh = "床", quilt.packs = {{"包", 10, ""}, {"箱", 50, ""}};
  EXPECT_EQ(*quantityOf(quilt, "30"), 30);
  EXPECT_EQ(*quantityOf(quilt, " 3 包 "), 30);
  EXPECT_EQ(*quantityOf(quilt, "2箱"), 100);
  EXPECT_EQ(*quantityOf(quilt, "7床"), 7);
  for (const char* bad : {"-3", "3.5", "", "包", "3 车", "99999999999999999999", "999999999999箱"})
    EXPECT_CODE(quantityOf(quilt, bad), kInvalidArgument);
  EXPECT_EQ(packsText(quilt, 137), "2箱 3包 7床");
  EXPECT_EQ(packsText(quilt, 0), "0床");
}

TEST(CatalogueProperty, PacksAddUpToWhatTheyCameFrom) {
  rc::check([](std::uint32_t quantity) {
    Item item;
    item.code = "Q", item.unit_zh = "床", item.packs = {{"包", 7, ""}, {"箱", 84, ""}};
    std::int64_t sum = 0;
    std::string text = packsText(item, quantity) + " ";
    for (std::size_t at; (at = text.find(' ')) != std::string::npos; text.erase(0, at + 1))
      sum += *quantityOf(item, text.substr(0, at));
    RC_ASSERT(sum == quantity);
  });
}

TEST(Catalogue, WhatComesWithTheProgramIsWhole) {
  StocksWorld world;
  const auto added = world.catalogue->addShippedItems("王建国", world.clock->now);
  ASSERT_OK(added);
  EXPECT_GE(*added, 120);
  EXPECT_EQ(*world.catalogue->addShippedItems("王建国", world.clock->now), 0) << "a second time adds nothing";
  const Directory known = world.directory();
  const Item* tent = known.itemNamed("12 m² 单帐篷");
  ASSERT_NE(tent, nullptr);
  EXPECT_EQ(tent->norm->per_1000_count, 250);
  EXPECT_EQ(tent->norm->confidence, "S");
  const Item* kit = known.itemNamed("安置生活包");
  ASSERT_NE(kit, nullptr);
  ASSERT_EQ(kit->parts.size(), 4U);
  for (const KitPart& part : kit->parts) EXPECT_NE(known.itemNamed(part.item_code), nullptr) << part.item_code;
  const auto classes = *world.catalogue->classes();
  for (const Item& item : known.items) {
    EXPECT_TRUE(std::ranges::any_of(classes, [&](const StockClass& one) { return one.code == item.class_code; }));
    EXPECT_FALSE(item.source.empty());
  }
}

TEST(Catalogue, NamesAreFoundAndAmbiguousOnesAreNot) {
  StocksWorld world;
  const Directory known = world.directory();
  EXPECT_EQ(known.itemNamed("棉被")->code, "Q");
  EXPECT_EQ(known.itemNamed("6900000000017")->code, "Q") << "a barcode";
  EXPECT_EQ(known.itemNamed(""), nullptr);
  EXPECT_EQ(known.itemNamed("飞艇"), nullptr);
  EXPECT_EQ(known.depotNamed("沁源县库")->id, world.county);
  EXPECT_EQ(known.depotNamed("-"), nullptr) << "the outside is no depot";
}

TEST(Catalogue, LotsKeepTheirDay) {
  StocksWorld world;
  Lot lot;
  lot.lot_no = "A", lot.made_on = "2026-01-01";
  const auto id = world.catalogue->lot(world.food, lot);
  ASSERT_OK(id);
  EXPECT_EQ(world.directory().lots.at(*id).expires_on, "2026-09-28") << "270 days later";
  EXPECT_EQ(*world.catalogue->lot(world.food, lot), *id);
  lot.made_on.clear(), lot.expires_on = "2026-12-01";
  EXPECT_CODE(world.catalogue->lot(world.food, lot), kAlreadyExists);
  lot.lot_no = "B", lot.expires_on = "2026-13-01";
  EXPECT_CODE(world.catalogue->lot(world.food, lot), kInvalidArgument);
  lot.made_on = "2026-05-02", lot.expires_on = "2026-05-01";
  EXPECT_CODE(world.catalogue->lot(world.food, lot), kInvalidArgument);
}

TEST(Catalogue, BadItemsAreRefusedAndNothingOfTheirListIsKept) {
  StocksWorld world;
  Item good = world.quilt, bad = world.quilt;
  good.code = "N1", bad.code = "N2", bad.class_code = "12";
  EXPECT_CODE(world.catalogue->putItems({good, bad}, "a", 1), kInvalidArgument);
  EXPECT_EQ(world.directory().itemNamed("N1"), nullptr);
  EXPECT_CODE(world.catalogue->putItems({good}, "a", 1), kInvalidArgument);  // the barcode of another item
  good.packs.clear();
  bad = good, bad.parts = {{"N1", 1}};
  EXPECT_CODE(world.catalogue->putItems({bad}, "a", 1), kInvalidArgument);
  bad.parts = {{"nobody", 1}};
  EXPECT_CODE(world.catalogue->putItems({bad}, "a", 1), kUnknownName);
  ASSERT_OK(world.ledger->book(world.purchase(world.city, world.lot(world.quilt, "L"), 5)));
  Item other_unit = world.quilt;
  other_unit.unit_zh = "包";
  EXPECT_CODE(world.catalogue->putItems({other_unit}, "a", 1), kInvalidArgument);
}

}  // namespace
}  // namespace gis::stocks
