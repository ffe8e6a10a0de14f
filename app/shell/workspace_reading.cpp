// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/workspace_reading.h"

#include <malloc.h>

#include "gis/geo/projector.h"
#include "gis/store/feature_store.h"
#include "gis/store/layer_revision.h"

namespace app {
namespace {

// Making a layer of a table holds several times what is left of it in the end, and the allocator keeps what was freed:
// a hundred megabytes after the houses of a city.
void giveBack(const layers::VectorLayer& made) {
  constexpr std::size_t kLargeLayer = 20'000;  // features
  if (made.columns && made.columns->featureCount() >= kLargeLayer) malloc_trim(0);
}

}  // namespace

gis::Result<ReadWorkspace> readWorkspace(const std::filesystem::path& folder) {
  auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(std::move(workspace.error()));
  // Without a map system nothing can be placed; better said now than by every layer, or by none.
  const std::string& map_crs = workspace->facts().map_crs;
  if (auto placed = gis::Projector::create("EPSG:4490", map_crs); !map_crs.empty() && !placed)
    return std::unexpected(std::move(placed.error()));
  auto catalogue = layers::loadCatalogue();
  if (!catalogue) return std::unexpected(std::move(catalogue.error()));
  auto codes = gis::CodeStore(workspace->db()).all();
  if (!codes) return std::unexpected(std::move(codes.error()));
  const gis::FeatureStore features(workspace->db());
  auto tables = features.tables();
  if (!tables) return std::unexpected(std::move(tables.error()));
  auto marks = gis::LayerRevisions(workspace->db()).marks();
  if (!marks) return std::unexpected(std::move(marks.error()));
  ReadWorkspace opened;
  for (const gis::FeatureTable& table : *tables) {
    const auto count = features.highestFid(table.table);
    if (!count) return std::unexpected(count.error());
    opened.counts[table.table] = *count;
  }
  opened.workspace = {workspace->folder(),  workspace->facts(),          std::move(*codes), catalogue->groups,
                      workspace->demFile(), workspace->readOnlyReason(), std::move(*marks)};
  opened.catalogue = std::move(*catalogue);
  opened.ground = layers::groundLayersOf(opened.workspace.folder, opened.workspace.dem_file);
  return opened;
}

std::optional<ReadLayer> keptTable(const OpenWorkspace& workspace, const layers::CatalogueEntry& entry) {
  const auto mark = workspace.marks.find(entry.table);
  if (mark == workspace.marks.end()) return std::nullopt;
  auto kept =
      layers::layerFromCache(entry, mark->second, workspace.codes, workspace.facts.map_crs, workspace.folder / "cache");
  if (!kept) return std::nullopt;
  return ReadLayer{std::move(kept->value), std::move(kept->warnings), 0};
}

gis::Result<ReadLayer> readTable(const OpenWorkspace& workspace, const layers::CatalogueEntry& entry,
                                 double preview_metres_per_px, const gis::CancelToken& cancel,
                                 const gis::Progress& progress) {
  if (auto kept = keptTable(workspace, entry)) return std::move(*kept);
  const std::filesystem::path cache = workspace.folder / "cache";
  auto opened = gis::Workspace::open(workspace.folder, gis::OpenMode::kRead);
  if (!opened) return std::unexpected(std::move(opened.error()));
  opened->db().prepareForOnePass();
  if (preview_metres_per_px > 0) {
    auto preview = layers::previewFromTable(entry, opened->db(), workspace.codes, workspace.facts.map_crs,
                                            preview_metres_per_px, cancel);
    // Its warnings come once more with all of the layer.
    if (preview && *preview) return ReadLayer{std::move((*preview)->value), {}, preview_metres_per_px};
  }
  auto layer =
      layers::layerFromTable(entry, opened->db(), workspace.codes, workspace.facts.map_crs, cache, cancel, progress);
  if (!layer) return std::unexpected(std::move(layer.error()));
  giveBack(layer->value);
  return ReadLayer{std::move(layer->value), std::move(layer->warnings), 0};
}

gis::Result<ReadLayer> readGround(const OpenWorkspace& workspace, const std::string& id,
                                  const std::filesystem::path& file, const gis::CancelToken& cancel) {
  auto state = layers::openGroundLayer(id, file, workspace.facts.map_crs, cancel, {}, workspace.folder / "cache");
  if (!state) return std::unexpected(std::move(state.error()));
  return ReadLayer{{std::move(*state), {}, {}}, {}, 0};
}

}  // namespace app
