// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "gis/shape/shape_row.h"

namespace app {

// Sentences of the shape panel in the interface's language. Window's thread.
// Why a shape was not saved, and what to do.
QString shapeTrouble(const gis::Error& error);
// The place that shapeTrouble speaks of, if it is one.
std::optional<gis::LonLat> troublePlace(const gis::Error& error);
QString questionText(const gis::ShapeQuestion& question);
// "12,345 m² (1.23 ha)", "2.35 km", "3 points".
QString sizeText(const gis::Shape& shape);
// What a row is called: its name, or its number.
QString rowName(const gis::ShapeRow& row);

}  // namespace app
