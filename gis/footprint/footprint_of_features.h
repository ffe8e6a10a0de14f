// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "gis/footprint/footprint.h"
#include "gis/vector/feature_set.h"
#include "gis/vector/map_columns.h"

namespace gis {

// Features of a layer as a footprint: polygons as they are, points and lines with all within `reach_m`. One class, or
// one for each value of the attribute `class_by` (numbers from high to low, texts as they come; features without a
// value: none). Any thread. Fails with kInvalidArgument (no feature, no reach for lines, no such attribute),
// kOutOfRange, kNoData (none has a class).
Result<Footprint> footprintOfFeatures(const MapColumns& columns, const std::string& map_crs, const FeatureSet& features,
                                      double reach_m = 0, const std::string& class_by = {});

}  // namespace gis
