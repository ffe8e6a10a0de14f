// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "layers/core/layer_state.h"

namespace layers {

// Contours (等高线) of a raster of heights in metres, traced for each view from cells of about two pixels, every fifth
// one strong and labelled. Fails as openHillshade does.
gis::Result<LayerStatePtr> openContours(const std::filesystem::path& file, const std::string& map_crs,
                                        const std::string& crs_override = {}, const gis::CancelToken& cancel = {});

// Height from one contour to the next at a resolution: 1, 2, 5, 10, 20 ... m so that lines on a slope of 30 degrees
// keep about a pixel between them and a raster of that cell can bear them.
double contourIntervalM(double metres_per_px, double cell_m);

}  // namespace layers
