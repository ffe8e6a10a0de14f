// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/layer_source.h"

#include "gis/store/feature_store.h"
#include "layers/vector/vector_layer_state.h"

namespace layers {

gis::Result<gis::Loaded<VectorLayer>> layerFromColumns(const CatalogueEntry& entry, gis::FeatureColumns columns,
                                                       const gis::CodeLists& codes, const std::string& map_crs,
                                                       const gis::CancelToken& cancel) {
  auto placed = gis::buildMapColumns(std::move(columns), map_crs, cancel);
  if (!placed) return std::unexpected(std::move(placed.error()));
  gis::Loaded<VectorLayer> layer;
  layer.warnings = std::move(placed->warnings);
  layer.value.columns = std::move(placed->value);
  auto state = buildVectorLayer(entry, layer.value.columns, codes);
  if (!state) return std::unexpected(std::move(state.error()));
  layer.value.state = std::move(*state);
  return layer;
}

gis::Result<gis::Loaded<VectorLayer>> layerFromTable(const CatalogueEntry& entry, const gis::Database& db,
                                                     const gis::CodeLists& codes, const std::string& map_crs,
                                                     const gis::CancelToken& cancel, const gis::Progress& progress) {
  auto read = gis::FeatureStore(db).read(entry.table, entry.attributes(), cancel, progress);
  if (!read) return std::unexpected(std::move(read.error()));
  auto layer = layerFromColumns(entry, std::move(read->value), codes, map_crs, cancel);
  if (layer) layer->warnings.insert(layer->warnings.begin(), read->warnings.begin(), read->warnings.end());
  return layer;
}

}  // namespace layers
