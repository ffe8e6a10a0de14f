// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/stocks_map.h"

#include <algorithm>

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
  mark.state = usable == 0            ? layers::DepotState::kEmpty
               : mark.items_short > 0 ? layers::DepotState::kShort
               : planned > 0          ? layers::DepotState::kFull
                                      : layers::DepotState::kUnplanned;
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

}  // namespace app
