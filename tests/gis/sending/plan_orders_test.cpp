// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/sending/plan_orders.h"

#include <gtest/gtest.h>

#include "gis/geo/projector.h"
#include "gis/sending/closed_place.h"
#include "gis/stocks/requisition_store.h"
#include "gis/stocks/truck_store.h"
#include "tests/gis/network/network_test_support.h"
#include "tests/gis/stocks/stocks_world.h"

namespace gis::sending {
namespace {

using stocks::MoveDraft;
using stocks::RequisitionStep;

const char* const kMapCrs = "EPSG:4547";

//  city depot --10 km-- school --10 km-- county depot, along a parallel at 36.2 N
struct SendingWorld {
  stocks::StocksWorld books;
  Projector to_map = *Projector::create("EPSG:4490", kMapCrs);
  Projector to_degrees = *Projector::create(kMapCrs, "EPSG:4490");
  MapXY start;
  RoadGraphPtr graph;

  SendingWorld() {
    const auto at = to_map.forward({113.0, 36.2});
    start = {at->x, at->y};
    place(books.city, "CITY", "市库", 0);
    place(books.county, "COUNTY", "沁源县库", 20'000);
    auto drawn = drawnGraph({{{start, along(10'000)}}, {{along(10'000), along(20'000)}}});
    graph = std::make_shared<const RoadGraph>(std::move(*drawn));
    bring(books.city, books.lot(books.quilt, "L1", "2026-09-01"), 40);
    bring(books.city, books.lot(books.quilt, "L2", "2027-09-01"), 60);
    bring(books.county, books.lot(books.quilt, "L1", "2026-09-01"), 30);
  }
  MapXY along(double m) const { return {start.x_m + m, start.y_m}; }
  LonLat degrees(MapXY at) const {
    const auto back = to_degrees.forward({at.x_m, at.y_m});
    return {back->x, back->y};
  }
  void place(std::int64_t id, const char* code, const char* name, double at_m) {
    stocks::Depot depot = *books.directory().depot(id);
    depot.code = code, depot.name = name, depot.where = degrees(along(at_m));
    ASSERT_TRUE(books.catalogue->putDepot(books.uuids, depot).has_value());
  }
  void bring(std::int64_t depot, std::int64_t lot, std::int64_t quantity) {
    const auto done = books.ledger->book(books.purchase(depot, lot, quantity));
    ASSERT_TRUE(done.has_value()) << say(done);
  }
  LedgerTask ledger() { return *taskOfLedger(books.db(), to_map, "2026-05-01"); }

  struct Planned {
    LedgerTask ledger;
    std::vector<SendingNeed> needs;
    dispatch::DispatchPlan plan;
  };
  Planned plan(std::int64_t quantity, const std::vector<ClosedPlace>& closed = {}) {
    Planned made{ledger(), {}, {}};
    SendingNeed need;
    need.request = {"R1", "王和小学", along(10'000), "棉被", quantity, {}, 1};
    need.where = degrees(along(10'000));
    made.needs.push_back(need);
    made.ledger.task.requests.push_back(need.request);
    Vehicle truck;
    truck.id = "truck";
    truck.speed_km_per_h.fill(60);
    truck.off_road_km_per_h = 5;
    const auto closures = closuresOf(closed, to_map);
    EXPECT_TRUE(closures.has_value());
    const auto roads = dispatch::roadsOf(made.ledger.task, graph, truck).under(*closures);
    dispatch::DispatchOptions options;
    options.now_utc_ms = books.clock->now;
    made.plan = *dispatch::planDispatch(made.ledger.task, *roads, options);
    return made;
  }
  std::vector<PlannedOrder> orders(const Planned& planned) {
    return ordersOfPlan(planned.ledger.task, planned.needs, planned.plan, planned.ledger.directory, "演练", true);
  }
  std::int64_t everywhere(stocks::State state) {
    return books.held(books.city, books.quilt, state) + books.held(books.county, books.quilt, state);
  }
};

TEST(PlanOrders, FromThePlanToTheLastQuilt) {
  SendingWorld world;
  const auto planned = world.plan(120);
  const auto orders = world.orders(planned);
  ASSERT_EQ(orders.size(), 1U);
  EXPECT_EQ(orders[0].sends.size(), 2U);
  const auto made = acceptOrders(world.books.db(), *world.books.clock, world.books.uuids, orders, "王建国", "赵局长");
  ASSERT_TRUE(made.has_value()) << say(made);
  const stocks::Requisition& paper = made->front();
  const auto standing = *stocks::standingOf(paper.events);
  EXPECT_EQ(standing.order_no.substr(0, 2), "DB");
  EXPECT_NE(paper.events.back().transport.route.find("km"), std::string::npos);
  EXPECT_EQ(world.everywhere(stocks::State::kReserved), 120);
  EXPECT_EQ(world.everywhere(stocks::State::kUsable), 10);
  // What expires first went first.
  std::int64_t first_lot = 0;
  for (const stocks::RequisitionLine& line : standing.picked)
    if (line.depot_id == world.books.city && line.lot_id == world.books.lot(world.books.quilt, "L1"))
      first_lot += line.quantity;
  EXPECT_EQ(first_lot, 40);

  const auto left = departOrders(world.books.db(), *world.books.clock, world.books.uuids, {paper.uuid}, "王建国");
  ASSERT_TRUE(left.has_value()) << say(left);
  EXPECT_EQ(stocks::standingOf(left->front().events)->order_no, standing.order_no) << "the order keeps its number";
  EXPECT_EQ(world.everywhere(stocks::State::kInTransit), 120);

  stocks::RequisitionEvent receipt;
  receipt.step = RequisitionStep::kReceived, receipt.actor = "李梅", receipt.words = "两床落水";
  receipt.lines = stocks::standingOf(left->front().events)->on_the_road;
  receipt.lines.front().lost = 2;
  stocks::RequisitionStore papers(world.books.db(), *world.books.clock, world.books.uuids);
  const auto received = papers.advance(paper.uuid, receipt);
  ASSERT_TRUE(received.has_value()) << say(received);
  EXPECT_EQ(world.everywhere(stocks::State::kInTransit), 0);
  EXPECT_EQ(world.everywhere(stocks::State::kUsable), 10);
  EXPECT_EQ(world.everywhere(stocks::State::kReserved), 0);
  const auto progress = stocks::standingOf(received->events)->items.front();
  EXPECT_EQ(progress.received, 118);
  EXPECT_EQ(progress.lost, 2);
  EXPECT_TRUE(stocks::BalanceStore(world.books.db()).audit()->empty());
}

TEST(PlanOrders, NothingIsBookedWhenSomebodyElseTookIt) {
  SendingWorld world;
  const auto orders = world.orders(world.plan(120));
  ASSERT_TRUE(
      world.books.ledger->book(world.books.issue(world.books.city, world.books.lot(world.books.quilt, "L1"), 35))
          .has_value());
  const long moves = world.books.rows("stock_move");
  const auto made = acceptOrders(world.books.db(), *world.books.clock, world.books.uuids, orders, "王建国", "赵局长");
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().code, ErrorCode::kNotEnough);
  EXPECT_EQ(world.books.rows("stock_move"), moves);
  EXPECT_EQ(world.books.rows("stock_requisition"), 0);
}

TEST(PlanOrders, WhoPlansDoesNotApprove) {
  SendingWorld world;
  const auto made = acceptOrders(world.books.db(), *world.books.clock, world.books.uuids, world.orders(world.plan(10)),
                                 "王建国", "王建国");
  ASSERT_FALSE(made.has_value());
  EXPECT_EQ(made.error().code, ErrorCode::kInvalidArgument);
}

TEST(PlanOrders, WhatIsShortStaysOpenAndIsPlannedAgain) {
  SendingWorld world;
  const auto made = acceptOrders(world.books.db(), *world.books.clock, world.books.uuids, world.orders(world.plan(200)),
                                 "王建国", "赵局长");
  ASSERT_TRUE(made.has_value()) << say(made);
  EXPECT_EQ(world.everywhere(stocks::State::kUsable), 0);
  const auto open = needsOfRequisitions(*made, world.ledger(), world.to_map);
  ASSERT_EQ(open.needs.size(), 1U);
  EXPECT_EQ(open.needs[0].request.quantity, 70);
  EXPECT_EQ(open.needs[0].requisition_uuid, made->front().uuid);
}

TEST(PlanOrders, AFootprintClosesTheRoad) {
  SendingWorld world;
  const LonLat flood = world.degrees(world.along(5'000));
  const std::string text = R"({"type":"Feature","properties":{"name":"沁河洪水","reach_m":300},
    "geometry":{"type":"Point","coordinates":[)" +
                           std::to_string(flood.lon_deg) + "," + std::to_string(flood.lat_deg) + "]}}";
  const auto places = closedByFootprint(text, "flood.geojson", "flood");
  ASSERT_TRUE(places.has_value()) << say(places);
  ASSERT_EQ(places->size(), 1U);
  EXPECT_EQ(places->front().name, "沁河洪水");
  const auto planned = world.plan(120, *places);
  EXPECT_EQ(planned.plan.answers[0].sent, 30) << "only the county depot is on this side";
  EXPECT_EQ(planned.plan.answers[0].short_reason, dispatch::ShortReason::kCutOff);
  // Kept and read again, opened again.
  auto kept = closedPlacesOf(closedPlacesText(*places), "closed_roads.geojson");
  ASSERT_TRUE(kept.has_value()) << say(kept);
  ASSERT_EQ(kept->size(), 1U);
  EXPECT_EQ(world.plan(120, *kept).plan.answers[0].sent, 30);
  kept->front().counts = false;
  const auto opened = closedPlacesOf(closedPlacesText(*kept), "closed_roads.geojson");
  ASSERT_TRUE(opened.has_value());
  EXPECT_FALSE(opened->front().counts);
  EXPECT_EQ(world.plan(120, *opened).plan.answers[0].sent, 120);
  EXPECT_EQ(closedByFootprint("no json", "flood.geojson", "f").error().subject, "flood.geojson");
}

TEST(PlanOrders, TrucksOfADepotAndDepotsWithoutAPlace) {
  SendingWorld world;
  stocks::TruckStore trucks(world.books.db());
  ASSERT_TRUE(trucks.setTrucks(world.books.city, {{"5 t", 5000, 20, 2}}, "王建国", 0).has_value());
  EXPECT_FALSE(trucks.setTrucks(world.books.city, {{"5 t", 0, 20, 2}}, "王建国", 0).has_value());
  stocks::Depot lost = *world.books.directory().depot(world.books.county);
  lost.where.reset();
  ASSERT_TRUE(world.books.catalogue->putDepot(world.books.uuids, lost).has_value());
  const LedgerTask ledger = world.ledger();
  ASSERT_EQ(ledger.task.depots.size(), 1U);
  ASSERT_EQ(ledger.task.depots[0].trucks.size(), 1U);
  EXPECT_EQ(ledger.task.depots[0].trucks[0].count, 2);
  EXPECT_EQ(ledger.unplaced, std::vector<std::string>{"沁源县库"});
}

}  // namespace
}  // namespace gis::sending
