// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/network/route.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "gis/network/max_flow.h"
#include "gis/network/road_network.h"
#include "gis/network/segment.h"
#include "tests/gis/network/network_test_support.h"
#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace {

Vehicle tenMetresPerSecond() {
  Vehicle vehicle;
  vehicle.id = "test";
  vehicle.speed_km_per_h.fill(36);
  vehicle.min_width_m = 3.5;
  vehicle.half_width_ratio = 0.5;
  return vehicle;
}

RoadGraphPtr graphOf(const std::vector<DrawnRoad>& roads, NodingOptions options = {}) {
  auto graph = drawnGraph(roads, std::move(options));
  EXPECT_TRUE(graph.has_value());
  return std::make_shared<const RoadGraph>(std::move(*graph));
}

std::optional<double> seconds(const RoadTravel& travel, MapXY from, MapXY to) {
  const auto a = travel.place(from), b = travel.place(to);
  if (!a || !b) return std::nullopt;
  const auto route = travel.route(*a, *b);
  return route ? std::optional(route->duration_ms / 1000.0) : std::nullopt;
}

//        (500,500)
//            |
//  A --------+-------- B      drawn as two lines that cross without a common vertex
//            |
const std::vector<DrawnRoad> kCross{{{{0, 0}, {1000, 0}}}, {{{500, -500}, {500, 500}}}};

TEST(Noding, CrossingAtGradeIsAJunction) {
  const auto graph = graphOf(kCross);
  EXPECT_EQ(graph->edges.size(), 4U);
  EXPECT_EQ(graph->arcs.nodeCount(), 5U);
  EXPECT_NEAR(*seconds(RoadTravel(graph, tenMetresPerSecond()), {0, 0}, {500, 500}), 100, 0.01);
}

TEST(Noding, ExpresswayIsCrossedOnABridge) {
  auto roads = kCross;
  roads[0].road_class = 0;
  EXPECT_EQ(graphOf(roads)->edges.size(), 2U);
  EXPECT_FALSE(seconds(RoadTravel(graphOf(roads), tenMetresPerSecond()), {0, 0}, {500, 500}));
}

TEST(Noding, GradeSeparationNear) {
  NodingOptions options;
  options.grade_separations = {{510, 10}};
  EXPECT_EQ(graphOf(kCross, options)->edges.size(), 2U);
}

TEST(Noding, EndOnARoadSharedVertexAndSnap) {
  // an end on the side of a road, 0.3 m short of it; two that share an inner vertex
  const auto graph =
      graphOf({{{{0, 0}, {1000, 0}}}, {{{400, 0.3}, {400, 300}}}, {{{200, -100}, {300, 0}, {400, -100}}}});
  EXPECT_NEAR(*seconds(RoadTravel(graph, tenMetresPerSecond()), {400, 300}, {1000, 0}), 90, 0.1);
  EXPECT_TRUE(seconds(RoadTravel(graph, tenMetresPerSecond()), {200, -100}, {400, 300}));
  // 0.8 m apart is no junction
  EXPECT_FALSE(seconds(RoadTravel(graphOf({{{{0, 0}, {1000, 0}}}, {{{400, 0.8}, {400, 300}}}}), tenMetresPerSecond()),
                       {400, 300}, {1000, 0}));
}

TEST(Noding, FireRoadIsLedOn) {
  const auto roads = drawnLines({{{{0, 0}, {1000, 0}}}});
  const auto tracks = drawnLines({{{{500, 40}, {500, 900}}}});
  const auto graph = buildRoadGraph({{RoadSource::kRoad, roads, 0}, {RoadSource::kFireRoad, tracks, 60}}, {});
  ASSERT_TRUE(graph.has_value());
  EXPECT_EQ(graph->edges.size(), 3U);
  const RoadTravel travel(std::make_shared<const RoadGraph>(*graph), tenMetresPerSecond());
  EXPECT_NEAR(*seconds(travel, {0, 0}, {500, 900}), 140, 0.01);
}

TEST(Noding, ScaleOfTheMap) {
  NodingOptions options;
  options.map_scale_ratio = [](MapXY) { return 1.0003; };
  EXPECT_NEAR(static_cast<double>(graphOf({{{{0, 0}, {10003, 0}}}}, options)->edges[0].length_m), 10000, 0.01);
}

TEST(Travel, OneWayClosedNarrowHalf) {
  const auto with = [](int state, double width_m) {
    return RoadTravel(graphOf({{{{0, 0}, {1000, 0}}, 4, state, width_m}}), tenMetresPerSecond());
  };
  EXPECT_NEAR(*seconds(with(3, 6), {100, 0}, {900, 0}), 80, 0.01);
  EXPECT_FALSE(seconds(with(3, 6), {900, 0}, {100, 0}));
  EXPECT_FALSE(seconds(with(4, 6), {100, 0}, {900, 0}));
  EXPECT_FALSE(seconds(with(1, 3), {100, 0}, {900, 0}));
  EXPECT_TRUE(seconds(with(1, 0), {100, 0}, {900, 0}));
  EXPECT_NEAR(*seconds(with(2, 6), {100, 0}, {900, 0}), 160, 0.01);
}

//  A ---- B       a ring: the short side closed, the long one stays
//  |      |
//  C ---- D
const std::vector<DrawnRoad> kRing{
    {{{0, 0}, {1000, 0}}}, {{{1000, 0}, {1000, -1000}}}, {{{1000, -1000}, {0, -1000}}}, {{{0, -1000}, {0, 0}}}};

TEST(Travel, ClosuresAreImpassable) {
  const auto graph = graphOf(kRing);
  const Vehicle vehicle = tenMetresPerSecond();
  EXPECT_NEAR(*seconds(RoadTravel(graph, vehicle), {0, 0}, {1000, 0}), 100, 0.01);
  const Closure point{GeometryKind::kPoint, {{{500, 5}}}, 10};
  const auto closed = closedStretches(*graph, {point});
  ASSERT_EQ(closed.size(), 1U);
  EXPECT_NEAR(closed[0].from_ratio, 0.5 - std::sqrt(75.0) / 1000, 1e-4);
  EXPECT_NEAR(closed[0].to_ratio, 0.5 + std::sqrt(75.0) / 1000, 1e-4);
  const RoadTravel round(graph, vehicle, closed);
  EXPECT_NEAR(*seconds(round, {0, 0}, {1000, 0}), 300, 0.01);
  // up to the closure and no further; a place inside it cannot be reached at all
  EXPECT_NEAR(*seconds(round, {0, 0}, {450, 0}), 45, 0.01);
  EXPECT_NEAR(*seconds(round, {450, 0}, {550, 0}), 390, 0.01);
  EXPECT_FALSE(seconds(round, {0, 0}, {500, 0}));
  // a line across both sides: A and B are cut from each other
  const Closure line{GeometryKind::kLine, {{{500, 100}, {500, -1100}}}, 1};
  EXPECT_FALSE(seconds(RoadTravel(graph, vehicle, closedStretches(*graph, {line})), {0, 0}, {1000, 0}));
  // a flooded area over the eastern side
  const Closure area{GeometryKind::kPolygon, {{{900, 100}, {1100, 100}, {1100, -1100}, {900, -1100}}}, 0};
  const auto flooded = closedStretches(*graph, {area});
  EXPECT_EQ(flooded.size(), 3U);
  EXPECT_FALSE(seconds(RoadTravel(graph, vehicle, flooded), {0, 0}, {1000, -500}));
  // a row of the table
  EXPECT_NEAR(
      *seconds(RoadTravel(graph, vehicle, closedStretches(*graph, {}, {{RoadSource::kRoad, 1}})), {0, -100}, {1000, 0}),
      290, 0.01);
}

TEST(Travel, AnIslandDoesNotStandForAPlace) {
  // A network of 300 km; beside it a yard of 200 m that hangs together with nothing, and one far from everything.
  const auto graph = graphOf({{{{0, 0}, {300'000, 0}}}, {{{1000, 600}, {1200, 600}}}, {{{5000, 4000}, {5200, 4000}}}});
  const RoadTravel travel(graph, tenMetresPerSecond());
  const auto beside = travel.place({1100, 610});
  ASSERT_TRUE(beside);
  EXPECT_NEAR(beside->at.y_m, 0, 0.01) << "the road 600 m farther off, not the yard";
  EXPECT_NEAR(beside->off_road_m, 610, 0.01);
  const auto far_off = travel.place({5100, 4010});
  ASSERT_TRUE(far_off);
  EXPECT_NEAR(far_off->at.y_m, 4000, 0.01) << "no other road within a kilometre more";
  const auto out_of_reach = travel.place({1100, 610}, 100);
  ASSERT_TRUE(out_of_reach);
  EXPECT_NEAR(out_of_reach->at.y_m, 600, 0.01) << "nothing else within what was asked";
  // A second network that is not small stands for its places.
  const auto two = graphOf({{{{0, 0}, {300'000, 0}}}, {{{0, 600}, {4000, 600}}}});
  EXPECT_NEAR(RoadTravel(two, tenMetresPerSecond()).place({1100, 610})->at.y_m, 600, 0.01);
}

TEST(Travel, RouteHasGeometryAndSteps) {
  auto roads = kRing;
  roads[0].name = "G208";
  roads[1].name = "S323";
  const RoadTravel travel(graphOf(roads), tenMetresPerSecond());
  const auto route = travel.route(*travel.place({200, 30}), *travel.place({1000, -400}));
  ASSERT_TRUE(route.has_value());
  EXPECT_NEAR(route->dist_m, 1200, 0.01);
  EXPECT_EQ(route->duration_ms, 120000U);
  EXPECT_NEAR(route->from.off_road_m, 30, 1e-6);
  EXPECT_NEAR(lengthM(route->line), 1200, 0.01);
  ASSERT_EQ(route->steps.size(), 2U);
  EXPECT_EQ(route->steps[0].name, "G208");
  EXPECT_NEAR(route->steps[1].dist_m, 400, 0.01);
  EXPECT_FALSE(travel.place({9000, 9000}, 5000));
}

TEST(Travel, NearestAndReached) {
  const RoadTravel travel(graphOf(kRing), tenMetresPerSecond());
  const TravelTree tree = travel.search(*travel.place({0, 0}), TravelDirection::kTowards);
  const std::vector<RoadPlace> teams{*travel.place({1000, -1000}), *travel.place({300, 0}), *travel.place({0, -500})};
  EXPECT_EQ(tree.nearest(teams, 2), (std::vector<std::size_t>{1, 2}));
  // 4 km of roads: 0-50 s reaches 2 x 500 m, 50-150 s the next 2 x 1000 m
  std::map<std::size_t, double> by_band;
  for (const ReachedLine& line : tree.reached({50'000, 150'000})) by_band[line.band] += lengthM(line.line);
  EXPECT_NEAR(by_band[0], 1000, 0.1);
  EXPECT_NEAR(by_band[1], 2000, 0.1);
}

// On a random net: the way takes as long as its legs, keeps to roads that are open, and both directions of the
// question agree.
RC_GTEST_PROP(Travel, RouteAddsUp, ()) {
  std::vector<DrawnRoad> roads;
  const int size = 5;
  for (int i = 0; i < size; ++i)
    for (int j = 0; j < size; ++j)
      for (const bool east : {true, false}) {
        if ((east ? i : j) + 1 == size || *rc::gen::inRange(0, 5) == 0) continue;
        const MapXY a{i * 100.0, j * 100.0}, b{(i + (east ? 1 : 0)) * 100.0, (j + (east ? 0 : 1)) * 100.0};
        roads.push_back({{a, b}, *rc::gen::inRange(0, 7), *rc::gen::element(1, 1, 1, 2, 3, 4), 6});
      }
  RC_PRE(!roads.empty());
  const auto graph = graphOf(roads);
  const auto coordinate = [] { return *rc::gen::inRange(0, 401) * 1.0; };
  const MapXY from{coordinate(), coordinate()}, to{coordinate(), coordinate()};
  std::vector<Closure> closures;
  if (*rc::gen::arbitrary<bool>()) closures.push_back({GeometryKind::kPoint, {{{coordinate(), coordinate()}}}, 30});
  Vehicle vehicle = tenMetresPerSecond();
  vehicle.speed_km_per_h = {90, 80, 70, 60, 50, 40, 30, 20};
  const RoadTravel travel(graph, vehicle, closedStretches(*graph, closures));
  const auto a = travel.place(from), b = travel.place(to);
  RC_PRE(a.has_value() && b.has_value());
  const auto route = travel.route(*a, *b);
  const TravelTree towards = travel.search(*b, TravelDirection::kTowards);
  RC_ASSERT(towards.timeTo(*a) == (route ? std::optional(route->duration_ms) : std::nullopt));
  if (!route) return;
  std::uint64_t sum_ms = 0;
  for (std::size_t i = 0; i < route->legs.size(); ++i) {
    const RouteLeg& leg = route->legs[i];
    const TravelMs ms = travel.along(leg.edge, leg.from_ratio, leg.to_ratio);
    RC_ASSERT(ms != kImpassable);
    sum_ms += ms;
  }
  RC_ASSERT(sum_ms == route->duration_ms);
  RC_ASSERT(std::abs(lengthM(route->line) - route->dist_m) < 1);
  const auto back = towards.routeTo(*a);
  RC_ASSERT(back.has_value());
  RC_ASSERT(back->duration_ms == route->duration_ms);
}

TEST(RoadGraphFile, ComesBack) {
  const TemporaryFolder folder;
  const auto graph = drawnGraph(kCross);
  ASSERT_TRUE(graph.has_value());
  ASSERT_OK(writeRoadGraph(*graph, "key", folder / "network.bin"));
  EXPECT_FALSE(readRoadGraph("another", folder / "network.bin"));
  const auto back = readRoadGraph("key", folder / "network.bin");
  ASSERT_TRUE(back.has_value());
  EXPECT_EQ(back->xy_m, graph->xy_m);
  EXPECT_EQ(back->edges.size(), graph->edges.size());
  std::string bytes = readBytes(folder / "network.bin");
  writeBytes(folder / "network.bin", bytes.substr(0, bytes.size() / 2));
  EXPECT_FALSE(readRoadGraph("key", folder / "network.bin"));
}

TEST(Vehicles, OwnFileTakesTheirPlace) {
  const auto own = loadVehicles();
  ASSERT_OK(own);
  ASSERT_NE(own->find("fire_engine"), nullptr);
  EXPECT_GT(own->find("fire_engine")->speed_km_per_h[0], 0);
  EXPECT_FALSE(own->find("fire_engine")->source.empty());
  const TemporaryFolder folder;
  writeBytes(
      folder / "vehicles.json",
      R"({"vehicles":[{"id":"fire_engine","name":{"zh":"消防车","en":"Engine"},"speed_km_per_h":[1,1,1,1,1,1,1,1],"source":"ours"}]})");
  const auto ours = loadVehicles(folder.path());
  ASSERT_OK(ours);
  EXPECT_EQ(ours->all.size(), own->all.size());
  EXPECT_EQ(ours->find("fire_engine")->speed_km_per_h[0], 1);
  writeBytes(
      folder / "vehicles.json",
      R"({"vehicles":[{"id":"x","name":{"zh":"x","en":"x"},"speed_km_per_h":[-1,1,1,1,1,1,1,1],"source":"ours"}]})");
  EXPECT_CODE(loadVehicles(folder.path()), kDamagedFile);
}

TEST(Closures, FromGeoJson) {
  const auto to_map = Projector::create("EPSG:4490", "EPSG:4547");
  ASSERT_OK(to_map);
  const auto read = closuresFromGeoJson(
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"reach_m":25},"geometry":{"type":"LineString","coordinates":[[113,36],[113.1,36.1]]}},
          {"type":"Feature","properties":null,"geometry":{"type":"MultiPolygon","coordinates":[[[[113,36],[113.1,36],[113.1,36.1],[113,36]]]]}}]})",
      "f.geojson", *to_map);
  ASSERT_OK(read);
  ASSERT_EQ(read->size(), 2U);
  EXPECT_EQ((*read)[0].reach_m, 25);
  EXPECT_EQ((*read)[1].kind, GeometryKind::kPolygon);
  EXPECT_CODE(closuresFromGeoJson("{", "f", *to_map), kDamagedFile);
  EXPECT_CODE(closuresFromGeoJson(R"({"type":"Point","coordinates":[36,"x"]})", "f", *to_map), kDamagedFile);
  EXPECT_CODE(closuresFromGeoJson(R"({"type":"Point","coordinates":[36,113]})", "f", *to_map), kOutOfRange);
}

}  // namespace
}  // namespace gis
