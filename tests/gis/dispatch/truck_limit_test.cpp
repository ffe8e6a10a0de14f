// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/dispatch/truck_limit.h"

#include <gtest/gtest.h>

#include "tests/gis/dispatch/dispatch_test_support.h"

namespace gis::dispatch {
namespace {

//  D1 --10 km-- P1 --10 km-- P2 --10 km-- D2
Drawn withOneTruckEach(std::int64_t trucks) {
  Drawn drawn;
  drawn.graph = roadGraphOf({{{{0, 0}, {10'000, 0}}}, {{{10'000, 0}, {20'000, 0}}}, {{{20'000, 0}, {30'000, 0}}}});
  const std::vector<Truck> own{{"5 t", 5000, 20, trucks}};
  drawn.task.depots = {{"D1", "", {0, 0}, own}, {"D2", "", {30'000, 0}, own}};
  drawn.task.stock = {{"D1", "tent", 500, 50, 0.2}, {"D2", "tent", 500, 50, 0.2}};
  drawn.task.requests = {{"R1", "", {10'000, 0}, "tent", 150}};
  return drawn;
}

TEST(TruckLimit, WhatFindsNoTruckComesFromTheNextDepot) {
  Drawn drawn = withOneTruckEach(1);  // a hundred tents a truck
  const DispatchPlan again = drawn.plan();
  ASSERT_EQ(again.shipments.size(), 1U);
  EXPECT_EQ(again.trips.back().round, 2);
  drawn.options.rounds = TruckRounds::kOnce;
  const DispatchPlan once = drawn.plan();
  ASSERT_EQ(once.shipments.size(), 2U);
  EXPECT_EQ(once.shipments[0].units, 100);
  EXPECT_EQ(once.shipments[1].units, 50);
  EXPECT_EQ(once.shipments[1].depot, 1U);
  EXPECT_EQ(once.shipments[1].reason, SendReason::kNearerNoTruck);
  EXPECT_EQ(once.answers[0].short_by, 0);
  EXPECT_EQ(once.items[0].usable, 1000);
  for (const Trip& trip : once.trips) EXPECT_EQ(trip.round, 1);
}

TEST(TruckLimit, ItSaysThatTrucksAreWhatIsShort) {
  Drawn drawn = withOneTruckEach(1);
  drawn.task.requests[0].quantity = 350;
  drawn.options.rounds = TruckRounds::kOnce;
  const DispatchPlan plan = drawn.plan();
  EXPECT_EQ(plan.answers[0].sent, 200);
  EXPECT_EQ(plan.answers[0].short_by, 150);
  EXPECT_EQ(plan.answers[0].short_reason, ShortReason::kNoTruck);
  std::int64_t carried = 0;
  for (const Trip& trip : plan.trips)
    for (const LoadedUnits& load : trip.loads) carried += load.units;
  EXPECT_EQ(carried, 200);
}

TEST(TruckLimit, HiredLorriesAreNeverShort) {
  Drawn drawn = withOneTruckEach(1);
  for (Depot& depot : drawn.task.depots) depot.trucks.clear();
  drawn.task.requests[0].quantity = 900;
  drawn.options.rounds = TruckRounds::kOnce;
  EXPECT_EQ(drawn.plan().answers[0].short_by, 0);
}

}  // namespace
}  // namespace gis::dispatch
