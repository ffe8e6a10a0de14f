// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/levels.h"

#include "gis/stocks/expiry.h"
#include "gis/stocks/levels_store.h"
#include "tests/gis/stocks/stocks_world.h"

namespace gis::stocks {
namespace {

TEST(Levels, PeopleTimesNormTimesDays) {
  LevelBasis basis;
  basis.people = 501;
  Item food, coat, none;
  food.norm = Norm{3000, true, {}, "U", "test"};
  coat.norm = Norm{750, false, {10, 11, 12, 1, 2, 3, 4}, "U", "test"};
  const auto days = levelOf(food, basis, 7);
  EXPECT_EQ(days->minimum, 501 * 3 * 3);
  EXPECT_EQ(days->target, 501 * 3 * 7);
  EXPECT_EQ(days->maximum, 501 * 3 * 15);
  const auto winter = levelOf(coat, basis, 1), summer = levelOf(coat, basis, 7);
  EXPECT_EQ(winter->minimum, 376) << "375.75: half a coat is no coat";
  EXPECT_EQ(winter->target, 451) << "450.9";
  EXPECT_EQ(summer->minimum, 0);
  EXPECT_EQ(summer->target, 451) << "bought before the winter";
  EXPECT_FALSE(levelOf(none, basis, 1).has_value());
  basis.people = 0;
  EXPECT_FALSE(levelOf(food, basis, 1).has_value());
}

struct LevelsTest : ::testing::Test {
  StocksWorld w;
  LevelsStore store{w.db()};
  std::vector<Coverage> coverage() {
    return coverageOf(w.directory(), *BalanceStore(w.db()).balance(), *store.input(), dayOf(w.clock->now));
  }
  Coverage of(std::int64_t depot, const Item& item) {
    for (const Coverage& row : coverage())
      if (row.depot_id == depot && row.item_id == item.id) return row;
    return {};
  }
};

TEST_F(LevelsTest, WhatIsThereAgainstWhatShouldBe) {
  LevelBasis basis;
  basis.depot_id = w.county, basis.people = 100, basis.source = "test";
  ASSERT_OK(store.setBasis(basis, "王", w.clock->now));
  const auto good = w.lot(w.food, "GOOD", "2026-09-01"), old = w.lot(w.food, "OLD", "2026-05-02"),
             quilts = w.lot(w.quilt, "Q1");
  ASSERT_OK(w.ledger->bookAll(
      std::vector{w.purchase(w.county, good, 450), w.purchase(w.county, old, 70), w.purchase(w.county, quilts, 150)}));
  w.clock->now += 5 * kDay_ms;
  const Coverage food = of(w.county, w.food), quilt = of(w.county, w.quilt);
  EXPECT_EQ(food.usable, 450) << "what has expired does not count, though nobody has booked it so";
  EXPECT_EQ(food.expired, 70);
  EXPECT_EQ(food.shortOf(), 450);
  EXPECT_DOUBLE_EQ(*food.coverage_d, 1.5);
  EXPECT_DOUBLE_EQ(*quilt.coverage_ratio, 1.5);
  EXPECT_EQ(quilt.shortOf(), 0);
  Level typed;
  typed.minimum = 200, typed.target = 300, typed.maximum = 400;
  EXPECT_CODE(store.setLevel(w.county, w.quilt.id, typed, "王", 1), kInvalidArgument);
  typed.reason = "集中供养人员多";
  ASSERT_OK(store.setLevel(w.county, w.quilt.id, typed, "王", 1));
  EXPECT_EQ(of(w.county, w.quilt).shortOf(), 50);
  EXPECT_TRUE(of(w.county, w.quilt).level->typed);
  const auto counties = shortagesByCounty(w.directory(), coverage());
  const auto quilts_of_county = std::ranges::find_if(
      counties, [&](const CountyShortage& one) { return one.county == "140431" && one.item_id == w.quilt.id; });
  ASSERT_NE(quilts_of_county, counties.end());
  EXPECT_EQ(quilts_of_county->shortOf(), 50);
  ASSERT_OK(store.setLevel(w.county, w.quilt.id, std::nullopt, "王", 1));
  EXPECT_EQ(of(w.county, w.quilt).shortOf(), 0);
  const auto structure = structureOf(w.directory(), *BalanceStore(w.db()).balance(), coverage());
  ASSERT_EQ(structure.size(), 1U);
  EXPECT_EQ(structure[0].planned, 2);
  EXPECT_DOUBLE_EQ(structure[0].filled_ratio, 0.75);
}

TEST_F(LevelsTest, TheCurveFallsWhereLotsEndAndSaysWhereTheCliffIs) {
  const auto a = w.lot(w.food, "A", "2026-05-10"), b = w.lot(w.food, "B", "2026-09-01"),
             c = w.lot(w.food, "C", "2026-09-04");
  ASSERT_OK(w.ledger->bookAll(
      std::vector{w.purchase(w.city, a, 10), w.purchase(w.city, b, 15), w.purchase(w.county, c, 75)}));
  const auto balance = *BalanceStore(w.db()).balance();
  const auto curve = expiryCurve(w.directory(), balance, 0, w.food.id, "2026-05-01");
  ASSERT_EQ(curve.size(), 4U);
  EXPECT_EQ(curve[0].usable, 100);
  EXPECT_EQ(curve[1].day, "2026-05-11");
  EXPECT_EQ(curve[1].usable, 90);
  EXPECT_FALSE(curve[1].is_cliff);
  EXPECT_FALSE(curve[2].is_cliff) << "fifteen in a hundred";
  EXPECT_TRUE(curve[3].is_cliff);
  EXPECT_EQ(curve[3].usable, 0);
  for (const auto& [days, lots] : std::vector<std::pair<int, std::size_t>>{{30, 1}, {90, 1}, {180, 3}})
    EXPECT_EQ(expiringWithin(w.directory(), balance, "2026-05-01", days).size(), lots);
  EXPECT_EQ(expiringWithin(w.directory(), balance, "2026-05-11", 0).front().days_left, -1);
  const auto proposal = rotationProposal(w.directory(), balance, {}, "2026-05-01", 30);
  ASSERT_EQ(proposal.size(), 1U);
  EXPECT_EQ(proposal[0].buy, 10);
}

TEST_F(LevelsTest, PeopleAtRiskAreThoseOfTheDivision) {
  EXPECT_EQ(*store.peopleAtRisk("140400000000"), 0) << "the small city has no hazard points";
  EXPECT_EQ(*store.peopleAtRisk(""), 0);
}

}  // namespace
}  // namespace gis::stocks
