// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <vector>

#include "gis/vector/feature_set.h"
#include "gis/vector/map_columns.h"
#include "layers/core/layer_state.h"

namespace layers {

// Features of one layer that were chosen.
struct ChosenFeatures {
  std::shared_ptr<const gis::MapColumns> columns;
  gis::FeatureSet features;
};

// Chosen features as a layer above all others: outlined in a colour no style has, on a rim of the ground's colour, so
// that they stand out from whatever lies below; dots where they are smaller than a pixel. Any thread.
LayerStatePtr buildSelectionLayer(std::vector<ChosenFeatures> chosen);

}  // namespace layers
