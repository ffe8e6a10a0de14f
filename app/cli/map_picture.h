// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/print/map_sheet.h"
#include "gis/core/error.h"
#include "gis/store/workspace.h"
#include "layers/core/frame.h"
#include "layers/raster/raster_look.h"

namespace app {

struct PictureOptions {
  std::filesystem::path workspace;  // or
  std::filesystem::path data;       // any file GDAL opens
  std::string view = "full";        // "full", "west,south,east,north" in degrees, a place's name or code
  int width_px = 1920;              // device-independent pixels
  int height_px = 1080;
  double device_ratio = 1;
  layers::Theme theme = layers::Theme::kDark;
  std::string language = "zh";
  layers::RasterLook raster_look;         // of `data` when it is a raster of measured values
  std::vector<std::string> layer_ids;     // empty: those visible at first start
  std::optional<std::int64_t> at_utc_ms;  // the workspace's rows as they were then
  std::filesystem::path style;            // a style file, or a folder of them, in place of the built-in looks
};

// The layers of a picture, read and ready, and the view it is to show.
struct MapScene : SheetScene {
  std::vector<std::string> layers;  // ids, bottom first
};

// Loads the layers of a picture without drawing it. Fails as opening the workspace, the file and the styles does;
// kUnknownName for a place, layer or style's layer that is not there; kInvalidArgument for a view that cannot be read.
gis::Result<gis::Loaded<MapScene>> loadScene(const PictureOptions& options, const gis::CancelToken& cancel = {});

// The view of a workspace that the options name, without loading any layer.
gis::Result<layers::MapView> viewOf(const PictureOptions& options);

}  // namespace app
