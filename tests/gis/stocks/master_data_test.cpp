// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/master_data.h"

#include <gtest/gtest.h>

#include "gis/stocks/kit_work.h"
#include "gis/stocks/levels_store.h"
#include "tests/gis/stocks/stocks_world.h"

namespace gis::stocks {
namespace {

TEST(MasterData, OnlyWhatIsNamedChanges) {
  StocksWorld world;
  ASSERT_TRUE(setItems(world.db(), R"({"code":"Q","weight_kg":2.4,"norm":{"per_1000":800}})", "王", 0).has_value());
  const Item quilt = *world.directory().itemNamed("棉被");
  EXPECT_DOUBLE_EQ(quilt.weight_kg, 2.4);
  EXPECT_DOUBLE_EQ(quilt.norm->per_1000_count, 800);
  EXPECT_EQ(quilt.packs.size(), 1U) << "packs stay";
  EXPECT_EQ(quilt.unit_zh, "床");
  ASSERT_TRUE(
      setItems(world.db(), R"([{"code":"N","class":"103","name_zh":"毛毯","unit_zh":"条","source":"合同"}])", "王", 0)
          .has_value());
  EXPECT_NE(world.directory().itemNamed("毛毯"), nullptr);
}

TEST(MasterData, BadInputNamesTheKeyAndNothingIsSet) {
  StocksWorld world;
  const auto wrong = [&](const char* json) { return setItems(world.db(), json, "王", 0).error(); };
  EXPECT_EQ(wrong(R"({"code":"N","class":"103","name_zh":"毛毯","unit_zh":"条"})").subject, "source");
  EXPECT_EQ(wrong(R"({"code":"Q","wieght_kg":2})").subject, "wieght_kg");
  EXPECT_EQ(wrong(R"({"code":"Q","weight_kg":-2})").subject, "weight_kg");
  EXPECT_EQ(wrong(R"({"code":"Q","class":"777"})").code, ErrorCode::kUnknownName);
  EXPECT_EQ(wrong("[1]").code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(wrong("nonsense").code, ErrorCode::kInvalidArgument);
  EXPECT_FALSE(setItems(world.db(), R"([{"code":"Q","weight_kg":9},{"code":"F","norm":{"months":[13]}}])", "王", 0));
  EXPECT_DOUBLE_EQ(world.directory().itemNamed("棉被")->weight_kg, 0) << "all of a file or nothing";
}

TEST(MasterData, AnUnknownKeyIsNamedWithThoseThatAreKnown) {
  StocksWorld world;
  const Error wrong = setItems(world.db(), R"([{"code":"Q"},{"code":"F","packs":[{"unit":"箱"}]}])", "王", 0).error();
  EXPECT_EQ(wrong.subject, "unit");
  EXPECT_EQ(wrong.detail, "no such key; known: barcode, unit_zh, units");
  EXPECT_EQ(wrong.trail.back(), "line 2");
}

TEST(MasterData, PacksBarcodesAndPartsAreChecked) {
  StocksWorld world;
  const auto set = [&](const char* json) { return setItems(world.db(), json, "李", 7); };
  ASSERT_TRUE(set(R"({"code":"F","packs":[{"unit_zh":"箱","units":12,"barcode":"6900000000024"},
                                          {"unit_zh":"托","units":480}]})")
                  .has_value());
  EXPECT_EQ(world.directory().itemNamed("6900000000024")->code, "F");
  EXPECT_EQ(*quantityOf(*world.directory().itemNamed("F"), "2托"), 960);
  const auto refused = [&](const char* json, const char* subject, const char* detail) {
    const auto wrong = set(json);
    ASSERT_FALSE(wrong.has_value()) << json;
    EXPECT_EQ(wrong.error().subject, subject) << json;
    EXPECT_EQ(wrong.error().detail, detail) << json;
  };
  refused(R"({"code":"F","packs":[{"unit_zh":"箱","units":12,"barcode":"6900000000017"}]})", "6900000000017",
          "the barcode is that of 棉被");
  refused(R"({"code":"F","packs":[{"unit_zh":"箱","units":12,"barcode":"Q"}]})", "Q", "the barcode is that of 棉被");
  refused(
      R"({"code":"F","packs":[{"unit_zh":"箱","units":12,"barcode":"9"},{"unit_zh":"托","units":99,"barcode":"9"}]})",
      "9", "the barcode is there twice");
  refused(R"({"code":"F","packs":[{"unit_zh":"箱","units":12},{"unit_zh":"箱","units":24}]})", "F 箱",
          "the unit is named twice");
  refused(R"({"code":"F","packs":[{"unit_zh":"份","units":12}]})", "F 份", "the unit is named twice");
  refused(R"({"code":"F","packs":[{"unit_zh":"箱","units":0}]})", "units",
          "a whole number from 2 to 1000000 is expected");
  refused(R"({"code":"K","parts":[{"item":"K","quantity":1}]})", "K", "a kit cannot hold itself");
  refused(R"({"code":"K","parts":[{"item":"F","quantity":1},{"item":"方便食品","quantity":2}]})", "F",
          "the part is named twice");
  EXPECT_EQ(world.directory().itemNamed("F")->packs.size(), 2U) << "as it was";
  // A kit may hold kits, but not itself through them.
  ASSERT_TRUE(set(R"({"code":"V","class":"103","name_zh":"村级应急包","unit_zh":"套","source":"合同",
                      "parts":[{"item":"K","quantity":20}]})")
                  .has_value());
  refused(R"({"code":"K","parts":[{"item":"V","quantity":1}]})", "V", "a kit cannot hold itself through 村级应急包");
  refused(R"({"code":"T","parts":[{"item":"V","quantity":1}]})", "V",
          "a kit cannot hold itself through 村级应急包 > 家庭应急包");
  EXPECT_EQ(world.directory().itemNamed("K")->parts.size(), 2U);
  ASSERT_TRUE(set(R"({"code":"V","parts":[]})").has_value());
  EXPECT_FALSE(world.directory().itemNamed("V")->isKit());
  EXPECT_EQ(world.rows("stock_item WHERE code='V' AND author='李' AND changed_utc_ms=7"), 1);
}

TEST(MasterData, DepotsWithTrucksAndLevelsWithReasons) {
  StocksWorld world;
  ASSERT_TRUE(setDepots(world.db(), world.uuids,
                        R"({"code":"COUNTY","keeper":"李梅","lon":112.3,"lat":36.5,
                            "trucks":[{"kind":"5 t","payload_kg":5000,"volume_m3":20,"trucks":2}]})",
                        "王", 0)
                  .has_value());
  const Depot county = *world.directory().depotNamed("COUNTY");
  EXPECT_EQ(county.keeper, "李梅");
  EXPECT_EQ(county.name, "沁源县库");
  EXPECT_EQ(TruckStore(world.db()).trucks()->at(county.id).size(), 1U);
  EXPECT_EQ(setDepots(world.db(), world.uuids, R"({"code":"NEW","name":"新库"})", "王", 0).error().subject, "tier");
  EXPECT_EQ(setDepots(world.db(), world.uuids, R"({"code":"COUNTY","lon":1})", "王", 0).error().subject, "lon");

  const auto level = R"({"depot":"沁源县库","item":"棉被","minimum":100,"target":120,"maximum":150,"reason":"山区"})";
  EXPECT_EQ(*setLevels(world.db(), level, "王", 0), 1);
  EXPECT_EQ(LevelsStore(world.db()).input()->typed.size(), 1U);
  EXPECT_EQ(setLevels(world.db(), R"({"depot":"沁源县库","item":"棉被","minimum":100})", "王", 0).error().subject,
            "reason");
  EXPECT_EQ(setLevels(world.db(), R"({"depot":"沁源县库","item":"棉被","minimum":9,"target":3,"reason":"x"})", "王", 0)
                .error()
                .subject,
            "target");
  ASSERT_TRUE(setLevels(world.db(), R"({"depot":"沁源县库","item":"棉被","computed":true})", "王", 0).has_value());
  EXPECT_TRUE(LevelsStore(world.db()).input()->typed.empty());
  ASSERT_TRUE(setLevels(world.db(), R"({"depot":"沁源县库","people":900,"source":"普查"})", "王", 0).has_value());
  EXPECT_EQ(LevelsStore(world.db()).input()->bases.front().people, 900);
}

TEST(KitWork, BuiltAndOpenedTheBooksBalance) {
  StocksWorld world;
  ASSERT_TRUE(world.ledger->book(world.purchase(world.county, world.lot(world.food, "A", "2026-06-01"), 20)));
  ASSERT_TRUE(world.ledger->book(world.purchase(world.county, world.lot(world.food, "B", "2026-12-01"), 40)));
  ASSERT_TRUE(world.ledger->book(world.purchase(world.county, world.lot(world.torch, "-"), 8)));
  KitWish wish{"沁源县库", "家庭应急包", 8, "王建国", "", ""};
  const auto built = buildKits(world.db(), *world.ledger, wish, world.clock->now);
  ASSERT_TRUE(built.has_value()) << say(built);
  EXPECT_EQ(world.held(world.county, world.kit), 8);
  EXPECT_EQ(world.held(world.county, world.food), 12);
  EXPECT_EQ(world.held(world.county, world.torch), 0);
  const auto kit_lot = world.ledger->atHand(world.county, world.kit.id)->front();
  EXPECT_EQ(kit_lot.expires_on, "2026-06-01") << "as the first of its parts";
  const auto more = buildKits(world.db(), *world.ledger, wish, world.clock->now);
  ASSERT_FALSE(more.has_value());
  EXPECT_EQ(more.error().code, ErrorCode::kNotEnough);

  for (const std::int64_t kits : {3, 5}) {
    wish.kits = kits;
    const auto opened = openKits(world.db(), *world.ledger, wish, world.clock->now);
    ASSERT_TRUE(opened.has_value()) << say(opened);
  }
  EXPECT_EQ(world.held(world.county, world.kit), 0);
  EXPECT_EQ(world.held(world.county, world.food), 60);
  EXPECT_EQ(world.held(world.county, world.torch), 8);
  const auto lots = *world.ledger->atHand(world.county, world.food.id);
  ASSERT_EQ(lots.size(), 2U) << "the parts are in the lots they were taken from";
  EXPECT_EQ(lots[0].quantity, 20);
  EXPECT_EQ(lots[1].quantity, 40);
  EXPECT_TRUE(BalanceStore(world.db()).audit()->empty());
  // A kit of kits is built of them.
  ASSERT_TRUE(world.ledger->book(world.purchase(world.county, world.lot(world.kit, "-"), 40)));
  ASSERT_TRUE(setItems(world.db(), R"({"code":"V","class":"103","name_zh":"村级应急包","unit_zh":"套","source":"合同",
                                       "parts":[{"item":"K","quantity":20}]})",
                       "李", 7)
                  .has_value());
  wish.kit = "V", wish.kits = 2;
  ASSERT_TRUE(buildKits(world.db(), *world.ledger, wish, world.clock->now).has_value());
  EXPECT_EQ(world.held(world.county, world.kit), 0);
  wish.kit = "棉被";
  EXPECT_EQ(openKits(world.db(), *world.ledger, wish, world.clock->now).error().code, ErrorCode::kInvalidArgument);
}

}  // namespace
}  // namespace gis::stocks
