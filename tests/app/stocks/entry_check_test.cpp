// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/entry_check.h"

#include <gtest/gtest.h>

#include "app/stocks/grid_model.h"
#include "app/stocks/stocks_map.h"

namespace {

namespace stocks = gis::stocks;
using app::EntryTrouble;

// A depot with three lots of quilts: one that has expired, one that expires in summer, one later; ten of each.
app::StockView smallView() {
  app::StockView view;
  view.is_there = true;
  view.day = "2026-05-01";
  stocks::Item quilt;
  quilt.id = 1, quilt.code = "Q", quilt.name_zh = "棉被", quilt.unit_zh = "床";
  quilt.packs = {{"包", 10, "6900000000017"}};
  view.directory.items = {quilt};
  stocks::Depot depot;
  depot.id = 7, depot.code = "COUNTY", depot.name = "沁源县库";
  view.directory.depots = {depot};
  view.directory.owners = {{3, "市应急管理局"}};
  const char* const until[] = {"2026-04-30", "2026-08-01", "2027-08-01"};
  for (std::int64_t i = 0; i < 3; ++i) {
    stocks::Lot lot;
    lot.id = i + 1, lot.item_id = 1, lot.lot_no = "L" + std::to_string(i), lot.expires_on = until[i];
    view.directory.lots[lot.id] = lot;
    view.balance.push_back({i + 1, 7, 1, lot.id, 3, stocks::State::kUsable, 10});
  }
  return view;
}

app::EntryHead giveOut() {
  app::EntryHead head;
  head.author = "王建国";
  return head;
}

TEST(EntryCheck, WhatExpiresFirstGoesFirstAndWhatHasExpiredStays) {
  const app::StockView view = smallView();
  const auto verdicts = app::checkEntry(view, giveOut(), {{"COUNTY", "棉被", "12", "", ""}});
  ASSERT_EQ(verdicts.size(), 1U);
  EXPECT_EQ(verdicts[0].trouble, EntryTrouble::kNone);
  ASSERT_EQ(verdicts[0].shares.size(), 2U);
  EXPECT_EQ(verdicts[0].shares[0].lot_no, "L1");
  EXPECT_EQ(verdicts[0].shares[0].quantity, 10);
  EXPECT_EQ(verdicts[0].shares[1].lot_no, "L2");
  EXPECT_EQ(verdicts[0].shares[1].quantity, 2);
}

TEST(EntryCheck, ALineLeavesOnlyWhatTheLinesAboveLeft) {
  const app::StockView view = smallView();
  const auto verdicts =
      app::checkEntry(view, giveOut(), {{"COUNTY", "Q", "1包", "", ""}, {"COUNTY", "Q", "11", "", ""}});
  EXPECT_EQ(verdicts[0].trouble, EntryTrouble::kNone);
  EXPECT_EQ(verdicts[1].trouble, EntryTrouble::kNotEnough);
  EXPECT_EQ(verdicts[1].quantity, 11);
  EXPECT_EQ(verdicts[1].left, 10);
  EXPECT_FALSE(app::mayBook(giveOut(), verdicts));
}

TEST(EntryCheck, ALaterLotNeedsAReason) {
  const app::StockView view = smallView();
  app::EntryHead head = giveOut();
  const std::vector<app::EntryLine> lines{{"COUNTY", "Q", "3", "L2", ""}};
  const auto verdicts = app::checkEntry(view, head, lines);
  EXPECT_EQ(verdicts[0].trouble, EntryTrouble::kOutOfOrder);
  EXPECT_EQ(verdicts[0].lot_no, "L1");
  EXPECT_FALSE(app::mayBook(head, verdicts));
  head.reason = "L1 压在最里面";
  EXPECT_TRUE(app::mayBook(head, verdicts));
  const app::EntryWishes wishes = app::wishesOf(view, head, lines, verdicts);
  ASSERT_EQ(wishes.wishes.size(), 1U);
  EXPECT_TRUE(wishes.wishes[0].breaks_order);
}

TEST(EntryCheck, EveryMistakeHasItsName) {
  const app::StockView view = smallView();
  const std::vector<app::EntryLine> lines{{"NOWHERE", "Q", "1", "", ""},  {"COUNTY", "帐篷", "1", "", ""},
                                          {"COUNTY", "Q", "-1", "", ""},  {"COUNTY", "Q", "0", "", ""},
                                          {"COUNTY", "Q", "1", "L9", ""}, {"COUNTY", "Q", "1", "L0", ""},
                                          {"COUNTY", "Q", "", "", ""}};
  const EntryTrouble expected[] = {EntryTrouble::kUnknownDepot, EntryTrouble::kUnknownItem, EntryTrouble::kBadQuantity,
                                   EntryTrouble::kBadQuantity,  EntryTrouble::kUnknownLot,  EntryTrouble::kExpired,
                                   EntryTrouble::kUnfinished};
  const auto verdicts = app::checkEntry(view, giveOut(), lines);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    EXPECT_EQ(verdicts[i].trouble, expected[i]) << i;
    EXPECT_EQ(app::verdictText(view, lines[i], verdicts[i]).isEmpty(), expected[i] == EntryTrouble::kUnfinished) << i;
  }
}

TEST(EntryCheck, WhatComesInKnowsItsLots) {
  const app::StockView view = smallView();
  app::EntryHead head = giveOut();
  head.kind = {stocks::MoveKind::kPurchase, stocks::State::kSupplier, stocks::State::kUsable};
  head.owner = "市应急管理局";
  const auto verdicts = app::checkEntry(view, head,
                                        {{"COUNTY", "Q", "5", "L7", "2028-01-01"},
                                         {"COUNTY", "Q", "5", "L1", "2026-09-09"},
                                         {"COUNTY", "Q", "5", "L8", "2026-02-30"},
                                         {"COUNTY", "Q", "5", "L7", "2028-01-02"},
                                         {"COUNTY", "Q", "5", "L6", "2026-01-01"}});
  EXPECT_EQ(verdicts[0].trouble, EntryTrouble::kNone);
  EXPECT_TRUE(verdicts[0].is_new_lot);
  EXPECT_EQ(verdicts[1].trouble, EntryTrouble::kDuplicateLot);
  EXPECT_EQ(verdicts[2].trouble, EntryTrouble::kBadDay);
  EXPECT_EQ(verdicts[3].trouble, EntryTrouble::kDuplicateLot);
  EXPECT_EQ(verdicts[4].trouble, EntryTrouble::kExpired);
}

TEST(EntryCheck, AnErrorFindsItsLine) {
  app::EntryWishes wishes;
  wishes.origin = {{0, 0, 2}, {1}};
  EXPECT_EQ(app::lineOf(wishes, {gis::ErrorCode::kNotEnough, "", "", {"line 3", "movement 1"}}), 2);
  EXPECT_EQ(app::lineOf(wishes, {gis::ErrorCode::kNotEnough, "", "", {"line 1", "movement 2"}}), 1);
  EXPECT_EQ(app::lineOf(wishes, {gis::ErrorCode::kNotEnough, "", "", {"line 9", "movement 2"}}), -1);
  EXPECT_EQ(app::lineOf(wishes, {gis::ErrorCode::kDiskFull, "", "", {}}), -1);
}

TEST(GridModel, InitialsBecomeTheName) {
  const std::vector<app::GridWord> words{{QStringLiteral("棉大衣"), QStringLiteral("mdy 棉大衣 c1 miandayi")},
                                         {QStringLiteral("棉被"), QStringLiteral("mb 棉被 q mianbei")}};
  EXPECT_EQ(app::wordFor(words, QStringLiteral("mb")), QStringLiteral("棉被"));
  EXPECT_EQ(app::wordFor(words, QStringLiteral("MIANB")), QStringLiteral("棉被"));
  EXPECT_EQ(app::wordFor(words, QStringLiteral("Q")), QStringLiteral("棉被"));
  EXPECT_EQ(app::wordFor(words, QStringLiteral(" xyz ")), QStringLiteral("xyz"));
  EXPECT_EQ(app::wordFor(words, QString()), QString());
}

TEST(GridModel, GrowsCarriesAndPastes) {
  app::GridModel model;
  model.setGrows(true);
  model.setColumns({{QStringLiteral("depot"), true, false, true, {}},
                    {QStringLiteral("item"), true, false, false, {}},
                    {QStringLiteral("says"), false, false, false, {}}});
  ASSERT_EQ(model.rowCount(), 1);
  model.paste(0, 0, QStringLiteral("A\tx\r\nA\ty\r\n"));
  ASSERT_EQ(model.rowCount(), 3);
  EXPECT_EQ(model.text(1, 1), QStringLiteral("y"));
  EXPECT_EQ(model.text(2, 0), QStringLiteral("A"));
  EXPECT_TRUE(model.isBlank(2));
  model.removeLine(0);
  EXPECT_EQ(model.text(0, 1), QStringLiteral("y"));
  EXPECT_FALSE(model.setData(model.index(0, 2), QStringLiteral("typed")));
}

TEST(DepotMark, SaysHowFarTheMinimumIsMet) {
  app::StockView view = smallView();
  stocks::Coverage one;
  one.depot_id = 7, one.item_id = 1, one.usable = 20;
  one.level = stocks::Level();
  one.level->minimum = 40;
  view.coverage = {one};
  layers::DepotMark mark = app::depotMark(view, view.directory.depots[0]);
  EXPECT_EQ(mark.state, layers::DepotState::kShort);
  EXPECT_DOUBLE_EQ(mark.fill_ratio, 0.5);
  view.coverage[0].usable = 50;
  mark = app::depotMark(view, view.directory.depots[0]);
  EXPECT_EQ(mark.state, layers::DepotState::kFull);
  EXPECT_DOUBLE_EQ(mark.fill_ratio, 1);
  view.coverage[0].usable = 0;
  EXPECT_EQ(app::depotMark(view, view.directory.depots[0]).state, layers::DepotState::kEmpty);
  view.coverage.clear();
  EXPECT_EQ(app::depotMark(view, view.directory.depots[0]).state, layers::DepotState::kUnplanned)
      << "where nothing is to lie, nothing is asked for";
}

}  // namespace
