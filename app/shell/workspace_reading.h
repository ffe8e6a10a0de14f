// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/core/map_document.h"
#include "layers/raster/ground_layers.h"
#include "layers/vector/layer_source.h"

namespace app {

// What a workspace says of itself before any of its layers is read.
struct ReadWorkspace {
  OpenWorkspace workspace;
  layers::Catalogue catalogue;
  std::vector<layers::GroundLayer> ground;
  std::map<std::string, std::int64_t> counts;  // rows by table, about
};

// Opens it for looking, which changes no byte of the file. Fails as gis::Workspace::open does, and when the map's
// reference system is unknown. Any thread.
gis::Result<ReadWorkspace> readWorkspace(const std::filesystem::path& folder);

// A layer as it comes from the disk.
struct ReadLayer {
  layers::VectorLayer layer;  // of a raster only the state
  std::vector<gis::Warning> warnings;
  double preview_metres_per_px = 0;  // not 0: holds only what shows there
};

// The layer of a table as it was kept when it was last made; nothing when the table has changed since or nothing was
// kept. Asks no database. Any thread.
std::optional<ReadLayer> keptTable(const OpenWorkspace& workspace, const layers::CatalogueEntry& entry);

// The layer of a table, kept or made anew. `preview_metres_per_px`, unless 0: a layer that must be made may come with
// only what shows there. Opens the workspace for itself. Fails as gis::FeatureStore::read does. Any thread.
gis::Result<ReadLayer> readTable(const OpenWorkspace& workspace, const layers::CatalogueEntry& entry,
                                 double preview_metres_per_px, const gis::CancelToken& cancel,
                                 const gis::Progress& progress);

// Terrain or base map. Fails as layers::openGroundLayer does. Any thread.
gis::Result<ReadLayer> readGround(const OpenWorkspace& workspace, const std::string& id,
                                  const std::filesystem::path& file, const gis::CancelToken& cancel);

}  // namespace app
