// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

#include "gis/flood/river_trace.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::flood {
namespace {

// A reach of one straight line in thousandths of a degree (about 100 m).
Reach reach(int no, std::optional<int> down, int x0, int y0, int x1, int y1, double km2) {
  Reach r;
  r.no = no;
  r.downstream_no = down;
  r.length_m = 1000;
  r.from_elevation_m = 20, r.to_elevation_m = 10;
  r.upstream_km2 = km2;
  const auto at = [](int x, int y) { return LonLat{113 + x * 0.001, 36 + y * 0.001}; };
  r.line = {at(x0, y0), at((x0 + x1) / 2, (y0 + y1) / 2), at(x1, y1)};
  return r;
}

//  1   2
//   \ /
//    3   4
//     \ /
//      5
std::vector<Reach> tree(bool pointers) {
  const auto to = [&](int no) { return pointers ? std::optional(no) : std::nullopt; };
  return {reach(1, to(3), 0, 40, 10, 30, 5), reach(2, to(3), 20, 40, 10, 30, 7), reach(3, to(5), 10, 30, 20, 20, 12),
          reach(4, to(5), 30, 30, 20, 20, 4), reach(5, std::nullopt, 20, 20, 20, 10, 16)};
}

std::set<int> numbers(const RiverNetwork& network, const std::vector<std::size_t>& reaches) {
  std::set<int> found;
  for (const std::size_t r : reaches) found.insert(network.reaches()[r].no);
  return found;
}

TEST(RiverNetwork, UpAndDownAlsoWithoutPointers) {
  for (const bool pointers : {true, false}) {
    const RiverNetwork network = RiverNetwork::create(tree(pointers));
    EXPECT_EQ(numbers(network, network.upstream(network.find(3))), (std::set<int>{1, 2, 3}));
    EXPECT_EQ(numbers(network, network.upstream(network.find(5))), (std::set<int>{1, 2, 3, 4, 5}));
    EXPECT_EQ(numbers(network, network.downstream(network.find(2))), (std::set<int>{2, 3, 5}));
    EXPECT_EQ(network.notes().joined_by_geometry, pointers ? 0 : 4);
    EXPECT_EQ(numbers(network, network.mainStem(network.find(5))), (std::set<int>{5, 3, 2}));
    EXPECT_TRUE(network.notes().loops.empty());
  }
}

TEST(RiverNetwork, LoopsAndPointersToNowhereAreTold) {
  auto reaches = tree(true);
  reaches[4].downstream_no = 3;  // 3 -> 5 -> 3
  reaches[3].downstream_no = 77;
  const RiverNetwork network = RiverNetwork::create(reaches, 1);
  ASSERT_EQ(network.notes().loops.size(), 1U);
  EXPECT_EQ(std::set<int>(network.notes().loops[0].begin(), network.notes().loops[0].end()), (std::set<int>{3, 5}));
  EXPECT_EQ(network.downstream(network.find(1)).size(), 3U);  // ends
  // 1, 2, 3, round to 5, and 4: its pointer leads nowhere, but its end lies where 5 begins.
  EXPECT_EQ(network.upstream(network.find(3)).size(), 5U);
  EXPECT_EQ(network.notes().unknown_pointers, std::vector<int>{4});
}

TEST(RiverNetwork, StreamsAreATreeOfAllReaches) {
  const RiverNetwork network = RiverNetwork::create(tree(true));
  const auto streams = network.streams(0);
  ASSERT_EQ(streams.size(), 3U);
  EXPECT_EQ(streams[0].reaches.size(), 3U);
  EXPECT_EQ(streams[1].parent, 0U);
  EXPECT_EQ(network.streams(6).size(), 1U);
}

TEST(RiverNetwork, UpAndDownAreTheSameRelation) {
  rc::check([] {
    // Any forest: each reach flows into one with a greater number, or into none.
    const int count = *rc::gen::inRange(1, 40);
    std::vector<Reach> reaches;
    for (int i = 0; i < count; ++i) {
      const int down = *rc::gen::inRange(i + 1, count + 1);
      reaches.push_back(reach(i, down < count ? std::optional(down) : std::nullopt, i, 0, i, 1, 1));
    }
    const RiverNetwork network = RiverNetwork::create(reaches, 0.001);
    for (int a = 0; a < count; ++a) {
      const auto up = numbers(network, network.upstream(network.find(a)));
      for (int b = 0; b < count; ++b)
        RC_ASSERT(up.contains(b) == numbers(network, network.downstream(network.find(b))).contains(a));
    }
  });
}

RiverBasin basin() {
  RiverBasin rivers;
  rivers.network = RiverNetwork::create(tree(true));
  const auto village = [&](const char* name, double x, double y, long long people) {
    rivers.riverside.push_back(
        {RiversideKind::kVillage, 0, "", "", name, {113 + x * 0.001, 36 + y * 0.001}, people, {}});
  };
  village("up", 2, 38, 100);     // at reach 1
  village("low", 20.5, 12, 50);  // at reach 5
  village("far", 400, 400, 9);   // nowhere near
  rivers.basins.push_back({1, "", "W1", "one", "", "", 5, 1, 0.01, 1, {113.0099, 36.0301}, {}, kNoReach});
  placeByRivers(rivers);
  return rivers;
}

TEST(RiverTrace, CountsWhatIsPassed) {
  const RiverBasin rivers = basin();
  EXPECT_FALSE(rivers.riverside[2].place);
  EXPECT_EQ(rivers.network.reaches()[rivers.basins[0].reach].no, 1);
  const auto up = traceRiver(rivers, rivers.network.find(5), Direction::kUpstream);
  ASSERT_OK(up);
  EXPECT_EQ(up->people, 150);
  EXPECT_EQ(up->basins.size(), 1U);
  EXPECT_NEAR(up->longest_m, 3000, 1e-6);
  EXPECT_NEAR(up->area_km2, 16, 1e-9);
  const auto down = traceRiver(rivers, rivers.network.find(1), Direction::kDownstream);
  ASSERT_OK(down);
  ASSERT_EQ(down->villages.size(), 2U);
  EXPECT_EQ(rivers.riverside[down->villages[1].riverside].name, "low");
  EXPECT_GT(down->villages[1].way_m, 2500);
  EXPECT_GT(down->villages[1].travel.slow_h, down->villages[1].travel.likely_h);
  EXPECT_GT(down->villages[1].travel.likely_h, down->villages[1].travel.quick_h);
  EXPECT_CODE(traceRiver(rivers, 99, Direction::kUpstream), kUnknownName);
}

TEST(WaveTravel, ManningAndItsLimits) {
  // h = 2 m, S = 0.001, n = 0.04: v = 2^(2/3) 0.001^0.5/0.04 = 1.2549 m/s, c = 2.0915
  EXPECT_NEAR(*waveCelerityMPerS(2, 0.001, 0.04), 2.0915, 1e-3);
  EXPECT_LE(*waveCelerityMPerS(2, 0.04, 0.01), 5.0 / 3 * std::sqrt(9.81 * 2) + 1e-9);
  EXPECT_GT(*waveCelerityMPerS(2, 0, 0.04), 0);
  EXPECT_CODE(waveCelerityMPerS(0, 0.01, 0.04), kOutOfRange);
  EXPECT_CODE(waveCelerityMPerS(2, -0.1, 0.04), kOutOfRange);
  EXPECT_CODE(waveCelerityMPerS(2, 0.01, 0.5), kOutOfRange);
}

}  // namespace
}  // namespace gis::flood
