// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/assessment.h"

#include <algorithm>
#include <cmath>

#include "gis/geo/geodesic.h"
#include "gis/geo/projector.h"

namespace gis::seismic {
namespace {

// Zones of a scenario in map metres, for asking many places quickly.
class ZoneFinder {
 public:
  static Result<ZoneFinder> of(const QuakeScenario& s, const std::string& map_crs, MapXY origin) {
    auto zones = isoseismals(s);
    if (!zones) return std::unexpected(zones.error());
    const auto to_map = Projector::create("EPSG:4490", map_crs);
    if (!to_map) return std::unexpected(to_map.error());
    // The strike on the map's grid, and how long a kilometre is there.
    constexpr double kProbeM = 10'000;
    const LonLat ahead = geodesicDestination(s.epicentre, s.strike_deg, kProbeM);
    const auto from = to_map->forward({s.epicentre.lon_deg, s.epicentre.lat_deg});
    const auto to = to_map->forward({ahead.lon_deg, ahead.lat_deg});
    if (!from || !to) return fail(ErrorCode::kOutOfRange, "epicentre", map_crs);
    ZoneFinder finder;
    const double length_m = std::hypot(to->x - from->x, to->y - from->y);
    const double metres = length_m / kProbeM;
    finder.m_x = from->x - origin.x_m, finder.m_y = from->y - origin.y_m;
    finder.m_ux = (to->x - from->x) / length_m, finder.m_uy = (to->y - from->y) / length_m;
    finder.m_half_rupture_m = ruptureLengthKm(s) * 500 * metres;
    for (const Isoseismal& zone : *zones)
      finder.m_zones.push_back(
          {zone.degree, 1 / (zone.axes.long_km * 1000 * metres), 1 / (zone.axes.short_km * 1000 * metres)});
    return finder;
  }

  // The zone's index (degree - 6), -1 outside all of them.
  int at(float x_m, float y_m) const {
    const double dx = static_cast<double>(x_m) - m_x, dy = static_cast<double>(y_m) - m_y;
    const double along = std::max(0.0, std::abs(dx * m_ux + dy * m_uy) - m_half_rupture_m);
    const double across = dx * m_uy - dy * m_ux;
    for (const Zone& zone : m_zones) {
      const double a = along * zone.per_long, b = across * zone.per_short;
      if (a * a + b * b <= 1) return zone.degree - kLowestDegree;
    }
    return -1;
  }

 private:
  struct Zone {
    int degree;
    double per_long, per_short;
  };
  double m_x = 0, m_y = 0, m_ux = 0, m_uy = 1, m_half_rupture_m = 0;
  std::vector<Zone> m_zones;  // innermost first
};

// What one county holds in one zone.
struct Cell {
  double people = 0, elderly = 0, households = 0;
  ByClass buildings{}, floor_m2{}, dwelling_m2{};
  double residents = 0;
};
using Cells = std::vector<std::array<Cell, kZones>>;

Result<Cells> collect(const ZoneFinder& finder, const CityExposure& city, const CancelToken& cancel) {
  constexpr std::size_t kPollEvery = 1 << 16;
  Cells cells(city.counties.size());
  for (std::size_t i = 0; i < city.floor_m2.size(); ++i) {
    if (i % kPollEvery == 0 && cancel.cancelled()) return fail(ErrorCode::kCancelled, "assess");
    const int zone = finder.at(city.building_x_m[i], city.building_y_m[i]);
    if (zone < 0) continue;
    Cell& cell = cells[city.building_county[i]][static_cast<std::size_t>(zone)];
    const auto k = static_cast<std::size_t>(city.building_class[i]);
    const auto floor = static_cast<double>(city.floor_m2[i]);
    cell.buildings[k] += 1, cell.floor_m2[k] += floor;
    if (city.is_dwelling[i] != 0) cell.dwelling_m2[k] += floor;
    cell.residents += city.residents[i];
  }
  for (std::size_t i = 0; i < city.people.size(); ++i) {
    const int zone = finder.at(city.point_x_m[i], city.point_y_m[i]);
    if (zone < 0) continue;
    Cell& cell = cells[city.point_county[i]][static_cast<std::size_t>(zone)];
    cell.people += city.people[i], cell.elderly += city.elderly[i], cell.households += city.households[i];
  }
  return cells;
}

// Shares by class and degree at the low end, in the middle and at the high end.
using Matrix = std::array<std::array<DamageShares, kZones>, kBuildingClasses>;
struct Matrices {
  Matrix low, best, high;
};

Result<Matrices> matricesOf(const LossFigures& figures) {
  Matrices made;
  for (std::size_t k = 0; k < kBuildingClasses; ++k)
    for (std::size_t z = 0; z < kZones; ++z) {
      const auto building = static_cast<BuildingClass>(k);
      const int degree = kLowestDegree + static_cast<int>(z);
      if (const auto found = figures.official.find({building, degree}); found != figures.official.end()) {
        made.low[k][z] = made.best[k][z] = made.high[k][z] = found->second;
        continue;
      }
      const auto range = meanDamageIndex(building, degree);
      if (!range) return std::unexpected(range.error());
      const auto low = damageShares(range->low, figures.damage_sigma);
      const auto best = damageShares((range->low + range->high) / 2, figures.damage_sigma);
      const auto high = damageShares(range->high, figures.damage_sigma);
      if (!low || !best || !high) return std::unexpected((!low ? low : !best ? best : high).error());
      made.low[k][z] = *low, made.best[k][z] = *best, made.high[k][z] = *high;
    }
  return made;
}

// The loss of one cell, yuan.
double lossOf(const Cell& cell, std::size_t z, const Matrix& matrix, const LossFigures& figures,
              double Band::*percent) {
  double yuan = 0;
  for (std::size_t k = 0; k < kBuildingClasses; ++k)
    for (std::size_t g = 0; g < kDamageGrades; ++g)
      yuan +=
          cell.floor_m2[k] * matrix[k][z][g] * figures.loss_percent[g].*percent / 100 * figures.price_yuan_per_m2[k];
  return yuan;
}

double destroyedShare(const Cell& cell, std::size_t z, const Matrix& matrix) {
  double all = 0, destroyed = 0;
  for (std::size_t k = 0; k < kBuildingClasses; ++k)
    all += cell.floor_m2[k], destroyed += cell.floor_m2[k] * matrix[k][z][4];
  return all > 0 ? std::clamp(destroyed / all, 0.0, 1.0) : 0;
}

double homelessOf(const Cell& cell, std::size_t z, const Matrix& matrix) {
  double all = 0, lost = 0;
  for (std::size_t k = 0; k < kBuildingClasses; ++k) {
    all += cell.dwelling_m2[k];
    lost += cell.dwelling_m2[k] * (matrix[k][z][4] + matrix[k][z][3] + matrix[k][z][2] / 2);
  }
  const double people = cell.people > 0 ? cell.people : cell.residents;
  return all > 0 ? lost / all * people : 0;
}

struct Deaths {
  Band yin, ma, pager;
};

// The middle one for the best estimate, the outer ones for the band.
Band together(const Deaths& d) {
  const double best =
      std::max(std::min(d.yin.best, d.ma.best), std::min(std::max(d.yin.best, d.ma.best), d.pager.best));
  return {std::min({d.yin.low, d.ma.low, d.pager.low}), best, std::max({d.yin.high, d.ma.high, d.pager.high})};
}

Deaths deathsOf(const Cell& cell, std::size_t z, const Matrices& m, double density, TimeOfDay time) {
  const int degree = kLowestDegree + static_cast<int>(z);
  const double people = cell.people > 0 ? cell.people : cell.residents;
  const double factor = densityFactor(density) * timeFactor(time, degree);
  const auto yin = [&](const Matrix& x) { return people * *deathShareYin(destroyedShare(cell, z, x)); };
  const auto ma = [&](const Matrix& x) {
    return people * std::min(1.0, factor * *deathShareMa(destroyedShare(cell, z, x)));
  };
  const double pager = people * *deathSharePager(degree);
  return {{yin(m.low), yin(m.best), yin(m.high)},
          {ma(m.low), ma(m.best), ma(m.high)},
          {pager * std::exp(-kPagerSpread), pager, std::min(people, pager * std::exp(kPagerSpread))}};
}

}  // namespace

Result<Assessment> assess(const QuakeScenario& scenario, const CityExposure& city, const LossFigures& figures,
                          const CancelToken& cancel) {
  const auto finder = ZoneFinder::of(scenario, city.map_crs, city.origin);
  if (!finder) return std::unexpected(finder.error());
  const auto cells = collect(*finder, city, cancel);
  if (!cells) return std::unexpected(cells.error());
  const auto matrices = matricesOf(figures);
  if (!matrices) return std::unexpected(matrices.error());

  Assessment result;
  result.matrix = matrices->best;
  std::array<ZoneLoss, kZones> zones;
  Deaths all;
  for (std::size_t c = 0; c < city.counties.size(); ++c) {
    const CityExposure::District& district = city.counties[c];
    const double density = district.area_km2 > 0 ? static_cast<double>(district.population) / district.area_km2 : 100;
    CountyLoss county;
    county.code = district.code, county.name = district.name;
    Deaths county_deaths;
    Band homeless;
    for (std::size_t z = 0; z < kZones; ++z) {
      const Cell& cell = (*cells)[c][z];
      ZoneLoss& zone = zones[z];
      zone.people += cell.people, zone.elderly += cell.elderly, zone.households += cell.households;
      county.people[z] = cell.people;
      double floor = 0;
      for (std::size_t k = 0; k < kBuildingClasses; ++k) {
        zone.buildings[k] += cell.buildings[k], zone.floor_m2[k] += cell.floor_m2[k];
        floor += cell.floor_m2[k];
        for (std::size_t g = 0; g < kDamageGrades; ++g) {
          const double damaged = cell.floor_m2[k] * matrices->best[k][z][g];
          zone.damaged_m2[g] += damaged;
          if (g >= 3) county.severe_m2 += damaged;
        }
      }
      if (floor <= 0 && cell.people <= 0) continue;
      county.worst_degree = kLowestDegree + static_cast<int>(z);
      county.floor_m2 += floor;
      county.loss_yuan +=
          {lossOf(cell, z, matrices->low, figures, &Band::low), lossOf(cell, z, matrices->best, figures, &Band::best),
           lossOf(cell, z, matrices->high, figures, &Band::high)};
      const Deaths deaths = deathsOf(cell, z, *matrices, density, scenario.time_of_day);
      zone.deaths += together(deaths);
      for (const auto method : {&Deaths::yin, &Deaths::ma, &Deaths::pager}) county_deaths.*method += deaths.*method;
      homeless += {homelessOf(cell, z, matrices->low), homelessOf(cell, z, matrices->best),
                   homelessOf(cell, z, matrices->high)};
    }
    county.deaths = together(county_deaths);
    county.homeless = {std::max(0.0, homeless.low - county.deaths.high),
                       std::max(0.0, homeless.best - county.deaths.best),
                       std::max(0.0, homeless.high - county.deaths.low)};
    for (const auto method : {&Deaths::yin, &Deaths::ma, &Deaths::pager}) all.*method += county_deaths.*method;
    result.loss_yuan += county.loss_yuan;
    result.homeless += county.homeless;
    result.counties.push_back(std::move(county));
  }
  for (std::size_t z = kZones; z-- > 0;) {
    zones[z].degree = kLowestDegree + static_cast<int>(z);
    double floor = 0;
    for (const double m2 : zones[z].floor_m2) floor += m2;
    if (zones[z].people > 0 || floor > 0) result.zones.push_back(zones[z]);
  }
  result.deaths_yin = all.yin, result.deaths_ma = all.ma, result.deaths_pager = all.pager;
  result.deaths = together(all);
  const double k = figures.injured_per_death;
  result.injured = {k * result.deaths.low, k * result.deaths.best, k * result.deaths.high};
  result.death_chances = deathClassChances(result.deaths.best);
  return result;
}

}  // namespace gis::seismic
