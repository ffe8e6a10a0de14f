// SPDX-License-Identifier: GPL-3.0-or-later
#include <latch>
#include <thread>

#include "tests/gis/stocks/stocks_world.h"

namespace gis::stocks {
namespace {

TEST(Ledger, ComesIsThereAndGoes) {
  StocksWorld w;
  const auto lot = w.lot(w.quilt, "A");
  ASSERT_OK(w.ledger->book(w.purchase(w.city, lot, 100)));
  ASSERT_OK(w.ledger->book(
      w.draft(MoveKind::kTransfer, {w.line(lot, 30, {w.city, State::kUsable}, {w.county, State::kUsable})})));
  const auto issued = w.ledger->book(w.issue(w.county, lot, 12));
  ASSERT_OK(issued);
  EXPECT_EQ(issued->number.substr(0, 10), "FF20260501");
  EXPECT_EQ(w.held(w.city, w.quilt), 70);
  EXPECT_EQ(w.held(w.county, w.quilt), 18);
  const auto all = *BalanceStore(w.db()).everything();
  std::int64_t sum = 0;
  for (const CellBalance& cell : all) sum += cell.quantity;
  EXPECT_EQ(sum, 0) << "double entry: with the outside it is always nothing";
  EXPECT_TRUE(BalanceStore(w.db()).audit()->empty());
  MovementFilter filter;
  filter.depot_id = w.county;
  EXPECT_EQ(w.ledger->movements(filter)->size(), 2U);
  filter.item_id = w.food.id;
  EXPECT_TRUE(w.ledger->movements(filter)->empty());
  EXPECT_EQ(w.ledger->movementNamed(issued->number)->draft.lines.front().quantity, 12);
}

TEST(Ledger, NothingGoesBelowZeroAndTheErrorSaysHowManyAreLeft) {
  StocksWorld w;
  const auto lot = w.lot(w.quilt, "A");
  ASSERT_OK(w.ledger->book(w.purchase(w.city, lot, 10)));
  const auto refused = w.ledger->book(w.issue(w.city, lot, 11));
  EXPECT_CODE(refused, kNotEnough);
  EXPECT_EQ(refused.error().detail, "11 asked, 10 left");
  EXPECT_EQ(refused.error().subject, "棉被 A, 市库");
  EXPECT_EQ(w.held(w.city, w.quilt), 10);
}

TEST(Ledger, SeveralLinesAreBookedWholeOrNotAtAll) {
  StocksWorld w;
  const auto quilts = w.lot(w.quilt, "A"), torches = w.lot(w.torch, "B");
  ASSERT_OK(w.ledger->book(w.purchase(w.city, quilts, 10)));
  const long lines = w.rows("stock_line"), moves = w.rows("stock_move"), cells = w.rows("stock_cell");
  MoveDraft two = w.issue(w.city, quilts, 5);
  two.lines.push_back(w.line(torches, 1, {w.city, State::kUsable}, {0, State::kUsed}));
  const auto refused = w.ledger->book(two);
  EXPECT_CODE(refused, kNotEnough);
  ASSERT_FALSE(refused.error().trail.empty());
  EXPECT_EQ(refused.error().trail.front(), "line 2");
  // Twice the same cell in one movement: together too much.
  two.lines = {w.line(quilts, 6, {w.city, State::kUsable}, {0, State::kUsed}),
               w.line(quilts, 5, {w.city, State::kUsable}, {0, State::kUsed})};
  EXPECT_CODE(w.ledger->book(two), kNotEnough);
  EXPECT_CODE(w.ledger->bookAll(std::vector{w.issue(w.city, quilts, 5), w.issue(w.city, quilts, 6)}), kNotEnough);
  EXPECT_EQ(w.rows("stock_line"), lines);
  EXPECT_EQ(w.rows("stock_move"), moves);
  EXPECT_EQ(w.rows("stock_cell"), cells);
  EXPECT_EQ(w.held(w.city, w.quilt), 10);
}

TEST(Ledger, BadDraftsAreRefused) {
  StocksWorld w;
  const auto lot = w.lot(w.quilt, "A");
  for (const std::int64_t quantity : {std::int64_t{0}, std::int64_t{-5}, INT64_MIN})
    EXPECT_CODE(w.ledger->book(w.purchase(w.city, lot, quantity)), kInvalidArgument);
  EXPECT_CODE(w.ledger->book(w.draft(MoveKind::kPurchase, {})), kInvalidArgument);
  EXPECT_CODE(w.ledger->book(w.purchase(w.city, 999, 1)), kUnknownName);
  EXPECT_FALSE(w.ledger->book(w.purchase(999, lot, 1)).has_value()) << "a depot that is not there";
  MoveDraft nobody = w.purchase(w.city, lot, 1);
  nobody.author.clear();
  EXPECT_CODE(w.ledger->book(nobody), kInvalidArgument);
  MoveDraft tomorrow = w.purchase(w.city, lot, 1);
  tomorrow.at_utc_ms = kNoon_utc_ms + kDay_ms;
  EXPECT_CODE(w.ledger->book(tomorrow), kInvalidArgument);
  EXPECT_CODE(
      w.ledger->book(w.draft(MoveKind::kPurchase, {w.line(lot, 1, {w.city, State::kUsable}, {0, State::kUsed})})),
      kInvalidArgument);
  MoveDraft mirror = w.purchase(w.city, lot, 1);
  mirror.kind = MoveKind::kReversal, mirror.reason = "x";
  EXPECT_CODE(w.ledger->book(mirror), kInvalidArgument);
  MoveDraft scrap = w.draft(MoveKind::kScrap, {w.line(lot, 1, {w.city, State::kUsable}, {0, State::kScrapped})});
  EXPECT_CODE(w.ledger->book(scrap), kInvalidArgument);  // without a reason
  EXPECT_EQ(w.rows("stock_move"), 0);
}

TEST(Ledger, ExpiredLotsGoToScrappingOrADrillOnly) {
  StocksWorld w;
  const auto old = w.lot(w.food, "OLD", "2026-05-31");
  ASSERT_OK(w.ledger->book(w.purchase(w.city, old, 20)));
  w.clock->now += 30 * kDay_ms;  // its last day
  ASSERT_OK(w.ledger->book(w.issue(w.city, old, 1)));
  w.clock->now += kDay_ms;
  EXPECT_CODE(w.ledger->book(w.issue(w.city, old, 1)), kExpired);
  EXPECT_CODE(w.ledger->book(w.purchase(w.city, old, 1)), kExpired);
  EXPECT_CODE(w.ledger->book(
                  w.draft(MoveKind::kTransfer, {w.line(old, 1, {w.city, State::kUsable}, {w.county, State::kUsable})})),
              kExpired);
  MoveDraft drill = w.issue(w.city, old, 2);
  drill.is_drill = true;
  ASSERT_OK(w.ledger->book(drill));
  ASSERT_OK(
      w.ledger->book(w.draft(MoveKind::kGrade, {w.line(old, 5, {w.city, State::kUsable}, {w.city, State::kExpired})})));
  EXPECT_CODE(
      w.ledger->book(w.draft(MoveKind::kGrade, {w.line(old, 1, {w.city, State::kExpired}, {w.city, State::kUsable})})),
      kExpired);
  MoveDraft scrap = w.draft(MoveKind::kScrap, {w.line(old, 5, {w.city, State::kExpired}, {0, State::kScrapped})});
  scrap.reason = "过期";
  ASSERT_OK(w.ledger->book(scrap));
  EXPECT_EQ(w.held(w.city, w.food), 12);
}

TEST(Ledger, WhatExpiresFirstGoesFirstUnlessAReasonIsGiven) {
  StocksWorld w;
  const auto soon = w.lot(w.food, "SOON", "2026-08-01"), late = w.lot(w.food, "LATE", "2026-12-01");
  ASSERT_OK(w.ledger->bookAll(std::vector{w.purchase(w.city, soon, 10), w.purchase(w.city, late, 10)}));
  const auto refused = w.ledger->book(w.issue(w.city, late, 1));
  EXPECT_CODE(refused, kInvalidArgument);
  EXPECT_EQ(refused.error().detail, "lot SOON expires first, on 2026-08-01, 10 left");
  MoveDraft chosen = w.issue(w.city, late, 1);
  chosen.breaks_order = true;
  EXPECT_CODE(w.ledger->book(chosen), kInvalidArgument);  // no reason
  chosen.reason = "SOON 压在最里面";
  ASSERT_OK(w.ledger->book(chosen));
  const auto shares = chooseLots(*w.ledger->atHand(w.city, w.food.id), 12, "2026-05-01");
  ASSERT_OK(shares);
  ASSERT_EQ(shares->size(), 2U);
  EXPECT_EQ((*shares)[0].lot_id, soon);
  EXPECT_EQ((*shares)[0].quantity, 10);
  MoveDraft proposed = w.draft(MoveKind::kIssue, {});
  for (const LotShare& share : *shares)
    proposed.lines.push_back(
        {share.lot_id, share.owner_id, share.quantity, {w.city, State::kUsable}, {0, State::kUsed}});
  ASSERT_OK(w.ledger->book(proposed));
  const auto too_much = chooseLots(*w.ledger->atHand(w.city, w.food.id), 12, "2026-05-01");
  EXPECT_CODE(too_much, kNotEnough);
  EXPECT_EQ(too_much.error().detail, "12 asked, 7 left");
}

TEST(Ledger, NothingIsEditedOnlyReversedAndThatOnce) {
  StocksWorld w;
  const auto lot = w.lot(w.quilt, "A");
  const auto bought = w.ledger->book(w.purchase(w.city, lot, 10));
  ASSERT_OK(bought);
  for (const char* sql :
       {"UPDATE stock_line SET quantity=1", "DELETE FROM stock_line", "UPDATE stock_move SET reason='x'",
        "DELETE FROM stock_move", "DELETE FROM stock_cell", "UPDATE stock_cell SET state=4",
        "UPDATE stock_lot SET expires_on='2030-01-01'", "UPDATE stock_cell SET quantity=-1"})
    EXPECT_THROW(w.db().sql().exec(sql), SQLite::Exception) << sql;
  const auto issued = w.ledger->book(w.issue(w.city, lot, 4));
  ASSERT_OK(issued);
  EXPECT_CODE(w.ledger->reverse(bought->id, "李", "录错"), kNotEnough);
  EXPECT_CODE(w.ledger->reverse(issued->id, "李", ""), kInvalidArgument);
  const auto back = w.ledger->reverse(issued->id, "李", "录错");
  ASSERT_OK(back);
  EXPECT_EQ(w.held(w.city, w.quilt), 10);
  EXPECT_CODE(w.ledger->reverse(issued->id, "李", "录错"), kAlreadyExists);
  EXPECT_CODE(w.ledger->reverse(back->id, "李", "录错"), kInvalidArgument);
  EXPECT_EQ(w.ledger->movement(issued->id)->reversed_by, back->id);
  EXPECT_EQ(w.rows("stock_move"), 3) << "all three stay";
}

TEST(Ledger, WhatIsEnteredLateMayNotMakeAnEarlierDayNegative) {
  StocksWorld w;
  const auto lot = w.lot(w.quilt, "A");
  const std::int64_t monday = kNoon_utc_ms - 10 * kDay_ms;
  const auto on = [&](MoveDraft draft, int day) {
    draft.at_utc_ms = monday + day * kDay_ms;
    return w.ledger->book(draft);
  };
  ASSERT_OK(on(w.purchase(w.city, lot, 10), 0));
  ASSERT_OK(on(w.issue(w.city, lot, 8), 2));
  ASSERT_OK(on(w.purchase(w.city, lot, 20), 4));
  const auto refused = on(w.issue(w.city, lot, 3), 1);
  EXPECT_CODE(refused, kNotEnough);
  EXPECT_EQ(refused.error().detail, "3 asked, 2 left") << "on the third day there were two";
  EXPECT_CODE(on(w.issue(w.city, lot, 1), -1), kNotEnough);  // before it had come
  ASSERT_OK(on(w.issue(w.city, lot, 2), 1));
  ASSERT_OK(on(w.issue(w.city, lot, 20), 5));
  const BalanceStore balances(w.db());
  for (const auto& [day, quantity] :
       std::vector<std::pair<int, int>>{{-1, 0}, {0, 10}, {1, 8}, {3, 0}, {4, 20}, {5, 0}}) {
    std::int64_t sum = 0;
    const auto cells = balances.balance(monday + day * kDay_ms);
    for (const CellBalance& cell : *cells) sum += cell.quantity;
    EXPECT_EQ(sum, quantity) << "day " << day;
  }
}

// Two windows want the last ten: one gets them, the other is told that none is left.
TEST(Ledger, TheLastTenAreIssuedOnce) {
  StocksWorld w;
  const auto lot = w.lot(w.quilt, "A");
  ASSERT_OK(w.ledger->book(w.purchase(w.city, lot, 10)));
  std::latch ready(2);
  std::array<Result<Movement>, 2> outcome{Movement(), Movement()};
  const auto window = [&](std::size_t which) {
    const auto own = Workspace::open(w.folder / "w", OpenMode::kReadWrite);
    UuidSource uuids(w.clock, 100 + which);
    ready.arrive_and_wait();
    if (!own) {
      outcome[which] = std::unexpected(own.error());
      return;
    }
    outcome[which] = LedgerStore(own->db(), *w.clock, uuids).book(w.issue(w.city, lot, 10));
  };
  {
    std::jthread other([&] { window(1); });
    window(0);
  }
  const auto& lost = outcome[0] ? outcome[1] : outcome[0];
  EXPECT_NE(outcome[0].has_value(), outcome[1].has_value()) << say(outcome[0]) << " / " << say(outcome[1]);
  EXPECT_CODE(lost, kNotEnough);
  EXPECT_EQ(lost.error().detail, "10 asked, 0 left");
  EXPECT_EQ(w.held(w.city, w.quilt), 0);
}

TEST(Ledger, KitsAreBuiltAndOpenedOutOfWhatIsThere) {
  StocksWorld w;
  const auto food = w.lot(w.food, "F1", "2027-01-01"), torch = w.lot(w.torch, "T1"), kit = w.lot(w.kit, "K1");
  ASSERT_OK(w.ledger->bookAll(std::vector{w.purchase(w.city, food, 20), w.purchase(w.city, torch, 5)}));
  const auto build = [&](std::int64_t kits) {
    return w.draft(MoveKind::kKit, {w.line(food, 6 * kits, {w.city, State::kUsable}, {0, State::kKits}),
                                    w.line(torch, kits, {w.city, State::kUsable}, {0, State::kKits}),
                                    w.line(kit, kits, {0, State::kKits}, {w.city, State::kUsable})});
  };
  ASSERT_OK(w.ledger->book(build(3)));
  EXPECT_EQ(w.held(w.city, w.kit), 3);
  EXPECT_EQ(w.held(w.city, w.food), 2);
  EXPECT_CODE(w.ledger->book(build(1)), kNotEnough);
  EXPECT_EQ(w.held(w.city, w.torch), 2) << "not half built";
}

}  // namespace
}  // namespace gis::stocks
