// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "gis/demo/hazards_terrain.h"

namespace gis::demo {
namespace {

// Codes of code_vegetation.
enum Vegetation { kPine = 1, kArborvitae, kOak, kMixed, kScrub, kGrass };

struct Parcel {
  std::vector<MapXY> ring;
  MapXY centre;
  int village = -1;
  double slope_deg = 0;
  double height_m = 0;
  double wildness = 0;  // the larger the more surely forest
  double danger = 0;
  int vegetation = kScrub;
  int fire_class = 1;
  double canopy_percent = 0;
};

// A jittered honeycomb: corners and side middles belong to the lattice, so neighbours share them exactly.
class Honeycomb {
 public:
  Honeycomb(MapXY origin, double side_m, std::uint64_t seed) : m_origin(origin), m_side_m(side_m), m_seed(seed) {}
  double columnPitchM() const { return m_side_m * 1.7320508075688772; }
  double rowPitchM() const { return m_side_m * 1.5; }
  // Corners are kept in half columns: corner (i, j, low) of a flat-sided lattice of pointed hexagons.
  std::vector<MapXY> cell(int column, int row) const {
    // six corners clockwise from the top, as lattice keys: x in half column pitches, y in half sides
    const int x = 2 * column + (row & 1), y = 3 * row;
    const int keys[6][2] = {{x, y + 2}, {x + 1, y + 1}, {x + 1, y - 1}, {x, y - 2}, {x - 1, y - 1}, {x - 1, y + 1}};
    std::vector<MapXY> ring;
    for (int k = 5; k >= 0; --k) {  // counter-clockwise
      const int* a = keys[k];
      const int* b = keys[(k + 5) % 6];
      ring.push_back(corner(a[0], a[1]));
      ring.push_back(middle(a, b));
    }
    ring.push_back(ring.front());
    return ring;
  }
  MapXY centreOf(int column, int row) const {
    return {m_origin.x_m + (2 * column + (row & 1)) * columnPitchM() / 2, m_origin.y_m + row * rowPitchM()};
  }

 private:
  double jitter(int x, int y, std::uint64_t salt) const {
    Random random(
        m_seed ^ (static_cast<std::uint64_t>(static_cast<std::uint32_t>(x)) << 32 | static_cast<std::uint32_t>(y)),
        salt);
    return random.uniform(-1, 1);
  }
  MapXY corner(int x, int y) const {
    return {m_origin.x_m + x * columnPitchM() / 2 + 0.27 * m_side_m * jitter(x, y, 3),
            m_origin.y_m + y * m_side_m / 2 + 0.27 * m_side_m * jitter(x, y, 5)};
  }
  MapXY middle(const int* a, const int* b) const {
    const MapXY p = corner(a[0], a[1]), q = corner(b[0], b[1]);
    const double reach = 0.11 * m_side_m;
    return {(p.x_m + q.x_m) / 2 + reach * jitter(a[0] + b[0], a[1] + b[1], 7),
            (p.y_m + q.y_m) / 2 + reach * jitter(a[0] + b[0], a[1] + b[1], 9)};
  }
  MapXY m_origin;
  double m_side_m;
  std::uint64_t m_seed;
};

int vegetationAt(const DemoBuild& build, const Parcel& parcel) {
  const std::uint64_t seed = build.city.options.seed;
  const double kind = patchNoise(parcel.centre, 5000, seed ^ 0x766567),
               open = patchNoise(parcel.centre, 2500, seed ^ 0x6f70);
  const Conifer conifer = build.traitsOf(parcel.village).conifer;
  if (parcel.height_m > 1900 && open > 0.45) return kGrass;
  if (open > 0.66 || parcel.wildness < 0.12) return open > 0.72 ? kGrass : kScrub;
  if (conifer == Conifer::kPine) return kind < 0.56 ? kPine : kind < 0.66 ? kMixed : kOak;
  if (conifer == Conifer::kArborvitae)
    return kind < 0.42 ? kArborvitae : kind < 0.52 ? kPine : kind < 0.6 ? kOak : kScrub;
  return kind < 0.42 ? kPine : kind < 0.5 ? kMixed : kind < 0.58 ? kOak : kScrub;
}

std::vector<Parcel> makeParcels(DemoBuild& build) {
  const LandMap& land = build.land;
  const int wanted = build.scaled(60000, 100);
  const double side_m = 211 / std::sqrt(build.share_ratio);
  const MapBox box = land.extent();
  const Honeycomb comb({box.min_x_m, box.min_y_m}, side_m, build.city.options.seed ^ 0x66697265);
  const int columns = static_cast<int>(box.width_m() / comb.columnPitchM()) + 1;
  const int rows = static_cast<int>(box.height_m() / comb.rowPitchM()) + 1;
  std::vector<std::pair<double, Parcel>> candidates;
  for (int row = 0; row < rows; ++row) {
    if (build.cancel.cancelled()) return {};
    for (int column = 0; column < columns; ++column) {
      Parcel parcel;
      parcel.centre = comb.centreOf(column, row);
      parcel.village = land.villageAt(parcel.centre);
      if (parcel.village < 0 || land.reservoirAt(parcel.centre)) continue;
      double seat_m = 0;
      land.nearestVillage(parcel.centre, &seat_m);
      if (seat_m < 350 + 0.35 * side_m) continue;
      // slope over the parcel rather than of one cell
      for (int k = 0; k < 5; ++k) {
        const double dx = k == 1 ? 0.5 : k == 2 ? -0.5 : 0, dy = k == 3 ? 0.5 : k == 4 ? -0.5 : 0;
        parcel.slope_deg += land.slopeDegAt({parcel.centre.x_m + dx * side_m, parcel.centre.y_m + dy * side_m}) / 5;
      }
      parcel.height_m = land.heightAt(parcel.centre);
      parcel.wildness = std::min(parcel.slope_deg, 30.0) / 45 + std::min(seat_m, 4000.0) / 12000 +
                        std::clamp((parcel.height_m - 950) / 3500, -0.1, 0.3) +
                        build.traitsOf(parcel.village).forest_tendency_ratio +
                        0.45 * (patchNoise(parcel.centre, 6000, build.city.options.seed ^ 0x77696c64) - 0.5);
      if (parcel.slope_deg < 3.5) parcel.wildness -= 0.25;
      // banks of the larger rivers are fields and willows, not forest
      if (const auto river = land.rivers().nearest(parcel.centre, 500);
          river.tag >= 0 && build.city.reaches[static_cast<std::size_t>(river.tag)].strahler >= 3)
        parcel.wildness -= 0.4 * (1 - 0.7 * river.dist_m / 500);
      parcel.ring = comb.cell(column, row);
      candidates.emplace_back(-parcel.wildness, std::move(parcel));
    }
  }
  if (static_cast<int>(candidates.size()) > wanted) {
    std::vector<double> keys;
    for (const auto& c : candidates) keys.push_back(c.first);
    std::nth_element(keys.begin(), keys.begin() + wanted, keys.end());
    const double limit = keys[static_cast<std::size_t>(wanted)];
    std::erase_if(candidates, [&](const auto& c) { return c.first >= limit; });
  }
  std::vector<Parcel> parcels;
  for (auto& [key, parcel] : candidates) {
    bool dry = true;
    for (const MapXY& p : parcel.ring)
      if (land.villageAt(p) < 0 || land.reservoirAt(p)) dry = false;
    if (dry) parcels.push_back(std::move(parcel));
  }
  return parcels;
}

void classify(DemoBuild& build, std::vector<Parcel>& parcels) {
  Random random = build.random(0x66636c);
  double least = 1e9;
  for (const Parcel& p : parcels) least = std::min(least, p.wildness);
  for (Parcel& p : parcels) {
    p.wildness -= least;
    p.vegetation = vegetationAt(build, p);
    const double cover = p.vegetation == kGrass ? 5 : p.vegetation == kScrub ? 28 : 42;
    p.canopy_percent = std::clamp(std::round(cover + 45 * p.wildness + 6 * random.normal()),
                                  p.vegetation <= kMixed ? 20.0 : 0.0, 95.0);
    constexpr double kFuel[] = {0, 1.0, 0.85, 0.5, 0.7, 0.6, 0.45};
    const MapXY down = build.land.downhillAt(p.centre, 200);
    const double sunny = -down.y_m;  // faces south
    p.danger = kFuel[p.vegetation] + p.slope_deg / 45 + 0.22 * sunny + 0.3 * p.canopy_percent / 100 +
               2.2 * patchNoise(p.centre, 14000, build.city.options.seed ^ 0x647279) + 0.1 * random.uniform() -
               0.1 * std::max(0.0, p.height_m - 1700) / 400;
  }
  // Classes by rank: 5 the worst 3 %, then 17 %, 38 %, 28 %, 14 %.
  std::vector<double> danger;
  for (const Parcel& p : parcels) danger.push_back(p.danger);
  std::sort(danger.begin(), danger.end());
  const auto at = [&](double share) {
    return danger[static_cast<std::size_t>(share * static_cast<double>(danger.size() - 1))];
  };
  if (danger.empty()) return;
  const double limit[] = {at(0.14), at(0.42), at(0.80), at(0.97)};
  for (Parcel& p : parcels) {
    p.fire_class = 1;
    for (double l : limit) p.fire_class += p.danger > l;
  }
}

Result<void> writeParcels(DemoBuild& build) {
  std::vector<Parcel> parcels = makeParcels(build);
  classify(build, parcels);
  Shapes shapes(GeometryKind::kPolygon);
  std::map<int, int> by_village;
  for (const Parcel& p : parcels) {
    shapes.addPolygon(std::span<const MapXY>(p.ring));
    ++by_village[p.village];
  }
  std::vector<std::pair<int, int>> most;
  for (const auto& [village, count] : by_village) most.emplace_back(-count, village);
  std::sort(most.begin(), most.end());
  for (const auto& [count, village] : most) build.forest_villages.push_back(village);
  std::map<int, int> number;  // by town
  return build.out.fill(
      "fire_risk_zone",
      {"division_code", "parcel_no", "fire_class", "vegetation", "canopy_percent", "slope_deg", "area_m2", "manager"},
      parcels.size(), &shapes, [&](std::size_t i, Row& row) {
        const Parcel& p = parcels[i];
        const int town = std::max(0, build.land.townOf(p.village));
        const CountyTraits traits = build.traitsOf(p.village);
        const bool state_forest = !traits.forest_manager.empty() && p.height_m > traits.manager_above_m;
        const std::string manager = state_forest ? traits.forest_manager : build.townStem(p.village) + "林业站";
        row.set(build.division(p.village).code,
                fmt::format("{}-{:04}", build.division(town).code.substr(0, 9), ++number[town]), p.fire_class,
                p.vegetation, p.canopy_percent, std::round(p.slope_deg * 10) / 10,
                std::round(std::abs(ringAreaM2(p.ring))), manager);
      });
}

std::vector<MapXY> smoothedZone(std::vector<MapXY> line) {
  for (int pass = 0; pass < 2 && line.size() > 2; ++pass) {
    std::vector<MapXY> next{line.front()};
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      const MapXY a = line[i], b = line[i + 1];
      next.push_back({a.x_m * 0.75 + b.x_m * 0.25, a.y_m * 0.75 + b.y_m * 0.25});
      next.push_back({a.x_m * 0.25 + b.x_m * 0.75, a.y_m * 0.25 + b.y_m * 0.75});
    }
    next.push_back(line.back());
    line = std::move(next);
  }
  return line;
}

Result<void> writeLines(DemoBuild& build, const std::vector<Summit>& summits) {
  Random random = build.random(0x72696467);
  const double step_m = std::max(150.0, build.city.ground.cell_m * 1.5);
  std::vector<std::vector<MapXY>> ridges;
  const int wanted = build.scaled(420, 21);
  for (std::size_t i = 0; i < summits.size() && static_cast<int>(ridges.size()) < wanted; ++i)
    for (int side = 0; side < 2; ++side) {
      const double heading = random.uniform(0, 3.14159265358979) + side * 3.14159265358979;
      auto line = walkRidge(build.land, summits[i].at, heading, step_m, random.uniform(1200, 5000), 160);
      if (line.size() >= 5 && static_cast<int>(ridges.size()) < wanted) ridges.push_back(smoothedZone(std::move(line)));
    }
  Shapes lines(GeometryKind::kLine);
  for (const auto& ridge : ridges) lines.addLine(ridge);
  auto done = build.out.fill(
      "fire_break", {"division_code", "kind", "is_main", "length_m", "width_m", "state", "built_year"}, ridges.size(),
      &lines, [&](std::size_t i, Row& row) {
        const double length_m = std::round(lineLengthM(ridges[i]));
        const double pick = random.uniform();
        const int kind = pick < 0.15 ? 1 : pick < 0.8 ? 2 : 3;
        const bool main = length_m > 2500;
        const double state = random.uniform();
        row.set(build.land.codeAt(ridges[i][ridges[i].size() / 2]), kind, main ? 1 : 0, length_m,
                std::round(main ? random.uniform(30, 60) : random.uniform(12, 30)),
                state < 0.7    ? 1
                : state < 0.94 ? 2
                               : 3,
                kind == 1 ? std::nullopt : std::optional<int>(1998 + static_cast<int>(random.below(27))));
      });
  if (!done) return done;

  std::vector<std::vector<MapXY>> tracks;
  const int tracks_wanted = build.scaled(300, 15);
  for (std::size_t i = 0; i < summits.size() && static_cast<int>(tracks.size()) < tracks_wanted; ++i) {
    auto line = wayDownToRoad(build.land, summits[i].at, step_m, 9000, 0.16);
    if (line.size() < 4) continue;
    std::reverse(line.begin(), line.end());
    tracks.push_back(smoothedZone(std::move(line)));
  }
  Shapes roads(GeometryKind::kLine);
  for (const auto& track : tracks) roads.addLine(track);
  return build.out.fill("fire_road", {"division_code", "length_m", "width_m", "state"}, tracks.size(), &roads,
                        [&](std::size_t i, Row& row) {
                          const double state = random.uniform();
                          row.set(build.land.codeAt(tracks[i][tracks[i].size() / 2]),
                                  std::round(lineLengthM(tracks[i])), random.chance(0.6) ? 3.5 : 4.5,
                                  state < 0.6    ? 1
                                  : state < 0.92 ? 2
                                                 : 3);
                        });
}

Result<void> writeWatch(DemoBuild& build, const std::vector<Summit>& summits) {
  Random random = build.random(0x77617463);
  const auto lookouts = std::min<std::size_t>(summits.size(), static_cast<std::size_t>(build.scaled(120, 8)));
  Shapes towers(GeometryKind::kPoint);
  for (std::size_t i = 0; i < lookouts; ++i) towers.addPoint(summits[i].at);
  auto done = build.out.fill(
      "lookout", {"division_code", "name", "height_m", "manned"}, lookouts, &towers, [&](std::size_t i, Row& row) {
        row.set(build.division(summits[i].village).code, build.placeName(summits[i].village) + "瞭望塔",
                12.0 + 3 * random.below(5), random.chance(0.55) ? 1 : 0);
      });
  if (!done) return done;

  std::vector<Summit> masts;
  const auto wanted = static_cast<std::size_t>(build.scaled(220, 14));
  for (std::size_t i = 0; i < summits.size() && masts.size() < wanted; ++i)
    if (i % 2 == 0 || i >= lookouts) masts.push_back(summits[i]);
  Shapes cameras(GeometryKind::kPoint);
  for (const Summit& mast : masts) cameras.addPoint(mast.at);
  done = build.out.fill("fire_camera", {"division_code", "name", "range_m", "infrared", "state"}, masts.size(),
                        &cameras, [&](std::size_t i, Row& row) {
                          row.set(build.division(masts[i].village).code, build.placeName(masts[i].village) + "林火监控",
                                  1000.0 * (3 + random.below(8)), random.chance(0.7) ? 1 : 0,
                                  random.chance(0.9)   ? 1
                                  : random.chance(0.6) ? 2
                                                       : 3);
                        });
  if (!done) return done;

  struct Water {
    MapXY at;
    std::string name;
    std::optional<double> volume_m3;
    bool helicopter;
  };
  std::vector<Water> waters;
  for (const Reservoir& r : build.city.reservoirs) {
    if (r.rings.empty() || r.rings[0].size() < 4) continue;
    waters.push_back({r.rings[0][r.rings[0].size() / 3], r.name + "取水点", std::nullopt, true});
  }
  std::vector<std::pair<std::uint32_t, const RiverReach*>> reaches;
  for (const RiverReach& reach : build.city.reaches)
    if (reach.strahler >= 3 && reach.line.size() > 1) reaches.emplace_back(random.next(), &reach);
  std::sort(reaches.begin(), reaches.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  const auto most = static_cast<std::size_t>(build.scaled(260, 14));
  for (const auto& [key, reach] : reaches) {
    if (waters.size() >= most) break;
    const MapXY at = reach->line[reach->line.size() / 2];
    const int village = build.land.villageAt(at);
    if (village < 0) continue;
    waters.push_back(
        {at, build.placeName(village) + "取水点", std::round(random.uniform(5, 80)) * 10, reach->strahler >= 5});
  }
  Shapes points(GeometryKind::kPoint);
  for (const Water& w : waters) points.addPoint(w.at);
  return build.out.fill("water_point", {"division_code", "name", "volume_m3", "helicopter"}, waters.size(), &points,
                        [&](std::size_t i, Row& row) {
                          row.set(build.division(build.villageNear(waters[i].at)).code, waters[i].name,
                                  waters[i].volume_m3, waters[i].helicopter ? 1 : 0);
                        });
}

}  // namespace

Result<void> writeFire(DemoBuild& build) {
  if (auto done = writeParcels(build); !done) return done;
  const auto summits = findSummits(build.land, 750, 80);
  if (auto done = writeLines(build, summits); !done) return done;
  return writeWatch(build, summits);
}

}  // namespace gis::demo
