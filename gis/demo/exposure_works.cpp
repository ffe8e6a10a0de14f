// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <set>

#include "gis/demo/writer_build.h"

namespace gis::demo {
namespace {

Result<void> writeReservoirs(DemoBuild& build) {
  const auto& reservoirs = build.city.reservoirs;
  Shapes shapes(GeometryKind::kPolygon);
  Shapes dams(GeometryKind::kPoint);
  for (const Reservoir& r : reservoirs) shapes.addPolygon(r.rings), dams.addPoint(r.dam);
  dams.project(build.out.toDegrees());
  return build.out.fill(
      "reservoir",
      {"division_code", "name", "river", "class", "capacity_m3", "catchment_km2", "flood_limit_level_m",
       "normal_level_m", "check_level_m", "dam_lon_deg", "dam_lat_deg", "built_year", "figures_source", "confirmed"},
      reservoirs.size(), &shapes, [&](std::size_t i, Row& row) {
        const Reservoir& r = reservoirs[i];
        const int village = build.villageNear(r.dam);
        const auto known = [](double v) { return v > 0 ? std::optional<double>(v) : std::nullopt; };
        const double normal_m = std::round(r.normal_level_m * 100) / 100;
        const LonLat dam = dams.firstVertex(i);
        row.uuid = build.out.nextUuid();
        row.set(build.division(village).code, r.name, r.river, r.reservoir_class, known(r.capacity_m3),
                known(r.catchment_km2), normal_m - 1.5, normal_m, normal_m + 3.5, dam.lon_deg, dam.lat_deg,
                r.built_year > 0 ? std::optional<int>(r.built_year) : std::nullopt, r.figures_source,
                r.confirmed ? 1 : 0);
        row.source = "名称与指标见 figures_source；水面与水位为演示数据（合成）";
        build.reservoirs.push_back({"reservoir", row.uuid, r.name, village, build.land.countyOf(village)});
      });
}

Result<void> writeCheckDams(DemoBuild& build) {
  Random random = build.random(0x636864);
  // Gullies of the loess counties of the west; one dam a gully.
  std::vector<std::pair<std::uint32_t, MapXY>> gullies;
  for (const RiverReach& reach : build.city.reaches)
    if (reach.strahler <= 2 && reach.line.size() > 1 && reach.upstream_km2 < 12) {
      const MapXY at = reach.line[reach.line.size() / 2];
      const int village = build.land.villageAt(at);
      if (village >= 0 && build.traitsOf(village).loess && !build.land.reservoirAt(at))
        gullies.emplace_back(random.next(), at);
    }
  std::sort(gullies.begin(), gullies.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  gullies.resize(std::min<std::size_t>(gullies.size(), static_cast<std::size_t>(build.scaled(160, 8))));
  Shapes points(GeometryKind::kPoint);
  for (const auto& [key, at] : gullies) points.addPoint(at);
  return build.out.fill("check_dam", {"division_code", "name", "height_m", "capacity_m3"}, gullies.size(), &points,
                        [&](std::size_t i, Row& row) {
                          const int village = build.villageNear(gullies[i].second);
                          const double height_m = std::round(random.uniform(6, 26) * 2) / 2;
                          row.uuid = build.out.nextUuid();
                          build.check_dams.push_back({"check_dam", row.uuid, build.placeName(village) + "淤地坝",
                                                      village, build.land.countyOf(village)});
                          row.set(build.division(village).code, build.placeName(village) + "淤地坝", height_m,
                                  std::round(height_m * height_m * random.uniform(450, 1600) / 1000) * 1000);
                        });
}

bool isAnyCounty(const CountyTraits&) { return true; }
bool isCoalCounty(const CountyTraits& county) { return county.coal; }
bool isOreCounty(const CountyTraits& county) { return county.conifer == Conifer::kArborvitae; }  // limestone mountains

struct Works {
  MapXY at;
  int village;
};

// Places near villages of the counties that `wanted` accepts, between the two distances from the seat, on ground not
// steeper than `slope_deg`, away from water.
std::vector<Works> placeWorks(const DemoBuild& build, Random& random, int count,
                              const std::function<bool(const CountyTraits&)>& wanted, double nearest_m,
                              double farthest_m, double slope_deg) {
  std::vector<int> villages;
  for (int v : build.land.villages())
    if (wanted(build.traitsOf(v))) villages.push_back(v);
  std::vector<Works> works;
  if (villages.empty()) return works;
  for (int tries = 0; tries < count * 60 && static_cast<int>(works.size()) < count; ++tries) {
    const int village = villages[random.below(static_cast<std::uint32_t>(villages.size()))];
    const double angle = random.uniform(0, 6.283185307179586), far_m = random.uniform(nearest_m, farthest_m);
    const MapXY seat = build.division(village).seat;
    const MapXY at{seat.x_m + far_m * std::cos(angle), seat.y_m + far_m * std::sin(angle)};
    const int there = build.land.villageAt(at);
    if (there < 0 || !wanted(build.traitsOf(there))) continue;
    if (build.land.slopeDegAt(at) > slope_deg || build.land.reservoirAt(at)) continue;
    if (build.land.rivers().nearest(at, 25).tag >= 0) continue;
    works.push_back({at, there});
  }
  return works;
}

Result<void> writeTailings(DemoBuild& build) {
  Random random = build.random(0x7461696c);
  const auto works = placeWorks(build, random, build.scaled(14, 3), isOreCounty, 900, 2500, 30);
  Shapes points(GeometryKind::kPoint);
  for (const Works& w : works) points.addPoint(w.at);
  return build.out.fill("tailings_pond", {"division_code", "name", "capacity_m3", "dam_height_m", "in_use"},
                        works.size(), &points, [&](std::size_t i, Row& row) {
                          row.set(build.division(works[i].village).code,
                                  "演示" + build.placeName(works[i].village) + "尾矿库",
                                  std::round(random.uniform(12, 180)) * 1e4, std::round(random.uniform(15, 58)),
                                  random.chance(0.6) ? 1 : 0);
                        });
}

Result<void> writeHazchem(DemoBuild& build) {
  Random random = build.random(0x6368656d);
  const int plants = build.scaled(60, 6);
  auto works = placeWorks(build, random, plants, isCoalCounty, 500, 1800, 8);
  const std::size_t first_station = works.size();
  const auto stations = placeWorks(build, random, build.scaled(240, 12), isAnyCounty, 60, 700, 12);
  works.insert(works.end(), stations.begin(), stations.end());
  Shapes points(GeometryKind::kPoint);
  for (const Works& w : works) points.addPoint(w.at);
  constexpr std::array kSubstances{"甲醇", "液氨", "粗苯", "焦炉煤气", "液氯", "硝酸铵", "合成氨", "乙二醇"};
  return build.out.fill(
      "hazchem_site", {"division_code", "name", "kind", "substance", "staff"}, works.size(), &points,
      [&](std::size_t i, Row& row) {
        const std::string place = build.placeName(works[i].village);
        if (i >= first_station) {
          row.set(build.division(works[i].village).code, "演示" + place + "加油站", 3,
                  random.chance(0.2) ? "汽油、柴油、液化天然气" : "汽油、柴油", 5 + static_cast<int>(random.below(12)));
        } else {
          const int kind = random.chance(0.5) ? 1 : random.chance(0.5) ? 2 : 4;
          row.set(build.division(works[i].village).code,
                  "演示" + build.townStem(works[i].village) + (kind == 2 ? "化工仓储" : "化工厂"), kind,
                  kSubstances[random.below(kSubstances.size())], 40 + static_cast<int>(random.below(600)));
        }
      });
}

Result<void> writeMines(DemoBuild& build) {
  Random random = build.random(0x6d696e65);
  auto works = placeWorks(build, random, build.scaled(110, 10), isCoalCounty, 400, 2200, 14);
  const std::size_t coal = works.size();
  const auto others = placeWorks(build, random, build.scaled(24, 4), isOreCounty, 700, 2500, 28);
  works.insert(works.end(), others.begin(), others.end());
  Shapes points(GeometryKind::kPoint);
  for (const Works& w : works) points.addPoint(w.at);
  return build.out.fill(
      "mine", {"division_code", "name", "kind", "underground_workers", "in_use"}, works.size(), &points,
      [&](std::size_t i, Row& row) {
        const bool in_use = random.chance(0.8);
        const int kind = i < coal ? 1 : random.chance(0.5) ? 2 : 3;
        const int below =
            kind == 3 || !in_use ? 0 : (kind == 1 ? 120 : 30) + static_cast<int>(random.below(kind == 1 ? 500 : 60));
        row.set(build.division(works[i].village).code,
                "演示" + build.placeName(works[i].village) +
                    (kind == 1   ? "煤矿"
                     : kind == 2 ? "铁矿"
                                 : "石料矿"),
                kind, below, in_use ? 1 : 0);
      });
}

}  // namespace

Result<void> writeWorks(DemoBuild& build) {
  for (const auto part : {writeReservoirs, writeCheckDams, writeTailings, writeHazchem, writeMines})
    if (auto done = part(build); !done) return done;
  return {};
}

}  // namespace gis::demo
