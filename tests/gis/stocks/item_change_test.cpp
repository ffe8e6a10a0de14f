// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/item_change.h"

#include <gtest/gtest.h>

#include "gis/stocks/item_changes_store.h"
#include "gis/stocks/master_data.h"
#include "gis/store/migration.h"
#include "tests/gis/stocks/two_laptops.h"

namespace gis::stocks {
namespace {

// Edits of the catalogue on two laptops.
struct ItemsOfTwo : TwoLaptops {
  void set(const Database& db, const char* json, const char* who, std::int64_t at_utc_ms) {
    const auto done = setItems(db, json, who, at_utc_ms);
    ASSERT_TRUE(done.has_value()) << say(done);
  }
  Item at(const Database& db, const char* code) {
    const auto known = CatalogueStore(db).directory();
    const Item* found = known ? known->itemNamed(code) : nullptr;
    EXPECT_NE(found, nullptr) << code;
    return found ? *found : Item();
  }
  std::vector<LedgerQuestion> asked() { return *office().questions(true); }
};

TEST_F(ItemsOfTwo, AnEditTravelsBothWaysAndNobodyIsAsked) {
  set(there(), R"({"code":"Q","weight_kg":2.4,"barcode":"6900000000031","packs":[{"unit_zh":"箱","units":20}],
                   "norm":{"per_1000":900,"source":"外业"}})",
      "李", 7);
  const LedgerMerge merged = home();
  EXPECT_EQ(merged.edited_items, 1);
  EXPECT_EQ(merged.items, 0);
  EXPECT_EQ(merged.questions, 0);
  const Item quilt = at(world.db(), "Q");
  EXPECT_DOUBLE_EQ(quilt.weight_kg, 2.4);
  EXPECT_EQ(quilt.barcode, "6900000000031");
  ASSERT_EQ(quilt.packs.size(), 1U);
  EXPECT_EQ(quilt.packs[0].units, 20);
  EXPECT_DOUBLE_EQ(quilt.norm->per_1000_count, 900);
  EXPECT_EQ(home().edited_items, 0) << "a second time changes nothing";
  // Upon it in the office, with a clock that is behind the laptop's: it goes out, and nobody is asked.
  set(world.db(), R"({"code":"Q","name_zh":"棉被（加厚）","shelf_life_days":3650})", "王", 5);
  EXPECT_EQ(home().edited_items, 0) << "what the laptop has is older";
  const LedgerMerge back = out();
  EXPECT_EQ(back.edited_items, 1);
  EXPECT_EQ(back.questions, 0);
  EXPECT_EQ(at(there(), "Q").name_zh, "棉被（加厚）");
  EXPECT_DOUBLE_EQ(at(there(), "Q").weight_kg, 2.4);
  EXPECT_EQ(itemContent(at(there(), "Q")), itemContent(at(world.db(), "Q")));
}

TEST_F(ItemsOfTwo, BothEditedTheLaterHoldsAndAPersonIsAsked) {
  set(world.db(), R"({"code":"Q","weight_kg":2.5})", "王", kNoon_utc_ms);
  set(there(), R"({"code":"Q","weight_kg":3,"name_en":"Quilts"})", "李", kNoon_utc_ms + kDay_ms);
  EXPECT_EQ(home().questions, 1);
  EXPECT_DOUBLE_EQ(at(world.db(), "Q").weight_kg, 3);
  ASSERT_EQ(asked().size(), 1U);
  EXPECT_EQ(asked()[0].kind, "item");
  EXPECT_EQ(asked()[0].why,
            "棉被: here name_en=-; weight_kg=2.5 by 王 on 2026-05-01, there name_en=Quilts; weight_kg=3 by 李 on "
            "2026-05-02; the later holds: there");
  EXPECT_EQ(home().questions, 0) << "asked once";
  // The other side agrees whatever the order, and an earlier one does not come back.
  out();
  EXPECT_DOUBLE_EQ(at(there(), "Q").weight_kg, 3);
  // What is set upon both ends it on both sides.
  set(world.db(), R"({"code":"Q","weight_kg":2.8})", "王", kNoon_utc_ms + 2 * kDay_ms);
  ASSERT_TRUE(office().decide(asked()[0].uuid, "称重 2.8 kg", "王").has_value());
  EXPECT_EQ(out().questions, 0);
  EXPECT_DOUBLE_EQ(at(there(), "Q").weight_kg, 2.8);
  EXPECT_EQ(home().questions, 0);
}

TEST_F(ItemsOfTwo, TheEarlierEditDoesNotStandButIsAskedAbout) {
  set(world.db(), R"({"code":"Q","weight_kg":2.5})", "王", kNoon_utc_ms + kDay_ms);
  set(there(), R"({"code":"Q","weight_kg":3})", "李", kNoon_utc_ms);
  const LedgerMerge merged = home();
  EXPECT_EQ(merged.questions, 1);
  EXPECT_EQ(merged.edited_items, 0);
  EXPECT_DOUBLE_EQ(at(world.db(), "Q").weight_kg, 2.5);
}

TEST_F(ItemsOfTwo, TheSameEditIsNoQuestion) {
  set(world.db(), R"({"code":"Q","weight_kg":2.5})", "王", 5);
  set(there(), R"({"code":"Q","weight_kg":2.5})", "李", 6);
  EXPECT_EQ(home().questions, 0);
  EXPECT_EQ(home().edited_items, 0);
  // Saved as it is: no edit at all.
  set(there(), R"({"code":"T","name_zh":"手电筒"})", "李", 8);
  EXPECT_EQ(std::ranges::count(*ItemChangesStore(there()).all(), "T", &ItemChange::item_code), 1)
      << "how it was entered, and nothing since";
}

TEST_F(ItemsOfTwo, AUnitThatIsInTheBooksStaysAndAPersonIsAsked) {
  // The other copy has no quantities of it, so it may call the unit otherwise there.
  set(there(), R"({"code":"Q","unit_zh":"条","weight_kg":3})", "李", 7);
  ASSERT_TRUE(world.ledger->book(world.purchase(world.county, world.lot(world.quilt, "L"), 5)).has_value());
  const LedgerMerge merged = home();
  EXPECT_EQ(merged.questions, 1);
  EXPECT_EQ(merged.edited_items, 0);
  EXPECT_EQ(at(world.db(), "Q").unit_zh, "床");
  EXPECT_EQ(asked()[0].why, "棉被: its unit stays: quantities of it are in the books");
  EXPECT_EQ(home().questions, 0) << "asked once";
}

TEST_F(ItemsOfTwo, EditsThatDoNotFitTogetherLeaveTheItemAsItIs) {
  // Here the family kit comes to hold a village kit, there the other way round.
  for (const Database* db : {&world.db(), &there()})
    set(*db, R"({"code":"V","class":"103","name_zh":"村级包","unit_zh":"套","source":"合同"})", "王", 3);
  set(world.db(), R"({"code":"K","parts":[{"item":"V","quantity":1}]})", "王", 5);
  set(there(), R"({"code":"V","parts":[{"item":"K","quantity":2}]})", "李", 6);
  EXPECT_EQ(home().questions, 1);
  EXPECT_FALSE(at(world.db(), "V").isKit());
  EXPECT_EQ(asked()[0].why, "村级包: a kit cannot hold itself through 家庭应急包");
  // A barcode given here and there to two items: the edit comes, without it.
  set(world.db(), R"({"code":"T","barcode":"6900000000055"})", "王", 7);
  set(there(), R"({"code":"F","barcode":"6900000000055","weight_kg":0.6})", "李", 8);
  const LedgerMerge merged = home();
  EXPECT_EQ(merged.questions, 1);
  EXPECT_EQ(merged.edited_items, 1);
  EXPECT_DOUBLE_EQ(at(world.db(), "F").weight_kg, 0.6);
  EXPECT_EQ(at(world.db(), "F").barcode, "");
  EXPECT_EQ(world.directory().itemNamed("6900000000055")->code, "T");
}

// A new item there has a code that is a barcode here: it comes, and the books are not refused for it.
TEST_F(ItemsOfTwo, ACodeThatIsABarcodeHereIsAskedAbout) {
  set(there(), R"({"code":"6900000000060","class":"103","name_zh":"睡袋","unit_zh":"个","source":"合同"})", "李", 8);
  set(world.db(), R"({"code":"T","barcode":"6900000000060"})", "王", 7);
  const LedgerMerge merged = home();
  EXPECT_EQ(merged.items, 1);
  EXPECT_EQ(merged.questions, 1);
  EXPECT_EQ(asked()[0].why, "睡袋: the code is a barcode of 手电筒");
}

TEST_F(ItemsOfTwo, ThePhotographStaysWhereItIsAndABrokenEditChangesNothing) {
  set(world.db(), R"({"code":"Q","photo":"abc"})", "王", 3);
  set(there(), R"({"code":"Q","weight_kg":3})", "李", 7);
  std::string copy = *other->copies().copySince(0, "外业");
  const std::string good = "\"weight_kg\":3.0";
  ASSERT_NE(copy.find(good), std::string::npos);
  std::string broken = copy;
  for (std::size_t at; (at = broken.find(good)) != std::string::npos;)
    broken.replace(at, good.size(), "\"weight_kg\":-3");
  EXPECT_CODE(office().merge(broken), kDamagedFile);
  EXPECT_DOUBLE_EQ(at(world.db(), "Q").weight_kg, 0);
  EXPECT_EQ(home().questions, 0) << "a photograph is no edit that another could contradict";
  EXPECT_EQ(at(world.db(), "Q").photo, "abc");
  EXPECT_DOUBLE_EQ(at(world.db(), "Q").weight_kg, 3);
}

TEST(ItemChange, WhatIsWrittenIsReadAndTheOrderOfPartsIsNoDifference) {
  StocksWorld world;
  Item kit = world.kit;
  kit.barcode = "690", kit.shelf_life_days = 9, kit.packs = {{"箱", 40, "1"}, {"包", 10, ""}};
  kit.norm = Norm{3.5, true, {12, 1}, "S", "Sphere"};
  const auto read = itemOfContent(itemContent(kit), kit.code);
  ASSERT_TRUE(read.has_value()) << say(read);
  EXPECT_EQ(differingFields(*read, kit), "");
  Item turned = kit;
  std::ranges::reverse(turned.parts);
  std::ranges::reverse(turned.packs);
  EXPECT_EQ(itemContent(turned), itemContent(kit));
  turned.barcode.clear(), turned.packs.pop_back();
  EXPECT_EQ(differingFields(turned, kit), "barcode=-; packs=包 10");
  EXPECT_EQ(differingFields(kit, turned), "barcode=690; packs=包 10, 箱 40 1");
  EXPECT_EQ(asItCame(kit).id, asItCame(*read).id);
  EXPECT_CODE(itemOfContent("[]", "K"), kDamagedFile);
  EXPECT_CODE(itemOfContent("nonsense", "K"), kDamagedFile);
}

// A workspace of before: its items get a barcode, and an edit of today is told from what was there.
TEST(ItemChange, OlderWorkspacesAreBroughtAlong) {
  TemporaryFolder folder;
  const auto migrations = *ownMigrations();
  const auto older = std::ranges::find(migrations, 32, &Migration::version);
  ASSERT_NE(older, migrations.end());
  const auto db = Database::create(folder / "a.gpkg");
  ASSERT_TRUE(db.has_value()) << say(db);
  ASSERT_TRUE(migrate(*db, std::span(migrations.begin(), older), kMayDay).has_value());
  db->sql().exec(
      "INSERT INTO stock_item VALUES (3, 'Q', '103', 'Q', '', 'x', '', 0.0, 0.0, NULL, 0, '', 'U', 's', 1, '')");
  ASSERT_EQ(CatalogueStore(*db).directory()->items.size(), 1U) << "as it is, to be looked at";
  EXPECT_TRUE(ItemChangesStore(*db).all()->empty());
  ASSERT_TRUE(migrate(*db, migrations, kMayDay).has_value());
  const Item before = CatalogueStore(*db).directory()->items[0];
  ASSERT_TRUE(setItems(*db, R"({"code":"Q","barcode":"690"})", "li", 5).has_value());
  EXPECT_EQ(CatalogueStore(*db).directory()->itemNamed("690")->code, "Q");
  const auto changes = *ItemChangesStore(*db).all();
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].upon, std::vector{asItCame(before).id});
  EXPECT_EQ(changes[0].author, "li");
}

TEST(ItemBarcode, FindsTheItemAndBelongsToOne) {
  StocksWorld world;
  const auto set = [&](const char* json) { return setItems(world.db(), json, "李", 7); };
  ASSERT_TRUE(set(R"({"code":"T","barcode":"6900000000031"})").has_value());
  EXPECT_EQ(world.directory().itemNamed("6900000000031")->code, "T");
  const auto refused = [&](const char* json, const char* subject, const char* detail) {
    const auto wrong = set(json);
    ASSERT_FALSE(wrong.has_value()) << json;
    EXPECT_EQ(wrong.error().subject, subject) << json;
    EXPECT_EQ(wrong.error().detail, detail) << json;
  };
  refused(R"({"code":"F","barcode":"6900000000031"})", "6900000000031", "the barcode is that of 手电筒");
  refused(R"({"code":"F","barcode":"6900000000017"})", "6900000000017", "the barcode is that of 棉被");
  refused(R"({"code":"F","barcode":"Q"})", "Q", "the barcode is that of 棉被");
  refused(R"({"code":"F","packs":[{"unit_zh":"箱","units":12,"barcode":"6900000000031"}]})", "6900000000031",
          "the barcode is that of 手电筒");
  refused(R"({"code":"Q","barcode":"6900000000017"})", "6900000000017", "the barcode is there twice");
  refused(R"({"code":"6900000000031","class":"103","name_zh":"睡袋","unit_zh":"个","source":"s"})", "6900000000031",
          "the code is a barcode of 手电筒");
  EXPECT_EQ(world.directory().itemNamed("F")->barcode, "");
  // Given on in one go, whichever comes first.
  ASSERT_TRUE(set(R"([{"code":"T","barcode":""},{"code":"F","barcode":"6900000000031"}])").has_value());
  EXPECT_EQ(world.directory().itemNamed("6900000000031")->code, "F");
  const auto read =
      readCatalogue("1,103,毛毯,,条,,1,0.01,,包=10=6900000000048,,,,,,6900000000055\n2,103,绳,,根,,1,0.01,,,,,,,\n");
  ASSERT_TRUE(read.has_value()) << say(read);
  EXPECT_EQ((*read)[0].barcode, "6900000000055");
  EXPECT_EQ((*read)[0].packs[0].barcode, "6900000000048");
  EXPECT_EQ((*read)[1].barcode, "");
}

}  // namespace
}  // namespace gis::stocks
