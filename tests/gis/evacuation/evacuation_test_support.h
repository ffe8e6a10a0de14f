// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gis/evacuation/evacuation_plan.h"
#include "tests/gis/network/network_test_support.h"

namespace gis::evacuation {

// 60 km/h everywhere: a kilometre a minute; off the road it takes no time.
inline Vehicle kilometreAMinute() {
  Vehicle vehicle;
  vehicle.id = "test";
  vehicle.speed_km_per_h.fill(60);
  return vehicle;
}

inline RoadGraphPtr roadGraphOf(const std::vector<DrawnRoad>& roads) {
  auto graph = drawnGraph(roads);
  EXPECT_TRUE(graph.has_value());
  return std::make_shared<const RoadGraph>(graph ? std::move(*graph) : RoadGraph{});
}

inline Village villageAt(const std::string& code, MapXY at, std::int64_t people, int danger = 0) {
  Village village;
  village.code = code, village.name = "V" + code, village.at = at;
  village.people = people, village.households = people / 3, village.population = people, village.danger = danger;
  return village;
}

inline Shelter shelterAt(const std::string& uuid, MapXY at, std::int64_t capacity, bool in_hazard = false) {
  Shelter shelter;
  shelter.uuid = uuid, shelter.name = "S" + uuid, shelter.at = at;
  shelter.capacity = capacity, shelter.in_hazard = in_hazard;
  return shelter;
}

inline NamedClosure closureAt(const std::string& name, MapXY at, double reach_m = 50) {
  return {name, {GeometryKind::kPoint, {{at}}, reach_m}};
}

}  // namespace gis::evacuation
