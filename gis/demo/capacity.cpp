// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>

#include "gis/demo/hazards_terrain.h"
#include "gis/demo/people_names.h"

namespace gis::demo {
namespace {

// The middle of the n-th house from the centre of the village, its seat when it has none.
MapXY houseOf(const DemoBuild& build, int village, std::size_t n) {
  const auto& villages = build.land.villages();
  const auto at =
      static_cast<std::size_t>(std::lower_bound(villages.begin(), villages.end(), village) - villages.begin());
  if (at >= build.layouts.size() || build.layouts[at].buildings.empty()) return build.division(village).seat;
  const auto& buildings = build.layouts[at].buildings;
  return buildings[n % buildings.size()].centre();
}

Result<void> writeTeams(DemoBuild& build) {
  struct Team {
    MapXY at;
    int division;
    std::string name;
    int kind, members, vehicles;
  };
  Random random = build.random(0x7465616d);
  std::vector<Team> teams;
  const auto add = [&](int division, std::size_t house, std::string name, int kind, int members, int vehicles) {
    const int village = build.villageNear(build.division(division).seat);
    teams.push_back({houseOf(build, village, house), division, std::move(name), kind, members, vehicles});
  };
  for (int i = 0; i < static_cast<int>(build.city.divisions.size()); ++i) {
    const Division& d = build.division(i);
    const auto about = [&](int n) { return n + static_cast<int>(random.below(static_cast<std::uint32_t>(n / 2 + 1))); };
    if (d.level == 2) {
      add(i, 5, d.name + "消防救援支队特勤站（演示）", 1, about(60), 18);
      add(i, 9, d.name + "森林消防专业队（演示）", 2, about(80), 14);
      add(i, 14, d.name + "矿山救护大队（演示）", 3, about(90), 12);
      add(i, 18, d.name + "危化救援队（演示）", 4, about(40), 8);
      add(i, 22, d.name + "地震灾害救援队（演示）", 5, about(50), 9);
      add(i, 26, d.name + "防汛抢险突击队（演示）", 6, about(70), 10);
      add(i, 30, d.name + "紧急医学救援队（演示）", 7, about(30), 8);
    } else if (d.level == 3) {
      add(i, 6, d.name + "消防救援大队（演示）", 1, about(30), 8);
      add(i, 11, d.name + "森林防火半专业队（演示）", 2, about(30), 5);
      add(i, 16, d.name + "防汛抢险队（演示）", 6, about(40), 5);
      if (build.traitsOf(i).coal) add(i, 21, d.name + "矿山救护中队（演示）", 3, about(24), 4);
      add(i, 25, d.name + "蓝天应急志愿队（演示）", 8, about(20), 3);
    } else if (d.level == 4) {
      add(i, 4, d.name + "综合应急救援队", 1, about(12), 1);
      if (random.chance(0.45)) add(i, 7, d.name + "扑火队", 2, about(15), 1);
    }
  }
  NameMaker names(build.random(0x7465616e));
  PhoneMaker phones(build.city.options.seed * 104729 + 17);
  Shapes points(GeometryKind::kPoint);
  for (const Team& t : teams) points.addPoint(t.at);
  return build.out.fill("rescue_team", {"division_code", "name", "kind", "members", "vehicles", "leader", "phone"},
                        teams.size(), &points, [&](std::size_t i, Row& row) {
                          const Team& t = teams[i];
                          row.set(build.division(t.division).code, t.name, t.kind, t.members, t.vehicles, names.next(),
                                  phones.next());
                        });
}

Result<void> writeDepots(DemoBuild& build) {
  Random random = build.random(0x6465706f);
  NameMaker names(build.random(0x6465706e));
  PhoneMaker phones(build.city.options.seed * 15485863 + 33);
  std::vector<int> hosts;
  Shapes points(GeometryKind::kPoint);
  for (int i = 0; i < static_cast<int>(build.city.divisions.size()); ++i)
    if (const int level = build.division(i).level; level >= 2 && level <= 4) {
      hosts.push_back(i);
      points.addPoint(houseOf(build, build.villageNear(build.division(i).seat), level == 2 ? 33 : level == 3 ? 28 : 9));
    }
  return build.out.fill("depot", {"division_code", "name", "tier", "floor_m2", "keeper", "phone"}, hosts.size(),
                        &points, [&](std::size_t i, Row& row) {
                          const Division& d = build.division(hosts[i]);
                          const char* word = d.level == 2   ? "市级救灾物资储备库（演示）"
                                             : d.level == 3 ? "应急物资储备库（演示）"
                                                            : "应急物资储备点";
                          const double floor_m2 = d.level == 2   ? 4200
                                                  : d.level == 3 ? std::round(random.uniform(60, 160)) * 10
                                                                 : std::round(random.uniform(4, 16)) * 10;
                          row.set(d.code, d.name + word, d.level, floor_m2, names.next(), phones.next());
                        });
}

Result<void> writeShelters(DemoBuild& build) {
  struct Shelter {
    MapXY at;
    int village;
    std::string name;
    int shelter_class, capacity;
    double area_m2;
    bool indoor;
  };
  Random random = build.random(0x7368656c);
  std::vector<Shelter> shelters;
  // Effective area a person in the open: 4.5, 3 and 2 m2 (long, short, emergency); indoors 2 m2.
  const auto add = [&](int village, std::size_t house, std::string name, int shelter_class, double area_m2,
                       bool indoor) {
    constexpr std::array kPerPerson{0.0, 4.5, 3.0, 2.0};
    const double each_m2 = indoor ? 2.0 : kPerPerson[static_cast<std::size_t>(shelter_class)];
    shelters.push_back({houseOf(build, village, house), village, std::move(name), shelter_class,
                        std::max(10, static_cast<int>(area_m2 / each_m2)), std::round(area_m2), indoor});
  };
  for (int i = 0; i < static_cast<int>(build.city.divisions.size()); ++i) {
    const Division& d = build.division(i);
    if (d.level > 4) break;
    const int village = build.villageNear(d.seat);
    if (d.level == 2) add(village, 40, d.name + "中心应急避难场所（演示）", 1, 90000, false);
    if (d.level == 3) {
      add(village, 31, d.name + "体育场应急避难场所（演示）", 2, random.uniform(12000, 30000), false);
      add(village, 37, d.name + "第一中学避难场所（演示）", 2, random.uniform(3000, 7000), true);
    }
    if (d.level == 4)
      add(village, 10, build.townStem(village) + "中心小学避难点", 3, random.uniform(900, 3500), random.chance(0.5));
  }
  const auto& villages = build.land.villages();
  const int wanted = build.scaled(900, 45);
  for (int i = 0; i < wanted; ++i) {
    const int village = villages[static_cast<std::size_t>(i) * villages.size() / static_cast<std::size_t>(wanted)];
    add(village, 2, build.placeName(village) + (random.chance(0.5) ? "文化广场避难点" : "村委会避难点"), 3,
        random.uniform(200, 1200), random.chance(0.3));
  }
  Shapes points(GeometryKind::kPoint);
  for (const Shelter& s : shelters) points.addPoint(s.at);
  return build.out.fill("shelter", {"division_code", "name", "class", "capacity", "area_m2", "indoor"}, shelters.size(),
                        &points, [&](std::size_t i, Row& row) {
                          const Shelter& s = shelters[i];
                          row.set(build.division(s.village).code, s.name, s.shelter_class, s.capacity, s.area_m2,
                                  s.indoor ? 1 : 0);
                        });
}

Result<void> writeHelipads(DemoBuild& build) {
  struct Pad {
    MapXY at;
    int village;
    std::string name;
    std::string surface;
  };
  Random random = build.random(0x68656c69);
  std::vector<Pad> pads;
  for (int i = 0; i < static_cast<int>(build.city.divisions.size()); ++i)
    if (const Division& d = build.division(i); d.level == 3) {
      const int village = build.villageNear(d.seat);
      pads.push_back({houseOf(build, village, 45), village, d.name + "人民医院起降点（演示）", "混凝土"});
    }
  // Level high ground in the forest, apart from each other.
  for (const Summit& summit : findSummits(build.land, 4000, 150)) {
    if (static_cast<int>(pads.size()) >= build.scaled(36, 16)) break;
    MapXY best = summit.at;
    for (int k = 0; k < 60; ++k) {
      const MapXY p{summit.at.x_m + random.uniform(-2500, 2500), summit.at.y_m + random.uniform(-2500, 2500)};
      if (build.land.villageAt(p) >= 0 && !build.land.reservoirAt(p) &&
          build.land.slopeDegAt(p) < build.land.slopeDegAt(best))
        best = p;
    }
    const int village = build.villageNear(best);
    pads.push_back({best, village, build.placeName(village) + "林区起降点", random.chance(0.5) ? "压实土" : "碎石"});
  }
  Shapes points(GeometryKind::kPoint);
  for (const Pad& p : pads) points.addPoint(p.at);
  return build.out.fill("helipad", {"division_code", "name", "elevation_m", "surface"}, pads.size(), &points,
                        [&](std::size_t i, Row& row) {
                          row.set(build.division(pads[i].village).code, pads[i].name,
                                  std::round(build.land.heightAt(pads[i].at) * 10) / 10, pads[i].surface);
                        });
}

Result<void> writeStations(DemoBuild& build) {
  struct Station {
    MapXY at;
    std::string name;
    const char* kind;
    std::string river;
    bool known = false;
  };
  Random random = build.random(0x73746174);
  std::vector<Station> stations;
  for (auto& row : csvRows(factText("hydrometric_stations.csv"))) {
    const MapXY near = build.out.metresOf(
        {std::strtod(row["lon_deg"].c_str(), nullptr), std::strtod(row["lat_deg"].c_str(), nullptr)});
    // onto the bank of the river of that name, else of the largest reach near
    const RiverReach* reach = nullptr;
    double best = 1e18;
    for (const RiverReach& r : build.city.reaches) {
      if (r.line.empty() || r.strahler < 3 || build.land.villageAt(r.line.back()) < 0) continue;
      const double dist_m = distanceM(r.line.back(), near) * (r.name == row["river"] ? 0.2 : 1);
      if (dist_m < best) best = dist_m, reach = &r;
    }
    if (reach)
      stations.push_back(
          {reach->line.back(), row["name"], "ZQ", reach->name.empty() ? row["river"] : reach->name, true});
  }
  for (const Reservoir& r : build.city.reservoirs) stations.push_back({r.dam, r.name + "库水位站", "RR", r.river});
  std::map<std::string, int> on_river;
  for (const RiverReach& r : build.city.reaches) {
    if (r.name.empty() || r.line.empty() || build.land.villageAt(r.line.back()) < 0) continue;
    if (++on_river[r.name] % 40 == 12)
      stations.push_back({r.line.back(), build.placeName(build.villageNear(r.line.back())) + "水位站", "ZZ", r.name});
  }
  for (const Division& d : build.city.divisions) {
    if (d.level == 3) {
      stations.push_back({{d.seat.x_m + 700, d.seat.y_m + 400}, d.name + "气象站", "MM", ""});
      stations.push_back({{d.seat.x_m - 900, d.seat.y_m + 500}, d.name + "墒情站", "SS", ""});
    }
    if (d.level == 4)
      stations.push_back({{d.seat.x_m + random.uniform(-120, 120), d.seat.y_m + random.uniform(-120, 120)},
                          d.name + "雨量站",
                          "PP",
                          ""});
  }
  std::size_t gauged = 0;
  const auto gauges = static_cast<std::size_t>(build.scaled(260, 13));
  for (const Catchment& c : build.city.catchments)  // one in each small catchment's outlet village
    if (gauged < gauges && build.land.villageAt(c.outlet) >= 0) {
      const int village = build.villageNear(c.outlet);
      stations.push_back({houseOf(build, village, 6), build.placeName(village) + "雨量站", "PP", c.river});
      ++gauged;
    }
  Shapes points(GeometryKind::kPoint);
  for (const Station& s : stations) points.addPoint(s.at);
  return build.out.fill("monitoring_station", {"station_code", "division_code", "name", "kind", "river", "elevation_m"},
                        stations.size(), &points, [&](std::size_t i, Row& row) {
                          const Station& s = stations[i];
                          // SL 323 codes have eight digits; a letter in front keeps made ones apart from real ones
                          build.stations.push_back({fmt::format("D{:07}", i + 1), s.kind, s.at});
                          row.set(build.stations.back().code, build.division(build.villageNear(s.at)).code, s.name,
                                  s.kind, s.river, std::round(build.land.heightAt(s.at) * 10) / 10);
                          if (s.known) row.source = "站名：公开资料；位置为近似";
                        });
}

}  // namespace

Result<void> writeCapacity(DemoBuild& build) {
  for (const auto part : {writeTeams, writeDepots, writeShelters, writeHelipads, writeStations})
    if (auto done = part(build); !done) return done;
  return {};
}

}  // namespace gis::demo
