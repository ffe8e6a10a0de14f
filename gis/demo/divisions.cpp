// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/divisions.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "gis/demo/divisions_admin_file.h"
#include "gis/demo/divisions_sites.h"
#include "gis/demo/region_trace.h"
#include "gis/demo/relief_noise.h"

namespace gis::demo {
namespace {

// The city reaches no farther than this (111.98-113.73 E, 35.82-37.12 N), metres of EPSG:4547.
constexpr MapBox kReach = {317300, 3964800, 475900, 4112400};
// Where the reach itself would become a border, the border winds and its corners are round.
bool softReach(MapXY p, std::uint32_t seed) {
  const double u = (p.x_m - kReach.centre().x_m) / (kReach.width_m() / 2);
  const double v = (p.y_m - kReach.centre().y_m) / (kReach.height_m() / 2);
  const double wind = static_cast<double>(
      gradientNoise(static_cast<float>(p.x_m / 9000), static_cast<float>(p.y_m / 9000), seed + 91) +
      0.4F * gradientNoise(static_cast<float>(p.x_m / 2300), static_cast<float>(p.y_m / 2300), seed + 92));
  return u * u * u * u + v * v * v * v <= 0.93 + 0.12 * wind;
}

constexpr int kCountyRounds = 16;
constexpr int kTownRounds = 6;

bool isUrban(const std::string& town_name) { return town_name.ends_with("街道"); }

// Grows regions again and again, slowing those that got too large. Labels 1..wanted.size(); others are rivals.
void balance(const Plan& plan, std::vector<Seed>& seeds, std::span<const std::uint32_t> fence,
             std::span<const double> wanted_cells, int rounds) {
  for (int round = 0; round < rounds; ++round) {
    const std::vector<std::uint32_t> label = growRegions(plan, seeds, fence);
    std::vector<double> got(wanted_cells.size(), 0);
    for (const std::uint32_t l : label)
      if (l >= 1 && l <= got.size()) got[l - 1] += 1;
    for (Seed& seed : seeds) {
      if (seed.label < 1 || seed.label > got.size()) continue;
      const double ratio = got[seed.label - 1] / std::max(1.0, wanted_cells[seed.label - 1]);
      seed.weight = std::clamp(seed.weight * std::sqrt(std::sqrt(std::max(0.05, ratio))), 0.15, 8.0);
    }
  }
}

std::vector<Seed> onCoarser(const Plan& fine, const Plan& coarse, std::vector<Seed> seeds) {
  for (Seed& seed : seeds) seed.cell = coarse.cellAt(fine.centreOf(seed.cell));
  return seeds;
}

// A point of a narrow region whose smoothed border left its seat outside: the middle of a chord of its outer ring, near
// the seat if possible.
MapXY pointInside(const std::vector<Ring>& rings, MapXY seat) {
  MapXY best = seat;
  double best_m2 = std::numeric_limits<double>::max();
  const Ring& ring = rings.front();
  for (std::size_t i = 0; i + 1 < ring.size(); ++i)
    for (std::size_t k = i + 2; k + 1 < ring.size(); ++k) {
      const MapXY p = {(ring[i].x_m + ring[k].x_m) / 2, (ring[i].y_m + ring[k].y_m) / 2};
      const double m2 = (p.x_m - seat.x_m) * (p.x_m - seat.x_m) + (p.y_m - seat.y_m) * (p.y_m - seat.y_m);
      if (m2 < best_m2 && ringsContain(rings, p)) best_m2 = m2, best = p;
    }
  return best;
}

// Everything below the counties, label by label.
class Settler {
 public:
  Settler(const DemoOptions& options, const Facts& facts, const Plan& plan,
          const std::vector<std::uint32_t>& county_of_cell)
      : m_facts(facts),
        m_plan(plan),
        m_county(county_of_cell),
        m_seed(static_cast<std::uint32_t>(options.seed * 40503U + 5)) {
    for (const DivisionFact& fact : facts.divisions) m_children[fact.parent_code].push_back(&fact);
  }

  std::vector<Division> settle() {
    placeTowns();
    placeVillages();
    people();
    return divisions();
  }

 private:
  struct Place {
    const DivisionFact* fact = nullptr;
    std::uint32_t parent = 0;  // label one level up
    std::size_t seat = 0;
    double share = 0;
    long long population = 0;
  };

  std::vector<std::vector<std::size_t>> cellsByLabel(const std::vector<std::uint32_t>& label, std::size_t count) const {
    std::vector<std::vector<std::size_t>> cells(count + 1);
    for (std::size_t cell = 0; cell < label.size(); ++cell) cells[label[cell]].push_back(cell);
    return cells;
  }

  // The best site within a few hundred metres of a wished place, inside the region.
  std::size_t nearestGood(MapXY wish, std::span<const std::size_t> cells) const {
    std::size_t best = cells.front();
    double best_cost = 1e300;
    for (const std::size_t cell : cells) {
      const MapXY p = m_plan.centreOf(cell);
      const double dx = (p.x_m - wish.x_m) / 1000;
      const double dy = (p.y_m - wish.y_m) / 1000;
      const double quality = siteQuality(m_plan, cell);
      const double cost = dx * dx + dy * dy + (quality <= 0 ? 100 : 1 - quality);
      if (cost < best_cost) best_cost = cost, best = cell;
    }
    return best;
  }

  const std::vector<const DivisionFact*>& childrenOf(const std::string& code) const {
    static const std::vector<const DivisionFact*> kNone;
    const auto it = m_children.find(code);
    return it == m_children.end() ? kNone : it->second;
  }

  void placeTowns() {
    const auto cells = cellsByLabel(m_county, m_facts.counties.size());
    std::vector<Seed> seeds;
    std::vector<double> wanted;
    for (std::uint32_t c = 1; c <= m_facts.counties.size(); ++c) {
      const CountyFact& county = m_facts.counties[c - 1];
      const auto& towns = childrenOf(county.code);
      m_county_seats.push_back(nearestGood(county.seat, cells[c]));
      const std::size_t seat = m_county_seats.back();
      // Subdistricts crowd around the county seat, towns take the rest of the county.
      const auto urban = static_cast<std::size_t>(
          std::count_if(towns.begin(), towns.end(), [](const DivisionFact* t) { return isUrban(t->name); }));
      const std::size_t core = std::max<std::size_t>(1, urban);
      std::vector<std::size_t> near;
      const double reach_m = 1400 * std::sqrt(static_cast<double>(core)) + 600;
      for (const std::size_t cell : cells[c]) {
        const MapXY p = m_plan.centreOf(cell);
        const MapXY q = m_plan.centreOf(seat);
        if ((p.x_m - q.x_m) * (p.x_m - q.x_m) + (p.y_m - q.y_m) * (p.y_m - q.y_m) < reach_m * reach_m)
          near.push_back(cell);
      }
      const std::vector<std::size_t> inner = chooseSites(m_plan, near, {core, 0.75, {seat}}, m_seed + c);
      const std::vector<std::size_t> all = chooseSites(m_plan, cells[c], {towns.size(), 0.75, inner}, m_seed + 50 + c);
      double sum = 0;
      std::vector<double> shares;
      std::vector<const DivisionFact*> ordered(towns.begin(), towns.end());
      std::stable_partition(ordered.begin(), ordered.end(), [](const DivisionFact* t) { return isUrban(t->name); });
      for (std::size_t i = 0; i < ordered.size(); ++i) {
        const double villages = static_cast<double>(childrenOf(ordered[i]->code).size());
        shares.push_back((isUrban(ordered[i]->name) ? 0.22 : 1) * (villages < 2 ? 0.8 : 4 + std::sqrt(villages) * 3));
        sum += shares.back();
      }
      for (std::size_t i = 0; i < ordered.size(); ++i) {
        m_towns.push_back({ordered[i], c, all[i], 0, 0});
        seeds.push_back({all[i], static_cast<std::uint32_t>(m_towns.size()), 1});
        wanted.push_back(shares[i] / sum * static_cast<double>(cells[c].size()) / 4);
      }
    }
    const Plan half = coarser(m_plan);
    std::vector<std::uint32_t> half_fence(half.size.count(), 0);
    for (std::size_t cell = 0; cell < half_fence.size(); ++cell)
      half_fence[cell] = m_county[m_plan.cellAt(half.centreOf(cell))];
    std::vector<Seed> half_seeds = onCoarser(m_plan, half, seeds);
    balance(half, half_seeds, half_fence, wanted, kTownRounds);
    for (std::size_t i = 0; i < seeds.size(); ++i) seeds[i].weight = half_seeds[i].weight;
    m_town = growRegions(m_plan, seeds, m_county);
  }

  void placeVillages() {
    const auto cells = cellsByLabel(m_town, m_towns.size());
    std::vector<Seed> seeds;
    for (std::uint32_t t = 1; t <= m_towns.size(); ++t) {
      const auto& villages = childrenOf(m_towns[t - 1].fact->code);
      if (villages.empty()) continue;
      const std::vector<std::size_t> sites =
          chooseSites(m_plan, cells[t], {villages.size(), 0.8, {m_towns[t - 1].seat}}, m_seed + 1000 + t);
      for (std::size_t i = 0; i < villages.size() && i < sites.size(); ++i) {
        m_villages.push_back({villages[i], t, sites[i], 0, 0});
        seeds.push_back({sites[i], static_cast<std::uint32_t>(m_villages.size()), 1});
      }
    }
    m_village = growRegions(m_plan, seeds, m_town);
  }

  // Census figures of the counties, shared out by site and nearness to the county seat.
  void people() {
    std::vector<std::vector<std::size_t>> by_county(m_facts.counties.size());
    for (std::size_t v = 0; v < m_villages.size(); ++v) {
      const Place& town = m_towns[m_villages[v].parent - 1];
      const std::size_t c = town.parent - 1;
      const MapXY p = m_plan.centreOf(m_villages[v].seat);
      const MapXY q = m_plan.centreOf(m_county_seats[c]);
      const double km2 = ((p.x_m - q.x_m) * (p.x_m - q.x_m) + (p.y_m - q.y_m) * (p.y_m - q.y_m)) / 1e6;
      const double luck = hashUniform(static_cast<std::int32_t>(v), 17, m_seed);
      const bool urban = isUrban(town.fact->name);
      const bool seat = m_villages[v].seat == town.seat;
      m_villages[v].share = (0.15 + siteQuality(m_plan, m_villages[v].seat)) * (0.4 + 1.6 * luck * luck) *
                            (1 + (urban ? 5 : 2.5) / (1 + km2 / 4)) * (seat ? 2.2 : 1);
      by_county[c].push_back(v);
    }
    for (std::size_t c = 0; c < by_county.size(); ++c) {
      std::vector<double> shares;
      for (const std::size_t v : by_county[c]) shares.push_back(m_villages[v].share);
      const std::vector<long long> parts = apportion(m_facts.counties[c].population, shares);
      for (std::size_t i = 0; i < parts.size(); ++i) {
        Place& village = m_villages[by_county[c][i]];
        village.population = parts[i];
        m_towns[village.parent - 1].population += parts[i];
      }
    }
  }

  std::vector<Division> divisions() const {
    const RegionTrace trace({m_plan.size, m_plan.cell_m, m_plan.top_left, m_village});
    const auto n = static_cast<std::uint32_t>(m_villages.size());
    std::vector<std::uint32_t> as_village(n + 1), as_town(n + 1), as_county(n + 1), as_city(n + 1, 1);
    as_city[0] = 0;
    for (std::uint32_t v = 1; v <= n; ++v) {
      as_village[v] = v;
      as_town[v] = m_villages[v - 1].parent;
      as_county[v] = m_towns[as_town[v] - 1].parent;
    }
    auto city_rings = trace.rings(as_city, 1);
    auto county_rings = trace.rings(as_county, static_cast<std::uint32_t>(m_facts.counties.size()));
    auto town_rings = trace.rings(as_town, static_cast<std::uint32_t>(m_towns.size()));
    auto village_rings = trace.rings(as_village, n);

    std::vector<Division> out;
    const DivisionFact& city = m_facts.divisions.front();
    long long people = 0;
    for (const CountyFact& county : m_facts.counties) people += county.population;
    out.push_back({city.code, city.parent_code, 2, city.name, "Changzhi", m_plan.centreOf(m_county_seats.front()),
                   std::move(city_rings[0]), 0, people, m_facts.counties.front().source});
    for (std::size_t c = 0; c < m_facts.counties.size(); ++c) {
      const CountyFact& county = m_facts.counties[c];
      out.push_back({county.code, city.code, 3, county.name, county.name_en, m_plan.centreOf(m_county_seats[c]),
                     std::move(county_rings[c]), 0, county.population, county.source});
    }
    appendSorted(out, m_towns, town_rings, 4);
    appendSorted(out, m_villages, village_rings, 5);
    for (Division& division : out) {
      division.area_km2 = ringsArea_km2(division.rings);
      if (!ringsContain(division.rings, division.seat)) division.seat = pointInside(division.rings, division.seat);
    }
    return out;
  }

  void appendSorted(std::vector<Division>& out, const std::vector<Place>& places, std::vector<std::vector<Ring>>& rings,
                    int level) const {
    std::vector<std::size_t> order(places.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return places[a].fact->code < places[b].fact->code; });
    for (const std::size_t i : order) {
      const Place& place = places[i];
      out.push_back({place.fact->code,
                     place.fact->parent_code,
                     level,
                     place.fact->name,
                     {},
                     m_plan.centreOf(place.seat),
                     std::move(rings[i]),
                     0,
                     place.population,
                     "按县级普查人口推算（演示）"});
    }
  }

  const Facts& m_facts;
  const Plan& m_plan;
  const std::vector<std::uint32_t>& m_county;
  std::uint32_t m_seed;
  std::map<std::string, std::vector<const DivisionFact*>> m_children;
  std::vector<std::size_t> m_county_seats;
  std::vector<Place> m_towns;
  std::vector<Place> m_villages;
  std::vector<std::uint32_t> m_town;
  std::vector<std::uint32_t> m_village;
};

}  // namespace

Result<std::vector<std::uint32_t>> countyLabels(const DemoOptions& options, const Facts& facts, const Plan& plan) {
  if (options.admin_file) return countyLabelsFromFile(*options.admin_file, facts, plan);
  std::vector<std::uint32_t> fence(plan.size.count(), 0);
  for (std::size_t cell = 0; cell < fence.size(); ++cell) fence[cell] = kReach.contains(plan.centreOf(cell)) ? 1 : 0;
  std::vector<Seed> seeds;
  std::vector<double> wanted;
  for (std::size_t c = 0; c < facts.counties.size(); ++c) {
    seeds.push_back({plan.cellAt(facts.counties[c].seat), static_cast<std::uint32_t>(c + 1), 1});
    wanted.push_back(facts.counties[c].area_km2 * 1e6 / (plan.cell_m * plan.cell_m) / 16);
  }
  // Rivals: seats outside the reach stand at its rim, a little slowed for the way they miss.
  auto rival = static_cast<std::uint32_t>(facts.counties.size());
  for (const NeighbourFact& neighbour : facts.neighbours) {
    const MapXY rim = {std::clamp(neighbour.seat.x_m, kReach.min_x_m + 300, kReach.max_x_m - 300),
                       std::clamp(neighbour.seat.y_m, kReach.min_y_m + 300, kReach.max_y_m - 300)};
    seeds.push_back({plan.cellAt(rim), ++rival, 1});
  }
  const Plan half = coarser(plan);
  const Plan quarter = coarser(half);
  std::vector<std::uint32_t> quarter_fence(quarter.size.count(), 0);
  for (std::size_t cell = 0; cell < quarter_fence.size(); ++cell)
    quarter_fence[cell] = fence[plan.cellAt(quarter.centreOf(cell))];
  std::vector<Seed> quarter_seeds = onCoarser(plan, quarter, seeds);
  balance(quarter, quarter_seeds, quarter_fence, wanted, kCountyRounds);
  for (std::size_t i = 0; i < seeds.size(); ++i) seeds[i].weight = quarter_seeds[i].weight;
  std::vector<std::uint32_t> label = growRegions(plan, seeds, fence);
  for (std::size_t cell = 0; cell < label.size(); ++cell)
    if (!softReach(plan.centreOf(cell), reliefSeed(options))) label[cell] = 0;
  for (std::uint32_t& l : label)
    if (l > facts.counties.size()) l = 0;
  return label;
}

std::vector<Division> countyDivisions(const Facts& facts, const Plan& plan,
                                      const std::vector<std::uint32_t>& county_of_cell) {
  const RegionTrace trace({plan.size, plan.cell_m, plan.top_left, county_of_cell});
  const auto n = static_cast<std::uint32_t>(facts.counties.size());
  std::vector<std::uint32_t> own(n + 1);
  for (std::uint32_t c = 0; c <= n; ++c) own[c] = c;
  auto rings = trace.rings(own, n);
  std::vector<Division> counties;
  for (std::uint32_t c = 0; c < n; ++c) {
    const CountyFact& fact = facts.counties[c];
    counties.push_back({fact.code, facts.divisions.front().code, 3, fact.name, fact.name_en, fact.seat,
                        std::move(rings[c]), 0, fact.population, fact.source});
    counties.back().area_km2 = ringsArea_km2(counties.back().rings);
  }
  return counties;
}

std::vector<Division> makeDivisions(const DemoOptions& options, const Facts& facts, const Plan& plan,
                                    const std::vector<std::uint32_t>& county_of_cell) {
  return Settler(options, facts, plan, county_of_cell).settle();
}

}  // namespace gis::demo
