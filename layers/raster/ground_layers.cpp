// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/raster/ground_layers.h"

#include <algorithm>
#include <array>

#include "gis/raster/online_map.h"
#include "layers/raster/contour_layer.h"
#include "layers/raster/raster_layers.h"

namespace layers {
namespace {

std::vector<std::filesystem::path> baseMapsIn(const std::filesystem::path& folder) {
  constexpr std::array kEndings = {".mbtiles", ".gpkg", ".tif", ".tiff", ".vrt"};
  std::vector<std::filesystem::path> files;
  std::error_code failed;
  for (std::filesystem::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
    std::string ending = at->path().extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (std::ranges::find(kEndings, ending) != kEndings.end() || gis::isOnlineMapFile(at->path()))
      files.push_back(at->path());
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

std::vector<GroundLayer> groundLayersOf(const std::filesystem::path& workspace_folder,
                                        const std::optional<std::filesystem::path>& dem_file) {
  std::vector<GroundLayer> layers;
  if (dem_file)
    layers.push_back({kHillshadeId, {QStringLiteral("山体阴影"), QStringLiteral("Hillshade")}, *dem_file, true});
  for (const std::filesystem::path& file : baseMapsIn(workspace_folder / "basemaps")) {
    const bool online = gis::isOnlineMapFile(file);
    const QString title = QString::fromStdString((online ? file.stem() : file).stem().string());
    // Ids are kept in lists that colons and commas divide.
    std::string id = "basemap-" + file.filename().string();
    std::ranges::replace_if(
        id, [](char c) { return c == ':' || c == ','; }, '_');
    layers.push_back({std::move(id), {title, title}, file, false});
  }
  if (dem_file)
    layers.push_back({kContoursId, {QStringLiteral("等高线"), QStringLiteral("Contours")}, *dem_file, false});
  return layers;
}

gis::Result<LayerStatePtr> openGroundLayer(const std::string& id, const std::filesystem::path& file,
                                           const std::string& map_crs, const gis::CancelToken& cancel,
                                           const std::shared_ptr<const Style>& relief_style,
                                           const std::filesystem::path& cache_folder) {
  if (id == kHillshadeId) return openHillshade(file, map_crs, {}, cancel, relief_style, cache_folder);
  if (id == kContoursId) return openContours(file, map_crs, {}, cancel);
  if (gis::isOnlineMapFile(file)) {
    // basemaps/ and cache/ lie in one workspace.
    const auto kept = gis::keptOnlineMap(file, file.parent_path().parent_path() / "cache");
    if (!kept) return std::unexpected(kept.error());
    return openRasterLayer(*kept, map_crs, {}, cancel);
  }
  return openRasterLayer(file, map_crs, {}, cancel);
}

}  // namespace layers
