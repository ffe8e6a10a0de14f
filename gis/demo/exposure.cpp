// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>

#include "gis/demo/pinyin.h"
#include "gis/demo/road_states.h"
#include "gis/demo/writer_build.h"

namespace gis::demo {
namespace {

constexpr std::string_view kCensusSource = "第七次全国人口普查（2020）";
constexpr std::string_view kCodesSource = "国家统计局 统计用区划代码 2023";

bool cutEnd(std::string& text, std::string_view end) {
  if (text.size() <= end.size() || !text.ends_with(end)) return false;
  text.resize(text.size() - end.size());
  return true;
}

constexpr double roadWidthM(int road_class) {
  constexpr std::array kWidth{24.5, 18.0, 12.0, 8.5, 6.5, 4.5, 4.0};
  return kWidth[static_cast<std::size_t>(std::clamp(road_class, 0, 6))];
}

MapXY middleOf(const std::vector<MapXY>& line) {
  if (line.size() == 2) return {(line[0].x_m + line[1].x_m) / 2, (line[0].y_m + line[1].y_m) / 2};
  return line[line.size() / 2];
}

}  // namespace

std::map<std::string, CountyTraits> readCountyTraits() {
  std::map<std::string, CountyTraits> traits;
  for (auto& row : csvRows(factText("county_traits.csv"))) {
    CountyTraits t;
    t.forest_tendency_ratio = std::strtod(row["forest_tendency"].c_str(), nullptr);
    t.coal = row["coal"] == "1";
    t.loess = row["loess"] == "1";
    t.conifer = row["conifer"] == "pine"         ? Conifer::kPine
                : row["conifer"] == "arborvitae" ? Conifer::kArborvitae
                                                 : Conifer::kAny;
    t.forest_manager = row["forest_manager"];
    t.manager_above_m = std::strtod(row["manager_above_m"].c_str(), nullptr);
    traits[row["county"]] = t;
  }
  return traits;
}

std::string DemoBuild::placeName(int village) const {
  std::string name = division(village).name;
  if (cutEnd(name, "村民委员会") || cutEnd(name, "村委会")) {
    if (!name.ends_with("村")) name += "村";
  } else if (cutEnd(name, "社区居民委员会") || cutEnd(name, "社区居委会") || cutEnd(name, "居委会")) {
    if (!name.ends_with("社区")) name += "社区";
  }
  return name;
}

std::string DemoBuild::townStem(int village) const {
  const int town = land.townOf(village);
  std::string name = division(town < 0 ? village : town).name;
  for (const char* end : {"街道办事处", "街道", "镇", "乡"})
    if (cutEnd(name, end)) break;
  return name;
}

Result<void> writeDivisions(DemoBuild& build) {
  const auto& divisions = build.city.divisions;
  Shapes shapes(GeometryKind::kPolygon);
  Shapes seats(GeometryKind::kPoint);
  for (const Division& d : divisions) shapes.addPolygon(d.rings), seats.addPoint(d.seat);
  seats.project(build.out.toDegrees());
  auto done = build.out.fill("division",
                             {"code", "parent_code", "level", "name", "name_en", "pinyin_initials", "seat_lon_deg",
                              "seat_lat_deg", "area_km2", "population", "population_year", "figures_source"},
                             divisions.size(), &shapes, [&](std::size_t i, Row& row) {
                               const Division& d = divisions[i];
                               const LonLat seat = seats.firstVertex(i);
                               const std::optional<std::string> parent =
                                   d.level <= 2 ? std::nullopt : std::optional<std::string>(d.parent_code);
                               const bool counted = d.level <= 3;
                               const std::string figures = !d.figures_source.empty() ? d.figures_source
                                                           : counted                 ? std::string(kCensusSource)
                                                                     : "按县级普查人口分摊（演示）";
                               row.set(d.code, parent, d.level, d.name, d.name_en, pinyinInitials(d.name), seat.lon_deg,
                                       seat.lat_deg, std::round(std::max(d.area_km2, 1e-4) * 1e4) / 1e4, d.population,
                                       2020, figures);
                               row.source = kCodesSource;
                             });
  if (!done) return done;

  struct Place {
    MapXY at;
    int village;
    int level;
  };
  std::map<int, int> seat_level;  // village index -> level of the offices it hosts
  for (const Division& d : divisions)
    if (d.level < 5)
      if (const int village = build.villageNear(d.seat); village >= 0) {
        const auto [at, is_new] = seat_level.emplace(village, d.level);
        if (!is_new) at->second = std::min(at->second, d.level);
      }
  std::vector<Place> places;
  Shapes points(GeometryKind::kPoint);
  for (int village : build.land.villages()) {
    const auto level = seat_level.find(village);
    places.push_back({build.division(village).seat, village, level == seat_level.end() ? 5 : level->second});
    points.addPoint(places.back().at);
  }
  return build.out.fill("settlement",
                        {"division_code", "name", "pinyin_initials", "is_seat", "seat_level", "elevation_m"},
                        places.size(), &points, [&](std::size_t i, Row& row) {
                          const Place& place = places[i];
                          const std::string name = build.placeName(place.village);
                          row.set(build.division(place.village).code, name, pinyinInitials(name), 1, place.level,
                                  std::round(build.land.heightAt(place.at) * 10) / 10);
                        });
}

Result<void> writePopulation(DemoBuild& build) {
  Random random = build.random(0x706f70);
  auto done = build.out.fill(
      "population_village",
      {"division_code", "population", "households", "age_0_14", "age_15_64", "age_65_up", "disabled", "as_of"},
      build.layouts.size(), nullptr, [&](std::size_t i, Row& row) {
        const Division& d = build.division(build.layouts[i].village);
        const bool urban = build.layouts[i].fabric == Fabric::kUrban;
        const long long people = d.population;
        const auto part = [&](double ratio) { return std::llround(static_cast<double>(people) * ratio); };
        const long long young = part(urban ? random.uniform(0.14, 0.19) : random.uniform(0.09, 0.16));
        const long long old = part(urban ? random.uniform(0.09, 0.14) : random.uniform(0.15, 0.26));
        const long long households =
            std::min(people, std::llround(static_cast<double>(people) / random.uniform(2.3, 2.9)));
        row.set(d.code, people, households, young, people - young - old, old, part(random.uniform(0.008, 0.022)),
                "2020-11-01");
      });
  if (!done) return done;

  // Census points: neighbouring houses in groups; people of a group are the residents of its houses.
  std::size_t houses = 0;
  for (const auto& layout : build.layouts) houses += layout.buildings.size();
  const double ratio = build.scaled(100000, 1) / std::max(1.0, static_cast<double>(houses));
  struct Group {
    int village;
    int people;
    bool urban;
  };
  std::vector<Group> groups;
  Shapes points(GeometryKind::kPoint);
  for (const auto& layout : build.layouts) {
    const auto& b = layout.buildings;
    if (b.empty()) {
      groups.push_back({layout.village, static_cast<int>(build.division(layout.village).population), false});
      points.addPoint(build.division(layout.village).seat);
      continue;
    }
    const std::size_t count =
        std::clamp<std::size_t>(static_cast<std::size_t>(static_cast<double>(b.size()) * ratio + 0.5), 1, b.size());
    for (std::size_t g = 0; g < count; ++g) {
      const std::size_t from = g * b.size() / count, to = (g + 1) * b.size() / count;
      int people = 0;
      std::size_t fullest = from;
      for (std::size_t i = from; i < to; ++i) {
        people += b[i].residents;
        if (b[i].residents > b[fullest].residents) fullest = i;
      }
      groups.push_back({layout.village, people, layout.fabric == Fabric::kUrban});
      points.addPoint(b[fullest].centre());
    }
  }
  Random households = build.random(0x636e73);
  done = build.out.fill("census_point", {"division_code", "population", "households", "elderly"}, groups.size(),
                        &points, [&](std::size_t i, Row& row) {
                          const Group& g = groups[i];
                          const int homes =
                              std::min(g.people, static_cast<int>(g.people / households.uniform(2.2, 3.0) + 0.6));
                          const double old = g.urban ? households.uniform(0.06, 0.17) : households.uniform(0.1, 0.32);
                          row.set(build.division(g.village).code, g.people, homes, static_cast<int>(g.people * old));
                        });
  if (!done) return done;

  Shapes walls(GeometryKind::kPolygon);
  std::vector<const Building*> all;
  all.reserve(houses);
  for (const auto& layout : build.layouts)
    for (const Building& b : layout.buildings) {
      walls.addPolygon(std::span<const MapXY>(b.corners));
      all.push_back(&b);
    }
  return build.out.fill(
      "building",
      {"division_code", "structure", "use", "storeys", "built_year", "footprint_m2", "residents", "seismic_designed"},
      all.size(), &walls, [&](std::size_t i, Row& row) {
        const Building& b = *all[i];
        row.set(build.division(b.village).code, b.structure, b.use, b.storeys, b.built_year,
                std::round(b.footprintM2() * 10) / 10, b.residents, b.seismic_designed ? 1 : 0);
      });
}

Result<void> writeRoads(DemoBuild& build) {
  Shapes lines(GeometryKind::kLine);
  const auto& roads = build.city.roads;
  for (const RoadPiece& road : roads) lines.addLine(road.line);
  std::vector<const Street*> streets;
  for (const auto& layout : build.layouts)
    for (const Street& street : layout.streets) {
      lines.addLine(street.line);
      streets.push_back(&street);
    }
  Random random = build.random(0x726f6164);
  const std::vector<int> states = roadStates(roads, build.random(0x73746174));
  auto done = build.out.fill(
      "road", {"division_code", "road_code", "name", "class", "state", "length_m", "width_m", "from_node", "to_node"},
      roads.size() + streets.size(), &lines, [&](std::size_t i, Row& row) {
        const auto length = [](const std::vector<MapXY>& line) {
          return std::max(0.1, std::round(lineLengthM(line) * 10) / 10);
        };
        const double luck = random.uniform();
        if (i < roads.size()) {
          const RoadPiece& r = roads[i];
          row.set(build.land.codeAt(middleOf(r.line)), r.road_code, r.name, r.road_class, states[i], length(r.line),
                  roadWidthM(r.road_class), r.from_node, r.to_node);
        } else {
          const Street& s = *streets[i - roads.size()];
          row.set(build.division(s.village).code, "", "", 6, 1, length(s.line),
                  luck < 0.3   ? 5.0
                  : luck < 0.8 ? 4.0
                               : 3.0,
                  s.from_node, s.to_node);
        }
      });
  if (!done) return done;

  struct Crossing {
    const RoadPiece* road;
    MapXY at;
    int reach;
    int village;
  };
  std::vector<Crossing> crossings;
  Shapes points(GeometryKind::kPoint);
  for (const RoadPiece& road : roads) {
    if (!road.bridge) continue;
    // the vertex or middle of a segment that is nearest to a river
    MapXY best = middleOf(road.line);
    double best_m = 1e9;
    int reach = -1;
    for (std::size_t i = 0; i < road.line.size(); ++i) {
      const MapXY next = road.line[std::min(i + 1, road.line.size() - 1)];
      for (const MapXY p : {road.line[i], MapXY{(road.line[i].x_m + next.x_m) / 2, (road.line[i].y_m + next.y_m) / 2}})
        if (const auto hit = build.land.rivers().nearest(p, 400); hit.tag >= 0 && hit.dist_m < best_m)
          best = p, best_m = hit.dist_m, reach = hit.tag;
    }
    crossings.push_back({&road, best, reach, build.villageNear(best)});
    points.addPoint(best);
  }
  return build.out.fill(
      "bridge", {"division_code", "name", "road_code", "length_m", "load_t", "deck_elevation_m"}, crossings.size(),
      &points, [&](std::size_t i, Row& row) {
        const Crossing& c = crossings[i];
        const RiverReach* reach = c.reach < 0 ? nullptr : &build.city.reaches[static_cast<std::size_t>(c.reach)];
        const int order = reach ? reach->strahler : 2;
        const std::string name =
            build.placeName(c.village) + (reach && !reach->name.empty() ? reach->name : std::string()) + "桥";
        const double length_m = std::round(2 * LandMap::riverHalfWidthM(order) * random.uniform(1.2, 1.9) + 6);
        row.set(build.division(c.village).code, name, c.road->road_code, length_m,
                c.road->road_class <= 1   ? 55.0
                : c.road->road_class <= 3 ? 49.0
                : c.road->road_class == 4 ? 30.0
                                          : 20.0,
                std::round((build.land.heightAt(c.at) + 2.5 + order) * 10) / 10);
      });
}

}  // namespace gis::demo
