// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/shaking_grid.h"

#include <cmath>
#include <limits>

#include "gis/geo/projector.h"

namespace gis::seismic {
namespace {

constexpr double kMostCells = 4e6;

MapBox boxInMap(const Projector& to_map, const LonLatBox& box) {
  MapBox out;
  constexpr int kSteps = 16;
  for (int i = 0; i <= kSteps; ++i) {
    const double t = static_cast<double>(i) / kSteps;
    const double lon = box.west_deg + t * (box.east_deg - box.west_deg);
    const double lat = box.south_deg + t * (box.north_deg - box.south_deg);
    for (const LonLat p :
         {LonLat{lon, box.south_deg}, LonLat{lon, box.north_deg}, LonLat{box.west_deg, lat}, LonLat{box.east_deg, lat}})
      if (const auto at = to_map.forward({p.lon_deg, p.lat_deg})) out.add(MapXY{at->x, at->y});
  }
  return out;
}

}  // namespace

Result<ShakingGrid> shakingGrid(const QuakeScenario& scenario, const LonLatBox& box, const std::string& map_crs,
                                double cell_m, const CancelToken& cancel, const Progress& progress) {
  if (auto fine = checkScenario(scenario, box); !fine) return std::unexpected(fine.error());
  if (!(cell_m > 0) || box.empty()) return fail(ErrorCode::kOutOfRange, "cell_m");
  const auto to_map = Projector::create("EPSG:4490", map_crs);
  if (!to_map) return std::unexpected(to_map.error());
  const MapBox map_box = boxInMap(*to_map, box);
  if (map_box.empty() || map_box.width_m() / cell_m * map_box.height_m() / cell_m > kMostCells)
    return fail(ErrorCode::kOutOfRange, "cell_m", "at most four million cells");
  ShakingGrid grid;
  grid.columns = std::max(1, static_cast<int>(std::ceil(map_box.width_m() / cell_m)));
  grid.rows = std::max(1, static_cast<int>(std::ceil(map_box.height_m() / cell_m)));
  grid.top_left = {map_box.min_x_m, map_box.max_y_m};
  grid.cell_m = cell_m;
  grid.crs = map_crs;
  const std::size_t cells = static_cast<std::size_t>(grid.columns) * static_cast<std::size_t>(grid.rows);
  constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();
  for (auto* band : {&grid.intensity, &grid.instrumental, &grid.pga_gal, &grid.pgv_cm_per_s})
    band->assign(cells, kNothing);
  std::size_t cell = 0;
  for (int row = 0; row < grid.rows; ++row) {
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "shakingGrid");
    if (progress) progress(static_cast<double>(row) / grid.rows);
    for (int column = 0; column < grid.columns; ++column, ++cell) {
      const auto at =
          to_map->inverse({grid.top_left.x_m + (column + 0.5) * cell_m, grid.top_left.y_m - (row + 0.5) * cell_m});
      if (!at) continue;
      const auto shaking = shakingAt(scenario, {at->x, at->y});
      if (!shaking) continue;
      grid.intensity[cell] = static_cast<float>(shaking->intensity);
      grid.instrumental[cell] = static_cast<float>(shaking->instrumental);
      grid.pga_gal[cell] = static_cast<float>(shaking->motion.pga_gal);
      grid.pgv_cm_per_s[cell] = static_cast<float>(shaking->motion.pgv_cm_per_s);
    }
  }
  if (progress) progress(1);
  return grid;
}

}  // namespace gis::seismic
