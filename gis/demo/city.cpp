// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>

#include "gis/demo/catchments.h"
#include "gis/demo/divisions.h"
#include "gis/demo/divisions_plan.h"
#include "gis/demo/facts.h"
#include "gis/demo/ground.h"
#include "gis/demo/region_trace.h"
#include "gis/demo/relief.h"
#include "gis/demo/reservoirs.h"
#include "gis/demo/rivers.h"
#include "gis/demo/road_net.h"
#include "gis/terrain/shade.h"

namespace gis::demo {
namespace {

constexpr int kMargin_cells = 12;  // of the plan: rivers reach this far beyond the city

// 1 within the city and its margin.
std::vector<std::uint8_t> withMargin(const Plan& plan, const std::vector<std::uint32_t>& county_of_cell) {
  // Distance in rows, then in columns: a square margin.
  std::vector<std::uint8_t> across(plan.size.count(), 0);
  std::vector<std::uint8_t> inside(plan.size.count(), 0);
  for (int row = 0; row < plan.size.rows; ++row)
    for (int column = 0, last = -1000; column < plan.size.columns + kMargin_cells; ++column) {
      if (column < plan.size.columns && county_of_cell[plan.size.at(column, row)] != 0) last = column;
      const int centre = column - kMargin_cells;
      if (centre >= 0 && last >= centre - kMargin_cells) across[plan.size.at(centre, row)] = 1;
    }
  for (int column = 0; column < plan.size.columns; ++column)
    for (int row = 0, last = -1000; row < plan.size.rows + kMargin_cells; ++row) {
      if (row < plan.size.rows && across[plan.size.at(column, row)] != 0) last = row;
      const int centre = row - kMargin_cells;
      if (centre >= 0 && last >= centre - kMargin_cells) inside[plan.size.at(column, centre)] = 1;
    }
  return inside;
}

// Marks the plan's cells that a reservoir covers or touches, so that nobody settles there.
void markWater(const std::vector<Reservoir>& reservoirs, Plan& plan) {
  for (const Reservoir& reservoir : reservoirs) {
    MapBox box;
    for (const Ring& ring : reservoir.rings)
      for (const MapXY p : ring) {
        box.add(p);
        plan.water[plan.cellAt(p)] = 1;
      }
    for (double y = box.min_y_m; y <= box.max_y_m + plan.cell_m; y += plan.cell_m)
      for (double x = box.min_x_m; x <= box.max_x_m + plan.cell_m; x += plan.cell_m) {
        const std::size_t cell = plan.cellAt({x, y});
        if (plan.water[cell] == 0 && ringsContain(reservoir.rings, plan.centreOf(cell))) plan.water[cell] = 1;
      }
  }
}

}  // namespace

double Ground::elevationAt(MapXY p) const {
  const auto column = static_cast<int>(std::floor((p.x_m - top_left.x_m) / cell_m));
  const auto row = static_cast<int>(std::floor((top_left.y_m - p.y_m) / cell_m));
  if (!sizeOf(*this).contains(column, row)) return std::numeric_limits<double>::quiet_NaN();
  return static_cast<double>(elevation_m[sizeOf(*this).at(column, row)]);
}

double Ground::slopeDegAt(MapXY p) const {
  const auto column = static_cast<int>(std::floor((p.x_m - top_left.x_m) / cell_m));
  const auto row = static_cast<int>(std::floor((top_left.y_m - p.y_m) / cell_m));
  if (!sizeOf(*this).contains(column, row)) return std::numeric_limits<double>::quiet_NaN();
  const terrain::Gradient g = terrain::gradientAt(sizeOf(*this), elevation_m, cell_m, column, row);
  return std::atan(std::sqrt(g.east_ratio * g.east_ratio + g.north_ratio * g.north_ratio)) * 57.29577951308232;
}

Result<City> makeCity(const DemoOptions& options, const CancelToken& cancel, const Progress& progress) {
  const auto report = [&](double done_ratio) {
    if (progress) progress(done_ratio);
    return !cancel.cancelled();
  };
  auto facts = loadFacts();
  if (!facts) return std::unexpected(std::move(facts.error()));
  auto relief = makeRelief(options, *facts, cancel, [&](double done_ratio) { report(0.5 * done_ratio); });
  if (!relief) return std::unexpected(std::move(relief.error()));
  const bool large = options.scale == Scale::kCity;
  const auto seed = reliefSeed(options);

  Plan plan = makePlan(*relief);
  auto counties = countyLabels(options, *facts, plan);
  if (!counties) return std::unexpected(std::move(counties.error()));
  if (!report(0.55)) return fail(ErrorCode::kCancelled, "demo city");

  City city;
  city.options = options;
  RiverNet net = makeRivers(*relief, plan, withMargin(plan, *counties), *facts, large ? 20000 : 1200, seed);
  if (!report(0.65)) return fail(ErrorCode::kCancelled, "demo city");
  city.reaches = std::move(net.reaches);
  city.reservoirs = makeReservoirs(relief->ground, *facts, countyDivisions(*facts, plan, *counties));
  markWater(city.reservoirs, plan);
  if (!report(0.7)) return fail(ErrorCode::kCancelled, "demo city");
  city.divisions = makeDivisions(options, *facts, plan, *counties);
  if (!report(0.8)) return fail(ErrorCode::kCancelled, "demo city");
  city.catchments = makeCatchments(relief->ground, city.reaches, city.divisions.front().rings, large ? 300 : 60);
  if (!report(0.85)) return fail(ErrorCode::kCancelled, "demo city");
  auto roads = makeRoadNet(relief->ground, city.divisions, city.reaches, options.seed, cancel);
  if (!roads) return std::unexpected(std::move(roads.error()));
  city.roads = std::move(roads->pieces);
  city.next_road_node = roads->next_node;
  city.ground = std::move(relief->ground);
  report(1);
  return city;
}

}  // namespace gis::demo
