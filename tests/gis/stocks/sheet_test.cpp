// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/move_wish.h"
#include "gis/stocks/stock_sheet.h"
#include "tests/gis/stocks/stocks_world.h"

namespace gis::stocks {
namespace {

struct SheetTest : ::testing::Test {
  StocksWorld w;
  std::filesystem::path file(const std::string& bytes) {
    writeBytes(w.folder / "stock.csv", bytes);
    return w.folder / "stock.csv";
  }
  CheckedSheet checked(const Directory& directory, const std::string& bytes) {
    const auto rows = readStockSheet(file(bytes));
    EXPECT_TRUE(rows.has_value()) << say(rows);
    return checkSheet(rows.value_or(std::vector<SheetRow>()), directory, "市应急管理局", "2026-05-01");
  }
  MoveDraft head() {
    MoveDraft draft;
    draft.kind = MoveKind::kOpening, draft.author = "王";
    return draft;
  }
};

TEST_F(SheetTest, ADryRunSaysWhatIsWrongAndBooksNothing) {
  const Directory directory = w.directory();
  const CheckedSheet sheet = checked(directory,
                                     "仓库,品名,批号,数量,单位,到期日\n"
                                     "市库,棉被,A,3,包,\n"                   // good
                                     "市库,飞艇,A,3,,\n"                     // row 3
                                     "月球库,棉被,A,3,,\n"                   // 4
                                     "市库,棉被,B,-5,,\n"                    // 5
                                     "市库,棉被,B,2.5,,\n"                   // 6
                                     "市库,方便食品,F1,5,,2026/4/1\n"        // 7 expired
                                     "市库,方便食品,F2,5,,2026-13-01\n"      // 8
                                     "市库,方便食品,F3,5,,2026-10-01\n"      // good
                                     "沁源县库,方便食品,F3,5,,2026-11-01\n"  // 10 duplicate
                                     "市库,棉被,C,3,车,\n");                 // 11
  ASSERT_EQ(sheet.entries.size(), 2U);
  EXPECT_EQ(sheet.entries[0].quantity, 30) << "three packs of ten";
  std::vector<std::pair<std::int64_t, std::string>> said;
  for (const SheetFinding& finding : sheet.findings) said.emplace_back(finding.row, problemName(finding.problem));
  EXPECT_EQ(said, (std::vector<std::pair<std::int64_t, std::string>>{{3, "unknown_item"},
                                                                     {4, "unknown_depot"},
                                                                     {5, "bad_quantity"},
                                                                     {6, "bad_quantity"},
                                                                     {7, "expired_lot"},
                                                                     {8, "bad_day"},
                                                                     {10, "duplicate_lot"},
                                                                     {11, "bad_quantity"}}));
  EXPECT_CODE(bookSheet(w.db(), *w.ledger, sheet, head()), kInvalidArgument);
  EXPECT_EQ(w.rows("stock_move"), 0);
  EXPECT_EQ(w.rows("stock_lot"), 0);
}

TEST_F(SheetTest, WhatIsWrittenCanBeReadAgain) {
  const Directory before = w.directory();
  const CheckedSheet sheet = checked(before,
                                     "Depot,Item,Lot,Quantity,Expires on,Owner,Donor,Price (yuan)\n"
                                     "市库,棉被,A,30,,红十字会,某公司,88.5\n"
                                     "沁源县库,方便食品,F,7,2026-10-01,,,\n");
  ASSERT_TRUE(sheet.findings.empty());
  ASSERT_EQ(bookSheet(w.db(), *w.ledger, sheet, head())->size(), 2U) << "one movement a depot";
  const Directory after = w.directory();
  const auto rows = sheetOf(after, *BalanceStore(w.db()).balance());
  ASSERT_EQ(rows.size(), 2U);
  const CheckedSheet again = checkSheet(rows, after, "x", "2026-05-01");
  EXPECT_TRUE(again.findings.empty());
  ASSERT_EQ(again.entries.size(), 2U);
  for (const SheetEntry& entry : again.entries) {
    const bool quilt = entry.item->code == "Q";
    EXPECT_EQ(entry.quantity, quilt ? 30 : 7);
    EXPECT_EQ(entry.owner, quilt ? "红十字会" : "市应急管理局");
    EXPECT_EQ(entry.lot.donor, quilt ? "某公司" : "");
    EXPECT_EQ(entry.lot.price_yuan.value_or(0), quilt ? 88.5 : 0);
  }
}

TEST_F(SheetTest, ASheetWithoutTheColumnsIsRefused) {
  EXPECT_CODE(readStockSheet(file("a,b\n1,2\n")), kNoData);
  EXPECT_CODE(readStockSheet(w.folder / "missing.csv"), kNotFound);
}

TEST_F(SheetTest, MovementsByNames) {
  const auto book = [&](const std::string& json) -> Result<std::vector<Movement>> {
    const auto wishes = readWishes(json);
    if (!wishes) return std::unexpected(wishes.error());
    return bookWishes(w.db(), *w.ledger, *wishes, w.clock->now);
  };
  ASSERT_OK(book(R"({"kind":"purchase","depot":"市库","author":"王","owner":"市局","lines":[
    {"item":"方便食品","quantity":20,"lot":"L","expires_on":"2026-12-01"},
    {"item":"方便食品","quantity":10,"lot":"S","expires_on":"2026-08-01"},{"item":"棉被","quantity":"3包"}]})"));
  const auto issued = book(R"({"kind":"issue","depot":"市库","author":"王","lines":[{"item":"F","quantity":15}]})");
  ASSERT_OK(issued);
  ASSERT_EQ(issued->front().draft.lines.size(), 2U) << "the lot that expires first, then the other";
  EXPECT_EQ(w.held(w.city, w.quilt), 30);
  const auto refused = book(R"({"moves":[
    {"kind":"issue","depot":"市库","author":"王","lines":[{"item":"棉被","quantity":5}]},
    {"kind":"issue","depot":"市库","author":"王","lines":[{"item":"棉被","quantity":26}]}]})");
  EXPECT_CODE(refused, kNotEnough);
  EXPECT_EQ(refused.error().detail, "26 asked, 25 left");
  EXPECT_EQ(refused.error().trail.back(), "movement 2");
  EXPECT_EQ(w.held(w.city, w.quilt), 30) << "none of the two";
  for (const char* bad : {"", "[]", "{}", R"({"kind":"fly","depot":"市库","lines":[]})",
                          R"({"kind":"issue","depot":"市库","author":"王","lines":[{"item":"棉被","quantity":-1}]})",
                          R"({"kind":"issue","depot":"市库","author":"王","lines":[{"item":"棉被","quantity":0}]})",
                          R"({"kind":"issue","depot":"市库","author":"王","quantty":1,"lines":[]})",
                          R"({"kind":"issue","depot":"市库","author":"王","lines":{}})",
                          R"({"kind":"issue","at":"gestern","depot":"市库","author":"王","lines":[]})"})
    EXPECT_CODE(book(bad), kInvalidArgument);
  EXPECT_CODE(book(R"({"kind":"issue","depot":"月球","author":"王","lines":[{"item":"棉被","quantity":1}]})"),
              kUnknownName);
  EXPECT_CODE(book(R"({"kind":"issue","depot":"市库","author":"王","lines":[{"item":"飞艇","quantity":1}]})"),
              kUnknownName);
  EXPECT_TRUE(BalanceStore(w.db()).audit()->empty());
}

TEST_F(SheetTest, AnUnknownKeyIsNamedWithItsPlaceAndThoseThatAreKnown) {
  const auto wrong = [](const char* json) { return readWishes(json).error(); };
  const Error line = wrong(R"({"moves":[
    {"kind":"issue","depot":"市库","lines":[{"item":"棉被","quantity":1}]},
    {"kind":"issue","depot":"市库","lines":[{"item":"棉被","quantity":1},{"item":"棉被","quantty":1}]}]})");
  EXPECT_EQ(line.code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(line.subject, "quantty");
  EXPECT_EQ(line.detail, "no such key; known: item, quantity, lot, owner, made_on, expires_on, donor, price_yuan");
  EXPECT_EQ(line.trail, (std::vector<std::string>{"line 2", "movement 2"}));
  const Error head = wrong(R"({"knd":"issue","depot":"市库","lines":[]})");
  EXPECT_EQ(head.subject, "knd") << "not that the kind is missing";
  EXPECT_EQ(head.trail, std::vector<std::string>{"movement 1"});
  EXPECT_NE(head.detail.find("kind, at, depot"), std::string::npos);
  const Error file = wrong(R"({"moves":[],"athor":"王"})");
  EXPECT_EQ(file.subject, "athor");
  EXPECT_EQ(file.detail, "no such key; known: moves");
  EXPECT_TRUE(file.trail.empty());
}

TEST_F(SheetTest, ExpiredAndDuplicateLotsInAFileAreRefusedWhole) {
  const auto book = [&](const std::string& json) -> Result<std::vector<Movement>> {
    const auto wishes = readWishes(json);
    if (!wishes) return std::unexpected(wishes.error());
    return bookWishes(w.db(), *w.ledger, *wishes, w.clock->now);
  };
  const std::string good = R"({"item":"棉被","quantity":5,"lot":"NEW"},)";
  const auto buy = [&](const std::string& line) {
    return book(R"({"kind":"purchase","depot":"市库","author":"王","owner":"市局","lines":[)" + good + line + "]}");
  };
  const auto expired = buy(R"({"item":"方便食品","quantity":5,"lot":"E","expires_on":"2026-04-30"})");
  EXPECT_CODE(expired, kExpired);
  EXPECT_EQ(expired.error().detail, "expired on 2026-04-30");
  const auto twice = buy(
      R"({"item":"方便食品","quantity":5,"lot":"D","expires_on":"2026-10-01"},
         {"item":"方便食品","quantity":5,"lot":"D","expires_on":"2026-11-01"})");
  EXPECT_CODE(twice, kAlreadyExists);
  EXPECT_EQ(twice.error().detail, "this lot is known: made -, expires 2026-10-01");
  EXPECT_CODE(buy(R"({"item":"方便食品","quantity":-5})"), kInvalidArgument);
  EXPECT_EQ(w.rows("stock_move"), 0) << "nothing half-booked";
  EXPECT_EQ(w.rows("stock_lot"), 0);
  EXPECT_EQ(w.rows("stock_owner WHERE name='市局'"), 0);
}

}  // namespace
}  // namespace gis::stocks
