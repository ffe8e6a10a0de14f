// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "layers/furniture/furniture.h"

namespace layers {

// Rectangles of a sheet in device-independent pixels of the painter.
struct SheetPlaces {
  QRectF sheet, map;
  QRectF legend;  // beside the map; empty: the legend lies on the map
};

// What surrounds the map on paper: neat line and border, title above; scale, bar, times and source below. North arrow,
// grids and mark lie on the map itself. A legend beside it is set smaller rather than cut off. `scale_text` as
// "1:50,000".
void paintSheet(QPainter& painter, const FurnitureLook& look, const Furniture& furniture, const FurniturePlace& place,
                const MapView& view, const QString& scale_text, const SheetPlaces& places);

// The colour of paper under a map of a theme.
QColor sheetColour(Theme theme);

}  // namespace layers
