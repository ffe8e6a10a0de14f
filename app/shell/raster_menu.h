// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/core/map_document.h"

class QMenu;

namespace app {

// Adds how a raster of measured values is coloured (ramp, range of values, classes) to the menu of its layer; nothing
// for other layers.
void addRasterMenus(QMenu& menu, MapDocument& document, const MapLayer& layer);

}  // namespace app
