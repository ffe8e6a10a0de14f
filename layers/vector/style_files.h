// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "layers/vector/catalogue.h"

namespace layers {

// Style files on disk, in the form of resources/styles: somebody's own look of the map's layers.

// A file as it is, a folder as the .json files in it by name. Fails with kNotFound, kPermissionDenied, kNoData.
gis::Result<std::vector<std::filesystem::path>> styleFilesAt(const std::filesystem::path& path);

// The bytes of a style file. Fails with kNotFound, kPermissionDenied, kEmptyFile, and kOutOfRange beyond 8 MiB.
gis::Result<std::string> readStyleText(const std::filesystem::path& file);

// The entries in a file or folder; a folder's catalogue.json is passed over. Fails as the two above and
// parseCatalogueEntry do.
gis::Result<std::vector<CatalogueEntry>> readStyleEntries(const std::filesystem::path& path);

}  // namespace layers
