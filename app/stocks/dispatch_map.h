// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <optional>

#include "app/stocks/dispatch_desk.h"
#include "layers/stocks/dispatch_layer.h"

namespace app {

class MapDocument;

// A plan (null: none), what is closed and the place that was asked about (null: none) as they are drawn; `chosen`: the
// request whose ways stand out, -1 for none.
layers::DispatchDrawing dispatchDrawing(const PlannedDispatch* planned,
                                        const std::vector<gis::sending::ClosedPlace>& closed, int chosen,
                                        const DispatchReach* reach,
                                        const std::function<std::optional<gis::MapXY>(gis::LonLat)>& to_map);

// The layer comes when there is something to draw and goes with the last of it. Window's thread.
void showDispatchLayer(MapDocument& document, layers::DispatchDrawing drawing);

}  // namespace app
