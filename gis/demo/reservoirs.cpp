// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/reservoirs.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "gis/demo/region_trace.h"
#include "gis/terrain/d8.h"

namespace gis::demo {
namespace {

constexpr double kSearch_m = 3500;
constexpr double kLeastStream_km2 = 4;
constexpr double kHighestDam_m = 55;
constexpr double kLowestDam_m = 2;

// The cell near `where` that drains most.
std::size_t damCell(const Ground& ground, const terrain::GridSize& size, MapXY where) {
  const int reach = static_cast<int>(kSearch_m / ground.cell_m);
  const int column = static_cast<int>(std::floor((where.x_m - ground.top_left.x_m) / ground.cell_m));
  const int row = static_cast<int>(std::floor((ground.top_left.y_m - where.y_m) / ground.cell_m));
  std::size_t best = size.count();
  for (int r = row - reach; r <= row + reach; ++r)
    for (int c = column - reach; c <= column + reach; ++c) {
      if (!size.contains(c, r)) continue;
      const std::size_t cell = size.at(c, r);
      if (best == size.count() || ground.upstream_cells[cell] > ground.upstream_cells[best]) best = cell;
    }
  return best;
}

// Cells upstream of the dam that stand at most `above_m` over it. Water finds its way down to the dam along ever lower
// cells, so any level's part of this list is one connected lake.
std::vector<std::size_t> reservoirBasin(const Ground& ground, const terrain::GridSize& size, std::size_t dam,
                                        double above_m) {
  const float top_m = ground.elevation_m[dam] + static_cast<float>(above_m);
  std::vector<std::size_t> cells{dam};
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const int column = size.columnOf(cells[i]), row = size.rowOf(cells[i]);
    for (int code = 1; code <= 8; ++code) {
      const auto k = static_cast<std::size_t>(code);
      const int c = column + terrain::kD8Column[k], r = row + terrain::kD8Row[k];
      if (!size.contains(c, r)) continue;
      const std::size_t donor = size.at(c, r);
      if (ground.flow_to[donor] == terrain::d8Opposite(code) && ground.elevation_m[donor] <= top_m)
        cells.push_back(donor);
    }
  }
  return cells;
}

// Holes of one or two cells are noise of the flow directions, not islands.
void fillPinholes(LabelRaster& raster) {
  const auto width = static_cast<std::size_t>(raster.size.columns);
  for (int pass = 0; pass < 2; ++pass)
    for (int row = 1; row + 1 < raster.size.rows; ++row)
      for (int column = 1; column + 1 < raster.size.columns; ++column) {
        const std::size_t i = raster.size.at(column, row);
        if (raster.label[i] != 0) continue;
        const std::uint32_t around =
            raster.label[i - 1] + raster.label[i + 1] + raster.label[i - width] + raster.label[i + width];
        if (around >= 3) raster.label[i] = 1;
      }
}

std::vector<Ring> waterRings(const Ground& ground, const terrain::GridSize& size,
                             const std::vector<std::size_t>& cells) {
  int west = size.columns, east = 0, north = size.rows, south = 0;
  for (const std::size_t cell : cells) {
    west = std::min(west, size.columnOf(cell)), east = std::max(east, size.columnOf(cell));
    north = std::min(north, size.rowOf(cell)), south = std::max(south, size.rowOf(cell));
  }
  west -= 2, north -= 2, east += 2, south += 2;
  LabelRaster raster;
  raster.size = {east - west + 1, south - north + 1};
  raster.cell_m = ground.cell_m;
  raster.top_left = {ground.top_left.x_m + west * ground.cell_m, ground.top_left.y_m - north * ground.cell_m};
  raster.label.assign(raster.size.count(), 0);
  for (const std::size_t cell : cells)
    raster.label[raster.size.at(size.columnOf(cell) - west, size.rowOf(cell) - north)] = 1;
  fillPinholes(raster);
  const std::vector<std::uint32_t> group{0, 1};
  auto rings = RegionTrace(raster).rings(group, 1)[0];
  // Corner-touching scraps: keep the largest lake and its islands.
  if (rings.empty()) return rings;
  const auto largest = std::max_element(rings.begin(), rings.end(),
                                        [](const Ring& a, const Ring& b) { return ringArea_m2(a) < ringArea_m2(b); });
  std::vector<Ring> kept{*largest};
  for (const Ring& ring : rings)
    if (ringArea_m2(ring) < 0 && ringsContain({*largest}, ring.front())) kept.push_back(ring);
  return kept;
}

}  // namespace

std::vector<Reservoir> makeReservoirs(const Ground& ground, const Facts& facts,
                                      const std::vector<Division>& divisions) {
  const terrain::GridSize size{ground.columns, ground.rows};
  const double cell_km2 = ground.cell_m * ground.cell_m * 1e-6;
  std::vector<Reservoir> reservoirs;
  std::set<std::size_t> taken;
  for (const ReservoirFact& fact : facts.reservoirs) {
    const std::size_t dam = damCell(ground, size, fact.dam);
    if (dam == size.count() || ground.upstream_cells[dam] * cell_km2 < kLeastStream_km2) continue;
    std::vector<std::size_t> cells = reservoirBasin(ground, size, dam, kHighestDam_m);
    std::stable_sort(cells.begin(), cells.end(),
                     [&](std::size_t a, std::size_t b) { return ground.elevation_m[a] < ground.elevation_m[b]; });
    const auto wanted = static_cast<std::size_t>(std::max(4.0, fact.water_km2 / cell_km2));
    const double dam_foot_m = static_cast<double>(ground.elevation_m[dam]);
    double level_m = static_cast<double>(ground.elevation_m[cells[std::min(wanted, cells.size()) - 1]]);
    level_m = std::max(level_m, dam_foot_m + kLowestDam_m);
    while (!cells.empty() && static_cast<double>(ground.elevation_m[cells.back()]) > level_m) cells.pop_back();
    if (cells.size() < 4 || std::any_of(cells.begin(), cells.end(), [&](std::size_t c) { return taken.contains(c); }))
      continue;
    taken.insert(cells.begin(), cells.end());
    Reservoir reservoir;
    reservoir.name = fact.name;
    reservoir.river = fact.river;
    const auto county = std::find_if(divisions.begin(), divisions.end(), [&](const Division& division) {
      return division.level == 3 && division.name == fact.county;
    });
    reservoir.county_code = county == divisions.end() ? std::string() : county->code;
    reservoir.reservoir_class = fact.reservoir_class;
    reservoir.capacity_m3 = fact.capacity_m3;
    reservoir.catchment_km2 = fact.catchment_km2;
    reservoir.built_year = fact.built_year;
    reservoir.confirmed = fact.confirmed;
    reservoir.figures_source = fact.source;
    reservoir.dam = ground.centreOf(size.columnOf(dam), size.rowOf(dam));
    reservoir.normal_level_m = level_m;
    reservoir.rings = waterRings(ground, size, cells);
    if (!reservoir.rings.empty()) reservoirs.push_back(std::move(reservoir));
  }
  return reservoirs;
}

}  // namespace gis::demo
