// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>

#include "gis/demo/writer_build.h"

namespace gis::demo {
namespace {

struct Spot {
  int village;
  MapXY at;
};

struct School {
  Spot spot;
  std::string name;
  int kind, pupils, boarders, staff;
};

struct Hospital {
  Spot spot;
  std::string name;
  int grade, beds, icu_beds, ambulances;
};

struct CareHome {
  Spot spot;
  std::string name;
  int beds, residents, cannot_walk;
};

// Where a building of the use stands in the village; its seat when there is none.
Spot spotOf(const DemoBuild& build, std::size_t layout, int use, std::size_t skip = 0) {
  const VillageLayout& l = build.layouts[layout];
  std::size_t seen = 0;
  for (const Building& b : l.buildings)
    if (b.use == use && seen++ == skip) return {l.village, b.centre()};
  if (l.buildings.empty()) return {l.village, build.division(l.village).seat};
  return {l.village, l.buildings[(skip * 7 + 3) % l.buildings.size()].centre()};
}

// Position in layouts of the village that hosts the offices of each division of one level.
std::vector<std::pair<int, std::size_t>> seatsOf(const DemoBuild& build, int level) {
  std::map<int, std::size_t> layout_of;
  for (std::size_t i = 0; i < build.layouts.size(); ++i) layout_of[build.layouts[i].village] = i;
  std::vector<std::pair<int, std::size_t>> seats;
  for (int i = 0; i < static_cast<int>(build.city.divisions.size()); ++i)
    if (build.division(i).level == level)
      if (const int village = build.villageNear(build.division(i).seat); village >= 0)
        seats.emplace_back(i, layout_of.at(village));
  return seats;
}

Result<void> writeSchools(DemoBuild& build) {
  Random random = build.random(0x736368);
  std::vector<School> schools;
  const auto add = [&](Spot spot, std::string name, int kind, int pupils, double boards) {
    schools.push_back({spot, std::move(name), kind, pupils, static_cast<int>(pupils * boards), pupils / 14 + 3});
  };
  for (const auto& [town, layout] : seatsOf(build, 4)) {
    const std::string stem = build.townStem(build.layouts[layout].village);
    const double people = static_cast<double>(build.division(town).population);
    add(spotOf(build, layout, building_use::kSchool), stem + "中心小学", 2, static_cast<int>(people * 0.03) + 60,
        random.uniform(0, 0.3));
    add(spotOf(build, layout, building_use::kSchool, 1), stem + "中心幼儿园", 1, static_cast<int>(people * 0.012) + 30,
        0);
    if (random.chance(0.7))
      add(spotOf(build, layout, building_use::kOffice, 1), stem + "初级中学", 3, static_cast<int>(people * 0.02) + 80,
          random.uniform(0.3, 0.8));
  }
  for (const auto& [county, layout] : seatsOf(build, 3)) {
    const std::string& name = build.division(county).name;
    add(spotOf(build, layout, building_use::kCommercial, 1), name + "第一中学（演示）", 4,
        1800 + static_cast<int>(random.below(1800)), 0.6);
    add(spotOf(build, layout, building_use::kCommercial, 3), name + "第二中学（演示）", 4,
        1200 + static_cast<int>(random.below(1200)), 0.5);
    add(spotOf(build, layout, building_use::kOffice, 2), name + "职业技术学校（演示）", 5,
        800 + static_cast<int>(random.below(900)), 0.7);
  }
  for (const auto& [city, layout] : seatsOf(build, 2)) {
    add(spotOf(build, layout, building_use::kOffice, 3), build.division(city).name + "学院（演示）", 6, 14000, 0.95);
    add(spotOf(build, layout, building_use::kOffice, 4), build.division(city).name + "职业技术学院（演示）", 6, 9000,
        0.95);
  }
  // Village schools, in the larger villages first.
  std::vector<std::size_t> by_size;
  for (std::size_t i = 0; i < build.layouts.size(); ++i) by_size.push_back(i);
  std::stable_sort(by_size.begin(), by_size.end(), [&](std::size_t a, std::size_t b) {
    return build.division(build.layouts[a].village).population > build.division(build.layouts[b].village).population;
  });
  for (std::size_t i = 0; i < by_size.size() && static_cast<int>(i) < build.scaled(420, 20); ++i) {
    const int village = build.layouts[by_size[i]].village;
    const int pupils =
        static_cast<int>(static_cast<double>(build.division(village).population) * random.uniform(0.02, 0.05)) + 12;
    add(spotOf(build, by_size[i], building_use::kSchool), build.placeName(village) + "小学", 2, pupils, 0);
  }
  Shapes points(GeometryKind::kPoint);
  for (const School& s : schools) points.addPoint(s.spot.at);
  return build.out.fill("school", {"division_code", "name", "kind", "pupils", "boarders", "staff"}, schools.size(),
                        &points, [&](std::size_t i, Row& row) {
                          const School& s = schools[i];
                          row.set(build.division(s.spot.village).code, s.name, s.kind, s.pupils, s.boarders, s.staff);
                        });
}

Result<void> writeHospitals(DemoBuild& build) {
  Random random = build.random(0x686f73);
  std::vector<Hospital> hospitals;
  for (const auto& [town, layout] : seatsOf(build, 4)) {
    const bool street = build.division(town).name.find("街道") != std::string::npos;
    hospitals.push_back({spotOf(build, layout, building_use::kHealth),
                         build.townStem(build.layouts[layout].village) + (street ? "社区卫生服务中心" : "卫生院"),
                         street ? 0 : 1, 10 + static_cast<int>(random.below(40)), 0, random.chance(0.6) ? 1 : 0});
  }
  for (const auto& [county, layout] : seatsOf(build, 3)) {
    const std::string& name = build.division(county).name;
    hospitals.push_back({spotOf(build, layout, building_use::kHealth), name + "人民医院（演示）", 2,
                         260 + static_cast<int>(random.below(260)), 8, 5});
    hospitals.push_back({spotOf(build, layout, building_use::kHealth, 1), name + "中医院（演示）", 2,
                         100 + static_cast<int>(random.below(120)), 2, 2});
  }
  for (const auto& [city, layout] : seatsOf(build, 2)) {
    const std::string& name = build.division(city).name;
    hospitals.push_back({spotOf(build, layout, building_use::kHealth), name + "第一医院（演示）", 3, 1500, 60, 14});
    hospitals.push_back({spotOf(build, layout, building_use::kHealth, 1), name + "第二医院（演示）", 3, 1100, 44, 10});
    hospitals.push_back({spotOf(build, layout, building_use::kHealth, 2), name + "急救中心（演示）", 0, 20, 0, 24});
  }
  Shapes points(GeometryKind::kPoint);
  for (const Hospital& h : hospitals) points.addPoint(h.spot.at);
  return build.out.fill("hospital", {"division_code", "name", "grade", "beds", "icu_beds", "ambulances"},
                        hospitals.size(), &points, [&](std::size_t i, Row& row) {
                          const Hospital& h = hospitals[i];
                          row.set(build.division(h.spot.village).code, h.name, h.grade, h.beds, h.icu_beds,
                                  h.ambulances);
                        });
}

Result<void> writeCareHomes(DemoBuild& build) {
  Random random = build.random(0x63617265);
  std::vector<CareHome> homes;
  for (const auto& [town, layout] : seatsOf(build, 4)) {
    const int beds = 20 + static_cast<int>(random.below(60));
    const int residents = static_cast<int>(beds * random.uniform(0.4, 0.95));
    homes.push_back({spotOf(build, layout, building_use::kElderly),
                     build.townStem(build.layouts[layout].village) + "敬老院", beds, residents,
                     static_cast<int>(residents * random.uniform(0.15, 0.5))});
  }
  for (const auto& [county, layout] : seatsOf(build, 3))
    homes.push_back({spotOf(build, layout, building_use::kElderly, 1),
                     build.division(county).name + "社会福利中心（演示）", 200,
                     static_cast<int>(random.uniform(90, 190)), static_cast<int>(random.uniform(30, 80))});
  Shapes points(GeometryKind::kPoint);
  for (const CareHome& h : homes) points.addPoint(h.spot.at);
  return build.out.fill("care_home", {"division_code", "name", "beds", "residents", "cannot_walk"}, homes.size(),
                        &points, [&](std::size_t i, Row& row) {
                          const CareHome& h = homes[i];
                          row.set(build.division(h.spot.village).code, h.name, h.beds, h.residents, h.cannot_walk);
                        });
}

Result<void> writeTouristSites(DemoBuild& build) {
  Random random = build.random(0x746f7572);
  const auto sites = csvRows(factText("tourist_sites.csv"));
  std::vector<Spot> spots;
  Shapes points(GeometryKind::kPoint);
  for (const auto& site : sites) {
    MapXY at = build.out.metresOf(
        {std::strtod(site.at("lon_deg").c_str(), nullptr), std::strtod(site.at("lat_deg").c_str(), nullptr)});
    // The made borders are not the real ones: move towards the county's seat until the county is right.
    for (const Division& county : build.city.divisions) {
      if (county.level != 3 || county.name != site.at("county")) continue;
      const MapXY from = at;
      for (int step = 0; step <= 60; ++step) {
        const double t = step / 60.0;
        at = {from.x_m + t * (county.seat.x_m - from.x_m), from.y_m + t * (county.seat.y_m - from.y_m)};
        const int village = build.land.villageAt(at);
        if (village >= 0 && build.countyName(village) == county.name && !build.land.reservoirAt(at)) break;
      }
    }
    spots.push_back({build.villageNear(at), at});
    points.addPoint(at);
  }
  return build.out.fill("tourist_site", {"division_code", "name", "grade", "capacity"}, sites.size(), &points,
                        [&](std::size_t i, Row& row) {
                          const int grade = std::atoi(sites[i].at("grade").c_str());
                          row.set(build.division(spots[i].village).code, sites[i].at("name"), grade,
                                  static_cast<int>(random.uniform(1, 4)) * 1000 * (grade >= 4 ? 5 : 1));
                          row.source = "名称与等级：公开资料；位置为近似，容量为演示";
                        });
}

}  // namespace

Result<void> writeSites(DemoBuild& build) {
  for (const auto part : {writeSchools, writeHospitals, writeCareHomes, writeTouristSites})
    if (auto done = part(build); !done) return done;
  return {};
}

}  // namespace gis::demo
