// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <vector>

#include "layers/vector/style_rules.h"

namespace layers {

// The rules as a Styled Layer Descriptor 1.1.0 (OGC 05-078r4, Symbology Encoding 05-077r4) with filters of OGC Filter
// Encoding 1.1.0. Lengths are pixels; icons are embedded. Scale denominators are those of our own scale bar (96 dpi),
// not of the 0.28 mm pixel, because readers compare them with their own scale bar, too.
QString sldOf(const QString& layer_name, const QString& title, const std::vector<StyleRule>& rules,
              gis::GeometryKind kind);

}  // namespace layers
