// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPoint>
#include <functional>

#include "app/core/map_document.h"
#include "app/map/map_canvas.h"

namespace app {

// The menu under the right button of the mouse: what is here, copy the coordinates, centre the map.
void showMapMenu(MapCanvas& canvas, const MapDocument& document, gis::MapXY where, QPoint global,
                 const std::function<void(gis::MapXY)>& identify);

}  // namespace app
