// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/store/code_store.h"
#include "gis/store/database.h"
#include "layers/core/layer_state.h"
#include "layers/vector/catalogue.h"

namespace layers {

// The layer of a workspace's table as it was at a moment: what the edit log knows of later changes is taken back over
// `now`, the layer of the same table. `now` itself when nothing has changed since. Costs what was changed. Fails as
// gis::PastFeaturesStore and withChanges do. Any thread, `db` of its own.
gis::Result<gis::Loaded<LayerStatePtr>> layerThen(const CatalogueEntry& entry, const LayerStatePtr& now,
                                                  const gis::Database& db, std::int64_t utc_ms,
                                                  const gis::CodeLists& codes, const std::string& map_crs,
                                                  const gis::CancelToken& cancel = {});

}  // namespace layers
