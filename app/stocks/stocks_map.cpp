// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/stocks_map.h"

#include <algorithm>
#include <map>

namespace app {

namespace stocks = gis::stocks;

layers::DepotMark depotMark(const StockView& view, const stocks::Depot& depot) {
  layers::DepotMark mark;
  mark.name = QString::fromStdString(depot.name);
  mark.tier = depot.tier;
  double filled = 0;
  int planned = 0;
  std::int64_t usable = 0;
  for (const stocks::Coverage& one : view.coverage) {
    if (one.depot_id != depot.id) continue;
    usable += one.usable;
    mark.items_short += one.shortOf() > 0;
    if (!one.level || one.level->minimum == 0) continue;
    ++planned;
    filled += std::min(1.0, static_cast<double>(one.usable) / static_cast<double>(one.level->minimum));
  }
  mark.fill_ratio = planned == 0 ? 0 : filled / planned;
  // A house where nothing is to lie asks for nothing, empty as it may be: a census has a hundred of them.
  mark.state = planned == 0            ? layers::DepotState::kUnplanned
               : usable == 0           ? layers::DepotState::kEmpty
               : mark.items_short == 0 ? layers::DepotState::kFull
                                       : layers::DepotState::kShort;
  for (const RequisitionRow& row : view.requisitions) {
    const bool sends = std::ranges::any_of(
        row.standing.on_the_road, [&](const stocks::RequisitionLine& line) { return line.depot_id == depot.id; });
    const bool gets = !row.standing.on_the_road.empty() && row.paper.head.to_depot_id == depot.id;
    mark.on_the_road += sends || gets;
  }
  return mark;
}

std::shared_ptr<const layers::DepotLayer> depotLayer(
    const StockView& view, const std::function<std::optional<gis::MapXY>(gis::LonLat)>& to_map) {
  std::vector<layers::DepotMark> marks;
  for (const stocks::Depot& depot : view.directory.depots) {
    const auto at = depot.where ? to_map(*depot.where) : std::nullopt;
    if (!at) continue;
    layers::DepotMark mark = depotMark(view, depot);
    mark.at = *at;
    marks.push_back(std::move(mark));
  }
  return std::make_shared<const layers::DepotLayer>(std::move(marks));
}

std::shared_ptr<const layers::ShortageLayer> shortageLayer(const StockView& view, std::int64_t item_id,
                                                           std::shared_ptr<const gis::MapColumns> columns) {
  if (!columns || !columns->features) return nullptr;
  struct Sum {
    double met = 0;
    int planned = 0, lacking = 0;
  };
  std::map<std::string, Sum> counties;
  for (const stocks::CountyShortage& one : view.shortages) {
    if (one.minimum == 0 || (item_id != 0 && one.item_id != item_id)) continue;
    Sum& sum = counties[one.county];
    sum.met += std::min(1.0, static_cast<double>(one.usable) / static_cast<double>(one.minimum));
    ++sum.planned;
    sum.lacking += one.shortOf() > 0;
  }
  std::vector<layers::ShortageDistrict> districts;
  const auto& fids = columns->features->fid;
  for (std::uint32_t feature = 0; feature < fids.size(); ++feature) {
    const auto row = view.county_rows.find(fids[feature]);
    const auto found = row == view.county_rows.end() ? counties.end() : counties.find(row->second);
    if (found != counties.end())
      districts.push_back({feature, found->second.met / found->second.planned, found->second.lacking});
  }
  if (districts.empty()) return nullptr;
  return std::make_shared<const layers::ShortageLayer>(std::move(columns), std::move(districts));
}

}  // namespace app
