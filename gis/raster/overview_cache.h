// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <optional>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/raster/raster_info.h"

namespace gis {

// Smaller pictures of rasters that come without (概视图), kept in a folder of ours and never beside somebody's file: a
// small virtual raster that points at the file, and its overviews. Named by the file's place, size, time and the bytes
// at its ends, so that a changed file finds none; safe to delete at any time, safe for two programs at once.

// Whether a view of the whole would have to read more than 25 million cells.
bool wantsOverviews(const RasterInfo& info);
// What to open instead of the file; none when nothing was made for it as it is now.
std::optional<std::filesystem::path> cachedOverviews(const std::filesystem::path& file,
                                                     const std::filesystem::path& folder);
// Makes them, averaged for measured values and colours, nearest for palettes and classes; about 20 million cells a
// second. The folder is made if need be. Fails with what opening the file meets, kCancelled, kPermissionDenied,
// kDiskFull, kIoFailed; nothing is left behind then.
Result<std::filesystem::path> buildOverviews(const std::filesystem::path& file, const std::filesystem::path& folder,
                                             const CancelToken& cancel = {}, const Progress& progress = {});

}  // namespace gis
