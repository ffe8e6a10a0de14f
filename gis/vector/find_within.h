// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/vector/feature_set.h"
#include "gis/vector/map_columns.h"

namespace gis {

// Every feature that has a point in common with a box of the map: points inside or on the edge, lines that cross it,
// polygons that cover a part of it. What lies wholly inside is taken from the index without a look at its vertices.
// Any thread.
FeatureSet findWithin(const MapColumns& columns, const MapBox& box);

// The fids of some features, in the order of the set; and back: fids that no feature has are left out.
std::vector<std::int64_t> fidsOf(const MapColumns& columns, const FeatureSet& features);
FeatureSet featuresOf(const MapColumns& columns, std::vector<std::int64_t> fids);

// What surrounds some features; empty for none.
MapBox boxOf(const MapColumns& columns, const FeatureSet& features);

}  // namespace gis
