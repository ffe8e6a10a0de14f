// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "gis/demo/flood_weather.h"
#include "gis/demo/reading_demo_store.h"
#include "gis/demo/writer_build.h"

namespace gis::demo {
namespace {

double cm(double v) { return std::round(v * 100) / 100; }

// A depth that a named reach's warning stage stands above its bed; as in its own figures.
double warningDepthM(const RiverReach& r) { return 1.2 + 0.7 * std::log10(std::max(r.upstream_km2, 1.0)); }

struct Rivers {
  std::map<int, std::size_t> at;                  // by reach number
  std::map<int, std::vector<std::size_t>> above;  // by the number of the reach below
  explicit Rivers(const City& city) {
    for (std::size_t i = 0; i < city.reaches.size(); ++i) {
      at[city.reaches[i].reach_no] = i;
      if (city.reaches[i].downstream_no) above[*city.reaches[i].downstream_no].push_back(i);
    }
  }
  // Places spread over what drains through a reach, at most about eighty.
  std::vector<MapXY> basinOf(const City& city, std::size_t reach) const {
    std::vector<std::size_t> all{reach};
    for (std::size_t next = 0; next < all.size(); ++next)
      if (const auto up = above.find(city.reaches[all[next]].reach_no); up != above.end())
        all.insert(all.end(), up->second.begin(), up->second.end());
    std::vector<MapXY> places;
    const std::size_t step = all.size() / 80 + 1;
    for (std::size_t i = 0; i < all.size(); i += step)
      if (!city.reaches[all[i]].line.empty()) places.push_back(city.reaches[all[i]].line.front());
    return places;
  }
};

// What a basin makes of its rain: hours spread by a gamma of order three with the given lag.
std::vector<double> response(const std::vector<double>& rain_mm, double area_km2) {
  const double lag_h = std::clamp(0.35 * std::pow(area_km2, 0.38), 0.6, 10.0);
  std::vector<double> weight;
  double sum = 0;
  for (int k = 0; k < 60; ++k) {
    const double t = (k + 0.5) / lag_h;
    weight.push_back(t * t * std::exp(-2 * t));
    sum += weight.back();
  }
  std::vector<double> out(rain_mm.size(), 0);
  for (std::size_t i = 0; i < rain_mm.size(); ++i)
    for (std::size_t k = 0; k < weight.size() && k <= i; ++k) out[i] += rain_mm[i - k] * weight[k] / sum;
  return out;
}

const RiverReach* nearestReach(const City& city, MapXY at, double least_km2) {
  const RiverReach* best = nullptr;
  double best_m = 1e18;
  for (const RiverReach& r : city.reaches) {
    if (r.upstream_km2 < least_km2 || r.line.empty()) continue;
    for (const MapXY& p : {r.line.front(), r.line.back()})
      if (const double d = distanceM(p, at); d < best_m) best_m = d, best = &r;
  }
  return best;
}

struct Section {
  const Catchment* catchment;
  std::size_t catchment_index;
  int village;
  MapXY at;
  int people;
};

Result<void> writeSections(DemoBuild& build, std::vector<Section>& sections) {
  Random random = build.random(0x64616e67);
  std::set<int> taken;
  for (std::size_t i = 0; i < build.city.catchments.size(); ++i) {
    const Catchment& c = build.city.catchments[i];
    // The villages of the catchment that stand nearest to its streams, and the one at its outlet.
    std::vector<int> inside;
    if (const int outlet = build.villageNear(c.outlet); outlet >= 0) inside.push_back(outlet);
    for (const int village : build.land.villages()) {
      const MapXY seat = build.division(village).seat;
      if (distanceM(seat, c.outlet) < 15000 && insideRings(c.rings, seat)) inside.push_back(village);
    }
    int wanted = c.area_km2 > 40 ? 3 : 2;
    for (const int village : inside) {
      if (wanted == 0) break;
      if (!taken.insert(village).second) continue;
      const auto hit = build.land.rivers().nearest(build.division(village).seat, 900);
      if (hit.tag < 0 && village != inside.front()) continue;
      --wanted;
      const auto people = static_cast<int>(std::clamp<double>(
          std::round(static_cast<double>(build.division(village).population) * random.uniform(0.05, 0.22)), 6, 420));
      sections.push_back({&c, i, village, hit.tag >= 0 ? hit.at : build.division(village).seat, people});
    }
  }
  Shapes points(GeometryKind::kPoint);
  for (const Section& s : sections) points.addPoint(s.at);
  return build.out.fill(
      "danger_section",
      {"section_code", "division_code", "name", "catchment_code", "reach_no", "danger", "households", "people",
       "critical_stage_m", "critical_m3_per_s", "curve_number", "evacuation_place", "evacuation_route"},
      sections.size(), &points, [&](std::size_t i, Row& row) {
        const Section& s = sections[i];
        const RiverReach* reach = nearestReach(build.city, s.at, 0.5);
        const std::string place = build.placeName(s.village);
        // The flow of a storm whose hour is a little stronger than what is usual: damage begins there.
        const double force_mm = random.uniform(32, 52), path_km = std::max(s.catchment->longest_path_km, 0.5);
        const double slope = std::max(s.catchment->mean_slope_ratio, 0.003);
        double flow = 0.2 * force_mm * s.catchment->area_km2;
        for (int turn = 0; turn < 30; ++turn) {
          const double tau_h = 0.278 * path_km / (std::cbrt(slope) * std::pow(flow, 0.25));
          flow = 0.278 * (1 - 3 / force_mm * std::pow(tau_h, 0.6)) * force_mm / std::pow(tau_h, 0.6) *
                 s.catchment->area_km2;
        }
        row.set(fmt::format("1404X{:04}", i + 1), build.division(s.village).code, place + "危险区", s.catchment->code,
                reach ? std::optional<int>(reach->reach_no) : std::nullopt,
                s.people > 160  ? 1
                : s.people > 50 ? 2
                                : 3,
                std::max(2, s.people / 3), s.people, cm(build.land.heightAt(s.at) + random.uniform(1.6, 2.8)),
                std::round(flow * 10) / 10, std::round(random.uniform(72, 86)),
                place + (random.chance(0.5) ? "小学" : "村委会"), "沿村道向高处，避开河沟");
      });
}

Result<void> writeThresholds(DemoBuild& build, const std::vector<Section>& sections) {
  Random random = build.random(0x74687265);
  struct Line {
    std::size_t section;
    double window_h;
    int soil;
    std::optional<double> prepare_mm, move_mm;
    int method;
    const char* confidence;
    std::string source;
  };
  std::vector<Line> lines;
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const Catchment& c = *sections[i].catchment;
    const bool unknown = random.chance(0.06), computed = random.chance(0.18);
    const double quick = std::clamp(1 - c.longest_path_km / 25, 0.0, 1.0);
    const double hour_mm = 47 - 14 * quick + random.uniform(-4, 4);
    for (const double window_h : {0.5, 1.0, 3.0, 6.0})
      for (int soil = 1; soil <= 3; ++soil) {
        const double wet = soil == 1 ? 1.2 : soil == 2 ? 1.0 : 0.82;
        const double move_mm = std::round(hour_mm * wet * std::pow(window_h, window_h < 1 ? 0.52 : 0.38));
        lines.push_back({i, window_h, soil, std::nullopt, std::nullopt, computed ? 2 : 1,
                         computed || unknown ? "U" : "F",
                         unknown    ? "尚未调查评价，待核实"
                         : computed ? "推理公式反推（推算，演示数据）"
                                    : "山洪灾害调查评价（演示数据）"});
        if (unknown) continue;
        lines.back().move_mm = move_mm;
        lines.back().prepare_mm = std::round(move_mm * 0.78);
      }
  }
  return build.out.fill(
      "flood_threshold",
      {"section_code", "window_h", "soil", "prepare_mm", "move_mm", "method", "confidence", "figures_source"},
      lines.size(), nullptr, [&](std::size_t i, Row& row) {
        const Line& l = lines[i];
        row.set(fmt::format("1404X{:04}", l.section + 1), l.window_h, l.soil, l.prepare_mm, l.move_mm, l.method,
                l.confidence, l.source);
      });
}

struct Curve {
  std::vector<double> level_m, storage_m3, outflow_m3_per_s;
  double limit_m = 0, normal_m = 0, normal_storage_m3 = 0, catchment_km2 = 0;
  double storageAt(double z) const { return at(level_m, storage_m3, z); }
  double levelAt(double v) const { return at(storage_m3, level_m, v); }
  double outflowAt(double z) const { return at(level_m, outflow_m3_per_s, z); }

 private:
  static double at(const std::vector<double>& x, const std::vector<double>& y, double v) {
    if (v <= x.front()) return y.front();
    for (std::size_t i = 1; i < x.size(); ++i)
      if (v <= x[i]) return std::lerp(y[i - 1], y[i], (v - x[i - 1]) / (x[i] - x[i - 1]));
    return y.back();
  }
};

std::vector<Curve> curvesOf(const DemoBuild& build) {
  std::vector<Curve> curves;
  for (const Reservoir& r : build.city.reservoirs) {
    Curve c;
    double water_m2 = 0;
    for (const Ring& ring : r.rings) water_m2 += ringAreaM2(ring);
    water_m2 = std::max(std::abs(water_m2), 2e4);
    c.normal_m = cm(r.normal_level_m);
    c.limit_m = c.normal_m - 1.5;
    c.normal_storage_m3 = r.capacity_m3 > 0 ? 0.55 * r.capacity_m3 : water_m2 * 14 / 2.2;
    const double depth_m = std::clamp(2.2 * c.normal_storage_m3 / water_m2, 6.0, 60.0);
    c.catchment_km2 = r.catchment_km2;
    if (c.catchment_km2 <= 0)
      if (const RiverReach* reach = nearestReach(build.city, r.dam, 5)) c.catchment_km2 = reach->upstream_km2;
    c.catchment_km2 = std::max(c.catchment_km2, 5.0);
    const double crest_width_m = std::clamp(3 * std::sqrt(c.catchment_km2), 8.0, 160.0);
    for (int step = 0; step <= 14; ++step) {
      const double z = step <= 8 ? c.normal_m - depth_m + depth_m * step / 8 : c.normal_m + (step - 8) * 0.9;
      const double part = std::min(1.0, step / 8.0);
      const double above_m = std::max(0.0, z - c.normal_m);
      c.level_m.push_back(cm(z));
      c.storage_m3.push_back(
          std::round((c.normal_storage_m3 * std::pow(part, 2.2) + water_m2 * above_m * (1 + 0.02 * above_m)) / 100) *
          100);
      c.outflow_m3_per_s.push_back(std::round(1.7 * crest_width_m * std::pow(std::max(0.0, z - c.limit_m), 1.5) * 10) /
                                   10);
    }
    c.storage_m3.front() = 0;
    for (std::size_t i = 1; i < c.storage_m3.size(); ++i)
      c.storage_m3[i] = std::max(c.storage_m3[i], c.storage_m3[i - 1] + 100);
    curves.push_back(std::move(c));
  }
  return curves;
}

Result<void> writeReservoirFigures(DemoBuild& build, const std::vector<Curve>& curves) {
  std::vector<std::pair<std::size_t, std::size_t>> points;
  for (std::size_t r = 0; r < curves.size(); ++r)
    for (std::size_t i = 0; i < curves[r].level_m.size(); ++i) points.emplace_back(r, i);
  auto done =
      build.out.fill("reservoir_curve",
                     {"reservoir_uuid", "level_m", "storage_m3", "outflow_m3_per_s", "confidence", "figures_source"},
                     points.size(), nullptr, [&](std::size_t n, Row& row) {
                       const auto [r, i] = points[n];
                       row.set(build.reservoirs[r].uuid, curves[r].level_m[i], curves[r].storage_m3[i],
                               curves[r].outflow_m3_per_s[i], "U", "演示数据，待核实");
                     });
  if (!done) return done;
  struct Period {
    int code;
    const char *from, *to;
    double below_normal_m;
  };
  constexpr Period kPeriods[] = {{1, "0701", "0815", 1.5}, {2, "0816", "0930", 0.8}, {4, "1001", "0630", 0}};
  return build.out.fill(
      "reservoir_limit",
      {"reservoir_uuid", "period", "begins_mmdd", "ends_mmdd", "limit_level_m", "confidence", "figures_source"},
      curves.size() * 3, nullptr, [&](std::size_t n, Row& row) {
        const Period& p = kPeriods[n % 3];
        row.set(build.reservoirs[n / 3].uuid, p.code, p.from, p.to, curves[n / 3].normal_m - p.below_normal_m, "U",
                "演示数据，待核实");
      });
}

Result<void> writeGauges(DemoBuild& build) {
  std::vector<const StationSite*> water;
  for (const StationSite& s : build.stations)
    if (s.kind == "ZQ" || s.kind == "ZZ" || s.kind == "RR") water.push_back(&s);
  return build.out.fill("gauge",
                        {"station_code", "reach_no", "reservoir_uuid", "warning_stage_m", "guaranteed_stage_m",
                         "confidence", "figures_source"},
                        water.size(), nullptr, [&](std::size_t i, Row& row) {
                          const StationSite& s = *water[i];
                          std::optional<std::string> reservoir;
                          std::optional<int> reach;
                          std::optional<double> warning_m, guaranteed_m;
                          if (s.kind == "RR") {
                            for (std::size_t r = 0; r < build.city.reservoirs.size(); ++r)
                              if (build.city.reservoirs[r].dam == s.at) reservoir = build.reservoirs[r].uuid;
                          } else if (const RiverReach* found = nearestReach(build.city, s.at, 2)) {
                            reach = found->reach_no;
                            warning_m = cm(found->to_elevation_m + warningDepthM(*found));
                            guaranteed_m = cm(found->to_elevation_m + 1.45 * warningDepthM(*found));
                          }
                          row.set(s.code, reach, reservoir, warning_m, guaranteed_m, "U", "演示数据，待核实");
                        });
}

Result<void> writeRain(DemoBuild& build, const FloodWeather& weather, ReadingDemoStore& store) {
  Random random = build.random(0x67617567);
  for (const StationSite& s : build.stations) {
    if (s.kind != "PP" && s.kind != "MM") continue;
    if (build.cancel.cancelled()) return fail(ErrorCode::kCancelled, "rain_hourly");
    const double luck = random.uniform();
    // A few never report, some have been silent for days, some are hours behind, some have a gap.
    const int last = luck < 0.005   ? -1
                     : luck < 0.025 ? FloodWeather::kHours - 100 - static_cast<int>(random.below(300))
                     : luck < 0.07  ? FloodWeather::kHours - 4 - static_cast<int>(random.below(5))
                                    : FloodWeather::kHours - 1;
    const int gap = luck > 0.95 ? static_cast<int>(random.below(FloodWeather::kHours - 40)) : -1;
    const int gap_h = 2 + static_cast<int>(random.below(20));
    for (int hour = 0; hour <= last; ++hour) {
      if (gap >= 0 && hour >= gap && hour < gap + gap_h) continue;
      const double mm = std::round(weather.rainMm(s.at, hour) * 2) / 2;  // a tipping bucket of half a millimetre
      if (auto done = store.rain(s.code, FloodWeather::endOf(hour), mm); !done) return done;
    }
  }
  return {};
}

constexpr int kLevelHours = 7 * 24;

Result<void> writeLevels(DemoBuild& build, const FloodWeather& weather, const std::vector<Curve>& curves,
                         ReadingDemoStore& store) {
  const Rivers rivers(build.city);
  Random random = build.random(0x6c65766c);
  for (const StationSite& s : build.stations) {
    if (build.cancel.cancelled()) return fail(ErrorCode::kCancelled, "water_reading");
    const int stale_h = random.chance(0.12) ? 3 + static_cast<int>(random.below(30)) : 0;
    const int last = FloodWeather::kHours - stale_h;
    if (s.kind == "ZQ" || s.kind == "ZZ") {
      const RiverReach* reach = nearestReach(build.city, s.at, 2);
      if (reach == nullptr) continue;
      const auto flow_mm =
          response(weather.meanRainMm(rivers.basinOf(build.city, rivers.at.at(reach->reach_no))), reach->upstream_km2);
      const double depth_m = warningDepthM(*reach);
      for (int hour = FloodWeather::kHours - kLevelHours; hour < last; ++hour) {
        const double mm = flow_mm[static_cast<std::size_t>(hour)];
        const double above_m = depth_m * (0.35 + 0.24 * std::pow(mm, 0.6));
        const double flow = 1.4 * std::sqrt(std::max(reach->upstream_km2, 1.0)) * std::pow(above_m, 1.7);
        if (auto done = store.water(s.code, FloodWeather::endOf(hour), cm(reach->to_elevation_m + above_m),
                                    std::round(flow * 10) / 10, std::nullopt, std::nullopt);
            !done)
          return done;
      }
    } else if (s.kind == "RR") {
      for (std::size_t r = 0; r < build.city.reservoirs.size(); ++r) {
        if (!(build.city.reservoirs[r].dam == s.at)) continue;
        const Curve& curve = curves[r];
        const RiverReach* reach = nearestReach(build.city, s.at, 5);
        std::vector<MapXY> places{s.at};
        if (reach != nullptr) places = rivers.basinOf(build.city, rivers.at.at(reach->reach_no));
        const auto flow_mm = response(weather.meanRainMm(places), curve.catchment_km2);
        double storage_m3 = curve.storageAt(curve.limit_m - random.uniform(0.3, 1.6));
        for (int hour = FloodWeather::kHours - kLevelHours; hour < FloodWeather::kHours; ++hour) {
          const double inflow = curve.catchment_km2 * (0.004 + 0.278 * 0.3 * flow_mm[static_cast<std::size_t>(hour)]);
          const double level_m = curve.levelAt(storage_m3);
          const double outflow = 0.003 * curve.catchment_km2 + curve.outflowAt(level_m);
          if (hour < last)
            if (auto done = store.water(s.code, FloodWeather::endOf(hour), cm(level_m), std::nullopt,
                                        std::round(inflow * 10) / 10, std::round(outflow * 10) / 10);
                !done)
              return done;
          storage_m3 = std::max(0.0, storage_m3 + (inflow - outflow) * 3600);
        }
      }
    }
  }
  return {};
}

Result<void> writeSoil(DemoBuild& build, const FloodWeather& weather, ReadingDemoStore& store) {
  Random random = build.random(0x736f696c);
  for (const StationSite& s : build.stations) {
    if (s.kind != "SS") continue;
    const double dry = random.uniform(-16, 10);
    for (int day = 0; day < 30; ++day) {
      double wet_mm = 0;
      for (int hour = std::max(0, day * 24 - 240); hour < day * 24; ++hour) wet_mm += weather.rainMm(s.at, hour);
      const double percent = std::clamp(50 + dry + 0.35 * wet_mm, 22.0, 98.0);
      if (auto done = store.soil(s.code, FloodWeather::endOf(day * 24 + 8), std::round(percent * 10) / 10); !done)
        return done;
    }
  }
  return {};
}

Result<void> writeNormals(DemoBuild& build, const std::vector<Curve>& curves) {
  std::vector<int> counties;
  for (int i = 0; i < static_cast<int>(build.city.divisions.size()); ++i)
    if (build.division(i).level == 3) counties.push_back(i);
  Random random = build.random(0x6e6f726d);
  std::vector<double> soil;
  for (std::size_t i = 0; i < counties.size(); ++i) soil.push_back(std::round(random.uniform(60, 72)));
  return build.out.fill(
      "county_normal",
      {"division_code", "month", "reservoir_storage_m3", "soil_relative_percent", "confidence", "figures_source"},
      counties.size() * 12, nullptr, [&](std::size_t n, Row& row) {
        const int county = counties[n / 12];
        const int month = static_cast<int>(n % 12) + 1;
        double storage_m3 = 0;
        for (std::size_t r = 0; r < curves.size(); ++r)
          if (build.reservoirs[r].county == county) storage_m3 += curves[r].normal_storage_m3;
        const double season = month >= 6 && month <= 9 ? 0.78 : 0.9;
        row.set(build.division(county).code, month,
                storage_m3 > 0 ? std::optional(std::round(storage_m3 * season / 1000) * 1000) : std::nullopt,
                soil[n / 12] + (month >= 7 && month <= 9 ? 6 : 0), "U", "演示数据，待核实");
      });
}

}  // namespace

Result<void> writeFlood(DemoBuild& build) {
  std::vector<Section> sections;
  if (auto done = writeSections(build, sections); !done) return done;
  if (auto done = writeThresholds(build, sections); !done) return done;
  const auto curves = curvesOf(build);
  if (auto done = writeReservoirFigures(build, curves); !done) return done;
  if (auto done = writeGauges(build); !done) return done;
  if (auto done = writeNormals(build, curves); !done) return done;
  MapBox city;
  for (const Ring& ring : build.city.divisions.front().rings)
    for (const MapXY& p : ring) city.add(p);
  const FloodWeather weather(city, build.city.options.seed);
  auto store = ReadingDemoStore::open(build.out.database());
  if (!store) return std::unexpected(store.error());
  if (auto done = writeRain(build, weather, *store); !done) return done;
  if (auto done = writeLevels(build, weather, curves, *store); !done) return done;
  return writeSoil(build, weather, *store);
}

}  // namespace gis::demo
