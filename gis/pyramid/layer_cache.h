// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "gis/core/error.h"
#include "gis/pyramid/pyramid.h"
#include "gis/vector/map_columns.h"

namespace gis {

// A layer as it is drawn, kept in a file: projected columns, attributes, levels, and what was to be said while it was
// read. The geometry is not read but mapped: the system brings in what is looked at and shares it between windows.
struct CachedLayer {
  std::shared_ptr<const MapColumns> columns;
  std::shared_ptr<const Pyramid> pyramid;
  std::vector<Warning> warnings;
};

// `key` stands for everything the layer was made from; a reader must give the same one. Replaces the file in one step:
// a window that has the old one mapped keeps it. Fails as SectionWriter::write.
Result<void> writeLayerCache(const std::filesystem::path& file, std::string_view key, const CachedLayer& layer);

// Fails with kNotFound (no file, or one of another key) and kDamagedFile: either way it is made anew from the data.
// What comes back is safe to draw whatever the file holds. Milliseconds for a hundred megabytes that are in memory.
Result<CachedLayer> readLayerCache(const std::filesystem::path& file, std::string_view key);

}  // namespace gis
