// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <memory>
#include <optional>

#include "app/stocks/stocks_job.h"
#include "layers/stocks/depot_layer.h"
#include "layers/stocks/shortage_layer.h"

namespace app {

// The depots of a view as a layer of the map; those without a place are left out. `to_map` as the document's.
std::shared_ptr<const layers::DepotLayer> depotLayer(
    const StockView& view, const std::function<std::optional<gis::MapXY>(gis::LonLat)>& to_map);

// The counties of a view tinted by what they lack of an item's minimum (0: the mean of all planned items); `columns`
// are those of the layer of divisions. Null when no county is in it.
std::shared_ptr<const layers::ShortageLayer> shortageLayer(const StockView& view, std::int64_t item_id,
                                                           std::shared_ptr<const gis::MapColumns> columns);

// How far a depot's minimum levels are met, without a place.
layers::DepotMark depotMark(const StockView& view, const gis::stocks::Depot& depot);

}  // namespace app
