// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/jobs/job_pools.h"
#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/store/code_store.h"
#include "gis/vector/map_columns.h"
#include "layers/core/frame.h"
#include "layers/vector/catalogue.h"

namespace app {

// What is measured: a workspace, or a folder of files with a folder of styles.
struct BenchSource {
  std::filesystem::path workspace;
  // A folder of files. A style's table names its file there (table.gpkg, .fgb, .shp or .geojson).
  std::filesystem::path data;
  // catalogue.json ({"map_crs", "layers": bottom first, "x.tif" for a raster of the data's folder}) and one style a
  // layer, written as those of resources/styles. Empty: the peers' style, which is compiled in.
  std::filesystem::path styles;
  bool from_rows = false;              // of a workspace: pass over what was kept from the last time
  std::vector<std::string> layer_ids;  // of a workspace; empty: those visible at first start; "all"
};

struct BenchLayer {
  std::string id;
  layers::LayerStatePtr state;
  std::shared_ptr<const gis::MapColumns> columns;  // null for a raster
  std::optional<layers::CatalogueEntry> entry;     // none for a raster
  double read_ms = 0;                              // of a workspace's table: everything
  double project_ms = 0;                           // coordinates, order, index
  double build_ms = 0;                             // what drawing needs beyond that; all of a raster
};

struct BenchContent {
  std::vector<BenchLayer> layers;  // bottom first
  std::string map_crs;
  gis::CodeLists codes;
  std::vector<gis::Warning> warnings;
  std::vector<std::string> left_out;  // files of the folder that no style names, layers whose file is not there
  double open_ms = 0;                 // from nothing to ready, two layers at a time as the window loads them
  double peak_memory_mib = 0;

  gis::MapBox extent() const;
  // With an atlas of letters of its own, which is empty.
  layers::FrameRequest frame(layers::Theme theme, const std::string& language) const;
};

// Reads everything. Fails as opening and reading do, kNoData when no layer is left. Blocks the calling thread.
gis::Result<BenchContent> loadBenchContent(const BenchSource& source, JobPools& pools,
                                           const gis::CancelToken& cancel = {});

}  // namespace app
