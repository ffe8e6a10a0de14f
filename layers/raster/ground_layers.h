// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "layers/core/layer_state.h"
#include "layers/vector/style.h"

namespace layers {

inline constexpr char kHillshadeId[] = "terrain";
inline constexpr char kContoursId[] = "contours";

// A layer of a workspace that stands in no catalogue: it comes from its rasters.
struct GroundLayer {
  std::string id;
  BilingualText title;
  std::filesystem::path file;
  bool visible = false;  // at first
};

// Bottom first: the relief, the maps under basemaps/ (MBTiles, GeoPackage and GeoTIFF; titled by their file's name, in
// its order), the contours. A folder that cannot be read has none.
std::vector<GroundLayer> groundLayersOf(const std::filesystem::path& workspace_folder,
                                        const std::optional<std::filesystem::path>& dem_file);

// `relief_style` and `cache_folder` as in openHillshade. Fails as openHillshade, openContours and openRasterLayer do.
gis::Result<LayerStatePtr> openGroundLayer(const std::string& id, const std::filesystem::path& file,
                                           const std::string& map_crs, const gis::CancelToken& cancel = {},
                                           const std::shared_ptr<const Style>& relief_style = {},
                                           const std::filesystem::path& cache_folder = {});

}  // namespace layers
