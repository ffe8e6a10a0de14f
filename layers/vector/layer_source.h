// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/pyramid/layer_cache.h"
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
  // What keepForNextTime() writes: nothing when the layer came from there or cannot be kept.
  struct Keepsake {
    std::filesystem::path file;
    std::string key;
    gis::CachedLayer layer;
  };
  std::shared_ptr<const Keepsake> keepsake;
};

// Places, indexes and freezes features that were read. One way for the window and for pictures, so that both show the
// same and complain about the same. Fails as buildMapColumns and buildVectorLayer do. Any thread.
gis::Result<gis::Loaded<VectorLayer>> layerFromColumns(const CatalogueEntry& entry, gis::FeatureColumns columns,
                                                       const gis::CodeLists& codes, const std::string& map_crs,
                                                       const gis::CancelToken& cancel = {});

// Makes a layer of the entry's table of a workspace: from what was kept in `cache_folder` (empty: none) where that was
// made from the table as it is now, else from its rows. Fails also as gis::FeatureStore::read does.
gis::Result<gis::Loaded<VectorLayer>> layerFromTable(const CatalogueEntry& entry, const gis::Database& db,
                                                     const gis::CodeLists& codes, const std::string& map_crs,
                                                     const std::filesystem::path& cache_folder = {},
                                                     const gis::CancelToken& cancel = {},
                                                     const gis::Progress& progress = {});

// Only what was kept, without asking the database: `mark` is what gis::LayerRevisions said of the table. Nothing when
// it has to be made.
std::optional<gis::Loaded<VectorLayer>> layerFromCache(const CatalogueEntry& entry, std::int64_t mark,
                                                       const gis::CodeLists& codes, const std::string& map_crs,
                                                       const std::filesystem::path& cache_folder);

// A layer of those rows alone that its style shows at this resolution: a city without a cache is on the screen before
// the streets of its villages are read. Nothing when that would be all of them, or nearly.
gis::Result<std::optional<gis::Loaded<VectorLayer>>> previewFromTable(const CatalogueEntry& entry,
                                                                      const gis::Database& db,
                                                                      const gis::CodeLists& codes,
                                                                      const std::string& map_crs, double metres_per_px,
                                                                      const gis::CancelToken& cancel = {});

// Writes what layerFromTable would else have to make again, when there is time: a few tenths of a second for a city's
// houses. Does nothing without a keepsake. Fails as gis::writeLayerCache does, which no user needs to hear of: the next
// start is only slower. Any thread.
gis::Result<void> keepForNextTime(const VectorLayer& layer);

}  // namespace layers
