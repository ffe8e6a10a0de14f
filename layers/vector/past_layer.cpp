// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/past_layer.h"

#include "gis/edit/past_features_store.h"
#include "layers/vector/vector_layer_state.h"

namespace layers {

gis::Result<gis::Loaded<LayerStatePtr>> layerThen(const CatalogueEntry& entry, const LayerStatePtr& now,
                                                  const gis::Database& db, std::int64_t utc_ms,
                                                  const gis::CodeLists& codes, const std::string& map_crs,
                                                  const gis::CancelToken& cancel) {
  auto past = gis::PastFeaturesStore(db).at(entry.table, utc_ms, entry.attributes(), cancel);
  if (!past) return std::unexpected(std::move(past.error()));
  if (past->value.same()) return gis::Loaded<LayerStatePtr>{now, {}};
  auto state = withChanges(now, {std::move(past->value.changed), std::move(past->value.not_there)}, map_crs, codes);
  if (!state) return std::unexpected(std::move(state.error()));
  return gis::Loaded<LayerStatePtr>{std::move(*state), std::move(past->warnings)};
}

}  // namespace layers
