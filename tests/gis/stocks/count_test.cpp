// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/count_store.h"
#include "tests/gis/stocks/stocks_world.h"

namespace gis::stocks {
namespace {

struct CountTest : ::testing::Test {
  StocksWorld w;
  CountStore store{w.db(), *w.clock, w.uuids};
  std::int64_t quilts = w.lot(w.quilt, "A"), torches = w.lot(w.torch, "B");
  void SetUp() override {
    ASSERT_OK(w.ledger->bookAll(std::vector{w.purchase(w.city, quilts, 100), w.purchase(w.city, torches, 30)}));
    w.clock->now += 1000;
  }
  CountEntry entry(const CountRow& row, std::int64_t counted, const char* counter = "小张") {
    return {w.uuids.next(), row.cell_id, counted, w.clock->now, counter};
  }
};

TEST_F(CountTest, ADifferenceNeedsAReasonAndASecondPerson) {
  const auto sheet = store.begin(w.city, true, {}, "王");
  ASSERT_OK(sheet);
  ASSERT_EQ(sheet->rows.size(), 2U);
  EXPECT_FALSE(sheet->rows[0].booked.has_value()) << "blind: nobody is told";
  EXPECT_CODE(store.finish(sheet->uuid, "王", "李", "差异"), kInvalidArgument);
  const auto& rows = sheet->rows;
  const std::int64_t first = rows[0].item_id == w.quilt.id ? 97 : 30, second = rows[1].item_id == w.quilt.id ? 97 : 30;
  EXPECT_CODE(store.enter(sheet->uuid, {entry(rows[0], -1)}), kInvalidArgument);
  EXPECT_CODE(store.enter(sheet->uuid, {{"", 999, 1, 0, "小张"}}), kInvalidArgument);
  const CountEntry once = entry(rows[0], first);
  ASSERT_OK(store.enter(sheet->uuid, {once}));
  ASSERT_OK(store.enter(sheet->uuid, {once, entry(rows[1], second)}));
  EXPECT_EQ(w.rows("stock_count_entry"), 2) << "what a laptop brings twice is entered once";
  EXPECT_EQ(*store.sheet(sheet->uuid)->rows[0].booked + *store.sheet(sheet->uuid)->rows[1].booked, 130);
  EXPECT_CODE(store.finish(sheet->uuid, "王", "李", ""), kInvalidArgument);
  EXPECT_CODE(store.finish(sheet->uuid, "王", "王", "差异"), kInvalidArgument);
  EXPECT_CODE(store.finish(sheet->uuid, "王", "小张", "差异"), kInvalidArgument);
  const auto done = store.finish(sheet->uuid, "王", "李", "破损未登记");
  ASSERT_OK(done);
  ASSERT_TRUE(done->has_value());
  EXPECT_EQ((*done)->draft.second_person, "李");
  EXPECT_EQ(w.held(w.city, w.quilt), 97);
  EXPECT_EQ(w.held(w.city, w.torch), 30);
  // The sheet goes on telling what was found, whatever moves later.
  w.clock->now += 1000;
  ASSERT_OK(w.ledger->book(w.issue(w.city, quilts, 10)));
  const auto kept = store.sheet(sheet->uuid);
  ASSERT_OK(kept);
  for (const CountRow& row : kept->rows) {
    EXPECT_EQ(row.booked, row.item_id == w.quilt.id ? 100 : 30);
    EXPECT_EQ(row.difference(), row.item_id == w.quilt.id ? -3 : 0);
    EXPECT_FALSE(row.moved_since);
  }
  EXPECT_CODE(store.enter(sheet->uuid, {entry(rows[0], 5)}), kInvalidArgument);
  EXPECT_CODE(store.finish(sheet->uuid, "王", "李", "再来"), kInvalidArgument);
}

TEST_F(CountTest, WhatMovedAfterItWasCountedIsCountedAgain) {
  const auto sheet = store.begin(w.city, false, {w.quilt.id}, "王");
  ASSERT_OK(sheet);
  ASSERT_EQ(sheet->rows.size(), 1U);
  EXPECT_EQ(sheet->rows[0].booked, 100);
  ASSERT_OK(store.enter(sheet->uuid, {entry(sheet->rows[0], 100)}));
  w.clock->now += 1000;
  ASSERT_OK(w.ledger->book(w.issue(w.city, quilts, 10)));
  EXPECT_CODE(store.finish(sheet->uuid, "王", "李", "差异"), kChangedElsewhere);
  w.clock->now += 1000;
  ASSERT_OK(store.enter(sheet->uuid, {entry(sheet->rows[0], 90)}));
  const auto done = store.finish(sheet->uuid, "王", "李", "");
  ASSERT_OK(done);
  EXPECT_FALSE(done->has_value()) << "nothing to book";
  EXPECT_TRUE(store.sheet(sheet->uuid)->is_booked);
  EXPECT_EQ(store.sheets()->size(), 1U);
}

TEST_F(CountTest, AnEmptyDepotHasNoSheetAndIsNamed) {
  const auto none = store.begin(w.county, true, {}, "王");
  EXPECT_CODE(none, kNoData);
  const Directory directory = w.directory();
  ASSERT_TRUE(directory.depot(w.county));
  EXPECT_EQ(none.error().subject, directory.depot(w.county)->name);
}

}  // namespace
}  // namespace gis::stocks
