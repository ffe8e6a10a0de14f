// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "gis/store/code_store.h"
#include "gis/vector/feature_columns.h"
#include "layers/vector/catalogue.h"
#include "layers/vector/icon_set.h"
#include "layers/vector/resolved_paint.h"

namespace layers {

// One line of a legend before it is painted: name, sample attributes (as in Style::attributes), count.
struct LegendRow {
  BilingualText name;
  std::vector<Value> attributes;
  long long count = 0;
};

// The lines of a layer: the explicit classes, then one for each code of legend_by, or else the layer itself. Counts are
// of features; codes that nothing has are left out.
std::vector<LegendRow> legendRows(const CatalogueEntry& entry, const gis::FeatureColumns& features,
                                  const gis::CodeLists& codes);

// Paints the swatches with the layer's own style, at the map's zoom or the nearest where the layer shows.
std::vector<LegendEntry> paintLegend(const CatalogueEntry& entry, const std::vector<LegendRow>& rows,
                                     const IconSet& icons, gis::GeometryKind kind, const LookContext& look,
                                     double device_ratio);

}  // namespace layers
