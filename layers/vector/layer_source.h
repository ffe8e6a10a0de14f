// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/store/code_store.h"
#include "gis/store/database.h"
#include "gis/vector/map_columns.h"
#include "layers/core/layer_state.h"
#include "layers/vector/catalogue.h"

namespace layers {

// A vector layer as the map holds it: what is drawn, and what is asked. Never null.
struct VectorLayer {
  LayerStatePtr state;
  std::shared_ptr<const gis::MapColumns> columns;
};

// Places, indexes and freezes features that were read. One way for the window and for pictures, so that both show the
// same and complain about the same. Fails as buildMapColumns and buildVectorLayer do. Any thread.
gis::Result<gis::Loaded<VectorLayer>> layerFromColumns(const CatalogueEntry& entry, gis::FeatureColumns columns,
                                                       const gis::CodeLists& codes, const std::string& map_crs,
                                                       const gis::CancelToken& cancel = {});

// Reads the entry's table of a workspace and makes a layer of it. Fails also as gis::FeatureStore::read does.
gis::Result<gis::Loaded<VectorLayer>> layerFromTable(const CatalogueEntry& entry, const gis::Database& db,
                                                     const gis::CodeLists& codes, const std::string& map_crs,
                                                     const gis::CancelToken& cancel = {},
                                                     const gis::Progress& progress = {});

}  // namespace layers
