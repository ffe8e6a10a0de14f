// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "layers/core/layer_state.h"
#include "layers/vector/style.h"

namespace layers {

// Both fail with what gis::RasterReader::open meets. The states open the file again for each worker that paints and
// keep what they made of it in blocks (raster_blocks.h, 48 MiB a raster); where the file has gone away, or a block
// cannot be read, the picture stays empty and trouble() says why. A look at some of the values comes first: tens of
// milliseconds, however large the file.

// The ground seen from above: shaded relief with a faint tint of height, so quiet that everything else can lie on it.
// Band 1 holds heights in metres. Colours and light are those of the first hillshade layer of `style`, the same at all
// zooms; without a style those of resources/styles/terrain.json. What keepForNextTime() left in `cache_folder` (a
// workspace's cache/) is used instead of the raster for as long as it is enough.
gis::Result<LayerStatePtr> openHillshade(const std::filesystem::path& file, const std::string& map_crs,
                                         const std::string& crs_override = {}, const gis::CancelToken& cancel = {},
                                         const std::shared_ptr<const Style>& style = {},
                                         const std::filesystem::path& cache_folder = {});

// Writes the coarse blocks of a relief into the cache folder it was opened with, if they are not there; nothing of any
// other layer. Reads the raster, so it belongs behind everything a person waits for. Fails as gis::SectionWriter.
gis::Result<void> keepForNextTime(const LayerState& ground, const gis::CancelToken& cancel);

// Any raster: colours, palettes and grey bytes as they are, one measured band as a ramp between the 2nd and 98th
// percentile. Cells without data are transparent.
gis::Result<LayerStatePtr> openRasterLayer(const std::filesystem::path& file, const std::string& map_crs,
                                           const std::string& crs_override = {}, const gis::CancelToken& cancel = {});

}  // namespace layers
