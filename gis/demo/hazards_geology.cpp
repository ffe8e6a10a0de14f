// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "gis/demo/people_names.h"
#include "gis/demo/writer_build.h"

namespace gis::demo {
namespace {

constexpr double kSlopeTurn_rad = 6.283185307179586;

struct Point {
  MapXY at;
  int village = -1;
  std::string type;  // code_geo_type
  std::string code;
  std::string scale = "D";
  std::string grade = "D";
  std::string object = "A";
  int stability = 2;
  int households = 0;
  int people = 0;
  double property_yuan = 0;
  std::optional<double> volume_m3;
};

// Grade of danger (险情等级) by people or property, "or" conditions: A from 1,000 people or 100 million yuan, B from
// 500 or 50 million, C from 100 or 5 million, D below. Source: grading of geological disasters, ZHAA01A420.
std::string gradeOf(int people, double property_yuan) {
  if (people >= 1000 || property_yuan >= 1e8) return "A";
  if (people >= 500 || property_yuan >= 5e7) return "B";
  if (people >= 100 || property_yuan >= 5e6) return "C";
  return "D";
}

// Local mix: in the mining counties as the published list of 屯留 (44 rockfalls, 2 landslides, 35 collapses, 1 fissure
// of 82 points, end of 2024); elsewhere slopes only.
std::string typeFor(bool coal, Random& random) {
  const double pick = random.uniform();
  if (coal)
    return pick < 0.50   ? "02"
           : pick < 0.54 ? "01"
           : pick < 0.92 ? "04"
           : pick < 0.94 ? "05"
           : pick < 0.97 ? "03"
                         : "00";
  return pick < 0.54 ? "02" : pick < 0.70 ? "01" : pick < 0.83 ? "03" : "00";
}

bool isMining(const std::string& type) { return type == "04" || type == "05"; }

// A place fit for the type near one of the villages; the steepest of a few tries.
bool place(const DemoBuild& build, const std::vector<int>& villages, Random& random, Point& point) {
  const bool mining = isMining(point.type);
  for (int round = 0; round < 40; ++round) {
    const int village = villages[random.below(static_cast<std::uint32_t>(villages.size()))];
    const MapXY seat = build.division(village).seat;
    double best_deg = -1;
    MapXY best;
    for (int k = 0; k < 14; ++k) {
      const double angle = random.uniform(0, kSlopeTurn_rad), far_m = random.uniform(80, mining ? 1100 : 650);
      const MapXY at{seat.x_m + far_m * std::cos(angle), seat.y_m + far_m * std::sin(angle)};
      const int there = build.land.villageAt(at);
      if (there < 0 || build.land.countyOf(there) != build.land.countyOf(village) || build.land.reservoirAt(at))
        continue;
      const double slope_deg = build.land.slopeDegAt(at);
      if (mining && slope_deg > 14) continue;
      const double fit = mining ? random.uniform(0, 20) : slope_deg;
      if (fit > best_deg) best_deg = fit, best = at;
    }
    const double least_deg = mining ? 0 : (point.type == "02" ? 20 : 13) * std::max(0.0, 1 - round / 32.0);
    if (best_deg < least_deg) continue;
    point.at = best;
    point.village = build.land.villageAt(best);
    return true;
  }
  return false;
}

void setFigures(const DemoBuild& build, Point& point, Random& random) {
  const long long living = build.division(point.village).population;
  const double pick = random.uniform();
  const double size = pick < 0.62    ? random.uniform(1, 9)
                      : pick < 0.93  ? random.uniform(8, 34)
                      : pick < 0.992 ? random.uniform(35, 130)
                                     : random.uniform(190, 420);
  point.households = std::min(static_cast<int>(size), std::max(1, static_cast<int>(living / 4)));
  point.people = std::min<int>(static_cast<int>(point.households * random.uniform(2.4, 3.6)),
                               static_cast<int>(std::max(1LL, living)));
  point.households = std::min(point.households, std::max(1, point.people));
  point.property_yuan = std::round(point.households * random.uniform(7, 22)) * 1e4;
  const bool road_only =
      !isMining(point.type) && random.chance(0.08) && build.land.roads().nearest(point.at, 120).tag >= 0;
  if (road_only)
    point.households = 0, point.people = 0, point.property_yuan = std::round(random.uniform(10, 120)) * 1e4;
  point.object = road_only ? "F" : point.households < 10 ? "A" : random.chance(0.05) ? "C" : "B";
  point.grade = gradeOf(point.people, point.property_yuan);
  const double large = random.uniform();
  point.scale = large < 0.78 ? "D" : large < 0.96 ? "C" : large < 0.995 ? "B" : "A";
  // volumes by type and scale, 10^4 m3 (DZ/T 0261 classes)
  const std::map<std::string, std::array<double, 4>> limits{{"01", {10, 100, 1000, 2000}},
                                                            {"02", {1, 10, 100, 200}},
                                                            {"03", {2, 20, 50, 120}},
                                                            {"00", {10, 100, 1000, 2000}}};
  if (const auto found = limits.find(point.type); found != limits.end()) {
    const std::size_t rank = static_cast<std::size_t>('D' - point.scale[0]);
    const double low = rank == 0 ? found->second[0] * 0.02 : found->second[rank - 1];
    const double t = random.uniform();
    point.volume_m3 = std::round((low + (found->second[rank] - low) * t * t * 0.98) * 1e4);
  }
  const double s = random.uniform();
  point.stability = s < 0.08 ? 1 : s < 0.6 ? 2 : 3;
}

// A tongue from above the point down the slope: narrow at the crown, widest two thirds down, bent a little.
std::vector<MapXY> tongue(const DemoBuild& build, MapXY at, double length_m, double width_m, Random& random) {
  MapXY down = build.land.downhillAt(at, std::max(60.0, build.city.ground.cell_m));
  if (down.x_m == 0 && down.y_m == 0) down = {0, -1};
  const double bend = random.uniform(-0.22, 0.22) * length_m;
  constexpr int kSteps = 9;
  std::vector<MapXY> left, right;
  for (int i = 0; i <= kSteps; ++i) {
    const double t = static_cast<double>(i) / kSteps;
    const double along = (t - 0.18) * length_m, aside = bend * t * t;
    const double half = 0.5 * width_m *
                        (0.28 + 0.9 * std::sin(3.14159265 * std::pow(std::min(t, 0.999), 1.35) * 0.86 + 0.25)) *
                        random.uniform(0.88, 1.12);
    for (const double sign : {-1.0, 1.0}) {
      const double v = aside + sign * std::max(half, 0.12 * width_m);
      (sign < 0 ? left : right)
          .push_back({at.x_m + along * down.x_m - v * down.y_m, at.y_m + along * down.y_m + v * down.x_m});
    }
  }
  std::vector<MapXY> ring(left.begin(), left.end());
  ring.insert(ring.end(), right.rbegin(), right.rend());
  ring.push_back(ring.front());
  return ring;
}

std::vector<MapXY> basin(MapXY at, double radius_m, Random& random) {
  const double stretch = random.uniform(0.6, 1), turn = random.uniform(0, 3.14159265);
  const double p1 = random.uniform(0, kSlopeTurn_rad), p2 = random.uniform(0, kSlopeTurn_rad);
  std::vector<MapXY> ring;
  for (int i = 0; i < 24; ++i) {
    const double angle = i * kSlopeTurn_rad / 24;
    const double r = radius_m * (1 + 0.12 * std::sin(2 * angle + p1) + 0.07 * std::sin(3 * angle + p2));
    const double u = r * std::cos(angle), v = stretch * r * std::sin(angle);
    ring.push_back(
        {at.x_m + u * std::cos(turn) - v * std::sin(turn), at.y_m + u * std::sin(turn) + v * std::cos(turn)});
  }
  ring.push_back(ring.front());
  return ring;
}

std::vector<MapXY> areaOf(const DemoBuild& build, const Point& point, Random& random) {
  const double size = point.scale == "A" ? 3 : point.scale == "B" ? 2.2 : point.scale == "C" ? 1.5 : 1;
  if (isMining(point.type)) return basin(point.at, size * random.uniform(60, 190), random);
  if (point.type == "03")
    return tongue(build, point.at, size * random.uniform(350, 700), size * random.uniform(70, 120), random);
  if (point.type == "02")
    return tongue(build, point.at, size * random.uniform(70, 150), size * random.uniform(50, 120), random);
  return tongue(build, point.at, size * random.uniform(110, 240), size * random.uniform(70, 140), random);
}

std::vector<Point> makePoints(DemoBuild& build) {
  Random random = build.random(0x67656f);
  const int wanted = build.scaled(600, 60);
  // Shares of the counties: steep ground and mining.
  std::map<int, std::vector<int>> by_county;
  std::map<int, double> weight;
  for (int v : build.land.villages()) {
    const int county = build.land.countyOf(v);
    by_county[county].push_back(v);
    weight[county] +=
        1 + std::min(build.land.slopeDegAt(build.division(v).seat), 25.0) / 6 + (build.traitsOf(v).coal ? 0.8 : 0);
  }
  double sum = 0;
  for (const auto& [county, w] : weight) sum += w;
  std::vector<Point> points;
  double so_far = 0;
  for (const auto& [county, villages] : by_county) {
    so_far += weight[county];
    const int until = static_cast<int>(wanted * so_far / sum + 0.5);
    std::map<std::string, int> serial;
    while (static_cast<int>(points.size()) < until) {
      Point point;
      point.type = typeFor(build.traitsOf(villages.front()).coal, random);
      if (!place(build, villages, random, point)) {
        point.type = "00";
        point.at = build.division(villages.front()).seat;
        point.village = villages.front();
      }
      setFigures(build, point, random);
      point.code = fmt::format("{}{}{:04}", build.division(county).code.substr(0, 6), point.type, ++serial[point.type]);
      points.push_back(std::move(point));
    }
  }
  return points;
}

std::string typeWord(const std::string& type) {
  return type == "00"   ? "不稳定斜坡"
         : type == "01" ? "滑坡"
         : type == "02" ? "崩塌"
         : type == "03" ? "泥石流"
         : type == "04" ? "地面塌陷"
                        : "地裂缝";
}

int riskOf(const Point& point) {
  if (point.grade == "A" || point.grade == "B") return 1;
  if (point.grade == "C") return point.stability == 3 ? 1 : 2;
  return point.stability == 3 ? 2 : point.stability == 2 ? 3 : 4;
}

}  // namespace

Result<void> writeGeology(DemoBuild& build) {
  const std::vector<Point> points = makePoints(build);
  Shapes at(GeometryKind::kPoint);
  for (const Point& p : points) at.addPoint(p.at);
  Random random = build.random(0x67656f32);
  std::map<int, int> nth;  // by village
  auto done = build.out.fill(
      "geohazard_point",
      {"hazard_code", "division_code", "name", "type", "scale", "danger_grade", "stability", "threat_object",
       "threatened_households", "threatened_people", "threatened_property_yuan", "trigger", "monitoring", "volume_m3",
       "evacuation_place", "found_on"},
      points.size(), &at, [&](std::size_t i, Row& row) {
        const Point& p = points[i];
        const std::string place = build.placeName(p.village);
        const std::string name = fmt::format("{}{}{}隐患点", place, typeWord(p.type),
                                             ++nth[p.village] > 1 ? fmt::format("{}号", nth[p.village]) : "");
        const int trigger = isMining(p.type) ? 3 : random.chance(0.85) ? 2 : random.chance(0.6) ? 3 : 4;
        const int monitoring = p.grade == "D" ? (random.chance(0.7) ? 1 : 2) : (random.chance(0.6) ? 3 : 2);
        row.uuid = build.out.nextUuid();
        row.set(p.code, build.division(p.village).code, name, p.type, p.scale, p.grade, p.stability, p.object,
                p.households, p.people, p.property_yuan, trigger, monitoring, p.volume_m3,
                p.people > 0 ? place + (random.chance(0.5) ? "村委会院内" : "文化广场") : std::string(),
                fmt::format("{}-{:02}-{:02}", 2006 + random.below(19), 3 + random.below(8), 1 + random.below(28)));
        build.geohazards.push_back({"geohazard_point", row.uuid, name, p.village, build.land.countyOf(p.village)});
        build.geology_points.push_back(
            {p.code, row.uuid, name, p.type, p.grade, p.at, p.village, p.households, p.people, p.stability});
      });
  if (!done) return done;

  struct Area {
    std::vector<MapXY> ring;
    int village;
    std::string type;
    std::optional<std::string> code;
    int risk;
    int households = 0, people = 0;
  };
  Random shape = build.random(0x67656f33);
  std::vector<Area> areas;
  for (const Point& p : points)
    areas.push_back({areaOf(build, p, shape), p.village, p.type, p.code, riskOf(p), p.households, p.people});
  // Risk areas without a known point: steep slopes above villages.
  const auto& villages = build.land.villages();
  for (int i = 0; i < build.scaled(240, 12); ++i) {
    Point p;
    p.type = shape.chance(0.6) ? "02" : "01";
    if (!place(build, villages, shape, p)) continue;
    areas.push_back({areaOf(build, p, shape), p.village, p.type, std::nullopt, shape.chance(0.25) ? 2 : 3});
  }
  Shapes rings(GeometryKind::kPolygon);
  for (const Area& a : areas) rings.addPolygon(std::span<const MapXY>(a.ring));
  // Most areas have an owner; the gaps are there to be found (双控).
  Random owned = build.random(0x67656f34);
  NameMaker names(build.random(0x67656f35));
  PhoneMaker phones(build.city.options.seed * 7919 + 5004242);
  std::map<int, int> nth_area;
  return build.out.fill("geohazard_area",
                        {"division_code", "hazard_code", "risk_level", "type", "area_m2", "name", "owner", "owner_post",
                         "owner_phone", "households", "people"},
                        areas.size(), &rings, [&](std::size_t i, Row& row) {
                          const Area& a = areas[i];
                          const std::string place = build.placeName(a.village);
                          const int count = ++nth_area[a.village];
                          const bool has_owner = owned.chance(a.code ? 0.95 : 0.86), has_phone = owned.chance(0.96);
                          row.set(build.division(a.village).code, a.code, a.risk, a.type,
                                  std::round(std::abs(ringAreaM2(a.ring))),
                                  place + typeWord(a.type) + (count > 1 ? fmt::format("{}号", count) : "") + "风险区",
                                  has_owner ? names.next() : std::string(),
                                  has_owner ? std::string(a.risk <= 2 ? "包保镇领导" : "村党支部书记") : std::string(),
                                  has_owner && has_phone ? phones.next() : std::string(), a.households, a.people);
                        });
}

}  // namespace gis::demo
