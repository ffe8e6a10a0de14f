// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/store/workspace.h"
#include "layers/core/frame.h"

namespace app {

struct PictureOptions {
  std::filesystem::path workspace;  // or
  std::filesystem::path data;       // any file GDAL opens
  std::string view = "full";        // "full", "west,south,east,north" in degrees, a place's name or code
  int width_px = 1920;
  int height_px = 1080;
  layers::Theme theme = layers::Theme::kDark;
  std::string language = "zh";
  std::vector<std::string> layer_ids;  // empty: those visible at first start
  std::filesystem::path style;         // a style file, or a folder of them, in place of the built-in looks
};

// A picture of the map and what was passed over while its layers were read.
struct Picture {
  QImage image;
  layers::MapView view;
  std::vector<std::string> layers;  // ids that were drawn, bottom first
};

// The layers of a picture, read and ready, and the view it is to show.
struct MapScene {
  layers::FrameRequest frame;
  layers::MapView view;
  std::vector<std::string> layers;  // ids, bottom first
};

// Loads the layers of a picture without drawing it. Fails as drawPicture does.
gis::Result<gis::Loaded<MapScene>> loadScene(const PictureOptions& options);

// The view of a workspace that the options name, without loading any layer.
gis::Result<layers::MapView> viewOf(const PictureOptions& options);

// Loads the layers and draws them with the code of the window, on the calling thread. Fails as opening the workspace or
// the file and the styles does; kUnknownName for a place, layer or style's layer that is not there; kInvalidArgument
// for a view that cannot be read.
gis::Result<gis::Loaded<Picture>> drawPicture(const PictureOptions& options);

}  // namespace app
