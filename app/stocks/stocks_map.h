// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <memory>
#include <optional>

#include "app/stocks/stocks_job.h"
#include "layers/stocks/depot_layer.h"

namespace app {

// The depots of a view as a layer of the map; those without a place are left out. `to_map` as the document's.
std::shared_ptr<const layers::DepotLayer> depotLayer(
    const StockView& view, const std::function<std::optional<gis::MapXY>(gis::LonLat)>& to_map);

// How far a depot's minimum levels are met, without a place.
layers::DepotMark depotMark(const StockView& view, const gis::stocks::Depot& depot);

}  // namespace app
