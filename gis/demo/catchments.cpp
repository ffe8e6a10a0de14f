// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/catchments.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "gis/demo/region_trace.h"
#include "gis/terrain/d8.h"
#include "gis/terrain/flow.h"

namespace gis::demo {
namespace {

constexpr double kLeastArea_km2 = 8;
constexpr double kGreatestArea_km2 = 90;

struct OutletSite {
  const RiverReach* reach;
  std::size_t cell;
  double area_km2;
};

// The last cell of a reach that is still its own: at a confluence the common cell drains much more.
std::size_t ownOutlet(const Ground& ground, const terrain::GridSize& size, const RiverReach& reach) {
  const double cell_km2 = ground.cell_m * ground.cell_m * 1e-6;
  for (auto p = reach.line.rbegin(); p != reach.line.rend(); ++p) {
    const int column = static_cast<int>(std::floor((p->x_m - ground.top_left.x_m) / ground.cell_m));
    const int row = static_cast<int>(std::floor((ground.top_left.y_m - p->y_m) / ground.cell_m));
    if (!size.contains(column, row)) continue;
    const std::size_t cell = size.at(column, row);
    const double drained_km2 = ground.upstream_cells[cell] * cell_km2;
    if (drained_km2 <= reach.upstream_km2 * 1.05 && drained_km2 >= reach.upstream_km2 * 0.5) return cell;
  }
  return size.count();
}

// The largest catchments that drain at most `limit_km2`: none lies inside another, because the next reach down drains
// more than the limit.
std::vector<OutletSite> sitesUpTo(const std::vector<OutletSite>& all, const std::vector<double>& downstream_km2,
                                  double limit_km2) {
  std::vector<OutletSite> sites;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].area_km2 <= limit_km2 && all[i].area_km2 >= kLeastArea_km2 && downstream_km2[i] > limit_km2)
      sites.push_back(all[i]);
  return sites;
}

}  // namespace

std::vector<Catchment> makeCatchments(const Ground& ground, const std::vector<RiverReach>& reaches,
                                      const std::vector<Ring>& city, std::size_t wanted) {
  const terrain::GridSize size{ground.columns, ground.rows};
  const double cell_km2 = ground.cell_m * ground.cell_m * 1e-6;
  std::vector<double> area_of_no;
  for (const RiverReach& reach : reaches) {
    const auto no = static_cast<std::size_t>(reach.reach_no);
    if (area_of_no.size() <= no) area_of_no.resize(no + 1, 0);
    area_of_no[no] = reach.upstream_km2;
  }
  std::vector<OutletSite> all;
  std::vector<double> downstream_km2;
  for (const RiverReach& reach : reaches) {
    if (reach.upstream_km2 < kLeastArea_km2 || reach.upstream_km2 > kGreatestArea_km2 || !reach.downstream_no) continue;
    if (!ringsContain(city, reach.line.back())) continue;
    const std::size_t cell = ownOutlet(ground, size, reach);
    if (cell == size.count()) continue;
    all.push_back({&reach, cell, reach.upstream_km2});
    downstream_km2.push_back(area_of_no[static_cast<std::size_t>(*reach.downstream_no)]);
  }
  // The limit that leaves the wanted number: fewer and larger ones above it, more and smaller ones below.
  double best_km2 = kGreatestArea_km2;
  std::size_t best_miss = wanted + 1;
  for (double limit_km2 = kLeastArea_km2 * 1.5; limit_km2 <= kGreatestArea_km2; limit_km2 *= 1.06) {
    const std::size_t found = sitesUpTo(all, downstream_km2, limit_km2).size();
    const std::size_t miss = found > wanted ? (found - wanted) / 2 : wanted - found;  // too many can be cut
    if (miss < best_miss) best_miss = miss, best_km2 = limit_km2;
  }
  std::vector<OutletSite> sites = sitesUpTo(all, downstream_km2, best_km2);
  std::stable_sort(sites.begin(), sites.end(),
                   [](const OutletSite& a, const OutletSite& b) { return a.area_km2 > b.area_km2; });
  if (sites.size() > wanted) sites.resize(wanted);
  std::stable_sort(sites.begin(), sites.end(),
                   [](const OutletSite& a, const OutletSite& b) { return a.reach->reach_no < b.reach->reach_no; });

  std::vector<std::size_t> outlets;
  for (const OutletSite& site : sites) outlets.push_back(site.cell);
  LabelRaster raster{size, ground.cell_m, ground.top_left, terrain::labelCatchments(size, ground.flow_to, outlets)};
  std::vector<std::uint32_t> group(sites.size() + 1);
  for (std::size_t i = 0; i < group.size(); ++i) group[i] = static_cast<std::uint32_t>(i);
  const RegionTrace trace(raster);
  const auto rings = trace.rings(group, static_cast<std::uint32_t>(sites.size()));

  std::vector<Catchment> catchments;
  for (std::size_t i = 0; i < sites.size(); ++i) {
    const terrain::FlowPath path = terrain::longestFlowPath(size, ground.flow_to, sites[i].cell);
    Catchment catchment;
    catchment.code = fmt::format("1404W{:04}", i + 1);
    catchment.river = sites[i].reach->name;
    catchment.outlet = ground.centreOf(size.columnOf(sites[i].cell), size.rowOf(sites[i].cell));
    catchment.outlet_elevation_m = static_cast<double>(ground.elevation_m[sites[i].cell]);
    catchment.rings = rings[i];
    catchment.area_km2 = static_cast<double>(path.catchment_cells) * cell_km2;
    const double length_m = path.length_cells * ground.cell_m;
    if (length_m <= 0 || catchment.rings.empty()) continue;
    catchment.longest_path_km = length_m / 1000;
    const double head_m = static_cast<double>(ground.elevation_m[path.cells.front()]);
    catchment.mean_slope_ratio = std::max(0.0, (head_m - catchment.outlet_elevation_m) / length_m);
    catchments.push_back(std::move(catchment));
  }
  return catchments;
}

}  // namespace gis::demo
