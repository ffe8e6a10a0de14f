// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <span>
#include <string>

#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis {

// Writes heights as a Cloud-Optimised GeoTIFF: tiles of 512, averaged overviews, DEFLATE with floating-point predictor,
// NaN as NoData. Row 0 is the northern one, `top_left` the outer corner of its first cell. The file appears under its
// name only when it is whole; the same input gives the same bytes. Fails with kInvalidArgument, kUnknownCrs, kDiskFull,
// kPermissionDenied, kIoFailed. Uses two threads inside; any thread.
Result<void> writeDem(const std::filesystem::path& file, std::span<const float> elevation_m, int columns, int rows,
                      MapXY top_left, double cell_m, const std::string& crs);

}  // namespace gis
