// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <vector>

#include "layers/vector/style_rules.h"

namespace layers {

// The rules as a QGIS style document (QML, QGIS 3.4 and later): a rule-based renderer whose symbol levels are the style
// layers, and rule-based labels. QGIS reads this beside the SLD in a GeoPackage, and this one first. Lengths are
// millimetres of a 96 dpi screen, so that prints look alike.
QString qmlOf(const std::vector<StyleRule>& rules, gis::GeometryKind kind);

}  // namespace layers
