// SPDX-License-Identifier: GPL-3.0-or-later
// The made city agrees with itself. Making it takes seconds, so few tests look at many things each.
#include "gis/demo/ground.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <numeric>
#include <set>

#include "gis/demo/region_trace.h"
#include "gis/demo/road_states.h"
#include "gis/terrain/d8.h"
#include "gis/terrain/flow.h"

using namespace gis;
using namespace gis::demo;

namespace {

const City& smallCity() {
  static const City city = [] {
    auto made = makeCity({}, {}, {});
    EXPECT_TRUE(made.has_value()) << (made ? "" : made.error().detail);
    return made ? std::move(*made) : City{};
  }();
  return city;
}

terrain::GridSize sizeOfGround(const City& city) { return {city.ground.columns, city.ground.rows}; }

// A fingerprint of everything the city holds (FNV-1a over numbers rounded to millimetres).
class Fingerprint {
 public:
  void add(std::uint64_t v) { m_value = (m_value ^ v) * 1099511628211ULL; }
  void add(double v) { add(static_cast<std::uint64_t>(std::llround(v * 1000))); }
  void add(MapXY p) { add(p.x_m), add(p.y_m); }
  void add(const std::string& s) {
    for (const char c : s) add(static_cast<std::uint64_t>(static_cast<unsigned char>(c)));
  }
  void add(const std::vector<Ring>& rings) {
    for (const Ring& ring : rings)
      for (const MapXY p : ring) add(p);
  }
  void add(const City& city) {
    for (const float z : city.ground.elevation_m) add(static_cast<double>(z));
    for (const std::uint8_t code : city.ground.flow_to) add(std::uint64_t{code});
    for (const Division& d : city.divisions)
      add(d.code), add(d.seat), add(d.rings), add(static_cast<std::uint64_t>(d.population));
    for (const RiverReach& r : city.reaches) {
      add(r.name), add(r.length_m);
      for (const MapXY p : r.line) add(p);
    }
    for (const Catchment& c : city.catchments) add(c.outlet), add(c.rings);
    for (const Reservoir& r : city.reservoirs) add(r.name), add(r.rings);
    for (const RoadPiece& r : city.roads) {
      add(static_cast<std::uint64_t>(r.from_node)), add(static_cast<std::uint64_t>(r.to_node));
      for (const MapXY p : r.line) add(p);
    }
  }
  std::uint64_t value() const { return m_value; }

 private:
  std::uint64_t m_value = 1469598103934665603ULL;
};

bool inside(const std::vector<Ring>& rings, MapXY p) { return ringsContain(rings, p); }

}  // namespace

TEST(MakeCity, theSameSeedGivesTheSameCity) {
  const auto again = makeCity({}, {}, {});
  ASSERT_TRUE(again.has_value());
  Fingerprint a, b;
  a.add(smallCity());
  b.add(*again);
  EXPECT_EQ(a.value(), b.value());
}

TEST(MakeCity, waterRunsDownhillToTheEdge) {
  const City& city = smallCity();
  const terrain::GridSize size = sizeOfGround(city);
  const auto& z = city.ground.elevation_m;
  for (std::size_t cell = 0; cell < z.size(); ++cell) {
    if (city.ground.flow_to[cell] == 0) continue;
    ASSERT_LT(z[terrain::d8Receiver(cell, city.ground.flow_to[cell], size)], z[cell]) << "cell " << cell;
  }
  const auto [low, high] = std::minmax_element(z.begin(), z.end());
  EXPECT_GT(*low, 250);
  EXPECT_LT(*low, 700);
  EXPECT_GT(*high, 2200);
  EXPECT_LT(*high, 2800);

  ASSERT_NEAR(static_cast<double>(city.reaches.size()), 1200, 60);
  for (const RiverReach& reach : city.reaches) {
    ASSERT_GE(reach.line.size(), 2U);
    for (std::size_t i = 0; i + 1 < reach.line.size(); ++i)
      ASSERT_GE(city.ground.elevationAt(reach.line[i]), city.ground.elevationAt(reach.line[i + 1]))
          << "reach " << reach.reach_no;
    // Following the water ends outside, never in a ring.
    int at = reach.reach_no;
    std::size_t steps = 0;
    while (city.reaches[static_cast<std::size_t>(at - 1)].downstream_no && steps <= city.reaches.size()) {
      const RiverReach& up = city.reaches[static_cast<std::size_t>(at - 1)];
      at = *up.downstream_no;
      const RiverReach& down = city.reaches[static_cast<std::size_t>(at - 1)];
      ASSERT_EQ(up.line.back(), down.line.front());
      ASSERT_LE(up.upstream_km2, down.upstream_km2);
      ASSERT_LE(up.strahler, down.strahler);
      ++steps;
    }
    ASSERT_LE(steps, city.reaches.size());
  }
  std::set<std::string> names;
  for (const RiverReach& reach : city.reaches) names.insert(reach.name);
  for (const char* name : {"浊漳河", "浊漳河南源", "浊漳河北源", "浊漳河西源", "沁河", "绛河", "石子河"})
    EXPECT_TRUE(names.contains(name)) << name;

  EXPECT_GE(city.catchments.size(), 50U);
  for (const Catchment& catchment : city.catchments) {
    EXPECT_NEAR(ringsArea_km2(catchment.rings), catchment.area_km2, 0.04 * catchment.area_km2) << catchment.code;
    EXPECT_GT(catchment.longest_path_km * catchment.longest_path_km, catchment.area_km2 * 0.5) << catchment.code;
    EXPECT_GT(catchment.mean_slope_ratio, 0) << catchment.code;
  }
  EXPECT_GE(city.reservoirs.size(), 8U);
  for (const Reservoir& reservoir : city.reservoirs) {
    EXPECT_GE(reservoir.normal_level_m, city.ground.elevationAt(reservoir.dam)) << reservoir.name;
    EXPECT_FALSE(reservoir.county_code.empty()) << reservoir.name;
  }
}

TEST(MakeCity, divisionsTileTheirParents) {
  const City& city = smallCity();
  std::map<std::string, const Division*> by_code;
  for (const Division& d : city.divisions) ASSERT_TRUE(by_code.emplace(d.code, &d).second) << d.code;
  std::map<int, int> levels;
  std::map<std::string, double> area_km2;
  std::map<std::string, long long> people;
  for (const Division& d : city.divisions) {
    ++levels[d.level];
    ASSERT_FALSE(d.rings.empty()) << d.name;
    ASSERT_TRUE(inside(d.rings, d.seat)) << d.name;
    for (const Ring& ring : d.rings) ASSERT_EQ(ring.front(), ring.back());
    if (d.level == 2) continue;
    ASSERT_TRUE(by_code.contains(d.parent_code)) << d.name;
    ASSERT_TRUE(inside(by_code[d.parent_code]->rings, d.seat)) << d.name;
    area_km2[d.parent_code] += d.area_km2;
    people[d.parent_code] += d.population;
  }
  EXPECT_EQ(levels[2], 1);
  EXPECT_EQ(levels[3], 12);
  EXPECT_EQ(levels[4], 149);
  EXPECT_EQ(levels[5], 2628);
  for (const auto& [code, sum] : area_km2) EXPECT_NEAR(sum, by_code[code]->area_km2, 1e-6) << code;
  for (const auto& [code, sum] : people) EXPECT_EQ(sum, by_code[code]->population) << code;
  const Division& whole = city.divisions.front();
  EXPECT_EQ(whole.population, 3180884);
  EXPECT_NEAR(whole.area_km2, 13955, 13955 * 0.03);

  for (const Division& d : city.divisions) {
    if (d.level != 5) continue;
    for (const Reservoir& reservoir : city.reservoirs)
      ASSERT_FALSE(inside(reservoir.rings, d.seat)) << d.name << " in " << reservoir.name;
  }
  // Every border is used once in each direction or lies on the city's rim: no gaps, no overlaps.
  std::map<std::pair<std::pair<double, double>, std::pair<double, double>>, int> edges;
  for (const Division& d : city.divisions)
    if (d.level == 5 || d.level == 2)
      for (const Ring& ring : d.rings)
        for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
          auto a = std::pair(ring[i].x_m, ring[i].y_m);
          auto b = std::pair(ring[i + 1].x_m, ring[i + 1].y_m);
          const int sign = (a < b ? 1 : -1) * (d.level == 2 ? -1 : 1);
          edges[a < b ? std::pair(a, b) : std::pair(b, a)] += sign;
        }
  EXPECT_TRUE(std::all_of(edges.begin(), edges.end(), [](const auto& e) { return e.second == 0; }));
}

TEST(MakeCity, everyVillageIsReachedByRoad) {
  const City& city = smallCity();
  std::vector<int> root(static_cast<std::size_t>(city.next_road_node));
  std::iota(root.begin(), root.end(), 0);
  const auto find = [&](int node) {
    while (root[static_cast<std::size_t>(node)] != node) node = root[static_cast<std::size_t>(node)];
    return node;
  };
  std::map<int, MapXY> place;
  for (const RoadPiece& piece : city.roads) {
    ASSERT_GE(piece.line.size(), 2U);
    for (const auto& [node, p] :
         {std::pair(piece.from_node, piece.line.front()), std::pair(piece.to_node, piece.line.back())}) {
      const auto [it, fresh] = place.emplace(node, p);
      ASSERT_TRUE(fresh || it->second == p) << "node " << node << " stands at two places";
    }
    root[static_cast<std::size_t>(find(piece.from_node))] = find(piece.to_node);
  }
  ASSERT_FALSE(place.empty());
  const int first = find(place.begin()->first);
  for (const auto& [node, p] : place) ASSERT_EQ(find(node), first) << "node " << node << " is cut off";
  for (const Division& d : city.divisions) {
    if (d.level != 5) continue;
    const bool near = std::any_of(city.roads.begin(), city.roads.end(), [&](const RoadPiece& piece) {
      return std::any_of(piece.line.begin(), piece.line.end(), [&](MapXY p) {
        return std::abs(p.x_m - d.seat.x_m) < 400 && std::abs(p.y_m - d.seat.y_m) < 400;
      });
    });
    ASSERT_TRUE(near) << d.name << " has no road";
  }
}

TEST(MakeCity, aClosedRoadCutsNoPlaceOff) {
  const City& city = smallCity();
  int closed = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const std::vector<int> states = roadStates(city.roads, Random(seed));
    ASSERT_EQ(states.size(), city.roads.size());
    std::vector<std::size_t> root(static_cast<std::size_t>(city.next_road_node));
    std::iota(root.begin(), root.end(), std::size_t{0});
    const auto find = [&](int node) {
      auto n = static_cast<std::size_t>(node);
      while (root[n] != n) n = root[n] = root[root[n]];
      return n;
    };
    for (std::size_t i = 0; i < states.size(); ++i) {
      if (states[i] == 4)
        ++closed;
      else
        root[find(city.roads[i].from_node)] = find(city.roads[i].to_node);
    }
    const std::size_t first = find(city.roads.front().from_node);
    for (const RoadPiece& piece : city.roads) {
      ASSERT_EQ(find(piece.from_node), first) << "seed " << seed << ": node " << piece.from_node << " is cut off";
      ASSERT_EQ(find(piece.to_node), first) << "seed " << seed << ": node " << piece.to_node << " is cut off";
    }
  }
  EXPECT_GT(closed, 0) << "no road was closed at all";
}

TEST(MakeCity, takesRealCountyPolygons) {
  const auto file =
      std::filesystem::path(FENGSUI_SOURCE_DIR) / "../shared/data/admin/datav_140400_counties_wgs84.geojson";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no ../shared/data beside the tree";
  DemoOptions options;
  options.admin_file = file;
  const auto city = makeCity(options, {}, {});
  ASSERT_TRUE(city.has_value()) << city.error().detail;
  // 13,978 km2 in the file.
  EXPECT_NEAR(city->divisions.front().area_km2, 13978, 60);
}

TEST(MakeCity, saysWhatIsWrongWithTheCountyFile) {
  DemoOptions options;
  options.admin_file = "no such file.geojson";
  const auto city = makeCity(options, {}, {});
  ASSERT_FALSE(city.has_value());
  EXPECT_EQ(city.error().code, ErrorCode::kNotFound);
}

TEST(MakeCity, canBeCancelled) {
  const auto cancel = CancelToken::create();
  cancel.cancel();
  const auto city = makeCity({}, cancel, {});
  ASSERT_FALSE(city.has_value());
  EXPECT_EQ(city.error().code, ErrorCode::kCancelled);
}
