// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>

#include "gis/demo/writer_build.h"

namespace gis::demo {
namespace {

// Time of concentration by Kirpich (1940): 0.0195 L^0.77 S^-0.385 minutes, L in metres. Made for basins below 1 km2 and
// slopes of 3-10 %; here it only ranks the demo's catchments.
double concentrationH(double path_km, double slope_ratio) {
  return 0.0195 * std::pow(path_km * 1000, 0.77) * std::pow(std::max(slope_ratio, 0.002), -0.385) / 60;
}

struct Thresholds {
  double prepare_mm[3];
  double move_mm[3];
};

// Plausible rain thresholds of a loess and limestone region (1 h 25-50 mm): lower where water gathers fast. Demo only.
Thresholds thresholdsOf(const Catchment& c, double concentration_h, double luck) {
  const double quick = std::clamp(1 - concentration_h / 6, 0.0, 1.0);
  const double move_1h = std::round(50 - 17 * quick + 4 * luck);
  const double spread = 1 + 0.12 * std::clamp(std::log10(std::max(c.area_km2, 1.0)), 0.0, 2.0);
  Thresholds t{};
  t.move_mm[0] = move_1h;
  t.move_mm[1] = std::round(move_1h * 1.42 * spread);
  t.move_mm[2] = std::round(move_1h * 1.75 * spread);
  for (int i = 0; i < 3; ++i) t.prepare_mm[i] = std::round(t.move_mm[i] * 0.78);
  return t;
}

Result<void> writeCatchments(DemoBuild& build) {
  const auto& catchments = build.city.catchments;
  Shapes shapes(GeometryKind::kPolygon), outlets(GeometryKind::kPoint);
  for (const Catchment& c : catchments) shapes.addPolygon(c.rings), outlets.addPoint(c.outlet);
  Shapes outlets_deg = outlets;
  outlets_deg.project(build.out.toDegrees());
  Random random = build.random(0x63617463);
  std::map<std::string, int> used;
  std::vector<std::string> names;
  for (const Catchment& c : catchments) {
    std::string name = build.placeName(build.villageNear(c.outlet));
    const int nth = ++used[name];
    names.push_back(name + (nth > 1 ? std::to_string(nth) + "号" : "") + "小流域");
  }
  auto done = build.out.fill(
      "catchment",
      {"catchment_code", "division_code", "name", "river", "area_km2", "longest_path_km", "mean_slope_ratio",
       "concentration_h", "danger", "outlet_lon_deg", "outlet_lat_deg", "prepare_1h_mm", "prepare_3h_mm",
       "prepare_6h_mm", "move_1h_mm", "move_3h_mm", "move_6h_mm", "threshold_source"},
      catchments.size(), &shapes, [&](std::size_t i, Row& row) {
        const Catchment& c = catchments[i];
        const int village = build.villageNear(c.outlet);
        const double path_km = std::max(c.longest_path_km, 0.05);
        const double hours = std::max(0.05, concentrationH(path_km, c.mean_slope_ratio));
        const Thresholds t = thresholdsOf(c, hours, random.uniform(-1, 1));
        const bool many = build.division(village).population > 900;
        const int danger = hours < 1.2 && many ? 1 : hours < 2 || many ? 2 : 3;
        const LonLat outlet = outlets_deg.firstVertex(i);
        row.set(c.code, build.division(village).code, names[i], c.river, std::round(c.area_km2 * 1000) / 1000,
                std::round(path_km * 100) / 100, std::round(c.mean_slope_ratio * 1e4) / 1e4,
                std::round(hours * 100) / 100, danger, outlet.lon_deg, outlet.lat_deg, t.prepare_mm[0], t.prepare_mm[1],
                t.prepare_mm[2], t.move_mm[0], t.move_mm[1], t.move_mm[2], "演示数据");
      });
  if (!done) return done;
  return build.out.fill("catchment_outlet", {"catchment_code", "name", "elevation_m"}, catchments.size(), &outlets,
                        [&](std::size_t i, Row& row) {
                          row.set(catchments[i].code, names[i] + "出口",
                                  std::round(catchments[i].outlet_elevation_m * 10) / 10);
                        });
}

// Positions of the reaches, each after the one it flows into: a reference to a row yet to come would make SQLite look
// through the whole table at each of the next rows.
std::vector<std::size_t> downstreamFirst(const std::vector<RiverReach>& reaches) {
  std::map<int, std::vector<std::size_t>> above;  // by downstream number
  std::map<int, std::size_t> position;
  for (std::size_t i = 0; i < reaches.size(); ++i) position[reaches[i].reach_no] = i;
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < reaches.size(); ++i)
    if (reaches[i].downstream_no && position.contains(*reaches[i].downstream_no))
      above[*reaches[i].downstream_no].push_back(i);
    else
      order.push_back(i);
  for (std::size_t next = 0; next < order.size(); ++next)
    if (const auto found = above.find(reaches[order[next]].reach_no); found != above.end())
      order.insert(order.end(), found->second.begin(), found->second.end());
  return order;
}

Result<void> writeReaches(DemoBuild& build) {
  const auto& reaches = build.city.reaches;
  const std::vector<std::size_t> order = downstreamFirst(reaches);
  Shapes lines(GeometryKind::kLine);
  for (const std::size_t i : order) lines.addLine(reaches[i].line);
  return build.out.fill("river_reach",
                        {"reach_no", "downstream_no", "name", "level", "strahler", "length_m", "from_elevation_m",
                         "to_elevation_m", "upstream_km2", "warning_stage_m", "guaranteed_stage_m"},
                        order.size(), &lines, [&](std::size_t i, Row& row) {
                          const RiverReach& r = reaches[order[i]];
                          const auto cm = [](double v) { return std::round(v * 100) / 100; };
                          std::optional<double> warning, guaranteed;
                          if (!r.name.empty()) {  // stages above the bed at the lower end, growing with the river
                            const double depth_m = 1.2 + 0.35 * std::log10(std::max(r.upstream_km2, 1.0)) * 2;
                            warning = cm(r.to_elevation_m + depth_m);
                            guaranteed = cm(r.to_elevation_m + depth_m * 1.45);
                          }
                          const double from_m = cm(r.from_elevation_m), to_m = std::min(cm(r.to_elevation_m), from_m);
                          row.set(r.reach_no, r.downstream_no, r.name, r.level, r.strahler,
                                  std::max(0.1, cm(r.length_m)), from_m, to_m,
                                  std::max(1e-4, std::round(r.upstream_km2 * 1e4) / 1e4), warning, guaranteed);
                        });
}

}  // namespace

Result<void> writeWater(DemoBuild& build) {
  if (auto done = writeCatchments(build); !done) return done;
  return writeReaches(build);
}

}  // namespace gis::demo
