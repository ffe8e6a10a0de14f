// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/requisition_store.h"
#include "tests/gis/stocks/stocks_world.h"

namespace gis::stocks {
namespace {

struct RequisitionTest : ::testing::Test {
  StocksWorld w;
  RequisitionStore store{w.db(), *w.clock, w.uuids};
  std::int64_t quilts = w.lot(w.quilt, "A"), soon = w.lot(w.food, "SOON", "2026-08-01"),
               late = w.lot(w.food, "LATE", "2026-12-01");
  RequisitionHead head;

  void SetUp() override {
    ASSERT_OK(w.ledger->bookAll(
        std::vector{w.purchase(w.city, quilts, 100), w.purchase(w.city, soon, 30), w.purchase(w.city, late, 50)}));
    head.unit = "沁源县应急管理局", head.place = "王和镇中心小学", head.basis = "Ⅳ级响应";
  }
  static RequisitionEvent step(RequisitionStep kind, const std::string& actor, std::vector<RequisitionLine> lines = {},
                               const std::string& words = {}) {
    RequisitionEvent event;
    event.step = kind, event.actor = actor, event.lines = std::move(lines), event.words = words;
    return event;
  }
  RequisitionStanding standing(const Requisition& requisition) {
    const auto found = standingOf(store.find(requisition.number)->events);
    EXPECT_TRUE(found.has_value()) << say(found);
    return found.value_or(RequisitionStanding());
  }
};

TEST_F(RequisitionTest, FromAskingToReceiptWithALoss) {
  const auto asked = store.enter(head, {{"Q", 60}, {"F", 45}}, "李镇长");
  ASSERT_OK(asked);
  EXPECT_CODE(store.advance(asked->uuid, step(RequisitionStep::kPicked, "库管")), kInvalidArgument);
  EXPECT_CODE(store.advance(asked->uuid, step(RequisitionStep::kApproved, "李镇长", {{"Q", 60}})), kInvalidArgument);
  EXPECT_CODE(store.advance(asked->uuid, step(RequisitionStep::kApproved, "王局长", {{"Q", 61}})), kInvalidArgument);
  EXPECT_CODE(store.advance(asked->uuid, step(RequisitionStep::kApproved, "王局长", {{"T", 1}})), kInvalidArgument);
  ASSERT_OK(store.advance(asked->uuid, step(RequisitionStep::kApproved, "王局长", {{"Q", 50}, {"F", 45}})));
  const auto pick = store.proposePick(asked->uuid, {w.county, w.city});
  ASSERT_OK(pick);
  ASSERT_EQ(pick->size(), 3U) << "quilts, and food of two lots";
  EXPECT_EQ((*pick)[1].lot_id, soon);
  EXPECT_EQ((*pick)[1].quantity, 30);
  ASSERT_OK(store.advance(asked->uuid, step(RequisitionStep::kPicked, "库管", *pick)));
  EXPECT_EQ(w.held(w.city, w.quilt, State::kReserved), 50);
  ASSERT_OK(store.advance(asked->uuid, step(RequisitionStep::kDispatched, "库管", *pick)));
  EXPECT_EQ(w.held(w.city, w.quilt, State::kInTransit), 50);
  auto arrived = *pick;
  arrived[0].lost = 3, arrived[0].damaged = 2;
  arrived[1].quantity = 10;  // the rest comes with the second lorry
  const auto first = store.advance(asked->uuid, step(RequisitionStep::kReceived, "李镇长", arrived));
  ASSERT_OK(first);
  EXPECT_EQ(standing(*asked).state, RequisitionState::kDispatched);
  EXPECT_CODE(store.advance(asked->uuid, step(RequisitionStep::kReceived, "李镇长", {arrived[0]})), kInvalidArgument);
  arrived[1].quantity = 20;
  ASSERT_OK(store.advance(asked->uuid, step(RequisitionStep::kReceived, "李镇长", {arrived[1]})));
  const RequisitionStanding now = standing(*asked);
  EXPECT_EQ(now.state, RequisitionState::kReceived);
  EXPECT_EQ(now.items[0].received, 45);
  EXPECT_EQ(now.items[0].lost, 3);
  EXPECT_EQ(now.items[0].damaged, 2);
  EXPECT_EQ(now.items[0].onTheRoad(), 0);
  EXPECT_EQ(w.held(w.city, w.quilt, State::kInTransit), 0);
  EXPECT_EQ(w.held(w.city, w.quilt), 50);
  EXPECT_EQ(w.held(w.city, w.quilt, State::kDamaged), 2);
  EXPECT_EQ(now.order_no.substr(0, 10), "DB20260501");
  MovementFilter filter;
  filter.paper = asked->uuid;
  EXPECT_EQ(w.ledger->movements(filter)->size(), 5U) << "reserved, dispatched, two arrivals, a loss";
  EXPECT_TRUE(BalanceStore(w.db()).audit()->empty());
}

TEST_F(RequisitionTest, ToADepotItStaysInTheBooksWithItsOwner) {
  head.to_depot_id = w.county;
  const auto asked = store.enter(head, {{"Q", 20}}, "李");
  ASSERT_OK(asked);
  ASSERT_OK(store.advance(asked->uuid, step(RequisitionStep::kApproved, "王", {{"Q", 20}})));
  const auto pick = *store.proposePick(asked->uuid, {w.city});
  ASSERT_OK(store.advance(asked->uuid, step(RequisitionStep::kPicked, "库", pick)));
  ASSERT_OK(store.advance(asked->uuid, step(RequisitionStep::kDispatched, "库", pick)));
  ASSERT_OK(store.advance(asked->uuid, step(RequisitionStep::kReceived, "李", pick)));
  EXPECT_EQ(w.held(w.county, w.quilt), 20);
  EXPECT_EQ(w.ledger->atHand(w.county, w.quilt.id)->front().owner_id, w.owner);
}

TEST_F(RequisitionTest, WhatIsNotThereIsNotHalfPicked) {
  const auto asked = store.enter(head, {{"Q", 90}}, "李");
  ASSERT_OK(asked);
  ASSERT_OK(store.advance(asked->uuid, step(RequisitionStep::kApproved, "王", {{"Q", 90}})));
  const auto pick = *store.proposePick(asked->uuid, {w.city});
  ASSERT_OK(w.ledger->book(w.issue(w.city, quilts, 11)));  // somebody else was faster
  const auto refused = store.advance(asked->uuid, step(RequisitionStep::kPicked, "库", pick));
  EXPECT_CODE(refused, kNotEnough);
  EXPECT_EQ(refused.error().detail, "90 asked, 89 left");
  EXPECT_EQ(standing(*asked).state, RequisitionState::kApproved);
  EXPECT_EQ(w.held(w.city, w.quilt, State::kReserved), 0);
}

TEST_F(RequisitionTest, WhatNobodyHasCanBeAskedForButNotPicked) {
  const auto asked = store.enter(head, {{"T", 5}}, "李");  // an item of the catalogue that lies nowhere
  ASSERT_OK(asked);
  ASSERT_OK(store.advance(asked->uuid, step(RequisitionStep::kApproved, "王", {{"T", 5}})));
  const auto pick = store.proposePick(asked->uuid, {w.city, w.county});
  ASSERT_OK(pick);
  EXPECT_TRUE(pick->empty());
  EXPECT_CODE(store.advance(asked->uuid, step(RequisitionStep::kPicked, "库")), kInvalidArgument);
  const auto refused = store.advance(
      asked->uuid, step(RequisitionStep::kPicked, "库", {{"T", 5, w.city, w.lot(w.torch, "-"), w.owner}}));
  EXPECT_CODE(refused, kNotEnough);
  EXPECT_EQ(refused.error().detail, "5 asked, 0 left");
  EXPECT_EQ(standing(*asked).state, RequisitionState::kApproved);
  EXPECT_EQ(w.held(w.city, w.torch, State::kReserved), 0);
}

TEST_F(RequisitionTest, CancellingGivesBackWhatWasSetApart) {
  const auto asked = store.enter(head, {{"Q", 20}}, "李");
  ASSERT_OK(store.advance(asked->uuid, step(RequisitionStep::kApproved, "王", {{"Q", 20}})));
  ASSERT_OK(
      store.advance(asked->uuid, step(RequisitionStep::kPicked, "库", *store.proposePick(asked->uuid, {w.city}))));
  EXPECT_CODE(store.advance(asked->uuid, step(RequisitionStep::kCancelled, "王")), kInvalidArgument);
  ASSERT_OK(store.advance(asked->uuid, step(RequisitionStep::kCancelled, "王", {}, "险情解除")));
  EXPECT_EQ(w.held(w.city, w.quilt), 100);
  EXPECT_CODE(store.advance(asked->uuid, step(RequisitionStep::kApproved, "王", {{"Q", 1}})), kInvalidArgument);
}

TEST_F(RequisitionTest, BadOnesAreNotEntered) {
  EXPECT_CODE(store.enter(head, {{"X", 1}}, "李"), kUnknownName);
  EXPECT_CODE(store.enter(head, {{"Q", -1}}, "李"), kInvalidArgument);
  EXPECT_CODE(store.enter(head, {}, "李"), kInvalidArgument);
  EXPECT_CODE(store.enter(head, {{"Q", 1}}, ""), kInvalidArgument);
  head.place.clear();
  EXPECT_CODE(store.enter(head, {{"Q", 1}}, "李"), kInvalidArgument);
  EXPECT_EQ(w.rows("stock_requisition"), 0);
  EXPECT_EQ(w.rows("stock_requisition_event"), 0);
}

TEST_F(RequisitionTest, WhatHappenedStays) {
  ASSERT_OK(store.enter(head, {{"Q", 1}}, "李"));
  for (const char* sql : {"UPDATE stock_requisition_event SET actor='x'", "DELETE FROM stock_requisition_event",
                          "UPDATE stock_requisition SET number='x'", "DELETE FROM stock_requisition"})
    EXPECT_THROW(w.db().sql().exec(sql), SQLite::Exception) << sql;
  RequisitionEvent event;
  EXPECT_CODE(readEventText("{", event), kDamagedFile);
  EXPECT_CODE(headOf("[]"), kDamagedFile);
  RequisitionEvent gap = step(RequisitionStep::kRequested, "李", {{"Q", 1}});
  gap.seq = 2;
  EXPECT_CODE(standingOf(std::vector{gap}), kDamagedFile);
}

}  // namespace
}  // namespace gis::stocks
