// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/evacuation/hazard_villages.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "gis/evacuation/census_store.h"
#include "gis/geo/projector.h"

namespace gis::evacuation {
namespace {

std::optional<MapXY> toMapXy(const Projector& to_map, LonLat where) {
  const auto at = to_map.forward({where.lon_deg, where.lat_deg});
  if (!at || !std::isfinite(at->x) || !std::isfinite(at->y)) return std::nullopt;
  return MapXY{at->x, at->y};
}

// Where most people of a village live, of these census points.
class Homes {
 public:
  explicit Homes(const ExposureTable& people) : m_people(people) {
    for (std::size_t m = 0; m < people.measures.size(); ++m)
      if (people.measures[m] == "population") m_population = &people.values[m];
  }
  void add(std::uint32_t feature) {
    if (!m_population || !m_people.columns) return;
    const std::int32_t living = (*m_population)[feature];
    const auto [home, fresh] = m_homes.emplace(m_people.division[feature], std::pair(living, feature));
    if (!fresh && living > home->second.first) home->second = {living, feature};
  }
  std::optional<MapXY> of(std::uint32_t division) const {
    const auto home = m_homes.find(division);
    if (home == m_homes.end()) return std::nullopt;
    const MapColumns& columns = *m_people.columns;
    return MapXY{columns.origin.x_m + static_cast<double>(columns.xy_m[2 * std::size_t{home->second.second}]),
                 columns.origin.y_m + static_cast<double>(columns.xy_m[2 * std::size_t{home->second.second} + 1])};
  }

 private:
  const ExposureTable& m_people;
  const std::vector<std::int32_t>* m_population = nullptr;
  std::map<std::uint32_t, std::pair<std::int32_t, std::uint32_t>> m_homes;
};

struct Inside {
  std::int64_t people = 0, households = 0;
  int danger = 0;
};

std::map<std::uint32_t, Inside> insideByVillage(const Exposure& exposure) {
  std::map<std::uint32_t, Inside> inside;
  const TableExposure* people = exposure.find("people");
  if (!people) return inside;
  for (const ExposureCell& cell : people->cells) {
    if (cell.measures[0] <= 0) continue;
    const auto [village, fresh] = inside.emplace(cell.division, Inside{0, 0, cell.part});
    village->second.people += cell.measures[0];
    village->second.households += cell.measures[1];
    village->second.danger = std::min(village->second.danger, static_cast<int>(cell.part));
  }
  return inside;
}

Error nobodyInside(const Exposure& exposure) {
  std::string detail = "nobody lives in the area";
  if (exposure.nearest_settlement)
    detail = fmt::format("nobody lives in the area; the nearest village is {}, {:.1f} km away",
                         exposure.index->divisions()[exposure.nearest_settlement->division].name,
                         exposure.nearest_settlement->distance_m / 1000);
  return {ErrorCode::kNoData, "hazard", detail, {}};
}

// A village's place, both ways.
class Placer {
 public:
  Placer(const Projector& to_map, std::map<std::string, LonLat> seats) : m_to_map(to_map), m_seats(std::move(seats)) {}
  void put(Village& village, std::optional<MapXY> home) const {
    village.at = home;
    if (home) {
      if (const auto where = m_to_map.inverse({home->x_m, home->y_m})) village.where = {where->x, where->y};
    } else if (const auto seat = m_seats.find(village.code); seat != m_seats.end()) {
      village.where = seat->second;
      village.at = toMapXy(m_to_map, seat->second);
    }
  }

 private:
  const Projector& m_to_map;
  std::map<std::string, LonLat> m_seats;
};

Result<std::vector<Village>> villagesOf(const Exposure& exposure, const Placer& placer, PeopleRule rule) {
  const ExposureIndex& index = *exposure.index;
  const ExposureTable* people = index.find("people");
  const TableExposure* hits = exposure.find("people");
  const auto inside = insideByVillage(exposure);
  if (inside.empty() || !hits) return std::unexpected(nobodyInside(exposure));
  std::optional<Homes> homes;
  if (people && people->columns) {
    homes.emplace(*people);
    for (const ExposureHit& hit : hits->hits) homes->add(hit.feature);
  }
  std::vector<Village> villages;
  for (const auto& [division, one] : inside) {
    const ExposureDivision& known = index.divisions()[division];
    Village village{known.code, known.name, one.people, one.households, known.population, one.danger, {}, {}};
    village.population = std::max(village.population, village.people);
    if (rule == PeopleRule::kWholeVillage && known.population > village.people)
      village.people = known.population, village.households = std::max<std::int64_t>(known.households, one.households);
    village.households = std::min(village.households, village.people);
    placer.put(village, homes ? homes->of(division) : std::nullopt);
    villages.push_back(std::move(village));
  }
  return villages;
}

}  // namespace

Result<EvacuationTask> evacuationTask(const Workspace& workspace, std::shared_ptr<const ExposureIndex> index,
                                      const Footprint& hazard, PeopleRule rule, const CancelToken& cancel) {
  const auto to_map = Projector::create("EPSG:4490", index->mapCrs());
  if (!to_map) return std::unexpected(to_map.error());
  ExposureOptions options;
  options.areas = false;
  options.tables = {"people", "census_point", "shelter"};
  const auto exposure = expose(index, hazard, options, cancel);
  if (!exposure) return std::unexpected(exposure.error());
  if (exposure->self_crossing)
    return fail(ErrorCode::kInvalidArgument, "hazard", "the border of the area crosses itself; draw it anew");
  const CensusStore census(workspace.db());
  auto seats = census.villageSeats();
  if (!seats) return std::unexpected(seats.error());
  EvacuationTask task;
  task.rule = rule;
  auto villages = villagesOf(*exposure, Placer(*to_map, std::move(*seats)), rule);
  if (!villages) return std::unexpected(std::move(villages.error()));
  task.villages = std::move(*villages);
  auto shelters = census.shelters();
  if (!shelters) return std::unexpected(shelters.error());
  std::set<std::int64_t> inside;
  const TableExposure* hit = exposure->find("shelter");
  const ExposureTable* table = exposure->index->find("shelter");
  if (hit && table && table->columns)
    for (const ExposureHit& one : hit->hits) inside.insert(table->columns->features->fid[one.feature]);
  for (Shelter& shelter : *shelters) {
    const auto at = toMapXy(*to_map, shelter.where);
    if (!at) continue;
    shelter.at = *at;
    shelter.in_hazard = inside.contains(shelter.fid);
    task.shelters.push_back(std::move(shelter));
  }
  if (auto good = checkTask(task); !good) return std::unexpected(good.error());
  return task;
}

Result<std::vector<Village>> allVillages(const Workspace& workspace, const ExposureIndex& index) {
  const auto to_map = Projector::create("EPSG:4490", index.mapCrs());
  if (!to_map) return std::unexpected(to_map.error());
  auto seats = CensusStore(workspace.db()).villageSeats();
  if (!seats) return std::unexpected(seats.error());
  const Placer placer(*to_map, std::move(*seats));
  const ExposureTable* people = index.find("people");
  std::optional<Homes> homes;
  if (people && people->columns) {
    homes.emplace(*people);
    for (std::uint32_t f = 0; f < people->division.size(); ++f) homes->add(f);
  }
  std::vector<Village> villages;
  for (std::uint32_t d = 0; d < index.divisions().size(); ++d) {
    const ExposureDivision& known = index.divisions()[d];
    if (known.population <= 0) continue;
    Village village{known.code, known.name, known.population, known.households, known.population, 0, {}, {}};
    placer.put(village, homes ? homes->of(d) : std::nullopt);
    villages.push_back(std::move(village));
  }
  return villages;
}

}  // namespace gis::evacuation
