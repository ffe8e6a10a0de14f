// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/dispatch/truck_loading.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>

namespace gis::dispatch {
namespace {

constexpr std::int64_t kMin = 60'000;
const std::vector<Truck> kVan{{"van", 1000, 5, 0}};

TEST(TruckLoading, ByWeightAndByVolume) {
  // 100 x 25 kg: three vans by weight. 100 x 0.1 m3: two by volume.
  auto trips = loadTrucks(0, kVan, {{0, 0, 100, 25, 0.001, kMin}}, 0, 10 * kMin);
  ASSERT_TRUE(trips.has_value());
  ASSERT_EQ(trips->size(), 3U);
  EXPECT_EQ((*trips)[0].loads[0].units, 40);
  EXPECT_EQ((*trips)[2].loads[0].units, 20);
  EXPECT_EQ((*trips)[2].number, 3);
  EXPECT_EQ((*trips)[0].arrive_utc_ms, 11 * kMin);
  trips = loadTrucks(0, kVan, {{0, 0, 100, 1, 0.1, kMin}}, 0, 0);
  ASSERT_TRUE(trips.has_value());
  EXPECT_EQ(trips->size(), 2U);
}

TEST(TruckLoading, OnePlaceSharesTrucks) {
  const auto trips =
      loadTrucks(0, kVan, {{0, 0, 10, 20, 0.1, kMin}, {1, 1, 1, 1, 0.1, kMin}, {2, 0, 10, 20, 0.1, kMin}}, 0, 0);
  ASSERT_TRUE(trips.has_value());
  ASSERT_EQ(trips->size(), 2U);
  EXPECT_EQ((*trips)[0].loads.size(), 2U);
  EXPECT_DOUBLE_EQ((*trips)[0].weight_kg, 400);
}

TEST(TruckLoading, SmallestThatTakesAllElseTheLargest) {
  const std::vector<Truck> two{{"large", 10'000, 40, 0}, {"small", 1000, 5, 0}};
  const auto trips = loadTrucks(0, two, {{0, 0, 108, 100, 0.1, kMin}}, 0, 0);
  ASSERT_TRUE(trips.has_value());
  ASSERT_EQ(trips->size(), 2U);
  EXPECT_EQ((*trips)[0].truck, "large");
  EXPECT_EQ((*trips)[1].truck, "small");
}

TEST(TruckLoading, ATruckThatIsBackGoesAgain) {
  const std::vector<Truck> one{{"van", 1000, 5, 1}};
  const auto trips = loadTrucks(0, one, {{0, 0, 20, 100, 0, 60 * kMin}}, 0, 30 * kMin);
  ASSERT_TRUE(trips.has_value());
  ASSERT_EQ(trips->size(), 2U);
  EXPECT_EQ((*trips)[0].arrive_utc_ms, 90 * kMin);
  // unloads 30, drives back 60, loads 30, drives 60
  EXPECT_EQ((*trips)[1].arrive_utc_ms, (90 + 30 + 60 + 30 + 60) * kMin);
  EXPECT_EQ((*trips)[1].round, 2);
  EXPECT_EQ((*trips)[1].number, 1);
}

TEST(TruckLoading, WhatFitsNowhere) {
  EXPECT_FALSE(fitsSomeTruck(kVan, 1001, 0));
  EXPECT_TRUE(fitsSomeTruck(kVan, 1000, 5));
  EXPECT_FALSE(loadTrucks(0, kVan, {{0, 0, 1, 1001, 0, kMin}}, 0, 0).has_value());
  EXPECT_FALSE(loadTrucks(0, kVan, {{0, 0, 1'000'000'000, 1000, 0, kMin}}, 0, 0).has_value());
  EXPECT_TRUE(loadTrucks(0, kVan, {}, 0, 0)->empty());
}

RC_GTEST_PROP(TruckLoading, NothingIsLostAndNoTruckIsOverloaded, ()) {
  std::vector<Truck> trucks;
  for (int i = *rc::gen::inRange(1, 4); i > 0; --i)
    trucks.push_back(
        {std::to_string(i), 100.0 * *rc::gen::inRange(1, 20), 1.0 * *rc::gen::inRange(1, 20), *rc::gen::inRange(0, 3)});
  std::vector<Load> loads;
  for (std::size_t i = *rc::gen::inRange<std::size_t>(0, 8); i > 0; --i)
    loads.push_back({i, *rc::gen::inRange<std::size_t>(0, 3), *rc::gen::inRange(1, 200),
                     0.1 * *rc::gen::inRange(0, 900), 0.01 * *rc::gen::inRange(0, 90),
                     kMin * *rc::gen::inRange(0, 200)});
  const auto trips = loadTrucks(0, trucks, loads, 0, kMin);
  RC_ASSERT(trips.has_value());
  std::map<std::size_t, std::int64_t> units;
  std::map<std::pair<std::string, std::int64_t>, std::int64_t> back;
  for (const Trip& trip : *trips) {
    double weight_kg = 0, volume_m3 = 0;
    for (const LoadedUnits& loaded : trip.loads) {
      units[loaded.shipment] += loaded.units;
      const auto load = std::ranges::find(loads, loaded.shipment, &Load::shipment);
      weight_kg += static_cast<double>(loaded.units) * load->weight_kg;
      volume_m3 += static_cast<double>(loaded.units) * load->volume_m3;
      RC_ASSERT(trip.arrive_utc_ms - trip.leave_utc_ms >= load->drive_ms);
    }
    const auto kind = std::ranges::find(trucks, trip.truck, &Truck::kind);
    RC_ASSERT(weight_kg <= kind->payload_kg * 1.000001);
    RC_ASSERT(volume_m3 <= kind->volume_m3 * 1.000001);
    RC_ASSERT(kind->count == 0 || trip.number <= kind->count);
    // nobody leaves before being back
    auto& free_ms = back[{trip.truck, trip.number}];
    RC_ASSERT(trip.leave_utc_ms >= free_ms);
    free_ms = trip.arrive_utc_ms + (trip.arrive_utc_ms - trip.leave_utc_ms);
  }
  for (const Load& load : loads) RC_ASSERT(units[load.shipment] == load.units);
}

}  // namespace
}  // namespace gis::dispatch
