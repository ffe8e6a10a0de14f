// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "gis/dispatch/dispatch_plan.h"
#include "tests/gis/network/network_test_support.h"

namespace gis::dispatch {

constexpr std::int64_t kMinuteMs = 60'000;

// 60 km/h everywhere: a kilometre a minute.
inline Vehicle kilometreAMinute() {
  Vehicle vehicle;
  vehicle.id = "test";
  vehicle.speed_km_per_h.fill(60);
  vehicle.off_road_km_per_h = 6;
  return vehicle;
}

inline RoadGraphPtr roadGraphOf(const std::vector<DrawnRoad>& roads) {
  auto graph = drawnGraph(roads);
  EXPECT_TRUE(graph.has_value());
  return std::make_shared<const RoadGraph>(graph ? std::move(*graph) : RoadGraph{});
}

// Everything about a small task, planned; loading takes no time.
struct Drawn {
  RoadGraphPtr graph;
  DispatchTask task;
  std::vector<NamedClosure> closures = {};
  DispatchOptions options = [] {
    DispatchOptions made;
    made.loading_ms = 0;
    return made;
  }();

  RoadTable table() const {
    auto roads = roadsOf(task, graph, kilometreAMinute()).under(closures);
    EXPECT_TRUE(roads.has_value());
    return std::move(*roads);
  }
  DispatchPlan plan() const {
    auto planned = planDispatch(task, table(), options);
    EXPECT_TRUE(planned.has_value()) << (planned ? "" : planned.error().subject + ": " + planned.error().detail);
    return planned.value_or(DispatchPlan{});
  }
};

}  // namespace gis::dispatch
