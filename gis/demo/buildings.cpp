// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/buildings.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <thread>

#include "gis/core/random.h"
#include "gis/demo/buildings_frame.h"
#include "gis/demo/buildings_streets.h"

namespace gis::demo {

double Building::footprintM2() const { return std::abs(ringAreaM2(corners)); }

MapXY Building::centre() const {
  return {(corners[0].x_m + corners[2].x_m) / 2, (corners[0].y_m + corners[2].y_m) / 2};
}

namespace {

bool isCommunity(const std::string& name) {
  return name.find("社区") != std::string::npos || name.find("居委会") != std::string::npos;
}

Fabric fabricOf(const LandMap& land, int village, bool is_town_seat, Random& random) {
  const Division& division = land.city().divisions[village];
  const double density_per_km2 = division.population / std::max(division.area_km2, 0.01);
  if (isCommunity(division.name)) return density_per_km2 > 900 ? Fabric::kUrban : Fabric::kTown;
  if (density_per_km2 > 2500) return Fabric::kTown;
  if (is_town_seat) return Fabric::kTown;
  double slope_deg = 0;
  for (int i = 0; i < 9; ++i)
    slope_deg += land.slopeDegAt({division.seat.x_m + (i % 3 - 1) * 90.0, division.seat.y_m + (i / 3 - 1) * 90.0}) / 9;
  return slope_deg > 9 && random.chance(0.75) ? Fabric::kCaves : Fabric::kVillage;
}

// Shares out `total` buildings by population^0.75, each village at least three.
std::vector<int> countsFor(const LandMap& land, int total) {
  std::vector<double> weights;
  for (int v : land.villages())
    weights.push_back(std::pow(static_cast<double>(std::max(1LL, land.city().divisions[v].population)), 0.75));
  const auto countAt = [](double weight, double k) { return std::clamp(static_cast<int>(k * weight + 0.5), 3, 900); };
  double low = 0, high = 1000;
  for (int i = 0; i < 60; ++i) {
    const double k = (low + high) / 2;
    long long sum = 0;
    for (double w : weights) sum += countAt(w, k);
    (sum < total ? low : high) = k;
  }
  std::vector<int> counts;
  for (double w : weights) counts.push_back(countAt(w, high));
  return counts;
}

void setTraits(Building& b, Fabric fabric, Random& random) {
  const bool urban = fabric == Fabric::kUrban, town = fabric == Fabric::kTown;
  const double age = random.uniform();
  b.built_year = urban  ? 1975 + static_cast<int>(48 * std::sqrt(age))
                 : town ? 1965 + static_cast<int>(58 * std::sqrt(age))
                        : 1945 + static_cast<int>(78 * std::sqrt(age));
  if (fabric == Fabric::kCaves) b.built_year = 1930 + static_cast<int>(75 * std::sqrt(age));
  const double pick = random.uniform();
  if (urban)
    b.structure = b.built_year >= 1998 ? (pick < 0.66 ? 2 : pick < 0.95 ? 1 : 3) : (pick < 0.18 ? 2 : 1);
  else if (town)
    b.structure = b.built_year >= 1995 ? (pick < 0.28   ? 2
                                          : pick < 0.93 ? 1
                                          : pick < 0.97 ? 3
                                                        : 6)
                                       : (pick < 0.80   ? 1
                                          : pick < 0.90 ? 6
                                                        : 5);
  else if (fabric == Fabric::kCaves)
    b.structure = pick < 0.72 ? 7 : pick < 0.90 ? 1 : 5;
  else if (b.built_year < 1980)
    b.structure = pick < 0.48 ? 5 : pick < 0.58 ? 4 : pick < 0.68 ? 6 : pick < 0.74 ? 7 : 1;
  else
    b.structure = pick < 0.80 ? 1 : pick < 0.88 ? 6 : pick < 0.95 ? 5 : 2;
  const double use = random.uniform();
  if (urban)
    b.use = use < 0.80 ? 1 : use < 0.91 ? 2 : use < 0.97 ? 3 : 4;
  else if (town)
    b.use = use < 0.80 ? 1 : use < 0.90 ? 2 : use < 0.94 ? 3 : use < 0.98 ? 4 : 8;
  else
    b.use = use < 0.88 ? 1 : use < 0.90 ? 2 : use < 0.91 ? 4 : 8;
  if (b.use == building_use::kFarm && b.structure == 2) b.structure = 1;
  const double tall = random.uniform();
  if (urban)
    b.storeys = b.structure == 2 ? (tall < 0.5 ? 6 + static_cast<int>(6 * random.uniform())
                                               : 11 + static_cast<int>(22 * random.uniform()))
                                 : 4 + static_cast<int>(3 * tall);
  else if (town)
    b.storeys = b.structure <= 2 ? 1 + static_cast<int>(4.2 * tall * tall) + (b.structure == 2 ? 2 : 0) : 1;
  else
    b.storeys = b.structure <= 2 && b.use != building_use::kFarm && tall > 0.72 ? 2 : 1;
  const double designed = urban  ? (b.built_year >= 1990 ? 0.93 : 0.25)
                          : town ? (b.built_year >= 1992 ? 0.6 : 0.08)
                                 : (b.built_year >= 2008 ? 0.35 : 0.02);
  b.seismic_designed = (b.structure <= 3) && random.chance(designed);
}

// Where a house may stand in this village.
class Site {
 public:
  Site(const LandMap& land, int village, double max_slope_deg)
      : m_land(land), m_division(land.city().divisions[village]), m_village(village), m_max_slope_deg(max_slope_deg) {
    for (const Ring& ring : m_division.rings)
      for (const MapXY& p : ring) m_box.add(p);
    for (const Reservoir& reservoir : land.city().reservoirs) {
      MapBox box;
      for (const Ring& ring : reservoir.rings)
        for (const MapXY& p : ring) box.add(p);
      if (box.intersects(m_box)) m_reservoirs.push_back(&reservoir);
    }
  }
  bool inside(MapXY p) const { return m_box.contains(p) && insideRings(m_division.rings, p); }
  bool inWater(MapXY p) const {
    if (m_land.reservoirAt(p)) return true;
    return std::any_of(m_reservoirs.begin(), m_reservoirs.end(),
                       [&](const Reservoir* r) { return insideRings(r->rings, p); });
  }
  bool fits(const std::array<MapXY, 4>& corners, double half_depth_m) const {
    const MapXY centre{(corners[0].x_m + corners[2].x_m) / 2, (corners[0].y_m + corners[2].y_m) / 2};
    if (!m_box.contains(centre)) return false;
    if (m_land.villageAt(centre) != m_village || m_land.slopeDegAt(centre) > m_max_slope_deg) return false;
    const double half_diagonal_m = distanceM(corners[0], corners[2]) / 2;
    const auto river = m_land.rivers().nearest(centre, half_diagonal_m + 70);
    if (river.tag >= 0 && river.dist_m < half_diagonal_m + 4 +
                                             LandMap::riverHalfWidthM(
                                                 m_land.city().reaches[static_cast<std::size_t>(river.tag)].strahler))
      return false;
    if (const auto road = m_land.roads().nearest(centre, half_diagonal_m + 6); road.tag >= 0) {
      if (road.dist_m < half_depth_m + 4.5) return false;
      for (const MapXY& corner : corners)
        if (m_land.roads().nearest(corner, 4).tag >= 0) return false;
      if (m_land.roads().crosses(corners[0], corners[2]) || m_land.roads().crosses(corners[1], corners[3]))
        return false;
    }
    for (const MapXY& corner : corners) {
      // a little outside of the corner, so that walls keep off the border
      const MapXY out{corner.x_m + 0.08 * (corner.x_m - centre.x_m), corner.y_m + 0.08 * (corner.y_m - centre.y_m)};
      if (!inside(out) || inWater(out)) return false;
    }
    return true;
  }

 private:
  const LandMap& m_land;
  const Division& m_division;
  int m_village;
  double m_max_slope_deg;
  MapBox m_box;
  std::vector<const Reservoir*> m_reservoirs;
};

// Slots of one block that hold a house, appended to `out`; returns how many.
int fillBlock(const Site& site, const BlockPlan& plan, const VillageFrame& frame, Fabric fabric, BlockAt block,
              int wanted, Random& random, std::vector<Building>& out) {
  int placed = 0;
  const int rows = fabric == Fabric::kCaves ? 1 : 2;
  for (int row = 0; row < rows; ++row)
    for (int slot = 0; slot < plan.slots_a_row; ++slot) {
      // every slot draws the same number of values, whatever comes of it
      const double width_m = random.uniform(plan.house_width_min_m, plan.house_width_max_m);
      const double depth_m = random.uniform(plan.house_depth_min_m, plan.house_depth_max_m);
      const double shift = random.uniform(-1, 1), back = random.uniform();
      const bool open = random.chance(plan.empty_ratio);
      if (placed >= wanted || open) continue;
      const double u0 = block.i * plan.blockWidthM() + plan.street_m / 2 + slot * plan.slot_width_m;
      const double v0 = block.j * plan.blockDepthM() + plan.street_m / 2 + row * plan.row_depth_m;
      const double free_u_m = std::max(0.0, plan.slot_width_m - width_m - 1.8);
      const double free_v_m = std::max(0.0, plan.row_depth_m - depth_m - 2.0);
      const double ua = u0 + 0.9 + free_u_m / 2 * (1 + shift), ub = ua + width_m;
      const double vb = v0 + plan.row_depth_m - 1.0 - 0.35 * back * free_v_m, va = vb - depth_m;
      Building b;
      b.corners = {frame.at(ua, va), frame.at(ub, va), frame.at(ub, vb), frame.at(ua, vb)};
      if (!site.fits(b.corners, depth_m / 2)) continue;
      setTraits(b, fabric, random);
      out.push_back(b);
      ++placed;
    }
  return placed;
}

// Where the streets join the network: the node of the nearest road that is nearer to the seat.
struct Junction {
  int node = -1;
  MapXY at;
};

Junction junctionNear(const LandMap& land, MapXY seat) {
  for (double reach_m : {150.0, 600.0, 3000.0, 30000.0}) {
    const auto hit = land.roads().nearest(seat, reach_m);
    if (hit.tag < 0) continue;
    const RoadPiece& road = land.city().roads[static_cast<std::size_t>(hit.tag)];
    if (distanceM(road.line.front(), seat) <= distanceM(road.line.back(), seat))
      return {road.from_node, road.line.front()};
    return {road.to_node, road.line.back()};
  }
  return {};
}

VillageLayout layOut(const LandMap& land, int village, int wanted, bool is_town_seat) {
  const Division& division = land.city().divisions[village];
  Random random(land.city().options.seed ^ 0x6275696c64ULL, static_cast<std::uint64_t>(village) * 2 + 1);
  VillageLayout layout;
  layout.village = village;
  layout.fabric = fabricOf(land, village, is_town_seat, random);
  BlockPlan plan = planFor(layout.fabric, 1);
  const double need_m2 = wanted / (1 - plan.empty_ratio) * plan.slot_width_m * plan.row_depth_m * 1.6;
  plan = planFor(layout.fabric, need_m2 / std::max(division.area_km2 * 1e6 * 0.75, 1.0));
  if (layout.fabric == Fabric::kVillage) plan.slots_a_row = 3 + static_cast<int>(random.below(3));
  const Junction junction = junctionNear(land, division.seat);
  const double junction_m = distanceM(junction.at, division.seat);
  const bool at_node =
      junction.node >= 0 && (junction_m < 1 || (junction_m < 150 && insideRings(division.rings, junction.at)));
  const MapXY origin = at_node ? junction.at : division.seat;
  const double reach_m = 1.2 * std::sqrt(need_m2);
  const VillageFrame frame = frameFor(land, village, layout.fabric, origin, reach_m, land.city().options.seed);
  std::set<BlockAt> occupied;
  for (int attempt = 0; attempt < 4 && static_cast<int>(layout.buildings.size()) < wanted; ++attempt) {
    const Site site(land, village, plan.max_slope_deg + 12 * attempt);
    const double stretch = layout.fabric == Fabric::kCaves ? 0.5 : layout.fabric == Fabric::kUrban ? 1 : 0.62;
    const double far_m = reach_m * (1.3 + attempt) + 100;
    const int ni = static_cast<int>(far_m / stretch / plan.blockWidthM()) + 1;
    const int nj = static_cast<int>(far_m / plan.blockDepthM()) + 1;
    std::vector<std::pair<double, BlockAt>> blocks;
    for (int j = -nj; j < nj; ++j)
      for (int i = -ni; i < ni; ++i) {
        const double u = (i + 0.5) * plan.blockWidthM() * stretch, v = (j + 0.5) * plan.blockDepthM();
        blocks.emplace_back(std::sqrt(u * u + v * v) + random.uniform(0, 22), BlockAt{i, j});
      }
    std::sort(blocks.begin(), blocks.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [dist, block] : blocks) {
      const int missing = wanted - static_cast<int>(layout.buildings.size());
      if (missing <= 0) break;
      if (occupied.contains(block)) continue;
      if (fillBlock(site, plan, frame, layout.fabric, block, missing, random, layout.buildings) > 0)
        occupied.insert(block);
    }
  }
  for (Building& b : layout.buildings) b.village = village;
  const Site site(land, village, 90);
  layout.streets =
      streetsAround(land, village, plan, frame, occupied, origin, at_node ? junction.node : -1, junction.node,
                    junction.at, [&](MapXY p) { return site.inside(p) && !site.inWater(p); });
  return layout;
}

// Public buildings of the village and who lives where.
void settle(VillageLayout& layout, long long population, bool is_town_seat, Random& random) {
  auto& buildings = layout.buildings;
  if (buildings.empty()) return;
  const auto give = [&](std::size_t at, int use, int storeys) {
    if (at >= buildings.size()) return;
    buildings[at].use = use;
    if (buildings[at].structure > 3) buildings[at].structure = 1;
    buildings[at].storeys = std::max(buildings[at].storeys, storeys);
  };
  if (buildings.size() > 3) give(0, building_use::kOffice, 1);
  if (buildings.size() > 40 || is_town_seat) give(buildings.size() / 3, building_use::kSchool, 2);
  if (is_town_seat) give(1, building_use::kHealth, 2), give(buildings.size() / 2, building_use::kElderly, 1);
  std::vector<std::size_t> homes;
  for (std::size_t i = 0; i < buildings.size(); ++i)
    if (buildings[i].use == building_use::kDwelling) homes.push_back(i);
  if (homes.empty()) {
    buildings.back().use = building_use::kDwelling;
    homes.push_back(buildings.size() - 1);
  }
  std::vector<double> weights;
  double sum = 0;
  for (std::size_t i : homes) {
    weights.push_back(buildings[i].footprintM2() * buildings[i].storeys * random.uniform(0.5, 1.5));
    sum += weights.back();
  }
  // cumulative rounding: the parts add up exactly
  double so_far = 0;
  long long given = 0;
  for (std::size_t i = 0; i < homes.size(); ++i) {
    so_far += weights[i];
    const long long until = i + 1 == homes.size() ? population : std::llround(population * (so_far / sum));
    buildings[homes[i]].residents = static_cast<int>(until - given);
    given = until;
  }
}

}  // namespace

std::vector<VillageLayout> layOutVillages(const LandMap& land, int building_count, const CancelToken& cancel) {
  const City& city = land.city();
  const std::vector<int> counts = countsFor(land, building_count);
  std::set<int> seats;
  for (const Division& division : city.divisions)
    if (division.level == 4 || division.level == 3)
      if (const int village = land.nearestVillage(division.seat); village >= 0) seats.insert(village);
  std::vector<VillageLayout> layouts(land.villages().size());
  const auto work = [&](std::size_t first) {
    for (std::size_t i = first; i < layouts.size() && !cancel.cancelled(); i += 2) {
      const int village = land.villages()[i];
      const bool is_seat = seats.contains(village);
      layouts[i] = layOut(land, village, counts[i], is_seat);
      Random random(city.options.seed ^ 0x686f6d65ULL, static_cast<std::uint64_t>(village) * 2 + 1);
      settle(layouts[i], city.divisions[village].population, is_seat, random);
    }
  };
  {
    std::jthread other(work, std::size_t{1});
    work(0);
  }
  if (cancel.cancelled()) return {};
  int next_node = city.next_road_node;
  for (VillageLayout& layout : layouts) {
    int most = -1;
    for (Street& street : layout.streets)
      for (int* node : {&street.from_node, &street.to_node})
        if (*node < 0) {  // numbered within the village: -1, -2, ...
          most = std::max(most, -*node);
          *node = next_node - 1 - *node;
        }
    if (most > 0) next_node += most;
  }
  return layouts;
}

}  // namespace gis::demo
